"""Free words at every place of a cycle: heard, answered, the question brought back, and nothing lost."""

from bot.chat.model import MediaKind
from bot.chat.world import World
from tests.chat.coach_places import PLACES, standing
from tests.each import each

HELPLESS = ("?", "contoh", "bingung", "bingung bu", "gmn ini", "belum tahu bu", "contohnya gimana?")
LATER = ("nanti", "nanti dulu", "nanti aja bu")
ASIDES = ("apa itu KKTP?", "kapan evaluasi berikutnya?", "siapa yang bisa baca ini?")
FEELINGS = ("capek bu", "saya stres sekali", "saya marah sekali hari ini")
GRAVE = ("saya mau bunuh diri", "murid saya dipukuli ayahnya", "anak itu dilecehkan pamannya")
HAS_SKIP = {"coach.looks", "coach.aids", "coach.again", "coach.swap", "coach.habit"}
"""Where "nanti" answers the question itself."""


@each("words", HELPLESS)
@each("place", PLACES)
def test_who_is_at_a_loss_is_helped_where_she_stands(place: str, words: str, world: World) -> None:
    """She gets a word about this very question and the way back to it; nothing is kept or left."""
    if (place, words) == ("coach.aids", "contoh"):
        return  # it names one of the things to prepare
    one = standing(world, place)
    before = one.known.coaching
    one.types(words)
    assert one.at == place
    assert one.known.coaching == before
    assert "Ke pertanyaan" in one.labels
    assert "Cara pakai" not in one.text


@each("words", LATER)
@each("place", sorted({*PLACES} - HAS_SKIP))
def test_nanti_leaves_kindly_and_leads_back(place: str, words: str, world: World) -> None:
    """What is open waits; "Lanjutkan" leads back to it, with all that was held."""
    one = standing(world, place)
    before = one.known.coaching
    one.types(words)
    assert one.at == "menu.main", one.text
    assert one.known.coaching == before


@each("words", ASIDES)
@each("place", PLACES)
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


@each("words", FEELINGS)
@each("place", PLACES)
def test_a_feeling_is_answered_at_every_place(place: str, words: str, world: World) -> None:
    """One warm sentence and the way to rest; where it may be her answer it can be kept."""
    one = standing(world, place)
    before = one.known.coaching
    one.types(words)
    assert one.at == place
    assert one.known.coaching == before
    assert "Istirahat dulu" in one.labels


@each("words", GRAVE)
@each("place", PLACES)
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


@each("place", PLACES)
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
    ("coach.tasks", "yang nomor 2 aja tapi waktu saya dikit", "coach.model"),
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
    *(("coach.wait", one, "coach.pupils") for one in ("sudah dicoba bu", "udh sy praktikkan")),
    *(("coach.wait", one, "coach.wait") for one in ("besok saja", "rencana saya apa")),
    *(
        ("coach.wait", one, "coach.wait")
        for one in ("hari apa rencana saya", "kapan ya rencananya")
    ),
    *(("coach.swap", one, "coach.tasks") for one in ("ya", "boleh")),
    ("coach.swap", "tidak", "coach.wait"),
    ("coach.habit", "ya", "coach.done"),
)


@each(("place", "words", "then"), TAPS)
def test_words_mean_a_way_on(place: str, words: str, then: str, world: World) -> None:
    """Words lead where the button they mean leads."""
    assert standing(world, place).types(words).at == then


@each(
    ("words", "task", "is_small"),
    [
        ("yang nomor 2 aja tapi waktu saya dikit", 1, True),
        ("pilih no.3 ya bu, kelas saya ramai", 2, False),
        ("yang kedua aja deh bu saya lagi sibuk", 1, True),
    ],
)
def test_a_task_chosen_in_a_sentence_is_taken(
    words: str, task: int, is_small: bool, world: World
) -> None:
    """The one number that a sentence chooses, in its small version where she tells of little time."""
    one = standing(world, "coach.tasks").types(words)
    active = one.known.coaching.active
    (step,) = (step for step in world.programme if active and step.slug == active.step)
    assert (one.current.choice.task, one.current.choice.small) == (step.tasks[task].slug, is_small)


@each(
    "words", ["bukan nomor 2", "nomor 2 dan nomor 3 bagus", "apa bedanya nomor 1?", "yang 5 menit"]
)
def test_a_sentence_that_chooses_none_chooses_nothing(words: str, world: World) -> None:
    """A denied number, two, a question, or minutes are no choice."""
    assert standing(world, "coach.tasks").types(words).at == "coach.tasks"


@each(
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


@each(("place", "words"), KEPT)
def test_an_answer_is_kept_however_kind_it_sounds(place: str, words: str, world: World) -> None:
    """What answers the question is taken, although elsewhere it would be a courtesy."""
    assert words in str(standing(world, place).types(words).current)


OFFERED = (
    *(("coach.look-back", one) for one in ("baik", "saya capek tapi senang", "Saya merasa gagal")),
    ("coach.look-back", "Saya tidak jadi marah"),
    *(("coach.say", one) for one in ("apa itu KKTP?", "cara membuat rubrik")),
)


@each(("place", "words"), OFFERED)
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


@each("words", ["halo", "batal", "nanti", "/", "apa itu KKTP?", "?"])
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


@each("place", ["coach.look-back", "coach.again"])
def test_a_first_photo_after_the_evidence_leads_back_to_the_question(
    place: str, world: World
) -> None:
    """It is kept as evidence once the gate is passed, and the question is still open."""
    one = standing(world, place).sends(MediaKind.PHOTO)
    assert one.at == "coach.gate"
    one.taps("coach:gated:laksana:0")
    assert one.at == place
    assert len(one.current.evidence) == 1


@each(
    ("words", "group"),
    [
        ("senin jam pertama di kelas 5a", "kelas 5a"),
        ("selasa kelas IV B ya bu", "kelas IV B"),
        ("senin di kelas 7 jam ke 3", "kelas 7"),
        ("kamis kelas x tkj 2", None),
        ("senin kelas 12 ipa 1", None),
        ("besok kelas 4, 5", None),
        ("besok, bukan kelas 5a", None),
        ("senin", None),
    ],
)
def test_a_class_named_beside_the_day_is_not_asked_for_again(
    words: str, group: str | None, world: World
) -> None:
    """Only a name that is surely whole is taken; any other class is asked for."""
    one = standing(world, "coach.days").types(words)
    assert one.current.promise
    assert one.current.promise.group == group
    assert one.at == ("coach.words" if group else "coach.group")
