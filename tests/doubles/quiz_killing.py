"""A quiz under murder: a learner answers, the bot is killed at a moment drawn from a seed, starts again, and the same card goes on.

Whatever the moment was: the quiz comes to its end by the buttons of the card that was there, every question is answered exactly
once, and what the card says is what the database holds.
"""

import asyncio
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from playground import DidNotRespond, NotPossible, Person, Playground, Reply
from tests.doubles.bot_process import BotProcess
from tests.doubles.murder import alive, murder, rows_of

STEP_SECONDS = 20.0
"""Far more than a step takes, on a machine that does ten other things."""
LENGTH = 3
_MOST_STEPS = 60


@dataclass(slots=True)
class QuizRound:
    """What one seed did."""

    seed: int
    killed_at: str = "never"
    presses: int = 0
    complaints: list[str] = field(default_factory=list)


class QuizKilling:
    """A playground and a bot that is killed again and again."""

    def __init__(self, play: Playground, bot: BotProcess, data: Path) -> None:
        self._play = play
        self._bot = bot
        self._database = data / "tutor.db"

    async def round(self, seed: int) -> QuizRound:
        """Take a quiz with one murder in it; what is wrong stands in `complaints`."""
        one = QuizRound(seed)
        await alive(self._bot)
        chance = Random(seed)
        mode = chance.choice(["practice", "exam", "adaptive"])
        ada = self._play.person(f"Ada{seed}", locale=chance.choice(["en-US", "zh-CN"]))
        card = await ada.slash("quiz start", lesson="how-llms-work", mode=mode, length=LENGTH)
        await card.until(lambda card: card.has_button("quiz.pick"), STEP_SECONDS)
        async with murder(self._play, self._bot, chance, 3 * LENGTH) as murdered:
            await self._to_the_end(one, ada, card, chance)
        one.killed_at = murdered.at
        self._judge(one, ada, card)
        one.complaints += self._play.violations
        self._play.violations.clear()
        return one

    async def _to_the_end(self, one: QuizRound, ada: Person, card: Reply, chance: Random) -> None:
        while not card.has_button("quiz.look"):
            one.presses += 1
            if one.presses > _MOST_STEPS:
                one.complaints.append(f"it never ends:\n{card.screen()}")
                return
            before = card.screen() + str(card.components)
            await alive(self._bot)
            button = "quiz.next" if card.has_button("quiz.next") else "quiz.pick"
            if button == "quiz.pick" and card.has_button("quiz.hint") and chance.random() < 0.3:
                button = "quiz.hint"
            try:
                await ada.press(card, button)
                if chance.random() < 0.3:
                    await ada.press(card, button)  # a double click
            except (DidNotRespond, NotPossible):
                continue  # it was killed, or the button is gone already
            await self._changed(card, before)

    async def _changed(self, card: Reply, before: str) -> None:
        """Until the card changed, or the bot is dead and it never will."""
        ends = asyncio.get_running_loop().time() + STEP_SECONDS
        while card.screen() + str(card.components) == before and self._bot.is_running:
            if asyncio.get_running_loop().time() > ends:
                return
            await asyncio.sleep(0.01)

    def _judge(self, one: QuizRound, ada: Person, card: Reply) -> None:
        rows = self._rows(
            "SELECT q.number, q.answered_at, q.is_right, a.state FROM quiz_questions q"
            " JOIN quiz_attempts a ON a.id = q.attempt_id WHERE q.user_id = ? ORDER BY q.number",
            ada.id,
        )
        if [row[0] for row in rows] != list(range(1, LENGTH + 1)) or any(row[1] is None for row in rows):
            one.complaints.append(f"questions are missing, doubled or not answered: {rows}")
        if any(row[3] != "finished" for row in rows):
            one.complaints.append(f"the quiz is not finished: {rows}")
        graded = self._rows("SELECT answers FROM quiz_mastery WHERE user_id = ?", ada.id)
        concepts = self._rows(
            "SELECT json_array_length(v.concepts) FROM quiz_questions q JOIN quiz_versions v ON"
            " v.server_id = q.bank_id AND v.lesson_id = q.lesson_id AND v.item_id = q.item_id AND v.version = q.version"
            " WHERE q.user_id = ?",
            ada.id,
        )
        if sum(row[0] for row in graded) != sum(row[0] for row in concepts):
            one.complaints.append(
                f"mastery moved {graded}, once for each answer and concept would be {concepts}"
            )
        right = sum(bool(row[2]) for row in rows)
        if (
            f"{right} of {LENGTH} right" not in card.text
            and f"答对 {right} 题，共 {LENGTH} 题" not in card.text
        ):
            one.complaints.append(f"{right} were right, and the card says:\n{card.screen()}")

    def _rows(self, sql: str, *values: str | int) -> list[tuple[object, ...]]:
        return rows_of(self._database, sql, *values)
