"""Reading a step: one page of it, with the ways on from there."""

from dataclasses import replace

from bot.chat.button import side_by_side
from bot.chat.model import Button, Rows, Screen
from bot.chat.routes import button_to
from bot.chat.screens.coaching.begin import begin_button
from bot.chat.screens.coaching.routes import TRY_TASK
from bot.chat.screens.steps import routes as to
from bot.chat.screens.steps.listing import show_list
from bot.chat.screens.steps.routes import OfPage
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.content.texts import Html
from bot.domain.coaching.progress import Status, status_of
from bot.domain.person.person import Bookmark
from bot.domain.programme.programme import (
    EXAMPLE_LEVELS,
    Page,
    SchoolLevel,
    SectionKind,
    Step,
    Task,
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
    """Return the task a page tells of, also where it goes on from the page before; None for any other page."""
    found = None
    for one in step.pages_for(None):
        if one.name.startswith(SectionKind.TASKS):
            found = next((task for task in step.tasks if task.title in one.html), found)
        if one.name == page.name:
            return found if page.name.startswith(SectionKind.TASKS) else None
    return None


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
