"""Ringkasan Portofolio: what it holds and how large it is, before it is sent."""

from bot.chat.family import Done, ShownPlace
from bot.chat.files.document import kilobytes
from bot.chat.files.fields import Teller
from bot.chat.files.portfolio import is_empty, portfolio
from bot.chat.files.sending import SendPortfolio
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.portfolio.home import open_home
from bot.chat.screens.portfolio.routes import COPY_HOME, SUMMARY_OFFER, SUMMARY_SEND
from bot.chat.turn_context import Answer, TurnContext, rows


def show_offer(s: TurnContext) -> Screen:
    """Draw what the pages hold, how large the file is at most, and what it is not."""
    size = kilobytes(portfolio(Teller(s.world, s.person), s.now))
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


SHOWS: tuple[ShownPlace, ...] = (shown(SUMMARY_OFFER, show_offer),)
VERBS: tuple[Done, ...] = (
    done(SUMMARY_OFFER, open_offer),
    done(SUMMARY_SEND, send),
)
