"""Words of one language that stand for words of the other, learnt from the course."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "lesson_words",
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("language", "token", "other", name=op.f("pk_lesson_words")),
    )
    with op.batch_alter_table("lesson_courses", schema=None) as batch_op:
        batch_op.add_column(sa.Column("words_from", sa.String(length=64), nullable=True))
