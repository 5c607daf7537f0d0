"""A school: joining, recap, schedule, its data. The table of contents of their screens."""

from bot.chat.family import ScreenFamily


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
    )
