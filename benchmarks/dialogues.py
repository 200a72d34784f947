"""Long dialogues over many sessions for the memory benchmark: made up, in English and Chinese, with their evidence.

Two people talk in some thirty sessions. What is asked later was said once, in other words than the question's, between small talk and
other things about the same subjects. The kinds: sentences from patterns, many alike; talks of two friends, written out
(`data/two_friends_*.txt`); and lives told over a year, whose facts change, between those talks (`data/long_talks_*.txt`,
`data/kept_talks_*.txt`). Eight more, talks of pairs who greet, tell and congratulate each other, are `kept_aside`
(`data/fresh_talks_*.txt`): nothing is to be chosen by what they measure. Made by a seed, so that every run measures the same; read
from a file, anything else.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance."""

    id: str
    speaker: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked after the dialogue, and which utterances answer it."""

    text: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Sessions of utterances, and questions about them."""

    id: str
    sessions: tuple[tuple[Said, ...], ...]
    questions: tuple[Question, ...] = field(repr=False)


def read(path: Path) -> list[Dialogue]:
    """Dialogues from a file of JSON lines, in the shape that `benchmarks.memory` describes."""
    return [_dialogue(json.loads(line)) for line in path.read_text("utf-8-sig").split("\n") if line.strip()]


def _dialogue(raw: dict[str, Any]) -> Dialogue:
    sessions = []
    for number, session in enumerate(raw["sessions"]):
        began = _date(str(session.get("date") or ""), number)
        sessions.append(
            tuple(
                Said(
                    str(turn["id"]),
                    str(turn.get("speaker") or ""),
                    str(turn.get("text") or ""),
                    began + timedelta(minutes=at),
                )
                for at, turn in enumerate(session.get("turns") or ())
            )
        )
    questions = tuple(
        Question(str(one["question"]), tuple(map(str, one.get("evidence") or ())))
        for one in raw.get("questions") or ()
    )
    return Dialogue(str(raw["id"]), tuple(sessions), questions)


_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DATES = (
    re.compile(r"(?P<year>\d{4})\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})"),
    re.compile(
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<name>[a-z]{3,9})\.?,?\s+(?P<year>\d{4})", re.I
    ),
    re.compile(r"(?P<name>[a-z]{3,9})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})", re.I),
)


def _date(text: str, number: int) -> datetime:
    """A session's date where it can be read ("2023-05-08T13:56", "1:56 pm on 8 May, 2023", "2023年5月8日"); else one day after the other."""
    try:
        read = datetime.fromisoformat(text)
        return read if read.tzinfo else read.replace(tzinfo=UTC)
    except ValueError:
        pass
    for shape in _DATES:
        if found := shape.search(text):
            parts = found.groupdict()
            name = (parts.get("name") or "").lower()[:3]
            month = _MONTHS.index(name) + 1 if name in _MONTHS else int(parts.get("month") or 0)
            try:
                return datetime(int(parts["year"]), month, int(parts["day"]), tzinfo=UTC)
            except ValueError:
                continue
    return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=number)


# What somebody tells and how it is asked for later: the same thing in other words, with others who tell alike.
_ENGLISH = (
    (
        "I finally signed up for {} classes last week.",
        "Which classes did {who} join?",
        ("pottery", "salsa", "karate", "watercolour", "guitar", "Spanish"),
    ),
    (
        "We adopted a {} from the shelter, she sleeps on my laptop.",
        "What animal did {who} take home?",
        ("tabby cat", "greyhound", "rabbit", "parrot", "tortoise"),
    ),
    (
        "My sister is moving to {} in the autumn for her new job.",
        "Where does {who}'s sister move?",
        ("Lisbon", "Toronto", "Nairobi", "Osaka", "Oslo"),
    ),
    (
        "I burnt the {} yesterday, the whole kitchen was full of smoke.",
        "What did {who} burn in the kitchen?",
        ("lasagne", "pancakes", "granola", "risotto", "plum cake"),
    ),
    (
        "For my birthday my brother gave me a {}.",
        "What present did {who} get from the brother?",
        ("telescope", "fountain pen", "record player", "kayak", "sewing machine"),
    ),
    (
        "I'm writing my thesis about {}.",
        "What is {who}'s thesis on?",
        ("glacier melt", "medieval trade", "bee colonies", "urban noise", "tax law"),
    ),
    (
        "The doctor says I should stop eating {}.",
        "Which food must {who} avoid according to the doctor?",
        ("peanuts", "cheese", "shellfish", "rye bread", "grapefruit"),
    ),
    (
        "My first bot answered every message with {}, so embarrassing.",
        "What did {who}'s first bot reply?",
        ("a haiku", "an error page", "French proverbs", "weather reports"),
    ),
    (
        "At work they put me on the {} project.",
        "Which project is {who} working on?",
        ("billing", "search engine", "hospital", "satellite", "museum"),
    ),
    (
        "I ran the {} marathon and my knees still hurt.",
        "What race left {who} with hurting knees?",
        ("Berlin", "coastal", "midnight", "charity", "mountain"),
    ),
    (
        "I keep confusing {} when I read about models.",
        "What does {who} mix up when reading about models?",
        ("temperature and top-p", "encoders and decoders", "tokens and words", "precision and recall"),
    ),
    (
        "Grandpa taught me how to repair {} when I was ten.",
        "What could {who} repair as a child?",
        ("clocks", "bicycles", "radios", "fishing nets"),
    ),
)
_ENGLISH_CHAT = (
    "How was your week?", "Pretty good, busy as always.", "I watched a film about robots last night.", "The weather here is awful.",
    "Did you eat already?", "I should go to bed earlier, really.", "Work was long today, three meetings in a row.", "That sounds great, tell me more!",
    "Ha, that happened to me as well.", "I have been reading about language models again.", "Coffee is the only thing keeping me awake.",
    "My neighbour is playing the drums again.", "Let us talk about something nicer.", "I learned something new in class today.", "The train was late, of course.",
    "I want to cook something for my family this weekend.", "What are your plans for the holidays?", "My brother called me this morning.", "I saw a cat on the way home.",
)  # fmt: skip
_CHINESE = (
    ("我上周终于报了{}班。", "{who}参加了什么课？", ("陶艺", "街舞", "空手道", "水彩", "吉他", "西班牙语")),
    ("我们从救助站领养了一只{}，它老睡在我的电脑上。", "{who}带回家的是什么动物？", ("橘猫", "灰狗", "兔子", "鹦鹉", "乌龟")),
    ("我姐姐秋天要搬到{}去工作。", "{who}的姐姐要去哪里？", ("里斯本", "多伦多", "成都", "大阪", "奥斯陆")),
    ("昨天我把{}烤焦了，厨房里全是烟。", "{who}在厨房里弄焦了什么？", ("千层面", "松饼", "红薯", "鸡翅", "李子蛋糕")),
    ("生日那天我弟弟送了我一台{}。", "{who}从弟弟那里得到了什么礼物？", ("望远镜", "打字机", "唱片机", "缝纫机", "咖啡机")),
    ("我的毕业论文写的是{}。", "{who}的论文题目是什么？", ("冰川消融", "丝绸之路", "蜜蜂群落", "城市噪音", "税法")),
    ("医生说我不能再吃{}了。", "医生不让{who}吃什么？", ("花生", "奶酪", "海鲜", "黑麦面包", "柚子")),
    ("公司把我调到了{}项目。", "{who}现在在哪个项目？", ("计费", "搜索引擎", "医院", "卫星", "博物馆")),
    ("我跑完了{}马拉松，膝盖到现在还疼。", "哪场比赛让{who}膝盖疼？", ("柏林", "海岸", "午夜", "慈善", "高原")),
    ("我看模型的书时总把{}弄混。", "{who}读模型的书时分不清什么？", ("温度和采样", "编码器和解码器", "词元和单词", "精确率和召回率")),
    ("小时候爷爷教过我修{}。", "{who}小时候会修什么？", ("钟表", "自行车", "收音机", "渔网")),
)  # fmt: skip
_CHINESE_CHAT = (
    "这周过得怎么样？", "还行，一如既往地忙。", "昨晚看了一部机器人的电影。", "今天天气真糟。", "你吃了吗？", "我真该早点睡。", "今天工作好久，开了三个会。",
    "听起来不错，再说说！", "哈哈，我也遇到过。", "我又在看语言模型的书。", "全靠咖啡撑着。", "邻居又在打鼓。", "聊点开心的吧。", "今天上课学了新东西。", "地铁又晚点了。",
    "周末想给家里人做顿饭。", "假期有什么打算？", "弟弟早上给我打了电话。", "回家路上看见一只猫。",
)  # fmt: skip


_TALKS = Path(__file__).parent / "data"
_FRIENDS = {
    "en": (("Maya", "Tomas"), ("Hannah", "Victor"), ("Joan", "Nate")),
    "zh": (("佳怡", "子轩"), ("王芳", "李明")),
}


def generated(*, each: int = 3, sessions: int = 30, seed: int = 1) -> list[Dialogue]:
    """`each` dialogues from patterns in English and as many in Chinese, the talks of friends, and the lives."""
    return [*_made("en", _ENGLISH, _ENGLISH_CHAT, ("Nora", "Sam"), each, sessions, seed),
            *_made("zh", _CHINESE, _CHINESE_CHAT, ("小林", "阿明"), each, sessions, seed),
            *_friends("en", _ENGLISH_CHAT, seed), *_friends("zh", _CHINESE_CHAT, seed),
            *_lives("lives-en", "long_talks_en", _ENGLISH_CHAT, seed), *_lives("lives-zh", "long_talks_zh", _CHINESE_CHAT, seed),
            *_lives("kept-en", "kept_talks_en", _ENGLISH_CHAT, seed, between=2),
            *_lives("kept-zh", "kept_talks_zh", _CHINESE_CHAT, seed, between=2)]  # fmt: skip


def kept_aside(*, seed: int = 1) -> list[Dialogue]:
    """Dialogues that nothing was chosen by."""
    return [*_lives("fresh-en", "fresh_talks_en", _ENGLISH_CHAT, seed, between=2),
            *_lives("fresh-zh", "fresh_talks_zh", _CHINESE_CHAT, seed, between=2)]  # fmt: skip


def _lives(kind: str, file: str, chat: Sequence[str], seed: int, *, between: int = 1) -> Iterator[Dialogue]:
    """Each life in its order, with so many talks of friends of the same names after each of its days, asked about nothing."""
    language = kind.rpartition("-")[2]
    talks = (_TALKS / f"two_friends_{language}.txt").read_text("utf-8").strip().split("\n\n")
    lives = (_TALKS / f"{file}.txt").read_text("utf-8").split("=== ")[1:]
    for number, life in enumerate(lives):
        chance = Random(f"{kind.replace('-', ' ')}{number}{seed}")
        days, *asked = re.split(r"^\? ", life, flags=re.MULTILINE)
        people, *told = days.split("--- ")
        named = dict(zip("AB", people.strip().split(", "), strict=True))
        others = iter(2 * chance.sample(talks, len(talks)))
        sessions: list[tuple[Said, ...]] = []
        labelled: dict[str, str] = {}
        for day in told:
            date, *lines = day.strip().splitlines()
            began = _date(date, 0)
            spoken_on = {began: lines} | {
                began + timedelta(days=1 + at): [
                    line for line in next(others).format(**named).splitlines() if not line.startswith("? ")
                ]
                for at in range(between)
            }
            for began, spoken in spoken_on.items():
                before = [
                    f"{chance.choice('AB')}: {chance.choice(chat)}" for _ in range(chance.randint(2, 6))
                ]
                after = [f"{chance.choice('AB')}: {chance.choice(chat)}" for _ in range(chance.randint(2, 6))]
                turns = []
                for place, line in enumerate([*before, *spoken, *after], start=1):
                    text, _, label = line.partition(" #")
                    name = f"D{len(sessions) + 1}:{place}"
                    if label:
                        labelled[label] = name
                    turns.append(Said(name, named[text[0]], text[3:], began + timedelta(minutes=place)))
                sessions.append(tuple(turns))
        questions = (line.strip().rsplit(" | ", 1) for line in asked)
        yield Dialogue(
            f"{kind}-{number}",
            tuple(sessions),
            tuple(
                Question(text, tuple(labelled[label] for label in labels.split()))
                for text, labels in questions
            ),
        )


def _friends(language: str, chat: Sequence[str], seed: int) -> Iterator[Dialogue]:
    """The written talks, one a session, in another order for each pair of people, with small talk around them."""
    blocks = (_TALKS / f"two_friends_{language}.txt").read_text("utf-8").strip().split("\n\n")
    for number, people in enumerate(_FRIENDS[language]):
        chance = Random(f"friends {language}{number}{seed}")
        named = dict(zip("AB", people, strict=True))
        sessions: list[tuple[Said, ...]] = []
        questions: list[Question] = []
        for at, block in enumerate([*chance.sample(blocks, len(blocks)), "", ""]):
            lines = block.format(**named).splitlines()
            told = [line for line in lines if not line.startswith("? ")]
            before, after = (
                [f"{people[place % 2]}: {chance.choice(chat)}" for place in range(chance.randint(4, 8))]
                for _ in range(2)
            )
            told = [f"{named.get(line[0], '')}{line[1:]}" if line[1:3] == ": " else line for line in told]
            began = datetime(2025, 1, 3, 18, tzinfo=UTC) + timedelta(days=9 * at)
            turns = [
                Said(f"D{at + 1}:{place + 1}", *line.split(": ", 1), began + timedelta(minutes=place))
                for place, line in enumerate([*before, *told, *after])
            ]
            sessions.append(tuple(turns))
            for line in lines:
                if line.startswith("? "):
                    asked, evidence = line[2:].rsplit(" | ", 1)
                    ids = tuple(f"D{at + 1}:{len(before) + int(place)}" for place in evidence.split(","))
                    questions.append(Question(asked, ids))
        yield Dialogue(f"friends-{language}-{number}", tuple(sessions), tuple(questions))


def _made(
    name: str,
    told: tuple[tuple[str, str, tuple[str, ...]], ...],
    chat: tuple[str, ...],
    people: tuple[str, str],
    each: int,
    sessions: int,
    seed: int,
) -> Iterator[Dialogue]:
    for number in range(each):
        chance = Random(f"{name}{number}{seed}")
        # Each kind of thing is told by both people, each with their own, and everything once.
        facts = [
            (person, told_as.format(thing), asked_as.format(who=person))
            for told_as, asked_as, things in told
            for person, thing in zip(people, chance.sample(things, 2), strict=True)
        ]
        chance.shuffle(facts)
        yield _spread(f"{name}-{number}", facts, chat, people, sessions, chance)


def _spread(
    name: str,
    facts: list[tuple[str, str, str]],
    chat: tuple[str, ...],
    people: tuple[str, str],
    sessions: int,
    chance: Random,
) -> Dialogue:
    in_session: dict[int, list[tuple[str, str, str]]] = {}
    for fact in facts:  # the last sessions are small talk: nothing is answered by the end of the dialogue
        in_session.setdefault(chance.randrange(sessions - 2), []).append(fact)
    made: list[tuple[Said, ...]] = []
    questions: list[Question] = []
    for at in range(sessions):
        began = datetime(2026, 1, 5, 18, tzinfo=UTC) + timedelta(days=6 * at)
        lines: list[tuple[str, str, str]] = [
            (people[place % 2], chance.choice(chat), "") for place in range(chance.randint(14, 24))
        ]
        for fact in in_session.get(at, []):
            lines.insert(chance.randrange(1, len(lines)), fact)
        turns: list[Said] = []
        for place, (speaker, text, question) in enumerate(lines):
            said = Said(f"{name}:{at}:{place}", speaker, text, began + timedelta(minutes=place))
            turns.append(said)
            if question:
                questions.append(Question(question, (said.id,)))
        made.append(tuple(turns))
    return Dialogue(name, tuple(made), tuple(questions))
