"""What comes in is read for harm, personal data and instructions in disguise; what goes out is checked first."""

from bot.safety.guard import Guard
from bot.safety.release import GateContext, ReleaseGate
from bot.safety.verdict import Action, Category, Kind, Verdict, Withheld

__all__ = ["Action", "Category", "GateContext", "Guard", "Kind", "ReleaseGate", "Verdict", "Withheld"]
