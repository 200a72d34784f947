# /leaderboard

leaderboard-title = **本服务器排行榜**
leaderboard-title-lesson = **排行榜：{ $lesson }**
leaderboard-line = { $place } { $alias }：{ $points }
leaderboard-line-own = { $place } **{ $alias }**：{ $points } ← 你
leaderboard-how = -# 计分：不靠帮助答对了多少道不同的题。用 `/leaderboard leave` 马上下榜。
leaderboard-how-to-join = -# 计分：不靠帮助答对了多少道不同的题。你不在榜上；用 `/leaderboard join`，取个名字就能上榜。
leaderboard-empty = 榜上还没有人。用 `/leaderboard join`，取个名字就能上榜。
leaderboard-joined = 你已上榜，名字是 **{ $alias }**。别人只看得到这个名字和你的题数。用 `/leaderboard leave` 马上下榜。
leaderboard-left = 你已下榜，榜上的名字也删掉了。
leaderboard-not-there = 你不在榜上。
leaderboard-alias-unfit = 请取一个 { $least } 到 { $most } 个字的名字，不要带链接，也不要带 @、# 之类的符号。什么都没有改动。
leaderboard-alias-taken = 这里已经有人用这个名字，或者很像的名字。请换一个。
leaderboard-alias-refused = 这个名字不适合给大家看。请换一个。
