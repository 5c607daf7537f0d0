"""The kinds of document the store's tests keep: notes, in an old and a new form."""

from dataclasses import dataclass, field
from typing import Any

from bot.store.base import Decision, Drop, Keep, Kind, Put
from bot.store.facts import Equal, Ranged


@dataclass(frozen=True, kw_only=True)
class Note:
    """A document with a fact of every sort."""

    text: str = ""
    tags: list[str] = field(default_factory=list)
    due: float | None = None
    school: str | None = None
    invited: str | None = None
    level: str | None = None
    step: str | None = None
    reachable: bool = True


def encode(note: Note) -> dict[str, Any]:
    return {name: getattr(note, name) for name in Note.__dataclass_fields__}


def decode(fields: dict[str, Any]) -> Note:
    if not isinstance(fields["text"], str):
        raise ValueError("the text is no text")  # noqa: TRY004 - the contract asks for ValueError
    return Note(**fields)


DUE = Ranged[Note, float]("due", float, lambda note: note.due)
TAGS = Ranged[Note, int]("tags", int, lambda note: len(note.tags))
SCHOOL = Equal[Note, str]("school", str, lambda note: note.school)
INVITED = Equal[Note, str]("invited", str, lambda note: note.invited)
LEVEL = Equal[Note, str]("level", str, lambda note: note.level)
STEP = Equal[Note, str]("step", str, lambda note: note.step)
REACHABLE = Equal[Note, bool]("reachable", bool, lambda note: note.reachable)
FACTS = (DUE, TAGS, SCHOOL, INVITED, LEVEL, STEP, REACHABLE)


def rename_body(fields: dict[str, Any]) -> dict[str, Any]:
    """Version 1 called the text `body`."""
    return {
        **{name: value for name, value in fields.items() if name != "body"},
        "text": fields["body"],
    }


def encode_with_body(note: Note) -> dict[str, Any]:
    fields = encode(note)
    return {"body": fields.pop("text"), **fields}


def decode_with_body(fields: dict[str, Any]) -> Note:
    return decode(rename_body(fields))


NOTES: Kind[Note] = Kind(
    name="notes",
    version=2,
    encode=encode,
    decode=decode,
    facts=FACTS,
    upgrades={1: rename_body},
)
OLD_NOTES: Kind[Note] = Kind(
    name="notes", version=1, encode=encode_with_body, decode=decode_with_body, facts=FACTS
)
OTHERS: Kind[Note] = Kind(name="others", version=1, encode=encode, decode=decode, facts=FACTS)


def put(note: Note) -> Decision[Note, None]:
    """A decision that stores this note, whatever was there."""
    return lambda _: (Put(note), None)


def keep(old: Note | None) -> tuple[Keep, Note | None]:
    """A decision that only looks."""
    return Keep(), old


def drop(_: Note | None) -> tuple[Drop, str]:
    """A decision that deletes."""
    return Drop(), "dropped"


def add_tag(old: Note | None) -> tuple[Put[Note], int]:
    """A decision that adds one tag and says how many there are."""
    tags = [*(old.tags if old else []), "t"]
    return Put(Note(text="tagged", tags=tags)), len(tags)
