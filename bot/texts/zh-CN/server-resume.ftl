# /server resume

server-resume-done = ▶️ **模型恢复回答**，立即生效。
server-resume-already = ▶️ 模型并没有暂停。
