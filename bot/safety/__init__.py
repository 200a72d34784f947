"""What comes in is read for harm, personal data and instructions in disguise; what goes out is checked first."""

from bot.safety.findings import Detector
from bot.safety.guard import Guard
from bot.safety.marking import as_data
from bot.safety.moderation import HostedModeration, Moderator
from bot.safety.policy import FLOORS, Policy, Setting
from bot.safety.release import GateContext, ReleaseGate
from bot.safety.screening import Decision, Screening, hit_of
from bot.safety.sentences import in_words
from bot.safety.verdict import (
    Action,
    Category,
    Finding,
    InDistress,
    Kind,
    Purpose,
    Side,
    Verdict,
    Withheld,
)
from bot.safety.why import explained

__all__ = [
    "FLOORS",
    "Action",
    "Category",
    "Decision",
    "Detector",
    "Finding",
    "GateContext",
    "Guard",
    "HostedModeration",
    "InDistress",
    "Kind",
    "Moderator",
    "Policy",
    "Purpose",
    "ReleaseGate",
    "Screening",
    "Setting",
    "Side",
    "Verdict",
    "Withheld",
    "as_data",
    "explained",
    "hit_of",
    "in_words",
]
