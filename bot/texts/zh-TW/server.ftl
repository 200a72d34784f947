# /server filters：伺服器的內容規則

server-filters-title = **在這個伺服器裡，過濾器如何處理傳給我的訊息**
server-filters-line = - { $category }：{ $setting }
server-filters-line-own = - { $category }：{ $setting } ← 本伺服器設定
server-filters-line-fixed = - { $category }：{ $action } 🔒
server-filters-setting = { $action }，分數達到 { $threshold } 時生效
server-filters-how = 分數從 0 到 1：門檻越高，放行的越多。要修改某一類，請選擇 `類別`，再填 `門檻` 或 `處理`；想看一段文字會如何處理，請用 `測試`。有 🔒 的在所有伺服器都一樣。
server-filters-set = **{ $category }**已修改。
    之前：{ $before }
    現在：{ $after }
    從現在起對每則訊息生效，`/server audit` 裡可以看到這次更動。
server-filters-which = 要修改哪一類？請在 `類別` 裡選擇。
server-filters-floor = 這一類在所有伺服器都一樣：對困境中的人的支持、對未成年人的保護、對金鑰的保護都不能降低。其他類別可以修改。
server-filters-no-such-action = 這一類沒有這個處理方式。個人資料可以「拿掉相關資訊」或「放行」；其他類別可以「拒絕」、「當成材料」或「放行」。
server-filters-test = **會如何處理：**{ $action }
server-filters-test-told = **學員會看到：**{ $said }
server-filters-test-kept = -# 這段文字只是看了一眼：不保存，不傳給模型，也不計入任何統計。
