# 用自己的话解释，与课程对照

comparing-right = ✅ **说对的部分**
comparing-missing = ➕ **还缺的部分**
comparing-mistaken = ⚠️ **这里再想想**
comparing-complete = 要点都讲到了，讲得很清楚！
comparing-line = - { $line }
comparing-touched = ✅ **你讲到了**
comparing-left = ➕ **这一节还讲了**
comparing-named = 这像是一个常见的误解：“{ $belief }”{ $correction }
comparing-by-words = -# 没有用模型，只按用词比较：换了说法的内容我可能没看出来。
comparing-try-first = 先用一两句话写下你的想法，不确定也没关系，例如：*一个词元就是一个完整的单词。* 然后我拿它和课程对照。
