# /server diagnose：每一部分，正常，或者该做的那一件事

diagnose-title = **整体状况**
diagnose-all-good = **一切正常。**
diagnose-limited = **可以使用**，还能更好：黄色的几行写着可以补上什么。
diagnose-something = **有事要处理：** 请看红色的几行。
diagnose-database-good = 🟢 **数据库**：读写正常。
diagnose-database-broken = 🔴 **数据库**：无法写入。请机器人的运营者检查磁盘，并执行 `python -m bot doctor`。
diagnose-migrations-good = 🟢 **数据表**：与当前版本一致（{ $newest }）。
diagnose-migrations-broken = 🔴 **数据表**：属于另一个版本（现在是 { $stored }，需要 { $newest }）。请这个机器人的运营者重启：启动时会自动更新，或者说明卡在哪里。
diagnose-lessons-good = 🟢 **课程**：每种语言都有 { $count } 课可读。
diagnose-lessons-broken = 🔴 **课程**：一课也读不到。请这个机器人的运营者重启并查看日志。
diagnose-filters-good = 🟢 **过滤**：刚才用一个花招试了试，被拦下来了。
diagnose-filters-broken = 🔴 **过滤**：一个已知的花招没被拦住。请用 `/server pause` 暂停模型，并通知这个机器人的运营者更新。
diagnose-model-good = 🟢 **模型**：有回应。
diagnose-model-limited = 🟡 **模型**：还没有设置，所以我引用课程原文。这个机器人的运营者可以设置 OPENAI_API_KEY（或 OPENAI_BASE_URL）和 CHAT_MODEL，然后重启。
diagnose-model-broken = 🔴 **模型**：没有回应，所以我引用课程原文。
diagnose-model-refused = 提供模型的服务拒绝了我：请这个机器人的运营者检查 OPENAI_API_KEY 和 CHAT_MODEL，然后重启。
diagnose-moderation-good = 🟢 **托管审核**：已与内置过滤一起启用。
diagnose-moderation-limited = 🟡 **托管审核**：没有设置，由内置过滤单独工作。这个机器人的运营者设置 MODERATION_MODEL 即可启用。
diagnose-moderation-broken = 🔴 **托管审核**：没有回应，由内置过滤单独工作。
diagnose-queue-good = 🟢 **待处理**：{ $count ->
    [0] 没有等待处理的内容。
   *[other] 有 { $count } 项等待处理，见 `/server queue`。
}
diagnose-queue-broken = 🔴 **待处理**：无法读取。请这个机器人的运营者执行 `python -m bot doctor`。
diagnose-intents-good = 🟢 **Intent**：{ $reads ->
    [0] 没有使用任何需要 Discord 审批的 Intent。
   *[other] 消息内容，学习者在自己的子区里直接发消息就行。
}
diagnose-permissions-good = 🟢 **本频道权限**：需要的都有。
diagnose-permissions-broken = 🔴 **本频道权限**：缺少{ $missing }。请在频道设置里授予我的身份组。
diagnose-channels-broken = 🔴 **{ $channel } 的权限**：缺少{ $missing }，而设置里写着让我在那里说话。请在该频道的设置里授予我的身份组。
diagnose-permission-view_channel = 查看频道
diagnose-permission-send_messages = 发送消息
diagnose-permission-create_public_threads = 创建公开子区
diagnose-permission-send_messages_in_threads = 在子区内发送消息
diagnose-permission-embed_links = 嵌入链接
diagnose-permission-attach_files = 附加文件
diagnose-permission-read_message_history = 阅读消息历史记录
diagnose-permission-manage_threads = 管理子区
