"""What can be wrong with a file of questions: a code for each, so that whoever shows it can say it in their own language.

For the terminal and the log there is an English sentence beside each code.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.texts.told import Told


class Wrong(StrEnum):
    """What is wrong. The value is the end of its sentence's key."""

    TOO_BIG = "too-big"
    NOT_UTF8 = "not-utf8"
    ZERO_CHARACTER = "zero-character"
    TOO_MANY = "too-many"
    SECOND_TIME = "second-time"
    NO_QUESTIONS = "no-questions"
    BESIDE = "beside"
    NO_SUCH_SECTION = "no-such-section"
    YAML_TOO_LONG = "yaml-too-long"
    NOT_YAML = "not-yaml"
    YAML_ITEMS = "yaml-items"
    YAML_ENTRY = "yaml-entry"
    YAML_ANCHORS = "yaml-anchors"
    YAML_DEEP = "yaml-deep"
    GIFT_TITLE = "gift-title"
    GIFT_NO_ANSWER = "gift-no-answer"
    GIFT_SECOND_BRACE = "gift-second-brace"
    GIFT_OPEN_BRACE = "gift-open-brace"
    GIFT_LONE_BRACE = "gift-lone-brace"
    GIFT_ESSAY = "gift-essay"
    GIFT_MARKS = "gift-marks"
    GIFT_MANY = "gift-many"
    GIFT_NO_KEY = "gift-no-key"
    GIFT_TWO_KEYS = "gift-two-keys"
    GIFT_NUMBER = "gift-number"
    XML_ENTITIES = "xml-entities"
    XML_DEEP = "xml-deep"
    NOT_XML = "not-xml"
    XML_QUIZ = "xml-quiz"
    XML_TRUE_FALSE = "xml-true-false"
    XML_NUMBER = "xml-number"
    XML_KIND = "xml-kind"
    NOT_JSON = "not-json"
    JSON_DEEP = "json-deep"
    JSON_QUESTION = "json-question"
    JSON_OPTION = "json-option"
    CSV_HEADING = "csv-heading"
    CSV_COLUMN = "csv-column"
    CSV_CELLS = "csv-cells"
    NOT_CSV = "not-csv"
    CSV_RIGHT = "csv-right"
    FIELD_UNKNOWN = "field-unknown"
    FIELD_UNKNOWN_INSIDE = "field-unknown-inside"
    NO_CONCEPT = "no-concept"
    ANSWER_TRUE_FALSE = "answer-true-false"
    SIDE_TWICE = "side-twice"
    ANSWER_NUMBER = "answer-number"
    TOLERANCE = "tolerance"
    TRAP_NUMBER = "trap-number"
    TRAP_RIGHT = "trap-right"
    NO_ACCEPTED = "no-accepted"
    POINT_WORDS = "point-words"
    NEEDED = "needed"
    ONE_OF = "one-of"
    NOT_AN_ID = "not-an-id"
    NO_MISCONCEPTION = "no-misconception"
    FLAG = "flag"
    NOT_TEXT = "not-text"
    EMPTY_TEXT = "empty-text"
    LONG_TEXT = "long-text"
    NOT_TEXTS = "not-texts"
    MANY_TEXTS = "many-texts"
    LONG_ONE = "long-one"
    NOT_ENTRIES = "not-entries"
    ENTRIES = "entries"
    TWICE = "twice"
    UNFIT = "unfit"


class Mistake(Told):
    """What is wrong in English, with its key and what the sentence is made of."""

    @classmethod
    def of(cls, wrong: Wrong, item: str = "", **values: str | int) -> "Mistake":
        """One mistake; `item` is the id of the item that it is about, `values` are those of its sentence."""
        about = ("question-file-of-item", item) if item else ("", "")
        return cls.telling(_ENGLISH[wrong], f"question-file-{wrong}", values, about)


_ENGLISH: Mapping[Wrong, str] = {
    Wrong.TOO_BIG: "the file has {count} bytes; at most {most} are read",
    Wrong.NOT_UTF8: "not UTF-8 text; save the file as UTF-8",
    Wrong.ZERO_CHARACTER: "the file holds a zero character and is no text",
    Wrong.TOO_MANY: "the file holds {count} questions; at most {most} are taken at once",
    Wrong.SECOND_TIME: "the item {name} stands here a second time",
    Wrong.NO_QUESTIONS: "the file holds no questions",
    Wrong.BESIDE: "what stands here for this tutor cannot be read; remove it or export again",
    Wrong.UNFIT: "the filters would not show this to a learner; leave out secrets, personal data and directions for harm",
    Wrong.NO_SUCH_SECTION: "{lesson} has no section {section}",
    Wrong.YAML_TOO_LONG: "the file has {count} characters; at most {most} of YAML are read",
    Wrong.NOT_YAML: "not YAML: {problem}",
    Wrong.YAML_ITEMS: "the file must hold `items`, a list of questions",
    Wrong.YAML_ENTRY: "an item must be written as a mapping",
    Wrong.YAML_ANCHORS: "anchors and aliases (& and *) are not taken; put such texts in quotes",
    Wrong.YAML_DEEP: "not YAML that can be read: nested too deep",
    Wrong.GIFT_TITLE: "the title has no end; write ::title:: before the question",
    Wrong.GIFT_NO_ANSWER: "there is no answer in braces: write {{…}} after the question",
    Wrong.GIFT_SECOND_BRACE: "a second {{ before the first is closed; write \\{{ for the character",
    Wrong.GIFT_OPEN_BRACE: "a brace is not closed; write \\{{ or \\}} for the character",
    Wrong.GIFT_LONE_BRACE: "a }} without its {{; write \\}} for the character",
    Wrong.GIFT_ESSAY: "an essay has no key; write it as an own-words item of ours",
    Wrong.GIFT_MARKS: "every answer begins with = (right) or ~ (wrong); write \\= or \\~ for the character",
    Wrong.GIFT_MANY: "the question has {count} answers; at most {most} are read",
    Wrong.GIFT_NO_KEY: "no answer is right; write = before the right one",
    Wrong.GIFT_TWO_KEYS: "two answers are right; where several are, give each a share such as ~%50%",
    Wrong.GIFT_NUMBER: "{value} is no number; write {{#answer:tolerance}}",
    Wrong.XML_ENTITIES: "document types and entities (<!DOCTYPE, <!ENTITY) are not taken",
    Wrong.XML_DEEP: "the file is nested too deep or has too many elements",
    Wrong.NOT_XML: "not XML: {problem}",
    Wrong.XML_QUIZ: "the file must hold <quiz>",
    Wrong.XML_TRUE_FALSE: "a true/false question needs the answers true and false, one of them with 100",
    Wrong.XML_NUMBER: "a numerical question needs an answer with 100 that is a number",
    Wrong.XML_KIND: "questions of the type {kind} are not taken",
    Wrong.NOT_JSON: "not JSON: {problem}",
    Wrong.JSON_DEEP: "not JSON that can be read: nested too deep, or a number too long",
    Wrong.JSON_QUESTION: "a question needs `questionText` and a list of `answerOptions`",
    Wrong.JSON_OPTION: 'an answer option needs `answerText` and `isCorrect`, "true" or "false"',
    Wrong.CSV_HEADING: "the first row must name the columns, such as {names}",
    Wrong.CSV_COLUMN: "there is no column {name}",
    Wrong.CSV_CELLS: "the row has {count} cells, the heading {most}",
    Wrong.NOT_CSV: "not a table: {problem}",
    Wrong.CSV_RIGHT: "`right` names option {name}, and there are {count}",
    Wrong.FIELD_UNKNOWN: "`{name}` means nothing in an item of the kind {kind}",
    Wrong.FIELD_UNKNOWN_INSIDE: "`{name}` means nothing in an entry of `{inside}`",
    Wrong.NO_CONCEPT: "`concepts` must name one concept at least",
    Wrong.ANSWER_TRUE_FALSE: "`answer` must be true or false",
    Wrong.SIDE_TWICE: "a {side} side stands here twice",
    Wrong.ANSWER_NUMBER: "`answer` must be a number",
    Wrong.TOLERANCE: '`tolerance` must be a number from 0 on, or a share such as "5%"',
    Wrong.TRAP_NUMBER: "`answer` of a trap must be a number",
    Wrong.TRAP_RIGHT: "the trap {value} would be taken as right",
    Wrong.NO_ACCEPTED: "`accepted` must hold one answer at least",
    Wrong.POINT_WORDS: "every point needs `words` to know it by",
    Wrong.NEEDED: "`needed` must be a number of points, from 1 to all of them",
    Wrong.ONE_OF: "`{name}` must be one of {choices}, not {value}",
    Wrong.NOT_AN_ID: "`{name}` must be small letters, digits and hyphens, not {value}",
    Wrong.NO_MISCONCEPTION: "{value} stands not among the file's `misconceptions`",
    Wrong.FLAG: "`{name}` must be true or false, not {value}",
    Wrong.NOT_TEXT: "`{name}` must be a text (numbers, yes and no need quotes)",
    Wrong.EMPTY_TEXT: "`{name}` must be a text with something in it",
    Wrong.LONG_TEXT: "`{name}` has {count} characters; at most {most} fit on a card",
    Wrong.NOT_TEXTS: "`{name}` must be a list of texts (numbers, yes and no need quotes)",
    Wrong.MANY_TEXTS: "`{name}` holds {count} texts; at most {most} are possible",
    Wrong.LONG_ONE: "`{name}`: a text has {count} characters; at most {most} fit",
    Wrong.NOT_ENTRIES: "`{name}` must be a list of `name: value` entries",
    Wrong.ENTRIES: "`{name}` has {count} entries; {least} to {most} are possible",
    Wrong.TWICE: "one of the `{name}` stands here twice",
}
