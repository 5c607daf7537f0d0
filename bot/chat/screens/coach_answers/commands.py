"""/tugas and /bukti: they lead to the very act of the active step."""

from bot.chat.guard import keeping
from bot.chat.screens.coaching.begin import begin
from bot.chat.screens.coaching.routes import PROOF
from bot.chat.screens.coaching.words import onward, this_try
from bot.chat.screens.portfolio.routes import COPY_HOME
from bot.chat.screens.steps.routes import STEPS_LIST, OfStep
from bot.chat.turn_context import Answer, TurnContext


def open_task(s: TurnContext) -> Answer:
    """Go where the active step goes on, else take up the one put off last; without one to the steps."""
    coaching = s.person.coaching
    if coaching.active is None and coaching.put_off and s.person.may_be_stored:
        return begin(s, OfStep(coaching.put_off[-1].step)) or s.go(STEPS_LIST())
    return onward(s) if s.person.may_be_stored else s.go(STEPS_LIST())


@keeping
def open_proof(s: TurnContext) -> Answer:
    """Go to the evidence of the try under way; before it to the plan, without one to what is kept."""
    cycle = s.person.coaching.active
    if cycle is None or cycle.current is None:
        return s.go(COPY_HOME()) if cycle is None else onward(s)
    if cycle.current.tried_on is None:
        return onward(s, note=s.say("coach-proof-before"))
    at = this_try(cycle)
    return s.go(PROOF(at.step, at.number))
