"""The page to print with the invitation's QR code."""

import unicodedata

from bot.domain.script import is_printed
from bot.reports.drawn_line import drawn_line
from bot.reports.letters import font_of, is_plain, printable, runs
from bot.reports.poster import PosterWords, draw_poster
from tests.each import each


def words(school: str) -> PosterWords:
    return PosterWords(
        title="Langkah Guru",
        school=school,
        steps=("Buka Telegram.", "Arahkan kamera.", "Tekan Mulai."),
        link="https://t.me/langkah_guru_bot?start=g" + "a" * 30,
    )


def test_the_page_is_a_pdf_and_the_code_a_png() -> None:
    """Both can be opened by what every phone and printer has."""
    poster = draw_poster(words("SDN 1 Melati"))
    assert poster.pdf.startswith(b"%PDF-")
    assert poster.png.startswith(b"\x89PNG")
    assert len(poster.pdf) < 60_000


NAMES = [
    "SMP Ma\u2019arif",
    "SD \u02bcAisyiyah",
    "SD \u2018Aisyiyah",
    "SD \u02bbAisyiyah",
    "SDN “Été” 1 – Ñ ø ß ł",
    "TK Ă Đ Ơ Ư",
    "MI مدرسة الهداية",
    "مدرسة",
    "SDN 1 ꦱꦩꦥꦪꦤ꧀",
    "SD ᬲᬸᬓ 3",
    "🌱" * 40,
    "SDN 🌸 Melati 👩🏽‍🏫",
    "中文学校",
    "x" * 300,
    "Sekolah Menengah Kejuruan Negeri Teknologi Informasi dan Seni",
    "=1+1",
    "a\u200bb\u202ec\u0000d",
    "",
]


@each("name", NAMES)
def test_any_name_can_be_printed(name: str) -> None:
    """On one page, in a small file; no name is an error."""
    pdf = draw_poster(words(name)).pdf
    assert pdf.startswith(b"%PDF-")
    assert b"/Count 1" in pdf
    assert len(pdf) < 60_000


@each(
    ("name", "drawn"),
    [
        (
            "SMP Ma\u2019arif \u02bcAli \u2018Ali \u02bbAli é",
            "SMP Ma\u2019arif \u02bcAli \u2018Ali \u02bbAli é",
        ),
        ("SDN 🌸 Melati 👩🏽‍🏫", "SDN Melati"),
        ("cafe\u0301", "café"),
        ("a\u200bb\u202ec", "abc"),
        ("MI مدرسة", "MI مدرسة"),
        ("ꦱꦩꦥ", "ꦱꦩꦥ"),
        ("ᬲᬸᬓ", "ᬲᬸᬓ"),
        ("中文 1", "1"),
        ("SD 三语学校 Tri", "SD Tri"),
        ("SD ไทย வீடு 1", "SD 1"),
        ("SD ᨒᨚᨈᨑ", "SD ᨒᨚᨈᨑ"),
        ("SDN ᮞᮥᮔ᮪ᮓ", "SDN ᮞᮥᮔ᮪ᮓ"),
        ("SD ᯅᯖᯂ᯲", "SD ᯅᯖᯂ᯲"),
        ("SD ꤰꤱ", "SD ꤰꤱ"),
        ("MI Muhammad \ufdfa", "MI Muhammad صلى الله عليه وسلم"),
        ("SDN 1\ufe0f\u20e3", "SDN 1"),
        ("\uff33\uff24\uff2e \uff11", "SDN 1"),
        ("Kenapa?", "Kenapa?"),
    ],
)
def test_no_letter_becomes_a_question_mark(name: str, drawn: str) -> None:
    """What can be drawn is; ornaments are left out, and so is a letter no font has."""
    assert printable(name) == drawn


def test_letters_that_join_are_drawn_together_and_others_set_as_text() -> None:
    """A name in Latin letters can be searched in the page; others are a picture with black in it."""
    assert is_plain("SMP Ma\u2019arif Été")
    for name in ("MI مدرسة", "SDN 1 ꦱꦩꦥ", "ᬲᬸᬓ"):
        assert not is_plain(name)
        assert drawn_line(name).getextrema()[0] == 0
    assert "".join(piece for _, piece in runs("SDN 1 ꦱꦩ dan ᬲᬸ")) == "SDN 1 ꦱꦩ dan ᬲᬸ"
    assert len(runs("SDN 1 ꦱꦩ dan ᬲᬸ")) == 4


@each("name", [*NAMES, "SD ᨒᨚᨈᨑ", "SDN ᮞᮥᮔ᮪ᮓ ᯅᯖᯂ᯲ ꤰꤱ", "SD ไทย", "\ufdfa", "\uff33\uff24 \uff11"])
def test_what_is_left_out_is_known_before(name: str) -> None:
    """The coordinator's screen says so exactly when a letter or digit of the name is not printed."""
    plain = unicodedata.normalize("NFKC", name)
    kept = unicodedata.normalize("NFKC", printable(name))
    lost = [one for one in plain if unicodedata.category(one)[0] in "LN" and one not in kept]
    assert is_printed(name) == (not lost)


def test_no_name_is_printed_with_boxes() -> None:
    """Of every letter there is, what no font has is left out."""
    letters = (chr(code) for code in range(0x20, 0x30000, 7))
    drawn = printable("".join(one for one in letters if one.isprintable()))
    assert all(font_of(one) for one in drawn)
