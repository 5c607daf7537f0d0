"""What her progress and a step's page say of her: what grew comes first, and only what she did or chose."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.chat.pressing import draw
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.coaching.attempt import Attempt, Choice, Showed
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle
from bot.domain.evaluation.evaluation import Evaluation, IntentionOutcome
from bot.domain.person.person import Person, Place
from bot.domain.programme.programme import StepSlug, TaskSlug
from tests.delivery.teachers import teacher
from tests.each import each

NOW = datetime(2026, 12, 1, 8, 30, tzinfo=UTC)
STEP = StepSlug("laksana")


def evaluated(quarter: str, days: int, level: int, *focus: str) -> Evaluation:
    """Return an evaluation of one step, so many days ago."""
    at = NOW - timedelta(days=days)
    return Evaluation(
        quarter=quarter,
        begun_at=at,
        finished_at=at,
        levels={STEP: level},
        focus=tuple(map(StepSlug, focus)),
    )


def tried(*days: date) -> Coaching:
    """Return the coaching of somebody who tried the same on these days."""
    tries = tuple(
        Attempt(
            choice=Choice(task=TaskSlug("tunggu-dulu")),
            begun_at=datetime(day.year, day.month, day.day, tzinfo=UTC),
            tried_on=day,
            showed=Showed(words=f"{day.day} murid menjawab"),
        )
        for day in days
    )
    return Coaching(history=(Cycle(step=STEP, begun_at=NOW, attempts=tries, closed_at=NOW),))


def drawn(world: World, person: Person, place: Place) -> str:
    """Return the text somebody sees at a place."""
    return draw(TurnContext(person=replace(person, place=place), world=world, now=NOW)).text


@each(
    ("evaluations", "said"),
    [
        ((), ""),
        ((evaluated("2026-Q4", 40, 2, "laksana"),), "Fokus Anda</b>; pada Oktober Anda memilih"),
        ((evaluated("2026-Q4", 40, 2),), "Pada Oktober Anda memilih tingkat 2."),
        ((evaluated("2025-Q4", 400, 3),), "Pada Oktober 2025 Anda memilih tingkat 3."),
        (
            (evaluated("2026-Q3", 130, 1), evaluated("2026-Q4", 40, 2)),
            "Pada Oktober Anda memilih tingkat 2.",
        ),
        (
            (
                evaluated("2026-Q3", 130, 1),
                replace(evaluated("2026-Q4", 40, 2, "laksana"), levels={}),
            ),
            "Fokus Anda</b>; pada Juli Anda memilih tingkat 1.",
        ),
        ((replace(evaluated("2026-Q4", 40, 2, "laksana"), levels={}),), "<b>Fokus Anda.</b>"),
        ((replace(evaluated("2026-Q4", 40, 2), broken_off=True),), ""),
    ],
)
def test_the_page_of_a_step_knows_her(
    world: World, evaluations: tuple[Evaluation, ...], said: str
) -> None:
    """It says her focus and the newest level she chose herself, with its month; else nothing."""
    person = replace(teacher(7), evaluations=evaluations)
    text = drawn(world, person, Place("steps.step", (STEP,)))
    assert (said in text) if said else ("memilih tingkat" not in text and "Fokus" not in text)


def test_progress_begins_with_what_grew(world: World) -> None:
    """Levels that rose stand before all else, then the tries and what pupils showed."""
    person = replace(
        teacher(7),
        evaluations=(evaluated("2026-Q3", 130, 1), evaluated("2026-Q4", 40, 2)),
        coaching=tried(date(2026, 11, 3), date(2026, 11, 10)),
    )
    text = drawn(world, person, Place("progress.main"))
    rose, tries, pupils = (
        text.index(words) for words in ("Bertumbuh", "2 kali mencoba", "10 murid menjawab")
    )
    assert rose < tries < pupils
    assert "dari 13" not in text


def test_progress_without_a_rise_begins_with_her_tries(world: World) -> None:
    """Where no level rose, what she did comes first."""
    person = replace(
        teacher(7),
        evaluations=(evaluated("2026-Q3", 130, 2), evaluated("2026-Q4", 40, 2)),
        coaching=tried(date(2026, 11, 3)),
    )
    text = drawn(world, person, Place("progress.main"))
    assert text.index("1 kali mencoba") < text.index("Sejak Triwulan")


def test_tries_are_counted_since_the_evaluation_compared_with(world: World) -> None:
    """A try before the earlier of the two evaluations belongs to what was compared then."""
    person = replace(
        teacher(7),
        evaluations=(evaluated("2026-Q3", 130, 1), evaluated("2026-Q4", 40, 2)),
        coaching=tried(date(2026, 7, 1), date(2026, 11, 3)),
    )
    text = drawn(world, person, Place("progress.main"))
    assert "1 kali mencoba" in text
    assert "1 murid menjawab" not in text


@each(
    ("days", "became", "is_asked"),
    [(120, None, True), (120, IntentionOutcome.PARTLY, False), (40, None, False)],
)
def test_progress_asks_first_what_became_of_an_intention_that_is_over(
    world: World, days: int, became: IntentionOutcome | None, is_asked: bool
) -> None:
    """Once the next evaluation is open it begins with the question, until she has answered it."""
    quarter = "2026-Q3" if days > 100 else "2026-Q4"
    intending = replace(
        evaluated(quarter, days, 2), intention="Saya menunggu sepuluh hitungan", became=became
    )
    person = replace(teacher(7), evaluations=(intending,), coaching=tried(date(2026, 11, 3)))
    place = Place("progress.main")
    screen = draw(TurnContext(person=replace(person, place=place), world=world, now=NOW))
    labels = [button.label for button in screen.rows[0]]
    assert (labels == ["Terlaksana", "Sebagian", "Belum"]) is is_asked
    if is_asked:
        assert screen.text.index("Saya menunggu") < screen.text.index("1 kali mencoba")
