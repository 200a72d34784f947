"""Responsible AI: policies per server, decisions of the filters, reported replies, moderators' changes."""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "lesson_links",
        sa.Column("turn_id", sa.String(length=24), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("lesson_id", sa.String(length=64), nullable=False),
        sa.Column("section_id", sa.String(length=64), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("turn_id", name=op.f("pk_lesson_links")),
    )
    with op.batch_alter_table("lesson_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lesson_links_server_id"), ["server_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lesson_links_user_id"), ["user_id"], unique=False)

    op.create_table(
        "report_cases",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.String(length=24), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("locale", sa.String(length=8), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("category", sa.String(length=16), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("claimed_by", sa.String(length=16), nullable=True),
        sa.Column("claimed_at", UtcDateTime(), nullable=True),
        sa.Column("decided_by", sa.String(length=16), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("correction", sa.Text(), nullable=True),
        sa.Column("opened_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report_cases")),
        sa.UniqueConstraint("server_id", "subject", name=op.f("uq_report_cases_server_id_subject")),
    )
    with op.batch_alter_table("report_cases", schema=None) as batch_op:
        batch_op.create_index("ix_report_cases_state", ["server_id", "state", "opened_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_report_cases_user_id"), ["user_id"], unique=False)

    op.create_table(
        "report_notices",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_report_notices")),
    )
    with op.batch_alter_table("report_notices", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_report_notices_user_id"), ["user_id"], unique=False)

    op.create_table(
        "report_wishes",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_report_wishes")),
    )
    op.create_table(
        "server_actors",
        sa.Column("mark", sa.String(length=16), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_server_actors")),
        sa.UniqueConstraint("server_id", "user_id", name=op.f("uq_server_actors_server_id_user_id")),
    )
    with op.batch_alter_table("server_actors", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_server_actors_user_id"), ["user_id"], unique=False)

    op.create_table(
        "server_audit",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_server_audit")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("server_audit", schema=None) as batch_op:
        batch_op.create_index("ix_server_audit_server_id", ["server_id", "number"], unique=False)

    op.create_table(
        "server_departures",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("left_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", name=op.f("pk_server_departures")),
    )
    op.create_table(
        "server_filter_hits",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("category", sa.String(length=16), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("mark", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_server_filter_hits")),
    )
    with op.batch_alter_table("server_filter_hits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_server_filter_hits_made_at"), ["made_at"], unique=False)
        batch_op.create_index("ix_server_filter_hits_server_id", ["server_id", "made_at"], unique=False)

    op.create_table(
        "server_policies",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("policy", sa.JSON(), nullable=False),
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "version", name=op.f("pk_server_policies")),
    )
    op.create_table(
        "tutor_shown",
        sa.Column("turn_id", sa.String(length=16), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("channel_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("turn_id", "part", name=op.f("pk_tutor_shown")),
    )
    with op.batch_alter_table("tutor_shown", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tutor_shown_message_id"), ["message_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tutor_shown_user_id"), ["user_id"], unique=False)

    with op.batch_alter_table("report_ratings", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reason", sa.Text(), nullable=True))

    # Replies that were reported so far become cases; who asked is known where the turn is still remembered.
    op.execute(
        "INSERT INTO report_cases (id, server_id, subject, user_id, kind, reply, locale, category, rule, score,"
        " state, opened_at) SELECT min(reports.id), reports.server_id, reports.turn_id, max(turns.user_id),"
        " 'answer', max(reports.reply), coalesce(max(turns.locale), 'en'), '', '', 0, 'open', min(reports.made_at)"
        " FROM report_reports AS reports LEFT JOIN memory_turns AS turns ON turns.id = reports.turn_id"
        " GROUP BY reports.server_id, reports.turn_id"
    )
    with op.batch_alter_table("report_reports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("case_id", sa.String(length=16), nullable=True))
    op.execute(
        "UPDATE report_reports SET case_id = (SELECT cases.id FROM report_cases AS cases"
        " WHERE cases.server_id = report_reports.server_id AND cases.subject = report_reports.turn_id)"
    )
    with op.batch_alter_table("report_reports", schema=None) as batch_op:
        batch_op.alter_column("case_id", existing_type=sa.String(length=16), nullable=False)
        batch_op.drop_index(batch_op.f("ix_report_reports_server_id"))
        batch_op.drop_constraint(batch_op.f("uq_report_reports_turn_id_server_id_user_id"), type_="unique")
        batch_op.create_index(batch_op.f("ix_report_reports_case_id"), ["case_id"], unique=False)
        batch_op.create_unique_constraint(
            batch_op.f("uq_report_reports_case_id_user_id"), ["case_id", "user_id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_report_reports_case_id_report_cases"),
            "report_cases",
            ["case_id"],
            ["id"],
            ondelete="CASCADE",
        )
        batch_op.drop_column("reply")
        batch_op.drop_column("turn_id")


def downgrade() -> None:
    with op.batch_alter_table("report_reports", schema=None) as batch_op:
        batch_op.add_column(sa.Column("turn_id", sa.String(length=16), nullable=True))
        batch_op.add_column(sa.Column("reply", sa.Text(), nullable=True))
    op.execute(
        "UPDATE report_reports SET (turn_id, reply) = (SELECT substr(cases.subject, 1, 16), cases.reply"
        " FROM report_cases AS cases WHERE cases.id = report_reports.case_id)"
    )
    with op.batch_alter_table("report_reports", schema=None) as batch_op:
        batch_op.alter_column("turn_id", existing_type=sa.String(length=16), nullable=False)
        batch_op.alter_column("reply", existing_type=sa.Text(), nullable=False)
        batch_op.drop_constraint(batch_op.f("fk_report_reports_case_id_report_cases"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_report_reports_case_id_user_id"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_report_reports_case_id"))
        batch_op.drop_column("case_id")
        batch_op.create_unique_constraint(
            batch_op.f("uq_report_reports_turn_id_server_id_user_id"), ["turn_id", "server_id", "user_id"]
        )
        batch_op.create_index(batch_op.f("ix_report_reports_server_id"), ["server_id"], unique=False)
    with op.batch_alter_table("report_ratings", schema=None) as batch_op:
        batch_op.drop_column("reason")
    for table in (
        "tutor_shown",
        "server_policies",
        "server_filter_hits",
        "server_departures",
        "server_audit",
        "server_actors",
        "report_wishes",
        "report_notices",
        "report_cases",
        "lesson_links",
    ):
        op.drop_table(table)
