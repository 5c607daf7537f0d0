"""Processes that a benchmark starts, watches from outside and ends (Linux: /proc).

Knows neither bots nor Telegrams, only how a pretend Telegram is spoken to.
"""

import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NamedTuple, Self

import orjson

ROOT: Final = Path(__file__).parents[1]
TICKS: Final = os.sysconf("SC_CLK_TCK")
STOPPING_SECONDS: Final = 15.0
IDLE_SHARE: Final = 0.03  # of a core: a poll now and then
KEPT_VARIABLES: Final = ("PATH", "HOME", "LANG", "TMPDIR")  # no proxy, no settings of a real bot


class Failed(Exception):  # noqa: N818 - what happened, not an error of this program's own
    """A process of the benchmark did not do its part."""


class Answer(NamedTuple):
    """One message of a bot as the pretend Telegram received it."""

    person: int
    text: str
    seconds: float  # since the play began


class Child:
    """A running process. As a context manager it is ended with the block."""

    def __init__(
        self, command: Sequence[str], folder: Path, name: str, settings: dict[str, str]
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        environment = {key: os.environ[key] for key in KEPT_VARIABLES if key in os.environ}
        self._errors = folder / f"{name}.log"
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(  # noqa: S603 - our own command lines
                command,
                cwd=folder,  # away from the project's .env
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**environment, "PYTHONPATH": str(ROOT), **settings},
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self.stop()
        if isinstance(error, Failed):
            error.add_note(self._errors.read_text(errors="replace")[-2_000:])

    @property
    def cpu_seconds(self) -> float:
        """Processor time so far, user and system, of all threads, its own processes included."""
        return sum(map(cpu_seconds, family(self._process.pid)))

    def rest(self, seconds: float) -> None:
        """Return when it has used next to no processor time for so long."""
        before = self.cpu_seconds
        while True:
            time.sleep(seconds)
            now = self.cpu_seconds
            if abs(now - before) < IDLE_SHARE * seconds:  # less, too, when a process has ended
                return
            before = now

    @property
    def pid(self) -> int:
        """The process that was started."""
        return self._process.pid

    def send(self, number: signal.Signals) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    @property
    def resident(self) -> float:
        """Memory held now, in MiB, with that of its own processes."""
        return self._memory("VmRSS")

    @property
    def peak(self) -> float:
        """The most memory ever held, in MiB."""
        return self._memory("VmHWM")

    def ask(self, wish: dict[str, Any] | None) -> dict[str, Any]:
        """Write a line of JSON (or none) and read one. Raises Failed."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        if wish is not None:
            self._process.stdin.write(orjson.dumps(wish) + b"\n")
            self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise Failed(f"{self._process.args!r} has ended")
        answer: dict[str, Any] = orjson.loads(line)
        if "fault" in answer:
            raise Failed(answer["fault"])
        return answer

    def outlive(self, seconds: float) -> None:
        """Return after so many seconds. Raises Failed if the process has ended by then."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
            raise Failed(f"{self._process.args!r} has ended")

    def stop(self) -> None:
        """End it politely, or else without asking."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            self._process.wait(STOPPING_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _memory(self, field: str) -> float:
        return sum(memory(process, field) for process in family(self._process.pid))


def family(process: int) -> list[int]:
    """Give a process and those it has started: our bot has a writer."""
    threads = Path(f"/proc/{process}/task").iterdir()
    return [process, *(int(child) for each in threads for child in _children(each))]


def cpu_seconds(process: int) -> float:
    """Give the processor time of one process, user and system, of all threads."""
    user, system = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / TICKS


def _children(thread: Path) -> list[str]:
    try:
        return (thread / "children").read_text().split()
    except FileNotFoundError:
        return []  # it has just ended


def memory(process: int, field: str) -> float:
    """Give a field of a process's status (VmRSS, VmHWM), in MiB. Raises Failed."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith(f"{field}:"):
            return int(line.split()[1]) / 1024
    raise Failed(f"no {field}: the process has ended")


class TelegramProcess(Child):
    """A pretend Telegram; `module` says which."""

    def __init__(self, python: str, module: str, folder: Path, *options: str) -> None:
        super().__init__([python, "-m", module, *options], folder, module, {})
        self.api = f"http://127.0.0.1:{self.ask(None)['port']}"

    def play(
        self,
        writes: list[tuple[int, str]],
        *,
        watched: list[int] | None = None,
        linger: float = 0.0,
    ) -> list[Answer]:
        """Let people write all at once; returns when all (or those watched) have their answers.

        Begins when the bot waits for updates. Raises Failed when answers are missing too long.
        """
        heard = self.ask({"writes": writes, "watched": watched, "linger": linger})
        return [Answer(*answer) for answer in heard["answers"]]
