"""After a deletion no byte on the disk tells who she was: looked for in the raw files, whatever they are."""

from dataclasses import replace
from pathlib import Path

from bot.chat.model import Screen
from bot.chat.world import World
from bot.domain.broadcast.broadcast import Announced, Audience, AudienceFilter, Draft, Recipient
from bot.domain.person.person import Place
from bot.domain.roster.nudge_request import TeacherGroup
from bot.domain.school.access import Action
from bot.domain.school.audit import AuditEntry
from bot.domain.school.school import Coordinator, SchoolId
from bot.metrics import METER
from bot.run.privacy.tracer import Tracer, look_in_files
from bot.store.codec.broadcasts import BROADCASTS
from bot.store.codec.kinds import KINDS
from bot.store.codec.older_person import older
from bot.store.codec.schools import SCHOOLS
from bot.store.tiny.copying.tracing import traces_in
from bot.store.tiny.store import tiny_store
from tests.delivery.announcing import broadcast
from tests.delivery.disks import BadDisk
from tests.delivery.schools import MADE, SCHOOL, keep, keep_wish, member, wish
from tests.delivery.teachers import OPENING, HandClock, teacher
from tests.delivery.test_expiry import put
from tests.errand_desk import HANDOVER, OTHER, WORDS, Desk

SHE = 708_115_320
NAME = "Ratna Wulan"


async def filled(world: World, data: Path) -> Desk:
    """A school in which she stands wherever somebody can: as teacher, coordinator, reader, writer."""
    desk = await Desk(world, HandClock(OPENING), data).open()
    store = desk.store
    await keep(store, replace(member(SHE, OPENING), shown_name=NAME, nickname=NAME))
    used = replace(HANDOVER, fingerprint="b" * 64, used_by=SHE)
    school = replace(
        SCHOOL,
        coordinators=(*SCHOOL.coordinators, Coordinator(SHE, NAME)),
        handovers=(HANDOVER, used),
    )
    await put(store, SCHOOLS, school.id, school)
    others = replace(SCHOOL, id=SchoolId("bbbbbbbb"), former=(Coordinator(SHE, NAME),))
    await put(store, SCHOOLS, others.id, others)
    await desk.start()
    for by, whom in ((SHE, OTHER), (MADE, SHE)):
        entry = AuditEntry(at=OPENING, by=by, whom=whom, action=Action.RENAME_TEACHER)
        await desk.turns.directory.note(SCHOOL.id, entry)
    people = (Recipient(SHE, NAME), Recipient(OTHER, "Guru lain"))
    announced = (Announced(broadcast=broadcast(), recipients=people),)
    await keep(store, older(teacher(MADE), announced=announced))
    await desk.pump()
    await _written_about(desk)
    return desk


async def _written_about(desk: Desk) -> None:
    """Let others stand where her id is named, and her letters and broadcasts lie about."""
    store = desk.store
    audience = Audience(AudienceFilter.ONE, str(SHE))
    content = replace(broadcast().content, text=WORDS)
    theirs = replace(broadcast(), due=None, chunks=0)
    hers = replace(theirs, by=SHE, sender=NAME)
    for head in (
        replace(theirs, id="c" * 12, audience=audience),
        replace(hers, id="d" * 12),
        replace(hers, id="e" * 12, answers="a" * 12, content=content),
    ):
        await put(store, BROADCASTS, head.id, head)
    draft = Draft(school=SCHOOL.id, audience=audience)
    place = Place("roster.teacher", (SCHOOL.id, str(SHE)))
    await keep(store, replace(teacher(MADE), composing=draft, place=place))
    await keep_wish(store, wish(OPENING, (SHE, OTHER), TeacherGroup.NOT_BEGUN))
    own = replace(wish(OPENING, (OTHER,)), by=SHE)
    await keep_wish(store, own)


async def test_no_file_names_her_after_she_deleted_her_data(world: World, tmp_path: Path) -> None:
    """Documents, their names, logs of schools, caches, intents: neither her id nor her words anywhere."""
    data = tmp_path / "data"
    before = await filled(world, data)
    await before.store.close()  # the index is written to its cache
    parts = {one.part for one in traces_in(data, SHE)}
    assert parts == {
        "people",
        "schools",
        "audit",
        "broadcasts",
        "chunks",
        "requests",
        "index-cache",
    }
    desk = Desk(world, HandClock(OPENING), data)
    desk.store = BadDisk(tiny_store(data, KINDS))
    await desk.store.open()
    await desk.start()
    tracer = Tracer(look_in_files(data), lambda: None, sends_backups=False)
    desk.turns = replace(desk.turns, trace=tracer.report)
    shown = await desk.turns.handle(desk.incoming(SHE, await desk.erase(SHE)))
    assert [one.file for one in traces_in(data, SHE)] == []
    for words in (NAME, WORDS):
        assert [path for path in data.rglob("*") if words in _text(path)] == []
    report = shown[-1]
    assert isinstance(report, Screen)
    assert "Yang masih memuatnya: 0." in report.text
    assert str(SHE) not in repr(METER)
    await desk.store.close()
    assert [one.file for one in traces_in(data, SHE)] == []


def _text(path: Path) -> str:
    return path.read_bytes().decode(errors="replace") if path.is_file() else ""
