"""What is typed where the coach shows only buttons: "ya", "tiga", "cukup", "rpp" mean one of them.

Takes a text only where it says nothing else; must not judge what a button does.
"""

from dataclasses import replace
from re import split

from bot.chat.answers.level import level_said
from bot.chat.answers.numbers import numbers_in
from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.answers.refused import refused_line
from bot.chat.family import TypedAnswer
from bot.chat.screens.account import asides
from bot.chat.screens.coach_answers.gate import drop_waiting, is_safe, pass_gate
from bot.chat.screens.coach_answers.phrases import mentions, says, without
from bot.chat.screens.coaching.begin import begin, swapped
from bot.chat.screens.coaching.choose import small_version
from bot.chat.screens.coaching.close import choose_level, close, is_habit
from bot.chat.screens.coaching.evidence import proven
from bot.chat.screens.coaching.plan import settle, tick
from bot.chat.screens.coaching.private import keep, rewrite
from bot.chat.screens.coaching.reflect import ask_again, enough, once_more
from bot.chat.screens.coaching.rehearse import look, looked, looks_of
from bot.chat.screens.coaching.routes import (
    AGAIN,
    AIDS,
    DAYS,
    GATE,
    HABIT,
    LATER,
    LEVEL,
    LOOKS,
    PRIVATE,
    SUMMARY,
    SWAP,
    Nth,
    OfSwap,
    OfTry,
    Ticking,
    TickingAid,
)
from bot.chat.screens.coaching.words import (
    cycle_of,
    guide_of,
    kept,
    meant,
    onward,
    this_try,
    typed_at,
)
from bot.chat.screens.steps.routes import STEPS_STEP
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed import plain
from bot.chat.typed.labels import words_of
from bot.chat.typed.line import clean_line, comparable, trimmed
from bot.chat.typed.same import says_only
from bot.chat.typed.wording import Wish
from bot.domain.coaching.cycle import Cycle
from bot.domain.programme.guide import Aid
from bot.domain.programme.programme import StepSlug

BRINGS_LENGTH = 120
"""Characters of what she prepares in her own words."""

BRINGS_WORDS = 12
"""In more words she tells something else than what she prepares."""

MOST_WORDS = 6
"""In more words a number stands beside something else."""


def at_gate(s: TurnContext, text: str) -> Answer | None:
    """Take "ya, sudah aman" as the word that nobody is to be seen, "tanpa foto" as doing without."""
    at, texts = GATE.at(s.person.place), s.world.texts
    if at is None:
        return None
    if says(s, text, "yes") or is_safe(s, text):
        return pass_gate(s, at)
    beside = texts.words("coach-proof", "drop-beside")
    drops = says_only(s, text, texts.words("coach-proof", "drops"), beside)
    if drops or says(s, text, "change"):
        return drop_waiting(s, at)
    return proven(s, at) if says(s, text, "none") else None


def at_again(s: TurnContext, text: str) -> Answer | None:
    """Take "boleh" and "cukup" as the answer to "sekali lagi"."""
    at = AGAIN.at(s.person.place)
    if at and says(s, text, "yes"):
        return once_more(s, at)
    return enough(s, at) if at and says(s, text, "no") else None


def at_level(s: TurnContext, text: str) -> Answer | None:
    """Take "tiga" or "tingkat 3" as her level; two of them, or one in doubt, are asked again."""
    at = LEVEL.at(s.person.place)
    cycle = cycle_of(s, at.step) if at else None
    if at is None or cycle is None:
        return None
    said = level_said(s, text)
    if said is None or len(text.split()) > MOST_WORDS:
        return None
    if said.level is None:
        return s.stay(said.asks)
    return choose_level(s, Nth(at.step, this_try(cycle).number, said.level)) or s.stay()


def at_summary(s: TurnContext, text: str) -> Answer | None:
    """Take "udh bener" as the close; "ubah" shows again what can be changed, "mau lagi" asks about another try."""
    at, texts = SUMMARY.at(s.person.place), s.world.texts
    if at is None:
        return None
    if mentions(s, text, "pauses"):
        return asides.later(s)
    if says(s, text, "more"):
        return ask_again(s, at)
    beside = texts.words("coach-summary", "said-beside")
    is_right = says_only(s, text, texts.words("coach-summary", "said-right"), beside)
    if is_right or says(s, text, "right"):
        return close(s, at)
    return s.stay() if says(s, text, "change") else None


def at_aids(s: TurnContext, text: str) -> Answer | None:
    """Tick the numbers she names, or all; "tidak ada" goes on. Things she names are ``type_brings``."""
    at = AIDS.at(s.person.place)
    cycle = cycle_of(s, at.step) if at else None
    if at is None or cycle is None or "?" in text:
        return None
    if says(s, text, "no") or says(s, text, "onward"):
        return settle(s, at)
    fits = guide_of(s, cycle).prepares or tuple(Aid)
    is_all = says(s, text, "all")
    numbers = numbers_in(s.world.texts, s.world.wording, without(s, text, "examples"))
    named = {one for one in numbers.named if 0 < one <= len(fits) and not numbers.doubtful}
    for aid in fits if is_all else [fits[one - 1] for one in sorted(named)]:
        s = _after(s, tick(s, TickingAid(at.step, at.number, aid, 1)))
    return s.stay() if named or is_all else None


def at_looks(s: TurnContext, text: str) -> Answer | None:
    """Tick the looks whose numbers she names, or all of them at "ya semua"; "lanjut" goes on."""
    at = LOOKS.at(s.person.place)
    cycle = cycle_of(s, at.step) if at else None
    if at is None or cycle is None or "?" in text:
        return None
    if says(s, text, "onward") or says(s, text, "no"):
        return looked(s, at)
    known = range(len(looks_of(s, cycle)))
    is_all = says(s, text, "all") or says(s, text, "yes")
    numbers = numbers_in(s.world.texts, s.world.wording, text)
    named = tuple(known) if is_all else tuple(one - 1 for one in numbers.named)
    if not named or numbers.doubtful or not set(named) <= set(known):
        return None
    for nth in named:
        s = _after(s, look(s, Ticking(at.step, at.number, nth, 1)))
    return s.stay()


def _after(s: TurnContext, answer: Answer | None) -> TurnContext:
    return s.change(answer.person) if answer else s


def at_private(s: TurnContext, text: str) -> Answer | None:
    """Take "simpan begini" and "tulis ulang" as the buttons they are."""
    at = PRIVATE.at(s.person.place)
    if at is None or "?" in text:
        return None
    if says(s, text, "yes"):
        return keep(s, at)
    return rewrite(s, at) if says(s, text, "change") else None


def at_swap(s: TurnContext, text: str) -> Answer | None:
    """Take "ya" as putting the active step off, "tidak" as going on with it."""
    at, active = SWAP.at(s.person.place), s.person.coaching.active
    if at is None or active is None:
        return None
    if says(s, text, "no") or _says_swap(s, text, at.step, "stay"):
        return onward(s)
    if says(s, text, "yes") or _says_swap(s, text, at.step, "put-off"):
        return swapped(s, OfSwap(at.step, active.step))
    return None


def _says_swap(s: TurnContext, text: str, step: StepSlug, which: str) -> bool:
    """Say whether a text puts the active step off, or stays with it: "tunda aja", "mulai langkah 2"."""
    texts, wanted = s.world.texts, s.programme.step(step)
    beside = (*texts.words("coach-swap", "put-off"), *texts.words("coach-swap", "beside"))
    number = str(wanted.number) if wanted and which == "put-off" else ""
    return says_only(s, text, texts.words("coach-swap", which), (*beside, number))


def at_habit(s: TurnContext, text: str) -> Answer | None:
    """Take "ya" as a habit, "tidak" as trying one task first, "nanti" as neither."""
    at = HABIT.at(s.person.place)
    if at and says(s, text, "yes"):
        return is_habit(s, at)
    puts_off = s.world.wording.wish(text, (Wish.LATER, Wish.SKIP)) is not None
    if at and puts_off and s.world.hearing.heard(text) is None:
        return s.go(STEPS_STEP(at.step))
    return begin(s, at) if at and says(s, text, "no") else None


def at_later(s: TurnContext, text: str) -> Answer | None:
    """Take "versi kecil" as it stands there, and a day she names."""
    at = LATER.at(s.person.place)
    if at is None or "?" in text:
        return None
    if says(s, text, "small"):
        return small_version(s, at)
    return s.go(DAYS(at.step, at.number)) if says(s, text, "day") else None


def type_brings(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Keep what she names, and tick what of it the coach lists."""
    cycle, attempt, line = cycle_of(s, at.step), meant(s, at), clean_line(text)
    promise = attempt.open_promise if attempt else None
    if cycle is None or promise is None or not _is_answer(s, line):
        return None
    aids, own = _sorted_out(s, cycle, line)
    named = ", ".join(filter(None, (promise.brings, *own)))
    if own and (refusal := refused_line(s, named, BRINGS_LENGTH)):
        return refusal
    after = replace(promise, aids=promise.aids | aids, brings=named)
    answer = kept(s, cycle.changed(lambda one: replace(one, promise=after))).stay()
    return s.keeping(answer) if own else answer


def _is_answer(s: TurnContext, line: str) -> bool:
    is_other = "?" in line or plain.command_in(s.world, comparable(line)) is not None
    is_other = is_other or plain.wished_command(s, line) is not None
    is_other = is_other or names_a_pupil(s.world.texts, line)
    return not is_other and any(map(str.isalpha, line)) and len(line.split()) <= BRINGS_WORDS


def _sorted_out(s: TurnContext, cycle: Cycle, line: str) -> tuple[frozenset[Aid], list[str]]:
    """Return what is ticked of a line, and its other things: "rpp sama spidol" ticks the first."""
    texts = s.world.texts
    joins = "|".join(texts.words("coach-brings", "joins"))
    fits = guide_of(s, cycle).prepares or tuple(Aid)
    ticked, own = set[Aid](), list[str]()
    for part in split(rf"\s*[,;+&/]\s*|\s+(?:{joins})\s+", line):
        thing = _bare(s, part)
        said = f" {words_of(thing)} "
        found = {
            aid: name
            for aid in fits
            for name in texts.words("coach-typed", aid)
            if f" {name} " in said
        }
        ticked |= found.keys()
        if thing and len(said.split()) > sum(len(name.split()) for name in found.values()):
            own.append(thing)
    return frozenset(ticked), own


def _bare(s: TurnContext, part: str) -> str:
    """Return a thing without "saya bawa" before it and "saja" behind it."""
    texts = s.world.texts
    around = {*texts.words("coach-brings", "around"), *texts.words("fillers", "titles")}
    return " ".join(trimmed(part.strip(" .!").split(), around, around))


TYPED: tuple[TypedAnswer, ...] = (typed_at(AIDS, type_brings),)
