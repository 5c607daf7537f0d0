"""What pupils showed: the one thing her task counts or notices, as a number or a line."""

from dataclasses import replace

from bot.chat.answers.count import count_in
from bot.chat.answers.refused import refused_line
from bot.chat.family import Done, ShownPlace, Taken, TypedAnswer
from bot.chat.guard import done, shown
from bot.chat.model import Media, MediaKind, Screen
from bot.chat.screens.coaching.choose import gone
from bot.chat.screens.coaching.evidence import send_proof
from bot.chat.screens.coaching.private import asks_first
from bot.chat.screens.coaching.routes import NO_SIGN, PUPILS, OfTry
from bot.chat.screens.coaching.words import (
    cycle_of,
    guide_of,
    head,
    kept,
    meant,
    onward,
    sent_at,
    signed,
    try_open,
    typed_at,
)
from bot.chat.screens.evidence.sent_file import KINDS, not_spoken
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import caption_of, clean_line
from bot.domain.coaching.attempt import Showed
from bot.domain.programme.guide import SignKind

LINE_LENGTH = 300
"""The longest line about pupils, in characters."""


def show_pupils(s: TurnContext, at: OfTry) -> Screen:
    """Ask what pupils showed."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return gone(s)
    sign = guide_of(s, cycle).sign
    asked = sign.question if sign else s.say("coach-pupils-any")
    how = sign.kind if sign else SignKind.LINE
    text = f"{head(s, cycle)}\n\n{s.say('coach-pupils', asked=asked, how=how.value)}"
    if attempt.showed and attempt.showed.words:
        text += "\n\n" + s.say("coach-said-now", words=attempt.showed.words)
    skip = s.button("coach", "pass", NO_SIGN(at.step, at.number))
    return Screen(text, rows((skip, s.menu_button())))


def type_showed(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Keep what pupils showed; a number in it counts where the task counts. A voice note stays beside it."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return None
    line = clean_line(text)
    if refusal := refused_line(s, line, LINE_LENGTH):
        return refusal
    if asked := asks_first(s, at, line):
        return asked
    count = count_in(s.world.texts, line)
    showed = replace(attempt.showed or Showed(), count=count, words=line)
    return signed(s, onward(kept(s, cycle.changed(lambda one: replace(one, showed=showed)))))


def say_showed(s: TurnContext, at: OfTry, event: Media) -> Answer | None:
    """Keep a voice note about pupils with what is written below it; a photo or a document is evidence."""
    cycle = cycle_of(s, at.step)
    if cycle is None or meant(s, at) is None:
        return None
    if event.kind in KINDS and event.kind is not MediaKind.VOICE:
        return send_proof(s, at, event)
    if refusal := not_spoken(s, event, LINE_LENGTH):
        return refusal
    words = caption_of(event)
    if asked := asks_first(s, at, words, event):
        return asked
    showed = Showed(count=count_in(s.world.texts, words), words=words, voice=event.file)
    return signed(s, onward(kept(s, cycle.changed(lambda one: replace(one, showed=showed)))))


def no_sign(s: TurnContext, at: OfTry) -> Answer | None:
    """Go on without it."""
    cycle, attempt = cycle_of(s, at.step), meant(s, at)
    if cycle is None or attempt is None:
        return None
    showed = attempt.showed or Showed()
    return onward(kept(s, cycle.changed(lambda one: replace(one, showed=showed))))


SHOWS: tuple[ShownPlace, ...] = (shown(PUPILS, show_pupils),)
VERBS: tuple[Done, ...] = (
    try_open(PUPILS),
    done(NO_SIGN, no_sign),
)
TYPED: tuple[TypedAnswer, ...] = (typed_at(PUPILS, type_showed),)
SENT: tuple[Taken, ...] = (sent_at(PUPILS, say_showed),)
