"""What whoever runs the bot is told of by itself: a full disk, a silent Telegram, many refusals."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot.app.alarm import Alarm
from bot.chat.world import World
from bot.domain.broadcast.verdict import Sent, Verdict
from bot.metrics import Meter
from bot.run.health.watching import DEAF_SECONDS, HOUR, LEAST_FREE, MOST_REFUSALS, Watch

ADMIN = 301


@dataclass
class Scene:
    """A watch with everything it looks at in the hand of the test."""

    alarm: Alarm
    folder: Path
    unheard: float = 0.0
    clock: float = 0.0
    meter: Meter = field(default_factory=Meter)
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.watch = Watch(
            self.alarm, self.folder, lambda: self.unheard, self.meter, lambda: self.clock
        )
        self.alarm.connect(self.post)

    async def post(self, admin: int, words: str) -> Verdict:
        assert admin == ADMIN
        self.told.append(words)
        return Sent(1)

    async def look(self, seconds: float = 20.0) -> list[str]:
        """Look once, so many seconds later, and return all that was told until then."""
        self.clock += seconds
        self.watch.look()
        await self.alarm.finish(1.0)
        return self.told


@pytest.fixture
def scene(world: World, now: datetime, tmp_path: Path) -> Scene:
    """A bot with one admin and a data directory."""
    return Scene(Alarm(world.texts, frozenset({ADMIN}), lambda: now), tmp_path)


async def test_a_silent_telegram_is_told_of_once_it_answers_again(scene: Scene) -> None:
    """While it is silent nobody can be told; afterwards it is said for how long, once a day."""
    scene.unheard = DEAF_SECONDS
    assert await scene.look() == []
    scene.unheard = 180.0
    assert await scene.look(180.0) == []
    scene.unheard = 1.0
    (told,) = await scene.look()
    assert "menit" in told
    scene.unheard = DEAF_SECONDS
    await scene.look()
    scene.unheard = 1.0
    assert await scene.look() == [told]


async def test_a_quiet_night_is_no_silence(scene: Scene) -> None:
    """A poll without news lasts half a minute."""
    for unheard in (0.0, 30.0, 41.0, 0.5):
        scene.unheard = unheard
        assert await scene.look() == []


async def test_a_disk_that_fills_up_is_told_of_before_it_is_full(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says how much is left; it comes once a day."""
    free = LEAST_FREE
    monkeypatch.setattr(
        "bot.run.health.watching.shutil.disk_usage", lambda _: SimpleNamespace(free=free)
    )
    assert await scene.look() == []
    free = 57 << 20
    await scene.look()
    (told,) = await scene.look()
    assert "57 MB" in told


async def test_many_refusals_in_an_hour_are_told_of(scene: Scene) -> None:
    """A handful is ordinary, and so is whoever blocked the bot."""
    await scene.look()
    for _ in range(MOST_REFUSALS):
        scene.meter.count("api_calls", "sendMessage", "400")
        scene.meter.count("api_calls", "sendMessage", "403")
        scene.meter.count("api_calls", "sendMessage", "200")
    assert await scene.look() == []
    await scene.look(HOUR + 1)
    for _ in range(MOST_REFUSALS):
        scene.meter.count("api_calls", "sendMessage", "400")
    assert await scene.look() == []
    scene.meter.count("api_calls", "editMessageText", "429")
    (told,) = await scene.look()
    assert str(MOST_REFUSALS + 1) in told
