"""What the messages say that the bot begins: their choices, their turns, her own last target."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from bot.chat.model import Incoming, Press, Screen, UpdateId
from bot.chat.screens.reminders.messages import message_screen
from bot.chat.screens.roster.messages import asked_screen
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.calendar.calendar import Window
from bot.domain.calendar.quarter import Quarter
from bot.domain.coaching.attempt import Attempt, Choice
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle as StepCycle
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import StepSlug
from bot.domain.reminders.outbound import (
    EvaluationMessages,
    Outbound,
    Planned,
    Rhythm,
    Stage,
    Topic,
    Wishes,
)
from bot.domain.reminders.reminder import UNANSWERED_MOST
from bot.domain.roster.nudge_request import TeacherGroup
from bot.domain.school.school import Coordinator, School, SchoolId
from tests.chat.taking import take_turn
from tests.delivery.teachers import teacher
from tests.each import each

TUESDAY = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
WINDOW = Window(Quarter(2026, 4), date(2026, 12, 1), date(2026, 12, 18), date(2027, 1, 22))
STAGES = (Stage.HEADS_UP, Stage.OPENING, Stage.FOLLOW_UP, Stage.LAST_DAY)
CHOICES = ["Mulai", "1 jam lagi", "Besok", "Pekan depan", "Lewati triwulan ini"]


def message(
    world: World, person: Person, stage: Stage, sent: int = 0, now: datetime = TUESDAY
) -> Screen:
    """The message of a stage to a teacher who has got so many in this quarter."""
    cycle = EvaluationMessages(quarter="2026-Q4", sent=STAGES[:sent], last_sent=now)
    person = replace(person, outbound=Outbound(cycle=cycle))
    planned = Planned(moment=now, topic=Topic.EVALUATION, key="-", stage=stage, window=WINDOW)
    return message_screen(person, planned, world, now)


def nudge(world: World, person: Person, now: datetime = TUESDAY) -> Screen:
    return message_screen(person, Planned(moment=now, topic=Topic.NUDGE, key="-"), world, now)


def labels(screen: Screen) -> list[str]:
    return [button.label for row in screen.rows for button in row]


def evaluated(quarter: str, intention: str | None, *focus: str) -> Person:
    evaluation = Evaluation(
        quarter=quarter,
        begun_at=TUESDAY - timedelta(days=90),
        finished_at=TUESDAY - timedelta(days=90),
        intention=intention,
        focus=tuple(map(StepSlug, focus)),
    )
    return replace(teacher(7), evaluations=(evaluation,))


def test_a_coordinators_word_says_that_the_evaluation_is_not_filled_in(world: World) -> None:
    """Reminded in its window, a teacher reads what waits for her and who asks."""
    school = School(id=SchoolId("a"), name="SDN 1", zone=Zone.WIB)
    s = TurnContext(person=teacher(7), world=world, now=TUESDAY)
    asked = asked_screen(s, TeacherGroup.UNEVALUATED, school, Coordinator(1, "Made")).text
    assert "belum diisi" in asked
    assert "Made" in asked


@each("sent", range(3))
def test_each_message_about_the_evaluation_offers_five_choices(world: World, sent: int) -> None:
    """Start, three later moments, and leaving the quarter out; also on the word before it opens."""
    assert labels(message(world, teacher(7), STAGES[sent], sent)) == CHOICES


@each("stage", [Stage.LAST_DAY, Stage.CATCH_UP, Stage.SNOOZED])
def test_the_fourth_message_promises_no_fifth(world: World, stage: Stage) -> None:
    """At most four go out, so the last offers no later moment and says that it is the last."""
    screen = message(world, teacher(7), stage, 3)
    assert labels(screen) == [CHOICES[0], CHOICES[-1]]
    assert world.texts.say("reminder-last") in screen.text


def test_a_message_chosen_twice_is_worded_in_another_way(world: World) -> None:
    """Each turn has another wording, also of the same occasion in the same quarter."""
    said = {message(world, teacher(7), Stage.SNOOZED, sent).text for sent in (1, 2)}
    assert len(said) == 2


@each("days", [7, 14, 28])
def test_one_nudge_is_not_worded_like_the_one_before(world: World, days: int) -> None:
    """Whatever the rhythm, and whatever months and years begin meanwhile."""
    moments = [TUESDAY + timedelta(days=days * turn) for turn in range(60)]
    said = [nudge(world, teacher(7), moment).text for moment in moments]
    assert all(one != other for one, other in pairwise(said))


def test_after_the_last_day_the_day_named_is_that_of_catching_up(world: World) -> None:
    """No message says that something is open until a day that is over."""
    january = datetime(2027, 1, 5, 8, 30, tzinfo=UTC)
    for person in range(7, 10):
        said = message(world, teacher(person), Stage.SNOOZED, 2, january).text
        assert "22 Januari 2027" in said
        assert "Desember" not in said


@each(
    ("person", "quoted"),
    [
        (evaluated("2026-Q3", "Saya coba <diskusi>"), "Triwulan lalu Anda menulis"),
        (
            evaluated("2026-Q1", "Saya coba <diskusi>"),
            "Pada Triwulan I 2026 (Jan–Mar) Anda menulis",
        ),
        (
            evaluated("2026-Q3", None, "murid", "tik"),
            "1 · Mengenal murid serta 11 · Teknologi (TIK)",
        ),
        (evaluated("2026-Q1", None, "murid"), "Pada Triwulan I 2026 (Jan–Mar) Anda memilih fokus"),
    ],
)
def test_her_own_last_target_is_quoted(world: World, person: Person, quoted: str) -> None:
    """Her words, else her focus, with the quarter by its name when it is not the last one."""
    said = message(world, person, Stage.OPENING, 1).text
    assert quoted in said
    assert "<diskusi>" not in said


def test_a_nudge_about_a_step_of_her_focus_quotes_her(world: World) -> None:
    """What she set out to do stands under the step it is about, and under no other."""
    chosen = evaluated("2026-Q3", "Saya akan bertanya dulu", "teori")
    assert "Saya akan bertanya dulu" in nudge(world, chosen).text
    assert world.texts.say("nudge-focus") in nudge(world, evaluated("2026-Q3", None, "teori")).text
    plain = nudge(world, evaluated("2026-Q3", "Saya akan bertanya dulu")).text
    assert "Saya akan bertanya dulu" not in plain


def test_once_quoted_other_messages_of_the_quarter_say_something_else(world: World) -> None:
    """Her focus, or how often she tried since; in the next quarter her words come once more."""
    quoted = Outbound(quoted="2026-Q4")
    chosen = replace(evaluated("2026-Q3", "Saya akan bertanya dulu", "teori"), outbound=quoted)
    assert world.texts.say("nudge-focus") in nudge(world, chosen).text
    planned = Planned(
        moment=TUESDAY, topic=Topic.EVALUATION, key="-", stage=Stage.OPENING, window=WINDOW
    )
    said = message_screen(chosen, planned, world, TUESDAY).text
    assert "Saya akan bertanya dulu" not in said
    assert "2 · Prinsip belajar" in said
    tried = Attempt(
        choice=Choice(own="Membaca nyaring"), begun_at=TUESDAY, tried_on=date(2026, 11, 3)
    )
    cycle = StepCycle(step=StepSlug("teori"), begun_at=TUESDAY, attempts=(tried,))
    trying = replace(chosen, coaching=Coaching(history=(cycle,)))
    assert "1 kali mencoba" in message_screen(trying, planned, world, TUESDAY).text
    later = message_screen(chosen, planned, world, TUESDAY + timedelta(days=40)).text
    assert "Saya akan bertanya dulu" in later


def test_no_last_place_is_claimed_where_nothing_was_read(world: World) -> None:
    """Who has opened no page yet is not told that one waits where she stopped."""
    said = [nudge(world, teacher(person)).text for person in range(7, 10)]
    assert not any("tempat terakhir" in text for text in said)


def test_a_slower_rhythm_can_be_taken_back_on_the_spot(world: World) -> None:
    """The nudge that tells of the slower rhythm has the way back to every week."""
    slowed = replace(teacher(7), wishes=Wishes(), outbound=Outbound(unanswered=UNANSWERED_MOST))
    screen = nudge(world, slowed)
    assert world.texts.say("nudge-slower") in screen.text
    data = next(b.data for row in screen.rows for b in row if b.label == "Sekali sepekan")
    assert data
    incoming = Incoming(update=UpdateId(1), person=slowed.id, event=Press(data))
    after = take_turn(slowed, incoming, world, TUESDAY).person
    assert after.wishes.rhythm is Rhythm.WEEKLY
    assert after.outbound.unanswered == 0


def begun(world: World, quarter: str, items: int) -> Person:
    """A teacher who has answered so many items of a quarter's evaluation."""
    levels = {step.slug: 2 for step in world.programme.steps[:items]}
    evaluation = Evaluation(quarter=quarter, begun_at=TUESDAY, levels=levels)
    return replace(teacher(7), evaluating=evaluation)


@each(
    ("quarter", "items", "said"),
    [("2026-Q4", 3, "dari butir terakhir"), ("2026-Q4", 13, "tinggal sedikit lagi")],
)
def test_what_was_begun_is_told_of_as_far_as_it_came(
    world: World, quarter: str, items: int, said: str
) -> None:
    """With items left it goes on there; with none left only the rest is to do."""
    assert said in message(world, begun(world, quarter, items), Stage.OPENING, 1).text


def test_what_was_begun_in_another_quarter_is_not_told_of(world: World) -> None:
    """Answers of an earlier quarter do not belong to the evaluation the message is about."""
    said = message(world, begun(world, "2026-Q3", 3), Stage.OPENING, 1).text
    assert said == message(world, teacher(7), Stage.OPENING, 1).text
