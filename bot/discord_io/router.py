"""Buttons, selects and modals that live through restarts, one way for all of them.

What a press means stands in its `custom_id` ("quiz.answer:k3j9…:2") and nowhere else: the router finds the
handler by name and keeps nothing about any message, person or view.
"""

import inspect
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

import discord

from bot.discord_io.acknowledge import Acknowledgements, First, first_response_of
from bot.texts.errors import PersonError

CUSTOM_ID_LIMIT: Final = 100
"""Characters that Discord allows in a `custom_id`."""

_SEPARATOR: Final = ":"
_NAME: Final = re.compile(r"[a-z0-9_]+(\.[a-z0-9_]+)*")
_MARK: Final = "__route__"
Admit = Callable[[discord.Interaction, str], Awaitable[None]]
_Handler = TypeVar("_Handler", bound=Callable[..., Awaitable[None]])


class OldButton(PersonError):
    """A button, select or modal that this version of the bot no longer understands."""

    key = "common-button-old"


class NotYourButton(PersonError):
    """Somebody pressed a button that belongs to another person."""

    key = "common-button-not-yours"


class UnknownRoute(LookupError):
    """Our own code wants a button for a route that no cog declares: a fault of ours."""


class ErrorDesk(Protocol):
    """Who answers the person when a handler fails."""

    async def handle(self, interaction: discord.Interaction, error: BaseException) -> None:
        """Answer the person and keep a record; never raises."""
        ...


def route(name: str) -> Callable[[_Handler], _Handler]:
    """Declare a cog's method as the handler of all components whose `custom_id` starts with `name`.

    The method takes the interaction and then the arguments of the custom id, each annotated `str` or `int`.
    An argument called `owner` is the id of the one person who may press; everybody else is told so,
    privately.
    """
    if _NAME.fullmatch(name) is None:
        raise ValueError(f"a route is lower-case words with dots between them, not {name!r}")

    def mark(handler: _Handler) -> _Handler:
        setattr(handler, _MARK, name)
        return handler

    return mark


@dataclass(frozen=True, slots=True)
class _Route:
    name: str
    handler: Callable[..., Awaitable[None]]
    kinds: tuple[type, ...]
    owner: int | None
    first: First | None


class Router:
    """Finds the handler of a component or modal by its `custom_id`."""

    def __init__(
        self, acknowledgements: Acknowledgements, errors: ErrorDesk, admit: Admit | None = None
    ) -> None:
        """`admit` raises what stands in the way of a person's using a route, by its name."""
        self._acknowledgements = acknowledgements
        self._errors = errors
        self._admit = admit
        self._routes: dict[str, _Route] = {}

    @property
    def names(self) -> frozenset[str]:
        """The names of all routes."""
        return frozenset(self._routes)

    def collect(self, cog: object) -> None:
        """Take in every route that the cog declares. Raises ValueError for a name that is taken."""
        for _, method in inspect.getmembers(cog, inspect.ismethod):
            name = getattr(method, _MARK, None)
            if name is None:
                continue
            if name in self._routes:
                raise ValueError(f"two handlers for the route {name!r}")
            self._routes[name] = _read(name, method)

    def custom_id(self, name: str, *args: str | int) -> str:
        """The `custom_id` for a route and its arguments.

        Raises `UnknownRoute` when no handler would understand it, ValueError when it is too long or an
        argument holds a colon.
        """
        found = self._routes.get(name)
        if found is None:
            raise UnknownRoute(f"no cog declares the route {name!r}")
        if len(args) != len(found.kinds):
            raise UnknownRoute(f"{name!r} takes {len(found.kinds)} arguments, not {len(args)}")
        parts = [name, *map(str, args)]
        if any(_SEPARATOR in part for part in parts):
            raise ValueError(f"an argument of {name!r} holds a colon")
        custom_id = _SEPARATOR.join(parts)
        if len(custom_id) > CUSTOM_ID_LIMIT:
            raise ValueError(f"the custom id of {name!r} has more than {CUSTOM_ID_LIMIT} characters")
        return custom_id

    async def dispatch(self, interaction: discord.Interaction) -> None:
        """Run the handler of a pressed component or submitted modal; never raises."""
        data: Any = interaction.data
        try:
            found, args = self._find(data["custom_id"])
            if found.owner is not None and args[found.owner] not in (
                interaction.user.id,
                str(interaction.user.id),
            ):
                raise NotYourButton
            if found.first is not None:
                await self._acknowledgements.defer(interaction, found.first)
            if self._admit is not None:
                await self._admit(interaction, found.name)
            await found.handler(interaction, *args)
        except Exception as error:  # answered and logged there, whatever it was
            await self._errors.handle(interaction, error)
        self._acknowledgements.owed.paid(interaction.id)

    def _find(self, custom_id: str) -> tuple[_Route, list[str | int]]:
        name, *raw = custom_id.split(_SEPARATOR)
        found = self._routes.get(name)
        if found is None or len(raw) != len(found.kinds):
            raise OldButton
        try:
            return found, [kind(value) for kind, value in zip(found.kinds, raw, strict=True)]
        except ValueError:
            raise OldButton from None


def _read(name: str, method: Callable[..., Awaitable[None]]) -> _Route:
    """What a handler's signature says about its custom id."""
    signature = inspect.signature(method, eval_str=True)
    _, *parameters = signature.parameters.values()
    kinds = tuple(parameter.annotation for parameter in parameters)
    if any(kind not in (str, int) for kind in kinds):
        raise TypeError(f"every argument of the route {name!r} is annotated str or int")
    names = [parameter.name for parameter in parameters]
    owner = names.index("owner") if "owner" in names else None
    return _Route(name, method, kinds, owner, first_response_of(method))
