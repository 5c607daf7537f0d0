"""Open a store in a fresh process and say what it took: `python -m bench.opening FOLDER`.

Prints one line of JSON: seconds, documents, how many of them were read, resident memory in MiB,
and the milliseconds of one question for those who are due.
"""

import asyncio
import resource
import sys
import time
from pathlib import Path

import orjson

from bench.population import DUE, NOW, TEACHERS
from bot.store.tiny.store import tiny_store


def resident() -> float:
    """Give the memory this process now holds, in MiB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


async def main() -> None:
    """Open, ask, report, close."""
    before = resident()
    store = tiny_store(Path(sys.argv[1]), [TEACHERS])
    started = time.perf_counter()
    report = await store.open()
    seconds = time.perf_counter() - started
    started = time.perf_counter()
    due = await store.find(TEACHERS, DUE.up_to(NOW))
    asked = time.perf_counter() - started
    result = {
        "seconds": seconds,
        "documents": report.documents,
        "read": report.read,
        "before": before,
        "resident": resident(),
        "due": len(due),
        "due_ms": asked * 1000,
    }
    print(orjson.dumps(result).decode())
    await store.close()


if __name__ == "__main__":
    asyncio.run(main())
