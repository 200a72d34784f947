"""What comes in is read for harm, personal data and instructions in disguise; what goes out is checked first."""

from bot.safety.findings import Detector, Finding, Side
from bot.safety.guard import Guard
from bot.safety.marking import as_data
from bot.safety.policy import Policy, Setting
from bot.safety.release import GateContext, ReleaseGate
from bot.safety.sentences import in_words
from bot.safety.verdict import Action, Category, Kind, Verdict, Withheld

__all__ = [
    "Action",
    "Category",
    "Detector",
    "Finding",
    "GateContext",
    "Guard",
    "Kind",
    "Policy",
    "ReleaseGate",
    "Setting",
    "Side",
    "Verdict",
    "Withheld",
    "as_data",
    "in_words",
]
