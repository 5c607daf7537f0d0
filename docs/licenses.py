"""Writes ``licenses.md``: the packages that the bot runs with, and under which licence each stands.

Reads the lock file and what is installed; ``make licenses`` runs it, a test compares.
"""

# ruff: noqa: INP001 - a script, not a package

import re
from collections.abc import Iterator
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

HERE = Path(__file__).parent
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
CLASSIFIER = "License :: OSI Approved :: "
LONGEST = 60
"""A longer "License" field holds the licence's text, not its name."""

HEAD = """# Licences

The packages that the bot runs with, as pinned in `requirements.txt`; written by `make licenses`. The bot itself is
under the MIT licence ([LICENSE](../LICENSE)). What only other systems or tests need is not listed.

| Package | Version | Licence |
|---|---|---|
"""


def licence_of(told: PackageMetadata) -> str:
    """Return the licence that a package declares: its expression, its classifiers, or its short field."""
    if expression := told.get("License-Expression"):
        return str(expression)
    classified = [
        line.removeprefix(CLASSIFIER)
        for line in told.get_all("Classifier") or ()
        if line.startswith(CLASSIFIER)
    ]
    short = (told.get("License") or "").strip()
    named = short if len(short) <= LONGEST and "\n" not in short else ""
    return ", ".join(classified) or named or "see the package"


def rows() -> Iterator[str]:
    """Yield a line for each pinned package that is installed here."""
    for name, version in PINNED.findall((HERE.parent / "requirements.txt").read_text()):
        try:
            told = metadata(name)
        except PackageNotFoundError:  # for another system
            continue
        yield f"| {name} | {version.rstrip(';')} | {licence_of(told)} |"


def page() -> str:
    """Return the whole file."""
    return HEAD + "\n".join(rows()) + "\n"


if __name__ == "__main__":
    (HERE / "licenses.md").write_text(page())
