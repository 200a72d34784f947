# /privacy：保存什麼、為什麼、多久、誰能看到

privacy-title = **用白話說明你的資料**
privacy-what = **保存什麼：** 你的語言、程度和目標；我們的問答和引用的小節；你在課程裡讀到哪裡；你的測驗回答和對各個概念的掌握程度；你按的讚、倒讚和檢舉；你的提問用了多少詞元。
privacy-why = **為什麼：** 為了接上我們的對話、從上次停下的地方繼續學，以及控制費用。不作他用，也不會用來訓練任何模型。
privacy-long = **保存多久：** 問答保存 { $days } 天，其餘保存到你清除為止。我沒有接受的問題，只記下沒有接受這件事；聽起來像身處危機的話，什麼都不保存。
privacy-who = **誰能看到：** 你自己。只有當有人檢舉某則回覆時，管理員才會看到那一則。執行這個機器人的人理論上可以讀取資料庫。
privacy-model = **語言模型：** 會收到你的問題、程度和目標、這段對話裡之前的幾輪問答，以及課程段落；絕不會收到你的名字，也不會收到其他學習者寫的內容。
privacy-wrong = **我是 AI：** 我根據課程回答，仍可能出錯。每個回答都註明出處，點「更多… → 檢舉」可以請人來看。
privacy-how = `/privacy export` 把全部資料匯出成一個檔案，`/privacy delete` 清除的正是這些。
privacy-exported = 這是我保存的關於你的全部資料，包括所有伺服器和私訊，共 { $count } 筆紀錄。這則訊息只有你能看到。
privacy-exported-none = 我沒有保存關於你的任何資料。
privacy-delete-ask = 這會清除我保存的關於你的一切，包括所有伺服器和私訊，共 { $count } 筆紀錄，無法復原。可以先用 `/privacy export` 留一份。
privacy-delete-yes = 全部清除
privacy-delete-no = 保留
privacy-deleted = 好了：{ $count } 筆紀錄已永久清除。下次再聊，我們從頭認識。
privacy-kept = 什麼都沒有清除。
privacy-too-large = 你的資料超過了 Discord 允許傳送的大小。請向執行這個機器人的人索取。
