# /progress

progress-title = 你的进度
progress-empty = 还没有可以看的。用 `/lesson next` 开始一课，用 `/quiz start` 做一次测验。
progress-lessons = 📚 { $lessons } 课里读完了 { $finished } 课
progress-streak = { $days ->
    [0] 🔥 现在没有连续天数
   *[other] 🔥 连续 { $days } 天（还可以缺 { $freezes } 天）
 }
progress-cards = 🗂️ { $cards } 张卡片，{ $due } 张到期
progress-picture-read = 读过
progress-picture-known = 掌握
progress-picture-surely = 按把握看答对了多少
progress-picture-beside = 同样的题
progress-picture-assisted = 有帮助时
progress-picture-unaided = 几天后，没有帮助
progress-lesson = **{ $lesson }**：{ $sections } 节读了 { $read } 节，掌握 { $mastery }%（{ $concepts } 个概念考过 { $asked } 个）
progress-lesson-read = **{ $lesson }**：{ $sections } 节读了 { $read } 节
progress-beside = **没有帮助时还记得多少**：隔了几天再考的 { $items } 题，有帮助时答对 { $assisted } 题，没有帮助时答对 { $unaided } 题。
progress-beside-none = **没有帮助时还记得多少**：答过的题隔几天再复习，这里就有结果了。用 `/review now` 开始。
progress-no-cards = 你还没有可以带走的卡片。每答一道题，它就会变成一张：用 `/quiz start`。
progress-deck = 生成式人工智能：我的卡片
progress-exported-json = 你的 { $count } 张卡片（JSON），附有到期时间。
progress-exported-csv = 你的 { $count } 张卡片，任何电子表格都能打开，附有到期时间。
progress-exported-apkg = 你的 { $count } 张卡片，用 Anki 打开这个文件就行。
