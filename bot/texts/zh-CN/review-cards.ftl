# Reviews: /review, and the daily message

review-cards-none = 你还没有复习卡片。每答一道题，它就会变成一张卡片：用 `/quiz start` 做一次测验，或者点回答下面的“考考我”。
review-cards-later-on = 现在没有要复习的。下一张卡片 { $when } 到期。
review-cards-not-asked = 到期的题目这里已经不用了。用 `/quiz start` 学点新的吧。
review-cards-forecast = **未来两周要复习的**
review-cards-forecast-picture = 未来两周要复习 { $count } 张
review-cards-today = 今天
review-cards-later = ……之后还有 { $count } 张。
review-cards-streak = { $days ->
    [0] 🔥 现在没有连续天数，答一道题就开始了。
   *[other] 🔥 已连续 { $days } 天，还可以缺 { $freezes } 天。
 }
review-cards-set = ⏰ 每天 **{ $time }**（{ $zone }），有卡片到期我就私信提醒你。想改的话，用 `/review remind`，填上 `时间` 或 `时区`。你要是关了私信，我就不打扰。
review-cards-stopped = 好的，不再每天提醒你了。想恢复就用 `/review remind`。
review-cards-not-on = 你没有开每日提醒。用 `/review remind` 就能打开。
review-cards-reminder = 有 { $count } 张卡片到期了。{ $days ->
    [0] 现在花几分钟，以后就不用从头学。
   *[other] 你已连续 { $days } 天。
 }
review-cards-button-begin = 现在复习
review-cards-button-stop = 不再提醒
review-cards-no-time = 没看懂这个时间。请写成 19:30 或“晚上7点半”。什么都没有改动。
review-cards-no-zone = 没有找到这个时区。输入你附近的大城市，再从列表里选，例如 Asia/Shanghai。什么都没有改动。
