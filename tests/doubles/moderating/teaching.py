"""What random moderators do with lessons, questions and challenges."""

from typing import Final

from hypothesis import strategies as st

from bot.lessons.authoring import State
from bot.lessons.authoring.forms import Answers, Overtaken
from bot.lessons.authoring.values import Subject
from bot.practice.authoring import Mistaken
from bot.quiz import formats
from bot.quiz.bank_values import ItemState
from bot.texts.locales import Locale
from tests.doubles.moderating.house import House, action, people, places, servers
from tests.doubles.own_challenge import OWN_CHALLENGE

LESSON: Final = "how-llms-work"
SHARED: Final = (LESSON, "embeddings-and-search")
QUESTION: Final = (
    "::stripes:: What has stripes? {{=a zebra#It has them. ~a lion#{} ~a fish#Few have them.}}\n"
)

QUESTIONS: Final = ("How are tokens counted?", "上下文窗口是什么？")

texts = st.sampled_from(
    ("Stripes are found first.", "Spots are found last.", "检索先找到段落。", "斑点留到最后。")
)


class TeachesThings(House):
    """Lessons, questions, challenges."""

    async def _lesson(self, server: int, place: int, *states: State) -> str:
        """One of the server's own lessons; a shared one where it has none."""
        own = await self._s.authoring.matching(server, "", *states)
        return own[place % len(own)].id if own else LESSON

    @action(
        person=people, server=servers, title=st.sampled_from(("Zebrafish", "斑马鱼", "Lions")), text=texts
    )
    def begins_a_lesson(self, person: int, server: int, title: str, text: str) -> None:
        async def begin() -> None:
            if len(await self._s.authoring.matching(server, "", *State)) < 4:
                answers = Answers(title=title, heading="Basics", boxes=(text,))
                await self._s.authoring.writing.begin(server, person, Locale.EN, answers)

        self._run(self._act(person, server, begin))

    @action(person=people, server=servers, place=places, text=texts)
    def rewrites_a_section(self, person: int, server: int, place: int, text: str) -> None:
        async def rewrite() -> None:
            writing = self._s.authoring.writing
            lesson = await self._lesson(server, place)
            form = await writing.open(server, person, lesson, Locale.EN, Subject.SECTION, "basics")
            done = await writing.hand_in(
                server, person, form.edit.id, Answers(heading="Basics", boxes=(text,))
            )
            assert not isinstance(done, Overtaken)

        self._run(self._act(person, server, rewrite))

    @action(
        person=people,
        server=servers,
        place=places,
        what=st.sampled_from(("publish", "publish", "unpublish", "delete", "restore", "roll_back")),
        shared=st.booleans(),
    )
    def changes_what_learners_see(
        self, person: int, server: int, place: int, what: str, shared: bool
    ) -> None:
        async def change() -> None:
            authoring, by = self._s.authoring, self._by(person, server)
            lesson = SHARED[place % 2] if shared else await self._lesson(server, place, *State)
            match what:
                case "publish":
                    await authoring.publish(server, lesson, by)
                case "unpublish":
                    await authoring.unpublish(server, lesson, by)
                case "delete":
                    await authoring.delete(server, lesson, by)
                case "restore":
                    await authoring.restore(server, lesson, by)
                case _:
                    await authoring.roll_back(server, person, lesson, 1)

        self._run(self._act(person, server, change))

    @action(
        person=people, server=servers, place=places, section=st.sampled_from(("tokens", "window", "cost"))
    )
    def teaches_the_search(self, person: int, server: int, place: int, section: str) -> None:
        async def teach() -> None:
            turn = f"turn {server % 10} {place % 2}"  # of two learners in each server, who moderate nothing
            question = QUESTIONS[place % 2]
            await self._s.links.teach(
                server,
                turn,
                place,
                question,
                lesson_id=LESSON,
                section_id=section,
                by=self._by(person, server),
            )

        self._run(self._act(person, server, teach))

    # ---- questions and challenges

    @action(person=people, server=servers, why=st.sampled_from(("It has none.", "It is one colour.", "")))
    def takes_a_question_in(self, person: int, server: int, why: str) -> None:
        async def take() -> None:
            lesson = await self._s.questions.lesson(server, LESSON, Locale.EN)
            taken = await self._s.questions.take_in(
                server,
                lesson,
                QUESTION.format(why).encode(),
                formats.FileFormat.GIFT,
                Locale.EN,
                person,
            )
            assert taken.mistakes == ()

        self._run(self._act(person, server, take))

    @action(person=people, server=servers, answer=st.integers(1, 3))
    def writes_a_question(self, person: int, server: int, answer: int) -> None:
        async def write() -> None:
            questions = self._s.questions
            lesson = await questions.lesson(server, LESSON, Locale.EN)
            known = [
                one
                for one in await questions.all(server, Locale.EN, list(ItemState))
                if one.item.stem.startswith("How many")
            ]
            entry = {
                "kind": "numeric",
                "stem": "How many stripes has a lion?",
                "answer": answer,
                "tolerance": 0,
                "why": "Count them.",
                "hints": ["Look."],
            }
            before = known[0] if known else None
            written, mistakes = await questions.write(server, lesson, entry, Locale.EN, person, before)
            assert written is not None, mistakes

        self._run(self._act(person, server, write))

    @action(person=people, server=servers, place=places, state=st.sampled_from(list(ItemState)))
    def publishes_or_retires_a_question(self, person: int, server: int, place: int, state: ItemState) -> None:
        async def change() -> None:
            known = await self._s.questions.all(server, Locale.EN, list(ItemState))
            if known:
                await self._s.questions.set_state(known[place % len(known)], state, self._by(person, server))

        self._run(self._act(person, server, change))

    @action(
        person=people, server=servers, title=st.sampled_from(("What it is called", "Another name", "名字"))
    )
    def writes_a_challenge(self, person: int, server: int, title: str) -> None:
        async def write() -> None:
            text = OWN_CHALLENGE.replace("What it is called", title)
            assert not isinstance(await self._s.challenges.keep(server, person, text), Mistaken)

        self._run(self._act(person, server, write))

    @action(person=people, server=servers, publish=st.booleans())
    def publishes_or_retires_a_challenge(self, person: int, server: int, publish: bool) -> None:
        async def change() -> None:
            by, challenges = self._by(person, server), self._s.challenges
            if publish:
                await challenges.publish(server, "my-challenge", Locale.EN, by)
            else:
                await challenges.retire(server, "my-challenge", by)

        self._run(self._act(person, server, change))
