"""The stored form of coordinators' requests to remind teachers. Must not decide anything about them."""

from pydantic import TypeAdapter

from bot.domain.roster.nudge_request import NudgeRequest
from bot.store.base import Kind, Summary
from bot.store.codec.plain_kind import kind_of


def _summarise(request: NudgeRequest) -> Summary:
    return Summary(due=request.due_at.timestamp(), school=request.school)


REQUESTS: Kind[NudgeRequest] = kind_of("requests", TypeAdapter(NudgeRequest), _summarise)
