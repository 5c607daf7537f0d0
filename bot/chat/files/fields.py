"""What Ruang GTK asks a teacher for, drawn from what she wrote in one cycle: named, in plain words.

Only what she has said stands here: nothing is judged, and no field is made up. What a quarter has to
tell is in ``quarter_fields``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.chat.world import World
from bot.domain.broadcast.placeholder import plain
from bot.domain.calendar.quarter import local
from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Evidence, Said
from bot.domain.coaching.promise import Promise
from bot.domain.person.person import Person
from bot.domain.programme.guide import NO_GUIDE, Aid, Guide
from bot.domain.programme.programme import Programme, Step, StepSlug, Task

NAMES = (
    *("kode", "target", "rencana", "jadwal", "dukungan", "perubahan", "upaya", "kalimat", "dampak"),
    *("refleksi-1", "refleksi-2", "refleksi", "bukti", "tingkat"),
    *("niat", "hasil", "murid", "tantangan", "kekuatan", "tujuan", "tindak-lanjut", "sumber", "4p"),
    "hasil-rencana",
)
"""The names of all fields."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name (``field-<name>`` in the texts), its words, and of which try it tells.

    ``spoken`` says what of it lies in voice notes: told, and never offered to be copied.
    """

    name: str
    words: str
    nth: int = 1
    spoken: str = ""

    @property
    def told(self) -> str:
        """All that is to be read of it."""
        return "\n".join(filter(None, (self.words, self.spoken)))


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells in the words for one person, by her own clock."""

    world: World
    person: Person

    @property
    def programme(self) -> Programme:
        """The programme in the words for her."""
        return self.world.programme_for(self.person)

    def label(self, field: Field) -> str:
        """Return how a field is called."""
        texts = self.world.texts
        name = texts.pick("field", field.name)
        return name if field.nth == 1 else texts.pick("fields", "nth", name=name, nth=field.nth)

    def day(self, moment: datetime) -> date:
        """Return the day a moment falls on for her."""
        return local(moment, self.person.zone).date()

    def long(self, day: date) -> str:
        """Return "Senin, 7 Desember 2026"."""
        return self.world.texts.long_day(day)

    def step(self, slug: StepSlug) -> Step | None:
        """Return a step; None for one that is no more."""
        return self.programme.step(slug)

    def step_name(self, slug: StepSlug) -> str:
        """Return "Langkah 5 · Melaksanakan pembelajaran"; the slug of one that is no more."""
        step = self.step(slug)
        if step is None:
            return slug
        return self.world.texts.pick("fields", "step", number=step.number, label=step.label)

    def task(self, slug: StepSlug, attempt: Attempt) -> Task | None:
        """Return the task of a try; None for one of her own."""
        step = self.step(slug)
        tasks = step.tasks if step else ()
        return next((one for one in tasks if one.slug == attempt.choice.task), None)

    def guide(self, slug: StepSlug, attempt: Attempt) -> Guide:
        """Return what accompanies the task of a try."""
        task = self.task(slug, attempt)
        return task.guide if task else NO_GUIDE

    def task_name(self, slug: StepSlug, attempt: Attempt) -> str:
        """Return how the task of a try is called: its title, or her own line."""
        task, choice = self.task(slug, attempt), attempt.choice
        if task is None:
            own = choice.own or choice.task
            return own or (self.world.texts.pick("fields", "own") if choice.voice else "")
        if not choice.small:
            return task.title
        return self.world.texts.pick("coach", "small-name", name=task.title)

    def proof(self, one: Evidence) -> str:
        """Return a piece of evidence by its day and kind, with its words; its file is not told."""
        day = self.world.texts.plain_day(self.day(one.at))
        kind = self.world.texts.pick("proof", one.kind, count=max(1, len(one.files)))
        said = self.world.texts.pick("fields", "proof", day=day, kind=kind)
        return f"{said}: {one.words}" if one.words else said


def codes(tell: Teller, slug: StepSlug) -> str:
    """Return the codes of the models of competence a step is near to; "" where it names none."""
    step, texts = tell.step(slug), tell.world.texts
    if step is None:
        return ""
    known = [("mkg", step.mkg), ("pkg", step.pkg)]
    return "; ".join(texts.pick("code", name, code=code) for name, code in known if code)


def cycles(coaching: Coaching) -> tuple[Cycle, ...]:
    """Return all cycles that hold something of hers, in order of their beginning."""
    known = (*coaching.history, *coaching.put_off, coaching.active)
    held = [one for one in known if one and (one.habit or _tries(one))]
    return tuple(sorted(held, key=lambda one: one.begun_at))


def cycle_begun(coaching: Coaching, step: StepSlug, begun: datetime) -> Cycle | None:
    """Return the cycle of a step that was begun at a moment, to the second."""
    second = int(begun.timestamp())
    return next(
        (
            one
            for one in cycles(coaching)
            if one.step == step and int(one.begun_at.timestamp()) == second
        ),
        None,
    )


def cycle_fields(tell: Teller, cycle: Cycle) -> tuple[Field, ...]:
    """Return the fields a cycle fills, in the order in which they are asked for."""
    tries = _tries(cycle)
    found = [Field("target", _target(tell, cycle, tries))]
    for nth, attempt in enumerate(tries, start=1):
        found += _of_try(tell, cycle, attempt, nth)
    proofs = [tell.proof(one) for attempt in tries for one in attempt.evidence]
    found.append(Field("bukti", "\n".join(proofs)))
    found.append(Field("kode", codes(tell, cycle.step)))
    return tuple(one for one in found if one.told)


def _tries(cycle: Cycle) -> tuple[Attempt, ...]:
    return tuple(one for one in cycle.attempts if one.says_something)


def _target(tell: Teller, cycle: Cycle, tries: tuple[Attempt, ...]) -> str:
    step = tell.step_name(cycle.step)
    names = dict.fromkeys(tell.task_name(cycle.step, one) for one in tries)
    if not names:
        return tell.world.texts.pick("fields", "habit", step=step) if cycle.habit else ""
    return f"{step}: {'; '.join(names)}"


def _of_try(tell: Teller, cycle: Cycle, attempt: Attempt, nth: int) -> Iterator[Field]:
    promise, texts = attempt.promise, tell.world.texts
    if promise:
        yield said_field(tell, "rencana", Said(words=promise.words or "", voice=promise.voice), nth)
        if promise.day != attempt.tried_on:
            yield Field("jadwal", _when(tell, promise.day, promise), nth)
        aids = [texts.pick("coach-aid", aid) for aid in Aid if aid in promise.aids]
        aids += [promise.brings] if promise.brings else []
        yield Field("dukungan", texts.listed(aids), nth)
    yield Field("perubahan", plain(attempt.twist), nth)
    if attempt.tried_on:
        when = _when(tell, attempt.tried_on, promise)
        name = tell.task_name(cycle.step, attempt)
        yield Field("upaya", texts.pick("fields", "tried", task=name, when=when), nth)
    if attempt.rehearsal:
        yield said_field(tell, "kalimat", attempt.rehearsal, nth)
    voice = attempt.showed.voice if attempt.showed else ""
    yield said_field(tell, "dampak", Said(words=showed(tell, cycle, attempt), voice=voice), nth)
    for at, said in enumerate(attempt.reflections, start=1):
        yield said_field(tell, f"refleksi-{at}", said, nth)


def said_field(tell: Teller, name: str, said: Said, nth: int = 1) -> Field:
    """Return the field of an answer; a voice note is told of and cannot be copied."""
    is_spoken = said.voice and not said.words
    spoken = tell.world.texts.pick("fields", "spoken") if is_spoken else ""
    return Field(name, said.words, nth, spoken)


def _when(tell: Teller, day: date, promise: Promise | None) -> str:
    group, is_spoken = (promise.group or "", promise.group_voice) if promise else ("", "")
    where = "kelas" if group else ("suara" if is_spoken else "tanpa")
    return tell.world.texts.pick("fields", "when", day=tell.long(day), where=where, group=group)


def showed(tell: Teller, cycle: Cycle, attempt: Attempt) -> str:
    """Return what pupils showed in a try, with the question where it is but a number."""
    words = attempt.showed.words if attempt.showed else ""
    sign = tell.guide(cycle.step, attempt).sign
    return f"{plain(sign.question)} {words}" if sign and words.strip().isdecimal() else words
