"""Damage planted into a backup, each of another kind and place by its seed, with what must be named for it.

What is repacked gets the same head as our own files have, so that only the damage is to be found.
"""

import io
import random
from collections.abc import Callable
from typing import Final, NamedTuple

from bot.store.backup.contents import MANIFEST, SEAL, SUMS
from bot.store.backup.tarball import TarReader, TarWriter

Members = list[tuple[str, bytes]]


class Planted(NamedTuple):
    """A damaged backup, what was done to it, and the names of which one must be told; none: any."""

    content: bytes
    how: str
    names: frozenset[str]


def members_of(content: bytes) -> Members:
    """Return what a whole backup holds, in order."""
    return [(name, part) for name, part in TarReader(io.BytesIO(content)) if part is not None]


def packed(members: Members) -> bytes:
    """Return a tar.gz of these members."""
    sink = io.BytesIO()
    tar = TarWriter(sink)
    for name, content in members:
        tar.add(name, content)
    tar.close()
    return sink.getvalue()


def _flipped(content: bytes, chance: random.Random) -> bytes:
    place, bit = chance.randrange(len(content)), 1 << chance.randrange(8)
    return content[:place] + bytes([content[place] ^ bit]) + content[place + 1 :]


def _bit_of_file(content: bytes, chance: random.Random) -> Planted:
    return Planted(_flipped(content, chance), "a bit of the file is flipped", frozenset())


def _cut_file(content: bytes, chance: random.Random) -> Planted:
    return Planted(content[: chance.randrange(len(content))], "the file is cut off", frozenset())


def _hole(content: bytes, chance: random.Random) -> Planted:
    start = chance.randrange(len(content) - 32)
    holed = content[:start] + bytes(32) + content[start + 32 :]
    return Planted(holed, "32 bytes of the file are zero", frozenset())


def _something_after(content: bytes, chance: random.Random) -> Planted:
    return Planted(content + chance.randbytes(9), "something follows the end", frozenset())


def _bit_of_member(content: bytes, chance: random.Random) -> Planted:
    members = members_of(content)
    at = chance.randrange(len(members))
    name, part = members[at]
    members[at] = name, _flipped(part, chance)
    named = {name} if name != SEAL else {MANIFEST, SUMS, SEAL}
    return Planted(packed(members), f"a bit of {name} is flipped", frozenset(named))


def _missing(content: bytes, chance: random.Random) -> Planted:
    members = members_of(content)
    name, _ = members.pop(chance.randrange(len(members)))
    return Planted(packed(members), f"{name} is missing", frozenset({name}))


def _last_missing(content: bytes, chance: random.Random) -> Planted:
    members = members_of(content)
    kept = chance.randrange(1, len(members))
    name = members[kept][0]
    return Planted(packed(members[:kept]), f"all from {name} on are missing", frozenset({name}))


def _extra(content: bytes, chance: random.Random) -> Planted:
    members = members_of(content)
    name = f"people/{chance.randrange(10**9, 10**10)}.json"
    members.insert(chance.randrange(2, len(members)), (name, b'{"version":1}'))
    return Planted(packed(members), f"{name} is there in addition", frozenset({name}))


def _twice(content: bytes, chance: random.Random) -> Planted:
    members = members_of(content)
    name, part = chance.choice(members)
    members.insert(chance.randrange(2, len(members)), (name, part))
    return Planted(packed(members), f"{name} is there twice", frozenset({name}))


def _documents(members: Members, chance: random.Random) -> tuple[int, int]:
    one, other = chance.sample(range(2, len(members) - 1), 2)
    return one, other


def _swapped(content: bytes, chance: random.Random) -> Planted:
    members = members_of(content)
    one, other = _documents(members, chance)
    (first, a), (second, b) = members[one], members[other]
    members[one], members[other] = (first, b), (second, a)
    return Planted(packed(members), f"{first} and {second} are swapped", frozenset({first, second}))


def _in_other_order(content: bytes, chance: random.Random) -> Planted:
    members = members_of(content)
    one, other = _documents(members, chance)
    members[one], members[other] = members[other], members[one]
    named = frozenset(name for name, _ in members[2:-1])
    return Planted(packed(members), "two documents stand in each other's place", named)


PLANTS: Final[tuple[Callable[[bytes, random.Random], Planted], ...]] = (
    *(_bit_of_file, _cut_file, _hole, _something_after, _bit_of_member),
    *(_missing, _last_missing, _extra, _twice, _swapped, _in_other_order),
)


def plant(content: bytes, seed: int) -> Planted:
    """Return the backup with the damage of this seed; the kinds of damage take turns."""
    return PLANTS[seed % len(PLANTS)](content, random.Random(seed))
