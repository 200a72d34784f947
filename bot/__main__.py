"""python -m bot: run · tour · migrate · import · doctor · backup.

Without a token `run` opens the playground instead of Discord; only then, and for the tour, is the playground imported.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path

from bot import heartbeat
from bot.clock import SystemClock
from bot.env_file import with_env_file
from bot.settings import ENV_FILE, Settings, SettingsError
from bot.texts.locales import Locale

Command = Callable[[Settings, argparse.Namespace], Coroutine[object, object, int]]

_BOT = (sys.executable, "-m", "bot", "run", "--no-env-file")
"""The bot as the playground starts it: told everything by its environment, so that single settings can be left out."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the process's exit code: 0 well, 1 not well, 2 not understood."""
    options = _parser().parse_args(arguments)
    try:
        settings = Settings.load(ENV_FILE if options.env_file else None)
    except SettingsError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        return asyncio.run(_COMMANDS[options.command](settings, options))
    except KeyboardInterrupt:
        return 130


async def _run(settings: Settings, options: argparse.Namespace) -> int:
    if settings.discord_token is None:
        try:
            from playground.run import main as open_playground
        except ModuleNotFoundError:  # an image has no playground
            print(
                "There is no DISCORD_TOKEN. Put your bot's token into .env and start again.", file=sys.stderr
            )
            return 1
        return await open_playground(
            port=settings.playground_port,
            command=_BOT,
            environment=with_env_file(ENV_FILE, os.environ),
            keep_in=settings.data_dir / "playground",
            open_page=options.open,
        )
    from bot.serving import serve

    return await serve(settings)


async def _tour(settings: Settings, options: argparse.Namespace) -> int:
    from playground.tour import main as give_tour

    return await give_tour(command=_BOT, environment=with_env_file(ENV_FILE, os.environ))


async def _migrate(settings: Settings, options: argparse.Namespace) -> int:
    from bot.storage import StorageError
    from bot.storage.migrate import MigrationError, migrate

    try:
        await migrate(settings.database_url)
    except (MigrationError, StorageError) as error:
        print(error, file=sys.stderr)
        return 1
    print("The database is up to date.")
    return 0


async def _doctor(settings: Settings, options: argparse.Namespace) -> int:
    if options.live:
        alive = heartbeat.is_alive(settings.data_dir / heartbeat.NAME, now=SystemClock().now())
        return 0 if alive else 1
    from bot.doctor import examine

    return await examine(settings)


async def _backup(settings: Settings, options: argparse.Namespace) -> int:
    from bot.storage import StorageError
    from bot.storage.backup import BackupError, backup

    try:
        await backup(settings.database_url, options.target)
    except (BackupError, StorageError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The database was copied to {options.target}.")
    return 0


async def _import(settings: Settings, options: argparse.Namespace) -> int:
    from bot.import_course import import_course
    from bot.lessons.importing import Outcome
    from bot.storage import StorageError
    from bot.storage.migrate import MigrationError

    try:
        report, words, stopped = await import_course(
            settings,
            options.path,
            server_id=options.server,
            language=options.language,
            dry_run=options.dry_run,
            publish=options.publish,
        )
    except (MigrationError, StorageError) as error:
        print(error, file=sys.stderr)
        return 1
    for outcome in (Outcome.UNDERSTOOD, Outcome.SKIPPED, Outcome.WRONG):
        if remarks := report.with_outcome(outcome):
            print(f"{words.outcome(outcome)}:")
            for remark in remarks:
                print(f"  {words.remark(remark)}")
    for lesson in report.lessons:
        print(words.lesson(lesson).replace("**", ""))
    print(words.summary(report))
    for sentence in stopped:
        print(sentence)
    return 1 if report.refused or stopped else 0


_COMMANDS: Mapping[str, Command] = {
    "run": _run,
    "tour": _tour,
    "migrate": _migrate,
    "doctor": _doctor,
    "backup": _backup,
    "import": _import,
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="A Discord tutor for generative AI.")
    parser.set_defaults(env_file=True)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    run = commands.add_parser("run", help="join Discord; without DISCORD_TOKEN, open the playground")
    run.add_argument("--open", action="store_true", help="show the playground's page in the browser")
    run.add_argument(
        "--no-env-file",
        dest="env_file",
        action="store_false",
        help="take settings from the environment alone",
    )
    commands.add_parser("tour", help="watch a learner and a moderator use the tutor in the playground")
    commands.add_parser("migrate", help="bring the database to this version's shape and stop")
    doctor = commands.add_parser("doctor", help="check every part and say what to do")
    doctor.add_argument("--live", action="store_true", help="only say whether the tutor runs (exit code)")
    backup = commands.add_parser("backup", help="copy the database while the tutor runs")
    backup.add_argument("target", type=Path, help="the file to write; it must not exist")
    course = commands.add_parser("import", help="take in lessons that somebody wrote, as drafts")
    course.add_argument("path", type=Path, help="a Markdown or text file, a folder, or a .zip")
    course.add_argument(
        "--server", type=int, default=0, metavar="ID", help="whose lessons; left out: everybody's"
    )
    course.add_argument(
        "--language", type=Locale, choices=list(Locale), help="left out: found out for each file"
    )
    course.add_argument("--dry-run", action="store_true", help="only say what would come")
    course.add_argument("--publish", action="store_true", help="show the lessons to learners at once")
    return parser


if __name__ == "__main__":
    sys.exit(main())
