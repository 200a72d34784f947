"""What everything else stands on: the database with the course in it, the sentences, the filters and the prompts."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from bot.clock import Clock
from bot.course_loading import take_in_course
from bot.discord_io.acknowledge import Acknowledgements
from bot.discord_io.owed import OwedAnswers
from bot.ids import Ids
from bot.safety import Guard
from bot.servers.installation import Installation
from bot.settings import Settings
from bot.storage import Database
from bot.storage.migrate import migrate
from bot.texts.catalogue import Texts
from bot.tutor.prompts import Prompt, read_prompts

log = logging.getLogger(__name__)

_ROOT = Path(__file__).parent.parent.parent
COURSE = _ROOT / "course"
"""The built-in course."""
PROMPTS = _ROOT / "prompts"
"""Every prompt that is sent to a model."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What was there before any room."""

    settings: Settings
    clock: Clock
    ids: Ids
    chance: Random
    database: Database
    searches: Database
    """The same database, for searches that compute: they go one at a time, and none while somebody waits for an answer's first sign."""
    installation: Installation
    salt: str
    """What this installation mixes into every mark that stands for a person."""
    texts: Texts
    guard: Guard
    prompts: Mapping[str, Prompt]
    owed: OwedAnswers
    acknowledgements: Acknowledgements


async def open_ground(settings: Settings, *, clock: Clock, ids: Ids, chance: Random) -> Ground:
    """Migrate, open the database, take the course in, read the files.

    Raises `MigrationError`, `StorageError`, `CourseMistakes`, and what files raise that cannot be read.
    """
    await migrate(settings.database_url, in_a_process=True)
    database = await Database.open(settings.database_url)
    if await take_in_course(database, settings.database_url, COURSE):
        log.info("the course was taken in anew")
    texts, guard, prompts, owed = await asyncio.gather(  # all of them read files and take their time
        asyncio.to_thread(Texts),
        asyncio.to_thread(Guard),
        asyncio.to_thread(read_prompts, PROMPTS),
        asyncio.to_thread(OwedAnswers.open, settings.data_dir / "owed-answers"),
    )
    installation = Installation(database)
    acknowledgements = Acknowledgements(owed=owed)
    return Ground(
        settings=settings,
        clock=clock,
        ids=ids,
        chance=chance,
        database=database,
        searches=database.behind(acknowledgements.lane),
        installation=installation,
        salt=await installation.salt(),
        texts=texts,
        guard=guard,
        prompts=prompts,
        owed=owed,
        acknowledgements=acknowledgements,
    )
