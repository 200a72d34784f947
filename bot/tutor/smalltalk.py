"""Whether a learner only says hello, or thanks, or asks who they talk to: no question for the lessons, and none for a model."""

import re
from enum import Enum, auto

_NO_WORDS = re.compile(r"[\W_]+")

_HELLO = frozenset(
    (
        *("hi", "hello", "hey", "hiya", "yo", "good morning", "good evening", "hi there", "hello there"),
        *("你好", "您好", "你好呀", "你好啊", "嗨", "哈喽", "哈囉", "老师好", "老師好"),
        *("早上好", "早安", "晚上好", "在吗", "在嗎"),
    )
)
_THANKS = frozenset(
    (
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
        *("bye", "goodbye", "see you", "ok", "okay", "great", "cool", "nice", "never mind", "nevermind"),
        *("谢谢", "謝謝", "谢谢你", "謝謝你", "多谢", "多謝", "谢谢老师", "謝謝老師", "谢了", "感谢", "感謝"),
        *(
            "再见",
            "再見",
            "拜拜",
            "好的",
            "好",
            "嗯",
            "收到",
            "明白了",
            "算了",
            "没事",
            "沒事",
            "没关系",
            "沒關係",
        ),
    )
)
_ABOUT_TUTOR = re.compile(
    "help|(?:so )?(?:who|what) are you|what (?:is|s) your name|what (?:can|do) you do(?: for me)?"
    "|(?:what|how) can you help(?: me)?(?: with)?|what can i (?:ask(?: you)?|do here)|how do i use you"
    "|are you (?:really )?(?:(?:an? )?(?:real |actual )?(?:human(?: being)?|person|bot|robot|machine|ai|chatbot)|real)"
    "|(?:请问|請問)?(?:你是(?:[谁誰]|什[么麼](?:人)?|做什[么麼]的|干什[么麼]的)|你叫什[么麼](?:名字)?|你(?:能|会|會|可以)(?:帮我|幫我)?(?:做|干)?(?:些)?什[么麼]"
    "|你有(?:什[么麼]|哪些)功能|你是(?:不是)?(?:真人|人|机器人|機器人|ai|人工智能|人工智慧|真的)[吗嗎]?|(?:怎[么麼]|如何)(?:使)?用你|我(?:能|可以)[问問]你?什[么麼])[啊呀呢]?"
    "|帮助|幫助|使用(?:说明|說明)"
)


class Smalltalk(Enum):
    """What a message is that asks nothing of the lessons."""

    HELLO = auto()
    THANKS = auto()
    """A thank-you, a nod, a good-bye, or *never mind*."""
    ABOUT_TUTOR = auto()
    """Who or what the tutor is, and what it can do."""


def smalltalk_in(text: str) -> Smalltalk | None:
    """What the whole text says beside all lessons, in English or Chinese; None for everything else."""
    said = _NO_WORDS.sub(" ", text.casefold()).strip()
    if said in _HELLO:
        return Smalltalk.HELLO
    if said in _THANKS:
        return Smalltalk.THANKS
    return Smalltalk.ABOUT_TUTOR if _ABOUT_TUTOR.fullmatch(said) else None
