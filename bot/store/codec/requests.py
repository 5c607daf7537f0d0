"""The stored form of coordinators' requests to remind teachers. Must not decide anything about them."""

from bot.domain.roster.nudge_request import NudgeRequest
from bot.store.base import Kind
from bot.store.codec.plain_kind import kind_of
from bot.store.facts import Equal, Ranged

REQUEST_DUE: Ranged[NudgeRequest, float] = Ranged(
    "due", float, lambda request: request.due_at.timestamp()
)
REQUEST_BY: Equal[NudgeRequest, int] = Equal("by", int, lambda request: request.by)
"""The coordinator who asks."""

REQUESTS: Kind[NudgeRequest] = kind_of("requests", NudgeRequest, REQUEST_DUE, REQUEST_BY)
