"""The environment (and ``.env``) becomes frozen Settings; all problems are told at once.

Must not open or start anything.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from importlib.util import find_spec
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import SplitResult, unquote, urlsplit

from dotenv.parser import Binding, parse_stream
from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.content.problem import Problem
from bot.domain.backup import PROMISED_DAYS
from bot.errors import SettingsFaulty
from bot.store.backup import seal

TOKEN_FORM = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
SECRET_FORM = re.compile(r"[A-Za-z0-9_-]{16,256}")
"""Characters and greatest length: Bot API, setWebhook. The least length is ours: a guessable
secret is none.
"""

ID_FORM = re.compile(r"[0-9]{1,19}")

ODD_PATH = re.compile(r"[\x00-\x1f\x7f\\#]|%(?![0-9A-Fa-f]{2})")
"""What browsers, proxies and servers do not all read alike in an address."""

PUBLIC_API = "https://api.telegram.org"
_SUBJECT = re.compile(r"^(?:Value error, |Input |String |Value )")

_CONTENT = Path(__file__).parents[2] / "content"
_SHIPPED = Path(__file__).parents[1] / "_content"
"""Where the content lies beside the program, and where a wheel brings it."""

NO_DATABASE = "is no address; write it like postgresql://user:password@host/name"

ENVIRONMENT = Path(".env")
"""Where the settings lie that are not in the environment, the token among them."""

FILE_ENCODING = "utf-8-sig"
"""Some editors begin a file with a mark that is no part of the first name."""

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def _split(value: Any) -> Any:
    words = value.replace(",", " ").split() if isinstance(value, str) else value
    if isinstance(value, str) and not all(ID_FORM.fullmatch(word) for word in words):
        raise ValueError("holds what is no Telegram id; write numbers, with commas or blanks")
    return words


def _address(value: str) -> SplitResult:
    """Return the parts of an address. Raises ValueError when its host or port is none."""
    parts = urlsplit(value)
    if parts.port == 0:
        raise ValueError("has no port like 8081")
    return parts


def _is_plain_path(address: str, path: str) -> bool:
    """Whether nobody on the way reads this path as another one."""
    steps = unquote(path).split("/")
    return (
        not ODD_PATH.search(address)
        and unquote(path).isprintable()
        and not {".", ".."}.intersection(steps)
    )


class ContentPlace(BaseSettings):
    """Where the content is; told even when other settings cannot be used."""

    model_config = SettingsConfigDict(
        env_file=ENVIRONMENT,
        env_file_encoding=FILE_ENCODING,
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        validate_default=True,
    )

    content_dir: Path = _CONTENT if _CONTENT.is_dir() else _SHIPPED


class Settings(ContentPlace):
    """Everything that can be set from outside. Names are those of the environment, in capitals."""

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = PUBLIC_API
    admin_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(_split)] = frozenset()
    data_dir: Path = Path("data")
    database_url: SecretStr | None = None
    migrate_at_start: bool = True
    check_at_start: bool = True
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    web_host: str = "0.0.0.0"  # noqa: S104 -- hosts with a proxy of their own name no address
    port: int = Field(default=8080, ge=0, le=65535)
    tick_seconds: float = Field(default=60, ge=0.05, le=3600)
    messages_per_second: float = Field(default=30, ge=1)
    paid_broadcast: bool = False
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    log_format: Literal["text", "json"] = "text"
    operator: str = Field(default="", max_length=200)
    backup_dir: Path | None = None
    backup_keep: int = Field(default=14, ge=1, le=PROMISED_DAYS)
    backup_recipient: str | None = None
    backup_chat: int | None = None

    @field_validator("telegram_bot_token")
    @classmethod
    def _token_has_its_form(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not TOKEN_FORM.fullmatch(value.get_secret_value()):
            raise ValueError("is no token; @BotFather gives one like 123456:ABC")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _api_is_an_address(cls, value: str) -> str:
        parts = _address(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("is no address; write it like https://host or http://127.0.0.1:8081")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database_can_be_used(cls, value: SecretStr | None) -> SecretStr | None:
        if value is None:
            return None
        address = value.get_secret_value()
        if urlsplit(address).scheme not in {"postgres", "postgresql"}:
            raise ValueError(NO_DATABASE)
        if find_spec("psycopg") is None or find_spec("psycopg_pool") is None:
            raise ValueError("needs the packages of requirements-postgres.txt, which are missing")
        from psycopg import ProgrammingError, conninfo  # noqa: PLC0415 -- an extra brings it

        try:
            conninfo.conninfo_to_dict(address)
        except ProgrammingError:  # its words repeat the address, password and all
            raise ValueError(NO_DATABASE) from None
        return value

    @field_validator("webhook_url")
    @classmethod
    def _webhook_is_secure(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = _address(value)
        if not parts.hostname or (parts.scheme != "https" and parts.hostname not in LOOPBACK):
            raise ValueError("must be an https:// address that Telegram can reach")
        if not _is_plain_path(value, parts.path):
            raise ValueError(
                "has a path that cannot be served; write it like https://host/telegram"
            )
        return value

    @field_validator("backup_recipient")
    @classmethod
    def _recipient_is_a_key(cls, value: str | None) -> str | None:
        if value is not None and (fault := seal.fault_of(value)):
            raise ValueError(fault)
        return value

    @field_validator("backup_chat")
    @classmethod
    def _chat_is_an_admins(cls, value: int | None, info: ValidationInfo) -> int | None:
        if value is None:
            return None
        if value not in info.data.get("admin_ids", {value}):
            raise ValueError("must be one of ADMIN_IDS: everybody's data go there")
        if info.data.get("backup_recipient", "refused") is None:
            raise ValueError(
                "is allowed only with BACKUP_RECIPIENT: nothing goes there in the clear"
            )
        if info.data.get("backup_dir", "refused") is None:
            raise ValueError("needs BACKUP_DIR, where backups are made")
        return value

    @field_validator("web_host")
    @classmethod
    def _host_is_an_address(cls, value: str) -> str:
        host = value.strip().lower()
        try:
            if host.startswith("[") and host.endswith("]"):
                return str(IPv6Address(host[1:-1]))
            return str(ip_address("127.0.0.1" if host == "localhost" else host))
        except ValueError:
            raise ValueError("is no address of this machine; write it like 127.0.0.1") from None

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_has_a_secret(
        cls, value: SecretStr | None, info: ValidationInfo
    ) -> SecretStr | None:
        # An address that was refused is missing from the data: it was given all the same.
        if value is None and info.data.get("webhook_url", "refused"):
            raise ValueError("is needed with WEBHOOK_URL; set 16 to 256 of A-Z a-z 0-9 _ -")
        if value is not None and not SECRET_FORM.fullmatch(value.get_secret_value()):
            raise ValueError("must be 16 to 256 of A-Z a-z 0-9 _ -")
        return value


class ServingSettings(Settings):
    """The settings with which Telegram can be served: a token is among them."""

    @field_validator("telegram_bot_token")
    @classmethod
    def _token_is_there(cls, value: SecretStr | None) -> SecretStr:
        if value is None:
            raise ValueError("is missing; @BotFather gives one (or try: python -m bot demo)")
        return value


def misnamed() -> list[Problem]:
    """Return every name in the file of settings that is none, as a warning. Raises SettingsFaulty."""
    known = [name.upper() for name in Settings.model_fields]
    problems = []
    for line in _lines():
        if line.key and line.key.upper() not in known:
            like = get_close_matches(line.key.upper(), known, 1, cutoff=0.7)
            advice = f"write {like[0]}" if like else "see the README for their names"
            number, fault = line.original.line, f"{line.key} is no setting of the bot"
            problems.append(Problem(ENVIRONMENT, number, fault, advice, is_warning=True))
    return problems


def load_settings(**overrides: Any) -> Settings:
    """Return the settings of the environment; ``overrides`` win. Raises SettingsFaulty."""
    return _load(Settings, overrides)


def load_serving_settings() -> Settings:
    """Return the settings of the environment, the token among them. Raises SettingsFaulty."""
    return _load(ServingSettings, {})


def content_place() -> Path:
    """Return the content folder, whatever else is wrong. Raises SettingsFaulty."""
    return _load(ContentPlace, {}).content_dir


Kind = TypeVar("Kind", bound=BaseSettings)


def _load(kind: type[Kind], overrides: Mapping[str, Any]) -> Kind:
    unread = [one.original.line for one in _lines() if one.error][:1]
    problems = [f"{ENVIRONMENT}:{line} cannot be read; write it like NAME=value" for line in unread]
    try:
        loaded = kind(**{name: value for name, value in overrides.items() if value is not None})
    except ValidationError as error:
        # Never the value itself: it may be a token.
        problems += (
            f"{str(fault['loc'][0]).upper()} {_sentence(fault['msg'])}"
            for fault in error.errors(include_input=False, include_url=False)
        )
        raise SettingsFaulty(tuple(dict.fromkeys(problems))) from None
    if problems:
        raise SettingsFaulty(tuple(problems))
    return loaded


def _lines() -> list[Binding]:
    """Return what stands in the file of settings, if there is one. Raises SettingsFaulty."""
    try:
        with ENVIRONMENT.open(encoding=FILE_ENCODING) as file:
            return list(parse_stream(file))
    except (FileNotFoundError, IsADirectoryError):
        return []
    except UnicodeDecodeError:
        raise SettingsFaulty((f"{ENVIRONMENT} is not UTF-8; save it as UTF-8",)) from None
    except OSError as error:
        raise SettingsFaulty((f"{ENVIRONMENT} cannot be read: {error.strerror}",)) from None


def _sentence(message: str) -> str:
    """Return what follows a setting's name: pydantic's words without their subject."""
    return _SUBJECT.sub("", message)
