"""What may tell who a pupil is gets a hint, and ordinary sentences of a teacher do not."""

from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.world import World
from tests.each import each

NAMING = (
    *("murid saya Budi sudah berani", "Murid saya, Budi, sudah berani menjawab"),
    *("siswa bernama Rizki belum lancar membaca", "anak yang bernama Lintang suka diam"),
    *("namanya Sekar, duduk di depan", "ananda Keenan sudah selesai", "si Bagas mau maju"),
    *("si bagas mau maju", "murid bernama budi", "siswi kelas 4 bernama Wulan bertanya"),
    *("Budi menjawab tiga kali", "Tadi Siti dan Rizky ikut menjawab", "Yang menjawab hanya Dimas"),
    *("Saya menunjuk Nabila lebih dulu", "Kelompok Raka paling cepat", "anak saya Lintang ikut"),
    *("murid pindahan Gibran belum ikut", "Siswa kami Damar berani bertanya", "anak itu Satria"),
    *("Murid kelas 4 Kirana menangis", "murid perempuan Laras maju", "Wayan lupa bukunya"),
    *("Murid saya Budi.", "muridku Arkan hebat", "siswaku Galang ikut", "Ketut dan Made berdua"),
    *("dipanggil Jono di kelas", "panggilannya Cici", "siswa Yusuf sudah bisa", "Asep diam saja"),
    *("NIK 3201010203040005", "3201010203040005", "3201 0102 0304 0005", "320101-020304-0005"),
    *("NISN 0012345678", "nisn-nya 0098765432", "HP orang tuanya 081234567890"),
    *("0812-3456-7890", "0812 3456 7890", "+62 812 3456 7890", "6281234567890", "+6281234567890"),
    *("telepon rumah (021) 7654321", "wa 0857 1234 567", "Farhan: 7, Zahra: 9", "nilai Tiara naik"),
    *("Aisyah dapat 80", "Rendra sudah paham", "Muh. Fadli diam", "AISYAH MAJU", "Rayyan maju"),
    *("budi menjawab tiga kali", "si udin maju", "anak bernama aisyah belum bisa membaca"),
    *("murid yang duduk di pojok, Bima, menjawab", "Tadi seru. Queensha bertanya dua kali"),
    *("yang menjawab: Zefanya, Dimas", "Moh Rasyid tidak masuk", "anak itu bernama qori"),
    *(
        "Gusti belum paham",
        "Oktavian menangis",
        "anak saya yang bernama Wayan Sudirta",
        "si joni lari",
    ),
    *("“Budi, coba jelaskan.”", "Tadi saya minta Irfan membaca", "Pak, Ilham tidak masuk"),
)

ORDINARY = (
    *(
        "Murid Kelas IV antusias",
        "Suasana sudah tenang",
        "Sebagian menjawab",
        "Ternyata belum semua",
    ),
    *("Kelompok dua maju", "Petunjuk saya masih panjang", "Ruangan sudah rapi", "Semuanya ikut"),
    *(
        "Mereka belum paham",
        "Pertanyaannya mudah, jadi banyak yang menjawab",
        "Hampir semua menjawab",
    ),
    *("Tadi ramai, tetapi akhirnya, alhamdulillah, tenang", "Guru sudah siap", "Waktunya kurang"),
    *("si pendiam mulai bicara", "Saya sudah mencoba. Anak senang.", "Materi belum selesai"),
    *("Besok, Kamis, saya coba lagi", "Papan tulis penuh", "Diskusi masih didominasi satu orang"),
    *(
        "MURID ANTUSIAS",
        "SEMUA SUDAH PAHAM",
        "Kelas 5 sudah bisa",
        "Lima anak maju",
        "Baru 9 yang maju",
    ),
    *("Jawaban mereka masih pendek", "Perempuan lebih aktif", "Laki-laki tidak mau maju"),
    *("Beberapa belum berani", "Sisanya diam", "Ada yang tidak ikut", "Satu anak tidur"),
    *("Tepuk tangan juga membantu", "Lagu pembuka membantu", "Senyap sudah sepuluh detik"),
    *(
        "Bagus sekali",
        "Bagus, semua ikut",
        "Indah sekali pagi ini",
        "Bintang kelas bergilir",
        "Hening",
    ),
    *("9", "9 dari 28 murid menjawab", "murid A dan murid B berdebat", "Murid A belum ikut"),
    *("Waktu tunggu membuat lebih banyak murid menjawab.", "Murid senang. Mereka ikut semua."),
    *("Anak-anak ramai sesudah istirahat", "kelas 4 hari Senin", "Siswa SMP lebih berani"),
    *("murid Senin lebih ramai daripada murid Jumat", "Murid Muslim salat dulu"),
    *("Bu Rina membantu saya menghitung", "Pak Budi mengamati dari belakang", "Ibu Siti datang"),
    *("Murid Pak Budi ikut bergabung", "Murid menulis namanya di papan", "namanya juga anak-anak"),
    *("pelajaran PAI dan Budi Pekerti", "Anak Indonesia suka bercerita", "si kecil berani maju"),
    *("Saya membacakan cerita si Kancil", "Siswa memakai Canva", "murid memakai GeoGebra"),
    *("Jika murid diam, maka saya menunggu sepuluh hitungan.", "Saya bertanya lebih sabar"),
    *("murid-murid: “Mengapa petani percaya?”", "Guru: “Siapa punya pikiran lain?”"),
    *("Pukul 07.40–07.50 ada 2 murid bertanya", "12 14 16 18 20 22 24 26", "2026/2027"),
    *("tahun ajaran 2026/2027 semester 1", "Nilai rata-rata 78,5", "https://contoh.id/p/123"),
    *("Semua kelompok selesai", "Kelompok Melati paling cepat", "Regu Garuda menang"),
    *("siswa VIII B mulai tepat waktu", "anak Papua dan anak Jawa belajar bersama"),
    *(
        "Murid, lihat papan.",
        "Murid! Coba lagi.",
        "murid\nBesok saya ulangi",
        "Anak PAUD suka lagu",
    ),
    *("Saya minta murid, lalu Kelompok satu maju", "Tanggal 23 November 2026", "Rp150.000 cukup"),
    *("murid belum paham. Besok saya ubah petunjuknya.", "Murid Katolik dan Hindu ikut"),
    *("Orang tua murid datang pada Kamis", "anak berkebutuhan khusus perlu waktu", "budi pekerti"),
    *("Dua puluh satu murid memberi alasan", "Matematika kelas 5, pecahan", "emoji 👍👍"),
    *("Guru lain melihat lima menit", "Saya dan Kepala Sekolah berbincang", "🙂", "a"),
    *("Siswa Bahasa Inggris lebih banyak bicara", "<b>murid</b> & guru", "مرحبا", "RPP sudah siap"),
)


@each("text", NAMING)
def test_what_names_a_pupil_is_hinted_at(text: str, world: World) -> None:
    """A pupil's name, NIK, NISN or telephone is suspected."""
    assert names_a_pupil(world.texts, text)


@each("text", ORDINARY)
def test_ordinary_words_pass(text: str, world: World) -> None:
    """What teachers write about lessons, colleagues, groups and numbers gets no hint."""
    assert not names_a_pupil(world.texts, text)


def test_there_are_enough_cases() -> None:
    """Forty and more of each kind."""
    assert min(len(set(NAMING)), len(set(ORDINARY))) >= 40
