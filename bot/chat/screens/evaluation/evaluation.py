"""Evaluasi: the quarter's evaluation from its heads-up to what is offered after it.

This page is the table of contents of all its screens. Formative: never a score, never a rank.
"""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, keeping, shown
from bot.chat.model import Button, Screen
from bot.chat.screens.account.routes import MENU_MAIN
from bot.chat.screens.evaluation import (
    items as evaluation_items,
)
from bot.chat.screens.evaluation import routes as to
from bot.chat.screens.evaluation.course import go_on, quarter_now
from bot.chat.screens.evaluation.routes import OfQuarter
from bot.chat.screens.evaluation.words import (
    belonging,
    belonging_now,
    quarter_words,
    short_quarter_words,
)
from bot.chat.screens.opening.length import begin, earlier
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.asking import is_open
from bot.chat.typed.same import is_one_of, says_only
from bot.domain.calendar.quarter import Quarter
from bot.domain.evaluation.evaluation import Evaluation, EvaluationPart, finished, of_quarter, put


def show_hello(s: TurnContext) -> Screen:
    """Draw what the evaluation is for and how long it takes, and where a begun one goes on."""
    begun = s.person.evaluating
    if begun is None:
        quarter = str(quarter_now(s))
        again = "ya" if earlier(s, quarter) else "tidak"
        words, total = quarter_words(s, quarter), len(s.programme)
        text = s.say("evaluation", quarter=words, total=total, again=again)
        if belongs := belonging_now(s, Quarter.parse(quarter)):
            text += "\n\n" + belongs
        start = s.button("evaluation", "begin", to.EVALUATION_GO(quarter))
        return Screen(text, rows(start, _history_row(s)))
    text = s.say("evaluation-begun", quarter=quarter_words(s, begun.quarter))
    if belongs := belonging(s, begun):
        text += "\n\n" + belongs
    part = begun.next_part(s.programme)
    item = begun.next_item(s.programme)
    at, total = begun.position(item, s.programme) if item else (0, 0)
    text += "\n\n" + s.say("evaluation-left", part=part.value, at=at, total=total)
    anew = _anew_button(s, begun)
    if anew:
        text += "\n\n" + s.say("evaluation-anew", quarter=quarter_words(s, str(quarter_now(s))))
    go = s.button(
        "evaluation",
        "go-on-item" if item else "go-on",
        to.EVALUATION_GO(begun.quarter),
        at=at,
    )
    return Screen(text, rows(go, anew, _history_row(s)))


def _anew_button(s: TurnContext, begun: Evaluation) -> Button | None:
    """Return the button that begins this quarter's evaluation beside one of an earlier quarter."""
    quarter = quarter_now(s)
    if not _may_begin_anew(s, begun, quarter):
        return None
    words = short_quarter_words(s, str(quarter))
    return s.button("evaluation", "anew", to.EVALUATION_ANEW(str(quarter)), quarter=words)


def _history_row(s: TurnContext) -> tuple[Button, ...]:
    history = s.button("evaluation", "history", to.EVALUATION_HISTORY())
    return (*((history,) if s.person.evaluations else ()), s.menu_button())


def _may_begin_anew(s: TurnContext, begun: Evaluation, quarter: Quarter) -> bool:
    is_later = Quarter.parse(begun.quarter) < quarter
    return is_later and not _is_finished(s, str(quarter))


@keeping
def open_evaluation(s: TurnContext) -> Answer:
    """Go to this quarter's evaluation: its heads-up, or its answers when it is finished."""
    quarter = str(quarter_now(s))
    if s.person.evaluating is None and _is_finished(s, quarter):
        return s.go(to.EVALUATION_VIEW(quarter))
    return s.go(to.EVALUATION_HELLO())


@keeping
def start(s: TurnContext) -> Answer:
    """Go to the first open question, from a message that has said what this is about.

    Who evaluates for the first time, or has one of an earlier quarter open, sees the heads-up first.
    """
    begun, quarter = s.person.evaluating, quarter_now(s)
    if begun and not _may_begin_anew(s, begun, quarter):
        return go_on(s, begun)
    if begun or _is_finished(s, str(quarter)) or not earlier(s, str(quarter)):
        return open_evaluation(s)
    return _begin(s, str(quarter))


def go(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Begin the evaluation of a quarter, or go to its first open question."""
    quarter = at.quarter
    begun = s.person.evaluating
    if begun:
        return go_on(s, begun) if begun.quarter == quarter else None
    if quarter != str(quarter_now(s)) or _is_finished(s, quarter):
        return None
    return _begin(s, quarter)


def _is_finished(s: TurnContext, quarter: str) -> bool:
    return of_quarter(finished(s.person.evaluations), quarter) is not None


def _begin(s: TurnContext, quarter: str) -> Answer:
    """Begin an evaluation, or go on with one of that quarter that was broken off."""
    kept = of_quarter(s.person.evaluations, quarter)
    return go_on(s, kept.resumed()) if kept else begin(s, quarter)


def begin_anew(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Begin this quarter's evaluation; an earlier one is kept as it stands."""
    begun, quarter = s.person.evaluating, quarter_now(s)
    if begun is None or at.quarter != str(quarter) or not _may_begin_anew(s, begun, quarter):
        return None
    kept = s.person.evaluations
    if begun.levels:
        kept = put(kept, begun.closed())
    person = replace(s.person, evaluations=kept, evaluating=None)
    return _begin(s.change(person), str(quarter))


def save(s: TurnContext, at: OfQuarter) -> Answer | None:
    """Finish the evaluation, if every question has an answer.

    With every item skipped there is nothing to look at later: at least one is asked for.
    """
    begun = s.person.evaluating
    if begun is None or at.quarter != begun.quarter:
        return s.stay() if s.person.place.screen == to.EVALUATION_DONE.name else None
    if begun.next_part(s.programme) is not EvaluationPart.SUMMARY:
        return None
    if not begun.levels:
        return s.go(to.EVALUATION_EDIT(begun.quarter), note=s.say("evaluation-all-skipped"))
    evaluations = put(s.person.evaluations, replace(begun, finished_at=s.now))
    person = replace(s.person, evaluating=None, evaluations=evaluations)
    return s.change(person).go(to.EVALUATION_DONE(begun.quarter))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Understand typed text as the level of the item on the screen; None if none is open."""
    if to.EVALUATION_ITEM.at(s.person.place) is None:
        return None
    return evaluation_items.named(s, text) or evaluation_items.typed(s, text)


def begin_said(s: TurnContext, text: str) -> Answer | None:
    """Take "mulai" on the heads-up as its first button; elsewhere the word opens the menu."""
    if not is_one_of(s, text, s.world.texts.words("evaluation", "said-begin")):
        return save_said(s, text)
    begun = s.person.evaluating
    return go(s, OfQuarter(begun.quarter if begun else str(quarter_now(s))))


def save_said(s: TurnContext, text: str) -> Answer | None:
    """Take "ya simpan" or "sudah sesuai" as the button that saves what is answered in full; None for all else."""
    begun, texts = s.person.evaluating, s.world.texts
    said = texts.words("evaluation-summary", "said-save")
    beside = texts.words("evaluation-summary", "said-beside")
    if begun is None or not says_only(s, text, said, beside):
        return None
    return save(s, OfQuarter(begun.quarter))


def skip(s: TurnContext) -> Answer | None:
    """Pass the item that is open."""
    item = to.EVALUATION_ITEM.at(s.person.place)
    return evaluation_items.skip_item(s, item) if item else None


def way_out(s: TurnContext, note: str) -> Answer | None:
    """Leave an open question: home; what is answered stays kept."""
    del note
    if not is_open(s.person) or s.person.place.screen == to.EVALUATION_SHARE.name:
        return None
    return s.go(MENU_MAIN(), note=s.say("evaluation-kept"))


SHOWS: tuple[ShownPlace, ...] = (shown(to.EVALUATION_HELLO, show_hello),)
VERBS: tuple[Done, ...] = (
    done(to.EVALUATION_OPEN, open_evaluation),
    done(to.EVALUATION_START, start),
    done(to.EVALUATION_GO, go),
    done(to.EVALUATION_ANEW, begin_anew),
    done(to.EVALUATION_SAVE, save),
)
