"""What a nudge is about: what she chose herself, never the page she looked at last."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.chat.model import Incoming, Press, Screen, UpdateId
from bot.chat.screens.reminders.messages import message_screen
from bot.chat.world import World
from bot.domain.coaching.progress import Status, mark
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Bookmark, Person
from bot.domain.programme.programme import StepSlug
from bot.domain.reminders.outbound import Planned, Topic
from tests.chat.taking import take_turn
from tests.delivery.teachers import teacher
from tests.each import each

TUESDAY = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
BEFORE, AFTER = TUESDAY - timedelta(days=20), TUESDAY - timedelta(days=5)
EVALUATED = TUESDAY - timedelta(days=10)


def person(
    focus: tuple[str, ...] = (),
    begun: tuple[tuple[str, datetime], ...] = (),
    done: tuple[str, ...] = (),
    peeked: str = "",
) -> Person:
    """A teacher with a focus, steps begun and done, and the step whose page she read last."""
    one = replace(teacher(7), bookmark=Bookmark(StepSlug(peeked), "makna") if peeked else None)
    if focus:
        slugs = tuple(map(StepSlug, focus))
        evaluation = Evaluation(
            quarter="2026-Q3", begun_at=EVALUATED, finished_at=EVALUATED, focus=slugs
        )
        one = replace(one, evaluations=(evaluation,))
    for slug, moment in begun:
        progress = mark(one.progress, StepSlug(slug), Status.UNDERWAY, moment)
        one = replace(one, progress=progress)
    for slug in done:
        one = replace(one, progress=mark(one.progress, StepSlug(slug), Status.DONE, BEFORE))
    return one


def nudge(world: World, one: Person, now: datetime = TUESDAY) -> Screen:
    return message_screen(one, Planned(moment=now, topic=Topic.NUDGE, key="-"), world, now)


def opened(screen: Screen) -> tuple[str, str]:
    """The step and the page that the first button opens."""
    slug, page = screen.rows[0][0].data.removeprefix("steps:page:").split(":")
    return slug, page


@each(
    ("one", "slug"),
    [
        (person(), "murid"),
        (person(peeked="ptk"), "murid"),
        (person(focus=("rancang",)), "rancang"),
        (person(focus=("rancang",), peeked="ptk"), "rancang"),
        (person(focus=("rancang", "tik"), done=("rancang",)), "tik"),
        (person(focus=("rancang",), done=("rancang",)), "murid"),
        (person(begun=(("tik", BEFORE),), peeked="ptk"), "tik"),
        (person(focus=("rancang",), begun=(("tik", BEFORE),)), "rancang"),
        (person(focus=("rancang",), begun=(("tik", AFTER),)), "tik"),
        (person(focus=("rancang", "tik"), begun=(("tik", BEFORE),)), "tik"),
        (person(begun=(("murid", BEFORE), ("tik", AFTER))), "tik"),
    ],
)
def test_a_nudge_is_about_what_she_chose(one: Person, slug: str, world: World) -> None:
    """What she began last counts, or the focus she chose after it; never where she only looked."""
    screen = nudge(world, one)
    assert opened(screen)[0] == slug
    step = world.programme.step(slug)
    assert step is not None
    assert step.label in screen.text


@each("week", range(6))
def test_a_nudge_opens_at_a_task(week: int, world: World) -> None:
    """The button opens the very task that the message names, week by week another one."""
    one = person(focus=("rancang",), peeked="rancang")
    screen = nudge(world, one, TUESDAY + timedelta(days=7 * week))
    slug, name = opened(screen)
    assert name.startswith("tugas")
    step = world.programme.step(slug)
    assert step is not None
    page = step.pages_for(one.level)[step.page_index(one.level, name)]
    titles = [task.title for task in step.tasks if task.title in page.html]
    assert [title for title in titles if title in screen.text]


def test_the_tasks_take_turns(world: World) -> None:
    """In as many weeks as a step has tasks each of them is proposed once."""
    one = person(focus=("rancang",))
    step = world.programme.step("rancang")
    assert step is not None
    weeks = range(len(step.tasks))
    pages = {opened(nudge(world, one, TUESDAY + timedelta(days=7 * week))) for week in weeks}
    assert len(pages) == len(step.tasks)


def test_reading_another_step_changes_no_nudge(world: World) -> None:
    """She looks into step 13, and the next message is still about her focus."""
    one = person(focus=("rancang",))
    event = Press("steps:page:ptk:makna")
    turn = take_turn(one, Incoming(update=UpdateId(9), person=one.id, event=event), world, TUESDAY)
    assert turn.person.bookmark == Bookmark(StepSlug("ptk"), "makna")
    assert nudge(world, turn.person).text == nudge(world, one).text


def test_with_all_steps_done_no_nudge_is_planned(world: World) -> None:
    """Who has done all steps and reads one again is not nudged about it."""
    one = person(done=tuple(step.slug for step in world.programme), peeked="ptk")
    event = Press("menu:main")
    turn = take_turn(one, Incoming(update=UpdateId(9), person=one.id, event=event), world, TUESDAY)
    due = turn.person.outbound.due_at
    assert due is None or due > TUESDAY + timedelta(days=30)
