"""Has pictures, workbooks and pages made in a process of their own, which ends when there is no more to do.

So the bot's own memory and event loop stay free: matplotlib needs some 60 MB and half a second.
"""

import asyncio
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from typing import ClassVar, TypeVar

from bot.chat.files.document import Document
from bot.chat.files.report import StatusPicture, Workbook
from bot.chat.model import LevelPicture
from bot.errors import PictureNotDrawn
from bot.reports.chart import draw_levels
from bot.reports.pages import draw_document, draw_first_that_fits
from bot.reports.poster import Poster, PosterWords, draw_poster
from bot.reports.recap_chart import draw_statuses
from bot.reports.workbook import write_workbook

T = TypeVar("T")
R = TypeVar("R")

MOST_WAITING = 20
"""Pictures asked for and not drawn yet; one more is refused, so that turns need not wait long."""

PATIENCE_SECONDS = 30.0
"""How long one picture may take, the waiting included."""

Draw = Callable[[LevelPicture], bytes]


class Painter:
    """Makes pictures and workbooks one after the other."""

    context: ClassVar[BaseContext] = get_context("spawn")
    """How its process begins: afresh, because a fork would take the bot's memory and locks along."""

    def __init__(self, draw: Draw = draw_levels, most_waiting: int = MOST_WAITING) -> None:
        self._draw = draw
        self._most_waiting = most_waiting
        self._pool: ProcessPoolExecutor | None = None
        self._waiting = 0

    async def levels(self, drawing: LevelPicture) -> bytes:
        """Return the picture as PNG. Raises PictureNotDrawn."""
        return await self._made(self._draw, drawing)

    async def statuses(self, drawing: StatusPicture) -> bytes:
        """Return a school's picture as PNG. Raises PictureNotDrawn."""
        return await self._made(draw_statuses, drawing)

    async def workbook(self, workbook: Workbook) -> bytes:
        """Return a workbook as XLSX. Raises PictureNotDrawn."""
        return await self._made(write_workbook, workbook)

    async def poster(self, words: PosterWords) -> Poster:
        """Return an invitation's page as PDF and its code as PNG. Raises PictureNotDrawn."""
        return await self._made(draw_poster, words)

    async def document(self, document: Document) -> bytes:
        """Return pages to read as PDF. Raises PictureNotDrawn."""
        return await self._made(draw_document, document)

    async def fitting(self, documents: tuple[Document, ...], most: int) -> bytes:
        """Return the first of these whose PDF has at most so many bytes. Raises PictureNotDrawn."""
        return await self._made(draw_first_that_fits, (documents, most))

    async def _made(self, make: Callable[[T], R], wanted: T) -> R:
        if self._waiting >= self._most_waiting:
            raise PictureNotDrawn(reason="too many pictures are waiting")
        self._waiting += 1
        try:
            return await self._elsewhere(make, wanted)
        finally:
            self._waiting -= 1
            if not self._waiting:
                self._close()

    async def _elsewhere(self, make: Callable[[T], R], wanted: T) -> R:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                1, mp_context=self.context, initializer=_ignore_interrupts
            )
        loop = asyncio.get_running_loop()
        try:
            made = loop.run_in_executor(self._pool, make, wanted)
            return await asyncio.wait_for(made, PATIENCE_SECONDS)
        except (BrokenProcessPool, OSError, ValueError, RuntimeError) as error:
            self._close()
            raise PictureNotDrawn(reason=type(error).__name__) from error

    def _close(self) -> None:
        """Let the process end when it is done with what it draws."""
        if self._pool:
            self._pool.shutdown(wait=False)
            self._pool = None


def _ignore_interrupts() -> None:
    """Leave Ctrl-C to the bot, which then ends this process in good order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
