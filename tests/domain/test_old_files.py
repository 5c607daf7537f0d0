"""Ids of photos, documents and voice notes are kept for twelve months; all else about them stays."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.broadcast.broadcast import Content, Draft, Medium, Reply
from bot.domain.broadcast.received import HeldReply
from bot.domain.coaching.attempt import Attempt, Choice, Hinted, Showed
from bot.domain.coaching.coaching import Coaching, JournalEntry
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Evidence, EvidenceKind, Said
from bot.domain.coaching.promise import Promise
from bot.domain.person.old_files import oldest_file_at, without_old_files
from bot.domain.person.person import Consent, Person, PersonId, Place, guest
from bot.domain.programme.programme import StepSlug
from bot.domain.school.school import SchoolId
from bot.store.codec.people import decode_person, encode_person
from tests.each import each

SENT = datetime(2026, 1, 10, 3, 0, tzinfo=UTC)
LATER = SENT + timedelta(days=30)
A_SECOND = timedelta(seconds=1)
ID = "AgACAgUAAx"
"""Begins every id of a file in these tests."""


def attempt(at: datetime) -> Attempt:
    """A try in which everything that can be a file is one, all of it at one moment."""
    spoken = Said(voice=f"{ID}-said")
    promise = Promise(
        made_at=at, day=date(2026, 1, 12), voice=f"{ID}-if", group_voice=f"{ID}-class"
    )
    return Attempt(
        choice=Choice(voice=f"{ID}-own"),
        begun_at=at,
        rehearsal=spoken,
        promise=promise,
        earlier=(promise,),
        showed=Showed(voice=f"{ID}-pupils"),
        evidence=(photo(at), replace(photo(at), kind=EvidenceKind.TEXT, files=())),
        waiting=(photo(at),),
        hinted=Hinted(words="Budi", asked="coach.proof", files=(f"{ID}-hint",)),
        reflections=(spoken, Said(words="Tertulis")),
    )


def photo(at: datetime) -> Evidence:
    """Two photos with words."""
    return Evidence(
        kind=EvidenceKind.PHOTO, at=at, words="Papan tulis", files=(f"{ID}-1", f"{ID}-2")
    )


def everything(at: datetime) -> Person:
    """A person of whose files every kind and place is there, all since one moment."""
    cycle = Cycle(step=StepSlug("laksana"), begun_at=at, attempts=(attempt(at),))
    letter = Reply(id="a" * 12, answers="b" * 12, text="", at=at, file=f"{ID}-letter")
    return Person(
        id=PersonId(7),
        consent=Consent(version=3, given_at=at),
        seen_at=at,
        coaching=Coaching(
            active=cycle,
            put_off=(cycle,),
            history=(cycle,),
            journal=(JournalEntry(at=at, parts=(Said(voice=f"{ID}-4p"),)),),
        ),
        held=HeldReply(letter=letter, school=SchoolId("sdn-1")),
        composing=Draft(
            school=SchoolId("sdn-1"), content=Content(medium=Medium.PHOTO, file=f"{ID}-draft")
        ),
        place=Place("coach.proof", ("laksana",), {"0files": f"{ID}-gate", "0kind": "foto"}),
    )


def stored(person: Person) -> str:
    """Return what lies on the disk of her."""
    return json.dumps(encode_person(person))


def test_no_id_is_left_wherever_it_stood() -> None:
    """Looked for in the stored form, so that a place this rule does not know is found too."""
    before = everything(SENT)
    assert stored(before).count(ID) > 20
    after = without_old_files(before, SENT + A_SECOND)
    assert ID not in stored(after)
    assert oldest_file_at(after) is None
    assert decode_person(encode_person(after)) == after


def test_what_she_wrote_and_that_she_spoke_stay() -> None:
    """Kinds, moments and words are as they were, and nothing she said reads as passed by."""
    before, after = (
        one.coaching.history[0].attempts[0]
        for one in (everything(SENT), without_old_files(everything(SENT), LATER))
    )
    assert [replace(one, files=()) for one in before.evidence] == [*after.evidence]
    assert after.rehearsal
    assert not after.rehearsal.is_skipped
    assert after.next_act == before.next_act
    assert [one.is_skipped for one in after.reflections] == [False, False]
    assert after.evidence[0].is_bare
    assert not after.evidence[1].is_bare


def test_younger_files_stay() -> None:
    """Of two tries only the older one loses its ids; nothing to lose is no change at all."""
    young, old = everything(LATER), everything(SENT)
    both = replace(
        young,
        coaching=replace(young.coaching, history=old.coaching.history),
    )
    assert oldest_file_at(both) == SENT
    after = without_old_files(both, LATER)
    assert after.coaching.active == young.coaching.active
    assert after.held == young.held
    alone = replace(guest(after.id, LATER), coaching=Coaching(history=after.coaching.history))
    assert ID not in stored(alone)
    assert without_old_files(after, LATER) is after


@each("what", ["composing", "place"])
def test_what_she_was_writing_goes_only_with_her(what: str) -> None:
    """A draft with a file bears no date of its own: it goes when she has not been here for so long."""
    person = replace(everything(SENT), coaching=Coaching(), held=None)
    person = (
        replace(person, place=Place("menu.main"))
        if what == "composing"
        else replace(person, composing=None)
    )
    here = replace(person, seen_at=LATER)
    assert without_old_files(here, LATER) is here
    assert ID not in stored(without_old_files(person, LATER))
