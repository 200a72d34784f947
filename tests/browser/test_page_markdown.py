"""Discord's Markdown as the page reads it: the cases that a careless reader gets wrong."""

from __future__ import annotations

from typing import Any

from playground import Playground
from tests.browser.conftest import Open

READ = """async text => {
  const {parse} = await import('/static/js/markdown.js');
  const short = node => typeof node === 'string' ? node : node.type + '(' + (node.text ?? node.id ?? node.name
    ?? (node.items ? node.items.map(it => [...it.children, ...it.lists].map(short).join('')).join(', ')
    : (node.children ?? []).map(short).join(''))) + ')';
  return parse(text).map(short).join(' ');
}"""

CASES = [
    ("**a *b* c**", "text(strong(a emphasis(b) c))"),
    ("*a **b** c*", "text(emphasis(a strong(b) c))"),
    ("***a***", "text(strong(emphasis(a)))"),
    ("__a _b_ c__", "text(underline(a emphasis(b) c))"),
    ("a * b * c", "text(a * b * c)"),
    ("snake_case and _this_", "text(snake_case and emphasis(this))"),
    ("**not closed", "text(**not closed)"),
    ("`**code**` ``a ` b``", "text(inline-code(**code**) inline-code(a ` b))"),
    (r"\*plain\* \_too\_ \\", r"text(*plain* _too_ \)"),
    ("||a **b**||", "text(spoiler(a strong(b)))"),
    ("**提示词**和*模型*", "text(strong(提示词)和emphasis(模型))"),
    ("before ```py\ncode\n``` after", "text(before ) code(code) text( after)"),
    ("```\nnever closed", "text(```\nnever closed)"),
    ("```one line```", "code(one line)"),
    ("```js\n> not a quote\n- not a list\n```", "code(> not a quote\n- not a list)"),
    ("> a\n> b\nc", "quote(text(a\nb)) text(c)"),
    (">>> a\nb", "quote(text(a\nb))"),
    (">no", "text(>no)"),
    ("#no\n# yes", "text(#no) heading(yes)"),
    ("-# small", "subtext(small)"),
    ("- a\n  - b\n- c", "list(alist(b), c)"),
    ("1. a\n2. b\n- c", "list(a, b) list(c)"),
    ("a\n\nb", "text(a\n\nb)"),
    ("<@1> <@!2> <#3> <@&4>", "text(user(1) user(2) channel(3) role(4))"),
    ("</quiz start:5> <t:0> <:wave:6>", "text(command(5) time() emoji(wave))"),
    ("[a](https://x.example/b_(c)) [d](javascript:e)", "text(link(a) [d](javascript:e))"),
    (
        "<https://x.example/?a=b> (https://y.example/).",
        "text(link(https://x.example/?a=b) (link(https://y.example/)).)",
    ),
]

HOSTILE = [
    "*" * 4000,
    "*a" * 2000,
    "[" * 4000,
    "||" * 2000,
    "> " * 2000,
    "`" * 3999,
    "_a_ " * 1000,
    "- \n  " * 1000,
    "**a *b " * 500,
]


async def test_markdown_is_read_as_discord_reads_it(showcase: Playground, window: Open) -> None:
    showcase.person("Rune")
    async with window(showcase, "Rune") as rune:
        found = [(written, await rune.page.evaluate(READ, written)) for written, _ in CASES]
        assert found == CASES


async def test_nothing_that_can_be_written_keeps_the_reader_busy_or_breaks_it(
    showcase: Playground, window: Open
) -> None:
    showcase.person("Runa")
    async with window(showcase, "Runa") as runa:
        for text in HOSTILE:
            read: Any = await runa.page.evaluate(READ, text)
            assert isinstance(read, str)
