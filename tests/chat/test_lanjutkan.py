"""Going on: with a step under way "Lanjutkan" leads to its next act, wherever else she looked."""

from dataclasses import replace
from datetime import UTC, date, datetime

from bot.chat.model import Event, Incoming, Press, Screen, Typed, UpdateId
from bot.chat.screens.reminders.messages import message_screen
from bot.chat.world import World
from bot.domain.coaching.attempt import Act, Attempt, Choice, Showed
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import SKIPPED
from bot.domain.coaching.promise import Promise
from bot.domain.person.person import Bookmark, Person, Place
from bot.domain.programme.programme import StepSlug, TaskSlug
from bot.domain.reminders.outbound import Asked, Planned, Rhythm, Topic, Wishes
from bot.domain.reminders.reminder import UNANSWERED_MOST
from tests.chat.taking import take_turn
from tests.delivery.teachers import teacher
from tests.each import each

NOW = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)


def first_task(world: World) -> TaskSlug:
    step = next(step for step in world.programme if step.number == 5)
    return step.tasks[0].slug


def attempts(world: World) -> dict[Act, tuple[Attempt, ...]]:
    """A try that stands at each act."""
    new = Attempt(choice=Choice(task=first_task(world)), begun_at=NOW)
    read = replace(new, read=True)
    said = replace(read, rehearsal=SKIPPED, looked=True)
    promise = Promise(
        made_at=NOW, day=date(2026, 11, 25), group="kelas 4", words="", is_settled=True
    )
    planned = replace(said, promise=promise)
    tried = replace(planned, tried_on=date(2026, 11, 24))
    shown = replace(tried, showed=Showed(words="9"))
    proven = replace(shown, evidence_done=True)
    done = replace(proven, reflections=(SKIPPED, SKIPPED))
    return {
        Act.TASK: (),
        Act.MODEL: (new,),
        Act.REHEARSAL: (read,),
        Act.PLAN: (said,),
        Act.TRY: (planned,),
        Act.PUPILS: (tried,),
        Act.EVIDENCE: (shown,),
        Act.REFLECTION: (proven,),
        Act.AGAIN: (done,),
    }


PLACES = {
    Act.TASK: "coach.tasks",
    Act.MODEL: "coach.model",
    Act.REHEARSAL: "coach.say",
    Act.PLAN: "coach.days",
    Act.TRY: "coach.wait",
    Act.PUPILS: "coach.pupils",
    Act.EVIDENCE: "coach.proof",
    Act.REFLECTION: "coach.look-back",
    Act.AGAIN: "coach.again",
}


def at_act(world: World, act: Act) -> Person:
    """A teacher at an act of step 5, who read in step 13 last."""
    step = next(step for step in world.programme if step.number == 5)
    cycle = Cycle(step=step.slug, begun_at=NOW, attempts=attempts(world)[act])
    peeked = Bookmark(StepSlug("ptk"), "makna")
    return replace(teacher(7), coaching=Coaching(active=cycle), bookmark=peeked, seen_at=NOW)


def after(person: Person, event: Event, world: World) -> tuple[Person, Screen]:
    update = UpdateId(len(person.updates) + 1)
    incoming = Incoming(update=update, person=person.id, event=event)
    turn = take_turn(person, incoming, world, NOW)
    assert turn.screen is not None
    return turn.person, turn.screen


@each("act", PLACES)
def test_every_way_on_leads_to_the_next_act(act: Act, world: World) -> None:
    """The menu, the progress and the typed "lanjut" lead to the act, never to the page peeked at."""
    person = at_act(world, act)
    for place in ("menu.main", "progress.main"):
        there, screen = after(person, Press(place.replace(".", ":")), world)
        ways = [b for row in screen.rows for b in row if b.label.startswith("Lanjutkan Langkah")]
        assert [way.label for way in ways] == ["Lanjutkan Langkah 5"]
        assert after(there, Press(ways[0].data), world)[0].place.screen == PLACES[act]
        assert after(there, Typed("lanjut bu"), world)[0].place.screen == PLACES[act]


def test_the_menu_names_the_next_act(world: World) -> None:
    """The menu tells what comes next, and nothing of the step she only read in."""
    text = after(at_act(world, Act.MODEL), Press("menu:main"), world)[1].text
    assert "Berikutnya: melihat contohnya." in text
    assert "Langkah 13" not in text


@each("act", PLACES)
def test_a_nudge_opens_at_the_next_act(act: Act, world: World) -> None:
    """The weekly nudge is about the active step and its first button opens what comes next."""
    person = at_act(world, act)
    planned = Planned(moment=NOW, topic=Topic.NUDGE, key="-")
    screen = message_screen(person, planned, world, NOW)
    assert "Langkah 5" in screen.text
    there, _ = after(person, Press(screen.rows[0][0].data), world)
    assert there.place.screen == PLACES[act]


def test_the_second_question_about_a_promise_is_the_last(world: World) -> None:
    """After the check-back the next nudge asks once more, with its three answers, and says it rests."""
    person = at_act(world, Act.TRY)
    active = person.coaching.active
    assert active is not None
    assert active.current is not None
    assert active.current.promise is not None
    asked = Asked(active.current.promise.key, 1)
    person = replace(person, outbound=replace(person.outbound, asked=asked))
    planned = Planned(moment=NOW, topic=Topic.NUDGE, key="-")
    screen = message_screen(person, planned, world, NOW)
    labels = [b.label for row in screen.rows for b in row]
    assert labels == ["Sudah dicoba", "Belum sempat", "Ganti tugas"]
    assert "tidak menanyakannya lagi" in screen.text


def test_the_last_question_says_when_nudges_come_less_often(world: World) -> None:
    """Where it is also the nudge that makes the rhythm monthly, it says so and has the way back."""
    person = at_act(world, Act.TRY)
    active = person.coaching.active
    assert active is not None
    assert active.current is not None
    assert active.current.promise is not None
    asked = Asked(active.current.promise.key, 1)
    outbound = replace(person.outbound, asked=asked, unanswered=UNANSWERED_MOST)
    person = replace(person, outbound=outbound, wishes=Wishes(rhythm=Rhythm.WEEKLY))
    screen = message_screen(person, Planned(moment=NOW, topic=Topic.NUDGE, key="-"), world, NOW)
    assert world.texts.say("nudge-slower") in screen.text
    assert "Sekali sepekan" in [b.label for row in screen.rows for b in row]


def test_small_asks_for_the_day_anew(world: World) -> None:
    """Who has not found the time and takes the small version chooses the day for it."""
    person = at_act(world, Act.TRY)
    active = person.coaching.active
    assert active is not None
    there, _ = after(person, Press(f"coach:small:{active.step}:0"), world)
    assert there.place == Place("coach.days", (active.step, "0"))
    cycle = there.coaching.active
    assert cycle is not None
    assert cycle.current is not None
    assert cycle.current.choice.small


def test_the_task_is_one_tap_from_where_reading_begins(world: World) -> None:
    """The first page of a step has the way straight to its task beside "Lanjut"; guests have none."""
    who = teacher(1)
    for person, labels in ((who, ["Langsung ke tugas", "Lanjut ›"]), (None, ["Lanjut ›"])):
        incoming = Incoming(
            update=UpdateId(1), person=who.id, event=Press("steps:page:murid:makna"), first_name="S"
        )
        screen = take_turn(person, incoming, world, NOW).screen
        assert screen
        assert [button.label for button in screen.rows[0]] == labels
