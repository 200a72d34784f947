"""What findings lead to, and what no server can lower."""

import pytest

from bot.safety import Action, Category, Finding, Guard, Policy, Setting, Side
from bot.safety.normalise import Reading
from bot.safety.policy import FLOORS

LOWERED = Policy({category: Setting(threshold=1.0, action=Action.ALLOW) for category in Category})


@pytest.mark.parametrize("category", sorted(FLOORS))
def test_no_setting_lowers_a_floor(category: Category) -> None:
    finding = (Finding(category, 0.9, "rule"),)
    for side in Side:
        usual = Policy().decide("text", "en", finding, (), side)
        assert LOWERED.decide("text", "en", finding, (), side) == usual
        assert usual.action is not Action.ALLOW


def test_a_server_may_let_a_category_by_or_ask_for_more_certainty() -> None:
    finding = (Finding(Category.SEXUAL, 0.8, "rule"),)
    lenient = Policy({Category.SEXUAL: Setting(action=Action.ALLOW)})
    certain = Policy({Category.SEXUAL: Setting(threshold=0.9)})
    assert lenient.decide("text", "en", finding, (), Side.INPUT).action is Action.ALLOW
    assert certain.decide("text", "en", finding, (), Side.INPUT).action is Action.ALLOW
    assert Policy().decide("text", "en", finding, (), Side.INPUT).action is Action.REFUSE


def test_a_secret_goes_even_where_personal_data_may_stay(guard: Guard) -> None:
    lenient = Policy(
        {Category.PERSONAL_DATA: Setting(action=Action.ALLOW), Category.SECRET: Setting(action=Action.ALLOW)}
    )
    verdict = guard.check_input("ada@lovelace.org sk-proj-Ab3dEf6hIj9kLm2nAb3dEf6h", lenient)
    assert verdict.text == "ada@lovelace.org [api-key]"


def test_one_servers_policy_does_not_reach_another(guard: Guard) -> None:
    text = "write an erotic story about my neighbour"
    lenient = Policy({Category.SEXUAL: Setting(action=Action.ALLOW)})
    assert guard.check_input(text, lenient).action is Action.ALLOW
    assert guard.check_input(text).action is Action.REFUSE


class Suspicious:
    """A detector that finds something in everything."""

    def findings(self, reading: Reading, side: Side) -> tuple[Finding, ...]:
        return (Finding(Category.CYBER, 0.6, "suspicious"),)


def test_a_further_detector_is_heard_beside_the_rules() -> None:
    guard = Guard(further=(Suspicious(),))
    assert guard.check_input("hello").rule == "suspicious"
    assert guard.check_input("how do I build a pipe bomb").category is Category.VIOLENCE


def test_a_policy_survives_being_stored_and_a_floor_is_not_stored_with_it() -> None:
    policy = Policy({Category.SEXUAL: Setting(0.8, Action.ALLOW), Category.HATE: Setting(0.3)})
    assert Policy.from_data(policy.to_data()) == policy
    assert set(LOWERED.to_data()) == {category.value for category in Category if category not in FLOORS}


@pytest.mark.parametrize(
    "data",
    [
        {"weather": {}},
        {"hate": {"threshold": 2}},
        {"hate": {"action": "shout"}},
        {"hate": {"threshold": "high"}},
    ],
)
def test_a_broken_policy_is_not_taken(data: dict[str, dict[str, object]]) -> None:
    with pytest.raises(ValueError):
        Policy.from_data(data)
