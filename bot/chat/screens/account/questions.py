"""The few questions about a person: form of address, jenjang, subject, zone.

Asked one after the other at registration and one by one from the settings. Each can be answered
by a tap; what is typed instead is understood where it can be.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.chat.answers.name import NamedAs, nickname_in
from bot.chat.answers.refused import refused_line
from bot.chat.answers.setting import value_named
from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Rows, Screen
from bot.chat.routes import Route
from bot.chat.screens.account import routes as to
from bot.chat.screens.account.choices import CHOICES
from bot.chat.screens.account.routes import Asking, Opening, OwnQuestion, ReturnWay, ValueChosen
from bot.chat.screens.school.routes import JOIN_OFFER
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import clean_line, comparable
from bot.domain.person.person import Address, Person

REGISTER: ReturnWay = "daftar"
"""The way through all open questions."""

SETTINGS: ReturnWay = "atur"
"""The way back to the settings after one question."""

NICKNAME_LENGTH = 30
SUBJECT_LENGTH = 60

FEW = 2
"""Words of a name that nobody announced as one."""


def next_question(s: TurnContext) -> Answer:
    """Go to the first question without an answer, or to the end of the registration."""
    person = s.person
    if person.address is None:
        return s.go(to.ASK_ADDRESS(REGISTER))
    if person.level is None:
        return s.go(to.ASK_LEVEL(REGISTER))
    if person.subject is None and not person.subject_asked:
        return s.go(to.ASK_SUBJECT(REGISTER))
    if person.zone is None:
        return s.go(to.ASK_ZONE(REGISTER))
    return s.go(JOIN_OFFER()) if s.person.invited else s.go(to.MENU_REGISTERED())


def _answered(s: TurnContext, way: ReturnWay) -> Answer:
    if way == REGISTER:
        return next_question(s)
    return replace(s.go(to.SETTINGS_MAIN()), toast=s.say("ask-saved"))


def show_choice(name: OwnQuestion) -> Callable[[TurnContext, Asking], Screen]:
    """Return the screen of a question with a few values."""

    def show(s: TurnContext, at: Asking) -> Screen:
        choice = CHOICES[name]
        current = getattr(s.person, name)
        buttons = [
            s.choice(
                s.world.texts.pick(name, value),
                to.ASK_SET(name, value, at.way),
                is_current=value == current,
            )
            for value in choice.values
        ]
        return Screen(
            s.say(f"ask-{name}", role=s.asked_as),
            side_by_side(buttons, choice.columns) + _leave(s, at.way),
        )

    return show


def _leave(s: TurnContext, way: ReturnWay) -> Rows:
    return rows(s.button("nav", "cancel", to.SETTINGS_MAIN())) if way == SETTINGS else ()


def show_nickname(s: TurnContext, at: Asking) -> Screen:
    """Ask for the nickname; the name Telegram knows is offered for one tap."""
    offered = s.person.place.draft.get("offered", "")
    return Screen(
        s.say("ask-nickname"),
        rows(
            s.button("ask-nickname", "use", to.ASK_OFFERED(at.way), name=offered)
            if offered
            else None,
            s.button("nav", "back", to.ASK_OPEN("address", at.way)),
        ),
    )


def show_subject(s: TurnContext, at: Asking) -> Screen:
    """Ask for the subject or class, which may be skipped; a guru BK has none and taps."""
    skip = s.button("ask-subject", "skip", to.ASK_SKIP(at.way))
    counsellor = s.button("ask-subject", "counsellor", to.ASK_COUNSELLOR(at.way))
    return Screen(
        s.say("ask-subject", role=s.asked_as), rows((counsellor, skip)) + _leave(s, at.way)
    )


def open_question(s: TurnContext, at: Opening) -> Answer:
    """Open one question."""
    return s.go(PLACES[at.question](at.way))


def set_choice(s: TurnContext, at: ValueChosen) -> Answer | None:
    """Take the chosen value.

    At registration a button counts only while its question is the open one, so that an old
    question further up does not undo a later answer. The same answer again is a double tap.
    """
    choice, name, value = CHOICES.get(at.question), at.question, at.value
    if choice is None or value not in set(choice.values):
        return None
    is_nickname = name == "address" and value == Address.NICKNAME
    if at.way == REGISTER and s.person.place.screen != PLACES[name].name:
        is_same = choice.set(s.person, value) == s.person
        is_open = is_nickname and s.person.place.screen == to.ASK_NICKNAME.name
        return s.stay() if is_same or is_open else None
    if is_nickname:
        # Kept only together with the name: whoever leaves that question is addressed as before.
        offered = clean_line(s.first_name)[:NICKNAME_LENGTH]
        return Answer(person=s.at(to.ASK_NICKNAME(at.way), {"offered": offered}))
    return _answered(s.change(choice.set(s.person, value)), at.way)


def _called(person: Person, nickname: str) -> Person:
    return replace(person, address=Address.NICKNAME, nickname=nickname)


def take_offered(s: TurnContext, at: Asking) -> Answer | None:
    """Take the name Telegram knows as the nickname."""
    offered = s.person.place.draft.get("offered")
    if s.person.place.screen != to.ASK_NICKNAME.name or not offered:
        return None
    return _answered(s.change(_called(s.person, offered)), at.way)


def skip_subject(s: TurnContext, at: Asking) -> Answer | None:
    """Go on without a subject; from the settings this clears it."""
    skipped = replace(s.person, subject=None, subject_asked=True)
    if s.person.place.screen != to.ASK_SUBJECT.name:
        return s.stay() if skipped == s.person else None
    return _answered(s.change(skipped), at.way)


def take_counsellor(s: TurnContext, at: Asking) -> Answer | None:
    """Keep that she is a guru BK; an old button changes no later answer."""
    taken = _teaching(s, s.world.counsellors.name)
    if s.person.place.screen != to.ASK_SUBJECT.name:
        return s.stay() if taken == s.person else None
    return _answered(s.change(taken), at.way)


def _teaching(s: TurnContext, line: str) -> Person:
    """Return the person with her subject; every word for a guru BK is kept as the same one."""
    counsellors = s.world.counsellors
    subject = counsellors.name if counsellors.includes(line) else line
    return replace(s.person, subject=subject, subject_asked=True)


def typed(s: TurnContext, text: str) -> Answer | None:
    """Understand a text as the answer to the open question; None if none is open, and for a command's words."""
    asked = next((at for at in PLACES.items() if at[1].name == s.person.place.screen), None)
    if asked is None or comparable(text) in s.world.phrases:
        return None
    name, way = asked[0], _way(s)
    if name == "nickname":
        return _nickname(s, clean_line(text), way)
    if name == "subject":
        return take_subject(s, text)
    wanted = comparable(text)
    for value in CHOICES[name].values:
        label = comparable(s.world.texts.pick(name, value))
        if wanted in {label, *label.replace("(", "/").split("/"), value.value.lower()}:
            return set_choice(s, ValueChosen(name, value, way))
    if named := _named(s, name, text):
        return set_choice(s, ValueChosen(name, named, way))
    given = nickname_in(s.world, text, s.own_names) if name == "address" else NamedAs("")
    is_name = given.sure or (given.name and _is_uncommon(s, given.name))
    return _nickname(s, clean_line(text), way) if is_name else asks_to_choose(s)


def asks_to_choose(s: TurnContext) -> Answer:
    """Ask for a tap: a question with a few values is neither passed nor put off."""
    return s.stay(s.say("ask-choose"))


def _is_uncommon(s: TurnContext, name: str) -> bool:
    """Say whether every word may be a name, and none is a word of daily talk."""
    words = name.casefold().split()
    return len(words) <= FEW and all(w.isalpha() and w not in s.world.common for w in words)


def _named(s: TurnContext, name: str, text: str) -> str | None:
    texts, choice = s.world.texts, CHOICES[name]
    said = {str(one): texts.words("ask-said", f"{name}-{one}") for one in choice.values}
    beside = texts.words("ask-said", "beside") if choice.is_alone else ()
    return value_named(s.world, text, said, beside)


def names_choice(s: TurnContext, text: str) -> bool:
    """Say whether a text names one value of the open question, or how she wants to be called.

    "Luar biasa" in "sekolah luar biasa" praises nobody.
    """
    asked = [one for one, at in PLACES.items() if at.name == s.person.place.screen]
    if "address" in asked and nickname_in(s.world, text, s.own_names).sure:
        return True
    return any(_named(s, one, text) for one in asked if one in CHOICES)


def _nickname(s: TurnContext, line: str, way: ReturnWay) -> Answer:
    """Take a nickname; what does not surely look like one is shown back first."""
    named = nickname_in(s.world, line, s.own_names)
    if line and len(named.name) <= NICKNAME_LENGTH and not named.sure:
        if not named.name:
            return s.stay(s.say("name-none"))
        person = s.at(to.ASK_NICKNAME(way), {"offered": named.name})
        return Answer(person=person, note=s.say("name-doubt", name=named.name))
    return _line(s, named.name, NICKNAME_LENGTH, lambda name: _called(s.person, name), way)


def _way(s: TurnContext) -> ReturnWay:
    at = to.ASK_SUBJECT.read(s.person.place.args)
    return at.way if at else SETTINGS


def take_subject(s: TurnContext, text: str) -> Answer:
    """Take a text as the subject or class she teaches."""
    return _line(s, text, SUBJECT_LENGTH, lambda line: _teaching(s, line), _way(s))


def take_nickname(s: TurnContext, text: str) -> Answer:
    """Take a text as the nickname; it was shown back."""
    return _line(s, text, NICKNAME_LENGTH, lambda name: _called(s.person, name), _way(s))


def _line(
    s: TurnContext, text: str, limit: int, put: Callable[[str], Person], way: ReturnWay
) -> Answer:
    line = clean_line(text)
    if refusal := refused_line(s, line, limit):
        return refusal
    return _answered(s.change(put(line)), way)


def subject_skipped(s: TurnContext) -> Answer | None:
    """Pass the question for the subject."""
    return skip_subject(s, Asking(_way(s)))


def subject_later(s: TurnContext) -> Answer | None:
    """Leave the question for the subject: at registration it is passed."""
    return subject_skipped(s) if _way(s) == REGISTER else None


def nickname_later(s: TurnContext) -> Answer | None:
    """Leave the question for the nickname: at registration another form of address is chosen."""
    if _way(s) != REGISTER:
        return None
    return s.go(to.ASK_ADDRESS(REGISTER), note=s.say("aside-without-nickname"))


def way_out(s: TurnContext, note: str) -> Answer | None:
    """Leave a question: back to the settings, if it was asked there."""
    return s.go(to.SETTINGS_MAIN(), note=note) if _way(s) == SETTINGS else None


PLACES: Mapping[OwnQuestion, Route[[ReturnWay], Asking]] = {
    "address": to.ASK_ADDRESS,
    "nickname": to.ASK_NICKNAME,
    "level": to.ASK_LEVEL,
    "subject": to.ASK_SUBJECT,
    "zone": to.ASK_ZONE,
}
SHOWS: tuple[ShownPlace, ...] = (
    shown(to.ASK_ADDRESS, show_choice("address")),
    shown(to.ASK_NICKNAME, show_nickname),
    shown(to.ASK_LEVEL, show_choice("level")),
    shown(to.ASK_SUBJECT, show_subject),
    shown(to.ASK_ZONE, show_choice("zone")),
)
VERBS: tuple[Done, ...] = (
    done(to.ASK_OPEN, open_question),
    done(to.ASK_SET, set_choice),
    done(to.ASK_OFFERED, take_offered),
    done(to.ASK_SKIP, skip_subject),
    done(to.ASK_COUNSELLOR, take_counsellor),
)
