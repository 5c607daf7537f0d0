"""What has grown since the last evaluation: said first when the next one begins."""

from bot.chat.turn_context import TurnContext
from bot.domain.evaluation.evaluation import Evaluation


def grown_words(s: TurnContext, before: Evaluation) -> tuple[str, ...]:
    """Return the focus steps that she closed at a higher level than she had chosen; () for none."""
    lines = []
    for slug in before.focus:
        levels = [
            cycle.level
            for cycle in s.person.coaching.history
            if cycle.step == slug
            and cycle.level
            and before.finished_at
            and cycle.closed_at
            and cycle.closed_at > before.finished_at
        ]
        step, chosen = s.programme.step(slug), before.known.get(slug)
        if step and levels and chosen and levels[-1] > chosen:
            texts = s.world.texts
            lines.append(
                s.say(
                    "change-step",
                    number=step.number,
                    label=step.label,
                    before=texts.pick("rubric", str(chosen)),
                    after=texts.pick("rubric", str(levels[-1])),
                )
            )
    return ("\n".join((s.say("evaluation-grown"), *lines)),) if lines else ()
