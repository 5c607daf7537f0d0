"""A coordinator who types a label of her school, or says it in her words, is led there; nobody else is."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Incoming, Typed, UpdateId
from bot.chat.world import World
from bot.domain.broadcast.broadcast import AudienceFilter, Content, Draft
from bot.domain.person.person import Person
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_broadcast_rights import BOTH
from tests.chat.test_plain_replies import buttons, received
from tests.chat.test_rights import COORDINATOR, OTHER, OWN, RIGHTS, STRANGER, person, school
from tests.each import each

LABELS = {
    "Rekap": "recap.main",
    "Siaran": "siar.home",
    "Undang guru": "school.invite",
    "Jadwal": "schedule.main",
    "Hari tenang": "schedule.quiet",
    "Siapa di mana": "roster.list",
    "Data sekolah": "sdata.main",
}
SAID = {
    "bikin laporan buat pengawas": "recap.main",
    "tolong buatkan rekap dong": "recap.main",
    "saya mau lihat rekap evaluasi": "recap.main",
    "berapa guru yg udh evaluasi": "recap.main",
    "berapa yg selesai?": "recap.main",
    "kirim pengumuman ke semua guru": "siar.home",
    "kirim ke yg blm aja": "siar.draft",
    "mau undang guru baru": "school.invite",
    "minta link undangan": "school.invite",
    "tambah koordinator": "school.handover",
    "mau liat rekap": "recap.main",
    "unduh rekap excel": "recap.main",
    "qr code": "school.invite",
    "tambah hari libur": "schedule.quiet",
    "ingatkan yang blm mulai": "roster.ask",
    "tolong ingatkan semua guru": "roster.ask",
    "ingatkan guru": "roster.ask",
    "siapa yg sudah selesai evaluasi?": "roster.list",
    "tambah guru baru": "school.invite",
    "guru tidak bisa masuk": "school.invite",
    "tolong ingetin para guru saya ya": "roster.ask",
    "berapa orang yang sudah gabung": "roster.list",
    "geser evaluasi seminggu": "schedule.main",
    "tolong undur evaluasi 1 minggu ya": "schedule.main",
    "ingatkan yang belum evaluasi": "roster.ask",
    "tolong ingetin yg blm": "roster.ask",
    "ingatkan semua guru yg blm isi evaluasi ya": "roster.ask",
}
SEEING = (
    "apa yang bisa saya lihat tentang guru",
    "apa saya bisa lihat jawaban guru",
    "guru tahu kalau saya lihat?",
    "apakah saya boleh baca refleksi guru?",
    "data guru apa yang saya lihat",
    "apa guru tau kalo sy lihat",
)


def says(
    who: Person, text: str, world: World, now: datetime, known: Context | None = None
) -> ShownTurn:
    """Let somebody type a text."""
    incoming = Incoming(update=UpdateId(9), person=who.id, event=Typed(text))
    return take_turn(who, incoming, world, now, known or Context(rights=RIGHTS, roster=BOTH))


@each(
    ("text", "screen"),
    [
        ("batalkan siaran", "siar.home"),
        ("rekap semester ini", "recap.main"),
        ("tugas koordinator apa saja", "school.handover"),
        ("cara membuat rubrik", "help.answer"),
    ],
)
def test_a_word_about_her_school_leads_there_where_nothing_else_does(
    text: str, screen: str, world: World, now: datetime
) -> None:
    """What the steps answer is answered by them; a teacher reads that there is no answer yet."""
    assert says(person(COORDINATOR, now), text, world, now).person.place.screen == screen
    teachers = says(person(STRANGER, now), text, world, now).person.place.screen
    assert teachers.startswith("help.")


@each(
    ("place", "screen"),
    [
        (("roster.list", OWN, "semua"), "school.home"),
        (("recap.main", OWN), "school.home"),
        (("school.home", OWN), "menu.main"),
        (("teacher.pick", OWN, "0"), "school.home"),
        (("teacher.name", OWN, "71"), "teacher.pick"),
        (("siar.list", OWN), "siar.home"),
        (("schedule.quiet", OWN), "schedule.main"),
    ],
)
@each("text", ["kembali", "balik dong"])
def test_back_is_heard_where_the_page_had_to_be_loaded(
    place: tuple[str, ...], screen: str, text: str, world: World, now: datetime
) -> None:
    """What "Kembali" is anywhere else it is in front of her teachers, numbers and broadcasts, too."""
    turn = says(person(COORDINATOR, now).at(*place), text, world, now)
    assert turn.person.place.screen == screen


@each(("text", "screen"), {**LABELS, **SAID}.items())
@each("lately", [False, True])
def test_a_coordinator_is_led_to_what_she_says(
    text: str, screen: str, lately: bool, world: World, now: datetime
) -> None:
    """The page itself of her one school, also where somebody has lately written to her."""
    got = received(now) if lately and text != "Siapa di mana" else None
    known = Context(rights=RIGHTS, roster=BOTH, received=got)
    turn = says(person(COORDINATOR, now), text, world, now, known)
    assert turn.person.place.screen == screen
    assert turn.person.place.args[0] == OWN
    assert not turn.changes


@each("text", [*LABELS, *SAID])
def test_of_several_schools_she_is_asked_which(text: str, world: World, now: datetime) -> None:
    """Each school is one tap away; where she looks at one of them, that is meant."""
    schools = {one: replace(school(one, COORDINATOR), name=one) for one in (OWN, OTHER)}
    known = Context(rights=replace(RIGHTS, schools=schools), roster=BOTH)
    turn = says(person(COORDINATOR, now), text, world, now, known)
    asked = [data for data in buttons(turn) if OWN in data or OTHER in data]
    assert len(asked) == len(schools)
    if text == "Siapa di mana":
        return
    turn = says(person(COORDINATOR, now).at("school.home", OTHER), text, world, now, known)
    assert turn.person.place.args[0] == OTHER


@each(("text", "screen"), [("Koordinator", "school.handover"), ("Riwayat", "school.audit")])
def test_a_label_that_is_a_command_too_means_the_school_where_it_is_shown(
    text: str, screen: str, world: World, now: datetime
) -> None:
    """On the school's page her tool, everywhere else the command."""
    who = person(COORDINATOR, now)
    assert says(who.at("school.home", OWN), text, world, now).person.place.screen == screen
    assert says(who, text, world, now).person.place.screen != screen


@each("text", [*LABELS, *SAID, *SEEING])
def test_a_teacher_is_led_to_no_page_of_a_school(text: str, world: World, now: datetime) -> None:
    """Whoever coordinates nothing reads nothing of a school and no name."""
    turn = says(person(STRANGER, now), text, world, now)
    first = turn.person.place.screen.partition(".")[0]
    assert first not in {"school", "roster", "recap", "schedule", "siar", "sdata", "teacher"}
    assert turn.screen is None or "Anda melihat tiap guru" not in turn.screen.text


@each("text", SEEING)
def test_she_is_told_what_she_sees_of_teachers_and_what_not(
    text: str, world: World, now: datetime
) -> None:
    """Status by name, no answers, and that each teacher has read so."""
    turn = says(person(COORDINATOR, now), text, world, now)
    assert turn.screen
    assert "tidak melihat jawaban" in turn.screen.text
    assert "sebelum bergabung" in turn.screen.text


def test_a_draft_is_for_the_rest_by_her_word(world: World, now: datetime) -> None:
    """The words she has written stay; only those who get them change."""
    content = Content(text="Mohon diisi ya")
    who = replace(person(COORDINATOR, now), composing=Draft(school=OWN, content=content))
    turn = says(who.at("siar.draft", OWN), "kirim ke yg blm aja", world, now)
    assert turn.person.composing
    assert turn.person.composing.content == content
    assert turn.person.composing.audience.whom is AudienceFilter.NOT_EVALUATED


def test_those_of_the_list_she_looks_at_are_reminded(world: World, now: datetime) -> None:
    """The words "ingatkan mereka" mean the group that stands there."""
    who = person(COORDINATOR, now).at("roster.list", OWN, "belum-mulai")
    turn = says(who, "ingatkan mereka", world, now)
    assert turn.person.place.args[:2] == (OWN, "belum-mulai")
    assert says(who, "ingatkan yg blm evaluasi", world, now).person.place.args[1] == "evaluasi"


@each("text", ["rekap nilai murid", "cara undang guru tamu ke kelas", "jadwal pelajaran saya"])
def test_a_sentence_of_its_own_leads_to_no_page_of_the_school(
    text: str, world: World, now: datetime
) -> None:
    """A word of a label inside another question is none."""
    turn = says(person(COORDINATOR, now), text, world, now)
    assert turn.person.place.screen.partition(".")[0] not in {"school", "recap", "schedule"}
