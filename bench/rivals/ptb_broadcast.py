"""A broadcast in python-telegram-bot with its AIORateLimiter: `ptb_broadcast.py API TOKEN FIRST COUNT STEP`.

As its documentation suggests: the limiter is given to the builder, ten tasks send to everybody,
and messages of people are answered meanwhile. With COUNT 0 it only answers. Runs in the rivals'
environment; imports nothing of ours.
"""

import asyncio
import contextlib
import sys
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, Application, ContextTypes, MessageHandler, filters

WORKERS = 10


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def main() -> None:
    """Serve until told to stop."""
    api, token, *numbers = sys.argv[1:]
    first, count, step = map(int, numbers)
    waiting = iter(range(first, first + count * step, step))

    async def work(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        for person in waiting:
            with contextlib.suppress(TelegramError):
                await application.bot.send_message(person, "Pengumuman untuk Bapak dan Ibu guru.")

    async def begin(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        for _ in range(WORKERS):
            tasks.append(asyncio.create_task(work(application)))  # noqa: PERF401 - one by one

    tasks: list[asyncio.Task[None]] = []
    builder = Application.builder().token(token).base_url(f"{api}/bot")
    limiter = AIORateLimiter(max_retries=5)
    application = builder.rate_limiter(limiter).concurrent_updates(True).post_init(begin).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
