"""What is typed to change a plan already made: "eh salah, kelasnya 4a", "ganti harinya jadi Senin".

Takes a text only where it says nothing else; must not ask for what she did not name.
"""

from dataclasses import replace

from bot.chat.screens.coach_answers.days import type_day
from bot.chat.screens.coaching.plan import type_group
from bot.chat.screens.coaching.routes import DAYS, GROUP, OfTry
from bot.chat.screens.coaching.words import this_try
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.line import clean_line
from bot.domain.coaching.promise import Promise
from bot.domain.reminders.check_back import open_promise

MOST_WORDS = 10
"""In more words a change stands beside something else."""

NAMED = 4
"""Words of a class or a day at most: "VIII B", "Senin depan"."""


def replanned(s: TurnContext, text: str) -> Answer | None:
    """Change the class or the day of the plan that waits, or open that question; None for all else."""
    cycle, promise = s.person.coaching.active, open_promise(s.person.coaching)
    if cycle is None or promise is None or "?" in text:
        return None
    words = _words(s, text)
    told = {word.casefold() for word in words}
    if not 0 < len(words) <= MOST_WORDS or told.isdisjoint(_list(s, "change")):
        return None
    is_class, is_day = told & _list(s, "class"), told & _list(s, "day")
    if bool(is_class) is bool(is_day) or words[0].casefold() not in _opening(s):
        return None
    value, at = _value(s, words), this_try(cycle)
    if len(value.split()) > NAMED:
        return None
    if is_day:
        return _day(s, at, promise, value)
    if words[0].casefold() in is_class and not any(c.isdigit() for c in value):
        return None  # "kelas saya ganti ruangan" tells of something else
    noun = is_class.pop().removesuffix("nya").replace("kls", "kelas")
    return _class(s, at, f"{noun} {value}" if value else "")


def _class(s: TurnContext, at: OfTry, name: str) -> Answer | None:
    there = s.change(s.at(GROUP(at.step, at.number), {}))
    answer = type_group(there, at, name) if name else None
    if answer is None or answer.instead:
        return s.go(GROUP(at.step, at.number))
    after = open_promise(answer.person.coaching)
    note = s.say("coach-class-changed", name=(after and after.group) or name)
    return replace(answer, note=note, emoji=None)


def _day(s: TurnContext, at: OfTry, before: Promise, day: str) -> Answer | None:
    there = s.change(s.at(DAYS(at.step, at.number), {}))
    answer = type_day(there, at, day) if day else None
    if answer is None:
        return s.go(DAYS(at.step, at.number))
    after = open_promise(answer.person.coaching)
    if answer.instead or after is None or after.day == before.day:
        return answer
    return replace(answer, note=s.say("coach-moved", day=s.world.texts.long_day(after.day)))


def _words(s: TurnContext, text: str) -> list[str]:
    """Return the words without politeness, as she wrote them."""
    polite = {*s.world.texts.words("fillers", "words"), *s.world.texts.words("fillers", "titles")}
    words = (word.strip(" .,!;:") for word in clean_line(text).split())
    return [word for word in words if word and word.casefold() not in polite]


def _list(s: TurnContext, name: str) -> set[str]:
    return set(s.world.texts.words("coach-replan", name))


def _opening(s: TurnContext) -> set[str]:
    """Return what such a text begins with."""
    return _list(s, "change") | _list(s, "class") | _list(s, "day") | _list(s, "beside")


def _value(s: TurnContext, words: list[str]) -> str:
    """Return what is left for the class or the day: "4a" of "kelasnya 4a bukan 4b"."""
    around, turns = _opening(s), _list(s, "turns")
    is_denied, value = False, list[str]()
    for word in words:
        said = word.casefold()
        is_denied = said in _list(s, "instead") or (is_denied and said not in turns)
        if not is_denied and said not in around:
            value.append(word)
    return " ".join(value)
