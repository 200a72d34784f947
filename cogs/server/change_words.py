"""What moderators changed, in words: for the record and before a change is taken back."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from bot.quiz.bank_values import ItemState
from bot.safety import Action, Category, Guard
from bot.safety.why import ACTIONS, CATEGORIES
from bot.servers.acting import AuditEntry, Deed, several
from bot.servers.settings import ServerSettings
from bot.servers.settings.registry import BY_KEY
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale
from cogs.server.setting_words import SettingWords

_KNOWN = frozenset(Deed)
_SHORT = 90
_LINES = 4
_PARTS: Final[Mapping[str, str]] = {
    "version": "server-audit-part-version",
    "published": "server-audit-part-published",
    "publish_at": "server-audit-part-publish-at",
    "publish_version": "server-audit-part-publish-version",
    "deleted": "server-audit-part-deleted",
    "hidden": "server-audit-part-hidden",
    "state": "server-audit-part-state",
    "threshold": "server-audit-part-threshold",
    "action": "server-audit-part-action",
    "section": "server-audit-part-section",
    "correction": "server-audit-part-correction",
}
"""What parts of a change are called; settings have their own names, and questions are called by lesson and id."""
_STATES: Final[Mapping[str, str]] = {
    "draft": "server-audit-state-draft",
    "published": "server-audit-state-published",
    "retired": "server-audit-state-retired",
    "open": "server-audit-state-open",
    "claimed": "server-audit-state-claimed",
    "upheld": "server-audit-state-upheld",
    "dismissed": "server-audit-state-dismissed",
    "corrected": "server-audit-state-corrected",
}


class ChangeWords:
    """Sentences about changes."""

    def __init__(self, texts: Texts, guard: Guard, settings: ServerSettings) -> None:
        self._texts = texts
        self._guard = guard
        self._operator = settings.operator
        self._settings = SettingWords(texts, guard, settings)

    def deed(self, locale: Locale, action: str) -> Released:
        """What was done."""
        if action not in _KNOWN:
            return plain(action)
        return self._texts.say(locale, f"server-audit-deed-{action.replace('.', '-')}")

    def who(self, locale: Locale, actor: str, people: Mapping[str, int]) -> Released:
        """The moderator, or the pseudonym of one who erased themselves."""
        if (user_id := people.get(actor)) is not None:
            return plain(f"<@{user_id}>")
        return self._texts.say(locale, "server-audit-former", mark=plain(actor[:6]))

    def what(self, locale: Locale, entry: AuditEntry) -> Released:
        """What was there before and after, a line for each part."""
        before, after = entry.before or {}, entry.after or {}
        if several.FIRST in after:
            return self._texts.say(
                locale,
                "server-audit-together",
                count=after[several.COUNT],
                first=plain(str(after[several.FIRST])),
                last=plain(str(after[several.LAST])),
            )
        names = [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]
        lines = [
            self._texts.say(
                locale,
                "server-audit-line",
                name=self._name(locale, name),
                before=self._value(locale, name, before.get(name)),
                after=self._value(locale, name, after.get(name)),
            )
            for name in names[:_LINES]
        ]
        if len(names) > _LINES:
            lines.append(plain(f"+{len(names) - _LINES}"))
        return joined("\n", lines)

    def head(self, locale: Locale, entry: AuditEntry, people: Mapping[str, int]) -> Released:
        """Who did what when."""
        return self._texts.say(
            locale,
            "server-audit-head",
            number=plain(str(entry.number)),
            when=plain(f"<t:{int(entry.made_at.timestamp())}:f>"),
            who=self.who(locale, entry.actor, people),
            deed=self.deed(locale, entry.action),
            subject=self._subject(locale, entry),
        )

    def _subject(self, locale: Locale, entry: AuditEntry) -> Released:
        """What was changed; nothing where the lines below say it: for settings, and for which section answers a question."""
        if entry.action == Deed.SEARCH_TAUGHT:
            return plain("")
        if entry.subject and all(key in BY_KEY for key in entry.subject.split(", ")):
            return plain("")
        if entry.action == Deed.FILTERS_SET and entry.subject in set(Category):
            return self._texts.say(locale, CATEGORIES[Category(entry.subject)])
        return self._guard.quote(entry.subject)

    def _name(self, locale: Locale, name: str) -> Released:
        if name in BY_KEY:
            return self._settings.name(locale, BY_KEY[name])
        if name in _PARTS:
            return self._texts.say(locale, _PARTS[name])
        return self._guard.quote(name)

    def _value(self, locale: Locale, name: str, value: Any) -> Released:
        if name in BY_KEY:
            return self._setting(locale, name, value)
        if value is None or value == "":
            return self._texts.say(locale, "server-audit-nothing")
        if name == "publish_at":
            return plain(f"<t:{int(datetime.fromisoformat(value).timestamp())}:f>")
        if isinstance(value, bool):
            key = "server-settings-value-yes" if value else "server-settings-value-no"
            return self._texts.say(locale, key)
        if name == "state" and value in _STATES:
            return self._texts.say(locale, _STATES[value])
        if name == "action" and value in set(Action):
            return self._texts.say(locale, ACTIONS[Action(value)])
        if isinstance(value, list) and len(value) == 2 and value[1] in set(ItemState):
            return self._texts.say(
                locale,
                "server-audit-question",
                version=plain(str(value[0])),
                state=self._texts.say(locale, _STATES[value[1]]),
            )
        words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        words = " ".join(words.split())
        return self._guard.quote(words if len(words) <= _SHORT else words[: _SHORT - 1] + "…")

    def _setting(self, locale: Locale, name: str, value: Any) -> Released:
        """A setting's value as people read it; what was not set had its default."""
        setting = BY_KEY[name]
        default = setting.default(self._operator)
        try:
            held = default if value is None else setting.kind.unpack(value, self._operator)
        except (TypeError, ValueError, ArithmeticError):  # as an older program kept it
            held = default
        return self._settings.value(locale, setting, held)
