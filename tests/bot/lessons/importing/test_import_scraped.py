"""Text that was copied from a web page."""

from bot.lessons.commonmark import headings
from bot.lessons.importing.scraped import name_headings, rebuild_lines, without_styles
from bot.lessons.importing.text_lines import joined, numbered

SENTENCE = "模型把文字切成词元，再一个一个地预测下一个词元。" * 6
ONE_LINE = (
    f"[![横幅](https://a.example/b.png)](https://a.example/v) > *点击图片* {SENTENCE} "
    f"## 本章概述 [](https://a.example/x#%E6%9C%AC%E7%AB%A0) 本章内容包括: * 词元 。 * 温度 。 "
    f"## 模型 与 词元 [](https://a.example/x#y) {SENTENCE} 步骤: 1. 切分 2. 计数 3. 预测 "
    f"## 知识检查 [](https://a.example/x#z) 价格按什么算? 1. 字数 2. 词元 A:2,按词元算。"
)


def test_line_ends_that_were_lost_come_back_at_headings_lists_and_answers() -> None:
    rebuilt = rebuild_lines(numbered(ONE_LINE))
    text = joined(rebuilt.lines)
    assert rebuilt.headings == 3
    assert [heading.text for heading in headings(text)] == ["本章概述", "模型 与 词元", "知识检查"]
    assert "\n* 词元 。\n* 温度 。" in text
    assert "\n1. 切分\n2. 计数\n3. 预测" in text
    assert "\n1. 字数\n2. 词元\n\nA:2,按词元算。" in text
    assert SENTENCE in text


def test_menus_around_such_a_text_go_and_the_title_stays() -> None:
    page = f"课程\n第一章\n首页\n第一章 : 词元\n{ONE_LINE}\n上一篇\n下一篇\n分享"
    rebuilt = rebuild_lines(numbered(page))
    assert rebuilt.lines[0].text == "# 第一章 : 词元"
    assert [line.number for line in rebuilt.furniture] == [1, 2, 3, 6, 7, 8]


def test_an_ordinary_long_paragraph_stays_as_it_is() -> None:
    ordinary = numbered("Words that go on and on. " * 60)
    assert rebuild_lines(ordinary).lines == ordinary


def test_leftovers_of_styles_become_line_ends() -> None:
    text = (
        '前言。ingFang SC", Cambria, serif;visibility: visible;">第一部分 基础:ingFang SC", Georgia, '
        'serif;visibility: visible;text-indent: 2em;">模型会预测下一个词。\n|\n'
    )
    lines, count = without_styles(numbered(text))
    assert count == 2
    assert [line.text for line in lines if line.text] == ["前言。", "第一部分 基础:", "模型会预测下一个词。"]


def test_a_whole_tag_with_a_style_is_not_a_leftover() -> None:
    lines = numbered('<p style="color: red;margin: 0;">Text</p>')
    assert without_styles(lines) == (lines, 0)


def test_short_lines_above_longer_ones_become_headings() -> None:
    text = (
        "生成式人工智能\n参考:\n概述\n学习构建生成式 AI 应用程序的基础知识。\n环境\n设置步骤\n请使用代码空间。\n"
        "- Fork\n- Create\n为什么\n模型会编造事实,所以要核对。\n还有一段话,也要保留下来。\n"
    )
    lines, count = name_headings(numbered(text.strip()))
    found = [(heading.level, heading.text, lines[heading.line].number) for heading in headings(joined(lines))]
    assert found == [
        (1, "生成式人工智能", 1),
        (2, "概述", 3),
        (2, "环境", 5),
        (3, "设置步骤", 6),
        (2, "为什么", 10),
    ]
    assert count == 5
    assert "- Fork\n- Create" in joined(lines)
    assert "核对。\n\n还有" in joined(lines)


def test_prose_in_paragraphs_gets_no_headings() -> None:
    lines = numbered("One paragraph.\n\nAnother one\n\nAnd more of it.\n\n" * 5)
    assert name_headings(lines) == (lines, 0)


def test_a_poem_of_short_lines_gets_no_headings() -> None:
    lines = numbered("\n".join(f"line number {n}" for n in range(12)))
    assert name_headings(lines)[1] == 0
