"""What is typed where the coach shows only buttons: "ya", "tiga", "cukup", "rpp" mean one of them.

Takes a text only where it says nothing else; must not judge what a button does.
"""

from bot.chat.answers.level import level_said
from bot.chat.answers.numbers import numbers_in
from bot.chat.screens.account import asides
from bot.chat.screens.coach_answers.gate import drop_waiting, is_safe, pass_gate
from bot.chat.screens.coach_answers.phrases import mentions, says
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
    Ticking,
    TickingAid,
)
from bot.chat.screens.coaching.words import cycle_of, guide_of, onward, this_try
from bot.chat.screens.steps.routes import STEPS_STEP
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.labels import words_of
from bot.chat.typed.same import says_only
from bot.chat.typed.wording import Wish
from bot.domain.programme.guide import Aid
from bot.domain.programme.programme import StepSlug

MOST_WORDS = 6
"""In more words a number or an aid stands beside something else."""


def at_gate(s: TurnContext, text: str) -> Answer | None:
    """Take "ya, sudah aman" as the word that nobody is to be seen, "tanpa foto" as doing without."""
    at = GATE.at(s.person.place)
    if at and (says(s, text, "yes") or is_safe(s, text)):
        return pass_gate(s, at)
    beside = s.world.texts.words("coach-proof", "drop-beside")
    drops = says_only(s, text, s.world.texts.words("coach-proof", "drops"), beside)
    if at and (drops or says(s, text, "change")):
        return drop_waiting(s, at)
    return proven(s, at) if at and says(s, text, "none") else None


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
    """Tick what she names; "tidak ada" goes on."""
    at = AIDS.at(s.person.place)
    cycle = cycle_of(s, at.step) if at else None
    if at is None or cycle is None or "?" in text:
        return None
    if says(s, text, "no") or says(s, text, "onward"):
        return settle(s, at)
    said, fits = set(words_of(text).split()), guide_of(s, cycle).prepares or tuple(Aid)
    if len(said) > MOST_WORDS:
        return None
    names = s.world.texts.words
    named = [one for one in fits if said & set(names("coach-typed", one))]
    for aid in fits if says(s, text, "all") else named:
        s = _after(s, tick(s, TickingAid(at.step, at.number, aid, 1)))
    return s.stay() if named or says(s, text, "all") else None


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
