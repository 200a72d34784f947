"""The tables of the first version: learners, lessons, memory, turns, model calls, usage, reports."""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "learner_held_questions",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=True),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "user_id", name=op.f("pk_learner_held_questions")),
    )
    with op.batch_alter_table("learner_held_questions", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_learner_held_questions_expires_at"), ["expires_at"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_learner_held_questions_user_id"), ["user_id"], unique=False)

    op.create_table(
        "learner_profiles",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=True),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("agreed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("server_id", "user_id", name=op.f("pk_learner_profiles")),
    )
    with op.batch_alter_table("learner_profiles", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_learner_profiles_user_id"), ["user_id"], unique=False)

    op.create_table(
        "lesson_chunks",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("section_id", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("lesson_title", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("section_length", sa.Integer(), nullable=False),
        sa.Column("section_pairs", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_chunks")),
    )
    with op.batch_alter_table("lesson_chunks", schema=None) as batch_op:
        batch_op.create_index(
            "ix_lesson_chunks_place",
            ["server_id", "lesson_id", "section_id", "language", "part"],
            unique=False,
        )
        batch_op.create_index(
            "ix_lesson_chunks_space",
            ["server_id", "part", "language", "section_length", "section_pairs"],
            unique=False,
        )

    op.create_table(
        "lesson_courses",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("loaded_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", name=op.f("pk_lesson_courses")),
    )
    op.create_table(
        "lesson_lessons",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("published_version", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("server_id", "lesson_id", name=op.f("pk_lesson_lessons")),
    )
    op.create_table(
        "lesson_progress",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("section_id", sa.String(length=64), nullable=False),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.Column("read_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint(
            "server_id", "user_id", "lesson_id", "section_id", name=op.f("pk_lesson_progress")
        ),
    )
    with op.batch_alter_table("lesson_progress", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lesson_progress_user_id"), ["user_id"], unique=False)

    op.create_table(
        "memory_turns",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("conversation_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("citations", sa.JSON(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("trace", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memory_turns")),
    )
    with op.batch_alter_table("memory_turns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_memory_turns_asked_at"), ["asked_at"], unique=False)
        batch_op.create_index(
            "ix_memory_turns_conversation",
            ["server_id", "user_id", "conversation_id", "asked_at"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_memory_turns_user_id"), ["user_id"], unique=False)

    op.create_table(
        "model_calls",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("prompt_tokens", sa.Integer(), nullable=False),
        sa.Column("completion_tokens", sa.Integer(), nullable=False),
        sa.Column("cached_tokens", sa.Integer(), nullable=False),
        sa.Column("estimated", sa.Boolean(), nullable=False),
        sa.Column("nano_usd", sa.BigInteger(), nullable=True),
        sa.Column("milliseconds", sa.Integer(), nullable=False),
        sa.Column("first_token_milliseconds", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_calls")),
    )
    with op.batch_alter_table("model_calls", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_model_calls_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_model_calls_user_id"), ["user_id"], unique=False)

    op.create_table(
        "model_capabilities",
        sa.Column("address", sa.String(length=255), nullable=False),
        sa.Column("model", sa.String(length=200), nullable=False),
        sa.Column("learnt", sa.JSON(), nullable=False),
        sa.Column("learnt_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("address", "model", name=op.f("pk_model_capabilities")),
    )
    op.create_table(
        "report_ratings",
        sa.Column("turn_id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("thumb", sa.String(length=8), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("turn_id", "server_id", "user_id", name=op.f("pk_report_ratings")),
    )
    with op.batch_alter_table("report_ratings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_ratings_user_id"), ["user_id"], unique=False)

    op.create_table(
        "report_reports",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("turn_id", sa.String(length=16), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_reports")),
        sa.UniqueConstraint(
            "turn_id", "server_id", "user_id", name=op.f("uq_report_reports_turn_id_server_id_user_id")
        ),
    )
    with op.batch_alter_table("report_reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_reports_server_id"), ["server_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_reports_user_id"), ["user_id"], unique=False)

    op.create_table(
        "server_installation",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_server_installation")),
    )
    op.create_table(
        "server_learner_usage",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tokens", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "server_id", "user_id", name=op.f("pk_server_learner_usage")),
    )
    with op.batch_alter_table("server_learner_usage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_server_learner_usage_user_id"), ["user_id"], unique=False)

    op.create_table(
        "server_reservations",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("tokens", sa.Integer(), nullable=False),
        sa.Column("micro_usd", sa.BigInteger(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_server_reservations")),
    )
    with op.batch_alter_table("server_reservations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_server_reservations_user_id"), ["user_id"], unique=False)

    op.create_table(
        "server_usage",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tokens", sa.Integer(), nullable=False),
        sa.Column("micro_usd", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "server_id", name=op.f("pk_server_usage")),
    )
    op.create_table(
        "tutor_interrupted",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=True),
        sa.Column("style", sa.String(length=16), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tutor_interrupted")),
    )
    with op.batch_alter_table("tutor_interrupted", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tutor_interrupted_expires_at"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_tutor_interrupted_user_id"), ["user_id"], unique=False)

    op.create_table(
        "tutor_open_turns",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("interaction_id", sa.BigInteger(), nullable=False),
        sa.Column("application_id", sa.BigInteger(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("token_expires_at", UtcDateTime(), nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=True),
        sa.Column("style", sa.String(length=16), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("remembered", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tutor_open_turns")),
    )
    with op.batch_alter_table("tutor_open_turns", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tutor_open_turns_user_id"), ["user_id"], unique=False)

    op.create_table(
        "lesson_vectors",
        sa.Column("chunk_id", sa.Integer(), nullable=False),
        sa.Column("model", sa.String(length=128), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["chunk_id"],
            ["lesson_chunks.id"],
            name=op.f("fk_lesson_vectors_chunk_id_lesson_chunks"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("chunk_id", "model", name=op.f("pk_lesson_vectors")),
    )
    op.create_table(
        "lesson_versions",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("requires", sa.JSON(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("sources", sa.JSON(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["server_id", "lesson_id"],
            ["lesson_lessons.server_id", "lesson_lessons.lesson_id"],
            name=op.f("fk_lesson_versions_server_id_lesson_id_lesson_lessons"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("server_id", "lesson_id", "version", name=op.f("pk_lesson_versions")),
    )
    op.create_table(
        "tutor_deliveries",
        sa.Column("turn_id", sa.String(length=16), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["turn_id"],
            ["tutor_open_turns.id"],
            name=op.f("fk_tutor_deliveries_turn_id_tutor_open_turns"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("turn_id", "part", name=op.f("pk_tutor_deliveries")),
    )
    op.create_table(
        "lesson_sections",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("section_id", sa.String(length=64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("markdown", sa.Text(), nullable=False),
        sa.Column("concepts", sa.JSON(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("check_item", sa.JSON(), nullable=True),
        sa.ForeignKeyConstraint(
            ["server_id", "lesson_id", "version"],
            ["lesson_versions.server_id", "lesson_versions.lesson_id", "lesson_versions.version"],
            name=op.f("fk_lesson_sections_server_id_lesson_id_version_lesson_versions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "server_id", "lesson_id", "version", "language", "section_id", name=op.f("pk_lesson_sections")
        ),
    )
    op.create_table(
        "lesson_texts",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("goals", sa.JSON(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["server_id", "lesson_id", "version"],
            ["lesson_versions.server_id", "lesson_versions.lesson_id", "lesson_versions.version"],
            name=op.f("fk_lesson_texts_server_id_lesson_id_version_lesson_versions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "server_id", "lesson_id", "version", "language", name=op.f("pk_lesson_texts")
        ),
    )

    # Tokens come folded and separated by spaces; the `ascii` tokenizer keeps all other characters whole.
    op.execute("CREATE VIRTUAL TABLE lesson_index USING fts5(heading, body, tokenize = 'ascii')")
    op.execute("CREATE VIRTUAL TABLE lesson_index_terms USING fts5vocab(lesson_index, instance)")
