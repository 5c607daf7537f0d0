"""Salin: the fields of one cycle or one quarter, each with a button that copies it.

A button names its field; the words stand folded above, so that all buttons are in view. A field too long for a
button stands as a quote, to hold and copy: on the same screen while all of them fit one, else on a screen of its
own, so that none is further than two taps. Must not change anything.
"""

from bot.chat.button import Copy, fits_copy, side_by_side
from bot.chat.family import Done, ShownPlace
from bot.chat.files.fields import Field, Teller, cycle_begun, cycle_fields
from bot.chat.files.quarter_fields import quarter_fields, quarters
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.screens.evaluation.quarter_words import quarter_name
from bot.chat.screens.portfolio.home import PAGE_KB
from bot.chat.screens.portfolio.routes import (
    COPY_CYCLE,
    COPY_HOME,
    COPY_ONE_OF_CYCLE,
    COPY_ONE_OF_QUARTER,
    COPY_QUARTER,
    PRACTICE,
    OfCycle,
    OfCycleField,
    OfQuarterField,
    QuarterPage,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.calendar.quarter import Quarter
from bot.domain.person.person import Place

LONGEST = 1_500
"""A field of more characters is cut into several quotes, at the ends of its lines where it has any."""

WRITTEN_MOST, FIELDS_MOST = 2_600, 10
"""So many characters and fields stand on one screen with all their words: below Telegram's 4096."""

FIELD_MOST = 50
"""Characters of each field where there are more: enough to know it by."""

LISTED_MOST = 36
"""So many fields stand on one screen; more than anybody's cycle or quarter has had."""


def gone(s: TurnContext) -> Screen:
    """Say that there is nothing (any more) to copy here."""
    home = s.button("copying", "home", COPY_HOME())
    return Screen(s.say("copying-gone"), rows(home, s.menu_button()))


def show_cycle(s: TurnContext, at: OfCycle) -> Screen:
    """Draw the fields of a cycle."""
    name, fields = _of_cycle(s, at)
    return _fields(s, name, fields, at.page or 0, COPY_CYCLE(at.step, at.begun))


def show_quarter(s: TurnContext, at: QuarterPage) -> Screen:
    """Draw the fields of a quarter."""
    name, fields = _of_quarter(s, at)
    return _fields(s, name, fields, at.page or 0, COPY_QUARTER(at.quarter))


def _of_cycle(s: TurnContext, at: OfCycle) -> tuple[str, tuple[Field, ...]]:
    """Return what a cycle is called, and its fields: none once it is gone."""
    tell = Teller(s.world, s.person)
    cycle = cycle_begun(s.person.coaching, at.step, at.begun)
    return tell.step_name(at.step), cycle_fields(tell, cycle) if cycle else ()


def _of_quarter(s: TurnContext, at: QuarterPage) -> tuple[str, tuple[Field, ...]]:
    """Return what a quarter is called, and its fields: none where there is nothing in it."""
    tell = Teller(s.world, s.person)
    if at.quarter not in quarters(tell):
        return "", ()
    return quarter_name(s.world.texts, Quarter.parse(at.quarter)), quarter_fields(tell, at.quarter)


def _fields(s: TurnContext, what: str, fields: tuple[Field, ...], page: int, here: Place) -> Screen:
    if not fields:
        return gone(s)
    if len(fields) <= FIELDS_MOST and sum(len(one.told) for one in fields) <= WRITTEN_MOST:
        return _whole(s, what, fields, here)
    last = (len(fields) - 1) // LISTED_MOST
    start = min(page, last) * LISTED_MOST
    tell, few = Teller(s.world, s.person), fields[start : start + LISTED_MOST]
    told = [s.say("copying-short", name=tell.label(one), words=_brief(one)) for one in few]
    parts = [s.say("copying-many", what=what), *_folded(told)]
    before = s.button("copying", "before", _turned(here, page - 1)) if page else None
    after = s.button("copying", "after", _turned(here, page + 1)) if page < last else None
    turns = tuple(one for one in (before, after) if one)
    ways = [one for one in (_way(s, field, here) for field in few) if one]
    return _screen(s, parts, side_by_side(ways, 2), here, turns)


def _whole(s: TurnContext, what: str, fields: tuple[Field, ...], here: Place) -> Screen:
    """Draw fields with all their words."""
    tell = Teller(s.world, s.person)
    told, held, buttons = list[str](), list[str](), list[Button]()
    for field in fields:
        label = tell.label(field)
        if field.words and not fits_copy(field.words):
            held.append(_quoted(s, label, field))
        else:
            told.append(s.say("copying-short", name=label, words=field.told))
        if fits_copy(field.words):
            buttons.append(Copy(label, field.words))
    head = s.say("copying", what=what, held="ya" if held else "tidak")
    return _screen(s, [head, *_folded(told), *held], side_by_side(buttons, 2), here)


def _folded(told: list[str]) -> tuple[str, ...]:
    """Return lines as one quote that opens at a tap; nothing where there are none."""
    lines = "\n".join(told)
    return (f"<blockquote expandable>{lines}</blockquote>",) if told else ()


def _screen(
    s: TurnContext,
    parts: list[str],
    buttons: tuple[tuple[Button, ...], ...],
    here: Place,
    turns: tuple[Button, ...] = (),
) -> Screen:
    own = s.say("copying-own")
    at = COPY_CYCLE.at(here)
    practice = (
        s.button("copying", "practice", PRACTICE(at.step, at.begun), size=PAGE_KB) if at else None
    )
    home = s.button("copying", "home", COPY_HOME())
    return Screen(
        "\n".join((*parts, own)), rows(*buttons, turns, practice, (home, s.menu_button()))
    )


def _way(s: TurnContext, field: Field, here: Place) -> Button | None:
    """Return what copies a field, or leads to it where no button can; None for a voice note."""
    label = Teller(s.world, s.person).label(field)
    if not field.words:
        return None
    if fits_copy(field.words):
        return Copy(label, field.words)
    return s.button("copying", "one", _one(here, field), name=label)


def _one(here: Place, field: Field) -> Place:
    if at := COPY_CYCLE.at(here):
        return COPY_ONE_OF_CYCLE(at.step, at.begun, field.name, field.nth)
    quarter = COPY_QUARTER.at(here)
    return COPY_ONE_OF_QUARTER(quarter.quarter if quarter else "", field.name, field.nth)


def _turned(here: Place, page: int) -> Place:
    if at := COPY_CYCLE.at(here):
        return COPY_CYCLE(at.step, at.begun, page)
    quarter = COPY_QUARTER.at(here)
    return COPY_QUARTER(quarter.quarter if quarter else "", page)


def _brief(field: Field) -> str:
    told = " ".join(field.told.split())
    return told if len(told) <= FIELD_MOST else f"{told[: FIELD_MOST - 1].rstrip()}…"


def show_one_of_cycle(s: TurnContext, at: OfCycleField) -> Screen:
    """Draw one long field of a cycle."""
    here = COPY_CYCLE(at.step, at.begun)
    _, fields = _of_cycle(s, OfCycle(at.step, at.begun))
    return _long(s, _named(fields, at.name, at.nth), at.page or 0, here)


def show_one_of_quarter(s: TurnContext, at: OfQuarterField) -> Screen:
    """Draw one long field of a quarter."""
    here = COPY_QUARTER(at.quarter)
    _, fields = _of_quarter(s, QuarterPage(at.quarter))
    return _long(s, _named(fields, at.name, at.nth), at.page or 0, here)


def _named(fields: tuple[Field, ...], name: str, nth: int) -> Field | None:
    return next((one for one in fields if (one.name, one.nth) == (name, nth)), None)


def _long(s: TurnContext, field: Field | None, page: int, here: Place) -> Screen:
    """Draw a field as quotes to hold and copy, two to a screen."""
    if field is None or not field.words:
        return gone(s)
    pieces = _cut(field.words)
    page = min(page, (len(pieces) - 1) // 2)
    shown_now = pieces[2 * page : 2 * page + 2]
    label = Teller(s.world, s.person).label(field)
    parts = [
        s.say("copying-hold"),
        *(s.say("copying-long", name=label, words=one) for one in shown_now),
    ]
    before = s.button("copying", "before", _page(here, field, page - 1)) if page else None
    is_more = 2 * page + 2 < len(pieces)
    after = s.button("copying", "rest", _page(here, field, page + 1)) if is_more else None
    turns = tuple(one for one in (before, after) if one)
    back = s.button("nav", "back", here)
    return Screen("\n\n".join(parts), rows(turns, (back, s.menu_button())))


def _page(here: Place, field: Field, page: int) -> Place:
    at = _one(here, field)
    return Place(at.screen, (*at.args, str(page)))


def _quoted(s: TurnContext, label: str, field: Field) -> str:
    quotes = [s.say("copying-long", name=label, words=one) for one in _cut(field.words)]
    return "\n".join(
        (*quotes, *([s.say("copying-spoken", words=field.spoken)] if field.spoken else []))
    )


def _cut(words: str) -> tuple[str, ...]:
    """Return words in pieces that fit, cut at the ends of lines, else of words."""
    pieces, left = [], words
    while len(left) > LONGEST:
        ends = (left.rfind(sign, 1, LONGEST) for sign in "\n ")
        at = next((end for end in ends if end > 0), LONGEST)
        pieces.append(left[:at].strip())
        left = left[at:].strip()
    return (*pieces, left)


def open_cycle(s: TurnContext, at: OfCycle) -> Answer:
    """Go to the fields of a cycle."""
    return s.go(COPY_CYCLE(at.step, at.begun, at.page))


def open_quarter(s: TurnContext, at: QuarterPage) -> Answer:
    """Go to the fields of a quarter."""
    return s.go(COPY_QUARTER(at.quarter, at.page))


def open_one_of_cycle(s: TurnContext, at: OfCycleField) -> Answer:
    """Go to one long field of a cycle."""
    return s.go(COPY_ONE_OF_CYCLE(at.step, at.begun, at.name, at.nth, at.page))


def open_one_of_quarter(s: TurnContext, at: OfQuarterField) -> Answer:
    """Go to one long field of a quarter."""
    return s.go(COPY_ONE_OF_QUARTER(at.quarter, at.name, at.nth, at.page))


SHOWS: tuple[ShownPlace, ...] = (
    shown(COPY_CYCLE, show_cycle, otherwise=gone),
    shown(COPY_QUARTER, show_quarter, otherwise=gone),
    shown(COPY_ONE_OF_CYCLE, show_one_of_cycle, otherwise=gone),
    shown(COPY_ONE_OF_QUARTER, show_one_of_quarter, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(COPY_CYCLE, open_cycle),
    done(COPY_QUARTER, open_quarter),
    done(COPY_ONE_OF_CYCLE, open_one_of_cycle),
    done(COPY_ONE_OF_QUARTER, open_one_of_quarter),
)
