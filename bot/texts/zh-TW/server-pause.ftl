# /server pause 與 /server resume

server-pause-done = ⏸️ **模型已暫停。** 從現在起不再呼叫模型，正在產生的回答也已中止。提問會得到課程原文的引用；課程、測驗和複習照常。用 `/server resume` 恢復。
server-pause-already = ⏸️ 模型已經是暫停狀態。用 `/server resume` 恢復。
server-pause-reason = 學員會看到：「{ $reason }」
