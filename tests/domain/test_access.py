"""Who may do what: a matrix of role, action and school."""

from datetime import UTC, datetime, timedelta

from bot.domain.person.zone import Zone
from bot.domain.school.access import Action, Rights
from bot.domain.school.school import (
    COORDINATOR_CODE,
    TEACHER_CODE,
    Code,
    Coordinator,
    School,
    SchoolId,
    fingerprint_of,
    handover_for,
    opens_for_teacher,
)
from bot.domain.school.school_change import (
    CloseInvite,
    OfferHandover,
    OpenInvite,
    RemoveCoordinator,
    ShiftWindow,
    TakeHandover,
    changed,
)
from tests.each import each

NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
OWN, OTHER = SchoolId("aaaaaaaa"), SchoolId("bbbbbbbb")
ADMIN, COORDINATOR, TEACHER = 1, 2, 3
SECRET, NEXT = "s" * 22, "t" * 22


def school(name: SchoolId, *coordinators: int) -> School:
    people = tuple(Coordinator(one, f"K{one}") for one in coordinators)
    return School(id=name, name=name, zone=Zone.WIB, coordinators=people)


RIGHTS = Rights(
    admins=frozenset({ADMIN}), schools={OWN: school(OWN, COORDINATOR), OTHER: school(OTHER)}
)
TEACHERS_BUSINESS = (
    *(Action.SEE_TEACHERS, Action.REMIND, Action.EXPORT, Action.BROADCAST),
    *(Action.RENAME_TEACHER, Action.REMOVE_TEACHER),
)


@each("action", Action)
def test_a_teacher_may_nothing(action: Action) -> None:
    """Whoever has no role has no right, in any school."""
    for where in (OWN, OTHER, None, "nosuch"):
        assert not RIGHTS.may(TEACHER, action, where)


@each("action", Action)
def test_a_coordinator_may_nothing_in_other_schools(action: Action) -> None:
    """A coordinator's rights end at her own schools."""
    for where in (OTHER, None, "nosuch"):
        assert not RIGHTS.may(COORDINATOR, action, where)


def test_a_coordinator_may_what_is_hers() -> None:
    """In her own school she may everything but what the administrator does."""
    kept = {
        Action.MAKE_SCHOOL,
        Action.CORRECT_NPSN,
        Action.REMOVE_COORDINATOR,
        Action.BECOME_COORDINATOR,
        Action.REPLACE_COORDINATOR,
        Action.STEP_DOWN,
    }
    for action in Action:
        assert RIGHTS.may(COORDINATOR, action, OWN) == (action not in kept)


@each("action", TEACHERS_BUSINESS)
def test_an_administrator_sees_no_teachers(action: Action) -> None:
    """Who runs the bot makes schools; the teachers are their coordinators' business."""
    assert not RIGHTS.may(ADMIN, action, OWN)
    assert RIGHTS.may(ADMIN, Action.MAKE_SCHOOL)


@each("text", ["", "g", "x" * 31, "g" + "a" * 31, "käääääää" + "s" * 22, "🌱" * 31])
def test_what_cannot_be_a_code_is_none(text: str) -> None:
    """A code has one form; everything else is refused before anything is compared."""
    code = Code.parse(text)
    assert code is None or not opens_for_teacher(school(OWN), code)


def test_an_invitation_opens_only_while_it_is_the_present_one() -> None:
    """Renewing or closing makes the old link worthless; another school's is worthless too."""
    opened = changed(school(OWN), OpenInvite(), COORDINATOR, SECRET, NOW)
    code = Code.parse(opened.teacher_code or "")
    assert code is not None
    assert opens_for_teacher(opened, code)
    assert not opens_for_teacher(changed(opened, OpenInvite(), COORDINATOR, NEXT, NOW), code)
    assert not opens_for_teacher(changed(opened, CloseInvite(), COORDINATOR, NEXT, NOW), code)
    assert not opens_for_teacher(opened, Code(COORDINATOR_CODE, OWN, SECRET))


def test_a_handover_works_once_for_one_person_for_seven_days() -> None:
    """The one-time link makes one coordinator; only its fingerprint is kept."""
    offered = changed(school(OWN), OfferHandover(), ADMIN, SECRET, NOW)
    assert SECRET not in repr(offered)
    code = Code(COORDINATOR_CODE, OWN, SECRET)
    take = TakeHandover(fingerprint_of(SECRET), "Made")
    assert handover_for(offered, code, 8, NOW)
    assert not handover_for(offered, Code(COORDINATOR_CODE, OWN, NEXT), 8, NOW)
    assert not handover_for(offered, Code(TEACHER_CODE, OWN, SECRET), 8, NOW)
    assert not handover_for(offered, code, 8, NOW + timedelta(days=7))
    taken = changed(offered, take, 8, NEXT, NOW)
    assert taken.coordinator(8) == Coordinator(8, "Made")
    assert changed(taken, take, 8, NEXT, NOW) == taken
    assert not handover_for(taken, code, 9, NOW)
    assert changed(taken, take, 9, NEXT, NOW).coordinator(9) is None
    late = NOW + timedelta(days=8)
    assert changed(offered, take, 8, NEXT, late).coordinator(8) is None


def test_who_gives_a_school_away_is_its_coordinator_until_the_link_is_used() -> None:
    """The one who takes it replaces the one who made the link, and no other; the log can name her."""
    own = school(OWN, COORDINATOR, 5)
    offered = changed(own, OfferHandover(replaces=True), COORDINATOR, SECRET, NOW)
    assert offered.coordinator(COORDINATOR)
    take = TakeHandover(fingerprint_of(SECRET), "Made")
    taken = changed(offered, take, 8, NEXT, NOW)
    assert [one.id for one in taken.coordinators] == [5, 8]
    assert taken.named(COORDINATOR) == own.named(COORDINATOR)
    assert changed(taken, take, 8, NEXT, NOW) == taken
    assert not any(Rights(schools={OWN: taken}).may(COORDINATOR, one, OWN) for one in Action)


def test_who_takes_her_own_school_back_keeps_it() -> None:
    """A link to give the school away, used by the one who made it, changes nothing."""
    offered = changed(
        school(OWN, COORDINATOR), OfferHandover(replaces=True), COORDINATOR, SECRET, NOW
    )
    taken = changed(offered, TakeHandover(fingerprint_of(SECRET), "Made"), COORDINATOR, NEXT, NOW)
    assert taken.coordinator(COORDINATOR)


def test_a_removed_coordinator_has_no_right_any_more() -> None:
    """Rights are those of now, whatever buttons are still in the chat."""
    removed = changed(school(OWN, COORDINATOR), RemoveCoordinator(COORDINATOR), ADMIN, SECRET, NOW)
    rights = Rights(schools={OWN: removed})
    assert not any(rights.may(COORDINATOR, action, OWN) for action in Action)


def test_a_removed_coordinator_does_not_let_herself_in_again() -> None:
    """Neither the link she came by nor one she made opens any more; other people's links do."""
    offered = changed(school(OWN, 5), OfferHandover(), ADMIN, SECRET, NOW)
    taken = changed(offered, TakeHandover(fingerprint_of(SECRET), "Made"), 8, NEXT, NOW)
    hers, other = "h" * 22, "o" * 22
    taken = changed(taken, OfferHandover(), 8, hers, NOW)
    taken = changed(taken, OfferHandover(), 5, other, NOW)
    removed = changed(taken, RemoveCoordinator(8), ADMIN, NEXT, NOW)
    for secret in (SECRET, hers):
        assert not handover_for(removed, Code(COORDINATOR_CODE, OWN, secret), 8, NOW)
        again = changed(removed, TakeHandover(fingerprint_of(secret), "Made"), 8, NEXT, NOW)
        assert again.coordinator(8) is None
    assert handover_for(removed, Code(COORDINATOR_CODE, OWN, other), 9, NOW)


def test_a_shift_back_to_the_calendar_leaves_nothing_behind() -> None:
    """A shift of no days is no shift."""
    moved = changed(school(OWN), ShiftWindow("2026-Q4", 7), COORDINATOR, SECRET, NOW)
    assert moved.shifts == {"2026-Q4": 7}
    assert changed(moved, ShiftWindow("2026-Q4", 0), COORDINATOR, SECRET, NOW).shifts == {}
