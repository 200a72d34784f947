"""Personal data and secrets are taken out; numbers that only look like them stay."""

import pytest

from bot.safety import Action, Category, Guard, Kind
from bot.safety.personal_data import PersonalData, take_out

PERSONAL = PersonalData()
KEY = "sk-proj-" + "Ab3dEf6hIj9kLm2n" * 2
DISCORD_TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4" + ".Cl2FMQ." + "ZnCjm1XVW7vRze4b7Cq4se7kKWs"


@pytest.mark.parametrize(
    ("text", "kind", "taken"),
    [
        ("mail ada@lovelace.org please", Kind.EMAIL, "ada@lovelace.org"),
        ("write to ada [at] lovelace [dot] org", Kind.EMAIL, "ada [at] lovelace [dot] org"),
        ("我的邮箱是zhang.san@qq.com，谢谢", Kind.EMAIL, "zhang.san@qq.com"),
        ("call me at 415-555-2671", Kind.PHONE, "415-555-2671"),
        ("+44 20 7946 0958", Kind.PHONE, "+44 20 7946 0958"),
        ("手机13800138000", Kind.PHONE, "13800138000"),
        ("手机１３８００１３８０００", Kind.PHONE, "１３８００１３８０００"),
        ("手機 0912-345-678", Kind.PHONE, "0912-345-678"),
        ("4111 1111 1111 1111", Kind.CARD, "4111 1111 1111 1111"),
        ("DE89 3704 0044 0532 0130 00", Kind.IBAN, "DE89 3704 0044 0532 0130 00"),
        ("身份证11010519491231002X", Kind.RESIDENT_ID, "11010519491231002X"),
        ("身分證字號 A123456789", Kind.RESIDENT_ID, "A123456789"),
        ("my ssn is 078-05-1120", Kind.SSN, "078-05-1120"),
        ("护照号：E12345678", Kind.PASSPORT, "E12345678"),
        ("the server is 52.95.110.1", Kind.IP_ADDRESS, "52.95.110.1"),
        (f"key {KEY}", Kind.API_KEY, KEY),
        ("AKIAIOSFODNN7EXAMPLE", Kind.API_KEY, "AKIAIOSFODNN7EXAMPLE"),
        ("ghp_" + "a1B2c3" * 6, Kind.API_KEY, "ghp_" + "a1B2c3" * 6),
        (f"token {DISCORD_TOKEN}", Kind.TOKEN, DISCORD_TOKEN),
        ("my password is hunter2!!", Kind.PASSWORD, "hunter2!!"),
        ("我的密码是abc12345", Kind.PASSWORD, "abc12345"),
    ],
)
def test_it_is_found_whole_and_named(text: str, kind: Kind, taken: str) -> None:
    found = PERSONAL.find(text)
    assert [(each.kind, text[each.start : each.end]) for each in found] == [(kind, taken)]


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1112",
        "GB82 WEST 1234 5698 7654 33",
        "110105194912310021",
        "A123456788",
        "000-12-3456",
        "192.168.1.1, 127.0.0.1 and 8.8.8.8",
        "chrome/120.0.6099.1 and version 52.95.110.1",
        "Llama 3.1 405B has 405,000,000,000 weights and costs $1,234,567.89",
        "1234567890 tokens at step 20240229123456",
        "pi is 3.14159265358979 and e is 2.71828182845904",
        "git clone git@github.com:ada/engine.git",
        "password = os.environ['DB_PASSWORD']",
        "api_key = your_api_key_goes_here_please",
        "sk-... goes here, or sk-xxxx",
        "@app.route('/') def index(): ...",
        "[0.1234567, 0.7654321, 0.1111111]",
        "2026-11-22T04:01:00 and 12:30-13:45",
        "训练集有1200000000个词元，学习率 0.00003",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert PERSONAL.find(text) == ()


def test_a_private_key_goes_with_all_its_lines() -> None:
    text = "look:\n-----BEGIN RSA PRIVATE KEY-----\nMIIB\nAAAA\n-----END RSA PRIVATE KEY-----\nwhat is that?"
    assert take_out(text, PERSONAL.find(text)) == "look:\n[private-key]\nwhat is that?"


def test_the_message_goes_on_without_it_and_the_learner_can_be_told(guard: Guard) -> None:
    verdict = guard.check_input(f"ada@lovelace.org 的 key {KEY} 为什么不能用？再写信到 bob@lovelace.org")
    assert verdict.action is Action.REDACT
    assert verdict.text == "[email] 的 key [api-key] 为什么不能用？再写信到 [email]"
    assert verdict.redactions == ("ada@lovelace.org", KEY, "bob@lovelace.org")
    assert verdict.kinds == (Kind.EMAIL, Kind.API_KEY)
    assert verdict.category in (Category.PERSONAL_DATA, Category.SECRET)


def test_addresses_made_for_examples_stay_in_an_answer_only() -> None:
    text = "Write to ada@example.com or call (415) 555-0132."
    assert PERSONAL.find(text, spare_examples=True) == ()
    assert len(PERSONAL.find(text)) == 2
