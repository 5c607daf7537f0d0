"""Files that the bot or the people sent: contents, identifiers, and picture sizes.

Contents are kept as they came: a real server compresses photos, this one only claims the sizes
such a photo would have. It must not decide who may send what.
"""

import secrets
import struct
from dataclasses import dataclass

from bot.simulator.clock import Clock
from bot.simulator.errors import Json, bad_request

DOWNLOAD_BYTES = 20 << 20
_PHOTO_BYTES = 10 << 20
_PHOTO_SUM = 10_000
_PHOTO_RATIO = 20
_PHOTO_SIDES = (90, 320, 800, 1280)
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_LINK_SECONDS = 3600.0
_PREFIXES = {"photo": "AgACAgUAAxk", "document": "BQACAgUAAxk", "voice": "AwACAgUAAxk",
             "video": "BAACAgUAAxk", "sticker": "CAACAgUAAxk"}  # fmt: skip
_FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "video": "videos",
            "sticker": "stickers"}  # fmt: skip
_SUFFIXES = {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "sticker": ".webp"}


@dataclass(frozen=True, slots=True)
class File:
    """One stored file; `name` is what a document was called."""

    id: str
    unique_id: str
    kind: str
    content: bytes
    name: str
    media_type: str
    path: str

    def sizes(self) -> Json:
        """The fields that every kind of file has in a message."""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }


class Files:
    """All files of the simulator, by file_id."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._files: dict[str, File] = {}
        self._photos: dict[str, list[Json]] = {}
        self._links: dict[str, tuple[File, float]] = {}

    def get(self, file_id: str) -> File | None:
        """The file with this identifier."""
        return self._files.get(file_id)

    def link(self, file: File) -> str:
        """A path under which the file can be loaded for an hour."""
        self._links[file.path] = (file, self._clock.seconds() + _LINK_SECONDS)
        return file.path

    def linked(self, path: str) -> File | None:
        """The file behind a link that still holds."""
        file, until = self._links.get(path, (None, 0.0))
        return file if self._clock.seconds() <= until else None

    def keep(self, kind: str, content: bytes, *, name: str = "", media_type: str = "") -> File:
        """Store a file and give it its identifiers."""
        suffix = _SUFFIXES.get(kind) or _suffix(name)
        file = File(
            id=_PREFIXES[kind] + secrets.token_urlsafe(24),
            unique_id=secrets.token_urlsafe(11),
            kind=kind,
            content=content,
            name=name,
            media_type=media_type,
            path=f"{_FOLDERS[kind]}/file_{len(self._files)}{suffix}",
        )
        self._files[file.id] = file
        return file

    def keep_photo(self, content: bytes, *, name: str = "") -> list[Json]:
        """Store a photo; its sizes ascending, each with its own identifier. Raises ApiError."""
        width, height = photo_dimensions(content)
        longest = max(width, height)
        sides = [side for side in _PHOTO_SIDES if side < longest] or [longest]
        if longest <= _PHOTO_SIDES[-1]:
            sides.append(longest)
        sizes: list[Json] = []
        for side in dict.fromkeys(sides):
            file = self.keep("photo", content, name=name, media_type=_picture_type(content))
            scaled = (max(1, round(pixels * side / longest)) for pixels in (width, height))
            sizes.append({**file.sizes(), **dict(zip(("width", "height"), scaled, strict=True))})
            self._photos[file.id] = sizes
        return sizes

    def photo_sizes(self, file: File) -> list[Json]:
        """All sizes of the photo of which `file` is one."""
        return self._photos[file.id]


def photo_dimensions(content: bytes) -> tuple[int, int]:
    """Width and height of a photo. Raises ApiError for what Telegram takes for no photo."""
    if len(content) > _PHOTO_BYTES:
        raise bad_request(
            f"file of size {len(content)} bytes is too big for a photo; "
            f"the maximum size is {_PHOTO_BYTES} bytes"
        )
    width, height = _picture_size(content)
    if not width or not height:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if width + height > _PHOTO_SUM or max(width, height) > _PHOTO_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _picture_size(content: bytes) -> tuple[int, int]:
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
            return struct.unpack(">II", content[16:24])
        if content[:6] in (b"GIF87a", b"GIF89a"):
            return struct.unpack("<HH", content[6:10])
        if content.startswith(b"\xff\xd8"):
            return _jpeg_size(content)
    except struct.error:
        pass
    return 0, 0


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Read the frame header (ITU T.81, table B.1)."""
    at = 2
    while at < len(content):
        marker, length = struct.unpack(">xBH", content[at : at + 4])
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0


def _picture_type(content: bytes) -> str:
    if content.startswith(b"\x89PNG"):
        return "image/png"
    return "image/gif" if content.startswith(b"GIF8") else "image/jpeg"


def _suffix(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    return f".{suffix}" if stem and dot and suffix.isalnum() else ""
