# /teach challenge：練習題

teach-challenge-form = 練習題
teach-challenge-field = 練習題（YAML）
teach-challenge-help = 更長的請用檔案上傳。
teach-challenge-kept = **{ $title }** 已存為草稿（第 { $version } 版）。接下來先用 `/teach challenge test` 測試，再用 `/teach challenge publish` 發布。
teach-challenge-mistaken = 什麼都沒有儲存。你的內容在附件裡，改好下面這些再提交：
teach-challenge-mistake = 第 { $line } 行：{ $what }
teach-challenge-too-long = 這題練習太長，表單放不下。請修改檔案，再用 `/teach challenge edit` 提交。
teach-challenge-parts = ✅ **{ $title }**：參考提示詞通過，差的提示詞沒通過，可以發布。
teach-challenge-parts-not = ❌ **{ $title }** 還分不出好壞。
teach-challenge-scores = 參考提示詞 { $reference }%，差的提示詞 { $bad }%；需要 { $threshold }%。
teach-challenge-by-recorded = 沒有設定模型，依錄下的輸出評判。
teach-challenge-by-model = 由 { $model } 執行。
teach-challenge-failing = 學員在 `{ $case }` 上 { $all } 次裡失敗 { $failed } 次。
teach-challenge-published = **{ $title }** 已經對學員開放。
teach-challenge-retired = 這題練習已經停用。已有的嘗試會保留，用 `/teach challenge publish` 就能恢復。
teach-challenge-unknown = 這個伺服器自己的練習題裡沒有這一題。輸入時請從跳出的清單裡選。
teach-challenge-does-not-part = 沒有發布：依錄下的輸出，參考提示詞沒通過，或者差的提示詞通過了。用 `/teach challenge test` 查看原因。
teach-challenge-choice-draft = ✎ { $title }
teach-challenge-choice-published = { $title }
teach-challenge-choice-retired = ✕ { $title }
