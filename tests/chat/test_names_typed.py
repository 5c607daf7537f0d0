"""A name that others will read: it looks like one, or is shown back first; what is none is never taken."""

from dataclasses import replace
from datetime import datetime

from bot.chat.answers.name import person_in, school_in
from bot.chat.context import Context
from bot.chat.model import Incoming, Press, Typed, UpdateId
from bot.chat.typed.line import clean_line
from bot.chat.world import World
from tests.chat.taking import take_turn
from tests.chat.test_question_ends import newcomer, take
from tests.chat.test_rights import OWN, RIGHTS
from tests.chat.test_stopping_first import places, turn_of
from tests.each import each

NAMES = (
    "Sari Dewi",
    "Bu Sari",
    "bu sari, s.pd",
    "Pak Budi Santoso, S.Pd.",
    "H. Ahmad Fauzi, S.Ag., M.Pd.I",
    "Dra. Ni Luh Putu Sri Wahyuni, M.Pd.",
    "I Gusti Ngurah Agung Putra Wijaya",
    "Ma'rifatul Ulum",
    "Siti Nur'aini",
    "A. Rahman",
    "Anak Agung Istri Made",
    "Yosef Kwok-Lim",
)
KNOWN = ("Sari", "sari dewi", "Sari Dewi Lestari", "SARI", "Bu Sari")
"""Names of somebody whom Telegram calls Sari."""

DOUBTFUL = (
    *(
        "Sari",
        "sari dewi",
        "salah sekolah",
        "guru honorer",
        "Guru Honorer",
        "kepala sekolah",
    ),
    *("Kepala Sekolah", "contoh soal HOTS", "rapor", "cek cek", "waduh", "astaghfirullah", "Senin"),
    *("Senin depan", "SMP", "WIB", "lanjutkan", "gaskeun", "anonim", "tanpa nama"),
    *("asdf", "a", "matematika", "hujan", "nitip absen", "otw", "voice note", "Sari bu"),
    *(
        "sari aja",
        "bu sari aja",
        "biasa dipanggil Cik Gu",
        "sugeng enjing",
        "bu hujan",
        "Bu, hujan",
    ),
    *("pak guru", "linknya error", "turut berduka cita", "Hujan deras"),
    "nama saya Sari Dewi",
    "panggil saja Bu Sari",
    "hadir",
    "siap bu",
    "ok",
    "Sari 🙏",
    "Sari123",
    "cara membuat rubrik",
    "Terima kasih Bu, maaf tidak bisa hadir karena sakit",
    "guru yang mengajar di kelas dua",
    "saya sedang sakit",
    "test",
    "X1",
    "Kepala Sekolah",
    "Koordinator",
    "Admin Bot",
    "Pengelola",
)
NEVER = (
    *("emoh", "teu daek", "ndak amuah", "mboten purun", "terserah bu", "hp lowbat"),
    "?",
    "apa bedanya rubrik dan ceklis?",
    "bagaimana cara membuat rubrik",
    "ini untuk apa ya bu",
    "tidak jadi",
    "saya tidak mau bergabung",
    "nanti saja",
    "stop",
    "males",
    "bingung bu",
    "https://t.me/bot?start=abc",
    "123",
    '=HYPERLINK("http://x","klik")',
    "=1+1 Siti",
    "+62 Siti",
    "Siti /hapus",
    "\u3164\u2800\u200d",
    "-",
    "🙏🙏",
    "siapa saja yang bisa melihat nama saya",
    "kenapa harus pakai nama",
)
SCHOOLS = (
    "SD Harapan",
    "SDN 1 Sukamaju",
    "SMP Negeri 3 Denpasar",
    "MI Ma'arif NU 02 Sokaraja",
    "SLB-B Karya Mulia",
    "TK Pertiwi II",
    "Madrasah Aliyah Al-Azhar",
    "Sekolah Bogor Raya",
    "Yayasan Kasih Ibu",
    "PKBM Cerdas 21",
)
DOUBTFUL_SCHOOLS = (
    "Harapan Bangsa",
    "tes",
    "ok",
    "besok saya kirim",
    "SD",
    "sekolah yang di dekat pasar",
)


@each("name", NAMES)
def test_a_name_is_taken_as_it_is(name: str, world: World) -> None:
    """Titles, degrees, apostrophes and six words are names as people have them."""
    assert person_in(world, name).sure


@each("name", KNOWN)
def test_a_name_she_bears_already_is_sure(name: str, world: World) -> None:
    """A word of her Telegram name makes the typed one hers, unless daily talk stands beside it."""
    assert person_in(world, name, ("Sari W",)).sure
    assert not person_in(world, f"{name} aja", ("Sari W",)).sure


@each(
    "name",
    *[
        (
            "Rahayu",
            "Rahayu Ningsih",
            "Amin",
            "Selamat",
            "Salam",
            "Sukses",
            "Siap",
            "Baik",
            "Pagi Sihombing",
        )
    ],
)
@each("screen", ["join.name", "ask.nickname", "ownname.name"])
def test_a_name_like_a_greeting_can_be_given(
    screen: str, name: str, world: World, now: datetime
) -> None:
    """It may be answered kindly, and a tap takes it as the name."""
    who = newcomer(now) if screen == "join.name" else places(now)["ask.nickname"]
    if screen == "ownname.name":
        who = replace(who, school=OWN, shown_name="Sari").at("ownname.name")
    shown = turn_of(who, Typed(name), world, now)
    assert shown.screen is not None
    assert (shown.person.shown_name, shown.person.nickname) == (who.shown_name, who.nickname)
    button = next(
        one for row in shown.screen.rows for one in row if name in one.label or "set" in one.data
    )
    taken = take(shown.person, Press(button.data), world, now)
    assert name in (taken.shown_name, taken.nickname)


def test_siti_is_no_degree(world: World, now: datetime) -> None:
    """The short form "St." before a name stays as it was typed."""
    asked = take(newcomer(now), Typed("St. Fatimah"), world, now)
    joined = asked if asked.shown_name else take(asked, Press("join:name"), world, now)
    assert joined.shown_name == "St. Fatimah"


@each("text", DOUBTFUL)
def test_a_doubtful_name_is_shown_back(text: str, world: World) -> None:
    """A word of daily talk, a digit or an emoji needs a tap before anybody else reads it."""
    named = person_in(world, text)
    assert named.name
    assert not named.sure


@each("text", NEVER)
def test_a_question_or_refusal_is_no_name(text: str, world: World, now: datetime) -> None:
    """At the question for her name it joins nobody, and is never offered as a name."""
    assert not person_in(world, text).name
    who = places(now)["join.name"]
    turn = turn_of(who, Typed(text), world, now)
    assert (turn.person.school, turn.person.shown_name) == (who.school, who.shown_name)
    assert turn.wishes == ()
    assert turn.person.place.draft.get("offered", "Sari") == "Sari"


@each("text", SCHOOLS)
def test_a_school_is_known_by_its_kind(text: str, world: World) -> None:
    """A name that begins with the kind of school is taken at once."""
    assert school_in(world, text).sure


@each("text", [*DOUBTFUL_SCHOOLS, *NEVER])
def test_no_school_is_made_of_chatter(text: str, world: World, now: datetime) -> None:
    """Anything else is shown back or refused, and the school waits for a tap."""
    assert not school_in(world, text).sure
    turn = turn_of(places(now)["admin.new"], Typed(text), world, now)
    assert turn.person.place.screen != "admin.zone"
    assert turn.wishes == ()


def test_a_doubtful_name_joins_by_a_tap(world: World, now: datetime) -> None:
    """The words "nama saya Sari Dewi" are shown back as Sari Dewi, and joins when she says so."""
    shown = take(newcomer(now), Typed("nama saya Sari Dewi"), world, now)
    assert shown.school is None
    joined = take(shown, Press("join:name"), world, now)
    assert (joined.school, joined.shown_name) == (OWN, "Sari Dewi")


@each(
    "name", ["https://contoh.id/x", "/hapus", "@made", "=1+1", "\u3164", "\u2800", "12345678", "🙂"]
)
def test_what_telegram_calls_her_is_offered_if_it_is_a_name(
    name: str, world: World, now: datetime
) -> None:
    """A link, a command, a formula or a blank is no name for the coordinator's list: she types one."""
    who, known = newcomer(now).at("join.offer"), Context(rights=RIGHTS, username="bot")
    for called, offered in ((name, ""), ("sari 🙂", "Sari 🙂")):
        agreed = Press("join:agree")
        incoming = Incoming(update=UpdateId(1), person=who.id, event=agreed, first_name=called)
        asked = take_turn(who, incoming, world, now, known).person
        assert asked.place.screen == "join.name"
        assert asked.place.draft.get("offered") == offered


def test_the_name_she_is_known_by_is_offered_again(world: World, now: datetime) -> None:
    """A teacher who comes to coordinate keeps her title without typing it."""
    who = replace(newcomer(now).at("join.offer"), shown_name="Yosef Lewar, S.Pd.")
    asked = take(who, Press("join:agree"), world, now)
    assert asked.place.draft.get("offered") == "Yosef Lewar, S.Pd."


@each(
    ("typed", "kept"),
    [
        ("Sa\u202eri\u2069", "Sari"),
        ("S\u3164a\u2800ri", "Sari"),
        ("S" + "\u0321" * 9, "S" + "\u0321" * 4),
        ("श्री \u0e17\u0e35\u0e48", "श्री \u0e17\u0e35\u0e48"),
    ],
)
def test_a_line_hides_and_covers_nothing(typed: str, kept: str) -> None:
    """Signs that turn, show nothing or pile up upon a letter are left out; scripts keep their marks."""
    assert clean_line(typed) == kept


@each("text", NEVER)
def test_her_own_name_is_checked_as_at_joining(text: str, world: World, now: datetime) -> None:
    """What is no name there is none when she or her coordinator corrects it."""
    who = replace(newcomer(now), school=OWN, shown_name="Sari").at("ownname.name")
    turn = turn_of(who, Typed(text), world, now)
    assert turn.person.place.screen != "ownname.sure"
    assert turn.person.shown_name == "Sari"
