# 內容過濾的各種說法。先說發生了什麼，再說接下來怎麼做；是說明，不是訓話。

safety-removed = 繼續之前，我先把你訊息裡的{ $what }拿掉了。這類資料請不要貼在這裡，自己的也一樣。
safety-kind-email = 電子郵件地址
safety-kind-phone = 電話號碼
safety-kind-card = 信用卡號
safety-kind-iban = 銀行帳號
safety-kind-resident-id = 身分證字號
safety-kind-ssn = 社會安全號碼
safety-kind-passport = 護照號碼
safety-kind-ip-address = IP 位址
safety-kind-api-key = API 金鑰
safety-kind-token = 存取權杖
safety-kind-private-key = 私密金鑰
safety-kind-password = 密碼
safety-kind-and = { $first }和{ $second }
safety-change-secret = 如果是真的，請立刻換掉：在聊天裡傳過的東西就不再是秘密了。

safety-as-data = 這段話看起來像是想改變我運作方式的指令。我的提示詞本來就是公開的，沒有什麼需要「解鎖」；我把它當成一段範例來讀，課程繼續。

safety-support = 謝謝你願意把這些寫出來。看得出你現在很難受，我很在意。我只是一個程式，給不了你真正需要的陪伴和幫助，但有人可以，而且現在就可以找他們。
    • 如果現在有危險：請撥 119（救護）或 110（報警），或直接到最近的醫院急診。
    • 想找人說說話：1925 安心專線（24 小時、免費），或 1995 生命線。不在台灣的話，可以在 findahelpline.com 查到當地的專線。
    • 今天就告訴身邊的一個人。只要說「我現在不太好，可以陪我一下嗎？」就夠了。
    • 如果說的是你身邊的人：陪在對方身邊，或一直保持聯絡；可以直接問對方是不是有輕生的念頭（問出口不會讓情況更糟），再陪對方一起撥上面的電話。
    我沒有告訴任何人。等你想學的時候，我們隨時可以繼續。

safety-contact-offer = 這個伺服器選了幾位在這種時候可以找的人。如果你願意，我可以告訴他們，你希望有人來聯絡你：只說你是誰，不說你寫了什麼。你不按這個按鈕，就沒有人會知道。
safety-contact-button = 告訴他們
safety-contact-told = 已經告訴他們了，只說了你希望有人來聯絡。他們也有自己的生活，可能要等一下：如果此刻有危險，請不要等，直接撥打 119 或 110。
safety-contact-unreached = 剛才沒能確定聯絡上他們。過一下可以再按一次按鈕，但請不要只等著。
safety-contact-gone = 這個伺服器目前沒有這樣的聯絡人，所以我沒有告訴任何人。你不必一個人撐著。
safety-contact-left = 你已經不在那個伺服器裡了，我沒辦法替你聯絡那裡的人，也沒有告訴任何人。你不必一個人撐著。
safety-contact-places = 現在就能幫你的人：有危險時撥 119 或 110；想找人說說話，撥 1925 安心專線或 1995 生命線；不在台灣的話，可以在 findahelpline.com 查到當地的專線。還有，今天就告訴身邊的一個人。
safety-contact-not-private = 這個頻道不能用來做這件事：它必須是 @everyone 看不到、而我可以發言的文字頻道。請調整頻道權限，或換一個頻道。
safety-contact-message = 🤝 { $person } 現在很難受，請我告訴你們：希望有人來聯絡。本人寫了什麼只屬於本人，我也沒有留下任何紀錄。
    請今天就私下、溫和地寫給對方：問問怎麼樣，聽對方說。你不必解決一切，幫對方找到能幫忙的人就好（安心專線 1925，其他地區見 findahelpline.com）。如果覺得對方有危險，請撥打當地的急救或報警電話。

safety-refuse-minors = 任何把未成年人性化的內容我都不會幫忙，不論什麼形式。如果有孩子可能正處於危險中，請立刻撥 113 保護專線或 110。
safety-refuse-sexual = 這裡有各個年齡的學員，所以我不寫色情內容。我可以說明影像和文字過濾器怎麼辨識它，或是幫你寫別的故事。
safety-refuse-hate = 我不會寫因為身分而貶低別人的內容：它會傷到真實的人，模型也會學壞。我可以帶你看看偏見怎麼進入模型，又怎麼衡量。
safety-refuse-harassment = 我不會幫忙恐嚇、跟蹤或傷害別人。如果是你正遇到這些，我可以幫你把經過寫清楚，交給能處理的人；也可以說明審核模型怎麼辨識威脅。
safety-refuse-violence = 我不會說明怎麼傷害人或製造武器，因為說得清楚，任何人讀了都能用。我可以說明模型為什麼被訓練成拒絕這類請求，以及怎麼測試。
safety-refuse-illegal = 這件事我不能幫，因為會有人因此受害或受騙。如果你是想保護自己或別人，換成這個角度來問，我很樂意幫忙。
safety-refuse-cyber = 我不會幫忙攻擊別人的系統或帳號，但可以幫你防守：問問怎麼辨識某種攻擊，或到這裡的練習裡安全地試試提示詞注入。
safety-wrong = 是我誤會了嗎？換個說法，或告訴我你想從中學到什麼。

safety-withheld = 我寫了一個回答，但它沒有通過我自己的檢查，所以收回了。請換個問法，或先看看課程裡怎麼說。

# 為什麼攔下或改動了一則訊息：給管理伺服器過濾設定的人看，也用在「為什麼？」裡。
safety-why-nothing = 沒有發現問題，訊息原樣繼續。
safety-why = 我把它讀作：{ $category }。把握：{ $score }（滿分 1，這裡從 { $threshold } 起生效）。發現者：{ $finder }。以{ $language }閱讀。處理方式：{ $action }。
safety-why-also = 另外還發現：{ $category }，{ $score }（滿分 1），發現者：{ $finder }。
safety-found-by-rule = 一條寫好的規則（`{ $rule }`）
safety-found-by-classifier = 從範例裡學出來的小分類器
safety-found-by-provider = 模型服務商的審核（`{ $rule }`）
safety-found-by-shape = 寫法符合{ $kind }的格式
safety-language-en = 英文
safety-language-zh = 中文
safety-why-exercise = 在練習裡，嘗試覆蓋指令就是課程的一部分：會被發現，但不會因此拒絕。
safety-category-self-harm = 痛苦或自我傷害
safety-category-minors = 傷害未成年人
safety-category-sexual = 色情內容
safety-category-hate = 仇恨
safety-category-harassment = 騷擾或威脅
safety-category-violence = 暴力或武器
safety-category-illegal = 違法的事
safety-category-cyber = 攻擊系統或帳號
safety-category-override = 試圖覆蓋家教的指令
safety-category-personal-data = 個人資料
safety-category-secret = 金鑰、密碼之類的秘密
safety-category-sealed = 需要保密的內容，例如還沒結束的題目的答案
safety-action-allow = 放行
safety-action-redact = 拿掉相關資訊後繼續
safety-action-support = 給予支持和求助管道
safety-action-as-data = 當成材料繼續，不當成指令
safety-action-refuse = 拒絕
safety-action-withhold = 收回回答
