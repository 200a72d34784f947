"""The driver refuses what Discord's client would refuse, and says what there is instead."""

from __future__ import annotations

from typing import Any

import pytest

from playground import File, NotPossible, NotShown, Playground
from playground.fields import submit
from playground.screen import screen
from playground.slash import type_command
from playground.state import Attachment
from tests.doubles.plain_bot import PlainBot


def option(name: str, kind: int, **fields: Any) -> dict[str, Any]:
    return {"type": kind, "name": name, "description": "x", **fields}


COMMANDS = [
    {
        "id": "1",
        "type": 1,
        "name": "quiz",
        "description": "x",
        "options": [
            option(
                "start",
                1,
                options=[
                    option("lesson", 3, required=True, autocomplete=True),
                    option(
                        "mode",
                        3,
                        choices=[
                            {"name": "Practice", "value": "practice", "name_localizations": {"zh-CN": "练习"}}
                        ],
                    ),
                    option("length", 4, min_value=1, max_value=20),
                    option("title", 3, max_length=5),
                    option("share", 5),
                    option("to", 6),
                    option("where", 7, channel_types=[0]),
                    option("file", 11),
                    option("price", 10),
                ],
            )
        ],
    },
    {"id": "2", "type": 1, "name": "server", "description": "x", "default_member_permissions": "32"},
    {"id": "3", "type": 1, "name": "live", "description": "x", "contexts": [0]},
]


def typed(play: Playground, name: str, **values: Any) -> dict[str, Any]:
    ada = play.person("Ada")

    def keep(file: File) -> Attachment:
        return play.world.add_attachment(play.channel, file.name, file.data, file.content_type)

    return type_command(COMMANDS, name, values, user=ada.user, guild=play.guild, keep=keep).data


async def test_options_travel_as_discords_client_sends_them(play: Playground) -> None:
    mo = play.person("Mo")
    data = typed(
        play,
        "quiz start",
        lesson="提示词",
        mode="练习",
        length=5,
        share=True,
        to=mo,
        where=play.channel,
        price=0.5,
    )
    (start,) = data["options"]
    assert (start["name"], start["type"]) == ("start", 1)
    assert {it["name"]: it["value"] for it in start["options"]} == {
        "lesson": "提示词",
        "mode": "practice",
        "length": 5,
        "share": True,
        "to": str(mo.id),
        "where": str(play.channel.id),
        "price": 0.5,
    }
    assert data["resolved"]["users"][str(mo.id)]["global_name"] == "Mo"
    assert str(mo.id) in data["resolved"]["members"]


@pytest.mark.parametrize(
    ("name", "values", "sentence"),
    [
        ("quizz", {}, "there is no /quizz; there are: live, quiz, server"),
        ("quiz stop", {}, "/quiz has no “stop”; there are: start"),
        ("quiz", {}, "/quiz is a group; type one of: start"),
        ("quiz start", {}, "/quiz start needs the option 'lesson'"),
        ("quiz start", {"lesson": "a", "size": 1}, "has no option 'size'; there are: file, length"),
        ("quiz start", {"lesson": 5}, "lesson takes text, not 5"),
        (
            "quiz start",
            {"lesson": "a", "mode": "exam"},
            "mode has no choice 'exam'; there are: Practice ('practice')",
        ),
        ("quiz start", {"lesson": "a", "length": 21}, "length takes 1 to 20, not 21"),
        ("quiz start", {"lesson": "a", "length": True}, "length takes a whole number, not True"),
        ("quiz start", {"lesson": "a", "title": "六个字的标题"}, "title takes None to 5 characters, not 6"),
        ("quiz start", {"lesson": "a", "share": 1}, "share takes True or False, not 1"),
        ("quiz start", {"lesson": "a", "to": "Mo"}, "to takes a user, not 'Mo'"),
        ("quiz start", {"lesson": "a", "file": "x"}, "file takes a File, not 'x'"),
        ("server", {}, "Discord does not offer “server” to Ada"),
    ],
)
async def test_a_wrong_command_is_named_with_what_there_is(
    play: Playground, name: str, values: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(NotPossible) as refused:
        typed(play, name, **values)
    assert sentence in str(refused.value)


async def test_a_command_of_servers_is_not_offered_in_direct_messages(play: Playground) -> None:
    ada = play.person("Ada")
    with pytest.raises(NotPossible, match="in a direct message"):
        type_command(COMMANDS, "live", {}, user=ada.user, guild=None, keep=lambda file: pytest.fail())


async def test_a_moderator_is_offered_what_a_learner_is_not(play: Playground) -> None:
    mo = play.person("Mo", moderator=True)
    data = type_command(
        COMMANDS, "server", {}, user=mo.user, guild=play.guild, keep=lambda file: pytest.fail()
    )
    assert data.data["name"] == "server"


async def test_what_did_not_come_is_told_with_the_screen(play: Playground, bot: PlainBot) -> None:
    reply = await play.person("Ada").slash("ping")
    with pytest.raises(NotShown, match="pong"):
        await reply.until(lambda it: it.has_button("Never"), timeout=0.05)


async def test_a_button_that_is_not_there_is_told_with_those_that_are(
    play: Playground, bot: PlainBot
) -> None:
    ada = play.person("Ada")
    reply = await (await ada.slash("ask", question="x")).until(lambda it: it.has_button("Again"))
    with pytest.raises(NotPossible, match=r"no button 'Nope'; there are: Again \(again\), Open \(open\)"):
        await ada.press(reply, "Nope")


async def test_a_private_reply_cannot_be_replied_to(play: Playground, bot: PlainBot) -> None:
    ada = play.person("Ada")
    reply = await (await ada.slash("ask", question="x")).shown()
    with pytest.raises(NotPossible):
        await ada.reply(reply, "and?")


OPTIONS = [{"label": "简单", "value": "eli5"}, {"label": "Deep", "value": "deep"}]
FORM = {
    "title": "Ask",
    "custom_id": "form:7",
    "components": [
        {"type": 10, "id": 1, "content": "Read this"},
        {
            "type": 18,
            "id": 2,
            "label": "Question",
            "component": {"type": 4, "id": 3, "custom_id": "q", "max_length": 10},
        },
        {
            "type": 18,
            "id": 4,
            "label": "Level",
            "component": {"type": 3, "id": 5, "custom_id": "l", "options": OPTIONS},
        },
        {
            "type": 18,
            "id": 6,
            "label": "Way",
            "component": {"type": 21, "id": 7, "custom_id": "w", "options": OPTIONS, "required": False},
        },
        {
            "type": 18,
            "id": 8,
            "label": "Files",
            "component": {"type": 19, "id": 9, "custom_id": "f", "max_values": 2, "required": False},
        },
        {
            "type": 1,
            "id": 10,
            "components": [
                {"type": 4, "id": 11, "custom_id": "old", "label": "Old", "value": "旧", "required": False}
            ],
        },
    ],
}


async def test_a_form_is_sent_as_discords_client_sends_it(play: Playground) -> None:
    def keep(file: File) -> Attachment:
        return play.world.add_attachment(play.channel, file.name, file.data, file.content_type)

    values = {"Question": "为什么？", "l": "简单", "Way": "deep", "Files": [File("a.md", b"a")]}
    data = submit(FORM, values, play.guild, keep)
    text, question, level, way, files, old = data["components"]
    assert text == {"type": 10, "id": 1}
    assert question["component"] == {"type": 4, "id": 3, "custom_id": "q", "value": "为什么？"}
    assert level["component"]["values"] == ["eli5"]
    assert way["component"]["value"] == "deep"
    assert old["components"][0]["value"] == "旧"
    (identity,) = files["component"]["values"]
    assert data["resolved"]["attachments"][identity]["filename"] == "a.md"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"Nope": "x"}, "has no field 'Nope'; there are: Question (q), Level (l)"),
        ({"Level": "deep"}, "“Question” takes 1 to 10 characters, not 0"),
        ({"Question": "x" * 11, "Level": "deep"}, "“Question” takes 1 to 10 characters, not 11"),
        ({"Question": "x"}, "“Level” takes 1 to 1 choices, not 0"),
        (
            {"Question": "x", "Level": "easy"},
            "“Level” has no option 'easy'; there are: 简单 (eli5), Deep (deep)",
        ),
        ({"Question": "x", "Level": ["eli5", "deep"]}, "“Level” takes 1 to 1 choices, not 2"),
    ],
)
async def test_a_form_filled_in_wrongly_is_not_sent(
    play: Playground, values: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(NotPossible) as refused:
        submit(FORM, values, play.guild, lambda file: pytest.fail())
    assert sentence in str(refused.value)


async def test_a_screen_reads_as_a_person_reads_it(play: Playground) -> None:
    ada = play.person("Ada")
    message = play.messages.write(
        play.channel,
        play.world.bot,
        {
            "content": "Two lines\nof text",
            "embeds": [
                {
                    "title": "Token",
                    "description": "A piece of text",
                    "fields": [{"name": "See", "value": "§2"}],
                }
            ],
            "components": [
                {
                    "type": 1,
                    "components": [
                        {"type": 2, "style": 1, "label": "更简单", "custom_id": "a"},
                        {"type": 2, "style": 5, "label": "Source", "url": "https://example.org"},
                        {"type": 2, "style": 1, "label": "Off", "custom_id": "b", "disabled": True},
                    ],
                },
                {
                    "type": 1,
                    "components": [{"type": 3, "custom_id": "c", "placeholder": "Level", "options": OPTIONS}],
                },
            ],
        },
        seen_by=ada.id,
    )
    assert screen([message], ada.user).splitlines() == [
        "Tutor (only you can see this):",
        "  Two lines",
        "  of text",
        "  ┃ Token",
        "  ┃ A piece of text",
        "  ┃ See: §2",
        "  [更简单] [Source → https://example.org] (Off)",
        "  ▾ Level: 简单 | Deep",
    ]


async def test_a_form_reads_as_a_person_reads_it(play: Playground) -> None:
    assert screen([], play.person("Ada").user, FORM).splitlines() == [
        "╔ Ask",
        "║ Read this",
        "║ Question*:",
        "║ Level*: 简单 | Deep",
        "║ Way: 简单 | Deep",
        "║ Files:",
        "║ Old: 旧",
        "╚",
    ]


async def test_components_v2_read_in_order(play: Playground) -> None:
    words = {"type": 10, "content": "## 标题"}
    button = {"type": 2, "style": 1, "label": "Open", "custom_id": "o"}
    body = {
        "flags": 1 << 15,
        "components": [
            {
                "type": 17,
                "components": [{"type": 9, "components": [words], "accessory": button}, {"type": 14}],
            },
            {"type": 12, "items": [{"media": {"url": "https://example.org/a.png"}, "description": "a map"}]},
            {"type": 13, "file": {"url": "attachment://notes.md"}},
        ],
    }
    ada = play.person("Ada")
    message = play.messages.write(play.channel, play.world.bot, body)
    assert screen([message], ada.user).splitlines() == [
        "Tutor:",
        "  ┃ ## 标题",
        "  ┃ [Open]",
        "  ┃ ───",
        "  🖼 a map",
        "  📎 attachment://notes.md",
    ]
