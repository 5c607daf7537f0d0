"""The consent's words and its version belong together."""

from pathlib import Path
from shutil import copytree

import pytest

from bot.content.consent_check import AGREED, check_consent, fingerprint
from bot.content.library import inspect
from bot.content.texts import read_texts
from bot.domain.person import CONSENT_VERSION
from tests.conftest import NOON, ROOT

CONTENT, TODAY = ROOT / "content", NOON.date()

TEXTS = "texts_id.ftl"


def changed(folder: Path, old: str, new: str) -> Path:
    copytree(CONTENT, folder)
    path = folder / TEXTS
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_shipped_words_are_those_of_the_version_people_are_asked_for() -> None:
    """What people agree to now has the fingerprint of this version, and of no other."""
    texts, _ = read_texts(CONTENT / TEXTS)
    assert AGREED[CONSENT_VERSION] == fingerprint(texts)
    assert max(AGREED) == CONSENT_VERSION
    assert len(set(AGREED.values())) == len(AGREED)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("bot ini menyimpan ID Telegram", "bot ini menyimpan foto, ID Telegram"),
        ("<b>Berapa lama.</b> Sampai Anda menghapusnya.", "<b>Berapa lama.</b> Lima tahun."),
    ],
)
def test_other_words_without_another_version_are_refused(
    old: str, new: str, tmp_path: Path
) -> None:
    """Of the first screen and of the complete text alike; the fault says what to write where."""
    path = changed(tmp_path / "content", old, new)
    (problem,) = inspect(path.parent, TODAY).problems
    assert not problem.is_warning
    assert "CONSENT_VERSION" in problem.advice
    found = fingerprint(read_texts(path)[0])
    assert found in problem.advice
    raised = {**AGREED, CONSENT_VERSION + 1: found}
    assert check_consent(read_texts(path)[0], path, raised, CONSENT_VERSION + 1) == []


def test_line_breaks_and_other_texts_do_not_count(tmp_path: Path) -> None:
    """Only what is read changes the consent."""
    path = changed(
        tmp_path / "content", "bot ini menyimpan ID Telegram", "bot ini\n    menyimpan ID Telegram"
    )
    assert inspect(path.parent, TODAY).problems == ()
