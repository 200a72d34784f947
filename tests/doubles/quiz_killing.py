"""A quiz under murder: a learner answers, the bot is killed at a moment drawn from a seed, starts again, and the same card goes on.

Whatever the moment was: the quiz comes to its end by the buttons of the card that was there, every question is answered exactly
once, and what the card says is what the database holds.
"""

import asyncio
from dataclasses import dataclass
from random import Random

from playground import Person, Reply
from tests.doubles.murder import MurderRound, MurderScene, alive

STEP_SECONDS = 20.0
"""Far more than a step takes, on a machine that does ten other things."""
LENGTH = 3
_MOST_STEPS = 60


@dataclass(slots=True, kw_only=True)
class QuizRound(MurderRound):
    """A learner, and their quiz."""

    ada: Person
    card: Reply
    mode: str
    presses: int = 0


class QuizKilling(MurderScene[QuizRound]):
    """Quizzes, one in each round."""

    async def _begin(self, seed: int, chance: Random) -> QuizRound:
        mode = chance.choice(["practice", "exam", "adaptive"])
        ada = self._play.person(f"Ada{seed}", locale=chance.choice(["en-US", "zh-CN"]))
        card = await ada.slash("quiz start", lesson="how-llms-work", mode=mode, length=LENGTH)
        await card.until(lambda card: card.has_button("quiz.pick"), STEP_SECONDS)
        return QuizRound(seed, ada=ada, card=card, mode=mode)

    def _latest(self, one: QuizRound) -> int:
        """Every press is answered by one request; an exam goes on by itself."""
        return LENGTH if one.mode == "exam" else 2 * LENGTH - 1

    async def _to_the_end(self, one: QuizRound, chance: Random) -> None:
        card = one.card
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
            clicks = (
                2 if chance.random() < 0.3 else 1
            )  # a double click reaches the bot before anything changed
            pressed = [self._unless_killed(one.ada.press(card, button)) for _ in range(clicks)]
            if any(await asyncio.gather(*pressed)):
                await self._changed(card, before)

    async def _changed(self, card: Reply, before: str) -> None:
        """Until the card changed, or the bot is dead and it never will."""
        ends = asyncio.get_running_loop().time() + STEP_SECONDS
        while card.screen() + str(card.components) == before and self._bot.is_running:
            if asyncio.get_running_loop().time() > ends:
                return
            await asyncio.sleep(0.01)

    def _judge(self, one: QuizRound) -> None:
        ada, card = one.ada, one.card
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
