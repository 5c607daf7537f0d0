"""A plain text that may be the answer to a message of a person: it is kept, and she is asked.

Nothing leaves before her tap. Whoever ignores the question stands where she stood.
"""

from dataclasses import replace
from re import compile as pattern
from typing import Literal

from bot.chat.answers import likely
from bot.chat.family import Done
from bot.chat.guard import done
from bot.chat.model import Button, Media, MediaKind, Rows, Typed
from bot.chat.screens.account import asides, keeping, meant
from bot.chat.screens.account import help as help_screens
from bot.chat.screens.broadcast.draft import content_of, excerpt
from bot.chat.screens.replies import album
from bot.chat.screens.replies import replies as letters
from bot.chat.screens.replies import routes as to
from bot.chat.screens.replies.routes import OfLetter, SendingLetter
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed import plain
from bot.chat.typed.heard import Heard
from bot.chat.typed.line import comparable
from bot.chat.typed.wording import Wish
from bot.content.texts import Html
from bot.domain.broadcast.broadcast import LETTER_CAPTION_ROOM, LETTER_ROOM, Medium, Reply
from bot.domain.broadcast.received import ANSWERED_WITHIN, HeldReply, Received

BOTH: Literal["both"] = "both"
"""Marks the button that sends what waited before together with the newest."""

SHORT = 3
"""Words; a shorter text with a word of answering is an answer."""

TOPIC = 4
"""Words; so few without "saya" may be something to look up."""

NUMBER = 3
"""Characters; so short a number is a step or a level, a longer one may be a telephone's."""

_WORD = pattern(r"[^\W\d_]+")
_LINK = pattern(r"\S://\S")
_PHONE = pattern(r"\+?\d[\d \-]{7,15}")


def open_to_answer(s: TurnContext) -> Received | None:
    """Return the message she may be answering: lately received, of her school, not answered yet."""
    received = s.known.received
    if received is None or not s.person.may_be_stored or received.broadcast in s.person.replied:
        return None
    fits = s.now - received.at <= ANSWERED_WITHIN and letters.belongs(s, received.school)
    return received if fits else None


def answers_plainly(s: TurnContext, text: str) -> bool:
    """Say whether a text can hardly be anything but an answer to somebody: "saya hadir bu"."""
    texts, wording = s.world.texts, s.world.wording
    words = set(wording.spelt(text))
    if likely.is_intended(s.world, text) and not words & set(texts.words("fillers", "titles")):
        return False
    if _LINK.search(text) or _PHONE.fullmatch(text.strip()) or words & {*_told(s, "hour")}:
        return not wording.numbers(text) or len(text) > NUMBER
    calls = bool(words & set(texts.words("fillers", "titles")))
    if not words & set(_told(s, "words")):
        is_praise = s.world.hearing.heard(text) is Heard.PRAISE
        says = len(wording.bare(text)) > 1 or is_praise
        is_said = calls and wording.numbers(text) == () and says
        return is_said or (wording.is_courtesy(text) and bool(_WORD.search(text)))
    is_strong = bool(words & set(_told(s, "strong")))
    return calls or is_strong or len(wording.bare(text)) <= SHORT


def says_more(s: TurnContext, text: str) -> bool:
    """Say whether a word of answering stands beside a greeting: "Pagi Bu, siap"."""
    words = s.world.wording.spelt(text)
    return len(words) > 1 and bool(set(words) & set(_told(s, "words")))


def is_bare_number(s: TurnContext, text: str) -> bool:
    """Say whether a mere number answers somebody: "27", unless she just looks at the steps."""
    is_number = text.strip(" .!").isdecimal() and text.isascii()
    return is_number and not s.person.place.screen.startswith(("steps.", "evaluation."))


def _told(s: TurnContext, name: str) -> list[str]:
    """Return the words of a list of the offer, in their one spelling and as they stand there."""
    listed = s.world.texts.words("reply-offer", name)
    return [*listed, *(" ".join(s.world.wording.spelt(word)) for word in listed)]


def looks_something_up(s: TurnContext, text: str) -> bool:
    """Say whether a text surely asks for what the steps know, rather than answering anybody."""
    texts, wording = s.world.texts, s.world.wording
    words = wording.spelt(text)
    if set(words) & {*texts.words("fillers", "titles"), *_told(s, "words")}:
        return False
    if s.world.search.says_a_way(text):
        return True
    is_topic = wording.is_question(text) or (len(words) <= TOPIC and "saya" not in words)
    asks_sender = bool(set(wording.bare(text)[:1]) & set(_told(s, "ask"))) or "?" in text
    if _is_of_the_steps(s, text):
        return True
    topics = {*texts.words("hearing", "topic")} - {*texts.words("hearing", "pupil")}
    is_taught = bool(set(words) & topics)
    if asks_sender and not is_taught:
        return False
    is_short = len(words) < TOPIC and not is_taught
    return is_topic and not is_short and bool(s.world.search.find(text))


def _is_of_the_steps(s: TurnContext, text: str) -> bool:
    """Say whether all words of a text are among those people ask for the steps with: "gaya belajar"."""
    wording = s.world.wording
    asked = set(wording.bare(text))
    taught = {
        word
        for step in s.world.programme
        for phrase in (step.title, step.label, *step.keywords)
        for word in wording.spelt(phrase)
    }
    is_words = bool(asked) and not any(word.isdecimal() for word in asked)
    return is_words and asked <= taught and bool(s.world.search.find(text))


def offer(s: TurnContext, event: Typed | Media, received: Received, said: str = "") -> Answer:
    """Keep her words and ask whether they are to be sent; ``said`` answers them kindly first."""
    content = content_of(event)
    whom = s.say("reply-offer-to", sender=received.sender, school=received.school_name)
    if content is None or content.is_empty:
        return s.short(s.say("reply-offer-written", to=Html(whom)), rows(write_button(s, received)))
    room = LETTER_ROOM if content.medium is Medium.TEXT else LETTER_CAPTION_ROOM
    if len(content.plain) > room:
        return s.short(s.say("ask-long", limit=room, length=len(content.plain)))
    letter = letters.letter_of(s, content, received.broadcast)
    before = _before(s, letter)
    held = HeldReply(letter=letter, school=received.school, words=content.plain, before=before)
    text = s.say("reply-offer", to=Html(whom), excerpt=excerpt(s, content))
    if one_of := album.kept(s, event, "balasan"):
        text = f"{text}\n\n{one_of}"
    return s.change(replace(s.person, held=held)).short(
        f"{said}\n\n{text}" if said else text,
        rows(
            s.button("reply-offer", "send", to.OFFER_SEND(letter.id)),
            s.button("reply-offer", "both", to.OFFER_SEND(letter.id, BOTH)) if before else None,
            s.button("reply-offer", "look", to.OFFER_LOOK(letter.id)),
            s.button("reply-offer", "drop", to.OFFER_DROP(letter.id)),
        ),
    )


def write_button(s: TurnContext, received: Received) -> Button:
    """Return the button to write an answer to the message that was received."""
    return s.button("reply-offer", "write", to.REPLY_TO(received.school, received.broadcast))


def _before(s: TurnContext, letter: Reply) -> str:
    """Return the words that waited for the same person until now, if both fit into one letter."""
    held = s.person.held
    if held is None or not held.is_fresh(s.now) or held.letter.answers != letter.answers:
        return ""
    is_text = held.letter.medium is letter.medium is Medium.TEXT
    fits = len(held.letter.text) + len(letter.text) + 2 <= LETTER_ROOM
    return held.letter.text if is_text and fits and held.letter.text != letter.text else ""


def offer_old(s: TurnContext, event: Typed | Media, said: str = "") -> Answer | None:
    """Ask before an answer goes out that was begun long ago; None where none was begun.

    ``said`` comes first.
    """
    target = letters.answered_by(s, event)
    if target is None or not s.person.may_be_stored or not letters.belongs(s, target.school):
        return None
    school = s.known.rights.schools[target.school]
    sender = s.say("reply-offer-sender")
    return offer(s, event, Received(target.broadcast, school.id, school.name, sender, s.now), said)


def answers_somebody(s: TurnContext, event: Typed | Media) -> bool:
    """Say whether what she writes may answer a person: as a reply, after "Balas", or lately told."""
    return letters.answered_by(s, event) is not None or open_to_answer(s) is not None


def ask_meant(s: TurnContext, event: Typed | Media) -> Answer:
    """Ask what doubtful words mean; they may also be sent, or be kept as the answer, by a tap."""
    s, ways = ways_to_send(s, event)
    text = event.text if isinstance(event, Typed) else ""
    if text and s.world.wording.wish(text, tuple(Wish)) is None:
        s, kept = keeping.waits(s, text)
        ways = (*ways, *rows(kept))
    asked = meant.ask(s)
    return s.short(s.say("wish-doubt"), (*ways, *(asked.instead.rows if asked.instead else ())))


def ways_to_send(s: TurnContext, event: Typed | Media) -> tuple[TurnContext, Rows]:
    """Keep her words for a tap that says to whom it sends them, as far as they may answer somebody."""
    lately = open_to_answer(s)
    old = letters.answered_by(s, event)
    offered = offer_old(s, event) or (offer(s, event, lately) if lately else None)
    if offered is None or offered.instead is None:
        return s, ()
    after, held = s.change(offered.person), offered.person.held
    if held is None or held is s.person.held:
        return after, offered.instead.rows[:1]
    told = s.known.received
    is_told = told is not None and (old is None or told.broadcast == old.broadcast)
    sender = told.sender if told and is_told else s.say("reply-offer-sender")
    send_it = to.OFFER_SEND(held.letter.id)
    return after, rows(s.button("reply-offer", "send-to", send_it, sender=sender))


def unread_media(s: TurnContext, event: Media) -> Answer | None:
    """Offer to send on what is not text; None when nobody waits for an answer."""
    received = open_to_answer(s)
    is_sent_on = event.kind not in (MediaKind.LOCATION, MediaKind.CONTACT)
    return offer(s, event, received) if received and is_sent_on else None


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take "kirim", "ya", "bukan" or "batal" as the tap; None when nothing waits."""
    held = s.person.held
    if held is None or not held.is_fresh(s.now):
        return None
    words = s.world.wording.spelt(text)
    said = " ".join(s.world.wording.bare(text))
    for name, verb in (("no", look_up), ("leave", drop), ("yes", _send_one)):
        listed = _told(s, name)
        if said in listed or " ".join(words) in listed:
            return verb(s, OfLetter(held.letter.id))
    agreeing = set(_told(s, "yes"))
    is_yes = bool(agreeing & set(words)) and agreeing.issuperset(said.split())
    return _send_one(s, OfLetter(held.letter.id)) if is_yes and "?" not in text else None


def let_go(s: TurnContext) -> Answer | None:
    """Drop the words that wait to be sent; None when none do."""
    held = s.person.held
    return drop(s, OfLetter(held.letter.id)) if held and held.is_fresh(s.now) else None


def _held(s: TurnContext, at: OfLetter) -> HeldReply | None:
    held = s.person.held
    fits = held is not None and at.letter == held.letter.id and held.is_fresh(s.now)
    return held if fits else None


def _send_one(s: TurnContext, at: OfLetter) -> Answer | None:
    return send(s, SendingLetter(at.letter))


def send(s: TurnContext, at: SendingLetter) -> Answer | None:
    """Send the words that wait, with those that waited before if she wants that."""
    held = _held(s, at)
    if held is None:
        return None
    if at.also == BOTH and held.before:
        both = f"{held.before}\n\n{held.letter.text}"
        held = replace(held, letter=replace(held.letter, text=both))
    sent = letters.post_held(s, held)
    if s.person.place.screen == "reply.write":
        return letters.home(s, sent)
    said = s.change(sent.person).short(sent.note or "")
    return replace(said, changes=sent.changes)


def look_up(s: TurnContext, at: OfLetter) -> Answer | None:
    """Look the words up instead."""
    held = _held(s, at)
    if held is None:
        return None
    without = s.change(replace(s.person, held=None))
    if s.world.wording.is_courtesy(held.words):
        return without.short(s.say("reply-offer-dropped"))
    if (step := plain.step_in(without, comparable(held.words))) is not None:
        return step
    return asides.beside(without, help_screens.look_up(without, held.words))


def drop(s: TurnContext, at: OfLetter) -> Answer | None:
    """Let the words go."""
    if _held(s, at) is None:
        return None
    return s.change(replace(s.person, held=None)).short(s.say("reply-offer-dropped"))


VERBS: tuple[Done, ...] = (
    done(to.OFFER_SEND, send),
    done(to.OFFER_LOOK, look_up),
    done(to.OFFER_DROP, drop),
)
