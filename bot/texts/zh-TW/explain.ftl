# /explain：概念卡片，以及用圖來講的東西

explain-shared-notice = 已經發到頻道裡了，就在下面。
explain-button-share = 給頻道裡的人看
explain-level-eli5 = 從零講起
explain-level-beginner = 初學者
explain-level-practitioner = 開發者

## 概念卡片

explain-field-example = 🔎 舉個例子
explain-field-misconception = ⚠️ 容易弄錯的地方
explain-field-try = 💬 試試問這個
explain-field-compared = 🧭 各是什麼
explain-misconception = *「{ $claim }」*
    { $truth }
explain-try = *{ $question }*
explain-button-try = 就問這個
explain-button-try-one = 試試：{ $concept }
explain-button-ask = 問點別的
explain-button-read = 📖 { $section }
explain-select-next = 接著看……
explain-select-nearest = 打開一張卡片……
explain-ask-title = 針對這個概念提問
explain-ask-field = 關於它，你想知道什麼？
explain-ask-about = 關於{ $concept }：
explain-concept-nearest = 沒有叫「**{ $words }**」的卡片，不過課程裡講到了它。最接近的段落和卡片在下面。
explain-concept-unknown = 課程裡沒有「**{ $words }**」，我就不亂猜了。換個說法試試，或者輸入幾個字，從跳出的清單裡選一個概念。
explain-compare-unknown = 我沒有「{ $words }」的卡片，沒辦法放在一起比。輸入幾個字，從清單裡選一個。

## 各種圖解共用的

explain-busy = 現在要畫圖的人很多，請過一分鐘再試。
explain-unable = 這張圖沒畫出來。請再試一次，或者換一段短一點的文字。
explain-gone = 這個按鈕對應的內容我已經沒有了。請重新執行指令，再用新的按鈕。
explain-button-question = 💬 問問這個問題
explain-button-lesson = 📖 看課程怎麼講
explain-no-chinese-font = -# 這裡沒有安裝中文字型，所以圖裡的中文顯示為編碼；下面的清單裡有原來的字。
explain-question-tokens = 同樣的意思，為什麼中文常常比英文用更多的詞元？

## 詞元

explain-tokens-title = 🧩 模型讀到的樣子
explain-tokens-counts = **{ $tokens } 個詞元**，來自 { $characters } 個字元（{ $bytes } 個位元組），詞表是 { $vocabulary }
explain-encoding-o200k = o200k（GPT-4o 及以後）
explain-encoding-cl100k = cl100k（GPT-3.5 和 GPT-4）
explain-tokens-parts = 其中 { $count } 個詞元只是一個字的一部分：圖裡用紅褐色寫出它的位元組。
explain-tokens-price = 這麼長的提示詞，一千次的價錢：{ $prices }（{ $day } 的定價，來源 { $source }）
explain-tokens-no-price = 今天查不到定價，就不寫價錢了。
explain-tokens-file = 全部詞元的清單在附件裡。
explain-tokens-drawn = 圖裡畫的是前 { $drawn } 個。
explain-tokens-legend = -# · 是空格，↵ 是換行，⇥ 是定位字元；每個詞元下面是它在詞表裡的編號。
explain-tokens-alt = 一共 { $count } 個詞元，依序是：{ $tokens }
explain-tokens-empty = 這段文字裡沒有剩下能切分的內容。請輸入一些文字。
explain-tokens-beside = 中英文對照
explain-tokens-own = 切我自己的文字
explain-tokens-form = 把文字切成詞元
explain-tokens-field = 任何文字：詞句、表情符號、程式碼……
explain-tokens-pair = 🧩 **同一句話，兩種語言**
explain-tokens-pair-row = - *{ $sentence }*
    { $characters } 個字元，{ $bytes } 個位元組 → o200k 切成 **{ $new }** 個詞元，cl100k 切成 **{ $old }** 個
explain-tokens-pair-why = 見得多的內容，詞表才會給它長的詞元。舊詞表見過的中文少，中文就被切得更碎，有的詞元只是一個字的一部分；新詞表見得多，切得就整一些。

## 取樣

explain-question-sampling = 什麼時候該把溫度調低，什麼時候該調高？
explain-sampling-title = 🎲 接下來是什麼？
explain-sampling-prompt = 在「{ $prompt }」後面……
explain-sampling-model = ……**{ $model }** 給續寫的第一個詞元的機率是這樣的。
explain-sampling-toy = ……一個**玩具模型**是這麼說的。它只數過本課程的課文裡哪個字後面跟著哪個字；所有候選都知道，所以算出來的是精確值。
explain-sampling-temperature = 溫度 { $temperature }，top-p { $top_p }。圖裡的框是調整前的機率，實心條是調整後的。
explain-sampling-approximate = -# 近似值：伺服器只告訴我們最可能的 20 個詞元。剩下的機率算在「其他」裡，當作平均分給它們。
explain-sampling-others = 其他
explain-sampling-no-model = 這裡沒有設定語言模型，所以用一個玩具來示範。
explain-agree-first = 用 `/start` 表示同意之後，真正的模型才會回答你。現在先用本機的替身來示範。
explain-sampling-failed = { $why }所以用一個玩具來示範。
explain-sampling-t = 溫度 { $value }
explain-sampling-p = top-p { $value }
explain-sampling-button-on = 往下寫五遍
explain-sampling-on = 🎲 **往下寫了五遍**：兩遍溫度為 0，三遍溫度為 { $temperature }，top-p 為 { $top_p }。
explain-sampling-settings-ignored = ℹ️ 這個模型不接受溫度和 top-p 的設定，五遍都由它自己決定怎麼抽取。
explain-sampling-greedy = - ❄️ ……{ $text }
explain-sampling-drawn = - 🎲 ……{ $text }
explain-sampling-same = 溫度為 0 時，每次都取最可能的詞元，所以前兩遍一樣。高於 0 時依機率抽取，每一遍都可能不同。
explain-sampling-differ = 溫度為 0 時本來不靠運氣，可前兩遍還是不一樣：伺服器把許多請求放在一起算，捨入上的一點點差別就可能改變結果。這就是非確定性。
explain-sampling-withheld = （被我自己的檢查攔下了）
explain-sampling-alt = 最可能的 { $count } 個候選詞元的長條圖。調整後最可能的是 「{ $token }」，{ $percent }；全部數字在上面的清單裡。

## 嵌入

explain-question-embeddings = 依意思搜尋，怎麼能找到和問題沒有一個相同詞的文字？
explain-embeddings-title = 🗺️ 依意思擺放文字
explain-embeddings-text = **{ $number }** { $text }
explain-embeddings-map = 地圖把許多個維度壓成了兩個：離得近就是意思近，不過表格比地圖更準。
explain-embeddings-pairs = **每一對有多近**（餘弦相似度，最近的在前）
explain-embeddings-scale = -# 1 表示方向相同，0 表示沒有關係。只有用同一種方法得到的數字才能互相比。
explain-embeddings-map-alt = 一張有 { $count } 個編號圓點的地圖；最近的一對是第 { $first } 和第 { $second } 個。全部距離在下面的清單裡。
explain-embeddings-table-alt = 一張表，說明每個文字和其他文字有多近；同樣的數字在上面的清單裡。
explain-method-model = 向量來自這裡設定的嵌入模型。
explain-method-words = **本機方法，沒有用模型：**每段文字是它各個詞的向量之和，課程搜尋用的也是這些向量。它認得詞，但不管詞序，也不懂「不」。
explain-method-letters = **本機方法，沒有用模型：**有的文字裡沒有我認得的詞，所以這裡只比較相同的字元，和意思無關。
explain-embeddings-no-model = 這裡沒有設定嵌入模型，所以用一種本機方法來示範。
explain-embeddings-failed = { $why }所以用一種本機方法來示範。
explain-embeddings-number = 一共是 { $count } 段不同的文字；我能畫 2 到 { $most } 段。請一行寫一段，或者用 | 隔開。
explain-embeddings-own = 用我自己的文字
explain-embeddings-form = 把文字擺到地圖上
explain-embeddings-field = 2 到 12 段文字，一行一段
explain-embeddings-help = 詞或句子都行，語言不限
explain-closer-play = 🎯 更近還是更遠？
explain-closer-ask = 🎯 哪一個和「**{ $to }**」的意思更近？
explain-closer-choice = { $text }
explain-closer-right = ✅ 對。從「**{ $to }**」量起：{ $first } { $near }，{ $second } { $far }。
explain-closer-wrong = 照這種量法不是。從「**{ $to }**」量起：{ $first } { $near }，{ $second } { $far }。換作是你會怎麼量？值得想一想。
explain-closer-next = 再來一題
explain-closer-none = 這些文字太像了，出不了公平的題。換幾段試試。

## 檢索

explain-question-retrieval = 給了正確的段落，模型還會編造嗎？
explain-retrieval-title = 🔦 有段落和沒有段落
explain-retrieval-question = *{ $question }*
explain-retrieval-without = 🎈 沒有段落
explain-retrieval-with = ⚓ 有段落
explain-retrieval-passages = **在課程裡找到的**，最合適的在前
explain-retrieval-hardly = **課程幾乎沒有講這個。**最接近的段落還是送了過去；謹慎的回答會說它們對不上。
explain-retrieval-nothing = 課程裡沒有這方面的內容，回答也就沒有依據。
explain-retrieval-passage = [{ $number }] { $lesson } · { $section }（{ $score }）
explain-retrieval-prompt = **送出去的內容**在附件裡：帶段落 { $tokens } 個詞元，不帶 { $alone } 個（依 o200k 計）。段落的每個詞元，每問一次都要付一次錢。
explain-by-ai = 由 AI（{ $model }）撰寫，可能有錯。
explain-retrieval-lesson = 有依據，就是把回答和給它的材料綁在一起。材料對不對、合不合適，它並不檢查。
explain-retrieval-no-model = 這裡沒有設定語言模型，所以沒有回答可比。要送出去的內容在附件裡。
explain-retrieval-agree = 用 `/start` 表示同意之後，模型才會回答你。要送出去的內容在附件裡。
explain-retrieval-button-wrong = 換一段錯的試試
explain-retrieval-wrong-title = 🧪 同一個問題，錯誤的段落
explain-retrieval-wrong = 現在給模型一段講別的事的文字。好的回答會說這段沒有用；差一點的會硬往上湊。
explain-retrieval-answer = 得到的回答
explain-retrieval-no-wrong = 課程裡沒有離這個問題足夠遠的段落。

## 分步圖解

explain-button-walk = 🎞️ 一步一步看
explain-button-practise = 🎯 動手練一練
explain-walk-title = { $title } · 第 { $step } 步，共 { $all } 步
explain-walk-words = 圖裡畫的是
explain-walk-arrow = { $start } → { $end }
explain-walk-box = { $text }
explain-walk-alt = { $say }圖裡的內容在訊息裡有文字說明。
explain-walk-back = ◀ 上一步
explain-walk-on = 下一步 ▶
explain-walk-own = 🎞️ 我自己看一遍

explain-sampling-own = 看看一段文字後面的機率
explain-sampling-field = 一段文字的開頭
explain-retrieval-own = 試試有段落和沒有段落
