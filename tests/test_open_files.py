"""The limit of open files, as processes find it."""

from contextlib import redirect_stdout
from io import StringIO
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from resource import RLIMIT_NOFILE, getrlimit, setrlimit

import pytest

from bot.run.open_files import raise_open_files
from tests.forked import FORKS, PATIENCE


def raised(told: Connection, soft: int, hard: int) -> None:
    """Begin with these limits, raise the first, and tell what was said and what they are then."""
    setrlimit(RLIMIT_NOFILE, (soft, hard))
    with redirect_stdout(StringIO()):  # its log
        said = raise_open_files()
    told.send((said, *getrlimit(RLIMIT_NOFILE)))


@pytest.mark.parametrize(
    ("soft", "hard", "after"), [(64, 512, 512), (256, 256, 256), (1024, 4096, 4096), (64, 64, 64)]
)
def test_the_limit_is_raised_as_far_as_it_may_be(soft: int, hard: int, after: int) -> None:
    """A process that begins with few open files takes what it is allowed, and never fails."""
    hears, tells = Pipe(duplex=False)
    with hears, tells:
        process = FORKS.Process(target=raised, args=(tells, soft, hard))
        process.start()
        process.join(PATIENCE)
        assert process.exitcode == 0
        assert hears.recv() == (after, after, hard)
