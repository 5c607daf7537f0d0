"""Ringkasan Portofolio: what it holds and how large it is, before it is sent."""

from bot.chat.family import Done, ShownPlace
from bot.chat.files.fields import Teller, cycle_begun
from bot.chat.files.portfolio import is_empty, most_kilobytes
from bot.chat.files.sending import Paper, SendPortfolio
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.portfolio.home import open_home
from bot.chat.screens.portfolio.routes import (
    COPY_CYCLE,
    COPY_HOME,
    PAPER,
    PRACTICE,
    SUMMARY_OFFER,
    SUMMARY_SEND,
    OfCycle,
    OfPaper,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.coaching.progress import done_count


def show_offer(s: TurnContext) -> Screen:
    """Draw what the pages hold, how large the file is at most, and what it is not."""
    size = most_kilobytes(Teller(s.world, s.person), s.now)
    return Screen(
        s.say("portfolio-offer", size=size, notice=s.world.texts.pick("portfolio", "notice")),
        rows(
            s.button("portfolio-offer", "send", SUMMARY_SEND(), size=size),
            (s.button("nav", "back", COPY_HOME()), s.menu_button()),
        ),
    )


def open_offer(s: TurnContext) -> Answer:
    """Go to the offer; without anything to tell to where she may begin."""
    return open_home(s) if is_empty(Teller(s.world, s.person)) else s.go(SUMMARY_OFFER())


def send(s: TurnContext) -> Answer:
    """Have the pages made and sent."""
    if is_empty(Teller(s.world, s.person)):
        return open_home(s)
    return Answer(person=s.go(SUMMARY_OFFER()).person, effects=(SendPortfolio(),))


def send_paper(s: TurnContext, at: OfPaper) -> Answer:
    """Have a card or a statement made and sent; its size stood on the button."""
    has_done = done_count(s.person.progress, s.programme) > 0
    if at.paper is not Paper.CARD and not (at.paper is Paper.STATEMENT and has_done):
        return open_home(s)
    return Answer(person=s.go(COPY_HOME()).person, effects=(SendPortfolio(at.paper),))


def send_practice(s: TurnContext, at: OfCycle) -> Answer | None:
    """Have one practice made and sent, while its cycle is there."""
    if cycle_begun(s.person.coaching, at.step, at.begun) is None:
        return None
    wish = SendPortfolio(Paper.PRACTICE, at.step, at.begun)
    return Answer(person=s.go(COPY_CYCLE(at.step, at.begun)).person, effects=(wish,))


SHOWS: tuple[ShownPlace, ...] = (shown(SUMMARY_OFFER, show_offer),)
VERBS: tuple[Done, ...] = (
    done(SUMMARY_OFFER, open_offer),
    done(SUMMARY_SEND, send),
    done(PAPER, send_paper),
    done(PRACTICE, send_practice),
)
