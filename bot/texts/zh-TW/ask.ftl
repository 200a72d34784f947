# /ask：回答本身以及與它有關的一切

ask-made-by-ai = -# 由 AI 根據課程內容撰寫，可能有誤 · *更多… → 為什麼這樣回答？*
ask-source = -# [{ $number }] *{ $lesson } · { $section }*
ask-uncited = -# 這個回答沒有引用任何課程內容，請當作「課程之外」的說法來看。
ask-cut-at-limit = *回答有點長，我先停在這裡。按「深入一點」可以繼續，也可以直接問你關心的部分。*
ask-passage = **{ $lesson } · { $section }**
ask-paused-because = 管理員說明：「{ $why }」
ask-quoting = 我先原文引用課程內容：
ask-not-in-course = 這個問題課程裡沒有講到，我不想亂猜。
ask-nearest = 最接近的小節是：
ask-nearest-line = - *{ $lesson } · { $section }*
ask-not-in-course-next = 你可以就某一課提問（用 `/lesson list` 查看全部課程），或者換個說法再問一次。
ask-shared-notice = 我在頻道裡回答，就在下面。
ask-interrupted = 寫到一半時我被重新啟動了，這個回答沒能寫完。你的問題還在，按「再問一次」就行。
ask-interrupted-partly = 寫到一半時我被重新啟動了，這個回答沒能寫完，下面可能還留著它的一小段。你的問題還在，按「再問一次」就行。
ask-stopping = 我正在重新啟動，這個回答沒能寫完。你的問題還在，過一分鐘按「再問一次」就行。
ask-gone = 那個問題我只保留一天，現在已經沒有了。請用 `/ask` 重新提問。
ask-forgotten = 我已經不記得那個回答了，可能已被刪除。請用 `/ask` 重新提問。
ask-question-empty = 這裡沒有看到問題。寫下你想知道的，例如：*什麼是詞元？*
ask-hello = 你好！👋 關於生成式 AI，想問什麼都可以，例如：*什麼是詞元？* 也可以接著讀課程：`/lesson next`。
ask-points-at-nothing = 我看不出這說的是什麼：在這之前，我在這裡沒有看到你的問題。請把問題寫完整，例如：*什麼是詞元？*
ask-thanked = 不客氣！🙂 隨時可以接著問，也可以用 `/quiz start` 測測自己記住了多少。
ask-about-me = 我是生成式 AI 的家教：我是 AI，不是真人，也可能出錯。我根據課程講解，一步一步給提示，對照課程看你用自己的話說得對不對，還會出題考你。可以先問 *什麼是詞元？*，全部功能見 `/help`。
ask-lesson-unknown = 沒有叫「{ $lesson }」的課程。請輸入幾個字，從清單裡選一個，或者不填。

ask-button-simpler = 簡單一點
ask-button-deeper = 深入一點
ask-button-quiz = 考考我
ask-button-more = 更多…
ask-button-example = 舉個例子
ask-button-why = 為什麼這樣回答？
ask-button-up = 👍
ask-button-down = 👎
ask-button-report = 檢舉
ask-button-again = 再問一次
ask-button-rest = 顯示其餘部分
ask-button-lessons = 查看課程

ask-more = 關於這個回答，還想做什麼？
ask-rated-up = 謝謝！很高興幫上忙。
ask-rated-down = 謝謝你告訴我。如果內容有錯，按「檢舉」可以交給管理員查看。
ask-report-title = 檢舉這個回答
ask-report-field = 哪裡有問題？
ask-report-help = 管理員能看到你寫的內容和這個回答，看不到我們的對話。
ask-reported = 謝謝。管理員會看到這個回答和你寫的內容，看不到我們對話的其他部分。
ask-reported-before = 你已經檢舉過這個回答了，管理員會查看的。
ask-reported-nowhere = 私訊裡沒有管理員，我只能記下來，轉給這個機器人的營運者。謝謝。

ask-why-title = **這個回答是怎麼來的**
ask-why-filter = **過濾**：{ $action ->
    [allow] 你的問題原樣通過。
    [redact] 先從你的問題裡去掉了個人資料。
    [as-data] 你的問題裡有對我下的指令，我把它當作討論的材料。
    [support] 你的話聽起來可能正經歷很難的時刻。
   *[refuse] 問題沒有被接受（{ $category }）。
}
ask-why-evidence = **依據**：課程涵蓋這個問題的可能性約為 { $percent }%。
ask-why-passages = **找到的段落**（括號內是相符程度）：
ask-why-passage = - *{ $section }*（{ $percent }%）
ask-why-memory = **記憶**：{ $count ->
    [0] 沒有用到之前的對話。
   *[other] 用到了你之前的 { $count } 輪問答。
}
ask-why-facts = **關於你**：用到了你告訴過我的 { $count } 件事，見 `/memory show`。
ask-why-model = **模型**：{ $model } · 提示詞 { $prompt } · 輸入 { $in } 個詞元，輸出 { $out } 個{ $cost }
ask-why-cost = { " " }· 約 { $usd } 美元
ask-why-no-model = **模型**：沒有使用，這段回覆由規則組成。
ask-why-withheld = **已攔下**：模型的回答沒有通過過濾（{ $category }）。
ask-why-open = 我的提示詞是公開的，就在程式的 `prompts` 資料夾裡。

ask-category-self-harm = 痛苦或自我傷害
ask-category-minors = 傷害未成年人
ask-category-sexual = 色情內容
ask-category-hate = 仇恨
ask-category-harassment = 騷擾或威脅
ask-category-violence = 暴力或武器
ask-category-illegal = 違法的事
ask-category-cyber = 攻擊系統或帳號
ask-category-override = 試圖覆蓋家教的指令
ask-category-personal-data = 個人資料
ask-category-secret = 金鑰、密碼之類的秘密
ask-category-sealed = 需要保密的內容，例如還沒結束的題目的答案

ask-for-you-alone = 有一個回答只給你看。按下面的按鈕，只有你能看到。
ask-button-open = 打開
ask-button-continue = 繼續問
ask-continue-title = 接著問
ask-thread-opened = 我們到 { $thread } 裡聊，那裡可以繼續問。提到我，或者按「繼續問」。
ask-thread-opened-reading = 我們到 { $thread } 裡聊，那裡可以繼續問。直接傳訊息就行，也可以按「繼續問」。
ask-no-thread-here = 只有在伺服器的文字頻道裡才能開討論串。請到那裡提問，或者不選 `討論串`。
ask-button-memory = 看看我記得什麼

ask-closing = 💬 **自己試試：**{ $question }
ask-off-topic = 這個問題好像和生成式 AI 無關，而我只教這個。可以問我，例如：*什麼是詞元？* 也可以開始讀課程。
ask-button-try = 我有想法了
ask-button-resume = 恢復記憶
ask-paused = -# 你的記憶已暫停：這些我都不會保存。
ask-still-open = 這會洩漏你還沒答完的那題，所以我先不說。先試著作答，之後再來問我，我會講清楚。
ask-still-open-where = 可以先讀一讀：

ask-button-reason = 說說原因
ask-reason-title = 為什麼這樣覺得？
ask-reason-field = 用一兩句話
ask-reasoned = 謝謝，我記下來了。
ask-remark-left-out = 你寫的內容我沒有保存，因為這類內容我不留存。你做的其他操作仍然有效。
ask-reported-decided = 管理員已經看過這則內容，決定維持原樣。如果你有新的發現，請直接告訴他們。
ask-reported-without-words = 對這個回答的檢舉已經送出了。你附上的話，我不會給任何人看，也沒有保存。
ask-reported-crisis = 這則訊息可能與正處於困境的人有關，所以我不會給任何人看，也沒有保存。如果可以，請多陪陪對方。在台灣可以撥打 1925 安心專線。
ask-report-empty = 這則訊息裡沒有文字，我沒有內容可以交給管理員。
ask-message-empty = 這則訊息裡沒有我能讀的文字。請換一則有文字的訊息，或者用 `/ask` 提問。
ask-message-not-in-course = 課程裡沒有講到這則訊息說的內容，我不想亂猜。可以用 `/ask` 以自己的話問我。
ask-about-section = 課程裡關於「{ $section }」（{ $lesson }）是怎麼講的？
ask-button-remark = 說明哪裡不對
ask-button-tell-me = 用私訊告訴我
ask-button-tell-me-not = 不要私訊
ask-will-tell = 管理員處理了你的檢舉，或更正了我給你的回答時，我會私訊告訴你。
ask-will-not-tell = 好的，我不會傳私訊。下次你使用我的時候，會在這裡看到這類消息。
ask-not-from-course = *（不在課程中）*
ask-own-words = -# 沒有標註方括號數字的句子不是課程裡的內容。
ask-button-stop = 停下
ask-stopped = *你讓我停在這裡。按「繼續問」可以接著問，按「深入一點」可以看完整的說明。*
ask-stop-too-late = 這個回答已經寫完了，不用再停。
