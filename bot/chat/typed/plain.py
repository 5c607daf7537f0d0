"""Plain text that is no answer: a command in other words, a step by its number, a greeting.

Must not draw anything; where it leads is said by the screens.
"""

from bot.chat.screens.steps import reading
from bot.chat.screens.steps.routes import STEPS_LIST, STEPS_STEP, OfPage
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.labels import words_of
from bot.chat.typed.line import comparable, trimmed
from bot.chat.world import CommandId, World
from bot.content.texts import Texts
from bot.domain.programme.programme import SectionKind, Step

NUMBER_LENGTH = 4
"""A longer number is no number of a step, but something to look up."""


def command_in(world: World, words: str) -> CommandId | None:
    """Return the command that words mean, however kindly: "halo pak" as "halo"."""
    return world.phrases.get(without_calling(world.texts, words))


WISHED = frozenset(
    {
        *(CommandId.STEPS, CommandId.TASK, CommandId.EVALUATION, CommandId.PROGRESS),
        *(CommandId.HISTORY, CommandId.JOURNAL, CommandId.PORTFOLIO, CommandId.REMINDERS),
        *(CommandId.SETTINGS, CommandId.PRIVACY, CommandId.EXPORT, CommandId.HELP),
    }
)
"""Commands that only show something: they may be wished for in more words than their own."""


def wished_command(s: TurnContext, words: str) -> CommandId | None:
    """Return the command inside a wish: "saya mau evaluasi", "lihat portofolio dong"."""
    asked = _without_wish(s, comparable(words))
    command = s.world.phrases.get(asked) if asked else None
    return command if command in WISHED else None


def without_calling(texts: Texts, words: str) -> str:
    """Return words without the form of address around them: "halo pak" as "halo"."""
    said = words.split()
    while len(said) > 1 and comparable(said[0]) in texts.words("vocatives", "before"):
        del said[0]
    while said and comparable(said[-1]) in texts.words("vocatives", "words"):
        said.pop()
    return comparable(" ".join(said))


def step_in(s: TurnContext, words: str) -> Answer | None:
    """Open the step that words name by its number, or a part of it: "langkah 1 contoh"."""
    texts = s.world.texts
    named, told = texts.words("steps", "typed"), _without_wish(s, comparable(words))
    if not told.startswith(named):
        told = comparable(words)
    asked = told
    for prefix in named:
        asked = asked.removeprefix(prefix).strip()
    number, _, part = asked.partition(" ")
    if not (number.isascii() and number.isdecimal() and len(number) <= NUMBER_LENGTH):
        return None
    step = s.programme.numbered(int(number))
    if part:
        kind = _section(step, part) if step and asked != told else None
        return reading.open_page(s, OfPage(step.slug, kind)) if step and kind else None
    if step is None:
        return s.go(STEPS_LIST(), note=s.say("note-no-step", total=len(s.programme)))
    return s.go(STEPS_STEP(step.slug))


def _without_wish(s: TurnContext, words: str) -> str:
    """Return "langkah 5" for "mau mulai langkah 5 dong": what is wished for, without the words of the wish."""
    texts = s.world.texts
    beside = {*texts.words("fillers", "words"), *texts.words("fillers", "titles")}
    before = beside | {*texts.words("steps", "asked")}
    return " ".join(trimmed(words.split(), before, beside))


def _section(step: Step, part: str) -> SectionKind | None:
    """Return the section whose name or heading begins with these words."""
    words = words_of(part)
    return next(
        (
            kind
            for kind, section in step.sections.items()
            if words == kind or f"{words_of(section.title)} ".startswith(f"{words} ")
        ),
        None,
    )


def only_greets(s: TurnContext, words: str) -> bool:
    """Say whether words are a greeting and nothing else: "selamat pagi bu", not "selamat pagi anak-anak"."""
    texts = s.world.texts
    said = without_calling(texts, words)
    greetings = {*texts.words("greeting-whole", "words")}
    for member in texts.family("greeting-back"):
        greetings |= {*texts.words(f"greeting-back-{member}", "words")}
    return said in greetings or s.world.hearing.is_courtesy(words)


def greeting_for(s: TurnContext, words: str) -> str | None:
    """Return an equal greeting; which one was used is not stored (it may tell a religion)."""
    texts = s.world.texts
    if without_calling(texts, words) in texts.words("greeting-whole", "words"):
        return s.say("greeting-whole", address=s.address)
    for member in texts.family("greeting-back"):
        said = texts.words(f"greeting-back-{member}", "words")
        if any(words == word or words.startswith(f"{word} ") for word in said):
            return texts.tell("greeting-back", member, address=s.address)
    return None
