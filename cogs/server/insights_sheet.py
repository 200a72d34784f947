"""The insights of a server in one language: bars for pictures, words beside them and rows of a table, from the same figures."""

from collections.abc import Callable, Iterable
from typing import Final

from bot.reports.csv_files import Cell
from bot.reports.insights.insights import Named
from bot.reports.insights.measures import OTHER_WORK, Gain, Insights, Share
from bot.reports.insights.pictures import Bar, Panel
from bot.reports.insights.shield import FEWEST, HIGHEST, LOWEST, Shown
from bot.reports.labels import Label
from bot.safety import Action, Category, Guard
from bot.safety.why import ACTIONS, CATEGORIES
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

PARTS: Final = ("learning", "trouble", "use")
"""The pictures, each with its words."""
PANELS: Final = ("active", "gain", "missed", "confusing", "help", "filters", "appeals", "costs")
UNITS: Final = ("learners", "percent", "calls", "tokens", "dollars", "times")
SHARES: Final = ("seeking", "tutor-hints", "quiz-hints")
MOST_USES: Final = 10
_LONGEST: Final = 90


class Sheet:
    """What is shown of one server's insights."""

    def __init__(self, texts: Texts, guard: Guard, locale: Locale, found: Named) -> None:
        self._texts = texts
        self._quoted = guard.quote
        self._locale = locale
        self._found = found
        self._insights: Insights = found.insights

    def parts(self) -> Iterable[tuple[str, tuple[Panel, ...], Released]]:
        """Each picture's name, panels and words."""
        learning = (self._activity(), self._gain())
        trouble = (self._missed(), self._confusing())
        use = (self._shares(), self._decisions(), self._appeals(), self._costs())
        for name, panels in zip(PARTS, (learning, trouble, use), strict=True):
            words = [self._in_words(panel) for panel in panels]
            if name == "use":
                words.append(self._say("insights-not-counted"))
            yield name, panels, joined("\n\n", words)

    def rows(self) -> Iterable[tuple[Cell, ...]]:
        """Every figure, a row each."""
        one = self._insights
        yield self._row("active", "", one.active, one.active, "learners")
        for period in one.periods:
            yield self._row("active", period.first.isoformat(), period.people, period.people, "learners")
        for gain in filter(None, (one.gain, *one.gains)):
            for key, figure in (("before", gain.before), ("after", gain.after)):
                what = f"{self._lesson_of(gain)} – {self._say(f'insights-{key}')}"
                yield self._row("gain", what, gain.people, figure, "percent")
            if not gain.is_rest:
                what = f"{self._lesson_of(gain)} – {self._say('insights-normalised')}"
                yield self._row("gain", what, gain.people, gain.normalised, "percent")
        for missed in one.missed:
            place = missed.place
            stem = self._found.stems.get((place.bank_id, place.lesson_id, place.item_id), place.item_id)
            yield self._row("missed", stem, missed.share.people, missed.share.percent, "percent")
        for section in one.confusing:
            what = self._section(section.lesson_id, section.section_id)
            yield self._row("confusing", what, section.share.people, section.share.percent, "percent")
        for key, share in self._named_shares():
            if share is not None:
                yield self._row("help", self._say(f"insights-{key}"), share.people, share.percent, "percent")
        for shown in one.decisions:
            yield self._row("filters", self._decision(shown), shown.people, shown.amounts[0], "times")
        for shown in one.appeals:
            yield self._row("appeals", self._appeal(shown), shown.people, shown.amounts[0], "times")
        for shown in (*one.costs, *one.house):
            calls, tokens, hundredths, _ = shown.amounts
            what = self._use(shown)
            yield self._row("costs", what, shown.people, calls, "calls")
            yield self._row("costs", what, shown.people, tokens, "tokens")
            yield self._row("costs", what, shown.people, hundredths / 10_000, "dollars")

    # ---- panels

    def _activity(self) -> Panel:
        highest = max([period.people for period in self._insights.periods], default=0) or 1
        bars = [
            Bar(
                (period.first.isoformat(), period.first.isoformat()),
                period.people / highest if period.people else None,
                self._people(period.people),
            )
            for period in self._insights.periods
        ]
        if not self._insights.active:
            bars = []
        return self._panel("active", bars, people=self._at_least(self._insights.active))

    def _gain(self) -> Panel:
        gains = [one for one in (self._insights.gain, *self._insights.gains) if one is not None]
        bars = [
            Bar(
                self._both(self._lesson_of(gain)),
                gain.before / 100,
                self._both(joined(" → ", [_percent(gain.before), _percent(gain.after)])),
                second=gain.after / 100,
            )
            for gain in gains[:8]
        ]
        return self._panel("gain", bars, wide=True)

    def _missed(self) -> Panel:
        bars = []
        for one in self._insights.missed:
            key = (one.place.bank_id, one.place.lesson_id, one.place.item_id)
            stem = _cut(self._found.stems.get(key, one.place.item_id))
            bars.append(self._percent_bar(self._both(self._quoted(stem)), one.share))
        return self._panel("missed", bars, wide=True)

    def _confusing(self) -> Panel:
        bars = [
            self._percent_bar(
                self._both(self._quoted(self._section(one.lesson_id, one.section_id))), one.share
            )
            for one in self._insights.confusing
        ]
        return self._panel("confusing", bars, wide=True)

    def _shares(self) -> Panel:
        bars = [
            self._percent_bar(self._label(f"insights-{key}"), share)
            if share is not None
            else Bar(self._label(f"insights-{key}"), None, self._label("insights-few", fewest=FEWEST))
            for key, share in self._named_shares()
        ]
        return self._panel("help", bars, wide=True)

    def _decisions(self) -> Panel:
        return self._panel("filters", self._counted(self._insights.decisions, self._decision), wide=True)

    def _appeals(self) -> Panel:
        return self._panel("appeals", self._counted(self._insights.appeals, self._appeal), wide=True)

    def _costs(self) -> Panel:
        uses = (*self._insights.costs, *self._insights.house)
        highest = max([one.amounts[2] or one.amounts[1] / 1e6 for one in uses], default=0) or 1
        bars = [
            Bar(
                self._both(self._use(one)),
                (one.amounts[2] or one.amounts[1] / 1e6) / highest,
                self._both(_dollars(one)),
            )
            for one in uses[:MOST_USES]
        ]
        return self._panel("costs", bars, wide=True)

    # ---- pieces

    def _panel(self, key: str, bars: list[Bar], *, wide: bool = False, **values: Released) -> Panel:
        return Panel(
            self._label(f"insights-panel-{key}", **values),
            tuple(bars),
            self._label("insights-nothing", fewest=FEWEST),
            wide,
        )

    def _in_words(self, panel: Panel) -> Released:
        lines = [plain(f"**{panel.title[0]}**")]
        if not panel.bars:
            lines.append(plain(panel.nothing[0]))
        lines += [plain(f"- {bar.label[0]}: {bar.figure[0]}") for bar in panel.bars]
        return joined("\n", lines)

    def _counted(self, some: Iterable[Shown], name: Callable[[Shown], Released]) -> list[Bar]:
        shown = list(some)
        highest = max([one.amounts[0] for one in shown], default=0) or 1
        return [
            Bar(
                self._both(name(one)),
                one.amounts[0] / highest,
                self._label("insights-times", count=one.amounts[0]),
            )
            for one in shown
        ]

    def _percent_bar(self, label: Label, share: Share) -> Bar:
        return Bar(label, share.percent / 100, self._both(_percent(share.percent)))

    def _named_shares(self) -> tuple[tuple[str, Share | None], ...]:
        one = self._insights
        return tuple(zip(SHARES, (one.seeking, one.tutor_hints, one.quiz_hints), strict=True))

    def _decision(self, shown: Shown) -> Released:
        if shown.is_rest:
            return self._say("insights-rest")
        side, category, action = shown.name
        return self._say(
            f"insights-side-{side}",
            category=self._say(CATEGORIES[Category(category)]),
            action=self._say(ACTIONS[Action(action)]),
        )

    def _appeal(self, shown: Shown) -> Released:
        return self._say("insights-rest") if shown.is_rest else self._say(f"insights-appeal-{shown.name[0]}")

    def _use(self, shown: Shown) -> Released:
        if shown.is_rest:
            return self._say("insights-rest")
        command, model = shown.name
        if command == OTHER_WORK or not shown.people:
            return self._say("insights-own-work", model=self._quoted(model))
        return joined(" · ", [plain(f"/{command}"), self._quoted(model)])

    def _lesson_of(self, gain: Gain) -> Released:
        if gain.is_rest:
            return self._say("insights-rest")
        if not gain.lesson_id:
            return self._say("insights-all-lessons")
        return self._quoted(self._found.lessons.get(gain.lesson_id, gain.lesson_id))

    def _section(self, lesson_id: str, section_id: str) -> str:
        lesson = self._found.lessons.get(lesson_id, lesson_id)
        return f"{lesson} · {self._found.sections.get((lesson_id, section_id), section_id)}"

    def _at_least(self, people: int) -> Released:
        if not people:
            return self._say("insights-hidden", fewest=FEWEST)
        return self._say("insights-at-least", count=people)

    def _people(self, people: int) -> Label:
        if not people:
            return self._label("insights-hidden", fewest=FEWEST)
        return self._label("insights-at-least", count=people)

    def _row(self, part: str, what: str, people: int, figure: Cell, unit: str) -> tuple[Cell, ...]:
        shown = self._at_least(people) if people or unit == "learners" else ""
        value = figure if unit != "learners" else (figure or None)
        return (self._say(f"insights-kind-{part}"), what, shown, value, self._say(f"insights-unit-{unit}"))

    def _say(self, key: str, **values: Released | float) -> Released:
        return self._texts.say(self._locale, key, **values)

    def _label(self, key: str, **values: Released | float) -> Label:
        return self._say(key, **values), self._texts.say(Locale.EN, key, **values)

    @staticmethod
    def _both(words: Released) -> Label:
        return words, words


def _percent(figure: int) -> Released:
    sign = {LOWEST: "≤ ", HIGHEST: "≥ "}.get(figure, "")
    return plain(f"{sign}{figure} %")


def _dollars(shown: Shown) -> Released:
    hundredths = shown.amounts[2]
    return plain(f"US$ {hundredths / 10_000:,.2f}") if hundredths else plain("–")


def _cut(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
