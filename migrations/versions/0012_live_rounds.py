"""Live rounds: rounds in channels, their questions, who plays, what they answered."""

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    pass
