# /leaderboard

leaderboard-title = **本伺服器排行榜**
leaderboard-title-lesson = **排行榜：{ $lesson }**
leaderboard-line = { $place } { $alias }：{ $points }
leaderboard-line-own = { $place } **{ $alias }**：{ $points } ← 你
leaderboard-how = -# 計分：不靠幫助答對了多少道不同的題目。用 `/leaderboard leave` 馬上下榜。
leaderboard-how-to-join = -# 計分：不靠幫助答對了多少道不同的題目。你不在榜上；用 `/leaderboard join`，取個名字就能上榜。
leaderboard-empty = 榜上還沒有人。用 `/leaderboard join`，取個名字就能上榜。
leaderboard-joined = 你已上榜，名字是 **{ $alias }**。別人只看得到這個名字和你的題數。用 `/leaderboard leave` 馬上下榜。
leaderboard-left = 你已下榜，榜上的名字也刪除了。
leaderboard-not-there = 你不在榜上。
leaderboard-alias-unfit = 請取一個 { $least } 到 { $most } 個字的名字，不要帶連結，也不要帶 @、# 之類的符號。什麼都沒有更動。
leaderboard-alias-taken = 這裡已經有人用這個名字，或很像的名字。請換一個。
leaderboard-alias-refused = 這個名字不適合給大家看。請換一個。
