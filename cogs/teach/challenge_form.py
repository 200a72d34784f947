"""The YAML that `/teach challenge new` opens its form with: the shape is there, the words are the author's to write.

What is to be written stands empty with a comment, so that a form sent as it was opened is refused and nothing of the
example ever reaches a learner.
"""

from bot.texts.catalogue import Texts
from bot.texts.locales import Locale

_SHAPE = """id: {id}
kind: run
technique: zero-shot
level: beginner
threshold: 80
cases:
  - {{id: one, visible: true, category: plain, checks: [{{contains-any: $answer}}]}}
  - {{id: two, category: plain, checks: [{{contains-any: $answer}}]}}
  - {{id: three, category: hard, checks: [{{contains-any: $answer}}]}}
texts:
  {language}:
    title:  # {title}
    goal:  # {goal}
    rules: ["{rule}"]
    hints: [""]  # {hint}
    solution:  # {solution}
    categories: {{plain: "{plain}", hard: "{hard}"}}
    cases:  # {cases}
      one: {{input: "", answer: ""}}
      two: {{input: "", answer: ""}}
      three: {{input: "", answer: ""}}
    prompts:
      reference:  # {reference}
      bad:  # {bad}
    recorded:  # {recorded}
      reference: {{one: "", two: "", three: ""}}
      bad: {{one: "", two: "", three: ""}}
"""
_ID = "my-challenge"


def empty_form(texts: Texts, locale: Locale) -> str:
    """The form's text for an author who writes in a language."""
    words = {
        name: str(texts.say(locale, key))
        for name, key in {
            "title": "teach-challenge-example-title",
            "goal": "teach-challenge-example-goal",
            "rule": "teach-challenge-example-rule",
            "hint": "teach-challenge-example-hint",
            "solution": "teach-challenge-example-solution",
            "plain": "teach-challenge-example-plain",
            "hard": "teach-challenge-example-hard",
            "cases": "teach-challenge-example-cases",
            "reference": "teach-challenge-example-reference",
            "bad": "teach-challenge-example-bad",
            "recorded": "teach-challenge-example-recorded",
        }.items()
    }
    return _SHAPE.format(id=_ID, language=locale.value, **words)
