"""What Alembic runs for every command; `bot.storage.migrate` and `bot.storage.revise` hand it a connection.

The connection is in a transaction already, with foreign keys set aside (see `bot.storage.migrate.migrating`);
nothing here begins, commits or sets pragmas.
"""

from typing import Any

from alembic import context

from bot.storage.tables import UtcDateTime

connection = context.config.attributes["connection"]
tables = context.config.attributes["tables"]


def render_item(kind: str, value: Any, autogenerate: Any) -> str | bool:
    """Name our own column type briefly, with the import that it needs."""
    if kind == "type" and isinstance(value, UtcDateTime):
        autogenerate.imports.add("from bot.storage.tables import UtcDateTime")
        return "UtcDateTime()"
    return False


options: dict[str, Any] = {}
if tables is not None:
    from bot.storage.revise import leave_out, search_tables

    options = {
        "compare_type": True,
        "compare_server_default": True,
        "include_name": leave_out(search_tables(connection)),
        "render_item": render_item,
    }

context.configure(connection=connection, target_metadata=tables, render_as_batch=True, **options)
context.run_migrations()
