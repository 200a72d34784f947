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
