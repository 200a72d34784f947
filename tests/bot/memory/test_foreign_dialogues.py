"""Dialogues of others, in whatever shape they come, through the benchmark that recalls from them."""

import json
from pathlib import Path

import pytest

from benchmarks.dialogues import read
from benchmarks.memory import recall_all

LONG = "0f8fad5b-d9cb-469f-a165-70867728950e/session-01/turn-"


def said(id: object, speaker: str, text: str) -> dict[str, object]:
    return {"id": id, "speaker": speaker, "text": text}


DIALOGUES = [
    {
        "id": "conv-26",
        "sessions": [
            {"date": "1:56 pm on 8 May, 2023", "turns": [
                said(LONG + "1", "Caroline", "Hey Mel! I went to a support group yesterday and it was so powerful."),
                said(LONG + "2", "Melanie", "Wow, that's cool! What happened that was so awesome?"),
            ]},
            {"date": "2023/06/20 (Tue) 02:21", "turns": [
                said(LONG + "3", "Caroline", "My guitar teacher is called Pablo.\u2028He is patient."),
                said(LONG + "4", "Melanie", "I painted a lake at sunrise."),
            ]},
            {"date": None, "turns": []},
        ],
        "questions": [
            {"question": "Which support group did Caroline go to?", "evidence": [LONG + "1"]},
            {"question": "Who teaches Caroline to play?", "evidence": [LONG + "3"]},
            {"question": "What did Melanie say in June 2023?", "evidence": [LONG + "4"]},
            {"question": "??", "evidence": []},
        ],
    },
    {
        "id": "长对话",
        "sessions": [
            {"date": "2024年3月2日", "turns": [
                said(1, "user", "我家的猫叫豆包。" + "今天又下雨了。" * 1500),
                said(2, "assistant", "好的，我记住了。" + "还有别的吗？" * 1500 + "顺便说，密码本在抽屉里。"),
                said(1, "user", ""),
            ]},
        ],
        "questions": [{"question": "猫叫什么名字？", "evidence": [1]}, {"question": "密码本放在哪里？", "evidence": ["2"]}],
    },
    {"id": "empty", "sessions": []},
]  # fmt: skip


@pytest.mark.loop_may_block("a benchmark has the loop to itself")
async def test_names_dates_long_ids_long_turns_and_chinese_are_recalled(tmp_path: Path) -> None:
    file = tmp_path / "dialogues.jsonl"
    lines = "\n".join(json.dumps(one, ensure_ascii=False) for one in DIALOGUES)
    file.write_text(f"\ufeff{lines}\n\n", encoding="utf-8")
    asked = await recall_all(read(file))
    assert [(one.dialogue, one.recalled[:1]) for one in asked] == [
        ("conv-26", (LONG + "1",)),
        ("conv-26", (LONG + "3",)),
        ("conv-26", (LONG + "4",)),
        ("conv-26", ()),
        ("长对话", ("1",)),
        ("长对话", ("2",)),
    ]
    assert all(one.tokens > 0 for one in asked if one.recalled)
