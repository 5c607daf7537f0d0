"""Cuts what people type about days and hours into tokens; the words stand in the texts (``moment-words``).

Every token has a kind of one letter, so that a run of kinds can be matched like a word. Must not judge
what the tokens mean together; ``moment_scan`` does.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from re import ASCII, Match
from re import compile as pattern

from bot.chat.typed.line import clean_line
from bot.content.texts import CENTURY, Texts
from bot.domain.person.zone import Zone

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "ahad")
MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)
NEAR_DAYS = {"today": 0, "tomorrow": 1, "after": 2, "yesterday": -1}
MORNING, DAY, AFTERNOON, EVENING, DAWN = "morning", "day", "afternoon", "evening", "dawn"
PAST_NOON = "past-noon"
PARTS = (MORNING, DAY, PAST_NOON, AFTERNOON, EVENING, DAWN)
KINDS = {
    "filler": "_",
    "hour": "j",
    "clock": "J",
    "minute": "u",
    "days": "h",
    "month": "b",
    "year": "y",
    "week": "k",
    "week-or-sunday": "s",
    "later": "l",
    "next": "x",
    "this": "i",
    "beyond": "q",
    "short-of": "g",
    "half": "f",
    "quarter": "e",
    "date": "t",
    "end": "a",
    "start": "A",
    "or": "o",
    "list": "L",
    "from": "F",
    "within": "D",
    "coming": "v",
    "teen": "+",
    "tens": "*",
    "every": "E",
    "times": "K",
    "counted": "C",
    "isuk": "W",
}
"""The kinds of words that carry no value, by the attribute that lists them."""

COUNTING = ("numbers", "numbers-java", "numbers-sunda")
"""The lists of numbers in words, each from nought on."""

ATTRIBUTES = (*WEEKDAYS, *MONTHS, *NEAR_DAYS, *PARTS, *KINDS, *COUNTING, "midday", "not", "unlike")
"""The lists of words that are looked up by their names."""

NUMBER, YEARLIKE, CLOCK, DATE, MONTH = "n", "N", "c", "d", "m"
WEEKDAY, NEAR, PART, ZONE, ODD = "w", "r", "p", "z", "?"
"""The kinds of tokens that carry a value. A number from 24 on, which is no hour, may be a year."""

HOURS, NOON, MINUTES = 24, 12, 60
UNITS = "juhksby"
SLIPPING = "wmr"
"""Kinds whose words are still read with one letter wrong."""

SHORTEST = 4
"""Letters of the shortest word and name that may be the same with a slip; one of both has more."""

CLOCKS = 2000
"""Four digits below this are an hour (0730, 1530), from this on a year."""

LONGEST = 3
"""Words in the longest expression, such as "yang akan datang"."""

READ_MOST = 4_096
"""Characters looked through for a moment: one message. What is longer tells a story."""

_QUOTES = dict.fromkeys(map(ord, "'\u2019\u2018`\u00b4\u02bc\"“”*_()[]{}<>"))
_TOKEN = pattern(
    r"(?P<iso>\d{4})(?P<by>[-/.])(?P<im>\d{1,2})(?P=by)(?P<id>\d{1,2})(?:t(?=\d)|(?!\d))"
    r"|(?P<day>\d{1,2})\s*(?P<sep>[-/.])\s*(?P<mon>\d{1,2})\s*(?P=sep)\s*(?P<year>\d{4}|\d{2})(?![\d.:]\d|\d)"
    r"|(?P<hour>\d{1,2})[.:](?P<min>\d{2})(?:[.:]\d{2})?(?!\d)"
    r"|(?P<from>\d{1,2})\s*(?:[-–—]|s\.?/?d\.?|sampai|hingga)\s*(?=\d{1,2}\s*/\s*\d{1,2}(?![\d/]*[-–—]))"
    r"|(?P<d>\d{1,2})(?:\s*/\s*|-)(?P<m>\d{1,2})(?!\d|[.:]\d)"
    r"|(?P<whole>\d{1,4}),5(?!\d)"
    r"|(?P<number>\d+)"
    r"|(?P<word>[a-z]+(?:[-./][a-z]+)*)"
    r"|(?P<sign>[-–—@½~&+]|(?<=\d),(?=\s*\d))",
    ASCII,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One thing that was said: its kind, its number, and where it matters what it looked like."""

    kind: str
    value: int = 0
    more: tuple[int, ...] = ()
    """A clock's minutes; a date's month and, if it was said, its year."""

    exact: bool = False
    """Written so that no other half of the day can be meant: 02.00, 14.00."""

    word: str = ""
    said: str = ""
    """As it was typed; nothing where one word became several tokens."""


@lru_cache(8)
def lexicon(texts: Texts) -> Mapping[str, Token]:
    """Return what each word, or run of words, stands for."""

    def listed(name: str) -> tuple[str, ...]:
        return texts.words("moment-words", name)

    found = {word: Token(kind, word=name) for name, kind in KINDS.items() for word in listed(name)}
    for kind, names in ((WEEKDAY, WEEKDAYS), (MONTH, MONTHS)):
        first = kind == MONTH
        found |= {w: Token(kind, at + first) for at, name in enumerate(names) for w in listed(name)}
    found |= {word: Token(NEAR, days) for name, days in NEAR_DAYS.items() for word in listed(name)}
    found |= {word: Token(PART, word=part) for part in PARTS for word in listed(part)}
    for name in COUNTING:
        found |= {word: Token(NUMBER, number) for number, word in enumerate(listed(name))}
    found |= {word: Token(CLOCK, NOON, (0,), exact=True) for word in listed("midday")}
    return found | {zone.lower(): Token(ZONE, word=zone) for zone in Zone}


def tokens(texts: Texts, text: str) -> tuple[Token, ...]:
    """Return what was typed as tokens, without what only is polite."""
    plain = _narrow(clean_line(text[:READ_MOST])).casefold().translate(_QUOTES)
    pieces = list(_TOKEN.finditer(plain))
    found: list[Token] = []
    at = 0
    while at < len(pieces):
        used, read = _read(texts, pieces, at)
        said = " ".join(piece[0] for piece in pieces[at : at + used])
        found += [replace(one, said="" if n else said) for n, one in enumerate(read)]
        at += used
    spoken = [one for one in _numbered(found) if one.kind != KINDS["filler"]]
    return tuple(_fractions(spoken))


def _narrow(text: str) -> str:
    """Return a text with the wide figures of some keyboards as plain ones."""
    return "".join(one if one == "½" else unicodedata.normalize("NFKC", one) for one in text)


def _read(texts: Texts, pieces: list[Match[str]], at: int) -> tuple[int, list[Token]]:
    """Return how many pieces were read from here on, and as which tokens."""
    if pieces[at]["word"] is None and pieces[at]["sign"] is None:
        return 1, _figures(pieces[at])
    known = lexicon(texts)
    for length in range(min(LONGEST, len(pieces) - at), 0, -1):
        words = " ".join(
            piece[0].rstrip(".").replace(",", "&") for piece in pieces[at : at + length]
        )
        if words in known:
            return length, [known[words]]
    for prefix in texts.words("moment-words", "one"):
        unit = known.get(pieces[at][0].removeprefix(prefix))
        if unit and unit.kind in UNITS and pieces[at][0].startswith(prefix):
            return 1, [Token(NUMBER, 1), unit]
    if meant := _misspelt(texts, pieces[at][0]):
        return 1, [meant]
    return 1, [Token(ODD, word=pieces[at][0])]


@lru_cache(512)
def _misspelt(texts: Texts, word: str) -> Token | None:
    """Return the day or month whose name was written with one slip; None if it may be two of them."""
    if len(word) < SHORTEST or word in texts.words("moment-words", "unlike"):
        return None
    names = {name: one for name, one in lexicon(texts).items() if one.kind in SLIPPING}
    near = {
        one
        for name, one in names.items()
        if max(len(name), len(word)) > SHORTEST and len(name) >= SHORTEST and _is_slip(word, name)
    }
    return near.pop() if len(near) == 1 else None


def _is_slip(word: str, name: str) -> bool:
    """Say whether one letter is missing, added, changed, or has changed places with the next."""
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    one, other = word[start:], name[start:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def _figures(piece: Match[str]) -> list[Token]:
    """Return the tokens of something written with digits."""
    if piece["iso"]:
        return [Token(DATE, int(piece["id"]), (int(piece["im"]), int(piece["iso"])))]
    if piece["day"]:
        year = int(piece["year"])
        year += CENTURY if year < CENTURY and len(piece["year"]) == 2 else 0  # noqa: PLR2004 -- digits
        return [Token(DATE, int(piece["day"]), (int(piece["mon"]), year))]
    if piece["hour"]:
        exact = piece["hour"].startswith("0") or int(piece["hour"]) > 12  # noqa: PLR2004 -- noon
        return [Token(CLOCK, int(piece["hour"]), (int(piece["min"]),), exact)]
    if piece["from"]:
        return [Token(NUMBER, int(piece["from"]), word=piece["from"]), Token(KINDS["or"])]
    if piece["d"]:
        return [Token(DATE, int(piece["d"]), (int(piece["m"]),), word="".join(piece[0].split()))]
    if piece["whole"]:
        return [Token(NUMBER, int(piece["whole"])), Token(KINDS["half"], word=",5")]
    value, digits = int(piece["number"][:9]), piece["number"]
    is_clock = len(digits) == len("0730") and value < CLOCKS
    kind = NUMBER if value < HOURS or is_clock else YEARLIKE
    return [Token(kind, value, exact=digits[0] == "0", word=digits)]


def _numbered(found: list[Token]) -> Iterator[Token]:
    """Put numbers in words together: "dua puluh lima" is 25, "dua belas" 12."""
    kinds = "".join(one.kind for one in found)
    at = 0
    while at < len(found):
        spoken = _SPOKEN.match(kinds, at)
        if spoken is None or found[at].word or spoken.end() == at + 1:
            yield found[at]
            at += 1
            continue
        value = found[at].value
        value = value + 10 if spoken["teen"] else value * 10
        if spoken["ones"]:
            value += found[at + 2].value
        words = " ".join(one.said for one in found[at : spoken.end()])
        yield Token(NUMBER if value < HOURS else YEARLIKE, value, said=words)
        at = spoken.end()


def _fractions(found: list[Token]) -> Iterator[Token]:
    """Take "1/2 jam lagi" for a length and not for the first of February."""
    kinds = "".join(one.kind for one in found)
    spans = {match.start() for match in _FRACTION.finditer(kinds)}
    for at, one in enumerate(found):
        if one.word == ",5" and kinds[at + 1 : at + 2] in (*"mobdL",):  # "4,5 Desember"
            yield from (Token(KINDS["list"]), Token(NUMBER, 5, word="5"))
        elif at in spans and "/" in one.word and 0 < one.value < one.more[0]:
            is_half = one.more[0] == 2 * one.value
            minutes = MINUTES * one.value // one.more[0]
            is_hours = found[at + 1].kind == KINDS["hour"] and kinds[at - 1 : at] not in {"n", "N"}
            if is_hours:
                yield Token(YEARLIKE, minutes, said=one.said)
                found[at + 1] = replace(found[at + 1], kind=KINDS["minute"])
            else:
                yield Token(KINDS["half"], said=one.said) if is_half else Token(ODD, word=one.word)
        else:
            yield one


_FRACTION = pattern(rf"d(?=[{UNITS}]l)|(?<=D)d(?=[{UNITS}])|(?<=[nN])d(?=[{UNITS}])")
_SPOKEN = pattern(r"n(?:(?P<teen>\+)|\*(?P<ones>n)?)")
