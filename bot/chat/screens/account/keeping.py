"""Her own words that may be no answer: they wait in the draft of the open question for one tap.

Must not judge them. The tap takes them as they are; whoever ignores it stands where she stood, and
nothing is kept of them.
"""

from dataclasses import replace
from re import compile as pattern

from bot.chat.answers.likely import is_doubtful
from bot.chat.answers.numbers import numbers_in
from bot.chat.answers.pupil_named import names_a_pupil
from bot.chat.family import TABLE, Asks
from bot.chat.model import Button, Media
from bot.chat.screens.account.routes import ASIDE_SHOW, ASIDE_TAKE, MEANT_LEAVE, MEANT_STAY
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.asking import is_stale
from bot.chat.typed.line import caption_of, clean_line

SAID = "said"
"""Where the draft of a place keeps her words."""


SENTENCES = 100
"""Characters; an answer that may be as long has sentences, of which the first may be kept."""

_END = pattern(r"[.!?…](?=\s)")

COUNTED = frozenset(
    {
        *("coach.pupils", "coach.group", "coach.words", "coach.private"),
        *("evaluation.private", "history.write"),
    }
)
"""Places about her own class at which a mere number may be an answer."""

HINTED = frozenset(
    {
        *("evaluation.intention", "evaluation.line", "evaluation.how"),
        *("evaluation.planhow", "evaluation.wenthow", "coach.group"),
    }
)
"""Places at which words that seem to name a pupil wait for a tap; others have a screen of their own for that."""


def waits(s: TurnContext, text: str) -> tuple[TurnContext, Button | None]:
    """Return the situation with her words in the draft and the button that takes them, if any may."""
    place, words = s.person.place, clean_line(text)
    question = TABLE.questions.get(place.screen)
    if question is None or not words or len(words) > question.longest:
        return s, None
    draft = {**place.draft, SAID: words}
    kept = s.change(replace(s.person, place=replace(place, draft=draft)))
    name = "name" if question.asks & Asks.NAME else place.screen.replace(".", "-")
    return kept, s.button("keep", name, ASIDE_TAKE(SAID), name=words)


def beside(s: TurnContext, text: str, answer: Answer) -> Answer:
    """Return a short answer with the button that takes her words after all put first."""
    kept, button = waits(s, text)
    if answer.person.place != s.person.place:
        return answer
    if answer.instead is None and TABLE.asks(s.person.place) & Asks.NAME and button:
        draft = {**s.person.place.draft, "offered": clean_line(text)}
        place = replace(s.person.place, draft=draft)
        return replace(answer, person=replace(answer.person, place=place))
    if answer.instead is None or button is None:
        return answer
    person = replace(answer.person, place=kept.person.place)
    shown = answer.instead.rows
    at = 1 if shown and shown[0][0].data.startswith("offer:") else 0
    ways = (*shown[:at], *rows(button), *shown[at:])
    return replace(answer, person=person, instead=replace(answer.instead, rows=ways))


def caption_too(s: TurnContext, event: Media, answer: Answer) -> Answer:
    """Return what is said of a file that is not kept, with the button that keeps what is written below it."""
    words, screen = caption_of(event), answer.instead
    if (
        screen is None
        or screen.rows
        or answer.person != s.person
        or not any(map(str.isalpha, words))
    ):
        return answer
    kept, button = waits(s, words)
    if button is None:
        return answer
    text = f"{screen.text}\n\n{s.say('keep-caption', words=words)}"
    return replace(kept.short(text, rows(button)), changes=answer.changes, effects=answer.effects)


def ask(s: TurnContext, text: str) -> Answer | None:
    """Ask whether her words are the answer, if they are doubtful where a tap may keep them."""
    question, place = TABLE.questions.get(s.person.place.screen), s.person.place.screen
    if question is None or not question.longest or question.asks & Asks.NAME:
        return None
    if (shorter := _shorter(s, clean_line(text), question.longest)) is not None:
        return shorter
    if place in HINTED and _names_a_pupil(s, text):
        return _hint(s, text)
    is_told = bool(question.asks & Asks.TOLD)
    if not (_is_mere_number(s, text) if is_told else is_doubtful(s.world, text, place)):
        return None
    kept, button = waits(s, text)
    return kept.short(
        s.say("keep"),
        rows(
            button,
            s.button("keep", "examples", ASIDE_SHOW()),
            (s.button("keep", "later", MEANT_LEAVE()), s.button("aside", "back", MEANT_STAY())),
        ),
    )


def _shorter(s: TurnContext, line: str, longest: int) -> Answer | None:
    """Offer to keep the beginning of a text that is too long, in whole sentences."""
    if len(line) <= longest or longest < SENTENCES or TABLE.asks(s.person.place) & Asks.OUTWARD:
        return None
    kept, button = waits(s, beginning(line, longest))
    if button is None:
        return None
    first = replace(button, label=s.world.texts.label("keep", "first", limit=longest))
    told = s.say("ask-long", limit=longest, length=len(line))
    return kept.short(told, rows(first, s.button("aside", "back", MEANT_STAY())))


def beginning(line: str, longest: int) -> str:
    """Return the sentences a text begins with, as many as fit; else its words."""
    cut = line[: longest + 1]
    ends = [found.end() for found in _END.finditer(cut) if found.end() <= longest]
    at = ends[-1] if ends and ends[-1] >= longest // 2 else cut.rfind(" ")
    return (line[:at] if at > 0 else line[:longest]).strip()


def _is_mere_number(s: TurnContext, text: str) -> bool:
    """Say whether a text is a number and nothing else where a sentence is asked for."""
    if s.person.place.screen in COUNTED:
        return False
    return bool(numbers_in(s.world.texts, s.world.wording, text).named)


def _names_a_pupil(s: TurnContext, text: str) -> bool:
    """Say whether a text seems to name a pupil; a class may bear somebody's name, behind its number."""
    texts = s.world.texts
    if s.person.place.screen == "coach.group" and not names_a_pupil(
        texts, text.split(maxsplit=1)[0]
    ):
        return False
    return names_a_pupil(texts, text)


def _hint(s: TurnContext, text: str) -> Answer | None:
    kept, button = waits(s, text)
    if button is None:
        return None
    keep = replace(button, label=s.world.texts.label("coach-private", "keep"))
    back = s.button("aside", "back", MEANT_STAY())
    return kept.short(s.say("coach-private", words=clean_line(text)), rows(keep, back))


def take(s: TurnContext) -> Answer | None:
    """Take the words that wait as the answer to the question they were written at."""
    words = s.person.place.draft.get(SAID)
    if not words:
        return None
    if is_stale(s):
        return s.stay(s.say("asked-long-ago"))
    question = TABLE.questions.get(s.person.place.screen)
    return question.take(s, words) if question and question.take else None
