"""Asks Telegram what it knows: whether the token is right, where updates go, what time it is there.

Sends nobody a message and sets nothing: getMe and getWebhookInfo only.
"""

import os
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from telegram.error import InvalidToken, TelegramError, TimedOut

from bot.run.doctor.finding import Finding, doubtful, ill, well
from bot.telegram.api.app import Connection, bot_at
from bot.telegram.api.bot import Bot

SECONDS = 10.0
"""So long Telegram may take for one answer."""

SKEW = timedelta(minutes=2)
"""A clock that is further off sends reminders at the wrong minute, and breaks TLS in the end."""

WAITING = 100
"""More updates than so many wait only when nobody takes them."""


async def of_clock(api: str, now: datetime) -> Finding:
    """Compare this machine's clock (``now``, UTC) with that of the API's server."""
    about = "clock"
    try:
        limit = aiohttp.ClientTimeout(total=SECONDS)
        async with aiohttp.ClientSession(timeout=limit) as session, session.head(api) as answer:
            there = parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, KeyError, ValueError) as error:
        return doubtful(about, f"no time to compare with ({_why(error)})", "see API below")
    off = abs(now - there)
    if off > SKEW:
        told = f"this clock is {int(off.total_seconds())} seconds off"
        return ill(about, told, "turn time synchronisation on (timedatectl set-ntp true)")
    return well(about, "agrees with Telegram's")


async def of_telegram(connection: Connection, webhook: str | None) -> AsyncIterator[Finding]:
    """Ask who the bot is and where its updates go; ``webhook`` is where they should."""
    bot = bot_at(connection)
    await bot.request.initialize()
    try:
        account = await bot.get_me()
        yield well("API", f"{connection.api_url} answers")
        yield well("token", f"belongs to @{account.username}")
        yield _of_webhook(await bot.call("getWebhookInfo"), webhook)
    except InvalidToken:
        yield well("API", f"{connection.api_url} answers")
        yield ill("token", "Telegram refuses it", "ask @BotFather for the present one: /mybots")
    except TelegramError as error:
        told = f"{connection.api_url} cannot be used ({_why(error)})"
        yield ill("API", told, "look at network, firewall and TELEGRAM_API_URL")
    finally:
        await _close(bot)


def _why(error: BaseException) -> str:
    """Return what keeps this machine from the API, in words of whoever looks after networks."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            return "its name is not found: DNS"
        case aiohttp.ClientConnectorCertificateError() | aiohttp.ClientConnectorSSLError():
            return "its TLS certificate is not accepted"
        case aiohttp.ClientConnectorError():
            return os.strerror(error.os_error.errno or 0)
        case TimedOut() | TimeoutError():
            return f"no answer in {SECONDS:.0f} seconds"
        case KeyError() | ValueError():
            return "what answers does not tell the time"
        case TelegramError() if error.__context__ is not None:
            return _why(error.__context__)
        case TelegramError():
            return error.message
        case _:
            return type(error).__name__


async def _close(bot: Bot) -> None:
    await bot.request.shutdown()


def _of_webhook(info: dict[str, object], wanted: str | None) -> Finding:
    """Say whether updates go where this configuration takes them."""
    about = "webhook"
    url, waiting = str(info.get("url") or ""), int(str(info.get("pending_update_count") or 0))
    if url and not wanted:
        told = f"updates go to {url}, and WEBHOOK_URL is not set"
        return doubtful(about, told, "a start without WEBHOOK_URL removes it; or set WEBHOOK_URL")
    if wanted and url != wanted:
        told = f"updates go to {url or 'nowhere'} instead of {wanted}"
        return doubtful(about, told, "the next start of the bot sets it")
    if error := info.get("last_error_message"):
        return doubtful(
            about, f"Telegram could not deliver: {error}", "look at the proxy and at TLS"
        )
    if waiting > WAITING:
        return doubtful(about, f"{waiting} updates wait", "is the bot running?")
    return well(about, f"updates go to {url}" if url else "none: the bot fetches updates itself")
