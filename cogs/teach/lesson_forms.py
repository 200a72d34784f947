"""The fields of the forms in which lessons are written, and what they bring back."""

from collections.abc import Sequence

from bot.discord_io.components import ChoiceField, Field, Option, TextField
from bot.discord_io.submitted import Submitted
from bot.lessons.authoring.boxes import BOX, MOST
from bot.lessons.authoring.forms import Answers, Form
from bot.lessons.authoring.values import Subject
from bot.safety import Guard
from bot.texts.catalogue import Texts
from bot.texts.locales import Locale
from cogs.teach.lesson_common import LABEL

_TITLE, _SUMMARY, _GOALS = 200, 500, 2000
_FIELDS = 5
_OFFERED = 23
_AT_THE_END = "+end"


def fields_of_new_lesson() -> Sequence[Field]:
    """What a lesson begins with; its first section may come later."""
    return [
        TextField("title", "teach-lesson-field-title", longest=_TITLE),
        TextField(
            "summary",
            "teach-lesson-field-summary",
            long=True,
            required=False,
            longest=_SUMMARY,
            help_key="teach-lesson-help-summary",
        ),
        TextField(
            "goals",
            "teach-lesson-field-goals",
            long=True,
            required=False,
            longest=_GOALS,
            help_key="teach-lesson-help-goals",
        ),
        TextField(
            "heading",
            "teach-lesson-field-first-heading",
            required=False,
            longest=_TITLE,
            help_key="teach-lesson-help-first-section",
        ),
        TextField(
            "text0",
            "teach-lesson-field-text",
            long=True,
            required=False,
            longest=BOX,
            help_key="teach-lesson-help-markdown",
        ),
    ]


def fields_of(texts: Texts, guard: Guard, locale: Locale, form: Form, part: int) -> Sequence[Field]:
    """The fields of a form for a part of a lesson; `part` counts the forms that a long section takes, from 0."""
    details = form.details
    if form.edit.subject is Subject.DETAILS:
        title = details.title if details else form.lesson_title
        return [
            TextField("title", "teach-lesson-field-title", longest=_TITLE, value=title[:_TITLE]),
            TextField(
                "summary", "teach-lesson-field-summary", long=True, required=False, longest=BOX,
                value=details.summary[:BOX] if details else None, help_key="teach-lesson-help-summary",
            ),
            TextField(
                "goals", "teach-lesson-field-goals", long=True, required=False, longest=BOX,
                value="\n".join(details.goals)[:BOX] if details else None,
                help_key="teach-lesson-help-goals",
            ),
        ]  # fmt: skip
    is_new = form.edit.subject is Subject.NEW
    fields: list[Field] = []
    if details is None:
        fields.append(
            TextField("title", "teach-lesson-field-title", longest=_TITLE, help_key="teach-lesson-help-title")
        )
    heading = form.heading[:_TITLE] or None
    fields.append(
        TextField("heading", "teach-lesson-field-heading", required=is_new, longest=_TITLE, value=heading)
    )
    pieces = form.boxes.of_part(part) or ("",)
    room = _FIELDS - len(fields) - (1 if is_new and form.sections else 0)
    for place in range(min(len(pieces) + 1, MOST + 1, room)):
        piece = pieces[place] if place < len(pieces) else ""
        fields.append(
            TextField(
                f"text{place}",
                "teach-lesson-field-text" if place == 0 else "teach-lesson-field-more-text",
                long=True,
                required=is_new and place == 0,
                longest=BOX,
                value=piece or None,
                help_key=(
                    ("teach-lesson-help-markdown" if is_new else "teach-lesson-help-empty")
                    if place == 0
                    else None
                ),
            )
        )
    if is_new and form.sections:
        fields.append(
            ChoiceField(
                "after",
                "teach-lesson-field-after",
                [
                    Option(_AT_THE_END, texts.say(locale, "teach-lesson-at-the-end"), chosen=True),
                    *(
                        Option(section_id, guard.quote(heading[:LABEL]))
                        for section_id, heading in form.sections[-(_OFFERED + 1) : -1]
                    ),
                ],
            )
        )
    return fields


def answers_of(form: Submitted, part: int) -> Answers:
    """What a form brought back."""
    after = form.text("after")
    return Answers(
        title=form.text("title"),
        summary=form.text("summary"),
        goals=form.text("goals"),
        heading=form.text("heading"),
        boxes=tuple(form.text(f"text{place}") for place in range(_FIELDS)),
        part=part,
        after=None if after in ("", _AT_THE_END) else after,
    )
