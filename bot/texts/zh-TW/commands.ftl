### Names and descriptions of commands, options and choices, found by the command's place in the tree:
### commands-<command>-name, commands-<command>-description, commands-<command>-option-<option>-name,
### commands-<command>-option-<option>-description, commands-choice-<value>, commands-menu-<name>-name.
### A description has at most 100 characters; a name is lower case, without spaces, at most 32 characters.

commands-start-name = 開始
commands-start-description = 認識家教，設定語言、程度和目標

commands-help-name = 說明
commands-help-description = 在這裡能做什麼
commands-help-option-topic-name = 主題
commands-help-option-topic-description = 查看其中一項的詳細說明

commands-ask-name = 提問
commands-ask-description = 提一個關於生成式 AI 的問題，回答會註明課程出處
commands-ask-option-question-name = 問題
commands-ask-option-question-description = 你想知道什麼？
commands-ask-option-lesson-name = 課程
commands-ask-option-lesson-description = 只在這一課裡找
commands-ask-option-share-name = 公開
commands-ask-option-share-description = 讓頻道裡所有人都看到回答（否則只有你能看到）
commands-ask-option-thread-name = 討論串
commands-ask-option-thread-description = 為這段對話開一個討論串

commands-lesson-name = 課程
commands-lesson-description = 閱讀課程

commands-lesson-list-name = 清單
commands-lesson-list-description = 全部課程和你的進度

commands-lesson-read-name = 閱讀
commands-lesson-read-description = 從上次停下的地方打開一課
commands-lesson-read-option-lesson-name = 課程
commands-lesson-read-option-lesson-description = 哪一課？
commands-lesson-read-option-section-name = 小節
commands-lesson-read-option-section-description = 從這一節開始

commands-lesson-next-name = 下一步
commands-lesson-next-description = 最適合你的下一步

commands-lesson-search-name = 搜尋
commands-lesson-search-description = 在課程裡查找
commands-lesson-search-option-query-name = 關鍵字
commands-lesson-search-option-query-description = 想找什麼？詞語或問題都可以

commands-memory-name = 記憶
commands-memory-description = 家教記得你的什麼

commands-memory-show-name = 查看
commands-memory-show-description = 用文字告訴你我在這裡記得什麼

commands-memory-forget-name = 忘記
commands-memory-forget-description = 刪除我在這裡記得的內容
commands-memory-forget-option-what-name = 內容
commands-memory-forget-option-what-description = 要忘記什麼？
commands-memory-forget-option-lesson-name = 課程
commands-memory-forget-option-lesson-description = 選擇忘記課程時，是哪一課

commands-privacy-name = 隱私
commands-privacy-description = 你的資料由你掌握

commands-privacy-about-name = 簡介
commands-privacy-about-description = 保存什麼、為什麼、多久、誰能看到

commands-privacy-export-name = 匯出
commands-privacy-export-description = 把關於你的全部資料匯出成一個檔案

commands-privacy-delete-name = 清除
commands-privacy-delete-description = 清除關於你的全部資料

commands-server-name = 伺服器
commands-server-description = 管理員專用

commands-server-diagnose-name = 診斷
commands-server-diagnose-description = 檢查這裡是否一切正常，不正常時告訴你該做什麼

commands-server-setup-name = 設定精靈
commands-server-setup-description = 兩分鐘把該選的都選好

commands-server-export-name = 匯出
commands-server-export-description = 把這個伺服器自己的內容匯出成一個檔案

commands-server-import-name = 匯入
commands-server-import-description = 匯入這樣的檔案
commands-server-import-option-file-name = 檔案
commands-server-import-option-file-description = 「匯出」得到的 .zip 檔

commands-server-filters-name = 過濾
commands-server-filters-description = 本伺服器的內容規則，以及一段文字會如何處理
commands-server-filters-option-category-name = 類別
commands-server-filters-option-category-description = 哪一類內容？
commands-server-filters-option-threshold-name = 門檻
commands-server-filters-option-threshold-description = 分數達到多少時生效，0 到 1
commands-server-filters-option-action-name = 處理
commands-server-filters-option-action-description = 如何處理？
commands-server-filters-option-test-name = 測試
commands-server-filters-option-test-description = 一段文字：看看會如何處理，為什麼
commands-choice-self-harm = 痛苦或自我傷害
commands-choice-minors = 傷害未成年人
commands-choice-sexual = 色情內容
commands-choice-hate = 仇恨
commands-choice-harassment = 騷擾或威脅
commands-choice-violence = 暴力或武器
commands-choice-illegal = 違法的事
commands-choice-cyber = 攻擊系統或帳號
commands-choice-override = 試圖覆蓋家教的指令
commands-choice-personal-data = 個人資料
commands-choice-secret = 金鑰、密碼之類的秘密
commands-choice-allow = 放行
commands-choice-redact = 拿掉相關資訊
commands-choice-as-data = 當成材料
commands-choice-refuse = 拒絕

commands-server-queue-name = 檢舉
commands-server-queue-description = 被檢舉的回覆和過濾紀錄

commands-server-audit-name = 紀錄
commands-server-audit-description = 誰在這裡改了什麼
commands-server-audit-option-actor-name = 操作者
commands-server-audit-option-actor-description = 誰的更動？
commands-server-audit-option-action-name = 操作
commands-server-audit-option-action-description = 哪一類更動？
commands-server-audit-option-since-name = 從
commands-server-audit-option-since-description = 從哪天起，例如 2026-03-01，或最近多少天

commands-server-undo-name = 復原
commands-server-undo-description = 先看再復原最近一次更動

commands-server-settings-name = 設定
commands-server-settings-description = 這裡可以設定的一切
commands-server-settings-option-key-name = 項目
commands-server-settings-option-key-description = 哪一項？
commands-server-settings-option-value-name = 值
commands-server-settings-option-value-description = 設成什麼？不填就只顯示

commands-server-channels-name = 頻道
commands-server-channels-description = 我可以在哪裡公開發言
commands-server-channels-option-allow-name = 允許
commands-server-channels-option-allow-description = 只在這些頻道，例如 #提問 #綜合；或 none
commands-server-channels-option-deny-name = 禁止
commands-server-channels-option-deny-description = 不在這些頻道；或 none

commands-server-retention-name = 保留期限
commands-server-retention-description = 資料保留多久
commands-server-retention-option-turns_days-name = 對話天數
commands-server-retention-option-turns_days-description = 對話保留多少天
commands-server-retention-option-attempts_days-name = 作答天數
commands-server-retention-option-attempts_days-description = 測驗作答和練習紀錄保留多少天

commands-server-pause-name = 暫停
commands-server-pause-description = 立即停止呼叫模型；課程和測驗照常
commands-server-pause-option-reason-name = 原因
commands-server-pause-option-reason-description = 為什麼？學員會看到

commands-server-resume-name = 恢復
commands-server-resume-description = 恢復呼叫模型

commands-server-insights-name = 概況
commands-server-insights-description = 這裡學得怎麼樣：沒有名字的數字
commands-server-insights-option-days-name = 天數
commands-server-insights-option-days-description = 看多少天？
commands-choice-7 = 7 天
commands-choice-30 = 30 天
commands-choice-90 = 90 天

commands-server-quota-name = 用量上限
commands-server-quota-description = 這裡的語言模型上限和用量
commands-server-quota-option-scope-name = 範圍
commands-server-quota-option-scope-description = 學員的上限，還是伺服器的？
commands-server-quota-option-tokens_per_day-name = 每日詞元
commands-server-quota-option-tokens_per_day-description = 每天最多多少詞元
commands-server-quota-option-cost_per_month-name = 每月費用
commands-server-quota-option-cost_per_month-description = 每月最多多少美元
commands-choice-learner = 每位學員
commands-choice-server = 本伺服器

commands-menu-report-to-moderators-name = 向管理員檢舉
commands-menu-explain-this-name = 解釋這則訊息
commands-menu-quiz-me-on-this-name = 就這則訊息考考我

commands-teach-name = 教學
commands-teach-description = 本伺服器的課程、題目和練習題

commands-teach-lesson-name = 課程
commands-teach-lesson-description = 本伺服器自己的課程

commands-teach-lesson-new-name = 新增
commands-teach-lesson-new-description = 新寫一課，先存為草稿
commands-teach-lesson-new-option-language-name = 語言
commands-teach-lesson-new-option-language-description = 用哪種語言寫

commands-teach-lesson-edit-name = 修改
commands-teach-lesson-edit-description = 修改一課中的一節
commands-teach-lesson-edit-option-lesson-name = 課程
commands-teach-lesson-edit-option-lesson-description = 哪一課？
commands-teach-lesson-edit-option-section-name = 小節
commands-teach-lesson-edit-option-section-description = 哪一節，或新的一節？
commands-teach-lesson-edit-option-language-name = 語言
commands-teach-lesson-edit-option-language-description = 哪種語言的內容？

commands-teach-lesson-import-name = 匯入
commands-teach-lesson-import-description = 從檔案匯入課程
commands-teach-lesson-import-option-file-name = 檔案
commands-teach-lesson-import-option-file-description = 一個 .md 或 .zip；不填則打開可放十個檔案的表單
commands-teach-lesson-import-option-language-name = 語言
commands-teach-lesson-import-option-language-description = 檔案用哪種語言寫成
commands-teach-lesson-import-option-dry_run-name = 試匯入
commands-teach-lesson-import-option-dry_run-description = 只看會匯入什麼，不儲存

commands-teach-lesson-export-name = 匯出
commands-teach-lesson-export-description = 把課程匯出成可再匯入的檔案
commands-teach-lesson-export-option-lesson-name = 課程
commands-teach-lesson-export-option-lesson-description = 哪一課？

commands-teach-lesson-preview-name = 預覽
commands-teach-lesson-preview-description = 以學員的樣子看一課
commands-teach-lesson-preview-option-lesson-name = 課程
commands-teach-lesson-preview-option-lesson-description = 哪一課？
commands-teach-lesson-preview-option-language-name = 語言
commands-teach-lesson-preview-option-language-description = 看哪種語言？
commands-teach-lesson-preview-option-version-name = 版本
commands-teach-lesson-preview-option-version-description = 不填就看最新版

commands-teach-lesson-publish-name = 發布
commands-teach-lesson-publish-description = 現在或定時對學員發布一課
commands-teach-lesson-publish-option-lesson-name = 課程
commands-teach-lesson-publish-option-lesson-description = 哪一課？
commands-teach-lesson-publish-option-at-name = 時間
commands-teach-lesson-publish-option-at-description = 什麼時候，例如「明天 9:00」

commands-teach-lesson-unpublish-name = 下架
commands-teach-lesson-unpublish-description = 不再讓學員看到一課
commands-teach-lesson-unpublish-option-lesson-name = 課程
commands-teach-lesson-unpublish-option-lesson-description = 哪一課？

commands-teach-lesson-history-name = 歷史
commands-teach-lesson-history-description = 一課的各個版本，以及改了什麼
commands-teach-lesson-history-option-lesson-name = 課程
commands-teach-lesson-history-option-lesson-description = 哪一課？
commands-teach-lesson-history-option-version-name = 版本
commands-teach-lesson-history-option-version-description = 這一版改了什麼？

commands-teach-lesson-rollback-name = 回復
commands-teach-lesson-rollback-description = 回到某一版，或復原刪除的課
commands-teach-lesson-rollback-option-lesson-name = 課程
commands-teach-lesson-rollback-option-lesson-description = 哪一課？
commands-teach-lesson-rollback-option-version-name = 版本
commands-teach-lesson-rollback-option-version-description = 回到哪一版？

commands-teach-lesson-delete-name = 刪除
commands-teach-lesson-delete-description = 刪除一課，30 天內可以復原
commands-teach-lesson-delete-option-lesson-name = 課程
commands-teach-lesson-delete-option-lesson-description = 哪一課？

commands-choice-en = 英文
commands-choice-zh-cn = 簡體中文
commands-choice-zh-tw = 繁體中文
commands-choice-lesson = 課程
commands-choice-last = 上一個問題
commands-choice-conversation = 這段對話
commands-choice-all = 全部

commands-quiz-name = 測驗
commands-quiz-description = 看看你掌握了多少
commands-quiz-start-name = 開始
commands-quiz-start-description = 開始一次測驗，一題一題來
commands-quiz-start-option-lesson-name = 課程
commands-quiz-start-option-lesson-description = 哪一課？不填就考你讀過的課程
commands-quiz-start-option-mode-name = 模式
commands-quiz-start-option-mode-description = 有提示、沒提示，或依你的程度出題
commands-quiz-start-option-length-name = 題數
commands-quiz-start-option-length-description = 一共幾題（通常是 5 題）
commands-choice-practice = 練習：有提示，每題都講解
commands-choice-exam = 考試：沒有提示，最後講解
commands-choice-adaptive = 自適應：依你的程度出題
commands-quiz-resume-name = 繼續
commands-quiz-resume-description = 接著做還沒做完的測驗
commands-quiz-stop-name = 停止
commands-quiz-stop-description = 結束測驗，看看結果
commands-quiz-history-name = 紀錄
commands-quiz-history-description = 你最近的測驗
commands-quiz-live-name = 現場
commands-quiz-live-description = 在這個頻道裡一起答題
commands-quiz-live-option-lesson-name = 課程
commands-quiz-live-option-lesson-description = 哪一課？不填就是全部課程
commands-quiz-live-option-rounds-name = 題數
commands-quiz-live-option-rounds-description = 一共幾題（通常是 5 題）
commands-quiz-live-option-seconds-name = 秒數
commands-quiz-live-option-seconds-description = 每題幾秒（通常是 20 秒）
commands-quiz-live-option-scoring-name = 計分
commands-quiz-live-option-scoring-description = 怎麼算分
commands-quiz-live-option-teams-name = 隊數
commands-quiz-live-option-teams-description = 分幾隊？不填就各打各的
commands-choice-accuracy = 看準確：比答對的題數，相同才比時間
commands-choice-speed = 看速度：答對得越快，分數越高

commands-ask-option-mode-name = 方式
commands-ask-option-mode-description = 講解、給提示，或檢查我自己的解釋
commands-choice-explain = 講解
commands-choice-hint = 給我提示
commands-choice-check = 檢查我的解釋
commands-memory-pause-name = 暫停
commands-memory-pause-description = 恢復之前，不保存我問的任何內容
commands-memory-resume-name = 恢復
commands-memory-resume-description = 重新記住我們的對話
commands-memory-language-name = 語言
commands-memory-language-description = 我在這裡用哪種語言和你說話

commands-explain-name = 講解
commands-explain-description = 看看它是怎麼運作的：概念、詞元、取樣、嵌入、檢索
commands-explain-concept-name = 概念
commands-explain-concept-description = 依你的程度，用一張卡片講一個概念
commands-explain-concept-option-concept-name = 概念
commands-explain-concept-option-concept-description = 哪個概念？輸入幾個字來選
commands-explain-concept-option-level-name = 程度
commands-explain-concept-option-level-description = 怎樣講；不選就依你自己的程度
commands-explain-concept-option-compare_to-name = 對比
commands-explain-concept-option-compare_to-description = 和這個概念放在一起比
commands-explain-concept-option-share-name = 公開
commands-explain-concept-option-share-description = 讓頻道裡所有人都看到
commands-choice-eli5 = 從零講起
commands-choice-beginner = 初學者
commands-choice-practitioner = 開發者

commands-explain-tokens-name = 詞元
commands-explain-tokens-description = 模型讀到的文字：詞元、編號、位元組、數量和價錢
commands-explain-tokens-option-text-name = 文字
commands-explain-tokens-option-text-description = 要切分的文字
commands-explain-tokens-option-encoding-name = 詞表
commands-explain-tokens-option-encoding-description = 用哪個詞表？
commands-choice-o200k = o200k：GPT-4o 及以後
commands-choice-cl100k = cl100k：GPT-3.5 和 GPT-4

commands-explain-sampling-name = 取樣
commands-explain-sampling-description = 接下來是什麼？看溫度和 top-p 怎樣改變下一個詞元的機率
commands-explain-sampling-option-prompt-name = 提示詞
commands-explain-sampling-option-prompt-description = 一段文字的開頭
commands-explain-sampling-option-temperature-name = 溫度
commands-explain-sampling-option-temperature-description = 0 到 2；1 表示不改變
commands-explain-sampling-option-top_p-name = top_p
commands-explain-sampling-option-top_p-description = 最大為 1；1 表示不改變

commands-explain-embeddings-name = 嵌入
commands-explain-embeddings-description = 把文字依意思擺到地圖上，看每兩段有多近
commands-explain-embeddings-option-texts-name = 文字
commands-explain-embeddings-option-texts-description = 2 到 12 段文字，用 | 隔開；不填就跳出表單

commands-explain-retrieval-name = 檢索
commands-explain-retrieval-description = 同一個問題，有課程段落和沒有課程段落的回答
commands-explain-retrieval-option-question-name = 問題
commands-explain-retrieval-option-question-description = 你想知道什麼？

commands-model-name = 模型
commands-model-description = 語言、影像和語音模型：事實、並排比較、該選哪種方法
commands-model-find-name = 尋找
commands-model-find-description = 翻看模型目錄
commands-model-find-option-task-name = 用途
commands-model-find-option-task-description = 拿來做什麼？
commands-model-find-option-licence-name = 授權
commands-model-find-option-licence-description = 開放權重還是服務？
commands-model-find-option-provider-name = 廠商
commands-model-find-option-provider-description = 誰做的？輸入幾個字來選
commands-model-find-option-name-name = 名稱
commands-model-find-option-name-description = 叫什麼？輸入幾個字來選
commands-model-find-option-max_price-name = 最高價
commands-model-find-option-max_price-description = 每百萬詞元輸入最多多少美元
commands-model-card-name = 卡片
commands-model-card-description = 一個模型：種類、用途、限制、價錢，以及事實的來源
commands-model-card-option-name-name = 名稱
commands-model-card-option-name-description = 哪個模型？輸入幾個字來選
commands-model-compare-name = 比較
commands-model-compare-description = 用兩個模型跑同一個提示詞：回答、時間、詞元、費用
commands-model-compare-option-prompt-name = 提示詞
commands-model-compare-option-prompt-description = 兩個模型都要回答什麼
commands-model-compare-option-a-name = 模型一
commands-model-compare-option-a-description = 一個模型；前面有圓點的能在這裡執行
commands-model-compare-option-b-name = 模型二
commands-model-compare-option-b-description = 另一個模型
commands-model-choose-name = 選擇
commands-model-choose-description = 提示、檢索、微調還是訓練？五個問題幫你選
commands-model-choose-option-goal-name = 目標
commands-model-choose-option-goal-description = 想做什麼？會寫在上面
commands-choice-chat = 對話和寫作
commands-choice-code = 程式設計
commands-choice-seeing = 看懂圖片
commands-choice-images = 畫圖
commands-choice-speech = 語音
commands-choice-search = 搜尋和嵌入
commands-choice-sorting = 分類與擷取
commands-choice-own-machine = 在自己的電腦上執行
commands-choice-permissive = 開放權重（Apache 2.0、MIT）
commands-choice-conditions = 開放權重，有條件
commands-choice-research = 權重只供研究
commands-choice-proprietary = 專有：只有服務

commands-review-name = 複習
commands-review-description = 把學過的記住
commands-review-now-name = 現在
commands-review-now-description = 複習到期的題目
commands-review-remind-name = 提醒
commands-review-remind-description = 有東西要複習時，每天傳私訊提醒
commands-review-remind-option-time-name = 時間
commands-review-remind-option-time-description = 什麼時候？例如 19:30
commands-review-remind-option-timezone-name = 時區
commands-review-remind-option-timezone-description = 輸入你附近的大城市
commands-review-remind-option-off-name = 關閉
commands-review-remind-option-off-description = 選「是」就不再提醒
commands-review-forecast-name = 預告
commands-review-forecast-description = 接下來兩週要複習什麼

commands-progress-name = 進度
commands-progress-description = 看看你學到哪裡了
commands-progress-show-name = 檢視
commands-progress-show-description = 課程、掌握程度、連續天數，以及沒有幫助時還記得多少
commands-progress-export-name = 匯出
commands-progress-export-description = 把你自己的卡片匯出成檔案
commands-progress-export-option-format-name = 格式
commands-progress-export-option-format-description = 哪種檔案？
commands-choice-json = JSON
commands-choice-csv = CSV 表格
commands-choice-apkg = Anki 牌組

commands-leaderboard-name = 排行榜
commands-leaderboard-description = 看看這裡誰懂得多（用別名）
commands-leaderboard-show-name = 檢視
commands-leaderboard-show-description = 本伺服器的排行榜
commands-leaderboard-show-option-lesson-name = 課程
commands-leaderboard-show-option-lesson-description = 只看一課
commands-leaderboard-join-name = 加入
commands-leaderboard-join-description = 取個名字上榜
commands-leaderboard-join-option-alias-name = 別名
commands-leaderboard-join-option-alias-description = 別人看到的名字
commands-leaderboard-leave-name = 退出
commands-leaderboard-leave-description = 馬上下榜

commands-practice-name = 練習
commands-practice-description = 寫提示詞，看看效果
commands-practice-list-name = 清單
commands-practice-list-description = 所有練習題，以及你做對了哪些
commands-practice-list-option-technique-name = 技巧
commands-practice-list-option-technique-description = 只看這種技巧的練習題
commands-practice-start-name = 開始
commands-practice-start-description = 做一題練習：寫提示詞，看它執行
commands-practice-start-option-challenge-name = 練習題
commands-practice-start-option-challenge-description = 哪一題？不填就是下一題
commands-practice-start-option-technique-name = 技巧
commands-practice-start-option-technique-description = 這種技巧的下一題
commands-practice-history-name = 紀錄
commands-practice-history-description = 你的嘗試和結果
commands-practice-history-option-challenge-name = 練習題
commands-practice-history-option-challenge-description = 只看這一題
commands-practice-check-name = 檢查
commands-practice-check-description = 檢查提示詞的結構，不用模型
commands-practice-check-option-prompt-name = 提示詞
commands-practice-check-option-prompt-description = 要檢查的提示詞；不填會開啟表單
commands-practice-board-name = 排行
commands-practice-board-description = 上榜的人的最好成績
commands-practice-board-option-challenge-name = 練習題
commands-practice-board-option-challenge-description = 只看這一題
commands-menu-check-as-prompt-name = 當作提示詞檢查

commands-teach-question-name = 題目
commands-teach-question-description = 本伺服器自己的題目
commands-teach-question-new-name = 新增
commands-teach-question-new-description = 寫一題
commands-teach-question-new-option-lesson-name = 課程
commands-teach-question-new-option-lesson-description = 哪一課？
commands-teach-question-edit-name = 修改
commands-teach-question-edit-description = 修改一題
commands-teach-question-edit-option-question-name = 題目
commands-teach-question-edit-option-question-description = 哪一題？
commands-teach-question-import-name = 匯入
commands-teach-question-import-description = 匯入題目檔案
commands-teach-question-import-option-lesson-name = 課程
commands-teach-question-import-option-lesson-description = 哪一課？
commands-teach-question-import-option-file-name = 檔案
commands-teach-question-import-option-file-description = 題目檔案
commands-teach-question-import-option-format-name = 格式
commands-teach-question-import-option-format-description = 哪種檔案？
commands-teach-question-export-name = 匯出
commands-teach-question-export-description = 把題目匯出成檔案
commands-teach-question-export-option-format-name = 格式
commands-teach-question-export-option-format-description = 哪種檔案？
commands-teach-question-export-option-lesson-name = 課程
commands-teach-question-export-option-lesson-description = 哪一課？
commands-teach-question-generate-name = 產生
commands-teach-question-generate-description = 從課程裡出題（草稿）
commands-teach-question-generate-option-lesson-name = 課程
commands-teach-question-generate-option-lesson-description = 哪一課？
commands-teach-question-generate-option-count-name = 題數
commands-teach-question-generate-option-count-description = 出幾題？
commands-teach-question-review-name = 審核
commands-teach-question-review-description = 核准或不採用草稿
commands-teach-question-stats-name = 統計
commands-teach-question-stats-description = 依第一次作答看題目的表現
commands-teach-question-stats-option-lesson-name = 課程
commands-teach-question-stats-option-lesson-description = 哪一課？
commands-teach-question-stats-option-question-name = 題目
commands-teach-question-stats-option-question-description = 哪一題？
commands-teach-question-retire-name = 停用
commands-teach-question-retire-description = 停用一題，或重新啟用
commands-teach-question-retire-option-question-name = 題目
commands-teach-question-retire-option-question-description = 哪一題？
commands-choice-gift = GIFT
commands-choice-moodle = Moodle XML
commands-choice-yaml = YAML

commands-teach-challenge-name = 練習題
commands-teach-challenge-description = 本伺服器的練習題
commands-teach-challenge-new-name = 新增
commands-teach-challenge-new-description = 寫一題練習，或上傳 YAML 檔案
commands-teach-challenge-new-option-file-name = 檔案
commands-teach-challenge-new-option-file-description = YAML 檔案；不填開啟表單
commands-teach-challenge-edit-name = 修改
commands-teach-challenge-edit-description = 修改練習題
commands-teach-challenge-edit-option-challenge-name = 練習題
commands-teach-challenge-edit-option-challenge-description = 哪一題？
commands-teach-challenge-edit-option-file-name = 檔案
commands-teach-challenge-edit-option-file-description = YAML 檔案；不填開啟表單
commands-teach-challenge-test-name = 測試
commands-teach-challenge-test-description = 能分出提示詞好壞嗎？
commands-teach-challenge-test-option-challenge-name = 練習題
commands-teach-challenge-test-option-challenge-description = 哪一題？
commands-teach-challenge-publish-name = 發布
commands-teach-challenge-publish-description = 向學員開放
commands-teach-challenge-publish-option-challenge-name = 練習題
commands-teach-challenge-publish-option-challenge-description = 哪一題？
commands-teach-challenge-retire-name = 停用
commands-teach-challenge-retire-description = 讓學員不再看到
commands-teach-challenge-retire-option-challenge-name = 練習題
commands-teach-challenge-retire-option-challenge-description = 哪一題？

commands-teach-plan-name = 教案
commands-teach-plan-description = 根據課程草擬一份教案，可以修改
commands-teach-plan-option-topic-name = 主題
commands-teach-plan-option-topic-description = 教什麼？
commands-teach-plan-option-audience-name = 對象
commands-teach-plan-option-audience-description = 教誰？
commands-teach-plan-option-minutes-name = 分鐘
commands-teach-plan-option-minutes-description = 多長？一般 45 分鐘
commands-choice-newcomers = 剛接觸 AI 的人
commands-choice-beginners = 初學者
commands-choice-practitioners = 用 AI 開發的人

commands-teach-coverage-name = 涵蓋
commands-teach-coverage-description = 課程、題目和練習題涵蓋了哪些概念
