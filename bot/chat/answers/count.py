"""How many pupils a line tells of: "9 anak menjawab", "9 dari 28", "sembilan murid".

Must not hold words; None where several numbers may be meant, or a number counts something else.
"""

from re import compile as pattern

from bot.content.texts import Texts

_PART = pattern(r"\d+(?:[.,]\d+)?|[^\W\d_]+(?:-[^\W\d_]+)*|[^\w\s]")
FROM = 3
"""Number words of one digit: "dua" stands in ``numbers``, those above four in a list of their own."""


def count_in(texts: Texts, line: str) -> int | None:
    """Return the one number of pupils in a line, None for none or several."""
    parts = [part.casefold() for part in _PART.findall(line)]
    other = set(texts.words("numbers", "not-counted"))
    out_of = set(texts.words("numbers", "out-of"))
    found: list[int] = []
    for at, part in enumerate(parts):
        number = _number(texts, part)
        if number is None:
            continue
        before = parts[at - 1] if at else ""
        after = parts[at + 1] if at + 1 < len(parts) else ""
        if before in other or after in other or (before in out_of and found):
            continue
        found.append(number)
    return found[0] if len(found) == 1 else None


def _number(texts: Texts, part: str) -> int | None:
    if part.isdecimal():
        return int(part) if part.isascii() and len(part) <= FROM else None
    words = {word: number for number in range(1, 5) for word in _named(texts, number)}
    words |= {word: at for at, word in enumerate(texts.words("numbers", "more"), start=5)}
    words |= dict.fromkeys(texts.words("numbers", "zero"), 0)
    return words.get(part)


def _named(texts: Texts, number: int) -> tuple[str, ...]:
    return texts.words("numbers", f"n{number}")[:1]
