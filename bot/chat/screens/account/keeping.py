"""Her own words that may be no answer: they wait in the draft of the open question for one tap.

Must not judge them. The tap takes them as they are; whoever ignores it stands where she stood, and
nothing is kept of them.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.chat.answers.likely import is_doubtful
from bot.chat.model import Button
from bot.chat.screens.account import questions
from bot.chat.screens.account.routes import ASIDE_SHOW, ASIDE_TAKE, MEANT_LEAVE, MEANT_STAY
from bot.chat.screens.evaluation import closing as evaluation_closing
from bot.chat.screens.evaluation import plan as evaluation_plan
from bot.chat.screens.school import join
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.asking import is_stale
from bot.chat.typed.line import clean_line

SAID = "said"
"""Where the draft of a place keeps her words."""

LONGEST: Mapping[str, int] = {
    "evaluation.intention": evaluation_closing.INTENTION_LENGTH,
    "evaluation.line": evaluation_plan.LINE_LENGTH,
    "ask.subject": questions.SUBJECT_LENGTH,
    "ask.nickname": questions.NICKNAME_LENGTH,
    "join.name": join.NAME_LENGTH,
}
"""The places whose answer may be taken by a tap, and its most characters."""

NAMES = frozenset({"ask.nickname", "join.name"})
"""Those that ask for a name."""


def waits(s: TurnContext, text: str) -> tuple[TurnContext, Button | None]:
    """Return the situation with her words in the draft and the button that takes them, if any may."""
    place, words = s.person.place, clean_line(text)
    if not words or len(words) > LONGEST.get(place.screen, 0):
        return s, None
    draft = {**place.draft, SAID: words}
    kept = s.change(replace(s.person, place=replace(place, draft=draft)))
    name = place.screen.replace(".", "-") if place.screen not in NAMES else "name"
    return kept, s.button("keep", name, ASIDE_TAKE(SAID), name=words)


def beside(s: TurnContext, text: str, answer: Answer) -> Answer:
    """Return a short answer with the button that takes her words after all put first."""
    kept, button = waits(s, text)
    if answer.person.place != s.person.place:
        return answer
    if answer.instead is None and s.person.place.screen in NAMES and button:
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


def ask(s: TurnContext, text: str) -> Answer | None:
    """Ask whether her words are the answer, if they are doubtful where a tap may keep them."""
    place = s.person.place.screen
    if place not in LONGEST or place in NAMES or not is_doubtful(s.world, text, place):
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
    match s.person.place.screen:
        case "evaluation.intention":
            return evaluation_closing.typed(s, words)
        case "evaluation.line":
            return evaluation_plan.typed(s, words)
        case "ask.subject":
            return questions.take_subject(s, words)
        case "ask.nickname":
            return questions.take_nickname(s, words)
        case "join.name":
            return join.take_as(s, words)
        case _:
            return None
