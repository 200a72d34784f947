"""A learner asks; the whole way from the slash command to a cited, filtered, remembered answer."""

import pytest

from bot.app import COURSE
from bot.texts.locales import Locale
from playground import NotPossible
from tests.wire.conftest import Wire, english_in

TOKEN = "What is a token?"
TOLD = "A token is a piece of text that a model reads as one unit [1]."


async def test_an_answer_streams_cites_its_section_and_is_remembered(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(TOLD)
    reply = await wire.ask(ada, TOKEN)
    assert reply.private
    assert TOLD in reply.text
    assert "-# [1] *How large language models work · " in reply.text
    assert reply.buttons == ["Simpler", "Deeper", "Quiz me", "Continue", "More…"]
    shown = await (await ada.slash("memory show")).shown()
    assert TOKEN in shown.text


async def test_an_answer_grows_on_the_screen_while_it_is_written(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    first = "A token is a piece of text that a model reads as one unit [1]. "
    wire.model.say_slowly([first, "Its ends", " are not those of words [1]."], pause=None)
    reply = await ada.slash("ask", question=TOKEN)
    await reply.until(lambda reply: first.strip() in reply.text)
    assert "Its ends" not in reply.text
    wire.model.go_on(2)
    await wire.ended(reply)
    assert "Its ends are not those of words [1]." in reply.text


async def test_an_answer_without_a_citation_says_so_and_offers_no_quiz(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("A token is a piece of text.")
    reply = await wire.ask(ada, TOKEN)
    assert wire.say(Locale.EN, "ask-uncited") in reply.text
    assert not reply.has_button("Quiz me")


async def test_marks_that_stand_for_no_passage_are_taken_out(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("A token is a piece of text [1, 17]. Some are words [42]. `list[42]` stays.")
    reply = await wire.ask(ada, TOKEN)
    assert "A token is a piece of text [1]. Some are words. `list[42]` stays." in reply.text


async def test_what_the_course_does_not_cover_is_not_asked_of_the_model(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    reply = await wire.ask(ada, "Who won the football world cup in 1998?")
    assert wire.say(Locale.EN, "ask-off-topic") in reply.text
    assert wire.model.chats == []


@pytest.mark.parametrize(
    "said", ["NOT_IN_COURSE", "**NOT_IN_COURSE**\n", "NOT_IN_COURSE. The passages say nothing."]
)
async def test_a_model_that_finds_no_answer_in_the_passages_is_believed(wire: Wire, said: str) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(said)
    reply = await wire.ask(ada, TOKEN)
    assert wire.say(Locale.EN, "ask-not-in-course") in reply.text
    assert all("NOT_IN" not in version.content for message in reply.messages for version in message.edits)


async def test_a_question_without_words_is_sent_back(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    for question in (" ", "🤔🤔", "？？？"):
        reply = await (await ada.slash("ask", question=question)).shown()
        assert reply.text == wire.say(Locale.EN, "ask-question-empty")
    assert wire.model.chats == []


@pytest.mark.parametrize(
    ("said", "key"),
    [("Hello!", "ask-hello"), ("thank you :)", "ask-thanked"), ("Are you a human?", "ask-about-me")],
)
async def test_who_says_hello_or_asks_for_the_tutor_is_told_what_to_do(
    wire: Wire, said: str, key: str
) -> None:
    ada = wire.play.person("Ada")
    reply = await (await ada.slash("ask", question=said)).shown()
    assert reply.text == wire.say(Locale.EN, key)
    assert (await wire.app.services.personal.export(ada.id)).records == 0


async def test_a_question_of_1500_characters_is_answered_and_a_longer_one_cannot_be_typed(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(TOLD)
    lesson = (COURSE / "en/lessons/how-llms-work.md").read_text(encoding="utf-8")
    told = " ".join(lesson.partition("{#tokens}")[2].split())
    question = f"{TOKEN} I read: {told}"[:1500]
    reply = await wire.ask(ada, question, share=True)
    assert TOLD in reply.text
    with pytest.raises(NotPossible):
        await ada.slash("ask", question=question + "a")


async def test_one_lesson_can_be_named_and_an_unknown_one_is_said_to_be_unknown(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("Be clear and specific [1].")
    reply = await wire.ask(ada, "How do I write a clear prompt?", lesson="prompt-fundamentals")
    sources = [line for line in reply.text.splitlines() if line.startswith("-# [")]
    assert sources and all("Prompt" in line for line in sources)
    unknown = await (await ada.slash("ask", question=TOKEN, lesson="@everyone cooking")).shown()
    assert "cooking" in unknown.text
    assert unknown.private


async def test_lessons_are_offered_by_their_name_in_either_language(wire: Wire) -> None:
    ada, mo = wire.play.person("Ada"), wire.play.person("Mo", locale="zh-CN")
    offered = await ada.choices("ask", question="x", lesson="how")
    assert offered[0]["value"] == "how-llms-work"
    for typed in ("提示", "提示詞", "prompt"):
        offered = await mo.choices("ask", question="x", lesson=typed)
        assert "prompt-fundamentals" in [choice["value"] for choice in offered]
        assert all(english_in(choice["name"]) == [] for choice in offered)


async def test_a_long_answer_with_code_arrives_whole_with_its_fences_closed(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    code = "\n".join(f"print('line {number}', {number} * {number})" for number in range(90))
    prose = "\n\n".join(f"Paragraph {number} says that tokens are pieces of text [1]." for number in range(8))
    answer = f"{prose}\n\n```python\n{code}\n```\n\nThat was all [1]."
    assert len(answer) > 2500
    wire.model.say_slowly([answer])
    reply = await wire.ask(ada, TOKEN)
    assert len(reply.contents) >= 2
    for content in reply.contents:
        assert len(content) <= 2000
        assert content.count("```") % 2 == 0
    assert [line for line in reply.text.splitlines() if line.startswith("print(")] == code.splitlines()
    assert "Paragraph 7 says" in reply.text and "That was all [1]." in reply.text


async def test_a_model_can_ping_nobody(wire: Wire) -> None:
    bodies: list[dict[str, object]] = []
    wire.play.on_request(lambda seen: bodies.append(seen.body) if isinstance(seen.body, dict) else None)
    ada, mo = await wire.agreed("Ada"), wire.play.person("Mo")
    wire.model.say(f"@everyone and @here and <@{mo.id}> and <@&{wire.play.guild.id}>: a token is text [1].")
    reply = await wire.ask(ada, f"{TOKEN} @everyone <@{mo.id}>", share=True)
    assert "a token is text" in reply.text
    for message in wire.play.world.messages.values():
        if message.author is wire.play.world.bot:
            assert message.notified == frozenset()
            assert message.mentions == [] and not message.mention_everyone
    sent = [
        data
        for body in bodies
        for data in (body, body.get("data"))
        if isinstance(data, dict) and "content" in data
    ]
    assert sent and all(data["allowed_mentions"]["parse"] == [] for data in sent)


async def test_an_answer_at_the_token_limit_says_that_it_stopped(wire_of: object) -> None:
    wire = await wire_of(max_output_tokens=16)  # type: ignore[operator] # a fixture that makes wires
    ada = await wire.agreed("Ada")
    wire.model.say("A token is a piece of text that a model reads as one unit [1]. " * 5)
    reply = await wire.ask(ada, TOKEN)
    assert wire.say(Locale.EN, "ask-cut-at-limit") in reply.text
    assert wire.play.violations == []


async def test_the_conversation_so_far_goes_into_the_next_prompt_without_its_small_print(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("A token is a zebra-piece of text [1].")
    await wire.ask(ada, TOKEN)
    wire.model.say("They are counted [1].")
    await wire.ask(ada, "How are tokens counted?")
    assert "A token is a zebra-piece of text." in wire.prompt
    assert "Written by an AI" not in wire.prompt


async def test_another_channel_is_another_conversation_and_knows_only_what_its_question_is_about(
    wire: Wire,
) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("A token is a zebra-piece of text [1].")
    await wire.ask(ada, TOKEN)
    await wire.ask(ada, "What does temperature do?", channel=wire.play.second_channel)
    assert "zebra" not in wire.prompt
    await wire.ask(ada, "How are tokens counted?", channel=wire.play.second_channel)
    assert "zebra" in wire.prompt


async def test_in_direct_messages_it_is_the_same(wire: Wire) -> None:
    ada = await wire.agreed("Ada", dm=True)
    wire.model.say(TOLD)
    reply = await wire.ask(ada, TOKEN, dm=True)
    assert TOLD in reply.text
    assert reply.buttons == ["Simpler", "Deeper", "Quiz me", "Continue", "More…"]


@pytest.mark.parametrize(
    ("locale", "first", "back"),
    [
        ("en-US", "What is a token?", "I don't understand"),
        ("zh-CN", "什么是词元？", "说简单点"),
        ("en-US", "I'm a nurse. What is a token?", "And the second one?"),
        ("zh-CN", "我是护士，五月要考试。什么是词元？", "那第二个呢？"),
    ],
)
async def test_a_question_that_only_points_back_has_the_passages_of_the_one_before(
    wire: Wire, locale: str, first: str, back: str
) -> None:
    ada = await wire.agreed("Ada", locale=locale)
    wire.model.answer = lambda request: "So [1]."
    cited = [(await wire.ask(ada, question)).text.rpartition("-# [1]")[2] for question in (first, back)]
    assert cited[0] == cited[1] != ""


@pytest.mark.parametrize(("locale", "back"), [("en-US", "And the second one?"), ("zh-CN", "那第二个呢？")])
async def test_a_question_that_points_back_at_nothing_is_asked_for_in_whole(
    wire: Wire, locale: str, back: str
) -> None:
    ada, mo = await wire.agreed("Ada"), await wire.agreed("Mo", locale=locale)
    wire.model.say(TOLD)
    await wire.ask(ada, TOKEN, share=True)
    reply = await wire.ask(mo, back)
    assert reply.text == wire.say(Locale(locale.replace("en-US", "en")), "ask-points-at-nothing")
    assert len(wire.model.chats) == 1


async def test_a_short_question_back_is_understood_from_the_question_before(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(TOLD)
    await wire.ask(ada, TOKEN)
    wire.model.say("Because whole words would be too many [1].")
    reply = await wire.ask(ada, "And why is that?")
    assert "Because whole words would be too many [1]." in reply.text
    assert "How large language models work · Tokens" in wire.prompt


async def test_a_question_off_the_course_is_not_saved_by_the_one_before(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say(TOLD)
    await wire.ask(ada, TOKEN)
    reply = await wire.ask(ada, "Who won the football world cup in 1998?")
    assert wire.say(Locale.EN, "ask-off-topic") in reply.text
    assert len(wire.model.chats) == 1


async def test_two_questions_at_once_are_answered_in_order_and_the_second_knows_the_first(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    begun = "A token is a zebra-piece of text that a model reads as one unit [1]. "
    wire.model.say_slowly([begun, "More."], pause=None)
    one = await ada.slash("ask", question=TOKEN)
    await one.until(lambda one: begun.strip() in one.text)
    wire.model.say("They are counted [1].")
    two = await ada.slash("ask", question="How are tokens counted?")
    assert len(wire.model.chats) == 1
    wire.model.go_on()
    await wire.ended(one)
    await wire.ended(two)
    assert "They are counted [1]." in two.text
    assert "zebra-piece" in wire.prompt
