"""The words by which parts and faults of a prompt are known, English and Chinese. What is asked is known by how
sentences are built: `asking.py`."""

import re

_I = re.IGNORECASE | re.MULTILINE

_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|eighty|"
    r"(?:a|one|two|three) hundred|\d+)"
)
_NO_FORM = (
    r"(?!(?:years|days|hours|minutes|months|weeks|times|euros|dollars|pounds|metres|meters|miles|grams|litres|students|pupils|"
    r"customers|guests|visitors|friends|kids|cats|dogs|always|was|has|this|his|its|is|as|us)\b)"
)
"""A number of these is no form of an answer."""
ROLE = re.compile(
    r"\b(?:you are (?:an?|the|our|my|now|acting)\b|act as|acting as|play the (?:role|part)|imagine (?:that )?you are|"
    r"as an? (?:experienced |seasoned |senior |expert )?(?:\w+ ){0,2}(?:expert|teacher|tutor|editor|lawyer|engineer|"
    r"assistant|coach|doctor|nurse|analyst|writer|translator|librarian|reviewer|developer)\b|your role is)"
    r"|你(?:现在)?是(?!否|不是)|扮演|充当|(?:作为|身为)一?[名位个]|假设你是|担任",
    _I,
)
"""Whom the model is to be."""
CONTEXT = re.compile(
    r"\b(?:context|background|situation|audience|readers?|because|for (?:an?|our|my|the|people|new|young|adult)\b|"
    r"who (?:have|has|are|is|know|do|never|want)|(?:i am|i'm|we are|we're|our|my) |customers?|students?|pupils?|visitors?|"
    r"beginners?|colleagues?|children|patients?|the (?:shop|school|company|team|library|course|meeting|product))"
    r"|背景|读者|受众|面向|对象|因为|由于|场景|情况|我们|我是|我在|我的|顾客|客户|学生|同事|孩子|用户|新手|初学者|"
    r"公司|学校|团队|店|供.{1,8}(?:使用|阅读|参考)|给.{1,10}(?:看|用|读)",
    _I,
)
"""For whom, why, where."""
FORMAT = re.compile(
    r"\b(?:json|csv|xml|yaml|html|markdown|sql|code blocks?|regular expressions?|tables?|timetables?|checklists?|bullets?|bulleted|"
    r"numbered|format(?:ted)?|headings?|bold|italics?|haiku|limericks?|sonnets?|"
    rf"{_COUNT}(?:[- ]\w+){{0,2}}[- ](?:{_NO_FORM}\w{{2,}}s|word|sentence|line|paragraph|item|step|label|question|title|row|column|reason|"
    r"name|number|option|fact|verse|stanza)\b|\bjust (?:the|a|one)\b|"
    r"(?:a|the|into a|shopping|to-do) list (?:of|for)|unchanged|separated by|(?:choose|pick|name) one|\w+ only(?=[.!\n]|$)|"
    r"(?:give|write|return|output|print|say) (?:only|nothing but|just)\b|(?:reply|answer|respond) (?:[A-D]\b|yes\b)|per (?:round|item|person|day)\b|list (?:them|each|every)|(?:on|per) (?:each|every|one|its own|a) line|line of its own|"
    r"(?:a|one) single (?:word|number|letter|sentence|line)|as an? (?:list|poem|letter|dialogue|email|e-mail|number|sentence|paragraph|question)|"
    r"(?:only|just) (?:the|with|one|a|yes|its)\b|\bthe \w+ only\b|nothing else|and nothing|yes or no|no explanation|without explanation|"
    r"(?:reply|answer|respond|return|output|finish|end)(?: only)? (?:with|as|in|by)\b|\b(?:write|say|answer) [\"“](?=[^\"”\n]{1,30}[\"”])|one of:|each on (?:its|a) (?:own|new) line|"
    r"at most \d+|up to \d+|(?:under|below) \d+|no more than \d+|\d+ (?:words|characters|tokens))"
    r"|格式|粗体|斜体|最后(?:用|写|给|列|附)|表格|列表|分点|分条|分行|每行|标题|编号|序号|只(?:需|要|用|能)?(?:回答|输出|写|给|返回|回复|答|说|列)|"
    r"(?:[二两三四五六七八九十几百]|[2-9]|\d{2,})\s*[个道样件种首则篇组张份回轮]|"
    r"(?:[一二两三四五六七八九十百\d]+)\s*(?:个?字|句|条|点|段|行|个词|个要点|步|项|道|列|个问题|种)|字以内|不超过|最多|"
    r"用一句|一句话|一个词|是或否|不(?:要|用|必|加|需要?)(?:解释|说明|其他|多余)|以.{1,10}(?:形式|格式)(?:输出|回答|给出)?|"
    r"输出(?:为|成)|回答(?:为|成)|(?:用|按).{1,8}(?:表示|作答|呈现)|逐[条一个句](?:列|写|标|改|说|给)?|(?:并|一一)列出|列(?:出来|成)|代码块|打油诗|俳句|"
    r"[选挑]出?[一两三]个|只[要填用输选]|[拆分列写做编]成|每[步轮张位方题段]|各[一两三]|隔开|取整|四舍五入|一个[词字数]就|(?<!不)以内|"
    r"[一二两三四五六七八九十几\d]+\s*[个道](?:步骤|例句|回合|数字|数|理由|名字|标题|例子|部分|环节|阶段|选择题|题|选项|关键词|标签|任务|词语)|"
    r"数字(?:给出|打分|表示|作答)|用\s*\d+\s*到\s*\d+|(?:就|则|请)?(?:写|回答|答|说|注明)[“「\"](?=[^”」\"\n]{1,20}[”」\"])",
    _I,
)
"""What the answer is to look like."""
CONTENT = re.compile(
    r"\b(?:the )?following\b|\bbelow\b|\b(?:text|article|message|email|review|question|order|input|passage|report|notes?|"
    r"document|letter|code)\s*:\s*\S|以下|下面|如下|(?:文本|文章|来信|邮件|评论|问题|订单|输入|段落|报告|笔记|文档|内容|原文|"
    r"代码|句子)\s*[：:]\s*\S",
    _I,
)
"""Something to work on."""
UNFILLED = re.compile(
    r"\[(?:insert|your|paste|add|put|fill|enter|name|topic|text|here|todo|tbd)[^\]\n]{0,40}\]|<(?:insert|your|paste|add|put) [^>\n]{1,40}>|"
    r"(?<![\"“'`‘])\b(?:TODO|TBD|FIXME|XXX+)\b|\blorem ipsum\b|\{\s*\}|\{\{\s*\}\}|_{4,}|\[\s*\.{3}\s*\]|\bblah(?: blah)*\b|"
    r"[\[【（(［](?:在此|此处|这里|请在|待|填写|插入|粘贴|你的|某)[^\]】）)］\n]{0,20}[\]】）)］]|(?<![A-Za-z])[Xx]{2}(?:公司|产品|学校|主题|人|先生|女士)|某某|待补充|待定"
)
"""A gap that the author left open."""
SLOT = re.compile(
    r"\{\{\s*([\w\u4e00-\u9fff][\w \u4e00-\u9fff-]{0,30}?)\s*\}\}|\{([\w\u4e00-\u9fff][\w\u4e00-\u9fff -]{0,30})\}|\$\{(\w{1,30})\}|<([a-z\u4e00-\u9fff][\w\u4e00-\u9fff]{1,30})>"
)
"""A placeholder, its name in one of four groups."""
VAGUE = re.compile(
    r"\b(?:stuff|(?<!what are )some (?:things?|details|info|information|kind)|kind of|(?<!what )(?<!which )(?<!the )sort of|and so on|and so forth|etc\b\.?|"
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
"""Words that leave it to the model how much, how long, how good."""
OVERRIDE = re.compile(
    r"\b(?:ignore|disregard|forget|overlook|skip) (?:all |any |everything|the |these |those |your |what |previous|prior|above|earlier|instructions)"
    r"|\b(?:new|real|actual|updated) (?:instructions?|task)\b|\byou are now\b|\bsystem prompt\b|\binstead,? (?:of|write|say|answer|reply|output|print|tell)\b"
    r"|\b(?:do not|don't|stop) (?:follow|summari[sz]e|translate|classify|obey)"
    r"|\b(?:reply|respond|answer|output|print|say|write)(?: only| back| just)? (?:with|that|the|your|only|in|\")"
    r"|\b(?:assistant|ai|model|chatbot)[,:] (?:please )?(?:\w+)"
    r"|忽略(?:以上|之前|前面|上面|所有|掉|上述)|(?:无视|忽略|不管|别管)[^，。\n]{0,8}(?:指令|指示|要求|标准|规则|任务|内容|提示)|忘(?:记|掉)(?:以上|之前|前面|上面|所有|你)|"
    r"你现在是|新的?(?:指令|任务)[是：:]|系统提示|不要(?:翻译|总结|分类|执行|理会)|改为(?:输出|回答|写)|"
    r"(?:请|只)?(?:直接)?(?:回答|输出|回复|打印)\s*[\d“\"「：:]",
    re.IGNORECASE,
)
"""Orders that do not belong into material."""
STEPS = re.compile(
    r"\bstep[- ]by[- ]step\b|\bthink (?:carefully|aloud|it through|before)|\bshow your (?:work|reasoning|thinking)|chain of thought|"
    r"一步一步|一步步|逐步(?:思考|推理|分析)|分步(?:思考|推理)|先思考|思考过程|推理过程",
    re.IGNORECASE,
)
"""Demands to think aloud."""
EXAMPLE_WORD = re.compile(
    r"^\W*(?:worked )?examples?(?: \d+)?\b[^\n]{0,20}[:：]?|\b(?:for example|e\.g\.)[,:]?\s*\S|^\W*(?:示例|例子|例|范例|样例|举例)\s*[\d一二三四五]*\s*[:：]|(?:例如|比如|譬如)[:：，,]?\S",
    _I,
)
"""A word that announces an example."""
LABEL = re.compile(
    r"^[ \t>*-]*(?:\*\*)?([A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff '’-]{0,24}?)(?:\*\*)?\s*\d{0,2}\s*[:：][ \t]*(.*)$"
)
"""A line of the form `Name: rest`; the name and the rest."""
ARROW = re.compile(r"^(?P<left>[^\n]{1,200}?)\s*(?:->|=>|→|⇒)\s*(?P<right>[^\n]*)$", re.MULTILINE)
"""A line of the form `left -> right`."""
