"""What a teacher did and wrote, read back by date, corrected and deleted: nothing else is ever touched."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.coaching.attempt import Attempt, Choice, Showed
from bot.domain.coaching.coaching import Coaching
from bot.domain.coaching.correction import AttemptPart
from bot.domain.coaching.cycle import Cycle
from bot.domain.coaching.evidence import SKIPPED, Evidence, EvidenceKind, Said
from bot.domain.coaching.journal import JournalPart, free_moment, journal_entry, journalled
from bot.domain.coaching.promise import Promise
from bot.domain.evaluation.development_plan import DevelopmentPlan, PlanLine
from bot.domain.evaluation.evaluation import Evaluation
from bot.domain.history.entry import EntryKind, HistoryEntry, Tried, entries, entry_of, is_touched
from bot.domain.history.rewriting import (
    answers,
    is_spoken,
    levelled,
    rewritten,
    without,
    without_piece,
)
from bot.domain.person.person import Person, PersonId
from bot.domain.person.zone import Zone
from bot.domain.programme.programme import StepSlug, TaskSlug
from bot.store.codec.people import decode_person, encode_person
from tests.each import each

NOW = datetime(2026, 11, 30, 2, tzinfo=UTC)
STEP, OTHER = StepSlug("laksana"), StepSlug("murid")
NAMES = ("latihan", "kelas", "jika", "murid", "refleksi-1", "refleksi-2")


def day(days: int) -> datetime:
    """Return a moment so many days after the first."""
    return NOW + timedelta(days=days)


def tried(at: datetime, mark: str) -> Attempt:
    """Return a try with everything in it, each answer marked."""
    return Attempt(
        choice=Choice(task=TaskSlug("tunggu-dulu")),
        begun_at=at,
        read=True,
        rehearsal=Said(words=f"latihan {mark}"),
        looked=True,
        promise=Promise(
            made_at=at, day=at.date(), group=f"kelas {mark}", words=f"Jika {mark}", is_settled=True
        ),
        tried_on=at.date(),
        showed=Showed(count=9, words=f"9 murid {mark}"),
        evidence=(
            Evidence(kind=EvidenceKind.TEXT, at=at, words=f"turus {mark}"),
            Evidence(kind=EvidenceKind.PHOTO, at=at, files=(f"foto-{mark}",)),
        ),
        evidence_done=True,
        reflections=(Said(words=f"satu {mark}"), Said(voice=f"suara-{mark}")),
    )


def teacher() -> Person:
    """Return somebody with two tries in a closed cycle, an open one, a habit and all else."""
    closed = Cycle(
        step=STEP,
        begun_at=day(0),
        attempts=(tried(day(1), "a"), tried(day(8), "b")),
        again=True,
        level=3,
        closed_at=day(9),
    )
    habit = Cycle(step=StepSlug("ptk"), begun_at=day(10), closed_at=day(10), habit=True)
    chosen = Attempt(choice=Choice(own="Membaca nyaring"), begun_at=day(12))
    promised = replace(chosen, promise=Promise(made_at=day(12), day=date(2026, 12, 14)))
    opened = Cycle(step=OTHER, begun_at=day(11), attempts=(promised,))
    coaching = Coaching(active=opened, history=(closed, habit))
    for part in (JournalPart.EVENT, JournalPart.LEARNING):
        coaching = journalled(coaching, day(5), part, Said(words=f"jurnal {part}"))
    return Person(
        id=PersonId(7),
        consent=None,
        seen_at=NOW,
        zone=Zone.WIT,
        coaching=coaching,
        evaluations=(Evaluation(quarter="2026-Q4", begun_at=day(2), finished_at=day(2)),),
        plans=(
            DevelopmentPlan(
                quarter="2026-Q4", made_at=day(3), lines=dict.fromkeys(PlanLine, "membaca")
            ),
        ),
    )


def the(person: Person, kind: EntryKind, nth: int = 0) -> HistoryEntry:
    """Return the nth entry of a kind, the newest first."""
    return [one for one in entries(person) if one.kind is kind][nth]


def written(person: Person) -> str:
    """Return all that is stored of somebody."""
    return str(encode_person(person))


def test_everything_is_an_entry_the_newest_first() -> None:
    """Tries, a habit, an evaluation, a plan and the journal stand together, by date."""
    kinds = [one.kind.value for one in entries(teacher())]
    assert kinds == ["coba", "biasa", "coba", "jurnal", "rencana", "evaluasi", "coba"]


def test_a_task_only_looked_at_is_no_entry() -> None:
    """A task she chose and said nothing about leaves nothing to read."""
    looked = Attempt(choice=Choice(task=TaskSlug("tunggu-dulu")), begun_at=NOW, read=True)
    cycle = Cycle(step=STEP, begun_at=NOW, attempts=(looked,))
    person = replace(teacher(), coaching=Coaching(active=cycle), evaluations=(), plans=())
    assert entries(person) == ()


def test_a_step_is_touched_once_there_is_an_entry_of_it() -> None:
    """Asking for one step says what the list of all entries says."""
    person = teacher()
    steps = {one.step for one in entries(person) if one.step}
    for step in (*steps, StepSlug("tik")):
        assert is_touched(person.coaching, step) is (step in steps)


def test_names_of_entries_are_their_own() -> None:
    """No two entries have one name, also of tries that began in one second."""
    twin = replace(teacher().coaching.history[0], attempts=(tried(NOW, "a"), tried(NOW, "b")))
    person = replace(teacher(), coaching=Coaching(history=(twin,)))
    names = [(one.kind, one.key) for one in entries(person)]
    assert len(set(names)) == len(names)
    assert all(entry_of(person, *name) for name in names)


@each("name", NAMES)
@each("nth", [1, 2])
def test_one_answer_of_a_closed_cycle_changes_alone(name: str, nth: int) -> None:
    """The answer is the new one, and every other word stays where it was."""
    person = teacher()
    entry = the(person, EntryKind.TRY, nth)
    after = rewritten(person, entry, name, Said(words="Baru."), count=4)
    again = entry_of(after, entry.kind, entry.key)
    assert again
    assert answers(again)[name] == Said(words="Baru.")
    assert rewritten(after, again, name, answers(entry)[name], count=9) == person
    assert decode_person(encode_person(after)) == after


@each("name", NAMES)
def test_an_emptied_answer_is_gone_from_what_is_stored(name: str) -> None:
    """Of an answer she empties no word is left."""
    person = teacher()
    entry = the(person, EntryKind.TRY, 2)
    said = answers(entry)[name]
    after = rewritten(person, entry, name, SKIPPED)
    assert (said.words or said.voice) in written(person)
    assert (said.words or said.voice) not in written(after)


@each("name", [*NAMES, "sihir", ""])
def test_what_was_not_asked_yet_stays_unasked(name: str) -> None:
    """A correction does not answer questions of an open try ahead of their time."""
    person = teacher()
    entry = the(person, EntryKind.TRY)
    assert rewritten(person, entry, name, Said(words="Baru.")) == person


def test_a_level_is_chosen_anew() -> None:
    """Her level of a closed cycle changes, and nothing else."""
    person = teacher()
    after = levelled(person, the(person, EntryKind.TRY, 1), 4)
    assert after.coaching.history[0].level == 4
    assert levelled(after, the(after, EntryKind.TRY, 1), 3) == person
    opened = the(person, EntryKind.TRY)
    assert levelled(person, opened, 4) == person


@each("nth", [0, 1])
def test_one_piece_of_evidence_goes(nth: int) -> None:
    """A piece is gone from what is stored, the other stays."""
    person = teacher()
    after = without_piece(person, the(person, EntryKind.TRY, 1), nth)
    gone, kept = ("turus b", "foto-b")[:: 1 if nth == 0 else -1]
    assert gone not in written(after)
    assert kept in written(after)


@each("entry", entries(teacher()))
def test_a_deleted_entry_is_gone_and_nothing_else(entry: HistoryEntry) -> None:
    """What is deleted is no entry any more, all others are as they were."""
    person = teacher()
    meant = entry_of(person, entry.kind, entry.key)
    assert meant
    after = without(person, meant)
    names = {(one.kind, one.day, _said(one)) for one in entries(after)}
    before = {(one.kind, one.day, _said(one)) for one in entries(person)}
    assert before - names == {(entry.kind, entry.day, _said(entry))}
    assert names < before
    for said in answers(entry).values():
        assert said.is_skipped or said.words == "membaca" or (said.words or said.voice)
    if isinstance(entry.told, Tried) and entry.told.attempt.tried_on:
        assert all(
            (one.words or one.voice) not in written(after) for one in answers(entry).values()
        )


def _said(entry: HistoryEntry) -> str:
    return str(answers(entry))


def test_a_closed_cycle_goes_with_its_last_try() -> None:
    """Of a closed cycle nothing is left once its tries are deleted; an open one asks for a task again."""
    person = teacher()
    for _ in range(3):
        person = without(person, the(person, EntryKind.TRY))
    assert [one.step for one in person.coaching.history] == ["ptk"]
    assert person.coaching.active
    assert person.coaching.active.attempts == ()


def test_a_journal_entry_is_kept_part_by_part() -> None:
    """What is said is there at once; passed by everywhere, nothing is kept."""
    coaching = journalled(Coaching(), NOW, JournalPart.EVENT, SKIPPED)
    assert coaching == Coaching()
    coaching = journalled(coaching, NOW, JournalPart.LEARNING, Said(words="Tunggu lebih lama."))
    entry = journal_entry(coaching, NOW)
    assert entry
    assert entry.parts == (SKIPPED, SKIPPED, Said(words="Tunggu lebih lama."))
    assert journalled(coaching, NOW, JournalPart.LEARNING, SKIPPED) == Coaching()


def test_two_journal_entries_of_one_second_are_two() -> None:
    """An entry begun in the second of another does not write over it."""
    first = journalled(Coaching(), NOW, JournalPart.EVENT, Said(words="Satu"))
    at = free_moment(first, NOW + timedelta(microseconds=5))
    both = journalled(first, at, JournalPart.EVENT, Said(words="Dua"))
    assert [one.parts[0].words for one in both.journal] == ["Satu", "Dua"]


@each(
    ("kind", "may"),
    [
        (EntryKind.TRY, True),
        (EntryKind.JOURNAL, True),
        (EntryKind.PLAN, False),
    ],
)
def test_what_may_be_spoken(kind: EntryKind, may: bool) -> None:
    """Every answer of a try and of the journal may be a voice note, as it was when it was asked."""
    assert is_spoken(the(teacher(), kind)) is may


acts: st.SearchStrategy[Callable[[Person, HistoryEntry], Person]] = st.one_of(
    st.sampled_from([*AttemptPart, *JournalPart, *PlanLine]).map(
        lambda name: lambda person, entry: rewritten(person, entry, name, Said(words="Baru."))
    ),
    st.integers(1, 4).map(lambda level: lambda person, entry: levelled(person, entry, level)),
)


@given(st.lists(st.tuples(st.integers(0, 20), acts), max_size=12))
def test_corrections_lose_nothing(
    steps: list[tuple[int, Callable[[Person, HistoryEntry], Person]]],
) -> None:
    """However many answers are written anew, every entry and every piece of evidence stays."""
    person = teacher()
    for at, act in steps:
        found = entries(person)
        person = act(person, found[at % len(found)])
    assert [(one.kind, one.key) for one in entries(person)] == [
        (one.kind, one.key) for one in entries(teacher())
    ]
    for mark in ("turus a", "foto-a", "turus b", "foto-b", "Membaca nyaring"):
        assert mark in written(person)


def test_within_a_day_the_newest_stands_first() -> None:
    """By the moment she said so, and what is of one moment in the order in which it was begun."""
    noon = day(1) + timedelta(hours=4)
    first, second = tried(day(1), "a"), tried(day(1), "b")
    planned = replace(tried(day(-5), "c"), evidence=(), tried_on=day(1).date(), tried_at=noon)
    cycle = Cycle(step=STEP, begun_at=day(-5), attempts=(planned, first, second))
    evaluation = Evaluation(
        quarter="2026-Q4", begun_at=day(1), finished_at=day(1) + timedelta(hours=1)
    )
    person = replace(
        teacher(), coaching=Coaching(active=cycle), evaluations=(evaluation,), plans=()
    )
    said = [
        one.told.attempt.reflections[0].words if isinstance(one.told, Tried) else one.kind.value
        for one in entries(person)
    ]
    assert said == ["satu c", "evaluasi", "satu b", "satu a"]
