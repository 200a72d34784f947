# 提示：一步一步来

hint-step = -# 第 { $rung } 步提示，共 { $last } 步 · 先试一试，下一步才会打开
hint-try-first = 先试一试：写下你的想法，不确定也没关系。答对一半就能看到下一步提示。
hint-ask-first = 先告诉我你想弄明白什么，例如：*模型为什么会编造内容？* 然后我一步一步给你提示。
hint-restate = 先用自己的话说说这个问题：什么样的内容才算回答了它？它属于 *{ $lesson } · { $section }*。
hint-pointer = 看看 *{ $lesson } · { $section }*，里面哪一句说的正是你问的？
hint-narrowed = 一步一步来：{ $hint }
hint-narrowed-plain = 只看第一步：在 *{ $lesson } · { $section }* 讲的过程里，最先发生的是什么？
hint-sibling = 一步一步读《{ $lesson }》里的示例，再照着做你的问题。你得到了什么？
