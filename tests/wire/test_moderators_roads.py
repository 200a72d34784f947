"""What only moderators may do is refused to everybody else by every road that leads there.

Commands are found in the tree and routes in the router's table, so a new one is held to this without a word here.
"""

from itertools import cycle
from typing import Any

import discord
from discord import app_commands
from sqlalchemy import text

from bot.discord_io.router import _Route
from bot.servers.settings import Moderator
from bot.servers.settings.registry import AUTHOR_ROLES, REVIEWER_ROLES, Setting
from bot.storage import Connection
from bot.texts.locales import Locale
from playground import Person, Reply
from playground.slash import File
from playground.state import Message
from playground.wire import InteractionKind
from playground.world import World
from tests.wire.conftest import Wire

Command = app_commands.Command[Any, ..., Any]

FAMILIES = {"teach", "server"}
"""Commands that are moderators' whatever they declare."""
ROUTES_OF = ("cogs.teach.", "cogs.server.")
"""Where every button, menu and form is a moderator's."""
DISCORD = {Locale.EN: "en-US", Locale.ZH_CN: "zh-CN", Locale.ZH_TW: "zh-TW"}
LESSON = "---\nid: zebrafish\ntitle: Zebrafish\n---\n# Zebrafish\n\n## Basics {#basics}\n\nStripes first.\n"
NOT_KEPT = ("sqlite_", "model_", "explain_")
"""Tables that are no server's: of the database itself, of what calls cost, of pictures that were drawn."""


# ---- what there is


def commands(wire: Wire) -> list[Command]:
    """Every command that is the moderators'."""
    tree: Any = wire.app.client.tree
    found = []
    for command in tree.walk_commands(type=discord.AppCommandType.chat_input):
        root = tree.get_command(command.qualified_name.split()[0])
        needs = root.default_permissions
        if isinstance(command, app_commands.Command) and (
            root.name in FAMILIES or (needs is not None and needs.manage_guild)
        ):
            found.append(command)
    assert {one.qualified_name.split()[0] for one in found} >= FAMILIES
    return found


def routes(wire: Wire) -> list[_Route]:
    """Every route of the moderators' cogs."""
    known = wire.app.client.router._routes.values()
    found = [one for one in known if type(part_of(one.handler)).__module__.startswith(ROUTES_OF)]
    assert {one.name.split(".")[0] for one in found} >= {"teach", "settings", "queue"}
    return found


def part_of(method: Any) -> Any:
    """The part of a cog that a route belongs to."""
    return method.__self__


def forged(route: _Route, person: Person) -> str:
    """A custom id for a route, as somebody might make it up who has read our code."""
    args = ["1" if kind is int else "zebrafish" for kind in route.kinds]
    if route.owner is not None:
        args[route.owner] = str(person.id)
    return ":".join([route.name, *args])


def filled(wire: Wire, command: Command, *, all_of_them: bool) -> dict[str, object]:
    """Options that Discord's client would let through."""
    values: dict[str, object] = {}
    for option in command.parameters:
        if option.required or all_of_them:
            values[option.name] = option.choices[0].value if option.choices else _of_type(wire, option)
    return values


def _of_type(wire: Wire, option: app_commands.Parameter) -> object:
    guild, kinds = wire.play.guild, discord.AppCommandOptionType
    least = 1 if option.min_value is None else option.min_value
    match option.type:
        case kinds.string:
            return "zebrafish"
        case kinds.integer:
            return int(least)
        case kinds.number:
            return float(least)
        case kinds.boolean:
            return True
        case kinds.user:
            return wire.play.person("Somebody")
        case kinds.channel:
            return wire.play.channel
        case kinds.role:
            return guild.roles[guild.id]
        case kinds.attachment:
            return File("zebrafish.md", LESSON.encode())
    raise AssertionError(f"say here what {option.type} is filled with")


# ---- how it is tried


async def press(person: Person, where: Message, custom_id: str) -> Reply:
    """A button with any custom id, as a client of one's own would send it."""
    data = {"component_type": 2, "custom_id": custom_id, "id": 1}
    return await person._do(InteractionKind.COMPONENT, custom_id, data, where.channel, where)


async def choose(person: Person, where: Message, custom_id: str) -> Reply:
    """A menu with any custom id."""
    data = {"component_type": 3, "custom_id": custom_id, "id": 1, "values": ["zebrafish"]}
    return await person._do(InteractionKind.COMPONENT, custom_id, data, where.channel, where)


async def submit(person: Person, where: Message, custom_id: str) -> Reply:
    """A form with any custom id."""
    field = {"type": 4, "id": 3, "custom_id": "text0", "value": "Hijacked."}
    data = {"custom_id": custom_id, "components": [{"type": 18, "id": 2, "component": field}]}
    return await person._do(InteractionKind.MODAL_SUBMIT, custom_id, data, where.channel, where)


async def refused(reply: Reply, refusal: str, what: str) -> None:
    """It was refused in words, privately, and nothing opened."""
    try:
        await reply.until(lambda reply: refusal in reply.text or reply.modal is not None)
    except AssertionError as error:
        raise AssertionError(f"{what} was not refused: {error}") from None
    assert reply.modal is None, f"{what} opened a form"
    assert all(one.private for one in reply.messages), what


async def kept(wire: Wire) -> dict[str, list[str]]:
    """All that is kept, by table."""

    async def unit(connection: Connection) -> dict[str, list[str]]:
        names = await connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        return {
            name: list(map(str, (await connection.execute(text(f'SELECT * FROM "{name}"'))).all()))
            for name in names.scalars().all()
            if not name.startswith(NOT_KEPT)
        }

    return await wire.app.database.read(unit)


async def furnished(wire: Wire, mo: Person) -> None:
    """A lesson that is there to be taken away."""
    await (await mo.slash("teach lesson import", file=File("zebrafish.md", LESSON.encode()))).shown()


async def test_a_learner_is_refused_by_every_command_button_menu_form_and_list_in_every_language(
    wire: Wire,
) -> None:
    mo = wire.play.person("Mo", moderator=True)
    await furnished(wire, mo)
    learners = [
        (wire.play.person(f"Learner {place}", locale=tag), locale)
        for place, (locale, tag) in enumerate(DISCORD.items())
    ]
    own = {person.id: await (await person.slash("help")).shown() for person, _ in learners}
    before = await kept(wire)
    turns, moderators_lists = cycle(learners), 0

    for command in commands(wire):
        name = command.qualified_name
        for all_of_them in (False, True):
            person, locale = next(turns)
            values = filled(wire, command, all_of_them=all_of_them)
            reply = await person.slash(name, hidden=True, options=values)
            await refused(reply, wire.say(locale, "common-moderators-only"), f"/{name}")
        alone = await person.slash(
            name, hidden=True, dm=True, options=filled(wire, command, all_of_them=False)
        )
        await alone.until(lambda reply, locale=locale: wire.say(locale, "common-server-only") in reply.text)
        lists = [option.name for option in command.parameters if option.autocomplete]
        known = await chosen(wire, mo, command) if lists else {}
        for option in lists:
            others = {one: value for one, value in known.items() if one != option}
            typed = {**others, option: ""}
            moderators_lists += bool(await mo.choices(name, options=typed))
            assert await person.choices(name, hidden=True, options=typed) == [], f"/{name} {option}"

    for route in routes(wire):
        for road in ROADS:
            person, locale = next(turns)
            custom_id = forged(route, person)
            reply = await road(person, own[person.id].message, custom_id)
            await refused(reply, wire.say(locale, "common-moderators-only"), f"{road.__name__} {custom_id}")

    assert moderators_lists > 10
    assert await kept(wire) == before


async def test_whom_a_part_was_lent_is_refused_by_every_road_of_the_other_parts(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    await furnished(wire, mo)
    lent = {setting: person_with_role(wire, setting) for setting in (AUTHOR_ROLES, REVIEWER_ROLES)}
    by = Moderator(wire.play.guild.id, mo.id, manages=True)
    wanted = {setting.key: f"<@&{role}>" for setting, (_, role) in lent.items()}
    await wire.app.services.server_settings.change(by, wanted)
    own = {setting: await (await person.slash("help")).shown() for setting, (person, _) in lent.items()}
    before, refusal = await kept(wire), wire.say(Locale.EN, "common-moderators-only")
    tried = 0
    for setting, (person, _) in lent.items():
        for command in commands(wire):
            if setting not in command.binding.power.value:
                tried += 1
                reply = await person.slash(
                    command.qualified_name,
                    hidden=True,
                    options=filled(wire, command, all_of_them=False),
                )
                await refused(reply, refusal, f"{setting.key}: /{command.qualified_name}")
        for route in routes(wire):
            if setting not in part_of(route.handler).power.value:
                tried += 1
                reply = await press(person, own[setting].message, forged(route, person))
                await refused(reply, refusal, f"{setting.key}: {route.name}")
    assert tried > 40
    assert await kept(wire) == before


async def test_whatever_a_moderator_had_on_the_screen_does_nothing_once_they_are_none(wire: Wire) -> None:
    mo = wire.play.person("Mo", moderator=True)
    await furnished(wire, mo)
    screens: list[Reply] = []
    for command in commands(wire):
        if command.qualified_name not in OUT_OF_THE_WAY:
            options = await chosen(wire, mo, command)
            reply = await mo.slash(command.qualified_name, options=options)
            screens.append(await reply.shown())
    mo.demote()
    before, refusal = await kept(wire), wire.say(Locale.EN, "common-moderators-only")
    done: set[tuple[str, str]] = set()
    for screen in screens:
        if screen.modal is not None:
            done.add(("form", _route(screen.modal["custom_id"])))
            await refused(
                await submit(mo, screens_message(screens), screen.modal["custom_id"]), refusal, "a form"
            )
        for component in screen.components:
            kind = {2: press}.get(component["type"], choose)
            if "custom_id" not in component or component.get("disabled"):
                continue
            old = (kind.__name__, _route(component["custom_id"]))
            if old not in done:
                done.add(old)
                await refused(await kind(mo, screen.message, component["custom_id"]), refusal, str(old))
    assert len(done) > 15, done
    assert await kept(wire) == before


# ---- helpers of these


ROADS = (press, choose, submit)
OUT_OF_THE_WAY = {"teach lesson delete", "server import"}
"""What would leave the others nothing to show, or wants a file of its own."""


def person_with_role(wire: Wire, setting: Setting[Any]) -> tuple[Person, int]:
    """Somebody with a role of their own, and the role's id."""
    person = wire.play.person(f"Has {setting.key}")
    role: Any = World.add_role(wire.play.world, wire.play.guild, setting.key, 0)
    wire.play.guild.members[person.id].roles.append(role.id)
    return person, int(role.id)


async def chosen(wire: Wire, mo: Person, command: Command) -> dict[str, object]:
    """The options that a command needs or has a list for, with the first that the list offers."""
    values = filled(wire, command, all_of_them=False)
    for option in command.parameters:
        if option.autocomplete:
            others = {name: value for name, value in values.items() if name != option.name}
            offered = await mo.choices(command.qualified_name, options={**others, option.name: ""})
            if offered:
                values[option.name] = offered[0]["value"]
    return values


def screens_message(screens: list[Reply]) -> Message:
    """Any message, for a form that no message opened."""
    return next(one.message for one in screens if one.messages)


def _route(custom_id: str) -> str:
    return custom_id.partition(":")[0]
