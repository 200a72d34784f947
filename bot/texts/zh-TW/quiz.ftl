# 測驗：/quiz 和「考考我」

## 答題

quiz-title = 第 { $number } 題，共 { $all } 題
quiz-card-title = 考考你
quiz-footer = { $bar } · { $mode }
quiz-mode-practice = 練習
quiz-mode-exam = 考試
quiz-mode-adaptive = 自適應
quiz-mode-card = 單題
quiz-mode-review = 複習，沒有提示
quiz-what-is-kept = 你的回答會保存下來，方便之後接著做。詳情請看 `/privacy about`，用 `/privacy delete` 可以刪除。
quiz-shorter = 這裡目前只有 { $count } 題，所以這次測驗就是 { $count } 題。

quiz-ask-single = 選一個。
quiz-ask-multiple = 正確的可能不只一個，請全部選出來。
quiz-ask-true-false = 這句話對嗎？
quiz-ask-ordering = 先後順序是怎樣的？按「作答」來排序。
quiz-ask-matching = 哪個和哪個是一對？按「作答」來配對。
quiz-ask-numeric = 按「作答」，填一個數字。
quiz-ask-short = 按「作答」，填一個詞或片語。
quiz-ask-own-words = 按「作答」，用自己的話寫兩三句。
quiz-choose-all = 選出所有正確的
quiz-hint = 💡 **提示 { $number }：**{ $hint }

quiz-button-option = { $letter }
quiz-button-true = 對
quiz-button-false = 不對
quiz-button-answer = 作答
quiz-button-unsure = 我不確定
quiz-button-hint = 提示
quiz-button-next = 下一題
quiz-button-read = 讀這一節
quiz-sure-guess = 純靠猜
quiz-sure-fairly = 還算有把握
quiz-sure-sure = 很確定

quiz-form-title = 你的回答
quiz-field-number = 一個數字
quiz-field-short = 一個詞或片語
quiz-field-own-words = 用自己的話寫
quiz-field-place-1 = 第一步
quiz-field-place-2 = 第二步
quiz-field-place-3 = 第三步
quiz-field-place-4 = 第四步
quiz-field-place-5 = 第五步
quiz-field-pair-1 = 和 1 一對的
quiz-field-pair-2 = 和 2 一對的
quiz-field-pair-3 = 和 3 一對的
quiz-field-pair-4 = 和 4 一對的
quiz-field-pair-5 = 和 5 一對的

## 作答之後

quiz-right = ✅ **答對了。**
quiz-right-with-hints = ✅ **答對了**，用了 { $count } 則提示。
quiz-partly = 🟠 **對了一部分。**
quiz-wrong = ❌ **還差一點。**
quiz-unsure = 💡 **知道自己不確定，這很好。**答案在這裡。
quiz-chosen = **你選了 { $option }**
    { $why }
quiz-key-option = **正確答案：{ $option }**
    { $why }
quiz-key = **正確答案：{ $answer }**
quiz-key-order = **正確的順序**
quiz-key-pairs = **正確的配對**
quiz-line-hit = ✅ **{ $option }**：選對了。{ $why }
quiz-line-missed = ⚠️ **{ $option }**：這個也對。{ $why }
quiz-line-slip = ❌ **{ $option }**：選了，但不對。{ $why }
quiz-line-left = ▫️ { $option }：不對。{ $why }
quiz-typed = 你寫的是：{ $answer }
quiz-points = **好的回答會說到**（依關鍵字判斷，需要 { $needed } 點）
quiz-example = **參考回答：**{ $example }
quiz-misconception = 🧭 很多人在這裡會這樣想：{ $sentence }
quiz-reread = 想再讀一遍：*{ $lesson } · { $section }*

## 結果

quiz-result-title = 答對 { $right } 題，共 { $all } 題
quiz-result-unaided = 其中 { $count } 題沒有用提示。
quiz-result-stopped = 你做了 { $answered } 題就停下了，一共 { $all } 題。隨時可以接著做。
quiz-result-all-right = 全對！🎉
quiz-result-reread = **值得再讀一遍**
quiz-result-section = - { $lesson } · { $section }
quiz-calibration = **你的把握有多準**
quiz-calibration-sure = - 很確定：{ $given } 題裡對了 { $right } 題
quiz-calibration-fairly = - 還算有把握：{ $given } 題裡對了 { $right } 題
quiz-calibration-guess = - 純靠猜：{ $given } 題裡對了 { $right } 題
quiz-button-mistakes = 練練錯題
quiz-button-compare = 跟課文對照
quiz-button-look = 看看我的回答
quiz-button-back = ◀ 上一題
quiz-button-forth = 下一題 ▶
quiz-button-result = 看結果
quiz-button-resume = 接著做
quiz-button-reread = 讀第一個小節

## 紀錄

quiz-history = **你最近的測驗**
quiz-history-empty = 你在這裡還沒有做過測驗。用 `/quiz start` 開始一次。
quiz-history-finished = - { $when } · { $lessons } · { $mode }：{ $all } 題答對 **{ $right }** 題
quiz-history-open = - { $when } · { $lessons } · { $mode }：進行中，{ $all } 題做了 { $answered } 題，對了 { $right } 題
quiz-history-stopped = - { $when } · { $lessons } · { $mode }：已停下，{ $all } 題做了 { $answered } 題，對了 { $right } 題

## 可能出的問題

quiz-no-questions = 這裡還沒有題目。換一課試試，或用 `/lesson next` 繼續讀。
quiz-unknown-lesson = 這裡沒有這一課。輸入時會出現清單，請從裡面選。
quiz-none-on-this = 這裡還沒有題目。用 `/lesson read` 可以讀全文。
quiz-none-open = 你在這裡沒有未完成的測驗。用 `/quiz start` 開始一次。
quiz-not-yours = 這是別人的測驗。用 `/quiz start` 開始你自己的。
quiz-gone = 這次測驗已經不在了。用 `/quiz start` 重新開始。
quiz-not-a-number = 你的回答裡沒有找到數字。再按一次「作答」，填數字就好，例如 4096 或 0.7。這次不算。
quiz-empty-answer = 你的回答是空的。再按一次「作答」，這次不算。
quiz-same-place-twice = 同一步排在了兩個位置。再按一次「作答」，這次不算。
quiz-answer-declined =
    { $said }

    你寫的內容沒有保存，也不計分。這一題還在等你。
