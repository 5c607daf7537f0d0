"""``python -m bot breach``: tells everybody affected that their data got into wrong hands, stops or corrects that.

Shows what they will read and asks. With files it leaves the order for the bot, which alone may write there;
into a database it writes itself, for the disk it runs on may be another than the bot's. Sends nothing.
"""

import sys
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from bot.errors import BotError, ContentFaulty, SettingsFaulty
from bot.run.settings import Settings, content_place, load_settings

if TYPE_CHECKING:
    from bot.run.privacy.breach_desk import BreachDesk

UNUSABLE = 2


@click.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--stop", is_flag=True, help="Send no further copy of any notice.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
def breach(file: Path | None, *, stop: bool, yes: bool) -> None:
    """Have the notice in FILE sent to everybody affected; without FILE print the template to fill.

    The running bot takes it at its next tick (TICK_SECONDS) and sends 30 a second; a bot that stands still
    sends it when it starts. /admin tells how far it is. The law gives 3 x 24 hours (UU 27/2022, article 46).

    --stop keeps it from whoever does not have it yet; the same FILE again goes on with it. A FILE whose line
    `ralat` is filled stops the earlier notices and corrects them, for whoever has one as well.
    """
    if file and stop:
        raise click.UsageError("FILE sends a notice, --stop stops all of them: give one.")
    try:
        if stop:
            _stop(load_settings(), yes=yes)
        elif file is None:
            from bot.run.privacy.breach_order import TEMPLATE  # noqa: PLC0415 -- no start needs it

            click.echo((content_place() / TEMPLATE).read_text(encoding="utf-8"), nl=False)
        else:
            _begin(file, yes=yes)
    except (SettingsFaulty, ContentFaulty) as error:
        _refuse("\n".join(error.problems))
    except BotError as error:
        _refuse(str(error))
    except OSError as error:
        _refuse(f"{error.filename}: {error.strerror}")


def _begin(file: Path, *, yes: bool) -> None:
    from bot.run.privacy.breach_order import BreachOrder  # noqa: PLC0415 -- as above

    order, settings = BreachOrder.read(file), load_settings()
    click.echo(_preview(order, settings.content_dir))
    if not yes:
        click.confirm("Send exactly this?", abort=True)
    if settings.database_url:
        people = _in_database(settings, lambda desk: desk.begin(order))
        click.echo(f"{people} people get it. Send the same words to the authority.")
        return
    place = order.leave(settings.data_dir)
    click.echo(f"{place}: the bot takes it at its next tick. Send the same words to the authority.")


def _stop(settings: Settings, *, yes: bool) -> None:
    from bot.run.privacy.breach_order import leave_stop  # noqa: PLC0415 -- as above

    if not yes:
        click.confirm("Stop every notice that is being sent?", abort=True)
    if settings.database_url:
        click.echo(f"{_in_database(settings, lambda desk: desk.stop())} notices stopped.")
        return
    click.echo(f"{leave_stop(settings.data_dir)}: the bot stops at its next tick.")


def _in_database(settings: Settings, act: Callable[["BreachDesk"], Awaitable[int]]) -> int:
    """Have a desk of our own do this beside the bots; whoever runs them reads of it in /admin."""
    import uvloop  # noqa: PLC0415 -- as above

    from bot.run.privacy.breach_desk import BreachDesk  # noqa: PLC0415 -- as above
    from bot.run.wiring import build  # noqa: PLC0415 -- as above

    async def work() -> int:
        parts = build(settings)
        await parts.store.open()
        try:
            async with parts.cluster.connected():
                await parts.directory.load()
                rights = parts.directory.snapshot
                told = (parts.notifier, parts.clock, click.echo)
                return await act(
                    BreachDesk(settings.data_dir, parts.store, parts.world, rights, *told)
                )
        finally:
            await parts.store.close()

    return uvloop.run(work())


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
