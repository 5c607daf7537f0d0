"""A wish to stop beside other words is asked about; only a sure one is done, and nothing is sent meanwhile."""

from dataclasses import replace
from datetime import datetime

from bot.chat.model import Press, Typed
from bot.chat.typed.wording import Wish
from bot.chat.world import World
from tests.chat.sent import letters
from tests.chat.test_plain_replies import buttons, received, take, teacher
from tests.chat.test_stopping_first import TO_COORDINATOR, assert_untouched, places, turn_of
from tests.each import each

SURE = {
    Wish.STOP: (
        "udah stop aja",
        "udahan ya",
        "aku mau udahan",
        "stop stop stop",
        "stop stop",
        "s t o p",
        "jangan spam",
        "hentikan botnya",
        "matikan botnya ya",
        "stop botnya",
        "saya mau berhenti dari langkah guru",
        "saya ingin keluar dari langkah guru",
        "saya mau unsub",
        "unfollow",
        "nonaktifkan akun saya",
        "pls stop sending me messages",
        "tlg jgn wa sy lagi",
        "jangan chat saya lagi",
        "mohon jangan kirim pesan lagi kepada saya",
        "saya gamau dpt pesan2 ini lagi",
        "saya tidak berkenan menerima pesan",
        "saya mengundurkan diri",
        "wis stop wae",
        "mandeg wae",
        "ojo dikirimi maneh yo",
        "tos ulah ngirim deui",
        "sampun mandek mawon",
        "eureun",
    ),
    Wish.ERASE: (
        "hapus semua jawaban dan data saya",
        "hapus akun saya permanen",
        "hapus data saya sekarang juga",
        "hapus refleksi saya",
        "hapus nomor saya",
        "musnahkan data saya",
        "erase my data",
        "hapus dta saya",
        "hapus data kulo",
        "saya tidak mau data saya disimpan",
        "data saya jangan disimpan ya",
    ),
    Wish.WITHDRAW: (
        "saya tidak setuju data saya disimpan",
        "tarik kembali persetujuan saya",
        "cabut izin saya",
        "narik persetujuan",
    ),
    Wish.CANCEL: (
        "gajadi",
        "salah pencet",
        "maaf salah kirim",
        "tadi kepencet bu",
        "abaikan saja",
        "lupakan",
        "urung",
        "undo",
        "ora sido",
        "batal ya maaf salah pencet",
    ),
    Wish.HOLD: (
        "jangan dikirim",
        "jangan dikirim dulu ya bu",
        "jangan kirim dulu",
        "gak usah dikirim",
        "gausah dikirim",
        "tidak perlu dikirim bu",
        "Gak usah kirim bu",
        "jangan dikirim lagi",
        "jangan diteruskan ya",
    ),
}
DOUBTFUL = (
    "saya sudah pensiun, tolong stop",
    "terlalu banyak pesan, tolong stop",
    "bosan, stop aja",
    "stop ya bu, hp saya penuh",
    "Stop. Terima kasih atas bantuannya selama ini",
    "tidak usah kirim2 pesan lagi, saya sudah pensiun",
    "Saya stop dulu bu, hujan",
    "Stop bu, banjir",
    "stop pak, bahaya",
    "hapus data saya bu, rusak",
    "stop karena saya pindah sekolah",
    "hp saya penuh jadi jangan kirim pesan lagi",
    "tolong berhenti mengirim pesan soalnya hp penuh",
    "ampun deh stop",
    "stop langganan karena kuota habis",
)
OWN = (
    "Stop bullying di kelas saya",
    "Saya berhenti di langkah 4, lalu lanjut besok",
    "Anak-anak belum datang bu, hujan",
    "Hapus papan tulis, lalu mulai",
    "Berhenti berteriak di kelas dan mulai menunggu",
    "Jangan kirim tugas lewat WA dulu bu",
)


@each(("wish", "text"), [(wish, text) for wish, texts in SURE.items() for text in texts])
def test_a_wish_is_sure_in_everyday_words(wish: Wish, text: str, world: World) -> None:
    """Repeated, regional, misspelt or short: the whole text is one wish."""
    assert world.wording.wish(text, tuple(Wish)) is wish


@each("text", DOUBTFUL)
@each("replies_to", [(), TO_COORDINATOR])
def test_a_wish_beside_other_words_is_asked_about(
    text: str, replies_to: tuple[str, ...], world: World, now: datetime
) -> None:
    """Nothing stops, is sent or is stored, and she stays; stop and delete are one tap away."""
    for screen, who in places(now).items():
        turn = turn_of(who, Typed(text, replies_to=replies_to), world, now)
        assert turn.person.place.screen == screen
        assert {"meant:stop", "privacy:erase"} <= set(buttons(turn)), screen
        assert turn.person.quiet is False
        assert_untouched(who, turn)


def test_a_name_before_the_comma_still_stops(world: World, now: datetime) -> None:
    """Whoever is called by name is no other word."""
    for text in ("Bu Sari, stop", "stop ya Bu Made", "Pak Yosef, tolong berhenti"):
        assert turn_of(places(now)["menu.main"], Typed(text), world, now).person.quiet, text


@each("text", OWN)
def test_a_sentence_without_such_a_part_stays_her_own(text: str, world: World) -> None:
    """A wish inside of a sentence is none."""
    assert not world.wording.hints(text)
    assert world.wording.wish(text, (Wish.STOP, Wish.ERASE, Wish.CANCEL, Wish.HOLD)) is None


def test_a_doubtful_text_can_be_sent_or_kept_after_all(world: World, now: datetime) -> None:
    """After "Balas" a tap sends it, at her intention a tap keeps it, as it was written."""
    text = "Saya stop dulu bu, hujan"
    asked = take(places(now)["reply.write"], Typed(text), world, now)
    send = next(data for data in buttons(asked) if data.startswith("offer:send:"))
    assert [one.text for one in letters(take(asked.person, Press(send), world, now))] == [text]
    subject = places(now)["ask.subject"]
    asked = take(subject, Typed(text), world, now)
    assert take(asked.person, Press("aside:take:said"), world, now).person.subject == text


def test_stopping_with_deleting_does_both(world: World, now: datetime) -> None:
    """The messages stop at once, and the deletion is asked for."""
    for text in (
        "stop dan hapus data saya",
        "hapus data saya dan berhenti",
        "stop. hapus akun saya",
    ):
        turn = turn_of(places(now)["evaluation.intention"], Typed(text), world, now)
        assert turn.person.quiet, text
        assert turn.person.place.screen == "privacy.erase"


@each("text", [*SURE[Wish.HOLD], *SURE[Wish.CANCEL], "saya batal bu", "gak jadi"])
def test_words_that_wait_are_dropped(text: str, world: World, now: datetime) -> None:
    """At the offer "jangan dikirim" lets her words go; nobody is stopped, and "kirim" sends nothing."""
    offered = take(teacher(now), Typed("Saya hadir bu"), world, now, received(now)).person
    turn = take(offered, Typed(text), world, now, received(now))
    assert (turn.person.held, letters(turn), turn.person.quiet) == (None, (), False)


@each("text", SURE[Wish.HOLD])
@each("screen", ["reply.write", "siar.write", "siar.when"])
def test_what_is_being_written_is_left(screen: str, text: str, world: World, now: datetime) -> None:
    """Where something would be sent, not sending leaves it; her own messages go on."""
    who = places(now)[screen]
    turn = turn_of(who, Typed(text), world, now)
    assert turn.person.place.screen != screen
    assert not turn.person.quiet
    assert_untouched(who, turn)


@each("text", [*SURE[Wish.HOLD], "saya batal bu", "Saya tidak jadi"])
def test_elsewhere_it_may_be_an_answer(text: str, world: World, now: datetime) -> None:
    """After a broadcast it is asked about, with sending among the ways."""
    turn = take(teacher(now), Typed(text), world, now, received(now))
    assert (letters(turn), turn.person.quiet) == ((), False)
    assert any(data.startswith("offer:send:") for data in buttons(turn))


def test_disagreeing_with_somebody_withdraws_nothing(world: World, now: datetime) -> None:
    """After "Balas" it is asked about; of her consent or data it leads to the page about them."""
    who = places(now)["reply.write"]
    asked = turn_of(who, Typed("saya sudah tidak setuju lagi"), world, now)
    assert asked.person.place.screen == "reply.write"
    sure = turn_of(replace(who, updates=()), Typed("tarik persetujuan saya"), world, now)
    assert sure.person.place.screen == "privacy.main"
