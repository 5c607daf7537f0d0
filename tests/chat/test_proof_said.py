"""What is said at her evidence and is none: it comes later, take that out, just a moment, nobody is to be seen."""

from datetime import timedelta

from bot.chat.world import World
from tests.chat.coach_places import Teacher, standing
from tests.each import each

BOARD, SECOND = "Papan tulis penuh jawaban", "Denah tempat duduk"
COMES_LATER = (
    *(
        "nanti fotonya nyusul",
        "fotonya nyusul ya bu",
        "buktinya menyusul",
        "nyusul bu fotonya besok",
    ),
    *(
        "foto menyusul nanti malam insyaallah",
        "nanti saya kirim fotonya",
        "foto papan tulis menyusul",
    ),
)
MOMENT = (
    "bentar ya bu anak sy nangis",
    "tunggu sebentar ada orang tua datang",
    "sebentar bu hp saya lowbat",
)
DROPS = (
    "hapus aja",
    "hapus itu bukan bukti",
    "itu bukan bukti bu",
    "tolong hapus yang tadi",
    "buang aja",
)
SAFE = (
    *(
        "aman kok bu ga ada muka anak",
        "ga ada anaknya bu",
        "wajahnya ga kelihatan",
        "sudah aman bu",
    ),
    *("insyaallah aman, cuma papan tulis", "tidak ada muka murid di foto itu"),
)
UNSAFE = (
    "ga aman kayaknya",
    "ada muka anak sedikit",
    "mungkin aman",
    "aman ga ya?",
    "kurang aman bu",
)


def with_pieces(world: World) -> Teacher:
    """A teacher with two pieces of evidence, at their list."""
    return standing(world, "coach.proof").types(BOARD).taps("coach:proof:laksana:0").types(SECOND)


def words_of(one: Teacher) -> list[str]:
    """What her evidence says."""
    return [piece.words for piece in one.current.evidence]


@each("words", COMES_LATER)
def test_evidence_that_comes_later_is_none_yet(words: str, world: World) -> None:
    """She goes on, and her word is not kept as evidence."""
    one = with_pieces(world).types(words)
    assert words_of(one) == [BOARD, SECOND]
    assert one.at == "coach.look-back"
    assert world.texts.say("coach-proof-later") in one.text


@each("words", MOMENT)
@each("place", ["coach.pupils", "coach.proof", "coach.look-back", "coach.gate"])
def test_a_moment_she_asks_for_is_no_answer(place: str, words: str, world: World) -> None:
    """The question waits, and nothing is kept unless she taps."""
    one = standing(world, place)
    before = one.known.coaching
    one.types(words)
    assert one.known.coaching == before
    assert one.at == place
    assert world.texts.say("coach-moment") in one.text


@each("words", DROPS)
def test_the_piece_she_just_sent_is_taken_out(words: str, world: World) -> None:
    """Only the last one goes, and nothing else of hers is offered to be deleted."""
    one = with_pieces(world).types(words)
    assert words_of(one) == [BOARD]
    assert world.texts.say("coach-proof-dropped") in one.text


@each("words", DROPS)
def test_an_older_piece_is_taken_out_from_its_own_page(words: str, world: World) -> None:
    """Hours later the page of the last piece asks; there the same word takes it out."""
    one = with_pieces(world)
    one.now += timedelta(hours=3)
    assert one.types(words).at == "coach.piece"
    assert words_of(one) == [BOARD, SECOND]
    assert words_of(one.types(words)) == [BOARD]


@each("words", ["salah foto bu", "bukan itu bu", "maaf salah kirim foto"])
def test_what_may_be_wrong_is_shown_before_it_goes(words: str, world: World) -> None:
    """A word that something is wrong takes nothing out by itself, and is no evidence."""
    one = with_pieces(world).types(words)
    assert words_of(one) == [BOARD, SECOND]


@each("words", ["belum difoto bu", "lupa ga kefoto", "ga sempat difoto"])
def test_what_was_not_photographed_is_no_evidence(words: str, world: World) -> None:
    """She goes on."""
    one = with_pieces(world).types(words)
    assert words_of(one) == [BOARD, SECOND]
    assert one.at == "coach.look-back"


def test_a_piece_named_by_its_number_is_taken_out(world: World) -> None:
    """The number is that of the list; one that is not there takes nothing out."""
    assert words_of(with_pieces(world).types("hapus bukti nomor 1 bu")) == [SECOND]
    assert words_of(with_pieces(world).types("hapus nomor 7")) == [BOARD, SECOND]


@each("words", ["hapus semua data saya", "hapus akun"])
def test_a_wish_to_delete_everything_is_still_one(words: str, world: World) -> None:
    """At the evidence as everywhere it is asked about."""
    one = with_pieces(world).types(words)
    assert words_of(one) == [BOARD, SECOND]
    assert one.at == "privacy.erase"


@each("words", SAFE)
def test_that_nobody_is_to_be_seen_answers_the_gate(words: str, world: World) -> None:
    """The photo is kept and her word is none, at the gate and right after it."""
    one = standing(world, "coach.gate").types(words)
    assert [piece.kind.value for piece in one.current.evidence] == ["foto"]
    one.taps("coach:proof:laksana:0").types(words)
    assert [piece.kind.value for piece in one.current.evidence] == ["foto"]


@each("words", UNSAFE)
def test_a_doubt_does_not_pass_the_gate(words: str, world: World) -> None:
    """What may show somebody waits on."""
    one = standing(world, "coach.gate").types(words)
    assert one.current.evidence == ()
