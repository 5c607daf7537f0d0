"""Finds tests and leaves them imported, for processes that are forked from this one. Tests nothing."""

import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stdout
from pathlib import Path

import pytest


class Notes:
    """Whether every module was read to its end."""

    is_whole = True

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Take note of a module, or of what is within one."""
        self.is_whole &= report.passed


def find(words: Sequence[str], root: Path) -> None:
    """Have all tests imported that pytest finds with these arguments, as it imports them.

    A module that breaks off is imported in part, and what is imported nobody reads again: then none below
    ``root`` is, and each process comes upon it for itself.
    """
    known = frozenset(sys.modules)
    notes = Notes()
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere):
        status = pytest.main([*words, "--collect-only", "--tb=no", "-qq", "-n0"], plugins=[notes])
    if notes.is_whole and status in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}:
        return
    for name in sys.modules.keys() - known:
        if (file := getattr(sys.modules[name], "__file__", None)) and root in Path(file).parents:
            del sys.modules[name]
