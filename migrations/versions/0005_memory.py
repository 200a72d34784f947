"""Memory has layers: facts, summaries, turns found by their words; a pause; hints that go up by attempts."""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "memory_facts",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("turn_id", sa.String(length=16), nullable=False),
        sa.Column("learnt_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memory_facts")),
    )
    with op.batch_alter_table("memory_facts", schema=None) as batch_op:
        batch_op.create_index("ix_memory_facts_learner", ["server_id", "user_id", "learnt_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_memory_facts_learnt_at"), ["learnt_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_memory_facts_user_id"), ["user_id"], unique=False)

    op.create_table(
        "memory_summaries",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("up_to", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "user_id", name=op.f("pk_memory_summaries")),
    )
    with op.batch_alter_table("memory_summaries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_memory_summaries_user_id"), ["user_id"], unique=False)

    op.create_table(
        "server_erased_usage",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("tokens", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "server_id", "mark", name=op.f("pk_server_erased_usage")),
    )
    op.create_table(
        "tutor_ladders",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("section_id", sa.String(length=64), nullable=False),
        sa.Column("rung", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("moved_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "user_id", "conversation_id", name=op.f("pk_tutor_ladders")),
    )
    with op.batch_alter_table("tutor_ladders", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tutor_ladders_moved_at"), ["moved_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_tutor_ladders_user_id"), ["user_id"], unique=False)

    with op.batch_alter_table("learner_held_questions", schema=None) as batch_op:
        batch_op.add_column(sa.Column("style", sa.String(length=16), server_default="plain", nullable=False))
        batch_op.add_column(sa.Column("mode", sa.String(length=16), server_default="explain", nullable=False))
        batch_op.add_column(sa.Column("in_thread", sa.Boolean(), server_default=sa.text("0"), nullable=False))

    with op.batch_alter_table("learner_profiles", schema=None) as batch_op:
        batch_op.add_column(sa.Column("paused", sa.Boolean(), server_default=sa.text("0"), nullable=False))

    _number_turns()

    with op.batch_alter_table("tutor_interrupted", schema=None) as batch_op:
        batch_op.add_column(sa.Column("mode", sa.String(length=16), server_default="explain", nullable=False))

    with op.batch_alter_table("tutor_open_turns", schema=None) as batch_op:
        batch_op.add_column(sa.Column("mode", sa.String(length=16), server_default="explain", nullable=False))


def _number_turns() -> None:
    """Turns get a number for the search index and a place in their conversation."""
    op.rename_table("memory_turns", "memory_turns_before")
    for index in (
        "ix_memory_turns_conversation",
        "ix_memory_turns_user_id",
        "ix_memory_turns_asked_at",
    ):
        op.drop_index(index, "memory_turns_before")
    op.create_table(
        "memory_turns",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("citations", sa.JSON(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("trace", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_memory_turns")),
        sa.UniqueConstraint("id", name=op.f("uq_memory_turns_id")),
        sqlite_autoincrement=True,
    )
    columns = (
        "id, server_id, user_id, conversation_id, asked_at, locale, question, answer, outcome, citations,"
        " shared, trace"
    )
    op.execute(
        f"INSERT INTO memory_turns ({columns}, place) SELECT {columns}, row_number() OVER"
        " (PARTITION BY server_id, user_id, conversation_id ORDER BY asked_at, id)"
        " FROM memory_turns_before ORDER BY asked_at, id"
    )
    op.drop_table("memory_turns_before")
    with op.batch_alter_table("memory_turns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_memory_turns_asked_at"), ["asked_at"], unique=False)
        batch_op.create_index(
            "ix_memory_turns_place", ["server_id", "user_id", "conversation_id", "place"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_memory_turns_user_id"), ["user_id"], unique=False)
    op.execute("CREATE VIRTUAL TABLE memory_index USING fts5(question, answer, said_on, tokenize = 'ascii')")
    op.execute("CREATE VIRTUAL TABLE memory_index_terms USING fts5vocab(memory_index, row)")
    op.execute(
        "CREATE TRIGGER memory_index_follows AFTER DELETE ON memory_turns"
        " BEGIN DELETE FROM memory_index WHERE rowid = old.number; END"
    )
