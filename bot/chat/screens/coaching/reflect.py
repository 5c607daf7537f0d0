"""The reflection: two questions of the step, one a message, in words or by voice, each skippable; then once more or not."""

from dataclasses import replace

from bot.chat.answers.refused import refused_line
from bot.chat.answers.setting import setting_of
from bot.chat.family import Done, ShownPlace, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Media, MediaKind, Screen
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.coaching.choose import gone
from bot.chat.screens.coaching.evidence import send_proof
from bot.chat.screens.coaching.private import asks_first
from bot.chat.screens.coaching.rehearse import SAID_LENGTH
from bot.chat.screens.coaching.routes import (
    AGAIN,
    CLOSE,
    ENOUGH,
    ONCE_MORE,
    PROOF,
    REFLECT,
    UNREFLECTED,
    Nth,
    OfTry,
)
from bot.chat.screens.coaching.words import (
    cycle_of,
    guide_of,
    head,
    kept,
    meant,
    onward,
    praise,
    sent_at,
    signed,
    step_of,
    try_open,
    typed_at,
)
from bot.chat.screens.evidence.sent_file import KINDS, not_spoken
from bot.chat.screens.steps.routes import OfStep
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import caption_of, clean_line
from bot.content.texts import Html
from bot.domain.coaching.attempt import QUESTIONS, Attempt
from bot.domain.coaching.cycle import answered_again
from bot.domain.coaching.evidence import SKIPPED, Said


def show_question(s: TurnContext, at: Nth) -> Screen:
    """Ask one question."""
    one_try = OfTry(at.step, at.number)
    cycle, attempt = cycle_of(s, at.step), meant(s, one_try)
    if cycle is None or attempt is None or not 0 <= at.nth < QUESTIONS:
        return gone(s)
    text = s.say(
        "coach-reflect", at=at.nth + 1, total=QUESTIONS, asked=_question(s, at), limit=SAID_LENGTH
    )
    known = _known(attempt, at.nth)
    if known.words:
        text += "\n\n" + s.say("coach-said-now", words=known.words)
    skip = s.button("coach", "pass", UNREFLECTED(at.step, at.number, at.nth))
    return Screen(f"{head(s, cycle)}\n\n{text}", rows((skip, s.menu_button())))


def _question(s: TurnContext, at: Nth) -> str:
    step = step_of(s, at.step)
    asked = (step.looking_back or step.questions) if step else ()
    return asked[at.nth] if at.nth < len(asked) else s.say("coach-reflect-any")


def type_answer(s: TurnContext, at: Nth, text: str) -> Answer | None:
    """Keep a typed answer."""
    line = clean_line(text)
    if refusal := refused_line(s, line, SAID_LENGTH):
        return refusal
    if asked := asks_first(s, OfTry(at.step, at.number), line):
        return asked
    return _answered(s, at, Said(words=line))


def say_answer(s: TurnContext, at: Nth, event: Media) -> Answer | None:
    """Keep a spoken answer with what is written below it; a photo or a document is evidence."""
    one_try = OfTry(at.step, at.number)
    if event.kind in KINDS and event.kind is not MediaKind.VOICE:
        return _beside(s, send_proof(s, one_try, event))
    if refusal := not_spoken(s, event, SAID_LENGTH):
        return refusal
    words = caption_of(event)
    asked = asks_first(s, one_try, words, event)
    return asked or _answered(s, at, Said(words=words, voice=event.file))


def _beside(s: TurnContext, answer: Answer | None) -> Answer | None:
    """Return to the question from the list of evidence."""
    if answer is None or PROOF.at(answer.person.place) is None:
        return answer
    return replace(answer, person=replace(answer.person, place=s.person.place))


def send_after(s: TurnContext, at: OfTry, event: Media) -> Answer | None:
    """Keep a file that is sent once she has looked back as evidence; the question stays open."""
    return _beside(s, send_proof(s, at, event)) if event.kind in KINDS else None


def pass_question(s: TurnContext, at: Nth) -> Answer | None:
    """Go on without an answer; one that is there stays."""
    attempt = meant(s, OfTry(at.step, at.number))
    if attempt is None:
        return None
    return _answered(s, at, _known(attempt, at.nth))


def _known(attempt: Attempt, nth: int) -> Said:
    """Return the answer that is there."""
    return attempt.reflections[nth] if nth < len(attempt.reflections) else SKIPPED


def _answered(s: TurnContext, at: Nth, said: Said) -> Answer | None:
    cycle = cycle_of(s, at.step)
    attempt = meant(s, OfTry(at.step, at.number))
    if cycle is None or attempt is None or at.nth >= QUESTIONS:
        return None
    known = _known(attempt, at.nth)
    answer = onward(kept(s, cycle.changed(lambda one: one.reflected(at.nth, said))))
    return answer if said == known else signed(s, answer)


def show_again(s: TurnContext, at: OfTry) -> Screen:
    """Recommend a second try, once."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return gone(s)
    setting = setting_of(s.world, s.person).value
    text = s.say("coach-again", praise=praise(s, cycle, attempt), setting=setting)
    if twist := guide_of(s, cycle).again:
        text += "\n\n" + s.say("coach-again-twist", twist=Html(twist))
    return Screen(
        text,
        rows(
            s.button("coach-again", "more", ONCE_MORE(at.step, at.number)),
            s.button("coach-again", "enough", ENOUGH(at.step, at.number)),
            s.menu_button(),
        ),
    )


def ask_again(s: TurnContext, at: OfStep) -> Answer | None:
    """Recommend a second try once more to whoever wants it after all; after two the way is to begin anew."""
    cycle = cycle_of(s, at.step)
    if cycle is None or not cycle.tried:
        return None
    if cycle.again:
        way = s.button("coach-summary", "close", CLOSE(at.step))
        return s.short(s.say("coach-more"), rows((way, s.button("aside", "back", MEANT_STAY()))))
    return onward(kept(s, replace(cycle, again=None)))


def once_more(s: TurnContext, at: OfTry) -> Answer | None:
    """Begin the second try: its day is asked next."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return None
    twist = guide_of(s, cycle).again
    return onward(kept(s, answered_again(cycle, s.now, again=True, twist=twist)))


def enough(s: TurnContext, at: OfTry) -> Answer | None:
    """Go on without a second try."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return None
    return onward(kept(s, answered_again(cycle, s.now, again=False)))


SHOWS: tuple[ShownPlace, ...] = (
    shown(REFLECT, show_question),
    shown(AGAIN, show_again),
)
VERBS: tuple[Done, ...] = (
    try_open(REFLECT),
    done(UNREFLECTED, pass_question),
    try_open(AGAIN),
    done(ONCE_MORE, once_more),
    done(ENOUGH, enough),
)
TYPED: tuple[TypedAnswer, ...] = (typed_at(REFLECT, type_answer),)
SENT: tuple[Taken, ...] = (sent_at(REFLECT, say_answer), sent_at(AGAIN, send_after))
