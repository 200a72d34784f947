"""Where a hosted moderation is set up, it hears every whole text of a model's before that is shown or kept.

The types hold that nothing of a model's is shown unfiltered; this holds that nobody goes by our own filters alone without a reason.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house_files import OURS, names, python_files
from tests.python_source import syntax_tree

OUR_OWN_FILTERS_ALONE = {
    "bot/practice/running.py": "results of another server: they were heard when they were made",
    "bot/quiz/workshop/drafting.py": "a lesson's own words; what a model drafted is heard right after",
    "bot/servers/filters/server_guard.py": "what moderators wrote",
    "bot/tutor/checking.py": "line by line; the whole is heard when it is put together",
    "bot/tutor/tutor.py": "sentence by sentence, while it streams; the whole is heard at its end",
    "cogs/explain/sampling.py": "token by token; they are heard together",
}
"""Files outside the room of the filters that let model text pass by our own filters, and why that is right there."""

HEARS_THE_WHOLE = {
    "bot/quiz/workshop/drafting.py": "may_be_shown",
    "bot/tutor/checking.py": "heard",
    "bot/tutor/tutor.py": "heard",
    "cogs/explain/sampling.py": "may_be_shown",
}
"""Those of them that promise to let it be heard, and by what."""


def unheard(tree: ast.Module) -> Iterator[ast.Call]:
    """Calls that let a model's text pass without waiting for a hosted moderation: what hears one is awaited."""
    awaited = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Await)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or id(node) in awaited:
            continue
        of_guard = "guard" in names(node.func.value).lower()
        if node.func.attr in ("check_output", "gate") or (node.func.attr == "release" and of_guard):
            yield node


def test_nobody_shows_a_models_text_unheard_without_a_reason() -> None:
    found = {name for name, path in python_files(*OURS) if any(unheard(syntax_tree(path)))}
    found = {name for name in found if not name.startswith("bot/safety/")}
    assert found == set(OUR_OWN_FILTERS_ALONE)


def test_who_promises_to_let_the_whole_be_heard_does_so() -> None:
    root = Path(__file__).parents[1]
    for name, way in HEARS_THE_WHOLE.items():
        tree = syntax_tree(root / name)
        heard = [node for node in ast.walk(tree) if isinstance(node, ast.Await)]
        assert any(isinstance(it.value, ast.Call) and names(it.value.func) == way for it in heard), name


def test_the_rule_can_fail_and_knows_what_is_heard() -> None:
    guilty = ["guard.release(text)", "self._guard.check_output(text)", "work.screening.gate()"]
    assert all(any(unheard(ast.parse(source))) for source in guilty)
    innocent = [
        "async def f():\n    await guard.released(text)",
        "lock.release()",
        "async def f():\n    await g.release(x)",
    ]
    assert not any(any(unheard(ast.parse(source))) for source in innocent)
