"""Answers what she lets one hear: danger, tiredness, thanks, a question about the bot itself.

Each answer is a short word of its own: it moves nothing and keeps nothing of what was written.
"""

from collections.abc import Mapping

from bot.chat.button import Emoji
from bot.chat.family import TABLE, Asks
from bot.chat.files.sending import Paper
from bot.chat.model import Button, Rows
from bot.chat.routes import button_to
from bot.chat.screens.account.help import sure_way, ways_to, worry_in
from bot.chat.screens.account.menu import continue_button, evaluation_button
from bot.chat.screens.account.routes import HELP_ANSWER, HELP_MAIN, PRIVACY_MAIN, SETTINGS_MAIN
from bot.chat.screens.bringing_back import question
from bot.chat.screens.coaching.words import promise_said, where
from bot.chat.screens.evaluation.course import window_next
from bot.chat.screens.evaluation.quarter_words import quarter_name
from bot.chat.screens.evaluation.routes import EVALUATION_ANSWERS, EVALUATION_OPEN
from bot.chat.screens.evaluation.words import steps_words
from bot.chat.screens.history.routes import LIST as HISTORY_LIST
from bot.chat.screens.portfolio.home import PAGE_KB
from bot.chat.screens.portfolio.routes import PAPER
from bot.chat.screens.reminders.reminders import next_message
from bot.chat.screens.reminders.routes import REMIND_MAIN, WISH_ASK
from bot.chat.screens.school.routes import JOIN_MAIN
from bot.chat.screens.school.window_words import windows_words
from bot.chat.screens.steps.routes import PROGRESS_MAIN, STEPS_LIST
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.typed.heard import FEELINGS, About, Heard
from bot.content.texts import Html
from bot.domain.calendar.quarter import local
from bot.domain.coaching.progress import done_count
from bot.domain.evaluation.evaluation import finished
from bot.domain.person.person import Place
from bot.domain.reminders.check_back import open_promise

HITS = 2
"""How many places are offered beside a word about safety."""

GREETING = 3
"""Words; in so few a greeting is all: "selamat pagi bu"."""

STORY = 14
"""Words; what is asked about the bot is said in fewer."""

WAYS: Mapping[About, Place] = {
    About.READERS: PRIVACY_MAIN(),
    About.SOURCE: PRIVACY_MAIN(),
    About.REQUIRED: HELP_MAIN(),
    About.TROUBLE: HELP_MAIN(),
    About.OFTEN: REMIND_MAIN(),
    About.COORDINATOR: HELP_MAIN(),
    About.JOINING: JOIN_MAIN(),
    About.DEVICE: HELP_MAIN(),
    About.ERASING: PRIVACY_MAIN(),
    About.STOPPING: REMIND_MAIN(),
    About.WHEN: EVALUATION_OPEN(),
    About.HOUR: REMIND_MAIN(),
    About.HISTORY: HISTORY_LIST(),
    About.PROGRESS: PROGRESS_MAIN(),
    About.CERTIFICATE: STEPS_LIST(),
    About.SCHOOL: JOIN_MAIN(),
    About.SETTINGS: SETTINGS_MAIN(),
    About.CONTACT: HELP_MAIN(),
    About.BOT: HELP_MAIN(),
}
"""Where each answer leads; a plan leads to its quarter, what comes next to the place itself."""


def answer(s: TurnContext, text: str, *, is_asked: bool) -> Answer | None:
    """Answer what a text lets one hear; None for anything else.

    With ``is_asked`` a question waits for her words: then only what is put as a question is one about
    the bot.
    """
    hearing = s.world.hearing
    heard = hearing.heard(text)
    if heard in (Heard.DESPAIR, Heard.DANGER):
        fitting = s.world.texts.words("heard-beside", "danger") if heard is Heard.DANGER else ()
        return s.short(kind_word(s, heard), rows(sure_way(s, text, fitting), s.menu_button()))
    if heard is Heard.UNSAFE:
        found = ways_to(s, text)[:HITS]
        return s.short(kind_word(s, heard), rows(*found, s.menu_button()))
    is_question = hearing.is_question(text)
    about = None if _is_story(s, text) else hearing.about(text)
    is_passed = about is About.NEXT and bool(TABLE.asks(s.person.place) & Asks.WAITS)
    if about and (is_question or not (is_asked or is_passed)):
        return s.short(*_about(s, about))
    if heard in FEELINGS and not (hearing.asks_how(text) and ways_to(s, text)):
        return _felt(s, text, heard)
    if heard is Heard.PRAISE and not is_asked:
        return s.short(kind_word(s, heard))
    return None


def _felt(s: TurnContext, text: str, heard: Heard) -> Answer:
    """Answer a feeling kindly, and with it what she tells of her class in the same breath."""
    kind, found = kind_word(s, heard, text), worry_in(s, text)
    if heard is Heard.ASTRAY:
        return s.short(kind, rows((s.button("menu", "help", HELP_MAIN()), s.menu_button())))
    if found is None:
        return s.short(kind, _rest(s))
    words = Html(found.html.split("\n\n")[-1])
    told = s.say("heard-beside-worry", title=Html(found.title), words=words)
    way = button_to(found.title, HELP_ANSWER(found.id))
    return s.short(f"{kind}\n\n{told}", (*rows(way), *_rest(s)))


def _is_story(s: TurnContext, text: str) -> bool:
    """Say whether a text of many words asks for a short answer, whatever else it lets one hear."""
    return len(text.split()) > STORY and s.world.search.ask(text).answer is not None


def unkept(s: TurnContext, text: str) -> str:
    """Return the word about danger for what is kept until she has decided about sending it."""
    heard = s.world.hearing.heard(text)
    return s.say("heard-before-sending", despair="ya" if heard is Heard.DESPAIR else "tidak")


def courtesy(s: TurnContext, text: str, greeting: str | None, *, is_asked: bool) -> Answer | None:
    """Answer a greeting by a short word, thanks, "oke" or a mere emoji by one; None for all else.

    ``greeting`` is the greeting to give back, if it was one. Who is not known yet sees the question
    again; with ``is_asked`` another is reminded that it waits. Where something is begun, "ya" has done
    none of it, which is said.
    """
    told, thanks = greeting, s.world.hearing.is_thanks(text)
    is_felt = s.world.hearing.heard(text) in FEELINGS
    if told is None and not is_felt and s.world.hearing.is_courtesy(text):
        told = s.say("courtesy", address=s.address)
        if thanks:
            told = s.world.texts.tell("greeting-back", "terima-kasih", address=s.address)
    if told is None or (greeting and _says_more(s, text)):
        return None
    if not s.person.is_registered:
        return s.stay(told)
    if is_asked:
        return s.short(told if question(s) else f"{told} {s.say('courtesy-asked')}")
    if greeting and not thanks:
        return s.short(told, _ways_on(s))
    if TABLE.asks(s.person.place) & Asks.OPEN and not thanks:
        return s.stay(s.say("courtesy-tap"))
    return s.react(Emoji.THANKED if thanks else Emoji.HEARD, told)


def _says_more(s: TurnContext, text: str) -> bool:
    """Say whether behind a greeting stands what has an answer of its own, danger above all."""
    hearing = s.world.hearing
    if hearing.heard(text) not in (None, Heard.PRAISE):
        return True
    if len(text.split()) <= GREETING:
        return False
    is_about = hearing.is_question(text) and hearing.about(text) is not None
    return is_about or s.world.search.ask(text).answer is not None


def kind_word(s: TurnContext, heard: Heard, text: str = "") -> str:
    """Return the sentence said to what she lets one hear; who is angry in class is not angry at the bot."""
    if heard is Heard.ANGRY and s.world.hearing.names_class(text):
        return s.say("heard-angry-class", address=s.address)
    return s.world.texts.tell("heard", heard, address=s.address)


def _ways_on(s: TurnContext) -> Rows:
    return rows(evaluation_button(s), continue_button(s), s.menu_button())


def _rest(s: TurnContext) -> Rows:
    """Return the way to a pause, for somebody the bot may write to."""
    pause: Button | None = None
    if s.person.is_registered and not s.person.quiet:
        pause = s.button("rest", "pause", WISH_ASK("pause"))
    return rows(pause, s.menu_button())


def _planned(s: TurnContext) -> tuple[str, Rows] | None:
    """Return the plan of the step under way with the way to it; None without one."""
    cycle, place = s.person.coaching.active, where(s.person)
    if cycle is None or place is None or open_promise(s.person.coaching) is None:
        return None
    button = button_to(s.world.texts.label("about-plan", "coach"), place)
    return s.say("coach-plan-told", promise=promise_said(s, cycle)), rows(button, s.menu_button())


def _told(s: TurnContext, about: About, intention: str, *, is_head: bool) -> str:
    """Return the words about the bot, with what is true of her now."""
    window, texts = window_next(s), s.world.texts
    today = local(s.now, s.person.zone).date()
    alone = "sendiri" if is_head else "guru"
    return texts.tell(
        "about",
        about,
        whose="sekolah" if s.school else alone,
        school=s.school.name if s.school else "",
        open="ya" if window.first <= today <= window.last else "tidak",
        quarter=quarter_name(texts, window.quarter),
        first=texts.long_day(window.first),
        last=texts.own_day(window.last, s.person.zone),
        intention="ada" if intention else "tidak",
        words=intention,
        done=done_count(s.person.progress, s.programme),
        total=len(s.programme),
        known="ya" if s.world.operator else "tidak",
        operator=s.world.operator,
    )


def _about(s: TurnContext, about: About) -> tuple[str, Rows]:
    """Return the words about the bot and the way on."""
    if about is About.PLAN and (planned := _planned(s)):
        return planned
    if about is About.NEXT:
        listed = button_to(s.world.texts.label("about-next", "way"), STEPS_LIST())
        return s.say("about-next"), (*rows(listed), *_ways_on(s))
    texts, newest = s.world.texts, next(reversed(finished(s.person.evaluations)), None)
    coordinates = s.known.rights.schools_of(s.person.id)
    told = _told(s, about, (newest.intention if newest else None) or "", is_head=bool(coordinates))
    if about is About.WHEN and coordinates:
        told = "\n".join((told, *windows_words(s, coordinates)))
    if about is About.HOUR and (coming := next_message(s)):
        told += "\n" + coming
    way = WAYS.get(about)
    if about is About.PLAN and newest:
        way = EVALUATION_ANSWERS(newest.quarter)
        if newest.focus:
            told += "\n" + s.say("plan-focus-told", steps=steps_words(s, newest.focus))
    button = button_to(texts.label(f"about-{about}", "way"), way) if way else None
    if about is About.CERTIFICATE and done_count(s.person.progress, s.programme):
        button = s.button("copying-home", "statement", PAPER(Paper.STATEMENT), size=PAGE_KB)
    return told, rows(button, s.menu_button())
