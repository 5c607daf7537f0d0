"""What a teacher is asked about herself, answered in a sentence instead of by a tap."""

from dataclasses import replace
from datetime import datetime

from bot.chat.model import Typed
from bot.chat.screens.account import routes as to
from bot.chat.screens.account.questions import SETTINGS
from bot.chat.world import World
from bot.domain.person.person import Address, Person
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import SchoolLevel
from tests.chat.test_stopping_first import turn_of
from tests.delivery.teachers import teacher
from tests.each import each

LEVELS = {
    "saya guru sd kelas 4 bu": SchoolLevel.SD,
    "ngajar di SMP Negeri 2": SchoolLevel.SMP,
    "SMKN 1, jurusan tata boga": SchoolLevel.SMK,
    "Madrasah Aliyah": SchoolLevel.SMA,
    "taman kanak-kanak": SchoolLevel.PAUD,
    "di sekolah luar biasa, bu 🙏": SchoolLevel.SLB,
}
ZONES = {
    "waktu jakarta": Zone.WIB,
    "saya di Kalimantan Timur": Zone.WITA,
    "ikut wit saja": Zone.WIT,
    "Bali": Zone.WITA,
}
ADDRESSES = {
    "panggil ibu saja": Address.MADAM,
    "pak aja": Address.SIR,
    "bapak ibu saja": Address.EITHER,
}
SUBJECTS = (
    *("guru kelas 4 bu", "Matematika kelas 7 dan 8, pak", "saya ngajar mtk bu", "IPA VIII B bu"),
    "bahasa Inggris ya kak",
)
UNNAMED = (
    *(
        ("level", "SD dan SMP"),
        ("level", "bukan SD"),
        ("level", "apa itu SLB?"),
        ("level", "di kota"),
    ),
    *(("zone", "WIB atau WITA"), ("zone", "bukan di Jawa"), ("address", "terserah bu")),
    ("address", "saya bukan ibu"),
)
DOUBTFUL = ("kelas saya ramai bu", "sebentar ya bu saya cari", "bu")


PLACES = {
    "level": to.ASK_LEVEL(SETTINGS),
    "zone": to.ASK_ZONE(SETTINGS),
    "address": to.ASK_ADDRESS(SETTINGS),
    "subject": to.ASK_SUBJECT(SETTINGS),
}


def asked(question: str) -> Person:
    """Return a teacher who is asked something again from her settings."""
    place = PLACES[question]
    who = replace(teacher(7), address=Address.NICKNAME, nickname="Sari", level=SchoolLevel.OTHER)
    return who.at(place.screen, *place.args)


@each(
    ("question", "said", "value"),
    [
        *(("level", said, level) for said, level in LEVELS.items()),
        *(("zone", said, zone) for said, zone in ZONES.items()),
        *(("address", said, address) for said, address in ADDRESSES.items()),
    ],
)
def test_a_choice_named_in_a_sentence_is_taken(
    question: str, said: str, value: str, world: World, now: datetime
) -> None:
    """The one jenjang, zone or form of address that a sentence names is kept as if it had been tapped."""
    turn = turn_of(asked(question), Typed(said), world, now)
    assert (getattr(turn.person, question), turn.person.place.screen) == (value, "settings.main")


@each(("question", "said"), UNNAMED)
def test_a_sentence_that_names_none_changes_nothing(
    question: str, said: str, world: World, now: datetime
) -> None:
    """Two, a denied one, a question, or a title that only addresses the bot: the question stays open."""
    who = asked(question)
    turn = turn_of(who, Typed(said), world, now)
    kept = (turn.person.level, turn.person.zone, turn.person.address, turn.person.place.screen)
    assert kept == (who.level, who.zone, who.address, who.place.screen)


@each("said", SUBJECTS)
def test_a_subject_said_kindly_is_kept_at_once(said: str, world: World, now: datetime) -> None:
    """A title beside subjects and classes makes them no less an answer."""
    turn = turn_of(asked("subject"), Typed(said), world, now)
    assert (turn.person.subject, turn.person.place.screen) == (said, "settings.main")


@each("said", DOUBTFUL)
def test_a_subject_with_other_words_is_asked_about(said: str, world: World, now: datetime) -> None:
    """What names more than subjects and classes, to somebody with a title, is not kept at once."""
    turn = turn_of(asked("subject"), Typed(said), world, now)
    assert (turn.person.subject, turn.person.place.screen) == (None, "ask.subject")
