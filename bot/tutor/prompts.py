"""Prompts from `prompts/`: loaded once, rendered strictly.

A prompt is a file with front matter (`id`, `version`, `variables`). A variable that the text does not use, or that it
uses without declaring it, stops the start; a value missing or left over stops the rendering. Braces inside values
are left alone: only the template's own `{{name}}` are replaced, once.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

_FRONT_MATTER = re.compile(r"\A---\n(?P<head>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_VARIABLE = re.compile(r"\{\{(\w+)\}\}")


class PromptError(Exception):
    """A prompt file, or a call that renders it, does not hold what was agreed."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt of one version."""

    id: str
    version: int
    variables: frozenset[str]
    body: str

    @property
    def name(self) -> str:
        """Id and version, as *Why this answer?* shows them: `explain@1`."""
        return f"{self.id}@{self.version}"

    def render(self, **values: str) -> str:
        """The text with every variable filled. Raises `PromptError` for a missing or an unknown one."""
        if values.keys() != self.variables:
            raise PromptError(f"{self.name} takes {sorted(self.variables)}, got {sorted(values)}")
        return _VARIABLE.sub(lambda found: values[found[1]], self.body).strip()


def read_prompt(path: Path) -> Prompt:
    """Read one prompt file. Raises `PromptError` in words."""
    found = _FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    if found is None:
        raise PromptError(f"{path.name} has no front matter")
    head = yaml.safe_load(found["head"])
    if not isinstance(head, dict) or head.keys() != {"id", "version", "variables"}:
        raise PromptError(f"{path.name}: front matter wants id, version and variables")
    prompt = Prompt(str(head["id"]), int(head["version"]), frozenset(head["variables"]), found["body"])
    used = frozenset(_VARIABLE.findall(prompt.body))
    if used != prompt.variables:
        raise PromptError(f"{path.name} declares {sorted(prompt.variables)} and uses {sorted(used)}")
    if prompt.id != path.stem:
        raise PromptError(f"{path.name} calls itself {prompt.id}")
    return prompt


def read_prompts(folder: Path) -> Mapping[str, Prompt]:
    """All prompts of a folder by id. Raises `PromptError` for the first that is wrong."""
    return {prompt.id: prompt for prompt in map(read_prompt, sorted(folder.glob("*.md")))}


def names_of(prompts: Mapping[str, Prompt], *ids: str) -> str:
    """The names of the prompts that one call was made of, as *Why this answer?* shows them: `explain@1 + explain-question@2`."""
    return " + ".join(prompts[one].name for one in ids)
