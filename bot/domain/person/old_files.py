"""Telegram's ids of what somebody sent: photos, documents and voice notes are kept for twelve months. Pure.

What goes is the id alone: that there was a piece, when, and her words about it stay hers. Must not
decide when that is looked after.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Final

from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.coaching import Coaching, JournalEntry
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import NOT_KEPT, Evidence, Said, is_kept
from bot.domain.coaching.promise import Promise
from bot.domain.person.person import Person, Place

FILE_MONTHS: Final = 12
"""The retention of photos that konten-guru proposes; no number of the law (UU 27/2022)."""


def oldest_file_at(person: Person) -> datetime | None:
    """Return since when (UTC) the oldest id is kept, None where none is."""
    return min(_moments(person), default=None)


def without_old_files(person: Person, before: datetime) -> Person:
    """Return her without the ids kept since before a moment (UTC); the same person where there is none."""
    oldest = oldest_file_at(person)
    if oldest is None or oldest >= before:
        return person
    if person.held and person.held.letter.at < before:
        person = replace(person, held=None)
    if _is_composing(person) and person.seen_at < before:
        person = replace(
            person, composing=None, place=Place(person.place.screen, person.place.args)
        )
    return replace(person, coaching=_coaching(person.coaching, before))


def _moments(person: Person) -> Iterator[datetime]:
    """Yield since when each id is kept."""
    coaching = person.coaching
    for cycle in _cycles(coaching):
        for attempt in cycle.attempts:
            for piece in attempt.evidence + attempt.waiting:
                if piece.files:
                    yield piece.at
            if _holds_voice(attempt) or (attempt.hinted and attempt.hinted.files):
                yield _latest(attempt)
    for entry in coaching.journal:
        if any(is_kept(part.voice) for part in entry.parts):
            yield entry.at
    if person.held and person.held.letter.file:
        yield person.held.letter.at
    if _is_composing(person):
        yield person.seen_at


def _is_composing(person: Person) -> bool:
    """Say whether a broadcast she writes has a file, or files wait in the draft of an open question."""
    composed = person.composing and person.composing.content.file
    return bool(composed) or any(name.endswith("files") for name in person.place.draft)


def _cycles(coaching: Coaching) -> Iterator[Cycle]:
    yield from (*coaching.history, *coaching.put_off)
    if coaching.active:
        yield coaching.active


def _holds_voice(attempt: Attempt) -> bool:
    """Say whether a try has the id of a voice note; asked of every try at every turn, so quickly."""
    if is_kept(attempt.choice.voice) or (attempt.showed and is_kept(attempt.showed.voice)):
        return True
    if attempt.rehearsal and is_kept(attempt.rehearsal.voice):
        return True
    if any(is_kept(one.voice) for one in attempt.reflections):
        return True
    promises = (attempt.promise, *attempt.earlier) if attempt.promise else attempt.earlier
    return any(is_kept(one.voice) or is_kept(one.group_voice) for one in promises)


def _latest(attempt: Attempt) -> datetime:
    """Return the last moment known of a try: when each note in it was sent is not kept."""
    known = [attempt.begun_at, *(one.at for one in attempt.evidence)]
    known += [one for one in (attempt.tried_at, attempt.left_at) if one]
    known += [one.made_at for one in (attempt.promise, *attempt.earlier) if one]
    return max(known)


def _coaching(coaching: Coaching, before: datetime) -> Coaching:
    return replace(
        coaching,
        active=_cycle(coaching.active, before) if coaching.active else None,
        put_off=tuple(_cycle(one, before) for one in coaching.put_off),
        history=tuple(_cycle(one, before) for one in coaching.history),
        journal=tuple(_entry(one, before) for one in coaching.journal),
    )


def _entry(entry: JournalEntry, before: datetime) -> JournalEntry:
    return replace(entry, parts=tuple(map(_said, entry.parts))) if entry.at < before else entry


def _cycle(cycle: Cycle, before: datetime) -> Cycle:
    return replace(cycle, attempts=tuple(_attempt(one, before) for one in cycle.attempts))


def _attempt(attempt: Attempt, before: datetime) -> Attempt:
    is_old = _latest(attempt) < before
    after = replace(
        attempt,
        evidence=tuple(_piece(one, before) for one in attempt.evidence),
        waiting=tuple(_piece(one, before) for one in attempt.waiting),
    )
    return _unspoken(after) if is_old else after


def _unspoken(attempt: Attempt) -> Attempt:
    """Return a try without the ids of its voice notes; that she spoke is still told."""
    showed, hinted = attempt.showed, attempt.hinted
    return replace(
        attempt,
        choice=replace(attempt.choice, voice=_gone(attempt.choice.voice)),
        rehearsal=_said(attempt.rehearsal) if attempt.rehearsal else None,
        promise=_promise(attempt.promise) if attempt.promise else None,
        earlier=tuple(map(_promise, attempt.earlier)),
        showed=replace(showed, voice=_gone(showed.voice)) if showed else None,
        hinted=replace(hinted, files=()) if hinted else None,
        reflections=tuple(map(_said, attempt.reflections)),
    )


def _piece(piece: Evidence, before: datetime) -> Evidence:
    return replace(piece, files=()) if piece.at < before else piece


def _promise(promise: Promise) -> Promise:
    return replace(promise, voice=_gone(promise.voice), group_voice=_gone(promise.group_voice))


def _said(said: Said) -> Said:
    return replace(said, voice=_gone(said.voice))


def _gone(voice: str) -> str:
    return NOT_KEPT if voice else ""
