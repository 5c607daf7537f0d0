"""One try of one task: rehearsed, planned, carried out, looked at. Pure.

What comes next is read off what is there, never stored, so no order of events can get it wrong.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain.coaching.evidence import SKIPPED, Evidence, EvidenceKind, Said
from bot.domain.coaching.promise import Promise
from bot.domain.programme.programme import TaskSlug

QUESTIONS = 2
"""Questions of a reflection, one a message."""


class Act(StrEnum):
    """What a cycle asks for, in its order."""

    TASK = "tugas"
    MODEL = "contoh"
    REHEARSAL = "latihan"
    PLAN = "rencana"
    TRY = "coba"
    PUPILS = "murid"
    EVIDENCE = "bukti"
    REFLECTION = "refleksi"
    AGAIN = "lagi"
    LEVEL = "tingkat"
    SUMMARY = "ringkasan"
    CLOSED = "selesai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What she tries: a task of the step, or her own in one line; ``small`` is its short version.

    ``voice`` is Telegram's id of a voice note in which she said her own.
    """

    task: TaskSlug | None = None
    own: str = ""
    small: bool = False
    voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Showed:
    """What pupils showed: a number where the task counts, a line, or a voice note. All empty: skipped."""

    count: int | None = None
    words: str = ""
    voice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hinted:
    """Words of hers that wait at the hint about a pupil's name, with the question they answer.

    ``asked`` is the place of that question, ``medium`` and ``files`` what bears the words as its caption.
    """

    words: str
    asked: str
    medium: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try; moments in UTC, days by her own clock.

    ``read`` tells that the model was seen or passed by, ``looks`` which of the looks at her rehearsal
    she answered with yes, ``looked`` that she is done with them. ``earlier`` are promises that were moved.
    ``twist`` is what she changes in a second try. ``left_at`` is set when she chose another task.
    """

    choice: Choice
    begun_at: datetime
    number: int | None = None
    """Counts all tries of hers, so that a button never acts on another; given as it is kept."""

    read: bool = False
    rehearsal: Said | None = None
    looks: frozenset[int] = frozenset()
    looked: bool = False
    promise: Promise | None = None
    earlier: tuple[Promise, ...] = ()
    tried_on: date | None = None
    tried_at: datetime | None = None
    """When she said so; unknown of tries from before this was kept."""

    showed: Showed | None = None
    evidence: tuple[Evidence, ...] = ()
    evidence_done: bool = False
    waiting: tuple[Evidence, ...] = ()
    """Pieces she sent that are not kept yet: before the gate was passed, or before she said that she tried."""

    hinted: Hinted | None = None
    reflections: tuple[Said, ...] = ()
    twist: str = ""
    left_at: datetime | None = None

    @property
    def next_act(self) -> Act:
        """The first act that is still open; AGAIN when all of this try is done."""
        ahead = self.tried_on is None
        open_acts = (
            (Act.MODEL, ahead and not self.read and self.choice.task is not None),
            (Act.REHEARSAL, ahead and (self.rehearsal is None or not self.looked)),
            (Act.PLAN, ahead and not self.is_planned),
            (Act.TRY, ahead),
            (Act.PUPILS, self.showed is None),
            (Act.EVIDENCE, not self.evidence_done or bool(self.waiting)),
            (Act.REFLECTION, len(self.reflections) < QUESTIONS),
        )
        return next((act for act, is_open in open_acts if is_open), Act.AGAIN)

    @property
    def is_planned(self) -> bool:
        """Whether every question of the promise was asked."""
        return self.promise is not None and self.promise.next_part is None

    @property
    def open_promise(self) -> Promise | None:
        """The promise she has not said anything about yet, also one that is not complete."""
        return None if self.tried_on or self.left_at else self.promise

    def rehearsed(self, said: Said) -> "Attempt":
        """Return the try with a rehearsal written, spoken or passed by: then there is nothing to look at."""
        return replace(self, rehearsal=said, looked=self.looked or said.is_skipped)

    @property
    def says_something(self) -> bool:
        """Whether anything of hers is in it, so that it is kept when she chooses another task."""
        said = (self.rehearsal, *self.reflections)
        words = any(one is not None and not one.is_skipped for one in said)
        promised = self.promise or self.earlier
        is_own = self.choice.own or self.choice.voice
        held = self.waiting or self.hinted
        told = promised or self.showed or self.evidence or held
        return bool(words or is_own or told or self.tried_on)

    def planned(self, promise: Promise) -> "Attempt":
        """Return the try with another promise; the one before is kept if its day changed."""
        if self.promise is None:
            return replace(self, promise=promise)
        moved = self.promise.day != promise.day
        earlier = (*self.earlier, self.promise) if moved else self.earlier
        return replace(self, promise=promise, earlier=earlier)

    def settled(self, *, may_show: bool) -> "Attempt":
        """Return the try with what waited for her word that she tried.

        A voice note tells of pupils, with its caption. Words are kept as evidence, files too where they ``may_show`` people; else they wait on.
        """
        voice = next((one for one in self.waiting if one.kind is EvidenceKind.VOICE), None)
        told = Showed(words=voice.words, voice=voice.files[0]) if voice and voice.files else None
        showed = self.showed or told
        left = tuple(one for one in self.waiting if one is not voice or self.showed)
        held = tuple(one for one in left if one.files and not may_show)
        kept = tuple(one for one in left if one not in held)
        return replace(self, showed=showed, waiting=held, evidence=(*self.evidence, *kept))

    def untried(self) -> "Attempt":
        """Return the try as it was before she was understood to have tried; what was told with that waits."""
        told = self.showed
        pieces: tuple[Evidence, ...] = ()
        if told and self.tried_at and (told.words or told.voice):
            kind = EvidenceKind.VOICE if told.voice else EvidenceKind.TEXT
            files = (told.voice,) if told.voice else ()
            pieces = (Evidence(kind=kind, at=self.tried_at, words=told.words, files=files),)
        held = (*pieces, *self.evidence, *self.waiting)
        return replace(
            self,
            tried_on=None,
            tried_at=None,
            showed=None,
            evidence=(),
            evidence_done=False,
            waiting=held,
        )

    def unplanned(self) -> "Attempt":
        """Return the try without a day: its promise is kept among the earlier ones, to be planned anew."""
        if self.promise is None:
            return self
        return replace(self, promise=None, earlier=(*self.earlier, self.promise))

    def reflected(self, at: int, said: Said) -> "Attempt":
        """Return the try with one answer of the reflection; the ones before it count as skipped."""
        known = [*self.reflections, *[SKIPPED] * (at - len(self.reflections))]
        known[at : at + 1] = [said]
        return replace(self, reflections=tuple(known))


def once_more(attempt: Attempt, twist: str, now: datetime) -> Attempt:
    """Return a second try of the same task: what was rehearsed is known, the day is open."""
    return Attempt(
        choice=attempt.choice,
        begun_at=now,
        read=True,
        rehearsal=attempt.rehearsal or SKIPPED,
        looks=attempt.looks,
        looked=True,
        twist=twist,
    )
