"""What two pretend teachers have tried, written and planned, so that their pages are not empty.

The words are theirs, as their names are: nothing here is said by the bot. Dates count back from now.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.calendar.allowed import Hours, next_allowed
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.quarter import local, moment_at
from bot.domain.coaching.attempt import Attempt, Choice, Showed
from bot.domain.coaching.coaching import Coaching, JournalEntry
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Evidence, EvidenceKind, Said
from bot.domain.coaching.progress import NOTHING
from bot.domain.coaching.promise import Promise
from bot.domain.person.person import Person
from bot.domain.person.zone import Zone
from bot.domain.programme.guide import Aid
from bot.domain.programme.programme import StepSlug, TaskSlug
from bot.domain.reminders.check_back import days_offered

SITI, MEILIN = 403, 401

WORKSHEET, QUESTION = StepSlug("rancang"), StepSlug("laksana")
LEADING = Choice(task=TaskSlug("lkpd-menuntun"))
LOOK = Said(words="Lihat gambarnya dulu. Apa yang kamu temukan?")


def with_cycles(person: Person, calendar: Calendar, now: datetime) -> Person:
    """Return a pretend teacher with what she has tried in the steps she has done."""
    zone, progress = person.zone or Zone.WIB, person.progress
    if person.id == MEILIN:
        ended = progress.get(QUESTION, NOTHING).done_at or now
        coaching = Coaching(history=(_asked_in_class(zone, calendar, ended),))
    elif person.id == SITI:
        ended = progress.get(WORKSHEET, NOTHING).done_at or now
        begun = progress.get(QUESTION, NOTHING).started_at or now
        coaching = Coaching(
            active=_waiting(zone, calendar, begun, person.seen_at, now),
            history=(_worksheet(zone, calendar, ended),),
            journal=(_journal(person.seen_at),),
        )
    else:
        return person
    begun_at = {one.step: one.begun_at for one in coaching.history}
    earlier = {
        slug: replace(one, started_at=begun_at.get(slug, one.started_at))
        for slug, one in progress.items()
    }
    return replace(person, coaching=coaching, progress=earlier)


def _journal(at: datetime) -> JournalEntry:
    return JournalEntry(
        at=at,
        parts=(
            Said(words="Anak-anak berebut menjawab, lalu ribut."),
            Said(words="Saya sempat kesal, lalu lega waktu mereka tenang lagi."),
            Said(words="Mereka perlu tahu kapan gilirannya."),
            Said(words="Besok saya pakai tongkat bicara."),
        ),
    )


def _worksheet(zone: Zone, calendar: Calendar, closed_at: datetime) -> Cycle:
    """Return a cycle that was closed at a moment: a worksheet, tried twice."""
    second = school_day_before(calendar, zone, closed_at)
    first = school_day_before(calendar, zone, _days_before(second, 6, zone))
    one, again = _first_try(zone, first), _second_try(zone, first, second)
    return Cycle(
        step=WORKSHEET,
        begun_at=one.begun_at,
        attempts=(one, again),
        again=True,
        level=3,
        closed_at=closed_at,
    )


def _first_try(zone: Zone, day: date) -> Attempt:
    return Attempt(
        choice=LEADING,
        begun_at=_days_before(day, 4, zone),
        read=True,
        rehearsal=LOOK,
        looks=frozenset({0, 2}),
        looked=True,
        promise=_promise(
            _days_before(day, 2, zone),
            day,
            "Jika murid bertanya “Ini diapakan?”, maka saya menunjuk gambarnya dulu.",
        ),
        tried_on=day,
        showed=Showed(count=11, words="11 murid memulai tanpa bertanya"),
        evidence=(
            Evidence(
                kind=EvidenceKind.TEXT,
                at=moment_at(day, time(14), zone),
                words="Lembar “Bagian tumbuhan”, bagian amati saya ganti dengan tiga gambar.",
            ),
        ),
        evidence_done=True,
        reflections=(
            Said(words="Petunjuk bergambar dipahami tanpa bantuan saya."),
            Said(words="Bagian simpulkan masih terlalu panjang."),
        ),
    )


def _second_try(zone: Zone, first: date, day: date) -> Attempt:
    return Attempt(
        choice=LEADING,
        begun_at=moment_at(first, time(14, 20), zone),
        read=True,
        rehearsal=LOOK,
        looked=True,
        promise=_promise(moment_at(first, time(14, 20), zone), day, ""),
        twist="Bagian simpulkan cukup satu kalimat.",
        tried_on=day,
        showed=Showed(count=19, words="19 murid memulai tanpa bertanya"),
        evidence_done=True,
        reflections=(Said(words="Satu kalimat saja ternyata cukup."), Said()),
    )


def _waiting(
    zone: Zone, calendar: Calendar, begun_at: datetime, made_at: datetime, now: datetime
) -> Cycle:
    """Return the cycle under way: rehearsed, and planned for the next day of school."""
    day = days_offered(calendar, zone, now, most=1)[0]
    waiting = Attempt(
        choice=Choice(task=TaskSlug("tunggu-dulu")),
        begun_at=begun_at,
        read=True,
        rehearsal=Said(words="Mengapa es mencair? Pikirkan dulu, jangan angkat tangan."),
        looks=frozenset({0, 1}),
        looked=True,
        promise=_promise(
            made_at,
            day,
            "Jika hanya anak yang sama mengangkat tangan, maka saya menghitung sampai sepuluh dulu.",
        ),
    )
    return Cycle(step=QUESTION, begun_at=begun_at, attempts=(waiting,))


def _asked_in_class(zone: Zone, calendar: Calendar, closed_at: datetime) -> Cycle:
    """Return a cycle that was closed after one try, in its small version."""
    day = school_day_before(calendar, zone, closed_at)
    begun_at = _days_before(day, 1, zone)
    one = Attempt(
        choice=Choice(task=TaskSlug("tunggu-dulu"), small=True),
        begun_at=begun_at,
        read=True,
        rehearsal=Said(),
        looked=True,
        promise=_promise(begun_at, day, ""),
        tried_on=day,
        showed=Showed(count=9, words="9 murid menjawab, biasanya 4"),
        evidence_done=True,
        reflections=(Said(words="Diam sepuluh hitungan terasa lama, tetapi ada gunanya."), Said()),
    )
    return Cycle(
        step=QUESTION,
        begun_at=begun_at,
        attempts=(one,),
        again=False,
        level=3,
        closed_at=closed_at,
    )


def _promise(made_at: datetime, day: date, words: str) -> Promise:
    return Promise(
        made_at=made_at,
        day=day,
        group="Kelas 1",
        words=words,
        aids=frozenset({Aid.PLAN}),
        is_settled=True,
    )


def _days_before(day: date, days: int, zone: Zone) -> datetime:
    return moment_at(day - timedelta(days=days), time(14), zone)


def school_day_before(calendar: Calendar, zone: Zone, moment: datetime) -> date:
    """Return the last day of school before the day of a moment, by the clock of a zone."""
    day = local(moment, zone).date() - timedelta(days=1)
    noon = Hours(zone=zone, hour=time(12))
    while True:
        allowed = next_allowed(calendar, noon, moment_at(day, time(0), zone)).moment
        if local(allowed, zone).date() == day:
            return day
        day -= timedelta(days=1)
