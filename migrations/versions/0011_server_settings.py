"""Each server's settings in versions; which changes were taken back; nobody rewrites the record of changes."""

import sqlalchemy as sa
from alembic import op

from bot.storage.tables import UtcDateTime

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "server_settings",
        sa.Column("server_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("actor", sa.String(length=16), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("server_id", "version", name=op.f("pk_server_settings")),
    )
    op.create_table(
        "server_undone",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("server_id", sa.BigInteger(), nullable=False),
        sa.Column("undone_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_server_undone")),
    )
    op.execute(
        "CREATE TRIGGER server_audit_is_never_rewritten BEFORE UPDATE ON server_audit "
        "BEGIN SELECT RAISE(ABORT, 'the record of changes is never rewritten'); END"
    )
