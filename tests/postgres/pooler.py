"""PgBouncer in transaction mode before a test's database, where it is installed."""

import os
import secrets
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree, which
from tempfile import mkdtemp

import psycopg
from psycopg.conninfo import conninfo_to_dict

BINARY = which("pgbouncer") or which("pgbouncer", path="/usr/sbin")
SERVER_CONNECTIONS = 3

SETTINGS = """
[databases]
* = host={host} port={port}
[pgbouncer]
listen_port = 6432
unix_socket_dir = {folder}
auth_type = trust
auth_file = {folder}/users
pool_mode = transaction
default_pool_size = {connections}
logfile = {folder}/log
"""


@contextmanager
def pooler(server: str) -> Iterator[str]:
    """Have an empty database behind a pooler while the block lasts; give its address."""
    assert BINARY
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    folder = Path(mkdtemp(prefix="langkah-pooler-"))
    try:
        with _pooling(folder, conninfo_to_dict(server)):
            yield f"postgresql://postgres@/{name}?host={folder}&port=6432"
    finally:
        rmtree(folder)
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@contextmanager
def _pooling(folder: Path, server: dict[str, str | int | None]) -> Iterator[None]:
    (folder / "users").write_text('"postgres" ""\n')
    written = SETTINGS.format(
        host=server["host"],
        port=server.get("port") or 5432,
        folder=folder,
        connections=SERVER_CONNECTIONS,
    )
    (folder / "settings.ini").write_text(written)
    user = Path(str(server["host"])).stat().st_uid  # who may connect; it does not run as root
    for path in (folder, *folder.iterdir()):
        os.chown(path, user, -1)
    process = subprocess.Popen(
        [str(BINARY), "-q", str(folder / "settings.ini")],
        user=user if os.geteuid() == 0 else None,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not (folder / ".s.PGSQL.6432").exists():
            assert process.poll() is None, (folder / "log").read_text()
            time.sleep(0.01)
        yield
    finally:
        process.terminate()
        process.wait(10)
