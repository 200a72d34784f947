"""Every form with a box to type in: how it is opened, and what it takes to get its text past its reader."""

import ast
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.learners.values import LearnerKey
from bot.quiz.items import Kind
from playground import Person, Reply
from playground.wire import InteractionKind
from tests.doubles.own_challenge import OWN_CHALLENGE
from tests.python_source import syntax_tree
from tests.wire.conftest import Wire
from tests.wire.test_quiz import started
from tests.wire.test_quiz_kinds import ITEMS, only
from tests.wire.test_teach_lesson import NEW_FORM
from tests.wire.test_teach_question import FORM as QUESTION

ROOT = Path(__file__).parents[2]
LESSON = "how-llms-work"
READERS = frozenset({"submitted", "attached"})
"""The only functions that read what a form brought back."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form."""

    open: Callable[["Desk"], Awaitable[Reply]]
    words: Mapping[str, str] = field(default_factory=dict)
    """What stands around the planted text, by box; `{}` for the text alone."""
    is_material: bool = False
    """Whether a moderator's text is kept as it is, read as data and told apart (docs/safety.md)."""
    may_speak_of_harm: bool = False
    """Whether it is held to what a model may say: of harm, but no directions for it."""


@dataclass(slots=True)
class Desk:
    """Two people at work on one server, with everything in it that forms are about."""

    wire: Wire
    ada: Person
    """A moderator who learns."""
    card: Reply
    """A message of the tutor's."""
    turn: str = ""
    case: str = ""
    fact: str = ""
    lesson: str = ""
    question: str = ""

    @classmethod
    async def laid(cls, wire: Wire) -> "Desk":
        """A desk with a turn, a case, a fact, a lesson of the server's own and a question."""
        assert wire.model is not None
        ada = await wire.agreed("Ada", moderator=True)
        wire.model.say("A token is a piece of text [1].")
        card = await wire.ask(ada, "What is a token?")
        desk = cls(wire, ada, card)
        turn = next(one["custom_id"] for one in card.components if "ask.continue" in one.get("custom_id", ""))
        desk.turn = turn.split(":")[1]
        key, services = LearnerKey(wire.play.guild.id, ada.id), wire.app.services
        kept = await services.memory.turn(desk.turn)
        assert kept is not None
        _, desk.case = await services.review.report_turn(key, kept, "")
        await services.review.claim(key.server_id, ada.id, desk.case)
        await services.facts.remember(key, "I like tea", desk.turn)
        desk.fact = (await services.facts.of(key))[0].id
        await (await ada.submit(await ada.slash("teach lesson new"), NEW_FORM)).shown()
        desk.lesson = (await services.authoring.matching(key.server_id, ""))[-1].id
        await (await ada.submit(await ada.slash("teach question new", lesson=LESSON), QUESTION)).shown()
        desk.question = (await ada.choices("teach question edit", question="zebrafish"))[0]["value"]
        return desk

    async def pressed(self, custom_id: str) -> Reply:
        """A button of ours that stands somewhere: they say themselves what they are for."""
        data = {"component_type": 2, "custom_id": custom_id, "id": 1}
        message = self.card.message
        return await self.ada._do(InteractionKind.COMPONENT, custom_id, data, message.channel, message)

    async def typed(self, command: str, **options: Any) -> Reply:
        """A command."""
        return await self.ada.slash(command, **options)


def button(custom_id: str) -> Callable[[Desk], Awaitable[Reply]]:
    """Opens a form by a button; `{turn}` and the like stand for what lies on the desk."""

    async def press(desk: Desk) -> Reply:
        return await desk.pressed(
            custom_id.format(turn=desk.turn, case=desk.case, fact=desk.fact, lesson=desk.lesson)
        )

    return press


def command(name: str, **options: str) -> Callable[[Desk], Awaitable[Reply]]:
    """Opens a form by a command."""

    async def slash(desk: Desk) -> Reply:
        values = {
            key: value.format(lesson=desk.lesson, question=desk.question) for key, value in options.items()
        }
        return await desk.typed(name, **values)

    return slash


async def _plan(desk: Desk) -> Reply:
    drawn = await (await desk.typed("teach plan", topic="temperature")).shown()
    return await desk.ada.press(drawn, "plan.edit")


async def _prompt(desk: Desk) -> Reply:
    card = await (await desk.typed("practice start", challenge="label-like-examples")).shown()
    return await desk.ada.press(card, "practice.write")


async def _answer(desk: Desk) -> Reply:
    await only(desk.wire, ITEMS[Kind.OWN_WORDS])
    return await desk.ada.press(await started(desk.ada, length=1), "quiz.form")


FORMS: Mapping[str, Form] = {
    "ask.continued": Form(button("ask.continue:{turn}")),
    "ask.reasoned": Form(button("ask.reason:{turn}:down")),
    "ask.reported": Form(button("ask.report:{turn}")),
    "explain.asked": Form(button("explain.ask:token")),
    "explain.embeddings_typed": Form(button("explain.embeddings_own"), {"texts": "{}\ncat\ndog"}),
    "explain.retrieval_typed": Form(button("explain.retrieval_own")),
    "explain.sampling_typed": Form(button("explain.sampling_own")),
    "explain.tokens_typed": Form(button("explain.tokens_own")),
    "lesson.asked": Form(button("lesson.ask:how-llms-work:tokens")),
    "memory.fact_changed": Form(button("memory.fact_form:{fact}")),
    "model.typed": Form(button("model.form")),
    "plan.edited": Form(_plan, {"text0": "# Mine\n\n{}"}, is_material=True),
    "practice.checked": Form(command("practice check")),
    "practice.joined": Form(button("practice.join")),
    "practice.written": Form(_prompt),
    "queue.corrected": Form(button("queue.correct:{case}")),
    "quiz.formed": Form(_answer),
    "report.said": Form(button("report.say:{case}")),
    "settings.put": Form(button("settings.form:pause_reason")),
    "setup.put": Form(button("setup.form:3")),
    "start.goal_set": Form(button("start.goal")),
    "teach.begun": Form(command("teach lesson new"), {"text0": "Stripes. {}"}, is_material=True),
    "teach.challenge": Form(
        command("teach challenge new"), {"text": OWN_CHALLENGE.replace("A hard text", "{}")}, is_material=True
    ),
    "teach.files": Form(command("teach lesson import"), is_material=True),
    "teach.handed": Form(
        command("teach lesson edit", lesson="{lesson}", section="basics"),
        {"text0": "Dots. {}"},
        is_material=True,
    ),
    "tq.changed": Form(
        command("teach question edit", question="{question}"),
        dict(QUESTION) | {"stem": "What is {}?"},
        may_speak_of_harm=True,
    ),
    "tq.new": Form(
        command("teach question new", lesson=LESSON),
        dict(QUESTION) | {"stem": "What is {}?"},
        may_speak_of_harm=True,
    ),
}
"""By the route that reads it. What opens a form without a box stands in `WITHOUT_BOX`."""

_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)

WITHOUT_BOX = frozenset({"practice.picked"})


def routes_that_read_forms() -> Iterator[str]:
    """Every route of ours that comes to read what a form brought, itself or by what it calls in its file."""
    for folder in ("cogs", "bot/discord_io"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = syntax_tree(path)
            functions = {node.name: node for node in tree.body if isinstance(node, _FUNCTION)}
            for kind in (node for node in tree.body if isinstance(node, ast.ClassDef)):
                functions |= {f"self.{node.name}": node for node in kind.body if isinstance(node, _FUNCTION)}
            for function in functions.values():
                names = [name for each in function.decorator_list if (name := _route(each)) is not None]
                if names and _reads(function, functions, set()):
                    yield from names


def _route(decorator: ast.expr) -> str | None:
    if (
        isinstance(decorator, ast.Call)
        and isinstance(decorator.func, ast.Name)
        and decorator.func.id == "route"
    ):
        return str(ast.literal_eval(decorator.args[0]))
    return None


def _own(called: ast.expr) -> str:
    """The name of what is called, where it is a function or a method of the same file."""
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "self":
        return f"self.{called.attr}"
    return called.id if isinstance(called, ast.Name) else ""


def _reads(function: ast.AST, functions: Mapping[str, ast.AST], seen: set[str]) -> bool:
    for node in ast.walk(function):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in READERS:
                return True
            name = _own(node.func)
            if name in functions and name not in seen:
                seen.add(name)
                if _reads(functions[name], functions, seen):
                    return True
    return False
