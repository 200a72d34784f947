### /server setup：一步步选好需要选的。

server-setup-welcome = 👋 一共七页，每项都已有合适的默认值，可以一路点**下一页**，也可以在任何一页停下。改了马上生效，`/server undo` 可以撤回。
server-setup-kept = ✅ 已保存。
server-setup-title = **第 { $number } 页，共 { $of } 页 · { $title }**
server-setup-page-speaking = 语言和频道
server-setup-about-speaking = 所有人都能看到的内容，我用这种语言、发在这些频道里。私密回复到处都能用，各人用各人的语言。
server-setup-page-lessons = 课程
server-setup-about-lessons = 学员在这里能看到 { $shown } 课内置课程，你们自己写的有 { $own } 课。要隐藏哪些内置课程，在下面选。写自己的课用 `/teach lesson new`，从文件导入用 `/teach lesson import`。
server-setup-page-model = 语言模型
server-setup-about-model = 在运营者允许的模型里选一个来回答。没有模型时我会引用课文；测验、课程和讲解照常可用。
server-setup-page-limits = 限额
server-setup-about-limits = 这里最多能用多少。到了限额也不会把人拒之门外：在重新计算之前，我会引用课文作答。
server-setup-page-filters = 内容规则
server-setup-about-filters = 有害的请求会被拒绝，个人信息会被隐去，遇到困境的人会看到求助渠道，这些始终有效。其余的严格程度用 `/server filters` 设置，也可以拿一句话来试。
server-setup-page-keeping = 保存多久
server-setup-about-keeping = 过了这些天数就自动删除。每位学员随时都能查看、带走和删除自己的数据。把我移出这个服务器后，它的内容再保留 { $days } 天，然后删除；用 `/server export` 可以先留一份。
server-setup-page-people = 谁来帮忙
server-setup-about-people = 哪些身份组可以写课程和题目，哪些可以处理举报。管理服务器的人本来就什么都能做。
server-setup-menu-lessons = 要隐藏的内置课程……
server-setup-button-next = 下一页 ▶
server-setup-button-back = ◀ 上一页
server-setup-button-rest = 其余保持不变
server-setup-button-end = 完成
server-setup-done = 🎓 都选好了。用 `/ask` 问我一个问题，或用 `/teach lesson new` 写你们自己的第一课。现在的情况是：
