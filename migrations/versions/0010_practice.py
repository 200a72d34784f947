"""Practice: challenges with their versions, attempts, who has solved what, names on the board."""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_table(
        "practice_aliases",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("alias", sa.String(length=32), nullable=False),
        sa.Column("joined_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "user_id", name=op.f("pk_practice_aliases")),
    )
    with op.batch_alter_table("practice_aliases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_practice_aliases_user_id"), ["user_id"], unique=False)

    op.create_table(
        "practice_attempts",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("bank_id", sa.BigInteger(), nullable=False),
        sa.Column("challenge_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("model", sa.String(length=128), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("prompt", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("results", sa.JSON(), nullable=False),
        sa.Column("share", sa.Float(), nullable=True),
        sa.Column("hidden_share", sa.Float(), nullable=True),
        sa.Column("passed", sa.Boolean(), nullable=True),
        sa.Column("tokens", sa.Integer(), nullable=False),
        sa.Column("prompt_tokens", sa.Integer(), nullable=False),
        sa.Column("cost", sa.String(length=32), nullable=True),
        sa.Column("failure", sa.String(length=64), nullable=True),
        sa.Column("started_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_attempts")),
    )
    with op.batch_alter_table("practice_attempts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_practice_attempts_fingerprint"), ["fingerprint"], unique=False)
        batch_op.create_index(
            "ix_practice_attempts_learner",
            ["server_id", "user_id", "bank_id", "challenge_id", "started_at"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_practice_attempts_started_at"), ["started_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_practice_attempts_user_id"), ["user_id"], unique=False)

    op.create_table(
        "practice_banks",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("loaded_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", name=op.f("pk_practice_banks")),
    )
    op.create_table(
        "practice_challenges",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("challenge_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("published", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("server_id", "challenge_id", name=op.f("pk_practice_challenges")),
    )
    op.create_table(
        "practice_progress",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("bank_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("challenge_id", sa.String(length=64), nullable=False),
        sa.Column("hints", sa.Integer(), nullable=False),
        sa.Column("hint_after", sa.String(length=64), nullable=True),
        sa.Column("draft", sa.Text(), nullable=True),
        sa.Column("solved_at", UtcDateTime(), nullable=True),
        sa.Column("gave_up_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint(
            "server_id", "user_id", "bank_id", "challenge_id", name=op.f("pk_practice_progress")
        ),
    )
    with op.batch_alter_table("practice_progress", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_practice_progress_user_id"), ["user_id"], unique=False)

    op.create_table(
        "practice_versions",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("challenge_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("technique", sa.String(length=64), nullable=False),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("titles", sa.JSON(), nullable=False),
        sa.Column("shared", sa.JSON(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("author_id", sa.BigInteger(), nullable=True),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["server_id", "challenge_id"],
            ["practice_challenges.server_id", "practice_challenges.challenge_id"],
            name=op.f("fk_practice_versions_server_id_challenge_id_practice_challenges"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("server_id", "challenge_id", "version", name=op.f("pk_practice_versions")),
    )
    with op.batch_alter_table("report_ratings", schema=None) as batch_op:
        batch_op.alter_column("reason", existing_type=sa.TEXT(), server_default=None, existing_nullable=True)
