"""Reads an answer to "sudah dicoba?": that she tried, that she did not, or that it does not fit.

Must not hold words, which stand in the texts, nor do anything about it.
"""

from dataclasses import dataclass
from enum import StrEnum
from re import compile as pattern

from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.moments.day import read_day
from bot.chat.screens.coaching.words import today
from bot.chat.turn_context import TurnContext
from bot.chat.typed.line import clean_line

_WORD = pattern(r"[^\W_]+(?:-[^\W_]+)*")
_MARKS = " ,.;:!–-—"
_DIGIT = pattern(r"\d")
_DOUBLED = pattern(r"\b([^\W\d_]+)2\b")
"""A word that is doubled with a 2 as people type it: "anak2"."""

_CLAUSE = pattern(r"[,.;!\n]")

BRIEF = 6
"""Words; in more, a day to come or a "belum dicoba" stands beside something else."""


class Told(StrEnum):
    """What she told."""

    TRIED = "sudah"
    LATER = "belum"
    OTHER = "ganti"


@dataclass(frozen=True, slots=True)
class Reading:
    """What she told, and the words of hers that say more than that.

    ``is_sick``: she does not feel well. ``is_exact``: nothing else is said. ``is_doubtful``: she may mean
    something else.
    """

    told: Told
    more: str = ""
    is_sick: bool = False
    is_exact: bool = False
    is_doubtful: bool = False


class _Line:
    """A text as it is compared with the lists of ``coach-check``."""

    def __init__(self, s: TurnContext, text: str) -> None:
        text = _DOUBLED.sub(r"\1-\1", text)
        self._s, self.bare = s, s.world.wording.bare(text)
        self.counts = bool(_DIGIT.search(text))
        self._all = f" {' '.join(s.world.wording.spelt(text))} "
        self._begin = f"{' '.join(self.bare)} "

    def _phrases(self, name: str) -> set[str]:
        spelt = self._s.world.wording.spelt
        return {" ".join(spelt(one)) for one in self._s.world.texts.words("coach-check", name)}

    def has(self, name: str) -> bool:
        """Say whether a phrase of a list occurs."""
        return any(f" {one} " in self._all for one in self._phrases(name))

    def begins(self, name: str) -> bool:
        """Say whether the text begins with a phrase of a list."""
        return any(
            self._begin.startswith(f"{one} ") or self._all.startswith(f" {one} ")
            for one in self._phrases(name)
        )

    def equals(self, name: str) -> bool:
        """Say whether the text is a phrase of a list and nothing else."""
        bare = self._s.world.wording.bare
        listed = self._s.world.texts.words("coach-check", name)
        titles = self._s.world.texts.words("fillers", "titles")
        uncalled = " ".join(word for word in self._all.split() if word not in titles)
        whole = {self._all.strip(), uncalled} & self._phrases(name)
        return bool(whole) or bool(self.bare and self.bare in [bare(one) for one in listed])


def read(s: TurnContext, text: str, *, is_asked: bool, has_come: bool = True) -> Reading | None:
    """Return what a text answers to the question about her plan; None where it answers nothing.

    ``is_asked``: the question is the last thing she was told, so that "iya" and "9" answer it.
    ``has_come``: the day of her plan has; before it hardly anything surely means that she tried.
    """
    line = _Line(s, text)
    if "?" in text or (not line.bare and not (is_asked and line.equals("yes-words"))):
        return None
    if line.equals("other-words"):
        return Reading(Told.OTHER, is_exact=True)
    if line.equals("tried-words"):
        is_sure = not line.has("coming-words") and (has_come or line.has("did-words"))
        return _unless_thanks(s, text, Reading(Told.TRIED, is_exact=True, is_doubtful=not is_sure))
    if line.equals("later-words"):
        return Reading(Told.LATER, is_exact=True)
    if line.begins("sick-words"):
        return Reading(Told.LATER, is_sick=True)
    if _is_hindered(line):
        return Reading(Told.LATER)
    return _sentence(s, text, line, has_come, is_asked) or (
        _asked(line, text) if is_asked else None
    )


def _sentence(
    s: TurnContext, text: str, line: _Line, has_come: bool, is_asked: bool
) -> Reading | None:
    """Return what a sentence tells by its first words; before the day one about pupils tells of no try."""
    if line.begins("pupil-heads") and not line.has("failed-words"):
        is_doubtful = line.has("worry-words") or line.has("coming-words")
        return Reading(Told.TRIED, _more(s, text), is_doubtful=is_doubtful) if has_come else None
    if line.begins("showed-heads") or line.has("failed-words"):
        return Reading(Told.TRIED, _more(s, text), is_doubtful=not has_come)
    says_done = line.begins("sure-heads") and not line.begins("agreed-heads")
    names_day = _names_another_day(s, text) and not says_done
    if line.begins("later-heads") or names_day:
        return Reading(Told.LATER)
    if line.has("never-words") and not names_a_pupil(s.world.texts, text):
        if not _Line(s, s.world.wording.parts(text)[0]).equals("tried-words"):
            return Reading(Told.LATER)
        is_brief = has_come and line.has("brief-words")
        return Reading(Told.TRIED, _more(s, text), is_doubtful=not is_brief)
    if line.begins("tried-heads") and not s.world.hearing.is_courtesy(text):
        is_sure = _is_claim(s, text, line, has_come, is_asked)
        return _unless_thanks(s, text, Reading(Told.TRIED, _more(s, text), is_doubtful=not is_sure))
    return None


def _is_hindered(line: _Line) -> bool:
    """Say whether a sentence tells why there was no lesson: a flood, a contest, an exam. With a number it tells more."""
    is_told = line.begins("tried-heads") or line.has("did-words") or line.counts
    return line.has("hindered-words") and (not is_told or line.begins("later-heads"))


def _is_claim(s: TurnContext, text: str, line: _Line, has_come: bool, is_asked: bool) -> bool:
    """Say whether a sentence that begins like an answer surely tells of a try, not of thanks or of what she plans."""
    if line.has("coming-words") and (line.has("did-words") or not _first_says_so(s, text)):
        return False
    if line.has("did-words"):
        return True
    if not has_come or (line.has("aside-words") and not _first_says_so(s, text)):
        return False
    if line.has("pupils") or line.has("outcome-words") or line.counts:
        return True
    return is_asked and line.begins("sure-heads") and not s.world.hearing.is_thanks(text)


def _first_says_so(s: TurnContext, text: str) -> bool:
    """Say whether the words before the first comma are the whole answer: "sudah bu, nanti saya kirim fotonya"."""
    return _Line(s, _CLAUSE.split(text, maxsplit=1)[0]).equals("tried-words")


def _unless_thanks(s: TurnContext, text: str, reading: Reading) -> Reading | None:
    """Return a reading, unless it is doubtful and she thanks: then thanks is all it is."""
    return None if reading.is_doubtful and s.world.hearing.is_thanks(text) else reading


def _asked(line: _Line, text: str) -> Reading | None:
    """Return what only answers a question that was just put: "iya", "tidak", "sedikit", "9 anak"."""
    if line.equals("yes-words"):
        return Reading(Told.TRIED)
    if line.equals("no-words"):
        return Reading(Told.LATER)
    counts = line.counts and (len(line.bare) == 1 or line.has("pupils"))
    is_told = counts or line.equals("little-words")
    return Reading(Told.TRIED, clean_line(text)) if is_told else None


def denies(s: TurnContext, text: str, *, at_once: bool) -> bool:
    """Say whether a text tells that there was no try after all: "belum dicoba bu, salah pencet".

    ``at_once``: she said so just before, so that "belum" alone means this, too.
    """
    line = _Line(s, text)
    if at_once and line.equals("undone-words"):
        return True
    is_short = len(line.bare) <= BRIEF
    is_answer = "?" in text or line.has("pupils") or line.has("part-words")
    return is_short and line.has("denied-words") and not is_answer


def tells_of_pupils(s: TurnContext, more: str) -> bool:
    """Say whether words tell what pupils showed: "9 anak menjawab"."""
    return bool(more) and (more.isdecimal() or _Line(s, more).has("pupils"))


def _names_another_day(s: TurnContext, text: str) -> bool:
    """Say whether a text is nothing but a day to come: "besok saja bu", "Kamis", "minggu depan"."""
    days = read_day(s.world.texts, " ".join(s.world.wording.bare(text)), today(s)).days
    return bool(days) and len(text.split()) <= BRIEF and max(days) > today(s)


def _more(s: TurnContext, text: str) -> str:
    """Return her words without the "sudah, bu" before them; "" where nothing is left."""
    line, spelt = clean_line(text), s.world.wording.spelt
    lead = {word for one in s.world.texts.words("coach-check", "lead") for word in spelt(one)}
    at = 0
    for word in _WORD.finditer(line):
        if not set(spelt(word[0])) <= lead:
            at = word.start()
            break
    else:
        return ""
    return line[at:].strip(_MARKS)
