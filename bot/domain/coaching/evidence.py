"""What a teacher keeps as proof that she tried: words, or a file that Telegram holds for her.

Must not hold the bytes of a file: Telegram keeps them, and gives them back by their id.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from zlib import crc32

FILE_BYTES_MOST = 20 * 1024 * 1024
"""The largest file a bot can fetch again (Bot API: getFile, 20 MB)."""


class EvidenceKind(StrEnum):
    """What a piece of evidence is."""

    TEXT = "teks"
    LINK = "tautan"
    PHOTO = "foto"
    DOCUMENT = "dokumen"
    VOICE = "suara"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One piece of evidence; ``at`` is in UTC.

    ``files`` are Telegram's ids, several for an album; ``words`` are the text, the link or the caption.
    """

    kind: EvidenceKind
    at: datetime
    words: str = ""
    files: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether it was a file, and its id is kept no more."""
        return not self.files and self.kind not in (EvidenceKind.TEXT, EvidenceKind.LINK)

    @property
    def mark(self) -> str:
        """What tells it from the other pieces of a try."""
        told = (self.kind.value, self.at.isoformat(), self.words, *self.files)
        return f"{crc32(repr(told).encode()):08x}"


NOT_KEPT = "-"
"""Stands for the id of a voice note that is kept no more; none of Telegram's is so short."""


def is_kept(voice: str) -> bool:
    """Say whether this is the id of a voice note that can be heard again."""
    return bool(voice) and voice != NOT_KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words of hers, typed or spoken: ``voice`` is Telegram's id of a voice note. Both empty: skipped."""

    words: str = ""
    voice: str = ""

    @property
    def is_skipped(self) -> bool:
        """Whether she passed the question by."""
        return not (self.words or self.voice)


SKIPPED = Said()
