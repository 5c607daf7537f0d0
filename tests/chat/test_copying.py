"""Salin: every field she wrote can be copied as she wrote it, in a message a phone can show."""

from dataclasses import replace

import pytest

from bot.chat.files.fields import Field, Teller, cycle_fields, cycles
from bot.chat.files.quarter_fields import quarter_fields, quarters
from bot.chat.model import TEXT_LIMIT, Screen
from bot.chat.screens.portfolio.copying import show_cycle, show_quarter
from bot.chat.screens.portfolio.home import show_home
from bot.chat.screens.portfolio.routes import CopiesFrom, OfCycle, QuarterPage
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.broadcast.placeholder import plain
from bot.domain.coaching.attempt import Showed
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Evidence, EvidenceKind, Said
from bot.domain.person.person import Person
from tests.chat.portfolio_people import LAKSANA, NOW, full, one_try, teacher


def context(world: World, person: Person) -> TurnContext:
    return TurnContext(person=person, world=world, now=NOW)


def fields(world: World, cycle: Cycle) -> dict[str, str]:
    return {one.name: one.words for one in cycle_fields(Teller(world, teacher()), cycle)}


def copied(screen: Screen) -> dict[str, str]:
    """Return what the buttons of a screen copy, by their labels."""
    return {one.label: one.copied for row in screen.rows for one in row if one.copied}


def all_pages(world: World, person: Person, cycle: Cycle) -> list[Screen]:
    """Return the screens of a cycle's fields, the last one once."""
    s = context(world, person)
    screens: list[Screen] = []
    for page in range(20):
        screen = show_cycle(s, OfCycle(cycle.step, cycle.begun_at, page))
        if screens and screen == screens[-1]:
            break
        screens.append(screen)
    return screens


def test_a_field_holds_what_she_wrote(world: World) -> None:
    """Her words stand there unchanged, days by her own clock; nothing is made up for what she passed by."""
    proof = Evidence(kind=EvidenceKind.PHOTO, at=NOW.replace(hour=20), files=("a", "b"))
    cycle = one_try(
        world,
        showed=Showed(count=9, words="9"),
        evidence=(proof,),
        reflections=(Said(words="Saya <menunggu> & diam."), Said()),
    )
    assert fields(world, cycle) == {
        "target": "Langkah 5 · Melaksanakan pembelajaran: Tunggu dulu",
        "upaya": "Mencoba “Tunggu dulu” pada Jumat, 20 November 2026",
        "dampak": "Berapa murid yang ikut menjawab, dengan suara atau cara lain? 9",
        "refleksi-1": "Saya <menunggu> & diam.",
        "bukti": "21 November 2026, 2 foto",
    }


def test_a_voice_note_is_told_of_and_not_copied_as_words(world: World) -> None:
    """What she said aloud lies with Telegram: the field says so."""
    cycle = one_try(world, reflections=(Said(voice="abc"),))
    assert fields(world, cycle)["refleksi-1"] == "(pesan suara, tersimpan di Telegram)"


def test_a_step_closed_as_a_habit_says_that(world: World) -> None:
    """Without a try there is nothing else to copy."""
    cycle = Cycle(step=LAKSANA, begun_at=NOW, closed_at=NOW, habit=True)
    habit = "Langkah 5 · Melaksanakan pembelajaran: sudah biasa dilakukan"
    assert fields(world, cycle) == {"target": habit}


@pytest.mark.parametrize("length", [255, 256, 257, 500])
def test_what_no_button_can_copy_is_a_quote(world: World, length: int) -> None:
    """Up to 256 units a button copies the field; a longer one stands as a quote, whole."""
    words = "a" * length
    cycle = one_try(world, reflections=(Said(words=words),))
    person = teacher(Coaching(history=(cycle,)))
    (screen,) = all_pages(world, person, cycle)
    assert (words in copied(screen).values()) == (length <= 256)
    assert (f"<blockquote>{words}</blockquote>" in screen.text) == (length > 256)


def test_an_emoji_counts_as_two(world: World) -> None:
    """Telegram may count in UTF-16: 200 emoji are too many for a button."""
    cycle = one_try(world, reflections=(Said(words="😀" * 200),))
    person = teacher(Coaching(history=(cycle,)))
    (screen,) = all_pages(world, person, cycle)
    assert "😀" * 200 not in copied(screen).values()
    assert "😀" * 200 in screen.text


def test_markup_in_her_words_is_shown_and_copied_as_it_is(world: World) -> None:
    """Tags are escaped in the message and plain in what is copied."""
    words = "<b>tebal</b> & =1+1"
    cycle = one_try(world, reflections=(Said(words=words),))
    (screen,) = all_pages(world, teacher(Coaching(history=(cycle,))), cycle)
    assert words in copied(screen).values()
    assert "&lt;b&gt;tebal&lt;/b&gt; &amp; =1+1" in screen.text


def test_every_field_of_every_cycle_is_shown_once_in_messages_that_fit(world: World) -> None:
    """However much she wrote, each message fits Telegram and no field is lost between pages."""
    person = full(world)
    tell = Teller(world, person)
    for cycle in cycles(person.coaching)[:4]:
        screens = all_pages(world, person, cycle)
        shown = " ".join(plain(one.text) for one in screens)
        for screen in screens:
            assert len(plain(screen.text)) <= TEXT_LIMIT
        for field in cycle_fields(tell, cycle):
            assert shown.count(f"{tell.label(field)}\n{field.words}") == 1


def test_a_whole_quarter_fits_too(world: World) -> None:
    """The fields of a full quarter go over pages; each of its words is on one of them."""
    person = full(world)
    s, tell = context(world, person), Teller(world, person)
    quarter = quarters(tell)[0]
    screens = [show_quarter(s, QuarterPage(quarter, page)) for page in range(12)]
    shown = " ".join(plain(one.text) for one in screens)
    assert max(len(plain(one.text)) for one in screens) <= TEXT_LIMIT
    for field in quarter_fields(tell, quarter):
        for line in field.words.splitlines():
            assert line[:200] in shown


def test_fields_of_a_second_try_say_so(world: World) -> None:
    """Two fields never have one name."""
    person = full(world, cycles=1)
    tell = Teller(world, person)
    found = cycle_fields(tell, person.coaching.history[0])
    labels = [tell.label(one) for one in found]
    assert len(labels) == len(set(labels))
    assert "Dampak (2)" in labels
    assert Field("perubahan", "Tunggu lebih lama.", 2) in found


def test_the_list_goes_back_to_the_first_cycle(world: World) -> None:
    """Six at once, newest first, with ways to older and newer ones."""
    person = full(world)
    s, seen = context(world, person), set()
    for start in range(0, 42, 6):
        screen = show_home(s, CopiesFrom(start))
        data = {one.data for row in screen.rows for one in row}
        seen |= {one for one in data if one.startswith("salin:cycle:")}
        assert (f"salin:home:{start + 6}" in data) == (start + 6 < 39)
    assert len(seen) == 39


def test_a_cycle_that_is_gone_says_so(world: World) -> None:
    """After she has deleted it, an old button leads to a word and the list."""
    person = replace(full(world, cycles=1), coaching=Coaching())
    screen = show_cycle(context(world, person), OfCycle(LAKSANA, NOW))
    assert screen.text == world.texts.say("copying-gone")
