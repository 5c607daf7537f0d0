"""Wishes for files of her own: what is stored about her, and what she has done as a portfolio."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExportOwnData:
    """A wish: send the person files with everything stored about her."""


@dataclass(frozen=True, slots=True)
class SendPortfolio:
    """A wish: send the person her portfolio as pages to read and print."""
