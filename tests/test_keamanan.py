"""The table of threats names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "docs" / "keamanan.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`")


def test_each_threat_that_is_stopped_names_a_test_that_exists() -> None:
    """Every row below "Yang menahannya" ends with a test, and that test is there."""
    stopped = (
        TABLE.read_text("utf-8").split("## Yang menahannya")[1].split("## Yang tidak ditahan")[0]
    )
    rows = [
        line
        for line in stopped.splitlines()
        if line.startswith("|") and not line.startswith(("| Ancaman", "|---"))
    ]
    missing = [row for row in rows if not _names_a_test(row)]
    assert rows
    assert missing == []


def _names_a_test(row: str) -> bool:
    named = NAMED.search(row)
    if named is None or not (ROOT / named[1]).exists():
        return False
    return not named[2] or f"def {named[2]}(" in (ROOT / named[1]).read_text("utf-8")
