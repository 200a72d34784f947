# /memory：記得什麼，以及忘記

memory-nothing = 我在這裡還不記得你的任何事。你提問之後，我們的問答會保存 { $days } 天。
memory-title = **我在這裡記得你的這些事**
memory-profile = **你：** 我用{ $language }講解，{ $level ->
    [eli5] 從零講起，多用生活中的比喻
    [practitioner] 按開發者的程度來講
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
memory-forget-lesson-missing = 要忘記哪一課？請在 `lesson` 裡選一課，或者讓我忘記 `last`、`conversation` 或 `all`。
memory-forget-ask = 這會永久刪除我在這裡記得的全部 { $count } 個問題和回答。你的語言、程度和學習進度會保留。
memory-forget-yes = 全部忘記
memory-forget-no = 保留
memory-kept = 什麼都沒有刪除。
