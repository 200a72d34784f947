# /start：我是谁，以及学员的同意

start-title = **你好！我是生成式 AI 课程的辅导老师。**
start-who = 我根据课程内容回答问题，并告诉你每个回答出自哪一小节。我是 AI，不是真人，有可能出错，重要的事请自己再核实一下。
start-keeps = **我会保存：** 我们的问答，保存 { $days } 天；你的语言、水平、目标和阅读进度，保存到你清除为止。只有你能看到；只有当有人举报某个回答时，管理员才会看到那一个。它们只用来接上我们的对话，不会用来训练任何模型。
start-sends = **会发到哪里：** 为了写回答，我会把你的问题和之前的几轮问答发给这个机器人的运营者所选的语言模型。能识别出的个人信息会先去掉。
start-stops = **怎样停止：** `/memory forget` 删除我的记忆，`/privacy export` 把全部数据导出成文件，`/privacy delete` 彻底清除。使用 Discord 和我都需要年满 13 岁。
start-choose = 选好语言和水平，然后点“我同意”。
start-waiting = *你的问题正等着，同意之后马上回答。*
start-language = 语言
start-level = 希望我怎样讲解
start-level-eli5 = 从零讲起，多用生活中的比喻
start-level-beginner = 面向初学者：每个术语都解释
start-level-practitioner = 面向开发者
start-agree = 我同意
start-decline = 不用了
start-done = **欢迎！** 我会用简体中文讲解，{ $level ->
    [eli5] 从零讲起，多用生活中的比喻
    [practitioner] 按开发者的水平来讲
   *[beginner] 每个术语都解释清楚
}。随时可以用 `/start` 更改。
start-done-next = 试试看：用 `/ask` 问我一个问题，或者用 `/lesson next` 从第一课开始。
start-declined = 没关系，我什么都没有保存。不同意也可以读课程：`/lesson list`。改变主意时用 `/start`。
start-goal = 设定目标
start-goal-title = 你想达到什么目标？
start-goal-field = 用一句话写下目标
start-goal-help = 例如：我想给学校做一个聊天应用。
start-goal-kept = 记下了。讲解时我会想着你的目标：“{ $goal }”
start-goal-cleared = 已经去掉你的目标。
start-goal-unsafe = 这个我不太方便当作目标保存。请换个说法，也不要写个人信息。
start-language-name = 简体中文

start-settings-title = **你的设置**
start-settings = 换一种语言或水平，然后点“保存”；也可以设定目标。我保存了你的什么、怎样停止，见 `/privacy about`。
start-save = 保存
start-saved = **保存好了。** 今后我会用简体中文讲解，{ $level ->
    [eli5] 从零讲起，多用生活中的比喻
    [practitioner] 按开发者的水平来讲
   *[beginner] 每个术语都解释清楚
}。
start-declined-later = 你之前已经同意过，所以我仍然记得 `/memory show` 里的内容。`/privacy delete` 可以全部清除。

start-open = 第一次回答你之前，请先了解我是谁、会保存什么。点下面的按钮，只有你能看到。
