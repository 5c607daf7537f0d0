"""A tar.gz of small files, written in one way and read strictly: no bit of it may change unnoticed.

Any tar can unpack it. Reading is our own because libraries forgive: they skip what they do not understand,
take a broken header for the end, and never look at the padding. Must not know what the files mean.
"""

import gzip
import tarfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

BLOCK: Final = 512
END: Final = bytes(2 * BLOCK)
CHUNK: Final = 1 << 18
LEVEL: Final = 5
"""Of gzip: 6 takes half as long again for 2 % less."""

GZIP_HEAD: Final = bytes([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255])
"""The head of every gzip of ours: no time, no name, no system."""

MOST_BYTES: Final = 1 << 25
"""Of one file: the most the store takes."""

MOST_SUMS: Final = 1 << 30
"""Of the one file that has a line for each other."""


class Unreadable(Exception):  # noqa: N818 - what happened; whoever reads says where
    """The file cannot be read from here on."""


class TarWriter:
    """Writes files one after another; close it."""

    def __init__(self, sink: BinaryIO) -> None:
        self._gzip = gzip.GzipFile(
            filename="", mode="wb", fileobj=sink, mtime=0, compresslevel=LEVEL
        )
        self._waiting: list[bytes] = []
        self._size = 0

    def add(self, name: str, content: bytes) -> None:
        """Add one file."""
        info = tarfile.TarInfo(name)
        info.size, info.mode = len(content), 0o600
        self._write(info.tobuf(tarfile.USTAR_FORMAT))
        self._write(content + bytes(-len(content) % BLOCK))

    def close(self) -> None:
        """Write the end."""
        self._write(END)
        self._flush()
        self._gzip.close()

    def _write(self, part: bytes) -> None:
        self._waiting.append(part)
        self._size += len(part)
        if self._size > CHUNK:
            self._flush()

    def _flush(self) -> None:
        self._gzip.write(b"".join(self._waiting))
        self._waiting.clear()
        self._size = 0


class TarReader:
    """Reads files one after another."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._inflate = zlib.decompressobj(wbits=31)
        self._ready = bytearray()
        self._fed = False
        self.head_is_ours = True
        """Whether the first bytes, which mean nothing, are as we write them."""

    def __iter__(self) -> Iterator[tuple[str, bytes | None]]:
        """Yield names and contents, None for what is no file. Raises Unreadable where it is damaged."""
        while any(header := self._take(BLOCK)):
            yield self._file(header)
        if any(self._take(BLOCK)):
            raise Unreadable("its end is damaged")
        self._check_end()

    def _file(self, header: bytes) -> tuple[str, bytes | None]:
        try:
            info = tarfile.TarInfo.frombuf(header, "utf-8", "backslashreplace")
        except (tarfile.HeaderError, ValueError) as error:
            raise Unreadable(f"a header is damaged ({error})") from error
        if not 0 <= info.size <= (MOST_SUMS if "/" not in info.name else MOST_BYTES):
            raise Unreadable(f"{info.name!r} is too large")
        content = self._take(info.size)
        if any(self._take(-info.size % BLOCK)):
            raise Unreadable(f"what follows {info.name!r} is damaged")
        return info.name, content if info.type == tarfile.REGTYPE else None

    def _take(self, size: int) -> bytes:
        while len(self._ready) < size:
            self._ready += self._more()
        taken = bytes(memoryview(self._ready)[:size])
        del self._ready[:size]
        return taken

    def _more(self) -> bytes:
        if self._inflate.eof:
            raise Unreadable("it ends too early")
        packed = self._inflate.unconsumed_tail or self._source.read(CHUNK)
        if not self._fed:
            if packed[:2] != GZIP_HEAD[:2]:
                raise Unreadable("it is no tar.gz")
            self.head_is_ours, self._fed = packed[: len(GZIP_HEAD)] == GZIP_HEAD, True
        if not packed:
            raise Unreadable("it was cut off")
        try:
            return self._inflate.decompress(packed, 4 * CHUNK)
        except zlib.error as error:
            raise Unreadable(f"it is damaged from here on ({error})") from error

    def _check_end(self) -> None:
        """Read to the end, where the checksum of everything stands."""
        while not self._inflate.eof:
            self._ready += self._more()
        if any(self._ready) or self._inflate.unused_data or self._source.read(1):
            raise Unreadable("something follows its end")
