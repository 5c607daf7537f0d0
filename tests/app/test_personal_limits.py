"""What one person may ask for: her own business, told kindly, with the moment it is hers again."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from bot.app.directory import Directory
from bot.app.personal_limits import PEOPLE_KEPT, PersonalLimits
from bot.app.turns import Turns
from bot.chat.model import (
    Attachment,
    Event,
    File,
    Incoming,
    Media,
    MediaKind,
    Press,
    Response,
    Screen,
    Typed,
    UpdateId,
)
from bot.chat.screens.coaching.routes import PROOF_AGAIN
from bot.chat.world import World
from bot.domain.allowance import ALLOWANCES, LimitedUse
from bot.domain.coaching.evidence import Evidence, EvidenceKind
from bot.domain.person.person import Person, PersonId
from bot.reports.painter import Painter
from bot.store.base import Put
from bot.store.codec.kinds import KINDS
from bot.store.codec.people import PEOPLE
from bot.store.tiny.store import memory_store
from tests.chat.test_evidence_list import with_pieces
from tests.chat.walk import REGISTRATION
from tests.delivery.teachers import stored, teacher
from tests.test_turns import ASKED, finished

HERS, OTHERS = 7, 8
DOWNLOAD = Press("privacy:download")
QUESTION = Typed("bagaimana membuat rubrik penilaian?")
TRIES = ALLOWANCES[LimitedUse.CODE].most


@dataclass(slots=True)
class Talk:
    """A bot in memory whose clock is turned by hand."""

    turns: Turns
    clock: list[datetime]
    update: int = 0

    @property
    def now(self) -> datetime:
        """What its clock says."""
        return self.clock[0]

    async def files(self, event: Event) -> int:
        """Return how many files Telegram is asked to send her again."""
        return sum(isinstance(one, Attachment) for one in await self.shown(event, HERS))

    async def say(self, event: Event, person: int = HERS) -> str:
        """Return what somebody is shown, files by their names."""
        shown = await self.shown(event, person)
        return " ".join(
            one.name if isinstance(one, File) else one.text
            for one in shown
            if isinstance(one, File | Screen)
        )

    async def shown(self, event: Event, person: int) -> tuple[Response, ...]:
        """Return what somebody is shown."""
        self.update += 1
        incoming = Incoming(update=UpdateId(self.update), person=PersonId(person), event=event)
        return await self.turns.handle(incoming)

    def spend(self, use: LimitedUse, *, left: int = 0) -> None:
        """Have her use all but a few of an allowance."""
        self.turns.limits.note(HERS, [use] * (ALLOWANCES[use].most - left), self.now)

    async def keep(self, person: Person) -> None:
        """Store somebody as she is."""
        await self.turns.store.update(PEOPLE, str(person.id), lambda _: (Put(person), None))


@pytest.fixture
async def talk(world: World, now: datetime) -> AsyncIterator[Talk]:
    store = memory_store(KINDS)
    await store.open()
    prints_nothing = Painter(most_waiting=0)
    clock = [now]
    turns = Turns(store, world, lambda: clock[0], Directory(store), painter=prints_nothing)
    opened = Talk(turns, clock)
    for person in (HERS, OTHERS):
        await opened.keep(teacher(person))
    yield opened
    await store.close()


async def test_one_file_too_many_waits_and_nobody_else_does(talk: Talk) -> None:
    """She is told when the next one is made; a colleague gets hers at once, and other buttons work."""
    assert ".json" in await talk.say(DOWNLOAD)
    talk.spend(LimitedUse.FILE, left=1)
    told = await talk.say(DOWNLOAD)
    assert "Berkas sudah banyak diminta" in told
    assert "WIB" in told
    assert "tetap tersimpan" in told
    assert ".json" not in told
    assert ".json" in await talk.say(DOWNLOAD, OTHERS)
    assert "banyak diminta" not in await talk.say(Press("menu:main"))


async def test_a_button_tapped_twice_costs_a_file_each_and_closes_nothing(talk: Talk) -> None:
    """With one file left the first tap brings it, the second only a word, and both are answered."""
    talk.spend(LimitedUse.FILE, left=1)
    first, second = await talk.say(DOWNLOAD), await talk.say(DOWNLOAD)
    assert ".json" in first
    assert "Berkas sudah banyak diminta" in second
    assert ".json" not in second


async def test_a_picture_too_many_waits_by_itself(talk: Talk, world: World) -> None:
    """Pictures are counted apart from files, and each says which of them rests."""
    for data in finished(world)[len(REGISTRATION) :]:
        await talk.say(Press(data))
    talk.spend(LimitedUse.PICTURE)
    assert "Gambar sudah banyak diminta" in await talk.say(Press(ASKED))
    assert ".json" in await talk.say(DOWNLOAD)


async def test_an_album_too_many_is_not_shown_again(talk: Talk, world: World) -> None:
    """Ten files at a tap: each tap counts once, and the one too many is told and sends none."""
    person = with_pieces(world, 1)
    active = person.coaching.active
    assert active
    album = Evidence(kind=EvidenceKind.PHOTO, at=talk.now, files=tuple(f"f{n}" for n in range(10)))
    active = active.changed(lambda one: replace(one, evidence=(album,)))
    coaching = replace(person.coaching, active=active)
    await talk.keep(replace(person, id=PersonId(HERS), coaching=coaching))
    place = PROOF_AGAIN(active.step, 0, 1)
    again = Press(":".join((place.screen.replace(".", ":"), *place.args)))
    talk.spend(LimitedUse.AGAIN, left=1)
    assert await talk.files(again) == len(album.files)
    assert await talk.files(again) == 0
    assert "Berkas sudah banyak ditampilkan lagi" in await talk.say(again)
    assert ".json" in await talk.say(DOWNLOAD)


async def test_what_is_refused_is_not_counted(talk: Talk) -> None:
    """Tapping on and on does not put off the moment she was told."""
    talk.spend(LimitedUse.FILE)
    talk.spend(LimitedUse.UPLOAD)
    before = talk.turns.limits.used_up(HERS, talk.now)
    for _ in range(3):
        talk.clock[0] += timedelta(seconds=15)
        await talk.say(DOWNLOAD)
        await talk.say(Media(MediaKind.PHOTO, "foto-1"))
    assert talk.turns.limits.used_up(HERS, talk.now) == before
    assert LimitedUse.FILE not in talk.turns.limits.used_up(HERS, before[LimitedUse.FILE])


async def test_a_photo_too_many_is_not_kept_and_all_before_it_is(talk: Talk, world: World) -> None:
    """She stays where she is, keeps what she has, and is asked to send it again later."""
    person = with_pieces(world, 1)
    await talk.keep(replace(person, id=PersonId(HERS)))
    photo = Media(MediaKind.PHOTO, "foto-1")
    talk.spend(LimitedUse.UPLOAD)
    told = await talk.say(photo)
    assert "belum kami simpan" in told
    after = await stored(talk.turns.store, HERS)
    assert (after.place, after.coaching) == (person.place, person.coaching)
    talk.turns.limits.note(OTHERS, (LimitedUse.UPLOAD,), talk.now)
    assert "belum kami simpan" not in await talk.say(photo, OTHERS)


async def test_a_caption_about_danger_is_heard_whatever_is_used_up(talk: Talk) -> None:
    """Who has sent too many photos still gets the numbers to call."""
    caption = "murid saya dipukuli ayahnya tadi malam"
    heard = await talk.say(Media(MediaKind.PHOTO, "foto-1", html=caption), OTHERS)
    talk.spend(LimitedUse.UPLOAD)
    assert await talk.say(Media(MediaKind.PHOTO, "foto-1", html=caption)) == heard
    assert "belum kami simpan" not in heard


async def test_a_search_too_many_waits_but_a_step_still_opens(talk: Talk) -> None:
    """Only what has to be looked for rests; numbers, labels and commands are no search."""
    talk.spend(LimitedUse.SEARCH, left=1)
    assert "Pertanyaan datang sangat cepat" not in await talk.say(QUESTION)
    assert "Pertanyaan datang sangat cepat" in await talk.say(QUESTION)
    assert "Pertanyaan datang sangat cepat" not in await talk.say(Typed("langkah 4"))
    assert "Pertanyaan datang sangat cepat" not in await talk.say(QUESTION, OTHERS)


def test_a_sixth_try_of_a_code_is_not_looked_at(now: datetime) -> None:
    """Five tries at a stretch for each person, and again after a pause."""
    limits = PersonalLimits()
    tries = [limits.take(7, LimitedUse.CODE, now + timedelta(minutes=n)) for n in range(TRIES + 2)]
    assert tries == [True] * TRIES + [False] * 2
    assert limits.take(8, LimitedUse.CODE, now)
    assert limits.take(7, LimitedUse.CODE, now + timedelta(hours=2))


def test_a_corrected_clock_keeps_no_door_closed(now: datetime) -> None:
    """Tries noted by a clock that ran ahead do not count once it is right again."""
    limits = PersonalLimits()
    for n in range(TRIES + 1):
        limits.take(7, LimitedUse.CODE, now + timedelta(days=30, minutes=n))
    assert limits.take(7, LimitedUse.CODE, now)


def test_whoever_tries_on_and_on_is_kept_out(now: datetime) -> None:
    """A try a minute for five hours opens no more than the first five."""
    limits = PersonalLimits()
    opened = [limits.take(7, LimitedUse.CODE, now + timedelta(minutes=n)) for n in range(300)]
    assert opened == [n < TRIES for n in range(300)]


def test_many_people_take_no_more_room(now: datetime) -> None:
    """Of very many those are forgotten who used something longest ago; it is not whoever uses it now."""
    limits = PersonalLimits()
    for person in range(PEOPLE_KEPT + 5):
        limits.note(1, (LimitedUse.FILE,), now)
        limits.note(person + 10, (LimitedUse.FILE,), now)
    assert len(limits._people) == PEOPLE_KEPT
    assert LimitedUse.FILE in limits.used_up(1, now)
