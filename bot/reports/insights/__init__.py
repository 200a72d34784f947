"""What a server's learners do, as figures in which nobody can be found."""

from bot.reports.insights.insights import InsightReports
from bot.reports.insights.measures import Insights

__all__ = ["InsightReports", "Insights"]
