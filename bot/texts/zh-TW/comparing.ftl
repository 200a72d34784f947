# 用自己的話解釋，與課程對照

comparing-right = ✅ **說對的部分**
comparing-missing = ➕ **還缺的部分**
comparing-mistaken = ⚠️ **這裡再想想**
comparing-complete = 要點都講到了，講得很清楚！
comparing-line = - { $line }
comparing-touched = ✅ **你講到了**
comparing-left = ➕ **這一節還講了**
comparing-named = 這像是一個常見的誤解：「{ $belief }」{ $correction }
comparing-by-words = -# 沒有用模型，只依用詞比較：換了說法的內容我可能沒看出來。
comparing-try-first = 先用一兩句話寫下你的想法，不確定也沒關係，例如：*一個詞元就是一個完整的單字。* 然後我拿它和課程對照。
