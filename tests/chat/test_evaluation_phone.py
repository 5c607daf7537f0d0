"""An item of the evaluation on a phone: what counts as an answer, after whatever came in between."""

from dataclasses import replace
from datetime import datetime

from bot.chat.model import Event, Media, MediaKind, Press, Typed
from bot.chat.screens.closing.suggestions import SUGGESTED, suggestions
from bot.chat.turn_context import TurnContext
from bot.chat.world import World
from bot.domain.evaluation.evaluation import Evaluation, EvaluationPart
from bot.domain.person.person import Person
from bot.domain.programme.programme import StepSlug
from tests.chat.test_not_an_answer import evaluating, levels_of
from tests.chat.test_rights import STRANGER, person
from tests.chat.test_stopping_first import turn_of
from tests.each import each

LAKSANA = StepSlug("laksana")
SAID = ("2", "dua", "tingkat 2", "no 2", "kayaknya 2")
BETWEEN: dict[str, Event | None] = {
    "nothing": None,
    "a question": Typed("apa itu rubrik?"),
    "a question about a step": Typed("langkah 4 itu tentang apa?"),
    "a wish for an example": Typed("contohnya gimana?"),
    "a tap on the examples": Press("evaluation:examples:2026-Q4:laksana"),
    "a sticker": Media(MediaKind.OTHER),
    "thanks": Typed("terima kasih"),
    "a photo": Media(MediaKind.PHOTO),
}


def after(who: Person, event: Event, world: World, now: datetime) -> Person:
    """Return her after one more event."""
    return turn_of(replace(who, updates=()), event, world, now).person


@each("text", SAID)
@each("between", BETWEEN)
def test_what_comes_between_does_not_change_what_two_means(
    between: str, text: str, world: World, now: datetime
) -> None:
    """The level of the item that is open, however it is said and whatever was asked before."""
    who = evaluating(now, world)
    event = BETWEEN[between]
    if event:
        who = after(who, event, world, now)
    assert levels_of(after(who, Typed(text), world, now)).get(LAKSANA) == 2


def test_the_examples_of_all_levels_come_on_a_tap(world: World, now: datetime) -> None:
    """One of each level, and the item can be answered from below them."""
    who = evaluating(now, world)
    turn = turn_of(who, Press("evaluation:examples:2026-Q4:laksana"), world, now)
    assert turn.screen
    step = world.programme.steps[4]
    assert all(level.proof in turn.screen.text for level in step.rubric)
    assert [button.label for button in turn.screen.rows[0]] == ["1", "2", "3", "4"]
    assert turn.person.place == who.place


def asked_about_pupils(now: datetime, world: World) -> Person:
    """Somebody at the question about what pupils can do now."""
    levels = {step.slug: 3 for step in world.programme}
    begun = Evaluation(quarter="2026-Q4", begun_at=now, levels=levels)
    return replace(person(STRANGER, now), evaluating=begun).at("evaluation.pupils", "2026-Q4")


def pupils_of(who: Person) -> str:
    assert who.evaluating
    return who.evaluating.pupils


NAMING = (
    "Murid saya Budi sudah lancar membaca",
    "siswa bernama tono kini berani bertanya",
    "anak dengan NISN 0123456789 sudah bisa berhitung",
)


@each("text", NAMING)
def test_a_line_that_names_a_pupil_is_asked_about_first(
    text: str, world: World, now: datetime
) -> None:
    """Nothing is kept before she says so; written anew or confirmed it is."""
    held = after(asked_about_pupils(now, world), Typed(text), world, now)
    assert held.place.screen == "evaluation.private"
    assert pupils_of(held) == ""
    kept = after(held, Press("evaluation:keep:2026-Q4"), world, now)
    assert (pupils_of(kept), kept.place.screen) == (text, "evaluation.strength")
    anew = after(held, Typed("Murid A kini sudah lancar membaca"), world, now)
    assert pupils_of(anew) == "Murid A kini sudah lancar membaca"


@each("text", ["lewati", "lewati aja", "nanti dulu"])
def test_the_question_about_pupils_can_be_passed(text: str, world: World, now: datetime) -> None:
    """No such word is kept as the answer."""
    assert pupils_of(after(asked_about_pupils(now, world), Typed(text), world, now)) == ""


@each("steps", [(), ("ptk",), ("tik", "murid")])
def test_three_intentions_are_made_from_her_focus(
    steps: tuple[str, ...], world: World, now: datetime
) -> None:
    """They take turns among her focus steps; one that is tapped is taken, and can be changed."""
    who = asked_about_pupils(now, world)
    assert who.evaluating
    answered = (EvaluationPart.PUPILS, EvaluationPart.STRENGTH, EvaluationPart.FOCUS)
    focus = tuple(step.slug for step in world.programme if step.slug in steps)
    who = replace(who, evaluating=replace(who.evaluating, focus=focus, answered=answered))
    who = who.at("evaluation.intention", "2026-Q4")
    assert who.evaluating
    found = suggestions(TurnContext(person=who, world=world, now=now), who.evaluating)
    assert len({words for _, words in found}) == SUGGESTED
    assert {name.split("-")[0] for name, _ in found} >= set(focus)
    name, words = found[2]
    taken = after(who, Press(f"aside:take:2026-Q4:niat:{name}"), world, now)
    assert taken.evaluating
    assert taken.evaluating.intention == words
    assert taken.place.screen == "evaluation.summary"


def test_every_step_has_three_intentions(world: World) -> None:
    """A single focus step is enough for three suggestions."""
    known = set(world.texts.family("intention-example"))
    wanted = {f"{step.slug}{kind}" for step in world.programme for kind in ("", "-2", "-3")}
    assert known == wanted
