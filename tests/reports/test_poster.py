"""The page to print with the invitation's QR code."""

from bot.reports.poster import PosterWords, draw_poster


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


def test_any_name_can_be_printed() -> None:
    """Letters the page's font lacks are replaced; no name is an error."""
    for name in ("SDN “Été” 1", "مدرسة", "🌱" * 40, "x" * 300, "=1+1"):
        assert draw_poster(words(name)).pdf.startswith(b"%PDF-")
