"""What a part of /server is."""

from bot.discord_io.moderators_part import ModeratorsPart


class Part(ModeratorsPart):
    """Some commands of /server; running one takes every power, unless the part says otherwise."""
