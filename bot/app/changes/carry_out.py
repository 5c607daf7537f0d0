"""What a person may change besides her own document: the table of contents of this folder.

A kind of change that has no line here is a type error.
"""

from dataclasses import dataclass
from typing import assert_never

from bot.app.changes.broadcast import order_broadcast
from bot.app.changes.draft import CommitDraft
from bot.app.changes.export import note_export
from bot.app.changes.joining import join_school
from bot.app.changes.leaving import erase, give_sign, withdraw
from bot.app.changes.posting import UNADDRESSED, Addressed, send
from bot.app.changes.request import request_nudges
from bot.app.changes.school import change_school
from bot.app.changes.traces import Traces
from bot.chat.model import Change
from bot.domain.broadcast.order import OrderBroadcast
from bot.domain.broadcast.posting import ConfirmBroadcast, SendReply, ShareEvaluation
from bot.domain.person.joining import JoinSchool
from bot.domain.person.leaving import EraseOwnData, GiveSign, WithdrawConsent
from bot.domain.roster.nudge_request import RequestNudges
from bot.domain.school.access import AccessRefused
from bot.domain.school.audit import NoteExport
from bot.domain.school.school import School
from bot.domain.school.school_change import ChangeSchool
from bot.store.base import Ref
from bot.store.codec.schools import SCHOOLS


@dataclass(slots=True)
class LookedFor:
    """What was looked for outside the commit, because it takes reading more than that can hold."""

    traces: Traces | None = None
    addressed: Addressed = UNADDRESSED


def carry_out(
    draft: CommitDraft, change: Change, actor: int, found: LookedFor
) -> AccessRefused | None:
    """Write down what a change means, if the actor may do it; else return what she is refused."""
    match change:
        case ChangeSchool():
            return change_school(draft, change, actor)
        case JoinSchool():
            return join_school(draft, change, actor)
        case OrderBroadcast():
            return order_broadcast(draft, change, actor)
        case ConfirmBroadcast() | ShareEvaluation() | SendReply():
            return send(draft, change, actor, found.addressed)
        case RequestNudges():
            return request_nudges(draft, change, actor)
        case NoteExport():
            return note_export(draft, change, actor)
        case EraseOwnData():
            return erase(draft, actor, found.traces)
        case WithdrawConsent():
            return withdraw(draft, actor, found.traces)
        case GiveSign():
            return give_sign(draft, actor)
        case _:
            assert_never(change)


def school_of(change: Change) -> Ref[School] | None:
    """Name the school a change concerns; None where it concerns none, or only herself."""
    match change:
        case ChangeSchool(school) | OrderBroadcast(school) | NoteExport(school) | SendReply(school):
            return Ref(SCHOOLS, school)
        case JoinSchool(code):
            return Ref(SCHOOLS, code.school)
        case RequestNudges(request):
            return Ref(SCHOOLS, request.school)
        case ConfirmBroadcast(announced) | ShareEvaluation(announced):
            return Ref(SCHOOLS, announced.broadcast.school)
        case EraseOwnData() | WithdrawConsent() | GiveSign():
            return None
        case _:
            assert_never(change)
