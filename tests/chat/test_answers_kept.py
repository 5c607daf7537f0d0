"""At an open question her own sentence can always be kept; what is none is never kept silently."""

from dataclasses import replace
from datetime import datetime

from bot.chat.model import Press, Typed
from bot.chat.world import World
from bot.domain.person.person import Person
from tests.chat.test_not_an_answer import asked, kept
from tests.chat.test_plain_replies import buttons
from tests.chat.test_stopping_first import turn_of
from tests.each import each

WRITTEN = ("evaluation.intention", "evaluation.line")
REFUSED = (
    "Saya akan menegur dengan tenang ketika murid memukul temannya",
    "Stop Bullying",
    "Stop bullying di kelas saya",
    "Menghentikan perundungan di kelas",
    "Melindungi murid dari kekerasan",
    "Mendampingi murid korban bullying",
    "Mengajarkan murid cara menghadapi bully",
    "Menasihati murid yang suka mengancam temannya",
    "Saya akan melaporkan jika ada anak dipukul",
    "Melapor bila murid dipukul orang tuanya",
    "Saya lelah tapi akan mencoba satu hal kecil",
    "Supaya saya tidak capek, saya bagi tugas kelompok",
    "Saya takut murid bosan, jadi saya pakai permainan",
    "Terima kasih kepada murid tiap akhir pelajaran",
    "Selamat pagi di depan kelas setiap hari",
    "Assalamualaikum bersama sebelum belajar",
    "Apa pun yang terjadi, tetap tersenyum",
    "Bagaimana murid belajar menjadi fokus saya",
    "Apakah murid paham? saya tanya tiap akhir",
    "Satu murid satu pertanyaan tiap pelajaran?",
    "Berhenti, lalu menunggu jawaban murid",
    "Menyapa murid yang sedih dan menemaninya",
)
NONE = (
    "boleh lihat contohnya dulu",
    "bisa kasih contoh ga",
    "kasih tau contohnya",
    "bantuin isi dong bu",
    "kurang paham",
    "saya kurang mengerti",
    "lupa bu",
    "entahlah",
    "gatau",
    "ga ada ide",
    "ngeblank",
    "susah jawabnya",
    "sarannya dong",
    "wajib ga",
    "harus diisi ya",
    "buat apa ini",
    "dinilai ga",
    "mau tanya bu",
    "izin bertanya",
    "numpang tanya ya",
    "ulangi pertanyaannya",
    "hah",
    "emmm",
    "ya gitu deh",
    "terserah bu",
    "bebas aja",
    "piye iki",
    "kumaha ieu",
    "ntr aja",
    "bsk aja",
    "sebentar ya bu",
    "tunggu dulu",
    "sek ya",
    "lagi ngajar",
    "saya lagi mengajar di kelas 4",
    "lagi di jalan",
    "penting ga ini",
    "sama seperti tadi",
    "ikut aja",
    "sholat dulu",
    "anak rewel",
    "hp lowbat",
    "udah malam",
    "belum bisa mikir",
    "lanjut nanti",
    "minggu depan aja",
    "jeda dulu",
    "udahan dulu",
    "ga dulu",
    "jangan sekarang",
    "nanti aja ya bu, lagi ngajar",
    "nggak",
    "ga mau",
    "gamau",
    "males ngetik",
    "lanjut aja",
    "nihil",
    "none",
    "x",
    "0",
    "ok saya",
    "besok saya antar anak saya dulu",
    "boleh saya isi kapan saja bu",
    "kok susah sekali menulisnya di sini",
)
SURE = (
    "Saya akan memberi contoh agar murid paham",
    "Membaca satu buku tiap bulan",
    "Setiap Senin di jam pertama",
    "Mulai pekan depan, di satu kelas dulu.",
    "Pada unit berikutnya, di satu pertemuan",
    "Mencatat satu hal sesudah mengajar",
    "Lebih sabar menunggu jawaban murid",
    "Saya ingin murid lebih berani bertanya",
    "Memakai tiket keluar sekali sepekan agar yang belum paham terlihat",
    "Kuis ingatan tiga menit di awal",
    "Mengajak orang tua membaca bersama di rumah",
)


def written(who: Person) -> str | None:
    """What she has written at the place of an intention or a line."""
    lines = [line for plan in who.plans for line in plan.lines.values()]
    intention = who.evaluations[0].intention if who.evaluations else None
    return intention or next(iter(lines), None)


@each("text", REFUSED)
@each("screen", WRITTEN)
def test_her_sentence_can_be_kept_after_all(
    screen: str, text: str, world: World, now: datetime
) -> None:
    """Whatever else is heard in it: it is kept at once, or by the tap beside the careful word."""
    who = asked(now, screen)
    turn = turn_of(who, Typed(text), world, now)
    if written(turn.person) is None:
        assert turn.person.place.screen == screen
        assert "aside:take:said" in buttons(turn)
        turn = turn_of(replace(turn.person, updates=()), Press("aside:take:said"), world, now)
    assert written(turn.person) == text


@each("text", NONE)
@each("screen", [*WRITTEN, "ask.subject"])
def test_what_is_no_answer_is_not_kept(screen: str, text: str, world: World, now: datetime) -> None:
    """A question, a delay, a refusal, or a word or two: she is helped, let go or asked."""
    who = asked(now, screen)
    turn = turn_of(who, Typed(text), world, now)
    if screen == "ask.subject" and text == "ok saya":
        return
    assert written(turn.person) in (None, "")
    assert turn.person.subject == who.subject


@each("text", SURE)
@each("screen", WRITTEN)
def test_a_plain_answer_is_kept_at_once(
    screen: str, text: str, world: World, now: datetime
) -> None:
    """Three words of her own, or a verb, are an answer like any other."""
    turn = turn_of(asked(now, screen), Typed(text), world, now)
    assert written(turn.person) == text


@each(
    "text",
    [
        "Matematika",
        "IPA",
        "semua",
        "semua mapel",
        "PJOK",
        "Guru kelas 4",
        "Kelas 4",
        "B. Inggris",
        "PAI",
    ],
)
def test_a_subject_may_be_one_word(text: str, world: World, now: datetime) -> None:
    """Also "semua", which a class teacher says."""
    assert turn_of(asked(now, "ask.subject"), Typed(text), world, now).person.subject == text


@each(
    "text", ["murid saya dipukul ayahnya", "siswi saya dipukuli orang tuanya tadi malam di rumah"]
)
def test_the_case_of_a_child_is_not_kept(text: str, world: World, now: datetime) -> None:
    """It is answered with where to turn to; no button keeps it."""
    who = asked(now, "evaluation.intention")
    turn = turn_of(who, Typed(text), world, now)
    assert kept(turn.person) == kept(who)
    assert "aside:take:said" not in buttons(turn)
    assert turn.person.place.draft == who.place.draft


def test_examples_are_a_tap_away_from_a_doubtful_answer(world: World, now: datetime) -> None:
    """The question stays, and her words may still be kept afterwards."""
    who = asked(now, "evaluation.intention")
    turn = turn_of(who, Typed("kuis saja"), world, now)
    assert "aside:show" in buttons(turn)
    shown = turn_of(replace(turn.person, updates=()), Press("aside:show"), world, now)
    assert any(data.startswith("aside:take:") for data in buttons(shown))
    after = turn_of(replace(shown.person, updates=()), Press("aside:take:said"), world, now)
    assert written(after.person) == "kuis saja"
