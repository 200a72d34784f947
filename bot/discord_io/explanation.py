"""*Why this answer?*: the trace of a turn in words a learner can read."""

from collections.abc import Mapping
from typing import Any

from bot.memory.values import Turn
from bot.safety import Action, Category, Finding, Guard, Policy, Setting, Verdict, explained
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_PASSAGES_SHOWN = 5


class Explanation:
    """Says how an answer came about."""

    def __init__(self, texts: Texts, guard: Guard) -> None:
        self._texts = texts
        self._guard = guard

    def of(self, locale: Locale, turn: Turn, *, own: bool) -> Released:
        """Filter, evidence, passages, memory and model of one turn; memory only for the learner who asked."""
        trace: Mapping[str, Any] = turn.trace
        say = self._texts.say
        lines = [
            say(locale, "ask-why-title"),
            say(
                locale,
                "ask-why-filter",
                action=plain(trace["input_action"]),
                category=self._category(locale, trace["input_category"]),
            ),
        ]
        if trace.get("input_rule"):
            lines.append(self._decision(locale, trace))
        if trace["passages"]:
            lines += [
                say(locale, "ask-why-evidence", percent=_percent(trace["evidence"])),
                joined("\n", [say(locale, "ask-why-passages"), *self._passages(locale, trace["passages"])]),
            ]
        if own:
            lines.append(say(locale, "ask-why-memory", count=trace["remembered_turns"]))
            if facts := trace.get("remembered_facts"):  # turns of older versions do not tell
                lines.append(say(locale, "ask-why-facts", count=facts))
        lines.append(self._model(locale, trace))
        if trace["output_category"]:
            lines.append(
                say(locale, "ask-why-withheld", category=self._category(locale, trace["output_category"]))
            )
        lines.append(say(locale, "ask-why-open"))
        return joined("\n", lines)

    def _decision(self, locale: Locale, trace: Mapping[str, Any]) -> Released:
        """What the filter found, how sure, by which rule and from where on it counts here."""
        category = Category(trace["input_category"])
        found = Finding(category, trace["input_score"], trace["input_rule"])
        verdict = Verdict(
            Action(trace["input_action"]),
            category,
            trace["input_score"],
            trace["input_rule"],
            trace["input_language"],
            findings=(found,),
        )
        policy = Policy({category: Setting(trace["input_threshold"])})
        return explained(self._texts, locale, verdict, policy)

    def _passages(self, locale: Locale, passages: list[Mapping[str, Any]]) -> list[Released]:
        return [
            self._texts.say(
                locale,
                "ask-why-passage",
                section=self._guard.quote(passage["heading"]),
                percent=_percent(passage["score"]),
            )
            for passage in passages[:_PASSAGES_SHOWN]
        ]

    def _model(self, locale: Locale, trace: Mapping[str, Any]) -> Released:
        say = self._texts.say
        if not trace["model"]:
            return say(locale, "ask-why-no-model")
        cost = (
            say(locale, "ask-why-cost", usd=plain(trace["cost_usd"])) if trace["cost_usd"] else Released("")
        )
        return say(
            locale,
            "ask-why-model",
            model=plain(trace["model"]),
            prompt=plain(trace["prompt"]),
            **{"in": trace["prompt_tokens"], "out": trace["completion_tokens"], "cost": cost},
        )

    def _category(self, locale: Locale, category: str) -> Released:
        return self._texts.say(locale, f"ask-category-{category}") if category else Released("")


def _percent(share: float) -> int:
    return round(share * 100)
