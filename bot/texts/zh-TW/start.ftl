# /start：我是誰，以及學員的同意

start-title = **你好！我是生成式 AI 課程的家教。**
start-who = 我根據課程內容回答問題，並告訴你每個回答出自哪一小節。我是 AI，不是真人，有可能出錯，重要的事請自己再查證一下。
start-keeps = **我會保存：** 我們的問答，保存 { $days } 天；你的語言、程度、目標和閱讀進度，保存到你清除為止。只有你能看到；只有當有人檢舉某個回答時，管理員才會看到那一個。它們只用來接上我們的對話，不會用來訓練任何模型。
start-sends = **會傳到哪裡：** 為了寫回答，我會把你的問題和之前的幾輪問答傳給這個機器人的營運者所選的語言模型。能辨識出的個人資料會先去掉。
start-stops = **怎樣停止：** `/memory forget` 刪除我的記憶，`/privacy export` 把全部資料匯出成檔案，`/privacy delete` 徹底清除。使用 Discord 和我都需要年滿 13 歲。
start-choose = 選好語言和程度，然後按「我同意」。
start-waiting = *你的問題正等著，同意之後馬上回答。*
start-language = 語言
start-level = 希望我怎樣講解
start-level-eli5 = 從零講起，多用生活中的比喻
start-level-beginner = 給初學者：每個術語都解釋
start-level-practitioner = 給開發者
start-agree = 我同意
start-decline = 不用了
start-done = **歡迎！** 我會用繁體中文講解，{ $level ->
    [eli5] 從零講起，多用生活中的比喻
    [practitioner] 依開發者的程度來講
   *[beginner] 每個術語都解釋清楚
}。隨時可以用 `/start` 更改。
start-done-next = 試試看：用 `/ask` 問我一個問題，或者用 `/lesson next` 從第一課開始。
start-declined = 沒關係，我什麼都沒有保存。不同意也可以讀課程：`/lesson list`。改變主意時用 `/start`。
start-goal = 設定目標
start-goal-title = 你想達到什麼目標？
start-goal-field = 用一句話寫下目標
start-goal-help = 例如：我想幫學校做一個聊天應用程式。
start-goal-kept = 記下了。講解時我會想著你的目標：「{ $goal }」
start-goal-cleared = 已經去掉你的目標。
start-goal-unsafe = 這個我不太方便當作目標保存。請換個說法，也不要寫個人資料。
start-language-name = 繁體中文

start-settings-title = **你的設定**
start-settings = 換一種語言或程度，然後按「儲存」；也可以設定目標。我保存了你的什麼、怎樣停止，請看 `/privacy about`。
start-save = 儲存
start-saved = **儲存好了。** 之後我會用繁體中文講解，{ $level ->
    [eli5] 從零講起，多用生活中的比喻
    [practitioner] 依開發者的程度來講
   *[beginner] 每個術語都解釋清楚
}。
start-declined-later = 你之前已經同意過，所以我還記得 `/memory show` 裡的內容。`/privacy delete` 可以全部清除。

start-open = 第一次回答你之前，請先了解我是誰、會保存什麼。按下面的按鈕，只有你能看到。
