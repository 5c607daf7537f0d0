"""What stands on a button, whatever name is in it."""

import pytest

from bot.chat.button import COPIED_MOST, Copy, Style, fits_copy
from bot.chat.model import Button, Screen
from bot.chat.routes import Bare, button_to
from bot.chat.typed.labels import meant


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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
