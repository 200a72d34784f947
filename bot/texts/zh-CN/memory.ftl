# /memory：记得什么，以及忘记

memory-nothing = 我在这里还不记得你的任何事。你提问之后，我们的问答会保存 { $days } 天。
memory-title = **我在这里记得你的这些事**
memory-profile = **你：** 我用{ $language }讲解，{ $level ->
    [eli5] 从零讲起，多用生活中的比喻
    [practitioner] 按开发者的水平来讲
   *[beginner] 每个术语都解释清楚
}。
memory-goal = **你的目标：**「{ $goal }」
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
memory-forget-lesson-missing = 要忘记哪一课？请在 `lesson` 里选一课，或者让我忘记 `last`、`conversation` 或 `all`。
memory-forget-ask = 这会永久删除我在这里记得的全部 { $count } 个问题和回答。你的语言、水平和学习进度会保留。
memory-forget-yes = 全部忘记
memory-forget-no = 保留
memory-kept = 什么都没有删除。
