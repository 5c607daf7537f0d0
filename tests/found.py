"""Has all tests found and the content read, for the processes of `pytest -n`; see `forked_workers`. Tests nothing.

Imported by the process that those are forked from, and by nobody else.
"""

import gc
import json
import os

from tests.finding import find
from tests.forked_workers import WANTED
from tests.shipped import ROOT, shipped_world

find(json.loads(os.environ[WANTED]), ROOT / "tests")
shipped_world()
gc.freeze()
