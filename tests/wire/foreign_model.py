"""The bot's settings for `llmock`: an OpenAI-compatible server that is not ours, keeps limits and judges its client's manners."""

from typing import Any

from llmock.pytest_plugin import LLMock

CHAT, OTHER_CHAT, EMBEDDING = "gpt-4o-mini", "gpt-4o", "text-embedding-3-small"


def settings_of(llmock: LLMock) -> dict[str, Any]:
    """What makes every model of the bot one of the foreign server's."""
    return {
        "model": False,
        "openai_base_url": llmock.base_url("openai"),
        "openai_api_key": "key",
        "chat_model": CHAT,
        "models_allowed": (CHAT, OTHER_CHAT),
    }
