# /explain：概念卡片，以及用圖來講的東西

explain-shared-notice = 已經發到頻道裡了，就在下面。
explain-button-share = 給頻道裡的人看
explain-level-eli5 = 講給十二歲的我
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
explain-encoding-cl100k = cl100k（GPT-3.5、GPT-4）
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
explain-sampling-on = 🎲 **往下寫了五遍**：兩遍溫度為 0，三遍溫度為 { $temperature }。
explain-sampling-greedy = - ❄️ ……{ $text }
explain-sampling-drawn = - 🎲 ……{ $text }
explain-sampling-same = 溫度為 0 時，每次都取最可能的詞元，所以前兩遍一樣。高於 0 時按機率抽取，每一遍都可能不同。
explain-sampling-differ = 溫度為 0 時本來不靠運氣，可前兩遍還是不一樣：伺服器把許多請求放在一起算，捨入上的一點點差別就可能改變結果。這就是非確定性。
explain-sampling-withheld = （沒有通過我的檢查，不顯示）
explain-sampling-alt = 最可能的 { $count } 個候選詞元的長條圖。調整後最可能的是 { $token }，{ $percent }；全部數字在上面的清單裡。
