"""Wishes for files of her own: what is stored about her, and what she has done as a portfolio."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.programme.programme import StepSlug


class Paper(StrEnum):
    """What she can have as pages."""

    PORTFOLIO = "portofolio"
    CARD = "kartu"
    STATEMENT = "keterangan"
    PRACTICE = "praktik"


@dataclass(frozen=True, slots=True)
class ExportOwnData:
    """A wish: send the person files with everything stored about her."""


@dataclass(frozen=True, slots=True)
class SendPortfolio:
    """A wish: send the person her portfolio, or another paper, as pages to read and print.

    A practice is told by the cycle of ``step`` that was begun at ``begun``.
    """

    paper: Paper = Paper.PORTFOLIO
    step: StepSlug | None = None
    begun: datetime | None = None
