"""Before the first item: what became of the last intention, and how long the evaluation is to be."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.chat.model import Event, Press, Typed
from bot.chat.world import World
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.cycle import Cycle
from bot.domain.evaluation.evaluation import Evaluation, IntentionOutcome, of_quarter
from bot.domain.person.person import Person
from bot.domain.programme.programme import StepSlug
from tests.chat.test_rights import STRANGER, person
from tests.chat.test_stopping_first import turn_of
from tests.each import each

NOVEMBER = datetime(2026, 11, 20, 5, tzinfo=UTC)
FEBRUARY = datetime(2027, 2, 22, 5, tzinfo=UTC)
RANCANG, PTK, TIK = StepSlug("rancang"), StepSlug("ptk"), StepSlug("tik")


def evaluated(world: World, *, intention: str | None = "Saya akan bertanya lebih sabar") -> Person:
    """Somebody who evaluated in November: all at 2 but TIK, which she skipped; the focus is one step."""
    before = Evaluation(
        quarter="2026-Q4",
        begun_at=NOVEMBER,
        finished_at=NOVEMBER,
        levels={step.slug: 2 for step in world.programme if step.slug != TIK},
        skipped=(TIK,),
        focus=(RANCANG,),
        intention=intention,
    )
    return replace(person(STRANGER, NOVEMBER), evaluations=(before,)).at("evaluation.hello")


def after(who: Person, world: World, *events: Event | str) -> Person:
    """Return her after some events; a word is what she types."""
    for event in events:
        meant = Typed(event) if isinstance(event, str) else event
        who = turn_of(replace(who, updates=()), meant, world, FEBRUARY).person
    return who


GO = Press("evaluation:go:2027-Q1")


def last_of(who: Person) -> Evaluation:
    found = of_quarter(who.evaluations, "2026-Q4")
    assert found
    return found


START = Press("evaluation:start")


def test_mulai_keeps_the_steps_she_named(world: World) -> None:
    """Under "Mulai · 2 butir" it begins with them."""
    who = after(evaluated(world), world, GO, "lewati", "fokus", "11", "mulai")
    assert who.place.screen == "evaluation.item"
    assert who.evaluating
    assert TIK in who.evaluating.asked


def test_a_reminder_leads_to_the_first_question(world: World) -> None:
    """Whoever evaluated before is not told once more what it is; a begun one goes on where it stopped."""
    assert after(evaluated(world), world, START).place.screen == "evaluation.became"
    said = (START, "lewati", "lengkap")
    who = after(evaluated(world), world, *said, "2")
    assert (who.place.screen, who.place.args[1]) == ("evaluation.item", "teori")
    assert after(who.at("menu.main"), world, START).place == who.place


def test_a_reminder_tells_a_newcomer_what_it_is(world: World) -> None:
    """She reads first how long it takes, and that nobody judges her."""
    assert after(person(STRANGER, NOVEMBER), world, START).place.screen == "evaluation.hello"


def test_a_reminder_of_a_finished_evaluation_shows_it(world: World) -> None:
    """An old button does no harm."""
    who = evaluated(world)
    done = replace(who.evaluations[0], quarter="2027-Q1", finished_at=FEBRUARY)
    who = replace(who, evaluations=(*who.evaluations, done))
    assert after(who, world, START).place.screen == "evaluation.view"


@each("text", ["mulai", "mulai aja bu", "yuk", "siap"])
def test_mulai_begins_what_stands_there(text: str, world: World) -> None:
    """On the heads-up it is no wish for the menu."""
    assert after(evaluated(world), world, text).place.screen == "evaluation.became"
    new = person(STRANGER, NOVEMBER).at("evaluation.hello")
    assert after(new, world, text).place.screen == "evaluation.item"


SAYS: dict[str, tuple[Event | str, IntentionOutcome, str]] = {
    "done": ("terlaksana", IntentionOutcome.DONE, "evaluation.how"),
    "done, by tap": (
        Press("evaluation:becomes:2026-Q4:terlaksana:evaluasi"),
        IntentionOutcome.DONE,
        "evaluation.how",
    ),
    "partly": ("Sebagian", IntentionOutcome.PARTLY, "evaluation.how"),
    "not": ("belum", IntentionOutcome.NOT, "evaluation.how"),
    "passed": ("lewati aja", IntentionOutcome.PASSED, "evaluation.length"),
}


@each("case", SAYS)
def test_what_became_of_the_intention_is_kept_with_it(case: str, world: World) -> None:
    """By tap or in words; it is asked once, then for a line, and the evaluation goes on."""
    said, outcome, place = SAYS[case]
    who = after(evaluated(world), world, GO)
    assert who.place.screen == "evaluation.became"
    who = after(who, world, said)
    assert (last_of(who).became, who.place.screen) == (outcome, place)
    assert after(who, world, GO).place.screen == "evaluation.length"


SAID_BECAME = {
    IntentionOutcome.DONE: (
        "sudah",
        "Sudah bu",
        "udah kok",
        "sudah dong",
        "iya sudah",
        "sudah terlaksana pak",
    ),
    IntentionOutcome.PARTLY: (
        "sebagian sih",
        "baru sebagian bu",
        "lumayan",
        "setengah aja",
        "sebagian",
        "belum semua sih",
    ),
    IntentionOutcome.NOT: (
        "belum bu",
        "belum",
        "blm pak",
        "belum sempat bu",
        "belum kok",
        "ngga jalan",
    ),
}


@each(("outcome", "text"), [(one, text) for one, texts in SAID_BECAME.items() for text in texts])
def test_a_word_at_the_opening_question_counts_before_all_else(
    outcome: IntentionOutcome, text: str, world: World
) -> None:
    """With whatever politeness around it, "sudah" or "belum bu" answers the question she was asked."""
    who = after(evaluated(world), world, GO, text)
    assert (last_of(who).became, who.place.screen) == (outcome, "evaluation.how")


@each(
    ("text", "place"),
    [
        ("semua", "evaluation.item"),
        ("semua aja bu", "evaluation.item"),
        ("lengkap aja", "evaluation.item"),
        ("yang lengkap", "evaluation.item"),
        ("yang fokus", "evaluation.name"),
        ("yg fokus aja bu", "evaluation.name"),
        ("fokus saja", "evaluation.name"),
        ("yang 5 menit", "evaluation.name"),
        ("yang pendek aja", "evaluation.name"),
    ],
)
def test_a_word_at_the_length_counts_before_all_else(text: str, place: str, world: World) -> None:
    """Words such as "lengkap aja" and "yang fokus" choose the length; nothing is looked up."""
    who = after(evaluated(world, intention=None), world, GO)
    assert who.place.screen == "evaluation.length"
    assert after(who, world, text).place.screen == place


@each(
    ("line", "kept"),
    [
        ("Sudah jalan di dua kelas", "Sudah jalan di dua kelas"),
        ("lewati", ""),
        ("skip dulu ya", ""),
    ],
)
def test_a_line_about_it_is_kept_or_passed(line: str, kept: str, world: World) -> None:
    """Whatever she says of it; a word that passes the question is no answer."""
    who = after(evaluated(world), world, GO, "sebagian", line)
    assert (last_of(who).became_words, who.place.screen) == (kept, "evaluation.length")


def test_it_can_be_answered_again_later(world: World) -> None:
    """From her progress or history: the newer word holds, and leads back there."""
    who = after(evaluated(world), world, GO, "belum", "lewati")
    who = after(who, world, Press("evaluation:became:2026-Q4"), "terlaksana", "Dicatat di jadwal")
    assert (last_of(who).became, last_of(who).became_words) == (
        IntentionOutcome.DONE,
        "Dicatat di jadwal",
    )
    assert who.place.screen == "progress.main"


def test_without_an_evaluation_before_nothing_is_asked_first(world: World) -> None:
    """The whole evaluation begins at once."""
    who = replace(person(STRANGER, NOVEMBER)).at("evaluation.hello")
    who = after(who, world, GO)
    assert who.place.screen == "evaluation.item"
    assert who.evaluating
    assert not who.evaluating.is_short


def test_a_short_evaluation_asks_the_focus_and_three_named(world: World) -> None:
    """More than three are refused; all others stay as they were; a step skipped then is not asked."""
    start = after(evaluated(world, intention=None), world, GO, "fokus")
    assert start.place.screen == "evaluation.name"
    named = after(start, world, "ptk", "9", "teori", "7", Press("evaluation:short:2027-Q1"))
    assert named.evaluating
    assert set(named.evaluating.asked) == {RANCANG, PTK, "ilmu", "teori"}
    assert len(named.evaluating.carried) == 13 - 1 - 4
    assert named.evaluating.focus == (RANCANG,)
    assert not named.evaluating.levels


@each("text", ["lengkap", "Lengkap (±12 menit)"])
def test_the_whole_one_asks_everything(text: str, world: World) -> None:
    """Nothing is carried over."""
    who = after(evaluated(world, intention=None), world, GO, text)
    assert who.evaluating
    assert (who.evaluating.asked, who.evaluating.carried) == ((), {})


@each(("level", "months", "is_said"), [(3, 1, True), (2, 1, False), (3, -1, False)])
def test_a_focus_that_grew_is_said_first(
    level: int, months: int, is_said: bool, world: World
) -> None:
    """Where she closed a focus step at a higher level since, the next evaluation begins with that."""
    day = NOVEMBER.replace(month=11 + months)
    cycle = Cycle(step=RANCANG, begun_at=day, closed_at=day, level=level)
    who = replace(evaluated(world), coaching=Coaching(history=(cycle,)))
    turn = turn_of(who, GO, world, FEBRUARY)
    assert turn.screen
    assert turn.screen.text.startswith("<b>Fokus Anda bertumbuh") is is_said
