### /server setup：一步步選好需要選的。

server-setup-welcome = 👋 一共七頁，每項都已有合適的預設值，可以一路按**下一頁**，也可以在任何一頁停下。改了馬上生效，`/server undo` 可以復原。
server-setup-kept = ✅ 已儲存。
server-setup-title = **第 { $number } 頁，共 { $of } 頁 · { $title }**
server-setup-page-speaking = 語言和頻道
server-setup-about-speaking = 所有人都看得到的內容，我用這種語言、發在這些頻道裡。私人回覆到處都能用，各人用各人的語言。
server-setup-page-lessons = 課程
server-setup-about-lessons = 學員在這裡看得到 { $shown } 課內建課程，你們自己寫的有 { $own } 課。要隱藏哪些內建課程，在下面選。寫自己的課用 `/teach lesson new`，從檔案匯入用 `/teach lesson import`。
server-setup-page-model = 語言模型
server-setup-about-model = 在營運者允許的模型裡選一個來回答。沒有模型時我會引用課文；測驗、課程和講解照常可用。
server-setup-page-limits = 用量上限
server-setup-about-limits = 這裡最多能用多少。到了上限也不會把人拒於門外：在重新計算之前，我會引用課文作答。
server-setup-page-filters = 內容規則
server-setup-about-filters = 有害的請求會被拒絕，個人資料會被隱去，遇到困境的人會看到求助管道，這些始終有效。其餘的嚴格程度用 `/server filters` 設定，也可以拿一句話來試。
server-setup-page-keeping = 保存多久
server-setup-about-keeping = 過了這些天數就自動刪除。每位學員隨時都能查看、帶走和刪除自己的資料。把我移出這個伺服器後，它的內容再保留 { $days } 天，然後刪除；用 `/server export` 可以先留一份。
server-setup-page-people = 誰來幫忙
server-setup-about-people = 哪些身分組可以寫課程和題目，哪些可以處理檢舉。管理伺服器的人本來就什麼都能做。
server-setup-menu-lessons = 要隱藏的內建課程……
server-setup-button-next = 下一頁 ▶
server-setup-button-back = ◀ 上一頁
server-setup-button-rest = 其餘保持不變
server-setup-button-end = 完成
server-setup-done = 🎓 都選好了。用 `/ask` 問我一個問題，或用 `/teach lesson new` 寫你們自己的第一課。現在的情況是：
