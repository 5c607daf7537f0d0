"""A school: joining, recap, schedule, its data. The table of contents of their screens."""

from collections.abc import Mapping

from bot.chat.family import Asks, Question, ScreenFamily
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.school import join, own_name, recap, schedule, school, school_data

    return ScreenFamily(
        shows=(
            *join.SHOWS,
            *own_name.SHOWS,
            *school.SHOWS,
            *recap.SHOWS,
            *schedule.SHOWS,
            *school_data.SHOWS,
        ),
        verbs=(
            *join.VERBS,
            *own_name.VERBS,
            *school.VERBS,
            *recap.VERBS,
            *schedule.VERBS,
            *school_data.VERBS,
        ),
        typed=(join.typed, schedule.typed, school_data.typed, own_name.typed),
        ways_out={
            "ownname": own_name.way_out,
            "sdata": school_data.way_out,
            "schedule": schedule.way_out,
        },
        commands={CommandId.SCHOOLS: school.asked_schools},
        questions=_questions(),
    )


def _questions() -> Mapping[str, Question]:
    from bot.chat.screens.school import join
    from bot.chat.screens.school import routes as r

    outward, waits = Asks.OPEN | Asks.OUTWARD, Asks.OPEN | Asks.WAITS
    renamed = Question(asks=outward | Asks.RENAME | Asks.LINE)
    sure = (r.JOIN_SURE, r.SCHOOL_SURE, r.SDATA_ZONE)
    return {
        **{route.name: Question(asks=Asks.OPEN) for route in sure},
        r.JOIN_OFFER.name: Question(asks=waits),
        r.JOIN_NAME.name: Question(
            asks=outward | waits | Asks.WORDS | Asks.LINE | Asks.NAME,
            longest=join.NAME_LENGTH,
            take=join.take_as,
            later=join.later,
        ),
        r.SCHEDULE_QUIET.name: Question(asks=outward | waits | Asks.TIME),
        **dict.fromkeys((r.SDATA_NAME.name, r.OWNNAME_NAME.name), renamed),
        r.SDATA_NPSN.name: Question(asks=outward | Asks.LINE),
        **dict.fromkeys((r.SDATA_SURE.name, r.OWNNAME_SURE.name), Question(asks=outward)),
    }
