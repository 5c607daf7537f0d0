"""Which numbers a text names when it says nothing else: a level, a step, or two of them.

Must not hold words, nor judge what a number means; a denied or asked one is told as doubtful.
"""

from dataclasses import dataclass
from re import compile as pattern

from bot.chat.typed.wording import Wording
from bot.content.texts import Texts

LONGEST = 60
"""Characters; in more a number stands beside something else."""

SENTENCE = 160
"""Characters of a sentence in which one number may be chosen beside other words."""

STEPS = 13
"""Number words are known up to so many steps."""

_MINUS = pattern(r"(?<![\w])[-\u2212]\s?\d")
_DIGITS = pattern(r"\d+")
_NUMBERED = pattern(r"\bno\b\.?\s*(?=\w)")
"""The short "no. 2", which is no English "no" here."""

_GLUED = pattern(r"(?<![^\W\d_])([^\W\d_]{2,})(\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers that were named, in order; ``doubtful`` when denied, asked, or nearly reached."""

    named: tuple[int, ...] = ()
    doubtful: bool = False


def unsure_words(texts: Texts, wording: Wording) -> frozenset[str]:
    """Return the words that deny what stands beside them, or make it doubtful: "bukan", "hampir"."""
    listed = texts.words("numbers", "unsure")
    return frozenset(word for one in listed for word in wording.spelt(one))


def numbers_in(texts: Texts, wording: Wording, text: str) -> Numbers:
    """Return what numbers a text names: "eh salah, 2" is 2, "3 dari 4" is 3, "hampir 2" is doubtful."""
    if len(text) > LONGEST:
        return Numbers()
    line = _NUMBERED.sub("", _GLUED.sub(r"\1 \2", text.casefold()))
    line = _before(texts, _corrected(texts, wording, line))
    unsure = unsure_words(texts, wording)
    words = _without_joins(texts, wording.spelt(line))
    denied = bool(unsure & set(words))
    kept = " ".join(word for word in words if word not in unsure)
    named = wording.numbers(_with_digits(texts, wording, kept))
    asks = bool(named) and (denied or "?" in text or bool(_MINUS.search(text)))
    return Numbers(named, doubtful=asks or (len(named) > 1 and len(set(named)) == 1))


def _without_joins(texts: Texts, words: list[str]) -> list[str]:
    """Return the words without those that join two of them: "5 sm 4" is "5 4"; "sama 2" stays."""
    joins, last = texts.words("numbers", "and"), len(words) - 1
    return [word for at, word in enumerate(words) if not (0 < at < last and word in joins)]


def chosen_in(texts: Texts, wording: Wording, text: str) -> int | None:
    """Return the one number that a sentence chooses: "yang nomor 2 aja, waktu saya dikit"; None for none or several.

    What counts minutes or pupils is no choice; nor is what is asked or denied.
    """
    if "?" in text or len(text) > SENTENCE:
        return None
    line = _NUMBERED.sub("nomor ", _GLUED.sub(r"\1 \2", text.casefold()))
    words = wording.spelt(line)
    unsure = unsure_words(texts, wording)
    heads, counted = texts.words("numbers", "heads"), texts.words("numbers", "not-counted")
    chosen = {
        wording.numbers(word)
        for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False)
        if before in heads and after not in counted
    } - {()}
    is_one = len(chosen) == 1 and not unsure & set(words)
    return chosen.pop()[0] if is_one else None


def _corrected(texts: Texts, wording: Wording, line: str) -> str:
    """Return the part that holds: "bukan 3 tapi 2" and "2 bukan 3" are 2."""
    told = set(texts.words("numbers", "instead"))
    words = line.replace(",", " ").split()
    if not told & set(words) or len(_DIGITS.findall(line)) > 2:  # noqa: PLR2004 -- one instead of another
        return line
    at = next(place for place, word in enumerate(words) if word in told)
    before, after = " ".join(words[:at]), " ".join(words[at + 1 :])
    numbers = (wording.numbers(before), wording.numbers(after))
    joins = set(texts.words("fillers", "joins"))
    if any(word in joins for word in words[at:]):
        last = max(place for place, word in enumerate(words) if word in joins)
        return " ".join(words[last + 1 :])
    if len(numbers[0]) == 1 and numbers[1]:
        return before if words[at] == "bukan" else after
    return after if words[at] != "bukan" and not numbers[0] else line


def _before(texts: Texts, line: str) -> str:
    """Return a line without "dari 4" behind a number."""
    for word in texts.words("numbers", "out-of"):
        line = pattern(rf"(\d)\s+{word}\s+(?:4|empat)\b").sub(r"\1", line)
    return line


def _with_digits(texts: Texts, wording: Wording, line: str) -> str:
    """Return a line with the number words above four as digits."""
    more = list(enumerate(texts.words("numbers", "more"), start=5))
    for number, word in reversed(more):
        spelt = " ".join(wording.spelt(word))
        line = pattern(rf"\b{spelt}\b").sub(str(number), line)
    return line
