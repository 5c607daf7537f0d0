# Semua kalimat dan tombol yang bukan bagian dari 13 langkah.
# Cara menyunting: docs/panduan-konten.md. Periksa dengan: python -m bot check
# Satu pesan untuk satu layar; tombolnya ditulis di bawahnya dengan titik di depan.

### Navigasi

nav =
    .menu = Menu
    .back = Kembali
    .back-said = balik, balik lagi, kembali, kembali lagi, ke belakang, ke sebelumnya, yang tadi, yang sebelumnya
    .cancel = Batal
    .current = ✓ { $label }
    .before = ‹ Sebelumnya
    .after = Berikutnya ›

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
greeting-whole = Halo, { $address }.
    .words = hello, helo, hey, hei, horas, kulonuwun, kulo nuwun, nuwun sewu, salam sejahtera, apa kabar, kabar baik, piye kabare, kumaha damang, sugeng enjing, sugeng enjang, sugeng siang, sugeng sonten, sugeng ndalu, wilujeng enjing, wilujeng siang, wilujeng sonten, sampurasun, tabik, p, pp, tes, test, testing, cek, cek cek, ping, met pagi, met siang, met sore, met malam, pgi, malem, good morning, good afternoon, good evening, spada
greeting-back-terima-kasih = Sama-sama, { $address }. Senang bisa menemani.
    .words = terima kasih, terimakasih, makasih, trims, matur nuwun, hatur nuhun, trimakasih, trima kasih, maturnuwun, maturnuhun, tengkyu, syukron

### Perintah: kalimatnya tampil di menu perintah Telegram.
### words = kata sesudah garis miring (yang pertama yang resmi); phrases = teks biasa.

command-menu = Buka menu
    .words = mulai, start, menu
    .phrases = mulai, menu, halo, hai, hallo, hi, permisi, buka menu
command-steps = Lihat 13 langkah
    .words = langkah, belajar
    .phrases = langkah, belajar, daftar langkah
command-task = Lanjutkan tugas mini
    .words = tugas, latihan
    .phrases = tugas mini, tugas, tugas saya, tugasku, tugas saya apa, apa tugas saya, ganti tugas, lanjutkan tugas, lanjut tugas, langsung ke tugas, ke tugas, buka tugas
command-proof = Simpan bukti
    .words = bukti
    .phrases = simpan bukti, kirim bukti, mau kirim bukti
command-evaluation = Evaluasi triwulan
    .words = evaluasi, rapor_diri
    .phrases = evaluasi, evaluasi diri, evaluasi triwulan, triwulan, rapor diri, isi evaluasi, belum evaluasi, lanjut evaluasi, lanjutkan evaluasi
command-progress = Ringkasan kemajuan
    .words = kemajuan, progres, progress
    .phrases = kemajuan, progres, progress
command-history = Riwayat: baca, ubah, hapus
    .words = riwayat, history, catatan
    .phrases = riwayat, riwayat saya, lihat riwayat, buka riwayat, catatan saya, lihat catatan saya
command-journal = Tulis refleksi bebas
    .words = refleksi, jurnal
    .phrases = tulis refleksi, menulis refleksi, jurnal, jurnal saya, jurnal refleksi, tulis jurnal
command-portfolio = Salin dan portofolio
    .words = portofolio, salin
    .phrases = portofolio, ringkasan portofolio, salin, salin ke ruang gtk
command-reminders = Atur pengingat
    .words = pengingat, jeda
    .phrases = pengingat, jeda, atur pengingat, ubah pengingat, matikan pengingat, hentikan pengingat, jangan ingatkan saya
command-settings = Sapaan, jenjang, dan zona waktu
    .words = pengaturan, setting, profil
    .phrases = pengaturan, setting, profil
command-privacy = Data saya
    .words = privasi
    .phrases = privasi, data saya
command-schools = Sekolah yang saya dampingi
    .words = koordinator, sekolah
    .phrases = koordinator
command-admin = Kelola sekolah
    .words = admin
    .phrases = kelola sekolah
command-export = Unduh data saya
    .words = unduh_data
    .phrases = unduh data, unduh data saya, unduh semua data saya, download data saya, download semua data saya, minta data saya
command-erase = Hapus data saya
    .words = hapus_data
    .phrases = hapus data, hapus data saya, hapus semua data saya, hapus akun, hapus akun saya
command-help = Cara pakai
    .words = bantuan, help
    .phrases = mau tanya, saya mau tanya, mau nanya, saya mau nanya, mau bertanya, saya mau bertanya, boleh tanya, boleh nanya, izin bertanya, numpang tanya, bantuan, tolong, help, cara pakai
command-cancel = Batalkan isian
    .words = batal, cancel
    .phrases = batal, cancel, batalkan
command-stop = Hentikan pesan dari bot
    .words = berhenti, stop
    .phrases = berhenti, stop, saya mau berhenti, saya ingin berhenti, mau berhenti, jangan kirim pesan, jangan kirim pesan lagi, berhenti kirim pesan, stop kirim pesan, hentikan pesan, hentikan semua pesan, berhenti berlangganan, saya ingin berhenti berlangganan, saya mau berhenti berlangganan

# Kata di belakang (.words) dan di depan (.before) sapaan atau perintah yang tidak mengubah artinya: "halo pak", "tolong berhenti dulu ya".
vocatives =
    .words = pak, bu, ibu, bapak, kak, min, admin, ya, dong, dulu, saja
    .before = tolong, mohon, coba

### Maksud sebuah kalimat, di mana pun ia ditulis.
### Satu kalimat = satu frasa utuh, dipisah koma. (a/b c) boleh ada boleh tidak; a/b = salah satu.
### Kata di luar frasa membuat kalimat itu bukan permintaan: “saya tidak mau berhenti mengajar” bukan “berhenti”.

# Ejaan sehari-hari: kata baku, titik dua, lalu ejaan lainnya. Huruf yang diulang (“stooop”) tidak perlu ditulis.
spelling =
    .words =
        tidak mau: gamau gakmau gmau ngamau enggamau emoh ogah moh embung, tidak perlu: gausah gakusah gaperlu gakperlu gausa, tidak tahu: gatau gaktau gatahu gktau embuh mbuh mboh, tidak ada: gaada gakada,
        tidak: ga gak nggak ngga nggk gag g enggak ora mboten boten teu henteu moal indak engga kagak gk tdk tak ndak nda gada ndk no not nope,
        jangan: jgn jng jgan jangn jngan don dont ojo ulah, mau: mw mo maunya pingin hoyong arep gelem purun daek daék amuah namuah ingin pengen pengin pingin kepingin hendak want minta,
        saya: sy sya syaa kulo kula abdi aku ak gue gw ane kami kita my me ku i, lagi: lg lgi maneh deui malih again, sudahan: udahan udahann sudahi udahin, sudah: udah udh sdh dah wis wes uwis sampun entos tos atos parantos enggeus geus, dicoba: dicubo dicobo dicobian dicobaan,
        pesan: psn pesen pesan2 pesannya pesanmu chat chatnya chatting notifikasi notif notifnya kiriman message messages sms wa pemberitahuan spam,
        kirim: krm kirimi kirimin dikirimi dikirimin kirimkan ngirim ngirimin mengirim mengirimi mengirimkan send sending pengiriman, dikirim: dikirimkan dkirim,
        terima: menerima trima nerima dapat mendapat mendapatkan dpt receive,
        ganggu: diganggu mengganggu gangguin hubungi dihubungi menghubungi kontak chatin dichat wa-in wain,
        bagaimana: gimana gmn gmana bgmn gimn bagaimn, kenapa: knp knapa napa, kapan: kpn, siapa: sp, yang: yg yng, dimana: dmn, berapa: brp, contoh: cth conto contohin, contohnya: cthnya, nanti: ntr ntar entar nti nt nnti,
        malas: males mls mager, lewati: lewatin dilewati lewatkan dilewatkan, skip: skipin diskip, isi: ngisi mengisi diisi isikan, tulis: nulis menulis ditulis, jawab: menjawab dijawab njawab, belum: blm blum blom belom durung dereng tacan,
        tahu: tau taw mengetahui, paham: pham mudeng ngeh, mengerti: ngerti, bingung: bngung bingungg binun, pusing: puyeng, nomor: nomer nmr, seperti: sprti spt kaya kyk kek, pikir: mikir mikirin memikirkan berpikir pikirin, gabung: bergabung join,
        stop: stopp stp setopkan mandeg mandek eureun lereni leren berhenti brhenti brenti berenti setop stopped stopping menghentikan dihentikan dihentiin stopin berhentikan,
        matikan: matiin dimatiin matein offin pateni paehan dimatikan mematikan nonaktifkan menonaktifkan dinonaktifkan,
        langganan: berlangganan langgan subscribe, unsubscribe: unsub unfollow unfollowed unsubscribed unsubcribe unsubscibe,
        hapus: busak pupus musnahkan bersihkan buang erase apus hapusin hapuskan dihapus menghapus dihapusin dihapuskan hapusken ngapus ngehapus hilangkan dihilangkan delete deleted remove hps,
        data: datanya dta dataq dataku data2 datadata data-data, akun: akunnya akunku account acc profil profilku profilnya,
        semua: semuanya smua smw seluruh seluruhnya sluruh all semuwa, ini: ni nih this the, tarik: narik menarik ditarik cabut mencabut dicabut batalkan,
        persetujuan: persetujuannya persetujuanku consent, setuju: menyetujui,
        keluar: kluar klwr exit quit leave out, dari: dr dri from, sini: disini, untuk: utk buat bwt for, kepada: kpd, izin: ijin, besok: bsk besuk sesuk isuk,
        batal: gajadi gakjadi gjd urung wurung undo batalin batalkan dibatalkan membatalkan dibatalin cancel cancelled canceled btl cncl urungkan, jadi: jd jdi,
        ingatkan: ingetin ngingetin ngingetinnya ingetinnya ngingatinnya ngingatin ngingatkan ngingetkan ingetkan ingatin diingatkan diingetin mengingatkan remind, pengingat: reminder pengingatnya remindernya,
        balas: membalas balasan dibalas, perlu: prlu butuh usah, pakai: pake memakai menggunakan gunakan,
        praktik: praktek praktikkan praktekkan mempraktikkan mempraktekkan, cukup: ckp ckup cukupin, ikut: ikutan mengikuti

# Kata yang tidak mengubah maksud, dan sebutan yang boleh diikuti nama: “stop ya Bu Made 🙏”.
fillers =
    .joins = dan, lalu, terus, tapi, tp, tpi, tetapi, namun, karena, karna, krn, soalnya, sebab, jadi, makanya, sehingga, biar, supaya, and, but, because
    .words =
        tolong, tlg, tlong, mohon, mhn, coba, please, pls, plis, plz, kindly, dong, donk, deh, dech, sih, nih, lah, kok, yuk, ayo, ya, iya, iy, yaa, y, ok, oke, okay, baik,
        dulu, dlu, dl, saja, aja, aj, sj, sekarang, skrg, skrang, segera, langsung, now, lagian, banget, bgt, sekali, maaf, maap, mf, sorry, permisi, punten, nuwun, sewu, nggih, inggih,
        terima kasih, kasih, tarimo, makasih, mksh, trims, tks, thx, thanks, thank, you, suwun, matur, hatur, nuhun, halo, hai, hallo, hi, assalamualaikum, asalamualaikum, selamat, pagi, siang, sore, malam,
        salam, wr, wb, hormat, yth, bot, mimin, min, adm, admin, guru, kakak, ka, sayang, so, loh, lho, ah, eh, nah, wah, duh, wae, mawon, we, weh, yo, yoh, rek, lur, ges, gaes, nyak, atuh, euy, pisan, mah, teh, kak, juga, aja lah
    .titles = pak, bu, ibu, bapak, bpk, kak, mas, mbak, mba, bang, abang, bunda, bun, om, tante, ustadz, ustaz, ustadzah, ustazah, gus, ning, teteh, teh, akang, kang, uda, uni, bli, mbok, sus, sis, bro

# Isian mapel/kelas yang berarti guru BK: ada kata dari .words atau rangkaian dari .joined, dan sisanya hanya kata dari .beside.
counsellor =
    .words = bk, bp, bpbk, bkbp, konseling, konselling, konsling, konselng, conseling, counseling, counselling, konselor, konsellor, counselor, counsellor
    .beside =
        guru, gr, bimbingan, bimbingn, bimb, penyuluhan, layanan, saya, sy, aku, kami, sebagai, sbg, selaku, adalah, mengajar, ngajar, mengampu, mapel, mata, pelajaran, bidang, studi,
        di, untuk, sekolah, sekolahan, pendidikan, kelas, kls, semua, koordinator, guidance, and, tingkat, jenjang, paud, tk, ra, sd, mi, smp, mts, sma, ma, smk, mak, slb, man, mtsn, sman, smpn, smkn,
        vii, viii, ix, x, xi, xii, negeri, swasta, dasar, menengah, pertama, atas, kejuruan, ini, itu, saja, aja, hanya, cuma, ya, pak, bu, ibu, bapak, kak
    .joined = b k, bimbingan dan konseling, bimbingan dan konselling, bp dan bk, bk dan bp, bimbingan dan penyuluhan, bimbingan dan counseling

wish =
    .stop =
        stop (it) (semua/bot/chat/program) (ini), stop stop (stop) (stop), s t o p, stop langganan (pesan) (ini), batal langganan, unsubscribe (saya) (dari/di) (ini/sini), opt out, tidak mau langganan (lagi), langganan stop, stop langkah,
        (sudah) stop (saya) (lah), (sudah) (saya) mau (sudah) sudahan, sudahan, sudah sudahan, stop sementara, stop me, stop botnya, stop bot ini, stop program ini, (saya) mau stop (di) ini, (saya) mau (saja) stop (semua), (saya) mau unsubscribe, stop saya mau sudah,
        (saya) (mau) stop (semua) kirim (me) (semua) (pesan) (ini) (lagi) (ke saya/kepada saya/untuk saya/saya) (dari sini/dari ini/lewat sini), (mau) stop (semua) pesan (semua) (ini) (lagi) (ke saya/kepada saya/untuk saya) (dari sini/dari ini/dari),
        (saya) mau (bisa) stop (langganan) (dari/di) (ini/sini/program ini/layanan ini/grup ini/aplikasi ini/langkah/program) (lagi), (saya) stop (dari/di) (ini/sini) (lagi), stop dari (ini/sini), bisa stop,
        (saya) (sudah) tidak mau/perlu (lagi) (terima/lihat/baca/ada) (kirim/dikirim) pesan/siaran (apa/apapun) (pun) (ini) (seperti ini/kayak gini) (lagi) (dari sini/dari ini/dari siapapun/dari siapa pun/dari) (lagi), (saya) tidak berkenan/keberatan (untuk) (terima/dikirim/kirim) pesan (ini) (lagi), (saya) keberatan (terima/dikirim/kirim) pesan (ini) (lagi),
        (saya) (sudah) tidak mau/perlu (lagi) (di) kirim/dikirim (ke saya/kepada saya/saya/untuk saya) pesan (apa apa/apapun) (ini) (lagi) (ke saya/kepada saya) (dari sini/dari ini/dari),
        (saya) (sudah) tidak mau/perlu (lagi) kirim (ke saya/kepada saya/saya/untuk saya) (apa apa/apapun) (ini) lagi (ke saya/kepada saya) (dari sini/dari ini/dari), (saya) (sudah) tidak mau/perlu kirim (ke) (kepada) saya (lagi), tidak kirim pesan (ini) lagi (ke saya/kepada saya), tidak kirim pesan ke/kepada saya (lagi), (saya) tidak usah (di) kirim pesan (lagi),
        (saya) (sudah) tidak mau (di) ganggu (saya) (pesan) (lagi), (saya) (sudah) tidak mau terima (apapun/apa apa) (lagi), (saya) tidak mau lagi terima pesan, (saya) (sudah) tidak mau di pesan (lagi),
        jangan (ada) (di) kirim/dikirim (saya/ke saya/kepada saya) pesan/siaran (apa apa/apapun) (ini) (lagi) (ke saya/kepada saya/untuk saya/saya) (lagi), (sudah) jangan (ada) kirim (saya/ke saya/kepada saya) (apa apa/apapun) (ini) lagi (ke saya/kepada saya/untuk saya/saya), jangan (ada) (di) kirim/dikirim (apa apa/apapun) (ke saya/kepada saya) (ini) (lagi) dari sini/ini, jangan kirim (ke/kepada) saya (apa apa/apapun) (lagi), jangan kirim apa apa (lagi), jangan kirim apapun (lagi), tidak perlu kirim apa (apa) lagi, jangan kirim apa (lagi), stop langganan saya, jangan (di) kirim/dikirim (lagi) ke saya, jangan (di) kirim/dikirim (lagi) kepada saya,
        jangan (ada/mau) pesan (saya) (lagi) (ke saya/kepada saya/saya) (lagi), jangan kirim di sini lagi, tidak perlu pesan (saya) (lagi), jangan ganggu (saya) (lagi) (pesan) (lagi), jangan terima pesan, do tidak pesan,
        matikan (semua) pesan (semua) (ini) (dari sini/dari ini/dari) (saya/untuk saya), matikan botnya, matikan bot ini, matikan ini, hentikan (semua) (kirim) pesan (semua) (ini) (ke saya/kepada saya) (lagi), hentikan (semua) kirim (pesan) (ini) (ke saya/kepada saya), hentikan botnya, hentikan program ini,
        matikan akun (saya), offkan (saja) (pesan/ini), (saya) (mau) nonaktif, (saya) (mau) mundur, (saya) (mau) mengundurkan diri (dari sini/dari ini/dari program ini), hapus saya dari grup ini, keluarkan saya dari grup ini,
        (saya) (sudah) tidak mau (ikut/pakai) (ini) lagi, (saya) (sudah) tidak mau (ikut/pakai) program (ini) (lagi), (saya) tidak mau pakai ini (lagi), (saya) mau keluar dari (ini/sini/program ini/layanan ini/grup ini/aplikasi ini/langkah), (saya) keluar dari (ini/sini/program ini/layanan ini/grup ini/aplikasi ini/langkah), pesan stop (saja), (semua) pesan (di) stop, do tidak kirim (saya) (pesan), tidak pesan lagi
    .quiet =
        pengingat (ini) (semua) (di) matikan/stop/off (saja), tidak perlu/usah pengingat (lagi), pengingat jangan (di) kirim/dikirim/nyalakan (lagi), (saya) mau matikan/stop pengingat (ini), pengingat tidak perlu/usah (lagi), tanpa pengingat,
        stop (kirim) pengingat (ini) (lagi), matikan (semua) pengingat (ini), hentikan (semua) pengingat (ini), jangan ingatkan (saya) (lagi) (saya), (saya) (sudah) tidak mau/perlu (di) ingatkan (saya) (lagi), (saya) tidak mau/perlu (ada) pengingat (lagi), jangan (kirim) pengingat (lagi)
    .wake =
        (saya) (mau) (bisa) nyalakan/nyalain/nyalakannya/menyalakan/hidupkan/hidupin/idupin/menghidupkan/aktifkan/aktifin/aktifkannya/mengaktifkan (semua) (lagi) (pesan/pengingat/pengingatnya/reminder/remindernya) (saya/ini) (lagi),
        (pesan/pengingat/pengingatnya/reminder/remindernya) nyalakan/nyalain/dinyalakan/dinyalain/hidupkan/hidupin/dihidupkan/aktifkan/aktifin/diaktifkan (lagi), (saya) (mau) (di) ingatkan (saya) lagi, (saya) mau diingatkan (lagi), kirim (pesan/pengingat) lagi, kirim lagi pesan/pengingat/pengingatnya
    .erase =
        (saya) (mau) hapus (semua) data (data/dan akun/akun) (saya) (semua) (dari sini/dari ini/di sini/di ini/permanen/juga) (ini) (juga), (saya) (mau) hapus akun (dan data) (saya) (ini) (dari sini/dari ini/dari/permanen/selamanya) (semua),
        (saya) (mau) (semua) data (dan akun) saya (semua) (mau) (di) hapus (semua) (permanen) (dari sini/dari ini/dari), (saya) (mau) akun (saya) (di) hapus, (semua) data (di) hapus (semua), hapus permanen (akun/data) saya,
        (saya) (mau) hapus (semua) tentang saya, hapus (semua) (jawaban/catatan/riwayat/evaluasi/refleksi/kemajuan/jejak/kontak/nomor/profil/informasi/info) dan (jawaban/catatan/riwayat/data/akun/evaluasi) saya, (saya) (mau) hapus (semua) jawaban/catatan/riwayat/evaluasi/refleksi/jejak/kontak/nomor/informasi/info/nama (hp/wa/telepon) saya (dari sini/dari ini), hapus semua yang tentang saya, (saya) (mau) hapus semua milik saya,
        hapus saya data, hapus saya akun, hapus saya punya data, hapus data diri (saya), hapus data pribadi (saya), hapus identitas saya, (saya) (sudah) tidak mau (semua) data saya (di) simpan/disimpan/tersimpan (lagi) (di sini/di ini), (saya) tidak mau (semua) data saya ada (di) (sini/ini) (lagi), jangan simpan (semua) data saya (lagi), data saya jangan (di) simpan/disimpan (lagi), hapus (semua) datanya saya
    .withdraw =
        (saya) (mau) tarik (kembali) persetujuan/izin (saya) (ini) (semua), (saya) (mau) batal persetujuan (saya), persetujuan (saya) (saya) (mau) (di) tarik, persetujuan (saya) batal, (saya) (sudah) tidak setuju (lagi) (data saya) (di) (simpan/disimpan) lagi, (saya) (sudah) tidak setuju data saya (di) simpan/disimpan (lagi), tarik kembali persetujuan (saya), (saya) (mau) tarik persetujuan saya kembali, (saya) (mau) batal setuju, withdraw (saya) (persetujuan)
    .consent = persetujuan, izin, data, consent
    .resign =
        (bagaimana) (cara) (saya) (sudah) mau/akan/bisa/kalau (mau) stop/mundur/keluar/pensiun/resign/undur (diri) (dari/jadi/menjadi/sebagai) (posisi/tugas/peran) koordinator (sekolah) (lagi/ini), (saya) (sudah) tidak mau (lagi) (jadi/menjadi/sebagai) koordinator (sekolah) (lagi), (saya) (mau) mengundurkan/undurkan diri (dari/jadi/menjadi/sebagai) koordinator (sekolah),
        (saya) (sudah) bukan (lagi) koordinator (sekolah) (lagi), (saya) (sudah) tidak (lagi) (jadi/menjadi) koordinator (sekolah) (lagi), stop/mundur/keluar/resign (dari/jadi/menjadi/sebagai) koordinator (sekolah), (saya) (mau) lepas/lepaskan/melepas (saya) (dari/jabatan/tugas/peran) koordinator (sekolah), (saya/bagaimana) (cara) (mau) ganti/mengganti/serahkan/menyerahkan/alihkan/mengalihkan (tugas/peran) (jadi) koordinator (sekolah), koordinator (sekolah) (mau) (di) ganti/diganti/pindah
    .cancel =
        batal (saya) salah (pencet/tekan/kirim/ketik/klik), batal (isian/isi/ini/kirim/balas/tulis) (ini), (saya) (mau) batal (kirim/balas/isi), (saya) tidak jadi (kirim/balas/isi/tulis) (pesan) (ini), (saya) (mau) batal kirim pesan, jangan jadi kirim, jangan jadi,
        (saya) salah (tadi) pencet/tekan/kirim/ketik/klik/sentuh/kamar/chat/sambung/orang/ketuk/pesan, (saya) (salah/tidak sengaja) (tadi) kepencet/kepencetnya/ketekan/terpencet/tertekan/kekirim/terkirim, tidak sengaja, abaikan (ini/pesan ini/pesan/yang tadi/itu), lupakan (ini/yang tadi/itu), (saya) salah, tutup (ini), tidak sido, batal sido, ora sido, urungkan, tarik pesan (ini/tadi)
    .hold =
        jangan jadi (di) kirim/dikirim, belum perlu (di) kirim/dikirim, (di) kirim/dikirim nanti,
        (saya) (pesan/balasan/ini/itu) (ini/itu) jangan (di) kirim/dikirim (ini/itu/yang tadi/yang ini) (lagi), (saya) (pesan/balasan/ini/itu) (ini/itu) tidak/tidak perlu/tidak mau/tidak jadi (di) dikirim (ini/itu) (lagi), (saya) tidak perlu/mau/jadi/usah (di) kirim/dikirim (ini/itu/yang tadi/yang ini) (lagi), tahan (ini/itu), jangan kirim itu, belum (di) kirim/dikirim, jangan (di) kirim/dikirim ini, do tidak kirim (it/that), jangan (di) teruskan/diteruskan/sampaikan/disampaikan (lagi), tidak perlu (di) teruskan/diteruskan/sampaikan/disampaikan
    .doubt =
        keluar, (saya) (mau) keluar, (saya) (sudah) cukup (sudah) (sekian) (sampai sini/di sini/sampai di sini), hentikan (semua) (ini), (saya) (mau) blokir (ini), block, matikan, off, mute, diam, berisik, bye, blokir, tutup, sudah sudah, hapus (semua/saya/ini) (dari sini/dari ini/dari), (saya) (mau) hapus semua, keluarkan saya (dari sini/dari ini/dari grup/dari daftar), hapus saya dari daftar, tutup akun (saya), nonaktif, (saya) (mau) tutup akun, langganan

    .help =
        (boleh/bisa) (saya) (mau/minta) (lihat) contohnya (dulu), (boleh/bisa) (saya) (kasih/beri/lihat) (tahu) contoh/contohnya (tidak), bantu isi (ini), bantuin (isi) (ini), (saya) kurang paham/mengerti/jelas (maksudnya/pertanyaannya/soalnya), (saya) tidak jelas, (saya) lupa, entah, (saya) tidak tahu/terang, tidak ada ide, (saya) tidak punya ide, (saya) blank/ngeblank/buntu/mentok, saran/sarannya (apa), misalnya (apa/bagaimana), misal (apa), jelaskan (lagi/ini) (lagi), ulangi (pertanyaannya/pertanyaan) (lagi), pertanyaannya apa (tadi), (ini) pertanyaannya apa, hah, em, hm, piye (iki), kumaha (ieu), contone (piye/opo), contohna (kumaha), teu ngartos, tidak ngartos, ini untuk apa, untuk apa (ini), (saya) tidak (ada) kebayang, bingung ini,
        contoh (dong) (apa/bagaimana), contohnya (apa/bagaimana/mana/seperti apa), (saya) (mau/lihat/beri/kasih/ada) contoh (kalimat/niat/rencana/jawaban/isian) (nya), beri contoh, kasih contoh,
        (saya) (masih) bingung (saya) (mau) (isi/tulis/jawab) (apa/bagaimana) (lagi), (saya) (masih) (belum/tidak) tahu (saya) (mau/harus) (isi/tulis/jawab) (apa/bagaimana) (ada/minta/mau/beri) (contoh/saran/ide), bingung (ada/mau/beri) contoh/saran,
        (saya) (masih) tidak/belum paham/mengerti (maksudnya/pertanyaannya/maksud pertanyaannya/soalnya/caranya), (ada/mau/beri/butuh/perlu) saran/ide/inspirasi/masukan (dong), bantu (saya) (isi/tulis/jawab) (ini), maksudnya (apa/bagaimana), maksud (apa/pertanyaan ini), bingung maksudnya, help, bantuan, susah, sulit
    .later =
        sebentar (lagi), bentar (lagi), tunggu (sebentar/bentar) (lagi), sek, sik, turu (sek/sik), (saya) (lagi/masih/sedang) ngajar/mengajar/rapat/masak/makan/nyetir/kerja/menyusui/sholat/salat, (saya) (lagi/masih/sedang) di kelas/jalan/rumah/sekolah/luar/motor/mobil/pasar/sawah/kebun/warung/kondangan/puskesmas, (saya) (mau) sholat/salat/makan/mandi/tidur/ngajar/mengajar/pulang, anak (saya) rewel, hp (saya) lowbat, baterai (saya) habis, sudah malam, (saya) belum bisa (mikir/jawab/pikir/isi/tulis) (apa apa), lanjut nanti/besok, lanjutkan nanti/besok, minggu/pekan/bulan depan, jeda, pause, libur, sudahan, tidak dulu, jangan sekarang, jangan, tidak sekarang, (saya) malas ngetik/ketik, (saya) (lagi/sudah) ngantuk/mengantuk, lagi tidak mood, tidak mood,
        nanti (lagi/saya isi/saya jawab/saya tulis/isi/jawab/tulis/saya pikirkan/pikir) (lagi), (saya) (isi/jawab/tulis/pikirkan) nanti (lagi), kapan kapan (saja), lain kali, lain waktu, (sudah) besok (lagi), (saya) belum (sempat/siap/ada waktu/ada ide/ada/punya ide/terpikir/terpikirkan/kepikiran/kepikir/terbayang/kebayang),
        (saya) tidak sempat, (saya) (lagi) malas (isi/jawab/tulis/mikir), (saya) (lagi) capek, (saya) (lagi) lelah, (saya) (lagi) sibuk, tunda, (saya) (mau) pikir (pikir), (saya) (mau) pikirkan, mikir, (saya) (masih) pikir pikir, (saya) (mau) stop evaluasi (nya), istirahat, (saya) (mau) stop isi
    .skip =
        tanpa fokus, tanpa kekuatan, lanjut, nihil, kosongin, tidak aya/ono/ana, euweuh, none, n a, na, x, lewat, tidak usah, terserah, bebas, tidak mau, (saya) tidak mau (isi/jawab/tulis), tidak, lewat yang ini, lompati (ini), lompat,
        lewati (ini/pertanyaan ini/butir ini/soal ini/yang ini), (saya) (mau) lewati (ini), skip (ini), kosongkan (ini), kosong, lewat, next, pas, tidak ada, (saya) tidak mau isi/jawab (ini), tidak perlu (isi/jawab) (ini), tidak isi, (saya) tidak jawab, belum ada jawaban
    .decline =
        (saya) (sudah) tidak mau/jadi/akan/perlu (ber) gabung/ikut/daftar (sekolah/ke sekolah/di sekolah) (ini), (saya) tidak mau (lagi), (saya) tidak setuju, tolak, (saya) tolak, (saya) batal gabung/ikut/daftar, jangan (daftarkan/gabungkan) (saya), (saya) tidak bersedia, tidak
    .same =
        sama (saja) (seperti/dengan/kayak) (yang) (lalu/kemarin/dulu/sebelumnya) (triwulan/evaluasi/periode/bulan) (lalu/kemarin/sebelumnya), (masih/tetap) sama (seperti/dengan/kayak) (yang) (triwulan/evaluasi/periode) (lalu/kemarin/dulu/sebelumnya), tetap (sama) (seperti) (triwulan/evaluasi) (lalu/kemarin/sebelumnya), idem, sama

# Kata yang di awal atau di akhir kalimat menandakan pertanyaan.
question =
    .words = apa, apakah, apaan, bagaimana, kenapa, mengapa, kapan, siapa, siapakah, dimana, mana, manakah, berapa, bisakah, bolehkah, haruskah, perlukah, adakah, kah, benarkah, dimanakah, bagaimanakah, kapankah, piye, kepriye, kepiye, pripun, kumaha, naon, opo, naha, ngopo, saha, iraha

# Angka yang diucapkan, dan kata di sekitarnya yang tidak menambah arti: “kayaknya nomor dua deh”.
numbers =
    .n1 = satu, pertama, kesatu, 1st, one, siji, setunggal, hiji, terendah, rendah
    .n2 = dua, kedua, two, loro, kalih, dua
    .n3 = tiga, ketiga, three, telu, tilu, tiga
    .n4 = empat, keempat, four, papat, sekawan, opat, tertinggi, tinggi, terakhir, akhir
    .more = lima, enam, tujuh, delapan, sembilan, sepuluh, sebelas, dua belas, tiga belas
    .unsure = tidak, bukan, hampir, belum, jangan, minus, kurang dari, lebih dari
    .instead = bukan, salah, ralat, ganti, maksudnya, maksud
    .and = sama, sm, ama, serta, plus, n, karo, jeung
    .out-of = dari, per
    .zero = nol, nihil
    .not-counted = menit, detik, jam, kali, persen, %, kelas, soal, nomor, no, meter, hari, minggu, pekan, bulan, bab, halaman, langkah, pertemuan, tahun, tanggal, pukul, nilai, skor, kelompok, pertanyaan, contoh, /
    .heads = nomor, no, nmr, yang, pilihan, pilih, tugas, ambil, ke
    .chosen = langkah, fokus, fokusnya, kekuatan, kekuatannya, ke
    .leading = sudah, masih, saya, tetap, yang, kayaknya, sepertinya
    .around = tk, lv, yg, kanggo, tingkatan, jawabannya, jawabanku, kalau, klo, kalo, kl, mnrt, mnurut, rasa, kyaknya, kek, keknya, kayanya, kyanya, tetap, tetep, jujur, hm, hem, em, sekitar, sekitaran, masuk, termasuk, klik, tekan, tombol, poin, skala, tahap, bintang, sudah, kira2, berada, posisi, posisinya, serta, tingkat, level, lvl, nomor, angka, pilihan, pilih, opsi, jawaban, jawab, nilai, skor, butir, yang, kayak, kayaknya, kyknya, sepertinya, seperti, mungkin, kira, kiranya, rasanya, menurut, saya, antara, dan, atau, sampai, baru, masih, di, ke, itu, ini, ada, sih, untuk, jadi, mau, kurang, lebih, paling, tampaknya, agak

# Cara sebuah jawaban dimulai (.openers), cara pertanyaan, penundaan, atau penolakan dimulai (.asks) atau berakhir (.ends);
# kata mirip kata kerja yang bukan (.no-verbs).
sentence =
    .openers = saya akan, saya mau, saya berusaha, saya berencana, saya coba, akan, mau, agar, supaya, stop, hentikan, cegah, lindungi, dengan, tanpa, bersama, setiap, tiap, mulai, lebih, tetap, minimal, pada, bila, jika, kalau
    .asks = bisa, boleh, mau tanya, mau bertanya, mau nanya, saya mau tanya, saya mau bertanya, saya mau nanya, tanya, nanya, bertanya, izin, numpang, apa, apakah, bagaimana, kok, kenapa, mengapa, kapan, siapa, jelaskan, ulangi, kasih, beri tahu, bantu, bantuin, saran, sarannya, misalnya, misal, wajib, harus, untuk apa, piye, kepriye, kumaha, ini apa, ini untuk, ini wajib, ini harus, pertanyaan, pertanyaannya, maksud, maksudnya, contoh, contohnya, contone, contohna, hah, hm, em, emn, kurang, lupa, saya lupa, entah, entahlah, mbuh, teu, gitu, begitu, susah, sulit, buntu, saya buntu, mentok, saya mentok, blank, ngeblank, tidak, saya tidak tahu, saya tidak punya, saya belum, belum, jangan, malas, saya malas, sebentar, bentar, tunggu, nanti, saya nanti, besok, lusa, minggu depan, pekan depan, bulan depan, lagi, saya lagi, masih, saya masih, sedang, saya sedang, lanjut, libur, jeda, pause, terserah, bebas, sek, anak rewel, anak saya rewel, hp, sinyal, sudah malam, sudah, baterai, lowbat, cape, capek, mengantuk, ngantuk, otw, sama, ngikut, ikut, maaf, semoga, turut, alhamdulillah, waalaikumsalam, jam, hari, mending, wes, saya pilih hari, saya pilih jam, mau saya jawab apa, mau isi apa, mau nulis apa, ga
    .to-pupils = kalian, anak anak, anak-anak, kamu, kalian semua, nak, adik adik, adik-adik, coba, ayo, mari, siapa yang, siapa mau, siapa bisa, temanmu, bukumu, jawabanmu, menurutmu, menurut kalian, pikirkan, perhatikan, lihat, dengarkan, sebutkan, ceritakan, jelaskan, tuliskan, tulis, tunjukkan
    .reasons = karena, soalnya, sebab, sebabnya, gara gara, gegara, akibat, lantaran, terkendala, terhambat, amargi, amarga, kusabab, kendalanya, hambatannya
    .example = contoh, contohnya, contohin, contohkan, dicontohin, dicontohkan, misalnya, kayak gimana, seperti apa
    .ends = tidak, apa, kah, piye, kumaha, nanti, besok, bagaimana, mana
    .no-verbs = mengapa, menurut, menit, merah, meja, media, mereka, mesti, mending, mentok, meski, berapa, berat, beras, berita, bersih, besok, mengerti, mengantuk, merasa, mengeluh, bertanya, bertugas, berhalangan

# Kata untuk mengenali nama: pembuka yang dilepas, jenis sekolah, dan kata yang membuatnya meragukan.
name =
    .closings = ya, yaa, yah, aja, saja, dong, deh, sih, lah, loh, kok, cukup, makasih, terima kasih, thanks, gitu, begitu
    .given = nama, namaku, panggil, panggilan, panggilnya, dipanggil, namanya
    .openings = sapa, dipanggil, biasa, biasanya, nama, namaku, nama:, saya, aku, panggil, panggilan, panggilnya, adalah, ialah, namanya, perkenalkan, cukup, saja, aja
    .schools = sd, sm, mi, mts, ma, slb, tk, ra, paud, pkbm, skb, kb, min, man, sekolah, madrasah, yayasan, pondok, pesantren, ponpes, sanggar, homeschooling, spnf, spk, perguruan, institut, gugus
    .titles = drs, dra, dr, ir, h, hj, prof, k.h, kh, ust, tgk, tgh, rd, rr, cik, encik, daeng, andi, i, ni
    .common = absen, astaghfirullah, subhanallah, gaskeun, gas, cek, waduh, guru, honorer, kepala, sekolah, link, anonim, rahasia, sembarang, terserah, bebas, otw, bentar, sebentar, sek, tunggu, wait, voice, note, foto, video, dokumen, senin, selasa, rabu, kamis, jumat, sabtu, minggu, wib, wita, wit, matematika, ipa, ips, pjok, hujan, banjir, macet, terlambat, nitip, titip, lanjut, lanjutkan, ikut, enjing, sugeng, sami, berduka, turut, cita, duka, sinyal, susah, error, dipanggil, biasa, depan, juga, rapor, masuk, pindah, salah, benar, dinas, kepsek, wali, operator, tata, usaha, honor, pns, p3k, pppk
    .strange = saya, aku, anda, kamu, kami, kita, tidak, bukan, mau, ingin, yang, untuk, dari, dengan, ke, di, dan, atau, ini, itu, adalah, sudah, belum, akan, bisa, boleh, ada, jadi, hadir, izin, ijin, siap, baik, ok, oke, terima, makasih, cara, membuat, buat, belajar, mengajar, kelas, murid, siswa, rubrik, tes, test, testing, halo, sama, lagi, sakit, maaf, pesan, kirim, jam, hari, besok, nanti, tolong, mohon, siang, malam, pagi, sore, selamat, ya, iya, nggak, gak, ga, tdk, sy, setuju, gabung, bergabung, langkah, evaluasi, hai, hi, amin, aamiin, alhamdulillah, insyaallah, insya, sip, mantap, noted, diterima, laksanakan
    .roles = kepala, wakil, waka, sekolah, madrasah, kepsek, kamad, koordinator, admin, administrator, operator, pengelola, pengawas, dinas, kementerian, bot, telegram, guru

aside =
    .back = Ke pertanyaan
    .back-said = kembali ke pertanyaan, ke pertanyaan tadi, balik ke pertanyaan
    .take = Pakai contoh { $number }
    .take-short = Pakai { $number }
aside-line = { $number }. { $words }
aside-taken = Dipakai: “{ $words }” Anda boleh mengubahnya nanti.
aside-step = Pilih langkah yang paling terasa dekat dengan kelas Anda. Tidak ada pilihan yang salah, dan boleh dilewati.
aside-without-nickname = Tidak apa-apa. Silakan pilih sapaan yang lain dulu.
aside-ask-address = Pilih sapaan yang Anda suka; boleh diubah kapan saja.
aside-ask-level = Pilih jenjang tempat Anda paling sering mengajar; contoh di setiap langkah mengikutinya. Boleh diubah kapan saja.
aside-ask-zone = Zona waktu dipakai agar pengingat datang pada jam yang wajar. Bila ragu, ketik nama kabupaten atau kota Anda.
aside-ask-nickname = Cukup nama yang biasa dipakai orang untuk memanggil Anda, misalnya “Bu Sari” atau “Made”. Silakan ketik.
aside-ask-subject = Misalnya “Matematika”, “Guru kelas 4”, “PJOK”, atau “Bimbingan konseling”. Silakan ketik, atau lewati.
aside-join-name = Cukup nama yang dikenal di sekolah, misalnya “Sari Dewi, S.Pd.” Silakan ketik.
aside-admin-new = Tulis nama resmi sekolahnya, misalnya “SD Negeri 1 Sukamaju”. Silakan ketik.
aside-admin-npsn = NPSN terdiri atas 8 angka dan tercantum di data pokok sekolah. Boleh dilewati.
aside-siar-write =
    Beberapa contoh. Silakan salin dan sesuaikan; sebelum dikirim, Anda memeriksanya dulu.

    <code>Halo [nama], rapat guru hari Jumat pukul 13.00 di ruang guru. Mohon kabari bila berhalangan.</code>

    <code>Terima kasih, [nama]. Selamat mencoba satu hal kecil di kelas pekan ini.</code>
aside-evaluation-pupils =
    Satu perubahan yang Anda lihat sendiri sudah cukup. Tulis tanpa nama, misalnya:

    “Sebagian besar murid kini berani bertanya ketika belum paham.”

    “Kini 18 dari 24 murid dapat menuliskan alasan jawabannya.”

    “Murid kini dapat memulai kerja kelompok tanpa ditunggui.”
aside-evaluation-became = Cukup menurut Anda sendiri: sudah terlaksana, baru sebagian, atau belum. Tidak ada jawaban yang salah, dan boleh dilewati.
aside-evaluation-planned = { aside-evaluation-became }
aside-evaluation-planhow = { aside-evaluation-wenthow }
aside-evaluation-hello = Evaluasi ini hanya untuk Anda: di setiap butir cukup pilih satu dari empat kalimat, dan boleh berhenti kapan saja. Bila siap, tekan tombol pertama.
aside-evaluation-summary = Ini jawaban Anda, belum disimpan. Bila sudah sesuai, tekan “Simpan”; yang keliru boleh diubah lewat “Ubah”.
aside-evaluation-length = Fokus: hanya beberapa langkah, ±5 menit. Lengkap: semua langkah, ±12 menit. Keduanya boleh dicicil.
aside-evaluation-how = Satu kalimat saja, misalnya “Terbantu karena dicatat di jadwal” atau “Waktunya habis untuk persiapan ujian”. Boleh juga dilewati.
aside-evaluation-private = { aside-evaluation-pupils }
aside-evaluation-intention = Satu kalimat saja: apa yang akan Anda lakukan, dan apa gunanya bagi murid. Beberapa contoh:
aside-journal-write = Satu atau dua kalimat cukup, misalnya “Anak-anak ramai sesudah istirahat; saya menunggu sampai tenang.” Boleh pesan suara, boleh juga dilewati.
aside-history-write = Tulis isi barunya dengan kalimat Anda sendiri. Bila tidak jadi, tekan “Kembali”; yang lama tetap ada.
aside-evaluation-line = Satu kalimat saja. Beberapa contoh:
aside-evaluation-days = Tekan salah satu tanggal, atau ketik seperti “Senin depan”, “tanggal 5”. Boleh juga dilewati.
aside-evaluation-wenthow = Satu kalimat saja, misalnya “Murid kini lebih cepat mulai bekerja.” Boleh juga dilewati.
aside-siar-draft = Siaran ini belum dikirim. Periksa dulu isi dan penerimanya; bila sudah sesuai, tekan tombol “Kirim”. Drafnya tetap tersimpan.
aside-coach-swap = Satu langkah dijalani pada satu waktu. Bila ditunda, yang sudah ditulis tetap tersimpan dan dapat dilanjutkan kapan saja.
aside-coach-tasks = Pilih yang paling dekat dengan pelajaran Anda pekan ini; tidak ada yang lebih baik. “Kecil” adalah bentuk singkatnya. Boleh ketik sebagian namanya, atau “tugas sendiri”.
aside-coach-model = Ini contoh untuk ditiru seperlunya; boleh disesuaikan dengan kelas Anda. Bila sudah dibaca, tekan “Lanjut”.
aside-coach-modelof = Ini contoh untuk ditiru seperlunya; boleh disesuaikan dengan kelas Anda. Bila sudah dibaca, tekan “Lanjut”.
aside-coach-looks = Ini hanya untuk Anda sendiri. Tekan angka yang jawabannya ya; yang belum boleh dibiarkan. Lalu tekan “Lanjut”.
aside-coach-days = Cukup hari yang mungkin; boleh dipindah nanti. Ketik saja, misalnya “besok”, “Kamis”, atau “24 November”.
aside-coach-aids = Tekan yang perlu Anda siapkan, boleh lebih dari satu, boleh juga tidak ada. Lalu tekan “Lanjut”.
aside-coach-wait = Tidak ada yang perlu dikerjakan sekarang. Sesudah mencobanya, tekan “Sudah dicoba” atau ketik “sudah”. Harinya boleh dipindah: ketik misalnya “besok”.
aside-coach-later = Versi kecil lebih singkat dari tugas aslinya. Hari lain juga boleh; ketik misalnya “Kamis”. Tidak ada yang hilang.
aside-coach-gate = Pastikan tidak ada wajah, nama, atau data murid di dalamnya. Bila aman, ketik “ya”. Bila ragu, kirim foto lain; kirimannya menunggu sampai Anda memutuskan.
aside-coach-private = Yang Anda tulis masih menunggu dan tidak hilang. Ketik lagi dengan inisial acak, misalnya “Murid A”, atau ketik “simpan”.
aside-coach-again = Mencoba lagi di kelas lain, atau dengan satu perubahan, biasanya membuatnya melekat. “Cukup dulu” sama baiknya.
aside-coach-level = Pilih kalimat yang paling menggambarkan Anda sekarang; bila ragu, yang lebih rendah. Ketik angkanya, 1 sampai 4. Hanya Anda yang melihatnya.
aside-coach-sum = Ini yang Anda tulis. Yang keliru boleh diubah lewat tombolnya; bila sudah sesuai, tekan “Selesai”.
aside-coach-habit = Bila ini memang sudah biasa Anda lakukan, tekan “Ya”. Bila ingin mencobanya bersama bot, pilih “Coba satu tugas dulu”.
aside-coach-own = Satu tindakan kecil yang dapat dicoba dalam satu pelajaran, misalnya: “Saya meminta setiap murid menulis satu pertanyaan.” Silakan ketik.
aside-coach-say = Satu kalimat saja, seperti yang akan didengar murid, misalnya: “Pikirkan dulu, lalu ceritakan kepada teman sebangku.” Silakan ketik, kirim pesan suara, atau lewati.
aside-coach-group = Tulis seperti biasa Anda menyebutnya: kelas, kelompok, atau rombel. Boleh dilewati.
aside-coach-words = Bayangkan saat yang paling sulit, lalu tulis tindakan Anda, misalnya: “Jika murid diam, maka saya menunggu lima detik.” Boleh juga memakai contoh di atas.
aside-coach-pupils = Cukup yang terlihat atau terhitung, misalnya: “9 dari 28 murid ikut menjawab.” Perkiraan sudah cukup, dan boleh dilewati.
aside-history-add = Misalnya foto papan tulis, lembar tugas kosong, atau satu kalimat tentang yang terjadi. Bila tidak jadi, tekan “Selesai”.
aside-history-day = Ketik hari saat Anda mencobanya, misalnya “kemarin”, “Jumat”, atau “20 November”. Bila tidak jadi, tekan “Kembali”.
aside-coach-proof = Misalnya foto papan tulis, lembar tugas kosong, atau satu kalimat tentang yang terjadi. Boleh juga lanjut tanpa bukti.
aside-coach-look-back = Satu atau dua kalimat sudah cukup, misalnya: “Saya kira mereka belum bisa, ternyata petunjuk saya terlalu panjang.” Boleh dilewati.
intention-example-murid = Saya akan mencatat kesiapan murid sebelum unit baru agar murid yang tertinggal terbantu lebih awal.
intention-example-murid-2 = Saya akan menanyakan minat murid di awal unit agar contoh pelajaran terasa dekat bagi murid.
intention-example-murid-3 = Saya akan mendengarkan dua murid membaca tiap pekan agar kesulitan mereka lebih cepat terlihat.
intention-example-teori = Saya akan membuka pelajaran dengan kuis ingatan tiga menit agar murid lebih lama ingat.
intention-example-teori-2 = Saya akan mengulang inti pelajaran pekan lalu tiap awal pertemuan agar murid tidak mudah lupa.
intention-example-teori-3 = Saya akan memecah penjelasan menjadi bagian pendek agar murid sempat mencoba di antaranya.
intention-example-kurikulum = Saya akan memberi satu pilihan tugas di tiap unit agar murid lebih terlibat.
intention-example-kurikulum-2 = Saya akan mengaitkan satu topik dengan keadaan sekitar sekolah agar murid merasakan gunanya.
intention-example-kurikulum-3 = Saya akan menanyakan pendapat murid di akhir unit agar unit berikutnya lebih menarik bagi murid.
intention-example-rancang = Saya akan menulis satu tujuan yang jelas untuk tiap pertemuan agar murid tahu apa yang dituju.
intention-example-rancang-2 = Saya akan menyiapkan satu pertanyaan pemeriksa tiap pertemuan agar murid yang belum paham terlihat.
intention-example-rancang-3 = Saya akan menyiapkan tugas dalam dua tingkat kesulitan agar tiap murid dapat memulai.
intention-example-laksana = Saya akan menunggu lima detik sesudah bertanya agar lebih banyak murid berani menjawab.
intention-example-laksana-2 = Saya akan menyepakati tiga aturan kelas yang jelas agar murid belajar dengan tenang.
intention-example-laksana-3 = Saya akan memberi satu petunjuk dalam satu waktu agar murid tahu apa yang harus dikerjakan.
intention-example-evaluasi = Saya akan memakai tiket keluar sekali sepekan agar murid yang belum paham segera terlihat.
intention-example-evaluasi-2 = Saya akan memberi satu umpan balik tertulis tiap pekan agar murid tahu langkah berikutnya.
intention-example-evaluasi-3 = Saya akan membagikan kriteria sebelum tugas dimulai agar murid dapat memeriksa pekerjaannya sendiri.
intention-example-refleksi = Saya akan mencatat satu hal sesudah mengajar tiap pekan agar pelajaran berikutnya lebih pas bagi murid.
intention-example-refleksi-2 = Saya akan meminta satu masukan murid tiap bulan agar cara mengajar saya lebih membantu murid.
intention-example-refleksi-3 = Saya akan membandingkan hasil kerja murid sebulan sekali agar kemajuan murid terlihat.
intention-example-berkembang = Saya akan mencoba satu gagasan dari rekan tiap bulan agar murid belajar dengan cara yang lebih beragam.
intention-example-berkembang-2 = Saya akan mengamati kelas seorang rekan sekali sebulan agar murid mendapat cara belajar baru.
intention-example-berkembang-3 = Saya akan membaca satu bab tiap bulan dan mencobanya di kelas agar murid ikut merasakan hasilnya.
intention-example-ilmu = Saya akan mencari satu miskonsepsi di tiap unit agar murid memahami konsepnya dengan benar.
intention-example-ilmu-2 = Saya akan mencoba sendiri setiap soal sulit sebelum mengajar agar penjelasan bagi murid lebih jernih.
intention-example-ilmu-3 = Saya akan menyiapkan dua contoh dan satu bukan contoh agar murid memahami batas konsepnya.
intention-example-peta = Saya akan membuat peta satu halaman untuk semester ini agar murid melihat hubungan antarbab.
intention-example-peta-2 = Saya akan mencatat prasyarat tiap unit agar murid siap sebelum materi baru.
intention-example-peta-3 = Saya akan menunjukkan letak pelajaran di peta unit tiap awal pekan agar murid tahu arah belajarnya.
intention-example-tik = Saya akan memakai satu alat sederhana di tiap unit agar murid dapat berlatih sendiri.
intention-example-tik-2 = Saya akan menyiapkan satu cadangan tanpa internet tiap pelajaran agar semua murid tetap dapat belajar.
intention-example-tik-3 = Saya akan memakai satu kuis singkat di gawai tiap pekan agar murid segera tahu hasilnya.
intention-example-tata = Saya akan mengurutkan materi dari konkret ke abstrak agar murid lebih mudah mengikutinya.
intention-example-tata-2 = Saya akan menambah satu contoh antara tiap konsep sulit agar murid tidak kehilangan alurnya.
intention-example-tata-3 = Saya akan memangkas satu bagian yang kurang penting tiap unit agar murid punya waktu berlatih.
intention-example-ptk = Saya akan mencoba satu tindakan dan mencatat hasilnya agar murid terbantu oleh cara yang cocok di kelas kami.
intention-example-ptk-2 = Saya akan mencatat satu data kecil sebelum dan sesudah mencoba cara baru agar murid terbantu oleh cara yang terbukti.
intention-example-ptk-3 = Saya akan berdiskusi dengan satu rekan tentang catatan kelas tiap bulan agar perbaikan bagi murid lebih tepat.
plan-example-tujuan-murid = Mengenali kesiapan setiap murid sebelum unit baru dimulai.
plan-example-tujuan-murid-2 = Menemukan apa yang membuat dua atau tiga murid sulit membaca.
plan-example-tujuan-teori = Memakai latihan mengingat kembali secara teratur.
plan-example-tujuan-teori-2 = Memecah penjelasan menjadi bagian pendek yang langsung dicoba murid.
plan-example-tujuan-kurikulum = Memberi murid pilihan tugas yang menuju tujuan yang sama.
plan-example-tujuan-kurikulum-2 = Mengaitkan materi dengan lingkungan sekitar sekolah.
plan-example-tujuan-rancang = Menulis tujuan pertemuan yang jelas dan terlihat hasilnya.
plan-example-tujuan-rancang-2 = Menyiapkan tugas dalam dua tingkat kesulitan.
plan-example-tujuan-laksana = Bertanya sehingga semua murid ikut berpikir.
plan-example-tujuan-laksana-2 = Membuka pelajaran dengan tenang dan aturan yang jelas.
plan-example-tujuan-evaluasi = Memakai asesmen formatif singkat, lalu menindaklanjutinya.
plan-example-tujuan-evaluasi-2 = Memberi umpan balik yang menunjukkan langkah berikutnya.
plan-example-tujuan-refleksi = Menulis refleksi singkat yang disertai tanda dari murid.
plan-example-tujuan-refleksi-2 = Meminta masukan murid, lalu memakainya.
plan-example-tujuan-berkembang = Belajar satu hal baru, lalu mencobanya sampai menjadi kebiasaan kelas.
plan-example-tujuan-berkembang-2 = Belajar bersama rekan dengan saling mengamati kelas.
plan-example-tujuan-ilmu = Menjelaskan alasan di balik satu konsep sulit dengan dua cara.
plan-example-tujuan-ilmu-2 = Mengenali miskonsepsi yang umum pada materi semester ini.
plan-example-tujuan-peta = Menyusun peta satu halaman: prasyarat dan hubungan antarunit.
plan-example-tujuan-peta-2 = Memilih materi esensial untuk semester ini.
plan-example-tujuan-tik = Memakai satu alat yang benar-benar menolong murid belajar.
plan-example-tujuan-tik-2 = Menyiapkan cadangan tanpa internet untuk tiap kegiatan digital.
plan-example-tujuan-tata = Menata urutan materi dari konkret ke abstrak.
plan-example-tujuan-tata-2 = Menyiapkan contoh antara untuk konsep yang sulit.
plan-example-tujuan-ptk = Menyelesaikan satu siklus kecil PTK.
plan-example-tujuan-ptk-2 = Mengumpulkan data sederhana sebelum dan sesudah tindakan.
plan-example-sumber-murid = Catatan asesmen awal kelas saya, dibahas dengan satu rekan.
plan-example-sumber-teori = Satu bacaan pendek tentang cara murid mengingat, lalu dicatat intinya.
plan-example-sumber-kurikulum = Melihat contoh unit seorang rekan di KKG/MGMP.
plan-example-sumber-rancang = Membandingkan RPP atau modul ajar saya dengan milik seorang rekan.
plan-example-sumber-laksana = Mengamati cara bertanya seorang rekan di kelasnya.
plan-example-sumber-evaluasi = Membahas hasil tiket keluar bersama satu rekan.
plan-example-sumber-refleksi = Catatan mengajar saya sendiri dan masukan murid.
plan-example-sumber-berkembang = Satu komunitas belajar yang saya ikuti sampai selesai.
plan-example-sumber-ilmu = Buku guru dan satu sumber lain tentang konsep itu.
plan-example-sumber-peta = Dokumen CP dan alur yang dipakai sekolah.
plan-example-sumber-tik = Belajar dari rekan yang sudah memakai alat itu.
plan-example-sumber-tata = Buku teks dan pekerjaan murid dari semester lalu.
plan-example-sumber-ptk = Contoh laporan PTK yang ringkas dan masukan seorang rekan.
plan-example-penerapan-murid = Di awal unit berikutnya: asesmen awal lima menit di satu kelas.
plan-example-penerapan-teori = Setiap awal pertemuan: tiga pertanyaan tentang pelajaran lalu, di satu kelas.
plan-example-penerapan-kurikulum = Pada unit berikutnya: dua pilihan tugas di satu kelas.
plan-example-penerapan-rancang = Satu pertemuan tiap pekan: tujuan ditulis dan dibacakan di awal.
plan-example-penerapan-laksana = Setiap kali bertanya: menunggu lima detik, di satu kelas dulu.
plan-example-penerapan-evaluasi = Sekali sepekan: tiket keluar di satu kelas, dibaca hari itu juga.
plan-example-penerapan-refleksi = Sekali sepekan sepulang mengajar: satu catatan tentang satu kelas.
plan-example-penerapan-berkembang = Sebulan sekali: satu gagasan baru dicoba di satu kelas.
plan-example-penerapan-ilmu = Sebelum bab berikutnya: satu miskonsepsi dibahas bersama murid.
plan-example-penerapan-peta = Di awal bab berikutnya: prasyarat dicek dengan tiga soal.
plan-example-penerapan-tik = Satu pertemuan di tiap unit, dengan cadangan di kertas.
plan-example-penerapan-tata = Pada bab berikutnya: urutan materi ditata ulang di satu kelas.
plan-example-penerapan-ptk = Empat pekan di satu kelas: data awal, tindakan, lalu data lagi.
plan-example-sumber-rekan = Mengamati kelas seorang rekan sekali sebulan.
plan-example-sumber-kkg = Mengikuti satu pertemuan KKG/MGMP tiap bulan.
plan-example-sumber-buku = Membaca satu bab buku tiap bulan dan mencatat satu gagasan.
plan-example-penerapan-pekan = Mulai pekan depan, di satu kelas dulu.
plan-example-penerapan-unit = Pada unit berikutnya, di satu pertemuan.
plan-example-penerapan-senin = Setiap Senin di jam pertama.

# Kata-katanya menunggu satu ketukan: disimpan apa adanya.
keep =
    Kami belum yakin ini jawabannya. Bila ya, tekan tombol pertama. Bila bukan, silakan ketik yang lain.
    .evaluation-intention = Simpan sebagai niat
    .evaluation-line = Simpan sebagai jawaban
    .evaluation-wenthow = Simpan sebagai jawaban
    .coach-own = Simpan sebagai tugas
    .coach-say = Simpan sebagai latihan
    .coach-group = Simpan sebagai kelas
    .coach-words = Simpan sebagai rencana
    .coach-pupils = Simpan sebagai jawaban
    .coach-proof = Simpan sebagai bukti
    .coach-look-back = Simpan sebagai jawaban
    .coach-private = Simpan sebagai jawaban
    .journal-write = Simpan di jurnal
    .history-add = Simpan sebagai bukti
    .history-write = Simpan sebagai isi baru
    .evaluation-pupils = Simpan sebagai jawaban
    .evaluation-private = Simpan sebagai jawaban
    .evaluation-how = Simpan sebagai jawaban
    .evaluation-planhow = Simpan sebagai jawaban
    .ask-subject = Simpan sebagai jawaban
    .name = Pakai “{ $name }”
    .first = Simpan { $limit } huruf awal
    .examples = Lihat contoh
    .later = Nanti saja
keep-caption = Tulisan di bawahnya: “{ $words }”. Mau disimpan sebagai jawaban?

wish-doubt =
    Kami ingin memastikan dulu. Maksud Anda yang mana?
    .stop = Hentikan pesan bot
    .erase = Hapus data saya
    .cancel = Tinggalkan isian ini
    .none = Bukan, lanjutkan
    .role = Halaman Koordinator

wish-quiet = Mau dimatikan yang mana: ajakan tentang langkah saja, atau semua pesan dari bot?
    .rhythm = Ajakan langkah
    .all = Semua pesan
    .pause = Jeda dulu

### Keterangan bot di Telegram

profile-description =
    Langkah Guru menemani Bapak/Ibu Guru menjalani 13 langkah peningkatan kompetensi: singkat, tanpa akun, tanpa kata sandi.

    Tekan MULAI untuk berkenalan. Anda boleh membaca semua langkah tanpa menyimpan data apa pun.
profile-short = Teman belajar guru: 13 langkah peningkatan kompetensi, sedikit demi sedikit.

### Datang

welcome-coordinator =
    Anda diundang menjadi koordinator <b>{ $school }</b>.
welcome =
    <b>Selamat datang di Langkah Guru, Bapak/Ibu Guru.</b>
    Bot ini teman belajar untuk 13 langkah peningkatan kompetensi. Bukan penilai dan bukan aplikasi resmi pemerintah.

    Sebelum mulai: bot ini menyimpan ID Telegram, sapaan atau nama panggilan, jenjang, mata pelajaran bila diisi, zona waktu, kemajuan, jawaban, dan bukti yang Anda kirim. Gunanya untuk menampilkan kemajuan dan mengirim pengingat. Data disimpan sampai Anda menghapusnya atau bot ini tidak Anda pakai selama 12 bulan.

    Anda boleh melihat, memperbaiki, mengunduh, menghapus, atau menarik persetujuan kapan saja lewat /privasi. Setuju?
    .agree = Ya, setuju
    .full = Baca lengkap
    .later = Tidak sekarang
    .agree-said = ya, iya, iyah, yes, ok, oke, oce, baik, boleh, silakan, monggo, nggih, setuju, sepakat, bersedia, siap, mau, sip, yap, gas, gaskeun
    .join-said = mulai, daftar, daftarkan, daftarin, mendaftar, pendaftaran, register, registrasi, gabung, ikut, simpan, simpankan, nyimpan
    .beside = saya, mau, bisa, boleh, juga, ini, itu, di, bot, jadi, sudah, untuk, kemajuan, kemajuannya, progres
welcome-tap = Baik, tinggal satu ketukan. Persetujuan menyimpan data hanya tercatat lewat tombol “Ya, setuju”. Bila Anda datang lewat undangan, tekan tombol itu di bawah pesan pertama.
welcome-declined = Tidak apa-apa. Semua langkah tetap boleh dibaca, dan tidak ada yang disimpan.
welcome-again = Persetujuan sudah ditarik. Data lama masih ada sampai dihapus lewat /privasi, paling lama 12 bulan.
welcome-changed =
    <b>Teks persetujuan ini diperbarui</b> sejak Anda menyetujuinya pada { $day }. Yang berubah:{ $evidence ->
    [ya] {" "}
        • Bukti yang Anda kirim dan catatan percobaan di kelas ikut disimpan.
   *[tidak] {""}
    }
    • Bila bot tidak dipakai 12 bulan, Anda diberi tahu; 30 hari kemudian data dihapus.
    • Tanda foto, dokumen, dan pesan suara disimpan 12 bulan.
    • Sesudah data dihapus, nomor ID Anda juga hilang dari catatan sekolah.
    • Tentang penghapusan dan kebocoran data Anda selalu diberi tahu, juga bila pesan lain dihentikan.

    Mohon dibaca dan disetujui lagi. Data Anda tetap tersimpan, dan semua langkah tetap boleh dibaca.
welcome-to-keep = Untuk itu kami perlu menyimpan sedikit data, dan itu hanya dengan persetujuan Anda.

registered =
    Terima kasih, { $address }. Semua sudah siap.

    Ada 13 langkah; Anda boleh mulai dari mana saja. Satu halaman cukup dibaca satu–dua menit, dan bot mengingat halaman terakhir Anda.

    Mau mulai dari evaluasi awal, atau langsung ke langkah pertama?
    .evaluation = Evaluasi awal (±12 menit)

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
    { $role ->
        [koordinator] Di jenjang mana sekolah Anda?
       *[guru] Di jenjang mana Anda mengajar?
    } Contoh di setiap langkah akan mengikuti jenjang ini.
level-paud = PAUD/TK/RA
level-sd = SD/MI
level-smp = SMP/MTs
level-sma = SMA/MA
level-smk = SMK/MAK
level-slb = SLB
level-lainnya = Lainnya

ask-subject =
    { $role ->
        [koordinator] Bila Anda juga mengajar: mata pelajaran atau kelas apa?
       *[guru] Mata pelajaran atau kelas apa yang Anda ajar?
    } Silakan ketik, misalnya “Matematika” atau “Kelas 4”. Boleh dilewati.
    .skip = Lewati
    .counsellor = Guru BK
    .whole = semua, semuanya, semua mapel, semua pelajaran, semua mata pelajaran, semua kelas
    .known = guru, wali, kelas, mapel, mata, pelajaran, mengajar, ajar, bidang, studi, dan, bahasa, indonesia, inggris, arab, daerah, jawa, sunda, matematika, mtk, ipa, ips, ipas, ppkn, pkn, pancasila, pjok, olahraga, penjas, seni, budaya, musik, agama, pai, islam, kristen, katolik, hindu, buddha, fisika, kimia, biologi, sejarah, geografi, ekonomi, sosiologi, informatika, prakarya, kka, koding, saya, ngajar, ii, iii, iv, vi, vii, viii, ix, xi, xii

ask-zone =
    { $role ->
        [koordinator] Sekolah Anda di zona waktu mana?
       *[guru] Anda mengajar di zona waktu mana?
    }

    WIB: Sumatra, Jawa, Kalbar, Kalteng.
    WITA: Kalsel, Kaltim, Kaltara, Bali, NTB, NTT, Sulawesi.
    WIT: Maluku, Papua.
zone-WIB = WIB
zone-WITA = WITA
zone-WIT = WIT

# Kata yang menyebut sebuah pilihan di dalam kalimat: “saya guru sd kelas 4 bu”. Sapaan hanya dikenali bila di sampingnya
# tidak ada kata lain selain .beside.
ask-said =
    .address-bapak = bapak, bpk, pak
    .address-ibu = ibu, bu
    .address-bapak-ibu = bapak ibu, ibu bapak
    .address-nama = nama panggilan, nama saja
    .beside = guru, panggil, dipanggil, sapa, disapa, sapaan, saja, aja, saya, cukup, dengan, sebagai, ya, pakai
    .level-paud = paud, tk, ra, taman kanak kanak, raudhatul athfal
    .level-sd = sd, sdn, mi, sekolah dasar, madrasah ibtidaiyah
    .level-smp = smp, smpn, mts, mtsn, tsanawiyah
    .level-sma = sma, sman, aliyah
    .level-smk = smk, smkn, mak
    .level-slb = slb, slbn, sekolah luar biasa
    .level-lainnya = lainnya
    .zone-WIB =
        wib, sumatra, sumatera, jawa, jakarta, dki, jkt, kalbar, kalteng, kalimantan barat, kalimantan tengah, jabar, jateng, jatim, banten, diy, jabodetabek, madura, sumut, sumbar, sumsel, babel, kepri, aceh, riau, jambi, bengkulu, lampung, bangka, belitung, kepulauan riau, nias, mentawai,
        banda aceh, lhokseumawe, medan, deli serdang, binjai, pematangsiantar, padang, bukittinggi, payakumbuh, pekanbaru, dumai, batam, tanjungpinang, palembang, prabumulih, pangkalpinang, bandar lampung, bandarlampung, metro lampung,
        bandung, bogor, depok, bekasi, tangerang, tangsel, serang, cilegon, cimahi, cirebon, sukabumi, tasikmalaya, tasik, garut, cianjur, karawang, purwakarta, subang, indramayu, kuningan, majalengka, sumedang,
        semarang, solo, surakarta, salatiga, magelang, pekalongan, tegal, brebes, kudus, jepara, pati, demak, purwokerto, banyumas, cilacap, kebumen, purworejo, klaten, boyolali, sragen, wonogiri, sukoharjo, karanganyar, temanggung, wonosobo,
        jogja, jogjakarta, yogya, yogyakarta, sleman, bantul, gunungkidul, kulon progo, surabaya, malang, sidoarjo, gresik, mojokerto, jombang, kediri, blitar, madiun, ngawi, ponorogo, tulungagung, pasuruan, probolinggo, lumajang, jember, banyuwangi, bondowoso, situbondo, lamongan, tuban, bojonegoro, nganjuk, pamekasan, sumenep, bangkalan, sampang,
        pontianak, singkawang, sambas, ketapang, palangkaraya, palangka raya, sampit
    .zone-WITA =
        wita, kalsel, kaltim, kaltara, kalimantan selatan, kalimantan timur, kalimantan utara, bali, ntb, ntt, nusa tenggara, sulawesi, sulsel, sulut, sulteng, sultra, sulbar, lombok, sumbawa, flores, sumba, timor, ikn, nusantara,
        denpasar, badung, gianyar, tabanan, buleleng, singaraja, klungkung, karangasem, mataram, bima, dompu, kupang, ende, maumere, labuan bajo, ruteng, atambua, waingapu, banjarmasin, banjarbaru, martapura, samarinda, balikpapan, bontang, kutai, tarakan, tanjung selor,
        makassar, makasar, ujung pandang, gowa, maros, bone, parepare, palopo, toraja, manado, bitung, tomohon, gorontalo, palu, poso, luwuk, kendari, baubau, mamuju, majene
    .zone-WIT =
        wit, maluku, malut, papua, ambon, tual, ternate, tidore, sofifi, halmahera, jayapura, sentani, merauke, wamena, timika, mimika, nabire, biak, serui, manokwari, sorong, fakfak, kaimana, raja ampat

asked-long-ago = Pertanyaan ini sudah lama, jadi jawaban tadi belum kami pakai. Kami tanyakan sekali lagi.
name-none = Itu belum terbaca sebagai nama. Silakan ketik namanya saja.
name-doubt = Pakai nama “{ $name }”? Bila ya, tekan tombolnya. Bila bukan, ketik nama yang benar.
ask-saved = Sudah disimpan.
ask-choose = Silakan tekan salah satu tombol di bawah.
ask-write = Silakan ketik jawabannya, atau tekan salah satu tombol di bawah.
ask-empty = Belum ada tulisan yang bisa kami simpan. Silakan ketik lagi.
ask-long = Panjangnya { $length } huruf; batasnya { $limit }. Silakan ketik yang lebih pendek.

### Menu

menu =
    Kemajuan: <b>{ $done } dari { $total } langkah</b>.
    .continue = Lanjutkan Langkah { $number }
    .begin = Mulai Langkah { $number }
    .resume = Lanjutkan Langkah { $number }
    .steps = Langkah
    .evaluation = Evaluasi
    .evaluation-item = Lanjutkan evaluasi: { $at }/{ $total }
    .evaluation-rest = Selesaikan evaluasi
    .progress = Kemajuan
    .settings = Pengaturan
    .help = Bantuan
    .schools = Sekolah yang saya dampingi
    .admin = Kelola sekolah
menu-coordinator =
    { $count ->
        [1] Anda koordinator <b>{ $school }</b>.
       *[other] Anda koordinator { $count } sekolah.
    } { $teachers ->
        [ya] Di sana tampak siapa di langkah mana.
       *[tidak] Belum ada guru yang bergabung; berikutnya: mengundang mereka.
    }

    Bila Anda juga mengajar, langkah dan evaluasi terbuka untuk Anda sendiri.
menu-quiet = Pesan dari bot sedang dimatikan; /mulai menyalakannya lagi.
menu-where = Terakhir Anda membaca Langkah { $number } · { $label }.
menu-active = Sedang dijalani: Langkah { $number } · { $label }. Berikutnya: { $following }.
menu-put-off = Ditunda: Langkah { $number } · { $label }. Yang sudah ditulis tetap tersimpan.
menu-first = Berikutnya: Langkah { $number } · { $label }.
menu-all-done = Semua langkah sudah Anda jalani. Setiap langkah boleh dibaca dan diulang kapan saja.

stopped =
    Baik. Bot tidak akan mengirim pesan lebih dulu.

    Bila ingin kembali, tekan “Nyalakan lagi” atau ketik /mulai. Kemajuan Anda tetap tersimpan, paling lama 12 bulan tanpa dipakai; sebelum dihapus Anda diberi tahu. Untuk menghapusnya sekarang, buka /privasi.
    .again = Nyalakan lagi
    .wakes = mulai, start, balik lagi, mau balik lagi, saya balik lagi, saya mau balik lagi, saya kembali, kembali lagi, saya kembali lagi, mau kembali, saya mau kembali, aktif lagi, mau aktif lagi, saya mau aktif lagi, ikut lagi, mau ikut lagi, saya mau ikut lagi
awake = Pesan dari bot menyala lagi. Waktunya dapat diatur di /pengingat.
stopped-guest = Tenang, bot ini tidak mengirim pesan bila Anda tidak memulainya.

### Langkah

steps =
    <b>13 langkah</b> · { $done } dari { $total } selesai (✓)
    .line-belum = { $number } · { $label }
    .line-sedang = { $number } ▸ { $label }
    .line-selesai = { $number } ✓ { $label }
    .typed = langkah, ke-, ke
    .asked = mulai, mulain, ulang, ulangi, ngulang, mengulang, mengulangi, buka, bukakan, bukain, lanjut, lanjutkan, lanjutin, lihat, liat, mau, pengen, pingin, ingin, pengin, mari, jalani, jalankan, masuk, pindah, belajar, kerjakan, kerjain, ke, saya, aku, sy, bisa, boleh, tampilkan, tunjukkan, baca, balik, kembali, loncat, lompat, langsung, menuju, pilih
steps-focus = Fokus Anda: { $steps }.
steps-suggestion = Saran berikutnya: Langkah { $number } · { $label }.
steps-underway = Sedang dijalani (▸): Langkah { $number } · { $label }.
steps-guest =
    <b>13 langkah kompetensi guru</b>
    Silakan pilih dan baca. Tidak ada yang disimpan.
    .join = Simpan kemajuan saya

step =
    <b>Langkah { $number } dari { $total }</b>
    <b>{ $title }</b>

    Terkait dengan kompetensi { $competencies }. { $pages } halaman pendek.
    .read = Mulai membaca
    .resume = Lanjut, halaman { $page }/{ $total }
    .parts = Pilih bagian
    .mark-begin = Mulai jalani
    .mark-done = Tandai selesai
    .unmark-begin = Batalkan tanda
    .unmark-done = Batalkan tanda selesai
    .previous = ‹ Langkah { $number }
    .next = Langkah { $number } ›
    .list = Daftar langkah
step-status = { $status ->
    [sedang] ▸ Sedang dijalani sejak { $day }.
    [selesai] ✓ Selesai pada { $day }.
    [lagi] ▸ Sedang dijalani sekali lagi.
    [tunda] Ditunda. Yang sudah ditulis tetap tersimpan.
   *[belum] Belum dijalani. Boleh dibaca dulu.
    }
step-own = { $focus ->
    [ya] <b>Fokus Anda</b>; pada { $month } Anda memilih tingkat { $level }.
   *[tidak] Pada { $month } Anda memilih tingkat { $level }.
    }
step-own-focus = <b>Fokus Anda.</b>
competency-pedagogik = pedagogik
competency-kepribadian = kepribadian
competency-sosial = sosial
competency-profesional = profesional

page = <b>Langkah { $number } · { $label }</b> · { $page }/{ $total }
    .back = ‹ Kembali
    .forward = Lanjut ›
    .step = Langkah ini
    .try = Coba tugas ini
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

### Pendampingan: satu langkah pada satu waktu, dari tugas sampai penutup

coach =
    .pass = Lewati
    .begin = Langsung ke tugas
    .go-on = Lanjutkan tugas
    .resume = Lanjutkan yang ditunda
    .repeat = Jalani sekali lagi
coach-head = <b>Langkah { $number }</b> · { $task }
coach-small-name = { $name } (versi kecil)
coach-gone = Bagian ini sudah tidak berjalan. Yang pernah Anda tulis tetap tersimpan.

coach-following = { $act ->
    [tugas] memilih tugas
    [contoh] melihat contohnya
    [latihan] latihan dua menit
    [rencana] membuat rencana
    [coba] mencobanya ({ $day })
    [murid] menulis yang tampak pada murid
    [bukti] menyimpan bukti, bila ada
    [refleksi] dua pertanyaan refleksi
    [lagi] memilih apakah dicoba sekali lagi
    [tingkat] memilih tingkat Anda sendiri
   *[other] memeriksa ringkasannya
    }

coach-swap =
    Sekarang Anda sedang menjalani Langkah { $before } · { $named }.

    Tunda yang itu dan mulai Langkah { $number } · { $label }? Yang sudah ditulis tidak hilang.
    .yes = Tunda, mulai Langkah { $number }
    .no = Tetap di langkah ini
    .put-off = tunda, ditunda, tundain, tundakan, mulai, ganti, pindah
    .stay = jangan, tetap, lama, selesaikan, belum
    .beside = yang, itu, ini, langkah, saya, mau, bisa, ke, di, lanjut, lanjutkan, sudah
coach-rest = Baik, disimpan dulu. “Lanjutkan” membukanya lagi kapan saja.
coach-put-off = Ditunda. Yang sudah Anda tulis tetap tersimpan.

coach-tasks =
    <b>Langkah { $number } · { $label }</b>
    { $setting ->
        [layanan] Mana yang ingin Anda coba dalam layanan?
        [kelompok] Mana yang ingin Anda coba di kelompok?
        [binaan] Mana yang ingin Anda coba di sekolah binaan?
       *[kelas] Mana yang ingin Anda coba di kelas?
    }
    Sampai { $longest } menit{ $small ->
        [0] .
       *[other] ; kecil: { $small }.
    }
    .small = Kecil: { $title }
    .own = Tugas saya sendiri
    .aside = Tunda
    .numbered = tugas, nomor, nomer, no, yang, yg, ke, pilih, pilihan, coba, ambil, opsi, mau, saya, aku, task, tombol, angka
coach-own =
    Tugas apa yang ingin Anda coba? Silakan ketik satu baris, atau kirim pesan suara.

    Contoh: “Saya meminta murid menjelaskan jawabannya kepada teman.”
coach-left = Baik. Yang sudah ditulis tetap tersimpan; silakan pilih tugas lain.

coach-model =
    .copy = Salin kalimatnya
    .onward = Lanjut
    .other = Ganti tugas
coach-model-level = Contoh untuk jenjang mana yang ingin Anda lihat?
coach-no-model = Untuk tugas ini belum ada contoh. Silakan lanjut.

coach-rehearse = <b>Latihan dua menit.</b> { $asked }

    Silakan ketik, atau kirim pesan suara.
coach-rehearse-any = Apa kalimat pertama yang akan Anda ucapkan kepada murid?
coach-said-now = Sekarang tertulis: “{ $words }”
coach-looks =
    { $how ->
    [suara] Latihan Anda tersimpan sebagai pesan suara.
   *[teks] Kalimat Anda: “{ $words }”
    }

    Coba lihat sendiri; tekan angka yang jawabannya ya.
    .yes = { $nth } ✓
    .no = { $nth }
    .again = Tulis ulang
    .onward = Lanjut
coach-look = { $answer ->
    [ya] ✓ { $look }
   *[belum] ▫ { $look }
    }
coach-voice = pesan suara{ $kept ->
    [tidak] , tidak lagi disimpan
   *[ya] {""}
    }
coach-voice-only = Untuk yang ini boleh diketik atau dikirim sebagai pesan suara. Kiriman tadi tidak disimpan.
coach-look-any-1 = Apakah murid tahu harus berbuat apa?
coach-look-any-2 = Apakah kalimatnya cukup pendek?
coach-look-any-3 = Apakah setiap murid dapat ikut?
coach-heard-tugas = Tugas Anda sendiri.
coach-heard-latihan = Latihan Anda.
coach-heard-kelas = Tempat mencobanya.
coach-heard-jika = Rencana Anda.
coach-heard-murid = Yang tampak pada murid.
coach-heard-refleksi = Refleksi Anda.
coach-own-voice = Tugas saya sendiri (pesan suara)

coach-days = Kapan akan Anda coba?
    .day = { $day }
    .joins = tapi, tetapi, namun, karena, karna, krn, soalnya, sebab, terus, lalu, makanya, sehingga
    .denials = jangan, bukan
    .soft = tidak
    .off = libur, dipakai, dipake, diliburkan, tidak bisa, belum bisa, tidak ada, tidak jadi, tidak mungkin, tidak sempat, tidak masuk, tidak mengajar, tidak ngajar, tidak di sekolah, tidak ke sekolah, tidak hadir, tidak datang, tidak berangkat, tidak ada jam, ada lomba, ada acara, ada kegiatan, ada rapat, ada ujian, ada tamu, ada pelatihan, lomba, rapat, ujian, pelatihan, diklat, workshop, cuti, izin, sakit, nikahan, hajatan, takziah, sibuk, penuh, banjir, batal
    .beside = pagi, siang, sore, jam, pertama, kedua, ketiga, keempat, kelima, terakhir, ke, kelas, kls, klas, rombel, pelajaran, jp, les, sesi, di, pada, saja, aja, bu, pak, ibu, bapak, ya, yah, deh, dong, saya, sy, kami, coba, cobain, mau, rencana, rencananya, insyaallah, insya, allah, mulai, habis, istirahat, upacara, sebelum, sesudah, setelah, waktu, pas, ketika, untuk, hari, dulu, kalau, bisa, i, ii, iii, iv, v, vi, vii, viii, ix, x, xi, xii, a, b, c, d, e, f, matematika, mtk, ipa, ips, ipas, pai, pjok, ppkn, indonesia, bahasa, inggris, ngajar, mengajar, masuk, ada
coach-days-before = Rencana sebelumnya: { $day }.
coach-day-over = Hari yang direncanakan sudah lewat selama langkah ini ditunda. Tidak apa-apa; silakan pilih hari lain.
coach-near-hari-ini = Hari ini
coach-near-besok = Besok
coach-group = { $setting ->
        [layanan] Dalam layanan yang mana? Silakan ketik, misalnya “konseling kelompok kelas 8”.
        [kelompok] Di kelompok mana? Silakan ketik, misalnya “kelompok A”.
        [binaan] Di mana? Silakan ketik, misalnya “rapat guru” atau “SD binaan”.
       *[kelas] Di kelas mana? Silakan ketik, misalnya “kelas 4” atau “VIII B”.
    }
    .leaders = pengawas, pengawas sekolah, penilik, kepala sekolah, kepsek, kepala madrasah, kepala tk
    .before = di, pada, dalam
    .numbered = kelas { $name }
    .sentence = jika, kalau, kalo, klo, klu, kl, bila, apabila, mulai, maka, ketika, saat, sewaktu, karena, soalnya, supaya, agar, biar, habis, sesudah, setelah, sebelum
coach-group-doubt = Kami belum yakin itu nama tempatnya. Cukup namanya dulu, misalnya { $setting ->
        [layanan] “konseling kelompok kelas 8”
        [kelompok] “kelompok A”
        [binaan] “rapat guru”
       *[kelas] “kelas 4”
    }. Rencananya ditanyakan sesudah ini.
coach-if-any-1 = Jika murid belum paham, maka saya mengulang petunjuknya dengan satu contoh.
coach-if-any-2 = Jika murid diam, maka saya menunggu lima detik sebelum bertanya lagi.
coach-if-any-3 = Jika waktunya kurang, maka saya mengerjakan bagian pertamanya saja.
coach-words = Bagaimana rencananya? Silakan ketik “Jika …, maka saya …”, atau pakai salah satu contoh.
    .take = Pakai { $nth }
    .opens = jika, kalau, bila, apabila, jk, klo, kalo, klu, nek, mun
    .follows = maka, mk, saya, sy, aku
coach-if = <b>{ $nth }.</b> { $words }
coach-aids = Apa yang perlu disiapkan? Tekan yang perlu, lalu lanjut.
    .in-rpp = { $setting ->
        [layanan] ✓ RPL
       *[kelas] ✓ RPP/modul ajar
    }
    .out-rpp = { $setting ->
        [layanan] RPL
       *[kelas] RPP/modul ajar
    }
    .in-alat = ✓ Alat bantu
    .out-alat = Alat bantu
    .in-contoh = ✓ Model/contoh
    .out-contoh = Model/contoh
    .in-lkpd = ✓ LKPD
    .out-lkpd = LKPD
    .onward = Lanjut
coach-typed =
    .yes = ya, iya, iyah, yes, ok, oke, nggih, inggih, njih, muhun, siap, boleh, mau, mau bu, sapisan deui, sepisan maneh, sepisan malih, setuju, benar, betul, biarkan saja, begini saja, simpan begini, simpan saja, simpan aja, tidak apa apa simpan, sudah, sudah benar, sudah betul, sudah sesuai, sudah aman, ya sudah aman, aman, sekali lagi, ya sekali lagi, mau sekali lagi, boleh sekali lagi, simpan, ya simpan, selesai, ya selesai
    .moment = bentar ya, sebentar ya, bentar bu, sebentar bu, bentar pak, sebentar pak, bentar dulu, sebentar dulu, bentar saya, sebentar saya, tunggu bentar, tunggu sebentar, tunggu ya, tunggu dulu ya, maaf sebentar, maaf bentar
    .unsafe = tidak aman, belum aman, kurang aman, tidak yakin, belum yakin, kurang yakin, mungkin, tapi ada, sebagian, sedikit, kayaknya
    .not-proof = bukan bukti, bukan buktinya, tidak usah jadi bukti, jangan jadi bukti, jangan disimpan itu
    .right = tidak ada yang diubah, tidak ada yang perlu diubah, tidak ada yang salah, tidak ada yang keliru, tidak perlu diubah, tidak usah diubah
    .pauses = sudah dulu, segini dulu, sampai sini dulu, sampai di sini dulu, cukup dulu, itu dulu
    .more = lagi, mau lagi, coba lagi, mau coba lagi, mau mencoba lagi, ingin mencoba lagi, sekali lagi, mau sekali lagi, satu kali lagi, ulang, ulangi, mau ulang, mau mengulang, ulang lagi, masih mau, masih mau coba, masih mau lagi
    .no = tidak, enggak, nggak, gak, ga, cukup, cekap, cukup dulu, sudah cukup, tidak ada, gak ada, ga ada, nggak ada, tidak perlu, ga usah, gak usah, tidak usah, nggak usah, nanti, nanti saja, nanti aja, lewati, tidak dulu, jangan dulu
    .all = semua, semuanya, ya semua, iya semua, semua ya
    .change = ubah, mau ubah, ganti, belum sesuai, belum benar, tulis ulang, ganti foto, foto lain, ganti fotonya, perbaiki, saya perbaiki
    .onward = lanjut, lanjutkan, sudah, selesai, ok lanjut, oke lanjut, sudah semua, itu saja, cukup itu, sudah itu saja
    .own = tugas sendiri, tugas saya sendiri, sendiri, bikin sendiri, buat sendiri, saya buat sendiri, saya bikin sendiri, punya sendiri, punya saya sendiri, tugas lain, yang lain, ide sendiri, ide saya sendiri, saya punya ide, saya punya tugas sendiri
    .last = terakhir, yang terakhir, paling akhir, paling bawah, contoh terakhir, tugas terakhir
    .small = kecil, versi kecil, yang kecil, versi kecilnya, kecilnya, ringan, yang ringan, lebih ringan, dibuat lebih ringan, singkat, pendek
    .hurried = dikit, sedikit, mepet, sempit, terbatas, sibuk
    .tasks = tugas, kecil, kecilnya, versi, versinya, yang, nomor, no, saja, aja, pilih, mau, coba, saya, ke, itu
    .examples = contoh, pakai, yang, nomor, no, saja, aja, pilih, mau, saya, ke, pake, itu
    .sometime = kapan kapan, kapan-kapan, kapan saja, kapan aja, belum tahu kapan, entah kapan, nanti, nanti dulu, nanti saja, nanti aja, lihat nanti, nanti kalau sempat, kalau sempat
    .day = hari lain, pilih hari lain, ganti hari, pindah hari, ubah hari
    .amount = semua, semuanya, semua murid, semua anak, hampir semua, banyak, cukup banyak, lumayan banyak, sedikit, beberapa, beberapa anak, beberapa murid, sebagian, sebagian besar, sebagian kecil, setengah, separuh, kebanyakan, nol, kosong, tidak ada, gak ada, ga ada, nggak ada, belum ada, tidak ada sama sekali, tidak satu pun, tidak seorang pun
    .none = tidak ada bukti, gak ada bukti, ga ada bukti, nggak ada bukti, belum ada bukti, tanpa bukti, tidak punya bukti, tidak ada foto, gak ada foto, tanpa foto, tidak difoto, lupa foto, lupa memotret, lupa difoto, saya lupa foto, tidak sempat foto, gak sempat foto, tidak sempat difoto, tidak kefoto, tidak terfoto, belum kefoto, lupa tidak kefoto, lupa tidak difoto, lupa motret, belum foto, belum difoto, belum sempat difoto, belum sempat foto, belum ada, belum punya
    .follows = foto menyusul, menyusul, bukti menyusul, fotonya menyusul, menyusul ya, besok saya foto, nanti saya foto, nanti saya kirim, besok saya kirim, nanti difoto, nanti dikirim, foto nanti, besok fotonya, fotonya besok, fotonya nanti, nanti fotonya, lain kali saya foto, nanti saya kirim fotonya, besok saya kirim fotonya, saya foto besok, saya kirim nanti, saya kirim besok
    .steps = langkah lain, lihat langkah lain, saya mau lihat langkah lain, mau lihat langkah lain, mau langkah lain, ganti langkah, pindah langkah, daftar langkah
    .lost = kalimatnya apa, kalimatnya gimana, kalimatnya bagaimana, apa kalimatnya, gimana ini, gmn ini, bagaimana ini, ini gimana, ini gmn, ini bagaimana, gimana caranya, gmn caranya, bagaimana caranya, caranya gimana, caranya bagaimana, tidak bisa, nggak bisa, gak bisa, ga bisa, saya tidak bisa, belum bisa, harus apa, saya harus apa, saya harus bagaimana, disuruh apa, ini disuruh apa, tulis apa, nulis apa, isi apa, jawab apa, apa ini, ini apa, terus apa, terus gimana, lalu apa, bedanya apa, apa bedanya, yang mana, pilih yang mana, sebaiknya yang mana, bagusnya yang mana, mana yang bagus, belum tahu, saya belum tahu
    .pass = boleh dilewati, bisa dilewati, boleh lewati, boleh skip, bisa skip, boleh tidak diisi, wajib latihan, harus latihan, tidak usah latihan, nggak usah latihan, gak usah latihan, ga usah latihan, tanpa latihan, tidak perlu latihan, langsung saja, langsung aja, langsung ke rencana, langsung praktik, langsung coba, tidak usah rencana, tanpa rencana, tidak usah refleksi, tanpa refleksi, lewati dulu, lewatin, lewatin aja, lewatkan
    .rpp = rpp, modul, ajar
    .alat = alat, peraga
    .contoh = contoh, model
    .lkpd = lkpd, lk, lks, lembar kerja
# Mengubah rencana dengan kata-kata: “eh salah, kelasnya 4a bukan itu”, “ganti harinya jadi Senin”.
coach-replan =
    .change = ganti, gantiin, diganti, ubah, diubah, rubah, ralat, salah, keliru, pindah, pindahin, dipindah, geser, digeser, maksudnya, harusnya, seharusnya, mestinya, bukan
    .class = kelas, kelasnya, kls, klsnya, rombel, rombelnya, kelompok, kelompoknya
    .day = hari, harinya, tanggal, tanggalnya, tgl, tglnya, jadwal, jadwalnya
    .beside = jadi, jd, menjadi, ke, di, itu, ini, tadi, yang, yg, maksud, saya, sy, aku, rencana, rencananya, tapi, mau, bisa, tolong, harus, buat, untuk, pada
    .instead = bukan, jangan
    .turns = tapi, jadi, jd, harusnya, maksudnya, melainkan, ke, kelas, kelasnya, harinya
# Sesudah membaca sebuah tugas: “oke saya mau coba ini besok”.
coach-eager =
    .said = coba, nyoba, mencoba, cobain, cobakan, dicoba, praktik, terapkan, menerapkan, kerjakan, kerjain, mengerjakan, lakukan, melakukan, jalankan
    .beside = saya, mau, ini, itu, yang, tugas, tugasnya, cara, caranya, besok, lusa, nanti, hari, senin, selasa, rabu, kamis, jumat, di, kelas, langsung, akan, jadi, bisa, ke, minggu, pekan, depan, juga, menarik, bagus
coach-class-changed = Tempatnya diganti: { $name }.
coach-aid-rpp = RPP atau modul ajar
coach-aid-alat = alat bantu
coach-aid-contoh = model atau contoh
coach-aid-lkpd = LKPD
coach-promise = { $day }{ $where ->
    [kelas] , di { $group }
    [suara] , di tempat yang Anda sebut dalam pesan suara
   *[tanpa] {""}
    }: { $task }.{ $how ->
    [jika] {" "}“{ $words }”
    [suara] {" "}Rencananya ada dalam pesan suara Anda.
   *[tanpa] {""}
    }
coach-promised = Rencana Anda tersimpan. Pada hari itu kami bertanya sekali.
# Yang disiapkan dengan kata sendiri: “kertas aturan sama spidol”.
coach-brings =
    .joins = dan, sama, serta, plus, n, ama, dengan
    .around = saya, sy, aku, mau, siapkan, siapin, nyiapin, menyiapkan, bawa, bawain, membawa, pakai, pake, cuma, cukup, hanya, paling, ya, aja, saja, deh, dulu, yang, yg, oke, ok, itu, kayaknya
coach-prepare = Disiapkan: { $names }.
coach-said = Kalimat yang Anda latih: “{ $words }”

coach-check =
    { $address }, sudah dicoba? { $when ->
        [tadi] Tadi rencananya:
       *[lain] Rencananya:
    }

    { $promise }
    .tried = Sudah dicoba
    .later = Belum sempat
    .other = Ganti tugas
    .day = Pilih hari lain
    .words = Ubah rencana
    .hear = Dengarkan latihan saya
    .hear-all = Dengarkan suara saya
    .tried-words = lancar, berhasil, selesai, sukses, sudah, sdh, udah, udh, beres, kelar, sudah dicoba, sudah saya coba, sudah coba, sudah mencoba, sudah dijalankan, tadi sudah, alhamdulillah sudah, sudah tadi, sudah kemarin, kemarin sudah, barusan sudah, tadi pagi sudah, tadi siang sudah, sudah dilaksanakan, sudah dilakukan
    .later-words = belum, blm, blum, belum sempat, blm sempat, ga sempat, gak sempat, nggak sempat, tidak sempat, belum jalan, belum dicoba, belum saya coba, lupa, kelasnya libur, ada rapat, belum bisa, belum jadi
    .yes-words = ya, iya, iyah, yes, y, ok, oke, betul, benar, yap, nggih, inggih, muhun
    .little-words = sedikit, dikit, hanya sedikit, hanya dikit, cuma sedikit, cuma dikit, baru sedikit, baru dikit, saktitik, sakedik, lumayan
    .no-words = batal, tidak, enggak, nggak, gak, ga, no, ora, henteu, nanti, nanti dulu, nanti saja, nanti aja
    .tried-heads = sudah, sdh, udah, udh, berhasil, beres, kelar, selesai, lancar, sukses, alhamdulillah, sebagian, setengah, separuh, baru sebagian, baru setengah, baru separo, baru separuh, sempat, tadi sempat, cuma sebentar, hanya sebentar, hasilnya, tidak jalan, ya sudah, iya sudah, saya sudah, kami sudah, tadi sudah, saya coba, sudah saya coba, tadi saya coba, saya mencoba, tadi mencoba, saya berhasil, saya praktikkan, sudah dipraktikkan, kemarin sudah, kemarin saya sudah, kemarin saya coba, tadi pagi sudah, tadi siang sudah, barusan sudah, barusan saya, wis, uwis, sampun, atos
    .showed-heads = belum semua, belum banyak, tidak semua, tidak banyak, hanya sebagian, baru sebagian, cuma sebagian, belum ada yang menjawab, belum ada anak, belum ada murid, tidak ada yang menjawab, tidak ada murid yang, tidak ada anak yang, kurang berhasil, kurang lancar
    .pupil-heads = murid, anak anak, anak-anak
    .agreed-heads = ya sudah, iya sudah, yaudah, ya sudahlah, yasudah, yowis, oke sudah
    .brief-words = sebentar, bentar, sedikit, sebagian, setengah, separuh, singkat
    .sure-heads = sudah, ya sudah, iya sudah, saya sudah, kami sudah, tadi sudah, alhamdulillah sudah, tadi saya, berhasil, lancar, sukses, sebagian, setengah, separuh, wis, uwis, sampun, atos
    .did-words = coba, dicoba, mencoba, nyoba, nyobain, cobain, dicobain, mencobanya, praktik, praktikkan, dipraktikkan, mempraktikkan, praktekkan, dipraktekkan, laksanakan, dilaksanakan, melaksanakan, terlaksana, terapkan, diterapkan, menerapkan, jalankan, dijalankan, menjalankan, lakukan, dilakukan, melakukan
    .outcome-words = berhasil, lancar, sukses, gagal, kacau, bagus, seru, senang, antusias, aktif, tenang, hening, berani, lumayan, sebagian, setengah, separuh, waktunya, waktu, habis, kurang
    .aside-words = dibantu, bantu, bantuan, bantuannya, bimbingan, dibimbing, catat, catet, mencatat, nyatat, nyatet, dicatat, dicatet, jadwalkan, dijadwalkan, jadwalin, ingatkan, diingatkan, diingetin, ingetin, dikabari, dikasih, diberi, rencana, rencananya, rencanakan, merencanakan, direncanakan, daftar, mendaftar, didaftar, terdaftar, daftarkan, registrasi, baca, membaca, dibaca, paham, mengerti, jelas, tahu, ingat, siapkan, disiapkan, menyiapkan, siapin, nyiapin, bikin, buat, buatkan, dibuat, membuat, cetak, dicetak, print, isi, kirim, dikirim, simpan, disimpan, buka, lihat, sehat, pulang, makan, tidur, mandi, pensiun, evaluasi, cerita
    .coming-words = dulu, tinggal, siap dicoba, mau, akan, nanti, besok, lusa, minggu depan, pekan depan, insyaallah, insya allah, semoga, mudah mudahan
    .worry-words = terus, terus terusan, selalu, sering, tiap hari, setiap hari, susah, sulit, ribut, gaduh, nakal, bandel, berantem, berkelahi, tidak bisa diam, tidak mau diam, tidak mau
    .denied-words = salah pencet, salah tekan, salah klik, kepencet, ketekan, keklik, belum dicoba, belum saya coba, belum coba, belum nyoba, belum mencoba, belum saya mencoba, belum kok, belum dilaksanakan, belum saya laksanakan, belum dipraktikkan, belum saya praktikkan, belum dijalankan, belum saya jalankan, belum dilakukan, belum saya lakukan, belum ngajar, belum mengajar, belum jadi ngajar, belum jadi mengajar, belum jadi dicoba, belum jadi saya coba, belum sempat ngajar, belum sempat mengajar, belum sempat dicoba, belum sempat saya coba, tadi belum jadi, td belum jadi, tadi tidak jadi, td tidak jadi, tidak jadi dicoba, tidak jadi mencoba, tidak jadi nyoba
    .undone-words = belum, ternyata belum, eh belum, maksud saya belum
    .part-words = semua, semuanya, seluruhnya, sebagian, banyak, sempurna, maksimal, optimal
    .hindered-words = banjir, gempa, longsor, kabut asap, tidak masuk, pada tidak masuk, tidak hadir, tidak datang, tidak berangkat, libur, diliburkan, dipulangkan, pulang cepat, pulang awal, dipakai ujian, dipake ujian, dipakai rapat, dipake rapat, dipakai acara, dipake acara, ada ujian, ada ulangan, sedang ujian, lagi ujian, ada asesmen, ada lomba, ada acara, ada kegiatan, ada upacara, ada rapat, ada tamu, ikut lomba, lagi lomba, sedang lomba, kelasnya dipakai, kelas dipakai, kelas dipake, kelasnya dipake, tidak ada kelas, tidak ada jam, jam kosong, class meeting, study tour, karyawisata, belum ngajar, belum mengajar, tidak ngajar, tidak mengajar, tidak jadi ngajar, tidak jadi mengajar
    .failed-words = belum berhasil, tidak berhasil, kurang berhasil, gagal, tidak lancar, kurang lancar, belum lancar, berantakan, tidak sesuai rencana, tidak seperti rencana, kacau
    .never-words = belum sempat, tidak sempat, tidak jadi, belum jadi, belum bisa, tidak bisa, belum dicoba, belum saya coba, belum mencoba, belum coba, belum dilaksanakan, belum dijalankan, belum terlaksana, tidak terlaksana, belum kesampaian, saya lupa, kelupaan, lupa bu, lupa pak, kelasnya libur, sekolah libur, libur sekolah, diliburkan, tidak masuk sekolah, tidak masuk kelas, ada rapat, ikut rapat, ada pelatihan, ikut pelatihan, durung, duka, teu acan, can sempet
    .later-heads = belum, blm, blum, lupa, libur, rapat, tunda, ditunda, tertunda, ketunda, batal mencoba, tidak dulu, nanti, besok, lusa, minggu depan, pekan depan, bulan depan, kapan kapan, lain kali, lain waktu, saya cuti, cuti, izin, saya izin, sedang izin
    .sick-words = sakit, saya sakit, saya lagi sakit, saya sedang sakit, lagi sakit, sedang sakit, masih sakit, kurang enak badan, tidak enak badan, kurang sehat, saya kurang sehat, demam, saya demam, anak saya sakit, saya opname, saya dirawat
    .lead = sudah, sdh, udah, udh, ya, iya, alhamdulillah, bu, pak, ibu, bapak, min, kak, saya, kami, coba, mencoba, dicoba, mencobanya, tadi, td, barusan, kok, dong, sih, dan, lalu, tapi, tetapi, namun, hanya saja, ternyata, hasilnya, wis, sampun
    .pupils = murid, murid2, siswa, siswi, anak, anak2, anak anak, anak-anak, mereka, orang, kelompok, peserta didik, regu, bocah, lare, barudak
    .other-words = ganti, ganti tugas, tugas lain, tidak cocok, kurang cocok, mau tugas lain, mau yang lain
coach-check-rests = Sesudah ini kami tidak menanyakannya lagi. Tidak ada yang hilang; “Lanjutkan” selalu membukanya.
coach-later = Tidak apa-apa. Pekan di sekolah jarang berjalan persis seperti rencana. { $offers ->
    [ya] Mau dibuat lebih ringan, atau pindah hari?
   *[tidak] Mau pindah hari, atau ganti tugas?
    }
    .small = Versi kecil (±{ $minutes } menit)
coach-later-small =
    <b>Versi kecil</b> (±{ $minutes } menit)
    { $small }

coach-pupils = <b>Yang tampak pada murid.</b> { $asked }

    { $how ->
    [angka] Silakan ketik angkanya (perkiraan sudah cukup), satu kalimat, atau kirim pesan suara.
   *[kalimat] Silakan ketik satu kalimat tanpa nama murid, atau kirim pesan suara.
    }
coach-pupils-any = Apa yang Anda lihat pada murid?

coach-proof =
    <b>Bukti</b>, bila ada. { $fits }

    Boleh tulisan, tautan, foto, dokumen, atau pesan suara. Hanya Anda yang melihatnya.
    .follow = menyusul, nyusul, susul, susulan, disusul, disusulkan, nyusulin
    .follow-beside = nanti, besok, lusa, foto, fotonya, photo, bukti, buktinya, gambar, gambarnya, video, videonya, berkas, berkasnya, ini, itu, saya, kirim, dikirim, untuk, malam, sore, siang, pagi, habis, pulang, sekolah, insyaallah, masih
    .wrong = salah, keliru, bukan
    .drops = hapus, hapuskan, hapusin, dihapus, hapusnya, buang, dibuang, hilangkan, cabut, delete, batalkan
    .drop-beside = itu, ini, yang, tadi, terakhir, barusan, bukti, buktinya, bukan, salah, keliru, foto, fotonya, gambar, gambarnya, tulisan, tulisannya, pesan, pesannya, nomor, kirim, kirimnya, saya, mau, bisa, ya
    .none = Lanjut tanpa bukti
    .onward = Lanjut
    .show = 📎 { $nth }
    .again = Tampilkan lagi
    .drop-one = Hapus bukti ini
coach-proof-one = <b>Bukti { $nth }</b>: { $kind }, { $day }{ $words ->
    [tanpa] .
   *[other] {"."} “{ $words }”
    }{ $kept ->
    [tidak] {" "}Berkasnya tidak lagi disimpan.
   *[ya] {""}
    }
coach-proof-shown = Bukti { $nth }, { $day }{ $words ->
    [tanpa] {""}
   *[other] : { $words }
    }
coach-proof-any = Misalnya foto papan tulis atau hasil kerja murid tanpa nama.
coach-proof-words = “{ $words }”
coach-proof-not-kept = Berkas bukti ini tidak lagi disimpan; tanggal dan catatan Anda tetap ada.
coach-proof-kept = { $nth }. { $kind }{ $count ->
    [0] {""}
    [1] {""}
   *[other] {" "}({ $count })
    }{ $words ->
    [tanpa] {""}
   *[other] : { $words }
    }
coach-proof-before = Bukti disimpan sesudah mencoba. Bila sudah dicoba, tekan “Sudah dicoba” lalu kirim fotonya.
coach-proof-later = Baik, buktinya boleh menyusul: “Ubah bukti” ada di ringkasan sebelum langkah ini ditutup.
coach-proof-saved = Tersimpan.
coach-proof-dropped = Sudah dihapus.
coach-proof-full = Paling banyak { $most } bukti untuk satu percobaan.
coach-proof-kinds = Yang dapat disimpan: tulisan, tautan, foto, dokumen, dan pesan suara.
coach-proof-large = Berkas itu lebih besar dari { $most } MB, jadi tidak dapat disimpan. Foto atau tulisan sudah cukup.
coach-gate =
    <b>Sebelum foto pertama disimpan</b>{ $count ->
        [1] {""}
       *[other] {" "}({ $count } buah menunggu)
    }

    Mohon pastikan foto tidak memuat wajah, nama, atau data murid. Foto papan tulis, RPP, alat bantu, atau LKPD kosong sudah cukup.

    Berkasnya tetap di Telegram; kami hanya mencatat tandanya, dan Anda dapat menghapusnya kapan saja.
    .before = sudah, insyaallah, insya, allah, ini, itu, foto, fotonya, di, dalam, pada, semua, semuanya, kok, ya, iya, saya, yakin, cek, dicek, memang, cukup
    .safe = aman, tidak ada muka, tidak ada mukanya, tidak ada wajah, tidak ada wajahnya, tidak ada anak, tidak ada anaknya, tidak ada murid, tidak ada muridnya, tidak ada siswa, tidak ada siswanya, tidak ada orang, tidak ada orangnya, tidak ada nama, tidak ada namanya, tidak ada yang kelihatan, muka tidak kelihatan, mukanya tidak kelihatan, wajah tidak kelihatan, wajahnya tidak kelihatan, wajah tidak tampak, wajahnya tidak tampak, wajahnya tidak terlihat, muka anak tidak kelihatan, wajah anak tidak kelihatan, wajah murid tidak kelihatan, tidak kelihatan, tidak tampak, tidak nampak, tidak terlihat, tanpa wajah, tanpa muka, hanya papan tulis, cuma papan tulis
    .keep = Sudah aman, simpan
    .drop = Ganti foto
    .none = Tanpa foto
coach-gate-named = Keterangan “{ $words }” tampaknya memuat nama atau nomor murid. Lebih aman memakai inisial acak, misalnya “Murid A”: tekan “Ganti foto”, lalu kirim lagi.

coach-private =
    Tulisan ini tampaknya memuat nama atau nomor murid:

    “{ $words }”

    Lebih aman memakai inisial acak, misalnya “Murid A”. Silakan ketik ulang, atau simpan begini.
    .keep = Simpan begini
    .rewrite = Tulis ulang
    .named = bernama, namanya, ananda, si, dipanggil, panggilannya
    .pupil = murid, muridku, murid-murid, siswa, siswi, siswaku, siswa-siswi, anak, anakku, ananda
    .between = saya, kami, kita, itu, ini, didik, laki-laki, perempuan, baru, kelas, yang, bernama, namanya, i, ii, iii, iv, v, vi, vii, viii, ix, x, xi, xii, kecil, pendiam, pindahan
    .title = pak, bu, ibu, bapak, kak, kakak, mas, mbak, bang, abang, ustaz, ustazah, ustadz, ustadzah, guru, kepala, wali, kiai, kyai, raden, haji, hajah, dewi, dr, prof, bunda, ayah, mama, papa, nabi, rasul, santo, santa, tuan, jenderal, pangeran, presiden, sunan, sultan
    .forename = muh, moh, muhammad, mohammad, mohamad, muhamad, mochamad, mochammad, mochamat, abdul, achmad
    .does = menjawab, jawab, maju, dapat, mendapat, mendapatkan, sudah, belum, diam, bertanya, tanya, menangis, tertawa, ribut, ramai, rajin, malas, pintar, aktif, pasif, paham, mengerti, membaca, menulis, menggambar, berani, malu, mau, tidak, bisa, ikut, tertidur, tidur, terlambat, lupa, ingin, selalu, sering, masih, mulai, mencoba, membantu, dipuji, ditegur, bercerita, berbicara, bicara, mengangkat, menyontek, nyontek, mengantuk, melamun, semangat, juga, kurang, paling, izin, absen, naik, nilainya, cepat, lambat, senang, sedih, takut, bingung, tersenyum, bermain, berlari, duduk, berdiri, memimpin, menyimak, mendengarkan, mengerjakan, menyelesaikan, mengumpulkan
    .plain = laki-laki, perempuan, putra, putri, senyap, hening, sunyi, tepuk, bagus, indah, bintang, semua, sebagian, kecil, besar, pendiam, pemalu, penakut, pintar, cerdas, bungsu, sulung, cantik, ganteng, manis, nakal, jahil, tukang, pemberani, pelupa, buta, tuli, malas, rajin, kembar, jagoan, sama, itu, ini, yang, baik, lucu, kaya, miskin, pembaca, penulis, penanya, penjawab, pelaku, korban, anak, bapak, emak, juara, ketua, wakil, hasil, cara, suasana, kelas, ruang, ruangan, papan, waktu, jam, hari, pagi, siang, sore, malam, tadi, kemarin, besok, awal, akhir, akhirnya, awalnya, ternyata, rupanya, sekarang, hampir, hanya, cuma, baru, kini, namun, bahkan, malah, walau, meski, meskipun, walaupun, jika, bila, kalau, apabila, begitu, setelah, sehingga, sementara, seluruh, separuh, setengah, kebanyakan, mayoritas, rata-rata, siapa, siapapun, orang, guru, teman, rekan, kepala, kami, saya, aku, kita, beliau, suara, tugas, soal, jawaban, pertanyaan, petunjuk, instruksi, contoh, latihan, lembar, buku, tulisan, gambar, video, lagu, cerita, materi, pelajaran, pembelajaran, diskusi, permainan, kuis, ulangan, ujian, nilai, skor, rubrik, tujuan, rencana, aturan, kesepakatan, kegiatan, percobaan, praktik, presentasi, proyek, produk, karya, portofolio, catatan, bukti, foto, refleksi, umpan, ice, tiket, kartu, meja, kursi, bangku, pintu, spidol, laptop, gawai, hp, proyektor, internet, sinyal, listrik, hujan, cuaca, panas, upacara, istirahat, bel, piket, orangtua, ortu, wali, ibu, bapak, ayah, kakak, adik, sekolah, dinas, pengawas, rapat, jadwal, rombel, barisan, deret, baris, pojok, depan, belakang, kanan, kiri, tengah, luar, dalam, atas, bawah, target, progres, kemajuan, perubahan, dampak, manfaat, masalah, kendala, solusi, alasan, ide, gagasan, pendapat, kesimpulan, pemahaman, konsep, rumus, angka, huruf, kata, kalimat, paragraf, teks, bacaan, puisi, drama, peta, grafik, tabel, data, alat, bahan, media, model, metode, strategi, teknik, langkah, tahap, sesi, menit, detik, bagian, satunya, keduanya, ketiganya, pasangan, penyaji, notulis, pemandu, moderator, peserta, santri, didik, murid-murid, anak-anak, siswa-siswi, teman-teman, bapak-ibu, ya, iya, oh, wah, nah, alhamdulillah, maaf, mohon, terima, selamat, halo, hai, insyaallah, syukurlah, puji, sayangnya, untungnya, kadang, terkadang, biasanya, umumnya, rasanya, sepertinya, kelihatannya, tampaknya, mungkin, tentu, memang, justru, hal, yaitu, misalnya, antara, tanpa, pukul, tanggal, bulan, tahun, pekan, semester, fase, unit, bab, halaman, nomor, poin, butir, opsi, pilihan, kunci, remedial, pengayaan, pretest, posttest, pretes, postes, asesmen, formatif, sumatif, kehadiran, absensi, presensi, kelompok-kelompok, paud, tk, sd, smp, sma, smk, slb, mi, mts, ma, ra, ipa, ips, pjok, pai, ppkn, tik, bk, ptk, rpp, atp, cp, tp, lkpd, kktp
    .known = senin, selasa, rabu, kamis, jumat, sabtu, minggu, ahad, januari, februari, maret, april, mei, juni, juli, agustus, september, oktober, november, desember, indonesia, nusantara, jawa, sunda, bali, papua, batak, minang, bugis, dayak, sumatra, kalimantan, sulawesi, maluku, ambon, aceh, lombok, madura, betawi, inggris, arab, mandarin, jepang, matematika, bahasa, sejarah, geografi, ekonomi, sosiologi, fisika, kimia, biologi, informatika, seni, prakarya, agama, islam, kristen, katolik, katholik, hindu, buddha, budha, khonghucu, konghucu, muslim, tuhan, allah, alhamdulillah, pancasila, merdeka, kurikulum, natal, nyepi, waisak, ramadan, ramadhan, lebaran, idulfitri, kancil, kura-kura, malin, pitung, sangkuriang, dan, atau, tetapi, tapi, juga, karena, jadi, lalu, saat, ketika, setelah, sesudah, sebelum, agar, supaya, untuk, dengan, tanpa, pada, di, ke, dari, dalam, oleh, sudah, belum, masih, mulai, bisa, dapat, mau, ingin, harus, perlu, lebih, paling, sangat, semua, setiap, tiap, beberapa, sebagian, banyak, sedikit, satu, dua, tiga, empat, lima, enam, tujuh, delapan, sembilan, sepuluh, kelompok, tim, regu, mereka, dia, ia, saya, kami, kita, anda, ada, tidak, bukan, apa, siapa, mana, bagaimana, mengapa, kapan, google, canva, quizizz, kahoot, youtube, whatsapp, wordwall, geogebra, pramuka, garuda, melati, mawar, anggrek
    .given = budi, siti, aisyah, aisha, rendra, fadli, fadhli, udin, bima, wulan, rizqi, rafli, rifki, rifqi, farel, fahmi, faisal, hasan, husein, yusuf, ibrahim, umar, ali, usman, hamzah, khadijah, fatimah, maryam, hana, hani, nayla, naila, kayla, keyla, zaskia, dika, dinda, gita, jaka, joko, maulana, nabil, nizam, oki, satrio, shinta, sinta, tika, vino, wira, zahwa, arkan, arsyad, azzam, andi, rizki, rizky, rizal, dimas, bagas, aldi, aldo, alya, anisa, annisa, arif, ahmad, rina, rini, ratna, rani, riko, rendi, reza, rafi, raka, raihan, rangga, sinta, santi, susi, tono, toni, yanti, yudi, wawan, galih, gilang, hafiz, hendra, iwan, kevin, lina, lia, mira, nabila, nadia, nanda, naufal, nita, novi, nurul, putu, made, ketut, nyoman, wayan, komang, kadek, gede, yosef, yohana, stefanus, ujang, asep, cecep, dedi, deni, doni, dina, eko, evi, farhan, fauzan, fikri, bayu, adit, aditya, ayu, bella, zahra, zaki, zidan, vina, wati, yuni, ani, ucok, dodi, lusi, melinda, febri, fahri, ilham, irfan, tiara, salsabila, aurel, azka, keisha, daffa, fadil, fadhil

# Jawaban bebas atas “sudah dicoba?”.
coach-noted = Dicatat: sudah dicoba. Catatan Anda: “{ $words }”
coach-claim = Kami ingin memastikan dulu. Rencana Anda untuk { $day }: sudah dicoba?
    .tried = Ya, sudah dicoba
    .not-yet = Belum
coach-moment = Silakan, tidak perlu buru-buru. Kami menunggu di sini.
coach-more = Langkah ini sudah dua kali dicoba. Sesudah “Selesai”, langkah ini dapat dijalani sekali lagi dari awal.
coach-untried = Baik, percobaan itu tidak jadi dicatat. Rencana Anda menunggu lagi.
coach-moved = Baik, pindah ke { $day }. Rencananya tetap.
coach-check-sick = Semoga lekas pulih, { $address }. Rencana ini boleh menunggu.
coach-held = { $kind ->
        [suara] Pesan suaranya kami pegang; kami tidak dapat mendengarkannya. Sudah dicoba?
        [teks] Tulisannya kami pegang. Sudah dicoba?
       *[other] Berkasnya kami pegang. Sudah dicoba?
    }
coach-waiting = { $count } kiriman Anda menunggu; begitu Anda menekan “Sudah dicoba”, kiriman itu disimpan.
coach-which-day = Maksud Anda hari yang mana?
coach-day-off = Baik, hari itu tidak dipakai. Silakan pilih hari lain.
coach-day-past = Hari itu sudah lewat. Silakan pilih hari yang akan datang.
coach-day-far = Hari itu masih terlalu jauh untuk satu percobaan. Silakan pilih hari dalam dua bulan ke depan.
coach-waits-too = Yang baru dikirim juga menunggu; tidak ada yang hilang.

coach-reflect = <b>Refleksi</b> { $at }/{ $total }. { $asked }

    Silakan ketik (paling banyak { $limit } huruf), atau kirim pesan suara.
coach-reflect-any = Apa yang akan Anda ubah lain kali?

coach-again =
    { $praise }

    Percobaan kedua biasanya yang membuatnya melekat. Coba sekali lagi pekan depan, { $setting ->
        [layanan] dalam layanan lain
        [kelompok] di kelompok lain
        [binaan] di sekolah lain
       *[kelas] di kelas lain
    } atau dengan satu perubahan?
    .more = Ya, sekali lagi
    .enough = Cukup dulu
coach-again-twist = Saran perubahan: { $twist }
coach-level =
    <b>Langkah { $number } · { $label }</b>
    Sesudah mencoba, mana yang paling menggambarkan Anda sekarang? Bila ragu antara dua tingkat, pilih yang lebih rendah.
coach-level-proof = <i>Contoh bukti:</i> { $proof }
coach-summary =
    { $head }
    Silakan periksa. Bila sudah sesuai, tekan “Selesai”.
    .close = Selesai
    .said-right = sudah, benar, bener, betul, sesuai, cocok, pas, selesai, simpan, simpen, ya, iya, iyah, yes, ok, oke, sip, siap, setuju, boleh
    .said-beside = semua, semuanya, ini, itu, saya, kami, begitu, gitu, langsung, tutup, isinya
coach-summary-before = <b>Percobaan lain:</b> { $praise }
coach-answer = <b>{ $name }:</b> { $words }
coach-name-latihan = Latihan
coach-name-hari = Hari
coach-name-kelas = Kelas
coach-name-jika = Rencana
coach-name-murid = Murid
coach-name-bukti = Bukti
coach-name-refleksi = Refleksi
coach-name-tingkat = Tingkat
coach-pieces = { $count } buah
coach-change =
    .latihan = Ubah latihan
    .hari = Ubah hari
    .murid = Ubah hasil murid
    .bukti = Ubah bukti
    .refleksi-1 = Ubah refleksi 1
    .refleksi-2 = Ubah refleksi 2
    .tingkat = Ubah tingkat
coach-praise = Anda mencoba “{ $task }”{ $where ->
    [kelas] {" "}di { $group }
    [suara] {" "}di tempat yang Anda sebut dalam pesan suara
   *[tanpa] {""}
    } pada { $day }{ $how ->
    [suara] , menurut rencana dalam pesan suara Anda
   *[tanpa] {""}
    }.
coach-praise-pupils = { $how ->
    [suara] Yang tampak pada murid ada dalam pesan suara Anda.
   *[teks] Yang tampak pada murid: { $words }.
    }
coach-done =
    ✓ <b>Langkah { $number } · { $label }</b>

    { $praise }
    .repeat = Jalani sekali lagi
coach-usual-noted = Dicatat sebagai sudah biasa Anda lakukan.
coach-next = Berikutnya kami sarankan Langkah { $number } · { $label }, { $reason ->
    [fokus] karena itu fokus yang Anda pilih.
   *[urut] karena itulah langkah pertama yang belum selesai.
    }
coach-habit =
    <b>Langkah { $number } · { $label }</b> belum dicoba di sini.

    Tandai sebagai sudah biasa saya lakukan?
    .yes = Ya, sudah biasa
    .try = Coba satu tugas dulu

### Riwayat: semua yang pernah ditulis dan dicoba, dapat dibaca, diubah, dan dihapus

history =
    <b>Riwayat Anda</b>
    Yang terbaru di atas. Tekan angkanya untuk membaca, mengubah, atau menghapus.
    .newer = ‹ Lebih baru
    .older = Lebih lama ›
    .steps = Per langkah
    .all = Semua riwayat
    .back = ‹ Riwayat
    .open = Riwayat
    .here = Riwayat langkah ini
    .journal = Tulis refleksi
    .copy = Salin dan portofolio
    .became = Ubah jadinya niat
    .add = Tambah bukti
    .plan = Tanggal dan jadinya
    .to-step = Langkah ini
    .of-step = { $number } · { $label }
    .change = Ubah
    .delete = Hapus
history-about-step = Langkah { $number } · { $label }
history-of = <b>Riwayat { $step }</b>
history-levels = Tingkat yang Anda pilih: { $levels }.
history-level = { $level } ({ $quarter })
history-nothing = Belum ada catatan. Yang Anda coba dan tulis akan terkumpul di sini.
history-steps = Riwayat langkah yang mana?
history-steps-none = Belum ada langkah yang dicoba.
history-line = { $day } · { $what }
history-line-coba = Langkah { $number } · { $task }: { $stage ->
    [dicoba] dicoba
    [diganti] diganti tugas lain
    [direncanakan] direncanakan
   *[dipilih] dipilih
    }{ $seen ->
    [ya] {"."} Murid: { $pupils }
   *[tidak] {""}
    }
history-line-biasa = { $step }: sudah biasa dilakukan
history-line-evaluasi = Evaluasi { $quarter }{ $whole ->
    [tidak] , belum selesai
   *[ya] {""}
    }
history-line-rencana = Rencana pengembangan, { $quarter }{ $became ->
    [terlaksana] : terlaksana
    [sebagian] : terlaksana sebagian
    [belum] : belum terlaksana
   *[tidak] {""}
    }
history-line-jurnal = Refleksi: “{ $words }”
history-head =
    <b>{ $step }</b>
    { $task }
history-stage = { $stage ->
    [dicoba] Dicoba { $day }.
    [diganti] Diganti tugas lain.
    [direncanakan] Direncanakan untuk { $day }.
   *[dipilih] Belum direncanakan.
    }
history-moved = Semula direncanakan untuk { $day }.
history-twist = Percobaan kedua, dengan perubahan: { $twist }
history-pieces = <b>Bukti:</b> { $count } buah
history-whole = <b>{ $name }:</b>
    <blockquote expandable>{ $words }</blockquote>
history-name-latihan = Latihan
history-name-kelas = Kelas
history-name-jika = Rencana
history-name-murid = Yang tampak pada murid
history-name-refleksi-1 = Refleksi 1
history-name-refleksi-2 = Refleksi 2
history-biasa =
    <b>{ $step }</b>

    { $day }: Anda menandainya sebagai <b>sudah biasa dilakukan</b>, tanpa percobaan di sini.
history-evaluasi = <b>Evaluasi { $quarter }</b>
    { $whole ->
    [tidak] Dimulai { $day } dan belum selesai.
   *[ya] Diisi { $day }.
    }
history-rencana = <b>Rencana pengembangan, { $quarter }</b>
history-jurnal = <b>Refleksi, { $day }</b>
history-gone = Catatan ini sudah tidak ada.
history-change = Bagian mana yang ingin Anda ubah?
    .answer = { $name }
    .level = Tingkat
    .day = Hari
history-change-none = Di catatan ini belum ada jawaban yang dapat diubah.
history-write =
    <b>{ $name }</b>
    { $now ->
    [ya] Sekarang tertulis: “{ $words }”
    [suara] Sekarang: pesan suara.
   *[tidak] Sekarang masih kosong.
    }

    { $how ->
    [suara] Silakan ketik isi barunya, atau kirim pesan suara.
   *[ketik] Silakan ketik isi barunya.
    }
    .listen = Dengarkan lagi
    .empty = Kosongkan
history-saved = Tersimpan. Yang lain tidak berubah.
history-day =
    Dicoba hari apa? Sekarang tertulis: <b>{ $day }</b>.

    Tekan harinya, atau silakan ketik, misalnya “kemarin”, “Jumat”, atau “20 November”.
history-day-unclear = Harinya belum jelas. Silakan ketik satu hari dengan tahunnya, misalnya “{ $day }”.
history-day-ahead = { $day } belum tiba. Yang dicatat di sini hari yang sudah lewat.
history-day-far = { $day } lebih dari setahun sebelumnya. Silakan periksa tahunnya.
history-add =
    <b>Tambah bukti</b>
    { $task }, { $day }.

    Silakan kirim tulisan, tautan, foto, dokumen, atau pesan suara. Hanya Anda yang melihatnya.
    .ready = Selesai
history-gate-left = Isian dibatalkan. Berkas yang menunggu tadi tidak disimpan.
history-ask =
    Hapus catatan ini?

    { $what }

    { $kind ->
    [evaluasi] Tingkat, fokus, dan niat triwulan itu ikut hilang, dan pengingat evaluasi dihitung lagi. Yang dihapus tidak dapat dikembalikan.
    [coba] Rencana, hasil, bukti, dan refleksinya ikut hilang. Yang dihapus tidak dapat dikembalikan.
   *[lain] Yang dihapus tidak dapat dikembalikan.
    }
    .yes = Ya, hapus
    .no = Tidak jadi
history-deleted = Sudah dihapus.
history-piece =
    <b>Bukti { $nth }</b>: { $kind }, { $day }{ $said ->
    [ya] {"."} “{ $words }”
   *[tidak] .
    }{ $kept ->
    [tidak] {" "}Berkasnya tidak lagi disimpan.
   *[ya] {""}
    }
    .open = 📎 { $nth }
    .again = Tampilkan lagi
    .delete = Hapus bukti ini
history-kind-teks = tulisan
history-kind-tautan = tautan
history-kind-foto = foto
history-kind-dokumen = dokumen
history-kind-suara = pesan suara

### Refleksi bebas (4P)

journal = <b>Refleksi bebas</b> { $at }/{ $total } · { $name }
    { $asked }{ $first ->
    [ya] {" "}Silakan ketik atau kirim pesan suara; setiap pertanyaan boleh dilewati.
   *[tidak] {""}
    }
journal-name-peristiwa = Peristiwa
journal-name-perasaan = Perasaan
journal-name-pembelajaran = Pembelajaran
journal-name-penerapan = Penerapan
journal-ask-peristiwa = Apa yang terjadi di kelas?
journal-ask-perasaan = Apa yang Anda rasakan saat itu?
journal-ask-pembelajaran = Apa yang Anda pelajari darinya?
journal-ask-penerapan = Apa yang akan Anda lakukan berikutnya?
journal-saved = Tersimpan di riwayat Anda. Hanya Anda yang dapat membacanya.
journal-nothing = Tidak ada yang disimpan. /refleksi selalu bisa dibuka lagi.

### Salin dan portofolio

copying-home =
    <b>Salin dan portofolio</b>

    Pilih satu triwulan atau langkah: isiannya siap ditempel di Ruang GTK. Atau ambil semuanya sebagai satu berkas.
    .summary = Ringkasan Portofolio (PDF)
    .card = Kartu Capaian (≤ { $size } kB)
    .statement = Keterangan (≤ { $size } kB)
    .cycle = Langkah { $number }, { $day }
    .older = Lebih lama
    .newer = Lebih baru
copying-empty =
    <b>Salin dan portofolio</b>

    Belum ada yang dapat disalin. Isinya tumbuh sendiri begitu satu tugas dicoba atau satu evaluasi disimpan.
copying-gone = Catatan itu sudah tidak ada.
copying =
    <b>Siap salin</b> · { $what }
    Tekan nama isian untuk menyalinnya, lalu tempel di Ruang GTK.{ $held ->
        [ya] {" "}Isian yang panjang: tekan lama kutipannya.
       *[tidak] {""}
    }
    .open = Salin ke Ruang GTK
    .one = Buka { $name }
    .before = Sebelumnya
    .after = Isian lain
    .rest = Lanjutannya
    .home = Pilihan lain
    .practice = Praktik baik (≤ { $size } kB)
copying-many =
    <b>Siap salin</b> · { $what }
    Tekan nama isian untuk menyalinnya, lalu tempel di Ruang GTK. “Buka” menampilkan isian yang panjang.
copying-hold = Tekan lama kutipannya, lalu salin.
copying-spoken = { $words }
copying-short = <b>{ $name }:</b> { $words }
copying-long =
    <b>{ $name }</b>
    <blockquote expandable>{ $words }</blockquote>
copying-own = <i>Tantangan dan masukan rekan ditambahkan sendiri. Pastikan tidak ada nama murid. Bukti dinyatakan sendiri; aslinya disimpan di sekolah.</i>

field-kode = Terkait dengan
field-target = Target perilaku
field-rencana = Rencana
field-jadwal = Jadwal
field-dukungan = Dukungan
field-perubahan = Perubahan
field-upaya = Upaya
field-kalimat = Kalimat latihan
field-dampak = Dampak
field-refleksi-1 = Refleksi 1
field-refleksi-2 = Refleksi 2
field-refleksi = Refleksi
field-bukti = Daftar bukti
field-tingkat = Tingkat pilihan sendiri
field-niat = Target perilaku
field-hasil = Hasil dari target
field-murid = Yang kini bisa dilakukan murid
field-tantangan = Fokus, dan keadaannya
field-kekuatan = Kekuatan
field-tujuan = Tujuan pengembangan diri
field-tindak-lanjut = Tindak lanjut
field-sumber = Dukungan belajar
field-hasil-rencana = Hasil rencana
field-4p = Refleksi 4P
fields-became = { $became ->
    [terlaksana] Terlaksana
    [sebagian] Terlaksana sebagian
   *[belum] Belum terlaksana
    }
fields-nth = { $name } ({ $nth })
fields-step = Langkah { $number } · { $label }
fields-habit = { $step }: sudah biasa dilakukan
fields-tried = Mencoba “{ $task }” pada { $when }
fields-when = { $day }{ $where ->
    [kelas] , di { $group }
    [suara] , di kelas yang disebut dalam pesan suara
   *[tanpa] {""}
    }
fields-own = tugas sendiri, disebut dalam pesan suara
code-mkg = MKG { $code }
code-pkg = PKG { $code }
fields-spoken = (pesan suara, tersimpan di Telegram)
fields-proof = { $day }, { $kind }
proof-teks = catatan tertulis
proof-tautan = tautan
proof-foto = { $count ->
    [1] foto
   *[other] { $count } foto
    }
proof-dokumen = { $count ->
    [1] dokumen
   *[other] { $count } dokumen
    }
proof-suara = pesan suara

portfolio-title = Ringkasan Portofolio
portfolio-notice = Dokumen ini catatan belajar mandiri berdasarkan penilaian diri. Bukan dokumen resmi pemerintah, bukan angka kredit, jam pelajaran (JP), atau nilai kinerja. Pemakaiannya sebagai bukti dukung bergantung pada atasan atau lembaga yang berwenang.
portfolio-foot = Ringkasan Portofolio · { $when } · halaman { $page } dari { $pages }
portfolio-quarters = Evaluasi dan rencana per triwulan
portfolio-cycle = Putaran { $nth }
portfolio-levels = Tingkat pilihan sendiri, per triwulan
portfolio-open = Masih berjalan.
portfolio-evidence = Daftar bukti (dinyatakan sendiri)
portfolio-before = Putaran sebelumnya
portfolio-line = { $day }: { $tasks }
portfolio-older = { $count } putaran lebih lama
portfolio-shortened = Agar berkas tetap kecil, yang lama diringkas dan isian panjang dipotong. Isi lengkapnya ada di /riwayat dan /unduh_data.
portfolio-empty = Belum ada yang tercatat.
about-me-nama = Nama
about-me-jenjang = Jenjang
about-me-mapel = Mata pelajaran
about-me-sekolah = Sekolah
about-me-dibuat = Dibuat
portfolio-offer =
    <b>Ringkasan Portofolio</b>

    Satu berkas PDF: yang Anda coba per langkah, yang tampak pada murid, refleksi, daftar bukti, dan evaluasi tiap triwulan. Foto dan suara hanya disebut, tidak disertakan. Besarnya paling banyak { $size } kB.

    <i>{ $notice }</i>
    .send = Kirim PDF (≤ { $size } kB)
paper-portofolio = Ringkasan Portofolio Anda. Periksa dulu sebelum dibagikan; pastikan tidak ada nama murid.
    .file = ringkasan-portofolio-{ $day }
paper-kartu = Kartu Capaian Anda: catatan sendiri, bukan penilaian. Periksa dulu sebelum dibagikan.
    .file = kartu-capaian-{ $day }
paper-keterangan = Keterangan Penyelesaian Mandiri Anda: pernyataan sendiri, bukan sertifikat resmi. Periksa dulu sebelum dibagikan.
    .file = keterangan-penyelesaian-mandiri-{ $day }
paper-praktik = Praktik baik Anda dalam satu halaman. Yang masih bertitik dapat diisi dengan tangan; pastikan tidak ada nama murid.
    .file = praktik-baik-{ $day }
portfolio-failed = Maaf, berkasnya belum dapat dibuat sekarang. Catatan Anda aman; silakan coba lagi nanti.

### Halaman tunggal: kartu, keterangan, praktik baik

page-title-kartu = Kartu Capaian
page-title-keterangan = Keterangan Penyelesaian Mandiri
page-title-praktik = Praktik Baik
page-foot = { $title } · { $when } · halaman { $page } dari { $pages }
card-all-said = Menurut catatan sendiri: { $count } dari { $total } langkah selesai dijalani.
card-selesai = selesai{ $dated ->
    [ya] , { $day }
   *[tidak] {""}
    }
card-sedang = sedang dijalani{ $dated ->
    [ya] {" "}sejak { $day }
   *[tidak] {""}
    }
card-belum = belum dijalani
card-evaluated = Evaluasi diri
statement-said = Saya menyatakan sendiri telah menjalani { $count } dari { $total } langkah berikut, dengan hari selesainya.
practice-name = Praktik
practice-masalah = Masalah (keadaan sebelumnya)
practice-tindakan = Tindakan
practice-hasil = Hasil pada murid
practice-pelajaran = Pelajaran
practice-bukti = Bukti (dinyatakan sendiri)
practice-kode = Terkait dengan
practice-open = ………………………………………………………………………………………………

### Data saya sebagai halaman

own-data-title = Data saya di Langkah Guru
own-data-notice = Isinya sama dengan berkas JSON yang dikirim bersamanya. Nomor dan kunci yang hanya berguna bagi mesin ada di berkas itu.
own-data-foot = Data saya · { $when } · halaman { $page } dari { $pages }
own-data-none = Tidak ada.
own-data-yes = ya
own-data-no = tidak

### Kemajuan

progress = <b>Kemajuan Anda</b>
progress-count = { $done } dari { $total } langkah selesai.
growth-tries = { $since ->
    [ya] Sejak { $day }, Anda
   *[tidak] Anda sudah
    } <b>{ $count } kali mencoba</b> di kelas{ $steps ->
    [1] {""}
   *[other] {""}, di { $steps } langkah
    }.
growth-pupils = Yang tampak pada murid:
growth-sign = • { $day } · { $task }: { $words }
progress-selesai = <b>Selesai</b>
progress-sedang = <b>Sedang dijalani</b>
progress-line = { $number } · { $label }: { $day }{ $how ->
    [biasa] {" "}(sudah biasa)
   *[jalan] {""}
    }
progress-nothing = Di sini terkumpul yang Anda coba dan yang tampak pada murid. Mulailah dari satu tugas kecil yang paling dekat dengan kelas Anda.

### Evaluasi triwulan. Cermin bagi guru sendiri: tidak ada nilai, rata-rata, atau peringkat.

quarter = { $number ->
    [1] Triwulan I { $year } (Jan–Mar)
    [2] Triwulan II { $year } (Apr–Jun)
    [3] Triwulan III { $year } (Jul–Sep)
   *[4] Triwulan IV { $year } (Okt–Des)
    }
quarter-short = { quarter-bare } { $year }
quarter-bare = Triwulan { quarter-number }
quarter-number = { $number ->
    [1] I
    [2] II
    [3] III
   *[4] IV
    }

rubric-1 = 1 · Belum tampak
rubric-2 = 2 · Mulai tampak
rubric-3 = 3 · Sudah terbiasa
rubric-4 = 4 · Konsisten

evaluation =
    <b>Evaluasi { $quarter }</b>

    { $again ->
        [ya] Boleh pilih: fokus (±5 menit) atau lengkap ({ $total } butir, ±12 menit), boleh dicicil.
       *[tidak] { $total } butir, ±12 menit, boleh dicicil.
    } Di setiap butir, pilih kalimat yang paling menggambarkan tiga bulan terakhir. Sesudah itu: perubahan pada murid, kekuatan, fokus, dan niat.

    Ini cermin untuk Anda sendiri, bukan nilai dan bukan penilaian resmi. Boleh berhenti kapan saja; jawaban tetap tersimpan.
    .begin = Mulai evaluasi
    .said-begin = mulai, mulai aja, mulai saja, mulai sekarang, ayo mulai, siap, siap mulai, ya mulai, ok mulai, oke mulai, mulai yuk, yuk mulai, yuk, ayo, gas
    .go-on-item = Lanjutkan dari butir { $at }
    .go-on = Lanjutkan
    .anew = Mulai { $quarter }
    .history = Riwayat evaluasi
evaluation-became =
    { $before ->
        [lalu] Triwulan lalu Anda berniat:
       *[lama] Pada { $quarter } Anda berniat:
    }

    “{ $intention }”

    Bagaimana jadinya?
    .terlaksana = Terlaksana
    .sebagian = Sebagian
    .belum = Belum
    .dilewati = Lewati
became-terlaksana = terlaksana
became-sebagian = sebagian
became-belum = belum
became-said =
    .terlaksana = terlaksana, sudah, sudah terlaksana, berhasil, jalan, ya, iya, udah, sudah jalan, sudah berjalan, sudah berhasil, sudah saya lakukan, semua, semuanya, sudah semua, alhamdulillah sudah
    .sebagian = sebagian, sebagian saja, setengah, setengahnya, lumayan, baru sebagian, sebagian besar, sebagian kecil, sudah sebagian, belum semua, belum semuanya, setengah jalan
    .belum = belum, tidak, belum sempat, belum jalan, tidak terlaksana, gagal, blm, nggak, gak, tidak jalan, tidak sempat, belum terlaksana, belum berhasil, belum berjalan
evaluation-how-terlaksana = Senang mendengarnya. Apa yang membantu? Satu kalimat saja, boleh dilewati.
evaluation-how-sebagian = Sebagian pun berarti. Apa yang sudah berjalan? Satu kalimat saja, boleh dilewati.
evaluation-how-belum = Tidak apa-apa, itu pun bahan belajar. Apa yang perlu berbeda lain kali? Satu kalimat saja, boleh dilewati.
evaluation-became-now = Sekarang tertulis: “{ $words }”
evaluation-became-kept = Tercatat, terima kasih.
evaluation-planned =
    { $before ->
        [lalu] Rencana pengembangan diri Anda triwulan lalu:
       *[lama] Rencana pengembangan diri Anda dari { $quarter }:
    }

    “{ $act }”

    Bagaimana jadinya?
evaluation-grown = <b>Fokus Anda bertumbuh</b> sejak evaluasi yang lalu:

evaluation-length =
    <b>Evaluasi { $quarter }</b>

    Pilih panjangnya, dua-duanya boleh dicicil:
    • <b>Fokus</b>, ±5 menit: fokus Anda dan paling banyak tiga langkah pilihan. Langkah lain tetap seperti sebelumnya.
    • <b>Lengkap</b>, ±12 menit: { $total } butir.
    .short = Fokus (±5 menit)
    .whole = Lengkap (±12 menit)
    .said-short = fokus, pendek, singkat, yang pendek, yang fokus, cepat, 5 menit, lima menit, yang singkat, yang cepat, yang 5 menit, yg fokus, yg pendek, yg cepat, pilih fokus, sebagian
    .said-whole = lengkap, panjang, semua, yang lengkap, penuh, 12 menit, yang panjang, yang semua, yang penuh, yg lengkap, yg semua, pilih lengkap, semuanya, yang 12 menit
evaluation-name =
    <b>Evaluasi { $quarter }</b> · fokus

    { $focus ->
        [tidak] Pilih paling banyak { $most } langkah untuk dilihat kali ini.
       *[ya] Fokus Anda ditanyakan: { $steps }. Pilih paling banyak { $most } langkah lain.
    }
    .begin = Mulai · { $count } butir
evaluation-name-most = Paling banyak { $most } langkah. Batalkan salah satu dulu bila ingin menggantinya.

evaluation-begun =
    <b>Evaluasi { $quarter }</b>

    Jawaban Anda masih tersimpan.
evaluation-left = { $part ->
    [butir] Berikutnya: butir { $at } dari { $total }.
    [murid] Semua butir sudah terjawab. Berikutnya: perubahan pada murid.
    [kekuatan] Semua butir sudah terjawab. Berikutnya: satu kekuatan.
    [fokus] Semua butir sudah terjawab. Berikutnya: fokus tiga bulan ke depan.
    [niat] Hampir selesai. Berikutnya: satu niat.
   *[ringkasan] Semua sudah terjawab. Tinggal diperiksa dan disimpan.
    }
evaluation-anew = Atau mulai { $quarter }. Jawaban di atas akan disimpan apa adanya di riwayat.
evaluation-head = <b>Evaluasi { $quarter }</b>
evaluation-belongs = <i>Dimulai pada { $quarter }, jadi tercatat untuk triwulan itu.</i>
evaluation-early = <i>Dimulai lebih awal, jadi tercatat untuk { $quarter }.</i>
evaluation-late = <i>Ini susulan, jadi tercatat untuk { $quarter }.</i>
evaluation-coming = <i>Masa evaluasinya segera dibuka, jadi ini tercatat untuk { $quarter }.</i>
evaluation-catch-up = <i>Ini susulan untuk { $quarter }.</i>
evaluation-gone = Evaluasi itu tidak ada lagi di sini.
evaluation-kept = Baik, berhenti dulu. Jawaban Anda tersimpan dan dapat dilanjutkan kapan saja.

evaluation-span = { $time ->
    [kini] tiga bulan terakhir
   *[lalu] { $quarter }
    }
evaluation-place = { $done }{ $left } { $at }/{ $total }
    .done = ▰
    .left = ▱
evaluation-place-of = { $place } · { $quarter }
evaluation-item =
    <b>{ $number } · { $label }</b>
    Mana yang paling menggambarkan { $span }?
    .chosen = ✓ { $level }
    .open = { $level }
    .same = Sama seperti triwulan lalu ({ $level })
    .as-before = Sama seperti evaluasi lalu ({ $level })
    .leave = Biarkan, lanjut
    .skip = Lewati
    .empty = Kosongkan
    .examples = Contoh tiap tingkat
evaluation-level = { $level } · <b>{ $statement }</b>
evaluation-level-more = <b>{ $name }.</b> { $detail }
evaluation-examples = <b>Contoh bukti</b> · { $number } · { $label }
evaluation-example = <b>{ $name }</b>: { $proof }
evaluation-doubt = Bila ragu antara dua tingkat, pilih yang lebih rendah.

evaluation-taken = Langkah { $number } · { $label }: tingkat { $level }.
evaluation-between = Bila ragu antara dua tingkat, pilih yang lebih rendah. Silakan ketik satu angka.
evaluation-none-before = Belum ada jawaban terdahulu untuk butir ini. Silakan pilih tingkatnya.

evaluation-pupils =
    { $time ->
        [kini] Apa yang kini bisa dilakukan murid Anda, yang tiga bulan lalu belum? Cukup satu kalimat, tanpa nama murid.
       *[lalu] Apa yang bisa dilakukan murid Anda pada akhir { $quarter }, yang sebelumnya belum? Cukup satu kalimat, tanpa nama murid.
    }
evaluation-pupils-now = Sekarang tertulis: “{ $pupils }”
evaluation-strength = Pilih satu kekuatan: langkah yang paling berjalan baik dalam { $span }.
evaluation-ahead = { $time ->
    [kini] tiga bulan ke depan
   *[lalu] sesudah { $quarter }
    }
evaluation-focus = Langkah mana yang ingin Anda kuatkan { $ahead }? Paling banyak { $most }.
    .confirm = Lanjut
    .none = Tanpa fokus
    .chosen = { $number } ✓ { $label }
    .open = { $number } · { $label }
    .others = Lainnya
evaluation-likely = { $number } · { $label }: <i>{ $reason }</i>
likely-naik = naik dari tingkat { $before } ke { $level }
likely-tinggi = tingkat { $level }
likely-turun = turun dari tingkat { $before } ke { $level }
likely-dijalani = sedang Anda jalani
likely-rendah = tingkat { $level }
evaluation-focus-most = Paling banyak { $most } fokus. Batalkan salah satu dulu bila ingin menggantinya.
evaluation-intention = Apa niat Anda untuk { $ahead }? Pakai salah satu, atau ketik sendiri.
evaluation-intention-now = Sekarang tertulis: “{ $intention }”

evaluation-summary =
    <b>Ringkasan { $quarter }</b>
    Belum disimpan. Silakan periksa dulu.
    .save = Simpan
    .said-save = simpan, simpen, simpankan, simpanlah, disimpan, disimpen, nyimpan, nyimpen, save, sesuai, benar, bener, betul, cocok
    .said-beside = sudah, ya, langsung, semua, semuanya, jawaban, jawabannya, evaluasi, evaluasinya, ini, itu, saya, cek, dicek, periksa, diperiksa, mau, boleh, bisa, tinggal, begitu, gitu
    .edit = Ubah jawaban
    .change = Ubah
evaluation-answer = { $number } · { $label }: <b>{ $level }</b>
evaluation-answer-pupils = Murid kini bisa: { $pupils }
evaluation-answer-strength = Kekuatan: <b>{ $step }</b>
evaluation-answer-focus = Fokus: <b>{ $steps }</b>
evaluation-answer-intention = Niat: { $intention }
evaluation-carried = { $level } (tetap)
evaluation-carried-rest = <i>Langkah lain tetap seperti sebelumnya.</i>
evaluation-carried-note = <i>(tetap) = kali ini tidak dinilai.</i>
evaluation-answer-became = Jadinya: <b>{ $outcome }</b>.
evaluation-answer-words = { $words }
evaluation-skipped = dilewati
focus-list =
    .words = { $before } serta { $last }
evaluation-none = belum diisi
evaluation-scale = <i>1 belum tampak, 2 mulai tampak, 3 sudah terbiasa, 4 konsisten.</i>
evaluation-all-skipped = Semua butir dilewati. Mari pilih tingkat untuk satu butir.
evaluation-edit = <b>{ $quarter }</b>: mana yang diubah?
    .item = L{ $number }
    .pupils = Murid
    .strength = Kekuatan
    .focus = Fokus
    .intention = Niat

evaluation-view =
    <b>Evaluasi { $quarter }</b>
    Selesai pada { $day }.
    .plan = Rencana pengembangan diri
    .compare = Bandingkan
    .picture = Lihat gambar (±{ $size } KB)
    .answers = Lihat jawaban
    .share = Bagikan ke koordinator
    .to-focus = Fokus: Langkah { $number }
evaluation-broken-off =
    <b>Evaluasi { $quarter }</b>
    { $full ->
        [ya] Semua butir terjawab, tetapi tidak disimpan sebagai evaluasi selesai.
       *[tidak] Berhenti di tengah, { $done } dari { $total } butir.
    }
evaluation-share =
    Bagikan evaluasi { $quarter } kepada <b>{ $names }</b> ({ $school })?
    Hanya ini yang terkirim, sekali, dan tidak dapat ditarik.
    .give = Ya, bagikan
evaluation-share-nobody = Belum ada koordinator di sekolah Anda, jadi belum ada yang dapat dibagikan.
evaluation-share-changed = Isinya berubah. Mohon periksa lagi.
evaluation-share-done = Dibagikan. Koordinator dapat membalas Anda di sini.
evaluation-shared =
    <b>{ $sender } membagikan evaluasi { $quarter }</b> · { $school }

    { $content }

    Ini penilaian diri (1 belum tampak, 4 konsisten), bukan nilai. Mohon cukup Anda berdua yang tahu.
evaluation-done = Tersimpan, { $address }. <b>Evaluasi { $quarter }</b> selesai.
evaluation-done-strength = Kekuatan yang Anda pilih: { $step }. Baik juga bila caranya dibagikan kepada rekan.
evaluation-done-plan = Langkah 8 mengajak menyusun rencana: tiga baris dan satu tanggal.
evaluation-next = { $open ->
    [ya] Evaluasi berikutnya sudah dibuka sejak { $day }.
   *[tidak] Evaluasi berikutnya mulai { $day }.
    }
evaluation-moved = Digeser dari { $day }: { $reason }.

evaluation-first = Ini evaluasi pertama Anda; yang berikut dibandingkan dengannya.
change-since = <b>Sejak { $quarter }</b>
evaluation-intention-became = Niat “{ $intention }”: <b>{ $became ->
    [terlaksana] terlaksana
    [sebagian] terlaksana sebagian
    [belum] belum terlaksana
   *[dilewati] dilewati
    }</b>.{ $how ->
    [ya] {" "}“{ $words }”
   *[tidak] {""}
    }
change-focus =
    Fokus Anda bertumbuh:
    { $steps }
change-rose =
    Bertumbuh:
    { $steps }
change-fell =
    Kali ini Anda menilainya lebih rendah; itu wajar bila keadaan kelas berubah:
    { $steps }
change-same = { $count } langkah tetap pada tingkatnya.
change-nothing = Belum ada langkah yang dinilai pada kedua triwulan.
change-step = • { $number } · { $label }: { $before } → { $after }
change-pair = { $number } · { $label }: { $before } → <b>{ $after }</b>
change-none = –
change-carried = ({ $level })

evaluation-history =
    <b>Riwayat evaluasi</b>

    Pilih triwulan untuk membaca, memperbaiki, atau membandingkan.
    .newer = ‹ Lebih baru
    .older = Lebih lama ›
evaluation-history-empty = Belum ada evaluasi yang selesai.
evaluation-compare = Bandingkan { $quarter } dengan triwulan mana?
evaluation-pair =
    <b>{ $before } → { $after }</b>
evaluation-pair-scale = <i>Angka 1–4 adalah tingkat yang Anda pilih sendiri; (3) berarti tetap dari sebelumnya, – berarti dilewati.</i>

picture = Evaluasi diri · { $quarter }
picture-skipped = dilewati
picture-kept = tetap
picture-caption = Tingkat yang Anda pilih sendiri, { $quarter }. Hanya untuk Anda.
    .file = evaluasi-{ $quarter }
picture-failed = Gambarnya belum dapat dibuat sekarang. Silakan coba lagi sebentar.

plan =
    <b>Rencana pengembangan diri</b> · { $quarter }
    .change = Ubah: { $name }
    .choose = Pilih tanggal
    .add = Ubah atau tambah tanggal
    .move = Ubah tanggal
plan-outcome-terlaksana = Terlaksana
plan-outcome-sebagian = Sebagian
plan-outcome-belum = Belum
plan-line =
    <b>Rencana pengembangan diri</b> · { $quarter } · { $at }/{ $total }

    { $asked } Pakai salah satu, atau ketik sendiri.
plan-ask-tujuan = Apa yang ingin Anda kuasai { $ahead }?
plan-ask-sumber = Dari mana Anda akan belajar?
plan-ask-penerapan = Kapan dan di kelas mana hal itu akan Anda coba?
plan-name-tujuan = Tujuan
plan-name-sumber = Sumber belajar
plan-name-penerapan = Penerapan
plan-written = <b>{ $name }:</b> { $words }
plan-now = Sekarang tertulis: “{ $words }”
plan-days =
    <b>Rencana pengembangan diri</b> · { $quarter }

    “{ $act }”

    { $chosen ->
        [ya] Tanggal bertanda ✓ kami ingatkan; tekan untuk melepasnya. Mau menambah? Paling banyak { $most }.
       *[tidak] Kapan kami ingatkan? Satu tanggal sudah cukup. Boleh juga diketik.
    }
    .done = Selesai
    .none = Tanpa tanggal
plan-days-kept = { $count ->
        [1] Dicatat: { $days }. Kami mengingatkan sekali, mulai pukul { $hour }{ $asks ->
            [ya] , dan menanyakan jadinya.
           *[tidak] .
        }
       *[other] Dicatat: { $days }. Kami mengingatkan sekali di setiap tanggal, mulai pukul { $hour }{ $asks ->
            [ya] , dan menanyakan jadinya di tanggal terakhir.
           *[tidak] .
        }
    }
plan-days-quiet = { $day } itu hari libur atau hari tenang, jadi pesannya datang { $later }.
plan-days-past = Tanggal itu sudah lewat. Silakan pilih yang akan datang.
plan-days-far = Rencana ini untuk tiga bulan. Silakan pilih tanggal sampai { $day }.
plan-days-most = Paling banyak { $most } tanggal. Lepas salah satu dulu bila ingin menggantinya.
plan-days-which = Yang mana yang Anda maksud?
plan-days-written = <b>Tanggal:</b> { $days }
plan-days-missing = Belum ada tanggal, jadi belum ada yang kami ingatkan. Evaluasi berikutnya menanyakan jadinya.
plan-today = { $when ->
        [kini] { $address }, hari ini rencana Anda: “{ $act }”
       *[lalu] { $address }, rencana Anda untuk { $day }: “{ $act }”
    }
plan-asked = Bagaimana jadinya? Belum pun tidak apa-apa.
plan-rests = Sesudah ini kami tidak menanyakannya lagi. Tidak ada yang hilang; rencananya tetap ada di /riwayat.
plan-went =
    .done = Sudah
    .not = Belum
    .move = Ubah tanggal
    .move-words = ubah tanggal, ganti tanggal, tanggal lain, ubah hari, ganti hari, hari lain, tunda, pindah tanggal
    .open = Lihat rencana
plan-not-yet = Tidak apa-apa; tidak semua pekan berjalan sesuai rencana. Mau tanggal lain? Boleh juga dibiarkan dulu.
plan-how-terlaksana = Senang mendengarnya. Apa yang berubah pada murid? Satu kalimat saja, boleh dilewati.
plan-how-sebagian = Sebagian pun berarti. Apa yang sudah berjalan? Satu kalimat saja, boleh dilewati.
plan-how-belum = Apa yang menghalangi? Satu kalimat saja, boleh dilewati.
plan-became =
    <b>Jadinya</b>
    { $became ->
        [terlaksana] Terlaksana
        [sebagian] Terlaksana sebagian
       *[belum] Belum terlaksana
    }.{ $how ->
        [ya] {" "}“{ $words }”
       *[tidak] {""}
    }
plan-looked-back = Rencana pengembangan diri “{ $act }”: <b>{ $became ->
        [terlaksana] terlaksana
        [sebagian] terlaksana sebagian
       *[belum] belum terlaksana
    }</b>.{ $how ->
        [ya] {" "}“{ $words }”
       *[tidak] {""}
    }
plan-standing = Rencana pengembangan diri: “{ $act }”. Kami ingatkan { $day }.

### Pengaturan

settings =
    <b>Pengaturan</b>

    Sapaan: { $address }
    Jenjang: { $level }
    Mata pelajaran/kelas: { $subject }
    Zona waktu: { $zone }
    Pengingat: { $weekday } pukul { $hour } (ajakan: { $rhythm })
    .change-address = Ubah sapaan
    .change-level = Ubah jenjang
    .change-subject = Ubah mapel/kelas
    .change-zone = Ubah zona
    .reminders = Pengingat
    .privacy = Data saya
    .school = Sekolah saya
settings-empty = belum diisi

### Pengingat: pesan yang dimulai oleh bot. Satu baris, satu ajakan; variant menggilir kalimatnya.

reminder =
    .start = Mulai
    .go = Lanjutkan
    .settings = Atur pengingat
    .hour = 1 jam lagi
    .tomorrow = Besok
    .week = Pekan depan
    .skip = Lewati triwulan ini
    .hour-said = 1 jam lagi, sejam lagi, satu jam lagi, sejam, 1 jam, jam lagi, nanti sejam lagi, setengah jam lagi
    .start-said = mulai, mulai aja, mulai saja, mulai sekarang, ayo mulai, siap mulai, ya mulai, ok mulai, mulai yuk, yuk mulai, yuk, ayo, hayu, gas, ya ayo
    .skip-said = lewati, lewat, lewati triwulan ini, tidak ikut, triwulan ini tidak ikut, tidak ikut triwulan ini, tidak mau, tidak usah
    .week-said = minggu depan, pekan depan, seminggu lagi, 1 minggu lagi, satu minggu lagi, sepekan lagi, minggu depan lagi, ingatkan minggu depan, tunggu minggu depan
reminder-minutes = { $short ->
    [ya] ±5 atau ±12 menit
   *[tidak] ±12 menit
    }
reminder-kabar = { $variant ->
    [1] { $address }, evaluasi triwulan dibuka { $first }. Waktunya { $minutes }, boleh dicicil.
    [2] Kabar awal: mulai { $first } ada evaluasi triwulan, { $minutes }.
   *[0] Evaluasi triwulan dibuka { $first }. Tidak perlu persiapan apa pun.
    }
reminder-buka = { $variant ->
    [1] { $address }, evaluasi triwulan sudah dibuka, sampai { $last }. Mulai sekarang? Boleh dicicil.
    [2] Saatnya melihat tiga bulan terakhir: { $minutes }, sampai { $last }.
   *[0] Evaluasi triwulan dibuka sampai { $last }. Satu butir sekarang, atau nanti?
    }
reminder-susul-1 = { $variant ->
    [1] Evaluasi triwulan masih menunggu, { $address }. Waktunya sampai { $last }.
    [2] Ada waktu untuk satu butir hari ini? Evaluasi triwulan masih dibuka sampai { $last }.
   *[0] { $address }, evaluasi triwulan boleh dicicil. Masih dibuka sampai { $last }.
    }
reminder-susul-2 = { $variant ->
    [1] Evaluasi triwulan masih dibuka sampai { $last }. Satu butir dulu juga baik.
    [2] { $address }, mau mengisi evaluasi triwulan sekarang? Masih dibuka sampai { $last }.
   *[0] Sekadar mengingatkan: evaluasi triwulan dibuka sampai { $last }.
    }
reminder-terakhir = { $variant ->
    [1] { $address }, masa evaluasi triwulan ini berakhir { $last }. Mulai sekarang?
    [2] Masa evaluasi triwulan ini berakhir { $last }. Masih sempat, { $minutes }.
   *[0] Masa evaluasi triwulan ini sampai { $last }. Satu butir dulu juga baik.
    }
reminder-susulan = { $variant ->
    [1] { $address }, evaluasi triwulan masih bisa disusulkan sampai { $last }.
    [2] Belum sempat evaluasi triwulan? Tidak apa-apa, masih bisa sampai { $last }.
   *[0] Evaluasi triwulan lalu masih dapat diisi sampai { $last }, { $minutes }.
    }
reminder-tunda = { $variant ->
    [1] Ini waktu yang Anda pilih: evaluasi triwulan, sampai { $last }. Mulai sekarang?
    [2] { $address }, Anda minta diingatkan: evaluasi triwulan, sampai { $last }.
   *[0] Ini waktu yang Anda pilih untuk evaluasi triwulan, sampai { $last }. Kita mulai?
    }
reminder-begun = { $items ->
    [ya] Isian Anda masih tersimpan dan dilanjutkan dari butir terakhir.
   *[tidak] Semua butir sudah terjawab dan tersimpan; tinggal sedikit lagi.
    }
reminder-last = Sesudah ini kami tidak mengingatkan lagi untuk triwulan ini.
reminder-target = { $before ->
    [lalu] Triwulan lalu Anda menulis: “{ $intention }”
   *[lama] Pada { $quarter } Anda menulis: “{ $intention }”
    }
reminder-tried = Sejak evaluasi lalu Anda sudah { $count } kali mencoba di kelas.
reminder-focus = { $before ->
    [lalu] Triwulan lalu Anda memilih fokus: { $steps }.
   *[lama] Pada { $quarter } Anda memilih fokus: { $steps }.
    }

topic-cek = pertanyaan tentang rencana Anda
nudge-active = { $variant ->
    [1] { $address }, Langkah { $number } · { $label } menunggu Anda: “{ $task }”. Berikutnya: { $following }.
    [2] “{ $task }” sudah dimulai. Berikutnya: { $following }. (Langkah { $number } · { $label })
   *[0] { $address }, mau melanjutkan “{ $task }” dari Langkah { $number } · { $label }? Berikutnya: { $following }.
    }
nudge = { $variant ->
    [1] { $address }, mau mencoba satu tugas dari Langkah { $number } · { $label } pekan ini? “{ $task }”, ±{ $minutes } menit.
    [2] Satu tugas untuk kelas pekan ini: “{ $task }”, ±{ $minutes } menit, dari Langkah { $number } · { $label }.
   *[0] { $address }, ada satu tugas dari Langkah { $number } · { $label }: “{ $task }”, ±{ $minutes } menit. Mau dicoba?
    }
    .page = Buka
    .open = Buka tugasnya
    .go-on = Lanjutkan
    .later = Nanti saja
    .weekly = Sekali sepekan
nudge-target = Niat Anda: “{ $intention }”
nudge-focus = Langkah ini fokus yang Anda pilih sendiri.
nudge-slower = Supaya tidak mengganggu, mulai sekarang pengingat ini datang sebulan sekali saja. Bila ingin lebih sering, tekan “Sekali sepekan”.

later = Baik, lain kali saja. Semua tetap tersimpan di tempatnya.
snoozed = Baik, kami ingatkan lagi { $when }.
snoozed-sooner = Itu lebih awal dari pilihan Anda, karena masa evaluasi triwulan ini berakhir { $last }.
snoozed-quiet = Waktu pilihan Anda jatuh di masa tenang, jadi kami ingatkan lebih awal.
snoozed-last = Baik. Untuk triwulan ini kami tidak mengingatkan lagi; evaluasinya tetap bisa dibuka kapan saja dari menu.
skipped = Baik, evaluasi triwulan ini dilewati.
    .undo = Jangan lewati
unskipped = Baik, evaluasi triwulan ini tidak jadi dilewati.
skipped-until = Baik, evaluasi triwulan ini dilewati. Yang berikutnya dibuka { $day }.

topic-rencana = rencana pengembangan diri Anda
topic-langkah = ajakan tentang langkah Anda
topic-ringkasan = ringkasan sekolah yang Anda dampingi
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
quiet-rapor = { $name }
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
    .digest-on = Nyalakan ringkasan sekolah
    .digest-off = Matikan ringkasan sekolah
reminders-paused = Dijeda sampai { $day }.
reminders-resumed = Jeda diakhiri.
reminders-quiet = Semua pesan dari bot sedang dimatikan. /mulai menyalakannya lagi.
reminders-none = Tidak ada pesan yang direncanakan.
reminders-next = Yang direncanakan:
reminders-next-one = Pengingat berikutnya: { $when }.
reminders-line = • { $when }: { $reason }.
reminders-moved = Digeser: { $reasons }.

rhythm-pekanan = sekali sepekan
rhythm-dua-pekan = dua pekan sekali
rhythm-bulanan = sebulan sekali
rhythm-mati = tidak ada

remind-day = Hari apa sebaiknya kami mengirim pesan?
remind-hour = Pukul berapa ({ $zone })? Boleh juga ketik, misalnya 14.00 atau 4 sore.
remind-hour-zone = Sudah disimpan: pukul { $hour } menurut jam Anda sendiri ({ $zone }).
remind-hour-unread = Jam itu belum terbaca. Silakan ketik seperti 07.30 atau 14.00.
remind-hour-part = Pukul berapa tepatnya? Silakan tekan, atau ketik jamnya.
remind-hour-read = Terbaca: { $said }.
remind-hour-other = “{ $said }” belum menyebut jam. Mau disimpan? Jamnya tetap seperti sekarang.
    .rhythm = Simpan: { $name }
    .day = Simpan: { $name }
remind-hour-range = Silakan pilih jam antara { $first } dan { $last }.
remind-rhythm = Seberapa sering kami mengajak tentang langkah yang sedang dijalani? Evaluasi triwulan tetap diingatkan, paling banyak empat kali.
remind-pause =
    Berapa lama kami berhenti dulu?

    Boleh juga ketik tanggalnya, misalnya { $day }.
    .pekan = 1 pekan
    .bulan = 1 bulan
remind-pause-unread = Tanggal itu belum terbaca. Silakan ketik seperti { $short } atau { $day }.
remind-pause-range = Silakan pilih tanggal sesudah hari ini, paling lama satu tahun lagi.

### Kata untuk hari dan jam yang diketik. Yang dicari adalah kata utuh; urutan dalam satu baris bebas.

moment-understood = Terbaca: { $moment }.
moment-unused = Belum dipakai: “{ $words }”.
moment-zone = Pukul { $there } { $zone } sama dengan { $here } { $own }.
moment-over = Waktu itu sudah lewat. Silakan ketik hari dan jam yang akan datang, misalnya “{ $example }”.
doubt-lewat = Waktu itu sudah lewat. Yang mana maksudnya?
doubt-pekan = Pekan yang mana maksudnya?
doubt-beberapa = Terbaca lebih dari satu waktu. Yang mana maksudnya?
doubt-paruh = Jam itu ada dua kali sehari. Yang mana maksudnya?
doubt-jam = Harinya sudah jelas. Pukul berapa? Silakan tekan, atau ketik jamnya.
doubt-lain = Belum semua kata terbaca. Ini maksudnya?
time-example-siar-when = Misalnya “besok jam 9”, “{ $weekday } jam 14.00”, “2 jam lagi”, atau “{ $moment }”. Silakan ketik.
time-example-wish-hour = Misalnya “07.30”, “jam 4 sore”, atau “{ $weekday } jam 15.30”. Silakan ketik.
time-example-wish-pause = Misalnya “2 pekan”, “sampai { $day }”, atau “{ $short }”. Silakan ketik.
time-example-schedule-quiet = Misalnya “{ $day }”, “{ $several }”, atau beberapa tanggal dengan koma. Silakan ketik.
moment-words =
    .now = saiki, ayeuna, sakniki, sekarang juga, now, sekarang ya, sekarang, sekarang saja, sekarang aja, skrg, skrng, saat ini, kirim sekarang, langsung, langsung saja, segera
    .senin = senin, senen, monday, snin, snn, sen
    .selasa = selasa, salasa, slosa, tuesday, slasa, sls, sel
    .rabu = rabu, rebu, wednesday, rebo, rbu, rab
    .kamis = kamis, thursday, kemis, kms, kam
    .jumat = jumat, jemuah, jumuah, jumaah, jemuwah, jumuwah, friday, jum at, jumaat, jmt, jum
    .sabtu = sabtu, setu, saturday, saptu, sbt, sab
    .ahad = ahad, ngahad, sunday, akad, ahd
    .januari = januari, jan
    .februari = februari, pebruari, febuari, feb, peb
    .maret = maret, mrt, mar
    .april = april, apr
    .mei = mei, may
    .juni = juni, jun
    .juli = juli, jul
    .agustus = agustus, agust, agst, agu, agt, ags
    .september = september, sept, sep
    .oktober = oktober, okt, oct
    .november = november, nopember, nov, nop
    .desember = desember, december, des, dec
    .today = hari ini, dina iki, dinten niki, dinten menika, poe ieu, today, hr ini, hari ni, sekarang juga hari ini
    .tomorrow = besok, sesuk, sesok, mbenjing, mbenjang, benjing, benjang, isukan, enjing deui, tomorrow, bsok, beso, bsk, besuk, esok, keesokan hari, keesokan harinya, besoknya
    .after = lusa, emben, pageto, besok lusa, esok lusa
    .yesterday = kemarin, kmrn, kemaren
    .morning = pagi, enjing, esuk, isuk-isuk, esuk-esuk, pagi-pagi, pagi hari, am, pg
    .day = siang, awan, beurang, sing, siang hari, sebelum zuhur, sebelum dzuhur, sebelum zhuhur, sebelum duhur, sebelum lohor, sebelum dhuhur, sebelum salat zuhur, sebelum salat dzuhur, sebelum salat zhuhur, sebelum salat duhur, sebelum salat lohor, sebelum salat dhuhur, sebelum sholat zuhur, sebelum sholat dzuhur, sebelum sholat zhuhur, sebelum sholat duhur, sebelum sholat lohor, sebelum sholat dhuhur, sebelum shalat zuhur, sebelum shalat dzuhur, sebelum shalat zhuhur, sebelum shalat duhur, sebelum shalat lohor, sebelum shalat dhuhur, sebelum solat zuhur, sebelum solat dzuhur, sebelum solat zhuhur, sebelum solat duhur, sebelum solat lohor, sebelum solat dhuhur, sblm zuhur, sblm dzuhur, sblm zhuhur, sblm duhur, sblm lohor, sblm dhuhur, sblm salat zuhur, sblm salat dzuhur, sblm salat zhuhur, sblm salat duhur, sblm salat lohor, sblm salat dhuhur, sblm sholat zuhur, sblm sholat dzuhur, sblm sholat zhuhur, sblm sholat duhur, sblm sholat lohor, sblm sholat dhuhur, sblm shalat zuhur, sblm shalat dzuhur, sblm shalat zhuhur, sblm shalat duhur, sblm shalat lohor, sblm shalat dhuhur, sblm solat zuhur, sblm solat dzuhur, sblm solat zhuhur, sblm solat duhur, sblm solat lohor, sblm solat dhuhur, menjelang zuhur, menjelang dzuhur, menjelang zhuhur, menjelang duhur, menjelang lohor, menjelang dhuhur, menjelang salat zuhur, menjelang salat dzuhur, menjelang salat zhuhur, menjelang salat duhur, menjelang salat lohor, menjelang salat dhuhur, menjelang sholat zuhur, menjelang sholat dzuhur, menjelang sholat zhuhur, menjelang sholat duhur, menjelang sholat lohor, menjelang sholat dhuhur, menjelang shalat zuhur, menjelang shalat dzuhur, menjelang shalat zhuhur, menjelang shalat duhur, menjelang shalat lohor, menjelang shalat dhuhur, menjelang solat zuhur, menjelang solat dzuhur, menjelang solat zhuhur, menjelang solat duhur, menjelang solat lohor, menjelang solat dhuhur, jelang zuhur, jelang dzuhur, jelang zhuhur, jelang duhur, jelang lohor, jelang dhuhur, jelang salat zuhur, jelang salat dzuhur, jelang salat zhuhur, jelang salat duhur, jelang salat lohor, jelang salat dhuhur, jelang sholat zuhur, jelang sholat dzuhur, jelang sholat zhuhur, jelang sholat duhur, jelang sholat lohor, jelang sholat dhuhur, jelang shalat zuhur, jelang shalat dzuhur, jelang shalat zhuhur, jelang shalat duhur, jelang shalat lohor, jelang shalat dhuhur, jelang solat zuhur, jelang solat dzuhur, jelang solat zhuhur, jelang solat duhur, jelang solat lohor, jelang solat dhuhur, waktu zuhur, sebelum jumatan
    .afternoon = sore, sonten, burit, pm, sore-sore, petang, sore hari, asar, ashar, salat asar, salat ashar, sholat asar, sholat ashar, shalat asar, shalat ashar, solat asar, solat ashar, habis asar, habis ashar, habis salat asar, habis salat ashar, habis sholat asar, habis sholat ashar, habis shalat asar, habis shalat ashar, habis solat asar, habis solat ashar, abis asar, abis ashar, abis salat asar, abis salat ashar, abis sholat asar, abis sholat ashar, abis shalat asar, abis shalat ashar, abis solat asar, abis solat ashar, sesudah asar, sesudah ashar, sesudah salat asar, sesudah salat ashar, sesudah sholat asar, sesudah sholat ashar, sesudah shalat asar, sesudah shalat ashar, sesudah solat asar, sesudah solat ashar, setelah asar, setelah ashar, setelah salat asar, setelah salat ashar, setelah sholat asar, setelah sholat ashar, setelah shalat asar, setelah shalat ashar, setelah solat asar, setelah solat ashar, bakda asar, bakda ashar, bakda salat asar, bakda salat ashar, bakda sholat asar, bakda sholat ashar, bakda shalat asar, bakda shalat ashar, bakda solat asar, bakda solat ashar, bada asar, bada ashar, bada salat asar, bada salat ashar, bada sholat asar, bada sholat ashar, bada shalat asar, bada shalat ashar, bada solat asar, bada solat ashar, selesai asar, selesai ashar, selesai salat asar, selesai salat ashar, selesai sholat asar, selesai sholat ashar, selesai shalat asar, selesai shalat ashar, selesai solat asar, selesai solat ashar, usai asar, usai ashar, usai salat asar, usai salat ashar, usai sholat asar, usai sholat ashar, usai shalat asar, usai shalat ashar, usai solat asar, usai solat ashar, sebelum magrib, sebelum maghrib, sebelum salat magrib, sebelum salat maghrib, sebelum sholat magrib, sebelum sholat maghrib, sebelum shalat magrib, sebelum shalat maghrib, sebelum solat magrib, sebelum solat maghrib, sblm magrib, sblm maghrib, sblm salat magrib, sblm salat maghrib, sblm sholat magrib, sblm sholat maghrib, sblm shalat magrib, sblm shalat maghrib, sblm solat magrib, sblm solat maghrib, menjelang magrib, menjelang maghrib, menjelang salat magrib, menjelang salat maghrib, menjelang sholat magrib, menjelang sholat maghrib, menjelang shalat magrib, menjelang shalat maghrib, menjelang solat magrib, menjelang solat maghrib, jelang magrib, jelang maghrib, jelang salat magrib, jelang salat maghrib, jelang sholat magrib, jelang sholat maghrib, jelang shalat magrib, jelang shalat maghrib, jelang solat magrib, jelang solat maghrib
    .past-noon = zuhur, dzuhur, zhuhur, duhur, lohor, dhuhur, salat zuhur, salat dzuhur, salat zhuhur, salat duhur, salat lohor, salat dhuhur, sholat zuhur, sholat dzuhur, sholat zhuhur, sholat duhur, sholat lohor, sholat dhuhur, shalat zuhur, shalat dzuhur, shalat zhuhur, shalat duhur, shalat lohor, shalat dhuhur, solat zuhur, solat dzuhur, solat zhuhur, solat duhur, solat lohor, solat dhuhur, habis zuhur, habis dzuhur, habis zhuhur, habis duhur, habis lohor, habis dhuhur, habis salat zuhur, habis salat dzuhur, habis salat zhuhur, habis salat duhur, habis salat lohor, habis salat dhuhur, habis sholat zuhur, habis sholat dzuhur, habis sholat zhuhur, habis sholat duhur, habis sholat lohor, habis sholat dhuhur, habis shalat zuhur, habis shalat dzuhur, habis shalat zhuhur, habis shalat duhur, habis shalat lohor, habis shalat dhuhur, habis solat zuhur, habis solat dzuhur, habis solat zhuhur, habis solat duhur, habis solat lohor, habis solat dhuhur, abis zuhur, abis dzuhur, abis zhuhur, abis duhur, abis lohor, abis dhuhur, abis salat zuhur, abis salat dzuhur, abis salat zhuhur, abis salat duhur, abis salat lohor, abis salat dhuhur, abis sholat zuhur, abis sholat dzuhur, abis sholat zhuhur, abis sholat duhur, abis sholat lohor, abis sholat dhuhur, abis shalat zuhur, abis shalat dzuhur, abis shalat zhuhur, abis shalat duhur, abis shalat lohor, abis shalat dhuhur, abis solat zuhur, abis solat dzuhur, abis solat zhuhur, abis solat duhur, abis solat lohor, abis solat dhuhur, sesudah zuhur, sesudah dzuhur, sesudah zhuhur, sesudah duhur, sesudah lohor, sesudah dhuhur, sesudah salat zuhur, sesudah salat dzuhur, sesudah salat zhuhur, sesudah salat duhur, sesudah salat lohor, sesudah salat dhuhur, sesudah sholat zuhur, sesudah sholat dzuhur, sesudah sholat zhuhur, sesudah sholat duhur, sesudah sholat lohor, sesudah sholat dhuhur, sesudah shalat zuhur, sesudah shalat dzuhur, sesudah shalat zhuhur, sesudah shalat duhur, sesudah shalat lohor, sesudah shalat dhuhur, sesudah solat zuhur, sesudah solat dzuhur, sesudah solat zhuhur, sesudah solat duhur, sesudah solat lohor, sesudah solat dhuhur, setelah zuhur, setelah dzuhur, setelah zhuhur, setelah duhur, setelah lohor, setelah dhuhur, setelah salat zuhur, setelah salat dzuhur, setelah salat zhuhur, setelah salat duhur, setelah salat lohor, setelah salat dhuhur, setelah sholat zuhur, setelah sholat dzuhur, setelah sholat zhuhur, setelah sholat duhur, setelah sholat lohor, setelah sholat dhuhur, setelah shalat zuhur, setelah shalat dzuhur, setelah shalat zhuhur, setelah shalat duhur, setelah shalat lohor, setelah shalat dhuhur, setelah solat zuhur, setelah solat dzuhur, setelah solat zhuhur, setelah solat duhur, setelah solat lohor, setelah solat dhuhur, bakda zuhur, bakda dzuhur, bakda zhuhur, bakda duhur, bakda lohor, bakda dhuhur, bakda salat zuhur, bakda salat dzuhur, bakda salat zhuhur, bakda salat duhur, bakda salat lohor, bakda salat dhuhur, bakda sholat zuhur, bakda sholat dzuhur, bakda sholat zhuhur, bakda sholat duhur, bakda sholat lohor, bakda sholat dhuhur, bakda shalat zuhur, bakda shalat dzuhur, bakda shalat zhuhur, bakda shalat duhur, bakda shalat lohor, bakda shalat dhuhur, bakda solat zuhur, bakda solat dzuhur, bakda solat zhuhur, bakda solat duhur, bakda solat lohor, bakda solat dhuhur, bada zuhur, bada dzuhur, bada zhuhur, bada duhur, bada lohor, bada dhuhur, bada salat zuhur, bada salat dzuhur, bada salat zhuhur, bada salat duhur, bada salat lohor, bada salat dhuhur, bada sholat zuhur, bada sholat dzuhur, bada sholat zhuhur, bada sholat duhur, bada sholat lohor, bada sholat dhuhur, bada shalat zuhur, bada shalat dzuhur, bada shalat zhuhur, bada shalat duhur, bada shalat lohor, bada shalat dhuhur, bada solat zuhur, bada solat dzuhur, bada solat zhuhur, bada solat duhur, bada solat lohor, bada solat dhuhur, selesai zuhur, selesai dzuhur, selesai zhuhur, selesai duhur, selesai lohor, selesai dhuhur, selesai salat zuhur, selesai salat dzuhur, selesai salat zhuhur, selesai salat duhur, selesai salat lohor, selesai salat dhuhur, selesai sholat zuhur, selesai sholat dzuhur, selesai sholat zhuhur, selesai sholat duhur, selesai sholat lohor, selesai sholat dhuhur, selesai shalat zuhur, selesai shalat dzuhur, selesai shalat zhuhur, selesai shalat duhur, selesai shalat lohor, selesai shalat dhuhur, selesai solat zuhur, selesai solat dzuhur, selesai solat zhuhur, selesai solat duhur, selesai solat lohor, selesai solat dhuhur, usai zuhur, usai dzuhur, usai zhuhur, usai duhur, usai lohor, usai dhuhur, usai salat zuhur, usai salat dzuhur, usai salat zhuhur, usai salat duhur, usai salat lohor, usai salat dhuhur, usai sholat zuhur, usai sholat dzuhur, usai sholat zhuhur, usai sholat duhur, usai sholat lohor, usai sholat dhuhur, usai shalat zuhur, usai shalat dzuhur, usai shalat zhuhur, usai shalat duhur, usai shalat lohor, usai shalat dhuhur, usai solat zuhur, usai solat dzuhur, usai solat zhuhur, usai solat duhur, usai solat lohor, usai solat dhuhur, sebelum asar, sebelum ashar, sebelum salat asar, sebelum salat ashar, sebelum sholat asar, sebelum sholat ashar, sebelum shalat asar, sebelum shalat ashar, sebelum solat asar, sebelum solat ashar, sblm asar, sblm ashar, sblm salat asar, sblm salat ashar, sblm sholat asar, sblm sholat ashar, sblm shalat asar, sblm shalat ashar, sblm solat asar, sblm solat ashar, menjelang asar, menjelang ashar, menjelang salat asar, menjelang salat ashar, menjelang sholat asar, menjelang sholat ashar, menjelang shalat asar, menjelang shalat ashar, menjelang solat asar, menjelang solat ashar, jelang asar, jelang ashar, jelang salat asar, jelang salat ashar, jelang sholat asar, jelang sholat ashar, jelang shalat asar, jelang shalat ashar, jelang solat asar, jelang solat ashar
    .evening = malam, bengi, wengi, dalu, peuting, mlam, malm, mlm, malem, malam hari, magrib, maghrib, isya, isak, salat magrib, salat maghrib, salat isya, salat isak, sholat magrib, sholat maghrib, sholat isya, sholat isak, shalat magrib, shalat maghrib, shalat isya, shalat isak, solat magrib, solat maghrib, solat isya, solat isak, habis magrib, habis maghrib, habis isya, habis isak, habis salat magrib, habis salat maghrib, habis salat isya, habis salat isak, habis sholat magrib, habis sholat maghrib, habis sholat isya, habis sholat isak, habis shalat magrib, habis shalat maghrib, habis shalat isya, habis shalat isak, habis solat magrib, habis solat maghrib, habis solat isya, habis solat isak, abis magrib, abis maghrib, abis isya, abis isak, abis salat magrib, abis salat maghrib, abis salat isya, abis salat isak, abis sholat magrib, abis sholat maghrib, abis sholat isya, abis sholat isak, abis shalat magrib, abis shalat maghrib, abis shalat isya, abis shalat isak, abis solat magrib, abis solat maghrib, abis solat isya, abis solat isak, sesudah magrib, sesudah maghrib, sesudah isya, sesudah isak, sesudah salat magrib, sesudah salat maghrib, sesudah salat isya, sesudah salat isak, sesudah sholat magrib, sesudah sholat maghrib, sesudah sholat isya, sesudah sholat isak, sesudah shalat magrib, sesudah shalat maghrib, sesudah shalat isya, sesudah shalat isak, sesudah solat magrib, sesudah solat maghrib, sesudah solat isya, sesudah solat isak, setelah magrib, setelah maghrib, setelah isya, setelah isak, setelah salat magrib, setelah salat maghrib, setelah salat isya, setelah salat isak, setelah sholat magrib, setelah sholat maghrib, setelah sholat isya, setelah sholat isak, setelah shalat magrib, setelah shalat maghrib, setelah shalat isya, setelah shalat isak, setelah solat magrib, setelah solat maghrib, setelah solat isya, setelah solat isak, bakda magrib, bakda maghrib, bakda isya, bakda isak, bakda salat magrib, bakda salat maghrib, bakda salat isya, bakda salat isak, bakda sholat magrib, bakda sholat maghrib, bakda sholat isya, bakda sholat isak, bakda shalat magrib, bakda shalat maghrib, bakda shalat isya, bakda shalat isak, bakda solat magrib, bakda solat maghrib, bakda solat isya, bakda solat isak, bada magrib, bada maghrib, bada isya, bada isak, bada salat magrib, bada salat maghrib, bada salat isya, bada salat isak, bada sholat magrib, bada sholat maghrib, bada sholat isya, bada sholat isak, bada shalat magrib, bada shalat maghrib, bada shalat isya, bada shalat isak, bada solat magrib, bada solat maghrib, bada solat isya, bada solat isak, selesai magrib, selesai maghrib, selesai isya, selesai isak, selesai salat magrib, selesai salat maghrib, selesai salat isya, selesai salat isak, selesai sholat magrib, selesai sholat maghrib, selesai sholat isya, selesai sholat isak, selesai shalat magrib, selesai shalat maghrib, selesai shalat isya, selesai shalat isak, selesai solat magrib, selesai solat maghrib, selesai solat isya, selesai solat isak, usai magrib, usai maghrib, usai isya, usai isak, usai salat magrib, usai salat maghrib, usai salat isya, usai salat isak, usai sholat magrib, usai sholat maghrib, usai sholat isya, usai sholat isak, usai shalat magrib, usai shalat maghrib, usai shalat isya, usai shalat isak, usai solat magrib, usai solat maghrib, usai solat isya, usai solat isak, sebelum isya, sebelum isak, sebelum salat isya, sebelum salat isak, sebelum sholat isya, sebelum sholat isak, sebelum shalat isya, sebelum shalat isak, sebelum solat isya, sebelum solat isak, sblm isya, sblm isak, sblm salat isya, sblm salat isak, sblm sholat isya, sblm sholat isak, sblm shalat isya, sblm shalat isak, sblm solat isya, sblm solat isak, menjelang isya, menjelang isak, menjelang salat isya, menjelang salat isak, menjelang sholat isya, menjelang sholat isak, menjelang shalat isya, menjelang shalat isak, menjelang solat isya, menjelang solat isak, jelang isya, jelang isak, jelang salat isya, jelang salat isak, jelang sholat isya, jelang sholat isak, jelang shalat isya, jelang shalat isak, jelang solat isya, jelang solat isak
    .dawn = subuh, dini hari, dinihari, salat subuh, sholat subuh, shalat subuh, solat subuh, habis subuh, habis salat subuh, habis sholat subuh, habis shalat subuh, habis solat subuh, abis subuh, abis salat subuh, abis sholat subuh, abis shalat subuh, abis solat subuh, sesudah subuh, sesudah salat subuh, sesudah sholat subuh, sesudah shalat subuh, sesudah solat subuh, setelah subuh, setelah salat subuh, setelah sholat subuh, setelah shalat subuh, setelah solat subuh, bakda subuh, bakda salat subuh, bakda sholat subuh, bakda shalat subuh, bakda solat subuh, bada subuh, bada salat subuh, bada sholat subuh, bada shalat subuh, bada solat subuh, selesai subuh, selesai salat subuh, selesai sholat subuh, selesai shalat subuh, selesai solat subuh, usai subuh, usai salat subuh, usai sholat subuh, usai shalat subuh, usai solat subuh
    .filler = ya, nggih, nggeh, njih, muhun, yah, yaa, iya, bu, ibu, bunda, pak, bapak, bpk, bapak/ibu, ibu/bapak, kak, mas, mbak, min, tolong, mohon, minta, dikirim, dikirimkan, kirim, kirimkan, kirimnya, saja, aja, sj, dong, deh, sih, lah, nih, di, pada, untuk, kira-kira, sekitar, kurang lebih, terima kasih, terimakasih, makasih, trims, trimakasih, thanks, tepat, pas, teng, yang, oke, ok, okay, baik, boleh, bisa, saya, mau, kalau bisa, an, hari kerja, waktu, waktunya, pagi hari ini, harinya, jamnya, mulai, sampai jumpa, insyaallah, insya allah, siap, nanti aja, maksud saya, maksudnya
    .hour = jam, tabuh, jm
    .clock = pukul, pkl, pk, jam pukul, @
    .minute = menit, mnt, mnit
    .days = hari, hr
    .week = pekan
    .week-or-sunday = minggu, mgg, mggu, mg
    .month = bulan, bln
    .year = tahun, thn, th
    .later = lagi, maneh, malih, deui, kemudian, lg, dari sekarang
    .next = depan, dpn, berikutnya, mendatang, yang akan datang, yad
    .this = ini, iki, ieu
    .beyond = lewat, lebih, lwt
    .short-of = kurang, krg
    .half = setengah, satengah, setenga, stengah, stgh, ½
    .quarter = seperempat
    .date = tanggal, tangal, tanggl, tnggal, tanggall, tgl, tg, tggl
    .end = akhir, ahir
    .start = awal
    .or = atau, sampe, smp, to, tekan, dugi, sampai, sampai dengan, hingga, s.d, sd, s/d, antara, -, –, —
    .list = dan, lan, sareng, serta, &, +
    .from = dari, dr, mulai dari, sejak, ti
    .within = dalam
    .coming = nanti, mengko, mangke, engke, engko, ntar, nti, nnt, entar
    .numbers = nol, satu, dua, tiga, empat, lima, enam, tujuh, delapan, sembilan, sepuluh, sebelas
    .teen = belas
    .tens = puluh
    .numbers-java = nol, siji, loro, telu, papat, limo, enem, pitu, wolu, sanga, sedasa, sewelas
    .numbers-sunda = kosong, hiji, dua, tilu, opat, lima, genep, tujuh, dalapan, salapan, sapuluh, sabelas
    .one = se
    .every = setiap, tiap, tiap-tiap, saban, unggal, per
    .times = kali, sekali, x, kalinya, pisan
    .counted = orang, guru, murid, siswa, anak, kelas, sekolah, soal, halaman, hlm, lembar, semester, langkah, langkah ke, tugas, peserta, kelompok, buku, km, ribu, rb
    .midday = tengah hari, tengah hari bolong
    .isuk = isuk
    .not = jangan, jgn, bukan, kecuali, selain, hapus, batal, batalkan, tidak, tdk, gak, tanpa, ojo, ulah
    .unlike = kami, kamus, kasih, seni, senis, umat, sabu, sabut, sambut, macet, karet, mari, maren, besar, besi, esok, salam, lupa, luas, luka, luar, kapri

past-words =
    .week = pekan lalu, pekan yang lalu, pekan kemarin, minggu lalu, minggu yang lalu, minggu kemarin, mgg lalu, minggu lalunya
    .month = bulan lalu, bulan yang lalu, bulan kemarin, bln lalu
    .ago = lalu, yang lalu, yg lalu, yll, lewat, yang lewat, silam

### Data saya

privacy =
    <b>Data saya</b>
    <blockquote expandable>Guru lain dan koordinator tidak dapat membaca isi jawaban Anda. Pengelola server secara teknis dapat, dan hanya melakukannya untuk memperbaiki gangguan atau bila Anda memintanya. Yang disimpan: ID Telegram, sapaan, jenjang, mata pelajaran bila diisi, zona waktu, tanda pada langkah, percobaan di kelas beserta bukti dan refleksinya, halaman terakhir, jawaban evaluasi triwulan beserta niat dan rencana pengembangan diri, pilihan dan waktu pengingat, sekolah bila Anda bergabung, dan waktu Anda terakhir memakai bot ini.</blockquote>
    Disetujui pada { $day }. Tidak ada AI generatif di sini: semua teks ditulis manusia untuk tujuan ini.
    .download = Unduh data saya (beberapa KB)
    .withdraw = Tarik persetujuan
    .erase = Hapus data saya
privacy-coordinator = Bila ditarik atau dihapus, tugas Anda sebagai koordinator { $schools } juga berakhir.
privacy-alone = Belum ada koordinator lain di sana; bila perlu, tambahkan dulu lewat “Koordinator”.
privacy-nothing =
    <b>Data saya</b>

    Saat ini tidak ada data Anda yang disimpan.
privacy-file = Salinan data Anda: catatan Anda sendiri, juga yang tersimpan tentang Anda di sekolah dan siaran. Di akhir berkas tertulis apa yang tidak disertakan dan alasannya.
    .file = langkah-guru-{ $day }
privacy-copy = PDF dan JSON, biasanya di bawah 200 kB.
privacy-pages = Salinan yang sama, untuk dibaca dan dicetak.
privacy-full =
    <b>Privasi, lengkapnya</b>

    <b>Apa.</b> ID Telegram, sapaan atau nama panggilan, jenjang, mata pelajaran bila diisi, zona waktu, kemajuan per langkah, percobaan di kelas (tugas, latihan, rencana, hasil murid tanpa nama, bukti, refleksi), jawaban evaluasi dan rencana Anda, halaman terakhir, pilihan pengingat, sekolah bila Anda bergabung, dan waktunya.

    <b>Foto, dokumen, dan pesan suara.</b> Berkasnya tetap di Telegram; yang disimpan hanya tanda untuk menampilkannya lagi kepada Anda, selama 12 bulan. Mohon tanpa wajah, nama, atau data murid.

    <blockquote expandable><b>Untuk apa.</b> Menampilkan kemajuan, meneruskan dari tempat terakhir, dan mengirim pengingat. Tidak untuk menilai, tidak dijual, tidak untuk iklan. Tidak ada keputusan otomatis tentang Anda.

    <b>Tanpa AI generatif.</b> Semua teks bot ditulis manusia untuk tujuan ini, dan tulisan Anda tidak dikirim ke layanan AI.

    <b>Berapa lama.</b> Sampai Anda menghapusnya. Bila bot tidak dipakai 12 bulan, Anda diberi tahu, dan 30 hari kemudian data dihapus; begitu pula bila pesan itu tidak dapat sampai karena bot diblokir. Salinan cadangan, bila ada, terhapus paling lambat 30 hari setelah datanya dihapus. Yang dilakukan seorang koordinator dicatat 24 bulan; sesudah datanya dihapus, tanpa nama dan nomor ID. Siaran disimpan 24 bulan, surat 12 bulan.

    <b>Selalu diberitahukan.</b> Sebelum data dihapus, dan bila terjadi kebocoran data; juga bila pesan lain sudah Anda hentikan.

    <b>Hak Anda.</b> Melihat, memperbaiki (/pengaturan), mengunduh, menarik persetujuan, dan menghapus (/privasi), kapan saja, langsung di sini.

    <b>Yang tidak kami minta.</b> NIK, NIP, NUPTK, alamat, nomor ponsel, agama, dan data murid. Mohon jangan menulis nama murid.

    <b>Telegram.</b> Pesan melewati server Telegram di luar negeri. Percakapan dengan bot tidak terenkripsi ujung-ke-ujung.</blockquote>
operator = Pengelola: { $operator }

breach =
    <b>Pemberitahuan tentang data Anda</b>

    { $address }, kami mohon maaf. { $corrects ->
        [ya] Pemberitahuan kami sebelumnya, bila sempat Anda terima, keliru: { $correction } Yang benar ada di bawah ini.
       *[tidak] Data yang tersimpan di bot ini bocor: { $when }.
    }{ $corrects ->
        [ya] { " " }Kebocoran terjadi: { $when }.
       *[tidak] {""}
    }

    <b>Data apa.</b> { $what }

    <b>Bagaimana terjadi.</b> { $cause }

    <b>Yang kami lakukan.</b> { $handled }

    <b>Saran untuk Anda.</b> { $advice }

    <b>Kontak.</b> { $contact }
    .privacy = Data saya

lapse =
    { $address }, sudah { $months } bulan bot ini tidak Anda pakai. Agar tidak tersimpan tanpa perlu, data Anda akan dihapus sesudah { $day }.

    Ingin tetap menyimpannya? Tekan “Tetap simpan” atau kirim pesan apa saja sebelum hari itu.
    .keep = Tetap simpan
lapse-kept = Baik, data Anda tetap tersimpan.
lapse-erased = Data Anda di Langkah Guru telah dihapus pada { $when } karena lama tidak dipakai. Salinan cadangan, bila ada, terhapus paling lambat 30 hari kemudian. Anda boleh kembali kapan saja: ketik /mulai.

withdrawn =
    Persetujuan sudah ditarik. Mulai sekarang tidak ada lagi yang dicatat, bot tidak mengirim pesan lebih dulu, dan koordinator sekolah tidak lagi melihat Anda.

    Data lama masih ada sampai Anda menghapusnya, paling lama 12 bulan tanpa dipakai; sebelum dihapus Anda diberi tahu. Semua langkah tetap boleh dibaca.
    .again = Mulai lagi

erase =
    Semua data Anda akan dihapus dan tidak dapat dikembalikan. Unduh dulu?
    .confirm = Ya, hapus semua
erase-asked-again = Pertanyaan tadi sudah lama. Demi keamanan, kami tanyakan sekali lagi.
erased-rest = Ada { $count } catatan sekolah atau siaran yang sedang rusak dan tidak dapat dibuka. Bila nama Anda tertulis di dalamnya, bagian itu belum terhapus. Mohon tanyakan kepada pengelola bot.
erased-report = <b>Laporan penghapusan.</b> Sesudah dihapus, seluruh data bot dicari sekali lagi dengan nomor ID Anda. Yang masih memuatnya: { $total }.
erased-line = • { $part }: { $count }
erased-part-catatan = Catatan Anda
erased-part-sekolah = Sekolah dan log kegiatannya
erased-part-siaran = Siaran dan surat
erased-part-permintaan = Permintaan pengingat
erased-part-indeks = Indeks
erased-part-simpan = Simpanan sementara
erased-part-lain = Berkas lain
erased-no-backups = Bot ini tidak membuat salinan cadangan.
erased-backups-none = Salinan cadangan: belum ada.
erased-backups = Salinan cadangan: { $count }, yang terbaru dari { $made }. Biasanya semuanya terhapus pada { $until }, paling lambat { $last }.
erased-backups-chat = Salinan terenkripsi di chat pengelola dihapus oleh pengelola paling lambat { $last }.
erased-logs = Ukuran pemakaian bot tidak memuat nomor orang. Log teknis server hanya memuat nomor ID dan jenis kejadian, tanpa isi pesan. Selama 30 hari disimpan satu tanda acak tanpa nomor Anda: dengan itu data Anda dihapus lagi bila cadangan lama dipulihkan. Percakapan ini sendiri ada di Telegram; Anda dapat menghapusnya di sana.
erased =
    Data telah dihapus pada { $when }. Salinan cadangan, bila ada, terhapus paling lambat 30 hari kemudian.

    Terima kasih sudah belajar bersama. Anda boleh kembali kapan saja.
    .again = Mulai dari awal

### Bantuan

help =
    <b>Cara pakai</b>

    Tekan tombol di bawah pesan, atau ketik perintah:
    /mulai – menu dan lanjutkan
    /langkah – 13 langkah (atau ketik “langkah 4”)
    /evaluasi – evaluasi triwulan
    /kemajuan – ringkasan
    /riwayat – baca, ubah, atau hapus catatan Anda
    /refleksi – tulis refleksi bebas
    /pengingat – kapan bot mengirim pesan, dan jeda
    /pengaturan – sapaan, jenjang, zona waktu
    /privasi – unduh atau hapus data
    /berhenti – hentikan pesan dari bot
    Anda juga boleh bertanya, misalnya “cara membuat rubrik”.

found =
    Tentang itu tertulis di <b>Langkah { $number } · { $label }</b>:

    <blockquote>{ $words }</blockquote>
    .place = { $section } · L{ $number }
answer =
    <b>{ $title }</b>

    { $words }
unknown = Tentang itu belum ada jawaban di sini. Silakan bertanya seputar mengajar, misalnya “kelas ramai”, atau simpan ceritanya lewat /refleksi.
unknown-near = Tentang itu belum ada jawaban di sini. Yang terdekat: { $names }. Bila bukan itu, silakan tulis dengan kata lain.
unknown-evaluating = Isian evaluasi Anda masih tersimpan.

### Catatan di atas layar

note-old-button = Tombol itu sudah lama. Ini keadaan yang sekarang.
note-command = Perintah /{ $word } belum kami kenal. Daftarnya ada di /bantuan.
note-no-step = Langkahnya ada { $total }, dari 1 sampai { $total }.
note-nothing-open = Tidak ada isian yang terbuka.
note-cancelled = Isian dibatalkan. Tidak ada yang berubah.
note-forwarded = Pesan terusan tidak kami baca sebagai jawaban. Silakan ketik sendiri.
note-edited = Perubahan pesan tadi sudah sampai. Agar ikut terbaca, mohon kirim sekali lagi sebagai pesan baru.
note-voice-quoted = Kalimat ini nanti dikutip kembali, jadi perlu ditulis; mikrofon di papan ketik ponsel dapat menuliskannya untuk Anda.
note-album = { $count } { $what ->
    [foto] foto
    [dokumen] berkas
   *[lainnya] kiriman
 } sudah sampai, tetapi di sini kami hanya membaca teks dan tombol. Semuanya tidak disimpan.
album-kept = { $where ->
    [siaran] Dari { $count } { $what ->
        [foto] foto
        [dokumen] berkas
       *[lainnya] kiriman
     }, siaran memuat satu: { $kept ->
        [foto] foto
       *[dokumen] berkas
     } pertama. Yang lain dapat dikirim sebagai siaran tersendiri.
   *[balasan] Dari { $count } { $what ->
        [foto] foto
        [dokumen] berkas
       *[lainnya] kiriman
     }, balasan memuat satu: { $kept ->
        [foto] foto
       *[dokumen] berkas
     } pertama. Yang lain dapat dikirim sebagai balasan tersendiri.
 }
note-media = { $kind ->
    [foto] Foto sudah sampai, tetapi di sini kami hanya membaca teks dan tombol. Foto itu tidak disimpan.
    [dokumen] Berkas sudah sampai, tetapi di sini kami hanya membaca teks dan tombol. Berkas itu tidak disimpan.
    [suara] Pesan suara sudah sampai, tetapi di sini kami hanya membaca teks dan tombol. Pesan itu tidak disimpan.
    [stiker] Terima kasih untuk stikernya. Untuk melanjutkan, silakan ketik atau tekan tombol.
    [lokasi] Lokasi tidak perlu dikirim dan tidak disimpan. Silakan pakai tombol.
    [kontak] Nomor kontak tidak perlu dikirim dan tidak disimpan. Silakan pakai tombol.
   *[lainnya] Kiriman itu belum bisa kami baca dan tidak disimpan. Silakan pakai teks atau tombol.
    }
note-media-proof = Sesudah satu tugas dicoba, kiriman seperti ini disimpan sebagai bukti.

### Tepi: gangguan dan keadaan khusus

edge-flood = Pesan datang sangat cepat, sebagian belum terbaca. Mohon tunggu sebentar, lalu coba lagi.
limit-kiriman = Kiriman sudah banyak dalam waktu singkat, jadi yang barusan belum kami simpan. Silakan kirim lagi mulai { $when }. Semua yang sebelumnya tetap tersimpan.
limit-berkas = Berkas sudah banyak diminta dalam waktu singkat. Berkas berikutnya bisa diminta mulai { $when }. Catatan Anda tetap tersimpan.
limit-lihat = Berkas sudah banyak ditampilkan lagi dalam waktu singkat. Yang berikutnya bisa ditampilkan mulai { $when }. Semuanya tetap tersimpan.
limit-balasan = Balasan sudah banyak dalam waktu singkat, jadi yang barusan belum dikirim. Silakan kirim lagi mulai { $when }. Semua yang sebelumnya tetap diteruskan.
limit-gambar = Gambar sudah banyak diminta dalam waktu singkat. Gambar berikutnya bisa diminta mulai { $when }. Catatan Anda tetap tersimpan.
limit-cari = Pertanyaan datang sangat cepat. Silakan tanya lagi mulai { $when }. Langkah dan catatan Anda tetap bisa dibuka dari menu.
edge-group = Langkah Guru hanya bekerja dalam percakapan pribadi. Sampai jumpa di sana.
edge-not-saved = Maaf, yang tadi belum tersimpan karena ada gangguan di pihak kami. Tulisan Anda masih ada di percakapan ini. Mohon kirim atau ketuk sekali lagi beberapa menit lagi.
edge-not-shown = Yang tadi sudah tersimpan, hanya halamannya belum dapat ditampilkan. Silakan ketik /mulai beberapa menit lagi.
edge-not-yours = Tombol ini bukan untuk Anda.
edge-failure = Maaf, ada gangguan di pihak kami, jadi yang tadi mungkin belum tercatat. Silakan coba lagi atau ketik /mulai.
fault-baca = Maaf, catatan Anda sedang tidak dapat dibuka dan perlu diperbaiki. Kami tidak menghapus apa pun.
fault-tulis = Maaf, yang tadi belum tersimpan karena catatan Anda sedang tidak dapat diubah. Isinya yang lama tetap ada.
fault-lain = Maaf, yang tadi belum dapat dilakukan karena catatan sekolah atau siaran itu perlu diperbaiki.
fault-told = Pengelola sudah diberi tahu.
fault-tell = Mohon kabari pengelola bot ini.
edge-unreadable =
    .read = Baca 13 langkah dulu

### Sekolah saya: bergabung dengan tautan dari koordinator

join-not-open = Tautan itu tidak berlaku. Mintalah tautan baru kepada koordinator sekolah Anda.
join-offer =
    <b>{ $school }</b> mengundang Anda.

    Bila bergabung, koordinator melihat: nama yang Anda pilih, jenjang, mata pelajaran atau kelas yang Anda isi, langkah yang dijalani dan selesai, evaluasi triwulan sudah atau belum, kapan terakhir aktif, serta apakah pesan sampai atau sedang Anda jeda.

    Koordinator tidak melihat: tingkat yang Anda pilih, niat, rencana, dan isi jawaban lain, kecuali yang Anda bagikan sendiri. Anda boleh keluar kapan saja lewat /pengaturan.
    .agree = Gabung
    .decline = Tidak sekarang
join-leaves = Anda akan keluar dari { $school }, karena satu guru hanya bergabung dengan satu sekolah.
join-name = Dengan nama apa Anda tampil di daftar koordinator? Nama ini akan dilihat koordinator { $school }. Silakan ketik.
    .use = Pakai “{ $name }”
join-name-coordinator = Dengan nama apa guru mengenal Anda sebagai koordinator? Nama ini akan dilihat guru di { $school }. Silakan ketik.
join-later = Baik, belum bergabung dengan sekolah. Bila nanti mau, buka lagi tautan dari koordinator.
join-done = Anda sudah bergabung.
join-member = Anda sudah bergabung dengan { $school }.
join-coordinates = Anda sudah menjadi koordinator { $school }.
join-coordinator =
    Anda diundang menjadi koordinator <b>{ $school }</b>.

    Koordinator mengundang guru, melihat siapa di langkah mana, dan mengirim siaran. Isi jawaban guru tetap milik guru. Setiap tindakan koordinator tercatat.
    .accept = Terima
join-coordinator-replaces = Yang Anda gantikan: { $name }
join-coordinator-done = Anda sekarang koordinator sekolah ini.
own-school =
    <b>Sekolah saya</b>

    { $school }
    Nama yang dilihat koordinator: { $name }

    Koordinator melihat jenjang, { $subject ->
        [ya] mata pelajaran atau kelas yang Anda isi, langkah,
       *[tidak] langkah,
    } dan status evaluasi Anda, kapan terakhir aktif, dan apakah pesan sampai atau dijeda, bukan isi jawaban Anda. Satu evaluasi dapat Anda bagikan sendiri, bila mau.
    .leave = Keluar dari sekolah ini
    .rename = Ubah nama tampil
own-name =
    Dengan nama apa Anda ingin tampil di daftar koordinator { $school }? Silakan ketik.

    Sekarang: { $name }
own-name-sure =
    Tampil sebagai <b>{ $name }</b> di daftar koordinator { $school }?
    .yes = Ya, pakai
own-name-done = Nama tampil Anda sudah diganti.
own-school-unreadable = Catatan sekolah Anda sedang tidak dapat dibuka dan perlu diperbaiki. Anda tetap tercatat di sana.
own-school-none =
    <b>Sekolah saya</b>

    Anda belum bergabung dengan sekolah. Bergabung lewat tautan atau kode QR dari koordinator.
own-school-sure =
    Keluar dari <b>{ $school }</b>?

    Catatan Anda tetap milik Anda; koordinator tidak melihatnya lagi. Untuk bergabung kembali, Anda perlu tautan dari koordinator.
    .yes = Ya, keluar
own-school-left = Anda sudah keluar. Catatan Anda tetap milik Anda.

### Koordinator

no-right = Bagian ini hanya untuk koordinator sekolah atau pengelola bot.
schools-none = Saat ini Anda bukan koordinator sekolah mana pun.
schools-unreadable = Saat ini ada catatan sekolah yang tidak dapat dibuka dan perlu diperbaiki. Bila Anda koordinator di sana, mohon coba lagi nanti.
schools = <b>Sekolah yang Anda dampingi</b> ({ $count })
school =
    <b>{ $name }</b>

    { $count ->
        [0] Belum ada guru yang bergabung. Mulailah dari “Undang guru”.
       *[other] { $count } guru bergabung.
    }
    Zona waktu: { $zone }
    Koordinator: { $coordinators }
    .recap = Rekap
    .broadcast = Siaran
    .roster = Siapa di mana
    .schedule = Jadwal
    .invite = Undang guru
    .handover = Koordinator
    .data = Data sekolah
    .audit = Riwayat
    .list = Semua sekolah
invite =
    <b>Undangan guru · { $school }</b>

    Bagikan tautan ini, atau cetak kode QR-nya.

    Sudah bergabung: { $count } guru.
    Sudah membuka tautan, belum bergabung: { $pending } orang.

    { $link }
    .open = Buka undangan
    .print = Kirim QR untuk dicetak
    .renew = Ganti tautan
    .close = Tutup undangan
invite-renew =
    Ganti tautan undangan <b>{ $school }</b>?

    Tautan dan kode QR yang sudah dibagikan atau dicetak tidak berlaku lagi.
    .yes = Ya, ganti
invite-close =
    Tutup undangan <b>{ $school }</b>?

    Tautan dan kode QR yang sudah dibagikan atau dicetak tidak berlaku lagi. Guru yang sudah bergabung tetap bergabung.
    .yes = Ya, tutup
invite-letters = Sebagian huruf nama sekolah ini tidak dapat dicetak dan tidak ikut tertulis. Supaya lengkap, tulis namanya dengan huruf Latin di “Data sekolah”.
invite-closed =
    <b>Undangan guru · { $school }</b>

    Undangan sedang ditutup. Tautan lama tidak berlaku lagi.
handover-ask =
    <b>Koordinator · { $school }</b>

    Tautannya sekali pakai, untuk satu orang, dan berlaku tujuh hari.
handover-ask-own = “Tambah koordinator”: ia mendampingi bersama Anda. “Serahkan sekolah”: ia menggantikan Anda begitu tautannya dipakai.
handover =
    { $replaces ->
        [ya] Tautan serah terima <b>{ $school }</b>. Begitu dipakai, Anda tidak lagi menjadi koordinatornya.
       *[tidak] Tautan koordinator <b>{ $school }</b>.
    }

    Sekali pakai, berlaku tujuh hari. Tautan ini hanya ditampilkan sekarang:

    { $link }

    Tautan serupa yang Anda buat sebelumnya tidak berlaku lagi. Begitu tautan dipakai, semua koordinator dikabari.
    .make = Tambah koordinator
    .give = Serahkan sekolah
    .withdraw = Cabut tautan { $number }
handover-quit = Sampai seseorang memakai tautan dari “Serahkan sekolah”, Anda tetap koordinator; tanpa pengganti, hanya pengelola bot yang dapat melepas Anda.
handover-no-links = Tidak ada tautan koordinator yang masih berlaku.
handover-links = Tautan yang masih berlaku:
handover-link =
    { $number }. { $replaces ->
        [ya] Serah terima
       *[tidak] Tambah koordinator
    }, dibuat oleh { $maker } pada { $made }; berlaku sampai { $until }.
handover-withdrawn = Tautan itu sudah dicabut dan tidak berlaku lagi.
handover-gone = Tautan itu sudah dipakai, dicabut, atau lewat waktunya.
poster-title = Langkah Guru
poster-1 = Arahkan kamera ponsel Anda ke kode ini.
poster-2 = Tekan tautan yang muncul; Telegram terbuka.
poster-3 = Tekan Mulai, lalu Gabung.
poster-caption = Undangan { $school }, siap dicetak.
    .file = undangan
poster-failed = Halaman cetaknya belum dapat dibuat sekarang. Tautan undangannya tetap dapat dipakai.

audit = <b>Riwayat tindakan · { $school }</b>
    .newer = Lebih baru
    .older = Lebih lama
audit-empty = Belum ada catatan.
audit-line = { $when }: { $who } – { $what }
audit-disturbed = Siaran penting pada jam tenang: { $times } kali dalam { $months } bulan terakhir.
audit-self = Anda
audit-admin = pengelola bot
audit-former = mantan koordinator
audit-whom = ({ $whom })
audit-change = : dari “{ $was }” menjadi “{ $now }”
audit-count = ({ $count } orang)
audit-sekolah-baru = membuat sekolah
audit-undang-koordinator = membuat tautan koordinator
audit-cabut-tautan = mencabut tautan koordinator
audit-ubah-sekolah = memperbaiki data sekolah
audit-ubah-npsn = memperbaiki NPSN
audit-ubah-nama-guru = memperbaiki nama tampil seorang guru
audit-keluarkan-guru = mengeluarkan seorang guru
audit-cabut-koordinator = mencabut koordinator
audit-jadi-koordinator = menjadi koordinator
audit-ganti-koordinator = menggantikan koordinator
audit-lepas-koordinator = berhenti menjadi koordinator
audit-buka-undangan = membuka atau mengganti undangan
audit-tutup-undangan = menutup undangan
audit-lihat-guru = melihat daftar guru
audit-ingatkan = mengingatkan guru
audit-unduh-rekap = mengunduh rekap
audit-siaran = mengirim siaran
audit-siaran-penting = mengirim siaran penting pada jam tenang
audit-jeda-siaran = menjeda siaran
audit-lanjut-siaran = melanjutkan siaran
audit-henti-siaran = menghentikan siaran
audit-ulang-siaran = mengirim ulang siaran
audit-ubah-jadwal = mengubah jadwal
audit-baca-catatan = membaca catatan

### Data sekolah, dan kabar yang dikirim tanpa diminta

school-data =
    <b>Data sekolah</b>

    Nama: { $name }
    Zona waktu: { $zone }
    NPSN: { $npsn }

    Setiap perubahan dicatat. Nama sekolah tampil pada semua pesan kepada guru.
    .name = Ubah nama
    .zone = Ubah zona waktu
    .npsn = Ubah NPSN
school-data-name =
    Apa nama sekolah yang benar? Silakan ketik.

    Sekarang: { $name }
school-data-sure =
    Ganti nama sekolah?

    Dari: { $old }
    Menjadi: { $new }
    .yes = Ya, ganti
school-data-zone = { $name } di zona waktu mana? Pengingat guru ikut berpindah.
school-data-npsn = NPSN { $name } yang benar (8 angka)? Silakan ketik.
school-data-npsn-unread = NPSN terdiri atas { $length } angka. Silakan ketik lagi.
school-data-changed = Data sekolah sudah diperbaiki.

school-news =
    .open = Buka sekolah
news-koordinator-baru =
    <b>{ $by }</b> sekarang ikut menjadi koordinator { $school }.

    Bila Anda tidak mengenalnya, segera hubungi pengelola bot.
news-diganti = <b>{ $whom }</b> menyerahkan { $school } kepada <b>{ $by }</b>, yang sekarang menjadi koordinatornya.
news-dicabut = <b>{ $whom }</b> tidak lagi menjadi koordinator { $school }. Haknya dicabut oleh { $by }.
news-berhenti = Seorang koordinator { $school } sudah berhenti. Koordinator yang ada sekarang tercantum di halaman sekolah.
own-news-diganti =
    Tautan serah terima { $school } sudah dipakai oleh <b>{ $by }</b>. Anda tidak lagi menjadi koordinatornya. Terima kasih sudah mendampingi.

    Bila ini bukan kehendak Anda, segera hubungi pengelola bot.
own-news-dicabut =
    Anda tidak lagi menjadi koordinator { $school }. Haknya dicabut oleh { $by }.

    Catatan belajar Anda sendiri tetap milik Anda.
own-news-guru-keluar =
    Anda tidak lagi tercantum sebagai guru di { $school }. Yang mengubahnya: { $by }, koordinator sekolah.

    Semua catatan Anda tetap milik Anda, dan Anda dapat terus belajar di sini. Bila ini keliru, mintalah tautan undangan kepada koordinator.
own-news-guru-nama =
    { $by }, koordinator { $school }, memperbaiki nama tampil Anda menjadi “{ $whom }”.

    Bila belum tepat, Anda dapat mengubahnya sendiri.

### Rekap sekolah: jumlah, bukan nilai. Tingkat hanya dua kelompok, sekali, sesudah masa evaluasi.

recap =
    <b>Rekap · { $school }</b>
    { $day } · { $count } guru, { $reachable } terjangkau
    .levels = Tingkat gabungan
    .picture = Gambar (±{ $size } KB)
    .table = Excel (±{ $size } KB)
    .main = Kembali ke rekap
recap-made = <b>Rekap · { $school }</b>: berkasnya menyusul di bawah.
recap-empty = Belum ada guru yang bergabung, jadi belum ada yang dihitung.
recap-steps = <b>Langkah</b>: selesai/sedang/belum
recap-step = { $number } · { $label }: { $done }/{ $underway }/{ $untouched }
recap-evaluation =
    <b>Evaluasi { $quarter }</b>
    { $states }
recap-before = { $missed ->
    [0] { $quarter }: { $done } dari { $due } selesai.
   *[other] { $quarter }: { $done } dari { $due } selesai, { $missed } terlewat.
    }
recap-state = { $state } { $count }
recap-levels =
    <b>Tingkat gabungan · { $school }</b>
    { $quarter }: jumlah guru yang memilih tingkat 1–2 / tingkat 3–4. Dalam kurung: { $before }.

    { $lines }
    <blockquote expandable>Ini pilihan guru sendiri, bukan nilai. Angkanya disajikan sekali, sesudah masa evaluasi ditutup, dan hanya bila ada sedikitnya 3 guru di tiap kelompok. Siapa pun yang mengetahui jawaban dua guru belum dapat menebak jawaban guru lain; bila lebih banyak, misalnya karena dibagikan, mungkin dapat.</blockquote>
recap-levels-later = Tingkat { $quarter } disajikan mulai { $day }.
recap-level = { $number } · { $label }: { $now } ({ $past })
recap-levels-hidden = – berarti belum cukup jawaban di salah satu kelompok.
recap-picture = Rekap langkah
    .file = rekap-{ $school }-{ $day }
recap-picture-below = { $count } guru · { $day }
recap-picture-opens = Evaluasi triwulan { $opens }
recap-picture-caption = Rekap { $school }, { $day }. Hanya jumlah, tanpa nama.
recap-table-caption = Rekap { $school }, { $day }: { $count } guru. Berisi nama; simpan dan bagikan seperlunya.
recap-failed = Rekapnya belum dapat dibuat sekarang. Silakan coba lagi sebentar.
recap-sheet-guru = Guru
recap-sheet-langkah = Langkah
recap-sheet-evaluasi = Evaluasi
recap-sheet-keterangan = Keterangan
recap-sheet-halaman = Halaman { $page } dari { $pages }
recap-total-guru = Jumlah: { $count } guru
recap-total-langkah = Jumlah
recap-head-nama = Nama
recap-head-jenjang = Jenjang
recap-head-status = Status
recap-head-langkah = Langkah
recap-head-sejak = Sejak
recap-head-jumlah = Langkah selesai
recap-head-evaluasi = Evaluasi { $quarter }
recap-head-evaluasi-lalu = Evaluasi { $before }
recap-head-aktif = Terakhir aktif
recap-head-terjangkau = Terjangkau
recap-head-nomor = No.
recap-head-belum = Belum
recap-head-sedang = Sedang
recap-head-selesai = Selesai
recap-head-jawaban = Jawaban dihitung
recap-head-bawah = Tingkat 1–2
recap-head-atas = Tingkat 3–4
recap-head-triwulan = Triwulan
recap-head-berjalan = Berjalan
recap-head-bebas = Belum waktunya
recap-head-belum-dibuka = Belum dibuka
recap-head-terlewat = Terlewat
recap-head-persen = Persen selesai
recap-head-hal = Hal
recap-head-isi = Isi
recap-standing-belum-mulai = belum mulai
recap-standing-di-langkah = sedang di langkah
recap-standing-antara = di antara langkah
recap-standing-tuntas = semua selesai
recap-evaluated-selesai = selesai
recap-evaluated-berjalan = berjalan
recap-evaluated-belum = belum
recap-evaluated-tidak-wajib = belum waktunya
recap-evaluated-belum-dibuka = belum dibuka
recap-evaluated-belum-dibuka-hari = belum dibuka ({ $day })
recap-evaluated-terlewat = terlewat
recap-reached-ya = ya
recap-reached-tidak = tidak
recap-about-sekolah = Sekolah
recap-about-waktu = Dibuat pada
recap-about-berisi = Berisi
recap-about-berisi-teks = Nama yang dipilih guru, jenjang, langkah yang dijalani dan selesai, evaluasi triwulan selesai atau belum, kapan terakhir aktif, dan apakah pesan sampai.
recap-about-tanpa = Tidak berisi
recap-about-tanpa-teks = Tingkat, niat, rencana, dan jawaban seorang guru; data murid; nilai atau peringkat.
recap-about-persen = Persen selesai
recap-about-persen-teks = Guru yang selesai dibagi guru yang diminta mengisi. Tidak diminta: yang bergabung sesudah masa evaluasi dibuka, atau baru saja mengisi. Kosong bila kurang dari { $least } guru atau belum dibuka.
recap-about-tingkat = Tingkat
recap-about-tingkat-teks = Hanya jumlah guru di tingkat 1–2 dan 3–4 pada { $quarter }, sekali sesudah masa evaluasi ditutup, dan hanya bila ada sedikitnya 3 guru di tiap kelompok. Kosong berarti tidak disajikan.
recap-about-jaga = Menjaga data
recap-about-jaga-teks = Berkas ini memuat nama. Bagikan seperlunya dan hapus bila tidak dipakai lagi.

### Siapa di mana: status, bukan isi jawaban

roster =
    <b>Siapa di mana · { $school }</b>
    { $group }: { $count } guru
    .group = { $name } ({ $count })
    .chosen = ✓ { $name } ({ $count })
    .unopened = Evaluasi nanti
    .unopened-chosen = ✓ Evaluasi nanti
    .ask = Ingatkan mereka
    .one = Pilih guru
    .apart = { $name } ({ $mark })
roster-unopened = <b>Siapa di mana · { $school }</b>
roster-not-open = Evaluasi triwulan ini { $opens }.
roster-page = halaman { $page } dari { $pages }
roster-line = • <b>{ $name }</b>: { $where }
roster-name = { $name }
roster-more = dan { $count } lagi
roster-empty = Tidak ada guru di sini.
roster-unreachable = tak terjangkau
roster-stuck = { $days } hari tanpa kabar, di Langkah { $number }
roster-inactive = { $days } hari tidak aktif
roster-at = di Langkah { $number }
roster-not-begun = belum mulai
roster-all-done = semua langkah selesai
roster-between = { $done } langkah selesai
roster-paused = pesan dijeda
roster-evaluation-open = evaluasi belum
roster-evaluation-begun = evaluasi berjalan
roster-evaluation-done = evaluasi selesai
roster-evaluation-missed = evaluasi terlewat
roster-evaluation-not-due = evaluasi belum waktunya
# Pertanyaan seorang koordinator tentang guru-gurunya, sebagai kalimat utuh; kata seperti “guru”, “saja”, “dong” tidak dihitung.
roster-said =
    .semua = siapa di mana, siapa dimana, daftar guru, daftar guru saya, daftar nama guru, lihat daftar guru, siapa yang sudah gabung, siapa yang sudah bergabung
    .belum-mulai = siapa yang belum mulai, siapa belum mulai, yang belum mulai, yang belum mulai siapa, siapa yang belum jalan, siapa yang belum memulai, berapa yang belum mulai, belum mulai siapa, daftar yang belum mulai, daftar belum mulai, lihat yang belum mulai
    .berhenti = siapa yang berhenti, siapa yang lama berhenti, siapa yang macet, siapa yang mandek, yang lama berhenti siapa
    .evaluasi = siapa yang belum, siapa belum, yang belum siapa, siapa yang masih belum, siapa yang belum evaluasi, siapa belum evaluasi, yang belum evaluasi, yang belum evaluasi siapa, belum evaluasi siapa, siapa yang belum isi, siapa yang belum mengisi, siapa belum isi, siapa belum mengisi, siapa yang belum isi evaluasi, siapa yang belum mengisi evaluasi, siapa yang belum mengerjakan, siapa yang belum mengerjakan evaluasi, siapa yang belum selesai, siapa yang belum selesai evaluasi, siapa yang belum evaluasi triwulan ini, berapa yang belum evaluasi, berapa yang belum, daftar yang belum, daftar yang belum evaluasi, daftar belum evaluasi, lihat yang belum, lihat yang belum evaluasi
    # Boleh ada di samping “guru”: “ingatkan para guru saya”.
    .beside = para, saya, kita, lagi
    .tak-sampai = siapa yang tidak terjangkau, siapa yang tak terjangkau, siapa yang blokir, siapa yang memblokir
    .tidak-aktif = siapa yang tidak aktif, siapa tidak aktif, yang tidak aktif siapa, yang tidak aktif, siapa yang lama tidak aktif, siapa yang pasif
which-school = Di sekolah yang mana?
# Yang diinginkan seorang koordinator untuk sekolahnya, sebagai kalimat utuh: “(a) b/c” berarti “b”, “c”, “a b”, atau “a c”.
school-said =
    .roster =
        (lihat/liat/buka) siapa (saja) (di) mana/dimana, (lihat/liat/buka/mau) (lihat) (daftar/nama) (nama) anggota, (sudah) berapa (orang) (yang) (sudah) gabung/masuk/terdaftar (di sini/di sekolah), siapa (yang) sudah (selesai/isi/mengerjakan) (evaluasi) (triwulan) (ini), siapa/mana (yang) perlu/butuh (saya) bantu/dibantu/bantuan/disapa
    .recap =
        (saya) (lihat/liat/buka/kirim/mau/bikin/bikinkan/buatkan/buat/unduh/download/cetak/siapkan) (lihat/liat/unduh/cetak/bikin/buat) rekap/rekapan/rekapitulasi/laporan (sekolah/evaluasi/kemajuan/triwulan) (sekolah/triwulan) (saya/ini) (untuk/ke/kepada) (pengawas/dinas/kepala/yayasan/atasan/kepsek) (sekolah/pendidikan),
        (saya) (mau) unduh/download/cetak (rekap/laporan/file) excel/xlsx, rekap/laporan excel/gambar, (sudah) berapa (orang/persen) (yang) (sudah) (selesai/isi/ikut/mengerjakan) evaluasi/evaluasinya (triwulan) (ini), (sudah) berapa (orang/persen) (yang) (sudah) selesai/isi (evaluasi)
    .broadcast =
        (saya) (lihat/liat/buka/kirim/mau/bikin/buat/tulis) (kirim/bikin/buat/tulis) siaran (sekolah/baru/untuk semua/ke semua), (saya) (mau) kirim pengumuman (ke semua/untuk semua), (saya) (mau) kirim pesan ke/untuk/kepada semua
    .rest =
        (kirim) (siaran/pesan) (ini) ke/untuk/kepada/khusus (semua) (yang) belum (evaluasi/isi/selesai) (evaluasi), (kirim) (siaran/pesan) (ini) ke/untuk/kepada/khusus mereka yang belum (evaluasi/isi/selesai) (evaluasi)
    .schedule =
        (lihat/liat/buka/ubah/atur/ganti) jadwal (sekolah/evaluasi), (saya) (mau/bisa) geser/geserkan/undur/undurkan/mundurkan/majukan/memajukan/memundurkan/pindahkan/menggeser/tunda (jadwal/masa) evaluasi/evaluasinya (sekolah) (triwulan) (ini) (1/2/satu/dua/tiga) (minggu/pekan/hari/seminggu/sepekan/sehari/bulan) (lagi/depan)
    .quiet-days =
        (lihat/liat/buka/tambah/atur/ubah) hari tenang (sekolah), (tambah/tambahkan/atur) (hari) libur sekolah, tambah/tambahkan hari libur (sekolah)
    .invite =
        qr code, kode qr, (saya) (mau) undang/mengundang/ngundang/ajak (semua/teman/rekan) (baru/lain), (saya) (mau) undangan/qr (sekolah) (untuk), (saya) (mau) (lihat/liat/buka/kirim/cetak/unduh) (link/tautan/qr/kode/undangan) (kode) undangan/qr (sekolah) (untuk), (saya) (mau) tambah (baru) (lagi), tidak bisa masuk/gabung (ke sini/ke bot/lewat tautan), (bagaimana) cara gabung (ke) (sini/sekolah)
    .list =
        (lihat/liat/buka) semua sekolah
    .handover =
        koordinator, (lihat/liat/buka) halaman koordinator, (saya) (mau) tambah/menambah/undang/tambahkan koordinator (baru/lain/sekolah/kedua) (lagi)
    .leave =
        saya (mau/akan/sudah) pensiun/mutasi/cuti/pindah (tugas/sekolah/dinas) (minggu/bulan/semester/tahun) (ini/depan) (jadi) siapa (yang) (bisa/akan/nanti) (jadi) ganti/gantikan/menggantikan/pengganti/penggantinya/urus/mengurus (saya) (jadi/sebagai) (koordinator), pensiun/mutasi/cuti/pindah (tugas/sekolah/dinas) siapa (yang) (bisa/akan/nanti) (jadi) ganti/gantikan/menggantikan/pengganti saya,
        (nanti) siapa (yang) (bisa/akan/nanti) (jadi) ganti/gantikan/menggantikan/pengganti saya (jadi/sebagai) (koordinator), saya (sudah/akan) pensiun/mutasi, saya (sudah/akan) pindah tugas/sekolah/dinas, saya (mau/akan) pensiun/mutasi/pindah (tugas/sekolah/dinas) minggu/bulan/semester/tahun (ini/depan), minggu/bulan/semester/tahun (ini/depan) saya (mau/akan/sudah) pensiun/mutasi/pindah (tugas/sekolah/dinas)
    .data =
        (lihat/liat/buka/ubah/perbaiki/ganti) data sekolah (saya), (ubah/perbaiki/ganti) nama sekolah
    .audit =
        riwayat (sekolah), catatan tindakan
    .remind =
        (saya) (mau) (kirim) ingatkan/pengingat/colek/tegur (ke/untuk/kepada) (semua/mereka) (yang) belum (isi/selesai/mengerjakan/kerjakan) (evaluasi) (triwulan) (ini), (saya) (mau) ingatkan/colek/tegur mereka (semua) (evaluasi), (saya) (mau) ingatkan/colek semua, (saya) (mau) ingatkan semua (yang) belum (isi/selesai) (evaluasi)
    .sees =
        (data) apa (yang) saya lihat/liat/baca/tahu (tentang/dari/soal) (mereka), (apa/apakah/data/siapa) (apa) (saya) (yang) (saya) bisa/boleh/dapat (saya) lihat/liat/melihat/dilihat/baca/membaca/dibaca/tahu (saya) (tentang/dari/soal/punya/milik) (mereka), (apa/apakah) (koordinator/kepala sekolah/kepsek) (saya) (yang) (bisa/boleh/dapat) (saya) (bisa/boleh/dapat) lihat/liat/melihat/baca/membaca/buka (semua) (isi) jawaban/jawabannya/refleksi/evaluasi/evaluasinya/hasil/hasilnya/catatan/catatannya/bukti/tingkat/nilai (evaluasi/refleksi) (mereka),
        (apa/apakah) (mereka) (akan) tahu (kalau/kalo/klo/jika/bila) (saya) (bisa) (sudah) lihat/liat/melihat/baca/membaca/buka (data/jawaban/daftar/datanya) (mereka/ini)
# Satu kata dari seorang koordinator, bila selain itu tidak ada jawaban: “hasil siaran kemarin”.
school-topic =
    .broadcast = siaran, siarannya, broadcast, pengumuman, umumkan
    .recap = rekap, rekapan, rekapnya, rekapitulasi
    .invite = undangan, undangannya, qr
    .handover = koordinator
coordinator-sees =
    Anda melihat tiap guru dengan namanya: jenjang, mata pelajaran yang diisi, langkah yang dijalani dan selesai, evaluasi triwulan sudah atau belum, kapan terakhir aktif, dan apakah pesan sampai.

    Anda tidak melihat jawaban, refleksi, bukti, niat, rencana, dan tingkat seorang guru, kecuali yang ia bagikan sendiri. Tingkat hanya tampil sebagai jumlah.

    Guru membaca hal ini sebelum bergabung. Ia tidak dikabari setiap kali Anda melihat daftar.
    .whom = guru, gurunya, mereka, anggota, rekan
group-semua = Semua
group-belum-mulai = Belum mulai
group-berhenti = Lama berhenti
group-evaluasi = Evaluasi belum
group-tak-sampai = Tak terjangkau
group-tidak-aktif = Tidak aktif

teacher-pick = <b>Guru { $school }</b>: pilih namanya untuk mengingatkan, mengubah nama, atau mengeluarkan.
# Di depan nama seorang guru: “cari Budi”, “tolong ingatkan Pak Budi”.
teacher-found = Di <b>{ $school }</b> ada beberapa guru bernama “{ $name }”. Siapa yang Anda maksud?
    .find = cari, carikan, cariin, lihat, liat, buka, tampilkan, mana, cek, bagaimana, keluarkan, hapus, kirim pesan ke, kirim ke, hubungi, apakah
    .remind = ingatkan, colek, tegur
    .after = sudah pensiun, pensiun, sudah pindah, pindah, pindah sekolah, sudah keluar, sudah evaluasi, sudah isi evaluasi, belum evaluasi, sudah selesai, sudah sampai mana, sampai mana, di mana, dimana, sudah belum, dari daftar, dari sekolah, evaluasi, bagaimana, langkah berapa, sudah langkah berapa
    .none = semua, mereka, rekap, siaran, jadwal, unduh, download, excel, laporan, undang
    .write = Tulis siaran
teacher-not-found = Di daftar { $school } belum ada guru bernama “{ $name }”.
teacher-remind = Saat ini tidak ada yang perlu diingatkan kepadanya. Untuk menyapanya dengan kata-kata Anda: tulis siaran, lalu pilih namanya lewat “Sasaran”, “Satu orang”.
teacher-one =
    <b>{ $name }</b>

    { $where }
    .remind = Ingatkan
    .rename = Ubah nama tampil
    .remove = Keluarkan dari sekolah
teacher-name =
    Nama apa yang benar untuk <b>{ $name }</b>? Silakan ketik. Guru akan dikabari.
teacher-named =
    Ganti nama tampil?

    Dari: { $old }
    Menjadi: { $new }
    .yes = Ya, ganti
teacher-renamed = Nama tampil sudah diganti. Guru dikabari.
teacher-sure =
    Keluarkan <b>{ $name }</b> dari { $school }?

    Ia hilang dari daftar, rekap, dan siaran sekolah ini, dan akan dikabari. Catatan belajarnya tetap miliknya. Ia dapat kembali dengan tautan undangan; bila itu tidak diinginkan, ganti tautannya lewat “Undang guru”.
    .yes = Ya, keluarkan
teacher-removed = { $name } sudah dikeluarkan dari daftar sekolah dan akan dikabari.

roster-ask =
    <b>Ingatkan { $count } guru?</b> ({ $group })

    { $names }

    Pesannya singkat dan menyebut nama Anda serta sekolah. Seorang guru mendapat paling banyak satu pesan sehari.
    .confirm = Ya, ingatkan ({ $count })
roster-skipped = Dilewati:
roster-outcome = • { $outcome } ({ $count }): { $names }
roster-nobody = Saat ini tidak ada yang perlu diingatkan.
roster-later = Sekarang waktu tenang. Pengiriman dimulai { $when }.
roster-too-early =
    Sekarang masa tenang. Pengingat baru dapat dikirim mulai { $when }.

    Silakan ingatkan lagi pada hari itu.
roster-sent = Baik. { $count } guru akan diingatkan. Hasilnya kami kabarkan di sini.
roster-asked-again = Pertanyaan tadi sudah lama. Ini keadaan yang sekarang.
roster-changed = Keadaannya berubah sejak ditampilkan. Ini yang sekarang.
roster-busy = Pengingat sebelumnya masih dikirim. Tunggu hasilnya dulu, ya.
outcome-terkirim = Terkirim
outcome-sudah = Sudah, jadi tidak perlu
outcome-tidak-dibuka = Evaluasi sedang tidak dibuka
outcome-belum-waktunya = Evaluasinya belum waktunya
outcome-jeda = Menjeda pesan
outcome-hari-ini = Sudah dihubungi hari ini
outcome-masa-tenang = Masa tenang
outcome-tak-terjangkau = Tak terjangkau
outcome-ditolak = Belum dapat dikirim

asked = <b>{ $coordinator }</b>, koordinator { $school }, menyapa { $address }.
asked-evaluation = Evaluasi triwulan Anda belum diisi. Waktunya paling lama ±12 menit, boleh dicicil.
asked-evaluation-begun = Evaluasi triwulan Anda tinggal dilanjutkan. Jawaban yang sudah ada masih tersimpan.
asked-begin = Mau mulai dari Langkah { $number } · { $label }? Satu halaman dulu juga baik.
asked-continue = Mau melanjutkan Langkah { $number } · { $label }? Satu halaman dulu juga baik.
asked-all-done = Semua langkah sudah Anda jalani, dan boleh dibaca lagi kapan saja.
asked-result = <b>Hasil pengingat · { $school }</b> ({ $group })

digest =
    <b>{ $where }</b>: { $active } dari { $teachers } guru aktif pekan ini.
    Evaluasi triwulan: { $evaluation }.
    .open = Siapa di mana
    .off = Tidak usah lagi
digest-evaluated = { $evaluated } dari { $due } selesai
digest-schools = { $count } sekolah
digest-names = Mungkin senang disapa: { $names }.
digest-nobody = Tidak ada yang perlu disapa khusus pekan ini.
digest-name = { $name } ({ $help })
digest-now-off = Ringkasan mingguan dimatikan. Untuk menyalakannya lagi, buka /pengingat.
digest-now-on = Ringkasan mingguan dinyalakan.

### Jadwal sekolah

schedule =
    <b>Jadwal · { $school }</b>
    Masa evaluasi: “+7” tujuh hari lebih lambat, “−7” lebih awal.
    .earlier = { quarter-number } · −{ $days }
    .later = { quarter-number } · +{ $days }
    .reset = { quarter-number } ikut kalender
    .six = Sabtu masuk
    .five = Sabtu libur
    .quiet = Hari tenang
    .remove = Hapus { $days }
schedule-five-days = Sabtu libur: tanpa pesan, kecuali kepada guru yang memilih hari itu.
schedule-six-days = Sabtu masuk: pengingat boleh datang.
schedule-window =
    <b>{ $quarter }</b>{ $moved }
    { $days }, susulan sampai { $until }.
schedule-later = {" "}({ $days } hari lebih lambat)
schedule-earlier = {" "}({ $days } hari lebih awal)
schedule-changed = Jadwal diubah. Pengingat guru mengikuti jadwal baru.
schedule-broadcast = Siaran “{ $excerpt }” ({ $when })
schedule-broadcast-quiet = { $broadcast } tetap dikirim pada hari tenang itu. Waktunya dapat diubah di Siaran.
schedule-broadcast-outside = { $broadcast } kini jatuh di luar masa evaluasi, jadi tidak akan terkirim ke siapa pun. Silakan buka Siaran untuk mengubah waktunya.
schedule-quiet-none = Belum ada hari tenang tambahan.
schedule-quiet-few = Hari tenang tambahan: { $days }.
schedule-quiet-head = Hari tenang tambahan:
schedule-quiet-line = • { $days }
schedule-quiet-ask = Pada hari tenang bot tidak mengirim pesan lebih dulu kepada guru. Menambah: ketik tanggalnya, misalnya “{ $day }” atau “{ $several }”.
schedule-quiet-unread = Tanggal itu belum terbaca. Silakan ketik seperti { $short } atau { $several }.
schedule-quiet-name = hari tenang sekolah
not-moved-jauh = Masa evaluasi dapat digeser paling jauh empat pekan.
not-moved-lewat = Masa evaluasi yang sudah lewat tidak dapat digeser, dan tidak ada yang dapat digeser ke masa lalu.
not-moved-berikutnya = Bila digeser sejauh itu, masa susulannya bertemu evaluasi triwulan berikutnya.
not-moved-sebelumnya = Bila digeser sejauh itu, evaluasinya bertemu masa susulan triwulan sebelumnya.
not-quiet-panjang = Hari tenang paling lama 45 hari berturut-turut.
not-quiet-banyak = Hari tenang tambahan paling banyak 12. Hapus salah satu dulu.
not-quiet-lewat = Hari itu sudah lewat.
not-quiet-jauh = Silakan pilih tanggal dalam satu tahun ke depan.

### Siaran: satu pesan koordinator untuk banyak guru

broadcast =
    <b>Siaran · { $school }</b>

    Kirim satu pesan ke guru pilihan Anda. Nama Anda dan sekolah selalu tercantum, dan guru dapat membalas.
    .go = Lanjutkan draf
    .write = Tulis siaran
    .evaluation = Ingatkan evaluasi triwulan
    .list = Daftar siaran
broadcast-write =
    <b>Isi siaran · { $school }</b>

    Silakan ketik atau teruskan pesannya (boleh tebal, miring, tautan), atau kirim foto, dokumen, atau pesan suara dengan keterangan.

    <code>[nama]</code> diganti nama tiap guru, <code>[sekolah]</code> nama sekolah.
broadcast-kept =
    Draf lama masih ada:

    <blockquote>{ $excerpt }</blockquote>
    .go = Lanjutkan draf lama
    .fresh = Mulai baru
broadcast-empty = Draf ini belum berisi. Silakan tulis pesannya dulu.
broadcast-medium = Siaran dapat berisi teks, foto, dokumen, atau pesan suara.
broadcast-evaluation =
    Halo [nama], evaluasi triwulan Anda di [sekolah] belum selesai. Waktunya paling lama ±12 menit, boleh dicicil. Jawaban Anda tetap milik Anda.
broadcast-draft =
    <b>Periksa siaran · { $school }</b>
    Begini tampilnya bagi { $example }:
    { $preview }
    ———
    Kepada: { $audience } – { $count ->
        [0] { $opens ->
            [no] tidak ada guru
           *[other] { $opens }
        }
       *[other] { $count } guru: { $names }{ $more ->
            [0] .
           *[other] ; dan { $more } lainnya.
        }
    }
    Waktu: { $when }
    Penting: { $important ->
        [ya] ya, tiba juga pada jam tenang
       *[tidak] tidak
    }
    .test = Kirim uji
    .write = Ubah isi
    .whom = Sasaran
    .names = Semua nama
    .when = Waktu
    .important = Tandai penting
    .unimportant = Tidak penting
    .send = Kirim ke { $count } guru
    .plan = Jadwalkan untuk { $count } guru
    .drop = Buang draf
broadcast-silent = Tidak dikirimi karena meminta jeda atau berhenti ({ $count }): { $names }.
broadcast-holiday = { $day }: { $name }. Siaran tetap dikirim hari itu.
broadcast-quiet = Waktu itu jam tenang: dikirim sesudahnya.
broadcast-mistyped = Tidak akan diganti: { $words }. Yang diganti hanya [nama] dan [sekolah].
broadcast-now = sekarang
broadcast-repeated = { $when }, lalu tiap triwulan
broadcast-drop-sure = Buang draf ini? Isinya tidak dapat dikembalikan.
    .yes = Ya, buang
    .no = Jangan dibuang
broadcast-dropped = Draf dibuang.
broadcast-tested = Ini uji untuk Anda sendiri; guru belum menerima apa pun.
broadcast-gone = Draf itu sudah tidak ada.
broadcast-changed = Draf atau daftar guru sudah berubah. Silakan periksa lagi sebelum mengirim.
broadcast-past = Waktunya sudah lewat. Silakan periksa lagi.
broadcast-whom = <b>Kepada siapa? · { $school }</b>
    .person = Satu orang
broadcast-people = Pilih satu guru.
broadcast-names =
    <b>{ $audience }</b> ({ $count })

    { $names }
broadcast-when =
    <b>Kapan dikirim?</b>

    Sekarang { $now }. Silakan ketik hari dan jam, misalnya “besok 07.00”, “{ $weekday } 8.00”, atau “{ $example }”.
    .now = Sekarang
    .repeat = Ulangi tiap triwulan
    .once = Sekali saja
broadcast-when-unread = Waktu itu belum terbaca. Silakan ketik hari dan jam, misalnya “besok 07.00” atau “{ $example }”.
broadcast-when-range = Waktunya harus sesudah sekarang dan paling lama setahun lagi.
broadcast-taken = Siaran untuk { $count } guru sedang disiapkan.
broadcast-planned = Siaran untuk { $count } guru dijadwalkan: { $moment }.
broadcast-not-there = Siaran itu tidak ditemukan.
broadcast-one =
    <b>Siaran · { $school }</b>

    <blockquote>{ $excerpt }</blockquote>

    Kepada: { $audience }
    Keadaan: { $phase }
    .see = Lihat kemajuan
    .pause = Jeda
    .go = Lanjutkan
    .stop = Hentikan
    .again = Ulang yang gagal ({ $count })
    .unsure = Ulang + belum pasti ({ $count })
broadcast-twice = Karena bot sempat terhenti saat mengirim, { $count } guru mungkin menerimanya dua kali.
broadcast-twice-named = mungkin dua kali
broadcast-stop =
    <b>Hentikan siaran ini?</b>

    <blockquote>{ $excerpt }</blockquote>
    .yes = Ya, hentikan
    .no = Tidak
broadcast-stop-unsent =
    { $open ->
        [0] Siaran ini belum dikirim kepada siapa pun dan tidak akan dikirim.
       *[other] Siaran ini belum diterima siapa pun dan tidak akan dikirim kepada { $open } guru yang menunggu.
    }
broadcast-stop-sent =
    { $open ->
        [0] Siaran ini tidak dikirim lagi.
       *[other] { $open } guru belum menerimanya dan tidak akan menerimanya.
    } Yang sudah terkirim tidak ditarik.
broadcast-stop-turns = Giliran triwulan sesudahnya juga berakhir.
broadcast-stop-pause = Siaran yang dihentikan tidak dapat dilanjutkan; untuk berhenti sebentar, pilih Jeda.
broadcast-stop-final = Siaran yang dihentikan tidak dapat dilanjutkan.
broadcast-later = { $phase }; berikutnya { $moment }
broadcast-turns = Giliran berikutnya: { $moments }
broadcast-late =
    <b>Siaran ini belum terkirim</b> karena bot sempat mati. Seharusnya { $moment }. Kirim sekarang?
    .send = Kirim sekarang
    .when = Atur waktu
    .next = Tunggu giliran { $day }
broadcast-loud =
    Pesan penting tiba juga pada jam tenang.

    { $moment }: { $quiet } dari { $count } guru sedang dalam jam tenang. Tetap kirim pada waktu itu?
    .send = Tetap kirim
    .wait = Tunggu jam tenang lewat
broadcast-patient = Kirim pada { $moment }? Guru yang sedang dalam jam tenang menerimanya sesudah jam tenangnya lewat.
    .use = Ya, kirim
broadcast-softened = Pesan ini tidak lagi ditandai penting: tiap guru menerimanya sesudah jam tenangnya lewat.
broadcast-later-whom = Penerimanya dicari pada waktu itu.
broadcast-reached-nobody = <b>Siaran ini tidak terkirim ke siapa pun.</b>
broadcast-nobody = Belum ada yang dikirimi.
broadcast-who =
    <b>{ $outcome }</b> ({ $count })
    { $explained }

    { $names }
broadcast-list = <b>Daftar siaran · { $school }</b> ({ $count })
broadcast-listed = • { $day } · { $phase } · { $words }
broadcast-message =
    <b>{ $sender }</b> · { $school }

    { $content }
    .reply = Balas
audience-semua = Semua guru
audience-jenjang = Jenjang { $value }
audience-evaluasi = Belum evaluasi
audience-langkah = Berhenti di langkah { $value }
audience-diam = Tidak aktif ≥ 30 hari
audience-orang = Satu orang
medium-teks = (teks)
medium-foto = (foto)
medium-dokumen = (dokumen)
medium-suara = (pesan suara)
phase-menunggu = menunggu waktunya
phase-terlambat = belum terkirim, menunggu keputusan pengirim
phase-berjalan = sedang dikirim
phase-dijeda = dijeda
phase-dihentikan = dihentikan
phase-tanpa-pengirim = dihentikan, pengirim bukan koordinator lagi
phase-selesai = selesai
fate-antre = Menunggu
fate-jalan = Sedang dikirim
fate-terkirim = Terkirim
fate-lepas = Tak terjangkau
fate-gagal = Gagal
fate-ragu = Belum pasti
fate-lewat = Tidak dikirim
fate-why-antre = Belum dikirim.
fate-why-jalan = Sedang dikirim.
fate-why-terkirim = Telegram sudah menerima pesannya.
fate-why-lepas = Guru memblokir bot atau akunnya tidak ada lagi. Ajaklah langsung; bila guru kembali, siaran dapat dikirim ulang.
fate-why-gagal = Telegram menolak atau terus terganggu. Dapat dikirim ulang.
fate-why-ragu = Jawaban Telegram hilang; pesannya mungkin sudah sampai.
fate-why-lewat = Keadaan guru atau siaran berubah sesudah siaran ditulis. Alasannya tertulis di belakang nama.
skipped-left = sudah keluar dari sekolah
skipped-silent = meminta jeda atau berhenti
skipped-done = evaluasinya sudah selesai
skipped-not-due = evaluasinya belum waktunya
skipped-stopped = siaran dihentikan

### Balasan atas siaran

letter = <b>Balasan dari { $sender }</b> · { $school }
letter-quote = <blockquote>{ $quote }</blockquote>
letter-write = Silakan ketik balasan Anda, atau kirim foto, dokumen, atau pesan suara. Yang sampai hanya balasan ini dan nama Anda di sekolah.
# Teks biasa sesudah pesan dari seseorang: ditanyakan dulu, tidak langsung dikirim.
reply-offer =
    Kirim ini sebagai balasan kepada { $to }?

    <blockquote>{ $excerpt }</blockquote>
    .send = Kirim
    .look = Bukan, cari jawaban
    .drop = Batal
    .write = Balas
    .send-to = Kirim ke { $sender }
    .both = Kirim bersama yang tadi
    .yes = kirim, dikirim, okeh, okei, silahkan, mantap, langsung, ya, iya, y, yes, yoi, yup, yap, yaps, ok, oke, okey, siap, betul, benar, boleh, silakan, monggo, nggih, inggih, lanjut, lanjutkan, teruskan, gas, gaskeun, sudah, mau, setuju, sip, baik, tentu, sampaikan, kirim ke beliau, kirim itu, jadi, jadi kirim
    .no = bukan, bukan cari jawaban, cari jawaban, cari
    .leave = batal, skip, lewati, bentar, bukan itu maksud saya, bukan maksud saya, jangan dikirim dulu, jangan, jangan kirim, jangan dikirim, tidak, tidak jadi, tidak perlu, tidak mau, salah, bukan itu, nanti, jangan dulu, buang, hapus, lupakan, abaikan, sudahan, tidak usah, besok, sebentar, tunggu
    .strong = hadir, rawuh, otw, opname, unggah, upload, kabari, berhalangan, izin, noted, laksanakan, terlambat
    .hour = jam, pukul, tgl, tanggal
    .ask = apa, apakah, bagaimana, kapan, siapa, dimana, mana, berapa, boleh, bisa, harus, perlu, jam, zoom, luring, daring, online, offline, ruang, tempat, undangan, seragam, bawa, wajib, rapat, rapatnya, acara, acaranya, pilih, opsi, mungkin, kumpul, dikumpulkan, pengumpulan, link, linknya, orang, hari, libur, peserta, juga
    .words = hadir, rawuh, otw, opname, berduka, duka, cita, semoga, lekas, kabari, mengabari, unggah, upload, menyusul, mungkin, pilih, opsi, sinyal, waalaikumsalam, waalaikumussalam, alhamdulillah, link, linknya, baru, izin, ijin, siap, sakit, berhalangan, terlambat, telat, menyusul, ikut, datang, insyaallah, insya, inshaallah, laksanakan, noted, diterima, dimengerti, absen, pamit, sanggup, bersedia, setuju, sepakat, terima, makasih, trims, maaf, ok, oke, sip, baik, sudah, belum, tidak, bisa, monggo, nggih, inggih, mohon, selesai, terlaksana, dikerjakan, kumpulkan, kirim, mengirim
reply-offer-to = <b>{ $sender }</b> ({ $school })
reply-offer-sender = penulis pesan itu
reply-offer-written = Itu tidak dapat diteruskan. Ingin membalas { $to } dengan tulisan?
reply-offer-dropped = Baik, tidak jadi dikirim.
letter-medium = Balasan dapat berisi teks, foto, dokumen, atau pesan suara.
letter-sent = Balasan Anda sedang diteruskan.
letter-not-sent = Balasan Anda tidak dapat diteruskan: pesan itu sudah tidak dapat dibalas.
letter-not-open = Pesan itu tidak dapat dibalas lagi.

### Pengelola sekolah

admin =
    <b>Kelola sekolah</b>

    { $count } sekolah terdaftar.
    .new = Sekolah baru
    .health = Keadaan bot
    .all = Semua sekolah
admin-found = Dengan “{ $wanted }”: { $count } sekolah.
admin-more = Ketik sebagian namanya untuk mencari.
admin-sure =
    Cabut hak koordinator <b>{ $person }</b> untuk { $school }?

    Ia tidak lagi melihat guru di sana atau mengirim siaran.
    .yes = Ya, cabut
admin-health =
    <b>Keadaan bot</b>

    Orang tersimpan: { $people }
    Tak terjangkau: { $unreachable }
    Catatan guru yang tidak dapat dibaca: { $unreadable }
    Catatan sekolah yang tidak dapat dibaca: { $schools }
    Catatan lain yang tidak dapat dibaca: { $others }

    Pesan yang sudah waktunya dan menunggu giliran: { $due }
    Siaran yang belum tuntas: { $broadcasts }
    Pemeriksaan jadwal terakhir: { $tick }

    Cadangan data: { $backup }

    Isi: { $steps } langkah, versi { $version }, { $warnings ->
        [0] tanpa masalah
       *[other] { $warnings } peringatan (lihat “python -m bot check”)
    }
    .again = Perbarui
admin-no-tick = belum ada
admin-backup-off = tidak dibuat (BACKUP_DIR belum diisi)
admin-backup-none = belum ada yang berhasil
admin-backup-last = { $made } ({ $hours ->
        [0] baru saja
       *[other] { $hours } jam yang lalu
    }), { $size }, sudah diuji pulih; tersimpan { $count }
admin-backup-tried = Percobaan { $at } gagal: { $cause }
admin-name = Apa nama sekolahnya? Nama ini dilihat semua guru di sana. Silakan ketik.
    .use = Pakai “{ $name }”
admin-zone = Sekolah { $name } di zona waktu mana?

    WIB: Sumatra, Jawa, Kalbar, Kalteng.
    WITA: Kalsel, Kaltim, Kaltara, Bali, NTB, NTT, Sulawesi.
    WIT: Maluku, Papua.
admin-npsn = NPSN sekolah (8 angka)? Silakan ketik, atau lewati.
admin-npsn-unread = NPSN terdiri atas { $length } angka. Silakan ketik lagi, atau lewati.
admin-npsn-taken = NPSN { $npsn } sudah dipakai oleh { $school }. Satu NPSN hanya untuk satu sekolah. Silakan periksa, lalu ketik lagi.
admin-made = Sekolah sudah dibuat.
admin-removed = Koordinator itu sudah dicabut.
admin-school =
    <b>{ $name }</b>

    NPSN: { $npsn }
    Zona waktu: { $zone }
    Guru: { $count } · Koordinator: { $coordinators }
    .invite = Undang koordinator
    .remove = Cabut { $person }

### Salinan data: nama bagian, nama isian, dan yang tidak disertakan

export-dibuat = Salinan ini dibuat
export-catatan = Catatan Anda
export-peran = Peran Anda
export-kegiatan = Kegiatan Anda, atau terhadap Anda, dalam catatan sekolah
export-diingatkan = Pengingat untuk Anda yang diminta koordinator dan belum selesai
export-siaran = Siaran yang Anda kirim
export-surat = Surat yang Anda tulis
export-pesan = Siaran dan surat untuk Anda
export-tanpa = Yang tidak disertakan, dan alasannya
export-waktu = Waktu
export-sekolah = Sekolah
export-nama = Nama Anda di sana
export-oleh = Oleh
export-jumlah = Jumlah orang
export-kelompok = Kelompok
export-keadaan = Keadaan
export-dari = Dari
export-jenis = Jenis
export-isi = Isi
export-kutipan = Yang dikutip
export-sebagai = Sebagai
export-perbuatan = Yang dilakukan
export-address-bapak = Bapak
export-address-ibu = Ibu
export-address-bapak-ibu = Bapak/Ibu
export-address-nama = nama panggilan
export-became-terlaksana = terlaksana
export-became-sebagian = sebagian terlaksana
export-became-belum = belum terlaksana
export-became-dilewati = tidak dijawab
export-part-murid = yang kini bisa dilakukan murid
export-part-butir = tingkat per langkah
export-part-kekuatan = kekuatan
export-part-fokus = fokus
export-part-niat = niat
export-part-ringkasan = ringkasan
export-role-guru = guru
export-role-koordinator = koordinator
export-role-dulu = pernah menjadi koordinator
export-role-tautan = membuat atau memakai tautan koordinator
export-role-pengelola = pengelola bot
export-by-anda = Anda
export-by-lain = orang lain
export-left-orang = Nama, ID, dan isi catatan orang lain: itu data mereka. Yang ditulis hanya jumlahnya, dan nama pengirim yang memang ditampilkan kepada Anda.
export-left-nomor = Nomor yang hanya dipakai bot untuk menemukan berkasnya sendiri: tidak menerangkan apa pun tentang Anda. Isi foto, dokumen, dan suara tersimpan di Telegram, bukan di sini.
export-left-log = Log teknis server: hanya nomor ID dan jenis kejadian, tanpa isi pesan. Silakan minta kepada pengelola.
export-left-titipan = Bagian pesan panjang atau album yang baru saja tiba: disimpan beberapa detik sampai semua bagiannya lengkap, lalu terhapus sendiri.
export-left-cadangan = Salinan cadangan, bila ada: isinya sama dengan data ini pada hari lain, dan terhapus paling lambat 30 hari kemudian.
export-left-rusak = { $count } catatan (milik siapa pun) sedang tidak dapat dibaca, jadi mungkin ada yang belum tercantum. Silakan unduh lagi sesudah diperbaiki.
export-id = ID Telegram
export-consent = Persetujuan
export-seen_at = Terakhir menulis
export-address = Sapaan
export-nickname = Nama panggilan
export-level = Jenjang
export-subject = Mata pelajaran
export-subject_asked = Mata pelajaran sudah ditanyakan
export-zone = Zona waktu
export-progress = Tanda pada langkah
export-bookmark = Halaman terakhir
export-evaluations = Evaluasi
export-evaluating = Evaluasi yang sedang diisi
export-plans = Rencana pengembangan diri
export-school = Sekolah
export-shown_name = Nama yang dilihat koordinator
export-joined_at = Bergabung
export-school_terms = Versi penjelasan saat bergabung
export-invited = Kode undangan yang belum dijawab
export-wishes = Pilihan pengingat
export-outbound = Pesan yang dimulai bot
export-asks = Pengingat yang Anda minta untuk guru
export-composing = Siaran yang sedang ditulis
export-announced = Siaran yang menunggu dikirim
export-held = Tulisan yang menunggu keputusan Anda
export-letter = Surat
export-words = Tulisan
export-replied = Pesan yang sudah Anda balas
export-letters = Surat yang menunggu dikirim
export-place = Tempat terakhir di bot (nama teknis layar)
export-quiet = Pesan dari bot dimatikan
export-reachable = Dapat dijangkau
export-hinted = Tulisan yang menunggu keputusan Anda
export-proof_waits = Bukti yang menunggu
export-before = Yang menunggu sebelumnya
export-missed = Waktu yang terlewat
export-chosen = Waktunya dipilih lagi
export-disturbed = Jumlah orang yang dapat terganggu
export-loud_at = Dikirim juga pada jam tenang
export-version = Versi teks persetujuan
export-given_at = Diberikan
export-withdrawn_at = Ditarik
export-status = Keadaan
export-started_at = Dimulai
export-done_at = Selesai
export-step = Langkah
export-coaching = Percobaan di kelas
export-active = Yang sedang dijalani
export-put_off = Yang ditunda
export-history = Yang sudah ditutup
export-journal = Jurnal
export-gate_at = Penjelasan tentang foto dibaca
export-attempts = Percobaan
export-again = Sekali lagi
export-cycle_level = Tingkat menurut Anda
export-closed_at = Ditutup
export-habit = Ditandai sudah biasa dilakukan
export-choice = Yang dicoba
export-task = Tugas
export-own = Tugas Anda sendiri
export-small = Versi kecil
export-voice = Suara
export-read = Contoh sudah dilihat
export-rehearsal = Latihan
export-looks = Pertanyaan latihan yang Anda jawab ya
export-looked = Latihan sudah diperiksa
export-promise = Rencana
export-earlier = Rencana yang dipindahkan
export-tried_on = Dicoba pada
export-tried_at = Ditandai sudah dicoba
export-showed = Yang tampak pada murid
export-evidence = Bukti
export-evidence_done = Pertanyaan bukti selesai
export-reflections = Refleksi
export-twist = Perubahan yang disarankan
export-left_at = Diganti tugas lain
export-day = Hari
export-class_named = Kelas
export-aids = Yang disiapkan
export-brings = Yang disiapkan (kata sendiri)
export-is_settled = Persiapan sudah diperiksa
export-group_voice = Kelas (suara)
export-count = Jumlah
export-kind = Jenis bukti
export-files = Banyaknya berkas di Telegram
export-parts = Isi jurnal
export-asked = Pertanyaan tentang rencana
export-asked_steps = Langkah yang dinilai
export-key = Nomor rencana
export-times = Berapa kali
export-days = Tanggal
export-went = Jadinya
export-went_words = Cerita tentang hasilnya
export-plan_said = Pengingat rencana pengembangan diri
export-until = Sampai tanggal
export-pupils = Yang kini bisa dilakukan murid
export-became = Jadinya niat
export-became_words = Cerita tentang niat
export-carried = Tetap seperti sebelumnya
export-lapse_told_at = Diberi tahu bahwa data akan dihapus
export-quoted = Triwulan yang niatnya sudah dikutip
export-page = Halaman
export-quarter = Triwulan
export-begun_at = Dimulai
export-finished_at = Selesai
export-levels = Tingkat per langkah
export-skipped = Dilewati
export-strength = Kekuatan
export-focus = Fokus
export-intention = Niat
export-answered = Bagian yang sudah dijawab
export-broken_off = Dihentikan sebelum selesai
export-made_at = Dibuat
export-lines = Isi rencana
export-weekday = Hari
export-hour = Jam
export-rhythm = Irama
export-paused_until = Dijeda sampai
export-digest = Ringkasan pekanan untuk koordinator
export-due_at = Berikutnya
export-written_on = Terakhir dikirimi pesan
export-nudged_on = Terakhir diingatkan tentang langkah
export-digested_on = Ringkasan terakhir
export-unanswered = Pesan berturut-turut tanpa jawaban
export-cycle = Triwulan ini
export-recent = Kunci pesan terakhir (agar tidak terkirim dua kali)
export-unsure = Kunci pesan yang belum pasti tiba, atau mungkin tiba dua kali
export-sent = Sudah dikirim
export-last_sent = Terakhir dikirim
export-snoozed_until = Ditunda sampai
export-group = Kelompok
export-asked_at = Diminta
export-waiting = Jumlah guru yang menunggu
export-outcomes = Jumlah guru yang sudah ditangani
export-noted = Sudah tercatat
export-content = Isi
export-audience = Untuk siapa
export-at = Waktu
export-repeats = Diulang tiap triwulan
export-important = Penting
export-medium = Jenis
export-text = Teks
export-file = Kode berkas di Telegram
export-evaluation = Dengan tombol evaluasi
export-whom = Kelompok
export-value = Pilihan
export-broadcast = Siaran
export-recipients = Jumlah penerima
export-school_name = Nama sekolah
export-sender = Pengirim
export-phase = Keadaan
export-due = Waktu kirim
export-total = Jumlah penerima
export-first_at = Pertama kali
export-ended_at = Berakhir
export-quote = Yang dikutip
export-shares = Evaluasi yang dibagikan
export-screen = Layar
export-args = Bagian
export-draft = Isian yang belum dijawab

### Untuk pengelola

admin-damaged = { $count } catatan tidak dapat dibaca dan perlu diperbaiki: { $kinds }. Nama berkasnya ada di log; yang lain tetap dilayani.
admin-damaged-kind = { $count } { $kind ->
    [people] catatan guru
    [schools] catatan sekolah
    [audit] log kegiatan sekolah
    [broadcasts] siaran atau surat
    [chunks] daftar kiriman siaran
   *[bot] catatan kerja bot
    }
admin-fault = { $kind ->
    [people] Catatan seorang guru
    [schools] Catatan sebuah sekolah
    [audit] Log kegiatan sebuah sekolah
    [broadcasts] Sebuah siaran atau surat
    [chunks] Daftar kiriman sebuah siaran
   *[bot] Sebuah catatan kerja bot
    } { $how ->
    [tulis] tidak dapat diubah; isinya yang lama tetap ada
    [baru] ditulis oleh program yang lebih baru dan tidak disentuh
   *[baca] tidak dapat dibaca dan perlu diperbaiki
    }: <code>{ $file }</code>. Sebabnya ada di log; yang lain tetap dilayani.
admin-more-faults = Hari ini lebih dari { $count } catatan bermasalah. Selebihnya tidak kami kirim satu per satu; semuanya ada di log. Mohon periksa disknya.
admin-not-saving = Sejak { $since } tidak ada yang dapat disimpan ({ $cause }). Bot tetap menyala dan memberi tahu setiap orang bahwa kirimannya belum tersimpan. Mohon periksa disknya: penuh, rusak, atau macet. Penyimpanan dicoba lagi otomatis.
admin-saving-again = Penyimpanan sudah berjalan lagi. Gangguannya dari { $since } sampai { $until }.
admin-writer = Proses penulis berkas { $hung ->
    [ya] macet
   *[tidak] berhenti
    } dan sudah diganti. Yang menunggu dikerjakan oleh penggantinya. Bila sering terjadi, mohon periksa disk dan memorinya.
admin-deaf = Telegram tidak menjawab selama { $minutes } menit; sekarang sudah tersambung lagi. Yang dikirim guru selama itu tidak hilang dan dijawab sekarang. Bila sering terjadi, mohon periksa jaringan servernya.
admin-disk = Ruang di disk tinggal { $megabytes } MB. Mohon segera dikosongkan; kalau penuh, jawaban guru tidak dapat disimpan.
admin-refusals = Dalam satu jam terakhir Telegram menolak { $count } permintaan bot. Rinciannya ada di log dan di <code>/metrics</code>.
admin-content = Pemeriksaan isi bot menemukan { $count } masalah. Bot tetap menyala, tetapi ada bagian yang mungkin tidak dapat ditampilkan. Letaknya ada di log; daftar lengkapnya dari <code>python -m bot check</code>.
admin-backup-failed = Cadangan data gagal dibuat: { $cause }. Cadangan terakhir yang sudah diuji pulih: { $last }. Bot mencoba lagi setiap jam. Mohon periksa ruang disk dan folder cadangannya.
admin-backup-late = Cadangan data yang terakhir sudah lebih dari 48 jam: { $last }. Mohon periksa log, ruang disk, dan folder cadangannya.
admin-backup-not-sent = Cadangan data sudah dibuat dan tersimpan di foldernya, tetapi tidak sampai utuh ke obrolan ini. Besok dikirim lagi. Sebabnya ada di log.
admin-backup-whole =
    Cadangan data, terenkripsi. Simpan di tempat yang aman. Mohon hapus sekarang kiriman sebelum { $before }.

    Memeriksa: <code>python -m bot verify { $name } --key kunci.txt</code>
    Memulihkan: <code>python -m bot restore { $name } --key kunci.txt</code>
admin-backup-part =
    Cadangan data, terenkripsi: bagian { $number } dari { $parts }. Simpan di tempat yang aman. Mohon hapus sekarang kiriman sebelum { $before }.

    Menyatukan: <code>cat { $name }.* &gt; { $name }</code>
    Memeriksa: <code>python -m bot verify { $name } --key kunci.txt</code>
    Memulihkan: <code>python -m bot restore { $name } --key kunci.txt</code>
admin-schools-unreadable = { $count } catatan sekolah tidak dapat dibaca dan perlu diperbaiki; sekolah itu tidak ada dalam daftar ini. Nama berkasnya ada di log.
calendar-head = Pesan untuk guru ({ $zone }) yang mendaftar { $day } dan tidak menjawab, selama 12 bulan:

admin-clock-jumped = Jam server berubah: semula { $was }, sekarang { $now }. Jadwal dihitung ulang, dan tidak ada pesan yang dikirim dua kali. Jika jam yang sekarang salah, mohon betulkan jam servernya.

admin-breach = Pemberitahuan kebocoran data mulai dikirim kepada { $count } orang, kira-kira { $minutes } menit. Kemajuannya tampil di “Keadaan bot”. Kata yang sama perlu dikirim kepada lembaga yang berwenang, paling lambat 3 × 24 jam sejak kebocoran diketahui.
admin-breach-sent = Pemberitahuan kebocoran { $when }{ $stopped ->
        [ya] {" "}(dihentikan)
       *[tidak] {""}
    }: { $counts }.
admin-breach-stopped = Pemberitahuan kebocoran dihentikan: { $count }. Yang sudah terkirim tidak dapat ditarik; rinciannya tampil di “Keadaan bot”. Bila isinya keliru, kirim pembetulan: isi baris ralat di templatnya.
admin-lapsed-alone = { $school } kini tanpa koordinator: koordinator satu-satunya lama tidak memakai bot, dan datanya dihapus sesudah diberi tahu. Koordinator baru dapat diundang lewat “Kelola sekolah”.
admin-left-again = Cadangan yang dipulihkan memuat { $count } orang yang sudah menghapus datanya atau menarik persetujuannya. Hal itu sudah dilakukan lagi; tidak ada yang dikirim kepada mereka.
admin-ticks-missed = Jadwal pengingat sempat berhenti dari { $since } sampai { $until }. Yang tertunda dikirim bertahap, masing-masing sekali.

### Nama orang: ejaan gelar, dan kata yang tetap kecil di tengah nama

names =
    .titles = S.Pd., S.Pd.I., S.Pd.SD., S.Pd.AUD., M.Pd., M.Pd.I., S.Ag., M.Ag., S.Si., M.Si., S.Sos., S.Sos.I., M.Sos., S.Kom., M.Kom., S.E., M.E., M.M., S.H., S.H.I., M.H., S.T., M.T., S.Hum., M.Hum., S.S., M.A., S.Psi., M.Psi., S.Or., S.Sn., M.Sn., S.Th., M.Th., S.Fil., S.Mat., S.Tr., S.I.Kom., S.IP., M.I.P., S.P., S.Pt., S.Kep., S.Gz., A.Md., A.Md.Pd., A.Ma., A.Ma.Pd., Lc., Ph.D., Gr., Dr., Drs., Dra., Ir., H., Hj., Prof., K.H., R.A., R.M.
    .kinds = SD, SDN, MI, SMP, SMPN, MTs, MTsN, SMA, SMAN, SMK, SMKN, MA, MAN, MAK, TK, RA, PAUD, SLB
    .small = bin, binti, van, von, der, den, de, da

### Yang terdengar dari sebuah kalimat yang bukan perintah dan bukan jawaban.
### Satu entri = kata-kata yang semuanya harus ada, urutan bebas; a/b = salah satu; a_b = berdampingan;
### @nama = daftar di bawah; =a = seluruh kalimatnya hanya kata itu. Ejaan sehari-hari dan akhiran -nya, -ku, -kah dikenali sendiri.

hearing =
    .pupil = didik, murid, murid2, siswa, siswi, siswa2, anak, anak2, bocah, peserta, kelas
    .parent = ortu, orang tua, orangtua, wali murid, wali siswa
    .mate = teman, temannya, teman2nya, adik, adiknya, kakak, kakaknya, guru, gurunya, murid lain, siswa lain, anak lain, dia, saya, ibunya, adik kelas
    .self = saya, kami
    .question = apa, apakah, siapa, siapakah, kapan, mana, bagaimana, gimana, gmn, gmana, bgmn, berapa, brp, kenapa, knp, mengapa, bisakah, bolehkah, adakah, piye, kepriye, kepiye, pripun, kumaha, naon, opo, naha, ngopo, saha, iraha
    .not = tidak
    .sad-signs = 😭, 😢, 😞, 😔, 💔, 🥺, 😩, 😫, 😓
    .how = cara, caranya, tips, kiat, solusi, solusinya, supaya, biar, agar, ide, contoh, carane, carana
    .thanks = terima kasih, terimakasih, makasih, mksh, makasi, trims, trimakasih, tks, thx, thanks, thank you, suwun, matur nuwun, maturnuwun, matur suwun, matur sembah nuwun, hatur nuhun, haturnuhun, nuhun, trima kasih, terima ksih, tq, ty, tengkyu, tengkiu, thankyou, syukron, jazakallah, jazakillah, jazakumullah, barakallah, matur suksma, suksma, mauliate, kurru sumanga, tarimo kasih, kamsia, arigatou
    .polite = siap, siaap, sip, siip, sippp, baiklah, baik, noted, hehe, hehehe, wkwk, wkwkwk, haha, hahaha, hihi, hmm, hm, banyak, atas, bantuan, bantuannya, info, infonya, informasi, informasinya, ilmunya, penjelasannya, jawabannya, terimakasih, makasi, ilmu, penjelasan, jawaban, kembali, sama, sama2, dimengerti, paham, mengerti, tentu, lanjut gan, done, yoi, yup, yes, yap, nggih, injih, muhun, iyo, monggo, mangga, semuanya, amin, aamiin, semoga, sukses, sehat, selalu, betul, benar, setuju, bersedia, oks, okelah, okey, okay, okeh, okeyy, siyap, siapp, bosku, bos, laksanakan, dilaksanakan, oh, gitu, begitu, yaudah, yowis, ywdh, ywes, maturnuwun, trimakasih, trima, tq, ty, tengkyu, tengkiu, thankyou, syukron, jazakallah, jazakillah, jazakumullah, khairan, khoiron, katsiran, barakallah, suksma, mauliate, much, very, good, nice, great, kece, kesayangan, ceria, aman, dadah, bye_bye, lancar, berkah, allah, insya, insyaallah, masya, masyaallah, subhanallah, sembah, info2
    .courtesies = maaf baru balas, maaf baru buka, maaf baru sempat balas, maaf telat balas, maaf terlambat balas, maaf lama balas, ya sudah, sudah, selesai, sudah selesai, beres, kelar, oh gitu, oh begitu, saya paham, sudah paham, saya sudah paham, saya mengerti, sudah mengerti, saya sudah mengerti, sudah jelas, jelas, sudah saya baca, saya baca dulu, saya sudah baca, sudah dibaca, akan saya coba, saya akan coba, saya coba, saya coba dulu, nanti saya coba, akan saya lakukan, akan saya laksanakan, saya laksanakan, akan saya kerjakan, saya usahakan, akan saya usahakan, sampai jumpa, sampai jumpa lagi, sampai ketemu, sampai nanti, sampai besok, hati hati, hati hati di jalan, selamat hari guru, selamat hari guru nasional, selamat tahun baru, selamat ulang tahun, selamat idul fitri, selamat lebaran, selamat natal, selamat hari raya, selamat hari raya nyepi, selamat hari raya idul fitri, selamat nyepi, selamat waisak, selamat imlek, selamat berpuasa, selamat puasa, selamat menunaikan ibadah puasa, selamat hari kartini, selamat hari pahlawan, selamat hari kemerdekaan, dirgahayu indonesia, merdeka, mohon maaf lahir batin, mohon maaf lahir dan batin, minal aidin wal faizin, minal aidzin wal faizin, selamat istirahat, selamat bekerja, selamat beraktivitas, selamat mengajar, selamat tidur, selamat berlibur, selamat liburan, selamat akhir pekan, semoga sehat, semoga sukses, semoga sehat selalu, semoga lancar, gbu, god bless you, sehat sehat ya, jaga kesehatan, hadir, saya hadir, tidak apa apa, ga apa apa, gpp, gapapa, ndak papa, tidak masalah, no problem, sama sama, kembali kasih, dengan senang hati, silakan, monggo
    .child = murid, murid2, siswa, siswi, siswa2, santri, santriwati, anak, anak2, bocah, bocil, budak, barudak, arek, lare, peserta didik, dia, ia, keponakan, ponakan
    .adult = apak, abak, amak, mandeh, omnya, om nya, maknya, guru, pak guru, bu guru, wali kelas, kepala sekolah, kepsek, pelatih, pembina, penjaga, satpam, ustadz, ustaz, kyai, kiai, pengasuh, ayah, bapak, papa, ibu, mama, emak, mak, bunda, paman, om, tante, bibi, kakek, nenek, kakak, abang, orang tua, ortu, wali, tetangga, pacar, saudara, sepupu, sopir, majikan, juragan, orang asing, orang, teman, bapake, bapakne, bapana, pake, senior
    .own = murid saya, siswa saya, siswi saya, anak saya, anak didik saya, santri saya, peserta didik saya, muridku, siswaku, siswiku, anak didikku, anak itu, murid itu, siswa itu, siswi itu, anak ini, murid ini, siswa ini, siswi ini, dia, ada anak, ada murid, ada siswa, ada siswi, seorang murid, seorang siswa, seorang siswi, seorang anak, salah satu murid, salah satu siswa, di kelas saya, di sekolah saya, keponakan saya, tadi, kemarin, barusan
    .lesson = kerja bakti, prakarya, tata busana, mbg, makan bergizi, materi, bab, cerpen, cerita, dongeng, novel, puisi, drama, teater, teks, bacaan, buku cerita, film, tokoh, legenda, fabel, hikayat, pantun, topik, biologi, ipa, ips, ppkn, pjok, penjas, olahraga kelas, pai, fikih, sejarah, fisika, kimia, pahlawan, penjajah, penjajahan, jepang, belanda, perang, peristiwa, jenderal, g30s, pki, romeo, malin kundang, soal, rpp, modul, lkpd, lks, media, poster, infografis, kampanye, sosialisasi, pencegahan, mencegah, eksposisi, eksplanasi, prosedur, reproduksi, pubertas, mamalia, hewan, tumbuhan, zat, gaya, newton, benda, mineral, mohs, laboratorium, lab, praktik, praktikum, resep, memasak, uks, pertolongan pertama, p3k, bola, kasti, voli, badminton, bulu tangkis, tenis, servis, smash, silat, karate, taekwondo, lomba, permainan, teknik, pelajaran, pembelajaran, gunung, hutan, lingkungan, pandangan, islam kelas, lagu
    .harmless = meraba huruf/braille/tekstur/permukaan/benda/bentuk/tulisan, memukul/mukul/menabuh bass/snare/tifa/rebab/kulintang/angklung/marawis/hadrah/beduk/kentongan/simbal/perkusi, memukul/mukul/pukul/menendang/nendang/melempar/lempar/mengoper/menggiring bola/kok/shuttlecock/drum/gendang/kendang/rebana/bedug/gong/gamelan/paku/kasti/pingpong/meja, memukul/menendang dengan, nilai/buku/tugas/pensil/data/berkas/file/pulpen/tas/sepatu murid/siswa/anak sering hilang, nilai/buku/tugas/pensil/data/berkas/file/pulpen/tas/sepatu murid/siswa/anak hilang, hilang fokus/semangat/konsentrasi/minat/motivasi/percaya/ingatan/suara/gairah/arah, anak yang hilang dari ingatan, kekerasan benda/mineral/batuan/bahan/logam/air, lompat jauh/tinggi/tali/jangkit/kangkang/kelinci, jam hilang, tidak melukai, tanpa memukul/kekerasan/menghukum, jangan/tidak memukul
    .hurt =
        dipukua, dilacuik, ditampa, disipak, dipukul, dipukuli, dipukulin, dipukulan, digebuk, digebukin, digebuki, digebug, digebugin, dihajar, dikeroyok, dikroyok, pengeroyokan, ditampar, digampar, ditempeleng, dikeplak, dikaplok, ditabok, ditabokin, dicubit, dicubiti, dijewer, dijambak, ditendang, ditendangi, ditendangin, ditonjok, ditonjokin, dijotos, dibogem, dibanting, dilempari, ditusuk, ditikam, dibacok, disabet, dicambuk, dipecut, dipentung, disetrum, disiram air, disundut, disulut, dibakar, dicekik, dibekap, disilet, dilukai, dianiaya, penganiayaan, disiksa, disetrap,
        diantem, diantemi, digebugi, dibenturkan, dibenturin, dijedotin, dijedotkan, disetrika, disiram, disiram air panas, diinjak, diinjak injak, digigit, dilindas, ditabrak, dilempari batu, direndam, diseret, didorong, dikasari, dikasarin, dihantam, dibakar, disayat, dibius, dicekokin, dicekoki, diikat, dirantai, dipasung, dibungkam, diberondong, ditembak, dirampas, dipukul rotan, diteunggeul, diteunggeulan, ditenggel, ditampiling, dibabuk, disepak, diwales,
        dilecehkan, dilecehin, dicabuli, pencabulan, diperkosa, pemerkosaan, perkosaan, disodomi, disetubuhi, ditiduri, digagahi, dinodai, diraba, dirabai, digerayangi, digrepe, digrepein, digrepe-grepe, diintip, ditelanjangi, dihamili, digituin, dicium paksa, dipaksa buka, dipaksa telanjang, dipegang kemaluan, dipegang payudara,
        diancam, diancem, diteror, diperas, dipalak, dipalakin, dipajak, diculik, disekap, dikurung, dikunci, diusir, ditelantarkan, dibuang orang, dieksploitasi, diperdagangkan, dipekerjakan, dipaksa kerja, dipaksa menikah, dipaksa nikah, dipaksa kawin, dinikahkan, dikawinkan, dijodohkan,
        lebam, lebam2, memar, memar2
    .touched = dipegang, disentuh, diraba, dielus, diremas, dicolek, dicubit, diintip, difoto, direkam, dipelototi, dicium, dijilat, ditempel, digesek, digesekkan, dimasukin, dimasukkan, ditusuk, dilihat, diperlihatkan, dipertontonkan, memegang, megang, pegang, meraba, raba, menyentuh, nyentuh, meremas, ngremas, remas, mencolek, nyolek, colek, mengelus, ngelus, merekam, ngrekam, ngerekam, rekam, mengintip, ngintip, memotret, mempertontonkan, memperlihatkan, pamer, pamerin, mainin
    .private = dada, payudara, toket, susu, paha, selangkangan, pantat, bokong, kemaluan, kelamin, penis, titit, burung, tempik, memek, kontol, vagina, dubur, anus, alat vital, alat kelamin, bagian pribadi, bagian intim, bagian sensitif, bagian vital, area sensitif, area pribadi, celana dalam, isi celana, dalam rok, kutang, bh, bra
    .lewd = porno, bokep, mesum, cabul, vulgar, onani, masturbasi, coli, sange, ngentot, ngewe, nidurin, meniduri, zina, berzina, berhubungan intim, hubungan intim, hubungan badan, hubungan suami istri, hubungan layaknya suami istri, vcs, open bo, jual diri, prostitusi, pelacur, pelacuran, melacur, om om, sugar daddy, michat, check in, cek in, telanjang, bugil, syur, tidak senonoh, asusila, digauli, disetubuhi, pedofil, predator, pelecehan, sodomi, grooming, rudapaksa, dirudapaksa
    .mocked = dikucilkan, dijauhi, diejek, diejekin, diolok, dihina, dimaki, dipermalukan, diludahi, dibully, dibuly, dibuli, dirundung, dikatain, dimusuhi, dibentak, diledek, diledekin
    .hurting = memukul, memukuli, mukul, mukulin, mukuli, menghajar, ngehajar, mengeroyok, ngeroyok, menampar, nampar, gampar, menggampar, nempeleng, menempeleng, menendang, nendang, menendangi, menonjok, nonjok, menjambak, jambak, njambak, menjedotkan, membenturkan, menyiram, nyiram, menyetrika, menginjak, mendorong kasar, menyeret, nyeret, menganiaya, menggigit, membakar, nyekokin, mencekoki, membius, membanting, menusuk, nusuk, membacok, menikam, menganiaya, menyiksa, nyiksa, nyiksan, mencubit, nyubit, njewer, menjewer, jewer, melecehkan, ngelecehin, mencabuli, cabuli, nyabuli, memperkosa, menyodomi, memeras, memalak, malakin, mengancam, ngancam, ngancem, meneror, membully, ngebully, merundung, mencekik, nyekik, menyekap, menelantarkan, menyundut
    .told = cerita, bercerita, bilang, bilangnya, katanya, ngomong, berkata, ngaku, mengaku, nulis, menulis, curhat
    .near = memegang, megang, pegang, meluk, memeluk, mencium, nyium, cium, mengelus, ngelus, elus, meraba, raba, ngraba, ngeraba, menggerayangi, grepe, ngintip, mengintip
    .but = film, cerpen, cerita, novel, drama, puisi, teks, dongeng, lagu, pantun, mencegah, pencegahan, sosialisasi, poster, kampanye, antikekerasan, anti kekerasan, anti bullying, anti perundungan, materi, tema, topik, proyek, projek
    .topic = kktp, hots, remedial, kisi-kisi, kokurikuler, formatif, sumatif, diagnostik, asesmen, penilaian, pembelajaran, mengajar, ngajar, rpp, modul, ajar, rubrik, cp, tp, atp, kurikulum, soal, ulangan, rapor, ptk, lkpd, lks, media, materi, bab, pr, murid, siswa, anak, projek, proyek, kokurikuler, ujian, kelompok

# Jawaban singkat (id di answers_id.md) yang boleh ditawarkan sebagai tombol di bawah kata tentang bahaya.
heard-beside =
    .danger = perundungan, bertengkar, sekolah-aman, sering-absen, lama-tidak-masuk

heard-despair = Kami ikut prihatin, dan terima kasih sudah mengatakannya. Mohon jangan memikulnya sendirian: hubungi sekarang orang yang Anda percaya, atau datangi fasilitas kesehatan terdekat. Bot ini tidak dapat menolong dalam keadaan darurat. Yang baru Anda tulis tidak disimpan oleh bot.
    .words = saya bunuh_diri, mau_bunuh_diri, saya mau_mati, mau_mati, saya mengakhiri/akhiri hidup, saya tidak mau hidup, lebih_baik_mati, mending_mati, mending_saya_mati, saya tidak_kuat hidup, saya menyakiti/melukai diri, =mau_mati, bundir, ingin_mati, mati_saja, mati_aja, capek_hidup, lelah_hidup, bosan_hidup, cape_hidup, muak_hidup, hidup tidak_ada_artinya/tidak_berarti/tidak_ada_arti/tidak_ada_gunanya/sia_sia/percuma, tidak_mau bangun_lagi, tidak_mau_hidup, tidak_mau hidup_lagi, mau_ngilang dunia, mau_menghilang dunia, menghilang selamanya/dunia, mau_pergi selamanya, mengakhiri_hidup, mengakhiri_semuanya, akhiri_hidup, akhiri_semua, tidak_pantas hidup, tidak_layak hidup, buat_apa hidup, untuk_apa hidup, tidak_ada alasan hidup, gantung_diri, minum_racun, mau_tidur tidak bangun, mati_rasa hidup, beban semua_orang/keluarga saya
heard-danger =
    Terima kasih sudah memperhatikan. Keselamatan anak didahulukan: bila ada bahaya sekarang, dampingi anak itu dan segera minta bantuan orang dewasa terdekat.

    Sampaikan hari ini juga kepada kepala sekolah atau kanal resmi sekolah; bila perlu, juga kepada layanan SAPA 129. Bot ini bukan kanal laporan. Yang baru Anda tulis tidak disimpan oleh bot; mohon jangan menulis nama atau rincian murid di sini.
    .words = bunuh_diri
# Bahaya menurut bidangnya. Dengan kata pelajaran di dekatnya (“cerpen”, “materi”) hanya berlaku bila tentang murid sendiri;
# ~ di depan: tidak berlaku sama sekali di dekat kata pelajaran.
danger-violence =
    .words =
        bekas tamparan/pukulan/cekikan/cubitan/cambukan/sundutan/gigitan/sabetan/tendangan/jambakan @child/dia, @hurting lecet/biru/berdarah/memar/luka/bengkak/pingsan/muntah, nggebugi/ngantemi/nggebuki/nempiling/ngampleng/nggablok/neunggeul/neunggeulan/nampiling/nyabok/najong @child/@adult/bocahe/dia,
        @adult nempeleng/menempeleng/menampar/nampar/menggampar/gampar/menonjok/menghajar/mukulin/memukuli, @adult melempar/melempari/lempar/nimpuk/menimpuk/timpuk dia/@child batu/kursi/sandal/sepatu/gelas/piring/botol/bata/kayu/penghapus/spidol, kena_pukul/kena_tampar/kena_hajar/kena_gampar @child/dia,
        melepuh @child, luka_bakar @child, patah_tulang @child, nyiram/menyiram/siram air_panas/air_keras dia/@child, @child sakit_badan/badan habis @adult, kasar/kejam/bengis dia/@child bapak/ayah/ibu/ibu_tiri/ayah_tiri/paman, dipukul/mukul/memukul rotan/sapu/sabuk/ikat_pinggang/gagang/kayu/selang/kabel/penggaris, preman @child, tawuran, hajar/gebukin/keroyok @child, gebukin/pukulin dia,
        @child @hurt, dia @hurt, @child @hurting @mate, @child @hurting @adult, @adult @hurting @child, @hurting @child, @mate @hurt, @adult @hurting dia, saling_pukul @child, berkelahi/kelahi @child sampai/darah/berdarah/luka/parah, tawuran,
        ~badan/wajah/muka/tangan/kaki/paha/lengan/punggung/pipi/mata/leher/tubuh biru/lebam/memar/lebam2/bengkak, biru_biru @child, sampai biru, sampe biru, ~bekas luka/lukanya/pukulan/cambukan/cambuk/sundutan/gigitan/sabetan/cubitan/cekikan, ~@child luka/luka2, ~@child berdarah, bibir pecah, @child dihukum sampai/sampe/pingsan/nangis, @child dijemur, @child dilempar guru/penghapus/batu/kursi/sandal/sepatu,
        orang_tua/ortu/ayah/bapak/ibu/emak/paman suka/sering/terus mukul/memukul/kasar/main_tangan, main_tangan @adult, @child kdrt, ortu/orang_tua kasar @child, kekerasan @child saya/itu/ini/korban, korban kekerasan/kdrt/bullying/pelecehan
danger-sexual =
    .words =
        @child/dia dipeluk/dirangkul/dipangku/dipijat/pijat/mijat/mijit/pijit/dipijit guru/kepsek/kepala_sekolah/om/paman/kyai/kiai/ustaz/ustadz/pelatih/pembina/satpam/tetangga/sopir/pak_guru/abang, gambar/foto/video/stiker/chat alat_kelamin/kemaluan/payudara/titit/penis/jorok/cabul @child/dia/guru, pacar/pacarnya/cowoknya memaksa/maksa/dipaksa dia/@child, memaksa/maksa/dipaksa berhubungan/hubungan/cium/ciuman/telanjang/pegang,
        @child dicium kepala_sekolah/kepsek/guru/om/omnya/paman/tetangga/pelatih/ustaz/ustadz/teman/pacar/satpam/senior/pembina, menggauli/gauli/menyetubuhi dia/@child/anak, video/film/gambar/konten dewasa @child/dia, @adult meraba/meraba_raba/ngeraba/ngraba/menggerayangi/grepe_grepe/grepein @child/dia, dimandiin/dimandikan omnya,
        @child @touched @private, dia @touched @private, @child @lewd, @adult @lewd siswi/murid/siswa/anak/santri, !@child film/video/foto/gambar porno/bokep/mesum/bugil/telanjang, buka/membuka/melepas/copot/bukain celana/baju/rok/pakaian @child/dia/siswa/murid/anak/siswi/adik_kelas, mandi merekam/direkam/intip/diintip/ngintip/difoto/rekam, dimandiin/dimandikan om/paman/kakek/ayah_tiri/abang/tetangga, kasur/ranjang/tempat_tidur naik/tidur/masuk/diajak abang/om/paman/kakak/ayah/bapak/kakek/ayah_tiri/bapak_tiri/sepupu, masuk_kamar/masuk_ke_kamar malam/dia/abang/om/paman/kakek, berdua/berduaan/sendirian ruangan/ruang/kamar/gudang/rumah @child dipanggil/diajak/disuruh/kepala_sekolah/kepsek/guru/nangis/menangis/om/paman/pak/pak_guru, ruangan/kamar/gudang dipanggil/diajak/dibawa @child nangis/menangis/malam, chat/chatting/wa/dm/pesan mesra/genit/sayang/malam/merayu/rayu siswi/murid_perempuan guru/kepsek/kepala_sekolah/pelatih/honorer, guru/kepsek/kepala_sekolah/pelatih/pembina merayu/ngerayu/menggoda/godain/genit/naksir/macarin/pacaran/mesra/colek siswi/murid/siswa/santri, @child pacaran gurunya/pak_guru/kepsek/om_om/bapak_bapak/duda/suami, @child diajak hotel/kos/kosan/kontrakan/villa/penginapan, nginap/menginap siswi/@child pacar/cowok/laki_laki,
        dilecehkan, dicabuli, diperkosa, disodomi, cabul, sodomi, mesum @child, @child kekerasan_seksual/pelecehan/pelecehan_seksual, @adult @near @child suka/sering/pernah/maksa/paksa/diam_diam/tanpa_izin/terus/tiap/paha/dada/pantat/bibir/rambut/badan/tubuh/pinggang, @child kemaluan/payudara/alat_vital/bagian_pribadi/bagian_intim/area_pribadi dipegang/disentuh/diraba/dilihat/diperlihatkan, disentuh/dipegang/diraba/diperlihatkan kemaluan/payudara/bagian_pribadi/bagian_intim/alat_kelamin, foto/video/gambar/vidio bugil/telanjang/mesum/porno/seksi/syur/vulgar/intim/tanpa_busana, buka_baju @child, masuk_kamar dia/@child, tidur_sama/tidur_bareng/tidur_dengan @child om/paman/pacar/guru/ayah_tiri, melayani @adult, pacaran/pacar/pacarin/macarin guru/gurunya/om_om @child, pacaran/pacarin/macarin murid/siswi/siswa/santri guru/kepsek/kepala_sekolah/ustaz/pelatih,
        @child open_bo/michat/prostitusi/psk/jual_diri, @child ke_hotel/hotel/losmen, @child berhubungan_badan/hubungan_intim/hubungan_badan/berhubungan_intim, ~@child seks/sex bebas, siulan/cat_calling siswi
danger-self =
    .words =
        @child/dia mengakhiri/akhiri semuanya/semua/segalanya/hidup, @child/dia nyekik/mencekik/jerat/menjerat leher/diri, @child/dia jaket/lengan_panjang sayatan/luka,
        lebih_baik tanpa dia/@child, dunia tanpa dia/@child, cara_mati/cara_bunuh_diri/cara_cepat_mati @child/dia, @child/dia minum/nelan/menelan pembersih/sabun/karbol/cairan/bensin/minyak_tanah/obat_rumput, gantung_diri @child/dia,
        @child pergi/menghilang/ngilang selamanya, selamanya pergi nulis/bilang/menulis, @child lebih_baik tidak_ada/mati/pergi, dia/aku tidak_ada lebih_baik @child, tidak_ada_gunanya/tidak_berguna hidup @child, @child nelan/menelan/nenggak/menenggak/meminum/minum/ngombe obat_serangga/obat_nyamuk/obat_tikus/racun/deterjen/pemutih/baygon/pestisida/pil/obat_tidur/semprotan, @child capek/lelah/cape hidup/pergi_selamanya/mati, @child barcode, @child ngiris/mengiris/iris/menggores/ngegores/goresin/menusuk tangan/lengan/diri/nadi/pergelangan/pahanya/paha, @child menyakiti/melukai/nyakitin/ngelukain diri/dirinya, @child pamit/wasiat/surat mati/selamanya/perpisahan, @child jembatan/rel/atap/gedung loncat/lompat/terjun/bunuh, putus_asa @child hidup/mati,
        bunuh_diri, @child mau_mati/mati_aja/mati_saja/ingin_mati, mau_mati dia/bilang, @child lebih_baik_mati/mending_mati, @child bundir, bundir dia, @child mengakhiri/akhiri hidup, dia mengakhiri hidup, @child tidak hidup_lagi, tidak_mau_hidup @child, bosan/capek/lelah hidup @child, @child loncat/melompat/lompat/terjun/nglompat lantai/gedung/jembatan/atap/sungai/rel/jendela, mau loncat/lompat/melompat @child, @child gantung/menggantung diri, gantung_diri, ~@child minum/meminum/nenggak racun/baygon/pestisida/pemutih/obat_nyamuk, minum_racun @child, @child overdosis, @child minum_obat/minum_pil banyak/segenggam/sekaligus, menyakiti/melukai diri, silet/menyilet/menyayat/nyilet/nyayat/nyileti/gores/menggores/goresan/sayatan/barcode tangan/lengan/diri/pergelangan/paha, bekas/luka sayatan/silet/goresan, self_harm, mukulin/memukul/membenturkan/benturkan/mbenturke kepala/diri dia/sendiri/tembok, @child surat wasiat, tidak_mau_hidup dia
danger-neglect =
    .words =
        @child/dia tidak_ada_yang_merawat/tidak_ada_yang_menjaga/tidak_ada_yang_mengasuh/tidak_ada_yang_peduli/tidak_ada_yang_jaga, @child tidur emperan/kolong_jembatan/masjid/pos_ronda/pasar,
        @child/dia tidak_ada_makanan/tidak_punya_makanan/tidak_ada_beras, @child/dia tanpa_sarapan/tidak_sarapan/belum_sarapan tidak_ada/tidak_punya/sering/tiap,
        @child makan sekali_sehari/cuma_sekali/sehari_sekali/jarang, makan sekali sehari @child, tinggal_tulang/kurus_kering/kurus_sekali/tulang @child, dia/@child tinggal siapa_tidak/sama_siapa/dengan_siapa/sebatang_kara, penjara/dipenjara/kabur/minggat ibu/ayah/bapak/orang_tua/ortu dia/@child, tidak_ada_yang_mengurus/tidak_ada_yang_ngurus/tidak_terurus/tidak_terawat/tidak_diurus @child/dia, @child pingsan lapar/kelaparan/belum_makan, @child kardus/pemulung/memulung/ngemis, dikurung/kurung kandang/kamar/gudang/rumah,
        @child telantar/terlantar/ditelantarkan, tidak_dikasih/tidak_diberi/jarang_dikasih/jarang_diberi/ga_dikasih makan, @child kelaparan/kurang_gizi/busung, @child tidak_makan hari/berhari_hari/kemarin, tidak makan hari @child, belum makan kemarin/hari @child, @child ditinggal/ditinggalin/ditinggalkan sendiri/sendirian/kabar/merantau/berhari_hari/bertahun_tahun/kabur, @child tinggal sendiri/sendirian, @child tidur pasar/jalan/jalanan/terminal/emperan/kolong/luar, @child tidak punya rumah, tidak_diurus @child, @child dirantai/dipasung/diikat
danger-home =
    .words =
        @child ketakutan/gemetar/gemetaran/trauma @adult, @child takut_ketemu/takut_bertemu/takut_lihat/takut_melihat/takut_dekat @adult, @child takut/ngeri satpam/sopir/kakak/abang/tetangga/kepsek/ustaz/ustadz, tidak_mau_pulang/nggak_mau_pulang/tidak_berani_pulang/takut_pulang @child, @child diusir, tidak_betah rumah @child dipukul/dimarahi/bapak/ibu,
        @child takut/tidak_mau/tidak_berani/enggan pulang, @child takut ayah/bapak/ibu_tiri/ayah_tiri/bapak_tiri/paman/om/kakek/pacar/papa/orang_tua/ortu/orang_rumah/pelatih/pembina, @child gemetar/gemetaran/menggigil paman/ayah/bapak/om/dijemput/pulang, @child kabur/minggat/lari rumah, kabur_dari_rumah, @child kabur hubungi/hilang
danger-missing =
    .words =
        @child/dia belum_ketemu/belum_diketemukan/tidak_ketemu sampai/kemarin/hari/sekarang, kabur sama/dengan/bareng pacar/om_om/cowok/laki_laki @child/dia/siswi,
        dibawa_kabur/dibawa_lari/dilarikan @child, @child tidak_ada_kabar/tanpa_kabar/hilang_kontak/tidak_bisa_dihubungi/menghilang/lenyap, @child tidak_ditemukan/belum_ditemukan/dicari_cari, @child tidak_pulang/belum_pulang/tidak_pulang_pulang hari/malam/semalam/kemarin/rumah/sampai,
        @child hilang kemarin/hari/dicari/tadi/sejak/sekolah/pagi/malam/minggu, @child saya hilang, @child menghilang, @child belum/tidak_pulang pulang kemarin/malam/hari/semalam/seminggu, @child diculik, penculikan @child, @child dibawa orang_tak_dikenal/orang_asing/orang
danger-pregnant =
    .words =
        @child/siswi tidak/belum/telat/terlambat/berhenti haid/mens/menstruasi/datang_bulan bulan/lama, siswi/murid/dia perut buncit/membesar/besar/buncitnya, test_pack/testpack @child, @child melahirkan/lahiran/bersalin, @child berbadan_dua/isi_duluan/kebobolan/menghamili, dihamilin/dihamili/menghamili @adult,
        ~siswi/murid/anak/dia/santri/santriwati hamil/mengandung/bunting/hamilin, ~@child telat haid/mens/menstruasi/datang_bulan, @child hamil saya/itu/positif, hamil_di_luar_nikah @child, @child aborsi/gugurkan/menggugurkan/digugurkan, ~hamil @child bulan
danger-drugs =
    .words =
        barang_haram @child/jual/kantin/bawa, @child lem/bensin/thinner kecanduan/hirup/ngirup/isap/ngisap/sniffing/mabuk, @child kecanduan lem/obat/narkoba/pil/alkohol/miras, pil/obat jual/edar/mengedarkan/ngedarin @child terlarang/keras/setelan/koplo/haram, @child pengedar/kurir narkoba/sabu/ganja/obat/narkotika/sajam, @child nyimeng/cimeng/gorilla/tembakau_gorila/tembakau_sintetis/sinte/magic_mushroom/kecubung, @child sempoyongan/bau_alkohol, dicekokin/dicekoki miras/alkohol/tuak/arak/pil/obat,
        @child sabu/nyabu/ganja/nyimeng/ngelem/ngobat/putau/ekstasi/pil_koplo/tramadol/heksimer/lem_aibon/aibon/nge_fly, ~@child narkoba/narkotika/obat_terlarang, jual/bawa/pakai pil_koplo/sabu/ganja/tramadol, ~@child mabuk/mabok/teler/miras/minuman_keras/minum_alkohol/tuak/arak/ciu, @child judi_online/judol/slot, lem ngirup/ngisap/hirup/mabuk/mabok
danger-weapon =
    .words =
        ~@child bawa/membawa/mbawa arit/sabit/kapak/gergaji/palu/besi/rantai/pentungan/stik/double_stick/ketapel/paser,
        ~@child bawa/membawa/mbawa/punya/simpan bom/molotov/pistol_rakitan/pedang/samurai/pisau_lipat/gobang/mandau/katana, parang/golok/celurit/pistol/senjata/pisau/sajam mengancam/ngancam/ngancem/ancam/acungkan/mengacungkan, menodong/ditodong/todong @child, @child bawa_bom,
        ~@child bawa/membawa/mbawa pisau/golok/celurit/clurit/parang/senjata/senjata_tajam/sajam/gir/badik/keris/silet/pedang/airsoft/pistol/kerambit/linggis, sajam @child, @child mengancam/ngancam/ngancem membunuh/bunuh/bakar/tusuk/menusuk/bacok, @child mau tusuk/bacok/bunuh/membunuh/bakar, diancam bunuh/dibunuh, bom sekolah
danger-forced =
    .words =
        ~@child/dia dipaksa/memaksa/maksa/dipaksain kurir/menyerahkan/nyerahin/makan/minum/tanah/kotoran/sampah/hp/uang/duit/buka/mencuri/nyuri/merokok/ngerokok/telanjang/nonton/kirim/transfer/pacaran/tidur/berkelahi/berantem/ngutang, disuruh/diajak jadi/bawa/antar kurir/narkoba/sabu @child,
        kawinkan/mengawinkan/nikahkan/menikahkan/kawinin/nikahin/jodohkan/menjodohkan dia/@child/murid/siswi, dijodohkan @child/dia/siswi, @child cari_uang/cari_duit/nyari_uang/nyari_duit/cari_nafkah disuruh/dipaksa/malam/lampu_merah, lampu_merah @child, @child jadi_pembantu/jadi_tkw/jadi_tki/jadi_pemulung/jadi_manusia_silver/jadi_pengemis/jadi_psk, disuruh/dipaksa kerja/bekerja/jualan/ngamen/ngemis/melaut/memulung/nyolong/mencuri/ngutil @child/dia, putus_sekolah kerja/disuruh/dipaksa @child, dijual/menjual anak/siswi/dia ibu/bapak/orang_tua/paman/om/mucikari,
        dipaksa/disuruh/diminta nikah/menikah/kawin/kerja/bekerja/ngemis/mengemis/jualan/berjualan/ngamen/mengamen/melacur/melayani/mencuri/buka @child, dipaksa menikah/nikah/kawin, dinikahkan/dikawinkan @child, @child nikah/menikah/kawin dini/paksa/siri, @child mau nikah/kawin dini/smp/kelas, disuruh_kerja @child, dipaksa minum/makan kencing/kotoran/sampah/alkohol, diperbudak, @child dijual teman/orang/ibu/ayah/om/michat/temannya/orang_tua/ke/lewat, @child pinjol/rentenir/debt_collector
danger-online =
    .words =
        @child/dia dimintai/diminta/disuruh/dimintain transfer/uang/duit/pulsa/top_up video/foto/disebar/ancam/diancam/orang_asing/pacar_online, ai/editan/dimanipulasi/diedit bugil/telanjang/mesum,
        blackmail/diblackmail/sextortion @child/foto/video, @child foto_pribadi/foto_pribadinya/video_pribadi disebar/sebar/diancam/ancam/diperas/blackmail/diminta, @child direkam/difoto/divideo mandi/ganti/telanjang/diam_diam/toilet/wc/kamar_mandi, @child stiker/chat/video/pesan porno/mesum/cabul/jorok, @child diajak/ajak vcs/video_call_seks/ketemuan/check_in/kopi_darat/kopdar, akun_palsu/akun_fake/deepfake @child foto/video, @child ditipu/tertipu/terjerat/terjebak online/judi/pinjol/investasi/pacar,
        @child foto/video sebar/disebar/tersebar/disebarkan/menyebar/viral ancam/diancam/telanjang/bugil/pribadi/aib, @child diajak/ajak/ketemuan/bertemu/janjian/ketemu orang_asing/tidak_kenal/tidak_dikenal/kenalan/om_om/online/tiktok/facebook/fb/instagram/game/medsos/michat, kenal laki_laki/cowok/om tiktok/facebook/fb/instagram/game/medsos/online @child, @child diperas/pemerasan/sextortion/dipalak, @child grooming, @child kirim foto bugil/telanjang/seksi/syur
danger-medical =
    .words =
        ~@child pingsan/kejang/sekarat/keracunan/tenggelam/tersengat/kecelakaan/tertabrak/sesak_napas/muntah_darah/tidak_sadar/tidak_sadarkan, @child sampai/sampe pingsan/muntah/berdarah, @child saya pingsan/kejang
danger-bullying =
    .words =
        @child/dia dikerjain/dikerjai/dijahili/dijahilin/digangguin/diganggu nangis/menangis/toilet/terus/tiap/trauma, @child/dia dianggap pembawa_sial/aib/najis, dijauhi/dikucilkan dia/@child,
        dipanggil/dikatai/dijuluki/diteriaki monyet/anjing/babi/gendut/bodoh/banci/bencong/hitam/cacat/jelek/idiot/autis @child/dia,
        @child minta_uang/minta_duit/mintain/dimintai/dimintain hari/kakak_kelas/senior/tiap/paksa/ancam, kakak_kelas/senior/teman/geng minta_uang/minta_duit/memalak/malak/palak/mintain @child/tiap/terus/hari, @child diceburin/diceburkan/disembunyikan/dirampas/dipelorotin/dipelorotkan/dicoret/dikerjain/dikerjai teman/kakak_kelas/terus/tiap/geng/ramai_ramai,
        @child dibully/dirundung/dibuli/dibuly, @child @mocked, @mate dibully/dirundung
heard-unsafe =
    Perundungan dan kekerasan perlu ditangani bersama. Bila ada murid yang sedang mengalaminya, sampaikan hari ini juga kepada kepala sekolah atau kanal resmi sekolah; bila perlu, juga kepada layanan SAPA 129.

    Mohon jangan menulis nama atau rincian murid di sini. Yang baru Anda tulis tidak disimpan oleh bot.
    .words = perundungan, bullying, buliying, bulying, bully, dibully, dirundung, kekerasan, kdrt, pelecehan, kekerasan_seksual, pelecehan_seksual, penganiayaan
heard-grief = Kami ikut prihatin, { $address }. Semoga Anda dan keluarga diberi kekuatan. Tidak ada yang harus diisi sekarang; kapan pun Anda kembali, semuanya masih ada.
    .words =
        ayah/bapak/ibu/mama/papa/orang_tua/ortu/suami/istri/anak/anak_saya/kakak/adik/kakek/nenek/mertua/paman/bibi/om/tante/saudara/keluarga/sahabat/teman/rekan/mamak/emak/bapa meninggal/wafat/berpulang/tiada/mninggal/tutup_usia/dimakamkan/koma, ayah/bapak/ibu/mama/papa/orang_tua/ortu/suami/istri/anak_saya/kakak/adik/kakek/nenek/mertua/paman/bibi/saudara/keluarga/sahabat/rekan/mamak/emak/bapa kritis,
        ayah/bapak/ibu/mama/papa/orang_tua/ortu/suami/istri/anak_saya/kakak/adik/kakek/nenek/mertua/keluarga/saudara/emak sakit/opname/dirawat/operasi/dioperasi/masuk_rs/rumah_sakit/icu/kecelakaan/stroke/kanker/struk saya/aku/sedang/lagi/baru/masuk/di,
        saya berduka, lagi_berduka, sedang_berduka, berduka, saya kehilangan ayah/bapak/ibu/suami/istri/anak/orang_tua, keguguran saya, saya keguguran, saya opname/dirawat/operasi/kecelakaan, kecelakaan saya, rumah saya kebakaran/banjir/kebanjiran/roboh/terbakar, kena_musibah, dapat_musibah, ada_musibah, saya musibah, saya cerai/bercerai/diceraikan, anak_saya sakit
heard-pay = Kami mengerti, itu tidak ringan, dan pekerjaan Anda berarti bagi murid. Soal honor tidak dapat kami bantu dari sini; kemukakanlah kepada kepala sekolah atau rekan yang Anda percaya bila Anda mau.
    .words = honor/gaji/insentif/tunjangan/upah kecil/kecil2/sedikit/kurang/telat/terlambat/macet/belum_cair/belum_dibayar/belum_turun/belum/tidak_cukup/cuma/hanya/tidak_naik/minim/pas_pasan/seuprit/dipotong/rendah, honorer capek/lelah/susah/nasib/gaji/honor/sedih/kapan, gajian belum/telat/kapan, gaji/honor/upah kapan, tidak_digaji, belum_gajian, nasib_honorer, nasib_guru, tidak_punya_uang, tidak_ada_uang, utang saya, saya terlilit
heard-alone = Terasa sendirian itu wajar, dan Anda tidak harus memikulnya sendiri. Barangkali ada seorang rekan tepercaya yang dapat diajak bicara hari ini.
    .words = kesepian, saya sepi, =sepi, saya kangen, =kangen, kangen keluarga/rumah/anak/suami/istri/murid, saya sendirian, =sendirian, sendirian saya, merasa sendiri/sendirian, tidak punya teman saya, tidak_punya_teman, tidak_ada_teman, tidak_ada yang peduli/mendukung/mengerti saya, saya dijauhi/dikucilkan rekan/guru/teman/guru_lain, saya rindu, =rindu, jauh_dari keluarga/suami/istri/anak, homesick
heard-hurt = Kami ikut prihatin. Dimarahi atau tidak dihargai itu menyakitkan, dan satu hari yang berat tidak menentukan mutu Anda sebagai guru. Bila mau, bicarakan dengan rekan yang Anda percaya.
    .words = saya dimarahi/dimarahin/ditegur/dibentak/diomelin/diomeli/disalahkan/disindir/dimaki/dihina/diremehkan/dicemooh/diejek/digosipin/difitnah/dipojokkan/diprotes/dikritik, dimarahi/dimarahin/diomelin/dibentak/ditegur kepala_sekolah/kepsek/atasan/wali_murid/orang_tua/ortu/pengawas/senior, tidak_dihargai, kurang_dihargai, tidak_dianggap, diremehkan saya, tidak_ada yang menghargai, saya guru_buruk/guru_jelek/guru_gagal, gagal_jadi_guru, gagal_sebagai_guru, gagal_jadi guru, merasa_gagal, saya gagal, guru_yang_buruk, guru_yang_gagal, bukan_guru_yang_baik, tidak_pantas jadi/menjadi guru, tidak_pantas_jadi_guru, tidak_cocok jadi/menjadi guru, saya tidak_becus, tidak_becus, saya bodoh, saya bego, saya tidak_berguna, tidak_berbakat, orang_tua/ortu/kepsek/kepala_sekolah/wali_murid marah saya, dipermalukan saya
heard-clumsy = Tidak apa-apa, { $address }. Cukup tekan satu tombol atau ketik satu kata; tidak ada yang rusak bila salah tekan, dan semua jawaban dapat diubah.
    .words = gaptek, gagap_teknologi, saya tidak bisa teknologi/hp/komputer/internet/it, tidak_bisa_hp, saya tidak_paham teknologi/hp/komputer, tidak_ngerti_hp, kurang_paham_teknologi, saya sudah_tua, sudah_tua, faktor_u, faktor_usia, mata saya rabun, tulisan kecil/kekecilan, ribet saya hp
heard-regret = Menyesal itu tanda Anda peduli. Satu hari yang kacau tidak menentukan Anda sebagai guru. Permintaan maaf yang singkat kepada murid biasanya sudah memulihkan banyak.
    .words = menyesal/nyesel/nyesal marah/marahin/memarahi/marah_in/bentak/membentak/bentakin/kasar/emosi/teriak/ngomel, saya marah_in/marah_marah_in/marahi/marahin/memarahi/bentak/membentak/bentakin/omelin/ngomelin/teriakin/meneriaki murid/anak/siswa/bocah/mereka, =menyesal, =nyesel, =menyesal_sekali, merasa_bersalah, rasa_bersalah, kelepasan marah/emosi/bentak/omong, keceplosan marah/kasar/bentak, terlanjur marah/emosi/bentak, telanjur marah/emosi/bentak, saya terlalu_keras/terlalu_galak
heard-astray = Maaf, jawaban tadi meleset. Coba tulis lagi dengan kata lain, pendek saja, misalnya “kelas ramai” atau “cara membuat rubrik”.
    .words = bot ngaco/ngawur/tidak_nyambung/melenceng/salah_jawab, =ngaco, =ngawur, tidak_nyambung jawaban/balasan/bot/amat/banget/sama_sekali, =tidak_nyambung, kok_tidak_nyambung, kok_ngaco, kok_ngawur, kok_jawaban ngaco/ngawur/aneh/tidak_nyambung/tidak_jelas/begitu/gitu/salah/beda/melenceng/tidak_sesuai/tidak_cocok, =jawaban_ngaco/jawabannya_ngaco/jawabanya_ngaco/jawaban_ngawur/jawabannya_ngawur/jawabanya_ngawur/jawabannya_aneh/jawabanya_aneh/jawabannya_salah/jawabanya_salah/jawabannya_tidak_sesuai/jawabannya_tidak_jelas/jawabannya_melenceng/balasannya_ngaco, bukan_itu maksud/pertanyaan/yang_ditanya, tidak_menjawab pertanyaan, jawaban_bot ngaco/ngawur/aneh/salah
heard-angry-class = Kesal itu wajar, { $address }; kelas memang menguras kesabaran. Satu tarikan napas sebelum menjawab sering sudah menolong.
heard-beside-worry = Tentang “{ $title }”, ini yang dapat dicoba:

    { $words }
heard-angry = Kami mengerti Anda sedang kesal, dan itu wajar. Bila bot ini yang merepotkan, kami mohon maaf; pesannya boleh dijeda atau dihentikan kapan saja.
    .words = kesal, kesel, marah, jengkel, sebel, sebal, muak, gondok, dongkol, saya emosi, =emosi, nyebelin, menyebalkan, menjengkelkan, bot bodoh/jelek/error/payah/lemot, =bodoh, =goblok, =tolol, =bego, =payah, =jelek, goblok, tidak_guna, tidak_berguna, tidak_membantu, tidak_bermanfaat, percuma, bikin_repot, merepotkan, bikin_ribet, =ribet, =anjing, =bangsat, =sial, sialan, bete, bt_banget, =bt, =bete, sebel, geregetan, gregetan, gemes_banget, ngeselin, bikin_kesal, bikin_emosi, =jancok, jancuk, =jancuk, =asu, =goblog, =kampret, =asem, =bangke, =brengsek, =tai, =taik, =bajingan, =monyet, =babi, bot tidak_jelas/aneh/lelet/lambat/rese/bloon, bot_tidak_jelas, =tidak_jelas, muter_muter, mbulet, ribet amat/sekali/banget/bgt/ini, =ribet, buang_waktu, buang_buang_waktu, wasting_time, tidak_penting, =lebay, capek_deh, kecewa_bot, kecewa sama bot
heard-grumble = Kami mengerti, ini bisa terasa merepotkan. Satu kalimat pendek sudah cukup, boleh dilewati, boleh juga ditinggal dulu; tidak ada yang hilang.
    .words = =ngapain, =ngapain_ini, =ini_ngapain, =ngapain_begini, =ngapain_begituan, =ngapain_isi_ini, =ngapain_susah_susah, =apaan, =apaan_ini, =ini_apaan, =apa_apaan, =apa_apaan_ini, =ini_apa_apaan, =banyak_amat, =banyak_amat_pertanyaan, =banyak_amat_pertanyaannya, kok_banyak_banget/kok_banyak_bgt/kok_banyak_amat/kok_panjang_banget/kok_panjang_bgt/kok_lama_banget/kok_lama_bgt, =au, =kebanyakan_tanya, =kebanyakan_nanya, =nanya_terus, =nanya_mulu, =tanya_mulu, =tanya_terus, =panjang_amat, =lama_amat, =ribed, =ruwet, =ruwet_amat, =repot_amat, =ribet_amat, =ngerepotin, =ngrepotin, =nyusahin, =menyusahkan, =malesin, =malas_amat, =males_amat, =bosen, =bosenin, =ngebosenin, =gaje, =gitu_gitu, =gitu_terus, =begitu_terus, =ini_lagi, =bodo_amat, =bodoamat, =masa_bodoh, =masa_bodo, =aduh, =haduh, =hadeh, =hadeuh, =duh_ampun, =huft, =hufft, =huh, =ih, =ya_ampun, =ampun
heard-tired = Wajar bila terasa berat; mengajar memang menguras tenaga dan perasaan. Tidak ada yang harus selesai hari ini, dan semua jawaban Anda tetap tersimpan.
    .words = lelah, capek, capai, cape, kecapekan, kecapean, letih, penat, burnout, burn_out, saya jenuh, saya bosan, =jenuh, =bosan, pusing, mumet, stres, stress, setres, saya depresi, =depresi, kewalahan, keteteran, overwhelmed, tidak_kuat, tidak_kiat, tidak_tahan, tidak_talok, tidak_sanggup, tidak_semangat, tidak_mood, saya menyerah, menyerah_saja, nyerah, putus_asa, saya sedih, =sedih, saya menangis/nangis, =nangis, saya kecewa, =kecewa, saya down, galau, saya malas/males, lagi_malas, lagi_males, =malas, =males, saya ngantuk, =ngantuk, sakit_kepala, saya sakit, lagi_sakit, sedang_sakit, =sakit, tepar, banyak_masalah, mau_nangis, mau_menangis, mau_menjerit, mau_teriak, mau_resign, resign, mau_mundur_saja, mau stop_jadi_guru, stop jadi guru, stop_mengajar saya, berhenti_jadi_guru, mau_pensiun, saya down, down_banget, =down, drop saya, =drop, mumet, ngelu, judeg, pening, hilang_semangat, kehilangan_semangat, tidak_bersemangat, kurang_semangat, patah_semangat, patah_hati, hancur, =hancur, remuk, lunglai, loyo, lemas, lemes, teler, tumbang, kurang_tidur, tidak_bisa_tidur, susah_tidur, insomnia, begadang, kecapaian, sumpek, mumet_sirah, kesel_awak, teu_kuat, bosan_ngajar, bosan_mengajar, tidak_betah, hampa, =hampa, menyesal jadi guru, nyesel jadi guru, beban berat saya, terbebani, tertekan, saya frustasi, frustasi, frustrasi, saya trauma, nelangsa, sedih saya, sedih_banget, sedih_sekali, kecewa_banget, kecewa_sekali
heard-worried = Rasa khawatir itu wajar, dan tidak ada yang menilai Anda di sini. Anda boleh mulai dari satu hal kecil, atau berhenti dulu.
    .words = cemas, khawatir, kuatir, kawatir, saya gelisah, =gelisah, was_was, waswas, saya takut, takut_salah, =takut, deg_degan, grogi, gugup, minder, dag_dig_dug, degdegan, panik, parno, paranoid, overthinking, ngeri saya, malu saya, malu_jawab, malu_mengisi, saya malu, =malu, takut dinilai/salah/ketahuan/jelek/supervisi/pengawas/kepsek/kepala_sekolah/dipecat/dimarahi, takut_dinilai, supervisi takut/grogi/deg_degan/gugup/cemas, akreditasi takut/cemas, tidak_pede, tidak_percaya_diri, tidak_yakin, insecure, nervous
heard-busy = Tidak apa-apa, belum sempat itu wajar. Tidak ada yang hilang; kapan pun Anda kembali, bot melanjutkan dari tempat yang sama.
    .words = belum_sempat, tidak_sempat, blm_sempat, blm_sempet, belum_sempet, tidak_sempet, tidak_ada_waktu, tidak_punya_waktu, belum_ada_waktu, saya sibuk, lagi_sibuk, masih_sibuk, sedang_sibuk, =sibuk, banyak_kerjaan, banyak_tugas, banyak_administrasi, saya lembur, =lembur, kerjaan numpuk/menumpuk/banyak/bejibun/segunung, pekerjaan menumpuk/numpuk/banyak, tugas numpuk/menumpuk/segunung saya, kerjaan_numpuk, administrasi numpuk/menumpuk/banyak, repot saya, =repot, lagi_repot, masih_repot, sedang_repot, repot_banget, repot_sekali, hectic, riweuh, rempong, =rempong, tidak_keburu, tidak_kekejar, tidak_terkejar, tidak_cukup_waktu, waktunya mepet, waktu_mepet, mepet, belum_kelar, belum_selesai, tidak_kelar, lupa maaf, =lupa, saya lupa maaf, maaf telat, maaf terlambat, =telat, telat_ngisi, telat_isi, ketinggalan saya, padat jadwal, jadwal_padat, kejar_setoran, dikejar deadline, deadline banyak, banyak_rapat, rapat_terus, banyak_acara, sibuk_banget, sibuk_sekali, soksibuk
heard-praise = Terima kasih, { $address }. Semoga berguna di kelas.
    .words = bagus, mantap, mantab, mantul, keren, hebat, luar_biasa, top, membantu, bermanfaat, berguna, senang, suka, asyik, asik, alhamdulillah, puji_tuhan, semangat, berhasil, sukses
# Kata tentang kiriman yang berisi bahaya, dan yang diketik sesudah “Balas”: belum ada yang diteruskan.
heard-media = Kiriman itu tidak disimpan dan belum diteruskan kepada siapa pun.
heard-before-sending = { $despair ->
    [ya] Kami ikut prihatin, dan terima kasih sudah mengatakannya. Mohon jangan memikulnya sendirian: hubungi sekarang orang yang Anda percaya, atau datangi fasilitas kesehatan terdekat. Bot ini tidak dapat menolong dalam keadaan darurat.
   *[tidak] Terima kasih sudah memperhatikan. Keselamatan anak didahulukan: bila ada bahaya sekarang, dampingi anak itu dan segera minta bantuan orang dewasa terdekat. Sampaikan hari ini juga kepada kepala sekolah atau kanal resmi sekolah; bila perlu, juga kepada layanan SAPA 129. Mohon jangan meneruskan wajah, nama, atau rincian murid.
    } Belum ada yang diteruskan.
rest =
    .pause = Istirahat dulu
courtesy = Baik, { $address }.
# Pertanyaan yang terbuka, pendek, sesudah sesuatu yang lain dijawab.
still-coach-swap = Pertanyaan kami tadi: langkah mana yang dijalani?
still-coach-tasks = Pertanyaan kami tadi: mana yang ingin Anda coba?
still-coach-own = Pertanyaan kami tadi: tugas apa yang ingin Anda coba?
still-coach-model = Tadi sampai di contoh: silakan baca contohnya, lalu lanjut.
still-coach-modelof = Tadi sampai di contoh: silakan baca contohnya, lalu lanjut.
still-coach-say = Pertanyaan kami tadi: apa kalimat Anda untuk murid?
still-coach-looks = Pertanyaan kami tadi: mana yang jawabannya ya?
still-coach-days = Pertanyaan kami tadi: kapan akan Anda coba?
still-coach-group = Pertanyaan kami tadi: di mana akan Anda coba?
still-coach-words = Pertanyaan kami tadi: bagaimana rencananya?
still-coach-aids = Pertanyaan kami tadi: apa yang perlu disiapkan?
still-coach-wait = Rencana Anda menunggu; sudah dicoba?
still-coach-later = Pertanyaan kami tadi: dibuat lebih ringan, atau pindah hari?
still-coach-pupils = Pertanyaan kami tadi: apa yang tampak pada murid?
still-coach-proof = Pertanyaan kami tadi: adakah bukti yang ingin disimpan?
still-coach-gate = Pertanyaan kami tadi: sudah aman untuk disimpan?
still-coach-private = Pertanyaan kami tadi: simpan begini, atau tulis ulang?
still-coach-look-back = Pertanyaan kami tadi: bagaimana refleksi Anda?
still-coach-again = Pertanyaan kami tadi: coba sekali lagi, atau cukup dulu?
still-coach-level = Pertanyaan kami tadi: tingkat mana yang paling menggambarkan Anda?
still-coach-sum = Pertanyaan kami tadi: sudah sesuai?
still-coach-habit = Pertanyaan kami tadi: sudah biasa Anda lakukan?
still-coach-piece = Pertanyaan kami tadi: adakah bukti yang ingin disimpan?
still-evaluation-became = Pertanyaan kami tadi: bagaimana jadinya niat itu?
still-evaluation-how = Pertanyaan kami tadi: bagaimana ceritanya, dalam satu kalimat?
still-evaluation-planned = Pertanyaan kami tadi: bagaimana jadinya rencana itu?
still-evaluation-planhow = { still-evaluation-how }
still-evaluation-wenthow = { still-evaluation-how }
still-evaluation-length = Pertanyaan kami tadi: fokus atau lengkap?
still-evaluation-name = Pertanyaan kami tadi: langkah mana yang ingin dilihat?
still-evaluation-item = Pertanyaan kami tadi: tingkat mana yang paling menggambarkan Anda?
still-evaluation-pupils = Pertanyaan kami tadi: apa yang kini bisa dilakukan murid?
still-evaluation-private = { still-coach-private }
still-evaluation-strength = Pertanyaan kami tadi: langkah mana kekuatan Anda?
still-evaluation-focus = Pertanyaan kami tadi: langkah mana yang ingin dikuatkan?
still-evaluation-intention = Pertanyaan kami tadi: apa niat Anda?
still-evaluation-hello = Tadi sampai di evaluasi; boleh dimulai kapan saja.
still-evaluation-summary = Tadi sampai di ringkasan evaluasi: silakan periksa, lalu simpan.
still-evaluation-line = Pertanyaan kami tadi: apa isi baris rencana ini?
still-evaluation-days = Pertanyaan kami tadi: kapan kami ingatkan?
still-journal-write = Tadi sampai di refleksi: silakan tulis, atau kirim pesan suara.
still-history-write = Tadi sampai di catatan yang diubah: silakan tulis isi barunya.
still-history-hint = { still-coach-private }
still-history-day = Pertanyaan kami tadi: hari apa Anda mencobanya?
still-history-add = { still-coach-piece }
courtesy-asked = Pertanyaan di atas masih menunggu; boleh dijawab kapan saja.
courtesy-tap = Belum ada yang berubah. Untuk melanjutkan, silakan jawab atau tekan tombolnya.

### Pertanyaan tentang bot ini sendiri: satu jawaban pendek dan satu jalan.

about-readers = Guru lain dan koordinator tidak dapat membaca jawaban Anda, kecuali evaluasi yang Anda bagikan sendiri; koordinator hanya melihat statusnya, misalnya “evaluasi selesai”. Pengelola server secara teknis dapat membuka data, dan hanya melakukannya untuk memperbaiki gangguan atau bila Anda memintanya.
    .words =
        siapa baca/membaca/dibaca/lihat/melihat/dilihat/tahu/mengetahui/akses/buka jawaban/data/isian/tulisan/catatan/hasil/evaluasi/refleksi/ini/punya_saya/semua,
        kepala_sekolah/kepsek/koordinator/atasan/pengawas/dinas/admin/pengelola/orang_lain/guru_lain/rekan baca/membaca/dibaca/lihat/melihat/dilihat/tahu/mengetahui/tau jawaban/data/isian/tulisan/catatan/hasil/evaluasi/refleksi/nilai/punya_saya,
        jawaban/data/isian/evaluasi/hasil/refleksi rahasia/aman/privasi/bocor/disebar/disebarkan/dibagikan, =aman, aman_tidak, =rahasia, rahasia tidak/apa/kah/dijaga/ini, kepala_sekolah/kepsek/koordinator/atasan/pengawas/dinas/orang_lain/teman/rekan/guru_lain/bu/pak dibaca/dilihat/diliat/liat/kelihatan/terlihat/ketahuan/terbaca/dilaporkan/lapor/diteruskan/bisa_lihat/bisa_baca/bisa_liat ini/jawaban/data/isian/evaluasi/refleksi/foto/nilai/tulisan/tidak,
        dilaporkan dinas/kepsek/kepala_sekolah/atasan/ke, evaluasi/jawaban/refleksi/nilai/data/isian/tulisan kelihatan/keliatan/terlihat/ketahuan orang_lain/teman/guru_lain/semua/siapa/tidak, siapa pegang/lihat/liat/simpan/menyimpan/melihat/tahu data/foto/ini/jawaban/evaluasi, data/datanya/jawaban dijual/bocor/disalahgunakan/dibocorkan/disimpan/diteruskan/dikirim, data_dijual, foto saya siapa, dibaca siapa/kepsek/orang/tidak, dinas/kepsek/kepala_sekolah/pengawas/koordinator/teman/bu/pak bisa/dapat baca/lihat/liat/membaca/melihat/tahu jawaban/evaluasi/data/isian/refleksi/ini/punya_saya,
        apa/apakah dinas/kepsek/kepala_sekolah/pengawas/koordinator/atasan bisa_lihat/bisa_baca/bisa_liat/bisa_tahu/bisa_melihat/bisa_membaca, =privasi, =kerahasiaan, =kerahasiaan_data, siapa_saja lihat/baca/tahu/liat, data saya disimpan/simpan/dipakai/digunakan mana/untuk/siapa/apa, data apa disimpan/simpan, privasi saya/data/bot, jawaban/data saya dikirim/kirim siapa/mana, siapa tulis/menulis/ditulis/nulis/ketik dilihat/diliat/lihat/liat/dibaca/baca/terbaca
    .way = Data saya
about-source = Bot ini tidak tahu nomor telepon Anda dan tidak dapat menulis lebih dulu kepada orang yang belum membukanya di Telegram. Biasanya pertama kali dibuka lewat tautan dari koordinator sekolah; data yang tersimpan dapat Anda lihat dan hapus.
    .words = siapa daftarkan/mendaftarkan/daftarin/masukkan/memasukkan/masukin/undang/mengundang/ngundang/nambahin saya, dari_mana/darimana/dapat_dari_mana/dr_mana nomor/nomer/kontak/nama/data/hp/wa saya, nomor/nomer/kontak/hp/data saya dapat/dapet/tahu mana/dari/dr, kok tahu/tau nomor/nama/saya, kok bisa/punya nomor saya, kenapa/knp/mengapa saya daftar/didaftarkan/dimasukkan/masuk/diundang/ada_di_sini, saya tidak_pernah daftar/mendaftar, saya tidak merasa daftar/mendaftar
    .way = Data saya
about-required = Bot ini tidak mewajibkan apa pun dan tidak menilai Anda. Hampir semua pertanyaan boleh dilewati, dan Anda boleh berhenti kapan saja.
    .words = wajib ini/tidak/apa/apakah/kah/harus/isi/diisi/ikut/sih, =wajib, apakah_wajib, wajib_kah, harus diisi/isi/ikut/dijawab/selesai ini/semua/saya/apakah/tidak, boleh_tidak_diisi, boleh tidak diisi/isi/ikut/dijawab, kalau/kalo tidak isi/diisi/ikut/dijawab/jawab apa/bagaimana/gimana/gmn/sanksi/kena/dimarahi, ada_sanksi, sanksi tidak/apa/ada, dinilai tidak/kah/ini/apa/apakah, ini_dinilai, apakah_dinilai, ini dipaksa/paksaan, ini_tes, ini_ujian, apakah_ini_tes
    .way = Bantuan
about-trouble = { $known ->
    [ya] Ketik /mulai: menu terbaru muncul, dan semua yang sudah tersimpan tetap ada. Bila masih bermasalah, hubungi pengelola: { $operator }
   *[tidak] Ketik /mulai: menu terbaru muncul, dan semua yang sudah tersimpan tetap ada. Bila masih bermasalah, koordinator sekolah Anda dapat membantu.
    }
    .words =
        tombol/tombolnya/button/klik tidak/ga/gak/susah/macet/hilang/error/rusak/kosong/mati, tidak_bisa diklik/dipencet/dibuka/ditekan/dipilih/klik/pencet/jawab/lanjut/isi/kirim/buka, tidak bisa_diklik/bisa_dipencet/bisa_dibuka, kok error/eror/rusak/macet/hang/lemot/lambat/lama/diam/mati/ngadat, bot/botnya error/eror/rusak/macet/hang/mati/ngadat/diam/lama/tidak_jalan/tidak_jawab/tidak_merespons/tidak_respon, =error, =eror, =macet, =rusak, =ngehang,
        kok/kenapa/knp/mengapa/ko tidak dibalas/dibales/dijawab/direspon/respon/balas/jawab/ada_balasan/jalan/bisa/muncul/masuk/terkirim/tersimpan, tidak_dibalas, tidak_dijawab, tidak_direspon, belum_dibalas, belum_dijawab, lama balas/balasnya/jawab, tidak_ada_balasan, tidak_muncul, tidak terkirim, tidak_masuk, tidak_tersimpan
    .way = Bantuan
about-often = Pengingat datang menurut pilihan Anda, dan koordinator sekolah juga dapat mengirim pesan. Pengingat dapat diperjarang atau dijeda; /berhenti menghentikan semuanya.
    .words = kenapa/knp/mengapa/kok/ko kirim/dikirimi/dikirim/dikirimin/ngirim terus/terus_terusan/tiap/melulu/lagi/sering/banyak, kenapa/knp/mengapa/kok pesan terus/banyak/sering/tiap/lagi, kok_sering, kenapa saya dapat/dikirimi/terima pesan/ini, saya cuti, cuti hamil/melahirkan/sakit/panjang, jangan_ganggu minggu/pekan/bulan/hari/dulu, kenapa bot kirim/mengirim/chat, pesan banyak/terus/melulu/tiap_hari kok/kenapa/sih, kok ada pesan, kok_ngirim_terus, kok_banyak_pesan, kok dikirimi
    .way = Pengingat
about-coordinator = { $known ->
    [ya] Sekolah didaftarkan oleh pengelola bot ini: { $operator }. Ia lalu mengirim tautan koordinator, sekali pakai, kepada orang yang ditunjuk sekolah.
   *[tidak] Sekolah didaftarkan oleh pengelola bot ini, yang lalu mengirim tautan koordinator, sekali pakai. Kontaknya belum diisi di sini; tanyakan kepada orang yang mengenalkan bot ini kepada Anda.
    } Bila sekolah Anda sudah punya koordinator, ia dapat menambah Anda.
    .words =
        bagaimana/gimana/gmn/cara/caranya/syarat/mau/bisa/boleh/ingin jadi/menjadi/daftar/mendaftar/sebagai koordinator/koordinatornya, angkat/jadikan/tunjuk saya koordinator, daftarkan/daftarin/mendaftarkan/daftarkn/registrasi/registrasikan/tambahkan/buatkan sekolah/madrasah, daftar/mau/cara/bagaimana/mendaftar daftar_sekolah/daftar_madrasah/mendaftar_sekolah/sekolah_baru/tambah_sekolah, siapa angkat/menunjuk/tunjuk/pilih/memilih/mendaftarkan koordinator/sekolah
    .way = Bantuan
about-joining = Untuk bergabung, mintalah tautan undangan kepada koordinator sekolah Anda, lalu buka tautan itu di HP ini. Kode di dalam tautan itu boleh juga ditempel di sini.
    .words = cara/bagaimana/gimana/gmn/mau/bisa/boleh gabung/bergabung/masuk/join/daftar sekolah/grup_sekolah, kode sekolah/undangan/gabung/masuk, link/tautan/linknya undangan/sekolah/gabung/masuk/mana, saya belum masuk/gabung/terdaftar/bergabung/punya/ada sekolah, sekolah saya belum/tidak ada/terdaftar/masuk/muncul, mau undangan/link/tautan/kode sekolah/undangan/gabung/masuk, minta_undangan, undang_saya, mana_linknya
    .way = Sekolah saya
about-device = Bisa. Langkah Guru berjalan di Telegram, di ponsel, tablet, maupun komputer. Selama akun Telegramnya sama, kemajuan dan jawaban Anda tetap ada, juga sesudah berganti HP. Isinya teks pendek, jadi hemat kuota.
    .words = laptop/komputer/pc/tablet/tab/windows/mac/web/browser/desktop bisa/pakai/buka/di/lewat/apakah/gimana, ganti/pindah/tukar/rusak/hilang/beli/baru/reset hp/ponsel/handphone/telepon/nomor/nomer/gawai bisa/gimana/bagaimana/data/aman/masih/apakah/kalau/kalo/hilang/saya/terus, ganti_hp, hp_baru, hp_hilang, ganti_nomor, pindah_hp, boros/hemat/habis/makan/sedot/berapa kuota/pulsa/data_internet, kuota berapa/boros/besar, tanpa/tidak_ada/butuh/perlu internet/kuota/sinyal bisa/apakah/bot/ini/jalan, offline bisa/apakah/tidak, bisa_offline, pakai whatsapp/wa bisa/ada/di, ada_aplikasinya, ada di playstore/play_store
    .way = Bantuan
about-next = Anda dapat melanjutkan di sini; tidak ada yang terburu-buru.
    .way = Daftar langkah
    .words = mulai/mulainya/memulai/memulainya/mulain dari_mana/darimana/dr_mana/drmana/dari_yang_mana/yang_mana/mana_dulu, ngapain_dulu, apa_dulu, rekomendasi/rekomendasikan/rekomendasiin/sarankan langkah, langkah cocok/sesuai/tepat saya, lanjut tadi/kemarin, lanjut_yang_tadi, ulang_dari_awal, =lanjut, =lanjutkan, =lanjutin, =terus, =teruskan, =gas, =gaskeun, =next, =berikutnya, =selanjutnya, mau_lanjut, saya lanjut apa/mana/gimana, lanjut_ke_mana, lanjut_apa, lanjut_belajar, =lanjutkan_belajar, lanjut_dong, selanjutnya apa/gimana/bagaimana/ngapain/ke_mana, berikutnya apa/ngapain, habis_ini apa/ngapain/gimana/ke_mana/kemana, setelah_ini apa/ngapain/gimana/ke_mana/kemana, sesudah_ini apa/ngapain, terus apa/ngapain/gimana/saya_ngapain, saya harus/mesti/kudu ngapain/apa/bagaimana/gimana/melakukan_apa, apa_yang_harus saya lakukan/kerjakan, mulai_dari_mana saya, sekarang ngapain/apa_lagi, ngapain_sekarang, apa_lagi, lalu_apa, kemudian_apa
about-erasing = Data Anda dapat diunduh, diperbaiki, atau dihapus kapan saja lewat “Data saya”.
    .words = cara hapus data/akun, bagaimana/gimana/gmn hapus data/akun, bisa hapus data/akun, cara unduh/download/mengunduh data, bagaimana/gimana/gmn unduh/download/mengunduh data, cara tarik persetujuan
    .way = Data saya
about-stopping = Pesan bot dapat dihentikan dengan /berhenti, atau dijeda dulu lewat “Pengingat”. Jawaban Anda tetap tersimpan.
    .words = cara stop, cara matikan/hentikan pesan/bot/pengingat, cara keluar bot/ini, bagaimana/gimana/gmn stop bot/ini/pesan, bagaimana/gimana/gmn matikan/hentikan pesan/bot/pengingat, bagaimana/gimana/gmn keluar bot/ini, cara unsubscribe
    .way = Pengingat
about-when = { $whose ->
    [sekolah] Evaluasi Anda sebagai guru { $school }: { $quarter },
    [sendiri] Evaluasi Anda pribadi: { $quarter },
   *[guru] Evaluasi { $quarter }
    } { $open ->
    [ya] sedang dibuka sampai { $last }.
   *[tidak] dibuka { $first } sampai { $last }.
    }
    .words = saya sudah evaluasi belum, kapan evaluasi, jadwal evaluasi, evaluasi berapa bulan/kali/minggu/sering/lama, evaluasi masih bisa/boleh/dibuka, lupa/telat/terlambat/ketinggalan/terlewat/kelewatan evaluasi, evaluasi lagi bisa/boleh/kapan, evaluasi tanggal_berapa/hari_apa/bulan_apa, evaluasi dibuka/ditutup/mulai/sampai kapan, batas/deadline/tenggat evaluasi, kapan isi/mengisi lagi, evaluasi tanggal/berikutnya/selanjutnya kapan/berapa
    .way = Evaluasi
about-when-school = Untuk guru { $school } yang Anda dampingi: { $quarter }, { $open ->
    [ya] sedang dibuka sampai { $last }.
   *[tidak] dibuka { $first } sampai { $last }.
    }
about-when-schools = Jadwal { $count } sekolah lain dapat dilihat di halaman Jadwal sekolahnya.
about-hour = Pukul 20.00–06.30, hari Minggu, dan hari libur kami tidak mengirim pengingat. Hari, jam, dan seberapa sering dapat Anda pilih sendiri.
    .words = pindah/pindahin/pindahkan/mundurkan/majukan jam/jamnya sore/pagi/siang/malam, ubah/ganti/atur/setel/mengubah/mengganti/mengatur/diubah/diganti/diatur/geser/pindah/merubah/rubah jam/waktu/hari/jadwal/frekuensi pengingat/pesan/ingatkan/notifikasi, ubah/ganti/atur/setel/mengubah/mengganti/mengatur/geser/rubah pengingat, pengingat terlalu/kebanyakan/sering/pagi/malam/jam, pesan terlalu_sering/kebanyakan, jam/kapan/hari pengingat/ingatkan, jangan_malam/jangan_pagi pesan/ingatkan/kirim, jeda/pause pengingat/pesan, ganti/ubah/geser jam/jamnya dong/ya/bisa/sore/pagi/malam/saja/tolong, =ganti_jam, =ubah_jam, =ganti_jamnya, =ubah_jamnya, pengingat sore/pagi/malam/siang bisa/saja/aja, kok tidak_ada/belum_ada pengingat, tidak_ada pengingat, ingatkan saya besok/lusa/nanti/sore/pagi/senin/selasa/rabu/kamis/jumat, set/pasang/aktifkan/nyalakan pengingat, ingatkan_saya, diingatkan bisa/mau/kapan, kapan/jam_berapa/hari_apa ingatkan, jangan/tidak_usah/tidak_perlu ganggu_malam/kirim_malam/pesan_malam/ingatkan_malam/ganggu_malem/kirim_malem/pesan_malem/ganggu_pagi/kirim_pagi/ganggu_subuh/ganggu_sore/ganggu_siang/kirim_siang/ganggu_jam/kirim_jam/ganggu_minggu/kirim_minggu/ganggu_libur/kirim_libur, jangan_malam
    .way = Pengingat
about-plan = { $intention ->
    [ada] <b>Niat Anda:</b> { $words }
   *[tidak] Belum ada niat yang Anda tulis. Niat ditanyakan di akhir evaluasi triwulan.
    }
    .words = kapan/hari/tanggal rencana/rencananya/rencanaku, rencana/rencananya apa/kapan/hari, apa/mana/lihat/lupa/ingat/tampilkan/tunjukkan/bagaimana/gimana/buka rencana_saya/niat_saya/fokus_saya/target_saya, niat/fokus/rencana/target saya apa/mana/kemarin/dulu/lalu, =rencana_saya, =niat_saya, =fokus_saya, =target_saya, =rencana, =niat, =fokus, niatku/rencanaku/fokusku/targetku, saya berniat apa, lupa niat/rencana/fokus, ubah/ganti/edit/perbaiki/mengubah/mengganti/rubah/merubah/revisi niat/rencana/fokus/target, liat/lihat/lihatkan niat/rencana/fokus/target, fokus_saya langkah, =fokusku, =niatku
    .way = Lihat jawaban dan rencana
    .coach = Buka rencana
coach-plan-told = <b>Rencana Anda:</b> { $promise }
plan-focus-told = <b>Fokus Anda:</b> { $steps }
about-history = Semua yang pernah Anda tulis dan kirim ada di riwayat: boleh dibaca, diubah, atau dihapus.
    .words = bukti/foto/file/berkas/dokumen/catatan/refleksi/jurnal/tulisan/rekaman/suara saya/kemarin/tadi/lalu/dulu mana/dimana/lihat/liat/hapus/buka/cari/tampilkan/ubah/edit/perbaiki/hilang, tulis/nulis/menulis/kirim/ngirim/ketik/isi/ngisi saya apa/mana tadi/kemarin/dulu/lalu, lihat/liat/buka/cari/baca refleksi/catatan/jurnal/bukti/percobaan lalu/kemarin/dulu/saya, =bukti_saya, =refleksi_saya, =foto_saya
    .way = Riwayat
about-progress = { $done } dari { $total } langkah sudah Anda tandai selesai.
    .words = saya sampai mana/dimana, kemajuan_saya, progres_saya, progress_saya, perkembangan_saya, langkah berapa/mana saya, sudah berapa langkah, terakhir saya sampai, hasil_evaluasi_saya, riwayat_saya, lihat/liat jawaban/riwayat/hasil/nilai saya, riwayat evaluasi, jawaban_saya mana/dimana/hilang, nilai_saya berapa/mana/apa, saya pilih tingkat/level/berapa kemarin/dulu, berapa_langkah lagi, langkah berapa_lagi, tinggal_berapa, sisa_berapa, saya nyampe/sampe/sampai mana/dimana/berapa, sudah_sampai_mana, sampai_mana_saya, sampai_mana
    .way = Kemajuan
about-certificate =
    Bot ini tidak memberi sertifikat, angka kredit, jam pelajaran (JP), atau nilai kinerja. Yang ada: <b>Keterangan Penyelesaian Mandiri</b>, pernyataan Anda sendiri tentang langkah yang sudah dijalani{ $done ->
        [0] {" "}(begitu satu langkah selesai)
       *[other] {""}
    }. Pemakaiannya sebagai bukti dukung bergantung pada atasan atau lembaga yang berwenang.
    .words = sertifikat, angka_kredit ini/bot/ada/dapat/apakah/dihitung/ikut, dapat/ada/berapa/dihitung jp, naik_pangkat ini/bot/ikut/apakah/dihitung/bisa, diakui dinas/kementerian/kemendikdasmen/bkn/pemerintah, pengganti pkg/ukg/ppg/skp, untuk/buat/bisa/masuk skp/e_kinerja/ekinerja, ini/bot/hasilnya/jawaban/jawabannya/bukti bisa/untuk/buat/masuk/dipakai pmm/ruang_gtk, pengaruh/berpengaruh/ngaruh skp/tpg/tunjangan/kinerja/sertifikasi, tunjangan/tpg/insentif dapat/ini/bot/ikut/ada, piagam
    .way = Langkah
about-school = Sekolah tempat Anda bergabung, nama yang tampil, dan jalan keluarnya ada di “Sekolah saya”.
    .words = ganti_sekolah, pindah_sekolah, keluar_dari_sekolah, gabung/bergabung sekolah cara/bagaimana/gimana/gmn/mau/bisa, =sekolah_saya, koordinator_saya siapa, siapa koordinator
    .way = Sekolah saya
about-settings = Sapaan, nama, jenjang, mata pelajaran, dan zona waktu dapat diubah di “Pengaturan”.
    .words = ubah/ganti/mengubah/mengganti/rubah/merubah/perbaiki/edit nama/sapaan/panggilan/jenjang/mapel/mata_pelajaran/zona/profil, jenjang/mapel/nama saya salah, panggil_saya, jangan_panggil, saya_dipanggil, saya pindah jenjang/papua/jakarta/kalimantan/sulawesi/bali/sumatra/sumatera/jawa/maluku/ntt/ntb/aceh/kota/daerah, pindah_jenjang, pindah_tugas saya, jam_salah, zona_waktu salah/beda/ubah, saya mengajar sekarang smp/sd/sma/smk/tk/paud, waktunya_salah, saya bukan bapak/ibu
    .way = Pengaturan
about-contact = { $known ->
    [ya] Pengelola bot ini: { $operator }
   *[tidak] Kontak pengelola belum diisi di bot ini. Bila sekolah Anda punya koordinator, ia dapat membantu; bila belum, tanyakan kepada orang yang mengenalkan bot ini kepada Anda.
    }
    .words = siapa pengelola/pembuat/pembuatnya/admin/operator/adminnya, siapa buat/bikin/membuat bot/ini/kamu, kontak/nomor/hubungi/menghubungi/wa pengelola/admin/pembuat/operator/pengurus/adminnya, lapor/melaporkan/laporkan gangguan/error/bug, hubungi siapa
    .way = Bantuan
about-bot = Langkah Guru adalah bot: teman belajar untuk 13 langkah peningkatan kompetensi, bukan orang, bukan penilai, dan bukan aplikasi resmi pemerintah. Bot ini tidak memakai AI pembuat teks. Boleh dipakai tanpa akun dan tanpa kata sandi.
    .words = siapa kamu/anda/km/lu/kau/sampeyan/situ, sopo kowe/iki, sinten sampeyan/niki/panjenengan, siapa_ini, ini_siapa, bot_ya, robot_ya, =robot, kamu/anda/km/ini robot/manusia/orang/ai/chatgpt/gpt/gemini, ini/bot/botnya/kamu pakai_ai/pakai_chatgpt, =pakai_ai, =pakai_chatgpt, apa langkah_guru, bot apa ini/itu/langkah_guru, bot opo/naon iki/ieu, ini_apaan_ya, ini_bot_apa, ini_bot, fungsi/manfaat/guna bot, apa guna/fungsi/manfaat bot/ini, cara/bagaimana/gimana/gmn pakai bot/ini/aplikasi, bisa_apa, berbayar, bayar berapa/tidak/ini/bot, gratis ini/bot/tidak/apakah, =gratis, biaya/biayanya berapa/ada/apa, resmi dari_dinas/dari_pemerintah/dari_kemendikdasmen, bisa_ngapain, bisa_ngapain_aja, apa_manfaatnya, manfaatnya apa/buat, gunanya apa, =cara_pakai, cara pakainya, =cara_pakainya, cara_kerja bot/ini, cara_menggunakan/cara_memakai bot/ini/aplikasi, tujuannya apa, tujuan bot/ini, berapa_lama selesai/ini/selesainya/program, sampai_kapan program/ini/bot, program_apa, program ini_apa/apa_ini, untuk_apa bot/program, kenapa_ada_bot, resmi ini/bot/pemerintah/dinas apakah/tidak/kah/ini, dari kemendikbud/kemendikdasmen/dinas/pemerintah apakah/ini/bot, =apa_ini, =ini_apa
    .way = Bantuan
