"""A toy that stands in for a model where there is none: it repeats sentences of the passages in its prompt.

It understands nothing. It is there so that streaming, citations and faults can be seen without a key, and every answer of
its says so.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from playground.wire import Json

_PASSAGES = re.compile(r"<passages>\n?(.*?)\n?</passages>", re.DOTALL)
_QUESTION = re.compile(r"<question>\n?(.*?)\n?</question>", re.DOTALL)
_HEAD = re.compile(r"^\[(\d+)\] .*$", re.MULTILINE)
_SENTENCES = re.compile(r"[^.!?。！？\n]+[.!?。！？]+(?=\s|$|[^\d.])")
_WORDS = re.compile(r"[a-z0-9]{3,}|[\u3400-\u9fff]{2}")
_CHINESE = re.compile(r"[\u3400-\u9fff]")

MOST_SENTENCES = 4

_LABELS = {
    "en": "*(The playground's toy model: it only repeats sentences of the lessons.)*",
    "zh-CN": "*（试用场的玩具模型：它只会复述课程里的句子。）*",
    "zh-TW": "*（試用場的玩具模型：它只會複述課程裡的句子。）*",
}
_NOTHING = {
    "en": "There are no passages in my prompt, so I have nothing to repeat.",
    "zh-CN": "我的提示词里没有任何段落，所以没有可以复述的内容。",
    "zh-TW": "我的提示詞裡沒有任何段落，所以沒有可以複述的內容。",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage."""

    passage: int
    text: str
    fits: int
    """How many words it shares with the question."""


def reply_to(body: Json) -> str:
    """What the toy says to a chat request."""
    messages = [it for it in body.get("messages") or [] if isinstance(it, dict)]
    system = "\n".join(str(it.get("content")) for it in messages if it.get("role") == "system")
    asked = str(messages[-1].get("content")) if messages else ""
    passages, question = _parts(asked)
    language = _language(system, question)
    chosen = _choose(_sentences(passages, question))
    said = [_LABELS[language], *(f"{it.text} [{it.passage}]" for it in chosen)]
    return "\n\n".join(said if chosen else [_LABELS[language], _NOTHING[language]])


def pieces(text: str) -> list[str]:
    """The reply as it is streamed: a word or two Chinese characters at a time, with the space before them."""
    return re.findall(r"\s*[\u3400-\u9fff]{1,2}|\s*[^\s\u3400-\u9fff]+|\s+$", text)


def _parts(asked: str) -> tuple[str, str]:
    """The passages and the question of a prompt: marked as such, or numbered passages and the question as last paragraph."""
    if marked := _PASSAGES.findall(asked):
        return "\n".join(marked), " ".join(_QUESTION.findall(asked)) or asked
    passages, _, question = asked.rpartition("\n\n")
    return (
        (passages, question) if _HEAD.search(passages) else ("", " ".join(_QUESTION.findall(asked)) or asked)
    )


def _language(system: str, question: str) -> str:
    """The question's language; which Chinese is meant, the prompt says."""
    if not _CHINESE.search(question):
        return "en"
    return "zh-TW" if "Traditional Chinese" in system else "zh-CN"


def _sentences(passages: str, question: str) -> list[Sentence]:
    wanted = set(_WORDS.findall(question.lower()))
    found: list[Sentence] = []
    heads = [*_HEAD.finditer(passages)]
    for head, following in itertools.zip_longest(heads, heads[1:]):
        body = passages[head.end() : following.start() if following else None]
        for text in _SENTENCES.findall(body):
            shared = wanted & set(_WORDS.findall(text.lower()))
            found.append(Sentence(int(head[1]), _plain(text), len(shared)))
    return found


def _plain(text: str) -> str:
    """In one line, and without emphasis or marks that began or end elsewhere."""
    line = " ".join(text.split()).lstrip(">#-* ")
    return line.replace("**", "") if line.count("**") % 2 else line


def _choose(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The best few, in the order in which they stand in the passages."""
    best = sorted(range(len(sentences)), key=lambda at: (-sentences[at].fits, at))[:MOST_SENTENCES]
    return [sentences[at] for at in sorted(best)]
