"""How soon a poll in a black hole is noticed, and how soon it is healed: `python -m bench.deafness`.

The bot as it is shipped, with its real limits, before the simulator behind a proxy that accepts everything and
lets nothing through. Noticed is the first line of the log that says so; healed is the answer to what a teacher
wrote meanwhile, counted from the moment the proxy lets new connections through. Minutes, by hand. Prints Markdown.
"""

import asyncio
import os
import re
import sys
import tempfile
import time
from typing import Final

from bench.black_hole import BlackHole, black_hole
from bench.processes import ROOT
from bot.simulator.server import Profile, Simulator

TOKEN: Final = "123456:a-pretend-token-of-the-benchmark"  # noqa: S105 - nobody's
TEACHER: Final = 101
SILENCES: Final = (5.0, 65.0)
"""Seconds: one that ends before anybody has noticed, one that outlasts a poll and its repetition."""

NOTICED: Final = re.compile(r"telegram_unreached|telegram_silent")


async def measure(silence: float) -> tuple[float, float]:
    """Return the seconds until it was noticed, from its begin, and until it was healed, from its end."""
    simulator = Simulator(TOKEN, [Profile(id=TEACHER, first_name="Guru")])
    with tempfile.TemporaryDirectory() as folder:
        async with simulator.serve() as server, black_hole(server) as proxy:
            process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "bot", "run"),
                cwd=folder,
                env={
                    **os.environ,
                    "PYTHONPATH": str(ROOT),
                    "TELEGRAM_BOT_TOKEN": TOKEN,
                    "DATA_DIR": folder,
                    "TELEGRAM_API_URL": proxy.address,
                },
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
            )
            assert process.stderr
            noticing = asyncio.create_task(_noticed(process.stderr))
            try:
                return await _deafened(simulator, proxy, noticing, silence)
            finally:
                process.terminate()
                await process.wait()
                noticing.cancel()


async def _noticed(log: asyncio.StreamReader) -> float:
    """Return the moment of the first line that says that Telegram is silent; read on after it."""
    while line := await log.readline():
        if NOTICED.search(line.decode()):
            found = time.monotonic()
            asyncio.get_running_loop().create_task(log.read())
            return found
    raise RuntimeError("the bot ended")


async def _deafened(
    simulator: Simulator, proxy: BlackHole, noticing: "asyncio.Task[float]", silence: float
) -> tuple[float, float]:
    teacher = simulator.person(TEACHER)
    await teacher.send("/start")
    await teacher.next_message(timeout=30)
    began = time.monotonic()
    proxy.fall_silent()
    await teacher.send("/bantuan")
    await asyncio.sleep(silence)
    recovered = time.monotonic()
    proxy.recover()
    await teacher.next_message(timeout=120)
    return await noticing - began, time.monotonic() - recovered


def main() -> None:
    """Measure each silence and print the table."""
    print("| silent for (s) | noticed after (s) | healed after (s) |\n|---|---|---|")
    for silence in SILENCES:
        noticed, healed = asyncio.run(measure(silence))
        print(f"| {silence:.0f} | {noticed:.1f} | {healed:.1f} |", flush=True)


if __name__ == "__main__":
    main()
