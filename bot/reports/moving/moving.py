"""Takes a server's belongings together, and takes such an archive in elsewhere.

Everything in an archive is read and judged before the first word of it is stored: what is wrong anywhere leaves nothing behind. What is
stored then goes in room by room, so a process that is killed on the way has stored a part; the same archive once more brings the rest, and what is
there already stays as it is.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

from bot.clock import Clock
from bot.ids import Ids, RandomIds
from bot.lessons.authoring import Authoring, State
from bot.lessons.importing import Importer, ImportReport, Subject, Upload
from bot.lessons.importing.exporting import export_archive
from bot.practice.authoring import ChallengeAuthoring, DoesNotPart, Mistaken
from bot.practice.authoring import read_text as read_challenge
from bot.practice.values import ChallengeState
from bot.quiz import store as question_bank
from bot.quiz.bank_values import BankPlace, ItemState, NewVersion
from bot.quiz.lint import lint, stands_in_the_way
from bot.quiz.workshop import store as workshop_store
from bot.quiz.workshop.undoing import noted, standing
from bot.reports.moving.belongings import Belongings, MovedChallenge, MovedQuestion
from bot.reports.moving.packing import MOST_MISTAKES, Mistake, pack, unpack
from bot.reports.moving.packing import Mistaken as BrokenFiles
from bot.safety import Policy
from bot.servers.acting import Deed, Signature
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


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of an archive. With mistakes nothing was stored."""

    mistakes: tuple[Mistake, ...] = ()
    refused: ImportReport | None = None
    """What the import of lessons said, where that is what stands in the way."""
    settings: tuple[str, ...] = ()
    """Keys that were set."""
    not_here: tuple[str, ...] = ()
    """Keys whose value this place does not allow; they stay as they were."""
    filters: int = 0
    hidden: int = 0
    lessons: int = 0
    published: int = 0
    questions: int = 0
    flawed: int = 0
    """Questions that were asked there and are drafts here, since something is wrong with them."""
    challenges: int = 0

    @property
    def good(self) -> bool:
        """Whether it was taken in."""
        return not self.mistakes and self.refused is None


@dataclass(frozen=True, slots=True)
class _Judged:
    """A question, and the state that it gets here."""

    question: MovedQuestion
    state: ItemState


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
        """Take an archive in. What this server has beside it stays; what has the same name gets a new version.

        Raises `NotAnArchive`, `ArchiveTooLarge`, `ArchiveTooNew`.
        """
        server_id = moderator.server_id
        try:
            own = await asyncio.to_thread(unpack, data)
        except BrokenFiles as error:
            return Arrival(error.mistakes)
        shared = await self._authoring.shared_matching(server_id, "", hidden=False)
        hidden = await self._authoring.shared_matching(server_id, "", hidden=True)
        report = await self._import(moderator, own.lessons, dry_run=True)
        if report is not None and report.refused:
            return Arrival(refused=report)
        renamed = _renamed(report)
        questions = tuple(
            replace(one, lesson_id=renamed.get(one.lesson_id, one.lesson_id)) for one in own.questions
        )
        known = {lesson.id for lesson in (*shared, *hidden)}
        known |= {one.lesson_id for one in report.lessons} if report is not None else set()
        judged, mistakes = await asyncio.to_thread(_judged, replace(own, questions=questions), known)
        if mistakes:
            return Arrival(tuple(mistakes[:MOST_MISTAKES]))

        await self._import(moderator, own.lessons, dry_run=False)
        published = 0
        for lesson_id in sorted(own.published):
            here = renamed.get(lesson_id, lesson_id)
            if report is not None and any(one.lesson_id == here for one in report.lessons):
                await self._authoring.publish(server_id, here, self._by(moderator))
                published += 1
        hideable = [one for one in own.hidden if any(lesson.id == one for lesson in shared)]
        for lesson_id in hideable:
            await self._authoring.unpublish(server_id, lesson_id, self._by(moderator))
        await self._database.write(
            partial(
                _keep,
                judged=judged,
                by=self._by(moderator),
            )
        )
        for challenge in own.challenges:
            await self._take_challenge(moderator, challenge)
        set_here, not_here = await self._set(moderator, own.settings)
        return Arrival(
            settings=set_here,
            not_here=not_here,
            filters=await self._filter(moderator, own.filters),
            hidden=len(hideable),
            lessons=len(report.lessons) if report is not None else 0,
            published=published,
            questions=len(judged),
            flawed=sum(one.state is not one.question.state for one in judged),
            challenges=len(own.challenges),
        )

    def _by(self, moderator: Moderator) -> Signature:
        return Signature(moderator.server_id, moderator.user_id, self._ids.new(), self._clock.now())

    async def _import(
        self, moderator: Moderator, lessons: bytes | None, *, dry_run: bool
    ) -> ImportReport | None:
        if lessons is None:
            return None
        return await self._importer.take_in(
            [Upload("lessons.zip", lessons)],
            server_id=moderator.server_id,
            dry_run=dry_run,
            author=moderator.user_id,
        )

    async def _take_challenge(self, moderator: Moderator, challenge: MovedChallenge) -> None:
        await self._challenges.keep(moderator.server_id, moderator.user_id, challenge.text)
        if challenge.published:
            try:
                await self._challenges.publish(
                    moderator.server_id, challenge.id, Locale.EN, self._by(moderator)
                )
            except DoesNotPart:
                return  # a draft, as it would be for whoever wrote it here

    async def _set(
        self, moderator: Moderator, data: Mapping[str, Any]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Which settings were set, and which this place does not allow."""
        wanted = await asyncio.to_thread(self._in_words, data)
        fitting = {key: words for key, words in wanted.items() if words is not None}
        if fitting:
            await self._settings.change(moderator, fitting, Deed.SERVER_IMPORTED)
        return tuple(fitting), tuple(key for key in wanted if key not in fitting)

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

    async def _filter(self, moderator: Moderator, data: Mapping[str, Any]) -> int:
        """How many categories of the content policy were set; what is no policy of this tutor is passed over."""
        try:
            policy = Policy.from_data(data)
        except (TypeError, ValueError, AttributeError):
            return 0
        done = 0
        for category, setting in policy.settings.items():
            choices = choices_for(category)
            if choices and setting.action in (None, *choices):
                await self._filters.set(
                    moderator.server_id,
                    moderator.user_id,
                    category,
                    threshold=setting.threshold,
                    action=setting.action or choices[0],
                )
                done += 1
        return done


def _travels(setting: Setting[Any]) -> bool:
    """Whether a setting means the same elsewhere: channels and roles are others there."""
    return setting.key not in _STAY and not isinstance(setting.kind, Marks)


def _renamed(report: ImportReport | None) -> dict[str, str]:
    """Ids that lessons get here, where the one they came with belongs to another lesson."""
    remarks = [one for one in report.remarks if one.subject is Subject.ID_TAKEN] if report is not None else []
    return {one.path.rsplit("/", 1)[-1].removesuffix(".md"): str(one.values["lesson"]) for one in remarks}


def _judged(own: Belongings, known: set[str]) -> tuple[tuple[_Judged, ...], Sequence[Mistake]]:
    """The questions with the state they get, and everything that is wrong. Slow: run it in a thread."""
    mistakes: list[Mistake] = []
    for challenge in own.challenges:
        read = read_challenge(challenge.text)
        path = f"challenges/{challenge.id}.yaml"
        if isinstance(read, Mistaken):
            mistakes += [Mistake(path, line, what) for line, what in read.mistakes]
        elif read[0] != challenge.id:
            mistakes.append(Mistake(path, 1, f"the challenge inside is called {read[0]}"))
    judged = []
    for question in own.questions:
        if question.lesson_id not in known:
            where = f"questions/{question.lesson_id}"
            mistakes.append(Mistake(where, 0, f"there is no lesson {question.lesson_id} here"))
            continue
        sound = not any(stands_in_the_way(lint(item, language)) for language, item in question.texts.items())
        state = question.state if sound or question.state is ItemState.RETIRED else ItemState.DRAFT
        judged.append(_Judged(question, state))
    return tuple(judged), list(dict.fromkeys(mistakes))


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


async def _keep(connection: Connection, *, judged: Sequence[_Judged], by: Signature) -> None:
    server_id = by.server_id
    places = [BankPlace(server_id, one.question.lesson_id, one.question.item_id) for one in judged]
    before = await standing(connection, places)
    for one, place in zip(judged, places, strict=True):
        question = one.question
        texts = {language: replace(item, line=0) for language, item in question.texts.items()}
        await question_bank.put(
            connection,
            place,
            NewVersion.of(texts, by.user_id),
            state=one.state,
            position=await workshop_store.next_position(connection, server_id, question.lesson_id),
            now=by.at,
        )
    await noted(connection, by, Deed.QUESTIONS_IMPORTED, before, places)
