"""What an archive changes in a server, in one unit: all of it or nothing, whatever stops the process.

Everything was read, judged and worked out before. Each room records its own changes, so that `Undo` knows their way back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.lessons import versions
from bot.lessons.authoring import State
from bot.lessons.authoring import store as authoring_store
from bot.lessons.authoring.noting import noted as lesson_noted
from bot.lessons.importing.importer import Draft, add_noted
from bot.lessons.prepare import PreparedLesson
from bot.practice.authoring import DoesNotPart, keep_read, publish_kept
from bot.practice.store import NewVersion as NewChallenge
from bot.practice.values import ChallengePlace
from bot.quiz import store as question_bank
from bot.quiz.bank_values import BankPlace, ItemState, NewVersion
from bot.quiz.workshop import store as workshop_store
from bot.quiz.workshop.undoing import MOST_NAMED, decide, noted, standing
from bot.reports.moving.belongings import MovedQuestion
from bot.safety import Category, Policy
from bot.safety import Setting as FilterSetting
from bot.servers.acting import Deed, Signature, note, several
from bot.servers.filters import store as filter_store
from bot.servers.filters.filters import changed as with_category
from bot.servers.filters.filters import choices_for
from bot.servers.settings import ServerSettings
from bot.storage import Connection
from bot.texts.locales import Locale

_STANDING = {ItemState.RETIRED: 0, ItemState.DRAFT: 1, ItemState.PUBLISHED: 2}
"""What an archive brings never takes a question from those who are asked it."""

ReadChallenge = tuple[str, NewChallenge, str]
"""Id, mappings and title of a challenge."""


class Overtaken(Exception):
    """Somebody changed a lesson since the archive was looked at: look anew."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A question, and the state that it gets here."""

    question: MovedQuestion
    state: ItemState


@dataclass(frozen=True, slots=True)
class Shown:
    """A version of a lesson, ready for learners."""

    prepared: PreparedLesson
    version: int


@dataclass(frozen=True, slots=True)
class Coming:
    """All that is to be stored."""

    drafts: tuple[Draft, ...] = ()
    shown: tuple[Shown, ...] = ()
    """Lessons that learners are to see, each in its newest version."""
    hidden: tuple[str, ...] = ()
    """Built-in lessons that learners are not to see."""
    questions: tuple[Judged, ...] = ()
    taken_out: tuple[BankPlace, ...] = ()
    """Questions of the course that learners are not to be asked."""
    challenges: tuple[tuple[ReadChallenge, bool], ...] = ()
    """As they were read, and whether learners are to get them."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """By key, as they are kept."""
    filters: Mapping[Category, FilterSetting] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of it."""

    change: int | None
    """The number of the change; None where everything was so already."""
    left: int
    """Questions that stand better here than they came, and stay as they are."""


async def store_all(
    connection: Connection, *, coming: Coming, by: Signature, settings: ServerSettings
) -> Stored:
    """Store everything as one change. Raises `Overtaken`, and then nothing is stored."""
    before = await several.newest(connection, by.server_id)
    if coming.drafts and not await add_noted(
        connection, by=by, drafts=coming.drafts, deed=Deed.LESSON_IMPORTED
    ):
        raise Overtaken
    for one in coming.shown:
        await _show(connection, one, by)
    await _hide(connection, coming.hidden, by)
    left = await _keep_questions(connection, coming.questions, by)
    for place in coming.taken_out:
        await decide(connection, by, place, ItemState.RETIRED)
    for read, is_published in coming.challenges:
        await keep_read(connection, by, read)
        if is_published:
            try:
                await publish_kept(connection, ChallengePlace(by.server_id, read[0]), Locale.EN, by)
            except DoesNotPart:
                continue  # a draft, as it would be for whoever wrote it here
    if coming.settings:
        await settings.keep(connection, by, coming.settings, Deed.SETTINGS_SET)
    await _set_filters(connection, coming.filters, by)
    return Stored(await several.close(connection, by, Deed.SERVER_IMPORTED, after=before), left)


async def _show(connection: Connection, one: Shown, by: Signature) -> None:
    lesson_id = one.prepared.lesson.id
    found = await authoring_store.own_lessons(connection, by.server_id, lesson_id)
    if not found or found[0].newest != one.version or found[0].state is State.DELETED:
        raise Overtaken
    if found[0].state is State.PUBLISHED and found[0].publish_at is None:
        return
    await versions.publish(connection, by.server_id, one.prepared, version=one.version)
    await lesson_noted(connection, by=by, deed=Deed.LESSON_PUBLISHED, before=found[0])


async def _hide(connection: Connection, wanted: Sequence[str], by: Signature) -> None:
    shared = await authoring_store.shared_lessons(connection, by.server_id) if wanted else ()
    for lesson in shared:
        if lesson.id in wanted and not lesson.is_hidden:
            await authoring_store.hide(connection, by.server_id, lesson.id, now=by.at)
            await note(connection, by, Deed.LESSON_HIDDEN, lesson.id, {"hidden": False}, {"hidden": True})


async def _keep_questions(connection: Connection, judged: Sequence[Judged], by: Signature) -> int:
    """How many questions were left as they are here."""
    there = {
        entry.place: entry.state
        for entry in await question_bank.entries(connection, {by.server_id}, states=list(ItemState))
    }
    coming = [(BankPlace(by.server_id, one.question.lesson_id, one.question.item_id), one) for one in judged]
    taken = [
        (place, one)
        for place, one in coming
        if place not in there or _STANDING[one.state] >= _STANDING[there[place]]
    ]
    for start in range(0, len(taken), MOST_NAMED):
        some = taken[start : start + MOST_NAMED]
        before = await standing(connection, [place for place, _ in some])
        for place, one in some:
            texts = {language: replace(item, line=0) for language, item in one.question.texts.items()}
            await question_bank.put(
                connection,
                place,
                NewVersion.of(texts, by.user_id),
                state=one.state,
                position=await workshop_store.next_position(connection, by.server_id, place.lesson_id),
                now=by.at,
            )
        await noted(connection, by, Deed.QUESTIONS_IMPORTED, before, [place for place, _ in some])
    return len(coming) - len(taken)


async def _set_filters(
    connection: Connection, wanted: Mapping[Category, FilterSetting], by: Signature
) -> None:
    stored = await filter_store.newest(connection, by.server_id)
    policy = before = Policy.from_data(stored.data)
    for category, setting in wanted.items():
        was = policy
        policy = with_category(
            policy, category, setting.threshold, setting.action or choices_for(category)[0]
        )
        old, new = (one.to_data().get(category.value, {}) for one in (was, policy))
        if old != new:
            await note(connection, by, Deed.FILTERS_SET, category.value, old, new)
    if policy.to_data() != before.to_data():
        await filter_store.add_version(
            connection,
            by.server_id,
            stored.version + 1,
            policy.to_data(),
            actor=await by.mark(connection),
            now=by.at,
        )
