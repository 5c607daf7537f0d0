"""What commands do, typed with a slash or in words, and what is asked before it is done.

Must not read what was typed; ``wording`` and ``plain`` do that.
"""

from collections.abc import Callable, Mapping

from bot.chat.screens.account import help as help_screens
from bot.chat.screens.account import meant, menu, privacy
from bot.chat.screens.account import settings as settings_screens
from bot.chat.screens.admin import admin
from bot.chat.screens.evaluation import evaluation
from bot.chat.screens.reminders import reminders
from bot.chat.screens.school import school
from bot.chat.screens.steps import progress
from bot.chat.screens.steps import steps as steps_screens
from bot.chat.turn_context import Answer, TurnContext
from bot.chat.typed.wording import Wish
from bot.chat.world import CommandId

COMMANDS: Mapping[CommandId, Callable[[TurnContext], Answer]] = {
    CommandId.MENU: menu.open_menu,
    CommandId.STEPS: steps_screens.open_list,
    CommandId.EVALUATION: evaluation.open_evaluation,
    CommandId.PROGRESS: progress.open_progress,
    CommandId.REMINDERS: reminders.open_reminders,
    CommandId.SETTINGS: settings_screens.open_settings,
    CommandId.SCHOOLS: school.open_schools,
    CommandId.ADMIN: admin.open_admin,
    CommandId.PRIVACY: privacy.open_privacy,
    CommandId.EXPORT: privacy.download,
    CommandId.ERASE: privacy.ask_erase,
    CommandId.HELP: help_screens.open_help,
}

WISHES: Mapping[Wish, CommandId] = {
    Wish.STOP: CommandId.STOP,
    Wish.QUIET: CommandId.REMINDERS,
    Wish.ERASE: CommandId.ERASE,
    Wish.WITHDRAW: CommandId.PRIVACY,
    Wish.CANCEL: CommandId.CANCEL,
}
"""What is done for a wish. Deleting and withdrawing are confirmed by a button there."""


def do(s: TurnContext, command: CommandId) -> Answer:
    """Do what a command means here."""
    if command is CommandId.CANCEL:
        return meant.leave(s)
    if command is CommandId.STOP:
        return menu.stop(s)
    return COMMANDS[command](s)


def carry_out(s: TurnContext, wish: Wish) -> Answer:
    """Do what a whole text asks for wherever she stands."""
    return do(s, WISHES[wish])
