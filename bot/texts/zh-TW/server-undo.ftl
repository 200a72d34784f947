# /server undo：復原最近一次更動

server-undo-last = **這裡最近一次更動：**
server-undo-before-it = **在它之前、可以復原的最近一次更動：**
server-undo-button = 復原這次更動
server-undo-done = ↩️ **已復原：**
server-undo-cannot = 這類更動不能復原：已經有回答按它給出了。
server-undo-changed-since = 這一項後來又改過，不能直接復原。什麼都沒有更動；用 `/server audit` 可以看到後面的更動。
server-undo-not-the-last = 在你查看之後，有人又改了設定，或者已經復原了它。什麼都沒有更動；用 `/server undo` 看現在最近的更動。
server-undo-nothing = 這裡沒有可以復原的更動。
server-undo-queue = 這則檢舉回到 `/server queue` 等待重新處理。在那之前，學員看到的替換內容維持不變；「更正」會從最初的回答開始。
