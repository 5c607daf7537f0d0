"""A person who wanders through the conversation; what must hold of her turns is in ``walk_checks``."""

from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from bot.chat.context import Context
from bot.chat.model import (
    Command,
    Edited,
    Event,
    Incoming,
    Media,
    MediaKind,
    Press,
    Reached,
    Typed,
    UpdateId,
)
from bot.chat.screens import VERBS
from bot.chat.world import World
from bot.domain.person.person import Person, PersonId
from tests.chat.taking import ShownTurn, take_turn

REGISTRATION = (
    "welcome:agree",
    "ask:set:address:ibu:daftar",
    "ask:set:level:sd:daftar",
    "ask:skip:daftar",
    "ask:set:zone:WIB:daftar",
)

WORDS = (
    "evaluasi",
    "mulai",
    "start",
    "langkah",
    "kemajuan",
    "riwayat",
    "refleksi",
    "pengaturan",
    "privasi",
    "batal",
    "berhenti",
)
TYPED = ("4", "langkah 13", "langkah 99", "ibu", "smp", "WIB", "halo", "rubrik", "batal", "stop")
SAID = (
    *("stop ya bu 🙏", "hapus data saya dong", "jangan kirim pesan lagi", "keluar", "cukup bu"),
    *("contohnya gimana bu?", "bingung bu", "gak tau, ada saran?", "nanti aja", "lewati aja", "?"),
    *("siap bu", "Saya hadir bu", "ok", "terima kasih", "ya", "kirim", "bukan", "tingkat 2"),
    *("antara 2 dan 3", "nama saya Sari Dewi", "Saya akan bertanya lebih sabar", "tidak jadi"),
)
"""What people write to a person, a bot or nobody: each must go where it is meant."""

FORGED = (
    *VERBS,
    "",
    ":",
    "steps",
    "steps:page:murid",
    "steps:page:murid:rubrik:sd",
    "steps:page:ptk:tugas.9:lainnya",
    "steps:mark:teori:selesai",
    "steps:mark:teori:belum",
    "steps:mark:teori:sempurna",
    "ask:set:level:sd:daftar",
    "ask:set:zone:WIT:atur",
    "ask:set:zone:UTC:atur",
    "ask:open:nickname:atur",
    "ask:skip:",
    "evaluation:go:2026-Q4",
    "evaluation:go:2027-Q1",
    "evaluation:go:2026-Q9",
    "evaluation:anew:2027-Q1",
    "evaluation:level:2026-Q4:murid:2",
    "evaluation:level:2026-Q4:murid:5",
    "evaluation:level:2026-Q4:sihir:2",
    "evaluation:level:2027-Q1:teori:4",
    "evaluation:skip:2026-Q4:teori",
    "evaluation:item:2026-Q4:ptk",
    "evaluation:part:2026-Q4:fokus",
    "evaluation:part:2026-Q4:butir",
    "evaluation:strength:2026-Q4:tik",
    "evaluation:focus:2026-Q4:tik:on",
    "evaluation:focus:2026-Q4:tik:maybe",
    "evaluation:pass:2026-Q4:niat",
    "evaluation:pass:2026-Q4:fokus",
    "evaluation:pass:2026-Q4:murid",
    "evaluation:others:2026-Q4:kekuatan",
    "evaluation:others:2026-Q4:butir",
    "evaluation:examples:2026-Q4:murid",
    "evaluation:keep:2026-Q4",
    "evaluation:becomes:2026-Q4:belum:evaluasi",
    "evaluation:length:2027-Q1",
    "evaluation:whole:2027-Q1",
    "evaluation:short:2027-Q1",
    "evaluation:naming:2027-Q1:tik:on",
    "evaluation:save:2026-Q4",
    "evaluation:compare:2026-Q4:2026-Q4",
    "evaluation:compare:2027-Q1:2026-Q4",
    "evaluation:history:99",
    "evaluation:history:٣",
    "evaluation:noline:2026-Q4:tujuan",
    "evaluation:line:2026-Q4:mimpi",
    "history:list:99",
    "history:entry:coba:murid.1.0",
    "history:drop:evaluasi:2026-Q4",
    "history:write:rencana:2026-Q4:tujuan",
    "history:write:rencana:2026-Q4:mimpi",
    "history:piece:coba:murid.1.0:0:1",
    "journal:pass:1:peristiwa",
    "privacy:erased:9999999999",
    "privacy:erased:٣",
)


acts = st.one_of(
    st.tuples(st.just("tap"), st.integers(0, 99)),
    st.tuples(st.just("tap"), st.integers(0, 99)),
    st.tuples(st.just("tap"), st.integers(0, 99)),
    st.tuples(st.just("old"), st.integers(0, 999)),
    st.tuples(st.just("forged"), st.sampled_from(FORGED) | st.text(max_size=20)),
    st.tuples(st.just("forged"), st.text(max_size=12).map(lambda end: f"steps:page:murid:{end}")),
    st.tuples(st.just("command"), st.sampled_from(WORDS) | st.text(max_size=12)),
    st.tuples(st.just("typed"), st.sampled_from(TYPED) | st.text(max_size=80)),
    st.tuples(st.just("typed"), st.sampled_from(SAID)),
    st.tuples(st.just("reply"), st.sampled_from(SAID)),
    st.tuples(st.just("forwarded"), st.text(max_size=20)),
    st.tuples(st.just("media"), st.sampled_from(MediaKind)),
    st.tuples(st.just("edited"), st.none()),
    st.tuples(st.just("reached"), st.booleans()),
    st.tuples(st.just("again"), st.none()),
    st.tuples(st.just("wait"), st.integers(1, 60 * 24 * 40)),
)


REPLY = "reply:to:aaaaaaaa:bbbbbbbbbbbb"
"""The button under a broadcast of the school of `tests/chat/test_rights.py`."""


class Walk:
    """One person's way through the conversation, with everything she was ever shown."""

    def __init__(self, world: World, now: datetime, known: Context | None = None) -> None:
        self.known = known or Context()
        self.world = world
        self.now = now
        self.stored: Person | None = None
        self.shown: list[str] = []
        self.all_data: list[str] = ["welcome:hello"]
        self.update = 0
        self.last: Incoming | None = None

    def event(self, act: str, what: Any) -> Event:
        """Return what an act means here and now."""
        match act:
            case "tap" | "old":
                among = self.shown if act == "tap" and self.shown else self.all_data
                return Press(among[what % len(among)])
            case "forged":
                return Press(what)
            case "command":
                return Command(what)
            case "typed":
                return Typed(what)
            case "reply":
                return Typed(what, replies_to=(REPLY,))
            case "forwarded":
                return Typed(what, forwarded=True)
            case "media":
                return Media(what)
            case "reached":
                return Reached(what)
            case _:
                return Edited()

    def do(self, act: str, what: Any) -> tuple[Incoming, ShownTurn] | None:
        """Carry out one act and keep what its turn says; None when only time passed."""
        if act == "wait":
            self.now += timedelta(minutes=what)
            return None
        if act == "again" and self.last:
            incoming = self.last
        else:
            self.update += 1
            incoming = Incoming(
                update=UpdateId(self.update),
                person=PersonId(7),
                event=self.event(act, what),
                first_name="Sari <b>",
            )
        turn = take_turn(self.stored, incoming, self.world, self.now, self.known)
        if turn.write == "put":
            self.stored = turn.person
        elif turn.write == "drop":
            self.stored = None
        if turn.screen:
            self.shown = [b.data for row in turn.screen.rows for b in row if b.data]
            self.all_data += [data for data in self.shown if data not in self.all_data]
        self.last = incoming
        return incoming, turn
