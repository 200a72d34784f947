"""What the lessons, questions and challenges of a server cover, and where the gaps are."""

from bot.reports.coverage.coverage import Coverage, CoverageReports
from bot.reports.coverage.rules import BANDS, Covered, Gap, LessonCover, gaps_of

__all__ = ["BANDS", "Coverage", "CoverageReports", "Covered", "Gap", "LessonCover", "gaps_of"]
