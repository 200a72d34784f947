"""A turn's part with the filters: what was decided on the way in, and how that is noted."""

from bot.clock import Clock
from bot.safety import Screening, Verdict
from bot.texts.language import language_of
from bot.tutor.values import Ask, Trace
from bot.tutor.work import Work


def begin(ask: Ask, screening: Screening, clock: Clock) -> Work:
    """The turn's work, with the verdict of our own filters; a hosted moderation is asked beside it."""
    started = clock.monotonic()
    verdict = screening.begin(ask.question, ask.verdict)
    work = Work(
        ask=ask,
        language=language_of(ask.question, preferred=ask.locale),
        verdict=verdict,
        screening=screening,
        trace=Trace(lesson_id=ask.lesson_id or "", mode=ask.mode.value, style=ask.style.value),
        clock=clock,
        began_at=clock.now(),
        last_noted=started,
    )
    _note(work, verdict)
    work.note("filter")
    return work


async def goes_on(work: Work) -> bool:
    """Whether the turn goes on, now that a hosted moderation was heard, too."""
    verdict = await work.screening.settle()
    if verdict is not work.heard:
        work.heard = work.verdict = verdict
        _note(work, verdict)
    return verdict.goes_on


def _note(work: Work, verdict: Verdict) -> None:
    trace = work.trace
    trace.input_action = verdict.action.value
    trace.input_category = verdict.category.value if verdict.category else ""
    trace.input_rule = verdict.rule or ""
    trace.input_score = round(verdict.score, 3)
    trace.input_language = verdict.language
    trace.input_threshold = work.ask.policy.threshold(verdict.category) if verdict.category else 0.0
