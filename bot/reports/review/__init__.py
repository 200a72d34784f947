"""Reported replies: what learners report, what moderators decide, and who is told."""

from bot.reports.review.review import Review
from bot.reports.review.store import Case, Notice
from bot.reports.review.suspects import SuspectQuestions
from bot.reports.review.values import (
    REMARK_LENGTH,
    CaseGone,
    CaseTaken,
    CorrectionUnsafe,
    Decided,
    Kind,
    NoticeKind,
    Queue,
    Reported,
    State,
)

__all__ = [
    "REMARK_LENGTH",
    "Case",
    "CaseGone",
    "CaseTaken",
    "CorrectionUnsafe",
    "Decided",
    "Kind",
    "Notice",
    "NoticeKind",
    "Queue",
    "Reported",
    "Review",
    "State",
    "SuspectQuestions",
]
