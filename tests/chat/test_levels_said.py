"""Levels, strength and focus as people say them; what is denied, asked or nearly so is asked about."""

from dataclasses import replace
from datetime import datetime

from bot.chat.model import Typed
from bot.chat.world import World
from bot.domain.evaluation.evaluation import Evaluation, EvaluationPart
from bot.domain.person.person import Person
from tests.chat.test_not_an_answer import evaluating, levels_of
from tests.chat.test_rights import STRANGER, person
from tests.chat.test_stopping_first import turn_of
from tests.each import each

LEVELS = {
    1: ("siji", "hiji", "paling rendah", "belum tampak bu", "yang pertama"),
    2: (
        *(
            "yg 2",
            "yg no 2",
            "yg dua",
            "yg ke dua",
            "tk 2",
            "lv 2",
            "lvl2",
            "level2",
            "tingkatan 2",
        ),
        *(
            "jawabannya 2",
            "kalau saya 2",
            "mnrt sy 2",
            "keknya 2",
            "kayanya 2",
            "tetap 2",
            "tetep 2",
        ),
        *(
            "jujur saja 2",
            "hmm 2",
            "ganti 2",
            "ralat 2",
            "eh salah 2",
            "eh salah, 2",
            "loro",
            "2 wae",
        ),
        *("bukan 3 tapi 2", "2 bukan 3", "sekitar 2", "masuk tingkat 2", "termasuk 2", "klik 2"),
        *("tombol 2", "2 dari 4"),
    ),
    3: ("saya rasa 3", "poin 3", "skala 3", "bintang 3", "3 dari 4", "telu", "tilu"),
    4: ("papat", "opat", "paling tinggi", "yang terakhir", "4 dari 4"),
}
UNSURE = ("tidak 2", "hampir 2", "2?", "-1", "2 2 2", "bukan 2", "belum 3", "antara 2 dan 3", "5")


@each(("level", "text"), [(level, text) for level, texts in LEVELS.items() for text in texts])
def test_a_level_is_taken(level: int, text: str, world: World, now: datetime) -> None:
    """Hedges, corrections and regional numbers change nothing of which level is meant."""
    turn = turn_of(evaluating(now, world), Typed(text), world, now)
    assert levels_of(turn.person).get(world.programme.steps[4].slug) == level


@each("text", UNSURE)
def test_an_unsure_level_is_not_taken(text: str, world: World, now: datetime) -> None:
    """She stays at the item, which is asked again."""
    who = evaluating(now, world)
    turn = turn_of(who, Typed(text), world, now)
    assert levels_of(turn.person) == levels_of(who)
    assert turn.person.place == who.place


def closing(now: datetime, world: World, part: EvaluationPart) -> Person:
    """Somebody at the question for the strength or the focus."""
    levels = {step.slug: 3 for step in world.programme}
    answered = () if part is EvaluationPart.STRENGTH else (EvaluationPart.STRENGTH,)
    begun = Evaluation(quarter="2026-Q4", begun_at=now, levels=levels, answered=answered)
    who = replace(person(STRANGER, now), evaluating=begun)
    return who.at(
        "evaluation.strength" if part is EvaluationPart.STRENGTH else "evaluation.focus", "2026-Q4"
    )


STEPS = {
    5: ("langkah 5", "lima", "nomor lima bu", "langkah lima", "5", "no 5", "fokus 5", "yang ke-5"),
    13: ("tiga belas", "13", "PTK", "ptk aja"),
    11: ("TIK", "tik aja"),
    7: ("refleksi",),
    3: ("kurikulum",),
    1: ("mengenal murid bu",),
    2: ("prinsip belajar aja",),
}


@each(("number", "text"), [(number, text) for number, texts in STEPS.items() for text in texts])
@each("part", [EvaluationPart.STRENGTH, EvaluationPart.FOCUS])
def test_a_step_is_chosen_in_words(
    part: EvaluationPart, number: int, text: str, world: World, now: datetime
) -> None:
    """By its number, in words too, or by its short title."""
    turn = turn_of(closing(now, world, part), Typed(text), world, now)
    slug = world.programme.steps[number - 1].slug
    assert turn.person.evaluating
    chosen = turn.person.evaluating
    assert (chosen.strength if part is EvaluationPart.STRENGTH else chosen.focus) in (slug, (slug,))


@each("text", ["5 dan 9", "5, 9", "5 & 9", "langkah 5 dan 9", "lima dan sembilan"])
def test_two_steps_are_chosen_at_once(text: str, world: World, now: datetime) -> None:
    """Two are allowed for the focus, one for the strength."""
    turn = turn_of(closing(now, world, EvaluationPart.FOCUS), Typed(text), world, now)
    assert turn.person.evaluating
    slugs = (world.programme.steps[4].slug, world.programme.steps[8].slug)
    assert turn.person.evaluating.focus == slugs
    who = closing(now, world, EvaluationPart.STRENGTH)
    assert turn_of(who, Typed(text), world, now).person.evaluating == who.evaluating


@each("text", ["5, 9, 11", "99", "bukan 5", "5?"])
def test_what_is_unclear_chooses_nothing(text: str, world: World, now: datetime) -> None:
    """She is asked to choose."""
    who = closing(now, world, EvaluationPart.FOCUS)
    turn = turn_of(who, Typed(text), world, now)
    assert (turn.person.evaluating, turn.person.place) == (who.evaluating, who.place)
