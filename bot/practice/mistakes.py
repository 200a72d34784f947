"""What can be wrong with a challenge as it is written: a code for each, so that it can be said in the author's language.

For the terminal and the log there is an English sentence beside each code; a test holds it equal to the bot's own.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.texts.told import Told


class Wrong(StrEnum):
    """What is wrong. The value is the end of its sentence's key."""

    TOO_LONG = "too-long"
    NOT_YAML = "not-yaml"
    YAML_ANCHORS = "yaml-anchors"
    YAML_DEEP = "yaml-deep"
    YAML_VALUE = "yaml-value"
    NOT_LINES = "not-lines"
    NO_TEXTS = "no-texts"
    NO_LANGUAGE = "no-language"
    EMPTY = "empty"
    BAD_ID = "bad-id"
    ONE_OF = "one-of"
    UNKNOWN_NAME = "unknown-name"
    REFERENCE_LONG = "reference-long"
    CASE_TEXTS = "case-texts"
    WORDS = "words"
    CASE_ID = "case-id"
    CASE_MISSING = "case-missing"
    UNUSED = "unused"
    NO_CHECKS = "no-checks"
    VISIBLE = "visible"
    NO_CASE = "no-case"
    CASES_BUILT_IN = "cases-built-in"
    CASES = "cases"
    PROMPTS = "prompts"
    PROMPTS_NAMED = "prompts-named"
    PROMPTS_COUNT = "prompts-count"
    RECORDED = "recorded"
    RECORDED_UNKNOWN = "recorded-unknown"
    RECORDED_LACKS = "recorded-lacks"
    RECORDED_EXTRA = "recorded-extra"
    OUTPUTS = "outputs"
    OPTIONS = "options"
    OPTION_TEXTS = "option-texts"
    OPTION_TEXT = "option-text"
    PARTS = "parts"
    ORDERS = "orders"
    ORDER_EACH = "order-each"
    BUDGET = "budget"
    THRESHOLDS = "thresholds"
    CATEGORIES = "categories"
    TEMPERATURE = "temperature"
    NOT_TEXT = "not-text"
    LONG_TEXT = "long-text"
    NOT_TEXTS = "not-texts"
    TEXTS_COUNT = "texts-count"
    NOT_ENTRIES = "not-entries"
    ENTRIES = "entries"
    WHOLE_NUMBER = "whole-number"
    NOT_AN_ID = "not-an-id"
    CHECKS_LIST = "checks-list"
    CHECK_ENTRY = "check-entry"
    CHECK_ONE_NAME = "check-one-name"
    NO_CHECK = "no-check"
    WEIGHT = "weight"
    NO_VALUE = "no-value"
    TOLD = "told"
    LANGUAGE = "language"
    QUOTES = "quotes"
    LEAST = "least"
    PATTERN_LONG = "pattern-long"
    PATTERN = "pattern"
    SCHEMA = "schema"
    SCHEMA_PROBLEM = "schema-problem"
    FIELD_PATH = "field-path"
    FIELD_IS = "field-is"
    NUMBER = "number"
    COUNT_FORM = "count-form"
    COUNT_EMPTY = "count-empty"
    ONLY_NAMES = "only-names"
    TEXTS = "texts"
    REFERENCE_FAILS = "reference-fails"
    REFERENCE_CATEGORY = "reference-category"
    BAD_PASSES = "bad-passes"
    BETTER_TIES = "better-ties"
    PREDICT_MIX = "predict-mix"


class Mistake(Told):
    """What is wrong, in English, with the key of its sentence."""

    @classmethod
    def of(cls, wrong: Wrong, case: str = "", **values: str | int) -> "Mistake":
        """One mistake; `case` is the id of the case that it is about. `values` are those of its sentence."""
        about = ("challenge-file-of-case", case) if case else ("", "")
        return cls.telling(_ENGLISH[wrong], f"challenge-file-{wrong}", values, about)


_ENGLISH: Mapping[Wrong, str] = {
    Wrong.TOO_LONG: "the text has {count} characters; at most {most} are read",
    Wrong.NOT_YAML: "not YAML: {problem}. Put texts with a colon or a bracket in quotes",
    Wrong.YAML_ANCHORS: "anchors and aliases (& and *) are not taken; write the text out",
    Wrong.YAML_DEEP: "lists and lines stand too deep inside each other",
    Wrong.YAML_VALUE: "no such number or day; write it as a text in quotes",
    Wrong.NOT_LINES: "the text must hold `name: value` lines",
    Wrong.NO_TEXTS: "`texts` must hold the texts of at least one language: en, zh-CN, zh-TW",
    Wrong.NO_LANGUAGE: "`{name}` is no language; there are en, zh-CN and zh-TW",
    Wrong.EMPTY: "`{name}` is still empty; write something there",
    Wrong.BAD_ID: "the id (of a file: its name) must be small letters, digits and hyphens, at most {most}",
    Wrong.ONE_OF: "`{name}` must be one of {choices}, not {value}",
    Wrong.UNKNOWN_NAME: "`{name}` means nothing here; possible are {choices}",
    Wrong.REFERENCE_LONG: "the reference prompt is longer than the {most} characters of the budget",
    Wrong.CASE_TEXTS: "`cases` must hold the texts of each case under its id",
    Wrong.WORDS: "`words` must hold `name: text` lines",
    Wrong.CASE_ID: "the case {value} needs an `id` of its own, of small letters, digits and hyphens",
    Wrong.CASE_MISSING: "`cases` of the texts lacks this case",
    Wrong.UNUSED: "no check uses `{name}`",
    Wrong.NO_CHECKS: "the case has no `checks`",
    Wrong.VISIBLE: "`visible` must be true or false",
    Wrong.NO_CASE: "there is no case {value}",
    Wrong.CASES_BUILT_IN: "a built-in challenge has {seen} visible and {least} to {most} hidden cases, not {visible} and {hidden}",
    Wrong.CASES: "at least 1 visible and 2 hidden cases are needed, not {visible} and {hidden}",
    Wrong.PROMPTS: "`prompts` must hold prompts by name",
    Wrong.PROMPTS_NAMED: "`prompts` must hold {names}, and nothing else",
    Wrong.PROMPTS_COUNT: "`prompts` must hold 2 to 4 prompts to choose from",
    Wrong.RECORDED: "`recorded` must hold, under each prompt's name, an output for each case",
    Wrong.RECORDED_UNKNOWN: "`recorded` names {name}, which is no prompt",
    Wrong.RECORDED_LACKS: "`recorded` lacks the output of {name} on this case",
    Wrong.RECORDED_EXTRA: "`recorded` has an output on a case that does not exist",
    Wrong.OUTPUTS: "its output in `recorded` must be a text, or a list with one for each run",
    Wrong.OPTIONS: "`options` must list 2 to 5 ids",
    Wrong.OPTION_TEXTS: "`options` of the texts must hold `text` and `why` for each id of the options",
    Wrong.OPTION_TEXT: "the option {name} must hold `text` and `why`",
    Wrong.PARTS: "`parts` must hold 3 to {most} parts by id",
    Wrong.ORDERS: "`orders` must list the right order, and others that are as good",
    Wrong.ORDER_EACH: "an order must name each part once: {names}",
    Wrong.BUDGET: "`budget` must hold characters, tokens, answer and attempts",
    Wrong.THRESHOLDS: "`thresholds` must hold `category: percent` for categories of the cases",
    Wrong.CATEGORIES: "`categories` must name each category once: {names}",
    Wrong.TEMPERATURE: "`temperature` must be a number from 0 to 2",
    Wrong.NOT_TEXT: "`{name}` must be a text (numbers, yes and no need quotes)",
    Wrong.LONG_TEXT: "`{name}` has {count} characters; at most {most} fit",
    Wrong.NOT_TEXTS: "`{name}` must be a list of texts (numbers, yes and no need quotes)",
    Wrong.TEXTS_COUNT: "`{name}` must hold {least} to {most} texts of at most {longest} characters",
    Wrong.NOT_ENTRIES: "`{name}` must be a list of `name: value` entries",
    Wrong.ENTRIES: "`{name}` has {count} entries; {least} to {most} are possible",
    Wrong.WHOLE_NUMBER: "`{name}` must be a whole number from {least} to {most}",
    Wrong.NOT_AN_ID: "`{name}` must be small letters, digits and hyphens, not {value}",
    Wrong.CHECKS_LIST: "`checks` must be a list",
    Wrong.CHECK_ENTRY: "each check is one `name: value`",
    Wrong.CHECK_ONE_NAME: "each check has one name, and maybe a `weight` and a `told`",
    Wrong.NO_CHECK: "`{name}` is no check; there are {choices}, each also with `not-` before it",
    Wrong.WEIGHT: "`weight` must be a number above 0, at most 100",
    Wrong.NO_VALUE: "`${name}` stands neither in the case nor in `words`",
    Wrong.TOLD: "`told` must be a text of at most {most} characters",
    Wrong.LANGUAGE: "`language` must be en, zh or same",
    Wrong.QUOTES: "`quotes` must be `input` or a text with something in it",
    Wrong.LEAST: "`least` of `similar` must be a number above 0, at most 1",
    Wrong.PATTERN_LONG: "`matches` must be an expression of at most {most} characters",
    Wrong.PATTERN: "`matches` is no RE2 expression (no look-around, no back references)",
    Wrong.SCHEMA: "`is-json` must be true or a schema",
    Wrong.SCHEMA_PROBLEM: "the schema of `is-json` has something that is not taken: {problem}",
    Wrong.FIELD_PATH: "`path` of `field` must be a text such as order.price",
    Wrong.FIELD_IS: "`is` of `field` must be a text, a number, true, false or null",
    Wrong.NUMBER: "`number` must be a number, or have `is` and `within`",
    Wrong.COUNT_FORM: "`{name}` must hold `least`, `most` or both, whole numbers, the smaller first",
    Wrong.COUNT_EMPTY: "`{name}` needs `least` or `most`",
    Wrong.ONLY_NAMES: "`{name}` must hold {names}, and nothing else",
    Wrong.TEXTS: "`{name}` must be a text or a list of texts (numbers, yes and no need quotes)",
    Wrong.REFERENCE_FAILS: "the reference prompt fails: {cases}",
    Wrong.REFERENCE_CATEGORY: "the reference prompt misses the threshold of a category",
    Wrong.BAD_PASSES: "the bad prompt passes",
    Wrong.BETTER_TIES: "another prompt passes as many cases as the better one",
    Wrong.PREDICT_MIX: "one case at least must fail, and one must pass",
}
