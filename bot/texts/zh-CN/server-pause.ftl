# /server pause 与 /server resume

server-pause-done = ⏸️ **模型已暂停。** 从现在起不再调用模型，正在生成的回答也已中止。提问会得到课程原文的引用；课程、测验和复习照常。用 `/server resume` 恢复。
server-pause-already = ⏸️ 模型已经是暂停状态。用 `/server resume` 恢复。
server-pause-reason = 学员会看到：“{ $reason }”
