"""A turn's part with the filters: what was decided on the way in, and how that is noted."""

from dataclasses import replace

from bot.clock import Clock
from bot.safety import Action, Category, Screening, Verdict
from bot.texts.language import language_of
from bot.tutor.ladder import begs
from bot.tutor.values import Ask, Mode, Trace
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


def as_told(work: Work) -> Verdict:
    """The verdict as the learner is told of it: who begs for the answer, where they get hints, overrides nothing.

    That is told by what to do for the next hint. Where a written rule knows the words of an attempt to override, they hear so.
    """
    verdict = work.verdict
    only_begs = work.ask.mode is Mode.HINT and verdict.action is Action.AS_DATA and begs(verdict.text)
    by_words = any(
        finding.category is Category.OVERRIDE and not finding.rule.startswith("classifier.")
        for finding in verdict.findings
    )
    return replace(verdict, action=Action.ALLOW) if only_begs and not by_words else verdict


def _note(work: Work, verdict: Verdict) -> None:
    trace = work.trace
    trace.input_action = verdict.action.value
    trace.input_category = verdict.category.value if verdict.category else ""
    trace.input_rule = verdict.rule or ""
    trace.input_score = round(verdict.score, 3)
    trace.input_language = verdict.language
    trace.input_threshold = work.ask.policy.threshold(verdict.category) if verdict.category else 0.0
