# 匯入課程時，對每個檔案、每一行說的話

importing-at-file = { $path }：{ $sentence }
importing-at-line = { $path } 第 { $line } 行：{ $sentence }

importing-outcome-understood = 讀懂了
importing-outcome-skipped = 略過了
importing-outcome-wrong = 有問題

importing-summary-done = 從 { $files } 個檔案讀出 { $lessons } 課：新增 { $new }，更新 { $changed }，沒變 { $unchanged }。新增和更新的都是草稿，你發布之前誰也看不到。
importing-summary-would = { $files } 個檔案裡有 { $lessons } 課：新增 { $new }，更新 { $changed }，沒變 { $unchanged }。這次只是預覽，什麼都沒有儲存。
importing-summary-same = 沒有新內容：{ $files } 個檔案裡的 { $lessons } 課，這裡早就有了，一字不差。什麼都沒有更動。
importing-summary-refused = 什麼都沒有匯入。請改好下面 { $count } 處，再匯入一次：
importing-lesson-new = **{ $title }**（`{ $lesson }`）· 新課 · { $languages } · { $sections } 個小節 · { $questions } 題草稿
importing-lesson-changed = **{ $title }**（`{ $lesson }`）· 現在是第 { $version } 版 · { $languages } · { $sections } 個小節 · { $questions } 題草稿
importing-lesson-unchanged = **{ $title }**（`{ $lesson }`）· 和原來一樣
importing-more = ……還有 { $count } 則。

# 讀懂了
importing-lesson-read = 讀作「{ $lesson }」，{ $sections } 個小節。
importing-languages-paired = 「{ $lesson }」有兩種語言，{ $count } 個小節已經對上。
importing-question-found = 一題有 { $options } 個選項的題目成了草稿，答案是第 { $answers } 項。
importing-question-without-key = 一題有 { $options } 個選項的題目成了草稿。原文沒寫答案，發布這題之前請先選好。
importing-outline-read = 讀了 { $count } 課的大綱。
importing-checks-read = 讀了 { $count } 題。
importing-lines-rebuilt = 原文的換行不見了，我把 { $count } 個標題放回單獨一行。請過目。
importing-headings-guessed = 原文沒有標出標題，我把 { $count } 個短行當作標題。在行首寫 `#` 就能自己指定。
importing-title-guessed = 沒有標題，我叫它「{ $title }」。在第一行寫 `# 標題` 就能換一個。
importing-encoding-guessed = 不是 UTF-8，我以 GB18030 讀取。如果出現亂碼，請另存成 UTF-8。
importing-name-guessed = 壓縮檔裡這個檔名沒有註明編碼，是我猜的。
importing-language-differs = 它放在另一種語言的位置，我以內文的語言為準。
importing-characters-cleaned = 去掉了 { $count } 個看不見的字元。
importing-alerts-mended = 修好了 { $count } 處擠在一行裡的提示框。
importing-images-linked = { $count } 張圖片變成了帶說明文字的連結；不在網路上的圖片只留下說明文字。
importing-tracking-removed = 去掉了 { $count } 個連結上的追蹤參數。
importing-id-taken = 這裡的學員看得到的另一課已經用了這個代號，你的這一課叫 `{ $lesson }`。
importing-quarantine = 小節「{ $heading }」裡有學員自己寫就會被過濾器擋下的內容（{ $category }）。它原樣保留，只當課文，絕不當指令。發布前請看一眼。
importing-not-for-learners = 小節「{ $heading }」裡有不能給學員看的內容（{ $category }）。草稿裡照樣保留，但刪掉之前這一課不能發布。

# 略過了
importing-file-empty = 裡面沒有可讀的內容。
importing-file-kind = 不是 Markdown 或文字檔；這個資料夾裡的同類檔案都沒有匯入。
importing-file-about = 這是課程的說明，不是課文。如果是，請換個檔名。
importing-file-language = 這種語言我還不會教。課程可以是英文或中文。
importing-file-twice = 和 { $other } 一模一樣。
importing-file-link = 指向別處的連結檔，我不會跟過去。
importing-archive-inside = 裡面還有一個壓縮檔，請先解開再匯入。
importing-heading-empty = 「{ $heading }」下面什麼都沒有。
importing-comment-dropped = HTML 註解或程式沒有匯入，讀者本來也看不到。
importing-style-dropped = 去掉了夾在文字中間的 { $count } 處網頁樣式殘留。
importing-furniture-dropped = 去掉了內文前後的 { $count } 個短行，它們是網頁的選單和按鈕。
importing-links-dropped = { $count } 個連結指向課程以外的檔案，只留下了文字。
importing-front-matter-broken = 兩行 `---` 之間不是 `name: value` 的寫法，我從它下面讀起。
importing-question-unclear = 在「{ $heading }」下面沒找到題目和選項，原文留在課裡。請這樣寫：題目、選項清單，再寫 `答：2`。

# 有問題
importing-nothing-there = 裡面沒有課程。請給我 Markdown 或文字檔，或是裝著它們的資料夾、.zip。
importing-path-missing = 沒有這個檔案或資料夾。
importing-cannot-read = 讀不了。請確認它存在，而且允許我開啟。
importing-file-too-large = 超過 { $limit } KB。請拆成幾課。
importing-all-too-large = 一次匯入的文字太多了（上限 { $limit } MB）。請分幾次匯入。
importing-too-many-files = 超過 { $limit } 個檔案。請分幾次匯入。
importing-too-deep = 資料夾套了超過 { $limit } 層。請把課程往上移。
importing-too-many-sections = 標題超過 { $limit } 個。請拆成幾課。
importing-too-dense = 符號比文字還多，不像人寫的課文。請把它拿掉。
importing-name-dangerous = 這個名字想跑出自己的資料夾。請用普通的檔名重新壓縮。
importing-archive-broken = 壓縮檔壞了。請重新做成 .zip。
importing-archive-locked = 壓縮檔有密碼。請換一個沒有密碼的。
importing-archive-expands = 解開後是原來的 { $limit } 倍以上。請重新壓縮，或是直接匯入檔案。
importing-archive-method = 這種壓縮方式我不解。請做成普通的 .zip。
importing-not-text = 不是 UTF-8、UTF-16 或 GB18030 的文字。請另存成 UTF-8。
importing-two-of-one = 和 { $other } 是同一課、同一種語言，內容卻不同。請改名，或是拿掉其中一個。
importing-yaml-broken = 不是由 `name: value` 行組成的 YAML。
importing-outline-wrong = 大綱裡每課都要有 `id`，由小寫字母、數字和連字號組成。
importing-check-wrong = 題目「{ $section }」要有題幹、兩到十個不同的選項，答案從 0 數起；課後檢查還要給每個選項寫一句解釋。
