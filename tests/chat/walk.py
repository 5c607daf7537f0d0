"""A person who wanders through the conversation, and what must hold wherever she goes."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from bot.chat.button import Style, fit_beside, fits_copy
from bot.chat.context import Context
from bot.chat.model import (
    BUTTON_DATA_BYTES,
    TEXT_LIMIT,
    Command,
    Edited,
    Event,
    Incoming,
    Media,
    MediaKind,
    Press,
    Reached,
    Screen,
    Typed,
    UpdateId,
)
from bot.chat.screens import SHOWS, VERBS
from bot.chat.typed.wording import FIRST, Wish
from bot.chat.world import World
from bot.domain.coaching.progress import Status, done_count
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.person.person import Person, PersonId
from bot.simulator.html import parse_html
from bot.store.codec.people import decode_person, encode_person
from tests.chat.sent import announced, letters
from tests.chat.taking import ShownTurn, take_turn

ROW_MOST = 7

REGISTRATION = (
    "welcome:agree",
    "ask:set:address:ibu:daftar",
    "ask:set:level:sd:daftar",
    "ask:skip:daftar",
    "ask:set:zone:WIB:daftar",
)
CHANGES = (
    *(
        f"evaluation:{verb}:"
        for verb in ("level", "skip", "strength", "focus", "pass", "keep", "becomes", "noline")
    ),
    *("history:empty:", "history:drop:", "history:keep"),
)
PLANNING = ("evaluation:day:", "evaluation:went:")
"""Taps by which she changes the days of a plan, and how it went; never a word of it."""

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

SIX_HOURS = 6 * 3600

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


def check_screen(screen: Screen, *, is_place: bool = True) -> None:
    """Assert that Telegram takes the screen and that it leads somewhere; a short word need not."""
    text, _entities = parse_html(screen.text)
    assert 0 < len(text.strip()) <= TEXT_LIMIT
    assert screen.rows or not is_place, f"no way on from: {text}"
    styles = [button.style for row in screen.rows for button in row]
    assert styles.count(Style.PRIMARY) <= 1, "there is one way on"
    for row in screen.rows:
        assert 0 < len(row) <= ROW_MOST
        assert fit_beside([button.label for button in row])
        for button in row:
            assert button.label.strip()
            if button.copied:
                assert fits_copy(button.copied)
                assert not button.data
                continue
            assert 0 < len(button.data.encode()) <= BUTTON_DATA_BYTES
            assert ":".join(button.data.split(":")[:2]) in VERBS


def check_turn(before: Person | None, incoming: Incoming, turn: ShownTurn, world: World) -> None:
    """Assert what holds for every turn."""
    if isinstance(incoming.event, Reached):
        assert turn.screen is None
    else:
        assert turn.screen is not None
        check_screen(turn.screen, is_place=turn.is_place)
    if turn.write == "put":
        assert turn.person.consent is not None
        assert decode_person(encode_person(turn.person)) == turn.person
        assert turn.person.place.screen in SHOWS
    if before is None:
        consented = turn.person.may_be_stored
        assert turn.write == ("put" if consented else "keep")
    if turn.write == "drop":
        assert isinstance(incoming.event, Press)
        assert incoming.event.data.startswith("privacy:erased:")
    if before and turn.write == "put":
        check_answers(before, incoming.event, turn.person)
        check_meant(before, incoming.event, turn, world)
    fewer = before and done_count(turn.person.progress, world.programme) < done_count(
        before.progress, world.programme
    )
    if fewer:
        assert isinstance(incoming.event, Press)
        assert incoming.event.data.startswith("steps:mark:")
        assert not incoming.event.data.endswith(Status.DONE)


def check_answers(before: Person, event: Event, after: Person) -> None:
    """Assert that no answer of an evaluation or plan vanished that she did not change herself."""
    explicit = isinstance(event, Typed) or (
        isinstance(event, Press) and event.data.startswith((*CHANGES, "aside:take:"))
    )
    kept = {e.quarter: e for e in answers_of(after)}
    drops = isinstance(event, Press) and event.data.startswith("history:drop:evaluasi:")
    for old in answers_of(before):
        new = kept.get(old.quarter)
        if new is None and drops:
            continue
        if new is None:
            assert not old.levels, "an evaluation with answers is gone"
            continue
        assert (old.finished_at is None) or new.finished_at == old.finished_at
        assert new.begun_at == old.begun_at
        if not explicit:
            assert (new.levels, new.skipped) == (old.levels, old.skipped)
            assert (new.carried, new.asked, new.pupils) == (old.carried, old.asked, old.pupils)
            assert (new.strength, new.focus, new.intention) == (
                old.strength,
                old.focus,
                old.intention,
            )
        assert len(new.levels) + len(new.skipped) >= len(old.levels) + len(old.skipped)
        assert len(new.focus) <= 2
    if not explicit:
        planning = isinstance(event, Press) and event.data.startswith(PLANNING)
        plain = [replace(one, days=(), went=None) if planning else one for one in after.plans]
        old_plain = [replace(one, days=(), went=None) if planning else one for one in before.plans]
        assert sorted(plain, key=repr) == sorted(old_plain, key=repr)


def check_meant(before: Person, event: Event, turn: ShownTurn, world: World) -> None:
    """Assert that nothing leaves without her word of the last hours, and no question is an answer."""
    after = turn.person
    if letters(turn):
        assert after.school is not None
        by_tap = isinstance(event, Press) and event.data.startswith("offer:send:")
        in_words = isinstance(event, Typed | Media) and bool(event.replies_to)
        asked = before.place.draft.get("asked", "")
        in_time = asked.isdecimal() and after.seen_at.timestamp() - int(asked) <= SIX_HOURS
        begun = before.place.screen == "reply.write" and in_time
        held = before.held is not None and before.held.is_fresh(after.seen_at)
        assert in_words or begun or (held and (by_tap or isinstance(event, Typed)))
    if announced(turn):
        assert isinstance(event, Press)
        assert event.data.startswith(("siar:send:", "evaluation:give:"))
    if isinstance(event, Typed):
        wishes = (*FIRST, Wish.DOUBT, Wish.HELP, Wish.LATER)
        if world.wording.wish(event.text, wishes) or event.text.strip() == "?":
            assert own_words(after) <= own_words(before)


def own_words(person: Person) -> set[str]:
    """Everything of her own writing that is kept as an answer."""
    lines = {line for plan in person.plans for line in plan.lines.values()}
    intentions = {one.intention for one in answers_of(person) if one.intention}
    intentions |= {one.pupils for one in answers_of(person) if one.pupils}
    journal = {part.words for entry in person.coaching.journal for part in entry.parts} - {""}
    own = {person.nickname, person.subject, person.shown_name} - {None}
    return journal | lines | intentions | {str(word) for word in own}


def answers_of(person: Person) -> tuple[Evaluation, ...]:
    return (*person.evaluations, *((person.evaluating,) if person.evaluating else ()))
