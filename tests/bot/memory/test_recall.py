"""Which turns a question is about: arithmetic alone, and through the index."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.learners.values import LearnerKey
from bot.memory import recall, store
from bot.memory.memory import Memory
from bot.memory.values import Outcome, Spot, Turn
from bot.storage import Connection, Database
from bot.texts.kinds import Released
from bot.texts.locales import Locale
from bot.tutor.alike import alike
from bot.tutor.terms import terms_of

ADA = LearnerKey(1, 11)
BEGAN = datetime(2023, 5, 8, tzinfo=UTC)


def test_a_rare_word_counts_more_than_a_common_one() -> None:
    scores = recall.by_words([(1, 2, 3), (4,)], [], asked=(), among=5)
    assert scores[4] > scores[1] == scores[2]


def test_a_word_in_the_learners_question_counts_more_than_in_an_answer() -> None:
    scores = recall.by_words([(1, 2)], [], asked={2}, among=9)
    assert scores[2] > scores[1]


def test_a_word_of_like_meaning_counts_less_than_the_word_itself() -> None:
    scores = recall.by_words([(1,)], [(2,)], asked=(), among=9)
    assert scores[1] > scores[2] > 0


def test_a_turn_beside_one_that_was_found_is_found_too_but_not_in_another_conversation() -> None:
    spots = [Spot(1, 5, 1, 9), Spot(2, 5, 2, 9), Spot(9, 6, 2, 9)]
    assert list(recall.best({1: 3.0, 9: 0.1}, spots, leaving_out=())) == [1, 2, 9]


def test_of_two_that_fit_alike_the_one_that_says_more_comes_first() -> None:
    spots = [Spot(1, 5, 1, 30), Spot(2, 6, 1, 3)]
    assert list(recall.best({1: 1.0, 2: 1.0}, spots, leaving_out=())) == [1, 2]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("What did Maya buy?", 2),
        ("小林买了什么？", 3),
        ("What was bought?", 1),
        ("What did Maya and 小林 buy?", 1),
        ("Who is a Mayan?", 1),
    ],
)
def test_what_the_person_said_whom_the_question_names_comes_first(question: str, first: int) -> None:
    said = {1: "Tom: a boat", 2: "Maya: a boat", 3: "小林：一条船"}
    assert recall.by_speaker({1: 1.0, 2: 0.9, 3: 0.8}, said, question)[0] == first


def test_nearness_in_meaning_brings_up_what_shares_no_word() -> None:
    near = dict.fromkeys(range(3, 9), 0.1) | {7: 0.9}
    scores = recall.joined({1: 2.0, 2: 0.5}, recall.in_shares(near), share=recall.BY_MODEL)
    assert recall.best_of(scores, 3) == [7, 1, 2]


@pytest.fixture
def memory(database: Database) -> Memory:
    return Memory(database, lambda text: len(text) // 4, terms_of, alike=alike)


async def said(
    database: Database, memory: Memory, *questions: str, key: LearnerKey = ADA, apart: int = 1
) -> None:
    turns = [
        Turn(f"{key.user_id}-{at}", key, 5, BEGAN + timedelta(days=apart * at), Locale.EN, question, Released("Yes."),
             Outcome.ANSWERED, (), False, {})
        for at, question in enumerate(questions)
    ]  # fmt: skip
    entries = [memory.entry(turn) for turn in turns]

    async def unit(connection: Connection) -> None:
        for turn, entry in zip(turns, entries, strict=True):
            await store.add(connection, turn, entry)

    await database.write(unit)


async def found(memory: Memory, question: str, *, key: LearnerKey = ADA, most: int = 1) -> list[str]:
    return [turn.question for turn in await memory.search(key, question, most=most)]


OTHERS = [
    "Hello there.",
    "The weather is fine.",
    "Let us go on.",
    "I like music.",
    "今天天气不错。",
    "早上好。",
]


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("Maya: My car broke down on the motorway.", "Why did Maya's vehicle stop?"),
        ("Caroline: I went to a counselling workshop.", "When did Caroline go to the workshop?"),
        ("小林：我昨天去医院看了医生。", "小林为什么去见大夫？"),
        (
            "user: the build number is 4f9c1e7d-aa10-4b7e-9c4e-77e0b5a1f0aa",
            "4f9c1e7d-aa10-4b7e-9c4e-77e0b5a1f0aa",
        ),
        ("assistant: " + "words and words " * 900 + "ending with rhubarb.", "What was it with rhubarb?"),
    ],
)
async def test_what_was_told_is_found_in_other_words_names_numbers_and_long_turns(
    database: Database, memory: Memory, told: str, asked: str
) -> None:
    await said(database, memory, *OTHERS[:3], told, *OTHERS[3:])
    assert await found(memory, asked) == [told]


@pytest.mark.parametrize("asked", ["What did I say in May 2023?", "8 May", "on May 8, 2023"])
async def test_a_turn_is_found_by_the_date_on_which_it_was_said(
    database: Database, memory: Memory, asked: str
) -> None:
    await said(database, memory, "Good morning!", *OTHERS, apart=40)
    assert await found(memory, asked) == ["Good morning!"]


async def test_how_much_turns_say_is_counted_however_long_they_are(
    database: Database, memory: Memory
) -> None:
    await said(database, memory, "rhubarb", "rhubarb " + "zebra " * 700)
    spots = await database.read(lambda connection: store.around(connection, [1, 2], reach=0))
    assert {spot.number: spot.terms for spot in spots} == {
        1: 4,
        2: 704,
    }  # with the date's three; stop words are none


async def test_a_word_that_is_everywhere_finds_the_newest_turns(database: Database, memory: Memory) -> None:
    await said(database, memory, *(f"token {number}" for number in range(420)))
    assert await found(memory, "token", most=2) == ["token 419", "token 418"]


async def test_another_learners_words_are_never_found(database: Database, memory: Memory) -> None:
    await said(database, memory, "My secret is rhubarb.")
    for other in (LearnerKey(1, 12), LearnerKey(2, 11), LearnerKey(0, 11)):
        assert await found(memory, "rhubarb secret", key=other) == []


async def test_removed_words_are_gone_from_the_disk_after_wiping_in_pieces(
    database: Database, memory: Memory
) -> None:
    await said(database, memory, *(f"rhubarb {number} zebra{number}" for number in range(300)))
    await memory.forget_before(BEGAN + timedelta(days=299))
    await memory.wipe()

    async def count(connection: Connection) -> int:
        blocks = await connection.exec_driver_sql("SELECT block FROM memory_index_data")
        return sum(block.count(b"zebra") for (block,) in blocks)

    assert await database.read(count) <= 1
    assert await found(memory, "zebra299") == ["rhubarb 299 zebra299"]
