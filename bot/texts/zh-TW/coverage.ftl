# /teach coverage

coverage-title = 這裡涵蓋了哪些內容
coverage-summary = 共 { $concepts } 個概念，學員能讀到 { $lessons } 課。
    📖 課裡教到：{ $taught } · ❓ 有題目：{ $asked } · 🛠️ 有練習題：{ $practised } · ✅ 至少 { $fewest } 位學員答過：{ $answered }
coverage-table = 每個概念的數字都在 `{ $file }` 裡。
coverage-depth-untaught = 沒有課教到
coverage-depth-taught = 教到了，沒有題目
coverage-depth-asked = 教到了，也有題目
coverage-depth-answered = 而且很多人答過
coverage-practised = 圓點：有練習題
coverage-nowhere = 沒有課教到
coverage-no-gaps = **沒有缺口。**每個概念都教到了、有題目，也有人答過。
coverage-and-more = { $names }，還有 { $more } 個
coverage-gap-lesson = **沒有課教到（{ $count } 個）**：{ $names }。用 `/teach lesson new` 寫一課，或用 `/teach lesson import` 匯入一課。
coverage-gap-hidden = **只在你們隱藏的課裡（{ $count } 個）**：{ $names }。用 `/teach lesson publish` 重新顯示。
coverage-gap-question = **沒有題目（{ $count } 個）**：{ $names }。用 `/teach question generate` 草擬題目。
coverage-gap-challenge = **沒有練習題（{ $count } 個）**：{ $names }。用 `/teach challenge new` 寫一個。
coverage-gap-answers = **答過的學員不到 { $fewest } 位（{ $count } 個）**：{ $names }。請學員用 `/quiz start` 做測驗。
coverage-gap-own = **你們自己的課裡還有小節沒有題目（{ $count } 課）**：{ $names }。用 `/teach question generate` 草擬題目。
coverage-column-concept = 概念
coverage-column-lessons = 課程
coverage-column-sections = 小節
coverage-column-questions = 題目
coverage-column-challenges = 練習題
coverage-column-learners = 答過的學員
coverage-column-gaps = 還缺什麼
coverage-at-least = 至少 { $count } 位
coverage-fewer = 不到 { $fewest } 位
coverage-missing-lesson = 課程
coverage-missing-question = 題目
coverage-missing-challenge = 練習題
coverage-missing-answers = 作答
