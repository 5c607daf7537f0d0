"""The command line: ``python -m bot run | demo | simulate | check | migrate | doctor | calendar``.

``backup``, ``verify`` and ``restore`` stand in ``run.backup``, ``move`` in ``run.moving``.

Starts and stops things; decides nothing about them.
"""

import asyncio
import signal
import sys
import tempfile
from collections.abc import Awaitable, Callable, Coroutine
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from bot import __version__
from bot.content.problem import Problem
from bot.domain.person.zone import Zone
from bot.errors import BotError, ContentFaulty, SettingsFaulty
from bot.run.backup.command_line import COMMANDS
from bot.run.doctor.exposed import keep_private
from bot.run.logs import configure
from bot.run.moving.command_line import move
from bot.run.privacy.breach_command import breach
from bot.run.privacy.traces_command import traces
from bot.run.role import ProcessRole
from bot.run.settings import Settings, content_place, load_serving_settings, load_settings, misnamed
from bot.run.start import startup
from bot.run.start.concerns import concerns

UNUSABLE = 2
"""Exit status when settings or content cannot be used (as click uses for wrong arguments)."""

FAULTY_CONTENT = 1
"""Exit status of a check that found problems in the content only."""

NOT_IN_A_DEMO = {"backup_dir": None, "backup_chat": None, "database_url": None}
"""Settings that are meant for real people."""

Loaded = TypeVar("Loaded")
Result = TypeVar("Result")


@click.group()
@click.version_option(__version__, prog_name="Langkah Guru")
def main() -> None:
    """Langkah Guru, a coach for teachers on Telegram."""
    keep_private()


for command in (*COMMANDS, breach, move, traces):
    main.add_command(command)


@main.command()
def run() -> None:
    """Serve teachers on Telegram (settings: see the README)."""
    _serve(ProcessRole.RUN)


@main.command()
def web() -> None:
    """Take what Telegram sends to WEBHOOK_URL; as many of these as you like on one DATABASE_URL.

    With files one process does everything: then it is as ``run``.
    """
    _serve(ProcessRole.WEB)


@main.command()
def worker() -> None:
    """Send what the bot begins by itself; one or more on one DATABASE_URL, beside ``web`` or alone.

    Without WEBHOOK_URL one of them fetches the updates. With files it is as ``run``.
    """
    _serve(ProcessRole.WORKER)


def _serve(role: ProcessRole) -> None:
    from bot.run.serve import serve_bot  # noqa: PLC0415 -- no other command waits for Telegram's library

    settings = _usable(load_serving_settings)
    if settings.database_url is None:
        role = ProcessRole.RUN
    if role is ProcessRole.WEB and settings.webhook_url is None:
        _refuse(
            "WEBHOOK_URL is missing; without it `worker` fetches the updates, and there is no `web`."
        )
    configure(settings.log_level, form=settings.log_format)
    for concern in concerns(settings):
        click.echo(concern, err=True)
    _until_stopped(
        lambda stop: serve_bot(settings, stop, checks=settings.check_at_start, role=role)
    )


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=int, default=8080, show_default=True, envvar="PORT", help="Port of the page."
)
@click.option(
    "--data-dir",
    type=Path,
    default=None,
    envvar="DATA_DIR",
    help="Keep data here (else a temporary folder).",
)
def demo(host: str, port: int, data_dir: Path | None) -> None:
    """Try everything in the browser: a small Telegram with the real bot behind it."""
    # Given outright, so that a DATA_DIR in .env, meant for real people, is never used here.
    if data_dir:
        _demo(host, port, data_dir, str(data_dir))
    else:
        with tempfile.TemporaryDirectory(prefix="langkah-guru-") as folder:
            _demo(host, port, Path(folder), "sementara, hilang saat berhenti")


def _demo(host: str, port: int, data_dir: Path, kept: str) -> None:
    from bot.demo.serve import serve_demo  # noqa: PLC0415 -- no start of the bot waits for the simulator

    settings = _settings(port=port, data_dir=data_dir)
    settings = settings.model_copy(update=NOT_IN_A_DEMO)
    _refuse_faulty(settings.content_dir, datetime.now(UTC))
    # A jump of the clock looks like missed ticks, which is worth a warning only in earnest.
    configure("ERROR" if settings.log_level == "INFO" else settings.log_level)
    _until_stopped(lambda stop: serve_demo(settings, host, stop, kept))


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=int, default=None, help="Port of the page and the API (PORT, else 8080)."
)
def simulate(host: str, port: int | None) -> None:
    """Serve the small Telegram alone, so that any bot can be pointed at it."""
    from bot.demo.serve import serve_simulator  # noqa: PLC0415 -- see ``_demo``

    settings = _settings(port=port)
    configure(settings.log_level)
    startup.spare_the_turns()
    _until_stopped(lambda stop: serve_simulator(settings, host, stop))


@main.command()
def check() -> None:
    """Check settings, steps, texts and calendar: every problem at once, content with its place.

    Ends with status 0 when the bot may run, 1 when the content has problems, and 2 when a setting
    cannot be used (then the content is checked all the same).
    """
    faulty: tuple[str, ...] = ()
    try:
        load_settings()
    except SettingsFaulty as error:
        faulty = error.problems
    problems = (*_usable(misnamed), *_problems(_usable(content_place), datetime.now(UTC)))
    for problem in problems:
        click.echo(str(problem))
    if faulty:
        _refuse("\n".join(faulty))
    if any(not problem.is_warning for problem in problems):
        sys.exit(FAULTY_CONTENT)
    click.echo("No problems found." if not problems else "Only warnings; the bot may run.")


@main.command()
def migrate() -> None:
    """Make the tables in DATABASE_URL that this release needs; harmless where they are there.

    The bot does so itself at each start unless MIGRATE_AT_START is false. Ends with status 2 when it cannot.
    """
    settings = _settings()
    if settings.database_url is None:
        _refuse("DATABASE_URL is missing; without it documents are files, and need no tables.")
    from bot.store.codec.kinds import KINDS  # noqa: PLC0415 -- no other command asks for all values
    from bot.store.postgres.schema import make_schema  # noqa: PLC0415 -- an extra brings its library

    url = settings.database_url.get_secret_value()
    try:
        made = _run(make_schema(url, KINDS))
    except BotError as error:
        _refuse(str(error))
    click.echo("\n".join(made) or "Nothing is missing.")


@main.command()
def doctor() -> None:
    """Look over this host: one line for each thing, with what to do about it.

    Changes nothing and may run beside the bot. Ends with 0 when the bot may run, with 2 when it cannot.
    """
    from bot.run.doctor.doctor import findings  # noqa: PLC0415 -- no start of the bot needs it
    from bot.run.doctor.finding import State  # noqa: PLC0415 -- the same

    async def look() -> bool:
        is_ill = False
        async for found in findings(datetime.now(UTC)):
            click.echo(str(found))
            is_ill |= found.state is State.ILL
        return is_ill

    configure("ERROR")
    if _run(look()):
        sys.exit(UNUSABLE)


@main.command("calendar")
@click.option(
    "--zone",
    type=click.Choice([zone.value for zone in Zone]),
    default=Zone.WIB.value,
    show_default=True,
    help="Time zone of the teacher.",
)
@click.option(
    "--from",
    "start",
    type=click.DateTime(["%Y-%m-%d"]),
    default=None,
    help="First day (today if not given).",
)
@click.option("--school", is_flag=True, help="A teacher in a school, by the school's windows.")
def show_calendar(zone: str, start: datetime | None, *, school: bool) -> None:
    """Print what a silent teacher would get in twelve months, and why anything moved."""
    from bot.content.calendar.calendar import YEARS  # noqa: PLC0415 -- no other command needs it
    from bot.content.library import load  # noqa: PLC0415 -- the same
    from bot.run.calendar_report import year_ahead  # noqa: PLC0415 -- the same

    settings = _settings()
    if start and start.year not in YEARS:
        years = f"{YEARS.start} to {YEARS.stop - 1}"
        raise click.BadParameter(f"choose a day of the years {years}", param_hint="'--from'")
    now = start.replace(tzinfo=UTC) if start else datetime.now(UTC)
    _refuse_faulty(settings.content_dir, now)
    library = load(settings.content_dir, now.date())
    for line in year_ahead(library, Zone(zone), now, in_school=school):
        click.echo(line)


def _settings(**overrides: Any) -> Settings:
    return _usable(lambda: load_settings(**overrides))


def _usable(load: Callable[[], Loaded]) -> Loaded:
    """Return what ``load`` finds in the environment, or end with its problems, one per line."""
    try:
        return load()
    except SettingsFaulty as error:
        _refuse("\n".join(error.problems))


def _refuse_faulty(content: Path, now: datetime) -> None:
    """End with the problems of the content, one per line, if there are any but warnings."""
    problems = _problems(content, now)
    if faults := [str(problem) for problem in problems if not problem.is_warning]:
        _refuse("\n".join(faults))


def _problems(content: Path, now: datetime) -> tuple[Problem, ...]:
    """Return every problem of the content."""
    from bot.run.doctor.content import content_problems  # noqa: PLC0415 -- backups wait for no screens

    return content_problems(content, now.date())


def _run(work: Coroutine[Any, Any, Result]) -> Result:
    import uvloop  # noqa: PLC0415 -- a backup has no loop

    return uvloop.run(work)


def _refuse(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(UNUSABLE)


def _until_stopped(serve: Callable[[asyncio.Event], Awaitable[None]]) -> None:
    """Run until the work ends or a signal asks to stop; clear words for every known error."""

    async def work() -> None:
        stop = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        await serve(stop)

    try:
        _run(work())
    except ContentFaulty as error:
        _refuse("\n".join(error.problems))
    except BotError as error:
        _refuse(str(error))
    except OSError as error:
        _refuse(f"cannot listen: {error.strerror or error}")
