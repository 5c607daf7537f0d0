"""A start that waits for its database: the page is there before, and says why nobody is served yet."""

import asyncio
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bot.simulator.server import Simulator
from bot.store.codec.kinds import KINDS
from bot.store.postgres.store import postgres_store
from bot.web.health import NOT_OPEN
from tests.forked import process
from tests.free_port import free_port
from tests.test_cli import Page
from tests.test_whole_bot import TOKEN

ROLES = pytest.mark.parametrize("role", ["run", "web"])


class Watcher:
    """Whoever watches a process from outside."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"

    def ask(self, path: str, *, posts: bool = False) -> tuple[int, Any]:
        """Return the status of an answer and what it says. Raises OSError where nobody listens."""
        request = urllib.request.Request(self.address + path, b"{}" if posts else None)  # noqa: S310 -- our own address
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 -- the same
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            said = error.read()
            return error.code, json.loads(said) if said else None


@contextmanager
def held(database: str) -> Iterator[None]:
    """Let nobody look at the people of a database while the block lasts."""
    with psycopg.connect(database) as connection:
        connection.execute("LOCK TABLE documents_people IN ACCESS EXCLUSIVE MODE")
        yield


@ROLES
async def test_a_start_that_waits_for_its_database_says_so(
    tmp_path: Path, database: str, role: str
) -> None:
    """It is alive and not ready, with the reason; it takes no update; once the store is open it is ready."""
    store = postgres_store(database, KINDS)
    await store.open()
    await store.close()
    port = free_port()
    watcher, until = Watcher(port), Page.until
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL": database, "PORT": str(port)}
    if role == "web":
        hook = {"WEBHOOK_URL": f"{watcher.address}/telegram", "WEBHOOK_SECRET": "r" * 40}
        settings |= hook
    async with Simulator(TOKEN, []).serve() as address:
        settings["TELEGRAM_API_URL"] = address

        def watch() -> tuple[Any, ...]:
            with process(role, cwd=tmp_path, **settings) as running:
                with held(database):
                    unready = until(lambda: watcher.ask("/readyz"))
                    alive, health = watcher.ask("/healthz"), watcher.ask("/health")
                    update = watcher.ask("/telegram", posts=True)
                    assert running.poll() is None
                until(lambda: watcher.ask("/readyz")[0] == 200)
                return unready, alive, health[0], update[0]

        unready, alive, health, update = await asyncio.to_thread(watch)
    assert unready == (503, {"ready": False, "reasons": [NOT_OPEN]})
    assert alive == (200, {"ok": True})
    assert (health, update) == (503, 503)


def test_a_start_whose_database_is_away_gives_up_as_before(tmp_path: Path) -> None:
    """After some seconds the process ends with the reason, so that whoever watches it begins it again."""
    away = f"postgresql://somebody@127.0.0.1:{free_port()}/nowhere"
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "DATABASE_URL": away, "PORT": str(free_port())}
    with process("run", cwd=tmp_path, **settings) as running:
        assert running.wait() == 2
