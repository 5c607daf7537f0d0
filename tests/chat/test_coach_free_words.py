"""Free words at every place of a cycle: heard, answered, the question brought back, and nothing lost."""

import pytest

from bot.chat.model import MediaKind
from bot.chat.screens import VERBS
from bot.chat.world import World
from bot.domain.coaching.evidence import EvidenceKind
from tests.chat.coach_places import CHECK_BACK, PLACES, asked, standing

HELPLESS = ("?", "contoh", "bingung", "bingung bu", "gmn ini", "belum tahu bu", "contohnya gimana?")
LATER = ("nanti", "nanti dulu", "nanti aja bu")
ASIDES = ("apa itu KKTP?", "kapan evaluasi berikutnya?", "siapa yang bisa baca ini?")
FEELINGS = ("capek bu", "saya stres sekali", "saya marah sekali hari ini")
GRAVE = ("saya mau bunuh diri", "murid saya dipukuli ayahnya", "anak itu dilecehkan pamannya")
HAS_SKIP = {"coach.looks", "coach.aids", "coach.again", "coach.swap", "coach.habit"}
"""Where "nanti" answers the question itself."""


@pytest.mark.parametrize("words", HELPLESS)
@pytest.mark.parametrize("place", PLACES)
def test_who_is_at_a_loss_is_helped_where_she_stands(place: str, words: str, world: World) -> None:
    """She gets a word about this very question and the way back to it; nothing is kept or left."""
    if (place, words) == ("coach.aids", "contoh"):
        pytest.skip("it names one of the things to prepare")
    one = standing(world, place)
    before = one.known.coaching
    one.types(words)
    assert one.at == place
    assert one.known.coaching == before
    assert "Ke pertanyaan" in one.labels
    assert "Cara pakai" not in one.text


@pytest.mark.parametrize("words", LATER)
@pytest.mark.parametrize("place", sorted({*PLACES} - HAS_SKIP))
def test_nanti_leaves_kindly_and_leads_back(place: str, words: str, world: World) -> None:
    """What is open waits; "Lanjutkan" leads back to it, with all that was held."""
    one = standing(world, place)
    before = one.known.coaching
    one.types(words)
    assert one.at == "menu.main", one.text
    assert one.known.coaching == before


@pytest.mark.parametrize("words", ASIDES)
@pytest.mark.parametrize("place", PLACES)
def test_an_aside_is_answered_and_the_question_comes_back(
    place: str, words: str, world: World
) -> None:
    """A question of hers is answered; then the open one stands below, once, with the way back."""
    one = standing(world, place)
    before = one.known.coaching
    one.types(words)
    assert one.at == place
    assert one.known.coaching == before
    asked_again = world.texts.pick("still", place.replace(".", "-"))
    assert one.text.count(asked_again) == 1
    assert "Ke pertanyaan" in one.labels


@pytest.mark.parametrize("words", FEELINGS)
@pytest.mark.parametrize("place", PLACES)
def test_a_feeling_is_answered_at_every_place(place: str, words: str, world: World) -> None:
    """One warm sentence and the way to rest; where it may be her answer it can be kept."""
    one = standing(world, place)
    before = one.known.coaching
    one.types(words)
    assert one.at == place
    assert one.known.coaching == before
    assert "Istirahat dulu" in one.labels


@pytest.mark.parametrize("words", GRAVE)
@pytest.mark.parametrize("place", PLACES)
def test_danger_is_answered_at_every_place(place: str, words: str, world: World) -> None:
    """Who to turn to, no details kept, and no question about lessons below it."""
    one = standing(world, place)
    before = one.known.coaching
    one.types(words)
    assert one.known.coaching == before
    assert words not in str(one.known)
    assert "Pertanyaan kami tadi" not in one.text
    assert "Menu" in one.labels
    assert not any("Simpan" in label for label in one.labels)


@pytest.mark.parametrize("place", PLACES)
def test_a_sticker_or_a_picture_brings_the_question_back(place: str, world: World) -> None:
    """A sticker moves nothing, and the question stands below the kind word."""
    one = standing(world, place)
    before = one.known.coaching
    one.sends(MediaKind.STICKER)
    assert one.at == place
    assert one.known.coaching == before


TAPS = (
    *(("coach.tasks", one, "coach.model") for one in ("yang pertama", "Tunggu dulu bu", "tugas 2")),
    *(("coach.tasks", one, "coach.model") for one in ("instruksi", "yang terakhir", "kelas ramai")),
    *(("coach.tasks", one, "coach.own") for one in ("tugas sendiri", "bikin sendiri bu")),
    *(("coach.own", one, "coach.model") for one in ("2", "tugas 2")),
    *(("coach.model", one, "coach.say") for one in ("lanjut", "ok lanjut", "sudah", "lewati")),
    *(("coach.modelof", one, "coach.modelof") for one in ("smp", "SD/MI", "paud")),
    *(("coach.say", one, "coach.days") for one in ("boleh dilewati?", "nggak usah latihan")),
    ("coach.say", "ganti tugas", "coach.tasks"),
    ("coach.say", "saya mau lihat langkah lain", "steps.list"),
    *(("coach.days", one, "coach.group") for one in ("besok", "hari ini", "24 november", "25 des")),
    *(("coach.days", one, "coach.group") for one in ("selasa jam 10", "senin depan ya bu", "lusa")),
    *(("coach.days", one, "coach.days") for one in ("2", "kemarin", "minggu depan", "jumat")),
    ("coach.days", "kapan-kapan", "menu.main"),
    *(("coach.words", one, "coach.aids") for one in ("1", "contoh 2", "yang kedua", "terakhir")),
    ("coach.words", "7", "coach.words"),
    *(("coach.pupils", one, "coach.proof") for one in ("semua", "banyak bu", "tidak ada", "9")),
    *(("coach.proof", one, "coach.look-back") for one in ("selesai", "gak ada bukti", "belum ada")),
    *(("coach.proof", one, "coach.look-back") for one in ("foto menyusul", "besok saya foto")),
    *(("coach.gate", one, "coach.proof") for one in ("ya", "sudah aman", "aman bu", "ganti foto")),
    ("coach.gate", "tanpa foto", "coach.look-back"),
    *(("coach.private", one, "coach.aids") for one in ("simpan", "ya", "simpan begini")),
    ("coach.private", "tulis ulang", "coach.words"),
    *(("coach.later", one, "coach.days") for one in ("versi kecil", "hari lain")),
    *(("coach.wait", one, "coach.later") for one in ("belum sempat", "ga sempat bu", "lupa")),
    *(("coach.wait", one, "coach.pupils") for one in ("berhasil", "gagal bu", "sudah tapi gagal")),
    *(("coach.wait", one, "coach.wait") for one in ("besok saja", "rencana saya apa")),
    *(
        ("coach.wait", one, "coach.wait")
        for one in ("hari apa rencana saya", "kapan ya rencananya")
    ),
    *(("coach.swap", one, "coach.tasks") for one in ("ya", "boleh")),
    ("coach.swap", "tidak", "coach.wait"),
    ("coach.habit", "ya", "coach.done"),
)


@pytest.mark.parametrize(("place", "words", "then"), TAPS)
def test_words_mean_a_way_on(place: str, words: str, then: str, world: World) -> None:
    """Words lead where the button they mean leads."""
    assert standing(world, place).types(words).at == then


@pytest.mark.parametrize(
    "words",
    ["rencana saya apa", "hari apa rencana saya", "kapan ya rencananya", "rencananya kapan?"],
)
def test_her_plan_is_told_when_she_asks(words: str, world: World) -> None:
    """The plan of the step under way is told with its day, from the menu as well."""
    for one in (standing(world, "coach.wait"), standing(world, "coach.wait").taps("menu:main")):
        assert "Senin, 23 November 2026" in one.types(words).text


KEPT = (
    *(("coach.look-back", one) for one in ("bagus bu", "senang sekali", "Belum berhasil menunggu")),
    ("coach.look-back", "Selamat pagi saya ucapkan pelan"),
    *(("coach.say", one) for one in ("Terima kasih anak-anak, sekarang duduk",)),
    *(
        ("coach.say", one)
        for one in ("Selamat pagi anak-anak, siap belajar?", "Siapa yang berani?")
    ),
    *(
        ("coach.say", one)
        for one in ("Mengapa 3/4 lebih besar dari 2/3?", "Apa yang kalian lihat?")
    ),
    *(("coach.pupils", one) for one in ("semua", "12 anak ikut", "murid lebih tenang")),
)


@pytest.mark.parametrize(("place", "words"), KEPT)
def test_an_answer_is_kept_however_kind_it_sounds(place: str, words: str, world: World) -> None:
    """What answers the question is taken, although elsewhere it would be a courtesy."""
    assert words in str(standing(world, place).types(words).current)


OFFERED = (
    *(("coach.look-back", one) for one in ("baik", "saya capek tapi senang", "Saya merasa gagal")),
    ("coach.look-back", "Saya tidak jadi marah"),
    *(("coach.say", one) for one in ("apa itu KKTP?", "cara membuat rubrik")),
)


@pytest.mark.parametrize(("place", "words"), OFFERED)
def test_what_may_be_the_answer_can_be_kept_by_a_tap(place: str, words: str, world: World) -> None:
    """It is answered, and one tap keeps the very words."""
    one = standing(world, place).types(words)
    assert any(label.startswith("Simpan") for label in one.labels)
    assert words in str(one.taps("aside:take:said").current)


def test_a_class_is_kept_as_it_stands_in_a_sentence(world: World) -> None:
    """Neither "di di kelas 4" nor a dot before the colon is told."""
    for words in ("di kelas 4", "kelas 4.", "kelas 4"):
        one = standing(world, "coach.group").types(words)
        promise = one.current.promise
        assert promise is not None
        assert promise.group == "kelas 4"


def test_what_waits_at_the_gate_is_never_lost(world: World) -> None:
    """Whatever she does in between, the photos and words wait until she lets go of them herself."""
    one = standing(world, "coach.gate")
    one.types("Papan tulis penuh").sends(MediaKind.PHOTO).types("batal").taps("coach:now")
    assert one.at == "coach.gate"
    assert len(one.current.waiting) == 3
    one.taps("menu:main", "coach:proof:laksana:0", "coach:gated:laksana:0")
    assert len(one.current.evidence) == 3
    assert not one.current.waiting


def test_a_caption_at_the_gate_is_looked_at(world: World) -> None:
    """A second photo with a pupil's name is asked about, and both are kept."""
    one = standing(world, "coach.gate").sends(MediaKind.PHOTO, "Budi maju")
    assert one.at == "coach.private"
    one.sends(MediaKind.PHOTO)
    assert one.at == "coach.private"
    one.taps("coach:keep:laksana:0", "coach:gated:laksana:0")
    assert len(one.current.evidence) == 3


@pytest.mark.parametrize("words", ["halo", "batal", "nanti", "/", "apa itu KKTP?", "?"])
def test_her_sentence_at_the_hint_is_never_lost(words: str, world: World) -> None:
    """Whatever is typed at the hint, what she wrote waits there."""
    one = standing(world, "coach.private").types(words).taps("menu:main", "coach:now")
    assert one.at == "coach.private"
    assert "Jika Budi ramai" in one.text


def test_another_sentence_at_the_hint_is_looked_at_too(world: World) -> None:
    """A name in the second sentence is asked about again."""
    one = standing(world, "coach.private").types("Jika Siti ramai, maka saya mendekat")
    assert one.at == "coach.private"
    assert "Siti" in one.text
    one.types("Jika murid A ramai, maka saya mendekat")
    assert one.current.promise
    assert one.current.promise.words == "Jika murid A ramai, maka saya mendekat"


TRIED = (
    *("sudah", "sudah bu", "sdh", "iya", "iya sudah bu", "alhamdulillah sudah", "berhasil bu"),
    *("sudah sebagian", "gagal total", "belum berhasil", "sudah tapi gagal", "lancar bu", "beres"),
    *("belum semua anak menjawab", "tadi saya coba, kacau bu", "sudah dicoba kemarin"),
)
PUT_OFF = (
    *("belum", "belum sempat", "belum sempat bu", "nanti", "tidak", "gak sempat", "saya sakit"),
    *("lupa bu", "kelasnya libur", "belum jadi, ada rapat", "sudah disiapkan tapi belum sempat"),
)


@pytest.mark.parametrize("by_reply", [True, False])
@pytest.mark.parametrize("words", TRIED)
def test_the_check_back_hears_that_she_tried(words: str, by_reply: bool, world: World) -> None:
    """Replied to it or typed as the next thing, it records the try."""
    one = asked(world).types(words, *(CHECK_BACK if by_reply else ()))
    assert one.current.tried_on, one.text


@pytest.mark.parametrize("by_reply", [True, False])
@pytest.mark.parametrize("words", PUT_OFF)
def test_the_check_back_hears_that_she_did_not(words: str, by_reply: bool, world: World) -> None:
    """It offers the small version or another day."""
    one = asked(world).types(words, *(CHECK_BACK if by_reply else ()))
    assert not one.current.tried_on
    assert one.at == "coach.later", one.text


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
    ("words", "day"),
    [("besok saja", "2026-11-24"), ("kamis bu", "2026-11-26"), ("lusa", "2026-11-25")],
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


@pytest.mark.parametrize("words", ["sudah", "sudah, 9 anak menjawab", "sudah tapi waktunya habis"])
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


@pytest.mark.parametrize("place", ["coach.private", "coach.gate"])
def test_what_waits_is_where_she_stays_at_another_step(place: str, world: World) -> None:
    """Who keeps to the active step comes back to what waits there."""
    one = standing(world, place).taps("coach:begin:murid")
    assert one.last
    assert one.last.screen
    ways = {button.label: button.data for row in one.last.screen.rows for button in row}
    assert one.taps(ways["Tetap di langkah ini"]).at == place
