"""For authors: `python -m bot.quiz course` says what is wrong with the questions of a course, and how their keys are spread."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from bot.lessons.mistakes import CourseMistakes
from bot.quiz.course_questions import LANGUAGES, WrittenItem, read_questions
from bot.quiz.items import Choice, Kind
from bot.quiz.lint import Code, Severity, lint
from bot.quiz.lint.saying import said
from bot.texts.catalogue import Texts, plain
from bot.texts.locales import Locale

_USAGE = "python -m bot.quiz COURSE-FOLDER [LESSON-ID …]"


def main(arguments: Sequence[str]) -> int:
    """0 when nothing stands in the way of publishing, 1 when something does, 2 for a wrong call."""
    if not arguments or not Path(arguments[0]).is_dir():
        print(_USAGE, file=sys.stderr)
        return 2
    try:
        items = read_questions(Path(arguments[0]))
    except CourseMistakes as mistakes:
        print(mistakes)
        return 1
    wanted = set(arguments[1:])
    shown = [item for item in items if not wanted or item.lesson_id in wanted]
    critical = _show_findings(shown)
    _show_balance(shown)
    return 1 if critical else 0


def _show_findings(items: Sequence[WrittenItem]) -> int:
    texts = Texts()
    critical = 0
    for item in items:
        for language in LANGUAGES:
            for finding in lint(item.texts[language], language):
                if item.is_check and finding.code is Code.NO_MISCONCEPTION:
                    continue  # the check of a section names none
                critical += finding.severity is Severity.CRITICAL
                where = f"{item.files[language]}:{item.texts[language].line}"
                print(f"{where}: {item.id}: {finding.severity}: {said(finding, Locale.EN, texts, plain)}")
    return critical


def _show_balance(items: Sequence[WrittenItem]) -> None:
    own = [item for item in items if not item.is_check]
    for lesson_id in dict.fromkeys(item.lesson_id for item in own):
        texts = [item.texts[LANGUAGES[0]] for item in own if item.lesson_id == lesson_id]
        keys = Counter(
            "ABCDEFGH"[min(item.task.key)]
            for item in texts
            if item.kind is Kind.SINGLE and isinstance(item.task, Choice) and item.task.key
        )
        kinds = Counter(item.kind.value for item in texts)
        print(
            f"{lesson_id}: {len(texts)} items ({_counts(kinds)}); keys of single choice: {_counts(keys) or 'none'}"
        )
    checks = len(items) - len(own)
    print(f"{len(own)} items in questions, {checks} checks of sections")


def _counts(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counted.items()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
