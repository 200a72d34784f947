"""The forms of practice: a box for a prompt, and choices for challenges that need no model."""

from bot.discord_io.components import (
    CheckboxField,
    ChoiceField,
    Field,
    Option,
    RadioField,
    TextField,
)
from bot.discord_io.submitted import Submitted
from bot.practice.challenges import Challenge, Kind
from bot.practice.picking import Picked
from bot.practice.values import Sheet
from bot.safety import Guard
from bot.texts.catalogue import plain

PROMPT = "prompt"
"""The field that holds the prompt."""


def prompt_field(longest: int, value: str | None) -> TextField:
    """The box for a prompt."""
    return TextField(
        PROMPT,
        "practice-form-prompt",
        long=True,
        longest=longest,
        value=value[:longest] if value else None,
        help_key="practice-form-prompt-help",
    )


def picking_fields(sheet: Sheet, guard: Guard) -> list[Field]:
    """The choices of a challenge that needs no model."""
    challenge = sheet.challenge
    options = [Option(one.id, guard.quote(one.text)) for one in challenge.options]
    match challenge.kind:
        case Kind.BETTER:
            names = [Option(name, plain(name.upper())) for name in challenge.prompts]
            return [
                RadioField(PROMPT, "practice-form-better", names),
                RadioField("option", "practice-form-why", options),
            ]
        case Kind.FLAW:
            return [RadioField("option", "practice-form-flaw", options)]
        case Kind.PREDICT:
            cases = [Option(case.id, guard.quote(case.input)) for case in challenge.cases[:10]]
            return [CheckboxField("cases", "practice-form-cases", cases)]
        case _:
            return _order_fields(challenge, guard)


def _order_fields(challenge: Challenge, guard: Guard) -> list[Field]:
    parts = [Option(name, guard.quote(text)) for name, text in sorted(challenge.parts.items())]
    return [ChoiceField(str(place), f"quiz-field-place-{place}", parts) for place in range(1, len(parts) + 1)]


def picked_from(sent: Submitted, challenge: Challenge) -> Picked:
    """What was chosen in a form."""
    names = [PROMPT, "option", "cases", *(str(place) for place in range(1, len(challenge.parts) + 1))]
    return {name: sent.choices(name) for name in names if sent.choices(name)}
