"""The matrix of rights: every act and every look, who may do it, and what she does in the chat for it.

One line an act. Who is not named may not. Tests nothing; ``test_rights_matrix`` does, and misses a
line for whatever can be done and is not here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from bot.chat.model import Change, Event, Press, Typed
from bot.domain.broadcast.broadcast import Recipient, Reply
from bot.domain.broadcast.order import Order, OrderBroadcast
from bot.domain.broadcast.posting import ConfirmBroadcast, SendReply, ShareEvaluation
from bot.domain.calendar.calendar import Period
from bot.domain.person.joining import JoinSchool
from bot.domain.person.leaving import EraseOwnData, GiveSign, WithdrawConsent
from bot.domain.person.zone import Zone
from bot.domain.roster.nudge_request import NudgeRequest, RequestNudges, TeacherGroup
from bot.domain.school.audit import NoteExport
from bot.domain.school.school import COORDINATOR_CODE, TEACHER_CODE, Code, SchoolId, fingerprint_of
from bot.domain.school.school_change import (
    ChangeSchool,
    CloseInvite,
    CorrectName,
    CorrectNpsn,
    CorrectZone,
    ForgetCoordinator,
    FoundSchool,
    OfferHandover,
    OpenInvite,
    RemoveCoordinator,
    RemoveTeacher,
    RenameTeacher,
    SchoolChange,
    SetQuiet,
    SetSaturdays,
    ShiftWindow,
    TakeHandover,
    WithdrawLink,
)
from tests.app.rights_world import (
    NOW,
    ROLES,
    SECRET,
    announced,
    handover,
    head_id,
    second_coordinator,
    target,
)

Of = Callable[[SchoolId, int], Change]
"""Makes the change of a school that somebody wishes."""

COORDINATOR = frozenset({"coordinator"})
ADMIN = frozenset({"admin"})
BOTH = COORDINATOR | ADMIN
KEPT = frozenset(ROLES) - {"nobody"} | {"former coordinator of another school"}
AGREED = KEPT - {"guest"}
FORMER = COORDINATOR | {"former coordinator"}
NONE: frozenset[str] = frozenset()
NEW = SchoolId("cccccccc")
NAME = "Sari Dewi"


@dataclass(frozen=True)
class Tap:
    """What is done in the chat: the event, where she stands, what her question has kept."""

    event: Event
    place: str = "menu.main"
    args: tuple[str, ...] = ()
    kept: dict[str, str] = field(default_factory=dict)
    code: str = ""


@dataclass(frozen=True)
class Act:
    """One change: who may wish it, and how she does in the chat; None where there it is part of another."""

    change: Of
    may: frozenset[str]
    tap: Callable[[SchoolId], Tap] | None


def _of_school(make: Callable[[SchoolId], SchoolChange]) -> Of:
    return lambda school, _: ChangeSchool(school, make(school))


def _press(data: str, place: str = "menu.main", **kept: str) -> Callable[[SchoolId], Tap]:
    """Return a tap of a button of a school; ``{s}``, ``{t}`` and ``{c}`` name school, teacher, coordinator."""

    def tap(school: SchoolId) -> Tap:
        names = {
            "s": school,
            "t": str(target(school)),
            "c": str(second_coordinator(school)),
            "m": handover(school).mark,
            "n": str(int(NOW.timestamp())),
        }
        screen, *args = place.format(**names).split(" ")
        return Tap(Press(data.format(**names)), screen, tuple(args), kept)

    return tap


def _named(code: Code) -> Tap:
    """Return the tap that takes a name for who came by a link."""
    return Tap(Press("join:name"), "join.name", (), {"offered": NAME}, str(code))


SCHOOL_ACTS: dict[type, Act] = {
    FoundSchool: Act(
        lambda _, __: ChangeSchool(NEW, FoundSchool(name="SDN Baru", zone=Zone.WIB, npsn=None)),
        ADMIN,
        _press("admin:make", "admin.npsn", name="SDN Baru", zone="WIB"),
    ),
    OpenInvite: Act(_of_school(lambda _: OpenInvite()), COORDINATOR, _press("school:renew:{s}")),
    CloseInvite: Act(_of_school(lambda _: CloseInvite()), COORDINATOR, _press("school:close:{s}")),
    OfferHandover: Act(_of_school(lambda _: OfferHandover()), BOTH, _press("school:offer:{s}")),
    WithdrawLink: Act(
        _of_school(lambda school: WithdrawLink(handover(school).mark)),
        BOTH,
        _press("school:withdraw:{s}:{m}"),
    ),
    TakeHandover: Act(
        _of_school(lambda school: TakeHandover(handover(school).fingerprint, "Sari Dewi")),
        AGREED,
        lambda school: _named(Code(COORDINATOR_CODE, school, SECRET + school)),
    ),
    RemoveCoordinator: Act(
        _of_school(lambda school: RemoveCoordinator(second_coordinator(school))),
        ADMIN,
        _press("admin:removed:{s}:{c}"),
    ),
    ForgetCoordinator: Act(
        lambda school, actor: ChangeSchool(school, ForgetCoordinator(actor)), FORMER, None
    ),
    CorrectName: Act(
        _of_school(lambda _: CorrectName("SDN Benar")),
        BOTH,
        _press("sdata:named:{s}", "sdata.sure {s}", name="SDN Benar"),
    ),
    CorrectZone: Act(
        _of_school(lambda _: CorrectZone(Zone.WIT)), BOTH, _press("sdata:set:{s}:WIT")
    ),
    CorrectNpsn: Act(
        _of_school(lambda _: CorrectNpsn("20104323")),
        ADMIN,
        lambda school: Tap(Typed("20104323"), "sdata.npsn", (school,)),
    ),
    RenameTeacher: Act(
        _of_school(lambda school: RenameTeacher(target(school), "Nama Benar")),
        COORDINATOR,
        _press("teacher:named:{s}:{t}", "teacher.named {s} {t}", name="Nama Benar"),
    ),
    RemoveTeacher: Act(
        _of_school(lambda school: RemoveTeacher(target(school))),
        COORDINATOR,
        _press("teacher:out:{s}:{t}"),
    ),
    ShiftWindow: Act(
        _of_school(lambda _: ShiftWindow("2027-Q1", 7)),
        COORDINATOR,
        _press("schedule:shift:{s}:2027-Q1:7"),
    ),
    SetQuiet: Act(
        _of_school(
            lambda _: SetQuiet((Period(NOW.date(), NOW.date() + timedelta(days=1), "Libur"),))
        ),
        COORDINATOR,
        lambda school: Tap(Typed("24 Desember"), "schedule.quiet", (school,)),
    ),
    SetSaturdays: Act(
        _of_school(lambda _: SetSaturdays(open=True)), COORDINATOR, _press("schedule:week:{s}:six")
    ),
}
"""Changes of a school."""


def _order(order: Order) -> Act:
    moment = NOW + timedelta(hours=20) if order is Order.AT else None

    def tap(school: SchoolId) -> Tap:
        key = head_id(school, order)
        data = f"siar:do:{school}:{key}:{order}"
        if moment:
            data = f"siar:move:{school}:{key}:{int(moment.timestamp())}"
        return Tap(Press(data))

    return Act(
        lambda school, _: OrderBroadcast(school, head_id(school, order), order, at=moment),
        COORDINATOR,
        tap,
    )


ORDERS: dict[Order, Act] = {order: _order(order) for order in Order}
"""Orders to broadcasts."""

OTHERS: dict[type, Act] = {
    JoinSchool: Act(
        lambda school, _: JoinSchool(Code(TEACHER_CODE, school, "s" * 22), NAME),
        AGREED,
        lambda school: _named(Code(TEACHER_CODE, school, "s" * 22)),
    ),
    ConfirmBroadcast: Act(
        lambda school, actor: ConfirmBroadcast(
            announced(school, actor, Recipient(target(school), "Guru 5"))
        ),
        COORDINATOR,
        None,
    ),
    ShareEvaluation: Act(
        lambda school, actor: ShareEvaluation(
            announced(school, actor, Recipient(second_coordinator(school), "Yosef"), "Q4")
        ),
        frozenset({"teacher"}),
        None,
    ),
    SendReply: Act(
        lambda school, _: SendReply(
            school,
            Reply(id="e" * 12, answers=head_id(school, Order.STOP), text="Siap", at=NOW),
        ),
        COORDINATOR | {"teacher"},
        lambda school: Tap(
            Typed("Siap", replies_to=(f"reply:to:{school}:{head_id(school, Order.STOP)}",))
        ),
    ),
    RequestNudges: Act(
        lambda school, actor: RequestNudges(
            NudgeRequest(
                id=f"{school}-1-abc",
                school=school,
                group=TeacherGroup.NOT_BEGUN,
                asked_at=NOW,
                due_at=NOW,
                waiting=(target(school),),
                by=actor,
            )
        ),
        COORDINATOR,
        None,
    ),
    NoteExport: Act(lambda school, _: NoteExport(school, 2), COORDINATOR, None),
    EraseOwnData: Act(lambda _, __: EraseOwnData(), KEPT, _press("privacy:erased:{n}")),
    GiveSign: Act(lambda _, __: GiveSign(), KEPT, None),
    WithdrawConsent: Act(lambda _, __: WithdrawConsent(), AGREED, _press("privacy:withdraw")),
}
"""All other changes; a note of an export is what the export of a workbook does, see LOOKS."""

LOOKS: dict[str, frozenset[str]] = {
    "joined": BOTH,
    "teachers": COORDINATOR,
    "recap": COORDINATOR,
    "acts": BOTH,
    "broadcasts": COORDINATOR,
    "broadcast": COORDINATOR,
    "invitation": COORDINATOR,
    "picture": COORDINATOR,
    "workbook": COORDINATOR,
    "schools": ADMIN,
    "health": ADMIN,
    "own_data": KEPT,
    "portfolio": KEPT,
}
"""What may be looked at, and by whom."""

NOT_HERS = (
    ChangeSchool(SchoolId("aaaaaaaa"), ForgetCoordinator(12)),
    ChangeSchool(SchoolId("aaaaaaaa"), TakeHandover(fingerprint_of("geraten"), "Sari Dewi")),
    ChangeSchool(
        SchoolId("aaaaaaaa"), TakeHandover(handover(SchoolId("bbbbbbbb")).fingerprint, "Sari")
    ),
    ChangeSchool(SchoolId("nirgends"), OpenInvite()),
    JoinSchool(Code(TEACHER_CODE, SchoolId("aaaaaaaa"), "t" * 22), "Sari Dewi"),
    JoinSchool(Code(TEACHER_CODE, SchoolId("nirgends"), "s" * 22), "Sari Dewi"),
    ConfirmBroadcast(announced(SchoolId("aaaaaaaa"), 12, Recipient(15, "Guru 5"))),
    ConfirmBroadcast(announced(SchoolId("nirgends"), 11, Recipient(15, "Guru 5"))),
    ShareEvaluation(announced(SchoolId("aaaaaaaa"), 15, Recipient(12, "Yosef"), "Q4")),
    SendReply(SchoolId("nirgends"), Reply(id="e" * 12, answers="e" * 12, text="Siap", at=NOW)),
    OrderBroadcast(SchoolId("nirgends"), head_id(SchoolId("aaaaaaaa"), Order.STOP), Order.STOP),
)
"""What nobody may wish, whatever her role: to step down for another, a link guessed, no school."""
