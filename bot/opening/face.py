"""Discord's side: the client with its cogs, the desk that leads turns, and who ends what the last process left open."""

from dataclasses import dataclass

from bot.client import TutorClient
from bot.discord_io.chosen_languages import ChosenLanguages
from bot.discord_io.desk import Desk
from bot.discord_io.hearing import Hearing
from bot.discord_io.recovery import Recovery
from bot.discord_io.speaking import admit
from bot.opening.ground import Ground
from bot.services import Services
from bot.tutor.reporting import PlaygroundReporter


@dataclass(frozen=True, slots=True)
class Face:
    """What Discord sees."""

    client: TutorClient
    desk: Desk
    recovery: Recovery


def open_face(ground: Ground, services: Services, reporter: PlaygroundReporter | None) -> Face:
    """The client, not yet logged in."""
    settings, texts = ground.settings, ground.texts
    choices = ChosenLanguages(services.learners, services.server_settings)
    client = TutorClient(
        texts=texts,
        ids=ground.ids,
        choices=choices,
        hashes=ground.installation,
        acknowledgements=ground.acknowledgements,
        api_base=settings.discord_api_base,
        reads_messages=settings.message_content,
    )
    client.services = services
    desk = Desk(services, client.components, client.languages, client.acknowledgements, client.errors)
    client.desk = desk
    client.tell_news, client.admit, client.hearing = desk.tell_news, admit, Hearing(ground.guard)
    client.witness = None if reporter is None else reporter.witness(ground.clock)
    recovery = Recovery(
        client,
        open_turns=services.open_turns,
        owed=ground.owed,
        choices=choices,
        texts=texts,
        guard=ground.guard,
        view=desk.answer_view,
        clock=ground.clock,
    )
    return Face(client, desk, recovery)
