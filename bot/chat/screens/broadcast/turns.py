"""What is told of a broadcast that comes again every quarter: its next dates, before and after the sending."""

from datetime import datetime
from itertools import islice

from bot.chat.turn_context import TurnContext
from bot.domain.broadcast.repetition import turns
from bot.domain.school.school import School

TOLD = 2
"""Turns that are told; later ones may lie in years whose calendar is not known yet."""


def next_turns(s: TurnContext, school: School, first: datetime, after: datetime) -> str:
    """Return the next moments of a repeated broadcast that began at ``first``, after another moment."""
    coming = islice(turns(first, school, s.world.calendar, after), TOLD)
    moments = [s.world.texts.moment(moment, s.person.zone) for moment in coming]
    return s.say("broadcast-turns", moments="; ".join(moments))
