"""How the questions of a server look to its moderators: the sheet with key and findings, the form, the figures."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import discord
from discord import app_commands, ui

from bot.discord_io.components import ChoiceField, Field, Option, TextField
from bot.discord_io.face import Face
from bot.learners.values import Level
from bot.lessons.values import Lesson
from bot.quiz.bank_values import ItemState
from bot.quiz.formats import Defaults, FileFormat, ours, write
from bot.quiz.formats.values import FileMistake, Writing
from bot.quiz.items import Choice, Kind, Matching, Numeric, Ordering, OwnWords, Short
from bot.quiz.lint.saying import said
from bot.quiz.workshop.desk import Owned
from bot.quiz.workshop.forms import answers_text
from bot.quiz.workshop.statistics import FEWEST
from bot.quiz.workshop.watching import Watched
from bot.quiz.writing import plain_number
from bot.texts.catalogue import plain
from bot.texts.errors import PersonError
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from bot.texts.told import told_in
from cogs.teach.part import Part

Choices = list[app_commands.Choice[str]]

MOST: Final = 25
LABEL: Final = 100
NEVER: Final = discord.AllowedMentions.none()
_MESSAGE: Final = 2000
_BOX: Final = 4000


@dataclass(frozen=True, slots=True)
class Line:
    """A question to choose, and the words by which it is found."""

    words: str
    choice: app_commands.Choice[str]


class NotYaml(PersonError):
    """What stood in the YAML form is no YAML of one question."""

    key = "teach-question-not-yaml"


class QuestionPart(Part):
    """What is shown of questions."""

    def __init__(self, client: Face) -> None:
        super().__init__(client)
        self._desk = client.services.questions

    def _form(
        self, locale: Locale, lesson: Lesson, route: str, *args: str | int, owned: Owned | None = None
    ) -> ui.Modal:
        """The form for a question; as YAML where lines cannot say all of it."""
        answers = answers_text(owned.item) if owned is not None else ""
        fields: list[Field]
        if owned is not None and answers is None:
            written = write([owned.item], FileFormat.YAML)
            fields = [
                TextField("yaml", "teach-question-field-yaml", long=True, longest=_BOX, value=written[:_BOX])
            ]
        else:
            item = owned.item if owned is not None else None
            chosen = item.section_id if item else lesson.sections[0].id
            fields = [
                TextField(
                    "stem",
                    "teach-question-field-stem",
                    long=True,
                    longest=600,
                    value=item.stem if item else None,
                ),
                TextField(
                    "answers",
                    "teach-question-field-answers",
                    long=True,
                    longest=_BOX,
                    value=answers or None,
                    help_key="teach-question-help-answers",
                ),
                TextField(
                    "hints",
                    "teach-question-field-hints",
                    long=True,
                    longest=650,
                    required=False,
                    value="\n".join(item.hints) if item and item.hints else None,
                ),
                ChoiceField(
                    "section",
                    "teach-question-field-section",
                    [
                        Option(one.id, self._quoted(one.heading), chosen=one.id == chosen)
                        for one in lesson.sections[:MOST]
                    ],
                ),
                ChoiceField(
                    "level",
                    "teach-question-field-level",
                    [
                        Option(
                            level.value,
                            self._say(locale, f"start-level-{level}"),
                            chosen=level is (item.level if item else Level.BEGINNER),
                        )
                        for level in Level
                    ],
                ),
            ]
        return self._client.components.modal(locale, "teach-question-form", route, *args, fields=fields)

    async def _put(
        self,
        interaction: discord.Interaction[Any],
        locale: Locale,
        owned: Owned,
        note: Released | None = None,
    ) -> None:
        """A question with its key, what the lint says, and what can be done with it."""
        make = self._client.components
        body = [
            joined("", [plain("**"), self._quoted(owned.item.stem), plain("**")]),
            joined("\n", self._answers(locale, owned)),
            joined("\n", [self._quoted(f"💡 {hint}") for hint in owned.item.hints]),
            joined("\n", self._findings(locale, owned)),
        ]
        embed = discord.Embed(
            title=self._say(locale, f"teach-question-state-{owned.state}"),
            description=joined("\n\n", body)[:4000],
            colour=discord.Colour.blurple() if owned.is_sound else discord.Colour.orange(),
        )
        buttons: list[ui.Item[Any]] = []
        if owned.state is ItemState.DRAFT:
            buttons.append(self._ask(locale, owned, "teach-question-button-approve"))
        elif owned.state is ItemState.RETIRED:
            buttons.append(self._again(locale, owned))
        if not owned.is_of_course:
            buttons.append(make.button(locale, "teach-question-button-edit", "tq.edit", owned.handle))
        if owned.state is not ItemState.RETIRED:
            key = (
                "teach-question-button-reject"
                if owned.state is ItemState.DRAFT
                else "teach-question-button-retire"
            )
            buttons.append(
                make.button(locale, key, "tq.decide", owned.handle, owned.version, ItemState.RETIRED.value)
            )
        if owned.state is ItemState.DRAFT:
            buttons.append(make.button(locale, "teach-question-button-skip", "tq.skip", owned.handle))
        await interaction.edit_original_response(
            content=note, embed=embed, view=make.view(*buttons), allowed_mentions=NEVER
        )

    def _again(self, locale: Locale, owned: Owned) -> ui.Button[Any]:
        """Brings a question back that was taken out."""
        return self._ask(locale, owned, "teach-question-button-again")

    def _ask(self, locale: Locale, owned: Owned, key: str) -> ui.Button[Any]:
        """From the press on learners are asked it."""
        return self._client.components.button(
            locale,
            key,
            "tq.decide",
            owned.handle,
            owned.version,
            ItemState.PUBLISHED.value,
            style=discord.ButtonStyle.primary,
            disabled=not owned.is_sound,
        )

    def _answers(self, locale: Locale, owned: Owned) -> list[Released]:
        item = owned.item
        match item.task:
            case Choice() if item.kind is Kind.TRUE_FALSE:
                keys = ("quiz-button-true", "quiz-button-false")
                return [
                    joined(
                        "",
                        [
                            plain("✅ " if one.right else "▫️ "),
                            self._say(locale, key),
                            self._quoted(f" – {one.why}"),
                        ],
                    )
                    for one, key in zip(item.task.options, keys, strict=True)
                ]
            case Choice():
                return [
                    self._quoted(
                        f"{'✅' if one.right else '▫️'} {one.text}" + (f" – {one.why}" if one.why else "")
                    )
                    for one in item.task.options
                ]
            case Ordering():
                lines = [f"{at}. {step}" for at, step in enumerate(item.task.steps, 1)]
            case Matching():
                lines = [f"{pair.left} → {pair.right}" for pair in item.task.pairs]
            case Numeric():
                lines = [f"= {plain_number(item.task.answer)} {item.task.unit}"]
            case Short():
                lines = [f"= {word}" for word in item.task.accepted]
            case OwnWords():
                lines = [f"- {point.text}" for point in item.task.points]
        return [self._quoted(line) for line in [*lines, item.why] if line]

    def _wrong(self, locale: Locale, one: FileMistake) -> Released:
        return told_in(locale, one.what, self._services.texts, self._services.guard.quote)

    def _findings(self, locale: Locale, owned: Owned) -> list[Released]:
        """What the lint found, in words."""
        return [
            joined(
                "",
                [
                    plain("⛔ " if finding.severity.value == "critical" else "⚠️ "),
                    said(finding, locale, self._services.texts, self._services.guard.quote),
                ],
            )
            for finding in owned.findings
        ]

    def _figures(self, locale: Locale, watched: Sequence[Watched]) -> list[Released]:
        shown = [one for one in watched if one.found.answers >= FEWEST]
        if not shown:
            return [self._say(locale, "teach-question-too-few", least=FEWEST)]
        told = [self._say(locale, "teach-question-figures", count=len(shown))]
        for one in shown:
            told.append(
                self._say(
                    locale,
                    "teach-question-figure",
                    question=self._quoted(cut(one.item.stem, 90)),
                    answers=one.found.answers,
                    right=round(100 * one.found.facility),
                    tells=plain("–")
                    if one.found.discrimination is None
                    else plain(f"{one.found.discrimination:.2f}"),
                )
            )
            told += [self._say(locale, f"teach-question-suspect-{reason}") for reason in one.reasons]
            task = one.item.task
            if isinstance(task, Choice) and one.item.kind is not Kind.TRUE_FALSE:
                uses = [
                    f"{'✅' if option.right else '▫️'} {one.found.chosen.get(at, 0)}× {cut(option.text, 60)}"
                    for at, option in enumerate(task.options)
                ]
                told.append(self._quoted("-# " + " · ".join(uses)))
        return told

    async def _tell(self, interaction: discord.Interaction[Any], told: Sequence[Released]) -> None:
        """The lines; what has no room in a message comes whole as a file."""
        whole = joined("\n", told)
        if len(whole) <= _MESSAGE:
            await interaction.edit_original_response(content=whole, allowed_mentions=NEVER)
            return
        shown = list(told)
        while len(joined("\n", shown)) > _MESSAGE:
            shown.pop()
        await interaction.edit_original_response(
            content=joined("\n", shown),
            attachments=[discord.File(io.BytesIO(whole.encode()), filename="report.md")],
            allowed_mentions=NEVER,
        )


def cut(words: str, most: int) -> str:
    """The words on one line, cut with an ellipsis where they are longer."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def matching(lines: Sequence[Line], typed: str) -> Choices:
    """The first lines that hold what was typed."""
    wanted = typed.strip().casefold()
    return [line.choice for line in lines if wanted in line.words.casefold()][:MOST]


def entry_from_yaml(written: str) -> dict[str, Any]:
    """The one question of a file in our YAML. Raises `NotYaml`."""
    found = Writing(Defaults("", "", ()))
    ours.read(written, found)  # refuses what would grow while it is read
    if found.mistakes or len(found.entries) != 1:
        raise NotYaml
    return {name: value for name, value in found.entries[0].items() if value not in (None, "", [])}
