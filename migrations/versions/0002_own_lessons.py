"""Servers have lessons of their own beside the course, and lessons bring draft questions along."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "lesson_draft_questions",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("section_id", sa.String(length=64), nullable=True),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("options", sa.JSON(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=True),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["server_id", "lesson_id", "version"],
            ["lesson_versions.server_id", "lesson_versions.lesson_id", "lesson_versions.version"],
            name=op.f("fk_lesson_draft_questions_server_id_lesson_id_version_lesson_versions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "server_id", "lesson_id", "version", "number", name=op.f("pk_lesson_draft_questions")
        ),
    )
    # What is there already came with the course, in the languages it was written in or converted at every start.
    with op.batch_alter_table("lesson_lessons", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_own", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("lesson_sections", schema=None) as batch_op:
        batch_op.add_column(sa.Column("level", sa.Integer(), server_default=sa.text("2"), nullable=False))
    with op.batch_alter_table("lesson_texts", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_converted", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
