# 语言模型为什么没有回答，以及接下来可以怎么做。每种原因一句话。

model-no-model = 现在没有可用的语言模型。这个机器人的运营者可以检查一下密钥和模型名称。
model-not-allowed = 这里不能使用这个语言模型，请换一个。
model-unsupported = 当前的语言模型做不到这一点，管理员可以换用另一个模型。
model-rate-limited = 语言模型这会儿忙不过来了，请过一分钟再试。
model-out-of-quota = 语言模型的账户额度用完了。这个机器人的运营者充值后就能恢复。
model-server-error = 语言模型那边出了故障，请过几分钟再试。
model-timed-out = 语言模型太久没有回应，请过一分钟再试。
model-connection-lost = 与语言模型的连接断开了，请再试一次。
model-truncated = 语言模型说到一半就停了，这段回答不完整，我没有保留。请再试一次。
model-broken-reply = 语言模型发回的内容我没法读懂，请再试一次。
model-refused = 语言模型不愿意回答这个问题，换个说法也许可以。
model-length = 回答还没说到重点就超出了长度，请把问题问得小一点。
model-bad-request = 语言模型没有接受这个问题，可能是太长了。请缩短后再试。
model-circuit-open = 语言模型连续几次出错，我先让它歇一会儿。请过几分钟再试。
model-over-budget = 语言模型的用量暂时到上限了，请明天再来。
model-over-budget-learner = 你今天的语言模型用量已经用完，UTC 零点会重新计算。
model-over-budget-learner-month = 你这个月在本服务器的语言模型费用已经用完，下个月一号（UTC）重新计算。
model-over-budget-server = 这个服务器今天的语言模型用量已经用完，UTC 零点会重新计算。管理员可以用 `/server quota` 查看限额。
model-over-budget-server-month = 本服务器这个月的语言模型费用已经用完，下个月一号（UTC）重新计算。管理员可以用 `/server quota` 查看限额。
model-over-budget-ceiling = 本月的语言模型预算已经用完。这个机器人的运营者可以调高预算。
model-paused = 管理员暂时停用了这里的语言模型，课程照常可以学习。
