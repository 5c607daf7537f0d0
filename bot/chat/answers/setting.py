"""Where she works, for words that fit: in a class, a group of small children, counselling, with schools.

All words stand in the texts.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from re import compile as pattern

from bot.chat.answers.numbers import unsure_words
from bot.chat.typed.labels import named_in, words_of
from bot.chat.world import World
from bot.content.texts import Texts
from bot.domain.person.person import Person
from bot.domain.programme.programme import SchoolLevel


class Setting(StrEnum):
    """Where she tries what she chose."""

    CLASS = "kelas"
    GROUP = "kelompok"
    SERVICE = "layanan"
    SCHOOLS = "binaan"


def setting_of(world: World, person: Person) -> Setting:
    """Return where a person works: a guru BK gives services, a supervisor looks after schools."""
    if world.counsellors.includes(person.subject):
        return Setting.SERVICE
    subject = f" {words_of(person.subject or '')} "
    if any(f" {one} " in subject for one in world.texts.words("coach-group", "leaders")):
        return Setting.SCHOOLS
    return Setting.GROUP if person.level is SchoolLevel.PAUD else Setting.CLASS


def is_subject(world: World, text: str) -> bool:
    """Say whether a text names subjects and classes only, however kindly: "guru kelas 4 bu"."""
    listed = world.texts.words("ask-subject", "known")
    known = {word for one in listed for word in world.wording.spelt(one)}
    words = world.wording.bare(text)
    others = (word for word in words if word not in known)
    return bool(known & set(words)) and all(word.isdecimal() or len(word) == 1 for word in others)


def value_named(
    world: World, text: str, said: Mapping[str, Collection[str]], beside: Collection[str]
) -> str | None:
    """Return the one value that a sentence names: "saya guru sd kelas 4 bu"; a denial or a question names none.

    All other words must be among ``beside``, if it has any.
    """
    is_unsure = not unsure_words(world.texts, world.wording).isdisjoint(world.wording.spelt(text))
    if is_unsure or world.hearing.is_question(text):
        return None
    return named_in(text, said, beside)


_NUMBERED = pattern(r"(?i:\d{1,2}(?:[ .-]?[a-z])?|[ivx]{1,4}[a-h]?(?:[ .-][a-z0-9]{1,4}){0,2})")
"""A class said by its number only: "4", "5A", "VIII B", "XI IPA 2"."""


def class_name(texts: Texts, line: str) -> str:
    """Return the name without "di" before it and a dot behind it; a mere number is called a class."""
    name = line.rstrip(" .,;!")
    for word in texts.words("coach-group", "before"):
        if name.casefold().startswith(f"{word} "):
            name = name[len(word) + 1 :]
    is_number = _NUMBERED.fullmatch(name)
    return texts.label("coach-group", "numbered", name=name) if is_number else name
