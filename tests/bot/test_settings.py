"""What the operator writes, and what the tutor makes of it."""

from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.env_file import with_env_file
from bot.settings import LogLevel, Settings, SettingsError, env_example

SECRET = "sk-very-secret-0123456789"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def env_file(tmp_path: Path) -> Path:
    return tmp_path / ".env"


def problems_of(env_file: Path, text: str) -> tuple[str, ...]:
    env_file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        Settings.load(env_file)
    return caught.value.problems


def loaded(env_file: Path, text: str) -> Settings:
    env_file.write_text(text, encoding="utf-8")
    return Settings.load(env_file)


def test_without_any_setting_everything_has_its_default(env_file: Path) -> None:
    settings = Settings.load(env_file)
    assert settings.discord_token is None
    assert settings.database_url == "sqlite+aiosqlite:///data/tutor.db"
    assert settings.cost_ceiling_per_month == Decimal(20)
    assert settings.models_allowed == ()


def test_values_are_read_from_the_file(env_file: Path) -> None:
    settings = loaded(
        env_file,
        "DISCORD_TOKEN=abc.def\nMODELS_ALLOWED=a, b\uff0cc,\nLOG_LEVEL=debug\n"
        'MODEL_CAPABILITIES={"a": {"temperature": false}}\nCOST_CEILING_PER_MONTH=12.50\n',
    )
    assert settings.discord_token is not None
    assert settings.discord_token.get_secret_value() == "abc.def"
    assert settings.models_allowed == ("a", "b", "c")
    assert settings.log_level is LogLevel.DEBUG
    assert settings.model_capabilities == {"a": {"temperature": False}}
    assert settings.cost_ceiling_per_month == Decimal("12.50")


def test_the_environment_wins_over_the_file(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHAT_MODEL", "from-the-environment")
    assert loaded(env_file, "CHAT_MODEL=from-the-file").chat_model == "from-the-environment"


def test_a_file_saved_by_a_windows_editor_is_read(env_file: Path) -> None:
    env_file.write_bytes("\ufeffCHAT_MODEL=通义千问\r\nPLAYGROUND_PORT=0\r\n".encode())
    settings = Settings.load(env_file)
    assert (settings.chat_model, settings.playground_port) == ("通义千问", 0)


@pytest.mark.parametrize("blank", ["", "   ", '""', "' '"])
def test_an_empty_value_counts_as_unset(env_file: Path, blank: str) -> None:
    settings = loaded(env_file, "".join(f"{name.upper()}={blank}\n" for name in Settings.model_fields))
    assert settings == Settings.load(None)


def test_an_empty_variable_counts_as_unset(env_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAYGROUND_PORT", "")
    assert Settings.load(env_file).playground_port == 8787


def test_the_database_lives_in_the_data_folder_unless_said_otherwise(env_file: Path) -> None:
    assert loaded(env_file, "DATA_DIR=/srv/tutor").database_url == "sqlite+aiosqlite:////srv/tutor/tutor.db"


def test_every_wrong_value_is_reported_at_once(env_file: Path) -> None:
    problems = problems_of(
        env_file,
        "MODEL_TIMEOUT_SECONDS=soon\nPLAYGROUND_PORT=70000\nLOG_LEVEL=loud\nMODEL_CAPABILITIES={\n"
        "AZURE_OPENAI_API_KEY=k\nCOST_CEILING_PER_MONTH=$20\n",
    )
    assert [problem.split()[0] for problem in problems] == [
        "Azure",
        "MODEL_CAPABILITIES",
        "MODEL_TIMEOUT_SECONDS",
        "COST_CEILING_PER_MONTH",
        "LOG_LEVEL",
        "PLAYGROUND_PORT",
    ]


def test_a_problem_names_the_setting_what_was_given_and_what_to_write(env_file: Path) -> None:
    assert problems_of(env_file, "PLAYGROUND_PORT=70000") == (
        "PLAYGROUND_PORT is “70000”. Write a whole number from 0 to 65535, for example 8787.",
    )


# What is wrong for each setting; a setting that is added without an entry here fails the test below.
WRONG = {
    "discord_token": ["Bot abc", "'\"abc\"'"],
    "discord_api_base": ["https://discord.com/api"],
    "message_content": ["perhaps", "2"],
    "data_dir": ["{file}"],
    "database_url": [
        "postgres://h/d",
        "sqlite:///x.db",
        "sqlite+aiosqlite://",
        "sqlite+aiosqlite:///:memory:",
    ],
    "openai_api_key": ["'\"abc\"'"],
    "openai_base_url": ["localhost:11434", "ftp://h", "http://", "http://h:port/", "https://me:pw@h/v1"],
    "chat_model": ["'\"abc\"'"],
    "fallback_model": ["'“gpt”'"],
    "embedding_model": ["'\"abc\"'"],
    "moderation_model": ["'\"abc\"'"],
    "azure_openai_endpoint": ["my-resource"],
    "azure_openai_api_key": ["'\"abc\"'"],
    "azure_openai_api_version": ["latest"],
    "model_detour": ["http://example.com/model", "https://127.0.0.1/model"],
    "playground_reports": ["perhaps", "2"],
    "models_allowed": ["'\"a,b\"'"],
    "model_capabilities": ["{", "[]", '{"a": 1}'],
    "model_timeout_seconds": ["soon", "0", "-1", "nan", "inf", "601"],
    "max_output_tokens": ["0", "1.5", "many"],
    "memory_tokens": ["0", "-5"],
    "learner_tokens_per_day": ["-1", "a lot"],
    "server_tokens_per_day": ["-1", "1e99"],
    "cost_ceiling_per_month": ["-1", "$5", "NaN"],
    "retention_days": ["0", "for ever"],
    "log_level": ["loud"],
    "playground_port": ["-1", "65536", "http"],
}


def test_every_setting_has_wrong_values_to_try() -> None:
    assert set(WRONG) == set(Settings.model_fields)


@pytest.mark.parametrize(
    ("name", "wrong"), [(name, wrong) for name, values in WRONG.items() for wrong in values]
)
def test_a_wrong_value_is_refused_in_words(env_file: Path, name: str, wrong: str) -> None:
    env_file.touch()
    value = wrong.replace("{file}", str(env_file))
    problems = problems_of(env_file, f"{name.upper()}={value}\n")
    said = [problem for problem in problems if problem.startswith(name.upper())]
    assert len(said) == 1
    assert " Write " in said[0]
    assert "validation" not in said[0]


@pytest.mark.parametrize("name", ["DISCORD_TOKEN", "OPENAI_API_KEY", "AZURE_OPENAI_API_KEY"])
def test_a_secret_that_is_wrong_is_not_repeated(env_file: Path, name: str) -> None:
    problems = problems_of(env_file, f"{name}='\"{SECRET}\"'\nLOG_LEVEL=loud")
    assert SECRET not in " ".join(problems)


def test_the_settings_can_be_printed_without_giving_anything_away(env_file: Path) -> None:
    settings = loaded(env_file, f"DISCORD_TOKEN={SECRET}\nOPENAI_API_KEY={SECRET}\nCHAT_MODEL=some-model\n")
    assert SECRET not in f"{settings!r} {settings} {settings.model_dump()}"
    assert "some-model" in repr(settings)


def test_a_password_in_an_address_is_not_repeated(env_file: Path) -> None:
    problems = problems_of(
        env_file, f"DATABASE_URL=postgresql://me:{SECRET}@host/db\nOPENAI_BASE_URL=ftp://{SECRET}@h"
    )
    assert SECRET not in " ".join(problems)


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8787/api/v10",
        "http://localhost:8787",
        "http://[::1]:8787/api/v10/",
        "http://127.0.0.2",
    ],
)
def test_the_playground_may_be_on_this_machine(env_file: Path, address: str) -> None:
    assert loaded(env_file, f"DISCORD_API_BASE={address}").discord_api_base == address.rstrip("/")


@pytest.mark.parametrize(
    "address",
    [
        "http://10.0.0.5:8787",
        "http://localhost.example.com/api",
        "http://127.0.0.1.example.com",
        "http://127.0.0.1@example.com/",
        "http://localhost:x@example.com/",
        r"http://127.0.0.1\@example.com/",
        "http://example.com/http://127.0.0.1",
        "http://127.0.0.1:8787/api?to=http://example.com",
        "http://0.0.0.0:8787",
        "http://[::]:8787",
        "http://１２７.0.0.1",
        "https://127.0.0.1",
        "http:127.0.0.1",
    ],
)
def test_the_token_cannot_be_sent_anywhere_else(env_file: Path, address: str) -> None:
    (problem,) = problems_of(env_file, f"DISCORD_API_BASE={address}")
    assert problem.startswith("DISCORD_API_BASE")


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        (
            "AZURE_OPENAI_ENDPOINT=https://a.openai.azure.com",
            "AZURE_OPENAI_API_KEY and AZURE_OPENAI_API_VERSION",
        ),
        ("AZURE_OPENAI_API_VERSION=2024-10-21", "AZURE_OPENAI_ENDPOINT and AZURE_OPENAI_API_KEY"),
    ],
)
def test_a_half_set_up_azure_is_told_what_is_missing(env_file: Path, given: str, missing: str) -> None:
    (problem,) = problems_of(env_file, given)
    assert missing in problem


@pytest.mark.parametrize("version", ["2025-04-01-preview", "v1"])
def test_a_whole_azure_set_up_is_accepted(env_file: Path, version: str) -> None:
    settings = loaded(
        env_file,
        "AZURE_OPENAI_ENDPOINT=https://a.openai.azure.com\nAZURE_OPENAI_API_KEY=k\n"
        f"AZURE_OPENAI_API_VERSION={version}\n",
    )
    assert settings.azure_openai_api_version == version


def test_a_misspelt_name_in_the_file_is_pointed_out(env_file: Path) -> None:
    (problem,) = problems_of(
        env_file, f"OPENAI_APIKEY={SECRET}\nCOMPOSE_PROJECT_NAME=tutor\nTZ=Asia/Taipei\n"
    )
    assert problem == f"OPENAI_APIKEY in {env_file} is not a setting. Did you mean OPENAI_API_KEY?"


def test_a_line_that_cannot_be_read_is_pointed_out_without_its_text(env_file: Path) -> None:
    (problem,) = problems_of(env_file, f"CHAT_MODEL=a\nOPENAI_API_KEY='{SECRET}\n")
    assert problem == f"Line 2 of {env_file} cannot be read. Write NAME=value."


def test_a_file_that_is_not_utf8_is_said_to_be_so(env_file: Path) -> None:
    env_file.write_bytes("CHAT_MODEL=模型".encode("gb18030"))
    with pytest.raises(SettingsError, match="UTF-8"):
        Settings.load(env_file)


def test_settings_cannot_be_changed_afterwards() -> None:
    settings = Settings.load(None)
    with pytest.raises(ValidationError):
        settings.log_level = LogLevel.ERROR  # type: ignore[misc]  # the point of the test


def test_the_example_file_is_what_the_settings_say() -> None:
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == env_example(), (
        "run: .venv/bin/python -m bot.settings > .env.example"
    )


def test_the_example_file_changes_nothing_when_copied_or_uncommented(env_file: Path) -> None:
    assert loaded(env_file, env_example()) == Settings.load(None)
    uncommented = "\n".join(
        line.removeprefix("#") for line in env_example().splitlines() if not line.startswith("# ")
    )
    assert loaded(env_file, uncommented) == Settings.load(None)


def test_every_setting_has_one_line_of_help() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert "\n" not in field.description, name


def test_a_child_is_told_what_the_file_says_and_the_environment_wins(env_file: Path) -> None:
    env_file.write_text("CHAT_MODEL=from-file\nmemory_tokens=900\nLOG_LEVEL=DEBUG\n", encoding="utf-8")
    told = with_env_file(env_file, {"CHAT_MODEL": "from-environment", "LOG_LEVEL": "", "PATH": "/bin"})
    assert told == {
        "CHAT_MODEL": "from-environment",
        "MEMORY_TOKENS": "900",
        "LOG_LEVEL": "DEBUG",
        "PATH": "/bin",
    }


def test_a_child_of_a_folder_without_a_file_is_told_the_environment(env_file: Path) -> None:
    assert with_env_file(env_file, {"PATH": "/bin"}) == {"PATH": "/bin"}
