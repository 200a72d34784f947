"""What the words of remembered turns mean together, as vectors that no model is asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "memory_sums",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"],
            ["memory_turns.number"],
            name=op.f("fk_memory_sums_number_memory_turns"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("server_id", "user_id", "number", name=op.f("pk_memory_sums")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_memory_sums_number"), "memory_sums", ["number"])
    op.create_index(op.f("ix_memory_sums_user_id"), "memory_sums", ["user_id"])
