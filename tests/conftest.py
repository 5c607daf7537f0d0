"""What all tests share: the shipped content, a moment, and the flag that rewrites transcripts."""

import os
import signal
from collections.abc import Iterator, Sequence
from datetime import datetime

import pytest
import structlog
from _pytest.runner import runtestprotocol
from execnet import XSpec
from hypothesis import settings
from xdist import is_xdist_worker
from xdist.remote import Producer
from xdist.workermanage import WorkerController

from bot.chat.world import World
from bot.content.library import Library
from bot.run.start.startup import spare_the_turns
from tests.balance import Balanced, in_order
from tests.delivery.teachers import OPENING, HandClock, Letterbox
from tests.forked import adopt, draw_by_forks, nursery
from tests.forked_workers import python_of_workers
from tests.left_behind import writers
from tests.postgres.server import SchemaMaker, serving
from tests.shipped import NOON, ROOT, shipped_library, shipped_world

__all__ = ["NOON", "ROOT"]

# A slow machine is no fault of the code: no example has a deadline. They are others in each run, so half as
# many as Hypothesis would take find the same in a few runs; --hypothesis-profile=patient takes a thousand.
settings.register_profile("unhurried", deadline=None, max_examples=50)
settings.register_profile("patient", deadline=None, max_examples=1_000)
settings.load_profile("unhurried")

# Nobody speaks TLS in a test: the certificates of this machine, which take a process 0.05 s, are read by none.
os.environ["SSL_CERT_FILE"] = os.devnull

# Structlog's own default draws each exception with all values around it, which takes minutes.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.format_exc_info,
        structlog.processors.KeyValueRenderer(key_order=["event"]),
    ]
)

MANY = 1_000
"""For so many tests it is worth while to have a process that others are forked from."""

UMASK = os.umask(0)
os.umask(UMASK)

# Modules and tests stay to the end. Looking at them again and again took a fifth of the time of all tests.
spare_the_turns()


def pytest_xdist_setupnodes(config: pytest.Config, specs: Sequence[XSpec]) -> None:
    """Have all processes of the tests find them found, where all tests are to run."""
    if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        python = python_of_workers(config.invocation_params.args)
        for spec in specs:
            spec.python = python


def pytest_configure_node(node: WorkerController) -> None:
    """Have all processes of the tests fork from one, where all tests are to run."""
    if node.config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        node.workerinput["nursery"] = nursery()


def pytest_configure(config: pytest.Config) -> None:
    """Fork from where the others fork."""
    if found := getattr(config, "workerinput", {}).get("nursery"):
        adopt(found)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Have the garbage collector look only at what comes from now on, as in a bot that serves."""
    spare_the_turns()
    if len(session.items) > MANY and not session.config.option.collectonly:
        draw_by_forks()


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """Tell the process that counts of nothing but how a test ended, unless times are to be shown.

    With what begins, is set up and is cleared away that would be six words for each test, not two.
    """
    if not is_xdist_worker(item.session) or item.config.getoption("durations") is not None:
        return None
    for report in runtestprotocol(item, log=False, nextitem=nextitem):
        if report.when == "call" or not report.passed:
            item.ihook.pytest_runtest_logreport(report=report)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    """Fail a test that leaves the writer of a store behind, and end the writer.

    A command that is run within a test keeps its files private, and with them those of later tests.
    """
    yield
    os.umask(UMASK)
    left = writers()
    for process in left:
        os.kill(process, signal.SIGKILL)
    assert not left, "the test did not close a store"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that writes what the bot says now over the transcripts."""
    parser.addoption("--rewrite", action="store_true", help="rewrite tests/transcripts/*.txt")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the long ones, so that nobody is left alone with one at the end."""
    items[:] = [items[place] for place in in_order([item.nodeid for item in items])]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Balanced:
    """Share the tests as ``balance`` says, whatever ``--dist`` is."""
    return Balanced(config, log)


@pytest.fixture(scope="session")
def library() -> Library:
    """The content as it is shipped."""
    return shipped_library()


@pytest.fixture(scope="session")
def world() -> World:
    """The conversation's surroundings with the shipped content."""
    return shipped_world()


@pytest.fixture(scope="session")
def database_server() -> Iterator[str]:
    """The address of a PostgreSQL server that all tests of this process share."""
    with serving() as url:
        yield url


@pytest.fixture(scope="session")
def schemas(database_server: str) -> Iterator[SchemaMaker]:
    """What makes empty databases on it: a process of the server for all of them."""
    maker = SchemaMaker(database_server)
    yield maker
    maker.close()


@pytest.fixture(scope="session")
def shared_schema(schemas: SchemaMaker) -> Iterator[str]:
    """The address of the schema that tests use one after another."""
    with schemas.schema() as url:
        yield url


@pytest.fixture
def database(schemas: SchemaMaker, shared_schema: str) -> str:
    """The address of a database in which nothing is stored; there may be tables."""
    return schemas.emptied(shared_schema)


@pytest.fixture
def new_database(schemas: SchemaMaker) -> Iterator[str]:
    """The address of a database without any tables."""
    with schemas.schema() as url:
        yield url


@pytest.fixture
def now() -> datetime:
    """Friday, 20 November 2026, 12.00 WIB."""
    return NOON


@pytest.fixture
def clock() -> HandClock:
    """A clock moved by hand, at the hour at which an evaluation opens."""
    return HandClock(OPENING)


@pytest.fixture
def box() -> Letterbox:
    """Where the messages that the bot begins arrive."""
    return Letterbox()
