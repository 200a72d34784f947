# /memory：記得什麼，以及忘記

memory-nothing = 我在這裡還不記得你的任何事。你提問之後，我們的問答會保存 { $days } 天。
memory-title = **我在這裡記得你的這些事**
memory-profile = **你：** 我用{ $language }講解，{ $level ->
    [eli5] 從零講起，多用生活中的比喻
    [practitioner] 依開發者的程度來講
   *[beginner] 每個術語都解釋清楚
}。
memory-goal = **你的目標：**「{ $goal }」
memory-turns = **我們的對話：**{ $count ->
    [0] 還沒有。
   *[other] { $count } 個問題和回答。最近的是：
}
memory-turn = - { $when }：{ $question }
memory-turn-hidden = - { $when }：*一個我沒有接受、也沒有保存的問題*
memory-reading = **你的閱讀：** { $count ->
    [0] 還沒有讀完的小節
   *[other] 讀完了 { $count } 節
}，上次讀的是《{ $lesson }》。
memory-known = **你在測驗裡答得好的：**{ $concepts }。
memory-missed = **你在測驗裡答錯過的：**{ $concepts }。
memory-where = 這些只用於本伺服器；私訊和別的伺服器裡的內容分開保存。別人看不到。
memory-where-dm = 這些只用於私訊；你在伺服器裡說的話分開保存。別人看不到。
memory-how = `/memory forget` 可以刪除，`/privacy export` 把全部資料匯出成檔案。
memory-language-en = 英文
memory-language-zh-CN = 簡體中文
memory-language-zh-TW = 繁體中文
memory-forgot = { $count ->
    [0] 沒有什麼可忘的。
   *[other] 已經忘記 { $count } 個問題和回答，無法復原。
}
memory-forget-lesson-missing = 要忘記哪一課？請在 `課程` 裡選一課，或者在 `內容` 裡選別的。
memory-forget-ask = 這會永久刪除我在這裡記得的全部 { $count } 個問題和回答。你的語言、程度、學習進度和測驗結果會保留。
memory-forget-yes = 全部忘記
memory-forget-no = 保留
memory-kept = 什麼都沒有刪除。

memory-noted = 記下了：「{ $what }」。隨時可以查看、修改或刪除。
memory-noted-shared = 記下了，只為你一個人。
memory-note-what = 要我記住什麼？請在同一句話裡說出來，例如：*記住我五月考試。*
memory-noted-paused = 你的記憶已暫停，這件事沒有記下。先恢復記憶，再告訴我一次。
memory-unlearned = 已經忘記 { $facts } 條筆記{ $turns ->
    [0] { "" }
   *[other] 、{ $turns } 個問題和回答
}，無法復原。
memory-shown-apart = 這個只給你一個人看：按**看看我記得什麼**，或使用 `/memory show`。在那裡可以修改，也可以刪除。
memory-unlearned-nothing = 關於這個我什麼都沒記。按下面就能看到我記得什麼，也能在那裡刪除。
memory-unlearn-all = 我可以忘掉在這裡記住的關於你的一切。為免誤刪，請用 `/memory forget` 並選擇「全部」：我會再確認一次，然後全部刪除，無法復原。`/privacy delete` 會連學習進度和成績一起刪除。
memory-facts = **你告訴過我的事：**
memory-fact = - { $text } *（{ $when }）*
memory-fact-proposed = - { $text } *（{ $when }；由模型找出，你保留之後才會使用）*
memory-summary = **對話小結**（由模型撰寫）：{ $summary }
memory-paused-now = ⏸️ **已暫停：** 恢復之前，我不會保存任何新內容。
memory-choose-fact = 修改或刪除其中一條…
memory-fact-title = **{ $kind }：**「{ $text }」
memory-fact-kind-role = 你的身分
memory-fact-kind-goal = 你的目標
memory-fact-kind-tool = 你用的工具
memory-fact-kind-known = 你已經會的
memory-fact-kind-hard = 你覺得難的
memory-fact-kind-liking = 你喜歡的學法
memory-fact-kind-note = 你要我記住的
memory-fact-keep = 保留
memory-fact-change = 修改
memory-fact-remove = 刪除
memory-fact-form = 要我記住什麼？
memory-fact-field = 用你自己的話
memory-fact-kept = 好了，我記得：「{ $text }」。
memory-fact-removed = 已刪除，無法復原。
memory-fact-gone = 這一條已經刪除了。
memory-fact-unsafe = 這個我不想保存。請不要寫號碼、地址之類的個人資料。
memory-pause-done = ⏸️ 已暫停。從現在起，你在這裡的問題、回答和說過的話我都不保存。之前記得的還在，你可以隨時讓我忘記。
memory-resume-done = ▶️ 從現在起，我會繼續記住我們的對話。
memory-language-ask = 在這裡我用哪種語言和你說話？回答總是跟隨你提問的語言。
memory-language-choose = 語言
memory-language-done = 好了，我在這裡用{ $language }和你說話。
