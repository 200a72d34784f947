# /server retention

server-retention-how = 超过天数的内容会在六小时内自动删除。随时可以调短；调长不能超过机器人运营者的上限。删除后无法找回。
