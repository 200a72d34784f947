# /explain：概念卡片，以及用图来讲的东西

explain-shared-notice = 已经发到频道里了，就在下面。
explain-button-share = 给频道里的人看
explain-level-eli5 = 讲给十二岁的我
explain-level-beginner = 初学者
explain-level-practitioner = 开发者

## 概念卡片

explain-field-example = 🔎 举个例子
explain-field-misconception = ⚠️ 容易弄错的地方
explain-field-try = 💬 试试问这个
explain-field-compared = 🧭 各是什么
explain-misconception = *“{ $claim }”*
    { $truth }
explain-try = *{ $question }*
explain-button-try = 就问这个
explain-button-try-one = 试试：{ $concept }
explain-button-ask = 问点别的
explain-button-read = 📖 { $section }
explain-select-next = 接着看……
explain-select-nearest = 打开一张卡片……
explain-ask-title = 就这个概念提问
explain-ask-field = 关于它，你想知道什么？
explain-ask-about = 关于{ $concept }：
explain-concept-nearest = 没有叫“**{ $words }**”的卡片，不过课程里讲到了它。最接近的段落和卡片在下面。
explain-concept-unknown = 课程里没有“**{ $words }**”，我就不乱猜了。换个说法试试，或者输入几个字，从弹出的列表里选一个概念。
explain-compare-unknown = 我没有“{ $words }”的卡片，没法放在一起比。输入几个字，从列表里选一个。
