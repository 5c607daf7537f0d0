"""Beginning a broadcast: to write one, or with words that stand ready; an older draft is asked about.

A draft with content goes away only when she says so.
"""

from collections.abc import Mapping

from bot.chat.model import Screen
from bot.chat.screens.broadcast.draft import FRESH, drafted, excerpt
from bot.chat.screens.broadcast.right import VerbIn
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.broadcast.broadcast import Audience, AudienceFilter, Content, Draft
from bot.domain.school.school import School

WRITE, EVALUATION = "tulis", "evaluasi"
"""What is begun; stands in places and buttons."""


def kept(s: TurnContext) -> Draft | None:
    """Return her draft, of whatever school, if there is anything in it."""
    draft = s.person.composing
    return draft if draft and not draft.content.is_empty else None


def new(s: TurnContext, school: School, _args: tuple[str, ...]) -> Answer:
    """Begin a new draft, unless another one is kept: then ask."""
    if kept(s):
        return s.go("siar.kept", school.id, WRITE)
    return _begin_to_write(s, school)


def write(s: TurnContext, school: School, _args: tuple[str, ...]) -> Answer:
    """Ask for the content of the draft; a draft of another school is not written over."""
    draft = kept(s)
    if draft and draft.school != school.id:
        return s.go("siar.kept", school.id, WRITE)
    return s.go("siar.write", school.id)


def ready(s: TurnContext, school: School, _args: tuple[str, ...]) -> Answer:
    """Begin with the words that remind of the evaluation, unless another draft is kept."""
    draft = kept(s)
    if draft is None:
        return _begin_to_remind(s, school)
    if draft.school == school.id and draft.content == _reminding(s):
        return s.go("siar.draft", school.id)
    return s.go("siar.kept", school.id, EVALUATION)


def show_kept(s: TurnContext, school: School, args: tuple[str, ...]) -> Screen:
    """Draw the older draft and ask which it is to be."""
    draft = kept(s)
    back = s.button("nav", "back", f"siar:home:{school.id}")
    if draft is None:
        return Screen(s.say("broadcast-gone"), rows(back))
    what = args[0] if args and args[0] in _BEGINNINGS else WRITE
    return Screen(
        s.say("broadcast-kept", excerpt=excerpt(s, draft.content)),
        rows(
            s.button("broadcast-kept", "go", f"siar:draft:{draft.school}"),
            s.button("broadcast-kept", "fresh", f"siar:fresh:{school.id}:{what}"),
            back,
        ),
    )


def fresh(s: TurnContext, school: School, args: tuple[str, ...]) -> Answer | None:
    """Begin anew; the older draft goes away as soon as the new one has something in it."""
    begin = _BEGINNINGS.get(args[0] if args else "")
    return begin(s, school, ()) if begin else None


def _begin_to_write(s: TurnContext, school: School, _args: tuple[str, ...] = ()) -> Answer:
    return s.go("siar.write", school.id, FRESH)


def _begin_to_remind(s: TurnContext, school: School, _args: tuple[str, ...] = ()) -> Answer:
    audience = Audience(AudienceFilter.NOT_EVALUATED)
    return drafted(s, Draft(school=school.id, content=_reminding(s), audience=audience))


def _reminding(s: TurnContext) -> Content:
    return Content(text=s.say("broadcast-evaluation"), evaluation=True)


_BEGINNINGS: Mapping[str, VerbIn] = {WRITE: _begin_to_write, EVALUATION: _begin_to_remind}
