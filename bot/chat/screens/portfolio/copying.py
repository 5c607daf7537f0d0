"""Salin: the fields of one cycle or one quarter, each with a button that copies it.

A field too long for a button stands as a quote, to hold and copy. Must not change anything.
"""

from collections.abc import Callable, Iterator

from bot.chat.button import Copy, fits_copy
from bot.chat.family import Done, ShownPlace
from bot.chat.files.fields import Field, Teller, cycle_begun, cycle_fields
from bot.chat.files.quarter_fields import quarter_fields, quarters
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.evaluation.quarter_words import quarter_name
from bot.chat.screens.portfolio.routes import (
    COPY_CYCLE,
    COPY_HOME,
    COPY_QUARTER,
    OfCycle,
    QuarterPage,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.calendar.quarter import Quarter
from bot.domain.person.person import Place

LONGEST = 1_500
"""A field of more characters is cut into several, at the ends of its lines where it has any."""

WRITTEN_MOST, FIELDS_MOST = 2_800, 10
"""So many characters and fields stand in one message: below Telegram's 4096 with all labels."""

TurnPage = Callable[[int], Place]


def gone(s: TurnContext) -> Screen:
    """Say that there is nothing (any more) to copy here."""
    home = s.button("copying", "home", COPY_HOME())
    return Screen(s.say("copying-gone"), rows(home, s.menu_button()))


def show_cycle(s: TurnContext, at: OfCycle) -> Screen:
    """Draw the fields of a cycle."""
    tell = Teller(s.world, s.person)
    cycle = cycle_begun(s.person.coaching, at.step, at.begun)
    if cycle is None:
        return gone(s)
    fields = cycle_fields(tell, cycle)

    def turn(page: int) -> Place:
        return COPY_CYCLE(at.step, at.begun, page)

    return _fields(s, tell.step_name(at.step), fields, at.page or 0, turn)


def show_quarter(s: TurnContext, at: QuarterPage) -> Screen:
    """Draw the fields of a quarter."""
    tell = Teller(s.world, s.person)
    if at.quarter not in quarters(tell):
        return gone(s)
    name = quarter_name(s.world.texts, Quarter.parse(at.quarter))

    def turn(page: int) -> Place:
        return COPY_QUARTER(at.quarter, page)

    return _fields(s, name, quarter_fields(tell, at.quarter), at.page or 0, turn)


def _fields(
    s: TurnContext, what: str, fields: tuple[Field, ...], page: int, turn: TurnPage
) -> Screen:
    pages = tuple(_pages(fields))
    if not pages:
        return gone(s)
    page = min(page, len(pages) - 1)
    tell = Teller(s.world, s.person)
    parts = [s.say("copying", what=what)]
    buttons = []
    for field in pages[page]:
        label = tell.label(field)
        if fits_copy(field.words):
            parts.append(s.say("copying-short", name=label, words=field.words))
            buttons.append(Copy(s.world.texts.label("copying", "copy", name=label), field.words))
        else:
            parts.append(s.say("copying-long", name=label, words=field.words))
    if page == len(pages) - 1:
        parts.append(s.say("copying-own"))
    back = s.button("copying", "before", turn(page - 1)) if page else None
    onward = s.button("copying", "after", turn(page + 1)) if page < len(pages) - 1 else None
    return Screen(
        "\n\n".join(parts),
        rows(
            *buttons,
            tuple(one for one in (back, onward) if one),
            s.button("copying", "home", COPY_HOME()),
            s.menu_button(),
        ),
    )


def _pages(fields: tuple[Field, ...]) -> Iterator[tuple[Field, ...]]:
    """Yield the fields in messages."""
    page: list[Field] = []
    for field in (part for one in fields for part in _cut(one)):
        written = sum(len(one.words) for one in page) + len(field.words)
        if page and (written > WRITTEN_MOST or len(page) == FIELDS_MOST):
            yield tuple(page)
            page = []
        page.append(field)
    if page:
        yield tuple(page)


def _cut(field: Field) -> Iterator[Field]:
    """Yield a field in pieces that fit, at the ends of lines, else of words."""
    left = field.words
    while len(left) > LONGEST:
        ends = (left.rfind(sign, 1, LONGEST) for sign in "\n ")
        at = next((end for end in ends if end > 0), LONGEST)
        yield Field(field.name, left[:at].strip(), field.nth)
        left = left[at:].strip()
    yield Field(field.name, left, field.nth)


def open_cycle(s: TurnContext, at: OfCycle) -> Answer:
    """Go to the fields of a cycle."""
    return s.go(COPY_CYCLE(at.step, at.begun, at.page))


def open_quarter(s: TurnContext, at: QuarterPage) -> Answer:
    """Go to the fields of a quarter."""
    return s.go(COPY_QUARTER(at.quarter, at.page))


SHOWS: tuple[ShownPlace, ...] = (
    shown(COPY_CYCLE, show_cycle, otherwise=gone),
    shown(COPY_QUARTER, show_quarter, otherwise=gone),
)
VERBS: tuple[Done, ...] = (
    done(COPY_CYCLE, open_cycle),
    done(COPY_QUARTER, open_quarter),
)
