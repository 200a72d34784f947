"""Takes a server's belongings together, and takes such an archive in elsewhere.

Everything in an archive is read and judged before the first word of it is stored, and then stored in one unit: what is wrong anywhere, and a
process that dies on the way, leaves nothing behind. It is one change, which `Undo` takes back in one step.
"""

import asyncio
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from bot.clock import Clock
from bot.ids import Ids, RandomIds
from bot.lessons.authoring import Authoring, SharedLesson, State
from bot.lessons.floors import NotForLearners
from bot.lessons.importing import Importer, ImportReport, Subject, Upload
from bot.lessons.importing.exporting import export_archive
from bot.lessons.importing.importer import Draft
from bot.lessons.prepare import prepare_lesson
from bot.lessons.values import BUILT_IN
from bot.practice.authoring import ChallengeAuthoring, Mistaken
from bot.practice.authoring import read_text as read_challenge
from bot.practice.values import ChallengeState
from bot.quiz import store as question_bank
from bot.quiz.bank_values import BankPlace, ItemState
from bot.quiz.lint import lint, stands_in_the_way
from bot.quiz.workshop import store as workshop_store
from bot.reports.moving.belongings import Belongings, MovedChallenge, MovedQuestion
from bot.reports.moving.packing import MOST_MISTAKES, Mistake, pack, unpack
from bot.reports.moving.packing import Mistaken as BrokenFiles
from bot.reports.moving.storing import Coming, Judged, Overtaken, ReadChallenge, Shown, store_all
from bot.safety import Category, Policy
from bot.safety import Setting as FilterSetting
from bot.servers.acting import Signature
from bot.servers.filters import ServerFilters
from bot.servers.filters.filters import choices_for
from bot.servers.settings import Moderator, ServerSettings
from bot.servers.settings.kinds import Marks
from bot.servers.settings.registry import MODEL, PAUSE_REASON, PAUSED, REGISTRY, Setting
from bot.storage import Connection, Database
from bot.texts.errors import PersonError
from bot.texts.locales import Locale

_STAY: Final = frozenset({MODEL.key, PAUSED.key, PAUSE_REASON.key})
"""Settings that belong to the place: the models are the operator's, and a pause is about this hour."""
_TRIES: Final = 5


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of an archive. With mistakes nothing was stored."""

    mistakes: tuple[Mistake, ...] = ()
    refused: ImportReport | None = None
    """What the import of lessons said, where that is what stands in the way."""
    change: int | None = None
    """The number of the change, by which all of it is taken back; None where everything was so already."""
    settings: tuple[str, ...] = ()
    """Keys that were set."""
    not_here: tuple[str, ...] = ()
    """Keys whose value this place does not allow; they stay as they were."""
    filters: int = 0
    hidden: int = 0
    lessons: int = 0
    published: int = 0
    questions: int = 0
    left: int = 0
    """Questions that are asked here, or wait as drafts, and came as drafts or retired: they stay as they are."""
    flawed: int = 0
    """Questions that were asked there and are drafts here, since something is wrong with them."""
    stopped: int = 0
    """Lessons that were published there and are drafts here, since they hold what no learner may be shown."""
    taken_out: int = 0
    """Questions of the course that are asked no more."""
    challenges: int = 0

    @property
    def good(self) -> bool:
        """Whether it was taken in."""
        return not self.mistakes and self.refused is None


class Moving:
    """Archives of servers."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        *,
        settings: ServerSettings,
        filters: ServerFilters,
        authoring: Authoring,
        importer: Importer,
        challenges: ChallengeAuthoring,
        ids: Ids | None = None,
    ) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings
        self._filters = filters
        self._authoring = authoring
        self._importer = importer
        self._challenges = challenges
        self._ids = ids or RandomIds()

    # ---- out

    async def packed(self, server_id: int) -> tuple[bytes, Belongings]:
        """A server's own things as an archive, and what is in it."""
        own = await self._gathered(server_id)
        return await asyncio.to_thread(pack, own), own

    async def _gathered(self, server_id: int) -> Belongings:
        snapshot = await self._settings.get(server_id)
        portable = {one.key for one in REGISTRY if _travels(one)}
        lessons = await self._authoring.matching(server_id, "")
        hidden = await self._authoring.shared_matching(server_id, "", hidden=True)
        ids = [lesson.id for lesson in lessons]
        packed = await self._database.read(partial(export_archive, server_id=server_id, lesson_ids=ids))
        return Belongings(
            settings={key: value for key, value in snapshot.data.items() if key in portable},
            filters=(await self._filters.policy(server_id)).to_data(),
            hidden=tuple(lesson.id for lesson in hidden),
            lessons=packed,
            published=frozenset(lesson.id for lesson in lessons if lesson.state is State.PUBLISHED),
            questions=await self._database.read(partial(_questions, server_id=server_id)),
            taken_out=tuple((place.lesson_id, place.item_id) for place in await self._taken_out(server_id)),
            challenges=await self._own_challenges(server_id),
        )

    async def _own_challenges(self, server_id: int) -> tuple[MovedChallenge, ...]:
        return tuple(
            [
                MovedChallenge(
                    entry.place.challenge_id,
                    await self._challenges.text(server_id, entry.place.challenge_id),
                    entry.state is ChallengeState.PUBLISHED,
                )
                for entry in await self._challenges.all(server_id, Locale.EN)
                if entry.state is not ChallengeState.RETIRED
            ]
        )

    # ---- in

    async def take_in(self, moderator: Moderator, data: bytes) -> Arrival:
        """Take an archive in, all of it or nothing. What this server has beside it stays; what has the same name gets a new version.

        Raises `NotAnArchive`, `ArchiveTooLarge`, `ArchiveTooNew`.
        """
        try:
            own = await asyncio.to_thread(unpack, data)
        except BrokenFiles as error:
            return Arrival(error.mistakes)
        for _ in range(_TRIES):
            try:
                return await self._take_in(moderator, own)
            except Overtaken:  # somebody changed a lesson meanwhile: look anew
                continue
        raise RuntimeError("lessons of one server kept changing while an archive was taken in")

    async def _take_in(self, moderator: Moderator, own: Belongings) -> Arrival:
        server_id = moderator.server_id
        report, drafts = await self._lessons(server_id, own.lessons)
        if report is not None and report.refused:
            return Arrival(refused=report)
        renamed = _renamed(report)
        questions = tuple(
            replace(one, lesson_id=renamed.get(one.lesson_id, one.lesson_id)) for one in own.questions
        )
        shared = await self._authoring.shared_matching(server_id, "", hidden=False)
        known = {lesson.id for lesson in (*shared, *await self._hidden(server_id))}
        known |= {one.lesson_id for one in report.lessons} if report is not None else set()
        judged, challenges, mistakes = await asyncio.to_thread(
            _judged, replace(own, questions=questions), known
        )
        if mistakes:
            return Arrival(tuple(mistakes[:MOST_MISTAKES]))
        wanted = await asyncio.to_thread(self._in_words, own.settings)
        fitting = {key: words for key, words in wanted.items() if words is not None}
        course = set(await self._database.read(workshop_store.course_places)) - await self._taken_out(
            server_id
        )
        taken_out = tuple(place for one in own.taken_out if (place := BankPlace(BUILT_IN, *one)) in course)
        shown, stopped = await self._shown(
            server_id, report, drafts, {renamed.get(one, one) for one in own.published}
        )
        coming = Coming(
            drafts=drafts,
            shown=shown,
            hidden=tuple(one for one in own.hidden if any(lesson.id == one for lesson in shared)),
            questions=judged,
            taken_out=taken_out,
            challenges=challenges,
            settings=await self._settings.read(fitting),
            filters=_allowed(own.filters),
        )
        by = Signature(server_id, moderator.user_id, self._ids.new(), self._clock.now())
        stored = await self._database.write(partial(store_all, coming=coming, by=by, settings=self._settings))
        await self._settings.refresh(server_id)
        await self._filters.refresh(server_id)
        return Arrival(
            change=stored.change,
            settings=tuple(fitting),
            not_here=tuple(key for key in wanted if key not in fitting),
            filters=len(coming.filters),
            hidden=len(coming.hidden),
            lessons=len(report.lessons) if report is not None else 0,
            published=len(coming.shown),
            questions=len(judged) - stored.left,
            left=stored.left,
            flawed=sum(one.state is not one.question.state for one in judged),
            stopped=stopped,
            taken_out=len(taken_out),
            challenges=len(own.challenges),
        )

    async def _taken_out(self, server_id: int) -> frozenset[BankPlace]:
        return await self._database.read(partial(workshop_store.taken_out, server_id=server_id))

    async def _hidden(self, server_id: int) -> tuple[SharedLesson, ...]:
        return await self._authoring.shared_matching(server_id, "", hidden=True)

    async def _lessons(
        self, server_id: int, lessons: bytes | None
    ) -> tuple[ImportReport | None, tuple[Draft, ...]]:
        if lessons is None:
            return None, ()
        return await self._importer.prepared([Upload("lessons.zip", lessons)], server_id=server_id)

    async def _shown(
        self, server_id: int, report: ImportReport | None, drafts: Sequence[Draft], wanted: Collection[str]
    ) -> tuple[tuple[Shown, ...], int]:
        """The lessons that learners are to see: as they come, or as they are stored where nothing in them is new.

        And how many of those that are to be seen may not be, whoever wants it.
        """
        new = {merged.lesson.id: (converted, merged.version) for merged, converted in drafts}
        found, stopped = [], 0
        for one in report.lessons if report is not None else ():
            if one.lesson_id not in wanted:
                continue
            if one.lesson_id in new:
                lesson, number = new[one.lesson_id]
            else:
                draft = await self._authoring.draft(server_id, one.lesson_id)
                lesson, number = draft.lesson, draft.version
            if not lesson.plan:
                continue
            try:
                await self._authoring.require_fit_for_learners(lesson)
            except NotForLearners:
                stopped += 1
            else:
                prepared = await asyncio.to_thread(prepare_lesson, lesson, {}, server_id)
                found.append(Shown(prepared, number))
        return tuple(found), stopped

    def _in_words(self, data: Mapping[str, Any]) -> Mapping[str, str | None]:
        """What each setting is set to; None where this place does not allow it. May read files."""
        wanted: dict[str, str | None] = {}
        operator = self._settings.operator
        for setting in REGISTRY:
            if setting.key in data and _travels(setting):
                try:
                    words = setting.kind.words(setting.kind.unpack(data[setting.key], operator))
                    setting.kind.read(words, operator)
                except (PersonError, TypeError, ValueError, ArithmeticError):
                    wanted[setting.key] = None
                else:
                    wanted[setting.key] = words
        return wanted


def _allowed(data: Mapping[str, Any]) -> Mapping[Category, FilterSetting]:
    """The categories of a content policy that a server may set; what is no policy of this tutor is passed over."""
    try:
        policy = Policy.from_data(data)
    except (TypeError, ValueError, AttributeError):
        return {}
    return {
        category: setting
        for category, setting in policy.settings.items()
        if (choices := choices_for(category)) and setting.action in (None, *choices)
    }


def _travels(setting: Setting[Any]) -> bool:
    """Whether a setting means the same elsewhere: channels and roles are others there."""
    return setting.key not in _STAY and not isinstance(setting.kind, Marks)


def _renamed(report: ImportReport | None) -> dict[str, str]:
    """Ids that lessons get here, where the one they came with belongs to another lesson."""
    remarks = [one for one in report.remarks if one.subject is Subject.ID_TAKEN] if report is not None else []
    return {one.path.rsplit("/", 1)[-1].removesuffix(".md"): str(one.values["lesson"]) for one in remarks}


def _judged(
    own: Belongings, known: set[str]
) -> tuple[tuple[Judged, ...], tuple[tuple[ReadChallenge, bool], ...], Sequence[Mistake]]:
    """Questions with the state they get, challenges as they were read, and all that is wrong. Slow: run it in a thread."""
    mistakes: list[Mistake] = []
    challenges = []
    for challenge in own.challenges:
        read = read_challenge(challenge.text)
        path = f"challenges/{challenge.id}.yaml"
        if isinstance(read, Mistaken):
            mistakes += [Mistake(path, line, what) for line, what in read.mistakes]
        elif read[0] != challenge.id:
            mistakes.append(Mistake(path, 1, f"the challenge inside is called {read[0]}"))
        else:
            challenges.append((read, challenge.published))
    judged = []
    for question in own.questions:
        if question.lesson_id not in known:
            where = f"questions/{question.lesson_id}"
            mistakes.append(Mistake(where, 0, f"there is no lesson {question.lesson_id} here"))
            continue
        sound = not any(stands_in_the_way(lint(item, language)) for language, item in question.texts.items())
        state = question.state if sound or question.state is ItemState.RETIRED else ItemState.DRAFT
        judged.append(Judged(question, state))
    return tuple(judged), tuple(challenges), list(dict.fromkeys(mistakes))


async def _questions(connection: Connection, *, server_id: int) -> tuple[MovedQuestion, ...]:
    found = await question_bank.entries(connection, {server_id}, states=list(ItemState))
    return tuple(
        [
            MovedQuestion(
                one.place.lesson_id,
                one.place.item_id,
                one.state,
                await question_bank.item_texts(connection, one.place, one.version),
            )
            for one in found
        ]
    )
