"""Bagikan: a teacher's own wish to show one evaluation to her school's coordinators.

Nothing is shared by itself, and nothing stays shared: what she was shown is sent once, as a letter.
"""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.moments.asked_at import asked_at, is_fresh
from bot.chat.screens import results
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.items import gone
from bot.chat.screens.evaluation.routes import Giving, OfQuarter
from bot.chat.screens.evaluation.words import answers, quarter_words
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.asking import FRESH_FOR
from bot.domain.broadcast.broadcast import Announced, Broadcast, Content, Recipient, fingerprint
from bot.domain.broadcast.posting import ShareEvaluation
from bot.domain.evaluation.evaluation import Evaluation, of_quarter
from bot.domain.school.school import School


def share_button(s: TurnContext, evaluation: Evaluation) -> Button | None:
    """Return the way to sharing, for whom has somebody to share with."""
    if not _receivers(s):
        return None
    return s.button("evaluation-view", "share", to.EVALUATION_SHARE(evaluation.quarter))


def _receivers(s: TurnContext) -> tuple[Recipient, ...]:
    coordinators = s.school.coordinators if s.school else ()
    return tuple(Recipient(one.id, one.name) for one in coordinators if one.id != s.person.id)


def _finished(s: TurnContext, at: OfQuarter) -> Evaluation | None:
    found = of_quarter(s.person.evaluations, at.quarter)
    return found if found and found.finished_at else None


def show_share(s: TurnContext, at: OfQuarter) -> Screen:
    """Draw exactly what would be sent and to whom, and ask."""
    evaluation, receivers = _finished(s, at), _receivers(s)
    if evaluation is None:
        return gone(s)
    back = s.button("nav", "back", to.EVALUATION_ANSWERS(evaluation.quarter))
    if s.school is None or not receivers:
        return Screen(s.say("evaluation-share-nobody"), rows((back, s.menu_button())))
    text = s.say(
        "evaluation-share",
        names=", ".join(one.name for one in receivers),
        school=s.school.name,
        quarter=quarter_words(s, evaluation.quarter),
    )
    mark = _mark(s, evaluation, receivers)
    data = to.EVALUATION_GIVE(evaluation.quarter, mark, asked_at(s.now))
    return Screen(
        f"{text}\n<blockquote>{answers(s, evaluation)}</blockquote>",
        rows((s.button("evaluation-share", "give", data), back, s.menu_button())),
    )


def _mark(s: TurnContext, evaluation: Evaluation, receivers: tuple[Recipient, ...]) -> str:
    """Return what stands for exactly these words to exactly these people."""
    return fingerprint(
        str(s.person.id), answers(s, evaluation), *(str(one.id) for one in receivers)
    )


def open_share(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Go to the question."""
    return s.go(to.EVALUATION_SHARE(at.quarter)) if _finished(s, at) else None


def give(s: TurnContext, at: Giving) -> Answer | None:
    """Send what she was shown; if anything has changed since, or some hours have passed, ask again.

    The same words to the same people have the same id, so that they arrive once.
    """
    evaluation, receivers = _finished(s, at), _receivers(s)
    if evaluation is None:
        return None
    if s.school is None or at.mark != _mark(s, evaluation, receivers):
        again = s.go(to.EVALUATION_SHARE(evaluation.quarter))
        return replace(again, toast=s.say("evaluation-share-changed"))
    if not is_fresh(at.asked, s.now, FRESH_FOR):
        return s.go(to.EVALUATION_SHARE(evaluation.quarter), note=s.say("asked-long-ago"))
    announced = Announced(broadcast=_letter(s, s.school, evaluation, at.mark), recipients=receivers)
    going = s.go(
        to.EVALUATION_VIEW(evaluation.quarter, results.SHARED),
        note=s.say("evaluation-share-done"),
    )
    return replace(going, changes=(ShareEvaluation(announced),))


def _letter(s: TurnContext, school: School, evaluation: Evaluation, mark: str) -> Broadcast:
    return Broadcast(
        id=mark,
        school=school.id,
        school_name=school.name,
        by=s.person.id,
        sender=s.person.shown_name or s.address,
        content=Content(text=answers(s, evaluation)),
        made_at=s.now,
        due=s.now,
        shares=quarter_words(s, evaluation.quarter),
    )


SHOWS: tuple[ShownPlace, ...] = (shown(to.EVALUATION_SHARE, show_share, otherwise=gone),)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_SHARE, open_share),
    done(to.EVALUATION_GIVE, give),
)
