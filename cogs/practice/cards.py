"""Practice as a learner sees it: a challenge, a run under way, a score, a structure check.

Of a hidden case nothing gets here but its category and whether it passed. A solution is shown only once it is open.
"""

import json
from collections.abc import Iterator

import discord
from discord import ui

from bot.discord_io.generated import Where, report_button
from bot.practice.challenges import REFERENCE, SHOWN, Case, Challenge, Kind, Place
from bot.practice.coaching import advise
from bot.practice.picking import mark, order_of
from bot.practice.recordings import RECORDED
from bot.practice.structure import check_structure
from bot.practice.values import Attempt, Sheet, State
from bot.practice.verdicts import CaseVerdict, Score, labels_of, score_recorded
from bot.texts.catalogue import plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.practice.pieces import Pieces

_BAR = 12
_EXCERPT = 160
_CHECKS_SHOWN = 9
_GREEN, _ORANGE, _BLUE = discord.Colour.green(), discord.Colour.orange(), discord.Colour.blurple()


class PracticeCards(Pieces):
    """Makes embeds and buttons."""

    # A challenge

    def card(self, sheet: Sheet, locale: Locale, *, has_model: bool) -> tuple[discord.Embed, ui.View]:
        """A challenge before an attempt."""
        challenge = sheet.challenge
        embed = discord.Embed(
            title=self._quote(challenge.title), description=self._prose(challenge.goal), colour=_BLUE
        )
        if challenge.rules:
            rules = joined("\n", [self._quote(f"• {rule}") for rule in challenge.rules])
            self._field(embed, locale, "practice-field-rules", rules)
        if challenge.kind is Kind.RUN:
            for case in challenge.visible:
                self._field(embed, locale, "practice-field-case", self._case(case, locale))
            place = "practice-place-system" if challenge.place is Place.SYSTEM else "practice-place-template"
            self._field(
                embed,
                locale,
                "practice-field-how",
                joined(
                    "\n",
                    [
                        self._say(locale, place),
                        self._say(
                            locale,
                            "practice-budget",
                            hidden=len(challenge.hidden),
                            tokens=challenge.budget.tokens,
                            percent=round(challenge.threshold * 100),
                        ),
                        *(
                            [self._say(locale, "practice-runs-each", runs=challenge.runs)]
                            if challenge.runs > 1
                            else []
                        ),
                        *([] if has_model else [self._say(locale, "practice-card-no-model")]),
                    ],
                ),
            )
        else:
            self._shown(embed, challenge, locale)
        for hint in challenge.hints[: sheet.progress.hints]:
            self._field(embed, locale, "practice-field-hint", self._prose(hint))
        if not sheet.progress.is_open:
            self._solution(embed, sheet, locale)
        embed.set_footer(
            text=self._say(
                locale, "practice-footer", level=self._level(challenge, locale), left=sheet.left_today
            )
        )
        return embed, self._make.view(*self._buttons(sheet, locale, first=True))

    def _shown(self, embed: discord.Embed, challenge: Challenge, locale: Locale) -> None:
        for name, prompt in challenge.prompts.items():
            title = (
                self._say(locale, "practice-field-prompt")
                if name == SHOWN
                else self._say(locale, "practice-field-prompt-named", name=plain(name.upper()))
            )
            embed.add_field(name=title, value=self._code(prompt), inline=False)
        for case in challenge.cases:
            self._field(embed, locale, "practice-field-case", self._case(case, locale))
        for _, part in sorted(challenge.parts.items()):  # as in the form, which gives no order away
            self._field(embed, locale, "practice-field-part", self._code(part))

    def _case(self, case: Case, locale: Locale) -> Released:
        wanted = joined(
            "\n",
            [
                joined(" ", [plain("–"), self._words.of(locale, one)])
                for one in case.assertions[:_CHECKS_SHOWN]
            ],
        )
        return joined("\n", [self._inline(case.input, 500), wanted])

    # A run

    def running(self, sheet: Sheet, locale: Locale) -> tuple[discord.Embed, ui.View]:
        """How far a run has come."""
        attempt = sheet.attempt
        assert attempt is not None
        of_all = len(sheet.challenge.cases)
        embed = discord.Embed(
            title=self._quote(sheet.challenge.title),
            description=joined(
                "\n",
                [
                    self._say(locale, "practice-running", done=sheet.done, all=of_all),
                    plain(_bar(sheet.done / of_all)),
                ],
            ),
            colour=_BLUE,
        )
        structure = check_structure(attempt.prompt, slots=frozenset({"input"}))
        self._field(embed, locale, "practice-field-structure", self._structure_lines(structure, locale))
        return embed, self._make.view(
            self._make.button(locale, "practice-button-result", "practice.see", attempt.id),
            self._make.button(
                locale,
                "practice-button-cancel",
                "practice.cancel",
                attempt.id,
                style=discord.ButtonStyle.danger,
            ),
        )

    def result(
        self, sheet: Sheet, locale: Locale, *, paused_because: str = ""
    ) -> tuple[discord.Embed, ui.View]:
        """What an attempt came to; `paused_because`: the moderators' words, where it failed because they have stopped models."""
        attempt, challenge = sheet.attempt, sheet.challenge
        assert attempt is not None
        if attempt.state is State.CANCELLED:
            return self._unfinished(sheet, self._say(locale, "practice-cancelled"), locale)
        if attempt.state is State.FAILED:
            told = [self._say(locale, attempt.failure or "practice-broke")]
            if paused_because:
                told.append(self._say(locale, "ask-paused-because", why=self._quote(paused_because)))
            told.append(self._say(locale, "practice-costs-nothing"))
            return self._unfinished(sheet, joined("\n", told), locale)
        embed = discord.Embed(
            title=self._quote(challenge.title), colour=_GREEN if attempt.passed else _ORANGE
        )
        if sheet.score is not None:
            self._score(embed, sheet, attempt, sheet.score, locale)
        else:
            self._picked(embed, sheet, attempt, locale)
        if sheet.fresh_hint is not None:
            self._field(embed, locale, "practice-field-hint", self._prose(challenge.hints[sheet.fresh_hint]))
        if not sheet.progress.is_open:
            self._solution(embed, sheet, locale)
        buttons = list(self._buttons(sheet, locale))
        if sheet.score is not None and attempt.model not in ("", RECORDED):
            buttons.append(report_button(self._make, locale, Where.FIELDS))
        return embed, self._make.view(*buttons)

    def _unfinished(self, sheet: Sheet, text: Released, locale: Locale) -> tuple[discord.Embed, ui.View]:
        embed = discord.Embed(title=self._quote(sheet.challenge.title), description=text, colour=_ORANGE)
        return embed, self._make.view(*self._buttons(sheet, locale))

    def _score(
        self, embed: discord.Embed, sheet: Sheet, attempt: Attempt, score: Score, locale: Locale
    ) -> None:
        challenge = sheet.challenge
        by_id = {one.case_id: one for one in score.verdicts}
        hidden = [by_id[case.id] for case in challenge.hidden]
        key = "practice-passed" if score.passed else "practice-not-passed"
        lines = [
            self._say(locale, key),
            plain(_bar(score.share)),
            self._say(
                locale,
                "practice-score",
                passed=score.passed_cases,
                all=len(score.verdicts),
                hidden=sum(one.passed for one in hidden),
                hidden_all=len(hidden),
            ),
        ]
        if attempt.model == RECORDED:
            lines.append(self._say(locale, "practice-recorded"))
        elif attempt.model:
            lines.append(self._say(locale, "practice-by-ai", model=self._quote(attempt.model)))
        embed.description = joined("\n", lines)
        for case in challenge.visible:
            self._field(
                embed, locale, "practice-field-case", self._verdict(case, by_id[case.id], attempt, locale)
            )
        self._field(
            embed, locale, "practice-field-hidden", joined("\n", list(self._hidden(challenge, by_id, locale)))
        )
        self._field(embed, locale, "practice-field-cost", self._cost(sheet, attempt, locale))
        advice = advise(challenge, attempt, score)
        self._field(
            embed,
            locale,
            "practice-field-next",
            self._say(locale, f"practice-advice-{advice.key}", category=self._quote(advice.category)),
        )

    def _verdict(self, case: Case, verdict: CaseVerdict, attempt: Attempt, locale: Locale) -> Released:
        result = attempt.results[case.id]
        lines = [self._mark(verdict, locale), self._inline(case.input, _EXCERPT)]
        shown = next(
            (at for at, passed in enumerate(result.passed) if not passed), 0
        )  # a run that failed says more
        output = result.outputs[shown] if result.outputs else ""
        if output:
            lines.append(self._say(locale, "practice-output", text=self._inline(output, 300)))
        else:
            lines.append(self._say(locale, "practice-no-output"))
        missed = result.missed[shown] if result.missed else ()
        labels = labels_of([one.name for one in case.assertions])
        for assertion, label in zip(case.assertions, labels, strict=True):
            if label in missed:
                lines.append(self._say(locale, "practice-missed", what=self._words.of(locale, assertion)))
        return joined("\n", lines[:_CHECKS_SHOWN])

    def _mark(self, verdict: CaseVerdict, locale: Locale) -> Released:
        mark_of = plain("✅" if verdict.passed else "❌")
        if not verdict.differs:
            return mark_of
        runs = self._say(locale, "practice-runs", passed=verdict.passed_runs, all=len(verdict.runs))
        return joined(" ", [mark_of, runs])

    def _hidden(
        self, challenge: Challenge, by_id: dict[str, CaseVerdict], locale: Locale
    ) -> Iterator[Released]:
        for category in dict.fromkeys(case.category for case in challenge.hidden):
            its = [by_id[case.id] for case in challenge.hidden if case.category == category]
            passed = sum(one.passed for one in its)
            yield self._say(
                locale,
                "practice-category",
                mark=plain("✅" if passed == len(its) else "❌" if passed == 0 else "🟧"),
                passed=passed,
                all=len(its),
                category=self._quote(challenge.categories.get(category, category)),
            )

    def _cost(self, sheet: Sheet, attempt: Attempt, locale: Locale) -> Released:
        lines = [self._say(locale, "practice-tokens", prompt=attempt.prompt_tokens, all=attempt.tokens)]
        if attempt.cost is not None and attempt.tokens:
            lines.append(self._say(locale, "practice-cost", cost=plain(f"{attempt.cost:.4f}")))
        before = sheet.before
        if before is not None and before.share is not None and before.version == attempt.version:
            gained = sum(_passed(attempt, one) and not _passed(before, one) for one in attempt.results)
            lost = sum(_passed(before, one) and not _passed(attempt, one) for one in attempt.results)
            lines.append(
                self._say(
                    locale,
                    "practice-diff",
                    gained=gained,
                    lost=lost,
                    tokens=plain(f"{attempt.prompt_tokens - before.prompt_tokens:+d}"),
                )
            )
        return joined("\n", lines)

    # Without a model

    def _picked(self, embed: discord.Embed, sheet: Sheet, attempt: Attempt, locale: Locale) -> None:
        challenge = sheet.challenge
        picked: dict[str, list[str]] = json.loads(attempt.prompt)
        marked = mark(challenge, picked)
        embed.description = joined(
            "\n",
            [
                self._say(locale, "practice-passed" if marked.passed else "practice-not-passed"),
                self._say(locale, "practice-picked-score", right=sum(marked.right), all=len(marked.right)),
            ],
        )
        if challenge.kind is Kind.BETTER:
            chosen = next(iter(picked.get("prompt", ())), "?")
            key = "practice-picked-better" if marked.right[0] else "practice-picked-worse"
            self._field(
                embed,
                locale,
                "practice-field-yours",
                self._say(locale, key, name=self._quote(chosen.upper())),
            )
        for option in challenge.options:
            if option.id in picked.get("option", ()):
                is_right = plain("✅" if option.id == challenge.right else "❌")
                text = joined(
                    "\n", [joined(" ", [is_right, self._quote(option.text)]), self._prose(option.why)]
                )
                self._field(embed, locale, "practice-field-yours", text)
        if challenge.kind is Kind.ORDER:
            order = order_of(challenge, picked)
            lines = [
                joined(" ", [plain("✅" if right else "❌"), self._inline(challenge.parts.get(one, ""), 80)])
                for one, right in zip(order, marked.right, strict=True)
            ]
            self._field(embed, locale, "practice-field-yours", joined("\n", lines))

    # Pieces

    def _solution(self, embed: discord.Embed, sheet: Sheet, locale: Locale) -> None:
        challenge = sheet.challenge
        text = [self._prose(challenge.solution)]
        if challenge.kind is Kind.ORDER:
            text += [self._inline(challenge.parts[one], 100) for one in challenge.orders[0]]
        if challenge.kind is Kind.BETTER:
            text.append(self._say(locale, "practice-solution-better", name=plain(challenge.better.upper())))
        text += [self._quote(f"✅ {one.text}") for one in challenge.options if one.id == challenge.right]
        self._field(embed, locale, "practice-field-solution", joined("\n", text))
        if REFERENCE in challenge.prompts:
            self._field(embed, locale, "practice-field-reference", self._code(challenge.prompts[REFERENCE]))
        if challenge.kind in (Kind.BETTER, Kind.PREDICT):
            for name in challenge.prompts:
                self._recorded(embed, challenge, name, locale)

    def _recorded(self, embed: discord.Embed, challenge: Challenge, name: str, locale: Locale) -> None:
        """What a prompt gave on each case: shown once there is nothing left to guess."""
        lines = []
        for case, verdict in zip(challenge.cases, score_recorded(challenge, name).verdicts, strict=True):
            output = self._inline(challenge.recorded[name][case.id][0], 80)
            mark_of = plain("✅" if verdict.passed else "❌")
            said = self._say(locale, "practice-output", text=output)
            lines.append(joined(" ", [mark_of, self._inline(case.input, 40), said]))
        key = "practice-field-recorded" if name == SHOWN else "practice-field-recorded-named"
        self._field(embed, locale, key, joined("\n", lines), name=plain(name.upper()))

    def _buttons(self, sheet: Sheet, locale: Locale, *, first: bool = False) -> Iterator[ui.Item[ui.View]]:
        where = (sheet.place.bank_id, sheet.place.challenge_id)
        if sheet.challenge.kind is Kind.RUN:
            key = "practice-button-write" if first else "practice-button-again"
            yield self._make.button(locale, key, "practice.write", *where, style=discord.ButtonStyle.primary)
        else:
            yield self._make.button(
                locale, "practice-button-answer", "practice.pick", *where, style=discord.ButtonStyle.primary
            )
        if sheet.progress.hints < len(sheet.challenge.hints) and sheet.progress.is_open:
            yield self._make.button(
                locale, "practice-button-hint", "practice.hint", *where, disabled=not sheet.hint_is_open
            )
        if sheet.progress.is_open:
            yield self._make.button(locale, "practice-button-give-up", "practice.give_up", *where)
        else:
            yield self._make.button(locale, "practice-button-next", "practice.next")

    def _level(self, challenge: Challenge, locale: Locale) -> Released:
        return self._say(locale, f"explain-level-{challenge.level}")


def _passed(attempt: Attempt, case_id: str) -> bool:
    result = attempt.results.get(case_id)
    return result is not None and 2 * sum(result.passed) > len(result.passed)


def _bar(share: float) -> str:
    full = round(share * _BAR)
    return "▰" * full + "▱" * (_BAR - full)
