"""What is said to the database: a statement with its values; several go as one message.

The values are filled in here and not by the server, so a pooler need not keep anything between two
messages. Must not know what is asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, LiteralString

from psycopg.sql import SQL

from bot.database.connections import DatabaseConnection


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement with what is filled in; several become one message."""

    text: LiteralString  # our own words, and names that a pattern has checked
    values: tuple[Any, ...] = ()

    @property
    def sql(self) -> SQL:
        """Give it in psycopg's form."""
        return SQL(self.text)


def joined(statements: Iterable[Statement]) -> Statement:
    """Make one message of several statements."""
    told = tuple(statements)
    return Statement("; ".join(each.text for each in told), sum((each.values for each in told), ()))


async def told(
    connection: DatabaseConnection, statements: list[Statement]
) -> list[list[tuple[Any, ...]]]:
    """Send statements as one message; give the rows of each that gives rows."""
    statement = joined(statements)
    async with connection.cursor() as cursor:
        await cursor.execute(statement.sql, statement.values)
        answers = []
        while True:
            if cursor.description is not None:
                answers.append(await cursor.fetchall())
            if not cursor.nextset():
                return answers
