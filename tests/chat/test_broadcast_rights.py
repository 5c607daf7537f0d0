"""A broadcast is sent only by whoever may, exactly as it was shown, and once."""

from dataclasses import replace
from datetime import date, datetime

from bot.chat.context import Context
from bot.chat.model import Event, Incoming, OrderBroadcast, Press, Typed, UpdateId
from bot.chat.world import World
from bot.domain.broadcast.audience import selected
from bot.domain.broadcast.broadcast import Content, Draft
from bot.domain.broadcast.order import Order
from bot.domain.calendar.quarter import Quarter
from bot.domain.person.person import Person
from bot.domain.programme.programme import SchoolLevel
from bot.domain.roster.roster import Evaluated, Roster, Row, Standing
from bot.domain.school.school import SchoolId
from tests.chat.sent import announced, letters
from tests.chat.taking import ShownTurn, redraw, take_turn
from tests.chat.test_rights import COORDINATOR, OTHER, OWN, RIGHTS, STRANGER, person
from tests.each import each

DRAFT = Content(text="Rapat <b>Senin</b>, [nama]")


def row(number: int, name: str) -> Row:
    return Row(
        id=number,
        name=name,
        level=None,
        standing=Standing.NOT_BEGUN,
        step=None,
        since=None,
        statuses={},
        evaluated=Evaluated.OPEN,
        seen=date(2026, 11, 1),
        reachable=True,
        silent=False,
        written_today=False,
    )


def roster(*rows: Row) -> Roster:
    return Roster(quarter=Quarter(2026, 4), today=date(2026, 11, 20), rows=rows)


BOTH = roster(row(71, "Ani"), row(72, "Budi"))


def composing(number: int, school: SchoolId, now: datetime) -> Person:
    draft = Draft(school=school, content=DRAFT)
    return replace(person(number, now), composing=draft).at("siar.draft", school)


def take(
    who: Person, event: Event, world: World, now: datetime, found: Roster = BOTH, *, update: int = 5
) -> ShownTurn:
    known = Context(rights=RIGHTS, username="bot", roster=found)
    incoming = Incoming(update=UpdateId(update), person=who.id, event=event, message=40)
    return take_turn(who, incoming, world, now, known)


def sending(school: SchoolId, found: Roster = BOTH) -> Press:
    draft = Draft(school=school, content=DRAFT)
    recipients = selected(draft.audience, found).recipients
    return Press(f"siar:send:{school}:{draft.mark(recipients)}")


def test_what_was_shown_is_sent_to_whom_was_shown(world: World, now: datetime) -> None:
    """The confirmed broadcast holds the words and the people of the page, under her name."""
    turn = take(composing(COORDINATOR, OWN, now), sending(OWN), world, now)
    (sent,) = announced(turn)
    assert sent.broadcast.content == DRAFT
    assert sent.broadcast.sender == f"Nama {COORDINATOR}"
    assert [one.id for one in sent.recipients] == [71, 72]
    assert turn.person.place.args == (OWN, sent.broadcast.id, "40")


def test_a_second_tap_sends_nothing_more(world: World, now: datetime) -> None:
    """The same update again, and the same button again, leave the one broadcast."""
    first = take(composing(COORDINATOR, OWN, now), sending(OWN), world, now)
    for update in (5, 6):
        again = take(first.person, sending(OWN), world, now, update=update)
        assert len(announced(first)) == 1
        assert announced(again) == ()


@each("change", ["words", "people", "important"])
def test_whatever_changed_since_the_look_needs_another_look(
    change: str, world: World, now: datetime
) -> None:
    """An old button never sends another draft, nor the draft to other people."""
    who, found = composing(COORDINATOR, OWN, now), BOTH
    draft = Draft(school=OWN, content=DRAFT)
    if change == "words":
        who = replace(who, composing=replace(draft, content=Content(text="Lain")))
    elif change == "important":
        who = replace(who, composing=replace(draft, important=True))
    else:
        found = roster(*BOTH.rows, row(73, "Cici"))
    turn = take(who, sending(OWN), world, now, found)
    assert announced(turn) == ()
    assert turn.note
    assert "berubah" in turn.note


@each("number", [STRANGER, COORDINATOR])
def test_a_draft_of_a_school_one_lost_is_not_sent(number: int, world: World, now: datetime) -> None:
    """The right is checked when the button is pressed, not when the draft was begun."""
    turn = take(composing(number, OTHER, now), sending(OTHER), world, now)
    assert announced(turn) == ()


@each("place", ["siar.write", "siar.when"])
def test_words_typed_after_the_right_is_gone_change_nothing(
    place: str, world: World, now: datetime
) -> None:
    """Who is no coordinator any more leaves the question she was asked."""
    who = composing(STRANGER, OTHER, now).at(place, OTHER)
    turn = take(who, Typed("besok 07.00"), world, now)
    assert turn.person.composing == who.composing
    assert turn.person.place.screen == "menu.main"


def test_orders_need_the_right_in_that_school(world: World, now: datetime) -> None:
    """A coordinator stops broadcasts of her school; a button with another school does nothing."""
    who = person(COORDINATOR, now)
    mine = take(who, Press(f"siar:do:{OWN}:{'a' * 12}:henti"), world, now)
    assert [type(effect) for effect in mine.wishes] == [OrderBroadcast]
    others = take(who, Press(f"siar:do:{OTHER}:{'a' * 12}:henti"), world, now)
    assert others.wishes == ()


@each("school", [OWN, OTHER])
def test_only_people_of_the_school_answer_a_broadcast(
    school: SchoolId, world: World, now: datetime
) -> None:
    """A reply to the message itself counts from a teacher of the school and from nobody else."""
    teacher = replace(person(STRANGER, now), school=OWN, shown_name="Sari")
    reply = Typed("Siap", html="", replies_to=("evaluation:start", f"reply:to:{school}:{'b' * 12}"))
    turn = take(teacher, reply, world, now)
    assert [letter.text for letter in letters(turn)] == (["Siap"] if school == OWN else [])
    assert turn.person.place == teacher.place, "a reply leaves her where she is"


@each("content", [Content(), Content(text="<b> \n</b>")])
def test_nothing_is_never_sent(content: Content, world: World, now: datetime) -> None:
    """A draft without a word and without a file is neither tried nor sent, even by its own button."""
    draft = Draft(school=OWN, content=content)
    who = replace(person(COORDINATOR, now), composing=draft).at("siar.draft", OWN)
    mark = draft.mark(selected(draft.audience, BOTH).recipients)
    for button in (f"siar:send:{OWN}:{mark}", f"siar:test:{OWN}"):
        turn = take(who, Press(button), world, now)
        assert announced(turn) == ()
        assert turn.wishes == ()


def test_a_draft_of_another_school_is_not_written_over(world: World, now: datetime) -> None:
    """Old buttons of one school leave the draft for another as it is."""
    who = composing(COORDINATOR, OTHER, now)
    for verb in ("new", "write", "ready", "loud", "now", "repeat", "to"):
        end = ":semua" if verb == "to" else ""
        turn = take(who, Press(f"siar:{verb}:{OWN}{end}"), world, now)
        assert turn.person.composing == who.composing


def test_stopping_is_asked_about_first(world: World, now: datetime) -> None:
    """The button leads to a question; a button of an earlier release, which was one, still stops."""
    turn = take(person(COORDINATOR, now), Press(f"siar:stop:{OWN}:aaaaaaaaaaaa"), world, now)
    assert turn.wishes == ()
    assert turn.person.place.screen == "siar.stop"
    sure = take(turn.person, Press(f"siar:do:{OWN}:aaaaaaaaaaaa:henti"), world, now, update=6)
    assert sure.wishes == (OrderBroadcast(OWN, "aaaaaaaaaaaa", Order.STOP),)


def test_the_check_page_shows_the_message_as_its_first_reader_will_see_it(
    world: World, now: datetime
) -> None:
    """With its head, its formatting, and the names filled in."""
    turn = take(composing(COORDINATOR, OWN, now), Press(f"siar:draft:{OWN}"), world, now)
    known = Context(rights=RIGHTS, username="bot", roster=BOTH)
    text = redraw(turn, world, now, known).text
    assert f"<b>Nama {COORDINATOR}</b> · SDN Sendiri" in text
    assert "Rapat <b>Senin</b>, Ani" in text
    assert "[nama]" not in text


def test_people_of_one_name_are_told_apart(world: World, now: datetime) -> None:
    """On the check page and in lists, by what tells them apart; titles do not run together."""
    twins = roster(
        replace(row(71, "Sari, S.Pd."), level=SchoolLevel.SD),
        replace(row(72, "sari, S.Pd."), level=SchoolLevel.SMP),
        row(73, "Budi, M.Pd."),
        replace(row(1_000_001, "Ani"), subject="IPA"),
        replace(row(1_000_002, "Ani"), subject="IPS"),
        replace(row(1_234_567, "Rina"), subject="IPA"),
        replace(row(1_239_999, "Rina"), subject="IPA"),
    )
    turn = take(composing(COORDINATOR, OWN, now), Press(f"siar:draft:{OWN}"), world, now, twins)
    known = Context(rights=RIGHTS, username="bot", roster=twins)
    text = redraw(turn, world, now, known).text
    assert "Sari, S.Pd. (SD/MI); sari, S.Pd. (SMP/MTs); Budi, M.Pd.; Ani (IPA); Ani (IPS)" in text
    assert "Rina (1); dan 1 lainnya" in text
    alone = roster(*twins.rows[-2:])
    turn = take(composing(COORDINATOR, OWN, now), Press(f"siar:draft:{OWN}"), world, now, alone)
    known = Context(rights=RIGHTS, username="bot", roster=alone)
    assert "Rina (1), Rina (2)" in redraw(turn, world, now, known).text
