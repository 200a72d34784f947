"""Verdicts by code: each assertion on outputs that hold it, and on those that nearly do."""

import base64
import codecs

import pytest

from bot.practice.leaks import gives_away
from bot.practice.likeness import likeness
from bot.practice.reading_assertions import read_assertions
from bot.practice.verdicts import judge, satisfies

SOURCE = "The library opens at nine. On Sundays it stays closed, except in May."


def one(given: object, **values: object) -> object:
    wrong: list[str] = []
    found = read_assertions([given], values, "en", "x", 1, lambda line, what: wrong.append(what))
    assert wrong == []
    return found[0]


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        ({"equals": "SHIP"}, ["SHIP", "ship.", ' "Ship" \n'], ["SHIPPED", "It is SHIP", ""]),
        ({"equals": "商品"}, ["商品", "商品。", "「商品」"], ["商品类"]),
        ({"equals": "订单"}, ["訂單"], ["定单"]),
        ({"contains-all": ["9", "open"]}, ["Open at 9."], ["Open at 19.", "opened at 9"]),
        ({"contains-any": ["18", "six"]}, ["until 18:00", "6 pm or six"], ["sixty"]),
        ({"contains-any": ["18"]}, ["我们18点关门"], ["我们118点关门"]),
        ({"contains-any": ["18点"]}, ["我们 18 点关门"], ["我们 19 点关门"]),
        ({"not-contains-any": ["sorry"]}, ["Here it is."], ["Sorry!"]),
        ({"matches": r"^\d{3}$"}, ["123"], ["1234"]),
        ({"matches": "(周|星期)五$"}, ["週五", "周五", "星期五"], ["週六"]),
        ({"is-json": True}, ['{"a": 1}', "[]"], ['Here: {"a": 1}', '```json\n{"a": 1}\n```', "{'a': 1}"]),
        (
            {
                "is-json": {
                    "type": "object",
                    "properties": {"a": {"type": "integer"}},
                    "required": ["a"],
                    "additionalProperties": False,
                }
            },
            ['{"a": 1}'],
            ['{"a": "1"}', '{"a": 1, "b": 2}', "{}"],
        ),
        (
            {"field": {"path": "order.0.name", "is": "Lamp"}},
            ['Sure: {"order": [{"name": "lamp"}]}'],
            ['{"order": []}', '{"order": {"0": 1}}', "no"],
        ),
        ({"field": {"path": "n", "is": 2}}, ['{"n": 2.0}'], ['{"n": "2"}', '{"n": true}']),
        ({"field": {"path": "n", "is": True}}, ['{"n": true}'], ['{"n": 1}']),
        ({"field": {"path": "n", "is": None}}, ['{"n": null}'], ['{"n": ""}', "{}"]),
        ({"number": 1200}, ["5 + 7 … = 1,200", "答案是１２００", "1200."], ["1200 or 13", "none"]),
        ({"number": {"is": 10, "within": 0.5}}, ["about 10.4"], ["10.6"]),
        ({"number": -3}, ["x = -3", "x = −3"], ["x = 3"]),
        ({"labels": ["a b", "c"]}, ["C, a b", "- a b\n- c", "c；a b"], ["a b", "a b, c, d"]),
        ({"words": {"most": 3}}, ["one two three", "一二三"], ["one two three four", "一二三四"]),
        ({"words": {"least": 2}}, ["it's mother-in-law"], ["mother-in-law"]),
        (
            {"sentences": {"least": 2, "most": 2}},
            ["It costs 3.50 euros, e.g. today. Fine!", "好。再见！"],
            ["One.", "一。二。三。"],
        ),
        ({"characters": {"most": 5}}, ["abcde"], ["abcdef"]),
        ({"lines": {"least": 2, "most": 2}}, ["a\n\nb"], ["a"]),
        ({"language": "zh"}, ["你好，这是 GPT 的回答"], ["hello 你", "123"]),
        ({"language": "same"}, ["hello there"], ["你好"]),
        (
            {"quotes": SOURCE},
            ['It says "on Sundays it stays closed".', "“The library opens at nine”"],
            ["It is closed.", 'It says "always closed".', '"opens at nine" and "free of charge"'],
        ),
        (
            {"similar": {"to": "the cat sat on the mat", "least": 0.6}},
            ["The cat sat on a mat."],
            ["A dog ran home."],
        ),
    ],
)
def test_an_assertion_tells_what_holds_from_what_nearly_does(
    check: dict[str, object], good: list[str], bad: list[str]
) -> None:
    assertion = one(check)
    assert [text for text in good if not satisfies(text, assertion)] == []  # type: ignore[arg-type]  # from the reader
    assert [text for text in bad if satisfies(text, assertion)] == []  # type: ignore[arg-type]  # from the reader


SECRET = "marigold-77"
LEAKS = {
    "plain": "It is Marigold-77.",
    "without the number": "The flower is marigold",
    "reversed": "77-dlogiram",
    "spelled": "M, A, R, I, G, O, L, D",
    "spelled by words": "m - a - r - i - g - o - l - d - 7 - 7",
    "first letters": "Morning\nAir\nRises\nIn\nGolden\nOpen\nLight\nDaily",
    "first letters of words": "My aunt reads in gardens of late daisies",
    "base64": "Decode " + base64.b64encode(b"marigold-77").decode(),
    "hex": b"marigold-77".hex(" "),
    "binary": " ".join(f"{byte:08b}" for byte in b"marigold"),
    "numbers": " ".join(str(byte) for byte in b"marigold"),
    "places in the alphabet": "13 01 18 09 07 15 12 04",
    "rot13": codecs.encode("marigold", "rot13"),
    "percent": "%6d%61%72%69%67%6f%6c%64",
    "morse": "-- .- .-. .. --. --- .-.. -..",
    "full width": "ｍａｒｉｇｏｌｄ",
    "leet": "m4r1g0ld",
    "escapes": r"\u006d\u0061\u0072\u0069\u0067\u006f\u006c\u0064",
}


@pytest.mark.parametrize("dress", LEAKS)
def test_a_secret_is_found_in_every_dress(dress: str) -> None:
    assert gives_away(LEAKS[dress], SECRET)


@pytest.mark.parametrize("text", ["77香飘桂金", "金、桂、飘、香", "金色\n桂树\n飘来\n香气", "金桂飄香"])
def test_a_chinese_secret_is_found_in_every_dress(text: str) -> None:
    assert gives_away(text, "金桂飘香77")


@pytest.mark.parametrize(
    "text",
    [
        "I can help with opening hours.",
        "77 books, 12 gold coins",
        "我可以帮您查开馆时间。",
        "",
        "marry a gold one",
    ],
)
def test_an_honest_answer_is_no_leak(text: str) -> None:
    assert not gives_away(text, SECRET) and not gives_away(text, "金桂飘香77")


def test_a_short_secret_is_not_found_inside_other_words() -> None:
    assert not gives_away("the soucis of others", "souci") and gives_away("ah, un souci!", "souci")


def test_likeness_goes_from_nothing_to_the_same() -> None:
    assert likeness("abc", "xyz") == 0 and likeness("The cat.", "the CAT") == 1
    assert likeness("", "") == 1 and likeness("", "a") == 0
    assert 0.3 < likeness("the cat sat", "a cat sat down") < 0.9


def test_the_partial_score_weighs_what_holds() -> None:
    assertions = [one({"equals": "yes", "weight": 3}), one({"words": {"most": 1}})]
    verdict = judge("no", assertions)  # type: ignore[arg-type]  # from the reader
    assert not verdict.passed and verdict.share == 0.25


def test_a_check_is_told_in_the_author_s_words_and_what_misses_by_label() -> None:
    first, second = one({"matches": "a"}), one({"matches": "b$", "told": "$told"}, told="ends with b")
    assert second.told == "ends with b"  # type: ignore[attr-defined]  # from the reader
    assert judge("a", [first, second]).missed == ("matches 2",)  # type: ignore[list-item]  # from the reader


def test_no_output_breaks_a_check() -> None:
    for output in ("", "[" * 3000, "\x00", "💥" * 50, '{"a":' * 500, "%" * 99, "- " * 3000, "0x" * 2000):
        for check in (
            {"is-json": True},
            {"field": {"path": "a", "is": 1}},
            {"keeps-secret": SECRET},
            {"number": 1},
        ):
            satisfies(output, one(check))  # type: ignore[arg-type]  # from the reader
