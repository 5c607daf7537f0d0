"""A PostgreSQL server for figures: durable, with memory for a million teachers, and what it costs.

Must not know what is stored.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import psycopg

from bench.processes import TICKS, family
from tests.postgres.server import serving

SETTINGS: Final = """
autovacuum_naptime = 15s
checkpoint_timeout = 15min
max_wal_size = 8GB
shared_buffers = 1GB
"""
"""As a host with some gigabytes would set it; all that makes a commit durable is as shipped."""


class DatabaseServer:
    """A running server."""

    def __init__(self, url: str) -> None:
        self.url = url
        with self.connected() as connection:
            row = connection.execute("SELECT current_setting('data_directory')").fetchone()
        assert row
        self._process = int(Path(row[0], "postmaster.pid").read_text().split()[0])

    @property
    def cpu_seconds(self) -> float:
        """Processor time so far, of all its processes, those that have ended as well."""
        total = 0
        for place, process in enumerate(family(self._process)):
            with suppress(FileNotFoundError, ProcessLookupError):
                fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
                total += sum(map(int, fields[11:13] if place else fields[11:15]))
        return total / TICKS

    @property
    def written(self) -> int:
        """Bytes of its log so far: what a copy of it, or a backup to any moment, has to keep."""
        with self.connected() as connection:
            row = connection.execute("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn").fetchone()
        assert row
        return int(row[0])

    @contextmanager
    def connected(self, database: str | None = None) -> Iterator[psycopg.Connection]:
        """Have a connection to one of its databases while the block lasts."""
        url = self.address(database) if database else self.url
        with psycopg.connect(url, autocommit=True) as connection:
            yield connection

    def address(self, database: str) -> str:
        """Give the address of one of its databases."""
        return urlsplit(self.url)._replace(path=f"/{database}").geturl()

    def make(self, database: str) -> str:
        """Make an empty database; give its address."""
        with self.connected() as connection:
            connection.execute(f"CREATE DATABASE {database}".encode())
        return self.address(database)


@contextmanager
def server() -> Iterator[DatabaseServer]:
    """Have a server while the block lasts."""
    with serving(SETTINGS) as url:
        yield DatabaseServer(url)
