"""A cycle taken up again: after it was put off, made smaller, tried twice, or spoken; and the ways that lead to it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.chat.model import Command, MediaKind
from bot.chat.world import World
from bot.domain.calendar.calendar import Calendar
from bot.domain.reminders.check_back import asked_once_more, check_back_message, open_promise
from bot.domain.reminders.reminder import subject_of
from tests.chat.coach_places import CHECK_BACK, NOW, Teacher, asked, standing
from tests.each import each

LATE = datetime(2026, 12, 2, 5, tzinfo=UTC)


def test_a_plan_whose_day_passed_while_put_off_is_made_anew(world: World) -> None:
    """She is offered another day kindly, and nobody asks about the day that is over."""
    one = standing(world, "coach.wait").taps("coach:aside:laksana")
    one.now = LATE
    one.taps("coach:begin:laksana")
    assert one.at == "coach.days"
    assert "sudah lewat" in one.text
    assert open_promise(one.known.coaching) is None
    subject = subject_of(one.known, has_step=True)
    assert subject
    assert check_back_message(subject, Calendar(), LATE + timedelta(days=3)) is None
    one.types("besok")
    assert one.at == "coach.wait"


def test_a_plan_whose_day_is_ahead_goes_on(world: World) -> None:
    """What was put off for an hour is as it was."""
    one = standing(world, "coach.wait").taps("coach:aside:laksana", "coach:begin:laksana")
    assert one.at == "coach.wait"


@each("way", [("coach:aside:laksana",), ("coach:begin:murid", "coach:swapped:murid:laksana")])
@each("days", [0, 1, 2, 3, 4, 10, 135])
def test_whenever_taken_up_again_a_day_ahead_is_asked_once_and_one_over_never(
    days: int, way: tuple[str, ...], world: World
) -> None:
    """Her plan is for the third day: until then it keeps its promise; from December to April it is offered anew."""
    one = standing(world, "coach.wait").taps(*way)
    one.now = NOW + timedelta(days=days)
    one.taps("coach:begin:laksana")
    if one.at == "coach.swap":
        one.taps("coach:swapped:laksana:murid")
    subject = subject_of(one.known, has_step=True)
    assert subject
    planned = check_back_message(subject, Calendar(), one.now)
    if days > 3:
        assert one.at == "coach.days"
        assert planned is None
        return
    assert one.at == "coach.wait"
    promise = open_promise(one.known.coaching)
    assert promise
    assert planned
    assert planned.promise == promise
    assert str(promise.day) == "2026-11-23"
    asked_of = replace(
        subject, outbound=replace(subject.outbound, asked=asked_once_more(None, promise))
    )
    assert check_back_message(asked_of, Calendar(), one.now + timedelta(days=9)) is None


def test_a_try_of_the_day_that_passed_can_still_be_told(world: World) -> None:
    """Beside the other days she can say that she tried it: on the day she had planned."""
    one = standing(world, "coach.wait").taps("coach:aside:laksana")
    one.now = LATE
    one.taps("coach:begin:laksana")
    assert "Sudah dicoba" in one.labels
    one.types("sudah bu")
    assert str(one.current.tried_on) == "2026-11-23"


def test_the_small_version_is_not_tried_on_the_day_she_said_no(world: World) -> None:
    """Told days later without a plan for it, it is of the day she tells it: praise claims nothing else."""
    one = asked(world).taps("coach:later:laksana:0", "coach:small:laksana:0")
    one.now += timedelta(days=4)
    one.types("sudah dicoba")
    assert one.current.tried_on == one.now.date()


def test_the_small_version_has_no_day_until_she_chooses_one(world: World) -> None:
    """Nobody asks about a day she never planned the small version for; class and words stay."""
    one = asked(world).taps("coach:later:laksana:0", "coach:small:laksana:0")
    assert one.at == "coach.days"
    assert open_promise(one.known.coaching) is None
    one.taps("menu:main", "coach:now")
    assert one.at == "coach.days"
    one.types("kamis")
    assert one.at == "coach.wait"
    assert one.current.promise
    assert str(one.current.promise.day) == "2026-11-26"


@each("left", [("coach:other:laksana:1",), ()])
def test_a_second_try_that_is_left_leads_to_the_close(left: tuple[str, ...], world: World) -> None:
    """The first try can be closed, with her level, and stands in the summary."""
    one = (
        standing(world, "coach.pupils")
        .types("9 anak menjawab")
        .taps(
            *("coach:proven:laksana:0", "coach:pass:laksana:0:0", "coach:pass:laksana:0:1"),
            *("coach:more:laksana:0", *left, "steps:mark:laksana:selesai"),
        )
    )
    assert one.at == "coach.level"
    one.types("3")
    assert one.at == "coach.sum"
    assert "9 anak menjawab" in one.text
    assert one.types("ya").at == "coach.done"


def test_the_summary_tells_both_tries(world: World) -> None:
    """What pupils showed in the first try is not missing beside the second."""
    one = (
        standing(world, "coach.pupils")
        .types("9 anak menjawab")
        .taps(
            *("coach:proven:laksana:0", "coach:pass:laksana:0:0", "coach:pass:laksana:0:1"),
            *("coach:more:laksana:0", "coach:day:laksana:1:2026-11-24", "coach:nogroup:laksana:1"),
            *("coach:nowords:laksana:1", "coach:settled:laksana:1", "coach:tried:laksana:1"),
        )
    )
    one.types("12 anak").taps("coach:proven:laksana:1", "coach:pass:laksana:1:0")
    one.taps("coach:pass:laksana:1:1", "coach:chosen:laksana:1:3")
    assert "9 anak menjawab" in one.text
    assert "12 anak" in one.text


def test_what_she_said_can_be_heard_again_and_is_named_in_the_praise(world: World) -> None:
    """A spoken class and plan come back as voice notes, and the praise tells of them."""
    one = standing(world, "coach.group").sends(MediaKind.VOICE).sends(MediaKind.VOICE)
    one.taps("coach:settled:laksana:0")
    assert "Dengarkan suara saya" in one.labels
    one.taps("coach:hear:laksana:0")
    assert one.last
    assert len(one.last.effects) == 2
    one.taps("coach:tried:laksana:0").sends(MediaKind.VOICE).taps("coach:proven:laksana:0")
    one.taps("coach:pass:laksana:0:0", "coach:pass:laksana:0:1")
    assert one.at == "coach.again"
    assert one.text.count("pesan suara") == 3


def test_a_step_lived_again_is_under_way_in_the_list(world: World) -> None:
    """The list and the menu say the same."""
    one = standing(world, "coach.habit").taps("coach:usual:laksana", "coach:begin:laksana")
    one.does(Command("langkah"))
    assert "Sedang dijalani (▸): Langkah 5" in one.text
    assert any(label.startswith("5 ▸") for label in one.labels)


def test_what_was_put_off_is_what_goes_on(world: World) -> None:
    """Without an active step the menu and "lanjut" lead to the one put off."""
    one = standing(world, "coach.wait").taps("coach:aside:laksana").does(Command("mulai"))
    assert "Ditunda: Langkah 5" in one.text
    assert "Lanjutkan Langkah 5" in one.labels
    assert one.types("lanjut").at == "coach.wait"


@each(
    ("place", "word", "then"),
    [
        ("coach.days", "tugas", "coach.days"),
        ("coach.wait", "tugas", "coach.wait"),
        ("coach.look-back", "latihan", "coach.look-back"),
        ("coach.look-back", "bukti", "coach.proof"),
        ("coach.pupils", "bukti", "coach.proof"),
        ("coach.wait", "bukti", "coach.wait"),
        ("coach.gate", "bukti", "coach.proof"),
        ("coach.habit", "tugas", "steps.list"),
        ("coach.habit", "bukti", "salin.home"),
    ],
)
def test_the_commands_lead_to_the_act(place: str, word: str, then: str, world: World) -> None:
    """/tugas and /bukti lead to the very act of the step under way, from the menu as well."""
    one = standing(world, place).taps("menu:main").does(Command(word))
    assert one.at == then


def test_a_reply_after_the_close_says_so(world: World) -> None:
    """A reply to a question whose cycle is closed changes nothing."""
    one = standing(world, "coach.sum").taps("coach:close:laksana")
    before = one.known.coaching
    one.types("belum sempat", *CHECK_BACK)
    assert one.known.coaching == before
    assert one.now == NOW


@each(
    ("level", "subject", "words"),
    [
        ("sd", "Matematika", ("di kelas?", "Di kelas mana?", "RPP/modul ajar")),
        ("smp", "Bimbingan Konseling", ("dalam layanan?", "Dalam layanan yang mana?", "RPL")),
        ("paud", "Kelompok A", ("di kelompok?", "Di kelompok mana?", "RPP/modul ajar")),
        ("lainnya", "Pengawas sekolah", ("di sekolah binaan?", "Di mana?", "RPP/modul ajar")),
    ],
)
def test_the_coach_speaks_of_where_she_works(
    level: str, subject: str, words: tuple[str, ...], world: World
) -> None:
    """A guru BK, a teacher of small children and a supervisor are not asked about a class."""
    one = Teacher(world, level=level)
    one.person = replace(one.known, subject=subject)
    said = [one.taps("coach:begin:laksana").text]
    one.taps("coach:task:laksana:tunggu-dulu:0", "coach:read:laksana:0", "coach:unsaid:laksana:0")
    said.append(one.taps("coach:day:laksana:0:2026-11-23").text)
    one.taps("coach:nogroup:laksana:0", "coach:nowords:laksana:0")
    said.append(" ".join(one.labels))
    assert all(word in told for word, told in zip(words, said, strict=True))
