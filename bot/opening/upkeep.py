"""What is to be tidied, and by whom: every room that keeps something for a time only is named here."""

from datetime import timedelta
from functools import partial

from bot import heartbeat
from bot.discord_io import thread_keeping
from bot.housekeeping import Chore, Housekeeping
from bot.lessons.bilingual import learn_words_apart
from bot.lessons.upkeep import Upkeep
from bot.opening.face import Face
from bot.opening.ground import Ground
from bot.opening.rooms import Rooms
from bot.servers.leaving import Leaving
from bot.services import Services


def open_upkeep(ground: Ground, rooms: Rooms, services: Services, face: Face) -> Housekeeping:
    """The background work of this process, not yet begun."""
    database, clock, settings = ground.database, ground.clock, ground.settings
    retention = timedelta(days=settings.retention_days)
    embedder = rooms.models.embedder
    threads = thread_keeping.ThreadKeeping(face.client, services.server_settings, clock)
    return Housekeeping(
        memory=services.memory,
        records=rooms.models.records,
        lessons=Upkeep(
            database,
            embedder,
            partial(learn_words_apart, url=settings.database_url),
            services.retriever.warm_up,
        ),
        authoring=services.authoring,
        clock=clock,
        retention=retention,
        heartbeat=settings.data_dir / heartbeat.NAME,
        forgetters=(services.explaining.showings.forget_before,),
        of_attempts=(
            services.quizzes.forget_before,
            services.live.forget_before,
            services.reviews.forget_before,
            services.practice.forget_before,
        ),
        shorter=services.server_settings.retentions,
        tidiers=(
            services.learners.drop_expired,
            services.open_turns.drop_old,
            services.quota.drop_erased,
            services.warnings.drop_old,
            services.reports.plans.drop_old,
            services.filters.drop_old,
            services.suspects.look_everywhere,
            partial(services.review.drop_old, retention),
            Leaving(database, clock, face.client.servers).tidy,
        ),
        others=(Chore("putting threads away", threads.tidy, thread_keeping.EVERY),),
    )
