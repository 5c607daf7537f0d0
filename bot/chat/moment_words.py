"""Cuts what people type about days and hours into tokens; the words stand in the texts (``moment-words``).

Every token has a kind of one letter, so that a run of kinds can be matched like a word. Must not judge
what the tokens mean together; ``moment_scan`` does.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from re import ASCII, Match
from re import compile as pattern

from bot.chat.typed import clean_line
from bot.content.texts import CENTURY, Texts
from bot.domain.zone import Zone

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "ahad")
MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)
NEAR_DAYS = {"today": 0, "tomorrow": 1, "after": 2, "yesterday": -1}
MORNING, DAY, AFTERNOON, EVENING, DAWN = "morning", "day", "afternoon", "evening", "dawn"
PARTS = (MORNING, DAY, AFTERNOON, EVENING, DAWN)
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
    "within": "D",
    "coming": "v",
    "teen": "+",
    "tens": "*",
}
"""The kinds of words that carry no value, by the attribute that lists them."""

ATTRIBUTES = (*WEEKDAYS, *MONTHS, *NEAR_DAYS, *PARTS, *KINDS, "numbers")
"""The lists of words that are looked up by their names."""

NUMBER, YEARLIKE, CLOCK, DATE, MONTH = "n", "N", "c", "d", "m"
WEEKDAY, NEAR, PART, ZONE, ODD = "w", "r", "p", "z", "?"
"""The kinds of tokens that carry a value. A number from 24 on, which is no hour, may be a year."""

HOURS = 24
UNITS = "juhksby"
CLOCKS = 2000
"""Four digits below this are an hour (0730, 1530), from this on a year."""

LONGEST = 3
"""Words in the longest expression, such as "yang akan datang"."""

_QUOTES = dict.fromkeys(map(ord, "'\u2019\u2018`\u00b4\u02bc\"“”*_()[]{}<>"))
_TOKEN = pattern(
    r"(?P<iso>\d{4})-(?P<im>\d{1,2})-(?P<id>\d{1,2})(?:t(?=\d)|(?!\d))"
    r"|(?P<day>\d{1,2})\s*(?P<sep>[-/.])\s*(?P<mon>\d{1,2})\s*(?P=sep)\s*(?P<year>\d{4}|\d{2})(?![\d.:]\d|\d)"
    r"|(?P<hour>\d{1,2})[.:](?P<min>\d{2})(?:[.:]\d{2})?(?!\d)"
    r"|(?P<d>\d{1,2})(?:\s*/\s*|-)(?P<m>\d{1,2})(?!\d|[.:]\d)"
    r"|(?P<whole>\d{1,4}),5(?!\d)"
    r"|(?P<number>\d+)"
    r"|(?P<word>[a-z]+(?:[-./][a-z]+)*)"
    r"|(?P<sign>[-–—@½~])",
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
    found |= {word: Token(NUMBER, number) for number, word in enumerate(listed("numbers"))}
    return found | {zone.lower(): Token(ZONE, word=zone) for zone in Zone}


def tokens(texts: Texts, text: str) -> tuple[Token, ...]:
    """Return what was typed as tokens, without what only is polite."""
    plain = _narrow(clean_line(text)).casefold().translate(_QUOTES)
    pieces = list(_TOKEN.finditer(plain))
    found: list[Token] = []
    at = 0
    while at < len(pieces):
        used, read = _read(texts, pieces, at)
        found += read
        at += used
    return tuple(one for one in _numbered(found) if one.kind != KINDS["filler"])


def _narrow(text: str) -> str:
    """Return a text with the wide figures of some keyboards as plain ones."""
    return "".join(one if one == "½" else unicodedata.normalize("NFKC", one) for one in text)


def _read(texts: Texts, pieces: list[Match[str]], at: int) -> tuple[int, list[Token]]:
    """Return how many pieces were read from here on, and as which tokens."""
    if pieces[at]["word"] is None and pieces[at]["sign"] is None:
        return 1, _figures(pieces[at])
    known = lexicon(texts)
    for length in range(min(LONGEST, len(pieces) - at), 0, -1):
        words = " ".join(piece[0].rstrip(".") for piece in pieces[at : at + length])
        if words in known:
            return length, [known[words]]
    for prefix in texts.words("moment-words", "one"):
        unit = known.get(pieces[at][0].removeprefix(prefix))
        if unit and unit.kind in UNITS and pieces[at][0].startswith(prefix):
            return 1, [Token(NUMBER, 1), unit]
    return 1, [Token(ODD, word=pieces[at][0])]


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
    if piece["d"]:
        return [Token(DATE, int(piece["d"]), (int(piece["m"]),), word=piece[0])]
    if piece["whole"]:
        return [Token(NUMBER, int(piece["whole"])), Token(KINDS["half"])]
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
        yield Token(NUMBER if value < HOURS else YEARLIKE, value)
        at = spoken.end()


_SPOKEN = pattern(r"n(?:(?P<teen>\+)|\*(?P<ones>n)?)")
