"""Arriving, home, help, settings and privacy: the table of contents of their screens."""

from bot.chat.family import Asks, Question, ScreenFamily
from bot.chat.world import CommandId


def contents() -> ScreenFamily:
    """Return what the family has; its modules may be imported only after its routes."""
    from bot.chat.screens.account import asides, meant, menu, privacy, questions, settings, welcome
    from bot.chat.screens.account import help as help_screens
    from bot.chat.screens.account import routes as r

    asked = Question(asks=Asks.OPEN | Asks.WAITS)
    line = Asks.OPEN | Asks.WAITS | Asks.WORDS | Asks.LINE
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
        questions={
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
                skip=questions.subject_skipped,
                later=questions.subject_later,
            ),
            r.PRIVACY_ERASE.name: Question(asks=Asks.OPEN),
        },
        commands={
            CommandId.MENU: menu.open_menu,
            CommandId.SETTINGS: settings.open_settings,
            CommandId.PRIVACY: privacy.open_privacy,
            CommandId.EXPORT: privacy.download,
            CommandId.ERASE: privacy.ask_erase,
            CommandId.HELP: help_screens.open_help,
            CommandId.STOP: menu.stop,
            CommandId.CANCEL: meant.leave,
        },
        guests=frozenset({"welcome", "help", "privacy", "menu", "meant", "settings"}),
    )
