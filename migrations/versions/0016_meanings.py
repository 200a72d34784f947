"""What remembered turns mean, as vectors of a model; the list of indexed words, which nothing reads any more, goes."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.execute("DROP TABLE IF EXISTS memory_index_terms")
    op.create_table(
        "memory_meanings",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("model", sa.String(length=128), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"],
            ["memory_turns.number"],
            name=op.f("fk_memory_meanings_number_memory_turns"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_memory_meanings")),
    )
    op.create_index(op.f("ix_memory_meanings_user_id"), "memory_meanings", ["user_id"])
    op.create_index("ix_memory_meanings_learner", "memory_meanings", ["server_id", "user_id", "number"])
