"""Whether what was typed looks like the name of a person or a school.

Must not store or show anything: what is doubtful is shown back and confirmed by a tap.
"""

from collections.abc import Callable
from dataclasses import dataclass
from re import compile as pattern

from bot.chat.typed import clean_line
from bot.chat.wording import Wish
from bot.chat.world import World

MOST_WORDS = 6
"""Words of a person's name besides titles: "I Gusti Ngurah Agung Putra Wijaya" has six."""

_PART = pattern(r"[^\W\d_]+(?:[.'’`\-/][^\W\d_]+)*[.']?")  # noqa: RUF001 -- phones type this apostrophe
_DEGREE = pattern(r"\w+\.[\w.]*")
_LINK = pattern(r"\S+://|\bt\.me/|@\w")


@dataclass(frozen=True, slots=True)
class NamedAs:
    """A name as it was typed. Not ``sure``: to be confirmed. Empty: no name at all."""

    name: str
    sure: bool = False


def person_in(world: World, text: str) -> NamedAs:
    """Return the name of a person that was typed: "nama saya Sari" is "Sari", to be confirmed."""
    line = clean_line(text)
    if _is_none(world, line):
        return NamedAs("")
    words = line.split()
    opening = world.texts.words("name", "openings")
    while words and words[0].casefold().strip(",.:") in opening:
        del words[0]
    name = " ".join(words).strip(" ,:!") if words else line
    return NamedAs(name, sure=name == line and _is_person(world, name))


def school_in(world: World, text: str) -> NamedAs:
    """Return the name of a school that was typed; one that names its kind is sure."""
    line = clean_line(text)
    if _is_none(world, line):
        return NamedAs("")
    kinds = world.texts.words("name", "schools")
    words = [word.casefold().strip(".,") for word in line.split()]
    strange = set(words) & set(world.texts.words("name", "strange"))
    names_kind = any(word.startswith(kind) for word in words[:2] for kind in kinds)
    return NamedAs(line, sure=names_kind and len(words) > 1 and not strange)


Reading = Callable[[World, str], NamedAs]


def _is_none(world: World, line: str) -> bool:
    """Say whether a line surely is no name: a question, a request, a link, no letter at all."""
    if not any(c.isalpha() for c in line) or _LINK.search(line):
        return True
    return world.wording.is_question(line) or world.wording.wish(line, tuple(Wish)) is not None


def _is_person(world: World, name: str) -> bool:
    strange = set(world.texts.words("name", "strange"))
    words = name.replace(",", " ").split()
    bare = [word.casefold().strip(".") for word in words]
    counted = [word for word in words if not _DEGREE.fullmatch(word)]
    return (
        all(_PART.fullmatch(word) or _DEGREE.fullmatch(word) for word in words)
        and 0 < len(counted) <= MOST_WORDS
        and not strange & set(bare)
        and not world.wording.is_courtesy(name)
    )
