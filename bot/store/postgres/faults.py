"""Which documents this process has found to be unreadable, and who is told.

A document is looked at each time it is asked for, so one that was repaired is served at once.
"""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Fault
from bot.store.postgres.table import DocumentTable, StoredRow

T = TypeVar("T")


class DocumentFaults:
    """The faults of one store's documents, by kind and key."""

    def __init__(self, place: Path) -> None:
        self.on_fault: Callable[[Fault], None] = lambda _: None
        self._place: Final = place
        self._found: Final[dict[str, dict[str, Fault]]] = defaultdict(dict)

    def value(self, table: DocumentTable[T], key: str, row: StoredRow | None) -> T | None:
        """Give a row's value, None if there is none.

        Raises DocumentDamaged or DocumentTooNew, and remembers it.
        """
        try:
            value = None if row is None else table.value(row)
        except ValueError as error:
            raise self.note_damage(table, key, error) from error
        except DocumentTooNew as error:
            self.note(error)
            raise
        self._found[table.kind.name].pop(key, None)
        return value

    def note(self, fault: Fault) -> None:
        """Remember a fault, and tell of one that was not known."""
        known = self._found[fault.kind]
        if fault.key not in known:
            known[fault.key] = fault
            self.on_fault(fault)

    def note_damage(
        self, table: DocumentTable[Any], key: str, error: ValueError
    ) -> DocumentDamaged:
        """Remember a document that makes no sense."""
        fault = DocumentDamaged(table.kind.name, key, self._place / table.name / key, str(error))
        self.note(fault)
        return fault

    def of(self, table: DocumentTable[Any]) -> list[Fault]:
        """Return what is wrong with a kind's documents."""
        return list(self._found.get(table.kind.name, {}).values())

    def damaged(self, table: DocumentTable[Any]) -> list[str]:
        """Name the damaged documents of a kind, which nobody is to find."""
        return [each.key for each in self.of(table) if isinstance(each, DocumentDamaged)]
