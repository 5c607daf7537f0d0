"""Updates that nobody should send, some hundred of them, against the whole bot; 100,000 by `make fuzz`."""

import random
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bench.bots import SECRET
from bench.hostile.api_spec import spec_of
from bench.hostile.driving import Refusals, poll, post, unserved
from bench.hostile.fuzzed import UpdateFuzzer
from bench.hostile.grown import spec
from bench.hostile.line import Line, Ways
from bench.hostile.people import ADMIN, COORDINATOR, presses
from bench.hostile.shrink import shrunk
from bench.hostile.trial import trying
from bench.teachers import person_id
from bot.domain.person.person import Person
from bot.domain.school.school import Coordinator
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.store import tiny_store
from tests.chat.known_people import SCHOOL
from tests.delivery.teachers import teacher
from tests.shipped import shipped_world

SEED = 41
EVERYBODY = [person_id(number) for number in range(40)]
FUZZER = UpdateFuzzer(SEED, EVERYBODY, presses())
UNNUMBERED = UpdateFuzzer(SEED, EVERYBODY, presses(), numbered=False)
POLLED, POSTED = range(1, 401), range(401, 601)


def put(person: int, _: Person | None) -> tuple[Put[Person], None]:
    return Put(teacher(person)), None


async def plant(data: Path) -> None:
    """Store a school, its coordinator and half of the people; the others are strangers."""
    store = tiny_store(data, KINDS)
    await store.open()
    school = replace(SCHOOL, coordinators=(Coordinator(COORDINATOR, "Made"),))
    await store.update(SCHOOLS, school.id, lambda _: (Put(school), None))
    for person in {ADMIN, COORDINATOR, *EVERYBODY[::2]}:
        await store.update(PEOPLE, str(person), partial(put, person))
    await store.close()


async def tell(data: Path, fuzzer: UpdateFuzzer, crashes: list[Any]) -> None:
    """Fail with the seed and the shortest update found, if a turn has failed."""
    for crash in crashes[:1]:
        number = crash["update"]
        async with trying(data, world=shipped_world()) as trial:
            shortest = await trial.shortest(fuzzer.update(number))
        pytest.fail(f"seed {SEED}, update {number}: {crash}\n{shortest}")


async def test_by_polling_nothing_crashes_and_everybody_is_answered_after(tmp_path: Path) -> None:
    """The offset passes each of them, no turn fails, and whoever writes /mulai then gets an answer."""
    await plant(tmp_path)
    async with trying(tmp_path, world=shipped_world()) as trial:
        telegram = trial.telegram
        await poll(telegram, FUZZER, POLLED, lambda _: None)

        async def carry(number: int, body: bytes) -> None:
            telegram.write(number, body)

        assert await unserved(telegram, EVERYBODY, POLLED.stop, carry) == []
    await tell(tmp_path, FUZZER, trial.crashes)


async def test_by_webhook_each_is_taken_and_no_attack_is(tmp_path: Path) -> None:
    """Slow, chunked, packed or pipelined they get 200, with a wrong secret 403; nobody is stuck."""
    await plant(tmp_path)
    async with trying(tmp_path, webhook=True, world=shipped_world()) as trial:
        url = await trial.telegram.hook
        assert await post(url, SECRET, UNNUMBERED, POSTED, lambda _: None) == Refusals()
        line, ways = Line(url), Ways(url, SECRET, random.Random(SEED))  # noqa: S311 -- a seed, no secret

        async def carry(_: int, body: bytes) -> None:
            await line.send(ways.plain(body))

        assert await unserved(trial.telegram, EVERYBODY, POSTED.stop, carry) == []
        line.close()
    await tell(tmp_path, UNNUMBERED, trial.crashes)


def test_the_same_seed_gives_the_same_update() -> None:
    """An update that failed comes again from its seed and number alone."""
    assert FUZZER.update(7) == UpdateFuzzer(SEED, EVERYBODY, presses()).update(7)
    assert FUZZER.update(7) != UpdateFuzzer(SEED + 1, EVERYBODY, presses()).update(7)


async def test_what_fails_is_made_short() -> None:
    """Of a large update only what fails is left, and words are cut."""
    told = {
        "update_id": 5,
        "message": {"text": "x" * 99, "from": {"id": 77}, "chat": [1, {"a": 2}]},
    }

    async def fails(one: object) -> bool:
        return "'id'" in str(one) and "xxx" in str(one)

    short = await shrunk(told, fails)
    assert short == {"message": {"text": "xxx", "from": {"id": 1}}}


def test_the_spec_holds_what_an_update_reaches_and_no_more() -> None:
    """A choice of types is a list, what is always there is marked, and a word that is always the same."""
    of_text = {"name": "text", "types": ["String"], "required": False, "description": ""}
    kind = {"name": "type", "types": ["String"], "required": True, "description": "always “a”"}
    api = {
        "types": {
            "Update": {"fields": [{**of_text, "name": "message", "types": ["Message"]}]},
            "Message": {"subtypes": ["Word"]},
            "Word": {"fields": [of_text, kind]},
            "Stranger": {"fields": [of_text]},
        }
    }
    assert spec_of(api) == {
        "Message": ["Word"],
        "Update": {"message": "Message"},
        "Word": {"text": "String", "type": "=a!"},
    }
    assert set(spec()["Update"]) > {"message", "callback_query", "managed_bot", "poll_answer"}
