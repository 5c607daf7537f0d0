"""Where she works, for words that fit: in a class, in a group of small children, in counselling, with schools.

All words stand in the texts.
"""

from enum import StrEnum

from bot.chat.typed.labels import words_of
from bot.chat.world import World
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
