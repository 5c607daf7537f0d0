"""Random walks through cycles: nothing she wrote is lost, and a plan is asked about once, never after its end."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.family import TABLE, Asks
from bot.chat.model import Event, Media, MediaKind, Press, Typed
from bot.chat.screens.reminders.messages import message_screen
from bot.chat.world import World
from bot.domain.coaching.attempt import Attempt
from bot.domain.coaching.coaching import Coaching
from bot.domain.person.person import Person
from bot.domain.reminders.check_back import open_promise
from bot.domain.reminders.outbound import Topic
from bot.domain.reminders.reminder import plan, recorded, subject_of
from tests.chat.taking import ShownTurn
from tests.chat.walk import REGISTRATION, Walk, acts
from tests.chat.walk_checks import check_screen, check_turn

STEPS = ("laksana", "murid", "ptk")
BEGUN = tuple(f"coach:begin:{slug}" for slug in STEPS)
STALE = (
    *BEGUN,
    *(f"coach:{verb}:{slug}" for verb in ("swapped", "aside", "close", "usual") for slug in STEPS),
    *(f"coach:{verb}:laksana:{n}" for verb in ("other", "small", "tried", "read") for n in (0, 1)),
    *("coach:now", "coach:unproven:laksana:0:1:00000000", "coach:if:laksana:0:1"),
    *("coach:enough:laksana:0", "coach:more:laksana:0", "coach:day:laksana:0:2026-11-24"),
    *("steps:mark:laksana:selesai", "steps:mark:laksana:belum", "coach:chosen:laksana:0:3"),
)
SAID = (
    *("9", "kelas 4", "Jika murid diam, maka saya menunggu.", "Saya mencoba lebih sabar hari ini."),
    *(
        "murid saya Budi berani",
        "<b>satu</b> & dua",
        "sudah",
        "belum sempat",
        "?",
        "lewati",
        "nanti",
    ),
    *("capek bu", "langkah 3", "https://contoh.id", "عشرة", "🙂", "kelas saya ramai, gimana ya?"),
)

FREE = (
    *("yang pertama", "tugas sendiri", "2", "contoh 2", "semua", "selesai", "foto menyusul", "ya"),
    *("tidak", "sudah aman", "tanpa foto", "ganti foto", "simpan begini", "tulis ulang", "lanjut"),
    *("besok", "minggu depan", "kapan-kapan", "hari lain", "versi kecil", "ganti tugas", "ubah"),
    *("boleh dilewati?", "gmn ini", "langkah lain", "rencana saya apa", "baik", "bagus bu", "3"),
    *("Jika Siti ramai, maka saya diam", "Selamat pagi anak-anak", "Saya merasa gagal", "cukup"),
)
"""Words that mean a button, an answer or neither, depending on where she stands."""

ANSWERED = (
    *("sudah, 9 anak menjawab", "sudah tapi gagal", "berhasil bu", "iya", "belum sempat", "9"),
    *("besok saja", "minggu depan", "saya sakit", "anak-anak senang sekali bu", "apa itu KKTP?"),
    *("sudah, Budi maju", "ganti tugas", "tidak", "capek bu"),
)
"""Words with which the question about a plan is replied to."""

ASIDES = ("?", "bingung", "apa itu KKTP?", "kapan evaluasi berikutnya?", "belum tahu bu")
"""What is answered and leaves everything as it is."""

DANGER = "murid saya dipukuli ayahnya sampai lebam"

coach_acts = st.one_of(
    st.tuples(st.just("tap"), st.integers(0, 3)),
    st.tuples(st.just("tap"), st.integers(0, 3)),
    st.tuples(st.just("tap"), st.integers(0, 99)),
    st.tuples(st.just("old"), st.integers(0, 999)),
    st.tuples(st.just("forged"), st.sampled_from(STALE)),
    st.tuples(st.just("typed"), st.sampled_from(SAID)),
    st.tuples(st.just("typed"), st.sampled_from(SAID)),
    st.tuples(st.just("typed"), st.sampled_from((*FREE, *ASIDES, DANGER))),
    st.tuples(st.just("typed"), st.sampled_from(FREE)),
    st.tuples(st.just("answered"), st.sampled_from(ANSWERED)),
    st.tuples(st.just("shown"), st.sampled_from((MediaKind.PHOTO, MediaKind.VOICE))),
    st.tuples(st.just("sent"), st.sampled_from((MediaKind.PHOTO, MediaKind.VOICE))),
    st.tuples(st.just("tick"), st.none()),
    st.tuples(st.just("wait"), st.integers(1, 60 * 24 * 4)),
    st.tuples(st.just("again"), st.none()),
    acts,
)


class CoachWalk(Walk):
    """A walk in which files have ids and messages of the bot's own come at their time."""

    def __init__(self, world: World, now: datetime) -> None:
        super().__init__(world, now)
        self.asked: Counter[str] = Counter()

    def event(self, act: str, what: Any) -> Event:
        """Return what an act means here and now; each file is another one."""
        if act == "sent":
            return Media(what, f"file-{self.update}", "Papan tulis")
        if act in {"answered", "shown"}:
            under = tuple(data for data in self.all_data if data.startswith("coach:tried:"))[-1:]
            if act == "shown":
                return Media(what, f"file-{self.update}", replies_to=under)
            return Typed(what, replies_to=under)
        return super().event(act, what)

    def tick(self) -> None:
        """Let the bot send what is due, as the worker would."""
        person = self.stored
        subject = subject_of(person, has_step=True) if person else None
        if person is None or subject is None:
            return
        planned = plan(subject, None, person.calendar(None, self.world.calendar), self.now)
        if planned is None or planned.moment > self.now or planned.topic is Topic.DIGEST:
            return
        screen = message_screen(person, planned, self.world, self.now)
        check_screen(screen)
        self.shown = [button.data for row in screen.rows for button in row if button.data]
        self.all_data += [data for data in self.shown if data not in self.all_data]
        if planned.topic is Topic.CHECK_BACK:
            promise = open_promise(person.coaching)
            assert promise is not None, "asked about what is done"
            assert self.now.date() >= promise.day
            self.asked[promise.key] += 1
        after = recorded(subject, planned, self.now)
        self.stored = replace(person, outbound=after.outbound, wishes=after.wishes)


def of_try(attempt: Attempt) -> set[str]:
    """Everything of her own in a try."""
    promises = (*attempt.earlier, *((attempt.promise,) if attempt.promise else ()))
    said = (*((attempt.rehearsal,) if attempt.rehearsal else ()), *attempt.reflections)
    found = {attempt.choice.own, attempt.choice.voice}
    found |= {text for one in promises for text in (one.group or "", one.words or "", one.voice)}
    found |= {one.group_voice for one in promises}
    found |= {text for one in said for text in (one.words, one.voice)}
    pieces = (*attempt.evidence, *attempt.waiting)
    found |= {text for one in pieces for text in (one.words, *one.files)}
    if attempt.hinted:
        found |= {attempt.hinted.words, *attempt.hinted.files}
    if attempt.showed:
        found |= {attempt.showed.words, attempt.showed.voice}
    return found


def written(coaching: Coaching) -> set[str]:
    """Everything of her own in all cycles."""
    cycles = (coaching.active, *coaching.put_off, *coaching.history)
    tries = (attempt for cycle in cycles if cycle for attempt in cycle.attempts)
    return {text for attempt in tries for text in of_try(attempt)} - {""}


REPLACING = (
    *("coach:if:", "coach:keep:", "aside:take:", "coach:unproven:", "history:", "coach:rewrite:"),
    *("coach:ungated:", "coach:proven:"),
)
"""Taps by which she replaces an answer, takes a piece of evidence out, or lets go of what waits."""

LETTING_GO = {"tanpa foto", "ganti foto", "tulis ulang", "selesai", "lewati", "foto menyusul"}
"""Words that let go of what waits, where it waits."""


def check_kept(before: Person, event: Event, after: Person) -> None:
    """Assert that no answer vanished that she did not write anew or take out herself."""
    lost = written(before.coaching) - written(after.coaching)
    is_let_go = isinstance(event, Typed) and event.text in LETTING_GO
    is_let_go = is_let_go or (isinstance(event, Press) and event.data.startswith(REPLACING))
    if is_let_go and before.place.screen.startswith("coach."):
        return
    answers = isinstance(event, Typed | Media) and before.place.screen.startswith("coach.")
    replaces = isinstance(event, Press) and event.data.startswith(REPLACING)
    assert len(lost) <= (2 if answers or replaces else 0), lost
    steps = [one.step for one in (after.coaching.active, *after.coaching.put_off) if one]
    assert len(steps) == len(set(steps))


def check_heard(before: Person, event: Event, turn: ShownTurn) -> None:
    """Assert that the coach hears whatever is typed: it helps, brings its question back, keeps no danger."""
    if not isinstance(event, Typed):
        return
    assert event.text != DANGER or DANGER not in str(turn.person)
    place = before.place.screen
    if not place.startswith("coach.") or not TABLE.asks(before.place) & Asks.WAITS:
        return
    if event.text in ASIDES and not event.replies_to:
        assert turn.person.coaching == before.coaching
        assert turn.person.place.screen == place
    screen = turn.screen
    assert screen is not None
    if turn.instead is not None and turn.person.place.screen == place and event.text != DANGER:
        shown = {button.data for row in screen.rows for button in row}
        assert shown & {"meant:stay", "meant:leave"}, screen.text
    assert turn.person.place.screen != "help.unknown"


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    begun=st.sampled_from(BEGUN),
    walk=st.lists(coach_acts, min_size=10, max_size=70),
)
def test_nothing_written_in_a_cycle_is_lost(
    begun: str, walk: list[tuple[str, Any]], world: World
) -> None:
    """Whatever she does in whatever order, her words stay, and each plan is asked about once."""
    w = CoachWalk(world, datetime(2026, 11, 20, 5, tzinfo=UTC))
    for data in (*REGISTRATION, begun):
        w.do("forged", data)
    for act, what in walk:
        if act == "tick":
            w.tick()
            continue
        before = w.stored
        done = w.do(act, what)
        if done is None:
            continue
        incoming, turn = done
        check_turn(before, incoming, turn, world)
        if before and turn.write == "put":
            check_kept(before, incoming.event, turn.person)
            check_heard(before, incoming.event, turn)
    assert all(times == 1 for times in w.asked.values())
