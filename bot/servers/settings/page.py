"""The page about servers' settings in the documentation, from the registry. `python -m bot.servers.settings.page` prints it."""

import sys
from typing import Any

from bot.servers.settings.registry import REGISTRY, Group, Setting
from bot.settings import Settings
from bot.texts.catalogue import Texts
from bot.texts.locales import Locale

_HEAD = """# What moderators can set

Made from `bot/servers/settings/registry.py` by `make settings`. Moderators see and change all of it with
`/server settings`, in their own language; `/server channels`, `/server quota`, `/server retention`, `/server pause`
and `/server resume` are short ways to some of it.

- What nobody set follows its default. Where an operator's setting is named, that is the ceiling: it holds at once,
  also for what was set before it was lowered.
- A change acts from that moment on in the whole process; another process reads it within a second. Every change is a
  version, stands in `/server audit`, and is taken back with `/server undo`.
- 🔒 takes Discord's own right to manage the server: whoever was lent power here cannot hand it on. Discord hides
  `/server` and `/teach` from everybody else until an administrator allows them for a role in *Server Settings →
  Integrations*; the bot checks rights itself at every step, whatever Discord shows.
- What no server can change is not here: support for people in distress, the protection of minors, secrets
  ([safety.md](safety.md)).
"""


def page(texts: Texts) -> str:
    """The page in Markdown. Bounds are those of an operator who set nothing."""
    operator = Settings.model_construct()
    lines = [_HEAD]
    for group in Group:
        lines += [f"## {texts.say(Locale.EN, group.title_key)}", ""]
        lines += ["| key | what it is | takes | by itself | at most |", "|---|---|---|---|---|"]
        lines += [_row(texts, operator, setting) for setting in REGISTRY if setting.group is group]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _row(texts: Texts, operator: Settings, setting: Setting[Any]) -> str:
    name, *about = (
        texts.say(Locale.EN, key)
        for key in (setting.name_key, setting.help_key, setting.consequence_key)
        if key
    )
    cells = (
        f"`{setting.key}`" + (" 🔒" if setting.managers_only else ""),
        f"**{name}.** {' '.join(about)}",
        setting.kind.bounds(operator),
        setting.kind.words(setting.default(operator)),
        f"`{setting.ceiling}`" if setting.ceiling else "",
    )
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.stdout.write(page(Texts()))
