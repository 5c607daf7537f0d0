"""What she answers the coach in other ways than by its buttons: at the gate, to the question about her plan."""

from bot.chat.family import ScreenFamily
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after the coach's routes."""
    from bot.chat.screens.coach_answers import check_back, claim, commands, days, gate, taps

    return ScreenFamily(
        verbs=(*gate.VERBS, *claim.VERBS),
        typed=(*days.TYPED, *taps.TYPED, *gate.TYPED),
        taken=(*check_back.SENT, *gate.SENT),
        commands={CommandId.TASK: commands.open_task, CommandId.PROOF: commands.open_proof},
    )
