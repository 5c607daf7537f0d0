"""Whether words at an open question are likely the answer: judged by how they begin and how many they are.

Must not hold words, and must not decide what is done: sure words are taken, doubtful ones asked about.
"""

from functools import lru_cache
from re import compile as pattern

from bot.chat.typed.heard import Heard
from bot.chat.typed.wording import Wish, Wording
from bot.chat.world import World

LEAST = 3
"""Words with a meaning of their own; fewer are hardly an intention or a line of a plan."""

FEW = 6
"""Words with a meaning of their own; more ask for something of their own, too."""

MANY = 4
"""Words with a meaning of their own; so many may be an answer although something else was heard."""

WRITTEN = frozenset({"evaluation.intention", "evaluation.line"})
"""Places that ask for a sentence; a subject may be one word."""

_VERB = pattern(r"(?:me|ber)[a-z]{3,}")
"""An active verb as Indonesian forms it: "membaca", "bertanya"."""


def is_intended(world: World, text: str) -> bool:
    """Say whether a text begins as an intention does: "saya akan", or with a verb."""
    words = _bare(world, text)
    if not words or begins(world, words, "asks"):
        return False
    first = words[0] if words[0] not in _self(world) or len(words) == 1 else words[1]
    is_verb = bool(_VERB.fullmatch(first)) and first not in world.texts.words(
        "sentence", "no-verbs"
    )
    return is_verb or begins(world, words, "openers")


def may_be_kept(world: World, text: str) -> bool:
    """Say whether words in which something else was heard may be her answer after all."""
    heard = world.hearing.heard(text)
    if heard is Heard.DESPAIR:
        return False
    if is_intended(world, text):
        return True
    return heard is not Heard.DANGER and len(_own(world, text)) >= MANY


def tells(world: World, text: str) -> bool:
    """Say whether a feeling is told of rather than said: with a reason, or in many words."""
    words = world.wording.spelt(text)
    reasons = [one.split() for one in world.texts.words("sentence", "reasons")]
    gives_one = any(list(words[: len(one)]) == one for one in reasons)
    return gives_one or len(_own(world, text)) >= MANY


def is_doubtful(world: World, text: str, place: str) -> bool:
    """Say whether a text is to be asked about before it is kept at this place."""
    words = _bare(world, text)
    if not any(letter.isalpha() for letter in text):
        return True
    if begins(world, words, "asks") or (
        words and words[-1] in world.texts.words("sentence", "ends")
    ):
        return True
    if words[1:2] == ["tidak"] and len(words) <= LEAST:
        return True
    calls = bool(set(world.wording.spelt(text)) & set(world.texts.words("fillers", "titles")))
    if calls and not begins(world, words, "openers"):
        return place in WRITTEN or len(words) != 1
    return place in WRITTEN and not _enough(world, text)


def asks_example(world: World, text: str) -> bool:
    """Say whether an example is asked for, of nothing but what is asked: "bisa dicontohin yang SMP?"."""
    words = _bare(world, text)
    if not begins(world, words, "asks") or len(words) > FEW or world.hearing.names_topic(text):
        return False
    line = f" {' '.join(world.wording.spelt(text))} "
    said = _spelt(world.wording, world.texts.words("sentence", "example"))
    return any(f" {one} " in line for one in said)


def _enough(world: World, text: str) -> bool:
    return len(_own(world, text)) >= LEAST


def begins(world: World, words: list[str], kind: str) -> bool:
    """Say whether the words begin with one of the phrases of a list of ``sentence``."""
    line = f"{' '.join(words)} "
    phrases = _spelt(world.wording, world.texts.words("sentence", kind))
    return any(line.startswith(f"{one} ") for one in phrases)


@lru_cache(16)
def _spelt(wording: Wording, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return phrases in their one spelling: each text is compared with the same few lists."""
    return tuple(" ".join(wording.spelt(one)) for one in phrases)


def _bare(world: World, text: str) -> list[str]:
    return world.wording.bare(text)


def _own(world: World, text: str) -> list[str]:
    return [word for word in _bare(world, text) if word not in _self(world)]


def _self(world: World) -> tuple[str, ...]:
    return world.texts.words("hearing", "self")


ASIDE = (Wish.LATER, Wish.SKIP, Wish.HELP)
"""What surely is no answer."""
