"""Moderators write lessons: who made a version, forms that are open, what is hidden, deleted or to be published later."""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "lesson_edits",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("place", sa.JSON(), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("written", sa.JSON(), nullable=True),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_edits")),
    )
    with op.batch_alter_table("lesson_edits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lesson_edits_opened_at"), ["opened_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_lesson_edits_user_id"), ["user_id"], unique=False)

    op.create_table(
        "lesson_hidden",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("hidden_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "lesson_id", name=op.f("pk_lesson_hidden")),
    )
    op.create_table(
        "lesson_authors",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["server_id", "lesson_id", "version"],
            ["lesson_versions.server_id", "lesson_versions.lesson_id", "lesson_versions.version"],
            name=op.f("fk_lesson_authors_server_id_lesson_id_version_lesson_versions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("server_id", "lesson_id", "version", name=op.f("pk_lesson_authors")),
    )
    with op.batch_alter_table("lesson_authors", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lesson_authors_user_id"), ["user_id"], unique=False)

    with op.batch_alter_table("lesson_lessons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("deleted_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("publish_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("publish_version", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_lesson_lessons_deleted_at"), ["deleted_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_lesson_lessons_publish_at"), ["publish_at"], unique=False)
