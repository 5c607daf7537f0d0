"""Home: where the teacher stands, and one tap to go on exactly there."""

from collections.abc import Iterator
from dataclasses import replace

from bot.chat.family import Done, ShownPlace
from bot.chat.guard import done, shown
from bot.chat.model import Button, Screen
from bot.chat.screens.account import routes as to
from bot.chat.screens.account.questions import next_question
from bot.chat.screens.admin.routes import ADMIN_OPEN
from bot.chat.screens.coaching.routes import BEGIN, GO_ON
from bot.chat.screens.coaching.words import next_words
from bot.chat.screens.evaluation.routes import EVALUATION_GO, EVALUATION_OPEN
from bot.chat.screens.reminders.routes import REMIND_WAKE
from bot.chat.screens.roster.routes import ROSTER_LIST
from bot.chat.screens.school.routes import SCHOOL_INVITE, SCHOOL_LIST
from bot.chat.screens.steps.routes import PROGRESS_MAIN, STEPS_LIST, STEPS_PAGE
from bot.chat.turn_context import Answer, TurnContext, rows
from bot.chat.way_on import where_to_go_on
from bot.domain.coaching.progress import done_count
from bot.domain.programme.programme import Step
from bot.domain.school.school import School

MORNING, MIDDAY, AFTERNOON, EVENING = 4, 11, 15, 18
"""Hours at which the greeting changes, as people say it: pagi, siang, sore, malam."""


def greeting(s: TurnContext) -> str:
    """Return "Selamat pagi, Ibu." by the clock of the person's zone."""
    hour = s.world.texts.hour(s.now, s.person.zone)
    part = "malam"
    if MORNING <= hour < MIDDAY:
        part = "pagi"
    elif MIDDAY <= hour < AFTERNOON:
        part = "siang"
    elif AFTERNOON <= hour < EVENING:
        part = "sore"
    return s.say("greeting", part=part, address=s.address)


def continue_button(s: TurnContext) -> Button | None:
    """Return the button to the active step's next act, else to where she stopped; None when all is done."""
    onward = _step_button(s)
    # An evaluation that is begun is the one way on; its button stands above this one.
    return replace(onward, style=None) if onward and s.person.evaluating else onward


def _step_button(s: TurnContext) -> Button | None:
    if own := _own_schools(s):
        return _school_button(s, own)
    active = s.person.coaching.active
    if active and (going := s.programme.step(active.step)):
        return s.button("menu", "continue", GO_ON(), number=going.number)
    if waiting := _put_off(s):
        return s.button("menu", "resume", BEGIN(waiting.slug), number=waiting.number)
    target = where_to_go_on(s.person, s.world)
    if target is None:
        return None
    step, page = target
    return s.button(
        "menu",
        "continue" if s.person.bookmark else "begin",
        STEPS_PAGE(step.slug, page),
        number=step.number,
    )


def _own_schools(s: TurnContext) -> tuple[School, ...]:
    """Return the schools of a coordinator who belongs to none herself and has begun nothing; else none."""
    person = s.person
    has_begun = person.bookmark or person.progress or person.evaluations or person.coaching.active
    return () if person.school or has_begun else s.known.rights.schools_of(person.id)


def _school_button(s: TurnContext, own: tuple[School, ...]) -> Button:
    """Return the way to what comes next in her school; of several she chooses one first."""
    if len(own) > 1:
        return s.button("school-news", "open", SCHOOL_LIST())
    if s.known.has_teachers:
        return s.button("school", "roster", ROSTER_LIST(own[0].id))
    return s.button("school", "invite", SCHOOL_INVITE(own[0].id))


def _put_off(s: TurnContext) -> Step | None:
    """Return the step put off last where none is active, unless she reads in another one since."""
    coaching, bookmark = s.person.coaching, s.person.bookmark
    if coaching.active or not coaching.put_off:
        return None
    slug = coaching.put_off[-1].step
    return s.programme.step(slug) if bookmark is None or bookmark.step == slug else None


def evaluation_button(s: TurnContext) -> Button | None:
    """Return the button to the open question of an evaluation that is begun, else None."""
    begun = s.person.evaluating
    if begun is None:
        return None
    item = begun.next_item(s.programme)
    at, total = begun.position(item, s.programme) if item else (0, len(s.programme))
    return s.button(
        "menu",
        "evaluation-item" if item else "evaluation-rest",
        EVALUATION_GO(begun.quarter),
        at=at,
        total=total,
    )


def show_main(s: TurnContext) -> Screen:
    """Draw the menu."""
    hushed = f"\n{s.say('menu-quiet')}" if s.person.quiet else ""
    return Screen(
        f"{greeting(s)}\n\n{_where(s)}{hushed}",
        rows(
            evaluation_button(s),
            continue_button(s),
            (
                s.button("menu", "steps", STEPS_LIST()),
                s.button("menu", "evaluation", EVALUATION_OPEN()),
            ),
            (
                s.button("menu", "progress", PROGRESS_MAIN()),
                s.button("menu", "settings", to.SETTINGS_MAIN()),
            ),
            s.button("menu", "help", to.HELP_MAIN()),
            tuple(_role_buttons(s)),
        ),
    )


def _where(s: TurnContext) -> str:
    """Return how far she is and what "Lanjutkan" leads to."""
    if own := _own_schools(s):
        has_teachers = "ya" if s.known.has_teachers else "tidak"
        name, count = own[0].name, len(own)
        return s.say("menu-coordinator", school=name, count=count, teachers=has_teachers)
    done = done_count(s.person.progress, s.programme)
    return f"{s.say('menu', done=done, total=len(s.programme))}\n{_next_step(s)}"


def _next_step(s: TurnContext) -> str:
    active = s.person.coaching.active
    if active and (step := s.programme.step(active.step)):
        following = next_words(s, active)
        return s.say("menu-active", number=step.number, label=step.label, following=following)
    if waiting := _put_off(s):
        return s.say("menu-put-off", number=waiting.number, label=waiting.label)
    target = where_to_go_on(s.person, s.world)
    if target is None:
        return s.say("menu-all-done")
    return s.say(
        "menu-where" if s.person.bookmark else "menu-first",
        number=target[0].number,
        label=target[0].label,
    )


def _role_buttons(s: TurnContext) -> Iterator[Button]:
    """Yield the ways to what only coordinators, and whoever runs the bot, have to do."""
    rights = s.known.rights
    if rights.schools_of(s.person.id):
        yield s.button("menu", "schools", SCHOOL_LIST())
    if rights.is_admin(s.person.id):
        yield s.button("menu", "admin", ADMIN_OPEN())


def show_registered(s: TurnContext) -> Screen:
    """Draw the end of the registration, with the evaluation and the first step one tap away."""
    evaluation = None
    if not s.person.evaluations:
        evaluation = s.button("registered", "evaluation", EVALUATION_OPEN())
    return Screen(
        s.say("registered", address=s.address),
        rows(evaluation, continue_button(s), s.menu_button()),
    )


def show_stopped(s: TurnContext) -> Screen:
    """Draw the confirmation that the bot starts no message by itself any more."""
    again = s.button("stopped", "again", REMIND_WAKE())
    return Screen(s.say("stopped"), rows((again, s.menu_button())))


def open_menu(s: TurnContext) -> Answer:
    """Go home: to the welcome, to the first open question, or to the menu."""
    if not s.person.may_be_stored:
        withdrawn = s.person.consent is not None and not s.person.agreed_before
        return s.go(to.WELCOME_HELLO(), note=s.say("welcome-again") if withdrawn else None)
    return s.go(to.MENU_MAIN()) if s.person.is_registered else next_question(s)


def wake(s: TurnContext) -> Answer:
    """Go home and let the bot begin messages again, which is said."""
    if not s.person.quiet or not s.person.may_be_stored:
        return open_menu(s)
    home = open_menu(s.change(replace(s.person, quiet=False)))
    return replace(home, note=s.say("awake"))


def stop(s: TurnContext) -> Answer:
    """Stop every message the bot starts; only an act of her own brings them back."""
    if not s.person.may_be_stored:
        return s.stay(s.say("stopped-guest"))
    return s.change(replace(s.person, quiet=True)).go(to.MENU_STOPPED())


SHOWS: tuple[ShownPlace, ...] = (
    shown(to.MENU_MAIN, show_main),
    shown(to.MENU_REGISTERED, show_registered),
    shown(to.MENU_STOPPED, show_stopped),
)
VERBS: tuple[Done, ...] = (done(to.MENU_MAIN, open_menu),)
