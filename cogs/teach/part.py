"""What a part of /teach is."""

from typing import ClassVar

from bot.discord_io.moderators import Power
from bot.discord_io.moderators_part import ModeratorsPart


class Part(ModeratorsPart):
    """Some commands of /teach; where they stand is said in the package."""

    power: ClassVar[Power] = Power.WRITE
