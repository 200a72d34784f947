"""The words by which parts and faults of a prompt are known, English and Chinese. Expressions for RE2-free, short texts."""

import re

_I = re.IGNORECASE | re.MULTILINE

_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|"
    r"(?:a|one|two|three) hundred|\d+)"
)
_NO_VERBS = (
    r"(?:the|all|any|each|every|some|this|that|these|those|here|there|then|when|where|while|with|for|from|about|after|before|below|"
    r"above|not|only|both|half|such|what|how|why|which|who|and|but|because|since|note|message|text|email|mail|letter|article|"
    r"question|review|report|you|they|she|our|your|his|her|its|my)\b"
)
_VERBS = (
    "add|advise|analy[sz]e|answer|arrange|ask|assess|assign|brainstorm|break|build|calculate|categori[sz]e|change|check|"
    "choose|cite|classify|clean|combine|compare|complete|compose|compute|condense|consider|continue|convert|copy|correct|"
    "count|create|criticise|critique|decide|define|describe|design|detect|determine|develop|discuss|divide|draft|draw|"
    "edit|estimate|evaluate|examine|expand|explain|extract|fill|find|fix|follow|format|generate|give|grade|group|guess|"
    "help|highlight|identify|improve|infer|interpret|introduce|invent|judge|label|list|make|map|mark|match|name|note|"
    "order|organi[sz]e|outline|output|paraphrase|pick|plan|point|predict|prepare|present|print|produce|proofread|propose|"
    "provide|put|quiz|quote|rank|rate|read|recommend|rephrase|replace|reply|report|respond|restate|return|review|revise|"
    "rewrite|say|score|select|shorten|show|simplify|solve|sort|split|state|sugg?est|summari[sz]e|tag|take|teach|tell|"
    "think|transform|translate|turn|use|verify|write|work"
)
INSTRUCTION = re.compile(
    rf"(?:^|[.!?:;,，\n•*\-–)\]\u3002]\s*|\b(?:then|and|please|now|first|finally|next|to|you (?:must|should|will|can)|only|"
    rf"could you|can you|i want you to|your (?:task|job) is(?: to)?|carefully|briefly|just|always)\s+)(?:{_VERBS})\b"
    r"|\b(?:what|why|how|which|when|where|who|is|are|does|do|can|should)\b[^.!\n]{3,}\?"
    # an unknown verb in its place: a sentence that begins with a bare word and goes on with what that word is done to
    rf"|(?:^|[.!?:;]\s+)(?!{_NO_VERBS})[a-z]{{3,}}(?<!s)(?<!ed)(?<!ing)(?<!ly) (?:an?|the|this|these|those|my|me|our|us|your|"
    rf"yourself|it|its|them|each|every|all|any|whether|how|why|what|which|who|{_COUNT})\b"
    r"|请(?!假|客|教)|(?:帮我|给我|替我|为我)|你(?:的任务|要|需要|负责|必须|应该)|需要你|"
    r"(?:^|[。！？；;:：,，、\n\d.）)]\s*)(?:只|再|先|然后|并|并且|最后|接着|逐步|依次|简要|认真|恰好|一律)?"
    r"(?:总结|概括|归纳|翻译|写|撰写|列出|列举|提取|抽取|分类|归类|判断|解释|回答|说明|描述|分析|比较|对比|计算|检查|"
    r"介绍|讲解|讲述|改正|纠正|订正|直接?写出|破译|猜|劝|准备|安排|规划|计划|统计|缩写|扩写|补全|简化|阅读|指出|标注|拟定?|返回|保留|替换|删去|选择|挑选|"
    r"模拟|估算|估计|换算|预测|推断|猜测|搭配|填空|造句|匿名|校对|点评|整理|汇总|拆分|罗列|取名|命名|续写|仿写|编写|起草|绘制|"
    r"[\u4e00-\u9fff]{1,2}(?=[一两三四五六七八九十几\d]+(?:个|句|首|段|份|道|条|则|篇|组|种|次|位|封|张|行|成|下))|"
    r"[\u4e00-\u9fff]{1,2}(?=我)|"
    r"出(?=[一二两三四五六七八九十几\d])|起(?=[一二两三四五六七八九十几\d]|个)|"
    r"找出|挑出|选出|回忆|转述|标出|照抄|分拣|改写|润色|修改|生成|创作|续写|给出|提供|制定|设计|推荐|评价|评估|打分|排序|整理|转换|输出|根据|按照|"
    r"(?:用|以|按|给|为|替|向|从|对|就|针对)[^，。；！？\n]{1,30}?(?:回答|回复|写|说明|解释|概括|总结|介绍|比较|描述|判断|列出|翻译|改写|给出|提取|抽取|"
    r"找出|挑出|输出|安排|设计|推荐|分析|统计|生成|准备|制定|讲解|编写|起草|改编|标出|讲述|想(?=[一二两三四五六七八九十几\d])|取(?=个|一)|拆成|分成|换成|换算|改成|编成|评分|打分|匿名|辩论|起(?=[一二两三四五六七八九十几\d]|个|名)|出(?=[一二两三四五六七八九十几\d]))|"
    r"把|将|一次只?问)"
    r"|(?:什么|如何|怎么|怎样|为什么|哪些|哪个|哪一|多少|吗)[^。\n]*[？?]",
    _I,
)
ROLE = re.compile(
    r"\b(?:you are (?:an?|the|our|my|now|acting)\b|act as|acting as|play the (?:role|part)|imagine (?:that )?you are|"
    r"as an? (?:experienced |seasoned |senior |expert )?(?:\w+ ){0,2}(?:expert|teacher|tutor|editor|lawyer|engineer|"
    r"assistant|coach|doctor|nurse|analyst|writer|translator|librarian|reviewer|developer)\b|your role is)"
    r"|你(?:现在)?是(?!否|不是)|扮演|充当|(?:作为|身为)一?[名位个]|假设你是|担任",
    _I,
)
CONTEXT = re.compile(
    r"\b(?:context|background|situation|audience|readers?|because|for (?:an?|our|my|the|people|new|young|adult)\b|"
    r"who (?:have|has|are|is|know|do|never|want)|(?:i am|i'm|we are|we're|our|my) |customers?|students?|pupils?|visitors?|"
    r"beginners?|colleagues?|children|patients?|the (?:shop|school|company|team|library|course|meeting|product))"
    r"|背景|读者|受众|面向|对象|因为|由于|场景|情况|我们|我是|我在|我的|顾客|客户|学生|同事|孩子|用户|新手|初学者|"
    r"公司|学校|团队|店|供.{1,8}(?:使用|阅读|参考)|给.{1,10}(?:看|用|读)",
    _I,
)
FORMAT = re.compile(
    r"\b(?:json|csv|xml|yaml|html|markdown|sql|code blocks?|regular expressions?|tables?|timetables?|checklists?|bullets?|bulleted|"
    r"numbered|format(?:ted)?|headings?|haiku|limericks?|sonnets?|"
    rf"{_COUNT}(?:[- ]\w+){{0,2}}[- ](?:\w{{2,}}s|word|sentence|line|paragraph|item|step|label|question|title|row|column|reason|"
    r"name|number|option|fact|verse|stanza)\b|\bjust (?:the|a|one)\b|"
    r"(?:a|the|into a|shopping|to-do) list (?:of|for)|unchanged|separated by|(?:choose|pick|name) one|\w+ only(?=[.!\n]|$)|"
    r"(?:give|write|return|output|print|say) (?:only|nothing but|just)\b|(?:reply|answer|respond) (?:[A-D]\b|yes\b)|per (?:round|item|person|day)\b|list (?:them|each|every)|(?:on|per) (?:each|every|one|its own|a) line|line of its own|"
    r"(?:a|one) single (?:word|number|letter|sentence|line)|as an? (?:list|poem|letter|dialogue|email|e-mail|number|sentence|paragraph|question)|"
    r"(?:only|just) (?:the|with|one|a|yes|its)\b|\bthe \w+ only\b|nothing else|and nothing|yes or no|no explanation|without explanation|"
    r"(?:reply|answer|respond|return|output|finish|end)(?: only)? (?:with|as|in|by)\b|\b(?:write|say|answer) [\"“](?=[^\"”\n]{1,30}[\"”])|one of:|each on (?:its|a) (?:own|new) line|"
    r"at most \d+|up to \d+|(?:under|below) \d+|no more than \d+|\d+ (?:words|characters|tokens))"
    r"|格式|表格|列表|分点|分条|分行|每行|标题|编号|序号|只(?:需|要|用|能)?(?:回答|输出|写|给|返回|回复|答|说|列)|"
    r"(?:[二两三四五六七八九十几百]|[2-9]|\d{2,})\s*[个道样件种首则篇组张份回轮]|"
    r"(?:[一二两三四五六七八九十百\d]+)\s*(?:个?字|句|条|点|段|行|个词|个要点|步|项|道|列|个问题|种)|字以内|不超过|最多|"
    r"用一句|一句话|一个词|是或否|不(?:要|用|必|加|需要?)(?:解释|说明|其他|多余)|以.{1,10}(?:形式|格式)(?:输出|回答|给出)?|"
    r"输出(?:为|成)|回答(?:为|成)|(?:用|按).{1,8}(?:表示|作答|呈现)|逐[条一个句](?:列|写|标|改|说|给)?|(?:并|一一)列出|列(?:出来|成)|代码块|打油诗|俳句|"
    r"[选挑]出?[一两三]个|只[要填用输选]|[拆分列写做编]成|每[步轮张位方题段]|各[一两三]|隔开|取整|四舍五入|一个[词字数]就|(?<!不)以内|"
    r"[一二两三四五六七八九十几\d]+\s*[个道](?:步骤|例句|回合|数字|数|理由|名字|标题|例子|部分|环节|阶段|选择题|题|选项|关键词|标签|任务|词语)|"
    r"数字(?:给出|打分|表示|作答)|用\s*\d+\s*到\s*\d+|(?:就|则|请)?(?:写|回答|答|说|注明)[“「\"](?=[^”」\"\n]{1,20}[”」\"])",
    _I,
)
CUE = re.compile(r"(?:[:：]|[\-–—]>|→|\b1\.|\{|\[|```\w*)\s*$")
CONTENT = re.compile(
    r"\b(?:the )?following\b|\bbelow\b|\b(?:text|article|message|email|review|question|order|input|passage|report|notes?|"
    r"document|letter|code)\s*:\s*\S|以下|下面|如下|(?:文本|文章|来信|邮件|评论|问题|订单|输入|段落|报告|笔记|文档|内容|原文|"
    r"代码|句子)\s*[：:]\s*\S",
    _I,
)
UNFILLED = re.compile(
    r"\[(?:insert|your|paste|add|put|fill|enter|name|topic|text|here|todo|tbd)[^\]\n]{0,40}\]|<(?:insert|your|paste|add|put) [^>\n]{1,40}>|"
    r"\b(?:TODO|TBD|FIXME|XXX+)\b|\blorem ipsum\b|\{\s*\}|\{\{\s*\}\}|_{4,}|\[\s*\.{3}\s*\]|\bblah(?: blah)*\b|"
    r"[\[【（(](?:在此|此处|这里|请在|待|填写|插入|粘贴|你的|某)[^\]】）)\n]{0,20}[\]】）)]|(?<![A-Za-z])[Xx]{2}(?:公司|产品|学校|主题|人|先生|女士)|某某|待补充|待定"
)
SLOT = re.compile(
    r"\{\{\s*([\w\u4e00-\u9fff][\w \u4e00-\u9fff-]{0,30}?)\s*\}\}|\{([\w\u4e00-\u9fff][\w\u4e00-\u9fff -]{0,30})\}|\$\{(\w{1,30})\}|<([a-z\u4e00-\u9fff][\w\u4e00-\u9fff]{1,30})>"
)
VAGUE = re.compile(
    r"\b(?:stuff|some (?:things?|details|info|information|kind)|kind of|(?<!what )(?<!which )(?<!the )sort of|and so on|and so forth|etc\b\.?|"
    r"(?:make|keep|write) it (?:good|nice|nicer|better|interesting|cool|great|pop|appealing|short-ish|longish)|"
    r"(?:fairly|quite|rather|pretty|reasonably|relatively|somewhat|moderately) (?:short|long|brief|simple|detailed|formal|easy|small|big)|"
    r"not too (?:long|short|much|many|formal|detailed|simple|complicated)|a (?:bit|little) (?:more|less|shorter|longer|about|of everything)|"
    r"(?:an? )?(?:appropriate|suitable|proper|adequate|decent|reasonable) (?:length|way|manner|amount|number|style|tone|format|level|detail)|"
    r"as (?:needed|appropriate|you see fit|you like)|in a (?:good|nice|proper|smart|clever|better) way|high[- ]quality|"
    r"do your (?:best|thing)|whatever (?:fits|works|you)|something (?:like that|nice|good|about|interesting)|a few things|various things|nicely|properly|short-ish|several aspects)"
    r"|适当|适量|合适的|恰当的|比较(?:短|长|好|详细|简单|简短|正式|有趣)|尽量(?:短|长|好|详细|简单|简短|全面|准确)|不要太(?:长|短|多|少|正式|复杂|简单)|"
    r"(?:好|长|短|详细|简单|有趣|专业|正式)一?点|一些东西|之类的|等等|差不多|看着办|随便|大概|大致|若干|高质量|酌情|相关内容|"
    r"有意思的?东西|各方面|几个方面|弄得好看|写得好(?:一些|看)?",
    re.IGNORECASE,
)
OVERRIDE = re.compile(
    r"\b(?:ignore|disregard|forget|overlook|skip) (?:all |any |everything|the |these |those |your |what |previous|prior|above|earlier|instructions)"
    r"|\b(?:new|real|actual|updated) (?:instructions?|task)\b|\byou are now\b|\bsystem prompt\b|\binstead,? (?:of|write|say|answer|reply|output|print|tell)\b"
    r"|\b(?:do not|don't|stop) (?:follow|summari[sz]e|translate|classify|obey)"
    r"|\b(?:reply|respond|answer|output|print|say|write)(?: only| back| just)? (?:with|that|the|your|only|in|\")"
    r"|\b(?:assistant|ai|model|chatbot)[,:] (?:please )?(?:\w+)"
    r"|忽略(?:以上|之前|前面|上面|所有|掉|上述)|无视(?:以上|之前|前面|上面|所有|上述)|忘(?:记|掉)(?:以上|之前|前面|上面|所有|你)|"
    r"你现在是|新的?(?:指令|任务)[是：:]|系统提示|不要(?:翻译|总结|分类|执行|理会)|改为(?:输出|回答|写)|"
    r"(?:请|只)?(?:直接)?(?:回答|输出|回复|打印)[“\"「：:]",
    re.IGNORECASE,
)
STEPS = re.compile(
    r"\bstep[- ]by[- ]step\b|\bthink (?:carefully|aloud|it through|before)|\bshow your (?:work|reasoning|thinking)|chain of thought|"
    r"一步一步|一步步|逐步(?:思考|推理|分析)|分步(?:思考|推理)|先思考|思考过程|推理过程",
    re.IGNORECASE,
)
EXAMPLE_WORD = re.compile(
    r"^\W*(?:worked )?examples?(?: \d+)?\b[^\n]{0,20}[:：]?|\b(?:for example|e\.g\.)[,:]?\s*\S|^\W*(?:示例|例子|例|范例|样例|举例)\s*[\d一二三四五]*\s*[:：]|(?:例如|比如|譬如)[:：，,]?\S",
    _I,
)
LABEL = re.compile(
    r"^[ \t>*-]*(?:\*\*)?([A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff '’-]{0,24}?)(?:\*\*)?\s*\d{0,2}\s*[:：][ \t]*(.*)$"
)
ARROW = re.compile(r"^(?P<left>[^\n]{1,200}?)\s*(?:->|=>|→|⇒)\s*(?P<right>[^\n]*)$", re.MULTILINE)
