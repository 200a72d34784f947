"""The bounds of an import. All of them are held before the thing they bound is read, opened or parsed."""

from bot.lessons.importing.remarks import ImportRefused, Subject

LARGEST_FILE = 256 * 1024
"""Bytes of one text file: forty thousand words, more than any lesson."""
LARGEST_TOTAL = 4 * 1024 * 1024
"""Bytes of all text of one import, unpacked."""
LARGEST_ARCHIVE = 256 * 1024 * 1024
"""Bytes of a packed archive; course archives are mostly pictures, which are never unpacked."""
LARGEST_DIRECTORY = 3 * 1024 * 1024
"""Bytes of an archive's list of contents: about 30,000 names."""
MOST_ENTRIES = 20_000
"""Files and folders that are looked at, of whatever kind."""
MOST_FILES = 500
"""Text files that are read."""
DEEPEST = 12
"""Folders inside each other."""
LONGEST_NAME = 1_024
"""Characters of a path."""
MOST_EXPANSION = 100
"""How many times larger a packed file may become; text becomes three to ten times larger."""
EXPANSION_COUNTS_FROM = 64 * 1024
"""Bytes, unpacked, below which nobody is hurt by any ratio: blank lines pack well."""
MOST_SECTIONS = 300
"""Sections of one lesson."""
MOST_SECTIONS_IN_ALL = 4_000
"""Sections of one import: comparing two languages takes time by the square."""

# Worst costs of markdown-it in microseconds, measured on texts of little else; ordinary prose costs 0.4 a
# character, and the content filters 0.6.
_COST_OF = {
    "[": 26.0, "*": 13.0, "_": 13.0, "`": 15.0, "|": 8.0, ">": 9.0, "\n": 25.0, "<": 4.0, "!": 4.0, "~": 3.0,
    "\\": 2.5, "&": 2.0,
}  # fmt: skip
_COST_OF_CHARACTER = 1.0
_DENSE = 3.0
"""Microseconds a character; lessons need one to two and a half."""
_ALWAYS_FINE = 150_000.0
_MOST_COST = 4_000_000.0
_COST_OF_YAML = 4.0
_LONGEST_YAML = 200_000


def parsing_cost(text: str) -> float:
    """Microseconds that parsing takes at worst, estimated from how often costly characters occur."""
    return len(text) * _COST_OF_CHARACTER + sum(text.count(mark) * cost for mark, cost in _COST_OF.items())


def check_density(path: str, text: str) -> None:
    """Raises `ImportRefused` for a text that is more marks than words."""
    cost = parsing_cost(text)
    if cost > _ALWAYS_FINE and cost > len(text) * _DENSE:
        raise ImportRefused(Subject.TOO_DENSE, path)


class Work:
    """How much parsing an import asks for; refuses a text that no person wrote."""

    def __init__(self) -> None:
        self._spent = 0.0
        self._sections = 0

    def take(self, path: str, text: str) -> None:
        """Allow the parsing of a text. Raises `ImportRefused`."""
        check_density(path, text)
        self._spent += parsing_cost(text)
        if self._spent > _MOST_COST:
            raise ImportRefused(Subject.ALL_TOO_LARGE, path, limit=LARGEST_TOTAL // 1024**2)

    def take_yaml(self, path: str, text: str) -> None:
        """Allow the reading of a YAML text. Raises `ImportRefused`."""
        self._spent += len(text) * _COST_OF_YAML
        if len(text) > _LONGEST_YAML:
            raise ImportRefused(Subject.FILE_TOO_LARGE, path, limit=_LONGEST_YAML // 1024)
        if self._spent > _MOST_COST:
            raise ImportRefused(Subject.ALL_TOO_LARGE, path, limit=LARGEST_TOTAL // 1024**2)

    def take_sections(self, path: str, count: int) -> None:
        """Allow a lesson of so many sections. Raises `ImportRefused`."""
        self._sections += count
        if count > MOST_SECTIONS:
            raise ImportRefused(Subject.TOO_MANY_SECTIONS, path, limit=MOST_SECTIONS)
        if self._sections > MOST_SECTIONS_IN_ALL:
            raise ImportRefused(Subject.ALL_TOO_LARGE, path, limit=LARGEST_TOTAL // 1024**2)
