"""What the tests of a faulty disk have the system mount; without the right to, they are skipped."""

import subprocess

import pytest


def mount(*words: str) -> None:
    """Mount as told, or skip the test where this may not be done."""
    try:
        done = subprocess.run(["/bin/mount", *words], capture_output=True, check=False)
    except OSError:
        pytest.skip("this system has no mount")
    if done.returncode:
        pytest.skip("only root may mount")
