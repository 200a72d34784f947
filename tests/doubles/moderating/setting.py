"""What random moderators do with settings and content rules."""

from typing import Final

from hypothesis import strategies as st

from bot.safety import Action, Category
from bot.servers.acting import Deed
from bot.servers.settings import Moderator
from bot.servers.settings.registry import BY_KEY, MODERATOR_ROLES
from bot.servers.settings.settings import RESUMING, ManagersOnly, pausing
from tests.doubles.moderating.house import MANAGES, ROLES, House, action, people, servers

WORDS: Final = ("0", "1", "7", "30", "400", "4000", "0.5", "12.50", "yes", "no", "none", "auto", "zh-TW", "24",
                "22:30", "Asia/Taipei", "考试期间", "9" * 30, f"<#{'9' * 18}>", f"<@&{'8' * 18}>", "")  # fmt: skip
"""What is typed for a setting, whether it fits or not."""


class SetsThings(House):
    """Settings, pauses, power that is lent, content rules."""

    async def _set(self, person: int, server: int, wanted: dict[str, str | None], deed: Deed) -> None:
        moderator = Moderator(server, person, manages=(person, server) in MANAGES)
        lends = any(BY_KEY[key].managers_only for key in wanted)
        try:
            await self._s.server_settings.change(moderator, wanted, deed)
        except ManagersOnly:
            assert lends and not moderator.manages
            raise
        assert moderator.manages or not lends, "power that was lent was handed on"

    @action(person=people, server=servers, key=st.sampled_from(sorted(BY_KEY)), words=st.sampled_from(WORDS))
    def sets_something(self, person: int, server: int, key: str, words: str) -> None:
        wanted = {key: words or None}
        self._run(self._act(person, server, lambda: self._set(person, server, wanted, Deed.SETTINGS_SET)))

    @action(person=people, server=servers, days=st.integers(0, 120), tokens=st.integers(0, 250_000))
    def walks_through_the_setup(self, person: int, server: int, days: int, tokens: int) -> None:
        wanted = {"turns_days": str(days), "attempts_days": str(days), "server_tokens_per_day": str(tokens)}
        self._run(self._act(person, server, lambda: self._set(person, server, wanted, Deed.SETUP_WALKED)))

    @action(person=people, server=servers, reason=st.sampled_from(("", "考试期间", "Back on Monday")))
    def pauses(self, person: int, server: int, reason: str) -> None:
        wanted = dict(pausing(reason or None))
        self._run(self._act(person, server, lambda: self._set(person, server, wanted, Deed.PAUSED)))

    @action(person=people, server=servers)
    def resumes(self, person: int, server: int) -> None:
        self._run(self._act(person, server, lambda: self._set(person, server, dict(RESUMING), Deed.RESUMED)))

    @action(person=people, server=servers, helper=st.sampled_from(sorted(ROLES)), lent=st.booleans())
    def lends_power_to_a_role_or_takes_it_away(
        self, person: int, server: int, helper: int, lent: bool
    ) -> None:
        words = {MODERATOR_ROLES.key: f"<@&{ROLES[helper]}>" if lent else None}
        changed = self._run(
            self._act(person, server, lambda: self._set(person, server, words, Deed.SETTINGS_SET))
        )
        if changed and (helper, server) not in MANAGES:
            assert self._run(self._may(helper, server)) is lent

    @action(
        person=people,
        server=servers,
        category=st.sampled_from(list(Category)),
        threshold=st.sampled_from((None, 0.2, 0.5, 0.9)),
        action=st.sampled_from((None, Action.ALLOW, Action.REFUSE, Action.AS_DATA, Action.REDACT)),
    )
    def changes_a_filter(
        self, person: int, server: int, category: Category, threshold: float | None, action: Action | None
    ) -> None:
        self._run(
            self._act(
                person,
                server,
                lambda: self._s.filters.set(server, person, category, threshold=threshold, action=action),
            )
        )
