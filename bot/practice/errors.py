"""What a learner may cause in practice, each with its sentence."""

from bot.texts.errors import PersonError


class PromptTooLong(PersonError):
    """A prompt takes more than the challenge allows."""

    key = "practice-too-long"


class NoAttemptsLeft(PersonError):
    """All attempts of today are used."""

    key = "practice-none-left"


class StillRunning(PersonError):
    """Another prompt of this learner is running."""

    key = "practice-still-running"


class NoModel(PersonError):
    """Nothing can run a prompt."""

    key = "practice-no-model"


class AliasTaken(PersonError):
    """Somebody else stands on the board under this name."""

    key = "practice-alias-taken"


class PartTwice(PersonError):
    """An order names one part in two places."""

    key = "practice-part-twice"
