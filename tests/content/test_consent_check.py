"""The consent's words and its version belong together."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

from bot.content.consent_check import CONSENT, SCHOOL, Agreed, check_consent, fingerprint
from bot.content.library import inspect
from bot.content.texts import read_texts
from tests.conftest import NOON, ROOT
from tests.each import each

CONTENT, TODAY = ROOT / "content", NOON.date()

TEXTS = "texts_id.ftl"


def changed(folder: Path, old: str, new: str) -> Path:
    copytree(CONTENT, folder)
    path = folder / TEXTS
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@each("agreed", [CONSENT, SCHOOL])
def test_the_shipped_words_are_those_of_the_version_people_are_asked_for(agreed: Agreed) -> None:
    """What people agree to now has the fingerprint of this version, and of no other."""
    texts, _ = read_texts(CONTENT / TEXTS)
    assert agreed.versions[agreed.version] == fingerprint(texts, agreed)
    assert max(agreed.versions) == agreed.version
    assert len(set(agreed.versions.values())) == len(agreed.versions)


@each(
    ("agreed", "old", "new"),
    [
        (CONSENT, "bot ini menyimpan ID Telegram", "bot ini menyimpan foto, ID Telegram"),
        (
            CONSENT,
            "<b>Berapa lama.</b> Sampai Anda menghapusnya.",
            "<b>Berapa lama.</b> Lima tahun.",
        ),
        (SCHOOL, "nama yang Anda pilih, jenjang,", "nama yang Anda pilih, jenjang, zona waktu,"),
        (SCHOOL, "Koordinator melihat jenjang,", "Koordinator melihat tingkat, jenjang,"),
    ],
)
def test_other_words_without_another_version_are_refused(
    agreed: Agreed, old: str, new: str, tmp_path: Path
) -> None:
    """Of the consent and of what a coordinator sees alike; the fault says what to write where."""
    path = changed(tmp_path / "content", old, new)
    (problem,) = inspect(path.parent, TODAY).problems
    assert not problem.is_warning
    assert agreed.constant in problem.advice
    found = fingerprint(read_texts(path)[0], agreed)
    assert found in problem.advice
    following = agreed.version + 1
    raised = replace(agreed, version=following, versions={**agreed.versions, following: found})
    assert check_consent(read_texts(path)[0], path, (raised,)) == []


def test_line_breaks_and_other_texts_do_not_count(tmp_path: Path) -> None:
    """Only what is read changes the consent."""
    path = changed(
        tmp_path / "content", "bot ini menyimpan ID Telegram", "bot ini\n    menyimpan ID Telegram"
    )
    assert inspect(path.parent, TODAY).problems == ()
