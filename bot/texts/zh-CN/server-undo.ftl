# /server undo：撤销最近一次改动

server-undo-last = **这里最近一次改动：**
server-undo-before-it = **在它之前、可以撤销的最近一次改动：**
server-undo-button = 撤销这次改动
server-undo-done = ↩️ **已撤销：**
server-undo-cannot = 这类改动不能撤销：已经有回答按它给出了。
server-undo-changed-since = 这一项后来又改过，不能直接撤销。什么都没有改动；用 `/server audit` 可以看到后面的改动。
server-undo-not-the-last = 在你查看之后，有人又改了设置，或者已经撤销了它。什么都没有改动；用 `/server undo` 看现在最近的改动。
server-undo-nothing = 这里没有可以撤销的改动。
server-undo-queue = 这条举报回到 `/server queue` 等待重新处理。在那之前，学员看到的替换内容保持不变；“更正”会从最初的回答开始。
