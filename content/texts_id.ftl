# Semua kalimat dan tombol yang bukan bagian dari 13 langkah.
# Cara menyunting: docs/panduan-konten.md. Periksa dengan: python -m bot check
# Satu pesan untuk satu layar; tombolnya ditulis di bawahnya dengan titik di depan.

### Navigasi

nav =
    .menu = Menu
    .back = Kembali
    .cancel = Batal

### Sapaan

greeting = { $part ->
    [pagi] Selamat pagi, { $address }.
    [siang] Selamat siang, { $address }.
    [sore] Selamat sore, { $address }.
   *[malam] Selamat malam, { $address }.
    }

addressed-bapak = Bapak
addressed-ibu = Ibu
addressed-bapak-ibu = Bapak/Ibu
addressed-nama = Bapak/Ibu

greeting-back-islam = Waalaikumsalam, { $address }.
    .words = assalamualaikum, assalamu'alaikum, assalamu alaikum, asalamualaikum, ass wr wb, aslm
greeting-back-kristen = Syalom, { $address }.
    .words = syalom, shalom
greeting-back-hindu = Om Swastiastu, { $address }.
    .words = om swastiastu, om swastyastu
greeting-back-buddha = Namo Buddhaya, { $address }.
    .words = namo buddhaya
greeting-back-khonghucu = Salam Kebajikan, { $address }.
    .words = salam kebajikan, wei de dong tian
greeting-back-rahayu = Rahayu, { $address }.
    .words = rahayu
greeting-back-pagi = Selamat pagi, { $address }.
    .words = selamat pagi, pagi
greeting-back-siang = Selamat siang, { $address }.
    .words = selamat siang, siang
greeting-back-sore = Selamat sore, { $address }.
    .words = selamat sore, sore
greeting-back-malam = Selamat malam, { $address }.
    .words = selamat malam, malam
greeting-back-terima-kasih = Sama-sama, { $address }. Senang bisa menemani.
    .words = terima kasih, terimakasih, makasih, trims, matur nuwun, hatur nuhun

### Perintah: kalimatnya tampil di menu perintah Telegram.
### words = kata sesudah garis miring (yang pertama yang resmi); phrases = teks biasa.

command-menu = Buka menu
    .words = mulai, start, menu
    .phrases = mulai, menu, halo, hai, hallo, hi, buka menu
command-steps = Lihat 13 langkah
    .words = langkah, belajar
    .phrases = langkah, belajar, daftar langkah
command-evaluation = Evaluasi triwulan
    .words = evaluasi, rapor_diri
    .phrases = evaluasi, evaluasi diri, evaluasi triwulan, rapor diri
command-progress = Ringkasan kemajuan
    .words = kemajuan, progres, progress
    .phrases = kemajuan, progres, progress
command-reminders = Atur pengingat
    .words = pengingat, jeda
    .phrases = pengingat, jeda, atur pengingat
command-settings = Sapaan, jenjang, dan zona waktu
    .words = pengaturan, setting, profil
    .phrases = pengaturan, setting, profil
command-privacy = Data saya
    .words = privasi
    .phrases = privasi, data saya
command-export = Unduh data saya
    .words = unduh_data
    .phrases = unduh data, unduh data saya
command-erase = Hapus data saya
    .words = hapus_data
    .phrases = hapus data, hapus data saya, hapus akun
command-help = Cara pakai
    .words = bantuan, help
    .phrases = bantuan, tolong, help, cara pakai
command-cancel = Batalkan isian
    .words = batal, cancel
    .phrases = batal, cancel, batalkan
command-stop = Hentikan pesan dari bot
    .words = berhenti, stop
    .phrases = berhenti, stop

### Keterangan bot di Telegram

profile-description =
    Langkah Guru menemani Bapak/Ibu Guru menjalani 13 langkah peningkatan kompetensi: singkat, tanpa akun, tanpa kata sandi.

    Tekan MULAI untuk berkenalan. Anda boleh membaca semua langkah tanpa menyimpan data apa pun.
profile-short = Teman belajar guru: 13 langkah peningkatan kompetensi, sedikit demi sedikit.

### Datang

welcome =
    <b>Selamat datang di Langkah Guru, Bapak/Ibu Guru.</b>

    Bot ini teman belajar untuk 13 langkah peningkatan kompetensi. Bukan penilai dan bukan aplikasi resmi pemerintah.

    Sebelum mulai: bot ini menyimpan ID Telegram, sapaan atau nama panggilan, jenjang, mata pelajaran bila diisi, zona waktu, dan kemajuan Anda. Gunanya untuk menampilkan kemajuan. Data disimpan sampai Anda menghapusnya.

    Anda boleh melihat, memperbaiki, mengunduh, menghapus, atau menarik persetujuan kapan saja lewat /privasi. Setuju?
    .agree = Ya, setuju
    .full = Baca lengkap
    .later = Tidak sekarang
welcome-declined = Tidak apa-apa. Semua langkah tetap boleh dibaca, dan tidak ada yang disimpan.
welcome-again = Persetujuan Anda sudah ditarik. Data lama masih ada sampai Anda menghapusnya lewat /privasi.
welcome-to-keep = Untuk itu kami perlu menyimpan sedikit data, dan itu hanya dengan persetujuan Anda.

registered =
    Terima kasih, { $address }. Semua sudah siap.

    Ada 13 langkah, boleh dijalani dalam urutan apa pun. Satu halaman cukup dibaca satu–dua menit, dan tempat terakhir selalu diingat.

    Mau melihat diri dulu lewat evaluasi awal, atau langsung ke langkah pertama?
    .evaluation = Evaluasi awal (±5 menit)

### Pertanyaan perkenalan

ask-address =
    Bagaimana sebaiknya kami menyapa Anda?
address-bapak = Bapak
address-ibu = Ibu
address-bapak-ibu = Bapak/Ibu
address-nama = Nama panggilan

ask-nickname =
    Nama panggilan apa yang Anda suka? Silakan ketik.
    .use = Pakai “{ $name }”

ask-level =
    Di jenjang mana Anda mengajar? Contoh di setiap langkah akan mengikuti jenjang ini.
level-paud = PAUD/TK
level-sd = SD/MI
level-smp = SMP/MTs
level-sma = SMA/MA
level-smk = SMK/MAK
level-slb = SLB
level-lainnya = Lainnya

ask-subject =
    Mata pelajaran atau kelas apa yang Anda ajar? Silakan ketik, misalnya “Matematika” atau “Kelas 4”. Boleh dilewati.
    .skip = Lewati

ask-zone =
    Di zona waktu mana Anda tinggal?
zone-WIB = WIB (Sumatra, Jawa, Kalbar, Kalteng)
zone-WITA = WITA (Kalsel, Kaltim, Kaltara, Bali, NTB, NTT, Sulawesi)
zone-WIT = WIT (Maluku, Papua)

ask-saved = Sudah disimpan.
ask-choose = Silakan tekan salah satu tombol di bawah.
ask-empty = Belum ada tulisan yang bisa kami simpan. Silakan ketik lagi.
ask-long = Tulisan itu { $length } huruf, paling banyak { $limit }. Silakan ketik yang lebih pendek.

### Menu

menu =
    Kemajuan: <b>{ $done } dari { $total } langkah</b>.
    .continue = Lanjutkan: { $number } · { $label }
    .begin = Mulai: { $number } · { $label }
    .steps = Langkah
    .evaluation = Evaluasi
    .evaluation-item = Lanjutkan evaluasi: { $at }/{ $total }
    .evaluation-rest = Lanjutkan evaluasi: tinggal sedikit
    .progress = Kemajuan
    .settings = Pengaturan
    .help = Bantuan
menu-where = Terakhir Anda membaca Langkah { $number } · { $label }.
menu-first = Berikutnya: Langkah { $number } · { $label }.
menu-all-done = Semua langkah sudah Anda jalani. Setiap langkah boleh dibaca dan diulang kapan saja.

stopped =
    Baik. Bot tidak akan memulai pesan lagi.

    Bila ingin kembali, ketik /mulai. Kemajuan Anda tetap tersimpan; menghapusnya lewat /privasi.
stopped-guest = Tenang, bot ini tidak mengirim pesan bila Anda tidak memulainya.

### Langkah

steps =
    <b>13 langkah</b> · { $done } dari { $total } selesai

    ✓ selesai · ▸ sedang dijalani
    .line-belum = { $number } · { $label }
    .line-sedang = ▸ { $number } · { $label }
    .line-selesai = ✓ { $number } · { $label }
    .focus = { $line } · fokus
    .typed = langkah, ke-, ke
steps-suggestion = Saran berikutnya: Langkah { $number } · { $label }.
steps-underway = Sedang dijalani: Langkah { $number } · { $label }.
steps-guest =
    <b>13 langkah peningkatan kompetensi guru</b>

    Silakan pilih dan baca. Tidak ada yang disimpan.
    .join = Simpan kemajuan saya

step =
    <b>Langkah { $number } dari { $total }</b>
    <b>{ $title }</b>

    Terkait dengan kompetensi { $competencies }. { $pages } halaman pendek.
    .read = Mulai membaca
    .resume = Lanjut, halaman { $page }/{ $total }
    .parts = Pilih bagian
    .mark-begin = Sedang dijalani
    .mark-done = Tandai selesai
    .unmark-begin = Belum jadi
    .unmark-done = Batalkan tanda selesai
    .previous = ‹ Langkah { $number }
    .next = Langkah { $number } ›
    .list = Daftar langkah
step-status = { $status ->
    [sedang] ▸ Sedang dijalani sejak { $day }.
    [selesai] ✓ Selesai pada { $day }.
   *[belum] Belum dijalani. Boleh dibaca dulu.
    }
competency-pedagogik = pedagogik
competency-kepribadian = kepribadian
competency-sosial = sosial
competency-profesional = profesional

page = <b>Langkah { $number } · { $label }</b> · { $page }/{ $total }
    .back = ‹ Kembali
    .forward = Lanjut ›
    .step = Langkah ini
page-level = Pilih jenjang untuk membaca contohnya.
task = <i>{ $title }</i> (±{ $minutes } menit)
task-span = <i>{ $title }</i> (±{ $minutes } menit kerja, selama { $span })

parts = Bagian dari <b>Langkah { $number } · { $label }</b>:

marked = { $status ->
    [sedang] Dicatat: langkah ini sedang Anda jalani.
   *[belum] Dicatat: langkah ini belum dijalani.
    }
done =
    ✓ <b>Langkah { $number } · { $label }</b> selesai.

    Anda sudah menjalani { $done } dari { $total } langkah. Yang paling berarti: satu hal kecil darinya dipakai di kelas pekan ini.
    .next = Buka Langkah { $number }
done-next = Berikutnya yang kami sarankan: Langkah { $number } · { $label }.

### Kemajuan

progress = <b>{ $done } dari { $total } langkah</b> selesai.
progress-selesai = <b>Selesai</b>
progress-sedang = <b>Sedang dijalani</b>
progress-line = { $number } · { $label } — { $day }
progress-nothing = Belum ada langkah yang ditandai. Mulailah dari yang paling dekat dengan kelas Anda.

### Evaluasi triwulan. Cermin bagi guru sendiri: tidak ada nilai, rata-rata, atau peringkat.

quarter = Triwulan { $number }, { $year }

rubric-1 = 1 · Belum tampak
rubric-2 = 2 · Mulai tampak
rubric-3 = 3 · Sudah terbiasa
rubric-4 = 4 · Konsisten, berbagi

evaluation =
    <b>Evaluasi { $quarter }</b>

    { $total } butir, ±5 menit. Di setiap butir, pilih kalimat yang paling menggambarkan tiga bulan terakhir. Sesudah itu: satu kekuatan, paling banyak dua fokus, dan satu niat.

    Ini cermin untuk Anda sendiri, bukan nilai dan bukan penilaian resmi. Boleh berhenti kapan saja; jawaban tetap tersimpan.
    .begin = Mulai evaluasi
    .go-on-item = Lanjutkan dari butir { $at }
    .go-on = Lanjutkan
    .anew = Mulai { $quarter }
    .history = Riwayat evaluasi
evaluation-begun =
    <b>Evaluasi { $quarter }</b>

    Jawaban Anda masih tersimpan.
evaluation-left = { $part ->
    [butir] Berikutnya: butir { $at } dari { $total }.
    [kekuatan] Semua butir sudah terjawab. Berikutnya: satu kekuatan.
    [fokus] Semua butir sudah terjawab. Berikutnya: fokus tiga bulan ke depan.
    [niat] Hampir selesai. Berikutnya: satu niat.
   *[ringkasan] Semua sudah terjawab. Tinggal diperiksa dan disimpan.
    }
evaluation-anew = Atau mulai { $quarter }. Jawaban di atas akan disimpan apa adanya di riwayat.
evaluation-head = <b>Evaluasi { $quarter }</b>
evaluation-belongs = <i>Dimulai pada { $quarter }, jadi tercatat untuk triwulan itu.</i>
evaluation-catch-up = <i>Ini susulan untuk { $quarter }.</i>
evaluation-gone = Evaluasi itu tidak ada lagi di sini.
evaluation-kept = Baik, berhenti dulu. Jawaban Anda tersimpan dan dapat dilanjutkan kapan saja.

evaluation-item =
    <b>{ $number } · { $label }</b>
    Mana yang paling menggambarkan tiga bulan terakhir?

    { $levels }
    .chosen = ✓ { $name }
    .same = Sama seperti triwulan lalu ({ $level })
    .as-before = Sama seperti evaluasi lalu ({ $level })
    .leave = Biarkan, lanjut
    .skip = Lewati
    .empty = Kosongkan
evaluation-level =
    <b>{ $name }</b>
    { $words }
evaluation-doubt = <i>Bila ragu antara dua tingkat, pilih yang lebih rendah.</i>

evaluation-strength = Pilih satu kekuatan: langkah yang paling terasa jalan tiga bulan ini.
evaluation-focus = Langkah mana yang ingin Anda kuatkan tiga bulan ke depan? Paling banyak { $most }. Tekan sekali untuk memilih, sekali lagi untuk membatalkan.
    .confirm = Lanjut
    .none = Tanpa fokus
evaluation-focus-chosen = Dipilih: { $steps }.
evaluation-focus-most = Paling banyak { $most } fokus. Batalkan salah satu dulu bila ingin menggantinya.
evaluation-intention =
    Apa niat Anda untuk tiga bulan ke depan? Silakan ketik satu kalimat:

    “Saya akan … agar murid …”
evaluation-intention-now = Sekarang tertulis: “{ $intention }”

evaluation-summary =
    <b>Ringkasan { $quarter }</b>
    Belum disimpan sebagai evaluasi selesai. Semua masih bisa diubah.
    .save = Simpan
    .edit = Ubah jawaban
evaluation-answer = { $number } · { $label }: <b>{ $level }</b>
evaluation-answer-strength = Kekuatan: <b>{ $step }</b>
evaluation-answer-focus = Fokus: <b>{ $steps }</b>
evaluation-answer-intention = Niat: { $intention }
evaluation-skipped = dilewati
evaluation-none = belum diisi
evaluation-edit = Jawaban { $quarter } mana yang ingin diubah?
    .item = { $number } · { $label }: { $level }
    .strength = Ubah kekuatan
    .focus = Ubah fokus
    .intention = Ubah niat

evaluation-view =
    <b>Evaluasi { $quarter }</b>
    Selesai pada { $day }.
    .plan = Rencana pengembangan diri
    .compare = Bandingkan
    .picture = Lihat gambar (±{ $size } KB)
    .answers = Lihat jawaban
    .to-focus = Fokus: { $number } · { $label }
evaluation-done = Tersimpan, { $address }. <b>Evaluasi { $quarter }</b> selesai.
evaluation-done-strength = Kekuatan yang Anda pilih: { $step }. Baik juga bila caranya dibagikan kepada rekan.
evaluation-done-plan = Sesudah evaluasi, Langkah 8 mengajak menyusun rencana pengembangan diri: tiga baris saja. Mau sekarang?
evaluation-next = { $open ->
    [ya] Evaluasi berikutnya sudah dibuka sejak { $day }.
   *[tidak] Evaluasi berikutnya mulai { $day }.
    }

evaluation-first = Ini evaluasi pertama Anda. Triwulan depan, jawaban ini menjadi pembandingnya.
change-since = <b>Dibanding { $quarter }</b>
change-rose =
    Bertumbuh:
    { $steps }
change-fell =
    Kali ini Anda nilai lebih rendah, wajar bila keadaan kelas berubah:
    { $steps }
change-same = { $count } langkah tetap pada tingkatnya.
change-nothing = Belum ada langkah yang dinilai pada kedua triwulan.
change-step = • { $number } · { $label }: dari “{ $before }” menjadi “{ $after }”
change-pair = { $number } · { $label }: { $before } → <b>{ $after }</b>
change-none = –

evaluation-history =
    <b>Riwayat evaluasi</b>

    Pilih triwulan untuk membaca, memperbaiki, atau membandingkan.
    .newer = ‹ Lebih baru
    .older = Lebih lama ›
evaluation-history-empty = Belum ada evaluasi yang selesai.
evaluation-compare = Bandingkan { $quarter } dengan triwulan mana?
evaluation-pair =
    <b>{ $before } → { $after }</b>
    Angka 1–4 adalah tingkat yang Anda pilih sendiri; – berarti dilewati.

picture = Evaluasi diri · { $quarter }
picture-skipped = dilewati
picture-caption = Tingkat yang Anda pilih sendiri, { $quarter }. Hanya untuk Anda.
picture-failed = Gambarnya belum dapat dibuat sekarang. Silakan coba lagi sebentar.

plan =
    <b>Rencana pengembangan diri</b> · { $quarter }
    .change = Ubah: { $name }
plan-line =
    <b>Rencana pengembangan diri</b> · { $quarter } · { $at }/{ $total }

    { $asked } Silakan ketik satu kalimat.
plan-ask-tujuan = Apa yang ingin Anda kuasai tiga bulan ke depan?
plan-ask-sumber = Dari mana Anda akan belajar? Misalnya rekan, buku, atau KKG/MGMP.
plan-ask-penerapan = Kapan dan di kelas mana hal itu akan Anda coba?
plan-name-tujuan = Tujuan
plan-name-sumber = Sumber belajar
plan-name-penerapan = Penerapan
plan-written =
    <b>{ $name }</b>
    { $words }
plan-now = Sekarang tertulis: “{ $words }”

### Pengaturan

settings =
    <b>Pengaturan</b>

    Sapaan: { $address }
    Jenjang: { $level }
    Mata pelajaran/kelas: { $subject }
    Zona waktu: { $zone }
    .change-address = Ubah sapaan
    .change-level = Ubah jenjang
    .change-subject = Ubah mapel/kelas
    .change-zone = Ubah zona
    .reminders = Pengingat
    .privacy = Data saya
settings-empty = belum diisi

### Pengingat: pesan yang dimulai oleh bot. Satu baris, satu ajakan; variant menggilir kalimatnya.

reminder =
    .start = Mulai
    .settings = Atur pengingat
    .hour = 1 jam lagi
    .tomorrow = Besok
    .week = Pekan depan
    .skip = Lewati triwulan ini
reminder-kabar = { $variant ->
    [1] { $address }, evaluasi triwulan dibuka { $first }. Cukup ±5 menit, boleh dicicil.
    [2] Kabar awal: mulai { $first } ada evaluasi triwulan, 13 butir, ±5 menit.
   *[0] Tiga hari lagi, { $first }, evaluasi triwulan dibuka. Tidak perlu persiapan apa pun.
    }
reminder-buka = { $variant ->
    [1] { $address }, evaluasi triwulan sudah dibuka, sampai { $last }. Mulai sekarang, ±5 menit?
    [2] Saatnya melihat tiga bulan terakhir: 13 butir, ±5 menit, sampai { $last }.
   *[0] Evaluasi triwulan dibuka sampai { $last }. Lima menit sekarang, atau nanti?
    }
reminder-susul-1 = { $variant ->
    [1] Evaluasi triwulan masih menunggu, { $address }. Waktunya sampai { $last }.
    [2] Ada lima menit hari ini? Evaluasi triwulan masih dibuka sampai { $last }.
   *[0] { $address }, evaluasi triwulan boleh dicicil. Masih dibuka sampai { $last }.
    }
reminder-susul-2 = { $variant ->
    [1] Evaluasi triwulan masih dibuka sampai { $last }. Satu butir dulu juga baik.
    [2] { $address }, mau mengisi evaluasi triwulan sekarang? Sampai { $last }.
   *[0] Sekadar mengingatkan: evaluasi triwulan dibuka sampai { $last }.
    }
reminder-terakhir = { $variant ->
    [1] { $address }, ini pengingat terakhir untuk evaluasi triwulan: dibuka sampai { $last }.
    [2] Evaluasi triwulan sebentar lagi ditutup ({ $last }). Masih sempat, ±5 menit.
   *[0] Hari-hari terakhir evaluasi triwulan, sampai { $last }. Setelah ini kami tidak mengingatkan lagi.
    }
reminder-susulan = { $variant ->
    [1] { $address }, evaluasi triwulan masih bisa disusulkan sampai { $last }.
    [2] Belum sempat evaluasi triwulan? Tidak apa-apa, masih bisa sampai { $last }.
   *[0] Evaluasi triwulan lalu masih dapat diisi sampai { $last }, ±5 menit.
    }
reminder-tunda = { $variant ->
    [1] Sesuai pesan Anda: evaluasi triwulan, sampai { $last }. Mulai sekarang?
    [2] { $address }, tadi Anda minta diingatkan tentang evaluasi triwulan.
   *[0] Ini saat yang Anda pilih untuk evaluasi triwulan. Kita mulai?
    }
reminder-begun = Isian Anda masih tersimpan dan dilanjutkan dari butir terakhir.
reminder-target = Triwulan lalu Anda menulis: “{ $intention }”

nudge = { $variant ->
    [1] { $address }, pekan ini satu halaman Langkah { $number } · { $label }?
    [2] Ada lima menit? Langkah { $number } · { $label } menunggu di tempat terakhir.
   *[0] Langkah { $number } · { $label }: satu hal kecil untuk kelas pekan ini?
    }
    .open = Buka
    .later = Nanti saja
nudge-slower = Supaya tidak mengganggu, mulai sekarang pengingat ini datang sebulan sekali saja.

later = Baik, lain kali saja. Semua tetap tersimpan di tempatnya.
snoozed = Baik, kami ingatkan lagi { $when }.
snoozed-last = Baik. Untuk triwulan ini kami tidak mengingatkan lagi; evaluasinya tetap bisa dibuka kapan saja dari menu.
skipped = Baik, evaluasi triwulan ini dilewati.
    .undo = Jangan lewati
skipped-until = Baik, evaluasi triwulan ini dilewati. Yang berikutnya dibuka { $day }.

topic-langkah = ajakan tentang langkah Anda
topic-kabar = kabar awal evaluasi triwulan
topic-buka = evaluasi triwulan dibuka
topic-susul-1 = pengingat evaluasi triwulan
topic-susul-2 = pengingat evaluasi triwulan
topic-terakhir = pengingat terakhir evaluasi triwulan
topic-susulan = evaluasi triwulan susulan
topic-tunda = evaluasi triwulan, sesuai pilihan Anda

quiet-malam = malam hari
quiet-minggu = hari Minggu
quiet-sabtu = hari Sabtu
quiet-jumat = Jumat siang
quiet-libur = libur ({ $name })
quiet-libur-sekolah = { $name }
quiet-masa-tenang = { $name }
quiet-ramadan = petang di bulan Ramadan
quiet-jeda = jeda yang Anda pilih
quiet-sehari-satu = paling banyak satu pesan sehari

reminders =
    <b>Pengingat</b>

    Ajakan tentang langkah: { $rhythm }.
    Hari dan jam: { $weekday } pukul { $hour } { $zone }.
    .day = Ubah hari
    .hour = Ubah jam
    .rhythm = Seberapa sering
    .pause = Jeda
    .resume = Akhiri jeda
reminders-paused = Dijeda sampai { $day }.
reminders-resumed = Jeda diakhiri.
reminders-quiet = Semua pesan dari bot sedang dimatikan. /mulai menyalakannya lagi.
reminders-none = Tidak ada pesan yang direncanakan.
reminders-next = Yang berikutnya:
reminders-line = • { $when }: { $reason }.
reminders-moved = (Digeser: { $reasons }.)

rhythm-pekanan = sekali sepekan
rhythm-dua-pekan = dua pekan sekali
rhythm-bulanan = sebulan sekali
rhythm-mati = tidak usah

remind-day = Hari apa sebaiknya kami menulis?
remind-hour = Pukul berapa ({ $zone })?
remind-rhythm = Seberapa sering kami mengajak tentang langkah yang sedang dijalani? Evaluasi triwulan tetap diingatkan, paling banyak empat kali.
remind-pause =
    Berapa lama kami berhenti dulu?

    Boleh juga ketik tanggalnya, misalnya 24 Desember.
    .pekan = 1 pekan
    .bulan = 1 bulan
remind-pause-unread = Tanggal itu belum terbaca. Silakan ketik seperti 24/12/2026 atau 24 Desember.
remind-pause-range = Silakan pilih tanggal sesudah hari ini, paling lama satu tahun lagi.

### Data saya

privacy =
    <b>Data saya</b>

    Yang disimpan: ID Telegram, sapaan, jenjang, mata pelajaran bila diisi, zona waktu, tanda pada langkah, halaman terakhir, jawaban evaluasi triwulan beserta niat dan rencana pengembangan diri, dan waktu Anda terakhir menulis.

    Dengan persetujuan Anda pada { $day }. Hanya Anda yang dapat membacanya di sini.
    .download = Unduh data saya
    .withdraw = Tarik persetujuan
    .erase = Hapus data saya
privacy-nothing =
    <b>Data saya</b>

    Saat ini tidak ada data Anda yang disimpan.
privacy-file = Semua yang disimpan tentang Anda, dalam bentuk JSON (berkas kecil, beberapa KB).
privacy-full =
    <b>Privasi, lengkapnya</b>

    <b>Apa.</b> ID Telegram, sapaan atau nama panggilan, jenjang, mata pelajaran bila diisi, zona waktu, kemajuan per langkah, jawaban evaluasi dan rencana Anda, halaman terakhir, dan waktunya.

    <b>Untuk apa.</b> Menampilkan kemajuan dan meneruskan dari tempat terakhir. Tidak untuk menilai, tidak dijual, tidak untuk iklan.

    <b>Berapa lama.</b> Sampai Anda menghapusnya. Salinan cadangan terhapus paling lambat 30 hari kemudian.

    <b>Hak Anda.</b> Melihat, memperbaiki (/pengaturan), mengunduh, menarik persetujuan, dan menghapus (/privasi), kapan saja, langsung di sini.

    <b>Yang tidak kami minta.</b> NIK, NIP, NUPTK, alamat, nomor ponsel, agama, dan data murid. Mohon jangan menulis nama murid.

    <b>Telegram.</b> Pesan melewati server Telegram di luar negeri. Percakapan dengan bot tidak terenkripsi ujung-ke-ujung.
operator = Pengelola: { $operator }

withdrawn =
    Persetujuan sudah ditarik. Mulai sekarang tidak ada lagi yang dicatat, dan bot tidak akan menulis lebih dulu.

    Data lama masih ada sampai Anda menghapusnya. Semua langkah tetap boleh dibaca.
    .again = Mulai lagi

erase =
    Semua data Anda akan dihapus dan tidak dapat dikembalikan. Unduh dulu?
    .confirm = Ya, hapus semua
erase-asked-again = Pertanyaan tadi sudah lama. Demi keamanan, kami tanyakan sekali lagi.
erased =
    Data telah dihapus pada { $when }. Salinan cadangan terhapus paling lambat 30 hari kemudian.

    Terima kasih sudah belajar bersama. Anda boleh kembali kapan saja.
    .again = Mulai dari awal

### Bantuan

help =
    <b>Cara pakai</b>

    Tekan tombol di bawah pesan, atau ketik perintah.

    /mulai – menu dan lanjutkan
    /langkah – 13 langkah (atau ketik “langkah 4”)
    /evaluasi – evaluasi triwulan
    /kemajuan – ringkasan
    /pengingat – kapan bot menulis, dan jeda
    /pengaturan – sapaan, jenjang, zona waktu
    /privasi – unduh atau hapus data
    /berhenti – hentikan pesan dari bot

    Anda juga boleh bertanya, misalnya “cara membuat rubrik”.

found = { $count ->
    [one] Ini bagian yang paling dekat dengan pertanyaan Anda:
   *[other] Ini bagian yang paling dekat dengan pertanyaan Anda:
    }
    .place = { $number } · { $label }: { $section }
unknown = Maaf, saya belum paham. Silakan tekan tombol atau ketik /bantuan.

### Catatan di atas layar

note-old-button = Tombol itu sudah lama. Ini keadaan yang sekarang.
note-command = Perintah /{ $word } belum saya kenal. Daftarnya ada di /bantuan.
note-no-step = Langkahnya ada { $total }, dari 1 sampai { $total }.
note-cancelled = Isian dibatalkan. Tidak ada yang berubah.
note-forwarded = Pesan terusan tidak saya baca sebagai jawaban. Silakan ketik sendiri.
note-edited = Pesan yang diubah tidak saya baca ulang. Silakan kirim sebagai pesan baru.
note-media = { $kind ->
    [foto] Foto sudah sampai, tetapi di sini saya hanya membaca teks dan tombol. Foto itu tidak disimpan.
    [dokumen] Berkas sudah sampai, tetapi di sini saya hanya membaca teks dan tombol. Berkas itu tidak disimpan.
    [suara] Pesan suara sudah sampai, tetapi di sini saya hanya membaca teks dan tombol. Pesan itu tidak disimpan.
    [stiker] Terima kasih untuk stikernya. Untuk melanjutkan, silakan pakai tombol.
    [lokasi] Lokasi tidak perlu dikirim dan tidak disimpan. Silakan pakai tombol.
    [kontak] Nomor kontak tidak perlu dikirim dan tidak disimpan. Silakan pakai tombol.
   *[lainnya] Kiriman itu belum bisa saya baca dan tidak disimpan. Silakan pakai teks atau tombol.
    }

### Tepi: gangguan dan keadaan khusus

edge-flood = Pesan datang sangat cepat, sebagian belum terbaca. Mohon tunggu sebentar, lalu coba lagi.
edge-group = Langkah Guru hanya bekerja dalam percakapan pribadi. Sampai jumpa di sana.
edge-not-saved = Maaf, yang tadi belum tersimpan. Silakan ulangi sebentar lagi.
edge-not-yours = Tombol ini bukan untuk Anda.
edge-failure = Maaf, ada gangguan di pihak kami. Data Anda aman. Silakan coba lagi atau ketik /mulai.
edge-damaged = Maaf, catatan Anda sedang perlu diperbaiki. Pengelola sudah diberi tahu; data Anda tidak dihapus.
edge-unreadable =
    .read = Baca 13 langkah dulu

### Untuk pengelola

admin-damaged = { $count } catatan guru tidak dapat dibaca dan perlu diperbaiki. Nama berkasnya ada di log; yang lain tetap dilayani.
calendar-head = Pesan untuk guru ({ $zone }) yang mendaftar { $day } dan tidak menjawab, selama 12 bulan:

admin-ticks-missed = Jadwal pengingat sempat berhenti dari { $since } sampai { $until }. Yang tertunda dikirim bertahap, masing-masing sekali.

### Pencarian: kata yang terlalu umum untuk dicari

search =
    .stop-words = di, ke, si, ya, oh, ok, yang, dan, atau, untuk, dengan, dari, pada, ini, itu, apa, apakah, bagaimana, cara, caranya, saya, anda, kami, kita, adalah, ada, tidak, bisa, dapat, agar, supaya, dalam, oleh, akan, sudah, belum, juga, lebih, para, sebagai, karena, jika, bila, saat, mau, ingin, tolong, mohon, tentang, mengapa, kenapa, kapan, siapa, mana, buat, membuat, satu, dua, tiga, nya, lah, kah, pak, ibu, bapak
