"""What honest teachers send all day, from a seed: commands, buttons, questions, words, photos, albums.

Each update is another teacher's, and the same for its seed and number. Must not know what the bot
makes of it.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson

from bench.hostile.fuzzed import FuzzedUpdate
from bench.hostile.grown import date_of

COMMANDS: Final = (
    *(
        "/mulai",
        "/langkah",
        "/langkah 4",
        "/tugas",
        "/evaluasi",
        "/kemajuan",
        "/riwayat",
        "/refleksi",
    ),
    *("/pengingat", "/pengaturan", "/privasi", "/bantuan", "/batal", "lanjut", "menu", "langkah 7"),
)
WORDS: Final = (
    *("bagaimana membuat rubrik penilaian?", "murid saya ramai sekali", "contohnya gimana bu?"),
    *(
        "Saya akan bertanya lebih sabar besok",
        "besok jam 7",
        "terima kasih",
        "bingung",
        "sudah dicoba",
    ),
    *(
        "Hari ini anak-anak lebih banyak bertanya, saya senang. ",
        "apa itu CP?",
        "nanti aja",
        "4",
        "?",
    ),
)
DRAWN: Final = (
    "download",
    "picture",
    "print",
    "kirim",
    "lembar",
    "praktik",
    "table",
    "send",
    "erase",
)
"""In the data of buttons that have something drawn, which takes seconds, or delete everything."""

SELDOM: Final = 0.002  # how often one of those is pressed all the same


@dataclass(frozen=True, slots=True)
class HonestTraffic:
    """Updates of some teachers."""

    seed: int
    people: Sequence[int]
    presses: Sequence[str]

    def update(self, number: int) -> FuzzedUpdate:
        """Return the update of this number."""
        chance = random.Random(f"{self.seed}/honest/{number}")
        person = chance.choice(self.people)
        (what,) = chance.choices(tuple(_WHAT), tuple(_WHAT.values()))
        told = {"update_id": number, **what(self, chance, number, person)}
        return FuzzedUpdate(number, person, orjson.dumps(told), told)

    def command(self, chance: random.Random, number: int, person: int) -> dict[str, Any]:
        """A command, or a label typed in words."""
        return {"message": {**message(number, person), "text": chance.choice(COMMANDS)}}

    def words(self, chance: random.Random, number: int, person: int) -> dict[str, Any]:
        """Words of her own."""
        return {"message": {**message(number, person), "text": chance.choice(WORDS)}}

    def long_words(self, chance: random.Random, number: int, person: int) -> dict[str, Any]:
        """A text so long that more of it may come."""
        text = chance.choice(WORDS) + " Saya mencatat ini untuk rekan-rekan." * 110
        return {"message": {**message(number, person), "text": text[:4_096]}}

    def press(self, chance: random.Random, number: int, person: int) -> dict[str, Any]:
        """A button, mostly one that costs no drawing."""
        data = chance.choice(self.presses)
        if any(word in data for word in DRAWN) and chance.random() > SELDOM:
            data = "menu:main"
        pressed = {**message(number - 1, person), "text": "Layar", "reply_markup": _keyboard(data)}
        query = {"id": str(number), "from": _user(person), "chat_instance": "1", "data": data}
        return {"callback_query": {**query, "message": pressed}}

    def photo(self, chance: random.Random, number: int, person: int) -> dict[str, Any]:
        """A photo, at times one of an album."""
        size = {"file_id": f"f{number}", "file_unique_id": f"u{number}", "width": 90, "height": 90}
        photo = {**message(number, person), "photo": [size], "caption": "Papan tulis hari ini"}
        if chance.random() < 0.3:
            photo["media_group_id"] = f"a{number}"
        return {"message": photo}

    def edit(self, chance: random.Random, number: int, person: int) -> dict[str, Any]:
        """A message changed after it was sent."""
        changed = {**message(number - 1, person), "edit_date": date_of(number)}
        return {"edited_message": {**changed, "text": chance.choice(WORDS)}}

    def block(self, chance: random.Random, number: int, person: int) -> dict[str, Any]:
        """The bot blocked, or let in again."""
        states = ["member", "kicked"]
        chance.shuffle(states)
        bot = {"id": 1_000_001, "is_bot": True, "first_name": "Bench"}
        members = [{"status": state, "user": bot, "until_date": 0} for state in states]
        change = {"chat": _chat(person), "from": _user(person), "date": date_of(number)}
        return {
            "my_chat_member": {
                **change,
                "old_chat_member": members[0],
                "new_chat_member": members[1],
            }
        }


def message(number: int, person: int) -> dict[str, Any]:
    """Return what every message of a teacher holds."""
    head = {"message_id": number, "from": _user(person), "chat": _chat(person)}
    return {**head, "date": date_of(number)}


def _user(person: int) -> dict[str, Any]:
    return {"id": person, "is_bot": False, "first_name": "Guru", "language_code": "id"}


def _chat(person: int) -> dict[str, Any]:
    return {"id": person, "type": "private", "first_name": "Guru"}


def _keyboard(data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Tombol", "callback_data": data}]]}


Make = Callable[[HonestTraffic, random.Random, int, int], dict[str, Any]]

_WHAT: Mapping[Make, int] = {
    HonestTraffic.command: 38,
    HonestTraffic.press: 38,
    HonestTraffic.words: 14,
    HonestTraffic.photo: 5,
    HonestTraffic.edit: 3,
    HonestTraffic.long_words: 1,
    HonestTraffic.block: 1,
}
