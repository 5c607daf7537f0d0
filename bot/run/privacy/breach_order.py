"""A notice of a breach as whoever runs the bot writes it, and as it waits in the data directory for the bot.

The bot alone writes to its store; so the command leaves an order, and a tick carries it out. Must not
send anything.
"""

import os
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, field_validator
from pydantic_core import ErrorDetails

from bot.domain.breach import BreachNotice
from bot.domain.school.school import SchoolId
from bot.errors import SettingsFaulty

TEMPLATE: Final = "breach_id.toml"
"""In the content folder: what is to be filled in, with what each line is for."""

ORDER: Final = "breach-order.json"
"""In the data directory."""

STOP: Final = "breach-stop"
"""In the data directory: an empty file."""

EVERYBODY: Final = "semua"
OF_SCHOOL: Final = "sekolah "

AS_IN: Final = "2026-11-30T08:15:00+07:00"
HINTS: Final = {"string_too_short": "it is empty; fill it in", "datetime": f"write it like {AS_IN}"}
"""What to do about a line, by how pydantic's name of its fault begins."""

NoticeLine = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=500)]


class BreachOrder(BaseModel):
    """The lines of the template; ``kepada`` is everybody, a school by its id, or ids of people."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    diketahui: datetime
    kapan: NoticeLine
    data: NoticeLine
    bagaimana: NoticeLine
    penanganan: NoticeLine
    saran: NoticeLine
    kontak: NoticeLine
    ralat: Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)] = ""
    kepada: str | tuple[int, ...] = EVERYBODY

    @field_validator("diketahui")
    @classmethod
    def _has_a_zone(cls, value: datetime) -> datetime:
        if value.tzinfo is None:
            raise ValueError(f"needs its zone, as in {AS_IN}")
        return value

    @field_validator("kepada")
    @classmethod
    def _names_somebody(cls, value: str | tuple[int, ...]) -> str | tuple[int, ...]:
        if not value or (
            isinstance(value, str) and value != EVERYBODY and not value.startswith(OF_SCHOOL)
        ):
            raise ValueError('is "semua", "sekolah ID" or a list of ids')
        return value

    @classmethod
    def read(cls, file: Path) -> Self:
        """Return the order of a filled template. Raises SettingsFaulty with every line that is not."""
        try:
            return cls.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            raise SettingsFaulty(_faults(file, error)) from None

    @property
    def notice(self) -> BreachNotice:
        """The order as what people are told."""
        whom = self.kepada
        of_school = isinstance(whom, str) and whom.startswith(OF_SCHOOL)
        return BreachNotice(
            known_at=self.diketahui,
            when=self.kapan,
            what=self.data,
            cause=self.bagaimana,
            handled=self.penanganan,
            advice=self.saran,
            contact=self.kontak,
            correction=self.ralat,
            school=SchoolId(str(whom).removeprefix(OF_SCHOOL).strip()) if of_school else None,
            people=whom if isinstance(whom, tuple) else (),
        )

    def leave(self, data: Path) -> Path:
        """Leave the order where the bot finds it, whole or not at all. Raises OSError."""
        return _leave(data / ORDER, self.model_dump_json())


def leave_stop(data: Path) -> Path:
    """Leave the order to stop what is being sent; one that nobody has taken yet goes at once. Raises OSError."""
    (data / ORDER).unlink(missing_ok=True)
    return _leave(data / STOP, "")


def _leave(place: Path, words: str) -> Path:
    beside = place.with_suffix(".tmp")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        if os.geteuid() == 0:  # the bot has to read it
            os.fchown(descriptor, place.parent.stat().st_uid, -1)
        file.write(words)
        file.flush()
        os.fsync(file.fileno())
    return beside.replace(place)


def _faults(file: Path, error: Exception) -> tuple[str, ...]:
    if not isinstance(error, ValidationError):
        return (f"{file}: {error}",)
    faults = error.errors(include_input=False, include_url=False)
    return tuple(f"{file}: {fault['loc'][0]}: {_words_for(fault)}" for fault in faults)


def _words_for(fault: ErrorDetails) -> str:
    hints = (hint for name, hint in HINTS.items() if fault["type"].startswith(name))
    return next(hints, fault["msg"])
