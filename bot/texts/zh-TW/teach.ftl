### /teach：管理員寫的內容，以及它們的去向。

# 管理員自己能改正的問題
teach-lesson-unknown = 本伺服器自己的課程裡沒有這一課。輸入時請從跳出的清單裡選。
teach-lesson-section-unknown = 這一課沒有這一節。輸入時請從跳出的清單裡選。
teach-lesson-version-unknown = 這一課沒有這個版本。用 `/teach lesson history` 可以看到全部版本。
teach-lesson-built-in = 這一課屬於內建課程，不能在這裡修改。你可以用 `/teach lesson unpublish` 對本伺服器的學員隱藏它，再用 `/teach lesson publish` 讓它重新出現。
teach-lesson-empty = 這一課還沒有任何內容。請先寫一節。
teach-lesson-stopped-minors = 「{ $lesson }」沒有發布：「{ $heading }」裡有可能傷害未成年人的內容。無論伺服器怎麼設定，這類內容都不會給學員看。請刪掉或換個說法，再發布一次；草稿還在。
teach-lesson-stopped-secret = 「{ $lesson }」沒有發布：「{ $heading }」裡有看起來是真的金鑰、權杖或密碼。請換成 YOUR_API_KEY 這類佔位文字，再發布一次；草稿還在。如果它是真的，請到核發的地方作廢，因為可能已經有人看到了。
teach-lesson-last-section = 這是本課唯一的一節，不能拿掉。你可以刪除整課，或者先寫另一節。
teach-lesson-form-old = 這張表單已超過一週，或者是別人打開的，所以什麼都沒有儲存。請用 `/teach lesson edit` 重新打開。
teach-lesson-your-text = 你寫的內容沒有不見：都在附件裡。
teach-lesson-files-too-large = 檔案太大：合計最多 { $limit } MB。請分批匯入；這個機器人的營運者也可以用命令列匯入。
teach-lesson-file-gone = Discord 沒能把這個檔案給我。請重新上傳。
teach-lesson-at-unclear = 我看不懂這個時間。可以寫「明天 9:00」、「週五 18:30」、「2小時後」或「2026-12-01 09:00」。沒寫時區時以 UTC 計算；要用別的時區，請加上「+08:00」之類。
teach-lesson-at-past = { $moment } 已經過了。請選一個還沒到的時間；想現在發布，就不用填時間。
teach-lesson-at-far = 這個時間在一年以後。請選一年之內的時間。

# 輸入時跳出的清單
teach-lesson-choice-draft = { $lesson } · 草稿，第 { $newest } 版
teach-lesson-choice-published = { $lesson } · 已發布，第 { $newest } 版
teach-lesson-choice-changed = { $lesson } · 已發布第 { $published } 版，第 { $newest } 版是草稿
teach-lesson-choice-deleted = { $lesson } · 已刪除
teach-lesson-choice-hidden = { $lesson } · 內建，在這裡已隱藏
teach-lesson-choice-built-in = { $lesson } · 內建
teach-lesson-choice-version = 第 { $version } 版 · { $day } UTC
teach-lesson-all-drafts = 全部 { $count } 份草稿
teach-lesson-part-new = ➕ 新的一節
teach-lesson-part-details = 📝 標題、簡介和目標
teach-lesson-at-hour = 1小時後
teach-lesson-at-tomorrow = 明天 9:00
teach-lesson-at-monday = 週一 9:00

# 表單
teach-lesson-form-new-lesson = 新的一課
teach-lesson-form-section = 修改一節
teach-lesson-form-new = 新的一節
teach-lesson-form-details = 標題、簡介和目標
teach-lesson-form-import = 匯入課程
teach-lesson-form-try = 試匯入（不會儲存）
teach-lesson-field-title = 課程標題
teach-lesson-field-summary = 簡介
teach-lesson-field-goals = 學習目標
teach-lesson-field-first-heading = 第一節的標題
teach-lesson-field-heading = 小節標題
teach-lesson-field-text = 內文
teach-lesson-field-more-text = 內文（續）
teach-lesson-field-after = 放在哪裡？
teach-lesson-field-files = 檔案
teach-lesson-help-title = 這一課還沒有這種語言的內容。它叫什麼？
teach-lesson-help-summary = 一兩句話。留空時取內文開頭。
teach-lesson-help-goals = 學員學完能做到什麼，一行一個。
teach-lesson-help-first-section = 也可以留到以後再寫。
teach-lesson-help-markdown = 使用 Markdown：清單、粗體、程式碼、表格、連結。
teach-lesson-help-empty = 使用 Markdown。全部留空就拿掉這一節。
teach-lesson-help-files = 最多十個：Markdown（.md）、文字檔，或裝有它們的 .zip。
teach-lesson-at-the-end = 放在最後

# 按鈕和選單
teach-lesson-button-edit = 修改
teach-lesson-button-preview = 預覽
teach-lesson-button-publish = 發布
teach-lesson-button-publish-all = 發布全部草稿
teach-lesson-button-unpublish = 下架
teach-lesson-button-show-again = 重新發布
teach-lesson-button-cancel = 到時不發布
teach-lesson-button-part = 第 { $part } 部分
teach-lesson-button-reopen = 重新打開我寫的內容
teach-lesson-button-restore = 復原
teach-lesson-button-newer = ◀ 較新
teach-lesson-button-older = 較舊 ▶
teach-lesson-button-history = 全部版本
teach-lesson-button-back-to = 回到這一版
teach-lesson-button-en = 看英文
teach-lesson-button-zh-CN = 看簡體中文
teach-lesson-button-zh-TW = 看繁體中文
teach-lesson-select-section = 你想修改哪裡？
teach-lesson-select-lesson = 看看匯入的某一課
teach-lesson-select-version = 看某一版改了什麼

# 寫作
teach-lesson-begun = 「{ $lesson }」已存為草稿（{ $language }）。發布之前，學員什麼都看不到。
teach-lesson-begun-empty = 「{ $lesson }」已存為草稿（{ $language }）。接下來寫第一節：按「修改」，再選「新的一節」。
teach-lesson-which-section = 「{ $lesson }」（{ $language }）：你想修改哪裡？
teach-lesson-more-sections = 這裡放不下全部小節：其餘的可以用指令的`小節` 選項找到。
teach-lesson-long-section = 「{ $heading }」太長，一張表單放不下，所以分成 { $parts } 部分；每部分單獨儲存，其餘的保持不變。
teach-lesson-saved = 已存為「{ $lesson }」的第 { $version } 版。發布後學員才會看到。
teach-lesson-saved-section = 「{ $heading }」已存入「{ $lesson }」的第 { $version } 版。發布後學員才會看到。
teach-lesson-section-removed = 「{ $lesson }」的第 { $version } 版拿掉了這一節。之前的版本裡還有它，回復就能找回。
teach-lesson-unchanged = 與「{ $lesson }」的第 { $version } 版沒有差別，所以沒有新版本。
teach-lesson-overtaken = 你寫的時候，{ $who } 也改了「{ $lesson }」的同一處。對方的修改沒有被覆蓋，你寫的也沒有不見：內容在附件裡，按「重新打開我寫的內容」可以放回表單。對方改了這些：
teach-lesson-somebody = 另一位管理員
teach-lesson-legend = ~~拿掉的~~ · **新加的**

# 檔案
teach-lesson-exported = 這是「{ $lesson }」第 { $version } 版的檔案。在這裡或別的伺服器匯入，內容都原樣不變。
teach-lesson-report-attached = ……完整報告在附件裡。
teach-lesson-chosen = 「{ $lesson }」，第 { $version } 版：

# 學員看到的
teach-lesson-preview-draft = 第 { $version } 版（{ $language }），學員以後看到的就是這樣。它還是草稿，發布之前只有你和其他作者看得到。
teach-lesson-preview-seen = 第 { $version } 版（{ $language }），學員現在看到的就是它。
teach-lesson-preview-other = 沒有這種語言的內容，讀者會看到{ $language }的。
teach-lesson-preview-converted = 這份內容由簡繁轉換而來，會跟著原文更新。你一旦在這裡修改，就以你寫的為準。
teach-lesson-missing = ⚠ { $language }還缺 { $count } 節，這種語言的讀者看不到它們。
teach-lesson-published = ✅ 學員現在可以讀「{ $lesson }」了（第 { $version } 版）。在 `/lesson list` 裡就找得到。
teach-lesson-published-before = 學員讀的已經是「{ $lesson }」的第 { $version } 版，沒有更新的了。
teach-lesson-shown = ✅ 「{ $lesson }」在這裡重新出現了。
teach-lesson-shown-before = 「{ $lesson }」屬於內建課程，學員本來就看得到。
teach-lesson-published-all = { $count ->
    [0] 沒有課程發布。
   *[other] ✅ 學員現在可以讀 { $count } 課新的或修改過的內容了。
}
teach-lesson-published-not = 有 { $count } 份草稿還沒有任何小節，所以沒有發布。
teach-lesson-published-stopped = 有 { $count } 份草稿裡有不能給學員看的內容，所以沒有發布。單獨發布其中一課，就會告訴你是哪一節。
teach-lesson-scheduled = 🕘 「{ $lesson }」的第 { $version } 版將在 { $moment }（{ $distance }，即 { $utc }）對學員發布。沒寫時區時以 UTC 計算；要用別的時區，請加上「+08:00」之類。之後的修改要等你再次發布。
teach-lesson-cancelled = 這一課不會自動發布，一切保持原樣。
teach-lesson-nothing-set = 這一課已經沒有定時發布了，可能已經發布。
teach-lesson-taken-unpublished = 學員不再看到「{ $lesson }」。它的全部版本和大家的進度都保留著。
teach-lesson-taken-hidden = 「{ $lesson }」對本伺服器的學員隱藏了，別的伺服器不受影響。
teach-lesson-taken-nothing = 學員之前也看不到「{ $lesson }」。

# 版本
teach-lesson-history = **{ $lesson }** · 共 { $count } 版
teach-lesson-history-line = **第 { $version } 版** · { $moment }
teach-lesson-history-first = 最初的一版
teach-lesson-history-sections = 改了 { $count } 節
teach-lesson-history-details = 改了標題、簡介或目標
teach-lesson-history-seen = ✅ 學員看到的是這一版
teach-lesson-history-scheduled = 🕘 將在 { $moment } 發布
teach-lesson-version = 第 { $version } 版
teach-lesson-page = 第 { $page } / { $pages } 頁
teach-lesson-diff = **{ $lesson }** · 第 { $version } 版改了什麼
teach-lesson-diff-first = **{ $lesson }** · 第 { $version } 版，最初的一版
teach-lesson-diff-nothing = 寫下的內容與上一版沒有差別。
teach-lesson-change-added = ➕ **{ $heading }**（{ $language }）是新的：{ $new } 字
teach-lesson-change-changed = ✏️ **{ $heading }**（{ $language }）：加了 { $new } 字，拿掉 { $gone } 字
teach-lesson-change-removed = ➖ **{ $heading }**（{ $language }）拿掉了：{ $gone } 字
teach-lesson-details-added = ➕ 標題、簡介和目標（{ $language }）
teach-lesson-details-changed = ✏️ 標題、簡介和目標（{ $language }）
teach-lesson-details-removed = ➖ 拿掉了{ $language }的內容
teach-lesson-rolled-back = 「{ $lesson }」恢復為第 { $old } 版的內容，存為第 { $version } 版。它是草稿，發布後學員才會看到。
teach-lesson-still-set = 🕘 第 { $version } 版仍然會在 { $moment } 對學員發布。不想這樣的話，按這裡的按鈕取消。
teach-lesson-rolled-back-nothing = 「{ $lesson }」的最新版（第 { $version } 版）與第 { $old } 版內容相同，沒有什麼可回復。
teach-lesson-restored = 「{ $lesson }」回來了，是一份草稿。想讓學員看到，請發布它。
teach-lesson-deleted = 「{ $lesson }」已刪除，學員不再看到它。{ $until } 之前可以復原，之後就徹底沒有了。
