"""How the moderators of a server write lessons: drafts, versions, what changed, when learners see it, and the way back.

It sees drafts and deleted lessons, so nothing here may be used to show a learner anything.
"""

from bot.lessons.authoring.authoring import Authoring, Draft, Step
from bot.lessons.authoring.values import LessonUnknown, OwnLesson, SharedLesson, State

__all__ = ["Authoring", "Draft", "LessonUnknown", "OwnLesson", "SharedLesson", "State", "Step"]
