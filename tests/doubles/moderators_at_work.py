"""Three people who moderate two servers at random, in the whole house without Discord, and what must hold after each step."""

from tests.doubles.moderating.moving import MovesAndErases
from tests.doubles.moderating.setting import SetsThings
from tests.doubles.moderating.taking_back import TakesBack
from tests.doubles.moderating.teaching import TeachesThings


class ModeratorsAtWork(SetsThings, TeachesThings, TakesBack, MovesAndErases):
    """The machine. `taught` must be set to a database file with the course before it runs."""
