"""Kill a process that is updating the store, again and again: `python -m bench.crash`.

Prints a table of what was lost; the tests do the same with fewer kills. See `bench.victims`.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import fields
from pathlib import Path
from typing import Final

from bench.victims import kill_often

MEANING: Final = {
    "kills": "processes killed, data opened again",
    "acknowledged": "commits acknowledged",
    "together": "of these, over several documents",
    "half": "commits found half done",
    "lost": "acknowledged changes lost",
    "wrong": "documents not whole",
    "damaged": "documents damaged",
    "stale": "times the index differed from the documents",
    "unfinished": "kills in the middle of a write or a commit",
}


def main() -> None:
    """Print what so many kills came to; exit 1 if anything was lost."""
    parser = argparse.ArgumentParser(description="Kill a process that is updating the store.")
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=13)
    options = parser.parse_args()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_often(Path(folder), options.kills, options.seed)
    print("| kill -9 at random moments | |\n|---|---:|")
    for field in fields(tally):
        print(f"| {MEANING[field.name]} | {getattr(tally, field.name):,} |")
    print(f"| seconds | {time.monotonic() - started:.0f} |")
    if tally.half or tally.lost or tally.wrong or tally.damaged or tally.stale:
        sys.exit(1)


if __name__ == "__main__":
    main()
