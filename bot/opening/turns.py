"""One turn: who the learner is to us, what is remembered of them, and the tutor who answers."""

from dataclasses import dataclass

from bot.learners.learners import Learners
from bot.llm.estimate import estimate_tokens
from bot.memory.facts.facts import Facts
from bot.memory.meanings.meanings import Meanings
from bot.memory.memory import Memory
from bot.opening.ground import Ground
from bot.opening.learning import Quizzing
from bot.opening.lessons import Lessons
from bot.opening.models import Models
from bot.tutor.alike import alike, vector_of
from bot.tutor.open_turns import OpenTurns
from bot.tutor.remembering import Remembering
from bot.tutor.reporting import PlaygroundReporter, reporter_for
from bot.tutor.standing import QuizStanding
from bot.tutor.terms import terms_of
from bot.tutor.tutor import Budgets, Tutor


@dataclass(frozen=True, slots=True)
class Remembered:
    """Learners, and what is remembered of them."""

    learners: Learners
    memory: Memory
    facts: Facts


@dataclass(frozen=True, slots=True)
class Tutoring:
    """Who answers."""

    tutor: Tutor
    open_turns: OpenTurns
    reporter: PlaygroundReporter | None
    """Tells the playground's page how turns came about; None in Discord."""


def open_memory(ground: Ground, models: Models) -> Remembered:
    """Profiles, conversations and facts."""
    database, clock = ground.database, ground.clock
    memory = Memory(
        ground.searches,
        estimate_tokens,
        terms_of,
        alike=alike,
        vector_of=vector_of,
        meanings=Meanings(database, models.embedder) if models.embedder else None,
        mastery=QuizStanding(),
    )
    return Remembered(Learners(database, clock), memory, Facts(database, clock, ground.ids, terms_of))


def open_tutor(
    ground: Ground, models: Models, lessons: Lessons, remembered: Remembered, quizzing: Quizzing
) -> Tutoring:
    """The pipeline of a turn over what it draws from."""
    database, clock, guard, settings = ground.database, ground.clock, ground.guard, ground.settings
    reporter = reporter_for(settings)
    tutor = Tutor(
        database=database,
        clock=clock,
        guard=guard,
        memory=remembered.memory,
        retriever=lessons.retriever,
        door=models.door,
        prompts=ground.prompts,
        texts=ground.texts,
        budgets=Budgets(memory=settings.memory_tokens, output=settings.max_output_tokens),
        library=lessons.library,
        facts=remembered.facts,
        terms=terms_of,
        remembering=Remembering(
            database=database,
            clock=clock,
            door=models.door,
            prompts=ground.prompts,
            guard=guard,
            facts=remembered.facts,
        ),
        open_questions=quizzing.quizzes,
        salt=ground.salt,
        observer=reporter,
    )
    return Tutoring(tutor, OpenTurns(database, clock), reporter)
