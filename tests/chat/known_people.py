"""People for whom the known buttons and places fit, and everything a turn may know around them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.chat.context import Context
from bot.chat.world import World
from bot.domain.broadcast.batch import Delivery, DeliveryReport, Fate
from bot.domain.broadcast.broadcast import Broadcast, Content, Draft, Phase, Reply
from bot.domain.broadcast.received import HeldReply, Received
from bot.domain.calendar.calendar import Period
from bot.domain.calendar.quarter import Quarter
from bot.domain.coaching.attempt import Attempt, Choice
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import Evidence, EvidenceKind, Said
from bot.domain.coaching.promise import Promise
from bot.domain.evaluation.development_plan import DevelopmentPlan, PlanLine
from bot.domain.evaluation.evaluation import Evaluation, EvaluationPart
from bot.domain.health import Health
from bot.domain.person.person import (
    CONSENT_VERSION,
    Address,
    Bookmark,
    Consent,
    Person,
    PersonId,
    Place,
    guest,
)
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import SchoolLevel, StepSlug, TaskSlug
from bot.domain.roster.recap import Tally
from bot.domain.roster.roster import Evaluated, Roster, Row, Standing
from bot.domain.school.access import Action, Rights
from bot.domain.school.audit import AuditEntry
from bot.domain.school.school import Coordinator, Handover, Invite, School, SchoolId

NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
OWN = SchoolId("aaaaaaaa")
BROADCAST, LETTER = "aaaaaaaaaaaa", "cccccccccccc"
ADMIN, COORDINATOR, TEACHER = 1, 2, 7
CODE = f"g{OWN}{'s' * 22}"
DRAFT = {
    "offered": "Sari Dewi",
    "name": "SDN Baru",
    "zone": "WIB",
    "said": "Saya akan bertanya lebih sabar",
    "asked": str(int(NOW.timestamp())),
}
"""Everything a question may have kept."""

LINK = Handover(
    fingerprint="d" * 64,
    made_by=COORDINATOR,
    made_at=NOW - timedelta(days=1),
    expires_at=NOW + timedelta(days=6),
)
SCHOOL = School(
    id=OWN,
    name="SDN Contoh",
    zone=Zone.WIB,
    coordinators=(Coordinator(COORDINATOR, "Made"), Coordinator(99, "Yosef")),
    handovers=(LINK,),
    npsn="20100001",
    invite=Invite(secret="s" * 22, made_at=NOW - timedelta(days=30)),
    quiet=(Period(date(2026, 12, 24), date(2026, 12, 24), "Libur"),),
)
HEAD = Broadcast(
    id=BROADCAST,
    school=OWN,
    school_name=SCHOOL.name,
    by=COORDINATOR,
    sender="Made",
    content=Content(text="Rapat Senin"),
    made_at=NOW - timedelta(days=1),
    phase=Phase.SENDING,
    chunks=1,
    total=2,
    begun_at=NOW - timedelta(hours=1),
)


def _row(number: int, name: str) -> Row:
    return Row(
        id=number,
        name=name,
        level=SchoolLevel.SD,
        standing=Standing.NOT_BEGUN,
        step=None,
        since=None,
        statuses={},
        evaluated=Evaluated.OPEN,
        seen=date(2026, 11, 1),
        reachable=True,
        silent=False,
        written_today=False,
    )


ROSTER = Roster(
    quarter=Quarter(2026, 4),
    today=date(2026, 11, 20),
    rows=(_row(TEACHER, "Sari Dewi"), *(_row(71 + at, f"Guru {at:02}") for at in range(40))),
)


def known(world: World) -> Context:
    """Return a situation in which everything is loaded that any place or button needs."""
    return Context(
        rights=Rights(admins=frozenset({ADMIN}), schools={OWN: SCHOOL}),
        username="bot",
        count=2,
        has_teachers=True,
        roster=ROSTER,
        recap=Tally(SCHOOL, world.programme, world.calendar, NOW).recap(),
        broadcast=DeliveryReport(
            HEAD,
            (
                Delivery(person=TEACHER, name="Sari Dewi", outcome=Fate.SENT),
                Delivery(person=71, name="Guru 00"),
            ),
        ),
        broadcasts=tuple(replace(HEAD, id=f"{at:012}") for at in range(20)),
        health=Health(people=3, unreachable=0, unreadable=0, due=0, broadcasts=1, ticked_at=NOW),
        received=Received(BROADCAST, OWN, SCHOOL.name, "Made", NOW - timedelta(hours=2)),
        audit=tuple(AuditEntry(at=NOW, by=COORDINATOR, action=Action.REMIND) for _ in range(25)),
    )


def _registered(number: int) -> Person:
    return Person(
        id=PersonId(number),
        consent=Consent(version=CONSENT_VERSION, given_at=NOW - timedelta(days=200)),
        seen_at=NOW - timedelta(minutes=5),
        address=Address.MADAM,
        level=SchoolLevel.SMP,
        subject="IPA",
        subject_asked=True,
        zone=Zone.WIB,
    )


def people(world: World) -> dict[str, Person]:
    """Return people in all the situations in which a button or a place may be good for something."""
    slugs = [step.slug for step in world.programme]
    past = tuple(_evaluated(slugs, *when) for when in (("2026-Q2", 180), ("2026-Q3", 80)))
    plan = DevelopmentPlan(
        quarter="2026-Q3", made_at=NOW, lines=dict.fromkeys(PlanLine, "Membaca bersama")
    )
    teacher = replace(
        _registered(TEACHER),
        school=OWN,
        shown_name="Sari Dewi",
        joined_at=NOW - timedelta(days=100),
        bookmark=Bookmark(StepSlug("murid"), "contoh"),
        evaluations=past,
        plans=(plan,),
    )
    begun = Evaluation(quarter="2026-Q4", begun_at=NOW, levels={slugs[0]: 2}, skipped=(slugs[1],))
    full = replace(past[0], quarter="2026-Q4", begun_at=NOW, finished_at=None)
    answer = Reply(id=LETTER, answers=BROADCAST, text="Saya hadir", at=NOW)
    held = HeldReply(letter=answer, school=OWN, words="Saya hadir", before="Baik")
    draft = Draft(school=OWN, content=Content(text="Rapat <b>Senin</b>, [nama]"), important=True)
    finished = replace(full, finished_at=NOW)
    return {
        "tamu": guest(PersonId(3), NOW),
        "baru": replace(_registered(4), address=None, level=None, zone=None, invited=CODE),
        "asing": _registered(5),
        "guru": replace(teacher, evaluating=begun, held=held),
        "lengkap": replace(teacher, evaluating=full, bookmark=None),
        "selesai": replace(teacher, evaluations=(*past, finished)),
        "tertinggal": replace(
            teacher, evaluations=past[:1], evaluating=replace(begun, quarter="2026-Q3")
        ),
        "pencoba": replace(teacher, coaching=_coaching()),
        "koordinator": replace(_registered(COORDINATOR), composing=draft),
        "pengelola": _registered(ADMIN),
    }


def _evaluated(slugs: list[StepSlug], quarter: str, days: int) -> Evaluation:
    """Return an evaluation of these steps that was finished so many days ago."""
    return Evaluation(
        quarter=quarter,
        begun_at=NOW - timedelta(days=days),
        finished_at=NOW - timedelta(days=days),
        levels={slug: 1 + at % 4 for at, slug in enumerate(slugs)},
        strength=slugs[1],
        focus=(slugs[2],),
        intention="Bertanya lebih sabar",
        answered=(EvaluationPart.STRENGTH, EvaluationPart.FOCUS, EvaluationPart.INTENTION),
    )


def _coaching() -> Coaching:
    """Return a cycle that is rehearsed, promised and has taken place."""
    promise = Promise(made_at=NOW, day=NOW.date(), group="kelas 4", words="Jika …, maka saya …")
    proof = Evidence(kind=EvidenceKind.TEXT, at=NOW, words="Turus di papan")
    attempt = Attempt(
        choice=Choice(task=TaskSlug("tunggu-dulu")),
        begun_at=NOW,
        read=True,
        rehearsal=Said(words="Coba ceritakan."),
        promise=replace(promise, is_settled=True),
        tried_on=NOW.date(),
        evidence=(proof,),
    )
    cycle = Cycle(step=StepSlug("laksana"), begun_at=NOW, attempts=(attempt,))
    return Coaching(active=cycle, history=(Cycle(step=StepSlug("ptk"), begun_at=NOW),))


def standing(person: Person, screen: str, *args: str) -> Person:
    """Return the person at a place at which every question has kept something."""
    return replace(person, place=Place(screen, args, DRAFT))
