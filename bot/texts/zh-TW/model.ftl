# 語言模型為什麼沒有回答，以及接下來可以怎麼做。每種原因一句話。

model-no-model = 目前沒有可用的語言模型。這個機器人的營運者可以檢查一下金鑰和模型名稱。
model-not-allowed = 這裡不能使用這個語言模型，請換一個。
model-unsupported = 目前的語言模型做不到這件事，管理員可以改用另一個模型。
model-rate-limited = 語言模型現在忙不過來，請過一分鐘再試。
model-out-of-quota = 語言模型的帳戶額度用完了。這個機器人的營運者儲值後就能恢復。
model-server-error = 語言模型那邊發生故障，請過幾分鐘再試。
model-timed-out = 語言模型太久沒有回應，請過一分鐘再試。
model-connection-lost = 與語言模型的連線中斷了，請再試一次。
model-truncated = 語言模型說到一半就停了，這段回答不完整，我沒有保留。請再試一次。
model-broken-reply = 語言模型傳回的內容我看不懂，請再試一次。
model-refused = 語言模型不願意回答這個問題，換個說法也許可以。
model-length = 回答還沒說到重點就超過長度了，請把問題問得小一點。
model-bad-request = 語言模型沒有接受這個問題，可能是太長了。請縮短後再試。
model-circuit-open = 語言模型連續幾次出錯，我先讓它休息一下。請過幾分鐘再試。
model-over-budget = 語言模型的用量暫時到上限了，請明天再來。
model-over-budget-learner = 你今天的語言模型用量已經用完，UTC 零點會重新計算。
model-over-budget-learner-month = 你這個月在這個伺服器的語言模型費用已經用完，下個月一號（UTC）重新計算。
model-over-budget-server = 這個伺服器今天的語言模型用量已經用完，UTC 零點會重新計算。管理員可以用 `/server quota` 查看上限。
model-over-budget-server-month = 這個伺服器這個月的語言模型費用已經用完，下個月一號（UTC）重新計算。管理員可以用 `/server quota` 查看上限。
model-over-budget-ceiling = 這個月的語言模型預算已經用完。這個機器人的營運者可以調高預算。
model-paused = 管理員暫時停用了這裡的語言模型，課程照常可以學習。
