"""The quizzes of Microsoft's courses for beginners: JSON whose booleans are texts."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from bot.quiz.formats.values import Writing, with_all
from bot.quiz.items import Choice, Item, Kind
from bot.quiz.mistakes import Mistake, Wrong

_BESIDE = "tutor"
_DEEPEST = 20


def read(text: str, found: Writing) -> None:
    """Take in every question with `questionText` and `answerOptions`, however deep it stands."""
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        found.wrong(error.lineno, Mistake.of(Wrong.NOT_JSON, problem=error.msg))
        return
    except (RecursionError, ValueError):
        found.wrong(0, Mistake.of(Wrong.JSON_DEEP))
        return
    from_line = 0
    lines = text.split("\n")
    for question in _questions(whole, 0):
        stem = question.get("questionText")
        line = _line(lines, stem, from_line)
        from_line = line
        options = question.get("answerOptions")
        if not isinstance(stem, str) or not isinstance(options, list) or not options:
            if isinstance(question.get(_BESIDE), dict) and isinstance(stem, str):
                options = []
            else:
                found.wrong(line, Mistake.of(Wrong.JSON_QUESTION))
                continue
        entry = _entry(stem, options, line, found)
        rest = question.get(_BESIDE)
        found.add(entry, line, json.dumps(rest) if isinstance(rest, dict) else None)


def write(items: Sequence[Item]) -> str:
    """One quiz with all items."""
    questions = [json.loads(with_all(item, _written, read)) for item in items]
    for number, question in enumerate(questions, 1):
        question["id"] = number
    title = items[0].lesson_id if items else ""
    whole = [{"title": title, "quizzes": [{"id": 1, "title": title, "quiz": questions}]}]
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _written(item: Item, rest: str) -> str:
    options = item.task.options if isinstance(item.task, Choice) and item.kind is not Kind.TRUE_FALSE else ()
    return json.dumps(
        {
            "id": 1,
            "questionText": item.stem,
            "answerOptions": [
                {
                    "answerText": option.text,
                    "isCorrect": "true" if option.right else "false",
                    **({"feedback": option.why} if option.why else {}),
                }
                for option in options
            ],
            _BESIDE: json.loads(rest),
        }
    )


def _questions(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        if "questionText" in value or "answerOptions" in value:
            yield value
            return
        for inner in value.values():
            yield from _questions(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _questions(inner, depth + 1)


def _entry(stem: str, options: list[Any], line: int, found: Writing) -> dict[str, Any]:
    read_options = []
    for option in options:
        text = option.get("answerText") if isinstance(option, dict) else None
        right = _boolean(option.get("isCorrect")) if isinstance(option, dict) else None
        if not isinstance(text, str) or right is None:
            found.wrong(line, Mistake.of(Wrong.JSON_OPTION))
            continue
        why = option.get("feedback", option.get("explanation", ""))
        read_options.append(
            {"text": text.strip(), **({"right": True} if right else {}), **({"why": why} if why else {})}
        )
    if not read_options:
        return {"stem": stem}
    return {"kind": _kind(read_options), "stem": stem, "options": read_options}


def _kind(options: list[dict[str, Any]]) -> str:
    return (Kind.MULTIPLE if sum(bool(one.get("right")) for one in options) > 1 else Kind.SINGLE).value


def _boolean(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    written = value.strip().casefold() if isinstance(value, str) else ""
    return {"true": True, "false": False}.get(written)


def _line(lines: list[str], stem: object, after: int) -> int:
    """The line on which a question's text stands, from 1; where it cannot be found, that of the question before."""
    if isinstance(stem, str):
        wanted = json.dumps(stem, ensure_ascii=False), json.dumps(stem)
        for number in range(max(after - 1, 0), len(lines)):
            if any(one in lines[number] for one in wanted):
                return number + 1
    return max(after, 1)
