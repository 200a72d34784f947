# /server undo：撤销最近一次改动

server-undo-changed-since = 这一项后来又改过，不能直接撤销。什么都没有改动。
