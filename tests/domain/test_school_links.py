"""One-time links: what ends them, and who is told of what they do."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.domain.person.zone import Zone
from bot.domain.school.news import NewsKind
from bot.domain.school.school import Coordinator, School, SchoolId, fingerprint_of
from bot.domain.school.school_change import (
    ForgetCoordinator,
    OfferHandover,
    RemoveCoordinator,
    RemoveTeacher,
    RenameTeacher,
    SchoolChange,
    TakeHandover,
    WithdrawLink,
    changed,
)
from tests.each import each

NOW = datetime(2026, 11, 20, 5, tzinfo=UTC)
ADMIN, MADE, RINA, YOSEF, SARI = 1, 2, 3, 4, 5
SCHOOL = School(
    id=SchoolId("aaaaaaaa"),
    name="SDN 1",
    zone=Zone.WIB,
    coordinators=(Coordinator(MADE, "Made"), Coordinator(RINA, "Rina")),
)


def after(school: School, change: SchoolChange, by: int, new: str = "s") -> School:
    return changed(school, change, by, new, NOW)


def offered(by: int, secret: str, *, replaces: bool = False, school: School = SCHOOL) -> School:
    return after(school, OfferHandover(replaces), by, secret)


def taken(school: School, secret: str, by: int = YOSEF, name: str = "Yosef") -> School:
    return after(school, TakeHandover(fingerprint_of(secret), name), by)


def told(school: School) -> list[tuple[NewsKind, tuple[int, ...]]]:
    return [(news.kind, news.waiting) for news in school.news]


def test_a_second_link_of_the_same_maker_and_end_replaces_the_first() -> None:
    """A link for another end, or of another coordinator, stays good."""
    school = offered(MADE, "first")
    school = offered(MADE, "give", replaces=True, school=school)
    school = offered(RINA, "hers", school=school)
    school = offered(MADE, "second", school=school)
    good = {one.fingerprint for one in school.waiting_links(NOW)}
    assert good == {fingerprint_of(secret) for secret in ("give", "hers", "second")}
    assert taken(school, "first").coordinators == school.coordinators


def test_a_used_link_stays_for_the_log_of_who_came(now: datetime) -> None:
    """Making another does not forget who came by the one before, nor withdraw her rights."""
    school = taken(offered(MADE, "first"), "first")
    again = offered(MADE, "second", school=school)
    assert again.coordinator(YOSEF)
    assert len(again.handovers) == 2
    assert [one.fingerprint for one in again.waiting_links(now)] == [fingerprint_of("second")]


def test_a_link_withdrawn_opens_nothing() -> None:
    """Any coordinator may withdraw it by its mark, which itself opens nothing; twice is once."""
    school = offered(MADE, "first")
    mark = school.handovers[0].mark
    gone = after(school, WithdrawLink(mark), RINA)
    assert gone.handovers == ()
    assert after(gone, WithdrawLink(mark), RINA) == gone
    assert taken(gone, "first") == gone
    assert taken(school, mark) == school


def test_a_link_past_its_time_is_not_listed() -> None:
    """Seven days later it is good for nobody."""
    school = offered(MADE, "first")
    assert school.waiting_links(NOW + timedelta(days=6, hours=23))
    assert not school.waiting_links(NOW + timedelta(days=7))


CASES: list[tuple[str, Callable[[], School], list[tuple[NewsKind, tuple[int, ...]]]]] = [
    ("joins", lambda: taken(offered(MADE, "x"), "x"), [(NewsKind.JOINED, (MADE, RINA))]),
    (
        "takes over",
        lambda: taken(offered(MADE, "x", replaces=True), "x"),
        [(NewsKind.REPLACED, (RINA, MADE))],
    ),
    (
        "is removed",
        lambda: after(SCHOOL, RemoveCoordinator(MADE), ADMIN),
        [(NewsKind.REMOVED, (RINA, MADE))],
    ),
    (
        "deletes her data",
        lambda: after(SCHOOL, ForgetCoordinator(MADE), MADE),
        [(NewsKind.LEFT, (RINA,))],
    ),
    (
        "teacher leaves",
        lambda: after(SCHOOL, RemoveTeacher(SARI), MADE),
        [(NewsKind.TEACHER_REMOVED, (SARI,))],
    ),
    (
        "teacher renamed",
        lambda: after(SCHOOL, RenameTeacher(SARI, "Bu Sari"), MADE),
        [(NewsKind.TEACHER_RENAMED, (SARI,))],
    ),
    (
        "a tap twice",
        lambda: taken(taken(offered(MADE, "x"), "x"), "x"),
        [(NewsKind.JOINED, (MADE, RINA))],
    ),
    ("her own link", lambda: taken(offered(MADE, "x"), "x", MADE, "Made"), []),
    ("a link is made", lambda: offered(MADE, "x"), []),
    ("nobody removed", lambda: after(SCHOOL, RemoveCoordinator(YOSEF), ADMIN), []),
    ("a guest forgets", lambda: after(SCHOOL, ForgetCoordinator(YOSEF), YOSEF), []),
]


@each(("what", "school", "expected"), CASES)
def test_whoever_is_concerned_and_did_not_do_it_is_told(
    what: str, school: Callable[[], School], expected: list[tuple[NewsKind, tuple[int, ...]]]
) -> None:
    """All other coordinators, and the one it happened to; of what changes nothing nobody is."""
    assert told(school()) == expected, what


def test_whoever_deletes_her_data_is_in_no_news() -> None:
    """Neither named in what others are still to be told, nor among those to tell."""
    school = taken(offered(MADE, "x"), "x")
    gone = after(school, ForgetCoordinator(YOSEF), YOSEF)
    assert told(gone) == [(NewsKind.LEFT, (MADE, RINA))]
    assert "Yosef" not in repr(gone)
    fewer = after(school, ForgetCoordinator(RINA), RINA)
    assert told(fewer) == [(NewsKind.JOINED, (MADE,)), (NewsKind.LEFT, (MADE, YOSEF))]


def test_a_change_of_a_teacher_done_twice_is_told_once() -> None:
    """The last word about her counts: what was to be told before gives way."""
    school = after(SCHOOL, RenameTeacher(SARI, "Bu Sari"), MADE)
    assert after(school, RenameTeacher(SARI, "Bu Sari"), MADE) == school
    school = after(school, RemoveTeacher(SARI), MADE)
    assert told(school) == [(NewsKind.TEACHER_REMOVED, (SARI,))]
