"""A development plan's days and how it went are told wherever she looks back: and old plans stay readable."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.chat.files.fields import Teller
from bot.chat.files.own_data import readable
from bot.chat.files.quarter_fields import quarter_fields
from bot.chat.model import Event, Press, Typed
from bot.chat.world import World
from bot.domain.evaluation.development_plan import DevelopmentPlan, PlanLine
from bot.domain.evaluation.evaluation import Evaluation, IntentionOutcome
from bot.domain.person.person import Person, Place
from bot.domain.programme.programme import StepSlug
from bot.domain.reminders.outbound import Outbound, PlanSaid
from bot.domain.reminders.plan_reminder import asks_again
from bot.store.codec.people import decode_person, encode_person
from tests.chat.test_growth import drawn
from tests.chat.test_rights import STRANGER, person
from tests.chat.test_stopping_first import turn_of
from tests.each import each

NOW = datetime(2027, 2, 22, 5, tzinfo=UTC)
THEN = NOW - timedelta(days=94)
ACT, LINE = "Menunggu lima detik di kelas 4", "Lebih banyak murid menjawab"
DAY = date(2026, 12, 2)


def planned(**ways: object) -> Person:
    """Somebody with a plan of the quarter before, with its day told."""
    evaluation = Evaluation(
        quarter="2026-Q4",
        begun_at=THEN,
        finished_at=THEN,
        levels={StepSlug("laksana"): 2},
        focus=(StepSlug("laksana"),),
        intention="Bertanya lebih sabar",
    )
    plan = DevelopmentPlan(
        quarter="2026-Q4", made_at=THEN, lines={PlanLine.APPLICATION: ACT}, days=(DAY,)
    )
    plan = replace(plan, **ways)  # type: ignore[arg-type] # fields of a plan
    outbound = Outbound(plan_said=PlanSaid(plan.key, DAY, 1))
    who = replace(person(STRANGER, NOW), evaluations=(evaluation,), plans=(plan,))
    return replace(who, outbound=outbound)


def ended() -> Person:
    """The same once she has said how it went."""
    return planned(went=IntentionOutcome.DONE, went_words=LINE)


PLACES = {
    "history": Place("history.entry", ("rencana", "2026-Q4")),
    "plan": Place("evaluation.plan", ("2026-Q4",)),
    "opening": Place("evaluation.became", ("2026-Q4", "evaluasi")),
}


@each("place", PLACES)
def test_how_it_went_stands_wherever_she_looks_back(place: str, world: World) -> None:
    """Her outcome and her line are in the history, on the plan, and before the next evaluation."""
    shown = drawn(world, ended(), PLACES[place])
    assert LINE in shown
    assert "erlaksana" in shown


def test_the_next_evaluation_tells_of_it_in_its_comparison(world: World) -> None:
    """What has changed since begins with what became of intention and plan."""
    who = ended()
    later = replace(who.evaluations[0], quarter="2027-Q1", begun_at=NOW, finished_at=NOW)
    shown = drawn(
        world,
        replace(who, evaluations=(*who.evaluations, later)),
        Place("evaluation.done", ("2027-Q1",)),
    )
    assert LINE in shown


def test_progress_asks_once_its_day_has_passed(world: World) -> None:
    """With no intention left to ask about, /kemajuan begins with the question, and a tap answers it."""
    who = planned()
    closed = replace(who.evaluations[0], became=IntentionOutcome.PARTLY)
    who = replace(who, evaluations=(closed,)).at("progress.main")
    shown = drawn(world, who, who.place)
    assert "Bagaimana jadinya?" in shown
    after = turn_of(who, Press("evaluation:went:2026-Q4:terlaksana"), world, NOW).person
    assert after.plans[0].went is IntentionOutcome.DONE


@each(
    ("text", "went"),
    [
        ("sudah", IntentionOutcome.DONE),
        ("sudah bu", IntentionOutcome.DONE),
        ("sebagian sih", IntentionOutcome.PARTLY),
        ("belum bu", IntentionOutcome.NOT),
    ],
)
def test_a_word_answers_the_question_wherever_she_stands(
    text: str, went: IntentionOutcome, world: World
) -> None:
    """Asked by a message, she may type the answer."""
    who = planned()
    recent = (f"plan:{who.plans[0].key}:{DAY}:{who.id}",)
    who = replace(who, outbound=replace(who.outbound, recent=recent)).at("menu.main")
    assert turn_of(who, Typed(text), world, NOW).person.plans[0].went is went


def test_the_fields_to_copy_hold_days_and_outcome(world: World) -> None:
    """Ruang GTK asks for the follow-up and its result: both are there in her words."""
    fields = {one.name: one.words for one in quarter_fields(Teller(world, ended()), "2026-Q4")}
    assert fields["tindak-lanjut"] == ACT
    assert fields["jadwal"] == "Rabu, 2 Desember 2026"
    assert fields["hasil-rencana"] == f"Terlaksana. {LINE}"


def test_her_own_data_tell_of_it_in_words(world: World) -> None:
    """The copy names days, outcome and line under labels that can be read."""
    told = readable(encode_person(ended()), world, {})
    (plan,) = told["Rencana pengembangan diri"]
    assert plan["Tanggal"] == ["Rabu, 2 Desember 2026"]
    assert plan["Jadinya"] == "terlaksana"
    assert plan["Cerita tentang hasilnya"] == LINE


def test_a_plan_of_an_older_release_stays_readable() -> None:
    """Stored without days and outcome it reads as one without them, and is written as it was."""
    form = encode_person(planned(days=()))
    assert set(form["plans"][0]) == {"quarter", "made_at", "lines"}
    form["outbound"] = {}
    read = decode_person(json.loads(json.dumps(form)))
    assert (read.plans[0].days, read.plans[0].went, read.outbound.plan_said) == ((), None, None)


GO = Press("evaluation:go:2027-Q1")


def opened(world: World, *events: Event | str, **ways: object) -> Person:
    """Somebody who begins the next evaluation, with her intention closed, after some events."""
    who = planned(**ways)
    who = replace(who, evaluations=(replace(who.evaluations[0], became=IntentionOutcome.PARTLY),))
    for event in (GO, *events):
        meant = Typed(event) if isinstance(event, str) else event
        who = turn_of(replace(who, updates=()), meant, world, NOW).person
    return who


def test_the_next_evaluation_asks_how_a_plan_without_days_went(world: World) -> None:
    """Nobody was reminded of it: it is asked before the first item, and a line is kept with it."""
    who = opened(world, days=())
    assert who.place == Place("evaluation.planned", ("2026-Q4",))
    shown = drawn(world, who, who.place)
    assert ACT in shown
    assert "Bagaimana jadinya?" in shown
    who = opened(world, "sebagian", LINE, days=())
    assert (who.plans[0].went, who.plans[0].went_words) == (IntentionOutcome.PARTLY, LINE)
    assert who.place.screen == "evaluation.length"
    assert LINE in drawn(world, who, PLACES["history"])


def test_after_the_intention_the_plan_is_asked_about(world: World) -> None:
    """One question after the other, then the length."""
    who = planned(days=())
    for event in (GO, Typed("terlaksana"), Typed("lewati")):
        who = turn_of(replace(who, updates=()), event, world, NOW).person
    assert who.place.screen == "evaluation.planned"


def test_a_plan_asked_about_once_is_asked_about_once_more(world: World) -> None:
    """Her word was not heard on its day: the evaluation is the second time, in a nudge's place."""
    assert opened(world).place.screen == "evaluation.planned"


def test_a_plan_passed_by_is_asked_about_no_more(world: World) -> None:
    """Not by the evaluation that is begun again, and by no nudge either."""
    who = opened(world, "lewati", days=())
    assert who.place.screen == "evaluation.length"
    assert who.plans[0].went is None
    assert not asks_again(who.outbound, who.plans[0])
    again = turn_of(replace(who, updates=()), GO, world, NOW).person
    assert again.place.screen == "evaluation.length"


ASKED_ALREADY: dict[str, dict[str, object]] = {
    "she has said": {"went": IntentionOutcome.DONE},
    "a day is to come": {"days": (DAY, NOW.date() + timedelta(days=9))},
}


@each("case", ASKED_ALREADY)
def test_a_plan_is_not_asked_about_twice(case: str, world: World) -> None:
    """Who has said how it went, or will be asked on a day still to come, goes on to the length."""
    assert opened(world, **ASKED_ALREADY[case]).place.screen == "evaluation.length"


def test_a_plan_that_rests_is_left_alone(world: World) -> None:
    """She was told that nobody asks any more."""
    who = planned()
    rests = Outbound(plan_said=PlanSaid(who.plans[0].key, DAY, 2))
    closed = (replace(who.evaluations[0], became=IntentionOutcome.PARTLY),)
    who = replace(who, outbound=rests, evaluations=closed)
    assert turn_of(who, GO, world, NOW).person.place.screen == "evaluation.length"
