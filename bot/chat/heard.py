"""What a text lets one hear without asking for it: danger, tiredness, thanks, a question about the bot.

A kind is heard when all words of one of its entries occur, in whatever order and spelling; the words
stand in the texts. Must not judge what is answered.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from re import compile as pattern

from bot.chat.wording import Wording
from bot.content.texts import Texts

_ENDING = pattern(r"(?<=\w{3})(?:nya|ku|mu|kah|lah)(?= )")
"""Endings that change nothing here: "muridku", "jawabannya"."""

_AFTER_N = pattern(r"(?<=\w{3}n)ya(?= )")
"""The ending behind an n with which its own has become one: "tanganya"."""

_SET = "@"
"""Marks a word of an entry that stands for any word of the list with that name."""

_ALONE = "="
"""Marks an entry that is heard only when nothing else is said."""

SETS = (
    *("pupil", "mate", "self", "question", "thanks", "polite", "but", "topic"),
    *("child", "adult", "own", "lesson", "hurt", "hurting", "mocked", "near", "told"),
)
"""The lists of words; each is an attribute of ``hearing``."""

_SOFT = "~"
"""Marks an entry that is not heard where a lesson is spoken of."""

NEAR = 2
"""A feeling is her own when "saya" stands so many words from it: "saya capek", "capek saya"."""


class Heard(StrEnum):
    """What may be heard, the weightiest first; each has its entries, ``heard-<value>.words``."""

    DESPAIR = "despair"
    DANGER = "danger"
    UNSAFE = "unsafe"
    GRIEF = "grief"
    HURT = "hurt"
    PAY = "pay"
    ALONE = "alone"
    CLUMSY = "clumsy"
    ANGRY = "angry"
    TIRED = "tired"
    WORRIED = "worried"
    BUSY = "busy"
    PRAISE = "praise"


PRAISE_WORDS = 4
"""More words than so many are about something else: "contoh rubrik yang bagus untuk kelas 4"."""

GRAVE = frozenset({Heard.DESPAIR, Heard.DANGER, Heard.UNSAFE})
"""What is answered first, whoever else it may be meant for."""

FEELINGS = (
    *(Heard.GRIEF, Heard.HURT, Heard.PAY, Heard.ALONE, Heard.CLUMSY),
    *(Heard.ANGRY, Heard.TIRED, Heard.WORRIED, Heard.BUSY),
)


class About(StrEnum):
    """What she may ask about the bot; each has its entries, ``about-<value>.words``."""

    READERS = "readers"
    SOURCE = "source"
    REQUIRED = "required"
    TROUBLE = "trouble"
    OFTEN = "often"
    JOINING = "joining"
    DEVICE = "device"
    ERASING = "erasing"
    STOPPING = "stopping"
    WHEN = "when"
    HOUR = "hour"
    PLAN = "plan"
    PROGRESS = "progress"
    CERTIFICATE = "certificate"
    SCHOOL = "school"
    SETTINGS = "settings"
    CONTACT = "contact"
    NEXT = "next"
    BOT = "bot"


ABOUT_HER_OWN = frozenset({About.READERS, About.CERTIFICATE})
"""What is about the bot even where a word of teaching stands in the question."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Words that must all occur: for each the choices, of which one must."""

    words: tuple[tuple[str, ...], ...]
    is_alone: bool
    is_soft: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A text as it is compared."""

    lines: tuple[str, ...]
    """All words in one spelling, as they are and without their endings."""

    bare: tuple[str, ...]
    """Those that carry a meaning."""

    alone: str
    """The same without "saya"."""


class Hearing:
    """All entries of all kinds, ready to be compared."""

    def __init__(self, texts: Texts, wording: Wording) -> None:
        self._wording = wording
        self._sets = {
            name: tuple(self._told(word) for word in texts.words("hearing", name)) for name in SETS
        }
        self._polite = frozenset(self._sets["polite"])
        self._harmless = pattern(
            "|".join(self._phrase(line) for line in texts.words("hearing", "harmless"))
        )
        self._danger = tuple(
            entry
            for field in texts.family("danger")
            for entry in self._entries(texts.words(f"danger-{field}", "words"))
        )
        self._courtesies = frozenset(
            " ".join(word for word in wording.bare(line) if word not in self._polite)
            for line in texts.words("hearing", "courtesies")
        )
        self._heard = {kind: self._entries(texts.words(f"heard-{kind}", "words")) for kind in Heard}
        self._about = {kind: self._entries(texts.words(f"about-{kind}", "words")) for kind in About}

    def heard(self, text: str) -> Heard | None:
        """Return the weightiest thing a text lets one hear, or None."""
        said = self._said(text)
        if self._is_despair(said):
            return Heard.DESPAIR
        if self._is_danger(said):
            return Heard.DANGER
        grave = self._without_harmless(said)
        if _fits(grave, self._heard[Heard.UNSAFE]) and not self._has(said, "but"):
            return Heard.UNSAFE
        for kind in FEELINGS:
            is_told = _fits(said, self._heard[kind])
            if is_told and (kind is Heard.GRIEF or self._is_hers(said, self._heard[kind])):
                return kind
        is_praise = len(said.bare) <= PRAISE_WORDS and not self.is_question(text)
        is_praise = is_praise and not self._has(said, "topic")
        return Heard.PRAISE if is_praise and _fits(said, self._heard[Heard.PRAISE]) else None

    def about(self, text: str) -> About | None:
        """Return what a text asks about the bot, or None."""
        said = self._said(text)
        is_teaching = self._has(said, "topic")
        for kind in About:
            if is_teaching and kind not in ABOUT_HER_OWN:
                continue
            if _fits(said, self._about[kind]):
                return kind
        return None

    def is_question(self, text: str) -> bool:
        """Say whether a text is put as a question."""
        return "?" in text or self._has(self._said(text), "question")

    def is_courtesy(self, text: str) -> bool:
        """Say whether a text holds nothing but politeness or emoji: "oke bu", "terima kasih ya 🙏"."""
        if text.strip() and self._wording.is_polite(text, self._polite):
            return True
        words = [word for word in self._wording.bare(text) if word not in self._polite]
        return " ".join(words) in self._courtesies if words else self.is_thanks(text)

    def goes_on(self, text: str) -> bool:
        """Say whether a text asks to go on where she stands: "lanjut bu", "selanjutnya apa"."""
        return self.about(text) is About.NEXT

    def is_thanks(self, text: str) -> bool:
        """Say whether a text thanks."""
        return self._has(self._said(text), "thanks")

    def _is_despair(self, said: Said) -> bool:
        """Say whether she speaks of her own life, not of a pupil's, nor of one in a story."""
        entries = self._heard[Heard.DESPAIR]
        if not _fits(said, entries) or self._has(said, "told"):
            return False
        if self._has(said, "lesson") and not self._has(said, "self"):
            return False
        is_other = self._has(said, "child") or self._has(said, "pupil")
        return not is_other or (self._has(said, "pupil") and self._is_hers(said, entries))

    def _is_danger(self, said: Said) -> bool:
        """Say whether a child may be in danger: rather once too often, yet not in a lesson's words."""
        grave = self._without_harmless(said)
        is_lesson = self._has(said, "lesson")
        is_heard = not is_lesson or self._has(said, "own")
        return any(
            is_heard and not (entry.is_soft and is_lesson)
            for entry in self._danger
            if _fits(grave, (entry,))
        )

    def _without_harmless(self, said: Said) -> Said:
        """Return what is said without what sounds grave and is not: "memukul bola"."""
        return replace(said, lines=tuple(self._harmless.sub(" ", line) for line in said.lines))

    def _phrase(self, line: str) -> str:
        """Return words that stand side by side as a pattern; "a/b" is one of both."""
        parts = ("|".join(map(self._told, part.split("/"))) for part in line.split())
        return " " + " ".join(f"(?:{part})" for part in parts) + "(?= )"

    def _entries(self, lines: Iterable[str]) -> tuple[Entry, ...]:
        return tuple(self._entry(line) for line in lines)

    def _entry(self, line: str) -> Entry:
        is_alone, is_soft = line.startswith(_ALONE), line.startswith(_SOFT)
        parts = line.removeprefix(_ALONE).removeprefix(_SOFT).split()
        return Entry(
            tuple(
                self._sets[part[1:]]
                if part.startswith(_SET)
                else tuple(self._told(choice) for choice in part.split("/"))
                for part in parts
            ),
            is_alone=is_alone,
            is_soft=is_soft,
        )

    def _told(self, choice: str) -> str:
        return " ".join(self._wording.spelt(choice.replace("_", " ")))

    def _said(self, text: str) -> Said:
        line = f" {' '.join(self._wording.spelt(text))} "
        bare = self._wording.bare(text)
        own = [word for word in bare if word not in self._sets["self"]]
        return Said(
            (line, _ENDING.sub("", line), _AFTER_N.sub("", line)),
            tuple(bare),
            " ".join(own or bare),
        )

    def _has(self, said: Said, name: str) -> bool:
        return _occurs(self._sets[name], said.lines)

    def _is_hers(self, said: Said, entries: tuple[Entry, ...]) -> bool:
        """Say whether a feeling is her own: no pupil is spoken of, or she says "saya" beside it."""
        if not self._has(said, "pupil"):
            return True
        words = said.lines[1].split()
        own = {
            at
            for at, word in enumerate(words)
            if word in self._sets["self"] and (not at or words[at - 1] not in self._sets["pupil"])
        }
        felt = {
            at
            for entry in entries
            for choices in entry.words
            for choice in choices
            for at, word in enumerate(words)
            if word == choice.split()[0] and word not in self._sets["self"]
        }
        return any(abs(one - other) <= NEAR for one in own for other in felt)


def _fits(said: Said, entries: tuple[Entry, ...]) -> bool:
    return any(
        entry.words[0][0] in (said.alone, " ".join(said.bare))
        if entry.is_alone
        else all(_occurs(choices, said.lines) for choices in entry.words)
        for entry in entries
    )


def _occurs(choices: tuple[str, ...], lines: tuple[str, ...]) -> bool:
    return any(f" {choice} " in line for line in lines for choice in choices)
