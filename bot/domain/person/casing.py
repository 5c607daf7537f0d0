"""A person's name as it is written: "bu sari, s.pd" becomes "Bu Sari, S.Pd.". Pure.

Kind, not clever: what somebody wrote with capitals of its own stays as it is.
"""

from collections.abc import Collection
from dataclasses import dataclass
from re import compile as pattern

_APOSTROPHES = "'`\u2018\u2019\u02bb\u02bc"
"""What phones type in names such as Ma'arif and 'Aisyiyah."""

_WORD_START = pattern(rf"(?:^|(?<=[-.(\"\u201c{_APOSTROPHES}]))[^\W\d_]")
"""A letter at the beginning, or behind a hyphen, a dot or an opening sign."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How titles and small words of names are written; the lists stand in the texts."""

    titles: Collection[str]
    small: Collection[str]
    kinds: Collection[str] = ()
    """Kinds of schools, which stand in capitals behind a name: "Budi SD"."""

    address: Collection[str] = ()
    """What one is addressed by; behind that alone stands a name, no kind: "Pak Man"."""


def cased(name: str, spelling: Spelling) -> str:
    """Return the name with capitals where they belong; the number and order of words stay."""
    titles = {_bare(one): one for one in spelling.titles}
    small = {one.casefold() for one in spelling.small}
    kinds = {one.casefold(): one for one in spelling.kinds}
    shouted = name.upper() == name and name.lower() != name
    words: list[str] = []
    behind_comma = is_named = False
    for word in name.split(" "):
        core = word.rstrip(",;")
        end = word[len(core) :]
        title = titles.get(_bare(core)) if behind_comma or "." in core else None
        if title and not behind_comma and _is_short_for_a_name(core, title):
            title = None
        if title:
            words.append(title + end)
        elif core.casefold() in small and words and (core.islower() or shouted):
            words.append(core.lower() + end)
        elif is_named and (core.islower() or shouted) and (kind := kinds.get(core.casefold())):
            words.append(kind + end)
        else:
            words.append(_word(core, shouted=shouted) + end)
        is_named = is_named or core.casefold() not in spelling.address
        behind_comma = behind_comma or "," in end
    return " ".join(words)


def _is_short_for_a_name(core: str, title: str) -> bool:
    """Say whether two letters with one dot are a name's beginning: "St. Fatimah" is Siti, no S.T."""
    return title.count(".") > core.count(".") and sum(map(str.isalpha, core)) == 2  # noqa: PLR2004 -- "St."


def _word(word: str, *, shouted: bool) -> str:
    """Return one word with its capitals; one that has some of its own stays."""
    if word.islower():
        return _raised(word)
    if shouted and sum(letter.isalpha() for letter in word) > 1 and "." not in word:
        return _raised(word.lower())
    return word


def _raised(word: str) -> str:
    """Return a word in small letters with its first letters raised: "ma'arif" has one, "'aisyah" too."""
    letters = list(word)
    for found in _WORD_START.finditer(word):
        at = found.start()
        inside = at > 1 and word[at - 1] in _APOSTROPHES
        if not inside:
            letters[at] = letters[at].upper()
    return "".join(letters)


def _bare(title: str) -> str:
    return title.replace(".", "").replace(" ", "").casefold()
