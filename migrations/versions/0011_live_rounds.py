"""Live rounds: rounds in channels, their questions, who plays, what they answered."""

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    pass
