# /privacy：保存什么、为什么、多久、谁能看到

privacy-title = **用大白话说明你的数据**
privacy-what = **保存什么：** 你的语言、水平和目标；我们的问答和引用的小节；你在课程里读到哪里；你的测验回答和对各个概念的掌握程度；你点的赞、踩和举报；你的提问用了多少词元。
privacy-why = **为什么：** 为了接上我们的对话、从上次停下的地方继续学，以及控制费用。不作他用，也不会用来训练任何模型。
privacy-long = **保存多久：** 问答保存 { $days } 天，其余保存到你清除为止。我没有接受的问题，只记下没有接受这件事；听起来像身处危机的话，什么都不保存。
privacy-who = **谁能看到：** 你自己。只有当有人举报某条回复时，管理员才会看到那一条。运行这个机器人的人理论上可以读取数据库。
privacy-model = **语言模型：** 会收到你的问题、水平和目标、这段对话里之前的几轮问答，以及课程段落；绝不会收到你的名字，也不会收到其他学习者写的内容。
privacy-wrong = **我是 AI：** 我根据课程回答，仍可能出错。每个回答都注明出处，点「更多… → 举报」可以请人来看。
privacy-how = `/privacy export` 把全部数据导出成一个文件，`/privacy delete` 清除的正是这些。
privacy-exported = 这是我保存的关于你的全部数据，包括所有服务器和私信，共 { $count } 条记录。这条消息只有你能看到。
privacy-exported-none = 我没有保存关于你的任何数据。
privacy-delete-ask = 这会清除我保存的关于你的一切，包括所有服务器和私信，共 { $count } 条记录，无法撤销。可以先用 `/privacy export` 留一份。
privacy-delete-yes = 全部清除
privacy-delete-no = 保留
privacy-deleted = 好了：{ $count } 条记录已永久清除。下次再聊，我们从头认识。
privacy-kept = 什么都没有清除。
privacy-too-large = 你的数据超过了 Discord 允许发送的大小。请向运行这个机器人的人索取。
