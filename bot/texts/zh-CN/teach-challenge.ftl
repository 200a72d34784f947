# /teach challenge：练习题

teach-challenge-form = 练习题
teach-challenge-field = 练习题（YAML）
teach-challenge-help = 更长的请用文件上传。
teach-challenge-kept = **{ $title }** 已存为草稿（第 { $version } 版）。接下来先用 `/teach challenge test` 测试，再用 `/teach challenge publish` 发布。
teach-challenge-mistaken = 什么都没有保存。你的内容在附件里，改好下面这些再提交：
teach-challenge-mistake = 第 { $line } 行：{ $what }
teach-challenge-too-long = 这道练习题太长，表单放不下。请修改文件，再用 `/teach challenge edit` 提交。
teach-challenge-parts = ✅ **{ $title }**：参考提示词通过，差的提示词没通过，可以发布。
teach-challenge-parts-not = ❌ **{ $title }** 还分不出好坏。
teach-challenge-scores = 参考提示词 { $reference }%，差的提示词 { $bad }%；需要 { $threshold }%。
teach-challenge-by-recorded = 没有设置模型，按录下的输出评判。
teach-challenge-by-model = 由 { $model } 运行。
teach-challenge-failing = 学员在 `{ $case }` 上 { $all } 次里失败 { $failed } 次。
teach-challenge-published = **{ $title }** 已经对学员开放。
teach-challenge-retired = 这道练习题已经停用。已有的尝试会保留，用 `/teach challenge publish` 就能恢复。
teach-challenge-unknown = 本服务器自己的练习题里没有这一道。输入时请从弹出的列表里选。
teach-challenge-does-not-part = 没有发布：按录下的输出，参考提示词没通过，或者差的提示词通过了。用 `/teach challenge test` 查看原因。
teach-challenge-choice-draft = ✎ { $title }
teach-challenge-choice-published = { $title }
teach-challenge-choice-retired = ✕ { $title }
