# /lesson：課程清單、閱讀器和下一步

reading-unknown = 這裡找不到那一課或那一節。請輸入幾個字，從清單裡選一個，或者用 `/lesson list` 查看。
reading-list-title = **全部課程**
reading-list-line-new = { $number }. **{ $lesson }** · 約 { $minutes } 分鐘
reading-list-line-started = { $number }. **{ $lesson }** · 已讀 { $read } / { $all } 節
reading-list-line-finished = { $number }. **{ $lesson }** · ✅ 已讀完
reading-list-choose = 打開一課
reading-all-read = 全部課程都讀完了。可以用 `/ask` 提問，也可以用 `/lesson read` 再讀一遍。
reading-next-continue = 你上次在《{ $lesson }》讀到這裡：
reading-next-begin = 接下來可以學：《{ $lesson }》
reading-next-due = 有 { $count } 題該複習了，花幾分鐘就能記得更牢。
reading-contents = 跳到某一節
reading-footer = { $bar }  第 { $section } 節，共 { $all } 節 · 約 { $minutes } 分鐘
reading-button-back = ◀ 上一頁
reading-button-onward = 下一頁 ▶
reading-button-finish = 讀完了 ✔
reading-button-ask = 就此提問
reading-button-list = 全部課程
reading-button-next-lesson = 下一課 ▶
reading-ask-title = 就這一節提問
reading-ask-field = 你想知道什麼？
reading-finished = 🎉 《{ $lesson }》讀完了。

reading-end-unread = 這是《{ $lesson }》的最後一節，還有 { $count } 節沒有讀。
reading-end-not-agreed = 這是《{ $lesson }》的最後一節。用 `/start` 表示同意之後，我會記住你讀到哪裡。
reading-button-unread = 讀剩下的 ▶

reading-search-found = 課程裡關於「**{ $query }**」的內容：
reading-search-hardly = 課程裡沒有專門講「**{ $query }**」的內容，以下是最接近的幾段：
reading-search-nothing = 課程裡找不到「**{ $query }**」。換幾個詞試試，或者看看全部課程。
reading-search-passage = **{ $lesson } · { $section }**
    { $text }
reading-search-open = 開啟一節
