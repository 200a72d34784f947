"""What learners type between two hints is short and says little: it is neither distress nor an attack."""

import pytest

from bot.safety import Action, Guard


@pytest.mark.parametrize(
    "text",
    [
        *("I don't know", "I have no idea", "idk", "I give up", "just tell me", "I can't do this", "I'm so stupid"),
        *("it's pointless", "why do I even try", "I quit", "I'm crying", "no", "nothing", "help", "bye", "I'm done"),
        *("不知道", "我不会", "算了", "告诉我吧", "我放弃", "烦死了", "我不行了", "我要哭了", "好累", "没意思", "再见"),
        *("我想不出來", "我不會", "告訴我吧", "救命", "结束", "?", "…"),
    ],
)  # fmt: skip
def test_a_short_message_of_a_stuck_learner_goes_through(guard: Guard, text: str) -> None:
    assert guard.check_input(text).action is Action.ALLOW
