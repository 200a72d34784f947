### Names and descriptions of commands, options and choices, found by the command's place in the tree:
### commands-<command>-name, commands-<command>-description, commands-<command>-option-<option>-name,
### commands-<command>-option-<option>-description, commands-choice-<value>, commands-menu-<name>-name.
### A description has at most 100 characters; a name is lower case, without spaces, at most 32 characters.

commands-start-name = 开始
commands-start-description = 了解辅导老师，设置语言、水平和目标

commands-help-name = 帮助
commands-help-description = 在这里能做什么
commands-help-option-topic-name = 主题
commands-help-option-topic-description = 查看其中一项的详细说明

commands-ask-name = 提问
commands-ask-description = 提一个关于生成式 AI 的问题，回答会注明课程出处
commands-ask-option-question-name = 问题
commands-ask-option-question-description = 你想知道什么？
commands-ask-option-lesson-name = 课程
commands-ask-option-lesson-description = 只在这一课里找
commands-ask-option-share-name = 公开
commands-ask-option-share-description = 让频道里所有人都看到回答（否则只有你能看到）
commands-ask-option-thread-name = 子区
commands-ask-option-thread-description = 为这段对话开一个子区

commands-lesson-name = 课程
commands-lesson-description = 阅读课程

commands-lesson-list-name = 列表
commands-lesson-list-description = 全部课程和你的进度

commands-lesson-read-name = 阅读
commands-lesson-read-description = 从上次停下的地方打开一课
commands-lesson-read-option-lesson-name = 课程
commands-lesson-read-option-lesson-description = 哪一课？
commands-lesson-read-option-section-name = 小节
commands-lesson-read-option-section-description = 从这一节开始

commands-lesson-next-name = 下一步
commands-lesson-next-description = 最适合你的下一步

commands-lesson-search-name = 搜索
commands-lesson-search-description = 在课程里查找
commands-lesson-search-option-query-name = 关键词
commands-lesson-search-option-query-description = 想找什么？词语或问题都可以

commands-memory-name = 记忆
commands-memory-description = 辅导老师记得你的什么

commands-memory-show-name = 查看
commands-memory-show-description = 用文字告诉你我在这里记得什么

commands-memory-forget-name = 忘记
commands-memory-forget-description = 删除我在这里记得的内容
commands-memory-forget-option-what-name = 内容
commands-memory-forget-option-what-description = 要忘记什么？
commands-memory-forget-option-lesson-name = 课程
commands-memory-forget-option-lesson-description = 选择忘记课程时，是哪一课

commands-privacy-name = 隐私
commands-privacy-description = 你的数据由你掌握

commands-privacy-about-name = 说明
commands-privacy-about-description = 保存什么、为什么、多久、谁能看到

commands-privacy-export-name = 导出
commands-privacy-export-description = 把关于你的全部数据导出成一个文件

commands-privacy-delete-name = 清除
commands-privacy-delete-description = 清除关于你的全部数据

commands-server-name = 服务器
commands-server-description = 管理员专用

commands-server-diagnose-name = 诊断
commands-server-diagnose-description = 检查这里是否一切正常，不正常时告诉你该做什么

commands-server-setup-name = 设置向导
commands-server-setup-description = 两分钟把该选的都选好

commands-server-export-name = 导出
commands-server-export-description = 把本服务器自己的内容导出成一个文件

commands-server-import-name = 导入
commands-server-import-description = 导入这样的文件
commands-server-import-option-file-name = 文件
commands-server-import-option-file-description = “导出”得到的 .zip 文件

commands-server-filters-name = 过滤
commands-server-filters-description = 本服务器的内容规则，以及一段文字会被怎样处理
commands-server-filters-option-category-name = 类别
commands-server-filters-option-category-description = 哪一类内容？
commands-server-filters-option-threshold-name = 阈值
commands-server-filters-option-threshold-description = 分数达到多少时生效，0 到 1
commands-server-filters-option-action-name = 处理
commands-server-filters-option-action-description = 怎样处理？
commands-server-filters-option-test-name = 测试
commands-server-filters-option-test-description = 一段文字：看看会怎样处理，为什么
commands-choice-self-harm = 痛苦或自我伤害
commands-choice-minors = 伤害未成年人
commands-choice-sexual = 色情内容
commands-choice-hate = 仇恨
commands-choice-harassment = 骚扰或威胁
commands-choice-violence = 暴力或武器
commands-choice-illegal = 违法的事
commands-choice-cyber = 攻击系统或账号
commands-choice-override = 试图覆盖辅导老师的指令
commands-choice-personal-data = 个人信息
commands-choice-secret = 密钥、密码一类的秘密
commands-choice-allow = 放行
commands-choice-redact = 去掉相关信息
commands-choice-as-data = 当作材料
commands-choice-refuse = 拒绝

commands-server-queue-name = 举报
commands-server-queue-description = 被举报的回复和过滤记录

commands-server-audit-name = 记录
commands-server-audit-description = 谁在这里改了什么
commands-server-audit-option-actor-name = 操作人
commands-server-audit-option-actor-description = 谁的改动？
commands-server-audit-option-action-name = 操作
commands-server-audit-option-action-description = 哪一类改动？
commands-server-audit-option-since-name = 从
commands-server-audit-option-since-description = 从哪天起，例如 2026-03-01，或最近多少天

commands-server-undo-name = 撤销
commands-server-undo-description = 先看后撤销最近一次改动

commands-server-settings-name = 设置
commands-server-settings-description = 这里可以设置的一切
commands-server-settings-option-key-name = 项目
commands-server-settings-option-key-description = 哪一项？
commands-server-settings-option-value-name = 值
commands-server-settings-option-value-description = 设成什么？不填就只显示

commands-server-channels-name = 频道
commands-server-channels-description = 我可以在哪里公开发言
commands-server-channels-option-allow-name = 允许
commands-server-channels-option-allow-description = 只在这些频道，例如 #提问 #综合；或 none
commands-server-channels-option-deny-name = 禁止
commands-server-channels-option-deny-description = 不在这些频道；或 none

commands-server-retention-name = 保留期限
commands-server-retention-description = 数据保留多久
commands-server-retention-option-turns_days-name = 对话天数
commands-server-retention-option-turns_days-description = 对话保留多少天
commands-server-retention-option-attempts_days-name = 作答天数
commands-server-retention-option-attempts_days-description = 测验作答和练习记录保留多少天

commands-server-pause-name = 暂停
commands-server-pause-description = 立即停止调用模型；课程和测验照常
commands-server-pause-option-reason-name = 原因
commands-server-pause-option-reason-description = 为什么？学员会看到

commands-server-resume-name = 恢复
commands-server-resume-description = 恢复调用模型

commands-server-insights-name = 概况
commands-server-insights-description = 这里学得怎么样：没有名字的数字
commands-server-insights-option-days-name = 天数
commands-server-insights-option-days-description = 看多少天？
commands-choice-7 = 7 天
commands-choice-30 = 30 天
commands-choice-90 = 90 天

commands-server-quota-name = 限额
commands-server-quota-description = 这里的语言模型限额和用量
commands-server-quota-option-scope-name = 范围
commands-server-quota-option-scope-description = 学员的限额，还是服务器的？
commands-server-quota-option-tokens_per_day-name = 每日词元
commands-server-quota-option-tokens_per_day-description = 每天最多多少词元
commands-server-quota-option-cost_per_month-name = 每月费用
commands-server-quota-option-cost_per_month-description = 每月最多多少美元
commands-choice-learner = 每位学员
commands-choice-server = 本服务器

commands-menu-report-to-moderators-name = 向管理员举报
commands-menu-explain-this-name = 解释这条消息
commands-menu-quiz-me-on-this-name = 就这条消息考考我

commands-teach-name = 教学
commands-teach-description = 本服务器的课程、题目和练习题

commands-teach-lesson-name = 课程
commands-teach-lesson-description = 本服务器自己的课程

commands-teach-lesson-new-name = 新建
commands-teach-lesson-new-description = 新写一课，先存为草稿
commands-teach-lesson-new-option-language-name = 语言
commands-teach-lesson-new-option-language-description = 用哪种语言写

commands-teach-lesson-edit-name = 修改
commands-teach-lesson-edit-description = 修改一课中的一节
commands-teach-lesson-edit-option-lesson-name = 课程
commands-teach-lesson-edit-option-lesson-description = 哪一课？
commands-teach-lesson-edit-option-section-name = 小节
commands-teach-lesson-edit-option-section-description = 哪一节，或新的一节？
commands-teach-lesson-edit-option-language-name = 语言
commands-teach-lesson-edit-option-language-description = 哪种语言的内容？

commands-teach-lesson-import-name = 导入
commands-teach-lesson-import-description = 从文件导入课程
commands-teach-lesson-import-option-file-name = 文件
commands-teach-lesson-import-option-file-description = 一个 .md 或 .zip；不填则打开可放十个文件的表单
commands-teach-lesson-import-option-language-name = 语言
commands-teach-lesson-import-option-language-description = 文件用哪种语言写成
commands-teach-lesson-import-option-dry_run-name = 试运行
commands-teach-lesson-import-option-dry_run-description = 只看会导入什么，不保存

commands-teach-lesson-export-name = 导出
commands-teach-lesson-export-description = 把课程导出成可再导入的文件
commands-teach-lesson-export-option-lesson-name = 课程
commands-teach-lesson-export-option-lesson-description = 哪一课？

commands-teach-lesson-preview-name = 预览
commands-teach-lesson-preview-description = 按学员的样子看一课
commands-teach-lesson-preview-option-lesson-name = 课程
commands-teach-lesson-preview-option-lesson-description = 哪一课？
commands-teach-lesson-preview-option-language-name = 语言
commands-teach-lesson-preview-option-language-description = 看哪种语言？
commands-teach-lesson-preview-option-version-name = 版本
commands-teach-lesson-preview-option-version-description = 不填就看最新版

commands-teach-lesson-publish-name = 发布
commands-teach-lesson-publish-description = 现在或定时对学员发布一课
commands-teach-lesson-publish-option-lesson-name = 课程
commands-teach-lesson-publish-option-lesson-description = 哪一课？
commands-teach-lesson-publish-option-at-name = 时间
commands-teach-lesson-publish-option-at-description = 什么时候，例如“明天 9:00”

commands-teach-lesson-unpublish-name = 下架
commands-teach-lesson-unpublish-description = 不再让学员看到一课
commands-teach-lesson-unpublish-option-lesson-name = 课程
commands-teach-lesson-unpublish-option-lesson-description = 哪一课？

commands-teach-lesson-history-name = 历史
commands-teach-lesson-history-description = 一课的各个版本，以及改了什么
commands-teach-lesson-history-option-lesson-name = 课程
commands-teach-lesson-history-option-lesson-description = 哪一课？
commands-teach-lesson-history-option-version-name = 版本
commands-teach-lesson-history-option-version-description = 这一版改了什么？

commands-teach-lesson-rollback-name = 回退
commands-teach-lesson-rollback-description = 回到某一版，或撤销删除
commands-teach-lesson-rollback-option-lesson-name = 课程
commands-teach-lesson-rollback-option-lesson-description = 哪一课？
commands-teach-lesson-rollback-option-version-name = 版本
commands-teach-lesson-rollback-option-version-description = 回到哪一版？

commands-teach-lesson-delete-name = 删除
commands-teach-lesson-delete-description = 删除一课，30 天内可以恢复
commands-teach-lesson-delete-option-lesson-name = 课程
commands-teach-lesson-delete-option-lesson-description = 哪一课？

commands-choice-en = 英文
commands-choice-zh-cn = 简体中文
commands-choice-zh-tw = 繁体中文
commands-choice-lesson = 课程
commands-choice-last = 上一个问题
commands-choice-conversation = 这段对话
commands-choice-all = 全部

commands-quiz-name = 测验
commands-quiz-description = 看看你掌握了多少
commands-quiz-start-name = 开始
commands-quiz-start-description = 开始一次测验，一题一题来
commands-quiz-start-option-lesson-name = 课程
commands-quiz-start-option-lesson-description = 哪一课？不填就考你读过的课
commands-quiz-start-option-mode-name = 模式
commands-quiz-start-option-mode-description = 有提示、没提示，或者按你的水平出题
commands-quiz-start-option-length-name = 题数
commands-quiz-start-option-length-description = 一共几题（一般是 5 题）
commands-choice-practice = 练习：有提示，每题都讲解
commands-choice-exam = 考试：没有提示，最后讲解
commands-choice-adaptive = 自适应：按你的水平出题
commands-quiz-resume-name = 继续
commands-quiz-resume-description = 接着做没做完的测验
commands-quiz-stop-name = 停止
commands-quiz-stop-description = 结束测验，看看结果
commands-quiz-history-name = 记录
commands-quiz-history-description = 你最近的测验
commands-quiz-live-name = 现场
commands-quiz-live-description = 在这个频道里一起答题
commands-quiz-live-option-lesson-name = 课程
commands-quiz-live-option-lesson-description = 哪一课？不填就是全部课程
commands-quiz-live-option-rounds-name = 题数
commands-quiz-live-option-rounds-description = 一共几题（一般是 5 题）
commands-quiz-live-option-seconds-name = 秒数
commands-quiz-live-option-seconds-description = 每题多少秒（一般是 20 秒）
commands-quiz-live-option-scoring-name = 计分
commands-quiz-live-option-scoring-description = 怎样算分
commands-quiz-live-option-teams-name = 队数
commands-quiz-live-option-teams-description = 分几队？不填就各自为战
commands-choice-accuracy = 看准确：比答对的题数，相同才比用时
commands-choice-speed = 看速度：答对得越快，分数越高

commands-ask-option-mode-name = 方式
commands-ask-option-mode-description = 讲解、给提示，或检查我自己的解释
commands-choice-explain = 讲解
commands-choice-hint = 给我提示
commands-choice-check = 检查我的解释
commands-memory-pause-name = 暂停
commands-memory-pause-description = 恢复之前，不保存我问的任何内容
commands-memory-resume-name = 恢复
commands-memory-resume-description = 重新记住我们的对话
commands-memory-language-name = 语言
commands-memory-language-description = 我在这里用哪种语言和你说话

commands-explain-name = 讲解
commands-explain-description = 看看它是怎么工作的：概念、词元、采样、嵌入、检索
commands-explain-concept-name = 概念
commands-explain-concept-description = 按你的水平，用一张卡片讲一个概念
commands-explain-concept-option-concept-name = 概念
commands-explain-concept-option-concept-description = 哪个概念？输入几个字来选
commands-explain-concept-option-level-name = 水平
commands-explain-concept-option-level-description = 怎样讲；不选就按你自己的水平
commands-explain-concept-option-compare_to-name = 对比
commands-explain-concept-option-compare_to-description = 和这个概念放在一起比
commands-explain-concept-option-share-name = 公开
commands-explain-concept-option-share-description = 让频道里所有人都看到
commands-choice-eli5 = 从零讲起
commands-choice-beginner = 初学者
commands-choice-practitioner = 开发者

commands-explain-tokens-name = 词元
commands-explain-tokens-description = 模型读到的文字：词元、编号、字节、数量和价钱
commands-explain-tokens-option-text-name = 文字
commands-explain-tokens-option-text-description = 要切分的文字
commands-explain-tokens-option-encoding-name = 词表
commands-explain-tokens-option-encoding-description = 用哪个词表？
commands-choice-o200k = o200k：GPT-4o 及以后
commands-choice-cl100k = cl100k：GPT-3.5 和 GPT-4

commands-explain-sampling-name = 采样
commands-explain-sampling-description = 接下来是什么？看温度和 top-p 怎样改变下一个词元的概率
commands-explain-sampling-option-prompt-name = 提示词
commands-explain-sampling-option-prompt-description = 一段文字的开头
commands-explain-sampling-option-temperature-name = 温度
commands-explain-sampling-option-temperature-description = 0 到 2；1 表示不改变
commands-explain-sampling-option-top_p-name = top_p
commands-explain-sampling-option-top_p-description = 最大为 1；1 表示不改变

commands-explain-embeddings-name = 嵌入
commands-explain-embeddings-description = 把文字按意思摆到地图上，看每两段有多近
commands-explain-embeddings-option-texts-name = 文字
commands-explain-embeddings-option-texts-description = 2 到 12 段文字，用 | 隔开；不填就弹出表单

commands-explain-retrieval-name = 检索
commands-explain-retrieval-description = 同一个问题，有课程段落和没有课程段落的回答
commands-explain-retrieval-option-question-name = 问题
commands-explain-retrieval-option-question-description = 你想知道什么？

commands-model-name = 模型
commands-model-description = 语言、图像和语音模型：事实、并排比较、该选哪种方法
commands-model-find-name = 查找
commands-model-find-description = 翻看模型目录
commands-model-find-option-task-name = 用途
commands-model-find-option-task-description = 拿来做什么？
commands-model-find-option-licence-name = 许可
commands-model-find-option-licence-description = 开放权重还是服务？
commands-model-find-option-provider-name = 厂商
commands-model-find-option-provider-description = 谁做的？输入几个字来选
commands-model-find-option-name-name = 名称
commands-model-find-option-name-description = 叫什么？输入几个字来选
commands-model-find-option-max_price-name = 最高价
commands-model-find-option-max_price-description = 每百万词元输入最多多少美元
commands-model-card-name = 卡片
commands-model-card-description = 一个模型：种类、用途、局限、价钱，以及事实的来源
commands-model-card-option-name-name = 名称
commands-model-card-option-name-description = 哪个模型？输入几个字来选
commands-model-compare-name = 比较
commands-model-compare-description = 用两个模型跑同一个提示词：回答、时间、词元、费用
commands-model-compare-option-prompt-name = 提示词
commands-model-compare-option-prompt-description = 两个模型都要回答什么
commands-model-compare-option-a-name = 模型一
commands-model-compare-option-a-description = 一个模型；前面有圆点的能在这里运行
commands-model-compare-option-b-name = 模型二
commands-model-compare-option-b-description = 另一个模型
commands-model-choose-name = 选择
commands-model-choose-description = 提示、检索、微调还是训练？五个问题帮你选
commands-model-choose-option-goal-name = 目标
commands-model-choose-option-goal-description = 想做什么？会写在上面
commands-choice-chat = 对话和写作
commands-choice-code = 编程
commands-choice-seeing = 看懂图片
commands-choice-images = 画图
commands-choice-speech = 语音
commands-choice-search = 搜索和嵌入
commands-choice-sorting = 分类和提取
commands-choice-own-machine = 在自己的机器上跑
commands-choice-permissive = 开放权重（Apache 2.0、MIT）
commands-choice-conditions = 开放权重，有条件
commands-choice-research = 权重只供研究
commands-choice-proprietary = 专有：只有服务

commands-review-name = 复习
commands-review-description = 把学过的记住
commands-review-now-name = 现在
commands-review-now-description = 复习到期的题目
commands-review-remind-name = 提醒
commands-review-remind-description = 有东西要复习时，每天私信提醒
commands-review-remind-option-time-name = 时间
commands-review-remind-option-time-description = 什么时候？例如 19:30
commands-review-remind-option-timezone-name = 时区
commands-review-remind-option-timezone-description = 输入你附近的大城市
commands-review-remind-option-off-name = 关闭
commands-review-remind-option-off-description = 选“是”就不再提醒
commands-review-forecast-name = 预告
commands-review-forecast-description = 未来两周要复习什么

commands-progress-name = 进度
commands-progress-description = 看看你学到哪里了
commands-progress-show-name = 查看
commands-progress-show-description = 课程、掌握程度、连续天数，以及没有帮助时还记得多少
commands-progress-export-name = 导出
commands-progress-export-description = 把你自己的卡片导出成文件
commands-progress-export-option-format-name = 格式
commands-progress-export-option-format-description = 哪种文件？
commands-choice-json = JSON
commands-choice-csv = CSV 表格
commands-choice-apkg = Anki 牌组

commands-leaderboard-name = 排行榜
commands-leaderboard-description = 看看这里谁懂得多（用别名）
commands-leaderboard-show-name = 查看
commands-leaderboard-show-description = 本服务器的排行榜
commands-leaderboard-show-option-lesson-name = 课程
commands-leaderboard-show-option-lesson-description = 只看一课
commands-leaderboard-join-name = 加入
commands-leaderboard-join-description = 取个名字上榜
commands-leaderboard-join-option-alias-name = 别名
commands-leaderboard-join-option-alias-description = 别人看到的名字
commands-leaderboard-leave-name = 退出
commands-leaderboard-leave-description = 马上下榜

commands-practice-name = 练习
commands-practice-description = 写提示词，看看效果
commands-practice-list-name = 列表
commands-practice-list-description = 所有练习题，以及你做对了哪些
commands-practice-list-option-technique-name = 技巧
commands-practice-list-option-technique-description = 只看这种技巧的练习题
commands-practice-start-name = 开始
commands-practice-start-description = 做一道练习题：写提示词，看它运行
commands-practice-start-option-challenge-name = 练习题
commands-practice-start-option-challenge-description = 哪一道？不填就是下一道
commands-practice-start-option-technique-name = 技巧
commands-practice-start-option-technique-description = 这种技巧的下一道
commands-practice-history-name = 记录
commands-practice-history-description = 你的尝试和结果
commands-practice-history-option-challenge-name = 练习题
commands-practice-history-option-challenge-description = 只看这一道
commands-practice-check-name = 检查
commands-practice-check-description = 检查提示词的结构，不用模型
commands-practice-check-option-prompt-name = 提示词
commands-practice-check-option-prompt-description = 要检查的提示词；不填会打开表单
commands-practice-board-name = 榜单
commands-practice-board-description = 上榜的人的最好成绩
commands-practice-board-option-challenge-name = 练习题
commands-practice-board-option-challenge-description = 只看这一道
commands-menu-check-as-prompt-name = 当作提示词检查

commands-teach-question-name = 题目
commands-teach-question-description = 本服务器自己的题目
commands-teach-question-new-name = 新建
commands-teach-question-new-description = 写一道题
commands-teach-question-new-option-lesson-name = 课程
commands-teach-question-new-option-lesson-description = 哪一课？
commands-teach-question-edit-name = 修改
commands-teach-question-edit-description = 修改一道题
commands-teach-question-edit-option-question-name = 题目
commands-teach-question-edit-option-question-description = 哪道题？
commands-teach-question-import-name = 导入
commands-teach-question-import-description = 导入题目文件
commands-teach-question-import-option-lesson-name = 课程
commands-teach-question-import-option-lesson-description = 哪一课？
commands-teach-question-import-option-file-name = 文件
commands-teach-question-import-option-file-description = 题目文件
commands-teach-question-import-option-format-name = 格式
commands-teach-question-import-option-format-description = 哪种文件？
commands-teach-question-export-name = 导出
commands-teach-question-export-description = 把题目导出成文件
commands-teach-question-export-option-format-name = 格式
commands-teach-question-export-option-format-description = 哪种文件？
commands-teach-question-export-option-lesson-name = 课程
commands-teach-question-export-option-lesson-description = 哪一课？
commands-teach-question-generate-name = 生成
commands-teach-question-generate-description = 从课程里出题（草稿）
commands-teach-question-generate-option-lesson-name = 课程
commands-teach-question-generate-option-lesson-description = 哪一课？
commands-teach-question-generate-option-count-name = 题数
commands-teach-question-generate-option-count-description = 出几道？
commands-teach-question-review-name = 审核
commands-teach-question-review-description = 批准或不要草稿
commands-teach-question-stats-name = 统计
commands-teach-question-stats-description = 按第一次作答看题目的表现
commands-teach-question-stats-option-lesson-name = 课程
commands-teach-question-stats-option-lesson-description = 哪一课？
commands-teach-question-stats-option-question-name = 题目
commands-teach-question-stats-option-question-description = 哪道题？
commands-teach-question-retire-name = 停用
commands-teach-question-retire-description = 停用一道题，或重新启用
commands-teach-question-retire-option-question-name = 题目
commands-teach-question-retire-option-question-description = 哪道题？
commands-choice-gift = GIFT
commands-choice-moodle = Moodle XML
commands-choice-yaml = YAML

commands-teach-challenge-name = 练习题
commands-teach-challenge-description = 本服务器的练习题
commands-teach-challenge-new-name = 新建
commands-teach-challenge-new-description = 写一道练习题，或上传 YAML 文件
commands-teach-challenge-new-option-file-name = 文件
commands-teach-challenge-new-option-file-description = YAML 文件；不填打开表单
commands-teach-challenge-edit-name = 修改
commands-teach-challenge-edit-description = 修改练习题
commands-teach-challenge-edit-option-challenge-name = 练习题
commands-teach-challenge-edit-option-challenge-description = 哪一道？
commands-teach-challenge-edit-option-file-name = 文件
commands-teach-challenge-edit-option-file-description = YAML 文件；不填打开表单
commands-teach-challenge-test-name = 测试
commands-teach-challenge-test-description = 能分出提示词好坏吗？
commands-teach-challenge-test-option-challenge-name = 练习题
commands-teach-challenge-test-option-challenge-description = 哪一道？
commands-teach-challenge-publish-name = 发布
commands-teach-challenge-publish-description = 向学员开放
commands-teach-challenge-publish-option-challenge-name = 练习题
commands-teach-challenge-publish-option-challenge-description = 哪一道？
commands-teach-challenge-retire-name = 停用
commands-teach-challenge-retire-description = 让学员不再看到
commands-teach-challenge-retire-option-challenge-name = 练习题
commands-teach-challenge-retire-option-challenge-description = 哪一道？

commands-teach-plan-name = 教案
commands-teach-plan-description = 根据课程起草一份教案，可以修改
commands-teach-plan-option-topic-name = 主题
commands-teach-plan-option-topic-description = 讲什么？
commands-teach-plan-option-audience-name = 对象
commands-teach-plan-option-audience-description = 给谁讲？
commands-teach-plan-option-minutes-name = 分钟
commands-teach-plan-option-minutes-description = 多长？一般 45 分钟
commands-choice-newcomers = 刚接触 AI 的人
commands-choice-beginners = 初学者
commands-choice-practitioners = 用 AI 做开发的人

commands-teach-coverage-name = 覆盖
commands-teach-coverage-description = 课程、题目和练习题覆盖了哪些概念
