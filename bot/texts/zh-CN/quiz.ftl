# 测验：/quiz 和“考考我”

## 答题

quiz-title = 第 { $number } 题，共 { $all } 题
quiz-card-title = 考考你
quiz-footer = { $bar } · { $mode }
quiz-mode-practice = 练习
quiz-mode-exam = 考试
quiz-mode-adaptive = 自适应
quiz-mode-card = 单题
quiz-mode-review = 复习，没有提示
quiz-what-is-kept = 你的回答会保存下来，方便以后接着做。详情见 `/privacy about`，用 `/privacy delete` 可以删除。
quiz-shorter = 这里目前只有 { $count } 道题，所以这次测验就是 { $count } 题。

quiz-ask-single = 选一个。
quiz-ask-multiple = 正确的可能不止一个，请全部选出来。
quiz-ask-true-false = 这句话对吗？
quiz-ask-ordering = 先后顺序是怎样的？点“作答”来排序。
quiz-ask-matching = 哪个和哪个是一对？点“作答”来配对。
quiz-ask-numeric = 点“作答”，填一个数字。
quiz-ask-short = 点“作答”，填一个词或短语。
quiz-ask-own-words = 点“作答”，用自己的话写两三句。
quiz-choose-all = 选出所有正确的
quiz-hint = 💡 **提示 { $number }：**{ $hint }

quiz-button-option = { $letter }
quiz-button-true = 对
quiz-button-false = 不对
quiz-button-answer = 作答
quiz-button-unsure = 我不确定
quiz-button-hint = 提示
quiz-button-next = 下一题
quiz-button-read = 读这一节
quiz-sure-guess = 纯靠猜
quiz-sure-fairly = 比较有把握
quiz-sure-sure = 很确定

quiz-form-title = 你的回答
quiz-field-number = 一个数字
quiz-field-short = 一个词或短语
quiz-field-own-words = 用自己的话写
quiz-field-place-1 = 第一步
quiz-field-place-2 = 第二步
quiz-field-place-3 = 第三步
quiz-field-place-4 = 第四步
quiz-field-place-5 = 第五步
quiz-field-pair-1 = 和 1 一对的
quiz-field-pair-2 = 和 2 一对的
quiz-field-pair-3 = 和 3 一对的
quiz-field-pair-4 = 和 4 一对的
quiz-field-pair-5 = 和 5 一对的

## 作答之后

quiz-right = ✅ **答对了。**
quiz-right-with-hints = ✅ **答对了**，用了 { $count } 条提示。
quiz-partly = 🟠 **对了一部分。**
quiz-wrong = ❌ **还差一点。**
quiz-unsure = 💡 **知道自己不确定，这很好。**答案在这里。
quiz-chosen = **你选了 { $option }**
    { $why }
quiz-key-option = **正确答案：{ $option }**
    { $why }
quiz-key = **正确答案：{ $answer }**
quiz-key-order = **正确的顺序**
quiz-key-pairs = **正确的配对**
quiz-line-hit = ✅ **{ $option }**：选对了。{ $why }
quiz-line-missed = ⚠️ **{ $option }**：这个也对。{ $why }
quiz-line-slip = ❌ **{ $option }**：选了，但不对。{ $why }
quiz-line-left = ▫️ { $option }：不对。{ $why }
quiz-typed = 你写的是：{ $answer }
quiz-points = **好的回答会说到**（按关键词判断，需要 { $needed } 点）
quiz-example = **参考回答：**{ $example }
quiz-misconception = 🧭 很多人在这里会这样想：{ $sentence }
quiz-reread = 想再读一遍：*{ $lesson } · { $section }*

## 结果

quiz-result-title = 答对 { $right } 题，共 { $all } 题
quiz-result-unaided = 其中 { $count } 题没有用提示。
quiz-result-stopped = 你做了 { $answered } 题就停下了，一共 { $all } 题。随时可以接着做。
quiz-result-all-right = 全对！🎉
quiz-result-reread = **值得再读一遍**
quiz-result-section = - { $lesson } · { $section }
quiz-calibration = **你的把握有多准**
quiz-calibration-sure = - 很确定：{ $given } 题里对了 { $right } 题
quiz-calibration-fairly = - 比较有把握：{ $given } 题里对了 { $right } 题
quiz-calibration-guess = - 纯靠猜：{ $given } 题里对了 { $right } 题
quiz-button-mistakes = 练练错题
quiz-button-compare = 和课文对照
quiz-button-look = 看看我的回答
quiz-button-back = ◀ 上一题
quiz-button-forth = 下一题 ▶
quiz-button-result = 看结果
quiz-button-resume = 接着做
quiz-button-reread = 读第一个小节

## 记录

quiz-history = **你最近的测验**
quiz-history-empty = 你在这里还没有做过测验。用 `/quiz start` 开始一次。
quiz-history-finished = - { $when } · { $lessons } · { $mode }：{ $all } 题答对 **{ $right }** 题
quiz-history-open = - { $when } · { $lessons } · { $mode }：进行中，{ $all } 题做了 { $answered } 题，对了 { $right } 题
quiz-history-stopped = - { $when } · { $lessons } · { $mode }：已停下，{ $all } 题做了 { $answered } 题，对了 { $right } 题

## 可能出的问题

quiz-no-questions = 这里还没有题目。换一课试试，或者用 `/lesson next` 继续读。
quiz-unknown-lesson = 这里没有这一课。输入时会出现列表，请从里面选。
quiz-none-on-this = 这里还没有题目。用 `/lesson read` 可以读全文。
quiz-none-open = 你在这里没有未完成的测验。用 `/quiz start` 开始一次。
quiz-not-yours = 这是别人的测验。用 `/quiz start` 开始你自己的。
quiz-gone = 这次测验已经不在了。用 `/quiz start` 重新开始。
quiz-not-a-number = 你的回答里没有找到数字。再点一次“作答”，填数字就好，比如 4096 或 0.7。这次不算。
quiz-empty-answer = 你的回答是空的。再点一次“作答”，这次不算。
quiz-same-place-twice = 同一步排在了两个位置。再点一次“作答”，这次不算。
quiz-answer-declined =
    { $said }

    你写的内容没有保存，也不计分。这道题还在等你。
