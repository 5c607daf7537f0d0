"""How large a teacher's document is after a year with the bot, and what the database makes of it.

A few teachers live through the year of `bench.year`; a table is filled with their documents, each many times.
"""

import asyncio
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import orjson

from bench.scale.planting import TABLE, plant
from bench.scale.server import DatabaseServer
from bench.year_run import Year
from bot.store.backup.contents import record_in
from bot.store.codec.people import PEOPLE
from bot.store.codec.record import from_record
from bot.store.tiny.copying.reading import documents

TEACHERS: Final = 12
ROWS: Final = 12_000
SEED: Final = 3


@dataclass(frozen=True, slots=True)
class Sizes:
    """What a teacher takes after a year, in bytes."""

    document: float  # as JSON, on average
    largest: int
    row: float  # with its part of all indexes
    turns: float  # of a teacher in the year

    def table(self) -> str:
        """Return the table."""
        return (
            "| JSON of a teacher, average | the largest | of a table with its indexes, a teacher | "
            "4,000,000 of them | turns of a teacher in the year |\n|---:|---:|---:|---:|---:|\n"
            f"| {self.document:,.0f} B | {self.largest:,} B | {self.row:,.0f} B "
            f"| {self.row * 4_000_000 / 2**30:.1f} GiB | {self.turns:.0f} |"
        )


def measure(server: DatabaseServer) -> Sizes:
    """Live through a year, fill a table, look at its size."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder, "data")
        diary = asyncio.run(Year(TEACHERS, SEED).run(data))
        records = [record_in(one.content) for one in documents(data) if one.kind == PEOPLE.name]
        sizes = [len(orjson.dumps(record)) for record in records]
        people = [from_record(PEOPLE, str(record["id"]), record) for record in records]
    plant(server, "year", ROWS, people)
    with server.connected("year") as connection:
        row = connection.execute("SELECT pg_total_relation_size(%s)", (TABLE.name,)).fetchone()
    assert row
    return Sizes(
        sum(sizes) / len(sizes), max(sizes), row[0] / ROWS, diary.told()["turns"] / TEACHERS
    )
