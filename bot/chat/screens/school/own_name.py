"""The name a teacher's coordinator sees, corrected by herself. What is typed is shown before it counts."""

from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Screen
from bot.chat.screens.school.join import show_main, typed_name
from bot.chat.screens.school.routes import JOIN_MAIN, OWNNAME_NAME, OWNNAME_SET, OWNNAME_SURE
from bot.chat.turn_context import Answer, TurnContext, rows


def show_name(s: TurnContext) -> Screen:
    """Ask under which name she wants to be seen."""
    if s.school is None:
        return show_main(s)
    name = s.person.shown_name or s.address
    return Screen(
        s.say("own-name", name=name, school=s.school.name),
        rows(s.button("nav", "cancel", JOIN_MAIN())),
    )


def show_sure(s: TurnContext) -> Screen:
    """Show the name that was typed and who will see it."""
    name = s.person.place.draft.get("name")
    if s.school is None or not name:
        return show_main(s)
    return Screen(
        s.say("own-name-sure", name=name, school=s.school.name),
        rows(
            s.button("own-name-sure", "yes", OWNNAME_SET()),
            s.button("nav", "cancel", JOIN_MAIN()),
        ),
    )


def ask(s: TurnContext) -> Answer | None:
    """Go to the question for the name."""
    return s.go(OWNNAME_NAME()) if s.school else None


def take(s: TurnContext) -> Answer | None:
    """Take the name that was typed and shown."""
    name = s.person.place.draft.get("name")
    if s.school is None or s.person.place.screen != OWNNAME_SURE.name or not name:
        return None
    return s.change(replace(s.person, shown_name=name)).go(JOIN_MAIN(), note=s.say("own-name-done"))


def typed(s: TurnContext, text: str) -> Answer | None:
    """Take a typed name; None where none is asked for."""
    if s.person.place.screen != OWNNAME_NAME.name or s.school is None:
        return None
    name = typed_name(s, text)
    return name if isinstance(name, Answer) else Answer(person=s.at(OWNNAME_SURE(), {"name": name}))


def way_out(s: TurnContext, note: str) -> Answer:
    """Leave a question: back to her school."""
    return s.go(JOIN_MAIN(), note=note)


SHOWS: tuple[ShownPlace, ...] = (
    shown(OWNNAME_NAME, show_name),
    shown(OWNNAME_SURE, show_sure),
)
VERBS: tuple[Done, ...] = (
    done(OWNNAME_NAME, ask),
    done(OWNNAME_SET, take, fresh=True),
)
