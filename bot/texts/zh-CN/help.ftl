# /help：这里能做什么

help-title = **在这里你可以**
help-ask = **提问** – `/ask` 根据课程回答，并注明出处。用回答下面的按钮可以讲得更简单、更深入，或者考考你。
help-explain = **看看它怎么工作** – `/explain concept` 按你的水平用一张卡片讲一个概念；`/explain tokens`、`/explain sampling`、`/explain embeddings`、`/explain retrieval` 用图展示模型在做什么。
help-model = **了解模型** – `/model find` 翻看模型目录，`/model compare` 用两个模型跑同一个提示词，`/model choose` 帮你选方法。
help-lesson = **阅读** – `/lesson next` 带你去最合适的下一步，`/lesson list` 列出全部课程和你的进度，`/lesson read` 打开一课。
help-quiz = **自测** – `/quiz start` 一题一题地考你，每题都讲解；`/quiz resume` 从上次停下的地方接着做。
help-review = **记住它** – `/review now` 考你到期的题目，`/review remind` 每天私信你一次，`/review forecast` 看看接下来有什么。
help-progress = **看看进度** – `/progress show` 告诉你读了什么、掌握了什么；想比一比就看 `/leaderboard show`。
help-memory = **你的记忆** – `/memory show` 告诉你我记得什么，`/memory forget` 把它删掉。
help-privacy = **你的数据** – `/privacy about` 说明保存什么、为什么，`/privacy export` 导出，`/privacy delete` 清除。
help-start = **你自己** – `/start` 设置语言、水平和目标。
help-teach = **授课** – `/teach lesson new` 新写一课，`/teach lesson import` 从文件导入。
help-server = **管理员** – `/server diagnose` 检查一切是否正常，不正常时告诉你该做什么；`/server filters` 和 `/server queue` 管内容规则和举报。
help-more = 用 `/help` 并选一个 `主题`，可以查看其中一项的详细说明。
help-ask-more = **/ask**
    - `问题`：你想知道的事，中文英文都行，用什么语言问就用什么语言答。
    - `课程`：只在这一课里找。
    - `方式`：讲解、一步一步给提示，或检查你自己的解释。
    - `公开`：选 true 则频道里所有人都能看到回答，否则只有你能看到。
    - `子区`：选 true 则开一个子区，可以在里面接着聊。
    
    每个回答都注明依据的小节。课程没有讲到的，我会直说，不会乱猜。没有语言模型时，我会引用课程原文。
    
    也可以不用命令：在频道里提到我，或者给我发私信。
    在任何消息的菜单（应用）里还有：“解释这条消息”和“就这条消息考考我”。
help-explain-more = **/explain**
    - `/explain concept`：一个概念，三种讲法，有例子，也有常见的误解；`对比` 把另一个放在旁边比。许多卡片还能一步一步看图。
    - `/explain tokens`：模型读到的文字，带数量和价钱。
    - `/explain sampling`：接下来可能是什么，温度和 top-p 又会怎样改变它。
    - `/explain embeddings`：把文字按意思摆到地图上，还可以玩猜远近。
    - `/explain retrieval`：同一个问题，带课程段落、不带、带错的段落，各答一次。

    没有语言模型也都能用，还可以给频道里的人看。
help-model-more = **/model**
    - `/model find`：按用途、许可、厂商、名称或价钱查目录。
    - `/model card`：一个模型的种类、用途、局限、价钱和后来怎样；每条事实都有来源和日期。
    - `/model compare`：同一个提示词在两个可用的模型上跑，看时间、词元和费用；不能跑时并排看卡片。
    - `/model choose`：五个问题，帮你在提示、检索、微调和训练之间选，并说明理由。
help-lesson-more = **/lesson**
    - `/lesson list`：全部课程，以及每一课的进度。
    - `/lesson read`：一页一小节，会记住你读到哪里。可以翻页、跳到某一小节，或者就正在读的内容提问。
    - `/lesson next`：从上次停下的地方继续，或者开始你可以学的下一课。
help-quiz-more = **/quiz**
    - `/quiz start`：考一课，或者考你读过的课。练习模式有提示、每题都讲解；考试模式最后讲解；自适应模式按你的水平出题。
    - `/quiz resume`：接着做没做完的测验，过几天也可以。
    - `/quiz stop`：结束测验，看看结果。
    - `/quiz history`：你最近的测验。
    - `/quiz live`：和频道里的人一起答题，可以分队，最后有领奖台。
    
    题目和回答只有你看得到；现场测验的名次大家都能看到。
help-review-more = **/review**
    - `/review now`：所有课程里你快要忘记的题，没有提示。
    - `/review remind`：到了你定的时间，有要复习的就私信你；选“关闭”就不再提醒。
    - `/review forecast`：未来两周要复习什么，还有连续天数。可以缺两天。
help-progress-more = **/progress**
    - `/progress show`：课程、掌握程度、你对自己的判断准不准，以及没有帮助时还记得多少。只有你看得到。
    - `/progress export`：把你自己的卡片导出成 JSON、表格或 Anki 牌组。

    用 `/leaderboard join` 取个名字上榜，用 `/leaderboard leave` 马上下榜。
help-memory-more = **/memory**
    - `/memory show`：用文字告诉你我在这里记得什么。
    - `/memory forget`：忘记上一个问题、某一课、这段对话，或者全部。
    
    你在一个服务器里说的话，绝不会用到另一个服务器，也不会给别人看。
help-privacy-more = **/privacy**
    - `/privacy about`：保存什么、为什么、多久、谁能看到。
    - `/privacy export`：把关于你的全部数据导出成一个文件。
    - `/privacy delete`：清除的正是这些。
help-start-more = **/start**
    选择语言、讲解的水平和目标，随时可以回来修改。
help-teach-more = **/teach lesson**
    - `新建`、`修改`：用表单写课，一次一节。每次修改都是一个版本。
    - `导入`、`导出`：从文件导入、导出成文件；`试运行` 先看看会导入什么。
    - `预览`：按学员的样子看。`发布` 现在或定时发布；`下架` 隐藏，内置课程也可以。
    - `历史`、`回退`、`删除`：改了什么，怎样找回。删除的课 30 天内可以恢复。
    - `/teach question new`、`/teach question import`、`/teach question generate`：本服务器自己的题目；`/teach question review` 批准草稿，`/teach question stats` 看题目的表现，`/teach question retire` 停用一道题（课程的也行）或重新启用。
    - `/teach coverage`：课程、题目和练习题覆盖了哪些概念，缺口怎样补上。
    - `/teach plan`：按主题、对象和时长从课程里起草教案，可以修改、带走。

    草稿不会让学员看到。
help-server-more = **/server setup**
    七页走一遍：语言、频道、课程、模型、限额、规则、保存多久。

    {""}**/server diagnose**
    检查数据库、课程、过滤、模型，以及我在这个频道的权限：要么一切正常，要么告诉你该做的那一件事。

    {""}**/server settings**
    这里可以设置的一切，以面板显示；填 `项目` 和 `值` 就设置一项。`/server channels`、`/server retention` 是最常用几项的捷径。

    {""}**/server pause**、**/server resume**
    立即停止调用模型，或恢复调用。期间课程、测验和复习照常。

    {""}**/server audit**、**/server undo**
    谁改了什么，也可导出文件；看过之后撤销最近一次改动。

    {""}**/server filters**
    本服务器的内容规则；用 `测试` 可以看到一段文字会被怎样处理，为什么。

    {""}**/server queue**
    被举报的回复：接手、认定成立、驳回或更正。你能看到回复和举报人写的话，看不到对话。

    {""}**/server export**、**/server import**
    把本服务器自己的内容导出成一个文件，或导入这样的文件：搬到别的服务器或别处运行的我。

    {""}**/server quota**
    这里能在模型上用多少，用了多少，什么时候重新计算。

    {""}**/server insights**
    这里学得怎么样：多少人在学、学到多少、难在哪里、花了多少。没有名字，不到五人的都不显示。

help-ask-name = 提问
help-explain-name = 图解
help-model-name = 模型
help-lesson-name = 课程
help-quiz-name = 测验
help-review-name = 复习
help-progress-name = 进度
help-memory-name = 记忆
help-privacy-name = 你的数据
help-start-name = 语言、水平和目标
help-teach-name = 授课
help-server-name = 管理员

help-practice = **练习提示词** – `/practice start` 给你一道题并运行你的提示词；`/practice check` 检查提示词的结构。
help-practice-more = **/practice**
    - `/practice start`：一道练习题。写一条提示词，它会在看得到和看不到的用例上运行，由代码判断是否通过。
    - `/practice list`：所有练习题，以及你做对了哪些。
    - `/practice check`：不用模型，分析提示词的结构。消息菜单（应用）里的“当作提示词检查”也一样。
    - `/practice history`：你的尝试。
    - `/practice board`：上榜的人的成绩，用的是自己取的名字。
help-practice-name = 练习
