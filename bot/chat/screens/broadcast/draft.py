"""Composing a broadcast: its words, and the page on which all of it is checked."""

from dataclasses import replace
from html import escape
from typing import Literal

from bot.chat.guard import answered_in
from bot.chat.model import Button, Media, MediaKind, Screen, Typed
from bot.chat.routes import OfSchool
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.broadcast import routes as to
from bot.chat.screens.broadcast.preview import (
    EXCERPT,
    NAMED,
    example_name,
    listed,
    next_turns,
    preview,
)
from bot.chat.screens.broadcast.routes import Throwing, Writing
from bot.chat.screens.replies import album
from bot.chat.screens.roster.evaluated_words import not_open
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.broadcast.audience import Selected, selected
from bot.domain.broadcast.broadcast import (
    Audience,
    AudienceFilter,
    Broadcast,
    Content,
    Draft,
    Medium,
    fingerprint,
)
from bot.domain.broadcast.placeholder import mistyped
from bot.domain.calendar.quarter import local
from bot.domain.programme.programme import StepSlug
from bot.domain.school.access import Action
from bot.domain.school.school import School

NEW_DRAFT: Literal["baru"] = "baru"
"""Marks the question for the content of a new draft, which takes the place of an older one."""

MEDIA = {
    MediaKind.PHOTO: Medium.PHOTO,
    MediaKind.DOCUMENT: Medium.DOCUMENT,
    MediaKind.VOICE: Medium.VOICE,
}


def draft_of(s: TurnContext, school: School) -> Draft:
    """Return her draft for this school, a new one if there is none."""
    return held(s, school) or Draft(school=school.id)


def held(s: TurnContext, school: School) -> Draft | None:
    """Return her draft for this school, None if there is none, or one for another school."""
    draft = s.person.composing
    return draft if draft and draft.school == school.id else None


def drafted(s: TurnContext, draft: Draft, *, note: str | None = None) -> Answer:
    """Keep a draft and go to the page on which it is checked."""
    person = replace(s.person, composing=draft)
    return s.change(person).go(to.SIAR_DRAFT(draft.school), note=note)


def show_write(s: TurnContext, school: School, _at: Writing) -> Screen:
    """Draw the question for the broadcast's content."""
    return Screen(
        s.say("broadcast-write", school=school.name),
        rows(s.button("nav", "cancel", to.SIAR_HOME(school.id))),
    )


def composed(s: TurnContext, event: Typed | Media) -> Answer | None:
    """Take what she wrote or sent as the content; None where none is asked for."""
    return answered_in(
        s,
        to.SIAR_WRITE,
        lambda school, at: _composed(s, school, at, event),
        Action.BROADCAST,
        consented=True,
    )


def _composed(s: TurnContext, school: School, at: Writing, event: Typed | Media) -> Answer:
    content = content_of(event)
    if content is None or content.is_empty:
        return s.stay(s.say("broadcast-medium"))
    if content.length > content.room:
        return s.stay(s.say("ask-long", limit=content.room, length=content.length))
    before = Draft(school=school.id) if at.fresh else draft_of(s, school)
    return drafted(s, replace(before, content=content), note=album.kept(s, event, "siaran"))


def content_of(event: Typed | Media) -> Content | None:
    """Return what was written or sent as the content of a message; None for what we do not send on."""
    if isinstance(event, Typed):
        return Content(text=event.html or escape(event.text, quote=False))
    medium = MEDIA.get(event.kind)
    return Content(medium=medium, file=event.file, text=event.html) if medium else None


def show_draft(s: TurnContext, school: School, _at: OfSchool) -> Screen:
    """Draw everything about the draft, and the button that sends just this."""
    draft = held(s, school)
    if draft is None or draft.content.is_empty:
        return Screen(
            s.say("broadcast-empty"),
            rows(
                s.button("broadcast", "write", to.SIAR_NEW(school.id)),
                (s.button("nav", "back", to.SIAR_HOME(school.id)), s.menu_button()),
            ),
        )
    found = found_for(s, draft)
    example = example_name(s, found)
    text = s.say(
        "broadcast-draft",
        school=school.name,
        example=example,
        preview=Html(preview(s, broadcast_of(s, school, draft, ""), example)),
        audience=audience_words(s, draft.audience),
        count=len(found.recipients),
        opens=_opens(s, draft) if draft.audience.whom is AudienceFilter.NOT_EVALUATED else "no",
        names=listed(s, found.recipients),
        more=max(0, len(found.recipients) - NAMED),
        when=_when(s, draft),
        important="ya" if draft.important else "tidak",
    )
    if draft.repeats:
        first = draft.at or s.now
        text += "\n" + next_turns(s, school, first, first)
    text += _early(s, draft)
    if found.silent:
        silent = listed(s, found.silent)
        text += "\n" + s.say("broadcast-silent", count=len(found.silent), names=silent)
    if _waits(s, school, draft):
        text += "\n" + s.say("broadcast-quiet")
    text += _holiday(s, school, draft)
    if strange := mistyped(draft.content.plain):
        text += "\n" + s.say("broadcast-mistyped", words=", ".join(strange[:NAMED]))
    return Screen(text, _draft_buttons(s, draft, found))


def _draft_buttons(s: TurnContext, draft: Draft, found: Selected) -> tuple[tuple[Button, ...], ...]:
    at = draft.school
    count = len(found.recipients)
    send = s.button(
        "broadcast-draft",
        "plan" if draft.at else "send",
        to.SIAR_SEND(at, draft.mark(found.recipients)),
        count=count,
    )
    loud = s.button(
        "broadcast-draft", "unimportant" if draft.important else "important", to.SIAR_LOUD(at)
    )
    return rows(
        (
            s.button("broadcast-draft", "write", to.SIAR_WRITE(at)),
            s.button("broadcast-draft", "whom", to.SIAR_WHOM(at)),
            s.button("broadcast-draft", "when", to.SIAR_WHEN(at)),
        ),
        (s.button("broadcast-draft", "names", to.SIAR_NAMES(at)), loud),
        send if count else None,
        (
            s.button("broadcast-draft", "test", to.SIAR_TEST(at)),
            s.button("broadcast-draft", "drop", to.SIAR_DROP(at)),
            s.menu_button(),
        ),
    )


def found_for(s: TurnContext, draft: Draft) -> Selected:
    """Return the people a draft is for, and who asked for silence."""
    if s.known.roster is None:
        return Selected((), ())
    on = local(draft.at, s.person.zone).date() if draft.at else None
    return selected(draft.audience, s.known.roster, on, evaluation=draft.content.evaluation)


def _early(s: TurnContext, draft: Draft) -> str:
    """Return when the evaluation opens that people would be asked for too early, else nothing."""
    opens = _opens(s, draft)
    asks = draft.content.evaluation or draft.audience.whom is AudienceFilter.NOT_EVALUATED
    if opens == "no" or not asks:
        return ""
    return "\n" + s.say("roster-not-open", opens=opens)


def _opens(s: TurnContext, draft: Draft) -> str:
    """Return "belum dibuka (…)" if the evaluation is not open when the draft is sent, else "no"."""
    opens = s.known.roster.opens if s.known.roster else None
    on = local(draft.at or s.now, s.person.zone).date()
    return not_open(s.world.texts, opens) if opens and on < opens else "no"


def excerpt(s: TurnContext, content: Content) -> str:
    """Return the words of a content for a page, cut where they are many, with its medium."""
    words = content.plain
    if len(words) > EXCERPT:
        words = words[:EXCERPT] + " …"
    if content.medium is Medium.TEXT:
        return words
    return f"{s.world.texts.pick('medium', content.medium)} {words}".strip()


def audience_words(s: TurnContext, audience: Audience) -> str:
    """Return who is meant, in words."""
    value = audience.value
    if audience.whom is AudienceFilter.LEVEL:
        value = s.world.texts.pick("level", audience.value)
    elif audience.whom is AudienceFilter.STEP:
        step = s.world.programme.step(StepSlug(audience.value))
        value = f"{step.number} · {step.label}" if step else audience.value
    return s.world.texts.pick("audience", audience.whom, value=value)


def audience_label(s: TurnContext, audience: Audience) -> str:
    """Return who is meant, for a button: of a step only the number."""
    step = s.world.programme.step(audience.value) if audience.whom is AudienceFilter.STEP else None
    if step is None:
        return audience_words(s, audience)
    return s.world.texts.pick("audience", audience.whom, value=step.number)


def _when(s: TurnContext, draft: Draft) -> str:
    when = s.world.texts.moment(draft.at, s.person.zone) if draft.at else s.say("broadcast-now")
    return s.say("broadcast-repeated", when=when) if draft.repeats else when


def _waits(s: TurnContext, school: School, draft: Draft) -> bool:
    """Say whether the draft's moment lies in quiet hours, as the clocks at school go."""
    moment = draft.at or s.now
    after = s.world.calendar.after_quiet_hours(moment, school.zone)
    return not draft.important and after > moment


def _holiday(s: TurnContext, school: School, draft: Draft) -> str:
    """Return which holiday or quiet day it is planned for, else nothing; broadcasts are sent all the same."""
    if draft.at is None:
        return ""
    calendar, day = school.calendar(s.world.calendar), local(draft.at, school.zone).date()
    reason = calendar.quiet_day(day, school.zone)
    if reason is None or not reason.name:
        return ""
    return "\n" + s.say("broadcast-holiday", day=s.world.texts.long_day(day), name=reason.name)


def loud(s: TurnContext, school: School, _at: OfSchool) -> Answer:
    """Switch whether it may also arrive in somebody's quiet hours."""
    draft = held(s, school)
    if draft is None:
        return s.stay(s.say("broadcast-gone"))
    return drafted(s, replace(draft, important=not draft.important))


SURE: Literal["ya"] = "ya"
"""Marks the tap that throws a draft away after it was asked."""


def drop(s: TurnContext, school: School, at: Throwing) -> Answer:
    """Throw the draft away; where it has content it is asked once, and nothing changes before."""
    draft = held(s, school)
    if draft and not draft.content.is_empty and at.sure != SURE:
        return s.short(
            s.say("broadcast-drop-sure"),
            rows(
                s.button("broadcast-drop-sure", "yes", to.SIAR_DROP(school.id, SURE)),
                s.button("broadcast-drop-sure", "no", MEANT_STAY()),
            ),
        )
    person = replace(s.person, composing=None)
    return s.change(person).go(to.SIAR_HOME(school.id), note=s.say("broadcast-dropped"))


def broadcast_of(s: TurnContext, school: School, draft: Draft, mark: str) -> Broadcast:
    """Return the broadcast of a draft. Its id comes of the update, so that a tap counts once."""
    sender = school.coordinator(s.person.id)
    return Broadcast(
        id=fingerprint(str(s.person.id), str(s.person.updates[-1:]), mark),
        school=school.id,
        school_name=school.name,
        by=s.person.id,
        sender=sender.name if sender else s.address,
        content=draft.content,
        made_at=s.now,
        audience=draft.audience,
        due=draft.at or s.now,
        first_at=draft.at or s.now,
        repeats=draft.repeats,
        important=draft.important,
    )
