# /lesson：课程列表、阅读器和下一步

reading-unknown = 这里找不到那一课或那一节。请输入几个字，从列表里选一个，或者用 `/lesson list` 查看。
reading-list-title = **全部课程**
reading-list-line-new = { $number }. **{ $lesson }** · 约 { $minutes } 分钟
reading-list-line-started = { $number }. **{ $lesson }** · 已读 { $read } / { $all } 节
reading-list-line-finished = { $number }. **{ $lesson }** · ✅ 已读完
reading-list-choose = 打开一课
reading-all-read = 全部课程都读完了。可以用 `/ask` 提问，也可以用 `/lesson read` 再读一遍。
reading-next-continue = 你上次在《{ $lesson }》读到这里：
reading-next-begin = 接下来可以学：《{ $lesson }》
reading-next-due = 有 { $count } 道题该复习了，花几分钟就能记得更牢。
reading-contents = 跳到某一节
reading-footer = { $bar }  第 { $section } 节，共 { $all } 节 · 约 { $minutes } 分钟
reading-button-back = ◀ 上一页
reading-button-onward = 下一页 ▶
reading-button-finish = 读完了 ✔
reading-button-ask = 就此提问
reading-button-list = 全部课程
reading-button-next-lesson = 下一课 ▶
reading-ask-title = 就这一节提问
reading-ask-field = 你想知道什么？
reading-finished = 🎉 《{ $lesson }》读完了。

reading-end-unread = 这是《{ $lesson }》的最后一节，还有 { $count } 节没有读。
reading-end-not-agreed = 这是《{ $lesson }》的最后一节。用 `/start` 表示同意之后，我会记住你读到哪里。
reading-button-unread = 读剩下的 ▶

reading-search-found = 课程里关于“**{ $query }**”的内容：
reading-search-hardly = 课程里没有专门讲“**{ $query }**”的内容，下面是最接近的几段：
reading-search-nothing = 课程里没有找到“**{ $query }**”。换几个词试试，或者看看全部课程。
reading-search-passage = **{ $lesson } · { $section }**
    { $text }
reading-search-open = 打开一节
