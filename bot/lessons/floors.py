"""What no lesson may show to learners, whatever a server sets: what harms minors, and secrets such as keys.

Everything else that the filters would stop is course material as often as not (a lesson on attacks shows attacks): it is noted, and a
moderator decides. Drafts may hold anything, since nobody but their authors sees them.
"""

from collections.abc import Iterator

from bot.lessons.course import CourseLesson
from bot.safety.guard import Guard
from bot.safety.verdict import Category, Purpose, Verdict
from bot.texts.errors import PersonError
from bot.texts.kinds import Released

FLOORS = (Category.MINORS, Category.SECRET)
"""The categories that keep a lesson from its learners, the gravest first. Of distress lessons speak to teach what to do about it; what is
sealed belongs to questions and challenges."""


class NotForLearners(PersonError):
    """A lesson was to be published that holds what no learner may be shown."""


class HarmsMinors(NotForLearners):
    """It holds what harms minors."""

    key = "teach-lesson-stopped-minors"


class HoldsSecret(NotForLearners):
    """It holds a key, password or token that looks like a real one."""

    key = "teach-lesson-stopped-secret"


def floor_in(verdict: Verdict) -> Category | None:
    """The gravest of `FLOORS` that a verdict found."""
    return next((category for category in FLOORS if verdict.found(category)), None)


def require_fit_for_learners(guard: Guard, lesson: CourseLesson) -> None:
    """Read a lesson in every language that it has. Slow (about a millisecond a section): run it in a thread.

    Raises `HarmsMinors` or `HoldsSecret`, which name the first place where it is so.
    """
    for title, heading, text in _pieces(lesson):
        found = floor_in(guard.check_input(f"{heading}\n\n{text}", purpose=Purpose.MATERIAL))
        if found is not None:
            names: dict[str, Released | float] = {
                "lesson": guard.quote(title),
                "heading": guard.quote(heading),
            }
            raise HarmsMinors(**names) if found is Category.MINORS else HoldsSecret(**names)


def _pieces(lesson: CourseLesson) -> Iterator[tuple[str, str, str]]:
    """Title, heading and text of everything in it that learners read."""
    for text in lesson.texts.values():
        for section in text.sections.values():
            yield text.title, section.heading, section.markdown
        # Last, since a summary that nobody wrote is the beginning of a section, which is then the place to name.
        yield text.title, text.title, "\n".join((text.summary, *text.goals))
