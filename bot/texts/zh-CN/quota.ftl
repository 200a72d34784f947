# /server quota

quota-title = **这里能在语言模型上用多少**
quota-learner = 👤 **每位学员：**每天 { $limit } 个词元（运营者最多允许 { $ceiling }）。你自己今天用了 { $own }；别人用了多少不会显示。{ $when }重新计算。
quota-learner-cost = 💵 **每位学员每月：**{ $limit }（运营者给所有服务器的总额是 { $ceiling }）。你自己用了 { $own }。{ $when }重新计算。
quota-server-tokens = 🏠 **本服务器今天：**{ $limit } 个词元里用了 { $used }，{ $percent }%（运营者最多允许 { $ceiling }）。{ $when }重新计算。
quota-server-cost = 💵 **本服务器这个月：**{ $limit } 里用了 { $used }，{ $percent }%（运营者给所有服务器的总额是 { $ceiling }）。{ $when }重新计算。
quota-how = -# 要改限额，填 `范围` 和 `每日词元`，或者填 `每月费用`。正在写的回答预留的部分也算已用。价格未知的模型只算词元。用到 80% 时，你们中的一位会收到一次提醒；到了限额，我就改为引用课程。
quota-set = ✅ 改好了。从下一个问题起生效，`/server audit` 里可以看到这次改动。
quota-unchanged = 本来就是这样，什么都没有改动。
quota-whose = 每天的词元限额是给学员的，还是给服务器的？请在 `范围` 里选一个。
quota-resets = { $when } 之后就能再用了。
quota-warning-tokens = ⚠️ **本服务器今天的词元用掉了 { $percent }%。**到了限额，我会改为引用课程，不再写回答，直到 { $when }。`/server quota` 可以查看和修改限额。
quota-warning-cost = ⚠️ **本服务器这个月的模型费用用掉了 { $percent }%。**到了限额，我会改为引用课程，不再写回答，直到 { $when }。`/server quota` 可以查看和修改限额。
quota-warning-where = 在 **{ $server }**：
quota-warning-why = -# 这条提醒只发一次，发给一位能改限额的人。想改发到某个频道，请在那个服务器里用 `/server settings` 选一个。
quota-warning-closed = -# 本来该发到 { $channel }，但我在那里不能发言，所以直接告诉你。请允许我在那里发言，或用 `/server settings` 换一个频道。
