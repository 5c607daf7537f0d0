"""Grows whole updates from the compact spec of the Bot API: any kind, any optional field, odd but valid.

Every choice comes from the random number generator it is given. What is not valid is made by
`spoiling`. Must not know which fields the bot reads, but names a person, her chat, and what she
may write or press, so that something comes of it.
"""

import json
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final

from bench.hostile.api_spec import SPEC, Spec

READ: Final = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds that come all day; the others come as often, all together."""

DATE: Final = 1_790_000_000
A_SECOND: Final = 20  # so many updates come in one
DEEPEST: Final = 6
OFTEN, SELDOM = 0.35, 0.03  # how often an optional field is there; deeper down less
TELLING: Final = frozenset({
    *("photo", "document", "voice", "sticker", "entities", "caption_entities", "reply_to_message"),
    *("forward_origin", "message", "reply_markup"),
})  # fmt: skip
_ARRAY: Final = "Array of "
_ROUTES: Final = re.compile(r"^> (?P<data>\S+)", re.MULTILINE)

TEXTS: Final = (
    *("/mulai", "/langkah 4", "/evaluasi", "/privasi", "/riwayat", "/start g" + "x" * 30, "halo"),
    *("batal", "lanjut", "?", "besok jam 7", "Saya akan bertanya lebih sabar", "stop", "ya", "4"),
    *(
        "bagaimana membuat rubrik?",
        "murid saya ramai sekali",
        "👩‍🏫" * 40,
        "a" * 4096,
        " \n\t",
        "\u202e",
    ),
    *(
        "panjang sekali. " * 240,
        "<b>&amp;</b>",
        "{x}",
        "%s",
        "\x00",
        "https://t.me/bench_bot?start=g",
    ),
)
TYPES: Final = ("private", "private", "private", "private", "group", "supergroup", "channel")


@cache
def spec() -> Spec:
    """Return the compact spec."""
    told: Spec = json.loads(SPEC.read_text(encoding="utf-8"))
    return told


@dataclass(slots=True)
class GrowingUpdate:
    """One update on its way, of one person."""

    chance: random.Random
    person: int
    presses: Sequence[str]
    date: int
    known: Mapping[str, Callable[[], Any]] = field(init=False)

    def __post_init__(self) -> None:
        self.known = {
            "from": self.user,
            "chat": self.chat,
            "date": lambda: self.date - self.chance.randrange(3),
            "edit_date": lambda: self.date,
            "text": lambda: self.chance.choice(TEXTS),
            "caption": lambda: self.chance.choice(TEXTS)[:1024],
            "data": lambda: self.chance.choice(self.presses),
            "callback_data": lambda: self.chance.choice(self.presses),
            "message_id": lambda: self.chance.randrange(1, 1000),
            "file_id": lambda: f"file-{self.chance.randrange(9)}",
            "media_group_id": lambda: f"album-{self.chance.randrange(3)}",
            "offset": lambda: self.chance.randrange(40),
            "length": lambda: self.chance.randrange(1, 40),
            "first_name": lambda: self.chance.choice(("Sari", "Budi", "<b>", "", "🙂" * 60)),
        }

    def grown(self, number: int) -> dict[str, Any]:
        """Return the update of this number; its kind is any of the spec's."""
        kinds = [name for name in spec()["Update"] if name != "update_id"]
        of_all = READ if self.chance.random() < 0.7 else kinds
        kind = self.chance.choice(of_all)
        return {"update_id": number, kind: self._field(kind, self._types("Update", kind), 0)}

    def user(self) -> dict[str, Any]:
        """Return the person as a sender."""
        return {"id": self.person, "is_bot": False, "first_name": self.known["first_name"]()}

    def chat(self) -> dict[str, Any]:
        """Return her private chat, or another."""
        kind = self.chance.choice(TYPES)
        return {"id": self.person if kind == "private" else -self.person, "type": kind}

    def _types(self, name: str, key: str) -> str:
        told = spec()[name]
        assert isinstance(told, dict)
        return told[key].rstrip("!")

    def _field(self, key: str, types: str, depth: int) -> Any:
        if key in self.known and (key != "text" or types == "String"):
            return self.known[key]()
        return self._of(self.chance.choice(types.split("|")), depth)

    def _of(self, kind: str, depth: int) -> Any:
        if kind.startswith("="):
            return kind[1:]
        if kind.startswith(_ARRAY):
            most = 1 if depth > 2 else 3
            return [
                self._of(kind.removeprefix(_ARRAY), depth + 1)
                for _ in range(self.chance.randint(0, most))
            ]
        match kind:
            case "Integer":
                return self.chance.randrange(2**20)
            case "Float":
                return self.chance.random()
            case "Boolean" | "True":
                return True
            case "String":
                return self.chance.choice(("x", "html", "bold", "member", "kicked", "guru"))
        told = spec().get(kind, {})
        if isinstance(told, list):
            return self._of(self.chance.choice(told), depth)
        return self._object(told, depth)

    def _object(self, told: Mapping[str, str], depth: int) -> dict[str, Any]:
        if depth > DEEPEST:
            return {}
        return {
            key: self._field(key, types.rstrip("!"), depth + 1)
            for key, types in told.items()
            if types.endswith("!")
            or key == "from"
            or self.chance.random() < self._often(key, depth)
        }

    def _often(self, key: str, depth: int) -> float:
        """Return how often an optional field is there: words, files and buttons oftener than the rest."""
        return (OFTEN if key in self.known or key in TELLING else SELDOM) / (1 + depth / 2)


def date_of(number: int) -> int:
    """Return when an update came (Unix time)."""
    return DATE + number // A_SECOND


def presses_in(routes: str) -> tuple[str, ...]:
    """Return the button data that a list of known buttons names (tests/chat/known_routes)."""
    return tuple(found["data"] for found in _ROUTES.finditer(routes))
