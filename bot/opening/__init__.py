"""How the rooms are put together when the tutor starts: one module a subject, from the ground up, each handing out its parts.

Each `open_…` takes what lies below it and gives a frozen dataclass of what it made. Nothing here decides anything about
learners or lessons, and nothing talks to Discord yet.
"""
