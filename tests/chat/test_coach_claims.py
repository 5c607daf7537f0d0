"""A try is recorded only where she surely tells of one; else she is asked, and may take it back."""

from datetime import timedelta

from bot.chat.world import World
from tests.chat.coach_places import ASKED_AT, CHECK_BACK, Teacher, asked, standing
from tests.each import each

OTHER = (
    *("makasih udh dibantu", "murid saya pada ribut terus", "udh sy catet rencananya"),
    *("selesai daftar bu", "udh daftar", "alhamdulillah sehat bu", "sudah saya siapkan medianya"),
    *(
        "anak2 susah diatur bu",
        "anak anak besok ada lomba",
        "sudah dulu ya bu",
        "alhamdulillah paham",
        "makasih bu udah diingetin",
    ),
)
"""What begins like an answer to "sudah dicoba?" and tells of something else."""

CLAIMS = (
    "sudah",
    "berhasil",
    "gagal bu",
    "sudah tapi gagal",
    "sudah, 9 anak menjawab",
    "lancar bu",
)
HINDERED = (
    *("anak2 pd ga masuk banjir", "murid libur", "kelas dipake ujian bu", "anak2 ikut lomba semua"),
    *(
        "murid dipulangkan, ada rapat",
        "sekolah kebanjiran, anak2 ga masuk",
        "ada lomba bu jadi ga ngajar",
    ),
)


def on_the_day(world: World) -> Teacher:
    """A teacher on her plan's screen when its day has come."""
    one = standing(world, "coach.wait")
    one.now = ASKED_AT
    return one


@each("words", OTHER)
@each("ahead", [True, False])
def test_what_only_begins_like_an_answer_records_no_try(
    ahead: bool, words: str, world: World
) -> None:
    """Thanks, help, a plan, a registration or a worry is no try, before the day or on it."""
    one = (standing(world, "coach.wait") if ahead else on_the_day(world)).types(words)
    assert not one.current.tried_on, one.text
    assert not one.current.evidence
    assert not one.current.waiting


@each("words", HINDERED)
def test_what_kept_the_class_away_is_no_try(words: str, world: World) -> None:
    """A flood, an exam or a contest is a reason why it was not tried: another day is offered."""
    one = asked(world).types(words)
    assert not one.current.tried_on
    assert one.at == "coach.later", one.text


@each("words", CLAIMS)
def test_a_try_told_before_its_day_is_asked_about(words: str, world: World) -> None:
    """One short question, and her "ya" or a tap records the try with all she told."""
    one = standing(world, "coach.wait").types(words)
    assert not one.current.tried_on
    assert one.labels == ["Ya, sudah dicoba", "Belum"]
    tapped = standing(world, "coach.wait").types(words).taps("coach:claimed:laksana:0")
    for known in (one.types("ya bu"), tapped):
        told = (known.current.showed, *known.current.evidence)
        assert known.current.tried_on
        assert ("9 anak" in str(told)) == ("9 anak" in words)
        assert ("gagal" in str(told)) == ("gagal" in words)


def test_a_yes_to_something_else_records_no_try(world: World) -> None:
    """A "ya" counts only as the very next word after that question."""
    one = standing(world, "coach.wait").types("berhasil").types("terima kasih bu").types("ya")
    assert not one.current.tried_on


def test_no_to_that_question_leaves_the_plan(world: World) -> None:
    """A tap on "Belum" shows the plan, and nothing of her words stays."""
    one = standing(world, "coach.wait").types("udh daftar").taps("meant:stay")
    assert one.at == "coach.wait"
    assert not one.current.tried_on
    assert "daftar" not in str(one.current)


@each(
    "words",
    [
        *("murid lebih berani", "sudah bu, nanti saya kirim fotonya", "sudah bu makasih"),
        *("sudah tapi cuma sebentar karena rapat", "udah tp bentar krn ada rapat", "geus dicobian"),
    ],
)
def test_a_plain_answer_on_the_day_is_recorded_at_once(words: str, world: World) -> None:
    """Who was just asked is not asked again."""
    assert asked(world).types(words).current.tried_on
    assert asked(world).types(words, *CHECK_BACK).current.tried_on


DENIED = (
    "blm dicoba bu, salah pencet",
    "eh blm kok, sy blm nyoba",
    "belum kok bu",
    "belum jadi ngajar",
    "td blm jadi bu",
    "sy blm ngajar bu",
)


@each("words", DENIED)
@each("place", ["coach.pupils", "coach.proof", "coach.gate", "coach.look-back"])
def test_a_try_that_was_none_is_taken_back_by_her_word(
    place: str, words: str, world: World
) -> None:
    """Soon after it was recorded her plan waits again, and nothing of her word is evidence."""
    one = standing(world, place).types(words)
    assert one.at == "coach.wait", one.text
    assert not one.current.tried_on
    assert words not in str(one.current)


def test_what_was_told_of_a_try_that_was_none_waits_with_the_plan(world: World) -> None:
    """Nothing she wrote is lost: it stands beside the try once she has tried."""
    one = standing(world, "coach.pupils").types("9 anak menjawab").types("Papan tulis penuh")
    one.types("eh salah pencet, blm dicoba")
    assert [piece.words for piece in one.current.waiting] == [
        "9 anak menjawab",
        "Papan tulis penuh",
    ]
    assert one.current.showed is None
    one.types("sudah dicoba bu")
    assert len(one.current.evidence) == 2


@each("words", ["belum dicoba semua anak", "Belum sempat dicoba sebagian"])
def test_what_was_not_tried_by_all_is_an_answer(words: str, world: World) -> None:
    """A part that is missing takes no try back, nor does her word a day later."""
    assert standing(world, "coach.pupils").types(words).current.tried_on
    one = standing(world, "coach.pupils")
    one.now += timedelta(days=2)
    assert one.types(DENIED[0]).current.tried_on


@each("words", ["sudah bu tapi besok mau diulang", "sudah dijadwalkan kamis"])
def test_a_day_beside_what_was_done_moves_no_plan(words: str, world: World) -> None:
    """A day named behind "sudah" is no new day of the plan: she is asked."""
    one = asked(world).types(words)
    assert not one.current.tried_on
    assert one.current.promise
    assert str(one.current.promise.day) == "2026-11-23"


@each("words", ["kemarin udah sy coba bu", "tadi pagi sdh sy praktikkan", "barusan sy coba bu"])
def test_a_try_told_by_its_time_is_recorded(words: str, world: World) -> None:
    """A word for the time may stand before it."""
    assert asked(world).types(words).current.tried_on
    assert standing(world, "coach.wait").types(words).current.tried_on


def test_the_day_she_has_planned_is_not_said_to_be_moved(world: World) -> None:
    """Who names the very day of her plan is not told that it goes there."""
    one = standing(world, "coach.wait").types("siap bu, senin sy coba")
    assert one.at == "coach.wait"
    assert one.last
    assert one.last.note is None


@each(
    "words",
    [
        "alhamdulillah",
        "alhamdulillah bu",
        "sudah tapi tidak jadi, ada rapat",
        "sudah, belum selesai",
    ],
)
def test_what_may_be_no_try_is_asked_about_on_the_day(words: str, world: World) -> None:
    """Thankfulness alone tells of none, and who says both is asked which."""
    one = asked(world).types(words)
    assert not one.current.tried_on
    assert one.labels[0] == "Ya, sudah dicoba"


@each("words", ["salah pencet", "maaf kepencet bu", "eh salah tekan", "belum", "durung bu"])
def test_a_slip_right_after_the_tap_takes_the_try_back(words: str, world: World) -> None:
    """The same words later leave the question as everywhere, and the try stays."""
    assert not standing(world, "coach.pupils").types(words).current.tried_on
    later = standing(world, "coach.pupils")
    later.now += timedelta(minutes=5)
    assert later.types("halo").types(words).current.tried_on
    assert standing(world, "coach.pupils").types("batal").current.tried_on
