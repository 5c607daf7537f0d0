"""What she writes at or after the check-back: words, a day, a photo, a voice note."""

from bot.chat.model import MediaKind
from bot.chat.screens import VERBS
from bot.chat.world import World
from bot.domain.coaching.evidence import EvidenceKind
from tests.chat.coach_places import CHECK_BACK, asked, standing
from tests.each import each

TRIED = (
    *("sudah", "sudah bu", "sdh", "iya", "iya sudah bu", "alhamdulillah sudah", "berhasil bu"),
    *("sudah sebagian", "gagal total", "belum berhasil", "sudah tapi gagal", "lancar bu", "beres"),
    *("belum semua anak menjawab", "tadi saya coba, kacau bu", "sudah dicoba kemarin"),
    *("dikit aja", "cuma sedikit bu", "coba dikit", "lumayan"),
)
PUT_OFF = (
    *("belum", "belum sempat", "belum sempat bu", "nanti", "tidak", "gak sempat", "saya sakit"),
    *("lupa bu", "kelasnya libur", "belum jadi, ada rapat", "sudah disiapkan tapi belum sempat"),
    *("ga jadi", "gak jadi bu", "batal"),
)


@each("by_reply", [True, False])
@each("words", TRIED)
def test_the_check_back_hears_that_she_tried(words: str, by_reply: bool, world: World) -> None:
    """Replied to it or typed as the next thing, it records the try."""
    one = asked(world).types(words, *(CHECK_BACK if by_reply else ()))
    assert one.current.tried_on, one.text


@each("by_reply", [True, False])
@each("words", PUT_OFF)
def test_the_check_back_hears_that_she_did_not(words: str, by_reply: bool, world: World) -> None:
    """It offers the small version or another day."""
    one = asked(world).types(words, *(CHECK_BACK if by_reply else ()))
    assert not one.current.tried_on
    assert one.at == "coach.later", one.text


@each("words", ["murid saya ramai terus gimana", "anak2 berantem terus gimana ya bu"])
def test_a_question_in_place_of_an_answer_is_answered(words: str, world: World) -> None:
    """She asked about her class, so she is not asked about her plan once more."""
    one = asked(world).types(words)
    assert one.at == "help.answer", one.text
    assert not one.current.tried_on


@each(
    ("words", "count"),
    [
        ("sudah, 9 anak menjawab", 9),
        ("sudah bu, 9 dari 28 murid menjawab", 9),
        ("9 anak", 9),
        ("9", 9),
        ("sudah, sembilan anak menjawab", 9),
        ("sudah, murid lebih berani", None),
    ],
)
def test_what_pupils_showed_is_kept_with_the_word(
    words: str, count: int | None, world: World
) -> None:
    """The number becomes the count, and the words stay."""
    one = asked(world).types(words, *CHECK_BACK)
    assert one.current.tried_on
    assert one.current.showed is not None
    assert one.current.showed.count == count
    assert one.at == "coach.proof"


def test_what_else_she_tells_is_kept_as_a_note(world: World) -> None:
    """A "gagal" is neither lost nor told as what pupils showed."""
    one = asked(world).types("sudah tapi gagal, waktunya habis", *CHECK_BACK)
    assert one.at == "coach.pupils"
    assert [piece.words for piece in one.current.evidence] == ["gagal, waktunya habis"]


@each(
    ("words", "day"),
    [
        ("besok saja", "2026-11-24"),
        ("kamis bu", "2026-11-26"),
        ("lusa", "2026-11-25"),
        ("ya udah besok", "2026-11-24"),
    ],
)
def test_a_day_named_moves_the_plan(words: str, day: str, world: World) -> None:
    """The plan goes to that day, and she is told so."""
    one = asked(world).types(words, *CHECK_BACK)
    assert one.current.promise
    assert str(one.current.promise.day) == day
    assert one.at == "coach.wait"


def test_a_week_named_offers_its_days(world: World) -> None:
    """The words "minggu depan" may be any of its school days."""
    one = asked(world).types("minggu depan", *CHECK_BACK)
    assert one.at == "coach.days"
    assert "Senin, 30 Nov" in one.labels


def test_a_photo_after_the_lesson_is_evidence_of_the_try(world: World) -> None:
    """The try is recorded and the photo waits at the gate; then what pupils showed is asked."""
    for replies_to in (CHECK_BACK, ()):
        one = asked(world).sends(MediaKind.PHOTO, "", *replies_to)
        assert one.current.tried_on
        assert one.at == "coach.gate"
        one.types("ya")
        assert [piece.kind for piece in one.current.evidence] == [EvidenceKind.PHOTO]
        assert one.at == "coach.pupils"


def test_a_voice_note_waits_for_her_word(world: World) -> None:
    """Nobody can hear it here: it is kept, and tells of pupils once she says that she tried."""
    one = asked(world).sends(MediaKind.VOICE, "", *CHECK_BACK)
    assert not one.current.tried_on
    assert one.at == "coach.wait"
    one.types("sudah")
    assert one.current.tried_on
    assert one.current.showed
    assert one.current.showed.voice


def test_a_voice_note_stays_beside_the_words_of_her_answer(world: World) -> None:
    """What she types when she says that she tried takes nothing away from what she spoke before."""
    one = asked(world).sends(MediaKind.VOICE, "", *CHECK_BACK)
    one.types("sudah, 9 anak menjawab", *CHECK_BACK)
    assert one.current.showed
    assert one.current.showed.voice
    assert one.current.showed.count == 9


@each("words", ["sudah", "sudah, 9 anak menjawab", "sudah tapi waktunya habis"])
def test_a_voice_note_with_a_caption_keeps_both(words: str, world: World) -> None:
    """The voice and its caption tell of pupils; what she writes beside them is kept as a note."""
    one = asked(world).sends(MediaKind.VOICE, "Papan tulis", *CHECK_BACK)
    one.types(words, *CHECK_BACK)
    assert one.current.showed
    assert one.current.showed.voice
    assert one.current.showed.words == "Papan tulis"
    more = words.removeprefix("sudah").lstrip(", ").removeprefix("tapi ")
    assert [piece.words for piece in one.current.evidence] == ([more] if more else [])


def test_the_answer_is_heard_beside_an_open_evaluation(world: World) -> None:
    """What was asked last is answered by "sudah", also while an item of the evaluation is open."""
    one = asked(world, "evaluation:go:2026-Q4")
    assert one.types("sudah bu").current.tried_on


def test_a_reply_to_an_old_check_back_changes_nothing(world: World) -> None:
    """The try it was about has long been told of."""
    one = standing(world, "coach.pupils").types("sudah bu", *CHECK_BACK)
    assert one.at == "coach.pupils"
    assert "coach:ungated" in VERBS


@each("place", ["coach.private", "coach.gate"])
def test_what_waits_is_where_she_stays_at_another_step(place: str, world: World) -> None:
    """Who keeps to the active step comes back to what waits there."""
    one = standing(world, place).taps("coach:begin:murid")
    assert one.last
    assert one.last.screen
    ways = {button.label: button.data for row in one.last.screen.rows for button in row}
    assert one.taps(ways["Tetap di langkah ini"]).at == place


@each(
    ("words", "place"),
    [
        *((words, "coach.days") for words in ("ya bu", "nggih bu", "sapisan deui")),
        *((words, "coach.level") for words in ("gak bu", "cekap", "cekap bu")),
    ],
)
def test_once_more_is_answered_as_people_speak(words: str, place: str, world: World) -> None:
    """With a form of address, in Javanese or Sundanese, yes and enough are no mere courtesy."""
    assert standing(world, "coach.again").types(words).at == place
