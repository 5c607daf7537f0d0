"""Has all imported that commands need and what draws, and the bot's code read; see `forked`. Tests nothing.

Imported by the process that those are forked from, and by nobody else.
"""

import gc
from datetime import UTC, datetime

import fpdf
import pytest
import segno
import xlsxwriter
from matplotlib import figure, font_manager, patches
from PIL import Image, ImageDraw, ImageFont

from bot.demo import serve
from bot.run.backup import command_line
from bot.run.doctor import doctor
from bot.run.settings import Settings
from bot.run.wiring import content_problems
from tests.shipped import ROOT, served_world

__all__ = ["command_line", "doctor", "pytest", "serve"]
DRAWS = (fpdf, segno, xlsxwriter, figure, font_manager, patches, Image, ImageDraw, ImageFont)

served_world(Settings())
# Last, because what it has read of the content is kept until somebody serves: forks find it read.
content_problems(ROOT / "content", datetime.now(UTC).date())
gc.freeze()
