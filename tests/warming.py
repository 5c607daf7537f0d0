"""Has all that commands need imported, and the bot's code read; see `forked`. Tests nothing.

Imported by the process that commands are forked from, and by nobody else.
"""

import gc
from datetime import UTC, datetime

from bot.demo import serve
from bot.run.backup import command_line
from bot.run.doctor import doctor
from bot.run.wiring import content_problems
from tests.shipped import ROOT

__all__ = ["command_line", "doctor", "serve"]

content_problems(ROOT / "content", datetime.now(UTC).date())
gc.freeze()
