"""Her question, her doubt, "later" and "skip" are no answers; levels are understood as people say them."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.chat.model import Command, Event, Press, Typed
from bot.chat.world import World
from bot.domain.evaluation.development_plan import PlanLine
from bot.domain.evaluation.evaluation import Evaluation, EvaluationPart
from bot.domain.person.person import Person
from bot.domain.programme.programme import StepSlug
from tests.chat.sent import letters
from tests.chat.test_rights import STRANGER, person
from tests.chat.test_stopping_first import places, turn_of
from tests.each import each

ASKS = (
    "contohnya gimana bu?",
    "contoh dong",
    "minta contoh bu 🙏",
    "bingung bu",
    "masih bingung mau nulis apa",
    "gak tau, ada saran?",
    "blm tau mau isi apa",
    "tidak tahu",
    "maksudnya apa",
    "maksudnya gimana ya bu",
    "ga ngerti",
    "?",
    "??",
    "ini diisi apa ya",
    "apa bedanya dengan rencana?",
    "kenapa harus diisi",
    "Bagaimana cara membuat rubrik?",
    "mulai dari mana",
    "susah bu",
)
LATERS = (
    "nanti aja",
    "nanti saja ya bu",
    "nanti saya isi",
    "ntar aja deh",
    "besok aja",
    "belum kepikiran",
    "blm sempat bu",
    "males",
    "mager ah",
    "lagi sibuk",
    "pikir-pikir dulu",
    "kapan-kapan saja",
)
SKIPS = ("lewati", "lewati aja", "skip", "skip dulu ya", "kosongkan saja", "tidak ada", "next")
ANSWERS = (
    "Saya akan memberi contoh agar murid paham",
    "Mencari tahu bagaimana murid belajar",
    "Saya akan menunggu lima detik sesudah bertanya",
    "Membaca satu buku tiap bulan",
)
OWN = ("ask.nickname", "ask.subject", "evaluation.intention", "evaluation.line", "join.name")
CHOOSING = ("evaluation.item", "evaluation.strength", "evaluation.focus")


def asked(now: datetime, screen: str) -> Person:
    """Somebody at an open question, with an evaluation whose plan is being made."""
    done = Evaluation(
        quarter="2026-Q4",
        begun_at=now,
        finished_at=now,
        levels={StepSlug("murid"): 2},
        focus=(StepSlug("laksana"),),
    )
    at = {**places(now), **{place: places(now)["evaluation.item"] for place in CHOOSING[1:]}}
    who = at[screen]
    if screen in ("evaluation.intention", "evaluation.line"):
        who = replace(who, evaluating=None, evaluations=(done,))
    args = who.place.args if screen not in CHOOSING[1:] else ("2026-Q4",)
    return who.at(screen, *args, draft=who.place.draft)


def kept(who: Person) -> tuple[object, ...]:
    """Everything of a person that is an answer of hers."""
    own = (who.nickname, who.subject, who.shown_name, who.school, who.composing)
    return (*own, who.evaluating, who.evaluations, who.plans)


@each("text", ASKS)
@each("screen", [*OWN, *CHOOSING])
def test_a_question_is_not_stored_and_the_question_stays_open(
    screen: str, text: str, world: World, now: datetime
) -> None:
    """She gets help or an example beside the question, which she may answer with the next line."""
    who = asked(now, screen)
    turn = turn_of(who, Typed(text), world, now)
    assert kept(turn.person) == kept(who)
    assert letters(turn) == ()
    assert turn.person.place.screen == screen
    assert turn.screen is not None
    assert turn.screen.text


@each("text", LATERS)
@each("screen", [*OWN, *CHOOSING, "siar.write", "admin.new"])
def test_later_leaves_the_question_and_keeps_nothing(
    screen: str, text: str, world: World, now: datetime
) -> None:
    """She is let go kindly; what was answered before stays, what she typed is not kept."""
    who = asked(now, screen)
    turn = turn_of(who, Typed(text), world, now)
    assert kept(turn.person) == kept(who)
    assert turn.person.place.screen != screen or not turn.is_place
    assert turn.wishes == ()


@each("text", SKIPS)
@each("screen", [*OWN, *CHOOSING, "siar.write", "admin.new"])
def test_skipping_stores_no_words(screen: str, text: str, world: World, now: datetime) -> None:
    """Where a question may be passed it is passed, elsewhere it is left; the word is no answer."""
    who = asked(now, screen)
    turn = turn_of(who, Typed(text), world, now)
    assert turn.person.place != who.place
    assert f"'{text}'" not in str(kept(turn.person))
    assert turn.wishes == ()


@each("text", ANSWERS)
def test_a_sentence_of_her_own_is_her_intention(text: str, world: World, now: datetime) -> None:
    """A word like "contoh" or "bagaimana" inside a sentence makes no question of it."""
    turn = turn_of(asked(now, "evaluation.intention"), Typed(text), world, now)
    assert turn.person.evaluations[0].intention == text


@each("screen", ["evaluation.intention", "evaluation.line"])
def test_an_example_is_of_her_focus_and_taken_by_a_tap(
    screen: str, world: World, now: datetime
) -> None:
    """The first of three examples is about the step she chose; a tap makes it her answer."""
    who = asked(now, screen)
    shown = turn_of(who, Typed("contohnya gimana bu?"), world, now)
    assert shown.screen is not None
    buttons = [button.data for row in shown.screen.rows for button in row]
    takes = [data for data in buttons if data.startswith("aside:take:")]
    assert len(takes) == 3
    assert takes[0].endswith("laksana")
    taken = turn_of(replace(shown.person, updates=()), Press(takes[0]), world, now).person
    line = taken.evaluations[0].intention or taken.plans[0].lines.get(PlanLine.GOAL)
    assert line
    assert line in shown.screen.text
    again = turn_of(replace(taken, updates=()), Press(takes[1]), world, now).person
    assert kept(again) == kept(taken), "an example of a question that is passed is old"


LEVELS_SAID = {
    2: (
        "2",
        "dua",
        "tingkat 2",
        "no 2",
        "no. 2 bu",
        "nomor dua",
        "kayaknya 2",
        "yang 2",
        "2 bu",
        "2 🙏",
        "level dua deh",
        "yang kedua",
        "ke-2",
        "sepertinya tingkat dua, bu",
        "saya pilih 2",
        "masih 2 bu",
    ),
    4: ("4", "empat", "tingkat empat bu Made", "konsisten", "4 · Konsisten"),
    1: ("satu", "1 aja", "belum tampak"),
}


def evaluating(now: datetime, world: World) -> Person:
    """Somebody at the fifth item, who judged the steps before it."""
    levels = {step.slug: 3 for step in world.programme.steps[:4]}
    begun = Evaluation(quarter="2026-Q4", begun_at=now, levels=levels)
    who = replace(person(STRANGER, now), evaluating=begun)
    return who.at("evaluation.item", "2026-Q4", world.programme.steps[4].slug)


def levels_of(who: Person) -> dict[StepSlug, int]:
    assert who.evaluating
    return dict(who.evaluating.levels)


@each(("level", "text"), [(level, text) for level, texts in LEVELS_SAID.items() for text in texts])
def test_a_level_is_understood_as_people_say_it(
    level: int, text: str, world: World, now: datetime
) -> None:
    """The level is taken for the item that is asked, and the next item is shown."""
    turn = turn_of(evaluating(now, world), Typed(text), world, now)
    assert levels_of(turn.person).get(world.programme.steps[4].slug) == level
    assert turn.person.place.args == ("2026-Q4", world.programme.steps[5].slug)


def test_what_was_taken_is_said_back(world: World, now: datetime) -> None:
    """Above the next item stands which step got which level."""
    turn = turn_of(evaluating(now, world), Typed("dua"), world, now)
    assert turn.screen is not None
    assert "Langkah 5" in turn.screen.text
    assert "tingkat 2" in turn.screen.text


@each(
    "text",
    ["antara 2 dan 3", "2 atau 3", "2-3", "5", "nol", "22", "kelas 4 ada 2 murid", "sama aja"],
)
def test_an_unclear_level_is_asked_for_again(text: str, world: World, now: datetime) -> None:
    """Between two levels, outside of the four or without an earlier one nothing is taken."""
    who = evaluating(now, world)
    turn = turn_of(who, Typed(text), world, now)
    assert levels_of(turn.person) == levels_of(who)
    assert turn.person.place == who.place


@each("text", ["sama seperti kemarin", "sama kayak triwulan lalu", "tetap", "masih sama bu"])
def test_the_same_as_before_is_the_level_of_the_last_evaluation(
    text: str, world: World, now: datetime
) -> None:
    """Step by step she need not look up what she chose."""
    earlier = now - timedelta(days=90)
    slug = world.programme.steps[4].slug
    before = Evaluation(quarter="2026-Q3", begun_at=earlier, finished_at=earlier, levels={slug: 3})
    who = replace(evaluating(now, world), evaluations=(before,))
    turn = turn_of(who, Typed(text), world, now)
    assert levels_of(turn.person)[slug] == 3


ASIDE: tuple[Event, ...] = (
    Typed("cara membuat rubrik"),
    Typed("apa itu asesmen diagnostik?"),
    Typed("xyzzy plugh"),
    Typed("bantuan"),
    Command("bantuan"),
    Typed("terima kasih bu"),
    Typed("selamat pagi"),
    Typed("contohnya?"),
    Typed("bingung"),
)


@each("aside", ASIDE)
def test_a_side_message_does_not_change_what_a_number_means(
    aside: Event, world: World, now: datetime
) -> None:
    """After help, a search or a greeting "2" still judges the item that is asked."""
    who = turn_of(evaluating(now, world), aside, world, now).person
    turn = turn_of(replace(who, updates=()), Typed("2"), world, now + timedelta(hours=20))
    assert levels_of(turn.person)[world.programme.steps[4].slug] == 2


def test_a_number_opens_a_step_after_she_went_to_the_steps(world: World, now: datetime) -> None:
    """Who opens the list of steps on purpose means a step by "2"; the evaluation waits."""
    who = turn_of(evaluating(now, world), Command("langkah"), world, now).person
    turn = turn_of(replace(who, updates=()), Typed("2"), world, now)
    assert turn.person.place.args == ("teori",)
    assert levels_of(turn.person) == levels_of(who)


def test_skipping_an_item_in_words_skips_it(world: World, now: datetime) -> None:
    """It counts as passed, without a level."""
    turn = turn_of(evaluating(now, world), Typed("lewati aja bu"), world, now)
    assert turn.person.evaluating
    assert turn.person.evaluating.skipped == (world.programme.steps[4].slug,)


def test_an_intention_left_for_later_can_be_taken_up(world: World, now: datetime) -> None:
    """The evaluation goes on at the intention."""
    levels = {step.slug: 3 for step in world.programme}
    begun = Evaluation(
        quarter="2026-Q4",
        begun_at=now,
        levels=levels,
        answered=(EvaluationPart.STRENGTH, EvaluationPart.FOCUS),
    )
    who = replace(person(STRANGER, now), evaluating=begun).at("evaluation.intention", "2026-Q4")
    left = turn_of(who, Typed("nanti aja"), world, now).person
    back = turn_of(replace(left, updates=()), Press("evaluation:go:2026-Q4"), world, now).person
    assert back.place.screen == "evaluation.intention"


@each("text", ["1", "yang pertama", "pakai no 1 aja", "contoh 1"])
@each("screen", ["evaluation.intention", "evaluation.line"])
def test_the_number_of_an_example_takes_it(
    screen: str, text: str, world: World, now: datetime
) -> None:
    """As its button does; the number itself is never kept as her words."""
    who = asked(now, screen)
    typed = turn_of(who, Typed(text), world, now)
    shown = turn_of(who, Typed("contoh"), world, now).screen
    assert shown is not None
    tapped = turn_of(who, Press(shown.rows[0][0].data), world, now)
    assert kept(typed.person) == kept(tapped.person) != kept(who)
