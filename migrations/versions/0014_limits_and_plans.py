"""Limits of servers: who has been told that most is used. Lesson plans of servers."""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    with op.batch_alter_table("server_learner_usage", schema=None) as batch_op:
        batch_op.add_column(sa.Column("micro_usd", sa.BigInteger(), server_default="0", nullable=False))

    op.create_table(
        "server_quota_warnings",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("period", sa.Date(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("server_id", "kind", "period", name=op.f("pk_server_quota_warnings")),
    )
    op.create_table(
        "report_plans",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("outline", sa.JSON(), nullable=False),
        sa.Column("markdown", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_plans")),
    )
    with op.batch_alter_table("report_plans", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_plans_server_id"), ["server_id"], unique=False)
