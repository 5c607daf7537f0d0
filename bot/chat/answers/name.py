"""Whether what was typed looks like the name of a person or a school.

Must not store or show anything: what is doubtful is shown back and confirmed by a tap.
"""

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from re import compile as pattern

from bot.chat.typed.line import clean_line
from bot.chat.typed.wording import Wish
from bot.chat.world import World
from bot.content.texts import Texts

MOST_WORDS = 6
"""Words of a person's name besides titles: "I Gusti Ngurah Agung Putra Wijaya" has six."""

MOST_TOLD = 3
"""Words of a nickname she tells: more of them tell something else."""

LEAST = 4
"""Letters of a kind word that may be a name: "Amin", "Siap", but not "ok"."""

NAMES_SURE = 2
"""Uncommon words with capitals that are a name even of somebody about whom nothing is known."""

_PART = pattern(r"[^\W\d_]+(?:[.'’`\-/][^\W\d_]+)*[.']?")  # noqa: RUF001 -- phones type this apostrophe
_INNER = pattern(r"\w\.\w")
"""A degree has a dot inside: "S.Pd."."""

_INITIAL = pattern(r"[A-Z]\.")
_LINK = pattern(r"\S://|\bt\.me/|@\w|(?:^|\s)/\w")
"""What Telegram makes a link of for whoever reads the name; one of a command would be carried out."""

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


def nickname_in(world: World, text: str, known: Iterable[str] = ()) -> NamedAs:
    """Return what she wants to be called: "panggil aja sri ya" is "Sri".

    Only she sees it, so it is sure with a title, with one uncommon name in capitals, or where she says that it is
    her name.
    """
    line, texts = clean_line(text), world.texts
    if _is_none(world, line) or _NEVER.search(line):
        return NamedAs("")
    titles = {*texts.words("fillers", "titles"), *texts.words("name", "titles")}
    words, opening = line.split(), {*texts.words("name", "openings")}
    told = _opened(words, opening)
    while len(words) > 1 and _ends(texts, words, titles):
        del words[-1]
    name = " ".join(words).strip(" ,:!.") if words else line
    own = [bare for word in words if (bare := _bare(word)) not in titles]
    is_told = not told.isdisjoint(texts.words("name", "given")) and 0 < len(own) <= MOST_TOLD
    is_told = is_told and not any(word in world.common or not word.isalpha() for word in own)
    is_sure = is_told or _is_person(world, name, known, least=1)
    return NamedAs(_with_capitals(name), sure=is_sure)


def _opened(words: list[str], opening: Container[str]) -> set[str]:
    """Take away what a name is told with ("panggil saja") and return it."""
    told = set[str]()
    while len(words) > 1 and _bare(words[0]).strip(":") in opening:
        told.add(_bare(words.pop(0)).strip(":"))
    return told


def _ends(texts: Texts, words: list[str], titles: Container[str]) -> bool:
    """Say whether the last word only ends what she says: "ya", "aja", or a title that calls the bot."""
    last = _bare(words[-1]).strip("!")
    calls = last in titles and not any(_bare(word) in titles for word in words[:-1])
    return calls or last in texts.words("name", "closings")


def _with_capitals(name: str) -> str:
    """Return a name in small letters as names are written: "bu sari" is "Bu Sari"."""
    if not name.islower():
        return name
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


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
