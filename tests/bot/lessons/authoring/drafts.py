"""What tests of authoring share: a lesson that was begun, and a way to edit it."""

from datetime import UTC, datetime, timedelta

from bot.lessons.authoring import Authoring
from bot.lessons.authoring.forms import Answers, Overtaken
from bot.lessons.authoring.values import Subject
from bot.lessons.authoring.writing import Saved
from bot.texts.locales import Locale

SERVER, OTHER, ADA, MO = 71, 72, 1, 2
TEXT = "Retrieval finds passages first. Then the model answers from them."
EN, CN, TW = Locale.EN, Locale.ZH_CN, Locale.ZH_TW


class MovingClock:
    """Moved by the test alone."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 5, 1, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.moment

    def monotonic(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


async def begun(authoring: Authoring, title: str = "Retrieval", language: Locale = EN) -> str:
    answers = Answers(
        title=title,
        summary="How answers are grounded.",
        goals="- find\n- cite",
        heading="Basics",
        boxes=(TEXT,),
    )
    return (await authoring.writing.begin(SERVER, ADA, language, answers)).lesson_id


async def edited(
    authoring: Authoring,
    lesson_id: str,
    markdown: str,
    section: str | None = "basics",
    language: Locale = EN,
    **more: str,
) -> Saved | Overtaken:
    subject = Subject.SECTION if section else Subject.NEW
    form = await authoring.writing.open(SERVER, ADA, lesson_id, language, subject, section)
    answers = Answers(heading=more.pop("heading", form.heading), boxes=(markdown,), **more)
    return await authoring.writing.hand_in(SERVER, ADA, form.edit.id, answers)


async def text_of(
    authoring: Authoring, lesson_id: str, section: str = "basics", language: Locale = EN
) -> str:
    draft = await authoring.draft(SERVER, lesson_id)
    return draft.lesson.texts[language].sections[section].markdown
