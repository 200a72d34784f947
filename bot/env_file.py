"""What can be wrong with the file `.env` itself, before anybody looks at the values in it; and those values for a child."""

import difflib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from dotenv import dotenv_values
from dotenv.parser import parse_stream

ENCODING: Final = "utf-8-sig"  # Windows editors put a byte-order mark in front
_ALIKE: Final = 0.85  # finds OPENAI_APIKEY, and leaves other programs' variables alone


def env_file_problems(env_file: Path | None, known: Collection[str]) -> list[str]:
    """A sentence for each line that cannot be read and each name that looks like a misspelt one of `known`.

    A missing file has no problems. Values are not repeated: the line may hold a secret.
    """
    if env_file is None or not env_file.is_file():
        return []
    try:
        with env_file.open(encoding=ENCODING) as stream:
            lines = list(parse_stream(stream))
    except UnicodeDecodeError:
        return []  # whoever reads the values says so
    problems = []
    for line in lines:
        if line.error:
            problems.append(f"Line {line.original.line} of {env_file} cannot be read. Write NAME=value.")
        elif line.key is not None and line.key.upper() not in known:
            near = difflib.get_close_matches(line.key.upper(), known, n=1, cutoff=_ALIKE)
            problems += [f"{line.key} in {env_file} is not a setting. Did you mean {name}?" for name in near]
    return problems


def with_env_file(env_file: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a process that does not read `env_file` itself; what the environment says wins.

    So a parent can take single settings away, which a child that reads the file would find there again.
    """
    written = {
        name.upper(): value
        for name, value in dotenv_values(env_file, encoding=ENCODING).items()
        if value is not None
    }
    return written | {name: value for name, value in environment.items() if value or name not in written}
