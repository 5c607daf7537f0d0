"""Where she stands in a step, as the step's own page says it: its mark, her focus, her level. Telegram HTML."""

from collections.abc import Mapping

from bot.chat.turn_context import TurnContext
from bot.domain.calendar.quarter import local
from bot.domain.coaching.progress import Status
from bot.domain.evaluation.evaluation import finished
from bot.domain.programme.programme import Step, StepSlug


def standing(s: TurnContext, step: Step) -> str:
    """Return whether a step is untouched, under way or done, and what she said of herself there."""
    own = own_words(s, step.slug)
    return f"{_status_line(s, step)}\n{own}" if own else _status_line(s, step)


def listed(s: TurnContext) -> Mapping[StepSlug, Status]:
    """Return how the steps stand in the list, but untouched ones; lived again is under way, done or not."""
    marked = {slug: one.status for slug, one in s.person.progress.items()}
    if active := s.person.coaching.active:
        marked[active.step] = Status.UNDERWAY
    return marked


def _status_line(s: TurnContext, step: Step) -> str:
    entry = s.person.progress.get(step.slug)
    status = entry.status if entry else Status.UNTOUCHED
    moment = (entry.done_at if status is Status.DONE else entry.started_at) if entry else None
    day = s.world.texts.day(moment, s.person.zone) if moment else ""
    said, coaching = status.value, s.person.coaching
    if any(one.step == step.slug for one in coaching.put_off):
        said = "tunda"
    elif status is Status.DONE and coaching.active and coaching.active.step == step.slug:
        said = "lagi"
    return s.say("step-status", status=said, day=day)


def own_words(s: TurnContext, step: StepSlug) -> str:
    """Return what the bot knows of her about a step: "Fokus Anda; pada Oktober Anda memilih tingkat 2".

    Her level is the newest she chose herself; "" where there is nothing to say.
    """
    chosen = next(
        (one for one in reversed(finished(s.person.evaluations)) if step in one.levels), None
    )
    is_focus = step in s.person.focus
    if chosen is None or chosen.finished_at is None:
        return s.say("step-own-focus") if is_focus else ""
    year = local(s.now, s.person.zone).year
    return s.say(
        "step-own",
        focus="ya" if is_focus else "tidak",
        month=s.world.texts.month(local(chosen.finished_at, s.person.zone).date(), year),
        level=chosen.levels[step],
    )
