# 导入课程时，对每个文件、每一行说的话

importing-at-file = { $path }：{ $sentence }
importing-at-line = { $path } 第 { $line } 行：{ $sentence }

importing-outcome-understood = 读懂了
importing-outcome-skipped = 跳过了
importing-outcome-wrong = 有问题

importing-summary-done = 从 { $files } 个文件里读出 { $lessons } 课：新增 { $new }，更新 { $changed }，没变 { $unchanged }。新增和更新的都是草稿，你发布之前谁也看不到。
importing-summary-would = { $files } 个文件里有 { $lessons } 课：新增 { $new }，更新 { $changed }，没变 { $unchanged }。这次只是预览，什么都没有保存。
importing-summary-same = 没有新内容：{ $files } 个文件里的 { $lessons } 课，这里早就有了，一字不差。什么都没有改动。
importing-summary-refused = 什么都没有导入。请改好下面 { $count } 处，再导入一次：
importing-lesson-new = **{ $title }**（`{ $lesson }`）· 新课 · { $languages } · { $sections } 个小节 · { $questions } 道草稿题
importing-lesson-changed = **{ $title }**（`{ $lesson }`）· 现在是第 { $version } 版 · { $languages } · { $sections } 个小节 · { $questions } 道草稿题
importing-lesson-unchanged = **{ $title }**（`{ $lesson }`）· 和原来一样
importing-more = ……还有 { $count } 条。

# 读懂了
importing-lesson-read = 读作“{ $lesson }”，{ $sections } 个小节。
importing-languages-paired = “{ $lesson }”有两种语言，{ $count } 个小节已经对上。
importing-question-found = 一道有 { $options } 个选项的题成了草稿，答案是第 { $answers } 项。
importing-question-without-key = 一道有 { $options } 个选项的题成了草稿。原文没写答案，发布这道题之前请先选好。
importing-outline-read = 读了 { $count } 课的大纲。
importing-checks-read = 读了 { $count } 道题。
importing-lines-rebuilt = 原文的换行丢了，我把 { $count } 个标题放回了单独一行。请过目。
importing-headings-guessed = 原文没有标出标题，我把 { $count } 个短行当作标题。在行首写 `#` 就能自己指定。
importing-title-guessed = 没有标题，我叫它“{ $title }”。在第一行写 `# 标题` 就能换一个。
importing-encoding-guessed = 不是 UTF-8，我按 GB18030 读的。如果有乱码，请另存为 UTF-8。
importing-name-guessed = 压缩包里这个文件名没有注明编码，是我猜的。
importing-language-differs = 它放在另一种语言的位置，我以正文的语言为准。
importing-characters-cleaned = 去掉了 { $count } 个看不见的字符。
importing-alerts-mended = 修好了 { $count } 处挤在一行里的提示框。
importing-images-linked = { $count } 张图片变成了带说明文字的链接；不在网上的图片只留下说明文字。
importing-tracking-removed = 去掉了 { $count } 个链接上的跟踪参数。
importing-id-taken = 这里的学员能看到的另一课已经用了这个编号，你的这一课叫 `{ $lesson }`。
importing-quarantine = 小节“{ $heading }”里有学员自己写就会被过滤器拦下的内容（{ $category }）。它原样保留，只当课文，绝不当指令。发布前请看一眼。
importing-not-for-learners = 小节“{ $heading }”里有不能给学员看的内容（{ $category }）。草稿里照样保留，但删掉之前这一课不能发布。

# 跳过了
importing-file-empty = 里面没有可读的内容。
importing-file-kind = 不是 Markdown 或文本；这个文件夹里的同类文件都没有导入。
importing-file-about = 这是关于课程的说明，不是课文。如果是，请换个文件名。
importing-file-language = 这种语言我还不会教。课程可以是英文或中文。
importing-file-twice = 和 { $other } 一模一样。
importing-file-link = 指向别处的链接文件，我不会跟过去。
importing-archive-inside = 里面还有一个压缩包，请先解开再导入。
importing-heading-empty = “{ $heading }”下面什么都没有。
importing-comment-dropped = HTML 注释或程序没有导入，读者本来也看不到。
importing-style-dropped = 去掉了夹在文字中间的 { $count } 处网页样式残留。
importing-furniture-dropped = 去掉了正文前后的 { $count } 个短行，它们是网页的菜单和按钮。
importing-links-dropped = { $count } 个链接指向课程以外的文件，只留下了文字。
importing-front-matter-broken = 两行 `---` 之间不是 `name: value` 的写法，我从它下面读起。
importing-question-unclear = 在“{ $heading }”下面没找到题目和选项，原文留在课里。请这样写：题目、选项列表，再写 `答：2`。

# 有问题
importing-nothing-there = 里面没有课程。请给我 Markdown 或文本文件，或者装着它们的文件夹、.zip。
importing-path-missing = 没有这个文件或文件夹。
importing-cannot-read = 读不了。请确认它存在，并且允许我打开。
importing-file-too-large = 超过 { $limit } KB。请拆成几课。
importing-all-too-large = 一次导入的文字太多了（上限 { $limit } MB）。请分几次导入。
importing-too-many-files = 超过 { $limit } 个文件。请分几次导入。
importing-too-deep = 文件夹套了超过 { $limit } 层。请把课程往上挪。
importing-too-many-sections = 标题超过 { $limit } 个。请拆成几课。
importing-too-dense = 符号比文字还多，不像人写的课文。请把它去掉。
importing-name-dangerous = 这个名字想跑出自己的文件夹。请用普通的文件名重新打包。
importing-archive-broken = 压缩包坏了。请重新打成 .zip。
importing-archive-locked = 压缩包有密码。请换一个没有密码的。
importing-archive-expands = 解开后是原来的 { $limit } 倍以上。请重新打包，或者直接导入文件。
importing-archive-method = 这种压缩方式我不解。请打成普通的 .zip。
importing-not-text = 不是 UTF-8、UTF-16 或 GB18030 的文本。请另存为 UTF-8。
importing-two-of-one = 和 { $other } 是同一课、同一种语言，内容却不同。请改名，或者去掉其中一个。
importing-yaml-broken = 不是由 `name: value` 行组成的 YAML。
importing-outline-wrong = 大纲里每课都要有 `id`，由小写字母、数字和连字符组成。
importing-check-wrong = 题目“{ $section }”要有题干、两到十个不同的选项，答案从 0 数起；课后检查还要给每个选项写一句解释。
