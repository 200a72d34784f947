"""Whether a Chinese sentence asks for anything. As `asking.py`, by how it is built.

Chinese orders have no ending to know them by: a clause without a subject begins with a verb, or with a word that leads to one
(把 用 从 …), and has no mark of something done (了 过 着).
"""

import re

from bot.practice.structure.requests import Request
from bot.practice.structure.verbs import CHINESE, CHINESE_OPEN

_CLAUSE = re.compile(r"[，,、：:；;]|\s{2,}")
_MARKERS = re.compile(
    r"^(?:[\s#>*\-•·–—\"“”「」'`（(\[【]+|\d{1,2}\s*[.)、．]|[一二三四五六七八九十]{1,2}[、.．])+"
)
_FILLERS = re.compile(
    r"^(?:请(?!假|客|柬|帖)(?:你|您)?|麻烦(?:你|您)?|帮(?:我|忙|我们)|给我(?=[讲说谈聊介])|先|再|然后|接着|随后|最后|首先|其次|之后|并且|并|且|同时|另外|此外|还要|还|也|都|仅|只|简要地?|简单地?|简短地?|认真地?|仔细地?|逐步|逐[条一个句项]|"
    r"依次|分别|一律|尽量|直接|统一|全部|如实|严格|准确地?|快速|大声|重新|现在|接下来|好|那么|那|就|你好|您好|嗨|哈喽|亲|可以|能|要|需|应|须|得|每次|一次|始终|永远|不要|别|不)+"
)
_PLEASE = re.compile(
    r"请(?!假|客|柬|教了)|麻烦(?!的|很)|帮(?:我|忙|他|她|我们|看|下|想|写)|(?:给|替|为|跟|教|告诉|陪|考)(?:我|我们|咱)(?!的)|劳驾|烦请|有劳|拜托|希望(?:你|您|能|可以)|"
    r"想(?:要|让|请|听|知道|了解|学)|我(?:要|需要|想)|需要(?:你|您|一|写|做|给)|你(?:要|需要|得|应|应该|应当|必须|只能|只|负责|来|可以|能|的任务|将)|您(?:要|需要|来|能|可以)|"
    r"^求|求(?:一|个|推荐)|咱们?(?:来|玩|聊)|^来(?:一|个|段|点|首|篇|份|张|几|玩)|务必|不得|不许|不可|必须|应当|应该|只能|只(?:要|需|用|回|答|输|写|给|说|返|选|列)|^要(?!是|不是)|"
    r"(?:答案|回答|输出|结果|译文|全文|语气|内容|格式|每\w{1,4})(?:要|须|应|必须|应该|不超过|控制|保持)"
)
_QUESTION = re.compile(
    r"[？?]\s*[”\"」』)）]*\s*$|[吗呢么]\s*$|什么|怎么|怎样|如何|为什么|为何|为啥|有?啥|哪(?!怕)|谁|几(?=[个种次道岁点天年月位名只本件条])|多少|多(?:大|长|高|远|久|重)|能否|可否|是不是|有没有|要不要|"
    r"会不会|能不能|可不可以|对不对|该不该|好不好|行不行|区别$|是否"
)
_LEADING = re.compile(
    r"^(?:把|将|用|以(?!前|后|来|上|下|及|为)|按照?|根据|依据|基于|从(?!来|小|前|此)|在(?=.{1,20}[中里内间].)|对(?!了|不|的|方|手|象|面|话)|给(?!了)|为(?!了|什么|何)|替|针对|围绕|参考|结合|让|就(?=.{1,12}[写谈说提给])|由)"
)
_SINGLE = re.compile(
    r"^(?:写(?!字|作|手|实|于)|译(?!文|者|本|名)|编(?!辑(?![下这以一])|号|剧|程|制|码|者)|改(?!革|善|变)|算(?!法|是|了)|画(?!家|面|展|册)|列(?!车|队|国)|选(?!手|项|题|民|举)|挑(?!战)|找(?!零)|"
    r"数(?=一|数|出|清|完|下|到)|猜(?!想)|答(?!案|卷|辩)|说(?!法|话|明书|实话|真的|起来)|讲(?!师|座|义|台)|填(?!料)|删|补(?!丁|贴|助)|缩(?!影)|扩|续(?!航|费)|排(?!名|球|骨|行|队)|评(?!委|语|审|论)|"
    r"打(?!印机|工|扰|算|车)|取(?!件|代)|想(?!法|象力|必|来|到)|出(?!版|租|口|差|生|门|现|去|发|来)|做(?!法|梦|人)|定(?!价|期|义|理|律)|抓|摘(?!要)|抹|换(?!季)|翻(?!译官)|读(?!者|音|后感|书人)|"
    r"演(?!员|讲者|出)|玩(?!具|家)|抄|拟(?!人)|查(?!理)|析|解(?!药|放|说员|析)|举|谈(?!判)|聊|念(?!头)|归(?!属)|分(?=成|为|别|析|几|[一二两三四五六七八九十\d])|合(?=成|并|为)|求(?!职|婚|学)|"
    r"设(?=计|想|[一x])|背(?=一|出|诵)|唱|标(?!题|签|准|点)|提(?=[一二两三四五六七八九十几\d出供]|个)|回(?=[答复“「\"]|一)|看(?!法|来|起来|似|病|守)|比(?=一|比|个)|介绍|起(?=[一二两三四五六七八九十几\d]|个|名)|"
    r"给(?=[一二两三四五六七八九十几\d]|个|出)|留(?=下|空|白)|套用|照着?|当(?=[一个]|我的)|配(?=[一上个])|附|加(?=[一上个]|粗)|去掉|接(?=着|下)|做|玩)"
)
_DONE = re.compile(r"^.{1,4}(?:了(?!解)|过(?!程|于|滤|渡)|着(?!重|手|色|眼))|于(?:去年|今年|\d{4})")
_TRANSLATES = re.compile(r"[中英日法德俄韩西葡意]译[中英日法德俄韩西葡意]|翻?译?成[\u4e00-\u9fff]{1,3}[语文]")
_VERBLESS = re.compile(
    r"^(?:[一二两三四五六七八九十百几\d]+|若干)\s*(?:个|首|条|句|段|篇|道|则|份|张|种|组|封|套|幅|天|步|部|节|只|款|样|项|例|点|位|名|字|行|词)"
)
_THINGS = re.compile(
    r"(?:诗|文案|口号|标题|作文|故事|笑话|邮件|信|计划|方案|大纲|提纲|清单|列表|表格|代码|函数|语句|脚本|文章|演讲稿|简介|摘要|总结|翻译|译文|食谱|攻略|路线|名字|店名|例子|建议|教程|"
    r"对联|谜语|台词|歌词|评语|祝福语|检讨书|通知|报告|论文|题目|习题|测验|剧本|对话|的(?:区别|原因|方法|步骤|优缺点|含义|意思|同义词|反义词))$"
)
_SUBJECT = re.compile(r"我|咱|你是|您是|这|那|他|她|它|顾客|客户|用户|客人|昨天|今天|去年")
_FORM = re.compile(
    r"(?:每[个条句行段]|各|一行|一句)|[一二两三四五六七八九十百\d]\s*个?[字句行段](?!话)|以内|不超过|格式|表格|列表|清单|只[写给答要]"
)
_TWICE = re.compile(
    r"^(?!妈妈|爸爸|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|叔叔|宝宝|天天|常常|刚刚|渐渐|往往|人人|谢谢|好好|慢慢|多多|偏偏|仅仅|稍稍)([\u4e00-\u9fff])一?\1"
)
"""A verb said twice is a friendly order: 算算, 改一改."""
_TELLS = re.compile(
    r"^(?:我们?|咱|他们?|她们?|它们?|这|那|此|该|本(?!着)|某|顾客|客户|用户|客人|有(?:人|一|个)|今天|昨天|最近|去年|目前|你是|您是|你好|您好|谢谢|亲爱的)|[了过]$|[了过](?=[，。])|是|有|在|也|从来|的"
)


def chinese_request(sentence: str) -> Request | None:
    """What a sentence asks for, in simplified characters; None when it tells or names something."""
    text = _MARKERS.sub("", sentence.strip())
    if not text:
        return None
    is_heading = text.rstrip("* ").endswith(("：", ":"))
    clauses = [one for one in (part.strip(' 。！!“”"「」*') for part in _CLAUSE.split(text)) if one]
    for clause in clauses:
        if (found := _order(clause)) is not None and not (is_heading and clause is not clauses[0]):
            return found
    if _PLEASE.search(text) or _TRANSLATES.search(text):
        return _form_of(text)
    if _QUESTION.search(text) and not is_heading:
        return Request.WITH_FORM
    if is_heading or sentence.lstrip().startswith(("#", "|")):
        return None
    if any(_VERBLESS.match(clause) and not _DONE.search(clause) for clause in clauses):
        return Request.MAYBE
    if any(_THINGS.search(clause) for clause in clauses) and not _SUBJECT.match(text):
        return Request.MAYBE
    if _FORM.search(text) and not _SUBJECT.match(text):
        return Request.MAYBE
    return None if _TELLS.search(text) or len(text) < 6 else Request.MAYBE


def _order(clause: str) -> Request | None:
    """Whether a clause begins with a verb that nobody is the subject of, or with a word that leads to one."""
    bare = _FILLERS.sub("", clause)
    for text in (clause, bare):
        if not text or _DONE.search(text):
            continue
        if text[:2] in CHINESE:
            return Request.OPEN if text[:2] in CHINESE_OPEN or text[:1] == "教" else Request.WITH_FORM
        if _LEADING.match(text) and len(text) > 3:
            return _form_of(text)
        if _TWICE.match(text):
            return Request.OPEN if text[0] in "谈聊讲说教劝看想" else Request.WITH_FORM
        if _SINGLE.match(text) and len(text) > 1:
            return _form_of(text) if text[0] in "谈聊讲说教" else Request.WITH_FORM
    return None


def _form_of(text: str) -> Request:
    """Of the first word of an order in a clause."""
    for at in range(len(text) - 1):
        two = text[at : at + 2]
        if two in CHINESE_OPEN:
            return Request.OPEN
        if two in CHINESE and two not in (
            "帮忙",
            "帮助",
            "针对",
            "根据",
            "基于",
            "按照",
            "围绕",
            "结合",
            "教我",
        ):
            return Request.WITH_FORM
        if text[at] in "讲谈聊" and two not in ("讲义", "讲师"):
            return Request.OPEN
    return Request.WITH_FORM
