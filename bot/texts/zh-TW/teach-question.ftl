# /teach question: a server's own questions

teach-question-form = 題目
teach-question-field-stem = 題幹
teach-question-field-answers = 選項，一行一個
teach-question-field-hints = 提示，一行一條
teach-question-field-section = 屬於哪一節
teach-question-field-level = 難度
teach-question-field-yaml = 題目（YAML）
teach-question-help-answers = 正確：* 文字 | 理由；錯誤：- 文字 | 理由；填空：= 答案，另起一行寫 # 理由
teach-question-state-draft = 草稿：還不會考學員
teach-question-state-published = 已發布：會考學員
teach-question-state-retired = 已停用：只有已經抽到它的測驗還保留
teach-question-choice-draft = 草稿：{ $question }
teach-question-choice-published = { $question }
teach-question-choice-retired = 已停用：{ $question }
teach-question-choice-course-published = 課程：{ $question }
teach-question-choice-course-retired = 已停用：{ $question }
teach-question-button-approve = 核准
teach-question-button-again = 重新啟用
teach-question-button-edit = 修改
teach-question-button-reject = 不採用
teach-question-button-retire = 停用
teach-question-button-skip = 下一份草稿
teach-question-button-review = 檢視草稿
teach-question-now-published = ✅ 已發布，從現在起會考學員。
teach-question-now-retired = 🗑️ 已停用。
teach-question-no-drafts = 沒有待審的草稿。用 `/teach question new` 寫一題，或用 `/teach question generate` 從課程裡出幾題。
teach-question-drafts-left = 還有 { $count } 份草稿待審。
teach-question-no-question = 這還不是一道完整的題目，所以沒有儲存。你寫的內容在檔案裡，重新開啟表單貼上就行。
teach-question-changed-meanwhile = 你填表單的時候，別人改了這一題，所以沒有儲存。你寫的內容在檔案裡；重新開啟表單可以看到最新版本。
teach-question-not-yaml = 這不是一題題目的 YAML，所以沒有儲存。你寫的內容在檔案裡。
teach-question-none = 這裡沒有這一題。輸入時從清單裡選一題。
teach-question-unknown-format = 看不出這是哪種檔案。請用 `格式` 說明：gift、moodle、json、csv 或 yaml。
teach-question-nothing = 本伺服器還沒有自己的題目。用 `/teach question new` 寫一題。
teach-question-not-taken = 什麼都沒有匯入：檔案裡有 { $count } 處錯誤。
teach-question-line = - 第 { $line } 行：{ $what }
teach-question-taken = 已匯入並發布 { $count } 題。
teach-question-taken-flawed = 另有 { $count } 題存為草稿，因為有嚴重問題。用 `/teach question review` 檢視。
teach-question-exported = 本伺服器的 { $count } 題。
teach-question-deck = 生成式人工智慧：本伺服器的題目
teach-question-drafted = { $count ->
    [0] 沒有合格的草稿：{ $dropped } 題都有問題、答案存疑，或和既有的太像。再試一次，或用 `/teach question new` 自己寫。
   *[other] 做好了 { $count } 份草稿（另有 { $dropped } 題有問題、答案存疑或和既有的太像，已丟棄）。你核准之前不會考任何人。
 }
teach-question-drafted-plainly = { $count ->
    [0] 連不上模型，課文的句子能出的題都已經有了。草稿在 `/teach question review`；想再加一題，用 `/teach question new` 自己寫。
   *[other] 連不上模型，所以用課文裡的句子做了 { $count } 份草稿（丟棄 { $dropped } 題）。它們只考詞語，核准之前請改得更好。
 }
teach-question-drafted-no-reply = 模型寫出來的都不是題目。再試一次，或用 `/teach question new` 自己寫。
teach-question-drafted-no-text = 連不上模型，這一課裡也沒有可以挖空的完整句子，只有標題、程式碼、表格或很短的行。用 `/teach lesson edit` 補幾句話，把術語設成粗體；或者用 `/teach question new` 自己寫一題。
teach-question-retired = 已停用：{ $question } 這裡不會再考它，已經抽到它的測驗會保留。想重新啟用，還是用 `/teach question retire`。
teach-question-too-few = 作答的人太少，還看不出什麼：一題有 { $least } 個人答過才會顯示。
teach-question-figures = **{ $count } 題**，依這裡每個人第一次的作答統計。*鑑別度*（−1 到 1）：其他題答得好的人，這一題是不是也答得更好。
teach-question-figure = - { $question }：{ $answers } 人作答，{ $right }% 答對，鑑別度 { $tells }
teach-question-suspect-too-hard = 🔎 幾乎沒人答對：答案對嗎？之前教過嗎？
teach-question-suspect-too-easy = 🔎 幾乎人人答對：是不是哪裡洩漏了答案？
teach-question-suspect-tells-nothing = 🔎 其他題答得好的人，這一題並沒有更好：是不是有歧義？
teach-question-suspect-wrong-key = 🔎 選錯誤選項的人比選正確選項的還多：請檢查答案。
teach-question-suspect-dead-option = 🔎 有個錯誤選項沒人選：換成大家真會有的誤解。
