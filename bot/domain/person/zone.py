"""The three time zones of Indonesia."""

from collections.abc import Mapping
from enum import StrEnum
from zoneinfo import ZoneInfo


class Zone(StrEnum):
    """A time zone of Indonesia (Keppres 41/1987); none has summer time."""

    WIB = "WIB"
    WITA = "WITA"
    WIT = "WIT"


ZONES: Mapping[Zone, ZoneInfo] = {
    Zone.WIB: ZoneInfo("Asia/Jakarta"),
    Zone.WITA: ZoneInfo("Asia/Makassar"),
    Zone.WIT: ZoneInfo("Asia/Jayapura"),
}
