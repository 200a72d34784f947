# Reviews: /review, and the daily message

review-cards-none = 你還沒有複習卡片。每答一題，它就會變成一張卡片：用 `/quiz start` 做一次測驗，或按回答下方的「考考我」。
review-cards-later-on = 現在沒有要複習的。下一張卡片 { $when } 到期。
review-cards-not-asked = 到期的題目這裡已經不用了。用 `/quiz start` 學點新的吧。
review-cards-forecast = **接下來兩週要複習的**
review-cards-forecast-picture = 接下來兩週要複習 { $count } 張
review-cards-today = 今天
review-cards-later = ……之後還有 { $count } 張。
review-cards-streak = { $days ->
    [0] 🔥 目前沒有連續天數，答一題就開始了。
   *[other] 🔥 已連續 { $days } 天，還可以缺 { $freezes } 天。
 }
review-cards-set = ⏰ 每天 **{ $time }**（{ $zone }），有卡片到期我就傳私訊提醒你。想修改的話，用 `/review remind`，填上 `時間` 或 `時區`。如果你關閉了私訊，我就不打擾。
review-cards-stopped = 好的，不會再每天提醒你了。想恢復就用 `/review remind`。
review-cards-not-on = 你沒有開啟每日提醒。用 `/review remind` 就能開啟。
review-cards-reminder = 有 { $count } 張卡片到期了。{ $days ->
    [0] 現在花幾分鐘，以後就不用從頭學。
   *[other] 你已連續 { $days } 天。
 }
review-cards-button-begin = 現在複習
review-cards-button-stop = 不再提醒
review-cards-no-time = 看不懂這個時間。請寫成 19:30 或「晚上7點半」。什麼都沒有更動。
review-cards-no-zone = 找不到這個時區。輸入你附近的大城市，再從清單裡選，例如 Asia/Taipei。什麼都沒有更動。
