"""The pages of "Ringkasan Portofolio": what a teacher tried, step by step, and meant, quarter by quarter.

Only what she has said herself, levels in the words she chose by; evidence is named, never enclosed. It
claims to be nothing official (``portfolio.notice`` in the texts). Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.chat.files.document import (
    PAGE,
    PAGES,
    Document,
    PageBlock,
    PageFact,
    PageHeading,
    Paragraph,
    is_latin,
    kilobytes,
)
from bot.chat.files.fields import Teller, codes, cycle_fields, cycles
from bot.chat.files.quarter_fields import level_said, meant_fields, quarters
from bot.chat.screens.evaluation.quarter_words import quarter_name
from bot.domain.calendar.quarter import Quarter
from bot.domain.coaching.cycle import Cycle
from bot.domain.evaluation.evaluation import finished
from bot.domain.programme.programme import Step

LIMIT = 200_000
"""So many bytes a portfolio has at most, whatever was done (issue 12)."""

HOPELESS_KB = 380
"""By its bound such a file is too large in truth, too: the bound is at most 1.9 times what it becomes."""

LINES_MOST = 10
"""So many earlier cycles of a step have a line of their own."""


@dataclass(frozen=True, slots=True)
class Detail:
    """How much is told: so many newest cycles of a step and quarters in full, so many letters a field."""

    cycles: int | None = None
    quarters: int | None = None
    letters: int | None = None


DETAILS = (
    Detail(),
    Detail(cycles=3, quarters=12),
    Detail(cycles=2, quarters=8),
    Detail(cycles=1, quarters=4),
    Detail(cycles=1, quarters=4, letters=250),
    Detail(cycles=1, quarters=2, letters=80),
    Detail(cycles=0, quarters=1, letters=30),
)
"""From all there is to what always fits."""


def portfolios(tell: Teller, now: datetime, school: str = "") -> tuple[Document, ...]:
    """Return the pages in ever less detail: the first whose file is small enough is hers.

    Letters of other scripts are drawn one by one, which takes seconds: such pages are tried only where
    they are sure to fit. The last surely fits.
    """
    made: list[Document] = []
    for detail in DETAILS:
        one = portfolio(tell, now, school, detail)
        size = kilobytes(one)
        if size * 1_000 <= LIMIT:
            return (*made, one)
        if (size <= HOPELESS_KB and is_latin(one)) or detail is DETAILS[-1]:
            made.append(one)
    return tuple(made)


def most_kilobytes(tell: Teller, now: datetime) -> int:
    """Return how large the file becomes at most."""
    return min(kilobytes(portfolio(tell, now)), LIMIT // 1_000)


def portfolio(
    tell: Teller, now: datetime, school: str = "", detail: Detail = DETAILS[0]
) -> Document:
    """Return the pages as they are now; ``school`` is the name of hers."""
    texts = tell.world.texts
    when = texts.moment(now, tell.person.zone)
    title = texts.pick("portfolio", "title")
    steps = [block for step in tell.programme for block in _step(tell, step, detail)]
    known = quarters(tell)[: detail.quarters]
    plans = [block for quarter in known for block in _quarter(tell, quarter, detail)]
    if plans:
        plans.insert(0, PageHeading(texts.pick("portfolio", "quarters")))
    empty = [] if steps or plans else [Paragraph(texts.pick("portfolio", "empty"))]
    less = [] if detail == DETAILS[0] else [Paragraph(texts.pick("portfolio", "shortened"))]
    return Document(
        title=title,
        blocks=(*about(tell, when, school), *less, *steps, *plans, *empty),
        notice=texts.pick("portfolio", "notice"),
        foot=texts.pick("portfolio", "foot", when=when, page=PAGE, pages=PAGES),
    )


def is_empty(tell: Teller) -> bool:
    """Say whether there is nothing yet that a portfolio could tell."""
    return not quarters(tell) and not cycles(tell.person.coaching)


def about(tell: Teller, when: str, school: str) -> Iterator[PageBlock]:
    """Yield who she is, as far as she has said so, and when this was made."""
    person, texts = tell.person, tell.world.texts
    told = {
        "nama": person.shown_name or person.nickname,
        "jenjang": texts.pick("level", person.level) if person.level else None,
        "mapel": person.subject,
        "sekolah": school,
        "dibuat": when,
    }
    yield from (PageFact(texts.pick("about-me", name), one) for name, one in told.items() if one)


def _step(tell: Teller, step: Step, detail: Detail) -> Iterator[PageBlock]:
    """Yield what she did in a step and which level she chose in it; nothing where neither is."""
    known = [one for one in cycles(tell.person.coaching) if one.step == step.slug]
    levels = tuple(_levels(tell, step))[-(detail.quarters or 0) :]
    if not known and not levels:
        return
    texts = tell.world.texts
    yield PageHeading(texts.pick("fields", "step", number=step.number, label=step.label))
    if near := codes(tell, step.slug):
        yield PageFact(texts.pick("field", "kode"), near)
    count = len(known) if detail.cycles is None else min(detail.cycles, len(known))
    before = known[: len(known) - count]
    if before:
        yield PageFact(texts.pick("portfolio", "before"), "\n".join(_lines(tell, before, detail)))
    for nth, cycle in enumerate(known[len(before) :], start=len(before) + 1):
        if len(known) > 1:
            yield PageHeading(texts.pick("portfolio", "cycle", nth=nth), 2)
        yield from _cycle(tell, cycle, detail)
    if levels:
        yield PageFact(texts.pick("portfolio", "levels"), "\n".join(levels))


def _lines(tell: Teller, before: list[Cycle], detail: Detail) -> Iterator[str]:
    """Yield earlier cycles in a line each: the day and the tasks; the oldest are counted only."""
    texts, left = tell.world.texts, len(before) - LINES_MOST
    if left > 0:
        yield texts.pick("portfolio", "older", count=left)
    for cycle in before[-LINES_MOST:]:
        days = [one.tried_on for one in cycle.tried if one.tried_on]
        day = days[-1] if days else tell.day(cycle.closed_at or cycle.begun_at)
        names = dict.fromkeys(tell.task_name(cycle.step, one) for one in cycle.attempts)
        told = "; ".join(cut(name, detail.letters) for name in list(names)[:2] if name)
        yield texts.pick("portfolio", "line", day=texts.plain_day(day), tasks=told)


def cut(words: str, most: int | None) -> str:
    """Return words cut to so many letters; None is as many as there are."""
    return words if most is None or len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _cycle(tell: Teller, cycle: Cycle, detail: Detail) -> Iterator[PageBlock]:
    texts = tell.world.texts
    for field in cycle_fields(tell, cycle):
        if field.name == "kode":
            continue
        is_proof = field.name == "bukti"
        name = texts.pick("portfolio", "evidence") if is_proof else tell.label(field)
        yield PageFact(name, cut(field.told, detail.letters))
    if level := level_said(tell, cycle.step, cycle.level):
        yield PageFact(texts.pick("field", "tingkat"), level)
    if cycle.closed_at is None:
        yield Paragraph(texts.pick("portfolio", "open"))


def _levels(tell: Teller, step: Step) -> Iterator[str]:
    """Yield a line for each quarter in which she judged the step, oldest first."""
    texts = tell.world.texts
    for one in finished(tell.person.evaluations):
        if said := level_said(tell, step.slug, one.levels.get(step.slug)):
            yield f"{quarter_name(texts, Quarter.parse(one.quarter))}: {said}"


def _quarter(tell: Teller, quarter: str, detail: Detail) -> Iterator[PageBlock]:
    fields = tuple(meant_fields(tell, quarter))
    if fields:
        yield PageHeading(quarter_name(tell.world.texts, Quarter.parse(quarter)), 2)
    yield from (PageFact(tell.label(one), cut(one.told, detail.letters)) for one in fields)
