"""What is typed where the coach asks for a task, a model, a day, words, numbers or evidence, and means a button.

Takes a text only where it says nothing else; must not judge what a button does.
"""

from dataclasses import replace
from html import unescape

from bot.chat.answers.if_then import is_if_then
from bot.chat.answers.numbers import chosen_in, numbers_in
from bot.chat.answers.setting import setting_of
from bot.chat.screens.account import asides, keeping
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.coach_answers.days import type_day
from bot.chat.screens.coach_answers.dropping import JUST_NOW, drop_said
from bot.chat.screens.coach_answers.gate import is_safe
from bot.chat.screens.coach_answers.phrases import says, without
from bot.chat.screens.coaching.choose import NUMBER_WORDS, choose, type_task
from bot.chat.screens.coaching.evidence import proven
from bot.chat.screens.coaching.plan import examples_of, take_example
from bot.chat.screens.coaching.pupils import type_showed
from bot.chat.screens.coaching.rehearse import read
from bot.chat.screens.coaching.routes import (
    DAYS,
    MODEL,
    MODEL_OF,
    OWN,
    PROOF,
    PUPILS,
    TASKS,
    WORDS,
    Nth,
    OfTask,
    OfTry,
)
from bot.chat.screens.coaching.words import cycle_of, meant, step_of
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.labels import words_of
from bot.chat.typed.same import says_only
from bot.domain.programme.programme import EXAMPLE_LEVELS

MOST_WORDS = 6
"""In more words a part of a name stands beside something else."""

SENTENCE = 4
"""Words; in more of them "kalau" and its kin tell of something, and name no class."""

NAMING = 3
"""Letters at most of a word that names no task by itself."""


def at_tasks(s: TurnContext, text: str) -> Answer | None:
    """Take "yang pertama" or a part of a task's name as that task; "tugas sendiri" asks for her own."""
    at = TASKS.at(s.person.place)
    step = step_of(s, at.step) if at else None
    if at is None or step is None or "?" in text:
        return None
    if says(s, text, "own"):
        return s.go(OWN(at.step))
    numbers = numbers_in(s.world.texts, s.world.wording, without(s, text, "tasks"))
    small = _wants_small(s, text)
    nth = numbers.named[0] if len(numbers.named) == 1 and not numbers.doubtful else 0
    if not numbers.named:
        nth = chosen_in(s.world.texts, s.world.wording, text) or 0
    if says(s, text, "last"):
        nth = len(step.tasks)
    named = _named(s, text, [unescape(task.title) for task in step.tasks])
    place = nth - 1 if 1 <= nth <= len(step.tasks) else named
    return None if place is None else choose(s, OfTask(at.step, step.tasks[place].slug, int(small)))


def _wants_small(s: TurnContext, text: str) -> bool:
    """Say whether a text asks for the small version, or tells of little time."""
    texts = s.world.texts
    listed = {*texts.words("coach-typed", "small"), *texts.words("coach-typed", "hurried")}
    return not listed.isdisjoint(words_of(text).split())


def _named(s: TurnContext, text: str, titles: list[str]) -> int | None:
    """Return the one title of which a text says nothing but a part; None for several or none."""
    wording = s.world.wording
    said = wording.bare(without(s, text, "tasks"))
    if not said or len(said) > MOST_WORDS or not any(len(word) > NAMING for word in said):
        return None
    spelt = [wording.spelt(title) for title in titles]
    found = [at for at, title in enumerate(spelt) if set(said) <= set(title)]
    return found[0] if len(found) == 1 else None


def at_own(s: TurnContext, text: str) -> Answer | None:
    """Take "tugas 2" as a task of the step: it is no task of her own."""
    at = OWN.at(s.person.place)
    return type_task(s, at, text) if at and len(text.split()) <= NUMBER_WORDS else None


def at_model(s: TurnContext, text: str) -> Answer | None:
    """Take "lanjut" as the way on, and a level of school where she is asked for whose model."""
    at = MODEL.at(s.person.place)
    of_level = MODEL_OF.at(s.person.place)
    one_try = at or (OfTry(of_level.step, of_level.number) if of_level else None)
    if one_try is None or "?" in text:
        return None
    if says(s, text, "onward") or says(s, text, "yes"):
        return read(s, one_try)
    said = set(words_of(text).split())
    named = [
        level
        for level in EXAMPLE_LEVELS
        if said & set(words_of(s.world.texts.pick("level", level)).split())
    ]
    is_level = len(named) == 1 and len(said) <= NUMBER_WORDS
    return s.go(MODEL_OF(one_try.step, one_try.number, named[0])) if is_level else None


def at_days(s: TurnContext, text: str) -> Answer | None:
    """Take a day in whatever words; "kapan-kapan" leaves the question for later."""
    at = DAYS.at(s.person.place)
    is_other = "?" in text or text.strip(" .").isdecimal() or s.world.hearing.heard(text)
    if at is None or is_other:
        return None
    if says(s, text, "sometime"):
        return asides.later(s)
    said = " ".join(s.world.wording.bare(text))
    return type_day(s, at, text) or (type_day(s, at, said) if said else None)


def at_group(s: TurnContext, text: str) -> Answer | None:
    """Ask once more where a class is asked for and a sentence was typed: one tap keeps it after all."""
    words = set(words_of(text).split())
    is_long = len(text.split()) > SENTENCE
    tells = is_long and not words.isdisjoint(s.world.texts.words("coach-group", "sentence"))
    is_felt = s.world.hearing.heard(text) is not None
    if not (tells or is_if_then(s, text)) or is_felt or "?" in text:
        return None
    there, button = keeping.waits(s, text)
    setting = setting_of(s.world, s.person).value
    back = s.button("aside", "back", MEANT_STAY())
    return there.short(s.say("coach-group-doubt", setting=setting), rows(button, back))


def at_words(s: TurnContext, text: str) -> Answer | None:
    """Take "contoh 2" or "yang kedua" as that example."""
    at = WORDS.at(s.person.place)
    cycle = cycle_of(s, at.step) if at else None
    if at is None or cycle is None or len(text.split()) > NUMBER_WORDS + 1:
        return None
    left = without(s, text, "examples")
    numbers = numbers_in(s.world.texts, s.world.wording, left)
    if says(s, text, "last"):
        return take_example(s, Nth(at.step, at.number, len(examples_of(s, cycle))))
    if len(numbers.named) != 1 or numbers.doubtful:
        return None
    return take_example(s, Nth(at.step, at.number, numbers.named[0])) or s.stay()


def at_pupils(s: TurnContext, text: str) -> Answer | None:
    """Take "semua" or "tidak ada" as what pupils showed: elsewhere these are politeness or a skip."""
    at = PUPILS.at(s.person.place)
    return type_showed(s, at, text) if at and says(s, text, "amount") else None


def _follows(s: TurnContext, text: str) -> bool:
    """Say whether a text tells that evidence comes later: "foto papan tulis menyusul", "nyusul ya bu fotonya"."""
    texts, said = s.world.texts, s.world.wording.bare(text)
    follow = texts.words("coach-proof", "follow")
    beside = texts.words("coach-proof", "follow-beside")
    ends_so = bool(said) and len(said) <= MOST_WORDS and said[0] in beside and said[-1] in follow
    return "?" not in text and (ends_so or says_only(s, text, follow, beside))


def _just_shown(s: TurnContext, at: OfTry) -> bool:
    """Say whether the last piece of evidence is a photo or another file she sent just now."""
    attempt = meant(s, at)
    last = attempt.evidence[-1] if attempt and attempt.evidence else None
    return last is not None and bool(last.files) and s.now - last.at <= JUST_NOW


def at_proof(s: TurnContext, text: str) -> Answer | None:
    """Take "tidak ada bukti" and "selesai" as the way on, "foto menyusul" as a word that it comes later."""
    at = PROOF.at(s.person.place)
    if at is None or "?" in text:
        return None
    if (answer := drop_said(s, text)) is not None:
        return answer
    if is_safe(s, text) and _just_shown(s, at):
        return s.stay(s.say("coach-proof-saved"))
    if says(s, text, "follows") or _follows(s, text):
        answer = proven(s, at)
        return replace(answer, note=s.say("coach-proof-later")) if answer else None
    is_none = says(s, text, "none") or says(s, text, "onward")
    return proven(s, at) if is_none else None
