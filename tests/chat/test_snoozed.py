"""What "later" is answered with: the moment it means, or that no message is left."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.chat.model import Incoming, Press, Screen, Typed, UpdateId
from bot.chat.world import World
from bot.domain.person.person import CONSENT_VERSION, Consent, Person
from bot.domain.reminders.outbound import EvaluationMessages, Outbound, Stage, Wishes
from tests.chat.taking import take_turn
from tests.delivery.teachers import teacher
from tests.each import each

TUESDAY = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)
STAGES = (Stage.HEADS_UP, Stage.OPENING, Stage.FOLLOW_UP, Stage.LAST_DAY)


def answer(world: World, person: Person, choice: str) -> Screen:
    press = Press(f"remind:snooze:2026-Q4:{choice}")
    incoming = Incoming(update=UpdateId(1), person=person.id, event=press)
    screen = take_turn(person, incoming, world, TUESDAY).screen
    assert screen is not None
    assert screen.rows
    return screen


def asked(messages: int, **changes: Any) -> Person:
    """A teacher who has got so many messages about this quarter's evaluation."""
    cycle = EvaluationMessages(quarter="2026-Q4", sent=STAGES[:messages], last_sent=TUESDAY)
    return replace(teacher(7), outbound=Outbound(cycle=cycle), **changes)


@each(("messages", "told"), [(1, "Rabu, 11 November 2026"), (3, "Rabu, 11 November 2026"), (4, "")])
def test_later_names_the_moment_or_says_that_no_message_is_left(
    world: World, messages: int, told: str
) -> None:
    """After the fourth message no other moment, such as that of a nudge, is promised."""
    said = answer(world, asked(messages), "besok").text
    assert (told or world.texts.say("snoozed-last")) in said


def test_a_nudge_before_it_is_not_taken_for_the_message_she_chose(world: World) -> None:
    """Who asks for next week hears the last day of the window, though a nudge comes on Friday."""
    person = asked(2, wishes=Wishes(weekday=4))
    said = answer(world, person, "pekan").text
    assert "Senin, 16 November 2026" in said
    assert "masa evaluasi triwulan ini berakhir Senin, 16 November 2026" in said


def test_what_falls_into_the_quiet_weeks_comes_behind_them(world: World) -> None:
    """Who puts off into Lebaran hears the day after it and why; after the fourth, that none is left."""
    registered = datetime(2026, 11, 21, 5, tzinfo=UTC)
    now = datetime(2027, 2, 23, 9, tzinfo=UTC)
    for sent, told in ((2, "Senin, 22 Maret 2027"), (3, "Senin, 22 Maret 2027"), (4, "")):
        cycle = EvaluationMessages(quarter="2027-Q1", sent=STAGES[:sent], last_sent=now)
        person = replace(
            teacher(7),
            consent=Consent(version=CONSENT_VERSION, given_at=registered),
            outbound=Outbound(cycle=cycle, written_on=now.date()),
        )
        press = Press("remind:snooze:2027-Q1:pekan")
        incoming = Incoming(update=UpdateId(1), person=person.id, event=press)
        turn = take_turn(person, incoming, world, now)
        assert turn.screen
        assert (told or world.texts.say("snoozed-last")) in turn.screen.text
        assert ("Idulfitri" in turn.screen.text) == bool(told)


def test_next_week_is_drawn_forward_to_the_last_day_to_catch_up(world: World) -> None:
    """After the last day, "next week" still comes while the evaluation can be caught up."""
    cycle = EvaluationMessages(quarter="2026-Q4", sent=STAGES[:2], last_sent=TUESDAY)
    person = replace(teacher(7), outbound=Outbound(cycle=cycle))
    late = datetime(2026, 11, 26, 9, tzinfo=UTC)  # to be caught up until 30 November
    press = Press("remind:snooze:2026-Q4:pekan")
    turn = take_turn(
        person, Incoming(update=UpdateId(1), person=person.id, event=press), world, late
    )
    assert turn.screen
    assert "Senin, 30 November 2026" in turn.screen.text


def test_an_evening_of_ramadan_is_told_as_what_moved_the_message(world: World) -> None:
    """In an hour from 16.00 it is dusk in Ramadan: that moves it, not that she was written to today."""
    now = datetime(2027, 2, 22, 9, tzinfo=UTC)
    cycle = EvaluationMessages(quarter="2027-Q1", sent=STAGES[:2], last_sent=now)
    consent = Consent(version=CONSENT_VERSION, given_at=datetime(2026, 11, 21, 5, tzinfo=UTC))
    outbound = Outbound(cycle=cycle, written_on=now.date())
    person = replace(teacher(7), consent=consent, outbound=outbound)
    incoming = Incoming(
        update=UpdateId(1), person=person.id, event=Press("remind:snooze:2027-Q1:1jam")
    )
    screen = take_turn(person, incoming, world, now).screen
    assert screen
    assert "Selasa, 23 Februari 2027" in screen.text
    assert "Digeser: petang di bulan Ramadan." in screen.text


LATER = {
    "minggu depan aja bu": "pekan",
    "pekan depan": "pekan",
    "seminggu lagi ya": "pekan",
    "besok aja": "besok",
    "isukan we": "besok",
    "besok pagi jam 8": "besok",
    "1 jam lagi bu": "1jam",
    "sejam lagi deh": "1jam",
}


def told(world: World, person: Person, typed: Typed) -> Screen | None:
    incoming = Incoming(update=UpdateId(1), person=person.id, event=typed)
    return take_turn(person, incoming, world, TUESDAY).screen


@each("by_reply", (True, False))
@each("words", LATER)
def test_words_after_a_reminder_are_its_buttons(
    words: str, world: World, *, by_reply: bool
) -> None:
    """In reply to it, or as the next thing she says."""
    person = asked(2, seen_at=TUESDAY - timedelta(days=2 if not by_reply else -2))
    replies = ("remind:snooze:2026-Q4:besok",) if by_reply else ()
    shown = told(world, person, Typed(words, replies_to=replies))
    assert shown == answer(world, person, LATER[words])


@each("words", LATER)
def test_later_on_the_same_words_move_no_reminder(words: str, world: World) -> None:
    """Once she has done something else since, they mean nothing to it."""
    person = asked(2, seen_at=TUESDAY + timedelta(minutes=5))
    assert told(world, person, Typed(words)) != answer(world, person, LATER[words])


@each(
    ("words", "place"),
    [
        *(("ok mulai", "evaluation"), ("hayu", "evaluation"), ("yuk", "evaluation")),
        *(("teu daek", "remind.skipped"), ("triwulan ini ga ikut", "remind.skipped")),
        *(("siap", "menu.main"), ("besok saya rapat seharian dengan pengawas", "help.unknown")),
        *(("jangan besok", "help.unknown"), ("besok saya rapat", "help.unknown")),
        *(("besok tidak bisa", "help.unknown"), ("besok kita evaluasi dgn anak2", "help.unknown")),
    ],
)
def test_a_reminder_is_followed_or_refused_by_words(words: str, place: str, world: World) -> None:
    """The word "siap" only says that it was read, and a day beside a story puts nothing off."""
    person = asked(2, seen_at=TUESDAY - timedelta(days=2)).at("menu.main")
    incoming = Incoming(update=UpdateId(1), person=person.id, event=Typed(words))
    assert take_turn(person, incoming, world, TUESDAY).person.place.screen.startswith(place)
