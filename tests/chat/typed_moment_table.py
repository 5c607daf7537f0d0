"""What people type for a moment, and how it is read."""

EVENING = "2026-11-30 18.20"
"""A Monday, in WIB."""

TABLE = """
besok 07.00                              | 2026-12-01 07.00
Besok jam 9 ya bu 🙏                      | 2026-12-01 09.00
tolong dikirim besok jam 9 pagi, terima kasih | 2026-12-01 09.00
bsk jam 9                                | 2026-12-01 09.00
esok pukul 09:00                         | 2026-12-01 09.00
besok pkl. 09.00                         | 2026-12-01 09.00
besok pkl 9                              | 2026-12-01 09.00
besok 9 pagi                             | 2026-12-01 09.00
besok jam 09.00 WIB                      | 2026-12-01 09.00
besok 09.00 (WIB)                        | 2026-12-01 09.00
besok jam 9 WITA                         | 2026-12-01 08.00
besok pukul 09.00 WIT                    | 2026-12-01 07.00
besok 17.00                              | 2026-12-01 17.00
besok jam 5 sore                         | 2026-12-01 17.00
besok sore jam 5                         | 2026-12-01 17.00
besok siang jam 1                        | 2026-12-01 13.00
besok jam 1 siang                        | 2026-12-01 13.00
besok jam 12 siang                       | 2026-12-01 12.00
besok jam 12                             | 2026-12-01 12.00
besok 7 malam                            | 2026-12-01 19.00
besok malam jam 7                        | 2026-12-01 19.00
besok jam 11 malam                       | 2026-12-01 23.00
besok jam 3 dini hari                    | 2026-12-01 03.00
besok subuh jam 5                        | 2026-12-01 05.00
besok jam 6 pagi                         | 2026-12-01 06.00
besok jam 6.30                           | 2026-12-01 06.30
besok jam 02.00                          | 2026-12-01 02.00
besok jam 7 lewat 15                     | 2026-12-01 07.15
besok jam 7 lewat 15 menit               | 2026-12-01 07.15
besok jam 7 lewat seperempat             | 2026-12-01 07.15
besok jam tujuh lewat lima belas         | 2026-12-01 07.15
besok jam 7 kurang 10                    | 2026-12-01 06.50
besok jam 8 kurang seperempat            | 2026-12-01 07.45
besok jam 1 kurang 10 siang              | 2026-12-01 12.50
besok setengah delapan                   | 2026-12-01 07.30
besok jam setengah 8                     | 2026-12-01 07.30
besok jam setengah 3 sore                | 2026-12-01 14.30
besok setengah satu siang                | 2026-12-01 12.30
besok jam tujuh pagi                     | 2026-12-01 07.00
besok jam tujuh tiga puluh               | 2026-12-01 07.30
besok jam 7 30                           | 2026-12-01 07.30
besok jam 0730                           | 2026-12-01 07.30
jam 9 besok                              | 2026-12-01 09.00
jam 9 pagi besok                         | 2026-12-01 09.00
besok, jam 9an                           | 2026-12-01 09.00
BESOK JAM 9 PAGI!!!                      | 2026-12-01 09.00
besok\u00a0jam\u200b 9                   | 2026-12-01 09.00
lusa jam 9                               | 2026-12-02 09.00
besok lusa jam 9                         | 2026-12-02 09.00
Jum'at 08.00                             | 2026-12-04 08.00
Jum\u2019at jam 8                             | 2026-12-04 08.00
jum at jam 8                             | 2026-12-04 08.00
jumat pukul 08.00                        | 2026-12-04 08.00
Ahad jam 9                               | 2026-12-06 09.00
hari Ahad jam 9                          | 2026-12-06 09.00
Minggu jam 9                             | 2026-12-06 09.00
hari Minggu jam 9                        | 2026-12-06 09.00
hari Rabu jam 9                          | 2026-12-02 09.00
Rabu 9 pagi                              | 2026-12-02 09.00
rabu siang jam 1                         | 2026-12-02 13.00
Selasa 8.00                              | 2026-12-01 08.00
Senin depan 08:00                        | 2026-12-07 08.00
Senin minggu depan jam 8                 | 2026-12-07 08.00
minggu depan hari Rabu jam 9             | 2026-12-09 09.00
Rabu pekan depan 09.00                   | 2026-12-09 09.00
Kamis pekan ini jam 9                    | 2026-12-03 09.00
hari minggu depan jam 9                  | ? 2026-12-06 09.00, 2026-12-13 09.00
tanggal 5 Desember pukul 09.00 WIB       | 2026-12-05 09.00
tgl 5 des 07.00                          | 2026-12-05 07.00
tgl. 5 Des jam 7                         | 2026-12-05 07.00
tanggal 5 jam 9                          | 2026-12-05 09.00
tanggal 5 bulan depan jam 9              | 2026-12-05 09.00
tanggal 5 bulan 12 jam 9                 | 2026-12-05 09.00
5 Desember jam 9                         | 2026-12-05 09.00
Sabtu, 5 Desember 2026 pukul 09.00 WIB   | 2026-12-05 09.00
hari Sabtu tanggal 5 Desember jam 9      | 2026-12-05 09.00
1 des 7                                  | 2026-12-01 07.00
1 Desember 2026 07.30                    | 2026-12-01 07.30
1 Desember 2026 7                        | 2026-12-01 07.00
2026-12-05 09:00                         | 2026-12-05 09.00
2026-12-05T09:00                         | 2026-12-05 09.00
5/12 09.00                               | 2026-12-05 09.00
05/12/2026 09.00                         | 2026-12-05 09.00
05-12-2026 9.30                          | 2026-12-05 09.30
5-12-26 jam 9                            | 2026-12-05 09.00
5.12.2026 09.00                          | 2026-12-05 09.00
24.12 07.00                              | 2026-12-24 07.00
5 Januari jam 9                          | 2027-01-05 09.00
5 Jan 2027 jam 9                         | 2027-01-05 09.00
1 Mei jam 9                              | 2027-05-01 09.00
30 menit lagi                            | 2026-11-30 18.50
2 jam lagi                               | 2026-11-30 20.20
sejam lagi                               | 2026-11-30 19.20
1 jam 30 menit lagi                      | 2026-11-30 19.50
satu setengah jam lagi                   | 2026-11-30 19.50
1,5 jam lagi                             | 2026-11-30 19.50
setengah jam lagi                        | 2026-11-30 18.50
dalam 2 jam                              | 2026-11-30 20.20
2 hari lagi jam 9                        | 2026-12-02 09.00
dua minggu lagi jam 9                    | 2026-12-14 09.00
seminggu lagi jam 9                      | 2026-12-07 09.00
sebulan lagi jam 9                       | 2026-12-30 09.00
akhir Desember jam 9                     | 2026-12-31 09.00
akhir bulan depan jam 9                  | 2026-12-31 09.00
awal bulan depan jam 9                   | 2026-12-01 09.00
nanti malam jam 7                        | 2026-11-30 19.00
malam ini jam 7                          | 2026-11-30 19.00
nanti jam 7 malam                        | 2026-11-30 19.00
hari ini jam 7                           | 2026-11-30 19.00
hari ini 19.30                           | 2026-11-30 19.30
19.30                                    | 2026-11-30 19.30
jam 11 malam                             | 2026-11-30 23.00
jam 12 malam ini                         | 2026-12-01 00.00
besok                                    | ? 2026-12-01 07.00, 2026-12-01 10.00, 2026-12-01 14.00
lusa habis zuhur                         | ? 2026-12-02 12.30, 2026-12-02 13.00, 2026-12-02 14.00
besok ba'da dzuhur ya                    | ? 2026-12-01 12.30, 2026-12-01 13.00, 2026-12-01 14.00
besok setelah sholat dhuhur jam 1        | 2026-12-01 13.00
lusa sebelum asar                        | ? 2026-12-02 12.30, 2026-12-02 13.00, 2026-12-02 14.00
besok habis ashar                        | ? 2026-12-01 15.00, 2026-12-01 16.00, 2026-12-01 17.00
besok habis magrib                       | ? 2026-12-01 18.30, 2026-12-01 19.00, 2026-12-01 19.30
lusa pagi                                | ? 2026-12-02 07.00, 2026-12-02 08.00, 2026-12-02 09.00
5/12                                     | ? 2026-12-05 07.00, 2026-12-05 10.00, 2026-12-05 14.00
tgl 5 des                                | ? 2026-12-05 07.00, 2026-12-05 10.00, 2026-12-05 14.00
Rabu                                     | ? 2026-12-02 07.00, 2026-12-02 10.00, 2026-12-02 14.00
besok jam 2                              | ? 2026-12-01 14.00, 2026-12-01 02.00
besok 2.00                               | ? 2026-12-01 14.00, 2026-12-01 02.00
besok jam 6                              | ? 2026-12-01 18.00, 2026-12-01 06.00
besok setengah tiga                      | ? 2026-12-01 14.30, 2026-12-01 02.30
besok jam 12 malam                       | ? 2026-12-02 00.00, 2026-12-01 00.00
besok malam jam 1                        | ? 2026-12-02 01.00, 2026-12-01 01.00
jam 7                                    | ? 2026-11-30 19.00, 2026-12-01 07.00
jam 9                                    | ? 2026-11-30 21.00, 2026-12-01 09.00
07.00                                    | ? 2026-12-01 07.00
jam 7 lewat 15                           | ? 2026-11-30 19.15, 2026-12-01 07.15
Senin jam 9                              | 2026-12-07 09.00
Senin 19.00                              | ? 2026-11-30 19.00, 2026-12-07 19.00
Jumat depan jam 8                        | ? 2026-12-04 08.00, 2026-12-11 08.00
Selasa depan jam 8                       | ? 2026-12-01 08.00, 2026-12-08 08.00
pekan depan                              | ? 2026-12-07 07.00, 2026-12-13 07.00
minggu depan jam 9                       | ? 2026-12-07 09.00, 2026-12-13 09.00
bulan depan jam 9                        | ? 2026-12-01 09.00, 2026-12-30 09.00
akhir pekan jam 9                        | ? 2026-12-05 09.00, 2026-12-06 09.00
malam Minggu jam 7                       | ? 2026-12-05 19.00, 2026-12-06 19.00
24/11 15.30                              | ? 2026-12-24 15.30, 2027-11-24 15.30
24 November jam 9                        | ? 2026-12-24 09.00, 2027-11-24 09.00
Selasa, 24 November pukul 09.00          | ? 2026-12-24 09.00, 2027-11-24 09.00
besok 07.00-08.00                        | ? 2026-12-01 07.00, 2026-12-01 08.00
besok jam 7-8                            | ? 2026-12-01 07.00, 2026-12-01 08.00
besok jam 7 sampai 8                     | ? 2026-12-01 07.00, 2026-12-01 08.00
besok jam 7 atau jam 8                   | ? 2026-12-01 07.00, 2026-12-01 08.00
besok atau lusa jam 9                    | ? 2026-12-01 09.00, 2026-12-02 09.00
Rabu besok jam 9                         | ? 2026-12-01 09.00, 2026-12-02 09.00
jangan besok jam 9                       | ? 2026-12-01 09.00
besok jam 9 kalau hujan                  | ? 2026-12-01 09.00
besok jam 9 WIS                          | ? 2026-12-01 09.00
besok jam 9 WIB 11 WIT                   | ? 2026-12-01 09.00, 2026-12-01 11.00
kemarin jam 9                            | over
5 Desember 2025 jam 9                    | over
24/11/2026 15.30                         | over
Senin, 23 November 2026 jam 9            | over
31 Februari jam 9                        | -
31/2/2027 09.00                          | -
32 Desember jam 9                        | -
5/13 09.00                               | -
besok 25.00                              | -
besok jam 24.30                          | -
besok jam 24.00                          | 2026-12-02 00.00
besok jam 7.5                            | ? 2026-12-01 07.05
besok jam 7,5                            | 2026-12-01 07.30
\uff10\uff19.\uff13\uff10 besok           | 2026-12-01 09.30
nanti siang                              | ? 2026-12-01 11.00, 2026-12-01 12.00, 2026-12-01 13.00
Selasa tanggal 14 jam 8                  | ? 2026-12-14 08.00, 2026-12-01 08.00
jam 9 hari Senin                         | 2026-12-07 09.00
Kamis, 3 Desember 2026, 13.00 WIB        | 2026-12-03 13.00
5-7 Desember jam 9                       | ? 2026-12-05 09.00, 2026-12-07 09.00
besok jam 7.75                           | -
besok jam 15.00 pagi                     | -
1/2 jam lagi                             | 2026-11-30 18.50
setengah jam lagi                        | 2026-11-30 18.50
½ jam lagi                               | 2026-11-30 18.50
1/4 jam lagi                             | 2026-11-30 18.35
3/4 jam lagi                             | 2026-11-30 19.05
seperempat jam lagi                      | 2026-11-30 18.35
1 1/2 jam lagi                           | 2026-11-30 19.50
1½ jam lagi                              | 2026-11-30 19.50
dalam 1/2 jam                            | 2026-11-30 18.50
setengah bulan lagi jam 9                | 2026-12-15 09.00
1/2 jam 9                                | 2027-02-01 09.00
2026/12/05 09:00                         | 2026-12-05 09.00
2026.12.05 09.00                         | 2026-12-05 09.00
2026-12-05T09:00                         | 2026-12-05 09.00
2026-12-05T09:00:00                      | 2026-12-05 09.00
2026/12/05 jam 9                         | 2026-12-05 09.00
5.12.2026 jam 9                          | 2026-12-05 09.00
5. 12. 2026 09.00                        | 2026-12-05 09.00
5 . 12 . 2026 jam 9                      | 2026-12-05 09.00
senen jam 8 esuk                         | 2026-12-07 08.00
dinten senen jam 8                       | ? 2026-12-07 08.00
salasa jam 8                             | 2026-12-01 08.00
rebo jam pitu                            | 2026-12-02 07.00
kemis jam wolu esuk                      | 2026-12-03 08.00
jemuah jam 9                             | 2026-12-04 09.00
setu jam sanga                           | 2026-12-05 09.00
sesuk jam 9                              | 2026-12-01 09.00
sesuk isuk jam 7                         | 2026-12-01 07.00
sesuk sore jam 4                         | 2026-12-01 16.00
mbenjing jam 9                           | 2026-12-01 09.00
mbenjing enjing jam 8                    | 2026-12-01 08.00
benjing siang jam 1                      | 2026-12-01 13.00
isuk jam 9                               | 2026-12-01 09.00
isukan jam dalapan                       | 2026-12-01 08.00
emben jam 9                              | 2026-12-02 09.00
pageto tabuh 9                           | 2026-12-02 09.00
mengko bengi jam 7                       | 2026-11-30 19.00
mangke dalu jam 7                        | 2026-11-30 19.00
2 jam maneh                              | 2026-11-30 20.20
5 Desmber jam 9                          | 2026-12-05 09.00
5 Desembar jam 9                         | 2026-12-05 09.00
5 Desmeber jam 9                         | 2026-12-05 09.00
5 Dsember 09.00                          | 2026-12-05 09.00
20 Januri jam 9                          | 2027-01-20 09.00
20 Febuari jam 9                         | 2027-02-20 09.00
20 Agustsu jam 9                         | ? 2026-12-20 09.00, 2027-08-20 09.00
Kamiss jam 9                             | 2026-12-03 09.00
Kmais jam 9                              | 2026-12-03 09.00
jumatt 08.00                             | 2026-12-04 08.00
Jumta 08.00                              | 2026-12-04 08.00
Sbatu jam 9                              | 2026-12-05 09.00
Sennin jam 8                             | 2026-12-07 08.00
rabuu jam 9                              | 2026-12-02 09.00
besokk jam 9                             | 2026-12-01 09.00
beosk jam 9                              | 2026-12-01 09.00
macet jam 9                              | ? 2026-11-30 21.00, 2026-12-01 09.00
kami jam 9                               | ? 2026-11-30 21.00, 2026-12-01 09.00
tomorrow 9 am                            | 2026-12-01 09.00
besok tengah hari                        | 2026-12-01 12.00
setiap senin jam 8                       | ? 2026-12-07 08.00
besok jam 9 untuk kelas 4                | ? 2026-12-01 09.00
besok jam 9 untuk 30 orang               | ? 2026-12-01 09.00
seminggu sekali jam 9                    | ? 2026-11-30 21.00, 2026-12-01 09.00
dua minggu sekali                        | -
sebulan sekali                           | -
2 jam lagi 5                             | ? 2026-11-30 20.20
besok 3 4 5                              | ? 2026-12-01 07.00, 2026-12-01 10.00, 2026-12-01 14.00
xyz jam 8                                | ? 2026-11-30 20.00, 2026-12-01 08.00
7                                        | -
12345                                    | -
jam                                      | -
tidak jadi                               | -
stop 🙏                                   | -
terserah                                 | -
🙏                                        | -
"""

OTHER_NOWS = """
2026-12-31 23.30 WIB  | besok jam 9              | 2027-01-01 09.00
2026-12-31 23.30 WIB  | 2 Januari jam 9          | 2027-01-02 09.00
2026-12-31 23.30 WIB  | 1/1 07.00                | 2027-01-01 07.00
2026-12-31 23.30 WIB  | 31/12 07.00              | ? 2027-01-01 07.00
2026-12-31 23.30 WIB  | 30/12 07.00              | ? 2027-01-30 07.00, 2027-12-30 07.00
2026-12-31 23.30 WIB  | 1 jam lagi               | 2027-01-01 00.30
2026-12-31 23.30 WIB  | Senin pekan depan jam 8  | 2027-01-04 08.00
2026-12-31 23.30 WIB  | 5 Januari tahun depan jam 8 | 2027-01-05 08.00
2028-02-28 10.00 WIB  | besok jam 9              | 2028-02-29 09.00
2028-02-28 10.00 WIB  | 29 Februari jam 9        | 2028-02-29 09.00
2028-02-28 10.00 WIB  | 29/2 09.00               | 2028-02-29 09.00
2028-02-28 10.00 WIB  | akhir bulan jam 9        | 2028-02-29 09.00
2027-02-28 10.00 WIB  | 29/2/2027 09.00          | -
2027-02-28 10.00 WIB  | besok jam 9              | 2027-03-01 09.00
2028-02-29 10.00 WIB  | sebulan lagi jam 9       | 2028-03-29 09.00
2028-02-29 10.00 WIB  | setahun lagi jam 9       | 2029-02-28 09.00
2026-11-30 00.00 WIB  | jam 9                    | 2026-11-30 09.00
2026-11-30 00.00 WIB  | hari ini jam 9           | 2026-11-30 09.00
2026-11-30 00.00 WIB  | nanti malam jam 7        | 2026-11-30 19.00
2026-11-30 00.05 WIB  | besok jam 9              | 2026-12-01 09.00
2026-11-30 23.59 WIB  | besok jam 9              | 2026-12-01 09.00
2026-11-30 23.59 WIT  | besok jam 9              | 2026-12-01 09.00
2026-11-30 23.30 WIT  | besok jam 9 WIB          | 2026-12-01 11.00
2026-12-01 00.30 WIT  | besok jam 9 WIB          | 2026-12-01 11.00
2026-11-30 18.20 WITA | besok jam 9              | 2026-12-01 09.00
2026-11-30 18.20 WITA | besok jam 9 WIT          | 2026-12-01 08.00
2026-11-30 18.20 WIT  | Selasa, 1 Desember 2026 pukul 07.00 WIB | 2026-12-01 09.00
2026-11-29 10.00 WIB  | Senin depan jam 8        | ? 2026-11-30 08.00, 2026-12-07 08.00
2026-11-29 10.00 WIB  | Minggu jam 15.00         | ? 2026-11-29 15.00, 2026-12-06 15.00
2026-11-27 10.00 WIB  | Senin depan jam 8        | 2026-11-30 08.00
2026-11-30 08.00 WIB  | jam 2                    | ? 2026-11-30 14.00, 2026-12-01 02.00
2026-11-30 08.00 WIB  | siang jam 1              | 2026-11-30 13.00
2026-11-30 08.00 WIB  | nanti sore               | ? 2026-11-30 15.00, 2026-11-30 16.00, 2026-11-30 17.00
2026-11-30 08.00 WIB  | hari ini                 | ? 2026-11-30 10.00, 2026-11-30 14.00
2026-11-30 08.00 WIB  | hari ini jam 7           | 2026-11-30 19.00
2026-11-30 08.00 WIB  | hari ini 07.00           | ? 2026-12-01 07.00
"""
