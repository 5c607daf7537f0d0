"""How somebody leaves: her school, or all that is kept of her, also where others look at her. Pure."""

import re
from dataclasses import dataclass, replace

from bot.domain.broadcast.batch import NOBODY
from bot.domain.broadcast.broadcast import Audience, AudienceFilter
from bot.domain.person.person import MENU, Person, Place

NO_DIGIT = re.compile(r"\D+")


@dataclass(frozen=True, slots=True)
class EraseOwnData:
    """Delete everything that is kept of the person who wishes it."""


@dataclass(frozen=True, slots=True)
class WithdrawConsent:
    """Agree no more: nothing is recorded or sent from now on, and no school is hers."""


@dataclass(frozen=True, slots=True)
class GiveSign:
    """She is here although nothing of hers may be recorded: only that is, so that nothing is deleted."""


def unnaming(person: Person, whom: int) -> Person:
    """Return somebody who stands where nothing names another any more, and writes to nobody by her id."""
    if _is_named_at(person.place, whom):
        person = replace(person, place=MENU)
    draft = person.composing
    if draft and draft.audience == Audience(AudienceFilter.ONE, str(whom)):
        nobody = Audience(AudienceFilter.ONE, str(NOBODY))
        person = replace(person, composing=replace(draft, audience=nobody))
    return person


def _is_named_at(place: Place, whom: int) -> bool:
    said = (*place.args, *place.draft.values())
    return any(str(whom) in NO_DIGIT.split(words) for words in said)


def left(person: Person) -> Person:
    """Return the person without a school."""
    return replace(person, school=None, shown_name=None, joined_at=None, school_terms=1)
