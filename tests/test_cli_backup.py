"""The commands that back up, verify and restore, as a person types them: real processes, real files."""

import json
import os
import shutil
import signal
import tarfile
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.store.tiny.mount import fleeting
from tests.forked import bot, process
from tests.free_port import free_port
from tests.test_cli import TOKEN, Page


def note(number: int) -> dict[str, object]:
    """A teacher's document as the bot writes it."""
    person = {"version": 5, "id": number, "consent": None, "seen_at": "2026-11-30T02:00:00Z"}
    return {"_default": {"1": person}}


def fill(data: Path, count: int) -> None:
    """Make a data directory with so many teachers."""
    for number in range(1, count + 1):
        file = data / "people" / f"{number % 256:02x}" / f"{number}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(note(number)))


def people(data: Path) -> set[str]:
    return {file.stem for file in data.glob("people/*/*.json")}


def test_what_a_running_bot_keeps_is_backed_up_and_restored(tmp_path: Path) -> None:
    """A backup of the running demo is verified, restored elsewhere, and served from there."""
    port, data, file = free_port(), tmp_path / "data", tmp_path / "b.tar.gz"
    settings = {"DATA_DIR": str(data)}
    with process("demo", "--port", str(port), cwd=tmp_path, **settings):
        page = Page(port).wait()
        page.say("/start")
        page.tap("welcome:agree")
        made = bot("backup", str(file), cwd=tmp_path, **settings)
        assert (made.returncode, made.stderr) == (0, "")
        assert "restored on trial, all agree" in made.stdout
        looked = bot("verify", cwd=tmp_path, **settings)
        assert (looked.returncode, looked.stderr) == (0, "")
        refused = bot("restore", str(file), "--replace", cwd=tmp_path, **settings)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert "another process" in refused.stderr
    other = {"DATA_DIR": str(tmp_path / "other")}
    verified = bot("verify", str(file), cwd=tmp_path, DATA_DIR=str(tmp_path / "none"))
    assert verified.returncode == 0
    assert "no problems found" in verified.stdout
    restored = bot("restore", str(file), cwd=tmp_path, **other)
    assert (restored.returncode, restored.stderr) == (0, "")
    assert "101" in people(tmp_path / "other")
    with process("demo", "--port", str(port), cwd=tmp_path, **other):
        assert Page(port).wait().say("/mulai")["text"]


def test_a_directory_that_holds_something_is_not_restored_into_unasked(tmp_path: Path) -> None:
    """It stays as it is, and what to do is said; --replace drops what was there."""
    data, file = tmp_path / "data", tmp_path / "b.tar.gz"
    fill(data, 3)
    assert bot("backup", str(file), cwd=tmp_path, DATA_DIR=str(data)).returncode == 0
    shutil.rmtree(data / "people")
    fill(data, 1)
    (data / "people" / "09").mkdir()
    (data / "people" / "09" / "9.json").write_text(json.dumps(note(9)))
    refused = bot("restore", str(file), cwd=tmp_path, DATA_DIR=str(data))
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
    assert "--replace" in refused.stderr
    assert people(data) == {"1", "9"}
    done = bot("restore", str(file), "--replace", cwd=tmp_path, DATA_DIR=str(data))
    assert (done.returncode, done.stderr) == (0, "")
    assert people(data) == {"1", "2", "3"}


def test_a_damaged_backup_is_named_and_not_restored(tmp_path: Path) -> None:
    """The document that was changed is told by name, and the data directory stays as it is."""
    data, file = tmp_path / "data", tmp_path / "b.tar.gz"
    fill(data, 3)
    assert bot("backup", str(file), cwd=tmp_path, DATA_DIR=str(data)).returncode == 0
    with tarfile.open(file) as whole, tarfile.open(tmp_path / "other.tar.gz", "w:gz") as other:
        for member in whole:
            if member.name != "people/2.json":
                other.addfile(member, whole.extractfile(member))
    for words in (["verify"], ["restore", "--replace"]):
        done = bot(*words, str(tmp_path / "other.tar.gz"), cwd=tmp_path, DATA_DIR=str(data))
        assert done.returncode == 1
        assert "people/2.json: it is missing" in done.stdout
    assert people(data) == {"1", "2", "3"}


FAULTS = {
    "cut off": (b'{"_default": {"1": {"version"', "it is damaged"),
    "another's": (json.dumps(note(4)).encode(), "belongs to 4"),
    "newer": (b'{"_default": {"1": {"version": 99, "id": 2}}}', "known is"),
}


@pytest.mark.parametrize(("content", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_verify_names_what_is_wrong_with_the_data(
    tmp_path: Path, content: bytes, words: str
) -> None:
    """A faulty document is told with its file and what to do; nothing is changed."""
    data = tmp_path / "data"
    fill(data, 3)
    file = data / "people" / "02" / "2.json"
    file.write_bytes(content)
    done = bot("verify", cwd=tmp_path, DATA_DIR=str(data))
    assert done.returncode == 1
    (line,) = done.stdout.splitlines()
    assert line.startswith("people/02/2.json: ")
    assert words in line
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["verify"], 2, "data"),
        (["verify", "nothing.tar.gz"], 2, "nothing.tar.gz"),
        (["verify", "folder"], 2, "folder"),
        (["verify", "text"], 1, "it is no tar.gz"),
        (["restore", "nothing.tar.gz"], 2, "nothing.tar.gz"),
        (["restore", "text"], 1, "Nothing was restored"),
        (["backup", "b.tar.gz"], 1, "no data directory"),
        (["backup", "folder"], 1, "no data directory"),
        (["backup"], 2, "FILE"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(
    tmp_path: Path, words: list[str], status: int, told: str
) -> None:
    """Missing files and folders, and files of another kind, are told without a traceback."""
    (tmp_path / "text").write_text("words")
    (tmp_path / "folder").mkdir()
    done = bot(*words, cwd=tmp_path, DATA_DIR=str(tmp_path / "data"))
    assert done.returncode == status
    assert told in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder", "text"]


def test_a_restore_that_is_killed_is_finished_or_forgotten(tmp_path: Path) -> None:
    """After kill -9 in the middle of a restore the next one works, and the data were old or new."""
    data, file = tmp_path / "data", tmp_path / "b.tar.gz"
    fill(data, 400)
    assert bot("backup", str(file), cwd=tmp_path, DATA_DIR=str(data)).returncode == 0
    shutil.rmtree(data / "people")
    fill(data, 5)
    settings = {"DATA_DIR": str(data)}
    with process("restore", "--replace", str(file), cwd=tmp_path, **settings) as running:
        while not (data / "restore-work" / "new").exists() and running.poll() is None:
            time.sleep(0.001)
        os.kill(running.pid, signal.SIGKILL)
    assert len(people(data)) in {5, 400}
    assert bot("restore", "--replace", str(file), cwd=tmp_path, DATA_DIR=str(data)).returncode == 0
    assert len(people(data)) == 400
    assert not (data / "restore-work").exists()


def test_run_warns_of_data_that_will_not_stay(tmp_path: Path) -> None:
    """A data directory in memory is told of in one sentence at the start, and the bot serves all the same."""
    memory = Path("/dev/shm")  # noqa: S108 -- looked at, not written to, where it is memory
    if not memory.is_dir() or fleeting(memory) is None:
        pytest.skip("this machine has no files in memory")
    with TemporaryDirectory(dir=memory) as folder:
        settings = {
            "DATA_DIR": str(Path(folder) / "data"),
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_URL": f"http://127.0.0.1:{free_port()}",
        }
        with process("run", cwd=tmp_path, **settings) as running:
            assert running.stdout
            told = ""
            while "store_opened" not in told:
                told += (line := running.stdout.readline())
                assert line, told
    (sentence,) = [line for line in told.splitlines() if "in memory" in line]
    assert sentence.startswith("DATA_DIR ")
    assert "BACKUP_DIR" in sentence
