# 现场测验：/quiz live

## 报名

live-lobby-title = 现场测验 · { $subject }
live-subject-all = 全部课程
live-lobby-facts = 一共 { $count } 题，每题 { $seconds } 秒。
live-lobby-accuracy = 答对一题得一分；得分相同时才比用时。
live-lobby-speed = 答对得分：立刻答得 1,000 分，最后一刻答得 500 分；答错不得分。
live-lobby-teams = 分成 { $teams } 队，谁加入就进人最少的一队。队伍得分是队员的平均分。
live-lobby-how = 点“加入”，然后用每道题下面的按钮作答。你选了什么，别人看不到；以第一次作答为准。名次大家都能看到。
live-lobby-starts = { $when } 开始。已加入：**{ $players }** 人
live-lobby-going-on = 已经开始了，现在还可以加入。正在玩：**{ $players }** 人
live-lobby-over = 这一场已经结束。用 `/quiz live` 再来一场。
live-button-join = 加入
live-button-start = 马上开始
live-button-stop = 停止这一场
live-button-leave = 退出
live-button-mine = 我的成绩

## 只有本人看得到的

live-begun = 这一场已经放到频道里了。人到齐了就点“马上开始”，不点也会自己开始。
live-starting = 马上开始。
live-starting-empty = 还没有人加入，没人可考，这一场就到这里。
live-stopped = 这一场已经停止，目前的结果在频道里。
live-joined = 你加入了。用每道题下面的按钮作答。
live-joined-team = 你加入了{ $team }。用每道题下面的按钮作答。
live-what-is-kept = 为了算成绩，你的名字和这一场的回答会保存下来，和你自己的测验记录分开。详情请看 `/privacy about`，用 `/privacy delete` 可以删除。
live-left = 你已退出这一场，你的回答也一起删除了。
live-taken = 已收到：**{ $option }**。时间到了再公布答案。
live-taken-before = 你之前选的是 **{ $option }**，以第一次作答为准。
live-mine = 你是第 **{ $place }** 名，共 { $players } 人；{ $all } 题里答对 { $right } 题：{ $score }。
live-mine-none = 这一场你没有参加。用 `/quiz live` 再来一场。

## 题目和答案

live-question-title = 第 { $number } 题，共 { $all } 题
live-question-state = ⏳ { $when } 截止 · { $players } 人中 { $answers } 人已作答
live-line-right = ✅ { $option }
    { $bar } { $count }
live-line = ▫️ { $option }
    { $bar } { $count }
live-told = { $answers } 人作答，**{ $right } 人**答对。
live-told-nobody = 没有人作答。
live-misled = 答错的人里，最多人选了 { $option }：{ $why }
live-leaders = **目前领先**
live-standing = { $place } { $who } · { $score }
live-score-accuracy = 答对 { $right } 题
live-score-speed = { $points } 分
live-team-line = { $place } { $team } · { $score }
live-mean-accuracy = 平均答对 { $points } 题
live-mean-speed = 平均 { $points } 分
live-team-1 = 🔴 红队
live-team-2 = 🔵 蓝队
live-team-3 = 🟢 绿队
live-team-4 = 🟡 黄队

## 结束

live-end-title = 结果 · { $subject }
live-end-stopped = 这一场提前结束了，下面是当时的名次。
live-end-nobody = 名单上已经没有人了。
live-teams = **队伍**
live-players = **选手**
live-more = ……还有 { $count } 人。
live-podium-title = 领奖台
live-unnamed = 第 { $place } 名
live-empty = 没有人加入，这一场就到这里。用 `/quiz live` 再来一场。

## 可能出的问题

live-servers-only = 现场测验要在服务器的频道里进行。`/quiz start` 可以单独考你，在这里也行。
live-not-here = 现场测验需要文字频道或子区。请到那里用 `/quiz live`。
live-may-not-write = 我不能在这里发言。请管理员在这个频道给我“发送消息”和“嵌入链接”的权限，然后再试一次。
live-you-may-not-write = 你不能在这个频道发言，所以我也不能替你在这里开始。请换一个你能发言的频道。
live-quiet = 这里 { $start } 到 { $end }（{ $zone }）不开现场测验。`/quiz start` 随时可以单独考你。
live-running = 这个频道里已经有一场了。加入那一场，或者等它结束。
live-nothing-to-ask = 这里没有可以用按钮回答的题。换一课，或者不填课程。
live-not-yours = 只有发起这一场的人或管理员才能这样做。
live-over = 这一场已经结束。用 `/quiz live` 再来一场。
live-too-late = 这道题的时间到了，下一题就在下面。
live-not-joined = 你还没有加入这一场。先点“加入”，再点一次你的答案。
