"""Has all tests found and the content read, for the processes of `pytest -n`; see `forked_workers`. Tests nothing.

Imported by the process that those are forked from, and by nobody else.
"""

import gc
import json
import os

import matplotlib.figure
import matplotlib.patches

from bot.chat.files.document import Document
from bot.reports.pages import draw_document
from bot.run.settings import Settings
from tests.finding import find
from tests.forked_workers import WANTED
from tests.shipped import ROOT, served_world, shipped_world

DRAWS = (matplotlib.figure, matplotlib.patches)

find(json.loads(os.environ[WANTED]), ROOT / "tests")
shipped_world().prepare()
served_world(Settings()).prepare()  # what most bots in a process of the tests serve
draw_document(Document(title="Aa", blocks=()))  # cuts the fonts of all pages
gc.freeze()
gc.enable()
