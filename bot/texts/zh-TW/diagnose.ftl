# /server diagnose：每一部分，正常，或者該做的那一件事

diagnose-title = **整體狀況**
diagnose-all-good = **一切正常。**
diagnose-limited = **可以使用**，還能更好：黃色的幾行寫著可以補上什麼。
diagnose-something = **有事要處理：** 請看紅色的幾行。
diagnose-database-good = 🟢 **資料庫**：讀寫正常。
diagnose-database-broken = 🔴 **資料庫**：無法寫入。請機器人的營運者檢查磁碟，並執行 `python -m bot doctor`。
diagnose-migrations-good = 🟢 **資料表**：與目前版本一致（{ $newest }）。
diagnose-migrations-broken = 🔴 **資料表**：屬於另一個版本（現在是 { $stored }，需要 { $newest }）。請這個機器人的營運者重新啟動：啟動時會自動更新，或說明卡在哪裡。
diagnose-lessons-good = 🟢 **課程**：每種語言都有 { $count } 課可讀。
diagnose-lessons-broken = 🔴 **課程**：一課也讀不到。請這個機器人的營運者重新啟動並查看記錄檔。
diagnose-filters-good = 🟢 **過濾**：剛才用一個花招試了試，被攔下來了。
diagnose-filters-broken = 🔴 **過濾**：一個已知的花招沒被攔住。請用 `/server pause` 暫停模型，並通知這個機器人的營運者更新。
diagnose-model-good = 🟢 **模型**：有回應。
diagnose-model-limited = 🟡 **模型**：還沒有設定，所以我引用課程原文。這個機器人的營運者可以設定 OPENAI_API_KEY（或 OPENAI_BASE_URL）和 CHAT_MODEL，然後重新啟動。
diagnose-model-broken = 🔴 **模型**：沒有回應，所以我引用課程原文。
diagnose-model-refused = 提供模型的服務拒絕了我：請這個機器人的營運者檢查 OPENAI_API_KEY 和 CHAT_MODEL，然後重新啟動。
diagnose-moderation-good = 🟢 **代管審核**：已與內建過濾一起啟用。
diagnose-moderation-limited = 🟡 **代管審核**：沒有設定，由內建過濾單獨運作。這個機器人的營運者設定 MODERATION_MODEL 即可啟用。
diagnose-moderation-broken = 🔴 **代管審核**：沒有回應，由內建過濾單獨運作。
diagnose-queue-good = 🟢 **待處理**：{ $count ->
    [0] 沒有等待處理的內容。
   *[other] 有 { $count } 項等待處理，請看 `/server queue`。
}
diagnose-queue-broken = 🔴 **待處理**：無法讀取。請這個機器人的營運者執行 `python -m bot doctor`。
diagnose-intents-good = 🟢 **Intent**：{ $reads ->
    [0] 沒有使用任何需要 Discord 審核的 Intent。
   *[other] 訊息內容，學習者在自己的討論串裡直接傳訊息就行。
}
diagnose-permissions-good = 🟢 **本頻道權限**：需要的都有。
diagnose-permissions-broken = 🔴 **本頻道權限**：缺少{ $missing }。請在頻道設定裡授予我的身分組。
diagnose-channels-broken = 🔴 **{ $channel } 的權限**：缺少{ $missing }，而設定裡寫著讓我在那裡說話。請在該頻道的設定裡授予我的身分組。
diagnose-permission-view_channel = 檢視頻道
diagnose-permission-send_messages = 傳送訊息
diagnose-permission-create_public_threads = 建立公開討論串
diagnose-permission-send_messages_in_threads = 在討論串中傳送訊息
diagnose-permission-embed_links = 嵌入連結
diagnose-permission-attach_files = 附加檔案
diagnose-permission-read_message_history = 讀取訊息歷史
diagnose-permission-manage_threads = 管理討論串
