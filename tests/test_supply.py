"""What the bot is made of: a wheel that is the same wherever it is built, and packages with known licences."""

import hashlib
import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from shutil import copy, copytree, ignore_patterns
from types import ModuleType
from zipfile import ZipFile

import pytest

from bot import __version__
from tests.compiled import lend_compiled
from tests.forked import bot

ROOT = Path(__file__).parents[1]
BUILT_FROM = ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE")


def build(folder: Path) -> Path:
    """Return the wheel that a copy of the tree in this folder gives."""
    folder.mkdir(parents=True)
    for name in BUILT_FROM:
        copy(ROOT / name, folder)
    for name in ("bot", "content"):
        copytree(ROOT / name, folder / name, ignore=ignore_patterns("__pycache__"))
    build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel")
    subprocess.run(build, cwd=folder, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    return wheel


def script(path: str) -> ModuleType:
    """A script of the project that is no part of the bot."""
    spec = spec_from_file_location(Path(path).stem, ROOT / path)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_two_builds_give_one_wheel_that_runs_by_itself(tmp_path: Path) -> None:
    """Whoever builds a release gets the same bytes; the wheel brings its content and finds it."""
    first, second = build(tmp_path / "one"), build(tmp_path / "elsewhere" / "two")
    assert [hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in (first, second)] == [
        hashlib.sha256(first.read_bytes()).hexdigest()
    ] * 2
    with ZipFile(first) as wheel:
        wheel.extractall(tmp_path / "installed")
    lend_compiled(tmp_path / "installed")
    checked = subprocess.run(
        [sys.executable, "-m", "bot", "check"],
        cwd=tmp_path / "installed",
        env={"PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "No problems found.\n", "")


def test_the_version_is_told() -> None:
    """`python -m bot --version` says which release runs; the changelog has a section for it."""
    said = bot("--version", cwd=ROOT)
    assert said.returncode == 0
    assert said.stdout == f"Langkah Guru, version {__version__}\n"
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_list_of_parts_names_the_release(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`make audit` writes which release its CycloneDX file is of, beside all that was found."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bot").mkdir()
    copy(ROOT / "bot" / "__init__.py", tmp_path / "bot")
    bill = tmp_path / "sbom.json"
    bill.write_text('{"metadata": {"component": {"name": "langkah-guru"}}, "components": [1]}')
    script(".ci/audit.py").name_release()
    told = json.loads(bill.read_text())
    assert told["metadata"]["component"] == {"name": "langkah-guru", "version": __version__}
    assert told["components"] == [1]


def test_every_package_stands_with_its_licence() -> None:
    """The list of licences is that of the pinned packages: `make licenses`."""
    listed = (ROOT / "docs" / "licenses.md").read_text(encoding="utf-8").splitlines()
    rows = list(script("docs/licenses.py").rows())
    assert len(rows) > 20
    assert set(rows) <= set(listed)
    assert not [row for row in rows if "see the package" in row]


def test_the_lock_files_name_no_index() -> None:
    """Where packages come from is the business of the machine that installs them."""
    for lock in (*ROOT.glob("requirements*.txt"), *(ROOT / ".ci").glob("*.txt")):
        assert "://" not in lock.read_text(encoding="utf-8"), lock.name
