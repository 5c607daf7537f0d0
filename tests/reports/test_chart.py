"""The picture of levels: its form, its size, and that it shows what it is given."""

from functools import cache
from io import BytesIO

import pytest
from PIL import Image

from bot.chat.screens.evaluation.picture import PICTURE_KILOBYTES
from bot.reports.chart import HEIGHT, PAPER, WIDTH, draw_levels
from tests.reports.levels import picture

drawn = cache(draw_levels)
"""What is drawn of a picture, once for all tests of it."""


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def test_the_picture_is_a_png_for_a_phone_on_its_own_light_paper() -> None:
    """It decodes as PNG of a phone's width, with a light margin all around for dark mode."""
    content = drawn(picture(3, 2))
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    image = opened(content)
    assert image.size == (WIDTH, HEIGHT)
    paper = tuple(bytes.fromhex(PAPER.removeprefix("#")))
    for x in range(0, WIDTH, 40):
        assert image.getpixel((x, 5)) == image.getpixel((x, HEIGHT - 5)) == paper
    for y in range(0, HEIGHT, 40):
        assert image.getpixel((5, y)) == image.getpixel((WIDTH - 5, y)) == paper


@pytest.mark.parametrize(("now", "before"), [(3, 2), (1, 4), (4, 4), (None, 3), (2, None)])
def test_the_picture_is_no_larger_than_its_button_says(now: int | None, before: int | None) -> None:
    """Whatever the levels are, the file stays within the size that is told before."""
    assert len(drawn(picture(now, before))) <= PICTURE_KILOBYTES * 1000


def test_other_levels_make_another_picture() -> None:
    """Now, before and skipped each show; the same levels give the same picture."""
    pictures = [picture(3, 2), picture(2, 3), picture(3), picture(None, 2), picture(3, 3)]
    shown = [opened(drawn(one)).tobytes() for one in pictures]
    assert len(set(shown)) == len(pictures)
    assert opened(draw_levels(pictures[0])).tobytes() == shown[0]


def test_the_two_times_differ_in_shape_not_only_in_colour() -> None:
    """Without any colour, now and before still look different."""
    swapped = [
        opened(drawn(one)).convert("L").point(lambda grey: 0 if grey < 200 else 255)
        for one in (picture(3, 2), picture(2, 3))
    ]
    assert swapped[0].tobytes() != swapped[1].tobytes()
