"""The limit of open files, as processes find it."""

import subprocess
import sys

import pytest

ASK = """
import resource
from bot.run.open_files import raise_open_files
resource.setrlimit(resource.RLIMIT_NOFILE, ({soft}, {hard}))
print(raise_open_files(), *resource.getrlimit(resource.RLIMIT_NOFILE))
"""


@pytest.mark.parametrize(
    ("soft", "hard", "after"), [(64, 512, 512), (256, 256, 256), (1024, 4096, 4096), (64, 64, 64)]
)
def test_the_limit_is_raised_as_far_as_it_may_be(soft: int, hard: int, after: int) -> None:
    """A process that begins with few open files takes what it is allowed, and never fails."""
    code = ASK.format(soft=soft, hard=hard)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split()[-3:] == [str(after), str(after), str(hard)]
