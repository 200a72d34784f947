"""The languages that people and servers chose, where they are kept."""

from bot.learners.learners import Learners
from bot.servers.settings import ServerSettings
from bot.texts.locales import Locale


class ChosenLanguages:
    """A learner's own choice, and that of a server's moderators."""

    def __init__(self, learners: Learners, settings: ServerSettings) -> None:
        self._learners = learners
        self._settings = settings

    async def of_learner(self, server_id: int, user_id: int) -> Locale | None:
        """What the learner chose; None when nothing."""
        return await self._learners.language(server_id, user_id)

    async def of_server(self, server_id: int) -> Locale | None:
        """What the server's moderators chose; None where Discord's own setting of the server holds."""
        return (await self._settings.get(server_id)).language
