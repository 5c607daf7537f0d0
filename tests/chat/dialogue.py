"""People talking with the real conversation in the lines of a transcript. Tests nothing.

The forms of the lines are explained in ``test_transcripts``.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from html import escape, unescape
from itertools import count
from pathlib import Path
from re import fullmatch, search, sub

from bot.app.directory import Directory
from bot.app.turns import Turns
from bot.chat.model import (
    Attachment,
    Button,
    Command,
    Edited,
    Event,
    File,
    Incoming,
    Media,
    MediaKind,
    Picture,
    Press,
    Reaction,
    Response,
    Screen,
    Shown,
    Toast,
    Typed,
    UpdateId,
)
from bot.chat.world import World
from bot.delivery.dispatcher import Dispatcher
from bot.delivery.planner import Planner
from bot.delivery.sources.digest import digest_of
from bot.delivery.sources.lapse import LapseNotices
from bot.delivery.sources.reminder import Reminders
from bot.delivery.sources.request import Requests
from bot.delivery.sources.school_news import SchoolNews
from bot.domain.broadcast.verdict import Gone
from bot.domain.coaching.evidence import FILE_BYTES_MOST
from bot.domain.person.person import PersonId
from bot.reports.painter import Painter
from bot.store.codec.kinds import KINDS
from bot.store.tiny.store import memory_store
from tests.delivery.mail import Mail
from tests.delivery.teachers import Letterbox

PEOPLE_IDS = {"Sari": 7, "Made": 8, "Yosef": 9, "Fatimah": 10}
"""Sari unless another is named; Fatimah runs the bot."""

FOLDER = Path(__file__).parents[1] / "transcripts"


@dataclass
class Dialogue:
    """People talking with the real conversation over a real store in memory."""

    turns: Turns
    tick: "Tick"
    mail: Mail
    now: datetime
    updates: int = 0
    buttons: dict[str, dict[str, Button]] = field(default_factory=dict)
    last: Incoming | None = None
    code: str = ""
    name: str = ""
    screens: list[Screen] = field(default_factory=list)

    async def do(self, line: str) -> list[str]:
        """Carry out one line of a person and return what the bot shows, line by line."""
        who = fullmatch(r"(\w+): (.+)", line)
        self.name, line = (who[1], who[2]) if who and who[1] in PEOPLE_IDS else ("Sari", line)
        if moved := fullmatch(r"\(([+-]\d+) (hari|jam|menit)\)", line):
            unit = {"hari": "days", "jam": "hours", "menit": "minutes"}[moved[2]]
            self.now += timedelta(**{unit: int(moved[1])})
            return []
        if line == "(detak)":
            return await self._ticked()
        if line == "(memblokir)":
            self.mail.verdicts[PEOPLE_IDS[self.name]] = Gone("bot was blocked by the user")
            return []
        if line == "(kembali)":
            self.mail.verdicts.clear()
            return []
        if line == "(lagi)":
            assert self.last
            incoming = self.last
        else:
            self.updates += 1
            incoming = Incoming(
                update=UpdateId(self.updates),
                person=PersonId(PEOPLE_IDS[self.name]),
                event=self._event(line.replace("{kode}", self.code)),
                first_name=self.name,
            )
        self.last = incoming
        lines: list[str] = []
        for shown in await self.turns.handle(incoming):
            lines += self._shown(shown)
        return lines

    async def _ticked(self) -> list[str]:
        """Let the bot begin what is due and return it with whom it is for."""
        lines: list[str] = []
        for person, screen in await self.tick():
            self.name = next(name for name, number in PEOPLE_IDS.items() if number == person)
            first, *others = self._shown(screen)
            lines += [f"< (kepada {self.name}) {first.removeprefix('< ')}", *others]
        return lines

    def _event(self, line: str) -> Event:
        if tapped := fullmatch(r"\[(.+)\]", line):
            return Press(self.buttons[self.name][tapped[1]].data)
        if pressed := fullmatch(r"\(data: (.+)\)", line):
            return Press(pressed[1])
        if forwarded := fullmatch(r"\(terusan\) (.+)", line):
            return Typed(forwarded[1], forwarded=True)
        if replied := fullmatch(r"\(balas\) (.+)", line):
            data = tuple(button.data for button in self.buttons[self.name].values())
            event = self._event(replied[1])
            assert isinstance(event, Typed | Media)
            return replace(event, replies_to=data)
        if line == "(ubah)":
            return Edited()
        if album := fullmatch(r"\(album\) (.+)", line):
            photo, others = (
                f"foto-{self.updates}",
                tuple(f"foto-{self.updates}-{n}" for n in (2, 3)),
            )
            kinds = (MediaKind.PHOTO,) * 3
            return Media(MediaKind.PHOTO, photo, escape(album[1]), album=kinds, others=others)
        if large := fullmatch(r"\(besar\) (.+)", line):
            return Media(MediaKind.DOCUMENT, "besar", escape(large[1]), size=FILE_BYTES_MOST + 1)
        if other := fullmatch(r"\((\w+)\)(?: (.+))?", line):
            kept = f"{other[1]}-{self.updates}" if other[2] else ""
            return Media(MediaKind(other[1]), kept, escape(other[2] or "", quote=False))
        if command := fullmatch(r"/(\S+)\s*(.*)", line):
            return Command(command[1].lower(), command[2])
        return Typed(line.replace("\\n", "\n"))

    def _shown(self, shown: Response) -> list[str]:
        if isinstance(shown, Toast):
            return [f"< (sekilas) {unescape(sub(r'<[^>]+>', '', shown.text))}"]
        if isinstance(shown, Reaction):
            beside = self._shown(shown.beside) if shown.beside else []
            return [f"< (reaksi {shown.emoji})", *beside]
        if isinstance(shown, File):
            return [f"< (berkas {shown.name}) {shown.caption}"]
        if isinstance(shown, Attachment):
            shown = Screen(f"({shown.kind}) {shown.caption}", shown.rows)
        if isinstance(shown, Picture):
            rows = ("  " + " ".join(map(_button, row)) for row in shown.rows)
            return [f"< (gambar {shown.name}) {shown.caption}", *rows]
        self.screens.append(shown)
        self.buttons[self.name] = {b.label: b for row in shown.rows for b in row if b.data}
        if link := search(r"start=(\S+)", shown.text):
            self.code = link[1]
        first, *others = unescape(sub(r"<[^>]+>", "", shown.text)).split("\n")
        rows = ("  " + " ".join(map(_button, row)) for row in shown.rows)
        return [f"< {first}", *(f"  {line}".rstrip() for line in others), *rows]


def _button(button: Button) -> str:
    """A button as a line shows it; one that copies tells what."""
    return f"[salin: {button.label} → {button.copied}]" if button.copied else f"[{button.label}]"


Tick = Callable[[], Awaitable[list[tuple[int, Shown]]]]
"""Sends what is due and returns it, each with whom it went to."""


def ticking(turns: Turns, mail: Mail) -> Tick:
    """Return what a tick of the worker does, with a post that keeps the messages."""
    box, stop = Letterbox(), asyncio.Event()
    store, world, clock, directory = turns.store, turns.world, turns.clock, turns.directory
    digest = digest_of(store, world, directory.snapshot)
    rights = directory.snapshot
    planner = Planner(world, rights)
    sources = (
        Reminders(store=store, clock=clock, world=world, rights=rights, digest=digest),
        SchoolNews(store=store, clock=clock, world=world, rights=rights, told=directory.told),
        Requests(store=store, clock=clock, planner=planner, note=directory.note),
        LapseNotices(store=store, clock=clock, planner=planner),
    )
    dispatcher = Dispatcher(clock=clock, post=box.post, stop=stop, sources=sources)
    broadcaster = mail.broadcaster(turns)

    async def tick() -> list[tuple[int, Shown]]:
        await dispatcher.send_due()
        await broadcaster.look()
        await broadcaster.finish()
        sent, box.letters = [*box.letters, *mail.take()], []
        return sent

    return tick


_TOLD: dict[Path, tuple[str, list[Screen]]] = {}


async def heard(path: Path, world: World, now: datetime) -> tuple[str, list[Screen]]:
    """Return a transcript as it is now, with every screen its people saw; each is told once."""
    if path not in _TOLD:
        _TOLD[path] = await _told(path, world, now)
    return _TOLD[path]


async def _told(path: Path, world: World, now: datetime) -> tuple[str, list[Screen]]:
    """Let the people of a transcript talk."""
    store = memory_store(KINDS)
    await store.open()
    clock = [now]
    secrets = (f"{number:022}" for number in count(1))
    directory = Directory(store, frozenset({PEOPLE_IDS["Fatimah"]}), lambda: next(secrets))
    username = "langkah_guru_bot"
    turns = Turns(store, world, lambda: clock[0], directory, lambda: username, painter=Painter())
    mail = Mail()
    dialogue = Dialogue(turns, ticking(turns, mail), mail, now)
    said: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or (not line and not said):
            said.append(line)
        elif line.startswith("> "):
            if said and said[-1] and not said[-1].startswith("#"):
                said.append("")
            said.append(line)
            said += await dialogue.do(line[2:])
            clock[0] = dialogue.now
    await store.close()
    return "\n".join(said) + "\n", dialogue.screens
