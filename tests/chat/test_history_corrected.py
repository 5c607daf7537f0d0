"""The history corrected: the day of a try, evidence added later, long answers read whole; twice is once."""

from dataclasses import replace
from datetime import date

from bot.chat.model import Event, Incoming, Media, MediaKind, Press, Typed, UpdateId
from bot.chat.screens.history import routes as to
from bot.chat.world import World
from bot.domain.broadcast.placeholder import plain
from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.evidence import Evidence, EvidenceKind, Said
from bot.domain.history.entry import EntryKind, Tried, entries
from bot.domain.person.person import CONSENT_VERSION, Consent, Person, Place
from tests.chat.portfolio_people import NOW, one_try, teacher
from tests.chat.taking import ShownTurn, take_turn
from tests.each import each

TODAY = date(2026, 11, 20)


def somebody(world: World, **said: object) -> tuple[Person, str]:
    """Return a teacher of one closed cycle, and the key of its try."""
    person = teacher(Coaching(history=(one_try(world, **said),)))
    person = replace(person, consent=Consent(version=CONSENT_VERSION, given_at=NOW))
    return person, entries(person)[0].key


def attempt_of(person: Person) -> Attempt:
    """Return the only try."""
    told = entries(person)[0].told
    assert isinstance(told, Tried)
    return told.attempt


def after(person: Person, event: Event, world: World) -> tuple[Person, ShownTurn]:
    """Return her and the turn after an event."""
    update = UpdateId(len(person.updates) + 1)
    turn = take_turn(person, Incoming(update=update, person=person.id, event=event), world, NOW)
    return turn.person, turn


def data(place: Place) -> str:
    """Return what a button to a place carries."""
    return ":".join((*place.screen.split("."), *place.args))


DAYS = {
    "kemarin": date(2026, 11, 19),
    "Senin": date(2026, 11, 16),
    "hari ini": TODAY,
    "1 November 2026": date(2026, 11, 1),
    "besok": None,
    "5 Januari 2024": None,
    "Senin atau Selasa": None,
    "lupa": None,
    "nanti": None,
}


@each(("text", "day"), DAYS.items())
def test_the_day_of_a_try_is_corrected_by_typing(text: str, day: date | None, world: World) -> None:
    """A day that is over is taken; one to come, one years before or none leaves what is written."""
    person, key = somebody(world)
    there = replace(person, place=to.DAY(EntryKind.TRY, key))
    now, _ = after(there, Typed(text), world)
    assert attempt_of(now).tried_on == (day or attempt_of(person).tried_on)
    assert replace(attempt_of(now), tried_on=TODAY) == replace(attempt_of(person), tried_on=TODAY)


def test_a_day_tapped_twice_is_taken_once(world: World) -> None:
    """The second tap writes the same day; the button of an entry that is gone does nothing."""
    person, key = somebody(world)
    press = Press(data(to.ON_DAY(EntryKind.TRY, key, date(2026, 11, 18))))
    once, _ = after(person, press, world)
    twice, _ = after(once, press, world)
    assert attempt_of(twice) == attempt_of(once)
    assert attempt_of(once).tried_on == date(2026, 11, 18)
    gone, turn = after(replace(person, coaching=Coaching()), press, world)
    assert gone.coaching == Coaching()
    assert turn.note == world.texts.say("note-old-button")


def test_evidence_comes_to_a_closed_cycle_through_the_gate(world: World) -> None:
    """The first photo waits until she has read what it may show; then it is the try's, and once only."""
    person, key = somebody(world)
    there, _ = after(person, Press(data(to.ADD(EntryKind.TRY, key))), world)
    there, turn = after(there, Media(MediaKind.PHOTO, "a", "Papan"), world)
    assert attempt_of(there).evidence == ()
    assert turn.screen
    assert world.texts.say("coach-gate", count=1) in turn.screen.text
    keep = Press(data(to.GATED(EntryKind.TRY, key)))
    there, _ = after(there, keep, world)
    there, _ = after(there, keep, world)
    assert [one.files for one in attempt_of(there).evidence] == [("a",)]
    there, _ = after(there, Media(MediaKind.PHOTO, "b"), world)
    there, _ = after(there, Typed("https://contoh.sch.id/lembar"), world)
    kinds = [one.kind for one in attempt_of(there).evidence]
    assert kinds == [EvidenceKind.PHOTO, EvidenceKind.PHOTO, EvidenceKind.LINK]
    assert there.coaching.history[0].closed_at


def test_words_that_name_a_pupil_are_asked_about_before_they_are_kept(world: World) -> None:
    """Kept as they are only when she says so; a caption waits at the gate with the hint."""
    person, key = somebody(world)
    person = replace(person, coaching=replace(person.coaching, gate_at=NOW))
    there, _ = after(person, Press(data(to.ADD(EntryKind.TRY, key))), world)
    asked, _ = after(there, Typed("Murid saya Budi menjawab"), world)
    assert attempt_of(asked).evidence == ()
    kept, _ = after(asked, Press("history:keep"), world)
    assert [one.words for one in attempt_of(kept).evidence] == ["Murid saya Budi menjawab"]
    asked, turn = after(there, Media(MediaKind.PHOTO, "a", "Murid saya Budi maju"), world)
    assert attempt_of(asked).evidence == ()
    assert turn.screen
    assert "Murid saya Budi maju" in turn.screen.text


def test_ten_pieces_are_the_most_also_in_the_history(world: World) -> None:
    """The eleventh is refused kindly and nothing goes."""
    pieces = tuple(Evidence(kind=EvidenceKind.TEXT, at=NOW, words=str(n)) for n in range(10))
    person, key = somebody(world, evidence=pieces)
    there, turn = after(replace(person, place=to.ADD(EntryKind.TRY, key)), Typed("lagi"), world)
    assert attempt_of(there).evidence == pieces
    assert turn.note == world.texts.say("coach-proof-full", most=10)


def test_leaving_the_gate_says_that_the_file_is_not_kept(world: World) -> None:
    """Nobody is told "disimpan" of what was dropped."""
    person, key = somebody(world)
    there = replace(person, place=to.ADD(EntryKind.TRY, key))
    there, _ = after(there, Media(MediaKind.PHOTO, "a"), world)
    there, turn = after(there, Typed("batal"), world)
    assert attempt_of(there).evidence == ()
    assert turn.note == world.texts.say("history-gate-left")


@each("length", [180, 181, 500])
def test_a_long_answer_is_read_whole(length: int, world: World) -> None:
    """Long ones are folded in a quote, none is cut."""
    words = ("kata " * 200)[:length].strip()
    person, key = somebody(world, reflections=(Said(words=words), Said(words=words)))
    _, turn = after(person, Press(data(to.ENTRY(EntryKind.TRY, key))), world)
    assert turn.screen
    assert plain(turn.screen.text).count(words) == 2
    assert ("expandable" in turn.screen.text) == (len(words) > 180)


def test_answers_of_four_thousand_letters_do_not_break_the_page(world: World) -> None:
    """Such as an older release may have kept: the message stays within Telegram's limit."""
    words = "panjang " * 500
    reflections = (Said(words=words), Said(words=words))
    person, key = somebody(world, reflections=reflections, rehearsal=Said(words=words))
    _, turn = after(person, Press(data(to.ENTRY(EntryKind.TRY, key))), world)
    assert turn.screen
    assert len(plain(turn.screen.text)) < 4096


def test_deleting_twice_takes_one_entry(world: World) -> None:
    """Asked once; the second tap finds nothing to delete."""
    first, other = one_try(world), replace(one_try(world), begun_at=NOW)
    person, key = somebody(world)
    person = replace(person, coaching=Coaching(history=(first, other)))
    keys = [one.key for one in entries(person)]
    there, _ = after(person, Press(data(to.ASK(EntryKind.TRY, keys[0]))), world)
    drop = Press(data(to.DROP(EntryKind.TRY, keys[0])))
    there, turn = after(there, drop, world)
    assert turn.over_chat
    assert len(entries(there)) == 1
    there, _ = after(there, drop, world)
    assert len(entries(there)) == 1
    assert key in keys
