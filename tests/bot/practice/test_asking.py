"""What counts as asking: by how sentences are built, in words that no list holds, in both languages."""

import pytest

from bot.practice.structure.asking import asked_in
from bot.practice.structure.checking import check_structure
from bot.practice.structure.values import Fault


@pytest.mark.parametrize(
    "said",
    [
        "Defragment the following list of names.",
        "Now, in ten words and without jargon, please unriddle this sentence",
        "I have two cats and a small flat, suggest names for a third",
        "Three slogans for a repair café",
        "The minutes should be written in the past tense.",
        "My landlord wrote this. Is it legal?",
        "TASK: a limerick about ferries",
        "It would be lovely to get a packing list.",
        "Prices: haircut 25, beard 12\nWhen the user asks about prices, quote the list.",
        "把英制单位换成公制",
        "劝一劝我的邻居",
        "給這個活動想五個標題",
        "三个适合咖啡店的店名",
        "python里is和==有啥区别",
        "下面的话，译成文言文",
        "目标：一封邮件",
    ],
)
def test_it_asks(said: str) -> None:
    assert asked_in(said).asks


@pytest.mark.parametrize(
    "said",
    [
        "",
        "You are a friendly librarian with twenty years in small towns.",
        "My flatmate never does the dishes and I pay most of the rent.",
        "Sales figures for the second quarter:",
        "Notes from the meeting in May",
        "Customer: please send me the invoice again",
        "The harbour was closed on Monday. Nobody came. The ferry left at nine.",
        "你是一位有二十年经验的侍酒师。",
        "我室友从来不洗碗，房租也大多是我付的。",
        "海景酒店的住客评论，写于去年八月：",
        "客户：请把发票再寄一次",
    ],
)
def test_it_tells_or_names_and_asks_for_nothing(said: str) -> None:
    assert not asked_in(said).asks


@pytest.mark.parametrize(
    ("said", "leaves_form_open"),
    [
        ("Explain inflation.", True),
        ("Tell me about inflation.", True),
        ("Tell me a joke about inflation.", False),
        ("Help me understand inflation.", True),
        ("Translate the letter into Polish.", False),
        ("讲讲通货膨胀。", True),
        ("请介绍一下通货膨胀，给中学生看。", True),
        ("讲个关于通货膨胀的笑话", False),
        ("把信译成波兰语。", False),
    ],
)
def test_a_task_brings_its_form_along_or_leaves_it_open(said: str, leaves_form_open: bool) -> None:
    assert asked_in(said).leaves_form_open is leaves_form_open


def test_a_form_left_to_the_task_is_a_note_and_no_fault() -> None:
    translation = check_structure("Translate the letter into Polish.\n\n{input}")
    assert translation.form_is_left and not translation.findings
    assert not check_structure(
        "Translate the letter into Polish, one sentence a line.\n\n{input}"
    ).form_is_left
    assert check_structure("Explain inflation.").has(Fault.NO_FORMAT)


def test_what_stands_in_tags_for_instructions_is_said_to_the_model() -> None:
    prompt = (
        "<instructions>\nPull out every promise, one per line.\n</instructions>\n<call>\n{input}\n</call>"
    )
    assert not check_structure(prompt).findings


def test_a_prompt_that_ends_with_an_open_fence_or_bracket_is_a_cue_and_not_broken() -> None:
    assert not check_structure("# Returns the sum of a list.\n\n```python\n").has(Fault.UNBALANCED)
    assert not check_structure('Return the name as JSON.\n\n{"name": "Ada"}\n{').has(Fault.UNBALANCED)
