"""One page each: a card of what is done, her own statement of it, and one good practice to tell at KKG/MGMP.

Only what she has said herself; each bears the disclaimer and claims nothing official: no marks, no
credit, no number, no emblem, no signature of an office (konten-guru §6). Pure.
"""

from collections.abc import Iterator
from datetime import datetime

from bot.chat.files.document import PAGE, PAGES, Document, PageBlock, PageFact, Paragraph
from bot.chat.files.fields import Field, Teller, cycle_begun, cycle_fields
from bot.chat.files.portfolio import about, cut, portfolios
from bot.chat.files.quarter_fields import level_said
from bot.chat.files.sending import Paper, SendPortfolio
from bot.chat.screens.evaluation.quarter_words import quarter_name
from bot.domain.calendar.quarter import Quarter, local
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.progress import Status, done_count
from bot.domain.evaluation.evaluation import finished

NAMED_MOST, FIELD_MOST = 80, 170
"""Letters of a name and of a field: so that the widest fit one page."""

QUARTERS_MOST = 4
"""So many evaluations are named: a year's."""

OTHER_SCRIPT = 3
"""A letter of another script stands for so many: its line is a picture, twice as high."""


def papers(
    tell: Teller, wish: SendPortfolio, now: datetime, school: str = ""
) -> tuple[Document, ...]:
    """Return what was wished for, in ever less detail; nothing where the cycle is gone."""
    match wish.paper:
        case Paper.PORTFOLIO:
            return portfolios(tell, now, school)
        case Paper.CARD:
            return (card(tell, now, school),)
        case Paper.STATEMENT:
            return (statement(tell, now, school),)
        case Paper.PRACTICE:
            known = tell.person.coaching
            cycle = cycle_begun(known, wish.step, wish.begun) if wish.step and wish.begun else None
            return (practice(tell, cycle, now, school),) if cycle else ()


def card(tell: Teller, now: datetime, school: str = "") -> Document:
    """Return "Kartu Capaian": every step with what she says of it, and when."""
    texts, progress = tell.world.texts, tell.person.progress
    count = done_count(progress, tell.programme)
    rows = [
        PageFact(
            texts.pick("fields", "step", number=step.number, label=step.label),
            _standing(tell, step.slug),
        )
        for step in tell.programme
    ]
    said = texts.pick("card-all", "said", count=count, total=len(tell.programme))
    return _page(tell, now, school, Paper.CARD, (Paragraph(said), *rows, *_evaluated(tell)))


def statement(tell: Teller, now: datetime, school: str = "") -> Document:
    """Return "Keterangan Penyelesaian Mandiri": the steps she says she has finished, with their days."""
    texts, progress = tell.world.texts, tell.person.progress
    done = [one for one in tell.programme if _is_done(tell, one.slug)]
    rows = [
        PageFact(
            texts.pick("fields", "step", number=step.number, label=step.label),
            tell.long(tell.day(at)) if (at := progress[step.slug].done_at) else "",
        )
        for step in done
    ]
    count, total = len(done), len(tell.programme)
    said = texts.pick("statement", "said", count=count, total=total)
    return _page(tell, now, school, Paper.STATEMENT, (Paragraph(said), *rows))


def practice(tell: Teller, cycle: Cycle, now: datetime, school: str = "") -> Document:
    """Return one practice on one page: masalah, tindakan, hasil, pelajaran; what she has not said is open."""
    texts = tell.world.texts
    fields = cycle_fields(tell, cycle)
    parts = {
        "masalah": _problem(tell, cycle),
        "tindakan": _of(fields, "upaya", "rencana", "kalimat", "perubahan", "dukungan"),
        "hasil": _of(fields, "dampak"),
        "pelajaran": _of(fields, "refleksi-1", "refleksi-2"),
        "bukti": _of(fields, "bukti"),
        "kode": _of(fields, "kode"),
    }
    blocks: list[PageBlock] = [
        PageFact(texts.pick("practice", "name"), _short(_of(fields, "target")))
    ]
    for name, words in parts.items():
        told = _short(words) or (
            "" if name in {"bukti", "kode"} else texts.pick("practice", "open")
        )
        if told:
            blocks.append(PageFact(texts.pick("practice", name), told))
    return _page(tell, now, school, Paper.PRACTICE, tuple(blocks))


def _page(
    tell: Teller, now: datetime, school: str, kind: Paper, blocks: tuple[PageBlock, ...]
) -> Document:
    texts = tell.world.texts
    when = texts.moment(now, tell.person.zone)
    title = texts.pick("page-title", kind)
    who = tuple(
        PageFact(one.name, _short(one.words, NAMED_MOST))
        for one in about(tell, when, school)
        if isinstance(one, PageFact)
    )
    return Document(
        title=title,
        blocks=(*who, *blocks),
        notice=texts.pick("portfolio", "notice"),
        foot=texts.pick("page", "foot", title=title, when=when, page=PAGE, pages=PAGES),
    )


def _is_done(tell: Teller, slug: str) -> bool:
    known = {str(step): entry for step, entry in tell.person.progress.items()}
    return slug in known and known[slug].status is Status.DONE


def _standing(tell: Teller, slug: str) -> str:
    """Return what she says of a step, and since when."""
    known = {str(step): entry for step, entry in tell.person.progress.items()}
    entry = known.get(slug)
    status = entry.status if entry else Status.UNTOUCHED
    at = entry and (entry.done_at or entry.started_at)
    day = tell.world.texts.plain_day(tell.day(at)) if at else ""
    return tell.world.texts.pick("card", status, day=day, dated="ya" if day else "tidak")


def _evaluated(tell: Teller) -> Iterator[PageBlock]:
    """Yield the quarters in which she looked back, the last ones."""
    texts = tell.world.texts
    names = [
        quarter_name(texts, Quarter.parse(one.quarter))
        for one in finished(tell.person.evaluations)[-QUARTERS_MOST:]
    ]
    if names:
        yield PageFact(texts.pick("card", "evaluated"), texts.listed(names))


def _problem(tell: Teller, cycle: Cycle) -> str:
    """Return where she stood before: the level she chose in the evaluation before the cycle."""
    begun = local(cycle.begun_at, tell.person.zone)
    before = [
        one.known.get(cycle.step)
        for one in finished(tell.person.evaluations)
        if one.finished_at and local(one.finished_at, tell.person.zone) <= begun
    ]
    return level_said(tell, cycle.step, before[-1]) if before else ""


def _of(fields: tuple[Field, ...], *names: str) -> str:
    """Return fields of these names, a line each, each kept short."""
    found = [one for name in names for one in fields if one.name == name]
    return "\n".join(_short(" ".join(one.told.split()), FIELD_MOST) for one in found[:4])


def _short(words: str, most: int = 3 * FIELD_MOST) -> str:
    """Return words cut so that the widest letters fit."""
    room, at = most, 0
    for at, letter in enumerate(words, start=1):
        room -= 1 if ord(letter) <= 0x24F else OTHER_SCRIPT  # noqa: PLR2004 -- Latin ends there
        if room < 0:
            return cut(words, max(1, at - 1))
    return words
