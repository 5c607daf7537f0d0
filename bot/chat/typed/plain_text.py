"""What a plain text means where she stands, and in which order that is looked for.

Must not hold words; they stand in the texts. What is done is decided by the screens.
"""

from dataclasses import replace

from bot.chat.answers import likely
from bot.chat.answers.name import may_be_name
from bot.chat.family import TABLE, Asks
from bot.chat.model import Event, Media, Press, Typed
from bot.chat.pressing import draw, press, queried_before
from bot.chat.screens.account import asides, keeping, listening, meant, menu
from bot.chat.screens.account import help as help_screens
from bot.chat.screens.account.routes import HELP_UNKNOWN
from bot.chat.screens.coach_answers.replanned import replanned
from bot.chat.screens.reminders import time_asked
from bot.chat.screens.replies import offers
from bot.chat.screens.roster import named
from bot.chat.screens.roster import said as of_teachers
from bot.chat.screens.school import join
from bot.chat.screens.school import said as of_school
from bot.chat.screens.steps.eager import eager
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed import asking, commands, labels, pasted, plain
from bot.chat.typed.heard import FEELINGS, GRAVE, Heard
from bot.chat.typed.line import comparable, words_in
from bot.chat.typed.wording import Wish
from bot.chat.world import CommandId

_PUTS_OFF = (Wish.LATER, Wish.SKIP)
"""What is answered by a short word where nothing is asked; "tidak" may be said of anything."""


def grave(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Answer danger or despair in a caption, or in words passed on, before anything is sent on.

    As an answer to a person it is kept for her own tap; a draft of a broadcast is looked at anyway.
    """
    text = words_in(event)
    is_draft = s.person.place.screen == "siar.write" and not event.replies_to
    if is_draft or s.world.hearing.heard(text) not in GRAVE:
        return None
    answer = listening.answer(s, text, is_asked=False)
    if answer is None or answer.instead is None or isinstance(event, Typed):
        return answer
    said = f"{answer.instead.text}\n\n{s.say('heard-media')}"
    if (asked := offers.offer_old(s, event, listening.unkept(s, text))) is not None:
        return asked
    received = offers.open_to_answer(s)
    writes = offers.write_button(s, received) if received else None
    return s.short(said, rows(writes, s.menu_button()))


def captioned(s: TurnContext, event: Media, note: str) -> Answer | None:
    """Hear a caption as if it were typed; None where it says nothing. The file itself is not taken."""
    text = words_in(event)
    if not any(c.isalpha() for c in text):
        return None
    answer = asides.asked_for_help(s, text) or _heard(s, Typed(text))
    if answer is None or answer.instead is None:
        return answer
    screen = replace(answer.instead, text=f"{answer.instead.text}\n\n{note}")
    return replace(
        answer, emoji=None, instead=screen
    )  # a mere sign would say that the file is kept


def invited(s: TurnContext, event: Event) -> Answer | None:
    """Take a pasted link, or a bare code, as the link itself; None for anything else."""
    code = pasted.code_of(event, s.known.username)
    return join.arrive(s, code) if code else None


def done(s: TurnContext, command: CommandId) -> Answer:
    """Do what a command means; help is shown beside an open question."""
    answer = commands.do(s, command)
    return asides.beside(s, answer) if command is CommandId.HELP else answer


def typed(s: TurnContext, event: Typed) -> Answer:
    """Answer plain text: a label, the open question, then commands, steps, greetings, a search."""
    text = event.text
    if not event.replies_to and (answer := offers.typed(s, text)) is not None:
        return answer
    if not event.replies_to and (answer := _label(s, text)) is not None:
        return answer
    if s.world.wording.wish(text, (Wish.DOUBT,)):
        return offers.ask_meant(s, event)
    command = _command(s, text)
    if not event.replies_to and asking.is_stale(s):
        old = offers.offer_old(s, event) or s.stay(s.say("asked-long-ago"))
        return done(s, command) if command else old
    if (answer := _of_school(s, event, command) or _replanned(s, event)) is not None:
        return answer
    return _taken(s, event, command) or _looked_for(s, event, command)


def _replanned(s: TurnContext, event: Typed) -> Answer | None:
    """Change a plan that waits, or begin with what she has just read, where nothing is asked.

    The coach's own places do it themselves.
    """
    if event.replies_to or TABLE.asks(s.person.place) & Asks.WAITS or offers.open_to_answer(s):
        return None
    return replanned(s, event.text) or eager(s, event.text)


def _of_school(s: TurnContext, event: Typed, command: CommandId | None) -> Answer | None:
    """Lead a coordinator to what she asks for of her school, where nothing else waits for words."""
    asks_words = Asks.WAITS | Asks.RENAME | Asks.LINE
    if event.replies_to or TABLE.asks(s.person.place) & asks_words:
        return None
    is_free = offers.open_to_answer(s) is None
    teachers = of_teachers.asked(s, event.text) if is_free else None
    asked = teachers or of_school.asked(s, event.text, is_command=command is not None)
    return asked or (named.asked(s, event.text, is_free=is_free) if command is None else None)


def _command(s: TurnContext, text: str) -> CommandId | None:
    words = comparable(text)
    return s.world.phrases.get(words) or plain.command_in(s.world, words)


def _taken(s: TurnContext, event: Typed, command: CommandId | None) -> Answer | None:
    """Take a text as the answer to what is open; None where nothing is, or it is none."""
    text, place = event.text, s.person.place.screen
    if place == "siar.write" and (answer := asides.instead_of_answer(s, text)) is not None:
        return answer
    if command is None and s.world.hearing.heard(text) not in {*GRAVE, *FEELINGS}:
        answer = time_asked.answered(s, text)
        if answer is not None:
            return answer
    if (answer := TABLE.taken(s, event)) is not None:
        return answer
    if (answer := invited(s, event)) is not None:
        return answer
    if command is None:
        if (answer := _beside_the_question(s, event)) is not None:
            return answer
    elif (question := TABLE.questions.get(place)) and question.longest:
        return None
    return TABLE.typed(s, text)


def _beside_the_question(s: TurnContext, event: Typed) -> Answer | None:
    """Answer what is no answer, or not surely one; None for what surely answers the question."""
    text, place = event.text, s.person.place.screen
    question = TABLE.questions.get(place)
    is_sure = question is not None and question.surely and question.surely(s, text)
    if is_sure and s.world.hearing.heard(text) not in GRAVE:
        return None
    whole = s.world.texts.words("ask-subject", "whole")
    is_named = bool(TABLE.asks(s.person.place) & Asks.RENAME) and may_be_name(s.world, text)
    if is_named or (place == "ask.subject" and comparable(text) in whole):
        return None
    if TABLE.asks(s.person.place) & Asks.TOLD and comparable(text)[:1].isalpha():
        step = plain.step_in(s, comparable(text))
        if step is not None:
            return step
    if (answer := _felt(s, text)) is not None:
        return answer
    answer = asides.asked_for_help(s, text) or _asked_on(s, text) or _heard(s, event)
    if (answer := answer or asides.instead_of_answer(s, text)) is not None:
        return _kept_too(s, text, answer)
    return keeping.ask(s, text)


def _felt(s: TurnContext, text: str) -> Answer | None:
    """Keep a feeling that is told as the answer where it may be one, with a kind word; None elsewhere."""
    heard = s.world.hearing.heard(text)
    asks_it = bool(TABLE.asks(s.person.place) & Asks.FELT)
    if heard is None or heard not in FEELINGS or not asks_it or not likely.tells(s.world, text):
        return None
    if s.world.wording.wish(text, tuple(Wish)) or s.world.hearing.is_question(text):
        return None
    kept = TABLE.typed(s, text)
    if kept is None or kept.instead or kept.note or kept.person.place == s.person.place:
        return kept
    return replace(kept, note=listening.kind_word(s, heard, text), emoji=None)


def _kept_too(s: TurnContext, text: str, answer: Answer) -> Answer:
    """Return what answers her words, with the way to keep them where they may be the answer after all."""
    if s.world.wording.wish(text, likely.ASIDE) is not None or s.world.hearing.about(text):
        return answer
    is_name = bool(TABLE.asks(s.person.place) & Asks.NAME)
    hears = s.world.hearing.heard(text) not in (None, Heard.PRAISE)
    if is_name and (hears or answer.person.held != s.person.held):
        return answer
    may_be = may_be_name(s.world, text) if is_name else likely.may_be_kept(s.world, text)
    is_told = bool(TABLE.asks(s.person.place) & Asks.TOLD) and any(c.isalpha() for c in text)
    is_meant = s.world.hearing.heard(text) not in GRAVE and not s.world.hearing.is_thanks(text)
    may_be = may_be or (is_told and is_meant)
    return keeping.beside(s, text, answer) if may_be else answer


def _heard(s: TurnContext, event: Typed) -> Answer | None:
    """Answer what is said rather than asked or answered: thanks, tiredness, danger to a child.

    Lately written to by a person, she may well be answering that person: then she is asked.
    """
    text, place = event.text, s.person.place.screen
    asks = TABLE.asks(s.person.place)
    greeting = None if place == "wish.hour" else plain.greeting_for(s, comparable(text))
    if asks & Asks.TOLD and not plain.only_greets(s, comparable(text)):
        greeting = None
    heard = listening.courtesy(
        s, text, greeting, is_asked=bool(asks & Asks.WAITS)
    ) or listening.answer(s, text, is_asked=bool(asks & (Asks.LINE | Asks.TOLD)))
    received = offers.open_to_answer(s)
    if received is None or place == "siar.write" or s.world.hearing.heard(text) in GRAVE:
        return heard
    greets = greeting is not None and not s.world.hearing.is_thanks(text)
    says_more = offers.says_more(s, text)
    only_greets = greets and not says_more and len(s.world.wording.bare(text)) < 2  # noqa: PLR2004 -- the greeting itself
    if heard and (s.world.hearing.about(text) or only_greets):
        return heard
    if heard is None and not offers.answers_plainly(s, text):
        return None
    if s.world.wording.wish(text, (Wish.LATER, Wish.SKIP, Wish.HELP)) and asides.is_helped(s):
        return heard
    is_kind = s.world.wording.is_courtesy(text) or s.world.hearing.heard(text) is not None
    said = heard.instead.text if heard and heard.instead and is_kind else ""
    return offers.offer(s, event, received, said)


def _looked_for(s: TurnContext, event: Typed, command: CommandId | None) -> Answer:
    """Answer a text that answers nothing: a command, a step, or words to look for."""
    text = event.text
    if command is not None:
        return done(s, command)
    received = offers.open_to_answer(s)
    if received and offers.is_bare_number(s, text):
        return offers.offer(s, event, received)
    if (answer := plain.step_in(s, comparable(text))) is not None:
        return answer
    if received and not offers.looks_something_up(s, text):
        return offers.offer(s, event, received)
    if not TABLE.asks(s.person.place) & Asks.WAITS:
        if (wished := plain.wished_command(s, text)) is not None:
            return done(s, wished)
        if s.world.wording.wish(text, (Wish.DECLINE, Wish.LATER, Wish.SKIP)) in _PUTS_OFF:
            return s.short(s.say("later"))
    found = help_screens.look_up(s, text)
    if found.person.place.screen == HELP_UNKNOWN.name and (page := of_school.about(s, text)):
        return page
    answer = asides.beside(s, found)
    return replace(answer, note=plain.greeting_for(s, comparable(text)))


def _asked_on(s: TurnContext, text: str) -> Answer | None:
    """Go on where she stands ("lanjut"), or to the help ("bingung bu"); None for anything else.

    Also None where a question is open, or where it may be said to a person who has written to her.
    """
    if TABLE.asks(s.person.place) & Asks.WAITS or offers.open_to_answer(s):
        return None
    if s.world.wording.wish(text, (Wish.HELP,)) or (set(text) <= set("?!. ") and "?" in text):
        return done(s, CommandId.HELP)
    button = menu.evaluation_button(s) or menu.continue_button(s)
    if button is None or not s.person.is_registered or not s.world.hearing.goes_on(text):
        return None
    return press(s, button.data)


def _label(s: TurnContext, text: str) -> Answer | None:
    """Take a label of the screen typed in words as a tap on it; None if it is none.

    On screens that need more than the person to be drawn only "Kembali": their buttons are not known here.
    """
    if labels.returns(s.world.texts, text):
        return s.stay()
    place, leaves = s.person.place.screen, labels.leaves(s.world.texts, text)
    asks = TABLE.asks(s.person.place)
    if TABLE.needs(place):
        is_back = _spoken_label(s, text) == s.world.texts.label("nav", "back")
        return meant.back(s) if is_back else None
    if asks & Asks.FREE and not leaves:
        return None
    is_unsure = bool(asks & Asks.CHOICE) and (
        "?" in text or text.strip().startswith(("-", "\u2212"))
    )
    data = None if is_unsure else labels.meant(draw(s), _spoken_label(s, text))
    if data is not None and queried_before(Press(data)) is None:
        return press(s, data)
    question = TABLE.questions.get(place)
    if question and question.means and (answer := question.means(s, text)) is not None:
        return answer
    passes = s.world.wording.wish(text, (Wish.SKIP,)) is not None
    is_strange = leaves and not passes and bool(asks & Asks.LINE)
    return s.stay(s.say("ask-write")) if is_strange else None


def _spoken_label(s: TurnContext, text: str) -> str:
    """Return the label that is meant by other words for it: "balik dong" is "Kembali"; else the text."""
    texts = s.world.texts
    said = plain.without_calling(texts, " ".join(s.world.wording.bare(text)))
    return texts.label("nav", "back") if said in texts.words("nav", "back-said") else text
