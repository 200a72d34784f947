"""Every sentence in every language: complete, used, and written as a native would."""

import ast as python
import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast, visitor

from bot.client import TutorClient
from bot.discord_io.command_sync import ForgottenHashes
from bot.discord_io.command_texts import command_faults, expected_keys
from bot.discord_io.locale import NoChoices
from bot.ids import RandomIds
from bot.texts.catalogue import Texts
from bot.texts.command_names import named_in
from bot.texts.locales import Locale
from tests.bot.texts.key_families import KEY_FAMILIES, NOT_KEYS
from tests.python_source import syntax_tree

ROOT = Path(__file__).parents[3]
CODE = [*ROOT.glob("bot/**/*.py"), *ROOT.glob("cogs/**/*.py")]
FAMILIES = sorted(path.stem for path in (ROOT / "bot/texts/en").glob("*.ftl"))
KEY = re.compile(rf"({'|'.join(FAMILIES)})-[a-z0-9_{{}}-]+")
CHINESE = "\u3400-\u9fff"


class Variables(visitor.Visitor):
    """Collects the variables of a message."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:
        self.names.add(node.id.name)


def messages(locale: Locale) -> dict[str, Any]:
    parser, found = FluentParser(with_spans=False), {}
    for path in sorted((ROOT / "bot/texts" / locale).glob("*.ftl")):
        for entry in parser.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message):
                assert entry.id.name.startswith(f"{path.stem}-"), f"{path}: {entry.id.name}"
                found[entry.id.name] = entry
    return found


def variables(message: Any) -> set[str]:
    collector = Variables()
    collector.visit(message)
    return collector.names


def wording(message: Any) -> str:
    """What a reader reads: without variables, code and what is around them."""
    text = FluentSerializer().serialize_entry(message).partition("=")[2]
    text = re.sub(r"\{[^{}]*->|\[\w+\]|\*\[\w+\]|\{[^{}]*\}|^\s*\}", "", text, flags=re.MULTILINE)
    return re.sub(r"`[^`]*`|https?://\S+", "", text)


ALL = {locale: messages(locale) for locale in Locale}


def literals() -> Iterator[str]:
    """Every string in the code that may be a key, f-strings with `{}` for what is filled in."""
    for path in CODE:
        for node in python.walk(syntax_tree(path)):
            if isinstance(node, python.Constant) and isinstance(node.value, str):
                yield node.value
            elif isinstance(node, python.JoinedStr):
                yield "".join(
                    str(part.value) if isinstance(part, python.Constant) else "{}" for part in node.values
                )


USED = {text for text in literals() if KEY.fullmatch(text) and not text.endswith("-")}


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
def test_every_language_has_the_same_sentences(locale: Locale) -> None:
    assert sorted(ALL[locale].keys() ^ ALL[Locale.EN].keys()) == []


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
def test_every_language_uses_the_same_variables(locale: Locale) -> None:
    different = [
        key
        for key, message in ALL[locale].items()
        if key in ALL[Locale.EN] and variables(message) != variables(ALL[Locale.EN][key])
    ]
    assert different == []


@pytest.mark.parametrize("locale", list(Locale))
def test_no_sentence_is_empty(locale: Locale) -> None:
    empty = [
        key
        for key, message in ALL[locale].items()
        if message.value is None or not (wording(message).strip() or variables(message))
    ]
    assert empty == []


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
def test_no_chinese_sentence_was_left_in_english(locale: Locale) -> None:
    english = [
        key
        for key, message in ALL[locale].items()
        if not re.search(f"[{CHINESE}]", wording(message))
        and len(re.findall(r"[A-Za-z]{2,}", wording(message))) > 2
    ]
    assert english == []


@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
def test_chinese_has_full_width_punctuation(locale: Locale) -> None:
    half_width = re.compile(rf"[{CHINESE}](\*\*)?[,;:!?(]|[,;!?)](\*\*)?[{CHINESE}]|[{CHINESE}]\.(\s|$)")
    wrong = {
        key: found.group()
        for key, message in ALL[locale].items()
        if (found := half_width.search(wording(message)))
    }
    assert wrong == {}


def test_simplified_and_traditional_characters_are_not_mixed() -> None:
    simplified_only = set("这们说请课学习题问过还没让开关门页应该话语认识订阅边链长时间见设")
    traditional_only = set("這們說請課學習題問過還沒讓開關門頁應該話語認識訂閱邊鏈長時間見設")
    shared = simplified_only & traditional_only
    mixed = [
        key
        for locale, foreign in (
            (Locale.ZH_TW, simplified_only - shared),
            (Locale.ZH_CN, traditional_only - shared),
        )
        for key, message in ALL[locale].items()
        if foreign & set(wording(message))
    ]
    assert mixed == []


# What is called otherwise here, and how: one word for one thing, and in Taiwan the words of Taiwan.
OTHER_WORDS = {
    Locale.EN: {"whoever runs this bot": "the operator of this bot", "whoever runs me": "the operator of this bot"},
    Locale.ZH_CN: {"导师": "辅导老师", "助教": "辅导老师", "挑战": "练习题", "运行这个机器人的人": "运营者", "「": "“"},
    Locale.ZH_TW: {
        "導師": "家教", "助教": "家教", "挑戰": "練習題", "執行這個機器人的人": "營運者", "“": "「",
        "信息": "訊息", "默認": "預設", "網絡": "網路", "軟件": "軟體", "服務器": "伺服器", "數據": "資料", "程序": "程式",
        "文件夾": "資料夾", "屏幕": "螢幕", "用戶": "使用者", "郵箱": "電子郵件", "硬盤": "硬碟", "字符": "字元", "字節": "位元組",
        "緩存": "快取", "代碼": "程式碼", "鏈接": "連結", "登錄": "登入", "菜單": "選單", "反饋": "意見回饋", "優化": "改善",
        "洩露": "洩漏", "臺灣": "台灣", "祕密": "秘密", "面向初學者": "給初學者",
    },
}  # fmt: skip


@pytest.mark.parametrize("locale", list(Locale))
def test_one_thing_has_one_name(locale: Locale) -> None:
    found = {
        key: (word, better)
        for key, message in ALL[locale].items()
        for word, better in OTHER_WORDS[locale].items()
        if word in wording(message).lower()
    }
    assert found == {}


def test_every_key_in_the_code_has_its_sentence() -> None:
    literal = {text for text in USED if "{}" not in text}
    known = {*ALL[Locale.EN], *(family.made_in_code for family in KEY_FAMILIES)}
    missing = sorted(key for key in literal - known - NOT_KEYS if not key.startswith("commands-"))
    assert missing == []


def test_every_key_that_is_built_belongs_to_a_declared_family() -> None:
    built = {text for text in USED if "{}" in text and not text.startswith("commands-")}
    assert sorted(built - {family.made_in_code for family in KEY_FAMILIES} - NOT_KEYS) == []
    assert sorted({family.made_in_code for family in KEY_FAMILIES} - built) == []


def test_every_member_of_a_family_has_its_sentence() -> None:
    needed = {key for family in KEY_FAMILIES if family.whole for key in family.keys}
    assert sorted(needed - ALL[Locale.EN].keys()) == []


@pytest.mark.loop_may_block("the cogs are imported here for the first time")
async def test_no_sentence_is_dead() -> None:
    alive = USED | {key for family in KEY_FAMILIES for key in family.keys}
    alive |= set(expected_keys((await real_cogs()).tree))
    assert sorted(ALL[Locale.EN].keys() - alive) == []


def test_every_sentence_is_given_exactly_its_variables() -> None:
    wrong = []
    for path in CODE:
        for node in python.walk(syntax_tree(path)):
            if not isinstance(node, python.Call) or len(node.args) < 2:
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            key = node.args[1].value if isinstance(node.args[1], python.Constant) else None
            if name not in ("say", "_say") or key not in ALL[Locale.EN]:
                continue
            given = {keyword.arg for keyword in node.keywords}
            if None not in given and given != variables(ALL[Locale.EN][key]):
                wrong.append(f"{path.relative_to(ROOT)}:{node.lineno} {key}")
    assert wrong == []


class Anything:
    """Stands in for the rooms where a cog only has to be declared; what it is asked to do never ends."""

    def __getattr__(self, name: str) -> "Anything":
        return Anything()

    def __call__(self, *_: object, **__: object) -> "Anything":
        return Anything()

    def __await__(self) -> Any:
        return asyncio.Event().wait().__await__()


async def real_cogs() -> TutorClient:
    """A client with the bot's own cogs loaded, and nothing behind them."""
    client = TutorClient(
        texts=REAL, ids=RandomIds(), choices=NoChoices(), hashes=ForgottenHashes(), cogs="cogs"
    )
    client.services = client.desk = Anything()  # type: ignore[assignment] # see the class
    await client.load_cogs()
    return client


REAL = Texts()

# Families that speak of files, whose names are English in every language.
ABOUT_FILES = ("importing-", "lint-", "question-file-", "challenge-file-")


@pytest.mark.loop_may_block("the cogs are imported here for the first time")
async def test_every_command_is_whole_in_every_language() -> None:
    assert await command_faults((await real_cogs()).tree, REAL) == []


@pytest.mark.loop_may_block("the cogs are imported here for the first time")
async def test_every_command_that_a_sentence_names_exists() -> None:
    known = {command.qualified_name for command in (await real_cogs()).tree.walk_commands()}
    sentences = [path.read_text("utf-8") for path in sorted((ROOT / "bot" / "texts").glob("*/*.ftl"))]
    named = {name for sentence in sentences for name in named_in(sentence)}
    assert named - known <= {"server quota"}  # said where it is used up


@pytest.mark.loop_may_block("the cogs are imported here for the first time")
@pytest.mark.parametrize("locale", [Locale.ZH_CN, Locale.ZH_TW])
async def test_a_chinese_sentence_names_options_as_chinese_clients_do(locale: Locale) -> None:
    keys = {key for key in expected_keys((await real_cogs()).tree) if key.endswith("-name")}
    english, chinese = ({str(REAL.say(language, key)) for key in keys} for language in (Locale.EN, locale))
    named = {
        key: set(re.findall(rf"`([a-z_]+|[{CHINESE}]+)`", FluentSerializer().serialize_entry(message)))
        for key, message in ALL[locale].items()
        if not key.startswith(ABOUT_FILES)
    }
    assert {
        key: names & (english - chinese) for key, names in named.items() if names & (english - chinese)
    } == {}
    invented = {
        key: {name for name in names if re.match(f"[{CHINESE}]", name)} - chinese
        for key, names in named.items()
    }
    assert {key: names for key, names in invented.items() if names} == {}
