"""The three languages the tutor speaks."""

from enum import StrEnum


class Locale(StrEnum):
    """A language of the interface; the value is Discord's own code for the two Chinese ones."""

    EN = "en"
    ZH_CN = "zh-CN"
    ZH_TW = "zh-TW"

    @classmethod
    def from_discord(cls, code: str | None) -> "Locale":
        """The nearest language we speak to one of Discord's locale codes; English for all we do not."""
        if code == "zh-TW":
            return cls.ZH_TW
        if code is not None and code.startswith("zh"):
            return cls.ZH_CN
        return cls.EN

    @property
    def is_chinese(self) -> bool:
        """Whether this is one of the two written forms of Chinese."""
        return self is not Locale.EN
