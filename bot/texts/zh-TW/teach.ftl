### /teach：管理員寫的內容，以及它們的去向。

teach-lesson-unknown = 本伺服器自己的課程裡沒有這一課。輸入時請從跳出的清單裡選。
teach-lesson-exported = 這是「{ $lesson }」的檔案。在這裡或別的伺服器匯入，內容都原樣不變。
