"""Draws a picture of levels: 13 steps, now and last time, readable on a phone.

Words and levels come in ready. ``draw_levels`` needs much memory and time, so it runs in a process
of its own (see ``painter``); matplotlib is therefore imported only when something is drawn.
"""

from io import BytesIO
from typing import TYPE_CHECKING

from bot.chat.model import LevelPicture, LevelRow

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH, HEIGHT = 1080, 1500
"""Pixels. A phone shows a picture of this shape in full width, without cropping."""

DPI = 120
COLOURS = 32
NOW, BEFORE, INK, FAINT, PAPER = "#0072B2", "#E69F00", "#1A1A1A", "#B8B8B8", "#FFFFFF"
"""Blue and orange of the palette of Okabe and Ito, which the colour-blind can tell apart. The
paper is light by itself, so that dark mode does not matter."""

LARGE, NORMAL, SMALL = 22, 17, 13
"""Type in points; NORMAL is some 28 pixels of 1080, near the size of a phone's own text."""


def draw_levels(drawing: LevelPicture) -> bytes:
    """Return the picture as PNG."""
    from matplotlib.figure import Figure  # noqa: PLC0415 -- see above

    figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor=PAPER)
    axes = figure.add_axes((0.465, 0.165, 0.5, 0.755), facecolor=PAPER)
    figure.text(0.035, 0.955, drawing.title, fontsize=LARGE, fontweight="bold", color=INK)
    _frame(axes, drawing)
    for at, row in enumerate(drawing.rows):
        _row(axes, at, row, drawing.skipped)
    _legend(axes, drawing)
    return small_png(figure)


def small_png(figure: "Figure") -> bytes:
    """Return a figure as PNG with few colours: a third of the size, and nothing seen is changed."""
    from PIL import Image  # noqa: PLC0415 -- comes with matplotlib

    drawn = BytesIO()
    figure.savefig(drawn, format="rgba")
    image = Image.frombytes("RGBA", (WIDTH, HEIGHT), drawn.getvalue())
    picture = BytesIO()
    image.convert("RGB").quantize(COLOURS).save(picture, "PNG", optimize=True)
    return picture.getvalue()


def _frame(axes: "Axes", drawing: LevelPicture) -> None:
    """Draw the four levels as lines with their numbers, the steps as rows."""
    levels = range(1, len(drawing.levels) + 1)
    axes.set_xlim(0.6, len(drawing.levels) + 0.4)
    axes.set_ylim(len(drawing.rows) - 0.5, -0.5)
    axes.set_xticks(list(levels), ["\n".join(_lines(name)) for name in drawing.levels])
    axes.set_yticks(range(len(drawing.rows)), [row.label for row in drawing.rows])
    axes.tick_params(axis="both", length=0, labelsize=NORMAL, labelcolor=INK, pad=8)
    axes.tick_params(axis="x", labelsize=SMALL)
    for side in axes.spines.values():
        side.set_visible(False)
    for level in levels:
        axes.axvline(level, color="#E3E3E3", linewidth=1.5, zorder=0)


def _lines(level: str) -> list[str]:
    """Break the name of a level so that four of them fit side by side."""
    return level.replace(" · ", " ").split(" ")


def _row(axes: "Axes", at: int, row: LevelRow, skipped: str) -> None:
    """Draw one step: a diamond for last time, a disc for now, a line from the one to the other."""
    if row.before is not None and row.now is not None and row.before != row.now:
        axes.plot([row.before, row.now], [at, at], color=FAINT, linewidth=4, zorder=1)
    if row.before is not None:
        _mark_before(axes, row.before, at)
    if row.now is not None:
        _mark_now(axes, row.now, at)
    else:
        start = 0.75 if row.before != 1 else 1.25
        words = row.note or skipped
        axes.text(start, at, words, fontsize=SMALL, style="italic", color="#5F5F5F", va="center")


def _mark_before(axes: "Axes", level: float, at: float) -> None:
    axes.plot(
        [level],
        [at],
        marker="D",
        markersize=19,
        markerfacecolor=PAPER,
        markeredgecolor=BEFORE,
        markeredgewidth=3.5,
        linestyle="none",
        zorder=2,
    )


def _mark_now(axes: "Axes", level: float, at: float) -> None:
    axes.plot([level], [at], marker="o", markersize=13, color=NOW, linestyle="none", zorder=3)


def _legend(axes: "Axes", drawing: LevelPicture) -> None:
    """Say below the rows which shape is which time."""
    handles = [axes.plot([], [], marker="o", markersize=13, color=NOW, linestyle="none")[0]]
    names = [drawing.now]
    if drawing.before:
        handles += axes.plot(
            [],
            [],
            marker="D",
            markersize=15,
            markerfacecolor="none",
            markeredgecolor=BEFORE,
            markeredgewidth=3.5,
            linestyle="none",
        )
        names.append(drawing.before)
    axes.legend(
        handles,
        names,
        loc="upper center",
        bbox_to_anchor=(0.05, -0.09),
        ncols=2,
        frameon=False,
        fontsize=NORMAL,
        labelcolor=INK,
        handletextpad=0.5,
        columnspacing=2,
    )
