"""Encrypts a backup for a public key and opens it with the private one, by age (``pyrage``, an extra).

The private key is never where the bot runs: a stolen disk then gives no backup away. So that the bot can try
what it has written all the same, each is encrypted for a key of the moment, too, which is forgotten at once.
"""

import re
from pathlib import Path
from typing import Any, Final

from bot.errors import BackupFailed, BackupUnusable

MAGIC: Final = b"age-encryption.org/"
RECIPIENT: Final = re.compile(r"age1[0-9a-z]{58}")
SUFFIX: Final = ".age"


def fault_of(recipient: str) -> str | None:
    """Say why one cannot encrypt for this recipient; None if one can."""
    if not RECIPIENT.fullmatch(recipient):
        return "is no public key of age; age-keygen prints one like age1…"
    try:
        _age().x25519.Recipient.from_str(recipient)
    except BackupFailed:
        return "needs the package pyrage: pip install 'pyrage>=1.4,<2'"
    except _age().RecipientError:
        return "is no public key of age; is a letter missing or wrong?"
    return None


def is_sealed(path: Path) -> bool:
    """Say whether a file is encrypted. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def seal(source: Path, target: Path, recipient: str) -> Any:
    """Encrypt a file for a recipient; give a key of the moment that opens it, too. Raises BackupFailed."""
    age = _age()
    moment = age.x25519.Identity.generate()
    readers = [age.x25519.Recipient.from_str(recipient), moment.to_public()]
    with source.open("rb") as plain, target.open("wb") as sealed:
        age.encrypt_io(plain, sealed, readers)
    return moment


def open_seal(source: Path, target: Path, identity: Any) -> str | None:
    """Decrypt a file with a private key, as far as it is whole; say what is wrong with the rest.

    Raises BackupUnusable for another key, OSError.
    """
    age = _age()
    try:
        with source.open("rb") as sealed, target.open("wb") as plain:
            age.decrypt_io(sealed, plain, [identity])
    except age.DecryptError as error:
        raise BackupUnusable(source, f"it cannot be decrypted with this key: {error}") from error
    except OSError as error:
        if error.errno is not None:
            raise
        return f"it cannot be decrypted to its end ({error})"
    return None


def identity_in(path: Path) -> Any:
    """Read a private key from a file as age-keygen writes it. Raises BackupUnusable."""
    age = _age()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BackupUnusable(path, f"the private key cannot be read: {error}") from error
    for line in lines:
        if line.startswith("AGE-SECRET-KEY-"):
            try:
                return age.x25519.Identity.from_str(line.strip())
            except age.IdentityError as error:
                raise BackupUnusable(
                    path, f"it holds a private key that is none: {error}"
                ) from None
    raise BackupUnusable(path, "it holds no private key like AGE-SECRET-KEY-…")


def _age() -> Any:
    try:
        import pyrage  # noqa: PLC0415 -- an extra, which most do without
    except ImportError as error:
        raise BackupFailed(
            "encryption needs the package pyrage: pip install 'pyrage>=1.4,<2'"
        ) from error
    return pyrage
