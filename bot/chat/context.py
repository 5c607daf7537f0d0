"""What the conversation is told besides the person and the world: roles, schools, and the like.

Values only. Who draws a place with a need loads it first; a screen never asks a store.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.domain.allowance import LimitedUse
from bot.domain.broadcast.batch import DeliveryReport
from bot.domain.broadcast.broadcast import Broadcast
from bot.domain.broadcast.received import Received
from bot.domain.health import Health
from bot.domain.roster.recap import Recap
from bot.domain.roster.roster import Roster
from bot.domain.school.access import Rights
from bot.domain.school.audit import AuditEntry
from bot.domain.school.school import SchoolId


class Query(StrEnum):
    """What must be loaded before a place can be drawn."""

    COUNT = "count"
    ROSTER = "roster"
    AUDIT = "audit"
    RECAP = "recap"
    BROADCAST = "broadcast"
    BROADCAST_TO = "broadcast-to"
    """A broadcast, and the teachers it goes to."""

    BROADCASTS = "broadcasts"
    HEALTH = "health"


@dataclass(frozen=True, slots=True)
class QueryAbout:
    """A query with what it is about, as a place or button carries it."""

    query: Query
    school: SchoolId | None = None
    broadcast: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Everything a turn or a screen may know of others."""

    rights: Rights = field(default_factory=Rights)
    username: str = ""
    """The bot's name on Telegram, for links."""

    count: int = 0
    """Teachers who joined the school."""

    pending: int = 0
    """Who came by the school's open invitation and has not answered it yet."""

    has_teachers: bool = False
    """Whether any school the person coordinates has teachers."""

    roster: Roster | None = None
    """The teachers of the school, by name, as far as a coordinator may know of them."""

    recap: Recap | None = None
    """The school in numbers."""

    broadcast: DeliveryReport | None = None
    """The broadcast looked at."""

    broadcasts: tuple[Broadcast, ...] = ()
    """The school's broadcasts, newest first."""

    health: Health | None = None
    """How the bot itself fares; only for whoever runs it."""

    unreadable_schools: int = 0
    """Schools whose documents need repair, so that they are in no list."""

    received: Received | None = None
    """The newest message of a person to her that may still be answered."""

    requests: frozenset[str] = frozenset()
    """The keys of what she has asked for and what is not finished: reminders to teachers of hers."""

    audit: tuple[AuditEntry, ...] = ()
    """The acts in the school, newest first."""

    fresh_code: str | None = None
    """The one-time code just made; it is shown once and not kept."""

    doors_closed: bool = False
    """She has tried too many codes in the last hour; none is looked at."""

    used_up: Mapping[LimitedUse, datetime] = field(default_factory=dict)
    """What she has asked for so often that it rests until a moment (UTC)."""

    def link(self, code: str) -> str:
        """Return the link that brings somebody here with a code."""
        return f"https://t.me/{self.username}?start={code}"
