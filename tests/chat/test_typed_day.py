"""Days, runs of days and weekdays where only these are asked: a pause, quiet days, reminders."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.chat.context import Context
from bot.chat.model import ChangeSchool, Incoming, Press, Screen, Typed, UpdateId
from bot.chat.moments.day import LikelyDays, read_day
from bot.chat.moments.days import read_days
from bot.chat.moments.hour import hours_in
from bot.chat.pressing import draw
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Content, Draft
from bot.domain.school.school_change import SetQuiet
from tests.chat.taking import take_turn
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS, person
from tests.chat.test_typed_hour import take_at
from tests.each import each

TODAY = date(2026, 11, 20)
"""A Friday."""

DAYS = {
    "24 Desember": "2026-12-24",
    "24 desember ya bu 🙏": "2026-12-24",
    "24/12": "2026-12-24",
    "24.12": "2026-12-24",
    "24-12-26": "2026-12-24",
    "2026-12-24": "2026-12-24",
    "tanggal 24": "2026-11-24",
    "tgl 24 des": "2026-12-24",
    "Kamis, 24 Desember 2026": "2026-12-24",
    "sampai 24 Desember": "2026-12-24",
    "besok": "2026-11-21",
    "lusa": "2026-11-22",
    "Senin": "2026-11-23",
    "sampai hari Senin": "2026-11-23",
    "Senin depan": "2026-11-23",
    "Kamis depan": "2026-11-26",
    "2 pekan": "2026-12-04",
    "dua minggu lagi": "2026-12-04",
    "seminggu": "2026-11-27",
    "sebulan": "2026-12-20",
    "10 hari": "2026-11-30",
    "akhir bulan": "2026-11-30",
    "akhir tahun": "2026-12-31",
    "1 Mei": "2027-05-01",
    "1 November": "? 2026-12-01, 2027-11-01",
    "minggu depan": "? 2026-11-23, 2026-11-27, 2026-11-29",
    "Jumat": "? 2026-11-20, 2026-11-27",
    "31 Februari": "-",
    "30/2/2027": "-",
    "sampai saya sembuh": "-",
    "": "-",
}


def _told(read: LikelyDays) -> str:
    days = ", ".join(map(str, read.days)) or "-"
    return f"? {days}" if read.days and read.doubt else days


@each("words", DAYS)
def test_a_day_is_read(words: str, world: World) -> None:
    """A date, a day of the week, a distance from today; what is doubtful is asked."""
    assert _told(read_day(world.texts, words, TODAY)) == DAYS[words]


RUNS = {
    "10–12 Maret 2027": "2027-03-10 2027-03-12",
    "10-12 maret 2027": "2027-03-10 2027-03-12",
    "10 sampai 12 Maret": "2027-03-10 2027-03-12",
    "tanggal 10 s.d. 12 Maret": "2027-03-10 2027-03-12",
    "24 Desember": "2026-12-24 2026-12-24",
    "28 Februari - 2 Maret 2027": "2027-02-28 2027-03-02",
    "20 des s.d. 3 jan 2027": "2026-12-20 2027-01-03",
    "20 Desember hingga 3 Januari": "2026-12-20 2027-01-03",
    "1-3-2027 - 5-3-2027": "2027-03-01 2027-03-05",
    "1/3 - 5/3": "2027-03-01 2027-03-05",
    "10 s/d 12 Maret": "2027-03-10 2027-03-12",
    "Senin sampai Rabu": "2026-11-23 2026-11-25",
    "24,25,26 desember": "2026-12-24 2026-12-26",
    "24, 25 dan 26 desember": "2026-12-24 2026-12-26",
    "24,25/12": "2026-12-24 2026-12-25",
    "4,5 desember": "2026-12-04 2026-12-05",
    "4,5,6 Desember": "2026-12-04 2026-12-06",
    "5 dan 7 desember": "2026-12-05 2026-12-05, 2026-12-07 2026-12-07",
    "5 Des dan 7 Des": "2026-12-05 2026-12-05, 2026-12-07 2026-12-07",
    "5 & 7 desember": "2026-12-05 2026-12-05, 2026-12-07 2026-12-07",
    "5, 7, 9 desember": "2026-12-05 2026-12-05, 2026-12-07 2026-12-07, 2026-12-09 2026-12-09",
    "5, 7-9 desember": "2026-12-05 2026-12-05, 2026-12-07 2026-12-09",
    "1-3 dan 8-10 Desember": "2026-12-01 2026-12-03, 2026-12-08 2026-12-10",
    "7 & 9/12": "2026-12-07 2026-12-07, 2026-12-09 2026-12-09",
    "7/12 & 9/12": "2026-12-07 2026-12-07, 2026-12-09 2026-12-09",
    "7/12, 9/12": "2026-12-07 2026-12-07, 2026-12-09 2026-12-09",
    "25 desember dan 1 januari": "2026-12-25 2026-12-25, 2027-01-01 2027-01-01",
    "24 desember, 31 desember": "2026-12-24 2026-12-24, 2026-12-31 2026-12-31",
    "14-18/12": "2026-12-14 2026-12-18",
    "14 - 18/12": "2026-12-14 2026-12-18",
    "14-18/12/2026": "2026-12-14 2026-12-18",
    "14 sampai 18/12": "2026-12-14 2026-12-18",
    "14/12-18/12": "2026-12-14 2026-12-18",
    "14/12/2026 - 18/12/2026": "2026-12-14 2026-12-18",
    "7 - 11 Desember 2026 ujian": "2026-12-07 2026-12-11 [ujian]",
    "UAS 7-11 desember": "2026-12-07 2026-12-11 [uas]",
    "7-11 Des libur semester": "2026-12-07 2026-12-11 [libur, semester]",
    "7 s.d. 11 Des": "2026-12-07 2026-12-11",
    "7 sd 11 des": "2026-12-07 2026-12-11",
    "7 s/d 11 Desember 2026": "2026-12-07 2026-12-11",
    "tgl 7 sd tgl 11 des": "2026-12-07 2026-12-11",
    "dari 7 sampai 11 desember": "2026-12-07 2026-12-11",
    "dari tanggal 7 sampai dengan 11 desember": "2026-12-07 2026-12-11",
    "mulai 7 desember hingga 11 desember": "2026-12-07 2026-12-11",
    "7 ke 11 desember": "?",
    "7–11 Desmber": "2026-12-07 2026-12-11",
    "Senin 7 Desember sampai Jumat 11 Desember": "2026-12-07 2026-12-11",
    "Senin, 7 Desember 2026 – Jumat, 11 Desember 2026": "2026-12-07 2026-12-11",
    "besok sampai jumat": "2026-11-21 2026-11-27",
    "besok s.d. lusa": "2026-11-21 2026-11-22",
    "besok dan lusa": "2026-11-21 2026-11-22",
    "Senin dan Rabu": "2026-11-23 2026-11-23, 2026-11-25 2026-11-25",
    "senen s/d rebo": "2026-11-23 2026-11-25",
    "tgl 5-7": "2026-12-05 2026-12-07",
    "25 & 26 des, 1 jan": "2026-12-25 2026-12-26, 2027-01-01 2027-01-01",
    "30 nov - 4 des": "2026-11-30 2026-12-04",
    "dinten senen": "2026-11-23 2026-11-23 [dinten]",
    "7-11 desember 3 kelas": "-",
    "bukan 7-11 desember": "-",
    "kecuali 24 desember": "?",
    "7-11 desember jam 9": "-",
    "Senin 8 Desember sampai Jumat 11 Desember": "-",
    "24 25 26 desember": "?",
    "31, 32 desember": "-",
    "besok": "2026-11-21 2026-11-21",
    "Jum'at 27 November": "2026-11-27 2026-11-27",
    "12–10 Maret 2027": "-",
    "31–2 Maret 2027": "-",
    "pekan depan": "?",
    "-": "-",
}


@each("words", RUNS)
def test_a_run_of_days_is_read(words: str, world: World) -> None:
    """Two days may share their month or year; the wrong order and half a range are not read."""
    read = read_days(world.texts, words, TODAY)
    if isinstance(read, LikelyDays):
        assert RUNS[words] == ("?" if read.days else "-")
        return
    told = ", ".join(f"{first} {last}" for first, last in read.runs)
    assert RUNS[words] == (f"{told} [{', '.join(read.unused)}]" if read.unused else told)


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.integers(0, 364))
def test_a_day_the_bot_writes_is_read_back(world: World, today: date, ahead: int) -> None:
    """A day in any of our forms, typed back, is the same day."""
    day = date.fromordinal(today.toordinal() + ahead)
    texts = world.texts
    for shown in (texts.long_day(day), texts.plain_day(day), texts.short_days(day, day)):
        assert read_day(texts, shown, today).day == day


@given(st.dates(date(2026, 1, 1), date(2030, 12, 31)), st.text(max_size=40))
def test_whatever_is_typed_as_a_day_is_no_error(world: World, today: date, words: str) -> None:
    """No text is an error, as one day or as several."""
    read_day(world.texts, words, today)
    read_days(world.texts, words, today)
    hours_in(world.texts, words)


@each("data", ["wish:hour:0500", "wish:hour:2530", "wish:hour:x", "wish:until:x"])
def test_a_button_with_what_is_not_offered_is_old(data: str, world: World, now: datetime) -> None:
    """Hours of the night and what is no hour or day change nothing."""
    before = person(COORDINATOR, now).wishes
    assert take_at(("wish.hour",), Press(data), world, now).person.wishes == before


@each("place", [("wish.pause",), ("schedule.quiet", OWN)])
def test_a_doubtful_day_is_asked(place: tuple[str, ...], world: World, now: datetime) -> None:
    """What may be several days is none yet; each button carries one, and the tap is taken."""
    asked = take_at(place, Typed("minggu depan"), world, now)
    assert asked.screen
    buttons = [button for row in asked.screen.rows for button in row][:3]
    again = (place[0], *asked.person.place.args)
    done = take_at(again, Press(buttons[0].data), world, now)
    assert done.person.wishes.paused_until or done.wishes


@each(
    ("words", "weekday"),
    [("Jum'at", 4), ("jum at", 4), ("hari Kamis ya", 3), ("Sabtu saja", 5), ("rebo", 2)],
)
def test_a_day_of_the_week_is_read(words: str, weekday: int, world: World, now: datetime) -> None:
    """However it is written; see the transcripts for Sunday, which is none to choose."""
    assert take_at(("wish.day",), Typed(words), world, now).person.wishes.weekday == weekday


QUESTIONS = {
    ("wish.pause",): "wish.pause",
    ("wish.hour",): "wish.hour",
    ("schedule.quiet", OWN): "schedule.quiet",
    ("siar.when", OWN): "siar.when",
}


@each("place", QUESTIONS)
@each("unread", [False, True])
@each(
    "day",
    [
        "2026-11-30T07:00",
        "2026-11-30T15:00",
        "2026-12-31T23:30",
        "2028-02-29T00:10",
        "2027-02-26T05:00",
    ],
)
def test_every_example_of_a_question_can_be_typed(
    place: tuple[str, ...], day: str, world: World, *, unread: bool
) -> None:
    """The examples are made from today: each is understood, lies ahead and needs no question."""
    now = datetime.fromisoformat(f"{day}:00+07:00")
    draft = Draft(school=OWN, content=Content(text="Halo"))
    who = replace(person(COORDINATOR, now), composing=draft).at(*place)
    known = Context(rights=RIGHTS, roster=None)
    screen: Screen | None = draw(TurnContext(person=who, world=world, now=now, known=known))
    if unread:
        event = Incoming(update=UpdateId(1), person=who.id, event=Typed("zzz"))
        screen = take_turn(who, event, world, now, known).screen
    assert screen
    text = screen.text.replace("<i>", "").replace("</i>", "")
    prompts = text.split("misalnya ")[1:] + text.split("seperti ")[1:]
    told = [
        example.strip("“”., ?")
        for prompt in prompts
        for example in prompt.splitlines()[0]
        .replace(", atau ", ", ")
        .replace(" atau ", ", ")
        .split(", ")
    ]
    assert told
    for update, words in enumerate(told, 2):
        event = Incoming(update=UpdateId(update), person=who.id, event=Typed(words))
        turn = take_turn(who, event, world, now, known)
        assert turn.person.place.screen != place[0] or turn.wishes, words


def test_a_list_of_quiet_days_is_kept_whole(world: World, now: datetime) -> None:
    """Every day of a list is quiet, no day between them is, and a word beside them is said back."""
    turn = take_at(("schedule.quiet", OWN), Typed("5 dan 7 desember, ujian"), world, now)
    (change,) = [one.change for one in turn.wishes if isinstance(one, ChangeSchool)]
    assert isinstance(change, SetQuiet)
    assert [(one.first.day, one.last.day) for one in change.periods] == [(5, 5), (7, 7)]
    assert turn.screen
    assert "“ujian”" in turn.screen.text
