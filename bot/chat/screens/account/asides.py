"""Instead of an answer: she asks for an example, leaves the question for later, or passes it.

Must not store what she typed. An example is taken by a tap, and may be changed like any answer.
"""

from dataclasses import replace

from bot.chat.answers.likely import asks_example
from bot.chat.answers.numbers import numbers_in
from bot.chat.family import TABLE, Asks, Done
from bot.chat.guard import done
from bot.chat.model import Button
from bot.chat.screens.account import help as help_screens
from bot.chat.screens.account import keeping, meant
from bot.chat.screens.account import routes as to
from bot.chat.screens.account.routes import Example
from bot.chat.screens.bringing_back import question
from bot.chat.screens.closing.suggestions import plan_examples, suggestions
from bot.chat.screens.coach_answers.phrases import without
from bot.chat.screens.evaluation.course import find
from bot.chat.screens.evaluation.items import level_examples
from bot.chat.screens.evaluation.routes import (
    EVALUATION_INTENTION,
    EVALUATION_ITEM,
    EVALUATION_LINE,
)
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.wording import Wish
from bot.domain.evaluation.development_plan import PlanLine
from bot.domain.evaluation.evaluation import EvaluationPart

NAMING_WORDS = 4
"""More words than so many say more than which example is meant."""

ALIKE = {
    "ownname.name": "join.name",
    "teacher.name": "join.name",
    "sdata.name": "admin.new",
}
"""Places that ask for the same as another one."""


def is_helped(s: TurnContext) -> bool:
    """Say whether the place asks for something an example may be shown of."""
    return bool(TABLE.asks(s.person.place) & (Asks.HELP | Asks.WORDS | Asks.RENAME | Asks.CHOICE))


def asked_for_help(s: TurnContext, text: str) -> Answer | None:
    """Show examples to whoever says no more than that she is at a loss; None if none is open."""
    if not is_helped(s):
        return None
    asks = "?" in text and not text.strip(" ?!.")
    asks = asks or asks_example(s.world, text)
    return show_examples(s) if asks or s.world.wording.wish(text, (Wish.HELP,)) else None


def instead_of_answer(s: TurnContext, text: str) -> Answer | None:
    """Answer what is no answer to the open question; None if it may be one, or none is open."""
    place = s.person.place.screen
    if not is_helped(s):
        return None
    wording = s.world.wording
    if not any(c.isalnum() for c in text) and "?" not in text:
        return None
    wish = wording.wish(text, (Wish.LATER, Wish.SKIP, Wish.HELP))
    if wish is Wish.LATER:
        return later(s)
    if wish is Wish.SKIP:
        return skip(s) or later(s)
    if wish is Wish.HELP or not any(c.isalnum() for c in text):
        return show_examples(s)
    is_spoken = place == "siar.write" or bool(TABLE.asks(s.person.place) & Asks.SPOKEN)
    if is_spoken and _is_for_pupils(s, text):
        return None
    is_own = bool(TABLE.asks(s.person.place) & Asks.WORDS) and place != to.ASK_SUBJECT.name
    begins_so = s.world.hearing.asks_how(text) and (is_spoken or not is_own)
    asks = begins_so or wording.is_question(text)
    if not asks or wording.numbers(text):
        return None
    if is_spoken and (place == "siar.write" or not _is_about_teaching(s, text)):
        return None
    return beside(s, help_screens.look_up(s, text))


def _is_about_teaching(s: TurnContext, text: str) -> bool:
    """Say whether a text asks for what teachers ask: it has a short answer, and a word of theirs in it."""
    return s.world.hearing.names_topic(text) and s.world.search.ask(text).answer is not None


def _is_for_pupils(s: TurnContext, text: str) -> bool:
    """Say whether a question is put to pupils: "Apa yang kalian lihat?", or stands in quotation marks."""
    said = f" {' '.join(s.world.wording.spelt(text))} "
    told = s.world.texts.words("sentence", "to-pupils")
    spelt = (" ".join(s.world.wording.spelt(one)) for one in told)
    return text.lstrip().startswith(("“", '"', "«")) or any(f" {one} " in said for one in spelt)


def beside(s: TurnContext, answer: Answer) -> Answer:
    """Show a page of help beside the open question, which stays open."""
    screen = answer.person.place.screen
    show = TABLE.shows.get(screen)
    if not is_helped(s) or show is None or not screen.startswith("help."):
        return answer
    if screen == "help.unknown":
        return replace(show_examples(s), searched=answer.searched)
    there = show(s.change(answer.person), answer.person.place.args)
    back = s.button("aside", "back", to.MEANT_STAY())
    found = tuple(row for row in there.rows if all(b.data.startswith("steps:") for b in row))
    text = "\n\n".join(part for part in (there.text, question(s)) if part)
    ways = (*found[:-1], *rows((*found[-1], back))) if found else rows(back)
    return replace(s.short(text, ways), searched=answer.searched)


def later(s: TurnContext) -> Answer:
    """Leave the question kindly; it can be taken up again."""
    question = TABLE.questions.get(s.person.place.screen)
    left = question.later(s) if question and question.later else None
    return left or meant.leave(s)


def skip(s: TurnContext) -> Answer | None:
    """Pass the question where that is allowed; None elsewhere."""
    question = TABLE.questions.get(s.person.place.screen)
    return question.skip(s) if question and question.skip else None


def show_examples(s: TurnContext) -> Answer:
    """Show what an answer could look like, beside the question."""
    place = s.person.place
    if item := EVALUATION_ITEM.at(place):
        return level_examples(s, item) or s.stay()
    if TABLE.asks(place) & Asks.CHOICE:
        return s.short(s.say("aside-step"), rows(s.button("aside", "back", to.MEANT_STAY())))
    examples = _examples(s)
    key = ALIKE.get(place.screen, place.screen).replace(".", "-")
    if not examples:
        text = s.world.texts.tell("aside", key)
        return s.short(text, rows(s.button("aside", "back", to.MEANT_STAY())))
    lines = [
        s.say("aside-line", number=number, words=words)
        for number, (_, words) in enumerate(examples, start=1)
    ]
    return s.short("\n\n".join((s.world.texts.tell("aside", key), *lines)), _takes(s, examples))


def _takes(s: TurnContext, examples: tuple[tuple[str, str], ...]) -> tuple[tuple[Button, ...], ...]:
    quarter, line = _asked(s) or ("", EvaluationPart.INTENTION)
    return rows(
        *(
            s.button("aside", "take", to.ASIDE_TAKE(quarter, line, name), number=number)
            for number, (name, _) in enumerate(examples, start=1)
        ),
        s.button("aside", "back", to.MEANT_STAY()),
    )


def _asked(s: TurnContext) -> tuple[str, PlanLine | EvaluationPart] | None:
    """Return the quarter and the line that is asked for, None elsewhere."""
    if at := EVALUATION_INTENTION.at(s.person.place):
        return at.quarter, EvaluationPart.INTENTION
    line = EVALUATION_LINE.at(s.person.place)
    return (line.quarter, line.line) if line else None


def _examples(s: TurnContext) -> tuple[tuple[str, str], ...]:
    """Return examples, each with its name: of her focus steps first, then of those judged lowest."""
    asked = _asked(s)
    if asked is None:
        return ()
    quarter, line = asked
    evaluation = find(s.person, quarter)
    if isinstance(line, PlanLine):
        return plan_examples(s, evaluation, line)
    return suggestions(s, evaluation) if evaluation else ()


def _known(s: TurnContext, at: Example) -> str | None:
    """Return an example that is there but not among those shown now: her focus may have changed."""
    texts, name = s.world.texts, at.name
    if not name or at.line is None:
        return None
    if name.startswith(f"{at.line}-") and name in texts.family("plan-example"):
        return texts.pick("plan-example", name)
    fits = at.line in (PlanLine.GOAL, EvaluationPart.INTENTION) and name in texts.family(
        "intention-example"
    )
    return texts.pick("intention-example", name) if fits else None


def nth_said(s: TurnContext, text: str) -> Answer | None:
    """Take "1" or "yang kedua" as the example of that number, as its button does; None for other words."""
    examples, asked = _examples(s), _asked(s)
    if asked is None or len(text.split()) > NAMING_WORDS:
        return None
    left = without(s, text, "examples")
    numbers = numbers_in(s.world.texts, s.world.wording, left)
    if len(numbers.named) != 1 or numbers.doubtful or not 1 <= numbers.named[0] <= len(examples):
        return None
    quarter, line = asked
    return take(s, Example(quarter, line, examples[numbers.named[0] - 1][0]))


def take(s: TurnContext, at: Example) -> Answer | None:
    """Take an example as the answer, while its question is open, or her own words in the draft."""
    if at == Example(keeping.SAID):
        return keeping.take(s)
    words = dict(_examples(s)).get(at.name or "") or _known(s, at)
    if words is None or _asked(s) != (at.quarter, at.line):
        return None
    question = TABLE.questions[s.person.place.screen]
    answer = question.take(s, words) if question.take else None
    return replace(answer, note=s.say("aside-taken", words=words)) if answer else None


def show(s: TurnContext) -> Answer | None:
    """Show examples for the open question."""
    return show_examples(s) if is_helped(s) else None


VERBS: tuple[Done, ...] = (
    done(to.ASIDE_TAKE, take),
    done(to.ASIDE_SHOW, show),
)
