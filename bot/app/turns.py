"""One event to its end: load, decide and save in one commit, effects, and what to show.

Knows the store and the conversation, not Telegram. Everything in the outcome may be shown at
once: what it tells is already on disk.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property, partial
from typing import Any

import structlog

from bot.app.alarm import HasTold, nobody_knows
from bot.app.changes.addressing import addressed
from bot.app.changes.commit import Commits, Saved
from bot.app.directory import Directory
from bot.app.looks import Looks
from bot.app.personal_limits import PersonalLimits
from bot.app.views.beside import EffectReplies
from bot.app.views.erasure_words import erasure_words
from bot.app.views.queries import Queries
from bot.app.views.unmade import Replies, Unmade
from bot.chat.context import Context
from bot.chat.model import (
    ExportOwnData,
    Incoming,
    Press,
    Reaction,
    Replan,
    Response,
    Screen,
    ShowBeside,
    Toast,
    Turn,
)
from bot.chat.router import refuse_turn, show, take_turn
from bot.chat.routes import button_to
from bot.chat.screens.account.routes import WELCOME_HELLO
from bot.chat.world import ELSEWHERE, UNREADABLE, UNWRITABLE, World
from bot.cluster.clock import Clock
from bot.cluster.notifier import Notifier
from bot.domain.backup import BackupState
from bot.domain.erasure import ErasureReport
from bot.domain.person.farewell import FarewellMarks
from bot.domain.person.person import Person, PersonId
from bot.domain.roster.roster import Roster
from bot.domain.school.access import AccessRefused, Rights
from bot.domain.school.school import SchoolId
from bot.errors import (
    DocumentDamaged,
    DocumentTooNew,
    DocumentUnwritable,
    StoreUnavailable,
)
from bot.metrics import METER
from bot.reports.painter import Painter
from bot.store.base import Kind, Store
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from bot.store.unreachable import mark_unreachable

log = structlog.stdlib.get_logger(__name__)

_IS_TOLD = logging.getLogger(__name__).isEnabledFor
"""Asked before a line is made of every turn: making it and dropping it costs more than the turn's count."""

FindTraces = Callable[[int], Awaitable[ErasureReport]]


async def nothing_to_search(_person: int) -> ErasureReport:
    """Report of a store without files, and no backups."""
    return ErasureReport()


SHARED: tuple[Kind[Any], ...] = (SCHOOLS, BROADCASTS, CHUNKS)
"""Kinds of documents in which a person's name may stand besides her own."""


@dataclass(frozen=True)
class Turns:
    """Carries out turns against a store, with the time of a clock.

    What it has others do is made once: without slots it has room to keep that.
    """

    store: Store
    world: World
    clock: Clock
    directory: Directory
    username: Callable[[], str] = lambda: ""
    """The bot's name on Telegram, known once it is connected."""

    limits: PersonalLimits = field(default_factory=PersonalLimits)
    painter: Painter = field(default_factory=Painter)
    notifier: Notifier = field(default_factory=Notifier)
    """Wakes the outbox workers."""

    one_copy: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while somebody's data are copied."""

    replan: Callable[[SchoolId], None] = lambda _: None
    """Begins to plan the next messages of a school's teachers anew."""

    has_told: HasTold = nobody_knows
    """Says whether whoever runs the bot has got word of a fault."""

    backups: Callable[[], BackupState | None] = lambda: None
    """Says how the nightly backups stand."""

    trace: FindTraces = nothing_to_search
    """Looks everywhere for somebody whose data were deleted."""

    marks: FarewellMarks = field(default_factory=FarewellMarks)
    """Make what stands for somebody who leaves."""

    async def handle(self, incoming: Incoming) -> tuple[Response, ...]:
        """Take one event to its end, with all that is made for it; see ``take``."""
        replies = await self.take(incoming)
        return await replies.make() if isinstance(replies, Unmade) else replies

    async def take(self, incoming: Incoming) -> Replies:
        """Take one event and return what to show, in order; durable when it returns.

        Raises StoreUnavailable when the turn could not be saved; then nothing of it is.
        """
        began = time.perf_counter()
        try:
            return await self._handled(incoming, self.clock())
        finally:
            seconds = time.perf_counter() - began
            METER.took("turn_seconds", seconds)
            if _IS_TOLD(logging.DEBUG):
                log.debug("turn", **_ids(incoming), milliseconds=round(seconds * 1000, 1))

    async def _handled(self, incoming: Incoming, now: datetime) -> Replies:
        queries = self._queries
        known = await queries.before(incoming, now)
        try:
            saved = await self._saved(incoming, now, known)
        except (DocumentDamaged, DocumentTooNew) as fault:
            return (await self._faulty(fault, incoming, now),)
        turn = saved.turn
        self.limits.note(incoming.person, turn.uses, now)
        for effect in turn.effects:
            if isinstance(effect, Replan):
                self.replan(effect.school)
        try:
            told = await queries.after(known, saved.turn, now)
            screen = self._screen(saved, now, told)
            if all(isinstance(effect, Replan | ShowBeside) for effect in turn.effects):
                return await self._shown(saved, screen, now)
        except StoreUnavailable as error:  # of others, and she must not hear that hers is lost
            return self._not_shown(error)
        return Unmade(partial(self._made, saved, screen, now))

    async def _made(
        self, saved: Saved, screen: Screen | None, now: datetime
    ) -> tuple[Response, ...]:
        try:
            return await self._shown(saved, screen, now)
        except StoreUnavailable as error:  # as above
            return self._not_shown(error)

    def _not_shown(self, error: StoreUnavailable) -> tuple[Response, ...]:
        log.warning("screen_not_drawn", reason=str(error))
        return (Screen(self.world.texts.say("edge-not-shown")),)

    async def _saved(self, incoming: Incoming, now: datetime, known: Context) -> Saved:
        """Decide and save. Raises DocumentDamaged or DocumentTooNew for a document at fault."""

        def decide(stored: Person | None, rights: Rights) -> Turn:
            told = known if rights is known.rights else replace(known, rights=rights)
            return take_turn(stored, incoming, self.world, now, told)

        def refuse(stored: Person | None, rights: Rights, refused: AccessRefused) -> Turn:
            told = replace(known, rights=rights)
            return refuse_turn(stored, incoming, self.world, now, told, refused=refused)

        return await self.commits.take(incoming.person, decide, refuse, now)

    async def _shown(
        self, saved: Saved, screen: Screen | None, now: datetime
    ) -> tuple[Response, ...]:
        """Return the turn's screen with everything its effects send."""
        turn = saved.turn
        shown: list[Response] = list(_signed(turn, screen))
        if saved.undeliverable:
            shown.append(Screen(self.world.texts.say("letter-not-sent")))
        if turn.write == "drop" and (lost := sum(map(self.store.unreadable, SHARED))):
            shown.append(Screen(self.world.texts.say("erased-rest", count=lost)))
        if turn.write == "drop":
            shown.append(await self._erasure(turn.person, now))
        if not turn.effects:
            return tuple(shown)
        beside = EffectReplies(self.looks, self.username())
        for effect in turn.effects:
            match effect:
                case ExportOwnData():
                    shown = [*await beside.brought(effect, turn.person.id, now), *shown]
                case Replan():
                    pass  # begun before the screen was drawn
                case _:
                    shown += await beside.brought(effect, turn.person.id, now)
        return tuple(shown)

    async def _erasure(self, person: Person, now: datetime) -> Screen:
        """Return what was found of somebody everywhere, now that her data are deleted."""
        report = await self.trace(person.id)
        texts = self.world.texts
        again = button_to(texts.label("erased", "again"), WELCOME_HELLO())
        return Screen(erasure_words(texts, report, person.zone, now), ((again,),))

    async def _faulty(
        self, fault: DocumentDamaged | DocumentTooNew, incoming: Incoming, now: datetime
    ) -> Screen:
        """Return what somebody sees when a document is at fault: hers, or what she wants changed.

        Nothing of this is saved, and she is not taken for somebody new; she may still read the
        steps.
        """
        knows = await self.has_told(fault)
        if fault.kind != PEOPLE.name or fault.key != str(incoming.person):
            return self.world.faulty_screen(ELSEWHERE, knows=knows)
        event = incoming.event
        if isinstance(event, Press) and event.data.startswith("steps:"):
            turn = take_turn(None, incoming, self.world, now)
            leads_there = turn.person.place.screen.startswith("steps.")
            if leads_there and (screen := show(turn, self.world, now)):
                return screen
        unwritable = isinstance(fault, DocumentUnwritable)
        return self.world.faulty_screen(UNWRITABLE if unwritable else UNREADABLE, knows=knows)

    def _screen(self, saved: Saved, now: datetime, known: Context) -> Screen | None:
        """Return the turn's screen, drawn once: everything the turn changes is saved by now."""
        if saved.fresh:
            known = replace(known, fresh_code=saved.fresh)
        return show(saved.turn, self.world, now, known)

    @cached_property
    def _queries(self) -> Queries:
        return Queries(
            self.store,
            self.directory,
            self.looks,
            self.limits,
            self.notifier,
            self.username,
        )

    @cached_property
    def commits(self) -> Commits:
        """Makes the commits of turns, and of acts outside a conversation."""
        address = partial(addressed, self.looks.reports)
        return Commits(self.store, self.directory, self.notifier, address, self.marks)

    @cached_property
    def looks(self) -> Looks:
        """Answers what people may look at."""
        parts = (self.store, self.world, self.directory, self.painter, self.one_copy)
        return Looks(*parts, self.backups)

    async def roster(self, school: SchoolId, now: datetime) -> Roster | None:
        """Return what is to be known of a school's teachers, by name; None if there is no school.

        Whoever asks has checked the rights. A person who cannot be read is left out.
        """
        return await self.looks.reports.roster(school, now)

    async def mark_unreachable(self, person_id: PersonId) -> None:
        """Record that Telegram no longer delivers to this person. Unknown people are left alone."""
        await mark_unreachable(self.store, person_id)


def _ids(incoming: Incoming) -> dict[str, object]:
    """Return what a line of the log says of an event: ids and its kind, nothing of what it holds."""
    kind = type(incoming.event).__name__
    return {"person": incoming.person, "update": incoming.update, "kind": kind}


def _signed(turn: Turn, screen: Screen | None) -> Iterator[Response]:
    """Yield a turn's screen, the sign that stands for it, or the sign with the screen beside it."""
    if turn.over_chat and turn.note:
        yield Toast(turn.note)
    if screen is None:
        return
    if turn.emoji and turn.is_place:
        yield Reaction(turn.emoji, turn.note or "", screen)
    elif turn.emoji and not screen.rows:
        yield Reaction(turn.emoji, screen.text)
    else:
        yield screen
