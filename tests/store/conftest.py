from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from bot.store.base import Kind, Store
from bot.store.postgres.store import postgres_store
from bot.store.tiny.store import memory_store, tiny_store
from tests.store.notes import NOTES, OTHERS

# Gives a store that is not open yet; all that one test makes share their data, if it is kept.
MakeStore: TypeAlias = Callable[[list[Kind[Any]]], Store]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory that does not exist yet."""
    return tmp_path / "data"


@pytest.fixture(params=["memory", "files", "postgres"])
def make_store(request: pytest.FixtureRequest, data: Path) -> MakeStore:
    """Every backend of the contract: a new one adds itself here."""
    if request.param == "memory":
        return memory_store
    return _kept_in(request, data)


@pytest.fixture(params=["files", "postgres"])
def make_kept_store(request: pytest.FixtureRequest, data: Path) -> MakeStore:
    """The backends whose data outlive the store."""
    return _kept_in(request, data)


def _kept_in(request: pytest.FixtureRequest, data: Path) -> MakeStore:
    if request.param == "files":
        return lambda kinds: tiny_store(data, kinds)
    url: str = request.getfixturevalue("database")  # no server is started for other backends
    return lambda kinds: postgres_store(url, kinds)


@pytest.fixture
async def store(make_store: MakeStore) -> AsyncIterator[Store]:
    """An open, empty store of notes and others."""
    store = make_store([NOTES, OTHERS])
    await store.open()
    yield store
    await store.close()
