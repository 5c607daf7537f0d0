"""Gathers what was said about a day and an hour, by patterns over the kinds of tokens.

Must not decide which moment is meant; ``typed_day``, ``typed_hour`` and ``typed_moment`` do.
"""

from collections.abc import Callable
from re import Pattern
from re import compile as pattern

from bot.chat.moments.dates import (
    NUMBERS,
    date,
    day_of_month,
    dotted_date,
    month_first,
    numbers_of,
    shared_month,
    spoken_date,
    year_of,
)
from bot.chat.moments.said import Date, Every, Hour, SaidMoment
from bot.chat.moments.words import EVENING, MORNING, PART, UNITS, WEEKDAY, Token, tokens
from bot.content.texts import Texts
from bot.domain.calendar.calendar import SUNDAY

HALF_HOUR, QUARTER_HOUR, HOUR = 30, 15, 60
HALF_MONTH = 15
NOON, DAY_HOURS = 12, 24
FOUR_DIGITS = 4
TWO_DIGITS = 10


TakeTokens = Callable[[SaidMoment, tuple[Token, ...]], None]


def scan(texts: Texts, text: str, *, lengths: bool = False) -> SaidMoment:
    """Return what was said. With ``lengths`` "2 pekan" is a time from now without "lagi"."""
    found = tokens(texts, text)
    kinds = "".join(one.kind for one in found)
    said, at = SaidMoment(), 0
    rules = (*_LENGTHS, *RULES) if lengths else RULES
    while at < len(found):
        for rule, take in rules:
            if match := rule.match(kinds, at):
                taken = found[at : match.end()]
                take(said, taken)
                if take not in _OF_HOURS:
                    said.day_words.append(" ".join(one.said for one in taken if one.said))
                at = match.end()
                break
        else:
            _leave(said, found[at], kinds[at - 1] if at else "")
            at += 1
    return said


def _leave(said: SaidMoment, one: Token, before: str) -> None:
    """Take what no pattern takes: a bare number, or what was not understood."""
    if one.kind in NUMBERS and before and before in "oL" and said.hours:
        said.hours.append(_plain(one))
    elif one.kind in NUMBERS:
        said.spare.append(_plain(one))
    elif one.kind in "oL":
        said.order.append(one.kind)
    elif one.kind == "E":
        said.every.append(Every(one.said))
    elif one.kind not in "hvF":
        said.odd.append(one.said or one.word or one.kind)


def _plain(one: Token) -> Hour:
    if len(one.word) == FOUR_DIGITS:
        return Hour(one.value // 100, one.value % 100, exact=True)
    return Hour(one.value, exact=one.exact or one.value > NOON)


def _moved(hour: int, by: int) -> Hour:
    """Return so many minutes after (or before) an hour; half past noon is 12.30, not 0.30."""
    minutes = hour * HOUR + by
    minutes += NOON * HOUR if 0 < minutes < HOUR else 0
    return Hour(minutes // HOUR % DAY_HOURS, minutes % HOUR, exact=hour > NOON)


def _half(said: SaidMoment, found: tuple[Token, ...]) -> None:
    said.hours.append(_moved(numbers_of(found)[0].value, -HALF_HOUR))


def _apart(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "7 lewat 15", "7 kurang seperempat", "jam 7 30"."""
    numbers, kinds = numbers_of(found), {one.kind for one in found}
    by = QUARTER_HOUR if "e" in kinds else HALF_HOUR if "f" in kinds else numbers[-1].value
    hour = numbers[0].value
    if kinds <= {"j", "J", *NUMBERS} and by < TWO_DIGITS:  # "jam 7.5" may be half past or past five
        said.odd.append(str(by))
    said.hours.append(_moved(hour, -by) if "g" in kinds else Hour(hour, by, exact=hour > NOON))


def _clock(said: SaidMoment, found: tuple[Token, ...]) -> None:
    one = found[-1]
    marked = len(found) > 1
    said.hours.append(Hour(one.value, one.more[0], exact=one.exact, dotted=not marked))


def _hour(said: SaidMoment, found: tuple[Token, ...]) -> None:
    said.hours.append(_plain(numbers_of(found)[0]))


def _hours(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "jam 7-8", which looks like a date."""
    said.hours += [Hour(found[-1].value), Hour(found[-1].more[0])]


def _weekday(said: SaidMoment, found: tuple[Token, ...]) -> None:
    day = next((one.value for one in found if one.kind == WEEKDAY), SUNDAY)
    behind = {"x": "next", "i": "this"}.get(found[-1].kind, "")
    said.weekdays.append((day, behind))
    said.order.append("w")


def _week(said: SaidMoment, found: tuple[Token, ...]) -> None:
    said.weeks = int(found[-1].kind == "x")


def _month(said: SaidMoment, found: tuple[Token, ...]) -> None:
    said.months = int(found[-1].kind == "x")


def _of_year(said: SaidMoment, found: tuple[Token, ...]) -> None:
    said.years = int(found[-1].kind == "x")


def _edge(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take the end (or the start) of this or the next month, of a named one, of a week, of a year."""
    said.edge = {"k": "week", "s": "week", "y": "year"}.get(
        found[1].kind, "end" if found[0].kind == "a" else "start"
    )
    if found[-1].kind in "xi":
        said.months = int(found[-1].kind == "x")
    for one in found:
        if one.kind == "m":
            said.add_date(Date(0, one.value, year_of(found)))


def _today(said: SaidMoment, found: tuple[Token, ...]) -> None:
    said.near.append(0)
    said.order.append("r")
    said.parts += [one.word for one in found if one.kind == PART]


def _near(said: SaidMoment, found: tuple[Token, ...]) -> None:
    said.near.append(found[0].value)
    said.order.append("r")


def _isuk(said: SaidMoment, _found: tuple[Token, ...]) -> None:
    """Take "isuk": Javanese for the morning, Sundanese for tomorrow."""
    said.either = not said.parts
    said.parts += [] if said.parts else [MORNING]


def _counted(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take a number of something else, which is no hour: "2 minggu", "30 orang", "kelas 4"."""
    said.odd.append(" ".join(one.said for one in found if one.said))


def _rhythm(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "sebulan sekali", "tiap 2 pekan", "sekali sepekan"; "dua kali sepekan" is another one."""
    kinds = "".join(one.kind for one in found)
    unit = next(one.kind for one in found if one.kind in UNITS)
    amount, times = 1, 1
    for one, behind in zip(found, f"{kinds[1:]} ", strict=True):
        if one.kind in NUMBERS:
            amount, times = (amount, one.value) if behind == "K" else (one.value, times)
    unit = "?" if times != 1 else "k" if unit == "s" else unit
    said.every.append(Every(" ".join(one.said for one in found if one.said), amount, unit))


def _part(said: SaidMoment, found: tuple[Token, ...]) -> None:
    said.parts.append(found[0].word)


def _zone(said: SaidMoment, found: tuple[Token, ...]) -> None:
    said.zones.append(found[0].word)


def _distance(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "30 menit lagi", "satu setengah jam lagi", "2 pekan lagi"."""
    minutes = months = days = 0
    amount, half = 0, False
    units: set[str] = set()
    for one in found:
        if one.kind in NUMBERS:
            amount = one.value
        elif one.kind == "f":
            half = True
        elif one.kind == "e":
            minutes += QUARTER_HOUR
        elif one.kind in UNITS:
            units.add(one.kind)
            minutes += {"u": amount, "j": amount * HOUR + half * HALF_HOUR}.get(one.kind, 0)
            days += {"h": amount, "k": 7 * amount, "s": 7 * amount}.get(one.kind, 0)
            months += {"b": amount, "y": 12 * amount + 6 * half}.get(one.kind, 0)
            days += HALF_MONTH * half if one.kind == "b" else 0
            amount, half = 0, False
    if units <= {"u", "j"}:
        said.minutes = minutes
    elif units <= {"k", "s"}:
        said.weeks = days // 7
        said.distance = (0, days)
    else:
        said.distance = (months, days)


def _eve(said: SaidMoment, found: tuple[Token, ...]) -> None:
    """Take "malam Minggu": many mean the evening before that day."""
    said.parts.append(found[0].word)
    day = found[1].value if found[1].kind == WEEKDAY else SUNDAY
    said.weekdays.append((day, "eve" if found[0].word == EVENING else ""))
    said.order.append("w")


def _rules(*forms: tuple[str, TakeTokens]) -> tuple[tuple[Pattern[str], TakeTokens], ...]:
    return tuple((pattern(form.replace("#", "[nN]")), take) for form, take in forms)


_SPAN = f"(?:(?:#f?|f|e)[{UNITS}]){{1,5}}"
"""All repetitions are bounded: a rule is tried at every token, so a long row of one kind would be gone
through again and again. No month has more than 31 days to name.
"""

_MORE = "[oL]{1,3}"
_LENGTHS = _rules((f"{_SPAN}l?", _distance))
RULES = _rules(
    (f"D?{_SPAN}l|D{_SPAN}", _distance),
    ("E?#?[hksby]D?(?:#?K)|#?KD?E?#?[hksby]|E#?[ksby](?![xi])|Eh(?!w)|E#h", _rhythm),
    (f"h?t?(?:(?:#|d){_MORE}t?){{0,30}}(?:#|d)b?m(?:N(?!b?m))?", spoken_date),
    (f"t?#(?:{_MORE}#){{0,30}}{_MORE}t?d", shared_month),
    ("m#(?![jJ]?[qg])", month_first),
    ("h?t?d(?<![jJ]d)", date),
    ("tc", dotted_date),
    ("t#(?:b#)?", day_of_month),
    ("[aA](?:b|mN?|y)[xi]?|a[ks][xi]?", _edge),
    ("[jJ]d", _hours),
    ("[jJ]?f#", _half),
    ("[jJ]?#[qg](?:#u?|e)|[jJ]?#e|[jJ]#f", _apart),
    ("[jJ]##(?![mbCKnNjhksy])u?", _apart),
    ("[jJ]?c", _clock),
    ("C#|#C", _counted),
    ("[jJ]#|#(?=[pz])", _hour),
    ("p[ws](?![xi])", _eve),
    ("h?w[xi]?|hs[xi]?|s(?![xi])", _weekday),
    ("[ks][xi]", _week),
    ("b[xi]", _month),
    ("y[xi]", _of_year),
    ("hi|pi|vp", _today),
    ("#(?:h(?![wisC])|[kb]|[sy](?![xi]))", _counted),
    ("r", _near),
    ("W", _isuk),
    ("p", _part),
    ("z", _zone),
)
"""Which run of kinds says what, the longer and more certain ones first; # is any number."""
_OF_HOURS = {_half, _apart, _hours, _clock, _hour, _part, _zone, _isuk, _rhythm, _counted}
"""What says nothing of a day."""
