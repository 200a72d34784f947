"""A learner asks; the whole way from the slash command to a cited, filtered, remembered answer."""

from tests.wire.conftest import Wire


async def test_an_answer_streams_cites_its_section_and_is_remembered(wire: Wire) -> None:
    ada = await wire.agreed("Ada")
    wire.model.say("A token is a piece of text that a model reads as one unit [1].")
    reply = await ada.slash("ask", question="What is a token?")
    await reply.until(lambda reply: reply.has_button("Simpler"))
    assert "A token is a piece of text" in reply.text
    assert "[1]" in reply.text
    assert "How large language models work" in reply.text
    assert reply.private
    shown = await ada.slash("memory show")
    await shown.until(lambda shown: "What is a token?" in shown.text)
