"""What Ruang GTK asks a teacher for, drawn from one quarter: her evaluation, her plan, what she tried.

Only what she has said stands here; levels are her own choice, in words, never a number that counts.
"""

from collections.abc import Iterator
from datetime import date

from bot.chat.files.fields import Field, Teller, cycles, showed
from bot.domain.broadcast.placeholder import plain
from bot.domain.calendar.quarter import Quarter
from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.coaching import JournalEntry
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Said
from bot.domain.coaching.journal import JournalPart, said_in
from bot.domain.evaluation.development_plan import DevelopmentPlan, PlanLine, plan_of
from bot.domain.evaluation.evaluation import (
    Evaluation,
    IntentionOutcome,
    finished,
    of_quarter,
)
from bot.domain.programme.programme import StepSlug

JOURNALS_APART = 8
"""So many entries of her journal in one quarter each have a field of their own."""


def quarters(tell: Teller) -> tuple[str, ...]:
    """Return the quarters of which there is something to tell, newest first."""
    person = tell.person
    days = [one.tried_on for cycle in cycles(person.coaching) for one in cycle.tried]
    days += [tell.day(entry.at) for entry in person.coaching.journal]
    known = {str(Quarter.of(day)) for day in days if day}
    known |= {one.quarter for one in finished(person.evaluations)}
    known |= {one.quarter for one in person.plans if any(one.lines.values())}
    return tuple(sorted(known, key=Quarter.parse, reverse=True))


def quarter_fields(tell: Teller, quarter: str) -> tuple[Field, ...]:
    """Return the fields a quarter fills, in the order in which they are asked for."""
    meant = tuple(meant_fields(tell, quarter))
    return (*meant, *(one for one in _work(tell, quarter) if one.told))


def meant_fields(tell: Teller, quarter: str) -> Iterator[Field]:
    """Yield what she meant to do: intention, plan, focus and strength, and her journal."""
    person = tell.person
    fields = [
        *_evaluated(tell, of_quarter(finished(person.evaluations), quarter)),
        *_planned(tell, plan_of(person.plans, quarter)),
        *_journal(tell, quarter),
    ]
    yield from (one for one in fields if one.told)


def level_said(tell: Teller, slug: StepSlug, level: int | None) -> str:
    """Return the level she chose in her own words: the rubric's statement, without a number."""
    step = tell.step(slug)
    if step is None or level is None or not 1 <= level <= len(step.rubric):
        return ""
    return plain(step.rubric[level - 1].statement)


def _evaluated(tell: Teller, evaluation: Evaluation | None) -> Iterator[Field]:
    if evaluation is None:
        return
    yield Field("niat", evaluation.intention or "")
    if evaluation.became and evaluation.became is not IntentionOutcome.PASSED:
        became = tell.world.texts.pick("fields", "became", became=evaluation.became)
        yield Field("hasil", ". ".join(filter(None, (became, evaluation.became_words))))
    yield Field("murid", evaluation.pupils)
    said = [
        f"{tell.step_name(slug)}: {level_said(tell, slug, evaluation.known.get(slug))}"
        for slug in evaluation.focus
    ]
    yield Field("tantangan", "\n".join(one.removesuffix(": ") for one in said))
    if evaluation.strength:
        yield Field("kekuatan", tell.step_name(evaluation.strength))


def _planned(tell: Teller, plan: DevelopmentPlan | None) -> Iterator[Field]:
    if plan and plan.says_something:
        yield Field("tujuan", plan.lines.get(PlanLine.GOAL, ""))
        yield Field("tindak-lanjut", plan.lines.get(PlanLine.APPLICATION, ""))
        yield Field("sumber", plan.lines.get(PlanLine.SOURCE, ""))
        yield Field("jadwal", tell.world.texts.listed(map(tell.long, plan.days)))
        if plan.went:
            went = tell.world.texts.pick("fields", "became", became=plan.went)
            yield Field("hasil-rencana", ". ".join(filter(None, (went, plan.went_words))))


def _journal(tell: Teller, quarter: str) -> Iterator[Field]:
    """Yield the entries of her journal; where there are many, all of them in one field."""
    entries = [one for one in tell.person.coaching.journal if _is_in(tell.day(one.at), quarter)]
    fields = [_entry(tell, entry, nth) for nth, entry in enumerate(entries, start=1)]
    if len(fields) > JOURNALS_APART:
        words = "\n\n".join(one.words for one in fields if one.words)
        fields = [Field("4p", words, 1, "\n".join(one.spoken for one in fields if one.spoken))]
    yield from fields


def _entry(tell: Teller, entry: JournalEntry, nth: int) -> Field:
    """Return an entry, its parts under their names; what was spoken is told apart."""
    texts = tell.world.texts
    day = tell.long(tell.day(entry.at))
    written, spoken = [], []
    for part in JournalPart:
        said = said_in(entry, part)
        name = texts.pick("journal-name", part)
        if said.words:
            written.append(f"{name}: {said.words}")
        elif said.voice:
            spoken.append(f"{name}: {texts.pick('fields', 'spoken')}")
    words = "\n".join((day, *written)) if written else ""
    return Field("4p", words, nth, "\n".join(spoken if written else (day, *spoken)))


def _work(tell: Teller, quarter: str) -> Iterator[Field]:
    """Yield what she did in the quarter, what pupils showed, what she thought, what she kept."""
    tries = [
        (cycle, one, one.tried_on)
        for cycle in cycles(tell.person.coaching)
        for one in cycle.tried
        if one.tried_on and _is_in(one.tried_on, quarter)
    ]
    tries.sort(key=lambda one: one[2])
    yield Field("upaya", "\n".join(_dated(tell, day, _named(tell, c, a)) for c, a, day in tries))
    signs = [(day, _sign(tell, cycle, one)) for cycle, one, day in tries]
    yield _joined(tell, "dampak", signs)
    said = [(day, words) for _, one, day in tries for words in one.reflections]
    yield _joined(tell, "refleksi", said)
    proofs = [
        piece
        for cycle in cycles(tell.person.coaching)
        for one in cycle.attempts
        for piece in one.evidence
        if _is_in(tell.day(piece.at), quarter)
    ]
    yield Field("bukti", "\n".join(map(tell.proof, sorted(proofs, key=lambda one: one.at))))


def _sign(tell: Teller, cycle: Cycle, attempt: Attempt) -> Said:
    voice = attempt.showed.voice if attempt.showed else ""
    return Said(words=showed(tell, cycle, attempt), voice=voice)


def _joined(tell: Teller, name: str, said: list[tuple[date, Said]]) -> Field:
    """Return answers of several days as one field."""
    spoken = tell.world.texts.pick("fields", "spoken")
    written = [_dated(tell, day, one.words) for day, one in said if one.words]
    voices = [_dated(tell, day, spoken) for day, one in said if one.voice and not one.words]
    return Field(name, "\n".join(written), 1, "\n".join(voices))


def _named(tell: Teller, cycle: Cycle, attempt: Attempt) -> str:
    return f"{tell.task_name(cycle.step, attempt)} ({tell.step_name(cycle.step)})"


def _dated(tell: Teller, day: date, words: str) -> str:
    return f"{tell.world.texts.plain_day(day)}: {words}"


def _is_in(day: date, quarter: str) -> bool:
    return str(Quarter.of(day)) == quarter
