"""What a start leaves for later, so that the first answer comes soon.

Until people are served the garbage collector is off (``__main__``); what only some of them need is
prepared when they are served already. Must not decide what a running bot consists of.
"""

import gc
import os
import sys
import threading
from importlib import import_module


def spare_the_start() -> None:
    """Keep the garbage collector out of a start: next to nothing that it makes is garbage.

    It looked at all modules again and again, for a fifth of the time of a start. Nor are ``rich`` and
    ``pygments`` loaded where they happen to be installed: structlog would for tracebacks that no log of
    ours shows, httpx for a command line. Nor does pydantic look for plugins in every package there is.
    """
    gc.disable()
    for needless in ("rich", "pygments"):
        sys.modules.setdefault(needless, None)  # type: ignore[arg-type] # how Python is told "not there"
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")


def prepare_connections() -> None:
    """Begin to load the HTTP library in a thread: reading certificates, it leaves Python to others."""
    threading.Thread(target=import_module, args=("aiohttp",), daemon=True).start()


def spare_the_turns() -> None:
    """Let the garbage collector look no more at what start-up made, and look less often.

    All of it stays for good: content, libraries, index. Going through it took a tenth of the time
    of every turn. Most of what a turn makes is freed without the collector, which goes through what 64
    turns under way hold each time it looks: five times less often is 2 % of a turn, and at worst some
    megabytes of garbage. It is not gone through once more before, which takes 0.1 s: some thousand
    objects are garbage by then, and stay.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


def prepare_holidays() -> None:
    """Begin to make what takes longest of the content, beside the imports that follow."""
    from bot.content.calendar import holidays  # noqa: PLC0415 -- what else a start imports must not wait for it

    holidays.prepare()
