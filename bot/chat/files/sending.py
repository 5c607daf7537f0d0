"""Wishes for files: what is stored about her, what she has done as a portfolio, a school in numbers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.programme.programme import StepSlug
from bot.domain.school.school import SchoolId


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


@dataclass(frozen=True, slots=True)
class SendInvitation:
    """A wish: send the school's open invitation as a page to print (PDF) and a picture (PNG)."""

    school: SchoolId


@dataclass(frozen=True, slots=True)
class DrawRecap:
    """A wish: send the picture of a school's recap."""

    school: SchoolId


@dataclass(frozen=True, slots=True)
class ExportRecap:
    """A wish: send a school's recap as a workbook, and note that in its audit log."""

    school: SchoolId
