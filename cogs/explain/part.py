"""What every explainer shares: how its pictures are made, where its showings are kept, what it ends in."""

from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

import discord
from discord import ui

from bot.discord_io.acknowledge import First
from bot.discord_io.exhibits import ExhibitPart, ShowingGone
from bot.discord_io.face import Face
from bot.discord_io.people import key_of
from bot.explain.kinds import SECTIONS, Kind
from bot.explain.workshop import Busy, Unable
from bot.learners.values import Level
from bot.texts.errors import PersonError
from bot.texts.kinds import Released
from bot.texts.locales import Locale

P = ParamSpec("P")
T = TypeVar("T")


class TooBusy(PersonError):
    """Too many wait for a picture already."""

    key = "explain-busy"


class CannotDraw(PersonError):
    """The picture could not be made."""

    key = "explain-unable"


class Part(ExhibitPart):
    """Some commands of /explain with their buttons and forms; the package says which parts there are."""

    def __init__(self, client: Face) -> None:
        super().__init__(client)
        self._explaining = client.services.explaining

    def _own_words(self, text: str) -> Released:
        """Words of a learner's, as all may read them: a showing can be shared, and no link stays live in it."""
        return self._services.guard.quote_for_all(text)

    async def _made(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a pure function gives that cuts or draws, made beside the bot. Raises `TooBusy` and `CannotDraw`."""
        try:
            return await self._explaining.studio.made(function, *args, **kwargs)
        except Busy:
            raise TooBusy from None
        except (Unable, TimeoutError):
            raise CannotDraw from None

    async def _kept(
        self, interaction: discord.Interaction[Any], showing_id: str, kind: Kind
    ) -> dict[str, Any]:
        """What was shown under this id to whoever pressed. Raises `ShowingGone`."""
        content = await self._explaining.showings.get(key_of(interaction), showing_id, kind)
        if content is None:
            raise ShowingGone
        return content

    def _ending(self, locale: Locale, kind: Kind, row: int) -> list[ui.Item[Any]]:
        """What every explainer ends in: a question to try, and the section that tells the same in words."""
        lesson_id, section_id = SECTIONS[kind]
        return [
            self._make.button(
                locale,
                "explain-button-question",
                "explain.question",
                kind.value,
                style=discord.ButtonStyle.primary,
                row=row,
            ),
            self._make.button(locale, "explain-button-lesson", "lesson.open", lesson_id, section_id, row=row),
        ]


def for_route(concept_id: str) -> str:
    """A concept's id as it can stand in a button: colons separate arguments there."""
    return concept_id.replace(":", "~")


def from_route(written: str) -> str:
    """The id that `for_route` wrote."""
    return written.replace("~", ":")


def level_from(written: str | None, otherwise: Level) -> Level:
    """A level by its name; `otherwise` where none was chosen."""
    return Level(written) if written in [level.value for level in Level] else otherwise


PRIVATE, UPDATE = First.PRIVATE, First.UPDATE
