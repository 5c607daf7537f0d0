"""What she lets one hear: danger, feelings, thanks, questions about the bot. Not what she asks of teaching."""

from datetime import datetime

import pytest

from bot.chat.model import Typed
from bot.chat.typed.heard import About, Heard
from bot.chat.world import World
from tests.chat.danger_sentences import (
    DANGER,
    DANGER_KEPT,
    DANGER_LATER,
    DESPAIR,
    ORDINARY,
    ORDINARY_KEPT,
    ORDINARY_LATER,
)
from tests.chat.test_stopping_first import assert_untouched, places, turn_of

HEARD: dict[Heard, tuple[str, ...]] = {
    Heard.DANGER: (
        "murid saya dipukul ayahnya",
        "ada anak yang badannya lebam2",
        "Siswa saya dilecehkan guru lain, saya harus bagaimana?",
        "murid kelas 5 dikeroyok temannya tadi siang",
        "anak itu bilang mau bunuh diri",
        "siswi saya dihamili",
        "muridku sering ditampar bapaknya di rumah",
        "bu, ada siswa yg dibully tiap hari",
        "ada guru yang memukul murid di sekolah saya",
        "murid saya melukai diri sendiri pakai silet",
        "anak saya takut pulang ke rumah",
        "siswa saya kabur dari rumah",
        "dia dicabuli tetangganya",
        "temannya dipukuli sampai memar",
        "pak guru olahraga menampar siswa",
        "murid saya diancam mau dibunuh",
        "ada anak korban kdrt di kelas sy",
        "anak2 ada yg dipalak kakak kelas",
        "orang tuanya menyiksa anak itu",
        "murid pakai narkoba",
    ),
    Heard.UNSAFE: (
        "gimana mengatasi bullying di kelas",
        "perundungan di sekolah",
        "kekerasan di sekolah harus dilaporkan ke mana?",
    ),
    Heard.DESPAIR: (
        "saya ingin bunuh diri",
        "rasanya saya mau mati saja",
        "aku pengen mati aja",
        "saya tidak kuat hidup lagi",
    ),
    Heard.TIRED: (
        "capek",
        "saya capek banget bu",
        "cape bgt hari ini",
        "lelah sekali pak",
        "saya stres dengan administrasi",
        "stress",
        "pusing saya",
        "aku gak kuat lagi ngajar",
        "saya kewalahan",
        "rasanya pengen nyerah",
        "sedih",
        "saya jenuh",
        "lagi males",
        "burnout rasanya",
        "saya capek dengan murid kelas 4",
        "gak semangat",
        "putus asa saya bu",
        "sy lg sakit",
        "capeeek",
    ),
    Heard.ANGRY: (
        "kesel deh",
        "saya marah",
        "bot bodoh",
        "bot ini tidak membantu",
        "nyebelin",
        "ga guna",
        "jengkel saya",
        "goblok",
        "merepotkan saja",
    ),
    Heard.WORRIED: (
        "saya takut salah",
        "khawatir gak bisa",
        "saya cemas",
        "gak pede",
        "saya tidak yakin bisa",
        "deg-degan",
    ),
    Heard.BUSY: (
        "belum sempat",
        "blm sempet bu",
        "maaf saya belum sempat pekan ini",
        "ga ada waktu",
        "lagi sibuk",
        "saya sibuk rapor",
        "banyak kerjaan bu",
        "nggak sempat",
    ),
    Heard.PRAISE: (
        "bagus",
        "mantap bu",
        "keren banget",
        "sangat membantu",
        "alhamdulillah",
        "Bagus sekali ini",
    ),
}

MORE_HEARD: dict[Heard, tuple[str, ...]] = {
    Heard.GRIEF: (
        "ibu saya meninggal",
        "bapak sy wafat tadi malam",
        "sy lg berduka",
        "anak saya masuk rumah sakit",
        "suami saya dirawat di rs",
        "rumah saya kebanjiran",
        "maaf bu, mertua saya meninggal",
        "saya keguguran",
        "orang tua saya sakit stroke",
        "lagi dapat musibah",
    ),
    Heard.HURT: (
        "saya merasa gagal jadi guru",
        "gagal jadi guru",
        "saya guru yang buruk",
        "ga dihargai",
        "saya dimarahi kepala sekolah",
        "dimarahi kepsek tadi",
        "sy dimarahin ortu murid",
        "saya diomelin wali murid",
        "rasanya tidak pantas jadi guru",
        "orang tua murid marah ke saya",
    ),
    Heard.PAY: (
        "honor kecil",
        "gaji honorer cuma 300 ribu",
        "honor belum cair 3 bulan",
        "belum gajian",
        "tunjangan belum turun",
        "gaji saya kecil sekali",
    ),
    Heard.ALONE: (
        "sepi",
        "kangen",
        "saya kesepian di sini",
        "merasa sendirian",
        "saya kangen keluarga",
        "tidak punya teman",
    ),
    Heard.CLUMSY: (
        "saya gaptek",
        "gaptek bu",
        "maaf saya gagap teknologi",
        "saya sudah tua, ga bisa hp",
    ),
    Heard.TIRED: (
        "pengen nangis",
        "pengen resign",
        "saya pengen berhenti jadi guru",
        "down banget",
        "frustasi",
        "pusing",
        "puyeng bu",
        "lemes",
        "patah semangat",
        "ngelu sirahku",
    ),
    Heard.ANGRY: (
        "bete",
        "bt banget",
        "geregetan",
        "jancok",
        "asu",
        "goblog",
        "bot ga jelas",
        "ga nyambung",
        "muter-muter aja",
        "ribet amat",
        "buang waktu",
        "ngeselin",
    ),
    Heard.WORRIED: (
        "takut dinilai jelek",
        "malu bu jawabnya",
        "grogi supervisi",
        "besok supervisi, deg-degan",
        "panik",
    ),
    Heard.BUSY: (
        "kerjaan numpuk",
        "repot bu",
        "hectic",
        "ga keburu",
        "waktunya mepet",
        "belum kelar",
        "lupa bu maaf",
        "telat",
        "administrasi menumpuk",
        "dikejar deadline rapor",
    ),
}

BEWILDERED = (
    "bingung bu",
    "bingung",
    "masih bingung",
    "saya bingung",
    "bingung pak 😅",
    "bingung dong",
    "susah bu",
    "ga paham",
)

TEACHING = (
    "cara membuat murid tidak bingung",
    "guru boleh pakai AI ga",
    "bikin anak mikir kritis",
    "cara naik pangkat",
    "murid ga takut sama saya",
    "ortu marah2 krn nilai",
    "langkah berikutnya dalam ptk",
    "contoh kalimat untuk menutup pelajaran",
    "apakah asesmen wajib tiap bab",
    "murid pakai laptop di kelas",
    "murid kangen sekolah",
    "murid pengen nangis saat ujian",
    "cara menghargai pendapat murid",
    "rapor siapa yang mengisi",
    "murid malu bertanya",
    "lanjutan materi pecahan",
    "cara memakai tiket keluar",
    "tes formatif kelas 5",
    "murid lupa membawa buku",
    "jawaban murid banyak yang salah",
    "murid gagal ulangan",
    "penilaian sikap itu wajib?",
    "cara mengajar murid yang sakit lama",
    "hari guru dirayakan di kelas",
    "menulis ucapan selamat ulang tahun dalam bahasa inggris",
    "cara membuat rubrik",
    "contoh rpp yang bagus untuk kelas 4",
    "murid saya bosan di jam terakhir",
    "murid malas belajar bagaimana?",
    "anak takut matematika",
    "supaya siswa tidak stres saat ujian",
    "kelas ramai bagaimana menenangkannya?",
    "murid marah di kelas",
    "lagu untuk pukul 07.00",
    "murid memukul bola voli",
    "pembelajaran yang menyenangkan",
    "materi regulasi emosi",
    "projek pengelolaan sampah",
    "bagaimana agar pelajaran tidak membosankan",
    "sosialisasi pencegahan perundungan",
    "poster anti bullying",
    "anak yang belum lancar membaca",
    "menyusun soal HOTS",
    "murid saya senang kerja kelompok",
    "hitung luas segitiga",
    "kapan asesmen formatif dilakukan?",
    "evaluasi pembelajaran itu apa",
    "rencana pelaksanaan pembelajaran",
    "apa itu rubrik",
    "di sekolah saya murid ramai",
    "apa beda CP dan TP",
    "siapa yang menyusun ATP",
    "Pak Budi mengajar di kelas 3",
    "fokus belajar murid",
    "mengganti nama kelompok murid",
)

ABOUT: dict[About, tuple[str, ...]] = {
    About.READERS: (
        "siapa yang bisa lihat jawaban saya",
        "siapa aja yg bs baca jawaban sy?",
        "apakah kepala sekolah bisa melihat hasil evaluasi saya?",
        "koordinator bisa baca refleksi saya ga",
        "jawaban saya rahasia kan?",
        "data saya aman?",
        "data saya disimpan di mana",
        "kepsek tau nilai saya gak",
        "apakah data ini dibagikan ke dinas",
        "siapa yang membaca ini",
        "aman gak?",
    ),
    About.WHEN: (
        "kapan evaluasi lagi",
        "kapan evaluasi berikutnya?",
        "evaluasinya kapan ya",
        "jadwal evaluasi",
        "evaluasi dibuka kapan",
        "evaluasi tanggal berapa",
        "batas evaluasi sampai kapan",
    ),
    About.HOUR: (
        "ubah jam pengingat",
        "gimana ganti jam pengingat",
        "mau ganti hari pengingatnya",
        "pengingatnya terlalu sering",
        "atur pengingat",
        "jam berapa saya diingatkan",
        "bisa diubah waktu pengingatnya?",
    ),
    About.PLAN: (
        "rencana saya",
        "niat saya apa ya",
        "apa fokus saya",
        "saya lupa rencana saya",
        "niatku apa kemarin",
        "lihat rencana saya",
    ),
    About.PROGRESS: (
        "saya sudah sampai mana",
        "kemajuan saya",
        "sudah berapa langkah saya",
        "lihat riwayat saya",
    ),
    About.CERTIFICATE: ("apakah dapat sertifikat?", "ada angka kreditnya?", "dapat JP ga"),
    About.SCHOOL: ("cara ganti sekolah", "mau pindah sekolah", "siapa koordinator saya"),
    About.SETTINGS: ("ganti nama", "ubah jenjang", "cara mengubah sapaan", "nama saya salah"),
    About.CONTACT: ("siapa pembuat bot ini", "kontak admin", "hubungi siapa kalau error?"),
    About.BOT: (
        "kamu siapa",
        "ini robot apa orang?",
        "ini pakai AI?",
        "apa itu langkah guru",
        "cara pakai bot ini",
        "gratis ga",
        "apakah ini resmi?",
        "ini apa",
    ),
    About.ERASING: ("gimana cara hapus data saya?", "cara unduh data"),
    About.STOPPING: ("cara berhenti dari bot ini", "bagaimana mematikan pengingat"),
}

MORE_ABOUT: dict[About, tuple[str, ...]] = {
    About.READERS: (
        "ini dibaca kepsek ga",
        "ini dilaporkan ke dinas?",
        "apa dinas bisa lihat",
        "apa pengawas bisa liat jawaban sy",
        "jawaban sy diliat kepala sekolah gak",
        "rahasia ga",
        "apa ini rahasia",
        "datanya disimpan dimana",
        "data saya dijual ga",
        "teman saya bisa liat ga",
        "apa bu Made bisa baca jawaban saya",
        "evaluasi saya kelihatan orang lain ga",
        "foto saya siapa yang lihat",
        "siapa yg pegang data ini",
        "kelihatan orang lain ga",
    ),
    About.SOURCE: (
        "siapa yang daftarkan saya",
        "nomor saya dapat dari mana",
        "dapat nomor saya dari mana?",
        "kok tau nomor saya",
        "kenapa saya didaftarkan",
        "siapa yg masukin saya ke sini",
    ),
    About.REQUIRED: (
        "ini wajib?",
        "wajib ga sih ini",
        "apakah wajib diisi",
        "kalau tidak diisi gimana",
        "ini dinilai ga",
        "harus diisi semua ya",
        "boleh ga diisi ga?",
        "ada sanksi kalau ga ikut?",
    ),
    About.TROUBLE: (
        "tombolnya ga bisa",
        "ga bisa diklik",
        "kok error",
        "kok ga dibales",
        "kok ga dibalas",
        "bot rusak",
        "botnya macet",
        "kenapa ga dijawab",
        "tombol ga muncul",
        "ga bisa dipencet bu",
    ),
    About.OFTEN: (
        "kenapa dikirimi terus",
        "kok ngirim terus",
        "kenapa saya dikirimi pesan tiap hari",
        "kok sering banget kirim",
    ),
    About.JOINING: (
        "cara gabung sekolah",
        "kode sekolah",
        "minta link undangan",
        "saya belum masuk sekolah",
        "gimana gabung ke sekolah saya",
        "sekolah saya belum terdaftar",
    ),
    About.DEVICE: (
        "bisa pakai di laptop",
        "ganti hp",
        "kalau ganti hp gimana",
        "boros kuota ga",
        "bisa offline?",
        "hp saya hilang, datanya gimana",
        "bisa dibuka di komputer?",
    ),
    About.NEXT: (
        "lanjut",
        "lanjutkan",
        "lanjut bu",
        "saya mau lanjut",
        "lanjutin dong",
        "selanjutnya apa",
        "habis ini apa",
        "saya harus ngapain",
        "terus saya ngapain",
        "berikutnya apa ya",
    ),
    About.WHEN: (
        "evaluasi berapa bulan sekali",
        "masih bisa evaluasi ga",
        "saya lupa evaluasi, masih bisa?",
        "telat evaluasi gimana",
    ),
    About.HOUR: (
        "ganti jam dong",
        "ubah jamnya",
        "bisa ga pengingatnya sore aja",
        "kok ga ada pengingat",
        "ingatkan saya besok",
        "set pengingat",
    ),
    About.PLAN: (
        "liat niat saya",
        "ubah niat saya",
        "mau ubah rencana saya",
        "ganti fokus",
        "ganti fokus saya",
    ),
    About.PROGRESS: (
        "riwayat evaluasi",
        "jawaban saya mana",
        "nilai saya berapa",
        "berapa langkah lagi",
        "aku nyampe mana",
    ),
    About.SETTINGS: (
        "panggil saya Bu Rina",
        "jangan panggil saya ibu",
        "saya pindah jenjang",
        "saya pindah ke Papua",
    ),
    About.CERTIFICATE: ("bisa untuk SKP?", "ngaruh ke tunjangan ga"),
    About.BOT: (
        "biayanya berapa",
        "manfaatnya apa",
        "bisa ngapain aja",
        "gimana cara pakainya",
        "berapa lama selesai",
        "sampai kapan program ini",
        "resmi dari dinas?",
    ),
}

COURTESIES = (
    "trimakasih", "maturnuwun", "trima kasih bu", "tq", "tengkyu", "syukron", "jazakallah", "barakallah", "matur suksma",
    "thankyou so much", "oks", "okelah", "okey", "siyap", "siap bosku", "ya sudah", "yaudah", "oh gitu", "oh begitu ya bu",
    "saya paham", "sudah paham", "baik bu akan saya coba", "baik, saya coba dulu", "sampai jumpa", "selamat hari guru",
    "Selamat hari guru, Bu! 🎉", "selamat tahun baru", "selamat ulang tahun", "mohon maaf lahir batin", "masya allah",
    "hati-hati", "good", "nice", "kece", "sama-sama", "gpp bu", "sampai jumpa lagi pak",
    "oke", "ok", "ok bu", "siap", "baik pak", "iya", "ya", "🙏", "👍👍", "❤️", "makasih ya", "terima kasih banyak bu 🙏",
    "mksh", "thx", "sip", "baiklah", "noted", "oke makasih", "siap bu terima kasih", "hehe", "wkwk", "...",
    "Terimakasih banyak atas bantuannya",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (text, kind)
        for table in (HEARD, MORE_HEARD)
        for kind, texts in table.items()
        for text in texts
    ],
)
def test_what_she_feels_or_fears_is_heard(text: str, kind: Heard, world: World) -> None:
    """Danger, tiredness, anger, worry and want of time are heard in everyday words."""
    assert world.hearing.heard(text) is kind


@pytest.mark.parametrize("text", TEACHING)
def test_a_question_of_teaching_is_neither_a_feeling_nor_about_the_bot(
    text: str, world: World
) -> None:
    """What pupils feel or do, and what is asked of teaching, is left to the answers on teaching."""
    assert world.hearing.heard(text) is None
    assert world.hearing.about(text) is None
    assert not world.hearing.is_courtesy(text)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        (text, about)
        for table in (ABOUT, MORE_ABOUT)
        for about, texts in table.items()
        for text in texts
    ],
)
def test_a_question_about_the_bot_is_known_as_one(text: str, about: About, world: World) -> None:
    """Who reads, when the next evaluation is, her plan, the hour: asked in many ways."""
    assert world.hearing.about(text) is about
    assert world.hearing.heard(text) is None


@pytest.mark.parametrize("text", COURTESIES)
def test_politeness_alone_is_courtesy(text: str, world: World) -> None:
    """Thanks, oke and emoji ask for nothing."""
    assert world.hearing.is_courtesy(text)


TO_OTHERS = ("reply.write", "siar.write", "siar.when")
"""Places at which words are for somebody else: there they may say what they like."""


@pytest.mark.parametrize(
    "text",
    ["murid saya dipukul ayahnya", "saya mau mati saja", "capek bu", "siapa yang bisa lihat ini?"],
)
def test_what_is_heard_is_no_answer_and_is_kept_nowhere(
    text: str, world: World, now: datetime
) -> None:
    """At every open question it gets its answer, the question stays, and nothing is stored."""
    for screen, who in places(now).items():
        if screen in TO_OTHERS:
            continue
        turn = turn_of(who, Typed(text), world, now)
        assert turn.person.place == who.place, screen
        assert turn.screen is not None, screen
        assert world.texts.say("unknown") not in turn.screen.text
        assert_untouched(who, turn)


@pytest.mark.parametrize("text", [*DANGER, *DANGER_KEPT, *DANGER_LATER])
def test_a_child_in_danger_is_heard_in_the_words_people_use(text: str, world: World) -> None:
    """Each field of danger is heard, however it is spelt: rather once too often than not at all."""
    assert world.hearing.heard(text) is Heard.DANGER


@pytest.mark.parametrize("text", [*ORDINARY, *ORDINARY_KEPT, *ORDINARY_LATER])
def test_a_lesson_with_grave_words_is_no_danger(text: str, world: World) -> None:
    """A ball that is hit, a hero who is killed, a story with poison: none of it is a child's case."""
    assert world.hearing.heard(text) not in (Heard.DANGER, Heard.DESPAIR)


@pytest.mark.parametrize("text", DESPAIR)
def test_her_own_despair_is_heard(text: str, world: World) -> None:
    """Also in few words, in slang and where pupils are the reason."""
    assert world.hearing.heard(text) is Heard.DESPAIR


@pytest.mark.parametrize("text", ["Pak Budi", "bu Sari", "Made", "Bu Sari Dewi", "Guru kelas 4"])
def test_a_name_is_no_courtesy(text: str, world: World) -> None:
    """Though a name behind a form of address says nothing in a wish, here it is the answer."""
    assert not world.hearing.is_courtesy(text)


@pytest.mark.parametrize(
    "text",
    ["murid saya dipukul ayahnya, tolong stop", "anak itu dibully tiap hari, tolong hentikan"],
)
def test_danger_comes_before_a_wish_beside_it(text: str, world: World, now: datetime) -> None:
    """A child's case is not taken for a doubtful wish to stop."""
    turn = turn_of(places(now)["menu.main"], Typed(text), world, now)
    assert turn.screen is not None
    assert turn.screen.text == world.texts.say("heard-danger")
