"""The pages of "Ringkasan Portofolio": what a teacher tried, step by step, and meant, quarter by quarter.

Only what she has said herself, levels in the words she chose by; evidence is named, never enclosed. It
claims to be nothing official (``portfolio.notice`` in the texts). Pure.
"""

from collections.abc import Iterator
from datetime import datetime

from bot.chat.files.document import (
    PAGE,
    PAGES,
    Document,
    PageBlock,
    PageFact,
    PageHeading,
    Paragraph,
)
from bot.chat.files.fields import Teller, cycle_fields, cycles
from bot.chat.files.quarter_fields import level_said, meant_fields, quarters
from bot.chat.screens.evaluation.quarter_words import quarter_name
from bot.domain.calendar.quarter import Quarter
from bot.domain.coaching.cycle import Cycle
from bot.domain.evaluation.evaluation import finished
from bot.domain.programme.programme import Step


def portfolio(tell: Teller, now: datetime, school: str = "") -> Document:
    """Return the pages as they are now; ``school`` is the name of hers."""
    texts = tell.world.texts
    when = texts.moment(now, tell.person.zone)
    title = texts.pick("portfolio", "title")
    steps = [block for step in tell.programme for block in _step(tell, step)]
    plans = [block for quarter in quarters(tell) for block in _quarter(tell, quarter)]
    if plans:
        plans.insert(0, PageHeading(texts.pick("portfolio", "quarters")))
    empty = [] if steps or plans else [Paragraph(texts.pick("portfolio", "empty"))]
    return Document(
        title=title,
        blocks=(*_about(tell, when, school), *steps, *plans, *empty),
        notice=texts.pick("portfolio", "notice"),
        foot=texts.pick("portfolio", "foot", when=when, page=PAGE, pages=PAGES),
    )


def is_empty(tell: Teller) -> bool:
    """Say whether there is nothing yet that a portfolio could tell."""
    return not quarters(tell) and not cycles(tell.person.coaching)


def _about(tell: Teller, when: str, school: str) -> Iterator[PageBlock]:
    person, texts = tell.person, tell.world.texts
    told = {
        "nama": person.shown_name or person.nickname,
        "jenjang": texts.pick("level", person.level) if person.level else None,
        "mapel": person.subject,
        "sekolah": school,
        "dibuat": when,
    }
    yield from (PageFact(texts.pick("about-me", name), one) for name, one in told.items() if one)


def _step(tell: Teller, step: Step) -> Iterator[PageBlock]:
    """Yield what she did in a step and which level she chose in it; nothing where neither is."""
    known = [one for one in cycles(tell.person.coaching) if one.step == step.slug]
    levels = tuple(_levels(tell, step))
    if not known and not levels:
        return
    texts = tell.world.texts
    yield PageHeading(texts.pick("fields", "step", number=step.number, label=step.label))
    for nth, cycle in enumerate(known, start=1):
        if len(known) > 1:
            yield PageHeading(texts.pick("portfolio", "cycle", nth=nth), 2)
        yield from _cycle(tell, cycle)
    if levels:
        yield PageFact(texts.pick("portfolio", "levels"), "\n".join(levels))


def _cycle(tell: Teller, cycle: Cycle) -> Iterator[PageBlock]:
    texts = tell.world.texts
    for field in cycle_fields(tell, cycle):
        yield PageFact(tell.label(field), field.words)
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


def _quarter(tell: Teller, quarter: str) -> Iterator[PageBlock]:
    fields = tuple(meant_fields(tell, quarter))
    if fields:
        yield PageHeading(quarter_name(tell.world.texts, Quarter.parse(quarter)), 2)
    yield from (PageFact(tell.label(one), one.words) for one in fields)
