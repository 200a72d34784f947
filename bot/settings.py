"""Every setting the operator can make: its name, type, default, and one line of help.

Values come from the environment and from `.env` (the environment wins); nothing else in the project reads either.
A setting that is wrong stops the start, and all of them are reported at once, in words. The value of a secret is
never shown: not in a message, not in a `repr`.
`python -m bot.settings` prints `.env.example`.
"""

import json
import re
import sys
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.addresses import loopback_address, web_address
from bot.env_file import ENCODING, env_file_problems

ENV_FILE: Final = Path(".env")
_LONGEST_SHOWN: Final = 60
_AZURE: Final = ("azure_openai_endpoint", "azure_openai_api_key", "azure_openai_api_version")
_QUOTES: Final = "\"'“”‘’"


class LogLevel(StrEnum):
    """How much the log says."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"

    @classmethod
    def _missing_(cls, value: object) -> "LogLevel | None":
        """Lower case will do."""
        found = str(value).upper()
        return cls(found) if found in cls.__members__ else None


class SettingsError(Exception):
    """Something in the settings is wrong. `problems` holds one sentence for each thing to put right."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems: tuple[str, ...] = tuple(problems)
        count = len(self.problems)
        opening = (
            "One setting is wrong. Change it" if count == 1 else f"{count} settings are wrong. Change them"
        )
        lines = "".join(f"\n  - {problem}" for problem in self.problems)
        super().__init__(f"{opening} in the environment or in .env, then start again.{lines}")


def _setting(default: object, help_text: str, *, write: str, **options: Any) -> Any:
    """A field with its line of help, and what to write when the value given was wrong.

    A default that is a function makes its value from the settings before it. Any on both sides: pydantic's own
    `Field` is typed so.
    """
    options["default_factory" if callable(default) else "default"] = default
    return Field(description=help_text, json_schema_extra={"write": write}, **options)


def _comma_separated(value: object) -> object:
    if isinstance(value, str):
        return tuple(part.strip() for part in re.split("[,\uff0c]", value) if part.strip())
    return value


def _json_object(value: object) -> object:
    if isinstance(value, str):
        try:
            return json.loads(value)
        except json.JSONDecodeError as error:
            raise ValueError(f"this is not JSON (character {error.pos + 1})") from None
    return value


class Settings(BaseSettings):
    """What the operator decided. Read once at the start with `Settings.load()`; it never changes afterwards."""

    model_config = SettingsConfigDict(
        frozen=True,
        extra="ignore",
        env_ignore_empty=True,
        env_file_encoding=ENCODING,
        enable_decoding=False,  # lists and JSON are read here, so that a wrong one is reported like any other
        hide_input_in_errors=True,
        validate_default=False,
    )

    discord_token: SecretStr | None = _setting(
        None,
        "Your bot's token: discord.com/developers/applications → your application → Bot → Reset Token."
        " Empty: the playground opens instead of Discord.",
        write="the token alone, without quotes and without the word Bot in front",
    )
    discord_api_base: str | None = _setting(
        None,
        "For tests only: address of a playground on this machine to talk to instead of Discord.",
        write="an address on this machine such as http://127.0.0.1:8787/api/v10, or nothing",
        repr=False,
    )
    message_content: bool = _setting(
        False, "Granted the Message Content Intent? true: threads need no mention.", write="true or false"
    )
    data_dir: Path = _setting(
        Path("data"), "Folder for everything the tutor keeps. Back it up.", write="the path of a folder"
    )
    database_url: str = _setting(
        lambda values: f"sqlite+aiosqlite:///{values['data_dir'].as_posix()}/tutor.db",
        "Where the database is. Empty: tutor.db in DATA_DIR.",
        write="an address such as sqlite+aiosqlite:///data/tutor.db (three slashes, then the path of a file)",
        repr=False,
    )

    openai_api_key: SecretStr | None = _setting(
        None,
        "Key of the model server. Empty and no Azure key: the tutor quotes the lessons instead of writing answers.",
        write="the key alone, without quotes",
    )
    openai_base_url: str | None = _setting(
        None,
        "Address of an OpenAI-compatible server (Ollama, vLLM, llama.cpp …). Empty: OpenAI itself.",
        write="an address that begins with http:// or https://, for example http://localhost:11434/v1",
        repr=False,
    )
    chat_model: str | None = _setting(
        None,
        "Name of the model that answers, for example gpt-5-mini. Empty: the tutor quotes the lessons.",
        write="the model's name as its server spells it",
    )
    fallback_model: str | None = _setting(
        None,
        "Name of the model that is asked when CHAT_MODEL fails.",
        write="the model's name as its server spells it",
    )
    embedding_model: str | None = _setting(
        None,
        "Name of the embedding model, for example text-embedding-3-small. Empty: lessons are found by words alone.",
        write="the model's name as its server spells it",
    )
    moderation_model: str | None = _setting(
        None,
        "Name of the moderation model, for example omni-moderation-latest. Empty: the built-in filters alone.",
        write="the model's name as its server spells it",
    )
    azure_openai_endpoint: str | None = _setting(
        None,
        "Azure OpenAI instead of OpenAI: the endpoint of your resource. Needs the two settings below.",
        write="an address such as https://your-resource.openai.azure.com",
        repr=False,
    )
    azure_openai_api_key: SecretStr | None = _setting(
        None, "Key of the Azure OpenAI resource.", write="the key alone, without quotes"
    )
    azure_openai_api_version: str | None = _setting(
        None,
        "Version of the Azure OpenAI interface: v1, or a date such as 2024-10-21.",
        write="v1, or a date such as 2024-10-21 or 2025-04-01-preview",
        pattern=r"^(v1|\d{4}-\d{2}-\d{2}(-preview)?)$",
        validate_default=True,
    )
    model_detour: str | None = _setting(
        None,
        "For the playground only: address on this machine that takes model calls on their way, to play faults.",
        write="an address on this machine such as http://127.0.0.1:8787/model, or nothing",
        repr=False,
    )
    playground_reports: bool = _setting(
        True, "For the playground only: whether it is told what came of each press.", write="true or false"
    )
    models_allowed: Annotated[tuple[str, ...], BeforeValidator(_comma_separated)] = _setting(
        (),
        "Models that moderators may choose among, separated by commas. Empty: CHAT_MODEL alone.",
        write="model names separated by commas",
    )
    model_capabilities: Annotated[Mapping[str, Mapping[str, object]], BeforeValidator(_json_object)] = (
        _setting(
            {},
            "What a model can do, where the built-in table is wrong about it: JSON, by model name.",
            write='JSON such as {"my-model": {"temperature": false}}',
        )
    )
    model_timeout_seconds: float = _setting(
        60.0,
        "Longest time to wait for a whole answer, in seconds.",
        write="a number from 1 to 600, for example 60",
        ge=1,
        le=600,
        allow_inf_nan=False,
    )
    max_output_tokens: int = _setting(
        2500,
        "Longest answer, in tokens.",
        write="a whole number from 16 to 32000, for example 2500",
        ge=16,
        le=32_000,
    )
    memory_tokens: int = _setting(
        1200,
        "How much of what the tutor remembers goes into one prompt, in tokens.",
        write="a whole number from 200 to 100000, for example 1200",
        ge=200,
        le=100_000,
    )

    learner_tokens_per_day: int = _setting(
        50_000,
        "Most tokens one learner may use in a day. Moderators may set less. 0: no model calls.",
        write="a whole number, 0 or more, for example 50000",
        ge=0,
        le=10**12,
    )
    server_tokens_per_day: int = _setting(
        1_000_000,
        "Most tokens one Discord server may use in a day. Moderators may set less. 0: no model calls.",
        write="a whole number, 0 or more, for example 1000000",
        ge=0,
        le=10**12,
    )
    cost_ceiling_per_month: Decimal = _setting(
        Decimal(20),
        "Most that all servers together may cost in a calendar month, in US dollars.",
        write="an amount in US dollars without a currency sign, for example 20 or 12.50",
        ge=0,
        le=10**9,
        allow_inf_nan=False,
    )
    retention_days: int = _setting(
        365,
        "How long a learner's turns are kept, in days. Moderators may set less.",
        write="a whole number from 1 to 3650, for example 365",
        ge=1,
        le=3650,
    )

    log_level: LogLevel = _setting(
        LogLevel.INFO,
        "How much the log says: DEBUG, INFO, WARNING or ERROR.",
        write="DEBUG, INFO, WARNING or ERROR",
    )
    playground_port: int = _setting(
        8787,
        "Port of the playground on this machine. 0: any that is free.",
        write="a whole number from 0 to 65535, for example 8787",
        ge=0,
        le=65_535,
    )

    @classmethod
    def load(cls, env_file: Path | None = ENV_FILE) -> "Settings":
        """Read the environment and `env_file`, which may be missing.

        Raises:
            SettingsError: with every problem of both, each a sentence.
        """
        problems = env_file_problems(env_file, known={name.upper() for name in cls.model_fields})
        source: dict[str, Any] = {"_env_file": env_file}  # an argument that type checkers are not told of
        try:
            settings = cls(**source)
        except ValidationError as error:
            problems += _problems(error.errors(include_url=False))
        except UnicodeDecodeError:
            raise SettingsError([f"{env_file} is not saved as UTF-8; save it as UTF-8 text."]) from None
        if problems:
            raise SettingsError(problems)
        return settings

    @model_validator(mode="before")
    @classmethod
    def _blank_is_unset(cls, values: dict[str, object]) -> dict[str, object]:
        stripped = {
            name: value.strip() if isinstance(value, str) else value for name, value in values.items()
        }
        return {name: value for name, value in stripped.items() if value != ""}

    @field_validator("*", mode="before")
    @classmethod
    def _unquoted(cls, value: object) -> object:
        if isinstance(value, str) and len(value) > 1 and value[0] in _QUOTES and value[-1] in _QUOTES:
            raise ValueError("there are quotes around it")
        return value

    @field_validator("discord_token", mode="before")
    @classmethod
    def _one_word(cls, value: object) -> object:
        if isinstance(value, str) and re.search(r"\s", value):
            raise ValueError("a token is one word")
        return value

    @field_validator("discord_api_base")
    @classmethod
    def _on_this_machine(cls, value: str | None) -> str | None:
        return None if value is None else loopback_address(value)

    @field_validator("model_detour")
    @classmethod
    def _over_this_machine(cls, value: str | None) -> str | None:
        try:
            return None if value is None else loopback_address(value)
        except ValueError:
            raise ValueError("model calls may make no detour over another machine") from None

    @field_validator("openai_base_url", "azure_openai_endpoint")
    @classmethod
    def _on_the_web(cls, value: str | None) -> str | None:
        return None if value is None else web_address(value)

    @field_validator("azure_openai_api_version")
    @classmethod
    def _azure_is_whole(cls, value: str | None, info: ValidationInfo) -> str | None:
        # The last of the three, so it sees the other two; one that was refused is absent here, and was given.
        given = {name: info.data.get(name, "refused") is not None for name in _AZURE[:2]} | {
            _AZURE[2]: value is not None
        }
        if any(given.values()) and not all(given.values()):
            missing = " and ".join(name.upper() for name, is_given in given.items() if not is_given)
            raise PydanticCustomError(
                "incomplete",
                "Azure OpenAI is only half set up. Write {missing} too, or empty every AZURE_ setting.",
                {"missing": missing},
            )
        return value

    @field_validator("database_url")
    @classmethod
    def _sqlite_file(cls, value: str) -> str:
        found = re.fullmatch(r"sqlite\+aiosqlite:///(?P<path>[^?#]+)", value)
        if found is None:
            raise ValueError("this version keeps its data in a SQLite file")
        if found["path"] == ":memory:":
            raise ValueError("a database in memory is lost at every restart")
        return value

    @field_validator("data_dir")
    @classmethod
    def _folder(cls, value: Path) -> Path:
        if value.exists() and not value.is_dir():
            raise ValueError("this is a file, not a folder")
        return value


def env_example() -> str:
    """The text of `.env.example`: every setting with its line of help and its default, all commented out."""
    lines = ["# Copy this file to .env and fill in what you need; every line may stay as it is."]
    for name, field in Settings.model_fields.items():
        lines += ["", f"# {field.description}", f"#{name.upper()}={_default_text(field)}"]
    return "\n".join(lines) + "\n"


def _default_text(field: FieldInfo) -> str:
    default = str(field.default).lower() if isinstance(field.default, bool) else field.default
    if default in (None, (), {}) or field.default_factory is not None:
        return ""
    return f"{default:g}" if isinstance(default, float) else str(default)


def _problems(errors: Iterable[ErrorDetails]) -> list[str]:
    """One sentence for each setting that pydantic refused."""
    sentences: dict[str, str] = {}
    for error in errors:
        name = str(error["loc"][0])
        if error["type"] == "default_factory_not_called":
            continue  # only says that the setting it would be made from is wrong, which is reported already
        sentences.setdefault(name, error["msg"] if error["type"] == "incomplete" else _sentence(name, error))
    return list(sentences.values())


def _sentence(name: str, error: ErrorDetails) -> str:
    """What was written (as far as it may be shown), why it will not do, and what to write instead."""
    field = Settings.model_fields[name]
    if "SecretStr" in str(field.annotation):
        given = "cannot be used (its value is not shown here)"
    else:
        text = re.sub(r"//[^/@]*@", "//…@", str(error["input"]))  # a password in an address
        given = f"is “{text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + '…'}”"
    reason = f": {error['ctx']['error']}" if error["type"] == "value_error" else ""
    extra = field.json_schema_extra
    assert isinstance(extra, dict)
    return f"{name.upper()} {given}{reason}. Write {extra['write']}."


if __name__ == "__main__":
    sys.stdout.write(env_example())
