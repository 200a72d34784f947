"""Words of orders: what one can ask a model to do. Words only; how they are looked for stands in `asking.py`.

Whoever adds a word asks whether a sentence of material could begin with it, and puts it under the doubtful ones if so.
"""

SURE = frozenset(
    # Words that hardly begin a sentence but as an order
    """
    abbreviate abridge accept act adapt add adjust advise advocate alphabetise alphabetize amend amplify answer analyse analyze
    annotate anonymise anonymize apologise apologize append apply appraise argue arrange articulate ask assemble assert
    assess assign assist assume avoid balance begin behave brainstorm break bring build calculate capitalise capitalize
    caption carry categorise categorize characterise characterize check choose cite clarify classify clean clear close
    cluster collect combine come compare compile complete compose compress compute conceive conclude condense conduct
    confirm connect consider construct continue contrast convert convince correct correlate create criticise criticize
    critique debug decide decipher decline decode deconstruct decompose deduce define delete deliver demonstrate depict
    derive describe design detect determine develop devise diagnose dictate differentiate discover discuss dissect
    distil distill distinguish divide do draw edit elaborate elicit eliminate embed emphasise emphasize emulate encode
    encourage enhance enrich ensure enumerate evaluate examine exclude execute expand explain explore express extend
    extract fetch fill filter find finish fix flag follow forecast formulate gather generalise generalize generate get
    give go greet group guess handle harmonise harmonize help hypothesise hypothesize identify illustrate imagine imitate
    implement improve include incorporate indicate infer inform insert inspect integrate interpret introduce invent
    investigate itemise itemize join judge justify keep leave let listen locate look maintain make memorise memorize mention merge
    mimic minimise minimize modernise modernize modify narrate normalise normalize obey offer omit optimise optimize
    organise organize paraphrase parse pay perform persuade pick polish praise predict prepare present pretend prioritise
    prioritize proceed produce proofread propose prove provide put read rearrange recall recite recommend reconstruct
    recreate redact redraft reduce refactor refer refine reflect reformat reformulate refuse regard reimagine reject
    relate remain remember remind remove rename render reorder repair repeat rephrase replace reply represent reproduce
    reread reserve resolve respect respond restate restore restrict restructure retell retrieve return reveal reverse
    revise rewrite rhyme roast round say scan select send separate shorten show simplify simulate skip solve sort specify
    speculate spell split state strip structure study substitute suggest sugest sum summarise summarize supply suppose
    swap synthesise synthesize take talk teach tell think tidy track transcribe transform translate treat trim try turn
    uncover underline understand unscramble update use utilise utilize validate verify visualise visualize wait walk
    weigh work write
    """.split()
)
"""English words that order wherever a clause begins with them."""

DOUBTFUL = frozenset(
    # Words that are names of things as well: what follows tells which
    """
    abstract address alert arm auction audit author average base bake balance blend book brief bullet camp cast
    catch cause center centre chain challenge change chart claim coach code colour color command comment complain
    compromise concern contact contract control cook copy cost count counter couple course cover craft cross cut date
    deal debate default delay detail diagram direct display document dream draft drive drop echo end equate escape
    estimate exchange exercise experiment face feature feel figure film focus forge form format frame gauge grade guard
    guide head highlight hint hold host hunt hurry index input interview issue judge jump label lay lead learn lend level
    lift limit line link list love mail map mark master match measure mind mix model move name need note number
    object open order outline output pack paint paragraph pass paste pause phrase picture pin pitch place plan play plot
    point poll post practice practise price print probe process program programme project prompt provide pull push
    qualify quality question quiz quote raise rank rate reason record reference register release rely report request
    research rest result review ring role rule run sample save scale schedule score script search section see sell sense
    sentence serve set shape share shift sign sketch slice speak spin spot stack stage stand star start stay step stick
    stop store stress style subject support surprise survey switch table tag target task taste test text thank think time
    title trace trade transfer travel trick tweak twist type value view voice vote warn watch weave wish wonder word
    """.split()
)
"""English words that order when what follows is no sign of a noun."""

OPEN = frozenset(
    # Orders that say nothing of what the answer looks like, however they end
    """
    advise analyse analyze appraise argue assess clarify comment compare consider contrast convince critique debate define
    demonstrate describe discuss elaborate evaluate examine explain explore expound help illustrate inform interpret
    introduce investigate justify persuade present reflect review speak study talk teach tell think understand
    """.split()
)
"""English orders without a form of answer."""

CHINESE = frozenset(
    # A clause that begins with one has nobody who does it, so that the reader is to do it
    """
    总结 概括 归纳 翻译 撰写 书写 编写 改写 续写 仿写 缩写 扩写 填写 补写 代写 拼写 列出 列举 罗列 枚举 提取 抽取 摘取 摘出 摘录 提炼 分类 归类 划分 区分
    判断 判定 鉴别 鉴定 辨别 辨认 识别 检测 检查 检验 核对 核查 校对 校正 审阅 审查 审核 验证 证明 推导 推断 推理 推测 猜测 预测 估算 估计 计算 换算 统计 汇总
    整理 梳理 排序 排列 排名 安排 规划 计划 制定 制作 制订 拟定 拟写 起草 草拟 设计 构思 构建 创建 建立 创作 生成 产生 输出 打印 返回 给出 提供 提出 提议
    建议 推荐 选择 挑选 选出 挑出 找出 找到 查找 查询 搜索 检索 定位 指出 标出 标注 标记 注明 说明 解释 阐述 阐释 论述 描述 描绘 叙述 描写 讲述 讲解 讲讲 说说
    谈谈 聊聊 介绍 评价 评估 评论 点评 评分 打分 批改 批评 反驳 辩论 讨论 探讨 分析 剖析 解析 解读 解答 解决 回答 回复 答复 应答 作答 比较 对比 对照
    修改 修正 修复 纠正 改正 更正 订正 润色 优化 改进 完善 精简 简化 压缩 缩短 缩减 扩充 扩展 延伸 补充 补全 补齐 完成 填空 填充 替换 更换 转换 转化 转写 转成
    转述 复述 重写 重述 重新 删除 删去 去掉 去除 移除 抹去 清除 保留 保持 遵守 遵循 避免 禁止 忽略 注意 记住 假设 假装 假定 想象 设想 想想 想出 扮演 充当 担任 模拟 模仿
    充当 使用 利用 运用 采用 参考 参照 引用 引述 结合 围绕 针对 根据 依据 基于 按照 遵照 阅读 通读 浏览 理解 思考 考虑 回忆 回顾 展示 展现 呈现 画出 绘制
    编造 编排 编一 造句 组句 组成 合并 拆分 拆解 分解 切分 分成 拼接 连接 连线 匹配 配对 搭配 对应 命名 取名 起名 发明 创造 策划 筹划 准备 演示 示范
    教我 教会 告诉 告知 通知 提醒 劝说 说服 鼓励 安慰 感谢 道歉 祝贺 介绍 欢迎 面试 采访 提问 追问 询问 反问 出题 考考 测试 检索 执行 运行 调试 编译 实现
    开始 继续 停止 结束 重复 朗读 背诵 默写 抄写 抄录 照抄 匿名 脱敏 加密 解密 破译 解码 编码 格式 评选 点出 加上 添加 插入 附上 配上 写出 写下 写成 算出
    求出 得出 推出 举出 举例 列个 列一 做个 做一 写个 写一 画个 画一 讲个 讲一 说个 说一 来个 来一 给个 给一 出个 出一 起个 起一 想个 想一 编个 取个 挑个 选个
    帮忙 帮助 协助 指导 传授 普及 科普 总述 综述 概述 简述 详述 陈述 表述 阐明 证实 确认 确定 确保 明确 了解 弄清 搞懂 读懂 看看 看下 读完 看完 数数 数出
    """.split()
)
"""Chinese words that order wherever a clause begins with them."""

CHINESE_OPEN = frozenset(
    """
    解释 介绍 说明 描述 讨论 探讨 分析 剖析 解析 解读 评价 评估 评论 点评 讲讲 讲解 讲述 谈谈 聊聊 说说 阐述 论述 比较 对比
    弄懂 弄清 搞懂 理解 了解 说服 劝说 普及 科普 思考 看看
    """.split()
)
"""As `OPEN`."""
