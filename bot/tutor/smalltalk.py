"""Whether a learner only says hello or thank you: no question for the lessons, and none for a model."""

import re

_NO_WORDS = re.compile(r"[\W_]+")
_SAID = frozenset(
    {
        *("hi", "hello", "hey", "hiya", "yo", "good morning", "good evening", "hi there", "hello there"),
        *(
            "thanks",
            "thank you",
            "thank you very much",
            "thanks a lot",
            "thx",
            "ty",
            "many thanks",
            "ok thanks",
        ),
        *("bye", "goodbye", "see you", "ok", "okay", "great", "cool", "nice"),
        *(
            "你好",
            "您好",
            "你好呀",
            "你好啊",
            "嗨",
            "哈喽",
            "哈囉",
            "老师好",
            "老師好",
            "早上好",
            "早安",
            "晚上好",
            "在吗",
            "在嗎",
        ),
        *("谢谢", "謝謝", "谢谢你", "謝謝你", "多谢", "多謝", "谢谢老师", "謝謝老師", "谢了", "感谢", "感謝"),
        *("再见", "再見", "拜拜", "好的", "好", "嗯", "收到", "明白了"),
    }
)


def is_smalltalk(text: str) -> bool:
    """Whether the whole text is a greeting, a thank-you or a nod, in English or Chinese."""
    return _NO_WORDS.sub(" ", text.casefold()).strip() in _SAID
