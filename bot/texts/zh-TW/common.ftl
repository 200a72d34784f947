### Sentences that belong to no room: errors, old buttons, permissions.

common-button-old = 這個按鈕來自我的舊版本，我已經不知道它原本的作用了。請重新執行指令，再使用新的按鈕。
common-button-not-yours = 這個按鈕屬於提問的人。你可以用 `/ask` 取得自己的回答。
common-no-access = 我看不到那個頻道。管理員給我「檢視頻道」權限就可以了；`/server diagnose` 會顯示還缺什麼。
common-no-permission = Discord 不允許我在這裡這麼做。管理員可以用 `/server diagnose` 查看我還需要哪項權限。
common-no-dm = 我沒辦法傳私訊給你。請在隱私設定裡允許來自這個伺服器成員的私訊，然後再試一次。
common-thread-archived = 這個討論串已經封存，我沒辦法在裡面發言。請重新開啟它，或到頻道裡再問一次。
common-server-only = 這個功能只能在伺服器裡使用。請到我所在的伺服器裡再試。
common-moderators-only = 只有這個伺服器的管理員可以這麼做。你可以請他們幫忙，或用 `/help` 看看你能做什麼。
common-too-fast = 操作太快了，請過 { $seconds } 秒再試。
common-command-old = 這個指令在你的 Discord 上次載入之後有了變動。請重新載入 Discord（按 Ctrl+R 或重新啟動應用程式），然後再執行一次。
common-option-not-understood = 有一個選項我看不懂。請從建議中選一個，然後重新執行指令。
common-incident = 我們這邊出了點問題，不是你的錯。請稍後再試。如果又發生，請把這個編號告訴管理員：{ $incident }
common-discord-unreachable = Discord 沒有收下我的回答。請稍後再試。
common-restarted = 我還沒來得及回答就被重新啟動了。請再試一次。
