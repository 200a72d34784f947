"""A community's own things as one archive: out of one installation of the tutor, into another.

Settings, content policy, lessons, questions and challenges; nothing of a learner, and no one's name.
"""

from bot.reports.moving.belongings import Belongings
from bot.reports.moving.moving import Arrival, Moving
from bot.reports.moving.packing import LARGEST, ArchiveTooLarge, ArchiveTooNew, Mistake, NotAnArchive

__all__ = [
    "LARGEST",
    "ArchiveTooLarge",
    "ArchiveTooNew",
    "Arrival",
    "Belongings",
    "Mistake",
    "Moving",
    "NotAnArchive",
]
