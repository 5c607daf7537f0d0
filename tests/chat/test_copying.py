"""Salin: every field she wrote can be copied as she wrote it, in a message a phone can show."""

from dataclasses import replace
from datetime import date
from html import unescape
from re import DOTALL, findall

from bot.chat.files.fields import Field, Teller, cycle_fields
from bot.chat.files.quarter_fields import quarter_fields
from bot.chat.model import TEXT_LIMIT, Screen
from bot.chat.pressing import draw
from bot.chat.screens.portfolio.copying import show_cycle, show_quarter
from bot.chat.screens.portfolio.home import show_home
from bot.chat.screens.portfolio.routes import COPY_CYCLE, CopiesFrom, OfCycle, QuarterPage
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.broadcast.placeholder import plain
from bot.domain.coaching.attempt import Showed
from bot.domain.coaching.coaching import Coaching, JournalEntry
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Evidence, EvidenceKind, Said
from bot.domain.coaching.promise import Promise
from bot.domain.person.person import Person, Place
from tests.chat.portfolio_people import LAKSANA, NOW, full, one_try, teacher
from tests.each import each


def context(world: World, person: Person) -> TurnContext:
    return TurnContext(person=person, world=world, now=NOW)


def fields(world: World, cycle: Cycle) -> dict[str, str]:
    return {one.name: one.told for one in cycle_fields(Teller(world, teacher()), cycle)}


def copied(screen: Screen) -> dict[str, str]:
    """Return what the buttons of a screen copy, by their labels."""
    return {one.label: one.copied for row in screen.rows for one in row if one.copied}


def the_screen(world: World, person: Person, cycle: Cycle) -> Screen:
    """Return the screen of a cycle's fields."""
    return show_cycle(context(world, person), OfCycle(cycle.step, cycle.begun_at))


def reached(world: World, person: Person, screen: Screen) -> list[str]:
    """Return what can be copied from a screen by one tap, or by one tap and holding a quote."""
    found = [one.copied for row in screen.rows for one in row if one.copied]
    found += quotes(screen)
    opened = [one.data for row in screen.rows for one in row if one.data.startswith("salin:isi")]
    for data in opened:
        pages = [drawn(world, person, f"{data}:{page}") for page in range(10)]
        for nth, page in enumerate(pages):
            found += quotes(page) if nth == 0 or page != pages[nth - 1] else []
    return found


def quotes(screen: Screen) -> list[str]:
    return [
        unescape(one)
        for one in findall(r"<blockquote expandable>(.*?)</blockquote>", screen.text, DOTALL)
        if not one.startswith("<b>")
    ]


def drawn(world: World, person: Person, data: str) -> Screen:
    """Return the screen a button leads to."""
    family, verb, *args = data.split(":")
    place = Place(f"{family}.{verb}", tuple(args))
    return draw(context(world, replace(person, place=place)))


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
        "kode": "MKG 1.1; 1.2.4; 2.3; PKG 4, 6",
    }


def test_a_voice_note_is_told_of_and_not_copied_as_words(world: World) -> None:
    """What she said aloud lies with Telegram: the field says so."""
    cycle = one_try(world, reflections=(Said(voice="abc"),))
    assert fields(world, cycle)["refleksi-1"] == "(pesan suara, tersimpan di Telegram)"


def test_a_step_closed_as_a_habit_says_that(world: World) -> None:
    """Without a try there is nothing else to copy."""
    cycle = Cycle(step=LAKSANA, begun_at=NOW, closed_at=NOW, habit=True)
    habit = "Langkah 5 · Melaksanakan pembelajaran: sudah biasa dilakukan"
    assert fields(world, cycle)["target"] == habit
    assert set(fields(world, cycle)) == {"target", "kode"}


@each("length", [255, 256, 257, 500])
def test_what_no_button_can_copy_is_a_quote(world: World, length: int) -> None:
    """Up to 256 units a button copies the field; a longer one stands as a quote, whole."""
    words = "a" * length
    cycle = one_try(world, reflections=(Said(words=words),))
    person = teacher(Coaching(history=(cycle,)))
    screen = the_screen(world, person, cycle)
    assert (words in copied(screen).values()) == (length <= 256)
    assert (f"<blockquote expandable>{words}</blockquote>" in screen.text) == (length > 256)


def test_an_emoji_counts_as_two(world: World) -> None:
    """Telegram may count in UTF-16: 200 emoji are too many for a button."""
    cycle = one_try(world, reflections=(Said(words="😀" * 200),))
    person = teacher(Coaching(history=(cycle,)))
    screen = the_screen(world, person, cycle)
    assert "😀" * 200 not in copied(screen).values()
    assert "😀" * 200 in screen.text


def test_markup_in_her_words_is_shown_and_copied_as_it_is(world: World) -> None:
    """Tags are escaped in the message and plain in what is copied."""
    words = "<b>tebal</b> & =1+1"
    cycle = one_try(world, reflections=(Said(words=words),))
    screen = the_screen(world, teacher(Coaching(history=(cycle,))), cycle)
    assert words in copied(screen).values()
    assert "&lt;b&gt;tebal&lt;/b&gt; &amp; =1+1" in screen.text


def flat(words: str) -> str:
    """Return words without their breaks: a long field is cut at them."""
    return "".join(words.split())


def test_every_field_is_two_taps_away_in_messages_that_fit(world: World) -> None:
    """From the list of cycles and quarters: one tap opens, one copies or shows a quote to hold."""
    person = full(world)
    s, tell = context(world, person), Teller(world, person)
    home = [one for row in show_home(s, CopiesFrom()).rows for one in row]
    opened = [one.data for one in home if one.data.startswith(("salin:cycle", "salin:quarter"))]
    assert len(opened) == 8
    held: dict[str, tuple[Field, ...]] = {
        COPY_CYCLE(one.step, one.begun_at).args[1]: cycle_fields(tell, one)
        for one in person.coaching.history
    }
    for data in opened:
        screen = drawn(world, person, data)
        assert len(plain(screen.text)) <= TEXT_LIMIT
        taken = flat("".join(reached(world, person, screen)))
        args = data.split(":")
        wanted = quarter_fields(tell, args[2]) if args[1] == "quarter" else held[args[3]]
        for field in wanted:
            assert flat(field.words) in taken, field.name
            assert field.nth > 1 or tell.label(field) in screen.text


@each("length", [10, 256, 500, 4_000])
def test_however_long_they_are_all_fields_are_on_one_screen(length: int, world: World) -> None:
    """Two tries with long words everywhere: no second screen is needed to reach a field."""
    said = Said(words=("kata " * length)[:length].strip())
    cycle = one_try(
        world, rehearsal=said, reflections=(said, said), showed=Showed(words=said.words)
    )
    (attempt,) = cycle.attempts
    cycle = replace(cycle, attempts=(attempt, attempt))
    person = teacher(Coaching(history=(cycle,)))
    screen = the_screen(world, person, cycle)
    assert len(plain(screen.text)) <= TEXT_LIMIT
    taken = [flat(one) for one in reached(world, person, screen)]
    assert "".join(taken).count(flat(said.words)) == 8


def test_what_was_spoken_is_told_and_not_offered_to_copy(world: World) -> None:
    """A spoken plan, class, rehearsal, count and reflection are named; no button copies such a word."""
    promise = Promise(made_at=NOW, day=date(2026, 11, 20), group="", group_voice="g", voice="v")
    voice = Said(voice="abc")
    cycle = one_try(
        world,
        promise=promise,
        rehearsal=voice,
        reflections=(voice, voice),
        showed=Showed(voice="murid"),
    )
    told = fields(world, cycle)
    spoken = world.texts.pick("fields", "spoken")
    for name in ("rencana", "kalimat", "dampak", "refleksi-1", "refleksi-2"):
        assert told[name] == spoken
    assert "di kelas yang disebut dalam pesan suara" in told["upaya"]
    person = teacher(Coaching(history=(cycle,)))
    for screen in (
        the_screen(world, person, cycle),
        show_quarter(context(world, person), QuarterPage("2026-Q4")),
    ):
        assert spoken in screen.text
        assert not any(spoken in one for one in reached(world, person, screen))


def test_a_journal_of_which_parts_were_spoken_copies_the_written_ones(world: World) -> None:
    """The others are told of."""
    entry = JournalEntry(at=NOW, parts=(Said(words="Kelas ramai."), Said(voice="a")))
    person = teacher(Coaching(journal=(entry,)))
    screen = show_quarter(context(world, person), QuarterPage("2026-Q4"))
    (copied_words,) = copied(screen).values()
    assert "Peristiwa: Kelas ramai." in copied_words
    assert "pesan suara" not in copied_words
    assert "Perasaan: (pesan suara" in screen.text


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
