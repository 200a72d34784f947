"""The catalogue of the course: every promised name, each fact with source and date, words in every language."""

import json
import re
from datetime import date

import pytest
import yaml

from bot.app import COURSE
from bot.explain.concepts import MODEL_PREFIX
from bot.explain.models.catalogue import _names
from bot.explain.models.entries import read, written
from bot.explain.models.reading import read_catalogue
from bot.explain.models.values import Architecture, Model, State, Tuning
from bot.texts.locales import Locale

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def models() -> tuple[Model, ...]:
    return read_catalogue(COURSE)


def test_every_named_model_of_the_course_is_there_with_what_became_of_it_in_every_language(models) -> None:
    concepts = yaml.safe_load((COURSE / "concepts.yaml").read_text("utf-8"))
    promised = {one for one in concepts if one.startswith(MODEL_PREFIX)}
    by_concept = {model.concept: model for model in models if model.concept}
    assert promised - set(by_concept) == set()
    for concept in promised:
        assert by_concept[concept].id == concept.removeprefix(MODEL_PREFIX)  # a concept card leads to it so
        assert set(by_concept[concept].words) == set(Locale)
        assert all(words.now for words in by_concept[concept].words.values())
        assert by_concept[concept].facts.state is not None


def test_todays_models_are_there_from_several_makers_open_and_proprietary(models) -> None:
    current = [model for model in models if model.facts.state is State.CURRENT]
    assert len({model.provider for model in current}) >= 8
    assert sum(model.is_open for model in current) >= 6


def test_every_fact_has_a_source_with_a_day(models) -> None:
    for model in models:
        told = {name for name in model.facts.__slots__ if getattr(model.facts, name) not in (None, ())}
        assert told | {"tasks"} == set(model.sources), model.id
        assert model.described, model.id
        for source in model.all_sources:
            assert date(2018, 1, 1) <= source.day <= TODAY, (model.id, source.id)
            assert source.url.startswith("https://") or source.id == "course"


def test_our_own_judgement_says_no_more_than_what_has_become_of_a_model(models) -> None:
    for model in models:
        judged = {fact for fact, source in model.sources.items() if source.id == "course"}
        assert judged <= {"state"}, model.id
        assert not judged or model.facts.state in (State.CURRENT, State.SUPERSEDED), model.id


def test_no_name_means_two_models(models) -> None:
    seen: dict[str, str] = {}
    for model in models:
        for name in set(_names(model)):
            assert seen.setdefault(name, model.id) == model.id, name


def test_the_words_of_two_languages_differ_and_stay_in_their_script(models) -> None:
    for model in models:
        english, chinese = model.words[Locale.EN], model.words[Locale.ZH_CN]
        for name in ("use", "strengths", "limits", "now", "question"):
            assert not re.search(r"[\u4e00-\u9fff]", getattr(english, name)), model.id
            assert re.search(r"[\u4e00-\u9fff]", getattr(chinese, name)), model.id


def test_names_that_stand_in_chinese_cards_as_well_hold_no_english_sentence(models) -> None:
    for model in models:
        told = (model.provider, model.facts.licence or "", model.facts.parameters or "")
        assert not any(re.search(r"[a-z]{2,} [a-z]{2,}", one) for one in told), model.id


def test_only_what_writes_on_is_called_a_base_model_that_continues(models) -> None:
    for model in models:
        if model.facts.tuning is Tuning.BASE:
            assert model.facts.architecture is Architecture.DECODER, model.id


def test_what_has_ended_or_will_end_says_when(models) -> None:
    for model in models:
        if model.facts.state in (State.RETIRED, State.RETIRING):
            assert model.facts.ends is not None, model.id
            assert (model.facts.ends > TODAY.isoformat()) == (model.facts.state is State.RETIRING), model.id


def test_what_is_stored_of_a_model_is_all_of_it(models) -> None:
    for model in models:
        assert read(json.loads(json.dumps(written(model)))) == model


def test_whoever_neither_made_a_model_nor_judges_here_is_marked_as_a_third_party(models) -> None:
    others = (
        "models.dev",
        "pydantic/genai-prices",
        "vercel.com",
        "oxen.ai",
        "runware.ai",
        "apiyi",
        "readthedocs",
        "ollama",
    )
    for source in {source.id: source for model in models for source in model.all_sources}.values():
        assert source.third_party is any(one in source.url for one in others), source.id
