"""The 13 steps: the list, one step, its pages, its parts, and the marks a teacher sets herself."""

from dataclasses import replace

from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, keeping, shown
from bot.chat.model import Button, Rows, Screen
from bot.chat.routes import button_to
from bot.chat.screens.coaching.begin import begin, begin_button
from bot.chat.screens.coaching.close import ask_habit
from bot.chat.screens.history.listing import history_button
from bot.chat.screens.steps import routes as to
from bot.chat.screens.steps.listing import show_list
from bot.chat.screens.steps.reading import open_page, show_page
from bot.chat.screens.steps.routes import Marking, OfStep
from bot.chat.screens.steps.standing import standing
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.domain.coaching.coaching import taken_back
from bot.domain.coaching.progress import (
    Status,
    before_done,
    done_count,
    mark,
    status_of,
    suggestion,
)
from bot.domain.programme.programme import (
    Step,
)


def show_step(s: TurnContext, at: OfStep) -> Screen:
    """Draw one step: what it is about, how far she is, and what she can do."""
    step = s.programme.step(at.step)
    if step is None:
        return show_list(s)
    texts = s.world.texts
    names = texts.listed(texts.pick("competency", competency) for competency in step.competencies)
    text = s.say(
        "step",
        number=step.number,
        total=len(s.programme),
        title=step.title,
        competencies=names,
        pages=len(step.pages_for(s.person.level)),
    )
    if s.person.may_be_stored:
        text += f"\n\n{standing(s, step)}"
    return Screen(
        text,
        rows(
            begin_button(s, step.slug),
            _read_button(s, step),
            s.button("step", "parts", to.STEPS_PARTS(step.slug)),
            *_mark_buttons(s, step),
            history_button(s, step.slug),
            _neighbours(s, step),
            (s.button("step", "list", to.STEPS_LIST()), s.menu_button()),
        ),
    )


def _read_button(s: TurnContext, step: Step) -> Button:
    pages = step.pages_for(s.person.level)
    bookmark = s.person.bookmark
    if bookmark and bookmark.step == step.slug:
        index = step.page_index(s.person.level, bookmark.page)
        data = to.STEPS_PAGE(step.slug, pages[index].name)
        return s.button("step", "resume", data, page=index + 1, total=len(pages))
    return s.button("step", "read", to.STEPS_PAGE(step.slug, pages[0].name))


def _mark_buttons(s: TurnContext, step: Step) -> Rows:
    """The marks that make sense now: begin, done, and taking the last one back."""
    if not s.person.may_be_stored:
        return ()

    def button(attribute: str, status: Status) -> Button:
        return s.button("step", attribute, to.STEPS_MARK(step.slug, status))

    match status_of(s.person.progress, step.slug):
        case Status.UNTOUCHED:
            return ((button("mark-begin", Status.UNDERWAY), button("mark-done", Status.DONE)),)
        case Status.UNDERWAY:
            return ((button("mark-done", Status.DONE), button("unmark-begin", Status.UNTOUCHED)),)
        case Status.DONE:
            return ((button("unmark-done", before_done(s.person.progress, step.slug)),),)


def _neighbours(s: TurnContext, step: Step) -> tuple[Button, ...]:
    around = (
        s.programme.numbered(step.number - 1),
        s.programme.numbered(step.number + 1),
    )
    return tuple(
        s.button("step", direction, to.STEPS_STEP(other.slug), number=other.number)
        for direction, other in zip(("previous", "next"), around, strict=True)
        if other
    )


def show_parts(s: TurnContext, at: OfStep) -> Screen:
    """Draw the parts of a step, to go straight to one of them."""
    step = s.programme.step(at.step)
    if step is None:
        return show_list(s)
    buttons = [
        button_to(step.sections[kind].title, to.STEPS_PAGE(step.slug, kind))
        for page in step.pages_for(s.person.level)
        for kind in page.sections
    ]
    back = s.button("nav", "back", to.STEPS_STEP(step.slug))
    return Screen(
        s.say("parts", number=step.number, label=step.label),
        rows(*side_by_side(buttons, 2), (back, s.menu_button())),
    )


def show_done(s: TurnContext, at: OfStep) -> Screen:
    """Draw the praise for a finished step: what was done, and one step to go on with."""
    step = s.programme.step(at.step)
    if step is None:
        return show_list(s)
    done, total = done_count(s.person.progress, s.programme), len(s.programme)
    text = s.say("done", number=step.number, label=step.label, done=done, total=total)
    following = suggestion(s.person.progress, s.programme, s.person.focus)
    onward = None
    if following:
        text += "\n\n" + s.say("done-next", number=following.number, label=following.label)
        data = to.STEPS_STEP(following.slug)
        onward = s.button("done", "next", data, number=following.number)
    back = before_done(s.person.progress, step.slug)
    undo = s.button("step", "unmark-done", to.STEPS_MARK(step.slug, back))
    return Screen(
        text, rows(onward, undo, (s.button("step", "list", to.STEPS_LIST()), s.menu_button()))
    )


def open_list(s: TurnContext) -> Answer:
    """Go to the list of steps."""
    return s.go(to.STEPS_LIST())


def open_step(s: TurnContext, at: OfStep) -> Answer | None:
    """Go to a step."""
    step = s.programme.step(at.step)
    return s.go(to.STEPS_STEP(step.slug)) if step else None


def open_parts(s: TurnContext, at: OfStep) -> Answer | None:
    """Go to the parts of a step."""
    step = s.programme.step(at.step)
    return s.go(to.STEPS_PARTS(step.slug)) if step else None


@keeping
def set_mark(s: TurnContext, at: Marking) -> Answer | None:
    """Mark a step as the teacher says."""
    step = s.programme.step(at.step)
    if step is None:
        return None
    if at.status is Status.DONE:
        return ask_habit(s, OfStep(step.slug))
    is_new = status_of(s.person.progress, step.slug) is Status.UNTOUCHED
    if at.status is Status.UNDERWAY and is_new:
        return begin(s, OfStep(step.slug))
    person = replace(
        s.person,
        progress=mark(s.person.progress, step.slug, at.status, s.now),
        coaching=taken_back(s.person.coaching, step.slug),
    )
    return s.change(person).go(
        to.STEPS_STEP(step.slug), note=s.say("marked", status=at.status.value)
    )


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.STEPS_LIST, show_list),
    shown(to.STEPS_STEP, show_step, otherwise=show_list),
    shown(to.STEPS_PAGE, show_page, otherwise=show_list),
    shown(to.STEPS_PARTS, show_parts, otherwise=show_list),
    shown(to.STEPS_DONE, show_done, otherwise=show_list),
)
VERBS: tuple[Done, ...] = (
    done(to.STEPS_LIST, open_list),
    done(to.STEPS_STEP, open_step),
    done(to.STEPS_PAGE, open_page),
    done(to.STEPS_PARTS, open_parts),
    done(to.STEPS_MARK, set_mark),
)
