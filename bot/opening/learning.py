"""What learners do beside asking: quizzes, reviews and practice; and what explains itself in pictures."""

from dataclasses import dataclass

from bot.explain.book import ConceptBook
from bot.explain.explaining import Explaining
from bot.explain.looking_up import Lookup
from bot.explain.models.catalogue import Catalogue
from bot.explain.models.comparing import Comparing
from bot.explain.models.prices import ModelPrices
from bot.explain.showings import Showings
from bot.explain.studio import Studio
from bot.explain.token_prices import TokenPrices
from bot.explain.workshop import Workshop
from bot.opening.ground import COURSE, Ground
from bot.opening.lessons import Lessons
from bot.opening.models import Models, Servers
from bot.practice.authoring import ChallengeAuthoring
from bot.practice.bank import Bank as ChallengeBank
from bot.practice.practice import Practice
from bot.practice.running import Runner
from bot.quiz.live.rounds import LiveRounds
from bot.quiz.quizzes import Quizzes
from bot.quiz.reviews.reminders import Reminders
from bot.quiz.reviews.reviews import Reviews
from bot.quiz.standings import Leaderboard
from bot.quiz.workshop.desk import QuestionDesk
from bot.quiz.workshop.drafting import Drafting


@dataclass(frozen=True, slots=True)
class Quizzing:
    """Questions, and everything that asks them."""

    quizzes: Quizzes
    live: LiveRounds
    reviews: Reviews
    reminders: Reminders
    leaderboard: Leaderboard
    desk: QuestionDesk


@dataclass(frozen=True, slots=True)
class Practising:
    """Challenges: taken, and written."""

    practice: Practice
    challenges: ChallengeAuthoring


@dataclass(frozen=True, slots=True)
class Showing:
    """Concept cards, pictures, and the catalogue of models."""

    book: ConceptBook
    explaining: Explaining


def open_quizzing(ground: Ground, servers: Servers, models: Models, lessons: Lessons) -> Quizzing:
    """Over the questions of the course and of each server."""
    database, clock, ids, chance = ground.database, ground.clock, ground.ids, ground.chance
    drafting = Drafting(models.door, ground.guard, ground.prompts["question-drafts"], chance)
    return Quizzing(
        quizzes=Quizzes(database, lessons.library, clock, ids, chance),
        live=LiveRounds(database, lessons.library, clock, ids, chance),
        reviews=Reviews(database, lessons.library, clock, ids, chance),
        reminders=Reminders(database, clock),
        leaderboard=Leaderboard(database, clock),
        desk=QuestionDesk(database, lessons.library, clock, ids, drafting, servers.guard),
    )


async def open_practising(ground: Ground, servers: Servers, models: Models) -> Practising:
    """Over the challenges of the course and of each server."""
    database, clock, ids = ground.database, ground.clock, ground.ids
    bank = ChallengeBank(database, clock)
    await bank.read_names(COURSE)
    runner = Runner(models.door, ground.guard, servers.filters.policy, servers.guard.note)
    return Practising(
        practice=Practice(database, bank, runner, clock, ids),
        challenges=ChallengeAuthoring(database, bank, runner, clock, ids),
    )


def open_showing(
    ground: Ground, servers: Servers, models: Models, lessons: Lessons, quizzing: Quizzing
) -> Showing:
    """Pictures are drawn in a process of their own, which starts when the first is wanted."""
    database, clock = ground.database, ground.clock
    book = ConceptBook(database, lessons.library, clock)
    workshop = Workshop()
    studio = Studio(workshop)
    catalogue, model_prices = Catalogue(database, clock), ModelPrices(studio, clock)
    explaining = Explaining(
        book=book,
        lookup=Lookup(book, lessons.retriever),
        workshop=workshop,
        studio=studio,
        showings=Showings(database, clock, ground.ids),
        token_prices=TokenPrices(catalogue, model_prices),
        catalogue=catalogue,
        model_prices=model_prices,
        comparing=Comparing(database, models.door, servers.guard, clock, quizzing.quizzes),
        door=models.door,
        course=COURSE,
    )
    return Showing(book, explaining)
