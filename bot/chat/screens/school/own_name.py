"""The name a teacher's coordinator sees, corrected by herself. What is typed is shown before it counts."""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.answers.name import person_in
from bot.chat.model import Screen
from bot.chat.screens.school.join import NAME_LENGTH, as_written, show_main
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows


def show_name(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Ask under which name she wants to be seen."""
    if s.school is None:
        return show_main(s, args)
    name = s.person.shown_name or s.address
    return Screen(
        s.say("own-name", name=name, school=s.school.name),
        rows(s.button("nav", "cancel", "join:main")),
    )


def show_sure(s: TurnContext, args: tuple[str, ...]) -> Screen:
    """Show the name that was typed and who will see it."""
    name = s.person.place.draft.get("name")
    if s.school is None or not name:
        return show_main(s, args)
    return Screen(
        s.say("own-name-sure", name=name, school=s.school.name),
        rows(
            s.button("own-name-sure", "yes", "ownname:set"),
            s.button("nav", "cancel", "join:main"),
        ),
    )


def ask(s: TurnContext, _args: tuple[str, ...]) -> Answer | None:
    """Go to the question for the name."""
    return s.go("ownname.name") if s.school else None


def take(s: TurnContext, _args: tuple[str, ...]) -> Answer | None:
    """Take the name that was typed and shown."""
    name = s.person.place.draft.get("name")
    if s.school is None or s.person.place.screen != "ownname.sure" or not name:
        return None
    return s.change(replace(s.person, shown_name=name)).go("join.main", note=s.say("own-name-done"))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed name; None where none is asked for."""
    if s.person.place.screen != "ownname.name" or s.school is None:
        return None
    name = as_written(s, text)
    if not name:
        return s.stay(s.say("ask-empty"))
    if len(name) > NAME_LENGTH:
        return s.stay(s.say("ask-long", limit=NAME_LENGTH, length=len(name)))
    named = person_in(s.world, name)
    if not named.name:
        return s.stay(s.say("name-none"))
    return Answer(person=s.person.at("ownname.sure", draft={"name": as_written(s, named.name)}))


SHOWS: Mapping[str, Show] = {"name": show_name, "sure": show_sure}
VERBS: Mapping[str, Verb] = {"name": ask, "set": take}
