"""/explain retrieval: the same question with passages of the lessons and without, then with a wrong one."""

import asyncio
from dataclasses import asdict
from typing import Any

from discord import Interaction, app_commands, ui

from bot.discord_io.acknowledge import acknowledged
from bot.discord_io.components import TextField
from bot.discord_io.exhibits import Exhibit, Refused, embed, lines
from bot.discord_io.generated import Where, report_button
from bot.discord_io.people import key_of
from bot.discord_io.router import route
from bot.discord_io.submitted import submitted
from bot.explain.grounding import Prompt, answer, assembled, passages_for, wrong_passage
from bot.explain.kinds import Kind
from bot.explain.tokens import Encoding, cut
from bot.learners.values import Learner
from bot.lessons.values import Passage
from bot.llm.errors import ModelError
from bot.safety import GateContext, Withheld
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from cogs.explain.part import PRIVATE, Part

_LONGEST_QUESTION = 500
_FIELD = 1000
_EXCERPT = 280


class RetrievalPart(Part):
    """Grounding, side by side."""

    @app_commands.command(name="retrieval")
    @acknowledged()
    async def retrieval(
        self, interaction: Interaction, question: app_commands.Range[str, 1, _LONGEST_QUESTION]
    ) -> None:
        """Answers a question twice: from the lessons' passages, and from the model alone."""
        await self._begin(interaction, question)

    @route("explain.retrieval_own")
    async def form(self, interaction: Interaction) -> None:
        """Asks for a question."""
        await interaction.response.send_modal(
            self._make.modal(
                Locale.from_discord(interaction.locale.value),
                "explain-retrieval-title",
                "explain.retrieval_typed",
                fields=[TextField("question", "reading-ask-field", long=True, longest=_LONGEST_QUESTION)],
            )
        )

    @route("explain.retrieval_typed")
    @acknowledged(PRIVATE)
    async def typed(self, interaction: Interaction) -> None:
        """Answers the question of the form twice."""
        await self._begin(interaction, submitted(interaction).text("question"))

    async def _begin(self, interaction: Interaction[Any], question: str) -> None:
        learner, locale = await self._learner(interaction)
        try:
            taken = await self._take_for_a_model(learner.key, locale, question)
        except Refused as refused:
            await self._refuse(interaction, refused)
            return
        evidence = await passages_for(
            self._services.retriever,
            taken.text,
            server_id=key_of(interaction).server_id,
            locale=locale,
        )
        alone = assembled(taken.text, (), locale)
        grounded = assembled(taken.text, evidence.passages, locale)
        answers = await asyncio.gather(*(self._answer(learner, locale, one) for one in (alone, grounded)))
        kept = {
            "question": taken.text,
            "language": locale.value,
            "passages": [_row(one) for one in evidence.passages],
            "enough": evidence.enough,
            "answers": [text for text, _ in answers],
            "by": next((model for _, model in answers if model), ""),
        }
        showing = await self._explaining.showings.keep(learner, Kind.RETRIEVAL, kept)
        exhibit = await self._exhibit(locale, kept, taken.note)
        await self._put(interaction, exhibit, self._view(locale, showing, kept))

    @route("explain.retrieval_wrong")
    @acknowledged(PRIVATE)
    async def with_wrong_passage(self, interaction: Interaction, showing: str) -> None:
        """The same question with a passage about something else."""
        learner, locale = await self._learner(interaction)
        kept = await self._kept(interaction, showing, Kind.RETRIEVAL)
        right = [str(one["lesson_id"]) for one in kept["passages"]]
        wrong = await wrong_passage(
            self._services.retriever, right, server_id=key_of(interaction).server_id, locale=locale
        )
        if wrong is None:
            await interaction.edit_original_response(content=self._say(locale, "explain-retrieval-no-wrong"))
            return
        prompt = assembled(str(kept["question"]), (wrong,), locale)
        told, model = await self._answer(learner, locale, prompt)
        made = embed(
            self._say(locale, "explain-retrieval-wrong-title"),
            self._say(locale, "explain-retrieval-wrong"),
            self._passage(locale, 1, wrong),
            (self._say(locale, "explain-retrieval-answer"), self._cut(told)),
        )
        lesson = self._say(locale, "explain-retrieval-lesson")
        made.set_footer(text=lines([*self._by(locale, model), lesson]))
        exhibit = Exhibit(embeds=(made,), attached=(("prompt.txt", prompt.whole.encode()),))
        items = [*self._ending(locale, Kind.RETRIEVAL, 0), *self._report(locale, model)]
        await self._put(interaction, exhibit, self._make.view(*items))

    @route("explain.retrieval_share")
    @acknowledged(PRIVATE)
    async def share(self, interaction: Interaction, showing: str) -> None:
        """Shows it to the channel; the answers stay in the language in which they were given."""
        kept = await self._kept(interaction, showing, Kind.RETRIEVAL)
        _, locale = await self._learner(interaction)
        language = await self._client.languages.public(interaction)
        view = self._make.view(
            self._make.button(language, "explain-retrieval-own", "explain.retrieval_own", row=0),
            *self._ending(language, Kind.RETRIEVAL, 0),
            *self._report(language, str(kept.get("by", ""))),
        )
        await self._publish(interaction, locale, await self._exhibit(language, kept), view)

    async def _answer(self, learner: Learner, locale: Locale, prompt: Prompt) -> tuple[Released, str]:
        """What the model answers with its name; or why there is no answer, with ""."""
        if not self._explaining.door.available:
            return self._say(locale, "explain-retrieval-no-model"), ""
        if not learner.has_agreed:
            return self._say(locale, "explain-retrieval-agree"), ""
        try:
            told = await answer(self._explaining.door, learner.key, prompt)
            context = GateContext(forbidden=await self._explaining.open_answers.of(learner.key))
            text = await self._services.server_guard.release(learner.key.server_id, told.text, context)
            return text, told.model
        except ModelError as error:
            return self._because(locale, error.key, error.why), ""
        except Withheld:
            return self._say(locale, "explain-sampling-withheld"), ""

    def _by(self, locale: Locale, model: str) -> list[Released]:
        """That an AI wrote the answers, and which; nothing where none did."""
        return [self._say(locale, "explain-by-ai", model=self._quoted(model))] if model else []

    def _report(self, locale: Locale, model: str) -> list[ui.Button[Any]]:
        return [report_button(self._make, locale, Where.FIELDS, 0)] if model else []

    async def _exhibit(self, locale: Locale, kept: dict[str, Any], note: Released | None = None) -> Exhibit:
        passages = [Passage(**{**one, "language": Locale(one["language"])}) for one in kept["passages"]]
        asked_in = Locale(kept["language"])
        question = str(kept["question"])
        prompt = assembled(question, passages, asked_in)
        alone = assembled(question, (), asked_in)
        sizes = [len(await self._made(cut, one.whole, Encoding.O200K)) for one in (prompt, alone)]
        first = embed(
            self._say(locale, "explain-retrieval-title"),
            self._say(locale, "explain-retrieval-question", question=self._own_words(question)),
        )
        for key, text in zip(
            ("explain-retrieval-without", "explain-retrieval-with"), kept["answers"], strict=True
        ):
            first.add_field(name=self._say(locale, key), value=self._cut(str(text)), inline=True)
        if by := self._by(locale, str(kept.get("by", ""))):
            first.set_footer(text=by[0])
        enough = "explain-retrieval-passages" if kept["enough"] else "explain-retrieval-hardly"
        second = embed(
            None,
            self._say(locale, enough if passages else "explain-retrieval-nothing"),
            *(self._passage(locale, number, one) for number, one in enumerate(passages, 1)),
        )
        third = embed(
            None,
            lines(
                [
                    self._say(locale, "explain-retrieval-prompt", tokens=sizes[0], alone=sizes[1]),
                    self._say(locale, "explain-retrieval-lesson"),
                ]
            ),
            (self._say(locale, "explain-field-try"), self._say(locale, f"explain-question-{Kind.RETRIEVAL}")),
        )
        attached = (("prompt.txt", prompt.whole.encode()),)
        return Exhibit(note or None, (first, second, third), attached=attached)

    def _passage(self, locale: Locale, number: int, passage: Passage) -> tuple[Released, Released]:
        name = self._say(
            locale,
            "explain-retrieval-passage",
            number=number,
            lesson=self._quoted(passage.lesson_title),
            section=self._quoted(passage.heading),
            score=round(passage.score, 2),
        )
        text = self._shown(passage.text)
        return name, text if len(text) <= _EXCERPT else self._quoted(f"{text[:_EXCERPT]}…")

    def _cut(self, text: str) -> Released:
        return self._quoted(text if len(text) <= _FIELD else f"{text[:_FIELD]}…")

    def _view(self, locale: Locale, showing: str, kept: dict[str, Any]) -> ui.View:
        make = self._make
        return make.view(
            make.button(locale, "explain-retrieval-button-wrong", "explain.retrieval_wrong", showing, row=0),
            make.button(locale, "explain-button-share", "explain.retrieval_share", showing, row=0),
            *self._report(locale, str(kept["by"])),
            *self._ending(locale, Kind.RETRIEVAL, 1),
        )


def _row(passage: Passage) -> dict[str, Any]:
    return {**asdict(passage), "language": passage.language.value, "score": round(passage.score, 4)}
