"""A teacher whom her coordinator names is opened; of several of one name she is asked; nobody else reads any."""

from dataclasses import replace
from datetime import datetime

from bot.chat.context import Context
from bot.chat.model import Incoming, Press, Typed, UpdateId
from bot.chat.routes import data_of
from bot.chat.screens.roster import routes as to
from bot.chat.world import World
from bot.domain.person.person import Person
from bot.domain.roster.nudge_request import REMINDABLE, RequestNudges, TeacherGroup
from bot.domain.roster.roster import Evaluated, Roster, Standing
from tests.chat.taking import ShownTurn, take_turn
from tests.chat.test_broadcast_rights import roster, row
from tests.chat.test_plain_replies import buttons, received
from tests.chat.test_rights import COORDINATOR, OTHER, OWN, RIGHTS, STRANGER, person, school
from tests.each import each

TEACHERS = roster(row(71, "Ani Lestari"), row(72, "Budi Santoso, S.Pd."), row(73, "Siti Aminah"))
TWO = roster(*TEACHERS.rows, row(74, "Budi Raharjo"))
ANYWHERE = (
    "tolong ingetin pak budi",
    "ingatkan Pak Budi Santoso ya",
    "ingatkan pak budi isi evaluasi",
    "cari pak budi dong",
    "pak budi udah evaluasi?",
    "bagaimana pak budi",
    "pak budi sudah sampai mana",
    "kirim pesan ke pak budi",
    "tolong keluarkan pak budi dari sekolah",
    "pak budi sudah pensiun",
)
AMONG = ("budi", "Budi Santoso", "cari budi", "pak budi", "mana budi?", "bud", "Santoso")


def says(
    who: Person, text: str, world: World, now: datetime, known: Roster = TEACHERS
) -> ShownTurn:
    """Let somebody type a text."""
    incoming = Incoming(update=UpdateId(9), person=who.id, event=Typed(text))
    return take_turn(who, incoming, world, now, Context(rights=RIGHTS, roster=known))


@each("text", [*ANYWHERE, *AMONG])
def test_a_teacher_who_is_named_is_opened(text: str, world: World, now: datetime) -> None:
    """By a title anywhere, by the mere name where the teachers are shown."""
    places = [("roster.list", OWN, "semua"), ("teacher.pick", OWN, "0")]
    for place in [("menu.main",), *places] if text in ANYWHERE else places:
        turn = says(person(COORDINATOR, now).at(*place), text, world, now)
        assert turn.screen
        assert "Budi Santoso, S.Pd." in turn.screen.text.partition("Pesannya")[0]
        aim = "send" if text in ANYWHERE[:3] else "ask"
        assert [data for data in buttons(turn) if data.startswith(f"roster:{aim}:{OWN}:evaluasi")]


def test_who_is_to_be_reminded_is_reminded_alone(world: World, now: datetime) -> None:
    """She is asked about that one teacher, and confirms with one tap."""
    turn = says(person(COORDINATOR, now), ANYWHERE[0], world, now)
    assert turn.screen
    assert "Ani" not in turn.screen.text
    assert not turn.changes
    send = buttons(turn)[0]
    press = Incoming(update=UpdateId(10), person=turn.person.id, event=Press(send))
    sent = take_turn(turn.person, press, world, now, Context(rights=RIGHTS, roster=TEACHERS))
    (change,) = sent.changes
    assert isinstance(change, RequestNudges)
    assert change.request.waiting == (72,)
    assert change.request.group is TeacherGroup.UNEVALUATED


@each("reason", ["evaluated", "silent"])
def test_who_need_not_be_reminded_is_not(reason: str, world: World, now: datetime) -> None:
    """Of one who lacks nothing she is told how to write to her; of one who pauses messages, that she does."""
    ani, budi, siti = TEACHERS.rows
    if reason == "silent":
        budi = replace(budi, silent=True)
    else:
        budi = replace(budi, evaluated=Evaluated.DONE, standing=Standing.ALL_DONE)
    turn = says(person(COORDINATOR, now), ANYWHERE[0], world, now, roster(ani, budi, siti))
    assert turn.screen
    assert not [data for data in buttons(turn) if data.startswith("roster:send")]
    assert ("Menjeda pesan" in turn.screen.text) is (reason == "silent")
    assert (f"siar:new:{OWN}" in buttons(turn)) is (reason == "evaluated")


@each("reachable", [True, False])
def test_a_page_offers_a_reminder_only_where_it_arrives(
    reachable: bool, world: World, now: datetime
) -> None:
    """Whoever cannot be reached has no button that leads to nobody."""
    ani, budi, siti = TEACHERS.rows
    teachers = roster(ani, replace(budi, reachable=reachable), siti)
    turn = says(person(COORDINATOR, now), "cari pak budi", world, now, teachers)
    asks = [data for data in buttons(turn) if data.startswith("roster:ask")]
    assert bool(asks) is reachable


def test_the_longest_button_of_one_teacher_fits() -> None:
    """Telegram's longest ids and the longest group leave room for the moment."""
    for group in REMINDABLE:
        data_of(to.ROSTER_SEND(OWN, group, 9_999_999_999, "", 2**52 - 1))
        data_of(to.ROSTER_ASK(OWN, group, teacher=2**52 - 1))


@each("text", [ANYWHERE[0], "cari pak budi"])
def test_of_two_with_one_name_she_is_asked(text: str, world: World, now: datetime) -> None:
    """Both stand there as buttons, and nobody else."""
    turn = says(person(COORDINATOR, now), text, world, now, TWO)
    teachers = [data for data in buttons(turn) if data.startswith("teacher:one")]
    assert teachers == [f"teacher:one:{OWN}:72", f"teacher:one:{OWN}:74"]


def test_a_name_that_nobody_has_is_said_to_be_none(world: World, now: datetime) -> None:
    """She reads so above the names there are."""
    turn = says(person(COORDINATOR, now).at("roster.list", OWN), "cari Wawan", world, now)
    assert turn.screen
    assert "“Wawan”" in turn.screen.text
    assert f"teacher:one:{OWN}:71" in buttons(turn)


@each(
    ("text", "taken"),
    [
        ("bagaimana pak budi", "budi"),
        ("ingatkan Pak Budi Santoso", "budi santoso:ingatkan"),
        ("cari pak budi santoso saputra wijaya kusuma", "budi santoso saputra wijaya kusu"),
    ],
)
def test_of_several_schools_she_chooses_one_first(
    text: str, taken: str, world: World, now: datetime
) -> None:
    """Each of her schools is one tap away, and the tap takes along whom she named and what for."""
    schools = {one: replace(school(one, COORDINATOR), name=one) for one in (OWN, OTHER)}
    who = person(COORDINATOR, now)
    known = Context(rights=replace(RIGHTS, schools=schools), roster=TEACHERS)
    for event in (Typed(text), Press(f"teacher:found:{OWN}:{taken}")):
        incoming = Incoming(update=UpdateId(9), person=who.id, event=event)
        turn = take_turn(who, incoming, world, now, known)
        if isinstance(event, Typed):
            assert {f"teacher:found:{one}:{taken}" for one in schools} <= set(buttons(turn))
    assert turn.screen
    assert "Budi Santoso" in turn.screen.text


@each("text", [*ANYWHERE, *AMONG])
@each("place", [("menu.main",), ("roster.list", OWN, "semua")])
def test_a_teacher_finds_nobody(
    text: str, place: tuple[str, ...], world: World, now: datetime
) -> None:
    """Whoever coordinates nothing reads no name."""
    turn = says(person(STRANGER, now).at(*place), text, world, now)
    assert turn.person.place.screen != "teacher.found"
    assert turn.screen is None or "Santoso" not in turn.screen.text


@each(
    "text",
    [
        "kembali",
        "terima kasih bu",
        "capek",
        "rubrik",
        "cara membuat rubrik",
        "halo",
        "lanjut",
        "?",
        "download excel",
        "siapa",
        "gimana caranya",
    ],
)
def test_other_words_among_the_teachers_name_nobody(text: str, world: World, now: datetime) -> None:
    """What is said, asked or looked up besides is answered as everywhere."""
    turn = says(person(COORDINATOR, now).at("roster.list", OWN), text, world, now)
    assert turn.person.place.screen != "teacher.found"


@each(
    "text",
    [
        "ingatkan semua guru",
        "ingatkan saya besok",
        "ingatkan pak budi besok",
        "ingatkan saya",
        "cari rubrik",
        "lihat contoh",
    ],
)
def test_a_wish_of_her_own_names_nobody(text: str, world: World, now: datetime) -> None:
    """The verbs alone are no name."""
    assert says(person(COORDINATOR, now), text, world, now).person.place.screen != "teacher.found"


def test_a_name_alone_may_answer_who_has_lately_written(world: World, now: datetime) -> None:
    """Then she is asked as before whether to send it."""
    who = person(COORDINATOR, now).at("roster.list", OWN)
    incoming = Incoming(update=UpdateId(9), person=who.id, event=Typed("Budi"))
    known = Context(rights=RIGHTS, roster=TEACHERS, received=received(now))
    turn = take_turn(who, incoming, world, now, known)
    assert turn.person.place.screen == "roster.list"


@each("text", ["siti sari, s.pd", "Budi", "cari budi"])
def test_a_corrected_name_is_taken_as_such(text: str, world: World, now: datetime) -> None:
    """Where her name in the lists is asked for, nobody is looked for."""
    who = person(COORDINATOR, now).at("teacher.name", OWN, "72")
    assert says(who, text, world, now).person.place.screen in {"teacher.name", "teacher.named"}
