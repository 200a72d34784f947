"""Explaining: concepts with their cards, and what explainers showed to learners."""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "explain_books",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("loaded_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_explain_books")),
    )
    op.create_table(
        "explain_concepts",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("names", sa.JSON(), nullable=False),
        sa.Column("found_by", sa.JSON(), nullable=False),
        sa.Column("sections", sa.JSON(), nullable=False),
        sa.Column("next", sa.JSON(), nullable=False),
        sa.Column("walk", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_explain_concepts")),
    )
    op.create_table(
        "explain_showings",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_explain_showings")),
    )
    with op.batch_alter_table("explain_showings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_explain_showings_made_at"), ["made_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_explain_showings_server_id"), ["server_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_explain_showings_user_id"), ["user_id"], unique=False)

    op.create_table(
        "explain_cards",
        sa.Column("concept_id", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("card", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["concept_id"],
            ["explain_concepts.id"],
            name=op.f("fk_explain_cards_concept_id_explain_concepts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("concept_id", "language", name=op.f("pk_explain_cards")),
    )


def downgrade() -> None:
    op.drop_table("explain_cards")
    with op.batch_alter_table("explain_showings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_explain_showings_user_id"))
        batch_op.drop_index(batch_op.f("ix_explain_showings_server_id"))
        batch_op.drop_index(batch_op.f("ix_explain_showings_made_at"))

    op.drop_table("explain_showings")
    op.drop_table("explain_concepts")
    op.drop_table("explain_books")
