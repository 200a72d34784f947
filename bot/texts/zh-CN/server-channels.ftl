# 允许我发言的地方和可以学习的人：/server channels，以及在别处提问时会看到的话

server-channels-not-here = 管理员不希望我在这个频道公开回答。用 `/ask` 提问，我只回答给你一个人看。
server-channels-only-there = 我的公开回答发在 { $channels }。请到那里提问，或在这里用 `/ask`，我只回答给你一个人看。
server-channels-not-a-learner = 在这个服务器，我只教带有这些身份组的人：{ $roles }。请向管理员申请，或者直接私信我。
server-channels-how = 在 `允许` 或 `禁止` 里用 # 指明频道就能设置，填 `none` 则清空。选分类等于选其中所有频道；离得最近的那一条说了算。私密回复到处都能用。
