"""The registry of settings: every entry is whole, reads what it writes, and stays within the operator's bounds."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.servers.settings import registry
from bot.servers.settings.kinds import Amount, Choice, Marks, TimeOfDay, WholeNumber, YesNo, Zone
from bot.servers.settings.registry import BY_KEY, REGISTRY, Setting
from bot.servers.settings.snapshot import Snapshot
from bot.settings import Settings
from bot.texts.catalogue import Texts
from bot.texts.errors import PersonError
from bot.texts.locales import Locale

OPERATOR = Settings(
    _env_file=None,  # type: ignore[call-arg]  # an argument that type checkers are not told of
    chat_model="big",
    models_allowed="small,medium",  # type: ignore[arg-type]  # as the environment writes it
    learner_tokens_per_day=1000,
    server_tokens_per_day=5000,
    cost_ceiling_per_month=Decimal(20),
    retention_days=100,
)


def values_of(setting: Setting[Any]) -> st.SearchStrategy[Any]:
    match setting.kind:
        case WholeNumber(least=least, most=most):
            return st.integers(least, most(OPERATOR))
        case Amount(most=amount):
            return st.decimals(0, amount(OPERATOR), places=2)
        case Choice(options=options):
            return st.sampled_from(options(OPERATOR))
        case YesNo():
            return st.booleans()
        case Marks(most=most_marks):
            return st.frozensets(st.integers(10**16, 10**19), max_size=min(4, most_marks))
        case TimeOfDay():
            return st.none() | st.integers(0, 1439)
        case Zone():
            return st.sampled_from(("UTC", "Asia/Taipei", "Europe/Berlin"))
        case _:
            return st.text(st.characters(codec="utf-8", categories=("L", "N")), max_size=200).filter(
                lambda words: words.casefold() not in ("none", "off", "无", "無", "没有", "沒有", "关", "關")
            )


@pytest.mark.parametrize("setting", REGISTRY, ids=lambda setting: setting.key)
def test_a_value_survives_being_written_and_read_and_being_kept(setting: Setting[Any]) -> None:
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(values_of(setting))
    def survives(value: Any) -> None:
        assert setting.kind.read(setting.kind.words(value), OPERATOR) == value
        assert setting.kind.unpack(setting.kind.pack(value), OPERATOR) == value

    survives()
    default = setting.default(OPERATOR)
    assert setting.kind.read(setting.kind.words(default), OPERATOR) == default


@pytest.mark.parametrize("setting", REGISTRY, ids=lambda setting: setting.key)
@pytest.mark.parametrize("words", ["", "-1", "99999999999999999999999", "x" * 300, "<@1>", "🙂"])
def test_words_that_do_not_fit_are_refused_with_a_sentence_and_never_a_crash(
    setting: Setting[Any], words: str
) -> None:
    try:
        value = setting.kind.read(words, OPERATOR)
    except PersonError as error:
        for locale in Locale:
            assert TEXTS.say(locale, error.key, **error.values)
    else:
        assert setting.kind.unpack(setting.kind.pack(value), OPERATOR) == value


@pytest.mark.parametrize("locale", list(Locale))
def test_every_setting_has_a_name_and_help_in_every_language(locale: Locale) -> None:
    for setting in REGISTRY:
        assert len(TEXTS.say(locale, setting.name_key)) <= 45, setting.key  # the label of a form's field
        assert len(TEXTS.say(locale, setting.help_key)) <= 100, setting.key  # what stands below it
        assert TEXTS.say(locale, setting.group.title_key)


def test_keys_are_unique_and_nobody_takes_another_ones() -> None:
    assert len(BY_KEY) == len(REGISTRY)


def test_a_ceiling_that_the_operator_lowers_holds_for_what_was_set_before() -> None:
    set_before = {"turns_days": 90, "cost_per_month": "19.50", "model": "small"}
    poorer = OPERATOR.model_copy(
        update={"retention_days": 30, "cost_ceiling_per_month": Decimal(5), "models_allowed": ()}
    )
    snapshot = Snapshot.of(1, 1, set_before, poorer)
    assert snapshot[registry.TURNS_DAYS] == 30
    assert snapshot[registry.COST] == Decimal(5)
    assert snapshot.model is None


def test_what_cannot_be_read_any_more_counts_as_not_set() -> None:
    snapshot = Snapshot.of(1, 1, {"turns_days": "?", "channels_allowed": 7, "gone_key": 1}, OPERATOR)
    assert snapshot[registry.TURNS_DAYS] == 100
    assert snapshot.may_speak_in([5])
    assert "gone_key" not in snapshot.data


@pytest.mark.parametrize(
    ("allowed", "denied", "places", "may"),
    [
        ([], [], [1], True),
        ([1], [], [1], True),
        ([1], [], [2], False),
        ([1], [], [9, 1], True),  # a thread in an allowed channel
        ([], [1], [9, 1], False),
        ([5], [1], [1, 5], False),  # a denied channel in an allowed category
        ([1], [5], [1, 5], True),
    ],
)
def test_the_nearest_place_that_is_named_decides(
    allowed: list[int], denied: list[int], places: list[int], may: bool
) -> None:
    snapshot = Snapshot.of(1, 1, {"channels_allowed": allowed, "channels_denied": denied}, OPERATOR)
    assert snapshot.may_speak_in(places) is may


@pytest.mark.parametrize(
    ("start", "end", "hour", "quiet"),
    [
        (22 * 60, 7 * 60, 23, True),
        (22 * 60, 7 * 60, 12, False),
        (60, 120, 1, True),
        (60, 60, 1, False),
        (None, 60, 0, False),
    ],
)
def test_quiet_hours_may_run_over_midnight(start: int | None, end: int, hour: int, quiet: bool) -> None:
    snapshot = Snapshot.of(1, 1, {"quiet_from": start, "quiet_until": end, "time_zone": "UTC"}, OPERATOR)
    assert snapshot.is_quiet(datetime(2026, 3, 1, hour, 30, tzinfo=UTC)) is quiet


TEXTS = Texts()
