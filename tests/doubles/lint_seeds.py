"""Puts one flaw into a sound item, the way an author, an import or a model would: seeds for judging the lint."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from random import Random

from bot.quiz.items import Choice, Item, Option
from bot.quiz.lint import Code
from bot.texts.locales import Locale

Seeding = Callable[[Item, Random, Locale], Item]


def seeds(items: list[Item], locale: Locale, *, each: int, seed: int = 7) -> Iterator[tuple[Code, Item]]:
    """`each` items with every kind of flaw."""
    for code, seeding in SEEDINGS.items():
        chance = Random(f"{seed}{code}{locale}")
        for item in chance.sample(items, each):
            yield code, seeding(item, chance, locale)


def _options(item: Item) -> tuple[Option, ...]:
    assert isinstance(item.task, Choice)
    return item.task.options


def _key(item: Item) -> int:
    assert isinstance(item.task, Choice)
    return min(item.task.key)


def _with(item: Item, number: int, **changes: object) -> Item:
    options = list(_options(item))
    options[number] = replace(options[number], **changes)  # type: ignore[arg-type]  # checked by every test that uses it
    return replace(item, task=Choice(tuple(options)))


def _distractor(item: Item, chance: Random) -> int:
    return chance.choice([number for number in range(len(_options(item))) if number != _key(item)])


def _say(locale: Locale, chance: Random, english: list[str], chinese: list[str]) -> str:
    return chance.choice(chinese if locale.is_chinese else english)


def _no_key(item: Item, chance: Random, locale: Locale) -> Item:
    return _with(item, _key(item), right=False)


def _two_keys(item: Item, chance: Random, locale: Locale) -> Item:
    return _with(item, _distractor(item, chance), right=True)


def _empty(item: Item, chance: Random, locale: Locale) -> Item:
    return _with(item, _distractor(item, chance), text=chance.choice(["", " ", "…", "-", "?", "..."]))


def _duplicate(item: Item, chance: Random, locale: Locale) -> Item:
    text = _options(item)[_key(item)].text
    changed = [text, text.upper(), f" {text}  ", text + ".", text.replace(" ", "  "), text + "。"]
    return _with(item, _distractor(item, chance), text=chance.choice(changed))


def _all_of_the_above(item: Item, chance: Random, locale: Locale) -> Item:
    phrase = _say(
        locale,
        chance,
        ["All of the above", "None of the above.", "All of these", "Both A and B", "A and C", "None of these options", "All of the above are correct", "Neither of the above", "Any of the above", "All options are right", "Both (A) and (C)", "Every one of the above"],
        ["以上都对", "以上都不是", "以上皆是", "A 和 C", "以上所有选项", "都不对", "全部正确", "A、B 都对", "上述均不正确", "其他选项都错", "以上全部", "两者都是"],
    )  # fmt: skip
    return _with(item, _distractor(item, chance), text=phrase)


def _longest(item: Item, chance: Random, locale: Locale) -> Item:
    tail = _say(
        locale,
        chance,
        [" because each step of the work depends on what was written before it, as the section explains", ", provided that the conditions which the section names are met in full and nothing else is changed"],
        ["，因为每一步都取决于前面已经写下的内容，这一点在小节里有详细的说明和例子", "，前提是小节里提到的那些条件全部满足，而且其他因素都没有发生变化"],
    )  # fmt: skip
    return _with(item, _key(item), text=_options(item)[_key(item)].text.rstrip(".。") + tail)


def _negative(item: Item, chance: Random, locale: Locale) -> Item:
    stem = _say(
        locale,
        chance,
        ["Which of the following is not true of language models?", "Which statement is false?", "What can't a tokenizer do?", "All of these help except which one?", "Which of these does not belong to the method?", "Which of these techniques is least suitable here?", "Which statement about embeddings is incorrect?", "Which one should you never send to a service?"],
        ["下列哪一项不属于语言模型的特点？", "以下哪种说法是错误的？", "下面哪个不是分词器的作用？", "关于嵌入，哪种说法不正确？", "除了下面哪一项，其他都有帮助？", "哪种做法不恰当？", "下列说法有误的是哪一项？", "以下哪项不会影响结果？"],
    )  # fmt: skip
    return replace(item, stem=stem)


def _answer_in_stem(item: Item, chance: Random, locale: Locale) -> Item:
    key = _options(item)[_key(item)].text.rstrip(".。")
    before = _say(
        locale,
        chance,
        [f"Remember this: {key}. ", f"Since {key}, answer this. "],
        [f"已知：{key}。", f"我们知道，{key}。"],
    )
    return replace(item, stem=before + item.stem)


def _answer_in_hint(item: Item, chance: Random, locale: Locale) -> Item:
    key = _options(item)[_key(item)].text.rstrip(".。")
    hint = _say(
        locale,
        chance,
        [f"The answer is “{key}”.", f"Think of this: {key}."],
        [f"答案就是：{key}。", f"想一想{key}。"],
    )
    return replace(item, hints=(*item.hints, hint))


def _no_explanation(item: Item, chance: Random, locale: Locale) -> Item:
    number = chance.randrange(len(_options(item)))
    why = _say(
        locale,
        chance,
        ["", "Correct.", "Wrong!", "This is wrong.", "Not correct", "See above"],
        ["", "正确。", "错误。", "不对", "这是错误的。", "略"],
    )
    return _with(item, number, why=why)


def _wrong_key_named(item: Item, chance: Random, locale: Locale) -> Item:
    wrong = _options(item)[_distractor(item, chance)].text.rstrip(".。")
    key, other = _key(item), _distractor(item, chance)
    letter = "ABCDEFGH"[other]
    for_key = _say(
        locale,
        chance,
        [f"The correct answer is {wrong}.", f"Wrong. {_options(item)[key].why}", f"Answer: {letter}. Read the section again.", f"{letter} is correct, as the section says.", f"The right answer is: {wrong}.", f"Incorrect, since {wrong}."],
        [f"正确答案是{wrong}。", f"错误。{_options(item)[key].why}", f"答案是 {letter}，请再读一遍。", f"{letter} 正确，小节里有说明。", f"答案：{wrong}。", f"不对，{_options(item)[key].why}"],
    )  # fmt: skip
    for_other = _say(
        locale,
        chance,
        [f"Correct! {_options(item)[other].why}", f"Yes, {_options(item)[other].why}", f"Right: {_options(item)[other].why}"],
        [f"正确！{_options(item)[other].why}", f"对，{_options(item)[other].why}", f"没错，{_options(item)[other].why}"],
    )  # fmt: skip
    if chance.random() < 0.7:
        return _with(item, key, why=for_key)
    return _with(item, other, why=for_other)


def _letter(item: Item, chance: Random, locale: Locale) -> Item:
    letter = "ABCDEFGH"[_key(item)]
    why = _say(
        locale,
        chance,
        [
            f"{letter} is correct because of what the section says.",
            f"The answer is {letter}: see the section.",
        ],
        [f"{letter} 正确，因为小节里这样说。", f"答案是 {letter}，见小节。"],
    )
    return _with(item, _key(item), why=why)


def _echo(item: Item, chance: Random, locale: Locale) -> Item:
    english = (
        "Which setting makes the sampling distribution of tokens flatter?",
        "A flatter sampling distribution",
        ["Context size", "Batch order", "File format"],
    )
    chinese = (
        "哪种做法会让采样分布变得平坦？",
        "让采样分布平坦的设置",
        ["上下文长度", "批量顺序", "文件格式"],
    )
    stem, key, others = chinese if locale.is_chinese else english
    texts = iter(others)
    options = tuple(
        replace(option, text=key if option.right else next(texts)) for option in _options(item)[:4]
    )
    return replace(item, stem=stem, task=Choice(options))


def _grammar(item: Item, chance: Random, locale: Locale) -> Item:
    options = _options(item)
    if locale.is_chinese:
        marked = tuple(
            replace(option, text=option.text.rstrip("。") + ("。" if option.right else ""))
            for option in options
        )
        return replace(item, task=Choice(marked))
    way = chance.randrange(4)
    if way == 0:
        words = iter(["prompt", "token", "model"])
        texts = ["embedding" if option.right else next(words) for option in options[:4]]
        stem = "A list of numbers that stands for the meaning of a text is called an"
    elif way == 1:
        words = iter(["a token", "a prompt", "a model"])
        texts = ["tokens" if option.right else next(words) for option in options[:4]]
        stem = "The pieces that a tokenizer makes are"
    elif way == 2:
        texts = [option.text.rstrip(".") + ("." if option.right else "") for option in options[:4]]
        stem = item.stem
    else:
        words = iter(["To write more text", "To save the file", "To call the tool"])
        texts = ["Fewer tokens in the prompt" if option.right else next(words) for option in options[:4]]
        stem = "What is the aim of shortening a prompt?"
    return replace(
        item,
        stem=stem,
        task=Choice(tuple(replace(o, text=t) for o, t in zip(options[:4], texts, strict=True))),
    )


def _absolute(item: Item, chance: Random, locale: Locale) -> Item:
    words = (
        ["一定", "永远", "完全", "绝对", "从不"]
        if locale.is_chinese
        else ["always", "never", "completely", "absolutely", "entirely"]
    )
    options = [
        option if option.right else replace(option, text=f"{option.text.rstrip('.。')}{'，' if locale.is_chinese else ', '}{chance.choice(words)}")
        for option in _options(item)
    ]  # fmt: skip
    key = _key(item)
    options[key] = replace(
        options[key], text="有时候会这样" if locale.is_chinese else "Some of the time, depending on the task"
    )
    return replace(item, task=Choice(tuple(options)))


def _mixed(item: Item, chance: Random, locale: Locale) -> Item:
    if not locale.is_chinese:
        piece = chance.choice([" 模型", "，", "？", " ｔｏｋｅｎ", " pаrt", " это", "（see above）", "词元"])
        where = chance.randrange(3)
        if where == 0:
            return replace(item, stem=item.stem + piece)
        number = chance.randrange(len(_options(item)))
        if where == 1:
            return _with(item, number, why=_options(item)[number].why + piece)
        return _with(item, number, text=_options(item)[number].text + piece)
    changed = chance.choice(
        [
            lambda text: text.rstrip("。？") + "?",
            lambda text: "模型會輸出詞元，" + text,
            lambda text: text.rstrip("。") + ", 对吗",
            lambda text: "This option was left in English by mistake",
            lambda text: "模型 is 输出文字的程序，" + text,
            lambda text: "ｍｏｄｅｌ " + text,
        ]
    )
    if chance.random() < 0.5:
        return replace(item, stem=changed(item.stem))
    number = chance.randrange(len(_options(item)))
    return _with(item, number, why=changed(_options(item)[number].why))


def _debris(item: Item, chance: Random, locale: Locale) -> Item:
    pieces = _say(
        locale,
        chance,
        ["&nbsp;{}", "{} <br>", "{} {0}", "the the {}", "Here is the translation: {}", "{} %s", "Itâ€™s so. {}", "{} [[1]]", "As an AI language model, I say: {}", "{} , they say", "{} __PH3__", "The big model does means: {}", "{}&quot;", "TODO {}"],
        ["{}&nbsp;", "{}<br>", "{}{0}", "模型模型{}", "以下是翻译：{}", "{}%s", "作为一个人工智能语言模型，{}", "{}的的", "变形金刚{}", "{}【1】", "模 型 的 {}", "{}。。", "锟斤拷{}", "译文：{}"],
    )  # fmt: skip
    if chance.random() < 0.5:
        return replace(item, stem=pieces.replace("{}", item.stem))
    number = chance.randrange(len(_options(item)))
    return _with(item, number, why=pieces.replace("{}", _options(item)[number].why))


def _no_hint(item: Item, chance: Random, locale: Locale) -> Item:
    return replace(item, hints=())


def _too_few(item: Item, chance: Random, locale: Locale) -> Item:
    return replace(item, task=Choice((_options(item)[_key(item)],)))


SEEDINGS: Mapping[Code, Seeding] = {
    Code.NO_KEY: _no_key,
    Code.TWO_KEYS: _two_keys,
    Code.TOO_FEW_OPTIONS: _too_few,
    Code.EMPTY_OPTION: _empty,
    Code.DUPLICATE_OPTIONS: _duplicate,
    Code.NO_EXPLANATION: _no_explanation,
    Code.WRONG_KEY_NAMED: _wrong_key_named,
    Code.LETTER_NAMED: _letter,
    Code.ANSWER_IN_STEM: _answer_in_stem,
    Code.ANSWER_IN_HINT: _answer_in_hint,
    Code.ALL_OF_THE_ABOVE: _all_of_the_above,
    Code.LONGEST_KEY: _longest,
    Code.NEGATIVE_STEM: _negative,
    Code.WORD_IN_STEM: _echo,
    Code.GRAMMAR: _grammar,
    Code.ABSOLUTE_WORDS: _absolute,
    Code.MIXED_SCRIPT: _mixed,
    Code.MACHINE_TRANSLATION: _debris,
    Code.NO_HINT: _no_hint,
}
