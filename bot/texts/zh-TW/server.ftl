# /server filters：伺服器的內容規則

server-filters-title = **在這個伺服器裡，過濾器如何處理傳給我的訊息**
server-filters-line = - { $category }：{ $setting }
server-filters-line-own = - { $category }：{ $setting } ← 本伺服器設定
server-filters-line-fixed = - { $category }：{ $action } 🔒
server-filters-setting = { $action }，分數達到 { $threshold } 時生效
server-filters-how = 分數從 0 到 1：門檻越高，放行的越多。要修改某一類，請選擇 `category`，再填 `threshold` 或 `action`；想看一段文字會如何處理，請用 `test`。有 🔒 的在所有伺服器都一樣。
server-filters-set = **{ $category }**已修改。
    之前：{ $before }
    現在：{ $after }
    從現在起對每則訊息生效，並已記入變更紀錄。
server-filters-which = 要修改哪一類？請在 `category` 裡選擇。
server-filters-floor = 這一類在所有伺服器都一樣：對困境中的人的支持、對未成年人的保護、對金鑰的保護都不能降低。其他類別可以修改。
server-filters-no-such-action = 這一類沒有這個處理方式。個人資料可以移除（`redact`）或保留（`allow`）；其他類別可以拒絕（`refuse`）、當作材料閱讀（`as-data`）或放行（`allow`）。
server-filters-test = **會如何處理：**{ $action }
server-filters-test-told = **學員會看到：**{ $said }
server-filters-test-kept = -# 這段文字只是看了一眼：不保存，不傳給模型，也不計入任何統計。
