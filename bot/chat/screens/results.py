"""Which screens are results: they stay in the conversation when she goes on from them.

Must not know how a screen is sent; one that is ``apart`` never takes the place of another.
"""

from typing import Literal

from bot.domain.person.person import Place

ALWAYS = frozenset({"evaluation.done", "evaluation.plan"})
"""A saved evaluation with what has changed, and a plan."""

SHARED: Literal["dibagikan"] = "dibagikan"
"""An argument of the place to which sharing leads: what was shared stays in sight."""

PAIR = 2
"""A comparison is a result once both its quarters are chosen."""


def is_result(place: Place) -> bool:
    """Say whether a place shows the result of what she did."""
    match place.screen:
        case "evaluation.compare":
            return len(place.args) == PAIR
        case "evaluation.view":
            return SHARED in place.args
        case screen:
            return screen in ALWAYS
