"""What moderators changed, in words: for the record and before a change is taken back."""

import json
from collections.abc import Mapping
from typing import Any

from bot.safety import Guard
from bot.servers.acting import AuditEntry, Deed, several
from bot.texts.catalogue import Texts, plain
from bot.texts.kinds import Released, joined
from bot.texts.locales import Locale

_KNOWN = frozenset(Deed)
_SHORT = 90
_LINES = 4


class ChangeWords:
    """Sentences about changes."""

    def __init__(self, texts: Texts, guard: Guard) -> None:
        self._texts = texts
        self._guard = guard

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
        names = sorted({*before, *after})
        lines = [
            self._texts.say(
                locale,
                "server-audit-line",
                name=plain(name),
                before=self._value(locale, before.get(name)),
                after=self._value(locale, after.get(name)),
            )
            for name in names[:_LINES]
            if before.get(name) != after.get(name)
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
            subject=self._guard.quote(entry.subject),
        )

    def _value(self, locale: Locale, value: Any) -> Released:
        if value is None or value == "":
            return self._texts.say(locale, "server-audit-nothing")
        words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        words = " ".join(words.split())
        return self._guard.quote(words if len(words) <= _SHORT else words[: _SHORT - 1] + "…")
