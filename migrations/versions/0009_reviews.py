"""Reviews: cards and when they are due, active days, daily messages, leaderboards."""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "quiz_days",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "user_id", "day", name=op.f("pk_quiz_days")),
    )
    with op.batch_alter_table("quiz_days", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quiz_days_user_id"), ["user_id"], unique=False)

    op.create_table(
        "quiz_leaders",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("alias", sa.String(length=64), nullable=False),
        sa.Column("folded", sa.String(length=64), nullable=False),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "user_id", name=op.f("pk_quiz_leaders")),
        sa.UniqueConstraint("server_id", "folded", name=op.f("uq_quiz_leaders_server_id_folded")),
    )
    with op.batch_alter_table("quiz_leaders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quiz_leaders_user_id"), ["user_id"], unique=False)

    op.create_table(
        "quiz_reminders",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_quiz_reminders")),
    )
    op.create_table(
        "quiz_review_cards",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("bank_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("item_id", sa.String(length=64), nullable=False),
        sa.Column("stability", sa.Float(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("reviewed_at", UtcDateTime(), nullable=False),
        sa.Column("reviews", sa.Integer(), nullable=False),
        sa.Column("lapses", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(
            "server_id", "user_id", "bank_id", "lesson_id", "item_id", name=op.f("pk_quiz_review_cards")
        ),
    )
    with op.batch_alter_table("quiz_review_cards", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_quiz_review_cards_reviewed_at"), ["reviewed_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_quiz_review_cards_user_id"), ["user_id"], unique=False)
