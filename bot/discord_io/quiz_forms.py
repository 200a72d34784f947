"""Forms for answers that are typed or put together, and what they bring back."""

from typing import Final

from discord import ui

from bot.discord_io.components import ChoiceField, Components, Field, Option, TextField
from bot.discord_io.quiz_feedback import letter_of
from bot.discord_io.submitted import Submitted
from bot.quiz.attempts.answers import LONGEST_ANSWER, Answer
from bot.quiz.attempts.values import Question
from bot.quiz.items import Matching, Numeric, Ordering, OwnWords, Short
from bot.safety import Guard
from bot.texts.catalogue import plain
from bot.texts.kinds import joined
from bot.texts.locales import Locale

TYPED: Final = "answer"
"""The box of a typed answer; menus have a number behind it."""
_LONGEST_WORD = 100


def form_for(
    question: Question, locale: Locale, components: Components, guard: Guard, attempt_id: str
) -> ui.Modal:
    """The form in which this question is answered: a box, or a menu for each place or pair."""
    return components.modal(
        locale,
        "quiz-form-title",
        "quiz.formed",
        attempt_id,
        question.number,
        fields=_fields(question, guard),
    )


def answer_from(question: Question, sent: Submitted, typed: str) -> Answer:
    """What the form brought back, in the item's own order; `typed`: what stood in its box, filtered."""
    task = question.item.task
    if isinstance(task, Ordering | Matching):
        count = len(task.steps if isinstance(task, Ordering) else task.pairs)
        lines = [sent.text(f"{TYPED}{place}") for place in range(count)]
        known = {str(line): at for line, at in enumerate(question.order)}
        return Answer(chosen=tuple(known.get(line, -1) for line in lines))
    return Answer(text=typed)


def _fields(question: Question, guard: Guard) -> list[Field]:
    task = question.item.task
    match task:
        case Ordering():
            return [
                ChoiceField(
                    f"{TYPED}{place}", f"quiz-field-place-{place + 1}", _options(question, guard, task.steps)
                )
                for place in range(len(task.steps))
            ]
        case Matching():
            return [
                ChoiceField(
                    f"{TYPED}{place}", f"quiz-field-pair-{place + 1}", _options(question, guard, task.rights)
                )
                for place in range(len(task.pairs))
            ]
        case Numeric():
            return [TextField(TYPED, "quiz-field-number", longest=_LONGEST_WORD)]
        case Short():
            return [TextField(TYPED, "quiz-field-short", longest=_LONGEST_WORD)]
        case OwnWords():
            return [TextField(TYPED, "quiz-field-own-words", long=True, longest=LONGEST_ANSWER)]
        case _:
            return []


def _options(question: Question, guard: Guard, texts: tuple[str, ...]) -> list[Option]:
    return [
        Option(str(line), joined(" ", [plain(letter_of(line)), guard.quote(texts[at])]))
        for line, at in enumerate(question.order)
    ]
