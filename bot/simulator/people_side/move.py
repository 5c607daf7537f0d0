"""Reads a wish to move the clock and carries it out: by so much, to a moment, to the next message.

Must not know HTTP, nor what is due.
"""

from datetime import datetime, timedelta

from bot.simulator.errors import Json, PersonError
from bot.simulator.journey import Journey


async def move(journey: Journey, wish: Json) -> None:
    """Move the clock as wished. Raises PersonError when no moment can be read.

    ``{"advance_seconds": n}``, ``{"to": moment}`` (back only with ``allow_back``), or
    ``{"to": moment, "message_for": [ids], "milestone": bool}``: shortly before the next message to one
    of them, or to the moment where there is none.
    """
    now = journey.clock.now()
    try:
        if "to" not in wish:
            by = timedelta(seconds=float(wish["advance_seconds"]))
            if by < timedelta():
                raise PersonError("the clock does not run backwards")
            await journey.travel(now + by)
            return
        to = datetime.fromisoformat(wish["to"])
        if to.tzinfo is None:
            raise PersonError("the moment needs its offset from UTC")
        people = frozenset(int(person) for person in wish.get("message_for", ()))
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise PersonError("no moment to move the clock to can be read") from error
    if to < now and not wish.get("allow_back"):
        raise PersonError("the clock does not run backwards")
    if to < now:
        journey.clock.set(to)
    elif people:
        await journey.travel_to_message(people, milestone=bool(wish.get("milestone")), otherwise=to)
    else:
        await journey.travel(to)
