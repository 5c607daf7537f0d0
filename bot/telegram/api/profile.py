"""What Telegram shows of the bot itself: its commands and descriptions.

Set only when they differ, because Telegram limits these calls to a few a day. Nothing here is
worth stopping for: whatever goes wrong is logged.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from telegram.error import InvalidToken

from bot.telegram.api.bot import Bot

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The commands as (word, description), and what is said before the first message."""

    commands: tuple[tuple[str, str], ...]
    description: str
    short_description: str


async def introduce(bot: Bot, profile: Profile) -> None:
    """Make Telegram show this profile. Raises nothing."""
    await _attempt("commands", bot, profile, _set_commands)
    await _attempt("description", bot, profile, _set_description)
    await _attempt("short_description", bot, profile, _set_short_description)


async def _attempt(
    part: str, bot: Bot, profile: Profile, change: Callable[[Bot, Profile], Awaitable[bool]]
) -> None:
    try:
        changed = await change(bot, profile)
    except Exception as error:  # noqa: BLE001 - an emulator may answer anything to what it knows little of
        # PTB reads 404 as a wrong token; here the token has proved right before.
        unknown = isinstance(error, InvalidToken)
        reason = "method unknown" if unknown else type(error).__name__
        log.warning("profile_not_set", part=part, reason=reason)
    else:
        log.info("profile_set" if changed else "profile_unchanged", part=part)


async def _set_commands(bot: Bot, profile: Profile) -> bool:
    try:
        known = await bot.get_my_commands()
    except InvalidToken:  # how PTB reads 404: an emulator that can only be told the commands
        known = ()
    current = tuple((each.command, each.description) for each in known)
    return current != profile.commands and await bot.set_my_commands(profile.commands)


async def _set_description(bot: Bot, profile: Profile) -> bool:
    current = (await bot.get_my_description()).description
    return current != profile.description and await bot.set_my_description(profile.description)


async def _set_short_description(bot: Bot, profile: Profile) -> bool:
    wanted = profile.short_description
    current = (await bot.get_my_short_description()).short_description
    return current != wanted and await bot.set_my_short_description(wanted)
