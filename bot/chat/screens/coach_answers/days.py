"""A day typed for a promise: taken, or asked about where it may be several, has passed, or is too far."""

from datetime import date, time
from itertools import takewhile
from re import IGNORECASE, search, split

from bot.chat.family import TypedAnswer
from bot.chat.model import Rows
from bot.chat.moments.day import read_day
from bot.chat.moments.scan import scan
from bot.chat.screens.account.routes import MEANT_STAY
from bot.chat.screens.coaching.plan import FURTHEST, promise_day, type_group
from bot.chat.screens.coaching.routes import DAY, DAYS, GROUP, OfDay, OfTry
from bot.chat.screens.coaching.words import brief_day, meant, today, typed_at
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.labels import words_of
from bot.domain.calendar.quarter import moment_at
from bot.domain.reminders.check_back import days_offered

BRIEF_WORDS = 5
"""Words; in so few a day beside an hour or a word not known is the day meant: "selasa jam 10 ya bu"."""

WEEK_NAMED = 3
"""So many days are what "minggu depan" is read as: its Monday, the same day, its Sunday."""


def type_day(s: TurnContext, at: OfTry, text: str) -> Answer | None:
    """Take a typed day, "besok" or "Kamis"; of several she chooses one. None for what names none.

    A day on which it cannot be is none: "jangan besok", "besok libur".
    """
    texts, offered = s.world.texts, without_denied(s, text)
    read = read_day(texts, offered, today(s))
    if meant(s, at) is None or not (read.days or read_day(texts, text, today(s)).days):
        return None
    if not read.days:
        return s.stay(s.say("coach-day-off"))
    ahead = [day for day in read.days if day >= today(s)]
    near = _near(s, ahead)
    if not near:
        return s.short(s.say("coach-day-far" if ahead else "coach-day-past"), _ways(s, at, ()))
    is_brief = len(offered.split()) <= BRIEF_WORDS or _tells_the_lesson(s, offered)
    if len(near) == 1 and (read.day or (len(read.days) == 1 and is_brief)):
        taken = promise_day(s, OfDay(at.step, at.number, near[0]))
        return _with_class(s, at, offered, taken) if taken else None
    return s.short(s.say("coach-which-day"), _ways(s, at, near))


def _with_class(s: TurnContext, at: OfTry, text: str, taken: Answer) -> Answer:
    """Take the class she named beside the day as well, where it would be asked next: "senin di kelas 5a jam 9".

    Not one behind which another or a part of its name may stand: "kelas 4 & 5", "kelas 12 ipa".
    """
    texts = s.world.texts
    nouns = "|".join(texts.words("coach-replan", "class"))
    named = search(rf"\b(?:{nouns})\s+(?:\d+|[ivx]+)(?:\s?[a-h])?\b", text, IGNORECASE)
    if named is None or GROUP.at(taken.person.place) is None:
        return taken
    hours = {*texts.words("moment-words", "hour"), *texts.words("moment-words", "clock")}
    behind = takewhile(lambda word: word not in hours, words_of(text[named.end() :]).split())
    is_whole = s.world.wording.is_courtesy(" ".join(behind))
    answer = type_group(s.change(taken.person), at, named[0]) if is_whole else None
    return answer or taken


def without_denied(s: TurnContext, text: str) -> str:
    """Return a text without what it says of days on which it cannot be: "lusa aja" of "jangan besok, lusa aja"."""
    joins = "|".join(s.world.texts.words("coach-days", "joins"))
    clauses = split(rf"[,;!\n]+|\.(?=\s)|\b(?:{joins})\b", text)
    kept = [_undenied(s, clause.split()) for clause in clauses]
    return text if kept == clauses else ", ".join(one for one in kept if one)


def _undenied(s: TurnContext, words: list[str]) -> str:
    """Return a clause without the day that stands behind its "jangan"; "" where the clause tells why not."""
    texts, spelt = s.world.texts, s.world.wording.spelt
    said = [" ".join(spelt(word)) for word in words]
    off = (" ".join(spelt(one)) for one in texts.words("coach-days", "off"))
    if any(f" {one} " in f" {' '.join(said)} " for one in off):
        return ""
    denials, soft = texts.words("coach-days", "denials"), texts.words("coach-days", "soft")
    at = next((nth for nth, word in enumerate(said) if word in denials or word in soft), None)
    if at is None:
        return " ".join(words)
    ends = range(at + 2, len(words) + 1)
    behind = (end for end in ends if read_day(texts, " ".join(words[at + 1 : end]), today(s)).days)
    if end := next(behind, 0):
        return " ".join((*words[:at], *words[end:]))
    says_more = said[at] in soft and s.world.wording.bare(" ".join(words[at + 1 :]))
    return " ".join(words) if says_more else ""


def _tells_the_lesson(s: TurnContext, text: str) -> bool:
    """Say whether beside its day a text tells but the lesson: "besok pagi jam pertama kelas 4"."""
    left = {
        part
        for word in scan(s.world.texts, text, lengths=True).odd
        for part in words_of(word).split()
    }
    left = {part for part in left if not part.isdecimal()}
    return left <= set(s.world.texts.words("coach-days", "beside"))


def _near(s: TurnContext, ahead: list[date]) -> tuple[date, ...]:
    """Return the days near enough; of a whole week or month those on which school is on."""
    near = tuple(day for day in ahead if day <= today(s) + FURTHEST)
    if len(near) <= WEEK_NAMED - 1:
        return near
    noon = moment_at(near[0], time(0), s.person.zone)
    offered = days_offered(s.calendar, s.person.zone, max(noon, s.now))
    within = tuple(day for day in offered if near[0] <= day <= max(near))
    return within or near


def _ways(s: TurnContext, at: OfTry, days: tuple[date, ...]) -> Rows:
    buttons = tuple(
        s.button("coach-days", "day", DAY(at.step, at.number, day), day=brief_day(s, day))
        for day in days
    )
    return rows(buttons[:2], buttons[2:4], buttons[4:6], s.button("aside", "back", MEANT_STAY()))


TYPED: tuple[TypedAnswer, ...] = (typed_at(DAYS, type_day),)
