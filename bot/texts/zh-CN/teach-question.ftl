# /teach question: a server's own questions

teach-question-form = 题目
teach-question-field-stem = 题干
teach-question-field-answers = 选项，一行一个
teach-question-field-hints = 提示，一行一条
teach-question-field-section = 属于哪一节
teach-question-field-level = 难度
teach-question-field-yaml = 题目（YAML）
teach-question-help-answers = 正确：* 文字 | 理由；错误：- 文字 | 理由；填空：= 答案，另起一行写 # 理由
teach-question-state-draft = 草稿：还不会考学员
teach-question-state-published = 已发布：会考学员
teach-question-state-retired = 已停用：只有已经抽到它的测验还保留
teach-question-choice-draft = 草稿：{ $question }
teach-question-choice-published = { $question }
teach-question-choice-retired = 已停用：{ $question }
teach-question-choice-course-published = 课程：{ $question }
teach-question-choice-course-retired = 已停用：{ $question }
teach-question-button-approve = 批准
teach-question-button-again = 重新启用
teach-question-button-edit = 修改
teach-question-button-reject = 不要
teach-question-button-retire = 停用
teach-question-button-skip = 下一份草稿
teach-question-button-review = 查看草稿
teach-question-now-published = ✅ 已发布，从现在起会考学员。
teach-question-now-retired = 🗑️ 已停用。
teach-question-no-drafts = 没有待审的草稿。用 `/teach question new` 写一道，或用 `/teach question generate` 从课程里出几道。
teach-question-drafts-left = 还有 { $count } 份草稿待审。
teach-question-no-question = 这还不是一道完整的题，所以没有保存。你写的内容在文件里，重新打开表单粘贴就行。
teach-question-changed-meanwhile = 你填表的时候，别人改了这道题，所以没有保存。你写的内容在文件里；重新打开表单可以看到最新版本。
teach-question-not-yaml = 这不是一道题的 YAML，所以没有保存。你写的内容在文件里。
teach-question-none = 这里没有这道题。输入时从列表里选一道。
teach-question-unknown-format = 看不出这是哪种文件。请用 `格式` 说明：gift、moodle、json、csv 或 yaml。
teach-question-nothing = 本服务器还没有自己的题目。用 `/teach question new` 写一道。
teach-question-not-taken = 什么都没有导入：文件里有 { $count } 处错误。
teach-question-line = - 第 { $line } 行：{ $what }
teach-question-taken = 已导入并发布 { $count } 道题。
teach-question-taken-flawed = 另有 { $count } 道存为草稿，因为有严重问题。用 `/teach question review` 查看。
teach-question-exported = 本服务器的 { $count } 道题。
teach-question-deck = 生成式人工智能：本服务器的题目
teach-question-drafted = { $count ->
    [0] 没有合格的草稿：{ $dropped } 道都有问题、答案存疑，或者和已有的太像。再试一次，或用 `/teach question new` 自己写。
   *[other] 做好了 { $count } 份草稿（另有 { $dropped } 道有问题、答案存疑或和已有的太像，已丢弃）。你批准之前不会考任何人。
 }
teach-question-drafted-plainly = { $count ->
    [0] 连不上模型，课文的句子能出的题都已经有了。草稿在 `/teach question review`；想再加一道，用 `/teach question new` 自己写。
   *[other] 连不上模型，所以用课文里的句子做了 { $count } 份草稿（丢弃 { $dropped } 道）。它们只考词语，批准之前请改得更好。
 }
teach-question-drafted-no-reply = 模型写出来的都不是题目。再试一次，或用 `/teach question new` 自己写。
teach-question-drafted-no-text = 连不上模型，这一课里也没有可以挖空的完整句子，只有标题、代码、表格或很短的行。用 `/teach lesson edit` 补几句话，把术语加粗；或者用 `/teach question new` 自己写一道题。
teach-question-retired = 已停用：{ $question } 这里不会再考它，已经抽到它的测验会保留。想重新启用，还是用 `/teach question retire`。
teach-question-too-few = 答的人太少，还看不出什么：一道题有 { $least } 个人答过才会显示。
teach-question-figures = **{ $count } 道题**，按这里每个人第一次的作答统计。*区分度*（−1 到 1）：其他题答得好的人，这道题是不是也答得更好。
teach-question-figure = - { $question }：{ $answers } 人作答，{ $right }% 答对，区分度 { $tells }
teach-question-suspect-too-hard = 🔎 几乎没人答对：答案对吗？之前教过吗？
teach-question-suspect-too-easy = 🔎 几乎人人答对：是不是哪里泄露了答案？
teach-question-suspect-tells-nothing = 🔎 其他题答得好的人，这道题并没有更好：是不是有歧义？
teach-question-suspect-wrong-key = 🔎 选错误选项的人比选正确选项的还多：请检查答案。
teach-question-suspect-dead-option = 🔎 有个错误选项没人选：换成大家真会有的误解。
