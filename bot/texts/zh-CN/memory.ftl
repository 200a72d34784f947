# /memory：记得什么，以及忘记

memory-nothing = 我在这里还不记得你的任何事。你提问之后，我们的问答会保存 { $days } 天。
memory-title = **我在这里记得你的这些事**
memory-profile = **你：** 我用{ $language }讲解，{ $level ->
    [eli5] 从零讲起，多用生活中的比喻
    [practitioner] 按开发者的水平来讲
   *[beginner] 每个术语都解释清楚
}。
memory-goal = **你的目标：**“{ $goal }”
memory-turns = **我们的对话：**{ $count ->
    [0] 还没有。
   *[other] { $count } 个问题和回答。最近的是：
}
memory-turn = - { $when }：{ $question }
memory-turn-hidden = - { $when }：*一个我没有接受、也没有保存的问题*
memory-reading = **你的阅读：** { $count ->
    [0] 还没有读完的小节
   *[other] 读完了 { $count } 节
}，上次读的是《{ $lesson }》。
memory-known = **你在测验里答得好的：**{ $concepts }。
memory-missed = **你在测验里答错过的：**{ $concepts }。
memory-where = 这些只用于本服务器；私信和别的服务器里的内容分开保存。别人看不到。
memory-where-dm = 这些只用于私信；你在服务器里说的话分开保存。别人看不到。
memory-how = `/memory forget` 可以删除，`/privacy export` 把全部数据导出成文件。
memory-language-en = 英文
memory-language-zh-CN = 简体中文
memory-language-zh-TW = 繁体中文
memory-forgot = { $count ->
    [0] 没有什么可忘的。
   *[other] 已经忘记 { $count } 个问题和回答，无法恢复。
}
memory-forget-lesson-missing = 要忘记哪一课？请在 `课程` 里选一课，或者在 `内容` 里选别的。
memory-forget-ask = 这会永久删除我在这里记得的全部 { $count } 个问题和回答。你的语言、水平、学习进度和测验结果会保留。
memory-forget-yes = 全部忘记
memory-forget-no = 保留
memory-kept = 什么都没有删除。

memory-noted = 记下了：“{ $what }”。随时可以查看、修改或删除。
memory-noted-shared = 记下了，只为你一个人。
memory-note-what = 要我记住什么？请在同一句话里说出来，例如：*记住我五月考试。*
memory-noted-paused = 你的记忆已暂停，这条没有记下。先恢复记忆，再告诉我一次。
memory-unlearned = 已经忘记 { $facts } 条笔记{ $turns ->
    [0] { "" }
   *[other] 、{ $turns } 个问题和回答
}，无法恢复。
memory-shown-apart = 这个只给你一个人看：点**看看我记得什么**，或者用 `/memory show`。在那里可以改，也可以删。
memory-unlearned-nothing = 关于这个我什么都没记。点下面就能看到我记得什么，也能在那里删除。
memory-unlearn-all = 我可以忘掉在这里记住的关于你的一切。为免误删，请用 `/memory forget` 并选择“全部”：我会再确认一次，然后全部删除，无法恢复。`/privacy delete` 会连学习进度和成绩一起删除。
memory-facts = **你告诉过我的事：**
memory-fact = - { $text } *（{ $when }）*
memory-fact-proposed = - { $text } *（{ $when }；由模型找出，你保留之后才会使用）*
memory-summary = **对话小结**（由模型撰写）：{ $summary }
memory-paused-now = ⏸️ **已暂停：** 恢复之前，我不会保存任何新内容。
memory-choose-fact = 修改或删除其中一条…
memory-fact-title = **{ $kind }：**“{ $text }”
memory-fact-kind-role = 你的身份
memory-fact-kind-goal = 你的目标
memory-fact-kind-tool = 你用的工具
memory-fact-kind-known = 你已经会的
memory-fact-kind-hard = 你觉得难的
memory-fact-kind-liking = 你喜欢的学法
memory-fact-kind-note = 你让我记住的
memory-fact-keep = 保留
memory-fact-change = 修改
memory-fact-remove = 删除
memory-fact-form = 要我记住什么？
memory-fact-field = 用你自己的话
memory-fact-kept = 好了，我记得：“{ $text }”。
memory-fact-removed = 已删除，无法恢复。
memory-fact-gone = 这一条已经删除了。
memory-fact-unsafe = 这个我不想保存。请不要写号码、地址之类的个人信息。
memory-pause-done = ⏸️ 已暂停。从现在起，你在这里的问题、回答和说过的话我都不保存。之前记得的还在，你可以随时让我忘记。
memory-resume-done = ▶️ 从现在起，我会继续记住我们的对话。
memory-language-ask = 在这里我用哪种语言和你说话？回答总是跟随你提问的语言。
memory-language-choose = 语言
memory-language-done = 好了，我在这里用{ $language }和你说话。
