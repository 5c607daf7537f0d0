"""What a text lets one hear without asking for it: danger, tiredness, thanks, a question about the bot.

A kind is heard when one of its entries fits; the words stand in the texts. Must not judge what is answered.
"""

from enum import StrEnum
from functools import lru_cache

from bot.chat.typed.entry import TEXTS_READY, Entries, Lists, SaidText
from bot.chat.typed.wording import Wording
from bot.content.texts import Texts

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
    REGRET = "regret"
    ASTRAY = "astray"
    ANGRY = "angry"
    GRUMBLE = "grumble"
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
    *(Heard.REGRET, Heard.ASTRAY),
    *(Heard.ANGRY, Heard.GRUMBLE, Heard.TIRED, Heard.WORRIED, Heard.BUSY),
)


class About(StrEnum):
    """What she may ask about the bot; each has its entries, ``about-<value>.words``."""

    READERS = "readers"
    SOURCE = "source"
    REQUIRED = "required"
    TROUBLE = "trouble"
    OFTEN = "often"
    COORDINATOR = "coordinator"
    JOINING = "joining"
    DEVICE = "device"
    ERASING = "erasing"
    STOPPING = "stopping"
    WHEN = "when"
    HOUR = "hour"
    PLAN = "plan"
    HISTORY = "history"
    PROGRESS = "progress"
    CERTIFICATE = "certificate"
    SCHOOL = "school"
    SETTINGS = "settings"
    CONTACT = "contact"
    NEXT = "next"
    BOT = "bot"


ABOUT_HER_OWN = frozenset({About.READERS, About.HISTORY, About.CERTIFICATE})
"""What is about the bot even where a word of teaching stands in the question."""


class Hearing:
    """All entries of all kinds, ready to be compared."""

    def __init__(self, texts: Texts, wording: Wording) -> None:
        self._wording, self._lists = wording, (lists := Lists(texts, wording))
        self._polite = lists["polite"]
        self._sad = frozenset(texts.words("hearing", "sad-signs"))
        self._not = wording.spelt(texts.words("hearing", "not")[0])[0]
        self._harmless = lists.pattern_of(texts.words("hearing", "harmless"))
        self._danger = Entries(
            entry
            for field in texts.family("danger")
            for entry in lists.entries(texts.words(f"danger-{field}", "words"))
        )
        self._courtesies = frozenset(
            " ".join(word for word in wording.bare(line) if word not in self._polite)
            for line in texts.words("hearing", "courtesies")
        )
        self._heard = {kind: lists.entries(texts.words(f"heard-{kind}", "words")) for kind in Heard}
        self._about = {kind: lists.entries(texts.words(f"about-{kind}", "words")) for kind in About}
        self._weightiest = lru_cache(TEXTS_READY)(self._heard_in)

    def heard(self, text: str) -> Heard | None:
        """Return the weightiest thing a text lets one hear, or None; a turn asks several times."""
        return self._weightiest(text)

    def _heard_in(self, text: str) -> Heard | None:
        said = self._lists.said(text)
        if self._sad.intersection(text) and not any(letter.isalnum() for letter in text):
            return Heard.TIRED
        if self._is_despair(said):
            return Heard.DESPAIR
        if self._is_danger(said):
            return Heard.DANGER
        grave = said.without(self._harmless)
        if self._heard[Heard.UNSAFE].fit(grave) and not self._lists.has(said, "but"):
            return Heard.UNSAFE
        for kind in FEELINGS:
            is_told = self._heard[kind].fit(said) and not self._is_pupils_word(said, kind)
            if is_told and (kind is Heard.GRIEF or self._is_hers(said, self._heard[kind])):
                return kind
        is_praise = len(said.bare) <= PRAISE_WORDS and not self.asks_how(text)
        is_praise = is_praise and not self._lists.has(said, "topic")
        return Heard.PRAISE if is_praise and self._heard[Heard.PRAISE].fit(said) else None

    def _is_pupils_word(self, said: SaidText, kind: Heard) -> bool:
        """Say whether a pupil's own family is told of, for which there is a short answer."""
        is_told = self._lists.has(said, "pupil") and self._lists.has(said, "told")
        return kind is Heard.GRIEF and is_told

    def about(self, text: str) -> About | None:
        """Return what a text asks about the bot, or None."""
        said = self._lists.said(text)
        is_teaching = self._lists.has(said, "topic")
        for kind in About:
            if is_teaching and kind not in ABOUT_HER_OWN:
                continue
            if self._about[kind].fit(said):
                return kind
        return None

    def names_topic(self, text: str) -> bool:
        """Say whether a text has a word of teaching in it: "rubrik", "KKTP", "murid"."""
        return self._lists.has(self._lists.said(text), "topic")

    def names_class(self, text: str) -> bool:
        """Say whether a text tells of pupils, of a class or of teaching."""
        said = self._lists.said(text)
        return self._lists.has(said, "topic") or self._lists.has(said, "pupil")

    def is_question(self, text: str) -> bool:
        """Say whether a text is put as a question."""
        return "?" in text or self._lists.has(self._lists.said(text), "question")

    def asks_how(self, text: str) -> bool:
        """Say whether a text is put as a question, or begins as one: "cara mengatasi lelah"."""
        bare = self._wording.bare(text)
        return self.is_question(text) or bool(bare and bare[0] in self._lists["how"])

    def is_courtesy(self, text: str) -> bool:
        """Say whether a text holds nothing but politeness or emoji: "oke bu"; "bot ya?" asks who it is."""
        if self.about(text) is About.BOT and not self.is_thanks(text):
            return False
        if text.strip() and self._wording.is_polite(text, self._polite):
            return True
        words = [word for word in self._wording.bare(text) if word not in self._polite]
        return " ".join(words) in self._courtesies if words else self.is_thanks(text)

    def goes_on(self, text: str) -> bool:
        """Say whether a text asks to go on where she stands: "lanjut bu", "selanjutnya apa"."""
        return self.about(text) is About.NEXT

    def is_thanks(self, text: str) -> bool:
        """Say whether a text thanks."""
        return self._lists.has(self._lists.said(text), "thanks")

    def _is_despair(self, said: SaidText) -> bool:
        """Say whether she speaks of her own life, not of a pupil's, nor of one in a story."""
        entries = self._heard[Heard.DESPAIR]
        if not entries.fit(said) or self._lists.has(said, "told"):
            return False
        if self._lists.has(said, "lesson") and not self._lists.has(said, "self"):
            return False
        is_other = self._lists.has(said, "child") or self._lists.has(said, "pupil")
        return not is_other or (self._lists.has(said, "pupil") and self._is_hers(said, entries))

    def _is_danger(self, said: SaidText) -> bool:
        """Say whether a child may be in danger: rather once too often, yet not in a lesson's words."""
        grave = said.without(self._harmless)
        is_lesson = self._lists.has(said, "lesson")
        is_heard = not is_lesson or self._lists.has(said, "own")
        return any(
            entry.is_hard or (is_heard and not (entry.is_soft and is_lesson))
            for entry in self._danger.fitting(grave)
        )

    def _is_hers(self, said: SaidText, entries: Entries) -> bool:
        """Say whether a feeling is her own: nobody else is spoken of, or she says "saya" beside it."""
        if not self._lists.has(said, "pupil") and not self._lists.has(said, "parent"):
            return True
        words = said.lines[1].split()
        own = {
            at
            for at, word in enumerate(words)
            if word in self._lists["self"] and (not at or words[at - 1] not in self._lists["pupil"])
        }
        felt = {
            at
            for at, word in enumerate(words)
            if word in entries.beginnings and word not in self._lists["self"]
            if not at or words[at - 1] != self._not
        }
        return any(abs(one - other) <= NEAR for one in own for other in felt)
