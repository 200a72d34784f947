### /server export 與 import：把伺服器自己的內容打包帶走。

server-moving-exported = 📦 這是這個伺服器自己的全部內容：
    - 改過的設定：{ $settings }
    - 內容規則：{ $filters }
    - 課程：{ $lessons }
    - 題目：{ $questions }；停用的內建題目：{ $out }
    - 練習：{ $challenges }
    - 隱藏的內建課程：{ $hidden }
    到別處用 `/server import` 匯入即可。不含指向這個伺服器頻道或身分組的設定，也不含任何成員的資料。
server-moving-leaving = 如果把我移出這個伺服器，我會把它的全部內容再保留 { $days } 天，然後刪除；在那之前重新邀請我，一切都還在。
server-moving-taken = 📦 已匯入，這裡原有的其他內容都還在。
    - 設定：{ $settings }
    - 內容規則：{ $filters }
    - 課程：{ $lessons }，其中已發布：{ $published }
    - 題目：{ $questions }；停用的內建題目：{ $out }
    - 練習：{ $challenges }
    - 隱藏的內建課程：{ $hidden }
server-moving-flawed = 有 { $count } 題有問題，先存為草稿；用 `/teach question review` 查看原因。
server-moving-stopped = 有 { $count } 課裡有不能給學員看的內容，先存為草稿；用 `/teach lesson publish` 可以看到是哪一節。
server-moving-not-here = 以下設定的值在這裡不允許，維持原樣：{ $settings }。
server-moving-next = 這裡的頻道和身分組不一樣：請用 `/server channels` 和 `/server settings` 重新選擇，再用 `/server diagnose` 檢查一遍。
server-moving-left = 有 { $count } 題在這裡維持原樣：壓縮檔裡的只是草稿，或已停用。
server-moving-nothing-new = 裡面的內容這裡都已經有了，什麼都沒有更動。
server-moving-way-back = 萬一選錯了檔案：按這裡的按鈕，或用 `/server undo`，一步就能全部復原。
server-moving-mistakes = 壓縮檔裡有 { $count } 處錯誤，所以什麼都沒有匯入：
server-moving-mistake-line = - `{ $path }` 第 { $line } 行：{ $what }
server-moving-mistake-file = - `{ $path }`：{ $what }
server-moving-lessons-refused = 壓縮檔裡的課程無法匯入，所以什麼都沒有匯入。請取出其中的 `lessons.zip`，用 `/teach lesson import` 並開啟 `試匯入`，它會逐行說明問題。
server-moving-no-archive = 這不是我匯出的壓縮檔。請把 `/server export` 給的 .zip 檔原樣交給我。
server-moving-too-large = 壓縮檔太大了，最多 { $limit } MB。內容更多的伺服器可以分開搬：課程用 `/teach lesson export`，題目用 `/teach question export`。
server-moving-too-new = 這個壓縮檔來自我的較新版本。請營運者先更新這裡，再試一次。
