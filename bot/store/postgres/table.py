"""The table of one kind, and what is said to it: SQL made from the kind's declarations.

A document is a row: its key, the version of its form, the form as JSONB, a column for each fact. A
column's name tells what the fact means (name, type, ``facts_version``), so that two programs that
mean different things by one name do not write to one column; ``facts_of`` tells whose facts the row
has. ``changed`` is the transaction that wrote it last. Must not talk to a database.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, Generic, TypeVar

import orjson
from psycopg.sql import SQL

from bot.database.statement import Statement
from bot.store.base import Kind, Put
from bot.store.codec.record import VERSION, from_record
from bot.store.facts import Ranged, Values, Where

T = TypeVar("T")

TYPES: Final = {
    str: 'text COLLATE "C"',
    int: "bigint",
    float: "double precision",
    bool: "boolean",
}
COLUMNS: Final = "form integer NOT NULL, document jsonb NOT NULL, facts_of text[] NOT NULL, changed bigint NOT NULL"
NUL_IN_JSON: Final = b"\\u0000"
TRANSACTION: Final = "pg_current_xact_id()::text::bigint"


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A document as it is stored."""

    key: str
    form: int
    document: dict[str, Any]


class DocumentTable(Generic[T]):
    """The table of a kind."""

    def __init__(self, kind: Kind[T]) -> None:
        self.kind: Final = kind
        self.name: Final = f"documents_{kind.name}"
        self.columns: Final = tuple(
            f"{fact.name}_{fact.type.__name__}_{kind.facts_version}" for fact in kind.facts
        )
        self.facts_form: Final = sha256(" ".join(sorted(self.columns)).encode()).hexdigest()[:16]
        """Whoever has the same columns means the same by them."""

    @property
    def creation(self) -> tuple[str, ...]:
        """Give what makes the table without any facts."""
        return (
            f'CREATE TABLE {self.name} (key text COLLATE "C" PRIMARY KEY, {COLUMNS})',
            f"CREATE INDEX ON {self.name} (changed)",
        )

    def addition(self, column: str) -> tuple[str, ...]:
        """Give what adds the column of a fact; all but flags are searched by."""
        fact = self.kind.facts[self.columns.index(column)]
        added = f"ALTER TABLE {self.name} ADD COLUMN {column} {TYPES[fact.type]}"
        if fact.type is bool:
            return (added,)
        index = (
            f"CREATE INDEX ON {self.name} ({column}, key) INCLUDE (form) WHERE {column} IS NOT NULL"
        )
        return added, index

    def value(self, row: StoredRow) -> T:
        """Give a row's value. Raises ValueError if it makes no sense, DocumentTooNew."""
        return from_record(self.kind, row.key, {VERSION: row.form, **row.document})

    def read(self, keys: Sequence[str], *, lock: bool, skips: bool = False) -> Statement:
        """Give rows by their keys; with ``lock`` nobody else changes them until the end.

        With ``skips`` it waits for nobody: rows that others have locked are left out.
        """
        end = f" ORDER BY key FOR UPDATE{' SKIP LOCKED' if skips else ''}" if lock else ""
        text = f"SELECT key, form, document FROM {self.name} WHERE key = ANY(%s){end}"
        return Statement(text, (list(keys),))

    def put(self, key: str, write: Put[T], *, is_new: bool) -> Statement:
        """Store a value. Raises TypeError if it has no stored form."""
        document = _json(self.kind.encode(write.value))
        facts = self._facts(self.kind.values_of(write.value))
        names = ("form", "document", "facts_of", "changed", *self.columns)
        places = ("%s", "%s::jsonb", "ARRAY[%s]", TRANSACTION, *["%s"] * len(facts))
        values = (self.kind.version, document, self.facts_form, *facts)
        if is_new:
            text = f"INSERT INTO {self.name} ({', '.join(names)}, key) VALUES ({', '.join(places)}, %s)"
        else:
            changes = ", ".join(map(" = ".join, zip(names, places, strict=True)))
            text = f"UPDATE {self.name} SET {changes} WHERE key = %s"
        return Statement(text, (*values, key))

    def entry(self, key: str, write: Put[T]) -> tuple[Any, ...]:
        """Give a value as ``put_all`` takes it. Raises TypeError if it has no stored form."""
        facts = self._facts(self.kind.values_of(write.value))
        return key, _json(self.kind.encode(write.value)), *facts

    def put_all(self, entries: Sequence[tuple[Any, ...]]) -> Statement:
        """Store values whose rows are there, all by one statement."""
        places = ", ".join([f"({', '.join(['%s'] * (2 + len(self.columns)))})"] * len(entries))
        types = [f"{column} = new.{column}::{TYPES[fact.type]}" for column, fact in
                 zip(self.columns, self.kind.facts, strict=True)]  # fmt: skip
        text = (
            f"UPDATE {self.name} AS known SET form = %s, document = new.document::jsonb,"
            f" facts_of = ARRAY[%s], changed = {TRANSACTION}{''.join(f', {one}' for one in types)}"
            f" FROM (VALUES {places}) AS new ({', '.join(('key', 'document', *self.columns))})"
            " WHERE known.key = new.key"
        )
        values = sum(entries, ())
        return Statement(text, (self.kind.version, self.facts_form, *values))

    def drop(self, key: str) -> Statement:
        """Delete a document, and tell whoever keeps a copy."""
        told = f"INSERT INTO documents_dropped (kind, key, changed) VALUES (%s, %s, {TRANSACTION})"
        text = f"DELETE FROM {self.name} WHERE key = %s; {told}"
        return Statement(text, (key, self.kind.name, key))

    def find(self, where: Iterable[Where[T]], without: Iterable[str]) -> Statement:
        """Name the documents for which all holds. Raises ValueError or TypeError, as `Store.find` does."""
        condition, orders = self._condition(where, without)
        order = ", ".join([*orders[:1], "key"])
        text = f"SELECT key FROM {self.name} WHERE {condition.text} ORDER BY {order}"
        return Statement(text, condition.values)

    def count(self, where: Iterable[Where[T]], without: Iterable[str]) -> Statement:
        """Say how many ``find`` would name."""
        condition, _ = self._condition(where, without)
        return Statement(
            f"SELECT count(*) FROM {self.name} WHERE {condition.text}", condition.values
        )

    def _condition(
        self, where: Iterable[Where[T]], without: Iterable[str]
    ) -> tuple[Statement, list[str]]:
        texts, values, orders = ["form <= %s"], list[Any]([self.kind.version]), list[str]()
        for place, each in self.kind.checked(where):
            ranged = isinstance(each.fact, Ranged)
            texts.append(f"{self.columns[place]} {'<=' if ranged else '='} %s")
            values.append(each.fact.type(each.value))
            orders += [self.columns[place]] if ranged else []
        if left_out := list(without):
            texts.append("key <> ALL(%s)")
            values.append(left_out)
        return Statement(" AND ".join(texts), tuple(values)), orders

    def changed(self, since: int) -> Statement:
        """Name what transactions from this one on have written or dropped."""
        text = (
            f"SELECT key FROM {self.name} WHERE changed >= %s UNION"
            " SELECT key FROM documents_dropped WHERE kind = %s AND changed >= %s"
        )
        return Statement(text, (since, self.kind.name, since))

    def last_change(self, key: str) -> Statement:
        """Tell which transaction wrote or dropped a document last."""
        text = (
            f"SELECT max(changed) FROM (SELECT changed FROM {self.name} WHERE key = %s UNION ALL"
            " SELECT changed FROM documents_dropped WHERE kind = %s AND key = %s) AS both_of_them"
        )
        return Statement(text, (key, self.kind.name, key))

    def unfilled(self, after: str, limit: int) -> Statement:
        """Give rows of programs with other facts or a newer form, by their keys, and lock them."""
        text = (
            f"SELECT key, form, document FROM {self.name} WHERE key > %s"
            " AND (form > %s OR NOT facts_of @> ARRAY[%s]) ORDER BY key LIMIT %s FOR UPDATE"
        )
        return Statement(text, (after, self.kind.version, self.facts_form, limit))

    @property
    def filling(self) -> SQL:
        """Give what adds this program's facts to a row; the document stays as it is."""
        facts = "".join(f", {column} = %s" for column in self.columns)
        text = f"UPDATE {self.name} SET facts_of = array_append(facts_of, %s){facts} WHERE key = %s"
        return Statement(text).sql

    def filled(self, key: str, values: Values) -> tuple[Any, ...]:
        """Give what is filled in there."""
        return (self.facts_form, *self._facts(values), key)

    @property
    def copying(self) -> SQL:
        """Give what takes rows as ``copied`` makes them."""
        names = ("key", "form", "document", "facts_of", "changed", *self.columns)
        return Statement(f"COPY {self.name} ({', '.join(names)}) FROM STDIN").sql

    def copied(self, key: str, record: dict[str, Any], values: Values) -> tuple[Any, ...]:
        """Give a row of a record that comes from elsewhere as it is."""
        form = {name: value for name, value in record.items() if name != VERSION}
        facts = self._facts(values)
        return key, record[VERSION], _json(form), [self.facts_form], 0, *facts

    def _facts(self, values: Values) -> tuple[Any, ...]:
        """Give facts as their columns take them."""
        return tuple(
            None if value is None else plain(fact.type(value))
            for fact, value in zip(self.kind.facts, values, strict=True)
        )


def _json(form: dict[str, Any]) -> str:
    """Give a form as JSON. Raises TypeError for what JSON cannot hold."""
    written = orjson.dumps(form)
    if NUL_IN_JSON in written:  # or a backslash before these letters, which does no harm
        written = orjson.dumps(plain(form))
    return written.decode()


def plain(form: Any) -> Any:
    """Give a form without the one character that PostgreSQL cannot hold, and nobody can see."""
    match form:
        case str():
            return form.replace("\0", "")
        case dict():
            return {plain(name): plain(value) for name, value in form.items()}
        case list() | tuple():
            return [plain(value) for value in form]
        case _:
            return form
