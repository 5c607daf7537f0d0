"""What comes first wherever she stands: to stop, to delete, to withdraw, to cancel.

Sure is done, doubtful is asked about with her words kept for a tap. Must not hold words.
"""

from bot.chat.family import TABLE, Asks
from bot.chat.model import Media, Typed
from bot.chat.screens.account import keeping, meant, menu, privacy
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.coach_answers import check_back, claim
from bot.chat.screens.reminders import reminders
from bot.chat.screens.replies import offers
from bot.chat.screens.replies import replies as letters
from bot.chat.screens.school import said
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed import asking, commands, plain
from bot.chat.typed.heard import GRAVE, About
from bot.chat.typed.line import words_in
from bot.chat.typed.wording import Wish

SENDING = ("reply.", "siar.")
"""Where something is being written that goes out."""


def wished(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Do or ask about a wish that comes first; None for all else.

    What is put as a question, stands beside other words, or could as well be meant for whoever is
    answered, is asked about.
    """
    text, wording = words_in(event), s.world.wording
    wish = wording.wish(text)
    if (answer := _of_her_school(s, event, wish)) is not None:
        return answer
    if wish is Wish.STOP and s.world.hearing.about(text) is About.HOUR:
        return None  # "jangan ganggu malam": only not at that hour
    if wording.wish(text, (Wish.HOLD,)) and (answer := _held_back(s, event, wish)) is not None:
        return answer
    early = _woken(s, event, text) or (claim.mistaken(s, text) if wish is Wish.CANCEL else None)
    if early is not None:
        return early
    if wish is None:
        is_doubtful = wording.hints(text) and s.world.hearing.heard(text) not in GRAVE
        return offers.ask_meant(s, event) if is_doubtful else None
    if wish is Wish.CANCEL and (answer := offers.let_go(s) or _put_off(s, event)) is not None:
        return answer
    if "?" in text or _may_be_an_answer(s, event, wish):
        return offers.ask_meant(s, event)
    if wording.wishes(text) >= {Wish.STOP, Wish.ERASE}:
        return privacy.ask_erase(s.change(menu.stop(s).person))
    if wish is Wish.QUIET and s.person.is_registered and not s.person.quiet:
        return meant.ask_quiet(s)
    return commands.carry_out(s, wish)


def _of_her_school(s: TurnContext, event: Typed | Media, wish: Wish | None) -> Answer | None:
    """Lead a coordinator who gives up her school, or says "jangan kirim siaran", to its page; None for all else."""
    text = words_in(event)
    if s.world.wording.wishes(text, Wish) == {Wish.RESIGN}:
        return _resigning(s, event)
    page = said.about(s, text) if wish is Wish.STOP else None
    is_other = asking.is_open(s.person) or offers.answers_somebody(s, event)
    return offers.ask_meant(s, event) if page and is_other else page


def _put_off(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take "ga jadi" as the answer to the question about her plan, where nothing else is open to be left."""
    return None if asking.is_open(s.person) else check_back.said(s, event)


def _resigning(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Lead to handing her school over; where it may be written for somebody or kept, that is the last choice."""
    answer, is_asked = said.resigning(s), bool(TABLE.asks(s.person.place) & Asks.WAITS)
    if answer is None or not (is_asked or letters.answered_by(s, event)):
        return answer
    s, ways = offers.ways_to_send(s, event)
    if isinstance(event, Typed):
        s, kept = keeping.waits(s, event.text)
        ways = (*ways, *rows(kept))
    role = s.button("wish-doubt", "role", said.role_of(s))
    stay = s.button("wish-doubt", "none", MEANT_STAY())
    return s.short(s.say("wish-doubt"), (*rows(role, stay), *ways))


def _held_back(s: TurnContext, event: Typed | Media, wish: Wish | None) -> Answer | None:
    """Let go what waits to be sent; where nothing waits, ask, unless it surely is a wish to stop."""
    if (answer := offers.let_go(s) or _put_off(s, event)) is not None:
        return answer
    if s.person.place.screen.startswith(SENDING) and not event.replies_to:
        return meant.leave(s)
    is_sure = wish is Wish.STOP and not offers.open_to_answer(s)
    return None if is_sure else offers.ask_meant(s, event)


def _woken(s: TurnContext, event: Typed | Media, text: str) -> Answer | None:
    """Let the bot begin messages again where she has stopped or paused them and asks for that; None for all else."""
    is_sent = s.person.place.screen.startswith(SENDING) or bool(event.replies_to)
    if is_sent or "?" in text or not reminders.is_hushed(s):
        return None
    said_back = plain.without_calling(s.world.texts, text)
    if s.person.quiet and said_back in s.world.texts.words("stopped", "wakes"):
        return menu.wake(s)
    return reminders.wake(s) if s.world.wording.wish(text, (Wish.WAKE,)) else None


def _may_be_an_answer(s: TurnContext, event: Typed | Media, wish: Wish) -> bool:
    """Say whether a wish may be meant for a person: "saya batal bu" after an invitation."""
    is_open = asking.is_open(s.person)
    if wish is Wish.CANCEL:
        return bool(event.replies_to) or (not is_open and offers.open_to_answer(s) is not None)
    named = set(s.world.texts.words("wish", "consent"))
    disagrees = wish is Wish.WITHDRAW and named.isdisjoint(s.world.wording.spelt(words_in(event)))
    return disagrees and offers.answers_somebody(s, event)
