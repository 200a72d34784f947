# /server filters：服务器的内容规则

server-filters-title = **在这个服务器里，过滤器怎样处理发给我的消息**
server-filters-line = - { $category }：{ $setting }
server-filters-line-own = - { $category }：{ $setting } ← 本服务器设定
server-filters-line-fixed = - { $category }：{ $action } 🔒
server-filters-setting = { $action }，分数达到 { $threshold } 时生效
server-filters-how = 分数从 0 到 1：阈值越高，放行的越多。要修改某一类，请选择 `类别`，再填 `阈值` 或 `处理`；想看一段文字会被怎样处理，请用 `测试`。带 🔒 的在所有服务器都一样。
server-filters-set = **{ $category }**已修改。
    之前：{ $before }
    现在：{ $after }
    从现在起对每条消息生效，`/server audit` 里可以看到这次改动。
server-filters-which = 要修改哪一类？请在 `类别` 里选择。
server-filters-floor = 这一类在所有服务器都一样：对处在困境中的人的支持、对未成年人的保护、对密钥的保护都不能降低。其他类别可以修改。
server-filters-no-such-action = 这一类没有这个处理方式。个人信息可以“去掉相关信息”或“放行”；其他类别可以“拒绝”、“当作材料”或“放行”。
server-filters-test = **会怎样处理：**{ $action }
server-filters-test-told = **学员会看到：**{ $said }
server-filters-test-kept = -# 这段文字只是看了一眼：不保存，不发给模型，也不计入任何统计。
