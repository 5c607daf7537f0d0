"""The one-line echo bot of python-telegram-bot as it comes: `ptb_echo.py [--concurrent] API TOKEN [PORT]`.

Polls, or with PORT serves a webhook there. Runs in the rivals' environment; imports nothing of ours.
"""

import argparse

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters


async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """Say what was said."""
    if update.message is not None:
        await update.message.reply_text(update.message.text or "")


def main() -> None:
    """Serve until told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--concurrent", action="store_true")
    parser.add_argument("api")
    parser.add_argument("token")
    parser.add_argument("port", type=int, nargs="?")
    options = parser.parse_args()
    builder = Application.builder().token(options.token).base_url(f"{options.api}/bot")
    application = builder.concurrent_updates(options.concurrent).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    if options.port is None:
        application.run_polling()
        return
    application.run_webhook(
        port=options.port,
        url_path="telegram",
        webhook_url=f"http://127.0.0.1:{options.port}/telegram",
        secret_token="bench-webhook-secret",  # noqa: S106 - of the pretend Telegram
    )


if __name__ == "__main__":
    main()
