"""python -m bot doctor: every part looked at from the operator's side, in English, and what to do about it."""

from bot.app import App
from bot.llm.values import HOUSE
from bot.reports.diagnosis import Health
from bot.settings import Settings
from bot.storage import StorageError
from bot.storage.migrate import MigrationError
from bot.texts.locales import Locale


async def examine(settings: Settings) -> int:
    """Open everything but Discord and print how it is; gives 0 when nothing is broken."""
    try:
        app = await App.open(settings)
    except (MigrationError, StorageError) as error:
        print(f"🔴 The tutor cannot start: {error}")
        return 1
    try:
        findings = await app.services.diagnosis.findings(HOUSE)
        for finding in findings:
            say = app.services.texts.say
            because = f" {say(Locale.EN, finding.because)}" if finding.because else ""
            print(say(Locale.EN, finding.key, **finding.values).replace("**", "") + because)
        token = "set" if settings.discord_token else "not set: `run` opens the playground"
        print(f"⚪ DISCORD_TOKEN: {token}")
        return 1 if any(finding.health is Health.BROKEN for finding in findings) else 0
    finally:
        await app.close()
