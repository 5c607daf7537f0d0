"""Draws a school's picture: for each step how many are done, under way, not begun.

Words and counts come in ready. Like ``chart``, it runs in a process of its own.
"""

from typing import TYPE_CHECKING, Any

from bot.chat.files.report import StatusPicture, StatusRow
from bot.reports.chart import DPI, HEIGHT, INK, LARGE, NORMAL, PAPER, WIDTH, small_png
from bot.reports.drawn_line import PIXELS, width_of
from bot.reports.letters import OWN, printable

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LOOKS: tuple[dict[str, Any], ...] = (
    {"facecolor": "#0072B2", "edgecolor": "#0072B2"},
    {"facecolor": "#F5C266", "edgecolor": "#8A5A00", "hatch": "///"},
    {"facecolor": "#FFFFFF", "edgecolor": "#8C8C8C"},
)
"""Done, under way, not begun: full, hatched, empty. Blue and orange of Okabe and Ito; the forms
tell the same without any colour."""

POINTS = 72
"""Of an inch."""

LEFT, RIGHT = 48, WIDTH - 48
COLUMNS = (RIGHT - 288, RIGHT - 140, RIGHT)
"""Where the counts end, each below the name of its status."""

BELOW_HEIGHT = 40
FIRST_STEP, STEP_HEIGHT = 268, 89
BAR_BELOW, BAR_HEIGHT = 16, 34
NAME_LENGTH = 60
"""No school's name has more letters; a wide one is written smaller."""


def draw_statuses(drawing: StatusPicture) -> bytes:
    """Return the picture as PNG."""
    from matplotlib import rc_context  # noqa: PLC0415 -- see ``chart``
    from matplotlib.figure import Figure  # noqa: PLC0415

    with rc_context({"hatch.linewidth": 2.5}):
        figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=PAPER)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, WIDTH)
        axes.set_ylim(HEIGHT, 0)
        axes.axis("off")
        _head(axes, drawing)
        for at, row in enumerate(drawing.rows):
            _row(axes, FIRST_STEP + at * STEP_HEIGHT, row)
        for at, line in enumerate(reversed(drawing.below.split("\n"))):
            _text(axes, LEFT, HEIGHT - 36 - at * BELOW_HEIGHT, line, NORMAL)
        return small_png(figure)


def _head(axes: "Axes", drawing: StatusPicture) -> None:
    """Write the title and the school, and each status with its look above its counts."""
    _text(axes, LEFT, 76, drawing.title, LARGE, weight="bold")
    school = _short(printable(drawing.school))
    room, wide = RIGHT - LEFT, width_of(school) / PIXELS * NORMAL * DPI / POINTS
    _text(axes, LEFT, 128, school, NORMAL * room / max(room, wide), family=_families())
    for right, name, look in zip(COLUMNS, drawing.statuses, LOOKS, strict=True):
        _box(axes, (right - 60, 162), (60, 22), look)
        _text(axes, right, 216, name, NORMAL, align="right")


def _row(axes: "Axes", top: float, row: StatusRow) -> None:
    """Draw one step: its name and counts, and below them the bar."""
    _text(axes, LEFT, top, row.label, NORMAL)
    for right, count in zip(COLUMNS, row.counts, strict=True):
        _text(axes, right, top, str(count), NORMAL, align="right", weight="bold")
    whole = sum(row.counts)
    start = float(LEFT)
    for count, look in zip(row.counts, LOOKS, strict=True):
        width = (RIGHT - LEFT) * count / whole if whole else 0
        if count:
            _box(axes, (start, top + BAR_BELOW), (width, BAR_HEIGHT), look)
        start += width


def _box(
    axes: "Axes", corner: tuple[float, float], size: tuple[float, float], look: dict[str, Any]
) -> None:
    from matplotlib.patches import Rectangle  # noqa: PLC0415 -- see ``chart``

    axes.add_patch(Rectangle(corner, *size, linewidth=2, **look))


def _text(
    axes: "Axes",
    at: float,
    line: float,
    words: str,
    size: float,
    *,
    align: str = "left",
    weight: str = "normal",
    family: tuple[str, ...] = ("DejaVu Sans",),
) -> None:
    # A name may hold a dollar sign, which must not begin a formula.
    axes.text(
        at,
        line,
        words,
        fontsize=size,
        ha=align,
        color=INK,
        fontweight=weight,
        fontfamily=list(family),
        parse_math=False,
    )


def _families() -> tuple[str, ...]:
    """Return the fonts a name may need, made known to matplotlib."""
    from matplotlib.font_manager import fontManager, get_font  # noqa: PLC0415 -- see ``chart``

    for font in OWN:
        fontManager.addfont(font)
    return ("DejaVu Sans", *(get_font(font).family_name for font in OWN))


def _short(words: str) -> str:
    return words if len(words) <= NAME_LENGTH else words[: NAME_LENGTH - 1] + "…"
