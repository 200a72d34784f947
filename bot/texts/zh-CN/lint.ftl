# 题目写法上的问题，说给出题人听；$place 是文件末尾的某个说法。

lint-no-key = { $place }：没有标出正确答案。请标出一个。
lint-two-keys = { $place }：标出的正确答案不止一个。请只留一个，或者改成多选题。
lint-no-distractor = { $place }：所有选项都是对的，没什么可选。请加一个错误选项。
lint-too-few-options = { $place }：只有一个选项，没法选择。请至少再加一个，最好加两三个。
lint-empty-option = { $place }：里面没有内容。请写上内容，或者删掉。
lint-duplicate-options = { $place }：和另一个选项意思一样：“{ $words }”。请改掉或删掉其中一个。
lint-no-explanation = { $place }：缺少解析，或者只说了对错。请用一句话说明原因，学员靠的是它，而不是判定。
lint-wrong-key-named = { $place }：“{ $words }”和标出的正确答案矛盾。请改解析，或者改标记。
lint-answer-in-stem = { $place }：已经说出了答案“{ $words }”。请换一种问法。
lint-answer-in-hint = { $place }：说出了答案“{ $words }”。提示只要引路，不要说破。
lint-letter-named = { $place }：“{ $words }”用字母指选项，可选项顺序每次都会打乱。请说出选项的内容。
lint-all-of-the-above = { $place }：“{ $words }”不必弄懂每个选项就能选。请写一个独立的选项，或者改成多选题。
lint-longest-key = { $place }：正确答案最长，一眼就看得出来：“{ $words }”。请写短一些，或者把别的选项写得同样具体。
lint-negative-stem = { $place }：“{ $words }”问的是“不成立”的那个，容易看错。请改成正面提问，或者给否定词**加粗**。
lint-word-in-stem = { $place }：它重复了题干里的词，而别的选项都没有：{ $words }。请换个说法，或者让错误选项也用上这些词。
lint-grammar = { $place }：语法或形式和别的选项不同，看得出来：“{ $words }”。请统一形式，让每个选项都接得上题干。
lint-absolute-words = { $place }：“{ $words }”这类绝对的词只出现在错误选项里，等于泄露答案。请去掉。
lint-mixed-script = { $place }：“{ $words }”混用了别的文字，或者标点不对。请用题目的语言来写，或者写成 `代码`。
lint-machine-translation = { $place }：“{ $words }”像是机器翻译留下的。请按平时说话的方式重写。
lint-no-misconception = { $place }：没有写背后的误解：“{ $words }”。什么人会选它？他是怎么想的？
lint-no-hint = { $place }：还没有提示。请加一条，引向答案，但不说破。

lint-place = { $part } { $number }
lint-part-item = 整道题
lint-part-stem = 题干
lint-part-option = 选项
lint-part-explanation = 解析
lint-part-hint = 提示
