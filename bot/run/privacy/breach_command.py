"""``python -m bot breach``: tells everybody affected that their data got into wrong hands.

Shows what they will read and asks before it leaves the order for the bot. Sends nothing itself.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from bot.errors import ContentFaulty, SettingsFaulty
from bot.run.settings import content_place, load_settings

UNUSABLE = 2


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--yes", is_flag=True, help="Ask nothing.")
def breach(file: Path | None, *, yes: bool) -> None:
    """Have the notice in FILE sent to everybody affected; without FILE print the template to fill.

    The running bot takes it at its next tick (TICK_SECONDS) and sends 30 a second; a bot that stands still
    sends it when it starts. /admin tells how far it is. The law gives 3 x 24 hours (UU 27/2022, article 46).
    """
    from bot.run.privacy.breach_order import TEMPLATE, BreachOrder  # noqa: PLC0415 -- no start needs it

    try:
        if file is None:
            click.echo((content_place() / TEMPLATE).read_text(encoding="utf-8"), nl=False)
            return
        order, settings = BreachOrder.read(file), load_settings()
        click.echo(_preview(order, settings.content_dir))
        if not yes:
            click.confirm("Send exactly this?", abort=True)
        place = order.leave(settings.data_dir)
    except (SettingsFaulty, ContentFaulty) as error:
        _refuse("\n".join(error.problems))
    except OSError as error:
        _refuse(f"{error.filename}: {error.strerror}")
    click.echo(f"{place}: the bot takes it at its next tick. Send the same words to the authority.")


def _preview(order: object, content: Path) -> str:
    """Return what people will read, whom it is for, and how much time the law leaves."""
    from bot.app.breach import notice_text  # noqa: PLC0415 -- as above
    from bot.content.library import load  # noqa: PLC0415 -- as above
    from bot.domain.breach import WITHIN  # noqa: PLC0415 -- as above
    from bot.domain.broadcast.placeholder import plain  # noqa: PLC0415 -- as above
    from bot.run.privacy.breach_order import BreachOrder  # noqa: PLC0415 -- as above

    assert isinstance(order, BreachOrder)  # noqa: S101 -- the only caller has read it
    now = datetime.now(UTC)
    texts = load(content, now.date()).texts
    until = (order.diketahui + WITHIN).astimezone(UTC)
    left = (
        "IT IS OVER"
        if order.notice.is_late(now)
        else f"{(until - now).seconds // 3600 + (until - now).days * 24} hours are left"
    )
    words = plain(notice_text(order.notice, texts))
    return f"{words}\n\nTo: {order.kepada}\nThe law gives until {until:%Y-%m-%d %H:%M} UTC: {left}."


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(UNUSABLE)
