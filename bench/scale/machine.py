"""What this machine does in plain: a row beside the figures, so that runs can be compared. Must not know the bot."""

import hashlib
import os
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

CHUNK: Final = b"x" * 65_536
HASHED: Final = 2_000
SYNCED: Final = 200


def row() -> str:
    """Measure, and give what is told of it."""
    began, own = time.perf_counter(), time.process_time()
    for _ in range(HASHED):
        hashlib.sha256(CHUNK).digest()
    hashing = HASHED * len(CHUNK) / 2**20 / (time.process_time() - own)
    share = (time.process_time() - own) / (time.perf_counter() - began)
    pages = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {os.cpu_count()} cores, {pages / 2**30:.0f} GiB; "
        f"SHA-256 on one core {hashing:,.0f} MiB/s; fsync of 4 KiB {_sync():.2f} ms; "
        f"load {os.getloadavg()[0]:.1f}, of which a loop got {share:.0%} of a core"
    )


def _sync() -> float:
    """Give the median time of a small durable write, in milliseconds, where the server keeps its data."""
    took = []
    with tempfile.TemporaryDirectory() as folder, Path(folder, "file").open("wb") as file:
        for _ in range(SYNCED):
            began = time.perf_counter()
            file.write(CHUNK[:4_096])
            file.flush()
            os.fsync(file.fileno())
            took.append(time.perf_counter() - began)
    return sorted(took)[len(took) // 2] * 1_000
