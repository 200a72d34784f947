"""All rooms together, and the services that a cog is handed."""

from dataclasses import dataclass

from bot.opening.ground import Ground
from bot.opening.learning import (
    Practising,
    Quizzing,
    Showing,
    open_practising,
    open_quizzing,
    open_showing,
)
from bot.opening.lessons import Lessons, open_lessons
from bot.opening.models import Models, Servers, open_models, open_servers
from bot.opening.reports import Reports, open_reports
from bot.opening.turns import Remembered, Tutoring, open_memory, open_tutor
from bot.servers.greeting import Greeting
from bot.services import Keeping, Services


@dataclass(frozen=True, slots=True)
class Rooms:
    """Every room, by subject."""

    servers: Servers
    models: Models
    lessons: Lessons
    remembered: Remembered
    quizzing: Quizzing
    practising: Practising
    showing: Showing
    tutoring: Tutoring
    reports: Reports


async def open_rooms(ground: Ground) -> Rooms:
    """From what servers allow up to what looks across all rooms. Raises `SettingsError`."""
    servers = open_servers(ground)
    models = open_models(ground, servers)
    lessons = open_lessons(ground, models)
    remembered = open_memory(ground, models)
    quizzing = open_quizzing(ground, servers, models, lessons)
    practising = await open_practising(ground, servers, models)
    showing = open_showing(ground, servers, models, lessons, quizzing)
    return Rooms(
        servers=servers,
        models=models,
        lessons=lessons,
        remembered=remembered,
        quizzing=quizzing,
        practising=practising,
        showing=showing,
        tutoring=open_tutor(ground, models, lessons, remembered, quizzing),
        reports=open_reports(ground, servers, models, lessons, remembered, quizzing, practising, showing),
    )


def services_over(ground: Ground, rooms: Rooms) -> Services:
    """The rooms under the names by which cogs know them."""
    servers, lessons, quizzing, reports = rooms.servers, rooms.lessons, rooms.quizzing, rooms.reports
    return Services(
        clock=ground.clock,
        ids=ground.ids,
        texts=ground.texts,
        guard=ground.guard,
        learners=rooms.remembered.learners,
        library=lessons.library,
        retriever=lessons.retriever,
        authoring=lessons.authoring,
        importer=lessons.importer,
        memory=rooms.remembered.memory,
        facts=rooms.remembered.facts,
        tutor=rooms.tutoring.tutor,
        open_turns=rooms.tutoring.open_turns,
        quizzes=quizzing.quizzes,
        live=quizzing.live,
        reviews=quizzing.reviews,
        reminders=quizzing.reminders,
        leaderboard=quizzing.leaderboard,
        questions=quizzing.desk,
        progress=reports.progress,
        practice=rooms.practising.practice,
        challenges=rooms.practising.challenges,
        explaining=rooms.showing.explaining,
        feedback=reports.feedback,
        review=reports.review,
        suspects=reports.suspects,
        filters=servers.filters,
        server_guard=servers.guard,
        greeting=Greeting(ground.database, ground.clock),
        server_settings=servers.settings,
        auditing=reports.auditing,
        undo=reports.undo,
        links=lessons.links,
        personal=reports.personal,
        diagnosis=reports.diagnosis,
        moving=reports.moving,
        reports=reports.moderators,
        quota=servers.quota,
        warnings=servers.warnings,
        keeping=Keeping(retention_days=ground.settings.retention_days),
    )
