# 現場測驗：/quiz live

## 報名

live-lobby-title = 現場測驗 · { $subject }
live-subject-all = 全部課程
live-lobby-facts = 一共 { $count } 題，每題 { $seconds } 秒。
live-lobby-accuracy = 答對一題得一分；分數相同時才比時間。
live-lobby-speed = 答對的分數：馬上作答得 1,000 分，最後一刻得 500 分；答錯不計分。
live-lobby-teams = 分成 { $teams } 隊，加入的人會編到人數最少的一隊。隊伍的分數是隊員的平均。
live-lobby-how = 按「加入」，然後用每一題下方的按鈕作答。你選了什麼，其他人看不到；以第一次作答為準。名次大家都看得到。
live-lobby-starts = { $when } 開始。已加入：**{ $players }** 人
live-lobby-going-on = 已經開始了，現在還可以加入。目前參加：**{ $players }** 人
live-lobby-over = 這一場已經結束。用 `/quiz live` 再來一場。
live-button-join = 加入
live-button-start = 馬上開始
live-button-stop = 停止這一場
live-button-leave = 退出
live-button-mine = 我的成績

## 只有本人看得到的

live-begun = 這一場已經放到頻道裡了。人到齊了就按「馬上開始」，不按也會自己開始。
live-starting = 馬上開始。
live-starting-empty = 還沒有人加入，沒有人可以考，這一場就到這裡。
live-stopped = 這一場已經停止，目前的結果在頻道裡。
live-joined = 你加入了。用每一題下方的按鈕作答。
live-joined-team = 你加入了{ $team }。用每一題下方的按鈕作答。
live-what-is-kept = 為了計算成績，你的名字和這一場的回答會保存下來，和你自己的測驗紀錄分開。詳情請看 `/privacy about`，用 `/privacy delete` 可以刪除。
live-left = 你已退出這一場，你的回答也一併刪除了。
live-taken = 收到：**{ $option }**。時間到了再公布答案。
live-taken-before = 你先前選的是 **{ $option }**，以第一次作答為準。
live-mine = 你是第 **{ $place }** 名，共 { $players } 人；{ $all } 題中答對 { $right } 題：{ $score }。
live-mine-none = 這一場你沒有參加。用 `/quiz live` 再來一場。

## 題目和答案

live-question-title = 第 { $number } 題，共 { $all } 題
live-question-state = ⏳ { $when } 截止 · { $players } 人中 { $answers } 人已作答
live-line-right = ✅ { $option }
    { $bar } { $count }
live-line = ▫️ { $option }
    { $bar } { $count }
live-told = { $answers } 人作答，**{ $right } 人**答對。
live-told-nobody = 沒有人作答。
live-misled = 答錯的人裡，最多人選了 { $option }：{ $why }
live-leaders = **目前領先**
live-standing = { $place } { $who } · { $score }
live-score-accuracy = 答對 { $right } 題
live-score-speed = { $points } 分
live-team-line = { $place } { $team } · { $score }
live-mean-accuracy = 平均答對 { $points } 題
live-mean-speed = 平均 { $points } 分
live-team-1 = 🔴 紅隊
live-team-2 = 🔵 藍隊
live-team-3 = 🟢 綠隊
live-team-4 = 🟡 黃隊

## 結束

live-end-title = 結果 · { $subject }
live-end-stopped = 這一場提早結束，以下是當時的名次。
live-end-nobody = 名單上已經沒有人了。
live-teams = **隊伍**
live-players = **參賽者**
live-more = ……還有 { $count } 人。
live-podium-title = 頒獎台
live-unnamed = 第 { $place } 名
live-empty = 沒有人加入，這一場就到這裡。用 `/quiz live` 再來一場。

## 可能出的問題

live-servers-only = 現場測驗要在伺服器的頻道裡進行。`/quiz start` 可以單獨考你，在這裡也行。
live-not-here = 現場測驗需要文字頻道或討論串。請到那裡用 `/quiz live`。
live-may-not-write = 我不能在這裡發言。請管理員在這個頻道給我「傳送訊息」和「嵌入連結」的權限，然後再試一次。
live-you-may-not-write = 你不能在這個頻道發言，所以我也不能替你在這裡開始。請換一個你能發言的頻道。
live-quiet = 這裡 { $start } 到 { $end }（{ $zone }）不開現場測驗。`/quiz start` 隨時可以單獨考你。
live-running = 這個頻道裡已經有一場了。加入那一場，或等它結束。
live-nothing-to-ask = 這裡沒有可以用按鈕回答的題目。換一課，或不填課程。
live-not-yours = 只有發起這一場的人或管理員才能這樣做。
live-over = 這一場已經結束。用 `/quiz live` 再來一場。
live-too-late = 這一題的時間到了，下一題就在下方。
live-not-joined = 你還沒有加入這一場。先按「加入」，再按一次你的答案。
