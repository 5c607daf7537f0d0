"""Questions that are put once for many: nobody gets an answer that is older than her question."""

import asyncio
from collections.abc import Callable

import pytest

from bot.store.postgres.together.sharing import SharedQuestions


class Desk:
    """Answers a question with how many were put so far, when it is let."""

    def __init__(self) -> None:
        self.put: list[str] = []
        self.lets = asyncio.Semaphore(0)

    async def answer(self, question: str) -> int:
        """Take a question now, and answer it later."""
        self.put.append(question)
        number = len(self.put)
        await self.lets.acquire()
        if question == "bad":
            raise LookupError(question)
        return number


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def ask(desk: Desk) -> Callable[[str], "asyncio.Task[int]"]:
    questions = SharedQuestions(desk.answer)
    return lambda question: asyncio.create_task(questions.ask(question))


async def settle() -> None:
    """Let everything go on that can."""
    for _ in range(10):
        await asyncio.sleep(0)


Ask = Callable[[str], "asyncio.Task[int]"]


async def test_who_comes_while_one_is_under_way_shares_the_next(desk: Desk, ask: Ask) -> None:
    """The first is put at once; all who come meanwhile get the answer to one that is put after it."""
    first = ask("a")
    await settle()
    later = [ask("a") for _ in range(5)]
    await settle()
    assert desk.put == ["a"]
    desk.lets.release()
    desk.lets.release()
    assert await first == 1
    assert await asyncio.gather(*later) == [2] * 5
    desk.lets.release()
    assert await ask("a") == 3


async def test_who_comes_while_the_next_is_put_waits_for_another(desk: Desk, ask: Ask) -> None:
    """The second question is under way by then: who asks now is not answered by it."""
    tasks = [ask("a")]
    await settle()
    tasks.append(ask("a"))
    await settle()
    desk.lets.release()
    await settle()
    assert desk.put == ["a", "a"]
    tasks.append(ask("a"))
    await settle()
    for _ in range(2):
        desk.lets.release()
    assert await asyncio.gather(*tasks) == [1, 2, 3]


async def test_other_questions_wait_for_nobody(desk: Desk, ask: Ask) -> None:
    """Only the same question is shared."""
    tasks = [ask("a"), ask("b")]
    await settle()
    assert desk.put == ["a", "b"]
    for _ in range(2):
        desk.lets.release()
    await asyncio.gather(*tasks)


async def test_who_gives_up_takes_no_answer_from_others(desk: Desk, ask: Ask) -> None:
    """Somebody who waits no more harms nobody, and an error reaches all who asked, and no later one."""
    gone = ask("bad")
    await settle()
    gone.cancel()
    waiting = [ask("bad") for _ in range(2)]
    await settle()
    for _ in range(2):
        desk.lets.release()
    found = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(one) for one in found] == [LookupError, LookupError]
    desk.lets.release()
    with pytest.raises(LookupError):
        await ask("bad")
    assert len(desk.put) == 3
