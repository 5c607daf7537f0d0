"""A newer release of the bot, for a rolling upgrade: a copy of it with a migration and a fact more."""

import shutil
from pathlib import Path
from typing import Final

from bench.processes import ROOT

MIGRATION: Final = """-- What a newer release might bring: a table of its own, and a column that the former one leaves alone.
-- works with: {former}

CREATE TABLE newer_things (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now());
ALTER TABLE leases ADD COLUMN remark text;
"""

FACTS: Final = "facts=(PERSON_DUE, PERSON_SCHOOL,"
MORE_FACTS: Final = "facts=(PERSON_ZONE, PERSON_DUE, PERSON_SCHOOL,"
FACT: Final = """PERSON_ZONE: Equal[Person, str] = Equal(
    "zone", str, lambda person: person.zone.value if person.zone else None
)

PEOPLE: Kind[Person]"""


def newer_release(folder: Path) -> Path:
    """Make it; return where Python finds it."""
    place = folder / "newer"
    shutil.copytree(ROOT / "bot", place / "bot")
    (place / "content").symlink_to(ROOT / "content")
    migrations = place / "bot" / "store" / "postgres" / "migrations"
    former = max(int(path.name[:4]) for path in migrations.glob("[0-9]*.sql"))
    (migrations / f"{former + 1:04}_newer.sql").write_text(MIGRATION.format(former=former))
    codec = place / "bot" / "store" / "codec" / "people.py"
    text = codec.read_text()
    for old, new in ((FACTS, MORE_FACTS), ("PEOPLE: Kind[Person]", FACT)):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    codec.write_text(text)
    return place
