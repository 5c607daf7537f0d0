"""What stands on a button, whatever name is in it."""

import pytest

from bot.chat.model import Button


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
