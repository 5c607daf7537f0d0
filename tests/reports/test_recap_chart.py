"""The picture of a school: its form, its size, and that it shows what it is given."""

from dataclasses import replace
from io import BytesIO

from PIL import Image

from bot.chat.files.report import StatusPicture, StatusRow
from bot.chat.screens.school.recap import PICTURE_KILOBYTES
from bot.reports.chart import HEIGHT, PAPER, WIDTH
from bot.reports.recap_chart import STEP_HEIGHT, draw_statuses
from tests.each import each
from tests.reports.levels import LABELS

NAMES = (
    "SDN Contoh 1",
    "SD $x_1$ & <b> \U0001f469\u200d\U0001f3eb",
    "\u202e\u0645\u062f\u0631\u0633\u0629",
    "\u6821" * 200,
)


def drawing(*counts: int, school: str = NAMES[0]) -> StatusPicture:
    """Return a picture in which all steps have the same counts."""
    return StatusPicture(
        title="Rekap langkah",
        school=school,
        below=f"{sum(counts)} guru · 20 November 2026",
        statuses=("Selesai", "Sedang", "Belum"),
        rows=tuple(StatusRow(f"{n} · {label}", counts) for n, label in enumerate(LABELS, start=1)),
    )


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content)).convert("RGB")


def test_the_school_is_a_png_for_a_phone_on_its_own_light_paper() -> None:
    """It decodes as PNG of a phone's width, with a light margin all around for dark mode."""
    image = opened(draw_statuses(drawing(900, 700, 400, school=NAMES[3])))
    assert image.size == (WIDTH, HEIGHT)
    paper = tuple(bytes.fromhex(PAPER.removeprefix("#")))
    for x in range(0, WIDTH, 40):
        assert image.getpixel((x, 20)) == image.getpixel((x, HEIGHT - 20)) == paper
    for y in range(0, HEIGHT, 40):
        assert image.getpixel((20, y)) == image.getpixel((WIDTH - 20, y)) == paper


SIZES = [(1, 1, 1), (0, 2000, 0), (667, 667, 666), (0, 0, 0)]


@each(("school", "counts"), list(zip(NAMES, SIZES, strict=True)))
def test_the_school_is_no_larger_than_its_button_says(school: str, counts: tuple[int, ...]) -> None:
    """Whatever the counts and the name are, it can be drawn and stays within the size told."""
    assert len(draw_statuses(drawing(*counts, school=school))) <= PICTURE_KILOBYTES * 1000


def test_the_statuses_differ_without_colour() -> None:
    """In black and white, the three statuses still look different: full, hatched, empty."""
    counts = ((9, 0, 0), (0, 9, 0), (0, 0, 9))
    one_kind = drawing(*counts[0])
    rows = tuple(replace(row, counts=one) for row, one in zip(one_kind.rows, counts, strict=False))
    drawn = opened(draw_statuses(replace(one_kind, rows=rows))).convert("L")
    shades = set()
    for at in range(len(counts)):
        image = drawn.crop((60, 290 + at * STEP_HEIGHT, 1000, 312 + at * STEP_HEIGHT))
        dark = sum(image.point(lambda grey: 1 if grey < 160 else 0).tobytes())
        shades.add(round(dark / (image.width * image.height), 1))
    assert len(shades) == 3


def test_a_dollar_sign_in_a_name_is_a_dollar_sign() -> None:
    """What would be a formula is drawn as it is written: as wide as its letters."""
    plain, formula = (
        opened(draw_statuses(drawing(1, 1, 1, school=name))).crop((0, 100, WIDTH, 140))
        for name in ("SDN x_1", "SDN $x_1$")
    )
    assert right_end(formula) > right_end(plain) + 20


@each("name", ["SMP Negeri 3 Satu Atap Kecamatan Banjarmasin Selatan", "W" * 60])
def test_the_whole_name_of_a_school_is_shown(name: str) -> None:
    """Its last letter is there, and it keeps clear of the edge; a wide name is written smaller."""
    most = WIDTH - 10
    whole, shorter = (
        opened(draw_statuses(drawing(1, 1, 1, school=one))).crop((0, 100, WIDTH, 140))
        for one in (name, name[:-9])
    )
    assert right_end(whole) <= most
    assert whole.tobytes() != shorter.tobytes()


def right_end(line: Image.Image) -> int:
    """Return where the ink of a line ends."""
    dark = line.convert("L").point(lambda grey: 255 if grey < 160 else 0)
    box = dark.getbbox()
    assert box
    return box[2]
