"""Data saya in words: no value of a program stands where a person would say a word."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import time
from typing import Any, get_args, get_type_hints

from bot.chat.files.document import PageFact
from bot.chat.files.own_data import DROPPED, FIELDS, readable
from bot.chat.files.own_data_pages import own_data_pages
from bot.chat.world import World
from bot.domain.evaluation.evaluation import Evaluation, EvaluationPart, IntentionOutcome
from bot.domain.person.person import Address, Person
from bot.domain.programme.programme import SchoolLevel, StepSlug
from bot.domain.reminders.outbound import Asked, Outbound, Rhythm, Wishes
from bot.store.codec.people import encode_person
from tests.chat.portfolio_people import NOW, full
from tests.each import each


def told(person: Person, world: World) -> dict[str, Any]:
    return readable(encode_person(person), world, {})


def somebody(world: World) -> Person:
    """Return a teacher of whom there is something in every part."""
    person = full(world, cycles=1)
    evaluation = Evaluation(
        quarter="2026-Q3",
        begun_at=NOW,
        finished_at=NOW,
        levels={StepSlug("laksana"): 2},
        became=IntentionOutcome.PARTLY,
        became_words="di dua kelas",
        pupils="Bertanya",
        answered=(EvaluationPart.ITEMS, EvaluationPart.PUPILS),
    )
    return replace(
        person,
        evaluations=(evaluation,),
        updates=(987_654_321,),
        wishes=Wishes(weekday=3, hour=time(7, 30), rhythm=Rhythm.MONTHLY),
    )


WORDS = {
    "Sapaan": "Ibu",
    "Jenjang": "SMP/MTs",
    "Hari": "Kamis",
    "Jam": "07.30",
    "Irama": "sebulan sekali",
    "Jadinya niat": "sebagian terlaksana",
    "5. Melaksanakan pembelajaran yang mendidik": "2 · Mulai tampak",
    "Tingkat menurut Anda": "3 · Sudah terbiasa",
    "Zona waktu": "WIT",
    "Terakhir menulis": "Jumat, 20 November 2026 pukul 14.00 WIT",
    "Bagian yang sudah dijawab": ["tingkat per langkah", "yang kini bisa dilakukan murid"],
}


def pairs(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every name with its value, however deep."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield name, one
            yield from pairs(one)
    elif isinstance(value, list):
        for one in value:
            yield from pairs(one)


@each(("name", "words"), WORDS.items())
def test_a_value_is_a_word(name: str, words: object, world: World) -> None:
    """Form of address, level of school, own levels, weekday and hour stand as one says them."""
    assert words in [one for label, one in pairs(told(somebody(world), world)) if label == name]


@each("address", Address)
@each("level", SchoolLevel)
def test_every_choice_has_its_word(address: Address, level: SchoolLevel, world: World) -> None:
    """None of the program's own values is left."""
    found = told(replace(somebody(world), address=address, level=level), world)
    assert found["Sapaan"] not in set(Address)
    assert found["Jenjang"] not in set(SchoolLevel)


def test_numbers_of_updates_and_of_tries_are_in_no_file(world: World) -> None:
    """Neither in the JSON nor on the pages."""
    person = somebody(world)
    numbered = replace(person, coaching=replace(person.coaching, counted=424_242))
    copy = told(numbered, world)
    pages = own_data_pages(world, numbered, {"Catatan Anda": copy}, NOW)
    facts = [one.words for one in pages.blocks if isinstance(one, PageFact)]
    for number in ("987654321", "424242"):
        assert number not in str(copy)
        assert not any(number in words for words in facts)


def nested(kind: Any, seen: set[Any]) -> Iterator[str]:
    """Yield the names of all fields of a document and of what it holds."""
    for inner in get_args(kind):
        yield from nested(inner, seen)
    if is_dataclass(kind) and kind not in seen:
        seen.add(kind)
        hints = get_type_hints(kind)
        for one in fields(kind):
            yield one.name
            yield from nested(hints[one.name], seen)


def test_every_field_of_a_person_has_a_label() -> None:
    """A field that comes new is told of under a name people read, or left out on purpose."""
    names = set(nested(Person, set()))
    names.discard("name")  # of recipients, who are only counted
    assert names - set(FIELDS) - DROPPED == set()


def test_what_is_asked_and_when_she_was_asked_have_names_of_their_own(world: World) -> None:
    """The steps of a short evaluation and the question about a plan stand under different labels."""
    steps = (StepSlug("laksana"),)
    short = Evaluation(quarter="2026-Q4", begun_at=NOW, asked=steps)
    outbound = Outbound(asked=Asked(key="1-2026-11-23", times=1))
    who = replace(somebody(world), evaluating=short, outbound=outbound)
    named = dict(pairs(told(who, world)))
    assert len(named["Langkah yang dinilai"]) == len(steps)
    assert isinstance(named["Pertanyaan tentang rencana"], dict)
