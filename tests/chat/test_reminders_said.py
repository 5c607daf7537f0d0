"""What she says about the bot's messages, at the question for a pause and anywhere else."""

from bot.chat.world import World
from tests.chat.coach_places import Teacher
from tests.each import each

PLACES = ("wish:ask:pause", "menu:main", "coach:begin:laksana")
STOPS = (
    "stop dulu deh ga usah kirim2 pesan lg",
    "udah stop, jgn kirim pesan lagi bu",
    "selamat malam, jangan kirim pesan lagi",
)
OFF = ("matiin pengingat", "pengingatnya dimatiin aja bu", "ga usah ada pengingat lagi ya")
HOURS = (
    "jgn ganggu malem2 ya",
    "jgn ganggu malam ya",
    "jangan kirim pesan malam2 ya bu",
    "jd kapan km ngingetin sy?",
    "ngingetinnya jam berapa sih?",
)
ELSE = {"kelas ramai": "help.answer", "apa itu kktp?": "help.answer"}
DAYS_NOT_READ = ("sampai hari raya", "zzz", "lama banget", "5", "30 februari")


@each("place", PLACES)
@each("words", STOPS)
def test_to_stop_is_heard_everywhere(place: str, words: str, world: World) -> None:
    """Said in two ways at a stretch it is the same wish, also where a date is asked for."""
    assert Teacher(world).taps(place).types(words).known.quiet


@each("place", PLACES)
@each("words", OFF)
def test_to_switch_reminders_off_is_offered(place: str, words: str, world: World) -> None:
    """Invitations alone, all messages, or a pause: nothing is changed before her tap."""
    one = Teacher(world).taps(place)
    before = one.known.wishes
    assert one.types(words).labels[:3] == ["Ajakan langkah", "Semua pesan", "Jeda dulu"]
    assert (one.known.wishes, one.known.quiet) == (before, False)
    assert one.taps("wish:rhythm:mati").known.wishes.rhythm == "mati"


@each("place", PLACES)
@each("words", HOURS)
def test_when_reminders_come_is_told(place: str, words: str, world: World) -> None:
    """The next one, the hours that are never disturbed, and the way to choose; it is no wish to stop."""
    one = Teacher(world).taps(place).types(words)
    assert "24 November 2026 pukul 15.30 WIB" in one.text
    assert "20.00–06.30" in one.text
    assert "Pengingat" in one.labels
    assert not one.known.quiet


@each("words", ELSE)
def test_the_question_for_a_pause_is_no_trap(words: str, world: World) -> None:
    """What is no date leaves it and is answered for what it is."""
    one = Teacher(world).taps("wish:ask:pause").types(words)
    assert one.at == ELSE[words]


@each("words", DAYS_NOT_READ)
def test_a_day_that_is_not_read_is_asked_again(words: str, world: World) -> None:
    """With an example, and the question stays open."""
    one = Teacher(world).taps("wish:ask:pause").types(words)
    assert one.at == "wish.pause"
    assert "belum terbaca" in one.text or "Silakan pilih tanggal" in one.text
