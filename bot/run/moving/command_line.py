"""The command ``python -m bot move`` as a person types it. Prints what ``move`` finds; decides nothing."""

import sys
from pathlib import Path
from typing import Final, NoReturn

import click

from bot.errors import BotError, SettingsFaulty
from bot.run.settings import load_settings

UNUSABLE: Final = 2

DATABASE: Final = "database"
"""Stands for DATABASE_URL: an address on the command line shows its password to everybody on the machine."""


@click.command()
@click.option("--from", "source", required=True, help="A data directory, or `database`.")
@click.option("--to", "target", required=True, help="The other one.")
def move(source: str, target: str) -> None:
    """Move all documents from a data directory into DATABASE_URL (`database`), or back.

    The bot must be stopped. What is moved stays where it was; every document is compared afterwards. A
    move that was cut off goes on when it is begun again. Ends with status 2 when it is refused.
    """
    if (source == DATABASE) == (target == DATABASE):
        _refuse("one of --from and --to is `database`, the other a data directory.")
    try:
        settings = load_settings()
    except SettingsFaulty as error:
        _refuse("\n".join(error.problems))
    if settings.database_url is None:
        _refuse("DATABASE_URL is missing.")
    from bot.run.moving.move import into_database, into_files  # noqa: PLC0415 -- an extra brings its library

    url = settings.database_url.get_secret_value()
    try:
        if target == DATABASE:
            moved = into_database(Path(source), url)
        else:
            moved = into_files(url, Path(target))
    except BotError as error:
        _refuse(str(error))
    click.echo(
        f"{moved.documents} documents moved, {moved.brought} of them now; all compared, all agree."
    )


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(UNUSABLE)
