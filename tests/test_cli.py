"""The commands as a person types them: real processes, real signals.

One of each kind is typed outright, with all its imports; the others are forked (`forked`).
"""

import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from tests.forked import Running, bot, environment, process
from tests.free_port import free_port
from tests.shipped import ROOT

TOKEN = "123456789:a-pretend-token-of-the-tests-0000000"


def typed(*words: str, cwd: Path, **settings: str) -> "subprocess.CompletedProcess[str]":
    """Run one command to its end, with all that a start imports."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words],
        env=environment(**settings),
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@contextmanager
def typed_beside(*words: str, cwd: Path, **settings: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a command in the background; whatever happens, it is gone afterwards."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *words],
        env=environment(**settings),
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        try:
            yield running
        finally:
            running.kill()


class Page:
    """The people's side of a simulator in another process."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"

    def call(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(  # noqa: S310 -- our own address on this machine
            self.address + path, data, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 -- the same
            return json.load(answer)

    def wait(self) -> "Page":
        """Return when the page answers and the bot behind it has introduced itself."""
        self.until(lambda: self.call("/sim/state")["bot"]["commands"])
        return self

    @staticmethod
    def until(found: Any) -> Any:
        """Return what ``found`` finds, asking again until it finds something."""
        for _ in range(400):
            try:
                if what := found():
                    return what
            except OSError:
                pass
            time.sleep(0.05)
        raise AssertionError("it did not happen in 20 seconds")

    def last(self) -> dict[str, Any]:
        """Return the newest message in the chat of the first teacher."""
        messages = self.call("/sim/people/101/chat")["messages"]
        return dict(messages[-1]) if messages else {"out": True}

    def say(self, text: str) -> dict[str, Any]:
        """Send a text as the first teacher and return the bot's reply."""
        self.call("/sim/people/101/send", {"text": text})
        return dict(self.until(lambda: None if (m := self.last())["out"] else m))

    def tap(self, data: str) -> dict[str, Any]:
        """Press a button under the newest message and return what it shows then."""
        before = self.last()
        self.call("/sim/people/101/tap", {"message_id": before["message_id"], "data": data})
        return dict(self.until(lambda: m if (m := self.last()) != before else None))


def test_run_without_a_token_says_so_in_one_line(tmp_path: Path) -> None:
    """A missing token is one clear line and exit status 2."""
    done = bot("run", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "TELEGRAM_BOT_TOKEN" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_all_faulty_settings_are_told_at_once(tmp_path: Path) -> None:
    """Every faulty setting is in the one message, and the token is not."""
    done = bot("run", cwd=tmp_path, TELEGRAM_BOT_TOKEN="123:not allowed", PORT="x", LOG_LEVEL="y")
    assert done.returncode == 2
    for name in ("TELEGRAM_BOT_TOKEN", "PORT", "LOG_LEVEL"):
        assert name in done.stderr
    assert "not allowed" not in done.stderr


def test_a_missing_token_is_told_beside_other_faults_one_per_line(tmp_path: Path) -> None:
    """What starting needs is told together with what is wrong, each on its own line."""
    done = bot("run", cwd=tmp_path, PORT="99999")
    assert done.returncode == 2
    assert [line.split()[0] for line in done.stderr.splitlines()] == ["TELEGRAM_BOT_TOKEN", "PORT"]


def test_check_passes_on_the_shipped_content(tmp_path: Path) -> None:
    """The content that is shipped has no problem."""
    done = bot("check", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "No problems found.\n")


def test_check_names_what_is_no_setting_as_a_warning(tmp_path: Path) -> None:
    """A slip in a name leaves a setting unset; the bot may run, and the doctor says it too."""
    (tmp_path / ".env").write_text("ADMIN_ID=5\n", encoding="utf-8")
    done = bot("check", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith(".env:1: warning: ADMIN_ID is no setting")
    assert "write ADMIN_IDS" in bot("doctor", cwd=tmp_path).stdout


def test_check_names_every_problem_with_its_place(tmp_path: Path) -> None:
    """A faulty content folder is refused with file and line, by check and by run alike."""
    (tmp_path / "texts_id.ftl").write_text("a = {\n", encoding="utf-8")
    (tmp_path / "steps_id.md").write_text("## 1. Satu\n", encoding="utf-8")
    (tmp_path / "calendar_id.toml").write_text("saturday = 1\n", encoding="utf-8")
    (tmp_path / "answers_id.md").write_text("", encoding="utf-8")
    (tmp_path / "words_id.toml").write_text("umum = 1\n", encoding="utf-8")
    settings = {"CONTENT_DIR": str(tmp_path), "TELEGRAM_BOT_TOKEN": TOKEN}
    checked = bot("check", cwd=tmp_path, **settings)
    assert checked.returncode == 1
    assert f"{tmp_path / 'texts_id.ftl'}:1: cannot be read" in checked.stdout
    assert f"{tmp_path / 'steps_id.md'}:1: 1 steps found" in checked.stdout
    assert f"{tmp_path / 'calendar_id.toml'}:1: saturday is neither" in checked.stdout
    assert f"{tmp_path / 'words_id.toml'}:1: 'umum' is no text" in checked.stdout
    assert bot("run", cwd=tmp_path, **settings).returncode == 2


def test_check_tells_settings_and_content_together(tmp_path: Path) -> None:
    """A setting that cannot be used does not hide what is wrong with the content."""
    done = bot("check", cwd=tmp_path, PORT="99999", CONTENT_DIR=str(tmp_path))
    assert done.returncode == 2
    assert "PORT should be" in done.stderr
    assert f"{tmp_path / 'steps_id.md'}:1: the file is missing" in done.stdout


def test_a_day_beyond_all_calendars_is_refused_in_words(tmp_path: Path) -> None:
    """The first day of the printed calendar lies in a year somebody may mean."""
    done = typed("calendar", "--from", "9999-12-31", cwd=tmp_path)
    assert done.returncode == 2
    assert "--from" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_calendar_is_not_printed_from_faulty_texts(tmp_path: Path) -> None:
    """A text the calendar needs and that is missing is told with its place."""
    folder = tmp_path / "content"
    copytree(ROOT / "content", folder)
    texts = folder / "texts_id.ftl"
    texts.write_text(texts.read_text("utf-8").replace("quiet-minggu =", "quiet-ahad ="), "utf-8")
    done = bot("calendar", cwd=tmp_path, CONTENT_DIR=str(folder))
    assert done.returncode == 2
    assert "'quiet-minggu' is missing" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("token", [TOKEN, ""])
def test_the_simulator_does_not_print_a_token_that_was_set(tmp_path: Path, token: str) -> None:
    """Only the simulator's own token, which opens nothing, is shown."""
    port = free_port()
    settings = {"TELEGRAM_BOT_TOKEN": token} if token else {}
    with process("simulate", "--port", str(port), cwd=tmp_path, **settings) as running:
        Page.until(lambda: Page(port).call("/sim/state"))
        running.send_signal(signal.SIGTERM)
        running.wait(timeout=10)
        assert running.stdout
        told = running.stdout.read()
    assert TOKEN not in told
    assert ("bukan-rahasia" in told) == (not token)


def test_the_calendar_of_a_silent_teacher_is_printed(tmp_path: Path) -> None:
    """What a teacher would get in a year is told with its moments, in her zone, and what moved it."""
    done = bot("calendar", "--zone", "WITA", "--from", "2026-11-20", cwd=tmp_path)
    assert done.returncode == 0
    assert "Senin, 22 Maret 2027 pukul 15.30 WITA: evaluasi triwulan dibuka" in done.stdout
    assert "[libur (Isra Mikraj Nabi Muhammad)]" in done.stdout
    assert bot("calendar", "--zone", "UTC", cwd=tmp_path).returncode == 2


def test_a_killed_demo_goes_on_where_she_stopped(tmp_path: Path) -> None:
    """After kill -9 and a new start with the same data and port, her page is one tap away."""
    port = free_port()
    page, settings = Page(port), {"DATA_DIR": str(tmp_path / "data"), "PORT": str(port)}
    with process("demo", cwd=tmp_path, **settings) as running:
        page.wait().say("/start")
        for data in ("welcome:agree", "ask:set:address:ibu:daftar", "ask:set:level:slb:daftar"):
            page.tap(data)
        page.tap("ask:skip:daftar")
        page.tap("ask:set:zone:WIT:daftar")
        page.tap("steps:page:ptk:rubrik")
        running.send_signal(signal.SIGKILL)
        running.wait()
    with process("demo", cwd=tmp_path, **settings):
        menu = page.wait().say("/mulai")
        button = menu["reply_markup"]["inline_keyboard"][0][0]
        assert button["callback_data"] == "steps:page:ptk:rubrik"
        assert "Rubrik" in page.tap(button["callback_data"])["text"]


def test_a_second_process_on_the_same_data_is_refused(tmp_path: Path) -> None:
    """One data directory serves one process; the second is told so and ends with status 2."""
    port = free_port()
    settings = {"DATA_DIR": str(tmp_path / "data")}
    with process("demo", "--port", str(port), cwd=tmp_path, **settings):
        Page(port).wait()
        second = bot("demo", "--port", str(free_port()), cwd=tmp_path, **settings)
    assert second.returncode == 2
    assert "another process" in second.stdout + second.stderr


@pytest.mark.parametrize(
    ("number", "begun"), [(signal.SIGTERM, typed_beside), (signal.SIGINT, process)]
)
def test_a_signal_ends_the_bot_cleanly(
    tmp_path: Path,
    number: signal.Signals,
    begun: "Callable[..., AbstractContextManager[subprocess.Popen[str] | Running]]",
) -> None:
    """SIGTERM and Ctrl-C end the process with status 0 and leave a closed store."""
    port = free_port()
    with begun("demo", "--port", str(port), cwd=tmp_path, DATA_DIR=str(tmp_path / "d")) as running:
        Page(port).wait().say("/start")
        running.send_signal(number)
        assert running.wait(timeout=10) == 0
        assert running.stdout
        assert "Traceback" not in running.stdout.read()


def test_a_port_in_use_is_told_clearly(tmp_path: Path) -> None:
    """A taken port is one line, not a traceback."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = bot("demo", "--port", str(taken.getsockname()[1]), cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "cannot listen" in done.stderr


def test_a_refused_token_ends_the_bot_without_showing_it(tmp_path: Path) -> None:
    """A token Telegram does not know ends the process with a clear line that lacks the token."""
    port = free_port()
    with process("simulate", "--port", str(port), cwd=tmp_path):
        Page.until(lambda: Page(port).call("/sim/state"))
        done = bot(
            "run",
            cwd=tmp_path,
            TELEGRAM_BOT_TOKEN=TOKEN,
            TELEGRAM_API_URL=f"http://127.0.0.1:{port}",
            LOG_LEVEL="DEBUG",
        )
    assert done.returncode == 2
    assert "TELEGRAM_BOT_TOKEN" in done.stderr
    assert TOKEN not in done.stdout + done.stderr
