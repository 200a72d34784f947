# /server quota

quota-title = **這裡能在語言模型上用多少**
quota-learner = 👤 **每位學員：**每天 { $limit } 個詞元（營運者最多允許 { $ceiling }）。你自己今天用了 { $own }；別人用了多少不會顯示。{ $when }重新計算。
quota-learner-cost = 💵 **每位學員每月：**{ $limit }（營運者給所有伺服器的總額是 { $ceiling }）。你自己用了 { $own }。{ $when }重新計算。
quota-server-tokens = 🏠 **本伺服器今天：**{ $limit } 個詞元裡用了 { $used }，{ $percent }%（營運者最多允許 { $ceiling }）。{ $when }重新計算。
quota-server-cost = 💵 **本伺服器這個月：**{ $limit } 裡用了 { $used }，{ $percent }%（營運者給所有伺服器的總額是 { $ceiling }）。{ $when }重新計算。
quota-how = -# 要改上限，填 `範圍` 和 `每日詞元`，或者填 `每月費用`。正在寫的回答預留的部分也算已用。價格不明的模型只算詞元。用到 80% 時，你們其中一位會收到一次提醒；到了上限，我就改為引用課程。
quota-set = ✅ 改好了。從下一個問題起生效，`/server audit` 裡可以看到這次更動。
quota-unchanged = 本來就是這樣，什麼都沒有更動。
quota-whose = 每天的詞元上限是給學員的，還是給伺服器的？請在 `範圍` 裡選一個。
quota-resets = { $when } 之後就能再用了。
quota-warning-tokens = ⚠️ **本伺服器今天的詞元用掉了 { $percent }%。**到了上限，我會改為引用課程，不再寫回答，直到 { $when }。`/server quota` 可以查看和修改上限。
quota-warning-cost = ⚠️ **本伺服器這個月的模型費用用掉了 { $percent }%。**到了上限，我會改為引用課程，不再寫回答，直到 { $when }。`/server quota` 可以查看和修改上限。
quota-warning-where = 在 **{ $server }**：
quota-warning-why = -# 這則提醒只發一次，發給一位能改上限的人。想改發到某個頻道，請在那個伺服器裡用 `/server settings` 選一個。
quota-warning-closed = -# 本來該發到 { $channel }，但我在那裡不能發言，所以直接告訴你。請允許我在那裡發言，或用 `/server settings` 換一個頻道。
