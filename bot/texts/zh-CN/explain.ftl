# /explain：概念卡片，以及用图来讲的东西

explain-shared-notice = 已经发到频道里了，就在下面。
explain-button-share = 给频道里的人看
explain-level-eli5 = 从零讲起
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

## 各种图解共用的

explain-busy = 现在要画图的人很多，请过一分钟再试。
explain-unable = 这张图没画出来。请再试一次，或者换一段短一点的文字。
explain-gone = 这个按钮对应的内容我已经没有了。请重新运行命令，再用新的按钮。
explain-button-question = 💬 问问这个问题
explain-button-lesson = 📖 看课程怎么讲
explain-no-chinese-font = -# 这里没有装中文字体，所以图里的中文显示为编码；下面的列表里有原来的字。
explain-question-tokens = 同样的意思，为什么中文常常比英文用更多的词元？

## 词元

explain-tokens-title = 🧩 模型读到的样子
explain-tokens-counts = **{ $tokens } 个词元**，来自 { $characters } 个字符（{ $bytes } 个字节），词表是 { $vocabulary }
explain-encoding-o200k = o200k（GPT-4o 及以后）
explain-encoding-cl100k = cl100k（GPT-3.5 和 GPT-4）
explain-tokens-parts = 其中 { $count } 个词元只是一个字的一部分：图里用红褐色写出它的字节。
explain-tokens-price = 这么长的提示词，一千次的价钱：{ $prices }（{ $day } 的标价，来源 { $source }）
explain-tokens-no-price = 今天查不到标价，就不写价钱了。
explain-tokens-file = 全部词元的列表在附件里。
explain-tokens-drawn = 图里画的是前 { $drawn } 个。
explain-tokens-legend = -# · 是空格，↵ 是换行，⇥ 是制表符；每个词元下面是它在词表里的编号。
explain-tokens-alt = 一共 { $count } 个词元，依次是：{ $tokens }
explain-tokens-empty = 这段文字里没有剩下能切分的内容。请输入一些文字。
explain-tokens-beside = 中英文对照
explain-tokens-own = 切我自己的文字
explain-tokens-form = 把文字切成词元
explain-tokens-field = 任何文字：词句、表情、代码……
explain-tokens-pair = 🧩 **同一句话，两种语言**
explain-tokens-pair-row = - *{ $sentence }*
    { $characters } 个字符，{ $bytes } 个字节 → o200k 切成 **{ $new }** 个词元，cl100k 切成 **{ $old }** 个
explain-tokens-pair-why = 见得多的内容，词表才会给它长的词元。旧词表见过的中文少，中文就被切得更碎，有的词元只是一个字的一部分；新词表见得多，切得就整一些。

## 采样

explain-question-sampling = 什么时候该把温度调低，什么时候该调高？
explain-sampling-title = 🎲 接下来是什么？
explain-sampling-prompt = 在“{ $prompt }”后面……
explain-sampling-model = ……**{ $model }** 给续写的第一个词元的概率是这样的。
explain-sampling-toy = ……一个**玩具模型**是这么说的。它只数过本课程的课文里哪个字后面跟着哪个字；所有候选都知道，所以算出来的是精确值。
explain-sampling-temperature = 温度 { $temperature }，top-p { $top_p }。图里的框是调整前的概率，实心条是调整后的。
explain-sampling-approximate = -# 近似值：服务器只告诉我们最可能的 20 个词元。剩下的概率算在“其他”里，当作平均分给它们。
explain-sampling-others = 其他
explain-sampling-no-model = 这里没有配置语言模型，所以用一个玩具来演示。
explain-agree-first = 用 `/start` 表示同意之后，真正的模型才会回答你。现在先用本地的替身来演示。
explain-sampling-failed = { $why }所以用一个玩具来演示。
explain-sampling-t = 温度 { $value }
explain-sampling-p = top-p { $value }
explain-sampling-button-on = 往下写五遍
explain-sampling-on = 🎲 **往下写了五遍**：两遍温度为 0，三遍温度为 { $temperature }，top-p 为 { $top_p }。
explain-sampling-settings-ignored = ℹ️ 这个模型不接受温度和 top-p 的设置，五遍都由它自己决定怎么抽取。
explain-sampling-greedy = - ❄️ ……{ $text }
explain-sampling-drawn = - 🎲 ……{ $text }
explain-sampling-same = 温度为 0 时，每次都取最可能的词元，所以前两遍一样。高于 0 时按概率抽取，每一遍都可能不同。
explain-sampling-differ = 温度为 0 时本来不靠运气，可前两遍还是不一样：服务器把许多请求放在一起算，舍入上的一点点差别就可能改变结果。这就是非确定性。
explain-sampling-withheld = （被我自己的检查拦下了）
explain-sampling-alt = 最可能的 { $count } 个候选词元的条形图。调整后最可能的是 “{ $token }”，{ $percent }；全部数字在上面的列表里。

## 嵌入

explain-question-embeddings = 按意思搜索，怎么能找到和问题没有一个相同词的文字？
explain-embeddings-title = 🗺️ 按意思摆放文字
explain-embeddings-text = **{ $number }** { $text }
explain-embeddings-map = 地图把许多个维度压成了两个：离得近就是意思近，不过表格比地图更准。
explain-embeddings-pairs = **每一对有多近**（余弦相似度，最近的在前）
explain-embeddings-scale = -# 1 表示方向相同，0 表示没有关系。只有用同一种方法得到的数才能互相比。
explain-embeddings-map-alt = 一张有 { $count } 个编号圆点的地图；最近的一对是第 { $first } 和第 { $second } 个。全部距离在下面的列表里。
explain-embeddings-table-alt = 一张表，说明每个文字和其他文字有多近；同样的数字在上面的列表里。
explain-method-model = 向量来自这里配置的嵌入模型。
explain-method-words = **本地方法，没有用模型：**每段文字是它各个词的向量之和，课程搜索用的也是这些向量。它认得词，但不管词序，也不懂“不”。
explain-method-letters = **本地方法，没有用模型：**有的文字里没有我认得的词，所以这里只比较相同的字符，和意思无关。
explain-embeddings-no-model = 这里没有配置嵌入模型，所以用一种本地方法来演示。
explain-embeddings-failed = { $why }所以用一种本地方法来演示。
explain-embeddings-number = 一共是 { $count } 段不同的文字；我能画 2 到 { $most } 段。请一行写一段，或者用 | 隔开。
explain-embeddings-own = 用我自己的文字
explain-embeddings-form = 把文字摆到地图上
explain-embeddings-field = 2 到 12 段文字，一行一段
explain-embeddings-help = 词或句子都行，语言不限
explain-closer-play = 🎯 更近还是更远？
explain-closer-ask = 🎯 哪一个和“**{ $to }**”的意思更近？
explain-closer-choice = { $text }
explain-closer-right = ✅ 对。从“**{ $to }**”量起：{ $first } { $near }，{ $second } { $far }。
explain-closer-wrong = 按这种量法不是。从“**{ $to }**”量起：{ $first } { $near }，{ $second } { $far }。换作是你会怎么量？值得想一想。
explain-closer-next = 再来一题
explain-closer-none = 这些文字太像了，出不了公平的题。换几段试试。

## 检索

explain-question-retrieval = 给了正确的段落，模型还会编造吗？
explain-retrieval-title = 🔦 有段落和没有段落
explain-retrieval-question = *{ $question }*
explain-retrieval-without = 🎈 没有段落
explain-retrieval-with = ⚓ 有段落
explain-retrieval-passages = **在课程里找到的**，最合适的在前
explain-retrieval-hardly = **课程几乎没有讲这个。**最接近的段落还是发了过去；谨慎的回答会说它们对不上。
explain-retrieval-nothing = 课程里没有这方面的内容，回答也就没有依据。
explain-retrieval-passage = [{ $number }] { $lesson } · { $section }（{ $score }）
explain-retrieval-prompt = **发出去的内容**在附件里：带段落 { $tokens } 个词元，不带 { $alone } 个（按 o200k 计）。段落的每个词元，每问一次都要付一次钱。
explain-by-ai = 由 AI（{ $model }）写成，可能有错。
explain-retrieval-lesson = 有依据，就是把回答和给它的材料绑在一起。材料对不对、合不合适，它并不检查。
explain-retrieval-no-model = 这里没有配置语言模型，所以没有回答可比。要发出去的内容在附件里。
explain-retrieval-agree = 用 `/start` 表示同意之后，模型才会回答你。要发出去的内容在附件里。
explain-retrieval-button-wrong = 换一段错的试试
explain-retrieval-wrong-title = 🧪 同一个问题，错误的段落
explain-retrieval-wrong = 现在给模型一段讲别的事的文字。好的回答会说这段没有用；差一点的会硬往上凑。
explain-retrieval-answer = 得到的回答
explain-retrieval-no-wrong = 课程里没有离这个问题足够远的段落。

## 分步图解

explain-button-walk = 🎞️ 一步一步看
explain-button-practise = 🎯 动手练一练
explain-walk-title = { $title } · 第 { $step } 步，共 { $all } 步
explain-walk-words = 图里画的是
explain-walk-arrow = { $start } → { $end }
explain-walk-box = { $text }
explain-walk-alt = { $say }图里的内容在消息里有文字说明。
explain-walk-back = ◀ 上一步
explain-walk-on = 下一步 ▶
explain-walk-own = 🎞️ 我自己看一遍

explain-sampling-own = 看看一段文字后面的概率
explain-sampling-field = 一段文字的开头
explain-retrieval-own = 试试有段落和没有段落
