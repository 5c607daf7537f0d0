"""Her own words that may be no answer: they wait in the draft of the open question for one tap.

Must not judge them. The tap takes them as they are; whoever ignores it stands where she stood, and
nothing is kept of them.
"""

from dataclasses import replace

from bot.chat.answers.likely import is_doubtful
from bot.chat.family import TABLE, Asks
from bot.chat.model import Button, Media
from bot.chat.screens.account.routes import ASIDE_SHOW, ASIDE_TAKE, MEANT_LEAVE, MEANT_STAY
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.asking import is_stale
from bot.chat.typed.line import caption_of, clean_line

SAID = "said"
"""Where the draft of a place keeps her words."""


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
    if question is None or not question.longest or question.asks & (Asks.NAME | Asks.TOLD):
        return None
    if not is_doubtful(s.world, text, place):
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


def take(s: TurnContext) -> Answer | None:
    """Take the words that wait as the answer to the question they were written at."""
    words = s.person.place.draft.get(SAID)
    if not words:
        return None
    if is_stale(s):
        return s.stay(s.say("asked-long-ago"))
    question = TABLE.questions.get(s.person.place.screen)
    return question.take(s, words) if question and question.take else None
