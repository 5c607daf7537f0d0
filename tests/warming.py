"""Has all imported that commands need and what draws, code and content read; see `forked`. Tests nothing.

Imported by the process that those are forked from, and by nobody else.
"""

import gc
from datetime import UTC, date, datetime

import bm25s
import fpdf
import pytest
import segno
import xlsxwriter
from matplotlib import figure, font_manager, patches
from PIL import Image, ImageDraw, ImageFont

from bot.chat.world import World
from bot.demo import serve
from bot.run.backup import command_line
from bot.run.doctor import doctor
from bot.run.settings import Settings
from bot.run.wiring import build_world, content_problems
from tests import warmed
from tests.shipped import ROOT

__all__ = ["command_line", "doctor", "pytest", "serve"]
SEARCHES = (bm25s,)
DRAWS = (fpdf, segno, xlsxwriter, figure, font_manager, patches, Image, ImageDraw, ImageFont)

TODAY = datetime.now(UTC).date()
SETTINGS = Settings(data_dir=ROOT / "none")
WORLD = build_world(SETTINGS, TODAY)
WORLD.prepare()


def lent_world(settings: Settings, today: date) -> World:
    """Return what was read here, to whoever would read the same today, or what these settings name."""
    names = ("content_dir", "operator")
    is_same = today == TODAY and all(getattr(settings, x) == getattr(SETTINGS, x) for x in names)
    return WORLD if is_same else build_world(settings, today)


warmed.lend(lent_world)
# Last, because what it has read of the content is kept until somebody serves: forks find it read.
content_problems(ROOT / "content", TODAY)
gc.freeze()
