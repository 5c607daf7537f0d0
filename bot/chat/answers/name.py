"""Whether what was typed looks like the name of a person or a school.

Must not store or show anything: what is doubtful is shown back and confirmed by a tap.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from re import compile as pattern

from bot.chat.typed.line import clean_line
from bot.chat.typed.wording import Wish
from bot.chat.world import World

MOST_WORDS = 6
"""Words of a person's name besides titles: "I Gusti Ngurah Agung Putra Wijaya" has six."""

LEAST = 4
"""Letters of a kind word that may be a name: "Amin", "Siap", but not "ok"."""

NAMES_SURE = 2
"""Uncommon words with capitals that are a name even of somebody about whom nothing is known."""

_PART = pattern(r"[^\W\d_]+(?:[.'’`\-/][^\W\d_]+)*[.']?")  # noqa: RUF001 -- phones type this apostrophe
_INNER = pattern(r"\w\.\w")
"""A degree has a dot inside: "S.Pd."."""

_INITIAL = pattern(r"[A-Z]\.")
_LINK = pattern(r"\S+://|\bt\.me/|@\w")

_NEVER = pattern(r"[={}\[\]|\\^%$#*_~+]")
"""Signs of a formula or a command; no name has them."""


@dataclass(frozen=True, slots=True)
class NamedAs:
    """A name as it was typed. Not ``sure``: to be confirmed. Empty: no name at all."""

    name: str
    sure: bool = False


def person_in(
    world: World, text: str, known: Iterable[str] = (), least: int = NAMES_SURE
) -> NamedAs:
    """Return the name of a person that was typed: "nama saya Sari" is "Sari", to be confirmed.

    ``known`` are names she bears already: a word in common makes another one sure. Else ``least``
    words of it must be uncommon; one is enough where only she sees the name.
    """
    line = clean_line(text)
    if _is_none(world, line) or _NEVER.search(line):
        return NamedAs("")
    words = line.split()
    opening = world.texts.words("name", "openings")
    while words and words[0].casefold().strip(",.:") in opening:
        del words[0]
    name = " ".join(words).strip(" ,:!") if words else line
    return NamedAs(name, sure=name == line and _is_person(world, name, known, least))


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


ReadName = Callable[[World, str], NamedAs]


def _is_none(world: World, line: str) -> bool:
    """Say whether a line surely is no name: a question, a request, a link, no letter at all."""
    if not any(c.isalpha() for c in line) or _LINK.search(line):
        return True
    return world.wording.is_question(line) or world.wording.wish(line, tuple(Wish)) is not None


def may_be_name(world: World, text: str) -> bool:
    """Say whether a greeting or a kind word could be a name as well: "Rahayu", "Pagi Sihombing"."""
    words = clean_line(text).strip(" .!,").split()
    if not words or not all(_PART.fullmatch(word) for word in words):
        return False
    if len(words) == 1:
        return len(words[0]) >= LEAST and not world.hearing.is_thanks(text)
    return len(words) <= MOST_WORDS and not all(
        word.casefold() in world.common or world.wording.is_courtesy(word) for word in words
    )


def _is_person(world: World, name: str, known: Iterable[str], least: int) -> bool:
    """Say whether a text is a name beyond doubt: hers, with a title or degree, or of two names."""
    words = name.split()
    titles = {*world.texts.words("fillers", "titles"), *world.texts.words("name", "titles")}
    start, end = 0, len(words)
    while start < end and _bare(words[start]) in titles:
        start += 1
    while end > start and (_INNER.search(words[end - 1]) or words[end - 1].endswith(".")):
        end -= 1
    own = words[start:end]
    if not 0 < len(own) <= MOST_WORDS or not all(
        _PART.fullmatch(word.removesuffix(",") if at == len(own) - 1 else word)
        or _INITIAL.fullmatch(word)
        for at, word in enumerate(own)
    ):
        return False
    is_titled = len(own) < len(words)
    bare = [_bare(word) for word in own]
    texts = world.texts
    offices = {*texts.words("name", "schools"), *texts.words("name", "roles")}
    if set(bare) & {*texts.words("name", "strange"), *offices}:
        return False
    hers = {_bare(word) for one in known for word in one.split()} - titles
    words = [_bare(word) for word in own if not _INITIAL.fullmatch(word)]
    strange = [word for word in words if word in world.common and word not in hers]
    if is_titled or set(bare) & hers:
        return not strange
    return all(word[0].isupper() for word in own) and len(own) - len(strange) >= least


def _bare(word: str) -> str:
    return word.casefold().strip(".,")
