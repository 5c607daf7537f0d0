"""What a coordinator sees beside a name is what joining names: never anything of an account."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.context import Context
from bot.chat.model import Press
from bot.chat.pressing import draw
from bot.chat.screens.roster.words import told_names
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.person.person import SCHOOL_TERMS, Person
from bot.domain.programme.programme import SchoolLevel
from bot.domain.roster.roster import roster_of, row_of
from bot.domain.school.access import Action
from bot.domain.school.audit import AuditEntry
from bot.store.codec.people import decode_person, encode_person
from tests.chat.taking import redraw
from tests.chat.test_rights import COORDINATOR, OWN, RIGHTS, person, school
from tests.chat.test_stopping_first import turn_of
from tests.delivery.teachers import teacher
from tests.each import each

SD, SMP = SchoolLevel.SD, SchoolLevel.SMP


def called(world: World, now: datetime, *people: Person) -> list[str]:
    own = school(OWN, COORDINATOR)
    rows = (row_of(one, own, world.programme, world.calendar, now) for one in people)
    roster = roster_of(rows, own, world.calendar, now)
    s = TurnContext(
        person=person(COORDINATOR, now),
        world=world,
        now=now,
        known=Context(rights=RIGHTS, roster=roster),
    )
    told = told_names(s, roster)
    return [told[one.id] for one in people]


def siti(number: int, now: datetime, level: SchoolLevel, subject: str | None, terms: int) -> Person:
    return replace(
        teacher(number),
        school=OWN,
        shown_name="Siti Aminah",
        level=level,
        subject=subject,
        school_terms=terms,
        joined_at=now - timedelta(days=number % 10),
    )


@each(
    ("several", "marks"),
    [
        ([(SD, None, 2), (SMP, None, 2)], ["SD/MI", "SMP/MTs"]),
        ([(SD, "Kelas 1", 2), (SD, "Kelas 6", 2)], ["Kelas 1", "Kelas 6"]),
        (
            [(SD, "Kelas 1", 2), (SD, "IPA", 2), (SMP, "IPA", 2)],
            ["SD/MI, Kelas 1", "SD/MI, IPA", "SMP/MTs, IPA"],
        ),
        ([(SD, None, 2), (SD, None, 2)], ["SD/MI, 2", "SD/MI, 1"]),
        ([(SD, "Kelas 1", 2), (SD, "kelas 1", 2)], ["SD/MI, 2", "SD/MI, 1"]),
        ([(SD, "Kelas 1", 1), (SD, "Kelas 6", 1)], ["SD/MI, 2", "SD/MI, 1"]),
        ([(SD, "Kelas 1", 1), (SD, "Kelas 6", 2)], ["SD/MI", "SD/MI, Kelas 6"]),
    ],
)
def test_people_of_one_name_are_told_apart_by_what_joining_names(
    several: list[tuple[SchoolLevel, str | None, int]],
    marks: list[str],
    world: World,
    now: datetime,
) -> None:
    """By level or subject, else by a number in the order of joining; a subject only if she was told."""
    people = [siti(7654321 + at, now, *one) for at, one in enumerate(several)]
    assert called(world, now, *people) == [f"Siti Aminah ({mark})" for mark in marks]


def test_whoever_joins_now_agrees_to_the_present_terms(world: World, now: datetime) -> None:
    """Her document says so; one from before is read as of the first version."""
    invited = replace(person(3, now), invited=f"g{OWN}{'s' * 22}")
    asked = invited.at("join.name", draft={"offered": "Sari"})
    joined = turn_of(asked, Press("join:name"), world, now)
    assert joined.person.school == OWN
    assert joined.person.school_terms == SCHOOL_TERMS
    form = encode_person(joined.person)
    form.pop("school_terms")
    assert decode_person(form).school_terms == 1


@each(("terms", "told"), [(1, False), (2, True)])
def test_her_own_page_says_whether_the_subject_is_seen(
    terms: int,
    told: bool,
    world: World,
    now: datetime,
) -> None:
    """Who joined before it was named reads that it is not shown, because it is not."""
    known = Context(rights=RIGHTS)
    who = siti(8, now, SD, "IPA", terms).at("join.main")
    s = TurnContext(person=who, world=world, now=now, known=known)
    assert ("mata pelajaran" in draw(s).text) is told


@each("action", [Action.REMOVE_TEACHER, Action.RENAME_TEACHER])
def test_the_log_names_no_id(action: Action, world: World, now: datetime) -> None:
    """A teacher of whom nothing may be kept here is told as one."""
    text = logged(world, now, AuditEntry(at=now, by=COORDINATOR, action=action, whom=7654321))
    assert "seorang guru" in text
    assert not re.search(r"\bID\b|7654321", text)


def test_the_log_says_what_was_corrected_into_what(world: World, now: datetime) -> None:
    """Of a school's own data; an entry from before has neither and is told as it was."""
    old = AuditEntry(at=now, by=COORDINATOR, action=Action.CORRECT_SCHOOL)
    text = logged(world, now, replace(old, was="SDN 1", became="SDN Satu"), old)
    assert "memperbaiki data sekolah: dari “SDN 1” menjadi “SDN Satu”" in text
    assert text.count("memperbaiki data sekolah") == 2
    assert text.count("dari “") == 1


def logged(world: World, now: datetime, *entries: AuditEntry) -> str:
    turn = turn_of(person(COORDINATOR, now), Press(f"school:audit:{OWN}"), world, now)
    return redraw(turn, world, now, Context(rights=RIGHTS, audit=entries)).text
