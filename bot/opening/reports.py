"""What looks across rooms: the moderators' queue, record and pictures, a learner's own data, and whether all is well."""

from dataclasses import dataclass

from bot.opening.ground import COURSE, Ground
from bot.opening.learning import Practising, Quizzing, Showing
from bot.opening.lessons import Lessons
from bot.opening.models import Models, Servers
from bot.opening.turns import Remembered
from bot.reports.auditing import Auditing
from bot.reports.diagnosis import Diagnosis
from bot.reports.feedback import Feedback
from bot.reports.moderators import ModeratorReports
from bot.reports.moving import Moving
from bot.reports.personal import PersonalRecords
from bot.reports.progress import ProgressReports
from bot.reports.review import Review, SuspectQuestions
from bot.reports.undoing import undo_with
from bot.servers.acting import Undo


@dataclass(frozen=True, slots=True)
class Reports:
    """Each of them reads, and some change, what several rooms keep."""

    auditing: Auditing
    diagnosis: Diagnosis
    feedback: Feedback
    moderators: ModeratorReports
    moving: Moving
    personal: PersonalRecords
    progress: ProgressReports
    review: Review
    suspects: SuspectQuestions
    undo: Undo


def open_reports(
    ground: Ground,
    servers: Servers,
    models: Models,
    lessons: Lessons,
    remembered: Remembered,
    quizzing: Quizzing,
    practising: Practising,
    showing: Showing,
) -> Reports:
    """Over all rooms but the tutor."""
    database, clock, ids = ground.database, ground.clock, ground.ids
    texts, guard = ground.texts, ground.guard
    door, library = models.door, lessons.library
    review = Review(database, clock, ids, guard, texts, remembered.memory)
    return Reports(
        auditing=Auditing(database, clock),
        diagnosis=Diagnosis(
            database=database,
            url=ground.settings.database_url,
            library=library,
            guard=guard,
            door=door,
            moderation=door.can_moderate,
            review=review,
        ),
        feedback=Feedback(database, clock),
        moderators=ModeratorReports.over(
            database, clock, ids, showing.book, lessons.retriever, texts, guard, door, ground.prompts
        ),
        moving=Moving(
            database,
            clock,
            settings=servers.settings,
            filters=servers.filters,
            authoring=lessons.authoring,
            importer=lessons.importer,
            challenges=practising.challenges,
        ),
        personal=PersonalRecords(database, clock, salt=ground.salt),
        progress=ProgressReports(library, quizzing.quizzes, quizzing.reviews),
        review=review,
        suspects=SuspectQuestions(database, clock, ids),
        undo=undo_with(database, clock, ids, servers.settings, servers.filters, lessons.links, COURSE),
    )
