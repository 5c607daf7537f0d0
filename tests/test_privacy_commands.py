"""The commands with which whoever runs the bot keeps what people were promised about their data."""

import json
from pathlib import Path

from bot.run.privacy.breach_order import ORDER, BreachOrder
from tests.delivery.test_breach import FILLED, TEMPLATE, filled
from tests.forked import bot


def test_the_template_of_a_notice_is_printed_as_it_is(tmp_path: Path) -> None:
    """It goes into a file, is filled in, and comes back with the same command."""
    done = bot("breach", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, TEMPLATE.read_text(encoding="utf-8"))


def test_a_notice_is_shown_whole_and_left_for_the_bot(tmp_path: Path) -> None:
    """With what people will read, whom it is for, and that the law's time is over, if it is."""
    (tmp_path / "notice.toml").write_text(filled())
    (tmp_path / "data").mkdir(mode=0o700)
    done = bot("breach", "notice.toml", "--yes", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "kami mohon maaf" in done.stdout
    assert "To: semua" in done.stdout
    assert "until 2026-11-06 15:00 UTC" in done.stdout
    order = tmp_path / "data" / ORDER
    assert order.stat().st_mode & 0o777 == 0o600
    left = BreachOrder.model_validate(json.loads(order.read_text()))
    assert left == BreachOrder.model_validate(FILLED)


def test_nothing_is_left_without_a_yes_or_with_a_line_missing(tmp_path: Path) -> None:
    """A slip of the hand tells nobody anything."""
    (tmp_path / "data").mkdir(mode=0o700)
    (tmp_path / "notice.toml").write_text(filled())
    assert bot("breach", "notice.toml", cwd=tmp_path).returncode != 0
    (tmp_path / "notice.toml").write_text(filled().replace(FILLED["kontak"], ""))
    done = bot("breach", "notice.toml", "--yes", cwd=tmp_path)
    assert (done.returncode, "kontak" in done.stderr) == (2, True)
    assert list((tmp_path / "data").iterdir()) == []
