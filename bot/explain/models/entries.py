"""A model as it is stored: one JSON mapping, its sources once each. Nothing is checked here: the reader of the course has."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.explain.models.facts import FORMS
from bot.explain.models.values import Facts, Listed, Model, Source, Task, Words
from bot.texts.locales import Locale


def written(model: Model) -> dict[str, Any]:
    """What is stored of a model."""
    facts = {name: value for name, value in asdict(model.facts).items() if value not in (None, ())}
    return {
        "id": model.id,
        "name": model.name,
        "provider": model.provider,
        "also": model.also,
        "concept": model.concept,
        "tasks": model.tasks,
        "facts": facts,
        "from": {fact: source.id for fact, source in model.sources.items()},
        "described": [source.id for source in model.described],
        "sources": [{**asdict(one), "day": one.day.isoformat()} for one in model.all_sources],
        "listed": asdict(model.listed) if model.listed is not None else None,
        "words": {locale.value: asdict(words) for locale, words in model.words.items()},
    }


def read(entry: Mapping[str, Any]) -> Model:
    """The model that was stored."""
    sources = {
        one["id"]: Source(**{**one, "day": date.fromisoformat(one["day"])}) for one in entry["sources"]
    }
    facts: dict[str, Any] = {name: FORMS[name].read(value) for name, value in entry["facts"].items()}
    return Model(
        id=entry["id"],
        name=entry["name"],
        provider=entry["provider"],
        also=tuple(entry["also"]),
        concept=entry["concept"],
        tasks=tuple(map(Task, entry["tasks"])),
        facts=Facts(**facts),
        sources={fact: sources[source_id] for fact, source_id in entry["from"].items()},
        described=tuple(sources[one] for one in entry["described"]),
        listed=Listed(**entry["listed"]) if entry["listed"] is not None else None,
        words={Locale(locale): Words(**words) for locale, words in entry["words"].items()},
    )
