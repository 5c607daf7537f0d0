"""The 13 steps: the list, one step, its pages, its parts, and the marks a teacher sets herself."""

from dataclasses import replace
from functools import lru_cache

from bot.chat.button import side_by_side
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, keeping, shown
from bot.chat.model import Button, Rows, Screen
from bot.chat.routes import button_to
from bot.chat.screens.account.routes import WELCOME_HELLO
from bot.chat.screens.coaching.begin import begin, begin_button
from bot.chat.screens.coaching.close import ask_habit
from bot.chat.screens.coaching.routes import TRY_TASK
from bot.chat.screens.evaluation.words import steps_words
from bot.chat.screens.history.listing import history_button
from bot.chat.screens.steps import routes as to
from bot.chat.screens.steps.routes import Marking, OfPage, OfStep
from bot.chat.screens.steps.standing import listed, standing
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html, Texts
from bot.domain.coaching.coaching import taken_back
from bot.domain.coaching.progress import (
    Status,
    before_done,
    done_count,
    mark,
    status_of,
    suggestion,
)
from bot.domain.person.person import Bookmark
from bot.domain.programme.programme import (
    EXAMPLE_LEVELS,
    Page,
    SchoolLevel,
    SectionKind,
    Step,
    StepSlug,
    Task,
)


def show_list(s: TurnContext) -> Screen:
    """Draw all steps with their status and the one to go on with."""
    programme, progress, marked = s.programme, s.person.progress, listed(s)
    texts, untouched = s.world.texts, Status.UNTOUCHED
    lines = [
        _line_of(texts, marked.get(one.slug, untouched), one.slug, one.number, one.label)
        for one in programme
    ]
    if not s.person.may_be_stored:
        return Screen(
            s.say("steps-guest"),
            rows(*side_by_side(lines, 2), s.button("steps-guest", "join", WELCOME_HELLO())),
        )
    text = s.say("steps", done=done_count(progress, programme), total=len(programme))
    active = s.person.coaching.active
    going = programme.step(active.step) if active else None
    suggested = going or suggestion(progress, programme, s.person.focus)
    if suggested:
        is_going = marked.get(suggested.slug) is Status.UNDERWAY
        text += "\n" + s.say(
            "steps-underway" if is_going else "steps-suggestion",
            number=suggested.number,
            label=suggested.label,
        )
    if s.person.focus:
        text += "\n" + s.say("steps-focus", steps=steps_words(s, s.person.focus))
    return Screen(text, rows(*side_by_side(lines, 2), s.menu_button()))


@lru_cache(256)  # each in each status, in the words for a guru BK too
def _line_of(texts: Texts, status: Status, slug: StepSlug, number: int, label: str) -> Button:
    """Return one of the 13 lines that every list shows: they come often, and are few."""
    label = texts.label("steps", f"line-{status}", number=number, label=label)
    return button_to(label, to.STEPS_STEP(slug))


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


def _level(s: TurnContext, at: OfPage) -> SchoolLevel | None:
    """The level to read for: chosen on the page, else the person's own."""
    return at.level if at.level in EXAMPLE_LEVELS else s.person.level


def show_page(s: TurnContext, at: OfPage) -> Screen:
    """Draw one page of a step."""
    step = s.programme.step(at.step)
    if step is None:
        return show_list(s)
    level = _level(s, at)
    pages = step.pages_for(level)
    index = step.page_index(level, at.page)
    page = pages[index]
    head = s.say("page", number=step.number, label=step.label, page=index + 1, total=len(pages))
    body = f"{page.html}\n{s.say('page-level')}" if page.asks_level else page.html
    other = level if level != s.person.level else None
    return Screen(
        f"{Html(head)}\n\n{body}",
        _level_rows(s, step, page) + _page_rows(s, step, pages, index, other),
    )


def _level_rows(s: TurnContext, step: Step, page: Page) -> Rows:
    if not page.asks_level:
        return ()
    buttons = [
        button_to(s.world.texts.pick("level", level), to.STEPS_PAGE(step.slug, page.name, level))
        for level in EXAMPLE_LEVELS
    ]
    return side_by_side(buttons, 2)


def _page_rows(
    s: TurnContext, step: Step, pages: tuple[Page, ...], index: int, level: SchoolLevel | None
) -> Rows:
    def turn_to(attribute: str, target: int) -> Button:
        return s.button("page", attribute, to.STEPS_PAGE(step.slug, pages[target].name, level))

    # Reading is optional: where it begins, the task is one tap away.
    back = turn_to("back", index - 1) if index > 0 else begin_button(s, step.slug)
    onward = turn_to("forward", index + 1) if index + 1 < len(pages) else _finish_button(s, step)
    return rows(
        _try_button(s, step, pages[index]),
        tuple(button for button in (back, onward) if button),
        (s.button("page", "step", to.STEPS_STEP(step.slug)), s.menu_button()),
    )


def task_of(step: Step, page: Page) -> Task | None:
    """Return the task a page tells of; None for any other page."""
    is_of_tasks = page.name.startswith(SectionKind.TASKS)
    return next((task for task in step.tasks if is_of_tasks and task.title in page.html), None)


def _try_button(s: TurnContext, step: Step, page: Page) -> Button | None:
    """Return the way to try the task of a page; none for a guest, and where a try is under way."""
    task, active = task_of(step, page), s.person.coaching.active
    if task is None or not s.person.may_be_stored:
        return None
    if active and active.step == step.slug and active.current:
        return begin_button(s, step.slug)
    return s.button("page", "try", TRY_TASK(step.slug, task.slug))


def _finish_button(s: TurnContext, step: Step) -> Button | None:
    if s.person.may_be_stored and status_of(s.person.progress, step.slug) is not Status.DONE:
        return s.button("step", "mark-done", to.STEPS_MARK(step.slug, Status.DONE))
    following = s.programme.after(step.slug)
    if following is None:
        return None
    data = to.STEPS_STEP(following.slug)
    return s.button("step", "next", data, number=following.number)


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


def open_page(s: TurnContext, at: OfPage) -> Answer | None:
    """Turn to a page and remember it, so that "Lanjutkan" leads there."""
    step = s.programme.step(at.step)
    if step is None:
        return None
    level = _level(s, at)
    page = step.pages_for(level)[step.page_index(level, at.page)].name
    person = replace(s.person, bookmark=Bookmark(step.slug, page))
    chosen = at.level if level != s.person.level else None
    return s.change(person).go(to.STEPS_PAGE(step.slug, page, chosen))


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
