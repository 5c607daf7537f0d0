"""A pretend population: stored documents like those of teachers, about 7 KB each, from a seed.

The store does not look inside a document, so these are plain mappings; their size and nesting are
what the benchmark needs.
"""

import random
from typing import Any, Final, TypeAlias

from bot.store.base import Kind, Put
from bot.store.facts import Equal, Ranged

Teacher: TypeAlias = dict[str, Any]

NOW: Final = 1_790_000_000.0
DAY: Final = 86_400.0
LEVELS: Final = ("paud", "sd", "smp", "sma", "smk", "slb")
STEPS: Final = (
    *("murid", "teori", "kurikulum", "rancang", "laksana", "evaluasi", "refleksi"),
    *("berkembang", "ilmu", "peta", "tik", "tata", "ptk"),
)
WORDS: Final = [
    "murid",
    "belajar",
    "kelas",
    "tugas",
    "rencana",
    "refleksi",
    "bukti",
    "rubrik",
    "diskusi",
    "kelompok",
    "membaca",
    "menulis",
    "mengamati",
    "bertanya",
    "mencoba",
    "pelajaran",
    "penilaian",
    "catatan",
    "minggu",
    "depan",
    "perlu",
    "lebih",
    "banyak",
    "waktu",
    "sudah",
    "berjalan",
    "baik",
    "sebagian",
    "anak",
    "masih",
    "ragu",
    "lalu",
    "saya",
    "beri",
    "contoh",
    "dan",
    "mereka",
    "mencoba",
    "lagi",
]
STEPS_BEGUN: Final = 11


def teacher(key: int, seed: int = 13) -> Teacher:
    """Give the document of one teacher, the same for the same key and seed."""
    chance = random.Random(seed * 1_000_003 + key)
    begun = chance.sample(STEPS, k=chance.randint(STEPS_BEGUN - 6, len(STEPS)))
    return {
        "id": key,
        "name": f"{_text(chance, 2)}".title(),
        "address": "Bu",
        "level": chance.choice(LEVELS),
        "school": f"s{chance.randint(0, 2000)}",
        "zone": "Asia/Jakarta",
        "step": begun[-1],
        "due": NOW + chance.uniform(-1.5, 98.5) * DAY,
        "seen": NOW - chance.uniform(0, 90) * DAY,
        "reachable": chance.random() > 0.03,
        "steps": {slug: _step(chance) for slug in begun},
        "evaluations": {
            f"2026-Q{quarter}": {"levels": {slug: chance.randint(1, 4) for slug in STEPS}}
            for quarter in range(1, chance.randint(1, 4))
        },
        "place": {"name": "step", "draft": {"plan": _text(chance, 12)}},
        "handled": chance.randint(1, 10**9),
    }


def _step(chance: random.Random) -> dict[str, Any]:
    return {
        "state": chance.choice(("begun", "done")),
        "since": NOW - chance.uniform(0, 300) * DAY,
        "plan": _text(chance, chance.randint(5, 25)),
        "evidence": [{"type": "text", "text": _text(chance, chance.randint(5, 30))}],
        "reflections": [_text(chance, chance.randint(5, 25)) for _ in range(2)],
        "level": chance.randint(1, 4),
    }


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words))


def touched(value: Teacher | None) -> tuple[Put[Teacher], int]:
    """Decide what a turn decides: a little changes, the whole document is written."""
    assert value is not None
    handled = value["handled"] + 1
    return Put({**value, "handled": handled, "seen": value["seen"] + 60.0}), handled


def same(value: Teacher) -> Teacher:
    """Encode and decode: these documents are JSON as they are."""
    return value


DUE: Final = Ranged[Teacher, float]("due", float, lambda teacher: teacher["due"])
SCHOOL: Final = Equal[Teacher, str]("school", str, lambda teacher: teacher["school"])
INVITED: Final = Equal[Teacher, str]("invited", str, lambda _: None)
REACHABLE: Final = Equal[Teacher, bool]("reachable", bool, lambda teacher: teacher["reachable"])

TEACHERS: Final = Kind[Teacher](
    name="people",
    version=1,
    encode=same,
    decode=same,
    facts=(DUE, SCHOOL, INVITED, REACHABLE),
)
