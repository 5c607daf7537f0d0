"""The benchmarks that share a run: `python -m bench [--quick]` writes `bench/results.md`.

Leaves out those that want the machine for themselves; see bench/README.md.
"""

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Final

from bench import backup, flood, footprint, recap, throughput
from bench.bots import RIVALS_PYTHON
from bench.processes import ROOT

RESULTS: Final = ROOT / "bench" / "results.md"
OURS: Final = ("python-telegram-bot", "aiohttp", "uvloop", "tinydb", "orjson", "pydantic")
RIVALS: Final = ("python-telegram-bot", "httpx", "aiogram", "aiohttp")


def main() -> None:
    """Run them all, print each as it comes and write it down at the end."""
    parser = argparse.ArgumentParser(description="The benchmarks of one run; see bench/README.md.")
    parser.add_argument("--quick", action="store_true", help="under two minutes, rougher")
    quick = parser.parse_args().quick
    if not RIVALS_PYTHON.exists():
        sys.exit("the rivals' environment is missing; make bench sets it up")
    parts = []
    for part in sections(quick=quick):
        print(part, end="\n\n", flush=True)
        parts.append(part)
    RESULTS.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def sections(*, quick: bool) -> Iterator[str]:
    """Measure, and give one section of the report after another."""
    started = time.monotonic()
    yield f"# Figures{' of a quick run' if quick else ''}\n\n{machine()}"
    yield throughput.report(quick=quick)
    yield flood.report(quick=quick)
    yield footprint.report(quick=quick)
    yield recap.report(quick=quick)
    yield f"## The store alone\n\n{_store(quick=quick)}"
    yield backup.report(quick=quick)[0]
    yield f"Measured in {time.monotonic() - started:.0f} seconds."


def machine() -> str:
    """Say where the figures come from: cores, memory, versions."""
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    load = os.getloadavg()[0]
    return "\n".join(
        [
            (
                f"- {datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores of {platform.machine()}, "
                f"{pages / 2**30:.0f} GiB of memory, Linux {platform.release().split('-')[0]}, "
                f"load at the start {load:.1f}"
            ),
            f"- this bot: Python {platform.python_version()}, "
            + ", ".join(f"{name} {version(name)}" for name in OURS),
            f"- rivals: {_rival_versions()}",
        ]
    )


def _rival_versions() -> str:
    script = (
        "import platform, sys; from importlib.metadata import version; "
        "print('Python', platform.python_version(), end=''); "
        "[print(',', name, version(name), end='') for name in sys.argv[1:]]"
    )
    return _output([str(RIVALS_PYTHON), "-c", script, *RIVALS])


def _store(*, quick: bool) -> str:
    command = [sys.executable, "-m", "bench.store"]
    return _output([*command, "--quick"] if quick else command)


def _output(command: Sequence[str]) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)  # noqa: S603 - ours
    return done.stdout.strip()


if __name__ == "__main__":
    main()
