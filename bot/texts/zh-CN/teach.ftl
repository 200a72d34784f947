### /teach：管理员写的内容，以及它们的去向。

# 管理员自己能改正的问题
teach-lesson-unknown = 本服务器自己的课程里没有这一课。输入时请从弹出的列表里选。
teach-lesson-section-unknown = 这一课没有这一节。输入时请从弹出的列表里选。
teach-lesson-version-unknown = 这一课没有这个版本。用 `/teach lesson history` 可以看到全部版本。
teach-lesson-built-in = 这一课属于内置课程，不能在这里修改。你可以用 `/teach lesson unpublish` 对本服务器的学员隐藏它，再用 `/teach lesson publish` 让它重新出现。
teach-lesson-empty = 这一课还没有任何内容。请先写一节。
teach-lesson-stopped-minors = “{ $lesson }”没有发布：“{ $heading }”里有可能伤害未成年人的内容。无论服务器怎么设置，这样的内容都不会给学员看。请删掉或换个说法，再发布一次；草稿还在。
teach-lesson-stopped-secret = “{ $lesson }”没有发布：“{ $heading }”里有看起来是真实的密钥、令牌或密码。请换成 YOUR_API_KEY 这样的占位文字，再发布一次；草稿还在。如果它是真的，请到签发的地方作废，因为可能已经有人看到了。
teach-lesson-last-section = 这是本课唯一的一节，不能去掉。你可以删除整课，或者先写另一节。
teach-lesson-form-old = 这张表单已超过一周，或者是别人打开的，所以什么都没有保存。请用 `/teach lesson edit` 重新打开。
teach-lesson-your-text = 你写的内容没有丢：都在附件里。
teach-lesson-files-too-large = 文件太大：合计最多 { $limit } MB。请分批导入；这个机器人的运营者也可以用命令行导入。
teach-lesson-file-gone = Discord 没能把这个文件给我。请重新上传。
teach-lesson-at-unclear = 我没看懂这个时间。可以写“明天 9:00”“周五 18:30”“2小时后”或“2026-12-01 09:00”。没写时区时按 UTC 计算；要用别的时区，请加上“+08:00”之类。
teach-lesson-at-past = { $moment } 已经过去了。请选一个还没到的时间；想现在发布，就不用填时间。
teach-lesson-at-far = 这个时间在一年以后。请选一年之内的时间。

# 输入时弹出的列表
teach-lesson-choice-draft = { $lesson } · 草稿，第 { $newest } 版
teach-lesson-choice-published = { $lesson } · 已发布，第 { $newest } 版
teach-lesson-choice-changed = { $lesson } · 已发布第 { $published } 版，第 { $newest } 版是草稿
teach-lesson-choice-deleted = { $lesson } · 已删除
teach-lesson-choice-hidden = { $lesson } · 内置，在这里已隐藏
teach-lesson-choice-built-in = { $lesson } · 内置
teach-lesson-choice-version = 第 { $version } 版 · { $day } UTC
teach-lesson-all-drafts = 全部 { $count } 份草稿
teach-lesson-part-new = ➕ 新的一节
teach-lesson-part-details = 📝 标题、简介和目标
teach-lesson-at-hour = 1小时后
teach-lesson-at-tomorrow = 明天 9:00
teach-lesson-at-monday = 周一 9:00

# 表单
teach-lesson-form-new-lesson = 新的一课
teach-lesson-form-section = 修改一节
teach-lesson-form-new = 新的一节
teach-lesson-form-details = 标题、简介和目标
teach-lesson-form-import = 导入课程
teach-lesson-form-try = 试导入（不会保存）
teach-lesson-field-title = 课程标题
teach-lesson-field-summary = 简介
teach-lesson-field-goals = 学习目标
teach-lesson-field-first-heading = 第一节的标题
teach-lesson-field-heading = 小节标题
teach-lesson-field-text = 正文
teach-lesson-field-more-text = 正文（续）
teach-lesson-field-after = 放在哪里？
teach-lesson-field-files = 文件
teach-lesson-help-title = 这一课还没有这种语言的内容。它叫什么？
teach-lesson-help-summary = 一两句话。留空时取正文开头。
teach-lesson-help-goals = 学员学完能做到什么，一行一个。
teach-lesson-help-first-section = 也可以留到以后再写。
teach-lesson-help-markdown = 使用 Markdown：列表、粗体、代码、表格、链接。
teach-lesson-help-empty = 使用 Markdown。全部留空就去掉这一节。
teach-lesson-help-files = 最多十个：Markdown（.md）、文本，或装有它们的 .zip。
teach-lesson-at-the-end = 放在最后

# 按钮和菜单
teach-lesson-button-edit = 修改
teach-lesson-button-preview = 预览
teach-lesson-button-publish = 发布
teach-lesson-button-publish-all = 发布全部草稿
teach-lesson-button-unpublish = 下架
teach-lesson-button-show-again = 重新发布
teach-lesson-button-cancel = 到时不发布
teach-lesson-button-part = 第 { $part } 部分
teach-lesson-button-reopen = 重新打开我写的内容
teach-lesson-button-restore = 恢复
teach-lesson-button-newer = ◀ 较新
teach-lesson-button-older = 较旧 ▶
teach-lesson-button-history = 全部版本
teach-lesson-button-back-to = 回到这一版
teach-lesson-button-en = 看英文
teach-lesson-button-zh-CN = 看简体中文
teach-lesson-button-zh-TW = 看繁体中文
teach-lesson-select-section = 你想修改哪里？
teach-lesson-select-lesson = 看看导入的某一课
teach-lesson-select-version = 看某一版改了什么

# 写作
teach-lesson-begun = “{ $lesson }”已存为草稿（{ $language }）。发布之前，学员什么都看不到。
teach-lesson-begun-empty = “{ $lesson }”已存为草稿（{ $language }）。接下来写第一节：点“修改”，再选“新的一节”。
teach-lesson-which-section = “{ $lesson }”（{ $language }）：你想修改哪里？
teach-lesson-more-sections = 这里放不下全部小节：其余的可以用命令的`小节` 选项找到。
teach-lesson-long-section = “{ $heading }”太长，一张表单放不下，所以分成 { $parts } 部分；每部分单独保存，其余的保持不变。
teach-lesson-saved = 已存为“{ $lesson }”的第 { $version } 版。发布后学员才会看到。
teach-lesson-saved-section = “{ $heading }”已存入“{ $lesson }”的第 { $version } 版。发布后学员才会看到。
teach-lesson-section-removed = “{ $lesson }”的第 { $version } 版去掉了这一节。之前的版本里还有它，回退就能找回。
teach-lesson-unchanged = 与“{ $lesson }”的第 { $version } 版没有差别，所以没有新版本。
teach-lesson-overtaken = 你写的时候，{ $who } 也改了“{ $lesson }”的同一处。对方的修改没有被覆盖，你写的也没有丢：内容在附件里，点“重新打开我写的内容”可以放回表单。对方改了这些：
teach-lesson-somebody = 另一位管理员
teach-lesson-legend = ~~去掉的~~ · **新加的**

# 文件
teach-lesson-exported = 这是“{ $lesson }”第 { $version } 版的文件。在这里或别的服务器导入，内容都原样不变。
teach-lesson-report-attached = ……完整报告在附件里。
teach-lesson-chosen = “{ $lesson }”，第 { $version } 版：

# 学员看到的
teach-lesson-preview-draft = 第 { $version } 版（{ $language }），学员以后看到的就是这样。它还是草稿，发布之前只有你和其他作者看得到。
teach-lesson-preview-seen = 第 { $version } 版（{ $language }），学员现在看到的就是它。
teach-lesson-preview-other = 没有这种语言的内容，读者会看到{ $language }的。
teach-lesson-preview-converted = 这份内容由简繁转换而来，会跟着原文更新。你一旦在这里修改，就以你写的为准。
teach-lesson-missing = ⚠ { $language }还缺 { $count } 节，这种语言的读者看不到它们。
teach-lesson-published = ✅ 学员现在可以读“{ $lesson }”了（第 { $version } 版）。在 `/lesson list` 里就能找到。
teach-lesson-published-before = 学员读的已经是“{ $lesson }”的第 { $version } 版，没有更新的了。
teach-lesson-shown = ✅ “{ $lesson }”在这里重新出现了。
teach-lesson-shown-before = “{ $lesson }”属于内置课程，学员本来就看得到。
teach-lesson-published-all = { $count ->
    [0] 没有课程发布。
   *[other] ✅ 学员现在可以读 { $count } 课新的或修改过的内容了。
}
teach-lesson-published-not = 有 { $count } 份草稿还没有任何小节，所以没有发布。
teach-lesson-published-stopped = 有 { $count } 份草稿里有不能给学员看的内容，所以没有发布。单独发布其中一课，就会告诉你是哪一节。
teach-lesson-scheduled = 🕘 “{ $lesson }”的第 { $version } 版将在 { $moment }（{ $distance }，即 { $utc }）对学员发布。没写时区时按 UTC 计算；要用别的时区，请加上“+08:00”之类。之后的修改要等你再次发布。
teach-lesson-cancelled = 这一课不会自动发布，一切保持原样。
teach-lesson-nothing-set = 这一课已经没有定时发布了，可能已经发布。
teach-lesson-taken-unpublished = 学员不再看到“{ $lesson }”。它的全部版本和大家的进度都保留着。
teach-lesson-taken-hidden = “{ $lesson }”对本服务器的学员隐藏了，别的服务器不受影响。
teach-lesson-taken-nothing = 学员之前也看不到“{ $lesson }”。

# 版本
teach-lesson-history = **{ $lesson }** · 共 { $count } 版
teach-lesson-history-line = **第 { $version } 版** · { $moment }
teach-lesson-history-first = 最初的一版
teach-lesson-history-sections = 改了 { $count } 节
teach-lesson-history-details = 改了标题、简介或目标
teach-lesson-history-seen = ✅ 学员看到的是这一版
teach-lesson-history-scheduled = 🕘 将在 { $moment } 发布
teach-lesson-version = 第 { $version } 版
teach-lesson-page = 第 { $page } / { $pages } 页
teach-lesson-diff = **{ $lesson }** · 第 { $version } 版改了什么
teach-lesson-diff-first = **{ $lesson }** · 第 { $version } 版，最初的一版
teach-lesson-diff-nothing = 写下的内容与上一版没有差别。
teach-lesson-change-added = ➕ **{ $heading }**（{ $language }）是新的：{ $new } 字
teach-lesson-change-changed = ✏️ **{ $heading }**（{ $language }）：加了 { $new } 字，去掉 { $gone } 字
teach-lesson-change-removed = ➖ **{ $heading }**（{ $language }）去掉了：{ $gone } 字
teach-lesson-details-added = ➕ 标题、简介和目标（{ $language }）
teach-lesson-details-changed = ✏️ 标题、简介和目标（{ $language }）
teach-lesson-details-removed = ➖ 去掉了{ $language }的内容
teach-lesson-rolled-back = “{ $lesson }”恢复为第 { $old } 版的内容，存为第 { $version } 版。它是草稿，发布后学员才会看到。
teach-lesson-still-set = 🕘 第 { $version } 版仍然会在 { $moment } 对学员发布。不想这样的话，按这里的按钮取消。
teach-lesson-rolled-back-nothing = “{ $lesson }”的最新版（第 { $version } 版）与第 { $old } 版内容相同，没有什么可回退。
teach-lesson-restored = “{ $lesson }”回来了，是一份草稿。想让学员看到，请发布它。
teach-lesson-deleted = “{ $lesson }”已删除，学员不再看到它。{ $until } 之前可以恢复，之后就彻底没有了。
