"""The one-line echo bot of aiogram 3 as it comes: `aiogram_echo.py API TOKEN [PORT]`.

Polls, or with PORT serves a webhook there. Runs in the rivals' environment; imports nothing of ours.
"""

import argparse
import asyncio

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

SECRET = "bench-webhook-secret"  # noqa: S105 - of the pretend Telegram


async def echo(message: Message) -> None:
    """Say what was said."""
    await message.answer(message.text or "")


def main() -> None:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("api")
    parser.add_argument("token")
    parser.add_argument("port", type=int, nargs="?")
    options = parser.parse_args()
    session = AiohttpSession(api=TelegramAPIServer.from_base(options.api))
    bot = Bot(options.token, session=session)
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    if options.port is None:
        asyncio.run(dispatcher.start_polling(bot))
    else:
        serve(bot, dispatcher, options.port)


def serve(bot: Bot, dispatcher: Dispatcher, port: int) -> None:
    """Serve a webhook as in aiogram's own example."""

    async def announce() -> None:
        await bot.set_webhook(f"http://127.0.0.1:{port}/telegram", secret_token=SECRET)

    dispatcher.startup.register(announce)
    application = web.Application()
    handler = SimpleRequestHandler(dispatcher=dispatcher, bot=bot, secret_token=SECRET)
    handler.register(application, path="/telegram")
    setup_application(application, dispatcher, bot=bot)
    web.run_app(application, host="127.0.0.1", port=port)


if __name__ == "__main__":
    main()
