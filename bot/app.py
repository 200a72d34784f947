"""The composition root: settings in, a running tutor out; what starts and stops in which order.

The only place that knows every room. Nothing here decides anything about learners or lessons.
"""

import asyncio
import logging
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Self

from bot import heartbeat
from bot.client import TutorClient
from bot.clock import Clock, SystemClock
from bot.course_loading import take_in_course
from bot.discord_io.acknowledge import Acknowledgements
from bot.discord_io.chosen_languages import ChosenLanguages
from bot.discord_io.desk import Desk
from bot.discord_io.owed import OwedAnswers
from bot.discord_io.recovery import Recovery
from bot.discord_io.speaking import admit
from bot.explain.book import ConceptBook
from bot.explain.explaining import Explaining
from bot.explain.looking_up import Lookup
from bot.explain.models.catalogue import Catalogue
from bot.explain.models.comparing import Comparing
from bot.explain.models.prices import ModelPrices
from bot.explain.showings import Showings
from bot.explain.studio import Studio
from bot.explain.token_prices import TokenPrices
from bot.explain.workshop import Workshop
from bot.housekeeping import Housekeeping
from bot.ids import Ids, RandomIds
from bot.learners.learners import Learners
from bot.lessons.authoring import Authoring
from bot.lessons.bilingual import learn_words_apart
from bot.lessons.importing import Importer
from bot.lessons.library import Library
from bot.lessons.links import Links
from bot.lessons.retrieval import Retriever
from bot.lessons.upkeep import Upkeep
from bot.llm.door import ModelDoor
from bot.llm.estimate import estimate_tokens
from bot.llm.store import ModelRecords
from bot.memory.facts.facts import Facts
from bot.memory.meanings.meanings import Meanings
from bot.memory.memory import Memory
from bot.model_doors import DoorEmbedder, endpoint_from
from bot.practice.authoring import ChallengeAuthoring
from bot.practice.bank import Bank as ChallengeBank
from bot.practice.practice import Practice
from bot.practice.running import Runner
from bot.quiz.live.rounds import LiveRounds
from bot.quiz.quizzes import Quizzes
from bot.quiz.reviews.reminders import Reminders
from bot.quiz.reviews.reviews import Reviews
from bot.quiz.standings import Leaderboard
from bot.quiz.workshop.desk import QuestionDesk
from bot.quiz.workshop.drafting import Drafting
from bot.reports.auditing import Auditing
from bot.reports.diagnosis import Diagnosis
from bot.reports.feedback import Feedback
from bot.reports.moderators import ModeratorReports
from bot.reports.moving import Moving
from bot.reports.personal import PersonalRecords
from bot.reports.progress import ProgressReports
from bot.reports.review import Review, SuspectQuestions
from bot.reports.undoing import undo_with
from bot.safety import Guard, HostedModeration
from bot.servers.filters import ServerFilters, ServerGuard
from bot.servers.greeting import Greeting
from bot.servers.installation import Installation
from bot.servers.leaving import Leaving
from bot.servers.quota import Quota
from bot.servers.settings import ServerSettings
from bot.servers.settings.spending import ChosenModels, PausableBudget, stop_when_paused
from bot.servers.warnings import Warnings
from bot.services import Keeping, Services
from bot.settings import Settings
from bot.storage import Database
from bot.storage.migrate import migrate
from bot.texts.catalogue import Texts
from bot.tutor.alike import alike, vector_of
from bot.tutor.open_turns import OpenTurns
from bot.tutor.prompts import read_prompts
from bot.tutor.remembering import Remembering
from bot.tutor.reporting import PlaygroundReporter, reporter_for
from bot.tutor.standing import QuizStanding
from bot.tutor.terms import terms_of
from bot.tutor.tutor import Budgets, Tutor

log = logging.getLogger(__name__)

_ROOT = Path(__file__).parent.parent
COURSE = _ROOT / "course"
PROMPTS = _ROOT / "prompts"

STOP_PATIENCE = 6.0
"""Seconds that turns under way have to finish when the process is asked to stop: whoever stops it (Docker, say) kills
it after ten."""


class App:
    """A running tutor. `open` it, `connect` it, `close` it."""

    def __init__(
        self,
        *,
        settings: Settings,
        database: Database,
        door: ModelDoor,
        services: Services,
        client: TutorClient,
        desk: Desk,
        recovery: Recovery,
        housekeeping: Housekeeping,
        reporter: PlaygroundReporter | None,
    ) -> None:
        self.settings = settings
        self.database = database
        self.door = door
        self.services = services
        self.client = client
        self._desk = desk
        self._recovery = recovery
        self._housekeeping = housekeeping
        self._reporter = reporter
        self._connection: asyncio.Task[None] | None = None
        self._recovering: asyncio.Task[None] | None = None

    @classmethod
    async def open(
        cls,
        settings: Settings,
        *,
        clock: Clock | None = None,
        ids: Ids | None = None,
        chance: Random | None = None,
    ) -> Self:
        """Migrate, open the database, load the course and put the rooms together; nothing talks to Discord yet."""
        clock, ids, chance = clock or SystemClock(), ids or RandomIds(), chance or Random()
        await migrate(settings.database_url, in_a_process=True)
        database = await Database.open(settings.database_url)
        installation = Installation(database)
        if await take_in_course(database, settings.database_url, COURSE):
            log.info("the course was taken in anew")
        library = Library(database, clock)
        challenges = ChallengeBank(database, clock)
        await challenges.read_names(COURSE)
        book = ConceptBook(database, library, clock)
        texts, guard, prompts, owed = await asyncio.gather(  # all of them read files and take their time
            asyncio.to_thread(Texts),
            asyncio.to_thread(Guard),
            asyncio.to_thread(read_prompts, PROMPTS),
            asyncio.to_thread(OwedAnswers.open, settings.data_dir / "owed-answers"),
        )
        records = ModelRecords(database, clock)
        acknowledgements = Acknowledgements(owed=owed)
        salt = await installation.salt()
        server_settings = ServerSettings(database, clock, ids, guard, settings)
        warnings = Warnings(database, clock)
        quota = Quota.within(settings, database, clock, ids, salt=salt, warn=warnings.arose)
        door = ModelDoor(
            endpoint_from(settings, salt=salt),
            budget=PausableBudget(quota, server_settings),
            calls=records,
            clock=clock,
            ids=ids,
            chance=chance,
            learnt=records,
            give_way=acknowledgements.settled,
            preferred=ChosenModels(server_settings),
        )
        server_settings.watch(stop_when_paused(door))
        reporter = reporter_for(settings)
        embedder = DoorEmbedder(door, settings.embedding_model) if settings.embedding_model else None
        memory = Memory(
            database.behind(acknowledgements.lane),
            estimate_tokens,
            terms_of,
            alike=alike,
            vector_of=vector_of,
            meanings=Meanings(database, embedder) if embedder else None,
            mastery=QuizStanding(),
        )
        workshop = Workshop()
        studio = Studio(workshop)
        catalogue, model_prices = Catalogue(database, clock), ModelPrices(studio, clock)
        facts = Facts(database, clock, ids, terms_of)
        learners = Learners(database, clock)
        quizzes = Quizzes(database, library, clock, ids, chance)
        live = LiveRounds(database, library, clock, ids, chance)
        reviews = Reviews(database, library, clock, ids, chance)
        links = Links(database, clock)
        retriever = Retriever(database.behind(acknowledgements.lane), embedder, links)
        filters = ServerFilters(database, clock, ids)
        server_guard = ServerGuard(guard, filters, salt)
        guard.moderation = HostedModeration(door) if door.can_moderate else None
        runner = Runner(door, guard, filters.policy, server_guard.note)
        practice = Practice(database, challenges, runner, clock, ids)
        drafting = Drafting(door, guard, prompts["question-drafts"], chance)
        authoring = Authoring(database, clock, ids, guard, library, COURSE)
        importer = Importer(database, clock, guard, COURSE)
        challenge_authoring = ChallengeAuthoring(database, challenges, runner, clock, ids)
        services = Services(
            clock=clock,
            ids=ids,
            texts=texts,
            guard=guard,
            learners=learners,
            library=library,
            retriever=retriever,
            authoring=authoring,
            importer=importer,
            memory=memory,
            facts=facts,
            tutor=Tutor(
                database=database,
                clock=clock,
                guard=guard,
                memory=memory,
                retriever=retriever,
                door=door,
                prompts=prompts,
                texts=texts,
                budgets=Budgets(memory=settings.memory_tokens, output=settings.max_output_tokens),
                library=library,
                facts=facts,
                terms=terms_of,
                remembering=Remembering(
                    database=database, clock=clock, door=door, prompts=prompts, guard=guard, facts=facts
                ),
                open_questions=quizzes,
                salt=salt,
                observer=reporter,
            ),
            open_turns=OpenTurns(database, clock),
            quizzes=quizzes,
            live=live,
            reviews=reviews,
            reminders=Reminders(database, clock),
            leaderboard=Leaderboard(database, clock),
            questions=QuestionDesk(database, library, clock, ids, drafting, server_guard),
            progress=ProgressReports(library, quizzes, reviews),
            practice=practice,
            challenges=challenge_authoring,
            explaining=Explaining(
                book=book,
                lookup=Lookup(book, retriever),
                workshop=workshop,
                studio=studio,
                showings=Showings(database, clock, ids),
                token_prices=TokenPrices(catalogue, model_prices),
                catalogue=catalogue,
                model_prices=model_prices,
                comparing=Comparing(database, door, server_guard, clock, quizzes),
                door=door,
                course=COURSE,
            ),
            feedback=Feedback(database, clock),
            review=Review(database, clock, ids, guard, texts, memory),
            suspects=SuspectQuestions(database, clock, ids),
            filters=filters,
            server_guard=server_guard,
            greeting=Greeting(database, clock),
            server_settings=server_settings,
            auditing=Auditing(database, clock),
            undo=undo_with(database, clock, ids, server_settings, filters, COURSE),
            links=links,
            personal=PersonalRecords(database, clock, salt=salt),
            moving=Moving(
                database,
                clock,
                settings=server_settings,
                filters=filters,
                authoring=authoring,
                importer=importer,
                challenges=challenge_authoring,
            ),
            diagnosis=Diagnosis(
                database=database, library=library, guard=guard, door=door, moderation=door.can_moderate
            ),
            reports=ModeratorReports.over(database, clock, ids, book, retriever, texts, guard, door, prompts),
            quota=quota,
            warnings=warnings,
            keeping=Keeping(retention_days=settings.retention_days),
        )
        choices = ChosenLanguages(learners, server_settings)
        client = TutorClient(
            texts=texts,
            ids=ids,
            choices=choices,
            hashes=installation,
            acknowledgements=acknowledgements,
            api_base=settings.discord_api_base,
            reads_messages=settings.message_content,
        )
        client.services = services
        client.desk = Desk(
            services, client.components, client.languages, client.acknowledgements, client.errors
        )
        client.tell_news, client.admit = client.desk.tell_news, admit
        client.witness = None if reporter is None else reporter.witness(clock)
        recovery = Recovery(
            client,
            open_turns=services.open_turns,
            owed=owed,
            choices=choices,
            texts=texts,
            guard=guard,
            view=client.desk.answer_view,
            clock=clock,
        )
        housekeeping = Housekeeping(
            memory=memory,
            records=records,
            lessons=Upkeep(database, embedder, partial(learn_words_apart, url=settings.database_url)),
            authoring=services.authoring,
            clock=clock,
            retention=timedelta(days=settings.retention_days),
            heartbeat=settings.data_dir / heartbeat.NAME,
            forgetters=(services.explaining.showings.forget_before,),
            of_attempts=(
                quizzes.forget_before,
                live.forget_before,
                reviews.forget_before,
                practice.forget_before,
            ),
            shorter=server_settings.retentions,
            tidiers=(
                learners.drop_expired,
                services.open_turns.drop_old,
                quota.drop_erased,
                warnings.drop_old,
                services.reports.plans.drop_old,
                filters.drop_old,
                services.suspects.look_everywhere,
                partial(services.review.drop_old, timedelta(days=settings.retention_days)),
                Leaving(database, clock, client.servers).tidy,
            ),
        )
        app = cls(
            settings=settings,
            database=database,
            door=door,
            services=services,
            client=client,
            desk=client.desk,
            recovery=recovery,
            housekeeping=housekeeping,
            reporter=reporter,
        )
        await asyncio.gather(door.warm_up(), retriever.warm_up(), memory.warm_up())
        return app

    async def connect(self) -> None:
        """Log in, end what the last process left open, and join Discord; returns when commands can arrive."""
        token = self.settings.discord_token
        if token is None:
            raise RuntimeError("there is no DISCORD_TOKEN to connect with")
        await self.client.login(token.get_secret_value())
        if self._reporter is not None:
            self._reporter.start()
        left_open = await self.services.open_turns.unfinished()
        await self._desk.start(self.client)
        await self.services.practice.resume_all()
        self._recovering = asyncio.create_task(self._recovery.run(left_open), name="recovery")
        self._connection = asyncio.create_task(self.client.connect(), name="gateway")
        opened = asyncio.create_task(self.client.opened.wait())
        await asyncio.wait([self._connection, opened], return_when=asyncio.FIRST_COMPLETED)
        if self._connection.done():
            opened.cancel()
            await self._connection
        self._housekeeping.start()

    async def serve(self) -> None:
        """Stay connected until the connection ends for good or the app is closed."""
        if self._connection is not None:
            await self._connection

    async def close(self) -> None:
        """Finish or end what is open, leave Discord, and close what is behind it, in this order."""
        await self._housekeeping.stop()
        await self.services.practice.close()
        await self._desk.close(STOP_PATIENCE)
        for task in (self._recovering, self._connection):
            if task is not None:
                task.cancel()
        if self._reporter is not None:
            await self._reporter.close()
        self.client.acknowledgements.owed.close()  # who is not answered by now will be told by the next process
        await self.client.close()
        if self.services.tutor.remembering is not None:
            await self.services.tutor.remembering.close()
        await self.services.memory.close()
        await self.services.explaining.workshop.close()
        await self.door.close()
        await self.database.close()
