"""A live round as a channel sees it: the lobby, a question, its answer with how everybody chose, the end.

Nothing of a question that is open says which option is right, neither in words nor in a component. Names are shown as mentions,
which ping nobody.
"""

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.discord_io.components import Components
from bot.discord_io.quiz_feedback import letter_of, quiz_bar
from bot.lessons.library import Library
from bot.quiz.items import Choice, Kind
from bot.quiz.live.scores import Standing, TeamStanding, standings, team_standings
from bot.quiz.live.values import Asked, Phase, Round, Scoring, Tally
from bot.safety import Guard, Purpose
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

SHOWN = 10
"""Lines of the final result; whoever stands below sees their own place privately."""
BETWEEN = 3
"""Lines after each question."""
_ROW = 5
_MEDALS = {1: "🥇", 2: "🥈", 3: "🥉"}
_ASKING, _TOLD = discord.Colour.blurple(), discord.Colour.green()

Card = tuple[discord.Embed, ui.View]


class LiveCards:
    """Makes what the channel is shown, in the round's language."""

    def __init__(self, texts: Texts, components: Components, guard: Guard, library: Library) -> None:
        self._say = texts.say
        self._make = components
        self._guard = guard
        self._quote = guard.quote
        self._library = library

    async def lobby(self, one: Round) -> Card:
        """Who may join, how it goes, and from when; once it has begun, that one may still join."""
        locale = one.language
        facts = [
            self._say(locale, "live-lobby-facts", count=one.length, seconds=one.seconds),
            self._say(locale, f"live-lobby-{one.scoring}"),
            self._say(locale, "live-lobby-teams", teams=one.teams) if one.teams else plain(""),
            self._say(locale, "live-lobby-how"),
        ]
        state = {
            Phase.LOBBY: self._say(locale, "live-lobby-starts", when=_when(one), players=one.players)
        }.get(one.phase, self._say(locale, "live-lobby-going-on", players=one.players))
        if one.phase.is_over:
            state = self._say(locale, "live-lobby-over")
        embed = discord.Embed(
            title=await self._title(one),
            description=joined("\n\n", [joined("\n", facts), state]),
            colour=_ASKING,
        )
        if one.phase.is_over:
            return embed, self._make.view()
        items: list[ui.Item[Any]] = [
            self._make.button(
                locale, "live-button-join", "live.join", one.id, style=discord.ButtonStyle.primary
            )
        ]
        if one.phase is Phase.LOBBY:
            items.append(self._make.button(locale, "live-button-start", "live.start", one.id))
        items.append(self._stop(one))
        return embed, self._make.view(*items)

    def question(self, one: Round, asked: Asked, ends: Released) -> Card:
        """The open question with a button for each option."""
        locale = one.language
        state = self._say(locale, "live-question-state", when=ends, answers=one.answers, players=one.players)
        lines = [self._option(one, asked, line) for line in range(len(asked.order))]
        body = [
            self._stem(asked),
            joined("\n", lines) if asked.item.kind is not Kind.TRUE_FALSE else plain(""),
        ]
        embed = discord.Embed(description=joined("\n\n", [*body, state]), colour=_ASKING)
        embed.set_author(name=self._say(locale, "live-question-title", number=asked.number, all=one.length))
        items: list[ui.Item[Any]] = []
        for line in range(len(asked.order)):
            args = ("live.pick", one.id, asked.number, line)
            if asked.item.kind is Kind.TRUE_FALSE:
                key = "quiz-button-true" if asked.order[line] == 0 else "quiz-button-false"
                items.append(self._make.button(locale, key, *args, row=0))
            else:
                letter = plain(letter_of(line))
                items.append(
                    self._make.button(locale, "quiz-button-option", *args, row=line // _ROW, letter=letter)
                )
        return embed, self._make.view(*items, self._stop(one, row=4))

    def answer(self, one: Round, asked: Asked, tally: Tally) -> discord.Embed:
        """What was right and why, how everybody chose, and who leads."""
        locale, task = one.language, asked.item.task
        assert isinstance(task, Choice)
        given = sum(tally.counts)
        right = sum(tally.counts[at] for at in task.key)
        lines = []
        for line, at in enumerate(asked.order):
            count = tally.counts[at] if at < len(tally.counts) else 0
            key = "live-line-right" if at in task.key else "live-line"
            option = self._option(one, asked, line)
            lines.append(
                self._say(locale, key, option=option, bar=quiz_bar(count, max(1, given)), count=count)
            )
        key_at = min(task.key)
        why = asked.item.why or task.options[key_at].why
        found = standings(tally, one.scoring, one.seconds)
        parts = [
            self._stem(asked),
            joined("\n", lines),
            self._say(locale, "live-told", right=right, answers=given)
            if given
            else self._say(locale, "live-told-nobody"),
            self._quote(why),
            self._misled(one, asked, tally),
            self._leaders(one, found),
        ]
        embed = discord.Embed(description=joined("\n\n", parts), colour=_TOLD)
        embed.set_author(name=self._say(locale, "live-question-title", number=asked.number, all=one.length))
        return embed

    async def end(self, one: Round, tally: Tally) -> tuple[Released, Card]:
        """The result in words, and as a card; the words stand beside the picture for whoever cannot see it."""
        locale = one.language
        if one.phase is Phase.EMPTY:
            text = self._say(locale, "live-empty")
            return text, (discord.Embed(description=text, colour=_ASKING), self._make.view())
        found = standings(tally, one.scoring, one.seconds)
        shown = [self.line(locale, one.scoring, standing) for standing in found[:SHOWN]]
        teams = [self._team(one, standing) for standing in team_standings(found)]
        more = len(found) - len(shown)
        words = joined("\n", [*teams, *shown])
        parts = [
            self._say(locale, "live-end-stopped") if one.phase is Phase.STOPPED else plain(""),
            joined("\n", [self._say(locale, "live-teams"), *teams]) if teams else plain(""),
            joined("\n", [self._say(locale, "live-players"), *shown])
            if shown
            else self._say(locale, "live-end-nobody"),
            self._say(locale, "live-more", count=more) if more > 0 else plain(""),
        ]
        embed = discord.Embed(
            title=self._say(locale, "live-end-title", subject=await self._subject(one)),
            description=joined("\n\n", parts),
            colour=_TOLD,
        )
        items = [self._make.button(locale, "live-button-mine", "live.mine", one.id)] if found else []
        return words, (embed, self._make.view(*items))

    def podium(self, one: Round, tally: Tally) -> list[tuple[int, Released, Released]]:
        """Place, name and score of the first three, to be drawn; teams where there are some."""
        found = standings(tally, one.scoring, one.seconds)
        if one.teams:
            return [
                (it.place, self.team_name(one.language, it.team), self._mean(one, it))
                for it in team_standings(found)[:3]
            ]
        return [
            (it.place, self._name(one.language, it), self.score(one.language, one.scoring, it))
            for it in found[:3]
        ]

    def line(self, locale: Locale, scoring: Scoring, standing: Standing) -> Released:
        """One player's line."""
        return self._say(
            locale,
            "live-standing",
            place=plain(_MEDALS.get(standing.place, f"{standing.place}.")),
            who=plain(f"<@{standing.player.user_id}>"),
            score=self.score(locale, scoring, standing),
        )

    def score(self, locale: Locale, scoring: Scoring, standing: Standing) -> Released:
        """What a player has, in words."""
        return self._say(locale, f"live-score-{scoring}", right=standing.right, points=standing.points)

    def team_name(self, locale: Locale, team: int) -> Released:
        """A team's name, in words."""
        return self._say(locale, f"live-team-{team}")

    def option_name(self, locale: Locale, asked: Asked, line: int) -> Released:
        """An option as its button names it."""
        if asked.item.kind is Kind.TRUE_FALSE:
            return self._say(locale, "quiz-button-true" if asked.order[line] == 0 else "quiz-button-false")
        return plain(letter_of(line))

    def stem(self, asked: Asked) -> Released:
        """The question itself."""
        return self._quote(asked.item.stem)

    def _stem(self, asked: Asked) -> Released:
        stem = asked.item.stem
        if "\n" in stem or "*" in stem:
            return self._quote(stem)
        return joined("", [plain("**"), self._quote(stem), plain("**")])

    def _option(self, one: Round, asked: Asked, line: int) -> Released:
        name = self.option_name(one.language, asked, line)
        task = asked.item.task
        if asked.item.kind is Kind.TRUE_FALSE or not isinstance(task, Choice):
            return name
        text = self._quote(task.options[asked.order[line]].text)
        return joined(" ", [joined("", [plain("**"), name, plain("**")]), text])

    def _misled(self, one: Round, asked: Asked, tally: Tally) -> Released:
        """Why the wrong option that most chose is wrong."""
        task = asked.item.task
        if not isinstance(task, Choice):
            return plain("")
        wrong = [at for at in range(len(task.options)) if at not in task.key and at < len(tally.counts)]
        most = max(wrong, key=lambda at: tally.counts[at], default=None)
        if most is None or not tally.counts[most] or not task.options[most].why or asked.item.why:
            return plain("")
        name = self.option_name(one.language, asked, asked.order.index(most))
        return self._say(one.language, "live-misled", option=name, why=self._quote(task.options[most].why))

    def _leaders(self, one: Round, found: Sequence[Standing]) -> Released:
        leading = [standing for standing in found if standing.right][:BETWEEN]
        if not leading:
            return plain("")
        lines = [self.line(one.language, one.scoring, standing) for standing in leading]
        teams = [self._team(one, standing) for standing in team_standings(found)]
        return joined("\n", [self._say(one.language, "live-leaders"), *teams, *lines])

    def _team(self, one: Round, standing: TeamStanding) -> Released:
        return self._say(
            one.language,
            "live-team-line",
            place=plain(_MEDALS.get(standing.place, f"{standing.place}.")),
            team=self.team_name(one.language, standing.team),
            score=self._mean(one, standing),
        )

    def _mean(self, one: Round, standing: TeamStanding) -> Released:
        points = round(standing.points, 1 if one.scoring is Scoring.ACCURACY else 0)
        return self._say(one.language, f"live-mean-{one.scoring}", points=points)

    def _name(self, locale: Locale, standing: Standing) -> Released:
        """A player's name for the picture; a number where the filters would not show it."""
        verdict = self._guard.check_input(standing.player.name, purpose=Purpose.MATERIAL)
        if verdict.goes_on and verdict.text == standing.player.name:
            return self._guard.quote_for_all(standing.player.name)
        return self._say(locale, "live-unnamed", place=standing.place)

    async def _title(self, one: Round) -> Released:
        return self._say(one.language, "live-lobby-title", subject=await self._subject(one))

    async def _subject(self, one: Round) -> Released:
        """What the round is about."""
        for lesson_id in one.lessons:
            lesson = await self._library.lesson(one.server_id, lesson_id, one.language)
            if lesson is not None:
                return self._quote(lesson.title)
        return self._say(one.language, "live-subject-all")

    def _stop(self, one: Round, row: int | None = None) -> ui.Item[Any]:
        return self._make.button(one.language, "live-button-stop", "live.stop", one.id, row=row)


def _when(one: Round) -> Released:
    return plain(f"<t:{int(one.due_at.timestamp())}:R>")
