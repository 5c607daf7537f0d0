"""Which links Telegram accepts (TDLib, LinkManager.cpp), and the form it stores them in.

It must not fetch anything.
"""

from urllib.parse import urlsplit

_WEB = frozenset({"http", "https", "tonsite"})
_APP = frozenset({"tg", "ton"})


def checked_url(url: str) -> str | None:
    """`url` as Telegram would store it, or None when it is no link.

    A host without a dot (`http://localhost`) is no link; a bare host gets `http://`.
    """
    url = url.strip()
    if not url or any(character.isspace() for character in url):
        return None
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host = parts.hostname or ""
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme in _APP:
        return url
    if scheme not in _WEB or "." not in host.strip("."):
        return None
    return parts._replace(scheme=scheme, path=parts.path or "/").geturl()


def user_id(url: str) -> int | None:
    """The id in `tg://user?id=…`, else None."""
    prefix = "tg://user?id="
    digits = url.removeprefix(prefix)
    return int(digits) if url.startswith(prefix) and digits.isdecimal() else None
