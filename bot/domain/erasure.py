"""What was found of somebody after her data were deleted, and what backups still hold. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.backup import BackupState


class TracePart(StrEnum):
    """Where it was looked; each has a name, ``erased-part-<value>``."""

    PEOPLE = "catatan"
    SCHOOLS = "sekolah"
    BROADCASTS = "siaran"
    REQUESTS = "permintaan"
    INDEX = "indeks"
    INTENTS = "simpan"
    OTHERS = "lain"


KINDS = {
    "people": TracePart.PEOPLE,
    "schools": TracePart.SCHOOLS,
    "audit": TracePart.SCHOOLS,
    "broadcasts": TracePart.BROADCASTS,
    "chunks": TracePart.BROADCASTS,
    "requests": TracePart.REQUESTS,
    "index-cache": TracePart.INDEX,
    "commit-intents": TracePart.INTENTS,
    "held": TracePart.INTENTS,
}
"""To which part a kind of document, or a folder of the bot's own, belongs; all else is OTHERS."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureReport:
    """How many files or documents of each part name her, and how the backups stand."""

    found: Mapping[str, int] = field(default_factory=dict)
    """By kind of document, or folder of the bot's own."""

    backups: BackupState | None = None
    """None when the bot makes none."""

    sends_backups: bool = False
    """Whether encrypted copies also go to a chat of whoever runs the bot."""

    @property
    def counts(self) -> dict[TracePart, int]:
        """How many there are in each part, also where there are none."""
        counts = dict.fromkeys(TracePart, 0)
        for name, count in self.found.items():
            counts[KINDS.get(name, TracePart.OTHERS)] += count
        return counts
