"""The few questions about a person: form of address, jenjang, subject, zone.

Asked one after the other at registration and one by one from the settings. Each can be answered
by a tap; what is typed instead is understood where it can be.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.chat.answers.name import person_in
from bot.chat.model import Button, Rows, Screen
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.chat.typed.line import clean_line, comparable
from bot.domain.person.own_clock import with_zone
from bot.domain.person.person import Address, Person
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import SchoolLevel

REGISTER = "daftar"
"""The way through all open questions."""

SETTINGS = "atur"
"""The way back to the settings after one question."""

NICKNAME_LENGTH = 30
SUBJECT_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """A question answered by one of a few values."""

    name: str
    values: type[StrEnum]
    columns: int
    set: Callable[[Person, str], Person]


CHOICES: Mapping[str, Choice] = {
    choice.name: choice
    for choice in (
        Choice("address", Address, 2, lambda p, v: replace(p, address=Address(v))),
        Choice("level", SchoolLevel, 2, lambda p, v: replace(p, level=SchoolLevel(v))),
        Choice("zone", Zone, 1, lambda p, v: with_zone(p, Zone(v))),
    )
}


def next_question(s: TurnContext) -> Answer:
    """Go to the first question without an answer, or to the end of the registration."""
    person = s.person
    if person.address is None:
        return s.go("ask.address", REGISTER)
    if person.level is None:
        return s.go("ask.level", REGISTER)
    if person.subject is None and not person.subject_asked:
        return s.go("ask.subject", REGISTER)
    if person.zone is None:
        return s.go("ask.zone", REGISTER)
    return s.go("join.offer") if s.person.invited else s.go("menu.registered")


def _answered(s: TurnContext, way: str) -> Answer:
    if way == REGISTER:
        return next_question(s)
    return s.go("settings.main", note=s.say("ask-saved"))


def show_choice(name: str) -> Show:
    """Return the screen of a question with a few values."""

    def show(s: TurnContext, args: tuple[str, ...]) -> Screen:
        way = args[0] if args else SETTINGS
        choice = CHOICES[name]
        buttons = [
            Button(s.world.texts.pick(name, value), f"ask:set:{name}:{value}:{way}")
            for value in choice.values
        ]
        return Screen(s.say(f"ask-{name}"), _grid(buttons, choice.columns) + _leave(s, way))

    return show


def _grid(buttons: list[Button], columns: int) -> Rows:
    return tuple(
        tuple(buttons[start : start + columns]) for start in range(0, len(buttons), columns)
    )


def _leave(s: TurnContext, way: str) -> Rows:
    return rows(s.button("nav", "cancel", "settings:main")) if way == SETTINGS else ()


def show_nickname(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask for the nickname; the name Telegram knows is offered for one tap."""
    way = args[0] if args else SETTINGS
    offered = s.person.place.draft.get("offered", "")
    return Screen(
        s.say("ask-nickname"),
        rows(
            s.button("ask-nickname", "use", f"ask:offered:{way}", name=offered)
            if offered
            else None,
            s.button("nav", "back", f"ask:open:address:{way}"),
        ),
    )


def show_subject(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask for the subject or class, which may be skipped; a guru BK has none and taps."""
    way = args[0] if args else SETTINGS
    skip = s.button("ask-subject", "skip", f"ask:skip:{way}")
    counsellor = s.button("ask-subject", "counsellor", f"ask:counsellor:{way}")
    return Screen(s.say("ask-subject"), rows((counsellor, skip)) + _leave(s, way))


def open_question(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Open one question; args are its name and the way."""
    if len(args) != 2 or f"ask.{args[0]}" not in _PLACES:  # noqa: PLR2004 -- name and way
        return None
    return s.go(f"ask.{args[0]}", args[1])


def set_choice(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take the chosen value; args are question, value and way.

    At registration a button counts only while its question is the open one, so that an old
    question further up does not undo a later answer. The same answer again is a double tap.
    """
    if len(args) != 3 or args[0] not in CHOICES:  # noqa: PLR2004 -- question, value, way
        return None
    name, value, way = args
    choice = CHOICES[name]
    if value not in set(choice.values):
        return None
    is_nickname = name == "address" and value == Address.NICKNAME
    if way == REGISTER and s.person.place.screen != f"ask.{name}":
        is_same = choice.set(s.person, value) == s.person
        is_open = is_nickname and s.person.place.screen == "ask.nickname"
        return s.stay() if is_same or is_open else None
    if is_nickname:
        # Kept only together with the name: whoever leaves that question is addressed as before.
        offered = clean_line(s.first_name)[:NICKNAME_LENGTH]
        return Answer(person=s.person.at("ask.nickname", way, draft={"offered": offered}))
    return _answered(s.change(choice.set(s.person, value)), way)


def _called(person: Person, nickname: str) -> Person:
    return replace(person, address=Address.NICKNAME, nickname=nickname)


def take_offered(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Take the name Telegram knows as the nickname."""
    offered = s.person.place.draft.get("offered")
    if s.person.place.screen != "ask.nickname" or not offered:
        return None
    return _answered(s.change(_called(s.person, offered)), args[0] if args else SETTINGS)


def skip_subject(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Go on without a subject; from the settings this clears it."""
    way = args[0] if args else SETTINGS
    skipped = replace(s.person, subject=None, subject_asked=True)
    if s.person.place.screen != "ask.subject":
        return s.stay() if skipped == s.person else None
    return _answered(s.change(skipped), way)


def take_counsellor(s: TurnContext, args: tuple[str, ...]) -> Answer | None:
    """Keep that she is a guru BK; an old button changes no later answer."""
    taken = _teaching(s, s.world.counsellors.name)
    if s.person.place.screen != "ask.subject":
        return s.stay() if taken == s.person else None
    return _answered(s.change(taken), args[0] if args else SETTINGS)


def _teaching(s: TurnContext, line: str) -> Person:
    """Return the person with her subject; every word for a guru BK is kept as the same one."""
    counsellors = s.world.counsellors
    subject = counsellors.name if counsellors.includes(line) else line
    return replace(s.person, subject=subject, subject_asked=True)


def typed(s: TurnContext, text: str) -> Answer | None:
    """Understand typed text as the answer to the open question; None if none is open.

    The words of a command are never an answer: "bantuan" asks for help also here.
    """
    family, _, name = s.person.place.screen.partition(".")
    if family != "ask":
        return None
    if comparable(text) in s.world.phrases:
        return None
    way = _way(s)
    if name == "nickname":
        return _nickname(s, clean_line(text), way)
    if name == "subject":
        return take_subject(s, text)
    wanted = comparable(text)
    for value in CHOICES[name].values:
        label = comparable(s.world.texts.pick(name, value))
        if wanted in {label, *label.replace("(", "/").split("/"), value.value.lower()}:
            return set_choice(s, (name, value, way))
    return s.stay(s.say("ask-choose"))


def _nickname(s: TurnContext, line: str, way: str) -> Answer:
    """Take a nickname; what does not surely look like one is shown back first."""
    named = person_in(s.world, line, s.own_names, least=1)
    if line and len(line) <= NICKNAME_LENGTH and not named.sure:
        if not named.name:
            return s.stay(s.say("name-none"))
        person = s.person.at("ask.nickname", way, draft={"offered": named.name})
        return Answer(person=person, note=s.say("name-doubt", name=named.name))
    return _line(s, line, NICKNAME_LENGTH, lambda name: _called(s.person, name), way)


def _way(s: TurnContext) -> str:
    return s.person.place.args[0] if s.person.place.args else SETTINGS


def take_subject(s: TurnContext, text: str) -> Answer:
    """Take a text as the subject or class she teaches."""
    return _line(s, text, SUBJECT_LENGTH, lambda line: _teaching(s, line), _way(s))


def take_nickname(s: TurnContext, text: str) -> Answer:
    """Take a text as the nickname; it was shown back."""
    return _line(s, text, NICKNAME_LENGTH, lambda name: _called(s.person, name), _way(s))


def _line(s: TurnContext, text: str, limit: int, put: Callable[[str], Person], way: str) -> Answer:
    line = clean_line(text)
    if not line:
        return s.stay(s.say("ask-empty"))
    if len(line) > limit:
        return s.stay(s.say("ask-long", limit=limit, length=len(line)))
    return _answered(s.change(put(line)), way)


SHOWS: Mapping[str, Show] = {
    "address": show_choice("address"),
    "nickname": show_nickname,
    "level": show_choice("level"),
    "subject": show_subject,
    "zone": show_choice("zone"),
}
_PLACES = {f"ask.{name}" for name in SHOWS}
VERBS: Mapping[str, Verb] = {
    "open": open_question,
    "set": set_choice,
    "offered": take_offered,
    "skip": skip_subject,
    "counsellor": take_counsellor,
}
