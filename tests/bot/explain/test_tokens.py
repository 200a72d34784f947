"""Tokens: ids as OpenAI's own tokenizer gives them, and how each token is shown."""

import gzip
import hashlib
from collections.abc import Iterator
from importlib.resources import files
from random import Random

import pytest
import tiktoken
import tiktoken_ext.openai_public as published

from bot.explain.tokens import Encoding, Token, cut, parts_of_characters

STRINGS = 10_000
SCRIPTS = {
    "latin": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ éüñ '’-0123456789",
    "chinese": "".join(map(chr, range(0x4E00, 0x9FA5, 7))) + "，。！？“”",
    "cyrillic": "".join(map(chr, range(0x410, 0x450))) + " ,.",
    "arabic": "".join(map(chr, range(0x621, 0x64B))) + " ،؟",
    "devanagari": "".join(map(chr, range(0x905, 0x94E))) + " ।",
    "korean": "".join(map(chr, range(0xAC00, 0xD7A4, 11))) + " .",
}
STRANGE = [
    "\n",
    "\r\n",
    "\t",
    "  ",
    "\u200b",
    "\u202e",
    "😀",
    "👨\u200d👩\u200d👧",
    "```",
    "<|endoftext|>",
    "\x00",
    "{}[]()",
]


def strings() -> Iterator[str]:
    """Random strings of six scripts, with what trips tokenizers strewn in."""
    chance = Random(20)
    for number in range(STRINGS):
        letters = list(SCRIPTS.values())[number % len(SCRIPTS)]
        words = (
            chance.choice(STRANGE)
            if chance.random() < 0.1
            else "".join(chance.choices(letters, k=chance.randint(1, 9)))
            for _ in range(chance.randint(1, 12))
        )
        yield chance.choice(["", " "]).join(words)


@pytest.fixture
def reference(tmp_path, monkeypatch: pytest.MonkeyPatch):
    """tiktoken, with the vocabularies that OpenAI publishes: tiktoken itself checks their hash and would refuse others."""
    for encoding in Encoding:
        packed = files("bpe_openai.data").joinpath(f"{encoding.value}_base.tiktoken.gz").read_bytes()
        address = f"https://openaipublic.blob.core.windows.net/encodings/{encoding.value}_base.tiktoken"
        (tmp_path / hashlib.sha1(address.encode()).hexdigest()).write_bytes(gzip.decompress(packed))
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr("tiktoken.load.read_file", lambda address: pytest.fail(f"{address} is not there"))
    return lambda encoding: tiktoken.Encoding(**getattr(published, f"{encoding.value}_base")())


@pytest.mark.parametrize("encoding", list(Encoding))
def test_ids_are_those_of_openais_own_tokenizer_on_random_strings_of_six_scripts(encoding, reference) -> None:
    oracle = reference(encoding)
    different = [
        text
        for text in strings()
        if [token.id for token in cut(text, encoding)] != oracle.encode_ordinary(text)
    ]
    assert different == []


def test_the_tokens_together_are_the_text() -> None:
    text = "Grüße 你好，龘！\n\tمرحبا 👨\u200d👩\u200d👧"
    assert b"".join(token.raw for token in cut(text, Encoding.CL100K)).decode() == text


@pytest.mark.parametrize(
    ("raw", "visible"),
    [
        (b" the", "·the"),
        (b".\n\n", ".↵↵"),
        (b"\t", "⇥"),
        ("龘".encode()[:2], "E9 BE"),
        ("\u200b".encode(), "⟨200B⟩"),
        ("\u202e".encode(), "⟨202E⟩"),
        ("词元".encode(), "词元"),
    ],
)
def test_blanks_breaks_hidden_characters_and_parts_are_made_visible(raw: bytes, visible: str) -> None:
    assert Token(1, raw).visible == visible


def test_parts_of_characters_are_counted() -> None:
    assert parts_of_characters(cut("龘", Encoding.CL100K)) == len(cut("龘", Encoding.CL100K))
    assert parts_of_characters(cut("hello", Encoding.CL100K)) == 0
