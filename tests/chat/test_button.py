"""What stands on a button, whatever name is in it."""

import pytest

from bot.chat.button import COPIED_MOST, Copy, Style, fit_beside, fits_copy, side_by_side
from bot.chat.model import Button, Screen
from bot.chat.routes import Bare, button_to
from bot.chat.turn_context import rows
from bot.chat.typed.labels import meant
from tests.each import each


@each(
    ("name", "shown"),
    [
        ("SDN 3 Melati", "SDN 3 Melati"),
        ("x" * 30, "x" * 30),
        ("SMK Negeri 1 Tanjungpinang Barat", "SMK Negeri 1 T…ungpinang Barat"),
        ("SMK Negeri 1 Tanjungpinang Timur", "SMK Negeri 1 T…ungpinang Timur"),
        ("Pakai “Bambang Pamungkas Wicaksono”", "Pakai “Bambang…gkas Wicaksono”"),
    ],
)
def test_a_long_name_loses_its_middle(name: str, shown: str) -> None:
    """Names that differ at their ends can be told apart on a narrow phone."""
    assert Button(name, "x").label == shown
    assert len(shown) <= 30


@each(
    ("text", "fits"),
    [
        ("Halo", True),
        ("x" * COPIED_MOST, True),
        ("x" * (COPIED_MOST + 1), False),
        ("\N{MEMO}" * (COPIED_MOST // 2), True),
        ("\N{MEMO}" * (COPIED_MOST // 2 + 1), False),
        ("", False),
        (" \n", False),
    ],
)
def test_a_button_copies_what_telegram_takes(text: str, fits: bool) -> None:
    """At most 256 UTF-16 units, and something to read."""
    assert fits_copy(text) is fits
    if fits:
        assert Copy("Salin", text).copied == text
    else:
        with pytest.raises(ValueError, match="no button copies this"):
            Copy("Salin", text)


def test_a_typed_label_presses_no_copy_button() -> None:
    """Copying happens in her app; typed, its label means nothing here."""
    screen = Screen("x", ((Copy("Salin", "kata"), Button("Lanjut", "go:on")),))
    assert meant(screen, "salin") is None
    assert meant(screen, "lanjut") == "go:on"


def test_a_route_says_how_its_buttons_look() -> None:
    """Whoever draws a button to it, it has the same style; others have none."""
    red, plain = Bare("test.red", style=Style.DANGER), Bare("test.plain")
    assert button_to("Hapus", red()).style is Style.DANGER
    assert button_to("Lihat", plain()).style is None


@each(
    ("labels", "fit"),
    [
        (("Bukti", "Pertanyaan refleksi"), True),
        (("Rencana", "Yang tampak pada murid"), False),
        (("✓ Terlaksana", "Sebagian", "Belum"), True),
        (("Sebagian", "✓ dua pekan sekali", "Belum"), False),
        (("L6", "L7", "L8", "L9", "L10"), True),
        (("x" * 30,), True),
        (("W" * 17, "W"), False),
        ((), True),
    ],
)
def test_labels_side_by_side_are_read_on_a_narrow_phone(labels: tuple[str, ...], fit: bool) -> None:
    """A phone of 360 pixels gives each its even share of the row and cuts the rest."""
    assert fit_beside(labels) is fit


def test_a_row_that_does_not_fit_becomes_several() -> None:
    """All buttons stay in their order; those that fit stay beside each other."""
    short, longer, menu = (
        Button(label, "x") for label in ("Rencana", "Yang tampak pada murid", "Menu")
    )
    assert rows((short, longer, menu)) == ((short,), (longer,), (menu,))
    assert rows((short, menu, longer)) == ((short, menu), (longer,))
    assert side_by_side([short, menu, menu], 2) == ((short, menu), (menu,))
