"""Sentences whose keys are built from an enum's members: the one place where such families are declared.

A key is otherwise a literal in code. `made_in_code` is the f-string that builds it, with `{}` for what is filled in.
"""

from dataclasses import dataclass, fields
from itertools import product

from bot.explain.kinds import Kind as ExplainerKind
from bot.explain.models import choosing
from bot.explain.models import values as models
from bot.explain.similarity import Method
from bot.explain.tokens import Encoding
from bot.learners.values import Level
from bot.lessons.authoring import State as LessonState
from bot.lessons.authoring import Step
from bot.lessons.authoring.differences import Fate
from bot.lessons.authoring.values import Subject as FormSubject
from bot.lessons.importing import Outcome, Subject
from bot.lessons.values import StepReason
from bot.llm.errors import BudgetScope, Reason
from bot.memory.facts.values import FactKind
from bot.practice.assertions import Unit
from bot.practice.challenges import Kind as ChallengeKind
from bot.practice.coaching import ADVICE
from bot.practice.mistakes import Wrong as WrongInChallenge
from bot.practice.structure import Family, Fault
from bot.practice.structure import Part as PromptPart
from bot.practice.values import ChallengeState
from bot.quiz.attempts.values import Confidence, Mode, State
from bot.quiz.bank_values import ItemState
from bot.quiz.items import Kind
from bot.quiz.lint import Code
from bot.quiz.lint.findings import Part as ItemPart
from bot.quiz.live.values import TEAMS, Scoring
from bot.quiz.mistakes import Wrong
from bot.quiz.reviews.taking_along import CardFormat
from bot.quiz.workshop.statistics import Suspicion
from bot.reports.coverage.rules import Depth, Gap
from bot.reports.diagnosis import Health, Part
from bot.reports.feedback import Thumb
from bot.reports.plans.rules import Audience
from bot.reports.review import Kind as ReportedKind
from bot.reports.review import NoticeKind
from bot.reports.review import State as CaseState
from bot.safety.verdict import Category
from bot.servers.acting import Deed
from bot.servers.quota import Watched
from bot.servers.settings.registry import REGISTRY as SERVER_SETTINGS
from bot.servers.settings.registry import Group as SettingsGroup
from bot.storage.errors import Trouble
from bot.texts.locales import Locale
from cogs.help import Topic
from cogs.server.diagnose import LOCKING as LOCKING_PERMISSIONS
from cogs.server.diagnose import NEEDED as NEEDED_PERMISSIONS
from cogs.server.insights import COLUMNS as INSIGHT_COLUMNS
from cogs.server.insights_sheet import PANELS as INSIGHT_PANELS
from cogs.server.insights_sheet import PARTS as INSIGHT_PARTS
from cogs.server.insights_sheet import SHARES as INSIGHT_SHARES
from cogs.server.insights_sheet import UNITS as INSIGHT_UNITS
from cogs.server.setup import PAGES as SETUP_PAGES
from cogs.teach.coverage import COLUMNS as COVERAGE_COLUMNS


@dataclass(frozen=True, slots=True)
class KeyFamily:
    """Keys that one f-string can build."""

    made_in_code: str
    keys: frozenset[str]
    whole: bool = True
    """Whether every key needs a sentence; else some never come to be said."""


def _family(made_in_code: str, *members: str) -> KeyFamily:
    return KeyFamily(made_in_code, frozenset(made_in_code.format(member) for member in members))


KEY_FAMILIES = (
    _family("server-settings-group-{}", *SettingsGroup),
    _family("server-audit-deed-{}", *(deed.value.replace(".", "-") for deed in Deed)),
    _family("server-settings-name-{}", *(setting.key for setting in SERVER_SETTINGS)),
    _family("server-setup-page-{}", *(page.name for page in SETUP_PAGES)),
    _family("server-setup-about-{}", *(page.name for page in SETUP_PAGES)),
    _family("server-settings-help-{}", *(setting.key for setting in SERVER_SETTINGS)),
    _family("model-{}", *Reason),
    _family("model-over-budget-{}", *BudgetScope),
    _family("storage-{}", *Trouble),
    _family("start-level-{}", *Level),
    _family("explain-level-{}", *Level),
    _family("explain-question-{}", *ExplainerKind),
    _family("explain-encoding-{}", *Encoding),
    _family("explain-method-{}", *Method),
    _family("explain-{}-own", *ExplainerKind),
    _family("explain-sampling-{}", "greedy", "drawn"),
    _family("catalogue-state-{}", *models.State),
    _family("catalogue-access-{}", *models.Access),
    _family("catalogue-architecture-{}", *models.Architecture),
    _family("catalogue-tuning-{}", *models.Tuning),
    _family("catalogue-medium-{}", *models.Medium),
    _family("catalogue-task-{}", *models.Task),
    _family("catalogue-fact-{}", "tasks", *(one.name for one in fields(models.Facts))),
    _family("catalogue-compare-{}", *"ab"),
    _family("catalogue-choose-ask-{}", *(one.__name__.lower() for one in choosing.QUESTIONS)),
    KeyFamily(
        "catalogue-choose-{}-{}",
        frozenset(
            f"catalogue-choose-{kind.__name__.lower()}-{one}" for kind in choosing.QUESTIONS for one in kind
        ),
    ),
    _family("catalogue-choose-method-{}", *choosing.Method),
    _family("catalogue-choose-does-{}", *choosing.Method),
    _family("catalogue-choose-try-{}", *choosing.Method),
    _family("catalogue-choose-because-{}", *choosing.Reason),
    _family("help-{}", *Topic),
    _family("help-{}-more", *Topic),
    _family("help-{}-name", *Topic),
    _family("memory-language-{}", *Locale),
    _family("memory-fact-kind-{}", *FactKind),
    _family("ask-rated-{}", *Thumb),
    _family("review-kind-{}", *ReportedKind),
    _family("review-notice-{}", *NoticeKind),
    _family("review-question-done-{}", CaseState.UPHELD, CaseState.DISMISSED),
    _family("review-done-{}", CaseState.UPHELD, CaseState.DISMISSED, CaseState.CORRECTED),
    _family("question-file-{}", *Wrong),
    _family("challenge-file-{}", *WrongInChallenge, "of-case"),
    _family("live-lobby-{}", *Scoring),
    _family("live-score-{}", *Scoring),
    _family("live-mean-{}", *Scoring),
    _family("live-team-{}", *map(str, range(1, TEAMS.stop))),
    _family("reading-next-{}", *StepReason),
    _family("reading-list-line-{}", "new", "started", "finished"),
    _family("practice-kind-{}", *ChallengeKind),
    _family("practice-part-{}", *PromptPart),
    _family("teach-challenge-choice-{}", *ChallengeState),
    _family("practice-fault-{}", *Fault),
    _family("practice-family-{}", Family.BASE, Family.REASONING),
    _family("practice-unit-{}", *Unit),
    _family("practice-advice-{}", *ADVICE),
    _family("quiz-ask-{}", *Kind),
    _family("quiz-mode-{}", *Mode),
    _family("quiz-sure-{}", *Confidence),
    _family("quiz-calibration-{}", *Confidence),
    _family("quiz-history-{}", *State),
    _family("quiz-field-place-{}", *"12345"),
    _family("quiz-field-pair-{}", *"12345"),
    _family("progress-exported-{}", *CardFormat),
    _family("teach-question-state-{}", *ItemState),
    _family("teach-question-choice-{}", *ItemState),
    _family("teach-question-choice-course-{}", ItemState.PUBLISHED, ItemState.RETIRED),
    _family("teach-question-now-{}", ItemState.PUBLISHED, ItemState.RETIRED),
    _family("teach-question-suspect-{}", *Suspicion),
    _family("coverage-depth-{}", *(depth.name.lower() for depth in Depth)),
    _family("coverage-gap-{}", *Gap),
    _family("coverage-missing-{}", *Gap),
    _family("quota-warning-{}", *Watched),
    _family("plan-audience-{}", *Audience),
    _family("insights-{}", *INSIGHT_SHARES, "before", "after"),
    _family("insights-part-{}", *INSIGHT_PARTS),
    _family("insights-panel-{}", *INSIGHT_PANELS),
    _family("insights-kind-{}", *INSIGHT_PANELS),
    _family("insights-unit-{}", *INSIGHT_UNITS),
    _family("insights-side-{}", "input", "output"),
    _family("insights-appeal-{}", *CaseState),
    _family("insights-column-{}", *INSIGHT_COLUMNS),
    _family("coverage-column-{}", *COVERAGE_COLUMNS),
    _family("lint-{}", *Code),
    _family("lint-part-{}", *ItemPart),
    _family("diagnose-permission-{}", *NEEDED_PERMISSIONS, *LOCKING_PERMISSIONS),
    _family("ask-category-{}", *Category),
    _family("importing-{}", *Subject),
    _family("importing-outcome-{}", *Outcome),
    _family("teach-lesson-choice-{}", *LessonState),
    _family("teach-lesson-form-{}", *FormSubject),
    _family("teach-lesson-button-{}", *Locale),
    _family("teach-lesson-change-{}", *Fate),
    _family("teach-lesson-details-{}", *Fate),
    _family("teach-lesson-taken-{}", Step.UNPUBLISHED, Step.HIDDEN, Step.NOTHING),
    KeyFamily(
        "diagnose-{}-{}", frozenset(f"diagnose-{a}-{b}" for a, b in product(Part, Health)), whole=False
    ),
)

NOT_KEYS = frozenset(
    {
        "catalogue-and-benchmarks",
        "comparing-llms",
        "explain-question",
        "hint-question",
        "plan-opening",
        "quiz-hints",
        "server-error",
        "server-month",
        "storage-reader-{}",
        "storage-writer",
    }
)
"""Strings that look like keys and are something else."""
