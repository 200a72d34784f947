# 題目寫法上的問題，說給出題人聽；$place 是檔案末尾的某個說法。

lint-no-key = { $place }：沒有標出正確答案。請標出一個。
lint-two-keys = { $place }：標出的正確答案不只一個。請只留一個，或改成複選題。
lint-no-distractor = { $place }：所有選項都是對的，沒什麼可選。請加一個錯誤選項。
lint-too-few-options = { $place }：只有一個選項，沒辦法選。請至少再加一個，最好加兩三個。
lint-empty-option = { $place }：裡面沒有內容。請寫上內容，或是刪掉。
lint-duplicate-options = { $place }：和另一個選項意思一樣：「{ $words }」。請改掉或刪掉其中一個。
lint-no-explanation = { $place }：缺少解析，或只說了對錯。請用一句話說明原因，學員靠的是它，而不是判定。
lint-wrong-key-named = { $place }：「{ $words }」和標出的正確答案矛盾。請改解析，或改標記。
lint-answer-in-stem = { $place }：已經說出了答案「{ $words }」。請換一種問法。
lint-answer-in-hint = { $place }：說出了答案「{ $words }」。提示只要引路，不要說破。
lint-letter-named = { $place }：「{ $words }」用字母指選項，但選項順序每次都會打亂。請說出選項的內容。
lint-all-of-the-above = { $place }：「{ $words }」不必弄懂每個選項就能選。請寫一個獨立的選項，或改成複選題。
lint-longest-key = { $place }：正確答案最長，一眼就看得出來：「{ $words }」。請寫短一些，或把別的選項寫得同樣具體。
lint-negative-stem = { $place }：「{ $words }」問的是「不成立」的那個，容易看錯。請改成正面提問，或把否定詞**加粗**。
lint-word-in-stem = { $place }：它重複了題幹裡的詞，而別的選項都沒有：{ $words }。請換個說法，或讓錯誤選項也用上這些詞。
lint-grammar = { $place }：語法或形式和別的選項不同，看得出來：「{ $words }」。請統一形式，讓每個選項都接得上題幹。
lint-absolute-words = { $place }：「{ $words }」這類絕對的詞只出現在錯誤選項裡，等於洩漏答案。請拿掉。
lint-mixed-script = { $place }：「{ $words }」混用了別的文字，或標點不對。請用題目的語言來寫，或寫成 `程式碼`。
lint-machine-translation = { $place }：「{ $words }」像是機器翻譯留下的。請照平常說話的方式重寫。
lint-no-misconception = { $place }：沒有寫背後的誤解：「{ $words }」。什麼人會選它？他是怎麼想的？
lint-no-hint = { $place }：還沒有提示。請加一條，引向答案，但不說破。

lint-place = { $part } { $number }
lint-part-item = 整題
lint-part-stem = 題幹
lint-part-option = 選項
lint-part-explanation = 解析
lint-part-hint = 提示
