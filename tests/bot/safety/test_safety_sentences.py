"""What a learner is told about a verdict, in each language."""

import pytest

from bot.safety import Action, Category, Guard, Kind, Verdict, in_words
from bot.safety.sentences import KINDS, REFUSALS, removed
from bot.texts.catalogue import Texts
from bot.texts.locales import Locale

TEXTS = Texts()


def verdict(action: Action, category: Category | None = None, kinds: tuple[Kind, ...] = ()) -> Verdict:
    return Verdict(action, category, 0.9, "rule", "en", kinds=kinds)


@pytest.mark.parametrize("locale", list(Locale))
def test_every_refusal_has_its_own_sentence(locale: Locale) -> None:
    said = {in_words(TEXTS, locale, verdict(Action.REFUSE, category)) for category in REFUSALS}
    assert len(said) == len(REFUSALS)


@pytest.mark.parametrize("locale", list(Locale))
def test_every_kind_of_redaction_is_named(locale: Locale) -> None:
    assert set(KINDS) == set(Kind)
    assert len({removed(TEXTS, locale, (kind,)) for kind in Kind}) == len(Kind)


@pytest.mark.parametrize(
    ("locale", "places"),
    [
        (Locale.EN, ("findahelpline.com", "988")),
        (Locale.ZH_CN, ("12356", "120", "110")),
        (Locale.ZH_TW, ("1925", "1995", "119")),
    ],
)
def test_support_names_places_to_turn_to(locale: Locale, places: tuple[str, ...]) -> None:
    said = in_words(TEXTS, locale, verdict(Action.SUPPORT, Category.SELF_HARM, (Kind.EMAIL,)))
    assert all(place in said for place in places)
    assert TEXTS.say(locale, KINDS[Kind.EMAIL]) not in said


def test_what_was_removed_is_told_beside_what_else_was_done() -> None:
    said = in_words(TEXTS, Locale.EN, verdict(Action.AS_DATA, Category.OVERRIDE, (Kind.EMAIL, Kind.API_KEY)))
    assert "an e-mail address and an API key" in said
    assert "change it now" in said
    assert "prompts are public" in said


def test_there_is_nothing_to_say_where_nothing_was_found(guard: Guard) -> None:
    assert in_words(TEXTS, Locale.ZH_CN, guard.check_input("什么是词元？")) == ""
