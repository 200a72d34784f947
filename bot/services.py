"""What a cog is handed: everything the tutor can do, and nothing else."""

from dataclasses import dataclass

from bot.clock import Clock
from bot.explain.explaining import Explaining
from bot.ids import Ids
from bot.learners.learners import Learners
from bot.lessons.authoring import Authoring
from bot.lessons.importing import Importer
from bot.lessons.library import Library
from bot.lessons.links import Links
from bot.lessons.retrieval import Retriever
from bot.memory.facts.facts import Facts
from bot.memory.memory import Memory
from bot.practice.authoring import ChallengeAuthoring
from bot.practice.practice import Practice
from bot.quiz.live.rounds import LiveRounds
from bot.quiz.quizzes import Quizzes
from bot.quiz.reviews.reminders import Reminders
from bot.quiz.reviews.reviews import Reviews
from bot.quiz.standings import Leaderboard
from bot.quiz.workshop.desk import QuestionDesk
from bot.reports.auditing import Auditing
from bot.reports.diagnosis import Diagnosis
from bot.reports.feedback import Feedback
from bot.reports.moderators import ModeratorReports
from bot.reports.moving import Moving
from bot.reports.personal import PersonalRecords
from bot.reports.progress import ProgressReports
from bot.reports.review import Review, SuspectQuestions
from bot.safety import Guard
from bot.servers.acting import Undo
from bot.servers.filters import ServerFilters, ServerGuard
from bot.servers.greeting import Greeting
from bot.servers.quota import Quota
from bot.servers.settings import ServerSettings
from bot.servers.warnings import Warnings
from bot.texts.catalogue import Texts
from bot.tutor.open_turns import OpenTurns
from bot.tutor.tutor import Tutor


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the tutor tells people about what it keeps."""

    retention_days: int
    """After this many days a question and its answer are removed."""


@dataclass(frozen=True, slots=True)
class Services:
    """The rooms of the house, ready for use."""

    clock: Clock
    ids: Ids
    texts: Texts
    guard: Guard
    learners: Learners
    library: Library
    retriever: Retriever
    authoring: Authoring
    importer: Importer
    memory: Memory
    facts: Facts
    tutor: Tutor
    open_turns: OpenTurns
    quizzes: Quizzes
    live: LiveRounds
    reviews: Reviews
    reminders: Reminders
    leaderboard: Leaderboard
    questions: QuestionDesk
    progress: ProgressReports
    practice: Practice
    challenges: ChallengeAuthoring
    explaining: Explaining
    feedback: Feedback
    review: Review
    suspects: SuspectQuestions
    filters: ServerFilters
    server_guard: ServerGuard
    greeting: Greeting
    server_settings: ServerSettings
    auditing: Auditing
    undo: Undo
    links: Links
    personal: PersonalRecords
    diagnosis: Diagnosis
    moving: Moving
    reports: ModeratorReports
    quota: Quota
    warnings: Warnings
    keeping: Keeping
