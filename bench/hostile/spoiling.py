"""Spoils whole updates: fields missing, of a wrong type, huge, nested deep, and bytes that are no JSON.

Every choice comes from the random number generator it is given. Must not know what the bot makes of it.
"""

import random
from typing import Any, Final

Path = tuple[str | int, ...]

HUGE: Final = 50_000
DEEP, MANY = 8, 20
WRONG: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, -1, 1.5, 2**31, 2**52, 2**53, 2**63 - 1, -(2**63)),
    *("", "x", "-1", "1e9", "\ud7ff\ue000", "\x00", "😀" * 300, [], {}, [[]], [None], {"": {}}),
)
BROKEN: Final = (
    *(b"NaN", b"1e999", b'"\\ud83d"', b'"\xff\xfe"', b"9" * 400, b'"unended', b"{", b"]", b""),
    *(b'{"a":' * 1_500 + b"1" + b"}" * 1_500, b"[" * 3_000 + b"]" * 3_000),
)


def paths(told: Any, path: Path = ()) -> list[Path]:
    """Return the ways to everything an update holds, as far as DEEP."""
    if isinstance(told, dict):
        inner = list(told.items())
    elif isinstance(told, list):
        inner = list(enumerate(told[:MANY]))
    else:
        return []
    if len(path) >= DEEP:
        return []
    return [found for key, value in inner for found in ((*path, key), *paths(value, (*path, key)))]


def put(told: Any, path: Path, value: Any) -> None:
    """Set what a way leads to."""
    for key in path[:-1]:
        told = told[key]
    told[path[-1]] = value


def drop(told: Any, path: Path) -> None:
    """Take out what a way leads to."""
    for key in path[:-1]:
        told = told[key]
    del told[path[-1]]


def copied(told: Any, deep: int = DEEP) -> Any:
    """Return a copy of what an update holds, as far as it goes down."""
    if isinstance(told, dict):
        return {key: copied(value, deep - 1) for key, value in told.items()} if deep else {}
    if isinstance(told, list):
        return [copied(value, deep - 1) for value in told[:MANY]] if deep else []
    return told


def spoil(told: dict[str, Any], chance: random.Random, *, numbered: bool) -> None:
    """Spoil an update in one place; its number stays whole if ``numbered``."""
    ways = [path for path in paths(told) if not numbered or path != ("update_id",)]
    if not ways:
        return
    path = chance.choice(ways)
    chance.choice(HOW)(told, path, chance)


def _missing(told: Any, path: Path, _: random.Random) -> None:
    drop(told, path)


def _mistyped(told: Any, path: Path, chance: random.Random) -> None:
    put(told, path, copied(chance.choice(WRONG)))


def _huge(told: Any, path: Path, chance: random.Random) -> None:
    huge = ("x" * HUGE, ["x"] * (HUGE // 50), "😀" * (HUGE // 10), {f"k{n}": n for n in range(500)})
    put(told, path, chance.choice(huge))


def _nested(told: Any, path: Path, chance: random.Random) -> None:
    value: Any = "x"
    for _ in range(chance.choice((3, 30, 400))):
        value = [value] if chance.random() < 0.5 else {"reply_to_message": value}
    put(told, path, value)


def _unknown(told: Any, path: Path, chance: random.Random) -> None:
    put(
        told, (*path[:-1], chance.choice(("baru", "via_bot", ""))), copied(chance.choice(WRONG))
    ) if (isinstance(path[-1], str)) else _missing(told, path, chance)


def _another_name(told: Any, path: Path, chance: random.Random) -> None:
    """Have a field hold what belongs to another one."""
    other = told
    for key in chance.choice(paths(told)):
        other = other[key]
    put(told, path, copied(other))


HOW: Final = (_missing, _mistyped, _mistyped, _huge, _nested, _unknown, _another_name)


def broken(body: bytes, chance: random.Random) -> bytes:
    """Return the bytes of an update with something in them that is no JSON; its number stays in front."""
    start = body.index(b",") + 1 if b"," in body else len(body)
    at = chance.randint(start, len(body))
    match chance.randrange(3):
        case 0:
            return body[:at]
        case 1:
            end = min(len(body), at + chance.randrange(1, 20))
            return body[:at] + chance.randbytes(end - at) + body[end:]
        case _:
            colon = body.find(b":", at)
            at = colon + 1 if colon >= 0 else at
            return body[:at] + chance.choice(BROKEN) + body[at:]
