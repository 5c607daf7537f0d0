"""The environment (and ``.env``) becomes frozen Settings; all problems are told at once.

Must not open or start anything.
"""

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsFaulty

TOKEN_FORM = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
SECRET_FORM = re.compile(r"[A-Za-z0-9_-]{16,256}")
"""Characters and greatest length: Bot API, setWebhook. The least length is ours: a guessable
secret is none.
"""

PUBLIC_API = "https://api.telegram.org"
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def _split(value: Any) -> Any:
    return value.replace(",", " ").split() if isinstance(value, str) else value


class Settings(BaseSettings):
    """Everything that can be set from outside. Names are those of the environment, in capitals."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        validate_default=True,
    )

    telegram_bot_token: SecretStr | None = None
    telegram_api_url: str = PUBLIC_API
    admin_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(_split)] = frozenset()
    data_dir: Path = Path("data")
    content_dir: Path = Path(__file__).parents[1] / "content"
    database_url: str | None = None
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    port: int = Field(default=8080, ge=0, le=65535)
    tick_seconds: float = Field(default=60, ge=0.05, le=3600)
    messages_per_second: float = Field(default=30, ge=1)
    paid_broadcast: bool = False
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    operator: str = Field(default="", max_length=200)

    @field_validator("telegram_bot_token")
    @classmethod
    def _token_has_its_form(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not TOKEN_FORM.fullmatch(value.get_secret_value()):
            raise ValueError("is no token; @BotFather gives one like 123456:ABC")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _api_is_an_address(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("is no address; write it like https://host or http://127.0.0.1:8081")
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _only_files_yet(cls, value: str | None) -> None:
        if value is not None:
            raise ValueError("is not supported by this version; unset it and use DATA_DIR")

    @field_validator("webhook_url")
    @classmethod
    def _webhook_is_secure(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if not parts.hostname or (parts.scheme != "https" and parts.hostname not in LOOPBACK):
            raise ValueError("must be an https:// address that Telegram can reach")
        return value

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


def load_settings(**overrides: Any) -> Settings:
    """Return the settings of the environment; ``overrides`` win. Raises SettingsFaulty."""
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})
    except ValidationError as error:
        # Never the value itself: it may be a token.
        raise SettingsFaulty(
            tuple(
                f"{str(fault['loc'][0]).upper()} {_sentence(fault['msg'])}"
                for fault in error.errors(include_input=False, include_url=False)
            )
        ) from None


def _sentence(message: str) -> str:
    return message.removeprefix("Value error, ").removeprefix("Input ")
