# /help：這裡能做什麼

help-title = **在這裡你可以**
help-ask = **提問** – `/ask` 根據課程回答，並註明出處。用回答下面的按鈕可以講得更簡單、更深入，或者考考你。
help-explain = **看看它怎麼運作** – `/explain concept` 依你的程度用一張卡片講一個概念；`/explain tokens`、`/explain sampling`、`/explain embeddings`、`/explain retrieval` 用圖展示模型在做什麼。
help-model = **認識模型** – `/model find` 翻看模型目錄，`/model compare` 用兩個模型跑同一個提示詞，`/model choose` 幫你選方法。
help-lesson = **閱讀** – `/lesson next` 帶你去最合適的下一步，`/lesson list` 列出全部課程和你的進度，`/lesson read` 打開一課。
help-quiz = **自我測驗** – `/quiz start` 一題一題地考你，每題都講解；`/quiz resume` 從上次停下的地方接著做。
help-review = **記住它** – `/review now` 考你到期的題目，`/review remind` 每天傳一次私訊給你，`/review forecast` 看看接下來有什麼。
help-progress = **看看進度** – `/progress show` 告訴你讀了什麼、掌握了什麼；想比一比就看 `/leaderboard show`。
help-memory = **你的記憶** – `/memory show` 告訴你我記得什麼，`/memory forget` 把它刪掉。
help-privacy = **你的資料** – `/privacy about` 說明保存什麼、為什麼，`/privacy export` 匯出，`/privacy delete` 清除。
help-start = **你自己** – `/start` 設定語言、程度和目標。
help-teach = **授課** – `/teach lesson new` 新寫一課，`/teach lesson import` 從檔案匯入。
help-server = **管理員** – `/server diagnose` 檢查一切是否正常，不正常時告訴你該做什麼；`/server filters` 和 `/server queue` 管內容規則和檢舉。
help-more = 用 `/help` 並選一個 `主題`，可以查看其中一項的詳細說明。
help-ask-more = **/ask**
    - `問題`：你想知道的事，中文英文都行，用什麼語言問就用什麼語言答。
    - `課程`：只在這一課裡找。
    - `方式`：講解、一步一步給提示，或檢查你自己的解釋。
    - `公開`：選 true 則頻道裡所有人都能看到回答，否則只有你能看到。
    - `討論串`：選 true 則開一個討論串，可以在裡面接著聊。
    
    每個回答都註明依據的小節。課程沒有講到的，我會直說，不會亂猜。沒有語言模型時，我會引用課程原文。
    
    也可以不用指令：在頻道裡提到我，或者傳私訊給我。
    在任何訊息的選單（應用程式）裡還有：「解釋這則訊息」和「就這則訊息考考我」。
help-explain-more = **/explain**
    - `/explain concept`：一個概念，三種講法，有例子，也有常見的誤解；`對比` 把另一個放在旁邊比。許多卡片還能一步一步看圖。
    - `/explain tokens`：模型讀到的文字，帶數量和價錢。
    - `/explain sampling`：接下來可能是什麼，溫度和 top-p 又會怎樣改變它。
    - `/explain embeddings`：把文字依意思擺到地圖上，還可以玩猜遠近。
    - `/explain retrieval`：同一個問題，帶課程段落、不帶、帶錯的段落，各答一次。

    沒有語言模型也都能用，還可以給頻道裡的人看。
help-model-more = **/model**
    - `/model find`：依用途、授權、廠商、名稱或價錢查目錄。
    - `/model card`：一個模型的種類、用途、限制、價錢和後來怎樣；每項事實都有來源和日期。
    - `/model compare`：同一個提示詞在兩個可用的模型上跑，看時間、詞元和費用；不能跑時並排看卡片。
    - `/model choose`：五個問題，幫你在提示、檢索、微調和訓練之間選，並說明理由。
help-lesson-more = **/lesson**
    - `/lesson list`：全部課程，以及每一課的進度。
    - `/lesson read`：一頁一小節，會記住你讀到哪裡。可以翻頁、跳到某一小節，或者就正在讀的內容提問。
    - `/lesson next`：從上次停下的地方繼續，或者開始你可以學的下一課。
help-quiz-more = **/quiz**
    - `/quiz start`：考一課，或考你讀過的課程。練習模式有提示、每題都講解；考試模式最後講解；自適應模式依你的程度出題。
    - `/quiz resume`：接著做還沒做完的測驗，過幾天也可以。
    - `/quiz stop`：結束測驗，看看結果。
    - `/quiz history`：你最近的測驗。
    - `/quiz live`：和頻道裡的人一起答題，可以分隊，最後有頒獎台。
    
    題目和回答只有你看得到；現場測驗的名次大家都看得到。
help-review-more = **/review**
    - `/review now`：所有課程裡你快要忘記的題目，沒有提示。
    - `/review remind`：到了你訂的時間，有要複習的就傳私訊給你；選「關閉」就不再提醒。
    - `/review forecast`：接下來兩週要複習什麼，還有連續天數。可以缺兩天。
help-progress-more = **/progress**
    - `/progress show`：課程、掌握程度、你對自己的判斷準不準，以及沒有幫助時還記得多少。只有你看得到。
    - `/progress export`：把你自己的卡片匯出成 JSON、表格或 Anki 牌組。

    用 `/leaderboard join` 取個名字上榜，用 `/leaderboard leave` 馬上下榜。
help-memory-more = **/memory**
    - `/memory show`：用文字告訴你我在這裡記得什麼。
    - `/memory forget`：忘記上一個問題、某一課、這段對話，或者全部。
    
    你在一個伺服器裡說的話，絕不會用到另一個伺服器，也不會給別人看。
help-privacy-more = **/privacy**
    - `/privacy about`：保存什麼、為什麼、多久、誰能看到。
    - `/privacy export`：把關於你的全部資料匯出成一個檔案。
    - `/privacy delete`：清除的正是這些。
help-start-more = **/start**
    選擇語言、講解的程度和目標，隨時可以回來修改。
help-teach-more = **/teach lesson**
    - `新增`、`修改`：用表單寫課，一次一節。每次修改都是一個版本。
    - `匯入`、`匯出`：從檔案匯入、匯出成檔案；`試匯入` 先看看會匯入什麼。
    - `預覽`：以學員的樣子看。`發布` 現在或定時發布；`下架` 隱藏，內建課程也可以。
    - `歷史`、`回復`、`刪除`：改了什麼，怎樣找回。刪除的課 30 天內可以復原。
    - `/teach question new`、`/teach question import`、`/teach question generate`：本伺服器自己的題目；`/teach question review` 核准草稿，`/teach question stats` 看題目的表現，`/teach question retire` 停用一題（課程的也行）或重新啟用。
    - `/teach coverage`：課程、題目和練習題涵蓋了哪些概念，缺口怎樣補上。
    - `/teach plan`：依主題、對象和時間從課程裡草擬教案，可以修改、帶走。

    草稿不會讓學員看到。
help-server-more = **/server setup**
    七頁走一遍：語言、頻道、課程、模型、用量上限、規則、保存多久。

    {""}**/server diagnose**
    檢查資料庫、課程、過濾、模型，以及我在這個頻道的權限：一切正常，或者告訴你該做的那一件事。

    {""}**/server settings**
    這裡可以設定的一切，以面板顯示；填 `項目` 和 `值` 就設定一項。`/server channels`、`/server retention` 是最常用幾項的捷徑。

    {""}**/server pause**、**/server resume**
    立即停止呼叫模型，或恢復呼叫。期間課程、測驗和複習照常。

    {""}**/server audit**、**/server undo**
    誰改了什麼，也可匯出檔案；看過之後復原最近一次更動。

    {""}**/server filters**
    本伺服器的內容規則；用 `測試` 可以看到一段文字會如何處理，為什麼。

    {""}**/server queue**
    被檢舉的回覆：接手、認定成立、駁回或更正。你會看到回覆和檢舉人寫的話，看不到對話。

    {""}**/server export**、**/server import**
    把這個伺服器自己的內容匯出成一個檔案，或匯入這樣的檔案：搬到別的伺服器或別處執行的我。

    {""}**/server quota**
    這裡能在模型上用多少，用了多少，什麼時候重新計算。

    {""}**/server insights**
    這裡學得怎麼樣：多少人在學、學到多少、難在哪裡、花了多少。沒有名字，不到五人的都不顯示。

help-ask-name = 提問
help-explain-name = 圖解
help-model-name = 模型
help-lesson-name = 課程
help-quiz-name = 測驗
help-review-name = 複習
help-progress-name = 進度
help-memory-name = 記憶
help-privacy-name = 你的資料
help-start-name = 語言、程度和目標
help-teach-name = 授課
help-server-name = 管理員

help-practice = **練習提示詞** – `/practice start` 給你一題並執行你的提示詞；`/practice check` 檢查提示詞的結構。
help-practice-more = **/practice**
    - `/practice start`：一題練習。寫一則提示詞，它會在看得到和看不到的案例上執行，由程式判斷是否通過。
    - `/practice list`：所有練習題，以及你做對了哪些。
    - `/practice check`：不用模型，分析提示詞的結構。訊息選單（應用程式）裡的「當作提示詞檢查」也一樣。
    - `/practice history`：你的嘗試。
    - `/practice board`：上榜的人的成績，用的是自己取的名字。
help-practice-name = 練習
