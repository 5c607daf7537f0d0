"""The places and buttons of answers to a broadcast, with what they carry."""

from dataclasses import dataclass
from typing import Literal

from bot.chat.routes import Bare, BroadcastId, OfSchool, Route


@dataclass(frozen=True, slots=True)
class Answering(OfSchool):
    """The broadcast or letter that is answered."""

    broadcast: BroadcastId


@dataclass(frozen=True, slots=True)
class OfLetter:
    """The letter her words would be."""

    letter: str


@dataclass(frozen=True, slots=True)
class SendingLetter(OfLetter):
    """The same, and whether what waited before goes along."""

    also: Literal["both"] | None = None


REPLY_TO = Route("reply.to", Answering)
REPLY_WRITE = Route("reply.write", Answering)
REPLY_CANCEL = Bare("reply.cancel")
OFFER_SEND = Route("offer.send", SendingLetter)
OFFER_LOOK = Route("offer.look", OfLetter)
OFFER_DROP = Route("offer.drop", OfLetter)
