"""The school the demo begins with: twelve pretend teachers, each somewhere else on the way.

Stored as real people are, and dated from the present moment. No pupil is in it, and nobody real.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.chat.way_on import what_to_propose
from bot.chat.world import World
from bot.demo.cycles import with_cycles
from bot.domain.coaching.progress import Status, StepProgress
from bot.domain.evaluation.evaluation import LEVELS, Evaluation
from bot.domain.person.person import CONSENT_VERSION, Address, Bookmark, Consent, Person, PersonId
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import SchoolLevel, Step, StepSlug
from bot.domain.reminders.outbound import Wishes
from bot.domain.reminders.reminder import with_due
from bot.domain.roster.roster import quarter_of_school
from bot.domain.school.school import Coordinator, Invite, School, SchoolId
from bot.store.base import Put, Store
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS

SCHOOL = SchoolId("contoh01")
NAME = "SDN Contoh 1"
COORDINATOR, COORDINATOR_NAME = PersonId(201), "Made Suryani"
ADMIN = PersonId(301)
LONG_AGO = timedelta(days=150)
A_QUARTER = timedelta(days=91)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pretended:
    """One pretend teacher; days and hours count back from now."""

    id: int
    first_name: str
    last_name: str
    place: str
    address: Address
    zone: Zone = Zone.WITA
    level: SchoolLevel = SchoolLevel.SD
    subject: str | None = None
    done: int = 0
    """How many steps are done, from the first on."""

    on_since: int | None = None
    """Days since she began the step after those."""

    evaluated: int | None = None
    """Days since she finished this quarter's evaluation."""

    evaluated_before: bool = False
    intention: str | None = None
    """What she set out to do in the newest evaluation she finished."""

    answered: int = 0
    """How many items of this quarter's evaluation are answered, while it is not finished."""

    seen: int = 1
    reachable: bool = True
    paused: int = 0
    """Days for which the bot's own messages are paused."""

    @property
    def name(self) -> str:
        """The name her coordinator sees."""
        return f"{self.first_name} {self.last_name}"


SIR, MADAM, EITHER = Address.SIR, Address.MADAM, Address.EITHER

TEACHERS = (
    Pretended(id=401, first_name="Meilin", last_name="Hartono", place="Singkawang", address=MADAM,
              zone=Zone.WIB, subject="Kelas 4", done=13, evaluated=6, evaluated_before=True),
    Pretended(id=402, first_name="Ketut", last_name="Artawan", place="Singaraja", address=SIR,
              subject="PJOK", done=7, on_since=4, evaluated=5, evaluated_before=True),
    Pretended(id=403, first_name="Siti", last_name="Aminah", place="Mataram", address=MADAM,
              subject="Kelas 1", done=4, on_since=9, evaluated=5, evaluated_before=True, seen=2,
              intention="Saya menunggu sepuluh hitungan sebelum menunjuk murid."),
    Pretended(id=404, first_name="Yohana", last_name="Rumbiak", place="Biak", address=MADAM,
              zone=Zone.WIT, done=5, on_since=2, evaluated=3, evaluated_before=True),
    Pretended(id=405, first_name="Agus", last_name="Prasetyo", place="Klaten", address=SIR,
              zone=Zone.WIB, subject="Kelas 6", done=9, evaluated=2, seen=2),
    Pretended(id=406, first_name="Maria", last_name="Lopes", place="Atambua", address=MADAM,
              subject="Kelas 2", done=2, on_since=1, evaluated=1, evaluated_before=True),
    Pretended(id=407, first_name="Rina", last_name="Simanjuntak", place="Balige", address=EITHER,
              zone=Zone.WIB, level=SchoolLevel.PAUD, done=1, on_since=6, answered=5, seen=3),
    Pretended(id=408, first_name="Andi", last_name="Baso", place="Makassar", address=SIR,
              subject="Pendidikan Agama", done=3, on_since=12, evaluated_before=True, seen=12,
              intention="Setiap pekan saya bertanya kepada tiga murid tentang belajarnya."),
    Pretended(id=409, first_name="Nurhayati", last_name="Lubis", place="Padang", address=MADAM,
              zone=Zone.WIB, level=SchoolLevel.SLB, done=6, on_since=8, seen=5, paused=10),
    Pretended(id=410, first_name="Bambang", last_name="Susilo", place="Ternate", address=SIR,
              zone=Zone.WIT, subject="Kelas 5", done=2, evaluated_before=True, seen=40),
    Pretended(id=411, first_name="Dewi", last_name="Ayu Ratih", place="Tabanan", address=MADAM,
              subject="Bahasa Bali", done=1, on_since=20, seen=18, reachable=False),
    Pretended(id=412, first_name="Stefanus", last_name="Tan", place="Manado", address=EITHER,
              level=SchoolLevel.SMP, subject="IPA", seen=2),
)  # fmt: skip


async def found_school(store: Store, world: World, now: datetime) -> None:
    """Store the school with its people, unless anything is stored already."""
    if await store.count(PEOPLE) or await store.count(SCHOOLS):
        return
    school = School(
        id=SCHOOL,
        name=NAME,
        zone=Zone.WITA,
        coordinators=(Coordinator(COORDINATOR, COORDINATOR_NAME),),
        invite=Invite(secret=secrets.token_urlsafe(16), made_at=now - LONG_AGO),
    )
    await store.update(SCHOOLS, school.id, lambda _: (Put(school), None))
    people = [pretend(one, school, world, now) for one in TEACHERS]
    people += [_known(COORDINATOR, Zone.WITA, now), _known(ADMIN, Zone.WIB, now)]
    for person in people:
        has_step = what_to_propose(person, world) is not None
        of_school = school if person.school else None
        calendar = school.calendar(world.calendar)
        await _store(store, with_due(person, of_school, calendar, now, has_step=has_step))


async def _store(store: Store, person: Person) -> None:
    await store.update(PEOPLE, str(person.id), lambda _: (Put(person), None))


def pretend(one: Pretended, school: School, world: World, now: datetime) -> Person:
    """Return the person a pretend teacher would be by now."""
    steps = world.programme.steps
    quarter = quarter_of_school(school, school.calendar(world.calendar), now)
    evaluations = []
    if one.evaluated_before:
        before = now - A_QUARTER
        evaluations.append(_evaluation(one, str(quarter.shifted(-1)), steps, before))
    if one.evaluated is not None:
        finished = now - timedelta(days=one.evaluated)
        evaluations.append(_evaluation(one, str(quarter), steps, finished))
    if evaluations:
        evaluations[-1] = replace(evaluations[-1], intention=one.intention)
    begun = _evaluation(one, str(quarter), steps[: one.answered], now - timedelta(days=one.seen))
    person = replace(
        _known(PersonId(one.id), one.zone, now),
        seen_at=now - timedelta(days=one.seen),
        address=one.address,
        level=one.level,
        subject=one.subject,
        progress=_progress(one, steps, now),
        bookmark=_bookmark(one, steps),
        evaluations=tuple(evaluations),
        evaluating=replace(begun, finished_at=None) if one.answered else None,
        school=school.id,
        shown_name=one.name,
        wishes=Wishes(paused_until=now + timedelta(days=one.paused) if one.paused else None),
        reachable=one.reachable,
    )
    return with_cycles(person, person.calendar(school, world.calendar), now)


def _known(person: PersonId, zone: Zone, now: datetime) -> Person:
    """Return somebody who has registered long ago."""
    return Person(
        id=person,
        consent=Consent(version=CONSENT_VERSION, given_at=now - LONG_AGO),
        seen_at=now - timedelta(days=1),
        address=Address.MADAM,
        level=SchoolLevel.SD,
        subject_asked=True,
        zone=zone,
    ).at("menu.main")


def _progress(
    one: Pretended, steps: tuple[Step, ...], now: datetime
) -> dict[StepSlug, StepProgress]:
    """Return the steps done, one every nine days, and the one under way."""
    last = now - timedelta(days=one.seen + (one.on_since or 0) + 1)
    progress = {}
    for number, step in enumerate(reversed(steps[: one.done])):
        done = last - timedelta(days=9 * number)
        started = done - timedelta(days=6)
        progress[step.slug] = StepProgress(status=Status.DONE, started_at=started, done_at=done)
    if one.on_since is not None:
        started = now - timedelta(days=one.on_since)
        progress[steps[one.done].slug] = StepProgress(status=Status.UNDERWAY, started_at=started)
    return progress


def _bookmark(one: Pretended, steps: tuple[Step, ...]) -> Bookmark | None:
    if one.on_since is None:
        return None
    step = steps[one.done]
    return Bookmark(step.slug, step.pages_for(one.level)[1].name)


def _evaluation(
    one: Pretended, quarter: str, steps: tuple[Step, ...], finished: datetime
) -> Evaluation:
    """Return an evaluation with levels that differ from teacher to teacher and quarter to quarter."""
    kind = one.id + int(quarter[-1])
    levels = {
        step.slug: LEVELS[(kind * (number + 3) + kind // 3 + number) % len(LEVELS)]
        for number, step in enumerate(steps)
    }
    return Evaluation(
        quarter=quarter,
        begun_at=finished - timedelta(minutes=6),
        finished_at=finished,
        levels=levels,
        focus=tuple(step.slug for step in steps[one.done : one.done + 1]),
    )
