# /ask：回答本身以及与它有关的一切

ask-made-by-ai = -# 由 AI 根据课程内容撰写，可能有误 · *更多… → 为什么这样回答？*
ask-source = -# [{ $number }] *{ $lesson } · { $section }*
ask-uncited = -# 这个回答没有引用任何课程内容，请当作“课程之外”的说法来看。
ask-cut-at-limit = *回答有点长，我先停在这里。点“深入一点”可以继续，也可以直接问你关心的部分。*
ask-passage = **{ $lesson } · { $section }**
ask-paused-because = 管理员说明：“{ $why }”
ask-quoting = 我先原文引用课程内容：
ask-not-in-course = 这个问题课程里没有讲到，我不想乱猜。
ask-nearest = 最接近的小节是：
ask-nearest-line = - *{ $lesson } · { $section }*
ask-not-in-course-next = 你可以就某一课提问（用 `/lesson list` 查看全部课程），或者换个说法再问一次。
ask-shared-notice = 我在频道里回答，就在下面。
ask-interrupted = 写到一半时我被重启了，这个回答没能写完。你的问题还在，点“再问一次”就行。
ask-interrupted-partly = 写到一半时我被重启了，这个回答没能写完，下面可能还留着它的一小段。你的问题还在，点“再问一次”就行。
ask-stopping = 我正在重启，这个回答没能写完。你的问题还在，过一分钟点“再问一次”就行。
ask-gone = 那个问题我只保留一天，现在已经没有了。请用 `/ask` 重新提问。
ask-forgotten = 我已经不记得那个回答了，可能已被删除。请用 `/ask` 重新提问。
ask-question-empty = 这里没有看到问题。写下你想知道的，例如：*什么是词元？*
ask-hello = 你好！👋 关于生成式 AI，想问什么都可以，例如：*什么是词元？* 也可以接着读课程：`/lesson next`。
ask-points-at-nothing = 我看不出这说的是什么：在这之前，我在这里没有看到你的问题。请把问题写完整，例如：*什么是词元？*
ask-thanked = 不客气！🙂 随时可以接着问，也可以用 `/quiz start` 测测自己记住了多少。
ask-about-me = 我是生成式 AI 的辅导老师：我是 AI，不是真人，也可能出错。我根据课程讲解，一步一步给提示，对照课程看你用自己的话说得对不对，还会出题考你。可以先问 *什么是词元？*，全部功能见 `/help`。
ask-lesson-unknown = 没有叫“{ $lesson }”的课程。请输入几个字，从列表里选一个，或者不填。

ask-button-simpler = 简单一点
ask-button-deeper = 深入一点
ask-button-quiz = 考考我
ask-button-more = 更多…
ask-button-example = 举个例子
ask-button-why = 为什么这样回答？
ask-button-up = 👍
ask-button-down = 👎
ask-button-report = 举报
ask-button-again = 再问一次
ask-button-rest = 显示其余部分
ask-button-lessons = 查看课程

ask-more = 关于这个回答，还想做什么？
ask-rated-up = 谢谢！很高兴帮到了你。
ask-rated-down = 谢谢你告诉我。如果内容有错，点“举报”可以交给管理员查看。
ask-report-title = 举报这个回答
ask-report-field = 哪里有问题？
ask-report-help = 管理员能看到你写的内容和这个回答，看不到我们的对话。
ask-reported = 谢谢。管理员会看到这个回答和你写的内容，看不到我们对话的其他部分。
ask-reported-before = 你已经举报过这个回答了，管理员会查看的。
ask-reported-nowhere = 私信里没有管理员，我只能记下来，转给这个机器人的运营者。谢谢。

ask-why-title = **这个回答是怎么来的**
ask-why-filter = **过滤**：{ $action ->
    [allow] 你的问题原样通过。
    [redact] 先从你的问题里去掉了个人信息。
    [as-data] 你的问题里有对我下的指令，我把它当作讨论的材料。
    [support] 你的话听起来可能正经历很难的时刻。
   *[refuse] 问题没有被接受（{ $category }）。
}
ask-why-evidence = **依据**：课程涵盖这个问题的可能性约为 { $percent }%。
ask-why-passages = **找到的段落**（括号内是匹配程度）：
ask-why-passage = - *{ $section }*（{ $percent }%）
ask-why-memory = **记忆**：{ $count ->
    [0] 没有用到之前的对话。
   *[other] 用到了你之前的 { $count } 轮问答。
}
ask-why-facts = **关于你**：用到了你告诉过我的 { $count } 件事，见 `/memory show`。
ask-why-model = **模型**：{ $model } · 提示词 { $prompt } · 输入 { $in } 个词元，输出 { $out } 个{ $cost }
ask-why-cost = { " " }· 约 { $usd } 美元
ask-why-no-model = **模型**：没有使用，这段回复由规则拼成。
ask-why-withheld = **已拦下**：模型的回答没有通过过滤（{ $category }）。
ask-why-open = 我的提示词是公开的，就在程序的 `prompts` 文件夹里。

ask-category-self-harm = 痛苦或自我伤害
ask-category-minors = 伤害未成年人
ask-category-sexual = 色情内容
ask-category-hate = 仇恨
ask-category-harassment = 骚扰或威胁
ask-category-violence = 暴力或武器
ask-category-illegal = 违法的事
ask-category-cyber = 攻击系统或账号
ask-category-override = 试图覆盖辅导老师的指令
ask-category-personal-data = 个人信息
ask-category-secret = 密钥、密码一类的秘密
ask-category-sealed = 需要保密的内容，比如还没结束的题目的答案

ask-for-you-alone = 有一个回答只给你看。点下面的按钮，只有你能看到。
ask-button-open = 打开
ask-button-continue = 继续问
ask-continue-title = 接着问
ask-thread-opened = 我们到 { $thread } 里聊，那里可以继续问。提到我，或者点“继续问”。
ask-thread-opened-reading = 我们到 { $thread } 里聊，那里可以继续问。直接发消息就行，也可以点“继续问”。
ask-no-thread-here = 只有在服务器的文字频道里才能开子区。请到那里提问，或者不选 `子区`。
ask-button-memory = 看看我记得什么

ask-closing = 💬 **自己试试：**{ $question }
ask-off-topic = 这个问题好像和生成式 AI 无关，而我只教这个。可以问我，例如：*什么是词元？* 也可以开始读课程。
ask-button-try = 我有想法了
ask-button-resume = 恢复记忆
ask-paused = -# 你的记忆已暂停：这些我都不会保存。
ask-still-open = 这会泄露你还没答完的那道题，所以我先不说。先试着作答，之后再来问我，我会讲清楚。
ask-still-open-where = 可以先读一读：

ask-button-reason = 说说原因
ask-reason-title = 是什么让你这样觉得？
ask-reason-field = 用一两句话
ask-reasoned = 谢谢，我记下了。
ask-remark-left-out = 你写的内容我没有保存，因为这类内容我不留存。你的其他操作仍然有效。
ask-reported-decided = 管理员已经看过这条内容，决定保持原样。如果你有新的发现，请直接告诉他们。
ask-reported-without-words = 对这个回答的举报已经交上去了。你附上的话，我不会给任何人看，也没有保存。
ask-reported-crisis = 这条消息可能关系到一个正处在困境中的人，所以我不会给任何人看，也没有保存。如果可以，请多陪陪 Ta。中国大陆可以拨打 12356 心理援助热线。
ask-report-empty = 这条消息里没有文字，我没有内容可以交给管理员。
ask-message-empty = 这条消息里没有我能读的文字。请换一条有文字的消息，或者用 `/ask` 提问。
ask-message-not-in-course = 课程里没有讲到这条消息说的内容，我不想乱猜。可以用 `/ask` 用自己的话问我。
ask-about-section = 课程里关于“{ $section }”（{ $lesson }）是怎么讲的？
ask-button-remark = 说明哪里不对
ask-button-tell-me = 用私信告诉我
ask-button-tell-me-not = 不要私信
ask-will-tell = 当管理员处理了你的举报，或者更正了我给你的回答，我会私信告诉你。
ask-will-not-tell = 好的，我不会发私信。下次你用我的时候，会在这里看到这类消息。
ask-not-from-course = *（不在课程中）*
ask-own-words = -# 没有标注方括号数字的句子不是课程里的内容。
ask-button-stop = 停下
ask-stopped = *你让我停在这里。点“继续问”可以接着问，点“深入一点”可以看完整的讲解。*
ask-stop-too-late = 这个回答已经写完了，不用再停。
