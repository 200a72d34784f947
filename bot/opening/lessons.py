"""Lessons: the library, how they are searched, and how moderators write their own."""

from dataclasses import dataclass

from bot.lessons.authoring import Authoring
from bot.lessons.importing import Importer
from bot.lessons.library import Library
from bot.lessons.links import Links
from bot.lessons.retrieval import Retriever
from bot.opening.ground import COURSE, Ground
from bot.opening.models import Models


@dataclass(frozen=True, slots=True)
class Lessons:
    """What is taught from."""

    library: Library
    links: Links
    retriever: Retriever
    authoring: Authoring
    importer: Importer


def open_lessons(ground: Ground, models: Models) -> Lessons:
    """Over the built-in course and what each server wrote beside it."""
    database, clock = ground.database, ground.clock
    library, links = Library(database, clock, ground.guard), Links(database, clock)
    return Lessons(
        library=library,
        links=links,
        retriever=Retriever(ground.searches, models.embedder, links),
        authoring=Authoring(database, clock, ground.ids, ground.guard, library, COURSE),
        importer=Importer(database, clock, ground.guard, COURSE),
    )
