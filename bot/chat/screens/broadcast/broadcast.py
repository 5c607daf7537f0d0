"""The broadcasts of a school: the table of contents of their screens and buttons (``siar``)."""

from collections.abc import Mapping

from bot.chat.context import Query
from bot.chat.model import Media, Screen, Typed
from bot.chat.screens.broadcast import begin, choices, draft, late, loud, send, woken
from bot.chat.screens.broadcast import lifecycle as course
from bot.chat.screens.broadcast.right import VerbIn, done_by_coordinator, shown_to_coordinator
from bot.chat.turn_context import Answer, Show, TurnContext, Verb, rows
from bot.domain.school.school import School


def show_home(s: TurnContext, school: School, _args: tuple[str, ...]) -> Screen:
    """Draw what there is to do with broadcasts."""
    begun = begin.kept(s)
    goes_on = begun is not None and begun.school == school.id
    return Screen(
        s.say("broadcast", school=school.name),
        rows(
            s.button("broadcast", "go", f"siar:draft:{school.id}") if goes_on else None,
            s.button("broadcast", "write", f"siar:new:{school.id}"),
            s.button("broadcast", "evaluation", f"siar:ready:{school.id}"),
            s.button("broadcast", "list", f"siar:list:{school.id}"),
            (s.button("nav", "back", f"school:home:{school.id}"), s.menu_button()),
        ),
    )


def _to(place: str) -> VerbIn:
    def verb(s: TurnContext, school: School, args: tuple[str, ...]) -> Answer:
        return s.go(f"siar.{place}", school.id, *args[:1])

    return verb


def passed_on(s: TurnContext, event: Typed) -> Answer | None:
    """Take somebody else's words as the content, such as a circular; None where none is asked for."""
    return draft.composed(s, event)


def composed(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take what was written or sent for the broadcast being composed; None elsewhere."""
    if isinstance(event, Typed):
        if (answer := choices.typed(s, event.text)) is not None:
            return answer
        if s.person.place.screen == "siar.later":
            return late.typed(s, event.text)
    return draft.composed(s, event)


SHOWS: Mapping[str, Show] = {
    name: shown_to_coordinator(show)
    for name, show in {
        "home": show_home,
        "write": draft.show_write,
        "kept": begin.show_kept,
        "draft": draft.show_draft,
        "whom": choices.show_whom,
        "people": choices.show_people,
        "names": choices.show_names,
        "when": choices.show_when,
        "sure": loud.show_loud,
        "later": late.show_later,
        "wake": woken.show_wake,
        "one": course.show_one,
        "stop": course.show_stop,
        "who": course.show_who,
        "list": course.show_list,
    }.items()
}
VERBS: Mapping[str, Verb] = {
    name: done_by_coordinator(verb)
    for name, verb in {
        "home": _to("home"),
        "new": begin.new,
        "write": begin.write,
        "ready": begin.ready,
        "fresh": begin.fresh,
        "draft": _to("draft"),
        "test": send.test,
        "loud": draft.loud,
        "drop": draft.drop,
        "send": send.send,
        "whom": _to("whom"),
        "people": _to("people"),
        "names": _to("names"),
        "to": choices.choose,
        "when": _to("when"),
        "now": choices.set_now,
        "at": choices.set_at,
        "soft": loud.soft,
        "later": late.later,
        "move": late.move,
        "repeat": choices.set_repeat,
        "see": course.see,
        "do": course.order,
        "stop": course.ask_stop,
        "who": course.who,
        "list": _to("list"),
    }.items()
}
QUERIES: Mapping[str, Query] = {
    "draft": Query.ROSTER,
    "whom": Query.ROSTER,
    "people": Query.ROSTER,
    "names": Query.ROSTER,
    "sure": Query.ROSTER,
    "wake": Query.BROADCAST_TO,
    "one": Query.BROADCAST,
    "stop": Query.BROADCAST,
    "who": Query.BROADCAST_TO,
    "list": Query.BROADCASTS,
}
PRESS_QUERIES: Mapping[str, Query] = {
    "siar:send": Query.ROSTER,
    "siar:do": Query.BROADCAST_TO,
    "siar:move": Query.BROADCAST_TO,
}
"""What some buttons need before they are pressed, not only to be drawn after it."""
