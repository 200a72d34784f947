### Sentences that belong to no room: errors, old buttons, permissions.

common-button-old = 这个按钮来自我的旧版本，我已经不知道它原来的作用了。请重新运行命令，再使用新的按钮。
common-button-not-yours = 这个按钮属于提问的人。你可以用 `/ask` 得到自己的回答。
common-no-access = 我看不到那个频道。管理员给我“查看频道”权限就行；`/server diagnose` 会显示还缺什么。
common-no-permission = Discord 不允许我在这里这样做。管理员可以用 `/server diagnose` 查看我还需要哪项权限。
common-no-dm = 我没法给你发私信。请在隐私设置里允许来自本服务器成员的私信，然后再试一次。
common-thread-archived = 这个子区已经归档，我没法在里面发言。请重新打开它，或者到频道里再问一次。
common-server-only = 这个功能只能在服务器里使用。请到我所在的服务器里再试。
common-moderators-only = 只有本服务器的管理员可以这样做。你可以找他们帮忙，或者用 `/help` 看看你能做什么。
common-too-fast = 操作太快了，请过 { $seconds } 秒再试。
common-command-old = 这个命令在你的 Discord 上次加载之后有了变化。请重新加载 Discord（按 Ctrl+R 或重启应用），然后再运行一次。
common-option-not-understood = 有一个选项我没看懂。请从建议里选一个，然后重新运行命令。
common-incident = 我们这边出了点问题，不是你的错。请稍后再试。如果又出现，请把这个编号告诉管理员：{ $incident }
common-discord-unreachable = Discord 没有收下我的回答。请稍后再试。
common-restarted = 我还没来得及回答就被重启了。请再试一次。
