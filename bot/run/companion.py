"""`python -m bot.run.companion …`: what `python -m bot …` does, for as long as whoever began it lives.

A bot that is killed cannot end what it has begun. Started again and again, as a supervisor does in a crash loop,
the checks of all its lives would take the cores from the last. Must load nothing of the bot before.
"""

import ctypes
import os
import runpy
import signal
import sys

PARENT = "COMPANION_OF"
"""The variable with the process id of whoever began it."""

DEATH_SIGNAL = 1  # prctl(2): PR_SET_PDEATHSIG


def end_with_parent() -> None:
    """Have this process killed when its parent dies; nothing of the kind is known outside of Linux."""
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGKILL)
    if os.getppid() != int(os.environ[PARENT]):  # it died before we could say so
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    end_with_parent()
    runpy.run_module("bot", run_name="__main__", alter_sys=True)
