"""One turn, one commit: the person, the school, its log, broadcasts and their deliveries, all or none.

Decides a turn once, as long as what it was decided from is as it was. After the commit it passes on
what others in this process have to know at once. Must not decide what a change means.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.app.changes.carry_out import LookedFor, carry_out, school_of
from bot.app.changes.draft import CommitDraft, Unseen
from bot.app.changes.leaving import Untraced
from bot.app.changes.posting import FindAddress, unaddressed
from bot.app.changes.traces import traces_of
from bot.app.directory import Directory
from bot.chat.model import Change, Turn
from bot.cluster.notifier import Notifier
from bot.domain.broadcast.broadcast import Phase
from bot.domain.broadcast.posting import SendReply, ShareEvaluation
from bot.domain.person.farewell import FarewellMarks
from bot.domain.person.person import Person, PersonId, guest
from bot.domain.school.access import AccessRefused, Rights
from bot.domain.school.school import School, SchoolId
from bot.store.base import Drop, Keep, More, Plan, Put, Ref, Store, View, Write
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS

HALTED = frozenset({Phase.PAUSED, Phase.STOPPED, Phase.WITHOUT_SENDER})
"""Where a broadcast stands still: what is waiting its turn to leave is held back at once."""

Decide = Callable[[Person | None, Rights], Turn]
"""Decides a turn from what is stored of the person, and from everybody's roles."""

Refuse = Callable[[Person | None, Rights, AccessRefused], Turn]
"""Decides the turn of somebody who was refused what she wished."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A turn that is saved, and what was refused of it; with the code of a one-time link made."""

    turn: Turn
    refused: AccessRefused | None = None
    fresh: str | None = None
    draft: CommitDraft | None = None

    @property
    def undeliverable(self) -> bool:
        """Whether a letter of the turn can reach nobody."""
        return self.draft is not None and self.draft.undeliverable


@dataclass(frozen=True, slots=True)
class Commits:
    """Makes the commits of one store."""

    store: Store
    directory: Directory
    notifier: Notifier = field(default_factory=Notifier)
    address: FindAddress = unaddressed
    marks: FarewellMarks = field(default_factory=FarewellMarks)

    async def take(self, person: PersonId, decide: Decide, refuse: Refuse, now: datetime) -> Saved:
        """Decide a turn and save all it changes. Raises what the store raises; then nothing is changed."""
        taking = _Taking(person, decide, refuse, now, self.directory, self.marks)
        turn = await self.store.update(PEOPLE, str(person), taking.alone)
        if turn is not None:
            return Saved(turn)
        for letter in taking.letters:
            taking.found.addressed = await self.address(letter, person, now)
        while True:
            saved = await self.store.commit((taking.ref,), taking.together)
            if saved is not None:
                self._tell(saved)
                return saved
            taking.found.traces = await traces_of(self.store, person, self.directory.rights)

    async def act(self, actor: PersonId, change: Change, now: datetime) -> AccessRefused | None:
        """Carry out one change outside a conversation; return what is refused."""

        def decide(stored: Person | None, _: Rights) -> Turn:
            return Turn(person=stored or guest(actor, now), write="keep", changes=(change,))

        def refuse(stored: Person | None, _: Rights, __: AccessRefused) -> Turn:
            return Turn(person=stored or guest(actor, now), write="keep")

        return (await self.take(actor, decide, refuse, now)).refused

    def _tell(self, saved: Saved) -> None:
        """Pass on what is saved by now."""
        if saved.turn.write == "drop":
            self.notifier.arrivals.forget(saved.turn.person.id)
        if (draft := saved.draft) is None:
            return
        if schools := draft.written(SCHOOLS):
            self.directory.learn(*schools.values())
        heads = draft.written(BROADCASTS).values()
        for head in heads:
            if head.phase in HALTED:
                self.notifier.halt(head.id)
            else:
                self.notifier.release(head.id)
        if heads:
            self.notifier.ring()
        draft.tell_unnoted()


@dataclass(slots=True)
class _Taking:
    """One turn on its way: decided, and decided again only if what it came from has changed."""

    person: PersonId
    decide: Decide
    refuse: Refuse
    now: datetime
    directory: Directory
    marks: FarewellMarks
    found: LookedFor = field(default_factory=LookedFor)
    _secret: str | None = None
    _turn: Turn | None = None
    _from: Person | None = None
    _rights: Rights | None = None

    @property
    def ref(self) -> Ref[Person]:
        """The person's document."""
        return Ref(PEOPLE, str(self.person))

    @property
    def letters(self) -> list[SendReply | ShareEvaluation]:
        """The letters of the turn as it was decided last."""
        changes = self._turn.changes if self._turn else ()
        return [one for one in changes if isinstance(one, SendReply | ShareEvaluation)]

    def alone(self, stored: Person | None) -> tuple[Write[Person], Turn | None]:
        """Decide a turn that changes her document only; None if it changes others as well."""
        turn = self._decided(stored, self.directory.rights)
        return (Keep(), None) if turn.changes else (_write(turn), turn)

    def together(self, view: View) -> Plan[Saved | None] | More:
        """Decide a turn with all it changes; the answer is None while traces are missing."""
        stored, rights = view[self.ref], self._rights_in(view)
        turn = self._decided(stored, rights)
        draft = CommitDraft(view, self.now, rights, self._new_secret, self.marks)
        if turn.write == "put":
            draft.writes[self.ref] = Put(turn.person)
        try:
            for change in turn.changes:
                if refused := carry_out(draft, change, self.person, self.found):
                    turn = self.refuse(stored, rights, refused)
                    return Plan({self.ref: _write(turn)}, Saved(turn, refused))
        except Unseen as unseen:
            return unseen.more
        except Untraced:
            return Plan({}, None)
        return Plan(draft.writes, Saved(turn, None, draft.fresh, draft))

    def _decided(self, stored: Person | None, rights: Rights) -> Turn:
        if self._turn is None or stored != self._from or rights is not self._rights:
            self._turn = self.decide(stored, rights)
            self._from, self._rights = stored, rights
        return self._turn

    def _rights_in(self, view: View) -> Rights:
        """Return everybody's roles, with those of the schools as the commit shows them."""
        rights = self._rights or self.directory.rights
        others: dict[SchoolId, School] = {}
        for change in self._turn.changes if self._turn else ():
            ref = school_of(change)
            shown = view[ref] if ref and ref in view else None
            if shown and shown != rights.schools.get(shown.id):
                others[shown.id] = shown
        return replace(rights, schools={**rights.schools, **others}) if others else rights

    def _new_secret(self) -> str:
        if self._secret is None:
            self._secret = self.directory.new_secret()
        return self._secret


def _write(turn: Turn) -> Write[Person]:
    match turn.write:
        case "put":
            return Put(turn.person)
        case "drop":
            return Drop()
        case "keep":
            return Keep()
