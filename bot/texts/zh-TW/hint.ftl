# 提示：一步一步來

hint-step = -# 第 { $rung } 步提示，共 { $last } 步 · 先試一試，下一步才會打開
hint-try-first = 先試一試：寫下你的想法，不確定也沒關係。答對一半就能看到下一步提示。
hint-ask-first = 先告訴我你想弄明白什麼，例如：*模型為什麼會編造內容？* 然後我一步一步給你提示。
hint-restate = 先用自己的話說說這個問題：什麼樣的內容才算回答了它？它屬於 *{ $lesson } · { $section }*。
hint-pointer = 看看 *{ $lesson } · { $section }*，裡面哪一句說的正是你問的？
hint-narrowed = 一步一步來：{ $hint }
hint-narrowed-plain = 只看第一步：在 *{ $lesson } · { $section }* 講的過程裡，最先發生的是什麼？
hint-sibling = 一步一步讀《{ $lesson }》裡的範例，再照著做你的問題。你得到了什麼？
