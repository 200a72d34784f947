"""What one turn has found out so far, handed from step to step."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.clock import Clock
from bot.lessons.values import Passage
from bot.llm.values import ChatMessage, Payer
from bot.memory.memory import Recollection
from bot.memory.values import Citation
from bot.quiz.attempts.sealing import OpenItem
from bot.safety import Screening, Verdict
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from bot.tutor.stopping import Stopping
from bot.tutor.store import Ladder
from bot.tutor.values import Ask, Stage, Trace


@dataclass(slots=True)
class Work:
    """One turn under way."""

    ask: Ask
    language: Locale
    verdict: Verdict
    screening: Screening
    trace: Trace
    clock: Clock
    began_at: datetime
    last_noted: float
    heard: Verdict | None = None
    """What was decided with a hosted moderation, too; None until that was heard. What is left of the message to answer stands in `verdict`."""
    memory: Recollection = field(default_factory=Recollection)
    ladder: Ladder | None = None
    """The ladder of hints that stands open in this conversation."""
    open_items: tuple[OpenItem, ...] = ()
    """What the learner is being asked in quizzes."""
    guarded: tuple[OpenItem, ...] = ()
    """Of that and of the ladder, what this turn comes near: no reply is shown before it is known to tell no answer."""
    sealed: tuple[str, ...] = field(default=(), repr=False)
    """Keys that are not to be said: those of what the learner still works on."""
    notes: tuple[Released, ...] = ()
    """What is said above the answer; nothing above one for all to see."""
    passages: tuple[Passage, ...] = ()
    citations: tuple[Citation, ...] = ()
    messages: tuple[ChatMessage, ...] = ()
    cut_at_limit: bool = False
    stopping: Stopping = field(default_factory=Stopping)

    def note(self, stage: str) -> None:
        """Write down how long the stage that ends now has taken."""
        now = self.clock.monotonic()
        self.trace.stages.append(Stage(stage, round((now - self.last_noted) * 1000)))
        self.last_noted = now

    @property
    def payer(self) -> Payer:
        """On whom a model call of this turn counts."""
        return Payer(self.ask.key.in_server, self.ask.key.user_id)
