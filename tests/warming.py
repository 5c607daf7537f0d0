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

from bot.chat.files.document import Document
from bot.chat.world import World
from bot.cluster.postgres import cluster
from bot.demo import serve
from bot.reports.pages import draw_document
from bot.run.backup import command_line, commands, database
from bot.run.doctor import doctor
from bot.run.doctor.content import content_problems
from bot.run.moving import move
from bot.run.settings import Settings
from bot.run.wiring import build_world
from bot.store.postgres import copying, store
from bot.store.tiny.copying import backing_up, tracing
from bot.web import server
from tests import warmed
from tests.shipped import ROOT, served_world

__all__ = [
    "bm25s",
    "command_line",
    "commands",
    "database",
    "doctor",
    "move",
    "pytest",
    "serve",
    "server",
]
STORES = (backing_up, cluster, copying, store, tracing)
DRAWS = (fpdf, segno, xlsxwriter, figure, font_manager, patches, Image, ImageDraw, ImageFont)

TODAY = datetime.now(UTC).date()
SETTINGS = Settings(data_dir=ROOT / "none")
served_world(SETTINGS).prepare()  # read for bots that are killed again and again
WORLD = build_world(SETTINGS, TODAY)
WORLD.prepare()
draw_document(Document(title="Aa", blocks=()))  # cuts the fonts of all pages


def lent_world(settings: Settings, today: date) -> World:
    """Return what was read here, to whoever would read the same today, or what these settings name."""
    names = ("content_dir", "operator")
    is_same = today == TODAY and all(getattr(settings, x) == getattr(SETTINGS, x) for x in names)
    return WORLD if is_same else build_world(settings, today)


warmed.lend(lent_world)
# Last, because what it has read of the content is kept until somebody serves: forks find it read.
content_problems(ROOT / "content", TODAY)
gc.freeze()
gc.enable()
