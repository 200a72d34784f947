# /progress

progress-title = 你的進度
progress-empty = 還沒有可以看的。用 `/lesson next` 開始一課，用 `/quiz start` 做一次測驗。
progress-lessons = 📚 { $lessons } 課裡讀完了 { $finished } 課
progress-streak = { $days ->
    [0] 🔥 目前沒有連續天數
   *[other] 🔥 連續 { $days } 天（還可以缺 { $freezes } 天）
 }
progress-cards = 🗂️ { $cards } 張卡片，{ $due } 張到期
progress-picture-read = 讀過
progress-picture-known = 掌握
progress-picture-surely = 依把握看答對了多少
progress-picture-beside = 同樣的題目
progress-picture-assisted = 有幫助時
progress-picture-unaided = 幾天後，沒有幫助
progress-lesson = **{ $lesson }**：{ $sections } 節讀了 { $read } 節，掌握 { $mastery }%（{ $concepts } 個概念考過 { $asked } 個）
progress-lesson-read = **{ $lesson }**：{ $sections } 節讀了 { $read } 節
progress-beside = **沒有幫助時還記得多少**：隔了幾天再考的 { $items } 題，有幫助時答對 { $assisted } 題，沒有幫助時答對 { $unaided } 題。
progress-beside-none = **沒有幫助時還記得多少**：答過的題目隔幾天再複習，這裡就有結果了。用 `/review now` 開始。
progress-no-cards = 你還沒有可以帶走的卡片。每答一題，它就會變成一張：用 `/quiz start`。
progress-deck = 生成式人工智慧：我的卡片
progress-exported-json = 你的 { $count } 張卡片（JSON），附有到期時間。
progress-exported-csv = 你的 { $count } 張卡片，任何試算表都能開啟，附有到期時間。
progress-exported-apkg = 你的 { $count } 張卡片，用 Anki 開啟這個檔案就行。
