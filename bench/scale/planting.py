"""A database full of teachers, quickly: some hundred are made by the bot's own code, the rest copied by SQL.

A copy has an id, and so a key, of its own; everything else it has from one of the few. Must not measure.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from psycopg import Connection

from bench.scale.server import DatabaseServer
from bench.teachers import at_work, person_id, teacher
from bot.domain.person.person import Person, PersonId
from bot.run.settings import load_settings
from bot.run.wiring import build
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.codec.record import to_record, values_of
from bot.store.postgres.schema import make_schema
from bot.store.postgres.table import DocumentTable

TEMPLATES: Final = 500

TABLE: Final = DocumentTable(PEOPLE)
OTHERS: Final = ("form", "facts_of", "changed", *TABLE.columns)

TAKE_TEMPLATES: Final = f"""
CREATE TABLE templates AS
SELECT *, (key::bigint - {person_id(0)}) / {person_id(1) - person_id(0)} AS place FROM {TABLE.name}
"""  # noqa: S608 - our own names

COPY_ALL: Final = f"""
INSERT INTO {TABLE.name} (key, document, {", ".join(OTHERS)})
SELECT id::text, jsonb_set(document, '{{id}}', to_jsonb(id)), {", ".join(OTHERS)}
FROM generate_series(%(few)s, %(teachers)s::bigint - 1) AS number
CROSS JOIN LATERAL (SELECT {person_id(0)} + number * {person_id(1) - person_id(0)} AS id) AS person
JOIN templates ON place = number %% %(few)s
"""  # noqa: S608 - our own names


def people(count: int = TEMPLATES) -> list[Person]:
    """Give the first so many teachers, each in the middle of her day with the bot."""
    programme, now = build(load_settings()).world.programme, datetime.now(UTC)
    return [at_work(teacher(number, programme), now) for number in range(count)]


def plant(
    server: DatabaseServer, database: str, teachers: int, templates: Sequence[Person] = ()
) -> str:
    """Make a database with so many teachers, like these in turn; give its address."""
    url = server.make(database)
    asyncio.run(make_schema(url, KINDS))
    made = list(templates or people())[:teachers]
    with server.connected(database) as connection:
        with connection.cursor().copy(TABLE.copying) as copy:
            for number, like in enumerate(made):
                person = replace(like, id=PersonId(person_id(number)))
                record, facts = to_record(PEOPLE, person), values_of(PEOPLE, person)
                copy.write_row(TABLE.copied(str(person.id), record, facts))
        if teachers > len(made):
            _copy(connection, teachers, len(made))
        connection.execute("VACUUM ANALYZE")
        connection.execute("CHECKPOINT")
    return url


def _copy(connection: Connection[Any], teachers: int, few: int) -> None:
    """Copy the templates, with the indexes out of the way meanwhile."""
    found = connection.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        " WHERE indrelid = %s::regclass AND NOT indisprimary",
        (TABLE.name,),
    ).fetchall()
    connection.execute(TAKE_TEMPLATES.encode())
    for name, _ in found:
        connection.execute(f"DROP INDEX {name}".encode())
    connection.execute("SET maintenance_work_mem = '512MB'")
    connection.execute(COPY_ALL.encode(), {"teachers": teachers, "few": few})
    for _, definition in found:
        connection.execute(definition.encode())
    connection.execute("DROP TABLE templates")
