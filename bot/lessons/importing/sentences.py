"""An import's report in words, for whoever shows it: a moderator's card or the terminal.

Names and headings are strangers' words, so every function is given what makes them harmless (`Guard.quote`).
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.lessons.importing.remarks import Change, ImportReport, LessonReport, Outcome, Remark
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_LONGEST_VALUE = 120


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Says a report in one language."""

    texts: Texts
    locale: Locale
    quote: Callable[[str], Released]
    """Makes an author's words harmless."""

    def summary(self, report: ImportReport) -> Released:
        """What came of the import as a whole."""
        if report.refused:
            return self.texts.say(
                self.locale, "importing-summary-refused", count=len(report.with_outcome(Outcome.WRONG))
            )
        counts = {change: sum(one.change is change for one in report.lessons) for change in Change}
        if counts[Change.UNCHANGED] == len(report.lessons):
            return self.texts.say(
                self.locale, "importing-summary-same", lessons=len(report.lessons), files=report.files
            )
        key = "importing-summary-would" if report.dry_run else "importing-summary-done"
        return self.texts.say(
            self.locale,
            key,
            lessons=len(report.lessons),
            files=report.files,
            new=counts[Change.NEW],
            changed=counts[Change.CHANGED],
            unchanged=counts[Change.UNCHANGED],
        )

    def lesson(self, lesson: LessonReport) -> Released:
        """One line about a lesson."""
        title, lesson_id = self._quoted(lesson.title), plain(lesson.lesson_id)
        if lesson.change is Change.UNCHANGED:
            return self.texts.say(self.locale, "importing-lesson-unchanged", title=title, lesson=lesson_id)
        values: dict[str, Released | float] = {
            "title": title,
            "lesson": lesson_id,
            "languages": joined(
                " + ", (self.texts.say(self.locale, f"memory-language-{one}") for one in lesson.languages)
            ),
            "sections": lesson.sections,
            "questions": lesson.questions,
        }
        if lesson.change is Change.NEW:
            return self.texts.say(self.locale, "importing-lesson-new", **values)
        return self.texts.say(self.locale, "importing-lesson-changed", version=lesson.version, **values)

    def remark(self, remark: Remark) -> Released:
        """One remark, with its file and line."""
        sentence = self.texts.say(self.locale, f"importing-{remark.subject}", **self._values(remark))
        if not remark.path:
            return sentence
        path = self._quoted(remark.path)
        if not remark.line:
            return self.texts.say(self.locale, "importing-at-file", path=path, sentence=sentence)
        return self.texts.say(
            self.locale, "importing-at-line", path=path, line=plain(str(remark.line)), sentence=sentence
        )

    def outcome(self, outcome: Outcome) -> Released:
        """The heading above remarks of a kind."""
        return self.texts.say(self.locale, f"importing-outcome-{outcome}")

    def more(self, count: int) -> Released:
        """That a list goes on."""
        return self.texts.say(self.locale, "importing-more", count=count)

    def _values(self, remark: Remark) -> dict[str, Released | float]:
        values: dict[str, Released | float] = {}
        for name, value in remark.values.items():
            if name == "category":
                values[name] = self.texts.say(self.locale, f"ask-category-{value}")
            else:
                values[name] = self._quoted(value) if isinstance(value, str) else value
        return values

    def _quoted(self, words: str) -> Released:
        cut = words if len(words) <= _LONGEST_VALUE else words[: _LONGEST_VALUE - 1] + "…"
        return self.quote(cut)
