"""What can be set from outside, and how faults are told."""

from pathlib import Path

import pytest

from bot.errors import SettingsFaulty
from bot.run.settings import (
    Settings,
    content_place,
    load_serving_settings,
    load_settings,
    misnamed,
)
from tests.each import each


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting of the machine reaches these tests."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def test_the_defaults_suit_a_first_try() -> None:
    """Without any setting the public Bot API, a local folder and 30 messages a second are meant."""
    settings = load_settings()
    assert settings.telegram_bot_token is None
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert settings.data_dir == Path("data")
    assert settings.messages_per_second == 30
    assert settings.tick_seconds == 60


def test_the_environment_and_the_env_file_are_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The environment wins over .env; empty values count as not set."""
    (tmp_path / ".env").write_text("PORT=81\nADMIN_IDS=1, 2 3\nWEBHOOK_URL=\n", encoding="utf-8")
    monkeypatch.setenv("PORT", "82")
    settings = load_settings()
    assert settings.port == 82
    assert settings.admin_ids == {1, 2, 3}
    assert settings.webhook_url is None


def test_all_faults_are_told_at_once() -> None:
    """Every setting that cannot be used is named in one error."""
    with pytest.raises(SettingsFaulty) as caught:
        load_settings(
            telegram_bot_token="nonsense",
            telegram_api_url="telegram",
            webhook_url="http://example.org/hook",
            admin_ids="one",
            port=70000,
            tick_seconds=0,
            log_level="LOUD",
            database_url="mysql://x",
        )
    named = {problem.split(" ")[0] for problem in caught.value.problems}
    assert named == {
        "TELEGRAM_BOT_TOKEN",
        "TELEGRAM_API_URL",
        "WEBHOOK_URL",
        "WEBHOOK_SECRET",
        "ADMIN_IDS",
        "PORT",
        "TICK_SECONDS",
        "LOG_LEVEL",
        "DATABASE_URL",
    }
    assert "PORT should be less than or equal to 65535" in caught.value.problems


@each(
    ("values", "told"),
    [
        ({"database_url": "mysql://x:secret@h/d"}, "DATABASE_URL is no address"),
        ({"database_url": "postgresql://x:secret@h/d?colour=red"}, "DATABASE_URL is no address"),
    ],
)
def test_a_database_is_postgresql(values: dict[str, str], told: str) -> None:
    """Another sort of database is refused, and what is no address, without its password."""
    with pytest.raises(SettingsFaulty) as caught:
        load_settings(**values)
    (problem,) = caught.value.problems
    assert problem.startswith(told)
    assert "secret" not in problem


def test_a_missing_token_is_told_with_all_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Serving needs a token; that it is missing does not wait until the other faults are mended."""
    monkeypatch.setenv("PORT", "99999")
    with pytest.raises(SettingsFaulty) as caught:
        load_serving_settings()
    assert [problem.split(" ")[0] for problem in caught.value.problems] == [
        "TELEGRAM_BOT_TOKEN",
        "PORT",
    ]
    assert "is missing" in caught.value.problems[0]


def test_each_fault_is_told_once_and_as_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several wrong ids are one fault, and no sentence has two subjects."""
    monkeypatch.setenv("ADMIN_IDS", "satu dua")
    monkeypatch.setenv("OPERATOR", "x" * 201)
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:99999")
    with pytest.raises(SettingsFaulty) as caught:
        load_settings()
    assert sorted(caught.value.problems) == [
        "ADMIN_IDS holds what is no Telegram id; write numbers, with commas or blanks",
        "OPERATOR should have at most 200 characters",
        "TELEGRAM_API_URL Port out of range 0-65535",
    ]


def test_the_content_is_found_though_other_settings_are_faulty(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the content is can be told alone, so that it can be checked all the same."""
    monkeypatch.setenv("PORT", "99999")
    monkeypatch.setenv("CONTENT_DIR", "isi")
    assert content_place() == Path("isi")


def test_an_env_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    """A .env saved by a word processor is refused in words."""
    (tmp_path / ".env").write_bytes(b"OPERATOR=caf\xe9\n")
    with pytest.raises(SettingsFaulty, match="UTF-8"):
        load_settings()


def test_a_line_of_the_env_file_that_is_none_is_told_beside_other_faults(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A quotation mark too few would else swallow the settings after it without a word."""
    (tmp_path / ".env").write_text('OPERATOR="KKG Contoh\nBACKUP_KEEP=7\n', encoding="utf-8")
    monkeypatch.setenv("PORT", "99999")
    with pytest.raises(SettingsFaulty) as caught:
        load_settings()
    assert [problem.split()[0] for problem in caught.value.problems] == [".env:1", "PORT"]
    assert "Contoh" not in str(caught.value)


def test_a_name_in_the_env_file_that_is_no_setting_is_told_with_the_one_meant(
    tmp_path: Path,
) -> None:
    """It stops nobody: other programs may read the same file. Values are not repeated."""
    lines = "\ufeffTELEGRAM_TOKEN=1:abc\nADMIN_ID=5\n# a remark\n\nexport FOO=1\ndata_dir=x\n"
    (tmp_path / ".env").write_text(lines, encoding="utf-8")
    assert load_settings().data_dir == Path("x")
    assert [str(one).partition("warning: ")[2] for one in misnamed()] == [
        "TELEGRAM_TOKEN is no setting of the bot; write TELEGRAM_BOT_TOKEN",
        "ADMIN_ID is no setting of the bot; write ADMIN_IDS",
        "FOO is no setting of the bot; see the README for their names",
    ]


def test_an_env_file_of_another_user_is_told(tmp_path: Path) -> None:
    """A file that only the bot's own user may read is no riddle to somebody who forgot `sudo -u`."""
    (tmp_path / ".env").symlink_to("/proc/self/mem")  # even root reads nothing at its beginning
    with pytest.raises(SettingsFaulty, match="cannot be read"):
        load_settings()


def test_a_faulty_token_is_not_repeated() -> None:
    """The message says what is wrong without showing the secret."""
    with pytest.raises(SettingsFaulty) as caught:
        load_settings(telegram_bot_token="123:almost a secret")
    assert "almost" not in str(caught.value)


def test_the_token_is_not_shown_in_the_settings() -> None:
    """Printing the settings does not print the token."""
    assert "ABCDEF" not in repr(load_settings(telegram_bot_token="123:ABCDEF"))


@each("secret", [None, "short", "with blanks in it, sixteen"])
def test_a_webhook_needs_a_good_secret(secret: str | None) -> None:
    """Without a secret that is hard to guess anybody could send updates."""
    with pytest.raises(SettingsFaulty, match="WEBHOOK_SECRET"):
        load_settings(webhook_url="https://example.org/hook", webhook_secret=secret)


def test_a_loopback_webhook_may_be_plain() -> None:
    """A webhook on this machine, such as a test's, needs no certificate."""
    settings = load_settings(webhook_url="http://127.0.0.1:9/hook", webhook_secret="s" * 16)
    assert settings.webhook_url == "http://127.0.0.1:9/hook"


@pytest.mark.parametrize(
    ("given", "host"),
    [
        (None, "0.0.0.0"),  # noqa: S104 -- the default
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("::1", "::1"),
        ("[::1]", "::1"),
        ("LOCALHOST", "127.0.0.1"),
        (" Localhost ", "127.0.0.1"),
        (" 127.0.0.1\t", "127.0.0.1"),
        (" [::1] ", "::1"),
    ],
)
def test_the_address_to_listen_on_can_be_set(
    given: str | None, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """WEB_HOST names one address of the machine; without it all are listened on."""
    monkeypatch.delenv("WEB_HOST", raising=False)
    if given:
        monkeypatch.setenv("WEB_HOST", given)
    assert load_settings().web_host == host


@pytest.mark.parametrize(
    "given",
    [
        "example.id",
        "1.2.3",
        "https://127.0.0.1",
        "127.0.0.1:8080",
        "]]::1[[",
        "[[::1]]",
        "[::1",
        "::1]",
        "[127.0.0.1]",
        "[localhost]",
        "[]",
    ],
)
def test_what_is_no_address_to_listen_on_is_refused(
    given: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name or an address with a port is told as a fault of WEB_HOST."""
    monkeypatch.setenv("WEB_HOST", given)
    with pytest.raises(SettingsFaulty) as caught:
        load_settings()
    assert caught.value.problems == (
        "WEB_HOST is no address of this machine; write it like 127.0.0.1",
    )


@each(
    "path",
    [
        "/a/../b", "/./a", "/..", "/%2e%2e/a", "/a%", "/%zz", "/a%2", "/a\\b", "/a\x07b", "/a\nb", "/#a",
        "/a#", "/a%00",
    ],
)  # fmt: skip
def test_a_path_that_cannot_be_served_is_refused(path: str) -> None:
    """What a proxy or Telegram would read as another path is told as one fault of WEBHOOK_URL."""
    with pytest.raises(SettingsFaulty) as caught:
        load_settings(webhook_url=f"https://example.org{path}", webhook_secret="s" * 16)
    assert caught.value.problems == (
        "WEBHOOK_URL has a path that cannot be served; write it like https://host/telegram",
    )
