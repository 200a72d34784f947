"""Each rule for messages and components, broken once; and the largest message that is still allowed."""

from __future__ import annotations

from typing import Any

import pytest

from playground.errors import Problem
from playground.routing import Upload
from playground.rules import messages

V2 = 1 << 15
PRIVATE = 1 << 6
FILE = Upload(0, "a.png", "image/png", b"x")


def button(custom_id: str = "b", **more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 1, "label": "Press", "custom_id": custom_id, **more}


def link(**more: Any) -> dict[str, Any]:
    return {"type": 2, "style": 5, "label": "Go", "url": "https://example.org", **more}


def option(value: str = "1", **more: Any) -> dict[str, Any]:
    return {"label": "One", "value": value, **more}


def select(custom_id: str = "s", **more: Any) -> dict[str, Any]:
    return {"type": 3, "custom_id": custom_id, "options": [option()], **more}


def row(*children: dict[str, Any]) -> dict[str, Any]:
    return {"type": 1, "components": list(children)}


def words(content: str = "words") -> dict[str, Any]:
    return {"type": 10, "content": content}


def v2(*components: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"flags": V2, "components": list(components), **more}


def plain(*children: dict[str, Any]) -> dict[str, Any]:
    return {"components": [row(*children)]}


def embed(**fields: Any) -> dict[str, Any]:
    return {"embeds": [fields]}


def check(body: Any, uploads: list[Upload] | None = None, *, by_token: bool = True) -> list[Problem]:
    return messages.check(body, uploads or [], by_token=by_token)


BROKEN = {
    "content of 2,001 characters": ({"content": "字" * 2001}, "BASE_TYPE_BAD_LENGTH"),
    "content that is no text": ({"content": 5}, "STRING_TYPE_CONVERT"),
    "eleven embeds": ({"embeds": [{"title": "x"}] * 11}, "BASE_TYPE_BAD_LENGTH"),
    "embeds of 6,001 characters together": (
        {"embeds": [{"description": "a" * 3000}, {"description": "b" * 3001}]},
        "MAX_EMBED_SIZE_EXCEEDED",
    ),
    "embed title of 257": (embed(title="a" * 257), "BASE_TYPE_BAD_LENGTH"),
    "embed description of 4,097": (embed(description="a" * 4097), "BASE_TYPE_BAD_LENGTH"),
    "26 embed fields": (embed(fields=[{"name": "n", "value": "v"}] * 26), "BASE_TYPE_BAD_LENGTH"),
    "embed field without a name": (embed(fields=[{"value": "v"}]), "BASE_TYPE_REQUIRED"),
    "embed field value of 1,025": (
        embed(fields=[{"name": "n", "value": "v" * 1025}]),
        "BASE_TYPE_BAD_LENGTH",
    ),
    "embed footer of 2,049": (embed(footer={"text": "a" * 2049}), "BASE_TYPE_BAD_LENGTH"),
    "embed author of 257": (embed(author={"name": "a" * 257}), "BASE_TYPE_BAD_LENGTH"),
    "embed picture from a file URL": (embed(image={"url": "file:///etc/passwd"}), "URL_TYPE_INVALID_SCHEME"),
    "embed link of javascript": (embed(title="x", url="javascript:alert(1)"), "URL_TYPE_INVALID_SCHEME"),
    "embed colour beyond white": (embed(title="x", color=0x1000000), "NUMBER_TYPE_MAX"),
    "six rows": ({"components": [row(button(str(it))) for it in range(6)]}, "BASE_TYPE_BAD_LENGTH"),
    "an empty row": (plain(), "BASE_TYPE_BAD_LENGTH"),
    "six buttons in a row": (plain(*[button(str(it)) for it in range(6)]), "BASE_TYPE_BAD_LENGTH"),
    "a select beside a button": (plain(select(), button()), "COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
    "two selects in a row": (plain(select("a"), select("b")), "COMPONENT_LAYOUT_WIDTH_EXCEEDED"),
    "a text input in a message": (plain({"type": 4, "custom_id": "t"}), "UNION_TYPE_CHOICES"),
    "a button outside a row": ({"components": [button()]}, "UNION_TYPE_CHOICES"),
    "a custom id used twice": (plain(button("same"), button("same")), "COMPONENT_CUSTOM_ID_DUPLICATED"),
    "a custom id of 101": (plain(button("a" * 101)), "BASE_TYPE_BAD_LENGTH"),
    "an empty custom id": (plain(button("")), "BASE_TYPE_BAD_LENGTH"),
    "a numeric id used twice": (plain(button("a", id=7), button("b", id=7)), "COMPONENT_ID_DUPLICATED"),
    "a button without a custom id": (plain({"type": 2, "style": 1, "label": "x"}), "BASE_TYPE_REQUIRED"),
    "a button with a URL and a custom id": (plain(link(custom_id="x")), "COMPONENT_BUTTON_FIELD_INVALID"),
    "a link without a URL": (plain({"type": 2, "style": 5, "label": "x"}), "BASE_TYPE_REQUIRED"),
    "a link of javascript": (plain(link(url="javascript:x")), "URL_TYPE_INVALID_SCHEME"),
    "a premium button without a SKU": (plain({"type": 2, "style": 6}), "BASE_TYPE_REQUIRED"),
    "a button of style 7": (plain(button(style=7)), "BASE_TYPE_CHOICES"),
    "a button without label or emoji": (plain(button(label=None)), "BUTTON_COMPONENT_MISSING_LABEL"),
    "a button label of 81": (plain(button(label="a" * 81)), "BASE_TYPE_BAD_LENGTH"),
    "a select without options": (plain(select(options=[])), "BASE_TYPE_BAD_LENGTH"),
    "26 options": (plain(select(options=[option(str(it)) for it in range(26)])), "BASE_TYPE_BAD_LENGTH"),
    "an option value used twice": (
        plain(select(options=[option("1"), option("1")])),
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ),
    "an option label of 101": (plain(select(options=[option(label="a" * 101)])), "BASE_TYPE_BAD_LENGTH"),
    "an option description of 101": (
        plain(select(options=[option(description="a" * 101)])),
        "BASE_TYPE_BAD_LENGTH",
    ),
    "min above max": (plain(select(min_values=2, max_values=1)), "COMPONENT_SELECT_MIN_ABOVE_MAX"),
    "max above the options": (plain(select(max_values=2)), "COMPONENT_SELECT_MAX_ABOVE_OPTIONS"),
    "max of 26": (plain(select(max_values=26)), "NUMBER_TYPE_MAX"),
    "more defaults than max": (
        plain(select(options=[option("1", default=True), option("2", default=True)])),
        "SELECT_COMPONENT_TOO_MANY_DEFAULTS",
    ),
    "a placeholder of 151": (plain(select(placeholder="a" * 151)), "BASE_TYPE_BAD_LENGTH"),
    "text display without the flag": ({"components": [words()]}, "UNION_TYPE_CHOICES"),
    "content beside Components V2": (
        v2(words(), content="x"),
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "embeds beside Components V2": (
        v2(words(), embeds=[{"title": "x"}]),
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "a poll beside Components V2": (
        v2(words(), poll={"question": {}}),
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ),
    "4,001 characters in Components V2": (
        v2(words("a" * 2000), words("b" * 2001)),
        "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ),
    "41 components, nested ones counted": (
        v2(*[{"type": 17, "components": [words()] * 20}] * 2),
        "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
    ),
    "no component with the flag": (v2(), "BASE_TYPE_REQUIRED"),
    "an empty text display": (v2(words("")), "BASE_TYPE_BAD_LENGTH"),
    "a container in a container": (
        v2({"type": 17, "components": [{"type": 17, "components": [words()]}]}),
        "UNION_TYPE_CHOICES",
    ),
    "a section without an accessory": (v2({"type": 9, "components": [words()]}), "BASE_TYPE_REQUIRED"),
    "a section of four texts": (
        v2({"type": 9, "components": [words()] * 4, "accessory": button()}),
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a section holding a button": (
        v2({"type": 9, "components": [button("a")], "accessory": button("b")}),
        "UNION_TYPE_CHOICES",
    ),
    "a gallery of eleven": (
        v2({"type": 12, "items": [{"media": {"url": "https://example.org/a"}}] * 11}),
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a gallery of a file that is not attached": (
        v2({"type": 12, "items": [{"media": {"url": "attachment://b.png"}}]}),
        "REFERENCED_ATTACHMENT_NOT_FOUND",
    ),
    "a file component from the web": (
        v2({"type": 13, "file": {"url": "https://example.org/a"}}),
        "URL_TYPE_INVALID_SCHEME",
    ),
    "flags that bots cannot set": ({"content": "x", "flags": 1 << 7}, "MESSAGE_FLAGS_INVALID"),
    "eleven files": (
        {"content": "x", "attachments": [{"id": it} for it in range(11)]},
        "BASE_TYPE_MAX_LENGTH",
    ),
    "a file description of 1,025": (
        {"attachments": [{"id": 0, "description": "a" * 1025}]},
        "BASE_TYPE_BAD_LENGTH",
    ),
    "a nonce of 26": ({"content": "x", "nonce": "a" * 26}, "BASE_TYPE_BAD_LENGTH"),
    "an enforced nonce that is missing": ({"content": "x", "enforce_nonce": True}, "BASE_TYPE_REQUIRED"),
    "parsing users beside a list of users": (
        {"content": "x", "allowed_mentions": {"parse": ["users"], "users": ["1"]}},
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ),
}


@pytest.mark.parametrize(("body", "code"), BROKEN.values(), ids=list(BROKEN))
def test_a_breach_is_found(body: dict[str, Any], code: str) -> None:
    assert code in [it.code for it in check(body)]


@pytest.mark.parametrize("body", [it[0] for it in BROKEN.values()], ids=list(BROKEN))
def test_a_breach_is_the_only_one(body: dict[str, Any]) -> None:
    assert len({it.code for it in check(body)}) == 1


def test_privacy_without_a_token_is_refused() -> None:
    body = {"content": "x", "flags": PRIVATE}
    assert check(body, by_token=True) == []
    assert [it.code for it in check(body, by_token=False)] == ["MESSAGE_FLAGS_INVALID"]


def test_a_file_above_ten_mebibytes_is_refused() -> None:
    big = Upload(0, "big.bin", None, bytes(10 * 1024 * 1024 + 1))
    assert [it.code for it in check({"content": "x"}, [big])] == ["BASE_TYPE_MAX_LENGTH"]


def test_two_files_with_one_number_are_refused() -> None:
    assert [it.code for it in check({}, [FILE, FILE])] == ["FILES_DUPLICATE"]


@pytest.mark.parametrize(
    "body",
    [
        {"content": "字" * 2000},
        {"embeds": [{"description": "a" * 3000}, {"description": "b" * 3000}]},
        {"components": [row(*[button(f"{at}:{it}") for it in range(5)]) for at in range(5)]},
        plain(select(options=[option(str(it)) for it in range(25)], min_values=0, max_values=25)),
        v2(words("a" * 4000)),
        v2({"type": 17, "components": [words()] * 39}),
        v2({"type": 9, "components": [words()], "accessory": button()}, row(select("t")), {"type": 14}),
        v2({"type": 12, "items": [{"media": {"url": "attachment://a.png"}}]}),
        plain(link(), button(label=None, emoji={"name": "👍"})),
    ],
    ids=[
        "2,000 characters",
        "6,000 in embeds",
        "25 buttons",
        "25 options",
        "4,000 in V2",
        "40 components",
        "a section",
        "a gallery of an attached file",
        "an emoji alone",
    ],
)
def test_the_most_that_is_allowed_passes(body: dict[str, Any]) -> None:
    assert check(body, [FILE]) == []
