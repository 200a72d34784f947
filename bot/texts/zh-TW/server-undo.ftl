# /server undo：復原最近一次更動

server-undo-changed-since = 這一項後來又改過，不能直接復原。什麼都沒有更動。
