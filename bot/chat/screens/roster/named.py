"""A coordinator names a teacher: "cari Budi", "tolong ingatkan Pak Budi". Must not hold words.

Who that is, is known only where it is shown: what is typed comes before the school's teachers are loaded.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from bot.chat.context import Query
from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done_in, refused, shown_in
from bot.chat.model import Screen
from bot.chat.moments.day import read_day
from bot.chat.routes import button_to
from bot.chat.screens.broadcast.routes import SIAR_NEW
from bot.chat.screens.roster import routes as to
from bot.chat.screens.roster.roster import show_ask
from bot.chat.screens.roster.routes import GroupAsked, OfTeacher, Picking, SoughtTeacher
from bot.chat.screens.roster.teacher import show_one, show_pick
from bot.chat.screens.roster.words import told_names
from bot.chat.screens.which_school import lead
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.line import comparable, trimmed
from bot.chat.typed.wording import Wish
from bot.domain.calendar.quarter import local
from bot.domain.roster.roster import Roster, Row
from bot.domain.roster.roster_group import to_remind_of
from bot.domain.school.access import Action
from bot.domain.school.school import School

REMIND: Literal["ingatkan"] = "ingatkan"

AT = frozenset(
    one.name for one in (to.ROSTER_LIST, to.TEACHER_PICK, to.TEACHER_ONE, to.TEACHER_FOUND)
)
"""Where she looks at her teachers, so that a name alone means one of them."""

LONGEST = 5
"""Words of a name that is looked for."""

LEAST = 3
"""Letters of the beginning of a name that may stand for it."""

FITS = 32
"""Bytes of a name that a button can take along: the beginning stands for the whole."""

SHOWN = 8
"""So many of one name are offered."""


@dataclass(frozen=True, slots=True)
class NamedTeacher:
    """What was typed around a name, and the name."""

    words: list[str]
    is_titled: bool
    reminds: bool
    finds: bool


def asked(s: TurnContext, text: str, *, is_free: bool) -> Answer | None:
    """Lead to the teacher she names by a title, or among her teachers; None for anything else.

    A name alone is none where it may answer somebody: then she is not ``is_free``.
    """
    if not s.known.rights.schools_of(s.person.id):
        return None
    read = _read(s, text)
    if not _may_be_name(s, read.words) or not _is_meant(s, text, read, is_free=is_free):
        return None
    name = " ".join(read.words).encode()[:FITS].decode(errors="ignore")
    return lead(s, lambda one: to.TEACHER_FOUND(one, name, REMIND if read.reminds else None))


def _read(s: TurnContext, text: str) -> NamedTeacher:
    """Read "tolong ingetin pak budi dong": what is wanted, whether she is titled, and her name."""
    texts = s.world.texts
    words = _without_fillers(s, comparable(text.replace("?", " ")).split())
    reminds = _begins(s, words, texts.words("teacher-found", "remind"))
    finds = _begins(s, words, texts.words("teacher-found", "find"))
    words = words[reminds or finds :]
    after = _ends(s, words, texts.words("teacher-found", "after"))
    words = words[: len(words) - after]
    titles = texts.words("fillers", "titles")
    is_titled = bool(words) and words[0] in titles
    words = trimmed(words, titles, ())
    words = words[:1] + trimmed(words[1:], (), s.world.common)  # "isi" of "pak budi isi evaluasi"
    return NamedTeacher(words, is_titled, reminds > 0, finds > 0 or after > 0)


def _is_meant(s: TurnContext, text: str, read: NamedTeacher, *, is_free: bool) -> bool:
    """Say whether a teacher is asked for: by a verb and a title, or by the name where they are shown."""
    is_among, heard = s.person.place.screen in AT, s.world.hearing.heard(text)
    today = local(s.now, s.person.zone).date()
    if heard is not None or (read.reminds and read_day(s.world.texts, text, today).days):
        return False  # "ingatkan bu sari besok": a reminder leaves at once
    if read.reminds or read.finds:
        return is_among or read.is_titled
    if not (is_among and is_free):
        return False
    hearing, wording = s.world.hearing, s.world.wording
    is_other = hearing.about(text) or wording.wish(text, tuple(Wish))
    is_known = wording.is_courtesy(text) or bool(s.world.search.find(text))
    return not is_other and (read.is_titled or not is_known)


def _begins(s: TurnContext, words: list[str], phrases: Iterable[str]) -> int:
    """Return how many words at the beginning are one of these phrases, however they are spelt."""
    spelt = s.world.wording.spelt
    lengths = (len(phrase.split()) for phrase in phrases if _is_one(spelt, words, phrase))
    return max(lengths, default=0)


def _is_one(spelt: Callable[[str], list[str]], words: list[str], phrase: str) -> bool:
    return spelt(" ".join(words[: len(phrase.split())])) == spelt(phrase)


def _ends(s: TurnContext, words: list[str], phrases: Iterable[str]) -> int:
    """Return how many words at the end are one of these phrases."""
    turned = words[::-1]
    return _begins(s, turned, [" ".join(phrase.split()[::-1]) for phrase in phrases])


def _without_fillers(s: TurnContext, words: list[str]) -> list[str]:
    """Leave out what is said for politeness at both ends; a title stays, a name may follow it."""
    texts = s.world.texts
    empty = {*texts.words("fillers", "words")} - {*texts.words("fillers", "titles")}
    return trimmed(words, empty, empty)


def _may_be_name(s: TurnContext, words: list[str]) -> bool:
    """Say whether these words may be a teacher's name: letters only, none that surely is another word."""
    texts = s.world.texts
    strange = {*texts.words("name", "strange"), *texts.words("name", "common")}
    strange |= {*texts.words("name", "roles"), *texts.words("hearing", "topic")}
    strange |= {*texts.words("nav", "back-said"), comparable(texts.label("nav", "back"))}
    strange |= {*texts.words("hearing", "question"), *texts.words("hearing", "how")}
    strange |= {*texts.words("teacher-found", "none"), *texts.words("fillers", "titles")}
    is_short = 0 < len(words) <= LONGEST and len(words[0]) >= LEAST
    return is_short and not any(
        word in strange or not word.strip(".,'").replace(".", "").isalpha() for word in words
    )


def found(roster: Roster, name: str) -> tuple[Row, ...]:
    """Return the teachers of a name: whose words it holds, else whose words begin like that."""
    sought = [word.strip(".,") for word in name.casefold().split()]

    def parts(row: Row) -> list[str]:
        return [word.strip(".,") for word in row.name.casefold().split()]

    whole = tuple(row for row in roster.rows if set(sought) <= set(parts(row)))
    return whole or tuple(
        row
        for row in roster.rows
        if all(any(part.startswith(word) for part in parts(row)) for word in sought)
    )


def show_found(s: TurnContext, school: School, at: SoughtTeacher) -> Screen:
    """Draw the one teacher of that name; of several ask which, of none say so."""
    roster = s.known.roster
    if roster is None:
        return refused(s)
    rows_found = found(roster, at.name)
    if not rows_found:
        note = s.say("teacher-not-found", school=school.name, name=at.name.title())
        return show_pick(s, school, Picking(school.id)).noting(note)
    if len(rows_found) > 1:
        told = told_names(s, roster)
        buttons = (button_to(told[row.id], to.TEACHER_ONE(school.id, row.id)) for row in rows_found)
        text = s.say("teacher-found", school=school.name, name=at.name.title())
        back = s.button("nav", "back", to.TEACHER_PICK(school.id, 0))
        return Screen(text, rows(*list(buttons)[:SHOWN], (back, s.menu_button())))
    row = rows_found[0]
    shown = show_one(s, school, OfTeacher(school.id, row.id))
    if at.aim != REMIND:
        return shown
    if group := to_remind_of(row, roster.today):
        return show_ask(s, school, GroupAsked(school.id, group, teacher=row.id))
    write = s.button("teacher-found", "write", SIAR_NEW(school.id))
    return Screen(f"{shown.text}\n\n{s.say('teacher-remind')}", (*rows(write), *shown.rows))


def find(s: TurnContext, school: School, at: SoughtTeacher) -> Answer:
    """Go to the teacher of that name in the school that was chosen."""
    return s.go(to.TEACHER_FOUND(school.id, at.name, at.aim))


VERBS: tuple[Done, ...] = (done_in(to.TEACHER_FOUND, find, Action.SEE_TEACHERS),)
SHOWS: tuple[ShownPlace, ...] = (
    shown_in(to.TEACHER_FOUND, show_found, Action.SEE_TEACHERS, query=Query.ROSTER),
)
