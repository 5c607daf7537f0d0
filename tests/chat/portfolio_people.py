"""Teachers with much, little and strange in their coaching, for what is taken out of the bot. Tests nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from bot.chat.world import World
from bot.domain.coaching.attempt import Attempt, Choice, Showed
from bot.domain.coaching.coaching import Coaching, JournalEntry
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Evidence, EvidenceKind, Said
from bot.domain.coaching.promise import Promise
from bot.domain.evaluation.development_plan import DevelopmentPlan, PlanLine
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Address, Consent, Person, PersonId
from bot.domain.person.zone import Zone
from bot.domain.programme.guide import Aid
from bot.domain.programme.programme import SchoolLevel, Step, StepSlug

NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
LAKSANA = StepSlug("laksana")
QUARTERS = ("2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")
SAID = (
    *(
        "menunggu",
        "murid",
        "kelas",
        "papan",
        "tulis",
        "pertanyaan",
        "jawaban",
        "berpikir",
        "giliran",
    ),
    *("bertanya", "membaca", "cerita", "angka", "contoh", "teman", "pelan", "gambar", "mencoba"),
)

Say = Callable[[int], str]
"""Words of about so many characters."""


def talker() -> Say:
    """Return what makes words that are never twice the same, as a teacher's are not."""
    at = count()

    def say(length: int) -> str:
        words: list[str] = []
        while sum(map(len, words)) + len(words) < length:
            number = next(at)
            words.append(SAID[number * number * 7919 % 104_729 % len(SAID)])
        return " ".join(words)[:length].strip().capitalize()

    return say


def teacher(coaching: Coaching | None = None) -> Person:
    """Return a registered teacher in Papua, where a day begins nine hours before UTC's."""
    return Person(
        id=PersonId(7),
        consent=Consent(version=1, given_at=NOW - timedelta(days=400)),
        seen_at=NOW,
        address=Address.MADAM,
        nickname="Sari Dewi",
        level=SchoolLevel.SMP,
        subject="IPA",
        zone=Zone.WIT,
        coaching=coaching or Coaching(),
    )


def tried(step: Step, nth: int, say: Say, *, begun: datetime = NOW) -> Attempt:
    """Return a try of a task of a step, with everything she may say in it."""
    day = begun.date() + timedelta(days=1)
    promise = Promise(
        made_at=begun,
        day=day,
        group="kelas VIII B",
        words=say(250),
        aids=frozenset(Aid),
        is_settled=True,
    )
    proofs = (
        Evidence(kind=EvidenceKind.PHOTO, at=begun, words=say(80), files=("a", "b", "c")),
        Evidence(kind=EvidenceKind.LINK, at=begun, words="https://contoh.sch.id/" + "a" * 60),
    )
    return Attempt(
        choice=Choice(task=step.tasks[nth % len(step.tasks)].slug, small=nth % 2 == 1),
        begun_at=begun,
        read=True,
        rehearsal=Said(words=say(200)),
        looked=True,
        promise=promise,
        tried_on=day,
        showed=Showed(count=9, words="9"),
        evidence=proofs,
        evidence_done=True,
        reflections=(Said(words=say(300)), Said(words=say(300))),
        twist="Tunggu <b>lebih lama</b>." if nth else "",
    )


def full(world: World, *, cycles: int = 3) -> Person:
    """Return a teacher of 13 steps, each with several cycles of two tries, and six quarters."""
    say, history = talker(), []
    slugs = [step.slug for step in world.programme]
    for step in world.programme:
        for nth in range(cycles):
            begun = NOW - timedelta(days=90 * (cycles - nth) + step.number)
            tries = (tried(step, nth, say, begun=begun), tried(step, nth + 1, say, begun=begun))
            history.append(
                Cycle(step=step.slug, begun_at=begun, attempts=tries, level=3, closed_at=begun)
            )
    evaluations = tuple(
        Evaluation(
            quarter=quarter,
            begun_at=NOW,
            finished_at=NOW,
            levels={slug: 1 + (at + nth) % 4 for nth, slug in enumerate(slugs)},
            strength=slugs[0],
            focus=(slugs[4], slugs[5]),
            intention=say(200),
        )
        for at, quarter in enumerate(QUARTERS)
    )
    plans = tuple(
        DevelopmentPlan(quarter=quarter, made_at=NOW, lines={line: say(200) for line in PlanLine})
        for quarter in QUARTERS
    )
    journal = tuple(
        JournalEntry(
            at=NOW - timedelta(days=20 * n), parts=tuple(Said(words=say(150)) for _ in range(4))
        )
        for n in range(12)
    )
    coaching = Coaching(history=tuple(history), journal=journal)
    return replace(teacher(coaching), evaluations=evaluations, plans=plans)


def one_try(world: World, **said: object) -> Cycle:
    """Return a cycle of one short try of "Tunggu dulu", begun late on a day in UTC."""
    begun = datetime(2026, 11, 19, 20, 0, tzinfo=UTC)
    step = world.programme.step(LAKSANA)
    assert step
    attempt = Attempt(
        choice=Choice(task=step.tasks[0].slug),
        begun_at=begun,
        tried_on=date(2026, 11, 20),
        **said,  # type: ignore[arg-type] # what a test names
    )
    return Cycle(step=LAKSANA, begun_at=begun, attempts=(attempt,), level=3, closed_at=NOW)
