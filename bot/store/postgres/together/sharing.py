"""One question for all who ask the same at about the same time. Must not know what is asked.

An answer belongs to whoever had asked before the question was put, never to who came later: it may
not know what she knows. So while one is under way all who come wait for the next.
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Final, Generic, TypeVar

Q = TypeVar("Q", bound=Hashable)
A = TypeVar("A")


class SharedQuestions(Generic[Q, A]):
    """Questions of one sort, each put once for all who wait for its answer."""

    def __init__(self, put: Callable[[Q], Awaitable[A]]) -> None:
        self._put: Final = put
        self._under_way: Final[dict[Q, asyncio.Task[A]]] = {}
        self._next: Final[dict[Q, asyncio.Task[A]]] = {}

    async def ask(self, question: Q) -> A:
        """Give an answer to a question that is put after this call. Raises what putting it raises."""
        task = self._next.get(question)
        if task is None:
            before = self._under_way.get(question)
            task = asyncio.create_task(self._answer(question, before))
            task.add_done_callback(_looked_at)
            (self._next if before else self._under_way)[question] = task
        return await asyncio.shield(task)

    async def _answer(self, question: Q, before: "asyncio.Task[A] | None") -> A:
        if before:
            await asyncio.wait((before,))
            self._under_way[question] = self._next.pop(question)
        try:
            return await self._put(question)
        finally:
            if question not in self._next:
                del self._under_way[question]


def _looked_at(task: "asyncio.Task[A]") -> None:
    """Have asyncio complain of no error that nobody waits for any more."""
    if not task.cancelled():
        task.exception()
