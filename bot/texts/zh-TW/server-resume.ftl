# /server resume

server-resume-done = ▶️ **模型恢復回答**，立即生效。
server-resume-already = ▶️ 模型並沒有暫停。
