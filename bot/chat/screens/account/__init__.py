"""Arriving, home, help, settings and privacy: the table of contents of their screens."""

from collections.abc import Callable, Mapping

from bot.chat.family import NOTHING_ASKED, Asks, Question, ScreenFamily
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.account import asides, meant, menu, privacy, questions, settings, welcome
    from bot.chat.screens.account import help as help_screens

    return ScreenFamily(
        shows=(
            *welcome.SHOWS,
            *questions.SHOWS,
            *menu.SHOWS,
            *settings.SHOWS,
            *privacy.SHOWS,
            *help_screens.SHOWS,
        ),
        verbs=(
            *welcome.VERBS,
            *questions.VERBS,
            *menu.VERBS,
            *settings.VERBS,
            *privacy.VERBS,
            *help_screens.VERBS,
            *meant.VERBS,
            *asides.VERBS,
        ),
        typed=(questions.typed,),
        ways_out={"ask": questions.way_out},
        questions=_questions(),
        commands=_commands(),
        guests=frozenset({"welcome", "help", "privacy", "menu", "meant", "settings"}),
    )


def _questions() -> Mapping[str, Question]:
    from bot.chat.answers.setting import is_subject
    from bot.chat.screens.account import questions, welcome
    from bot.chat.screens.account import routes as r

    asked = Question(
        asks=Asks.OPEN | Asks.WAITS | Asks.HELP,
        surely=questions.names_choice,
        later=questions.asks_to_choose,
    )
    line = Asks.OPEN | Asks.WAITS | Asks.WORDS | Asks.LINE
    return {
        **dict.fromkeys((r.ASK_ADDRESS.name, r.ASK_LEVEL.name, r.ASK_ZONE.name), asked),
        r.ASK_NICKNAME.name: Question(
            asks=line | Asks.NAME,
            longest=questions.NICKNAME_LENGTH,
            take=questions.take_nickname,
            later=questions.nickname_later,
        ),
        r.ASK_SUBJECT.name: Question(
            asks=line,
            longest=questions.SUBJECT_LENGTH,
            take=questions.take_subject,
            surely=lambda s, text: is_subject(s.world, text),
            skip=questions.subject_skipped,
            later=questions.subject_later,
        ),
        r.WELCOME_HELLO.name: Question(asks=NOTHING_ASKED, means=welcome.means),
        r.PRIVACY_ERASE.name: Question(asks=Asks.OPEN),
    }


def _commands() -> Mapping[CommandId, Callable[[TurnContext], Answer]]:
    from bot.chat.screens.account import help as help_screens
    from bot.chat.screens.account import meant, menu, privacy, settings

    return {
        CommandId.MENU: menu.open_menu,
        CommandId.SETTINGS: settings.open_settings,
        CommandId.PRIVACY: privacy.open_privacy,
        CommandId.EXPORT: privacy.download,
        CommandId.ERASE: privacy.ask_erase,
        CommandId.HELP: help_screens.open_help,
        CommandId.STOP: menu.stop,
        CommandId.CANCEL: meant.leave,
    }
