"""What every store tells whoever keeps copies of its documents: which ones changed since then."""

from bot.store.base import Plan, Put, Ref, Store, View
from bot.store.tiny.change_log import CHANGES_KEPT, ChangeLog
from tests.store.notes import NOTES, OTHERS, Note, add_tag, drop, keep, put


async def version_of(store: Store) -> int:
    return (await store.changed(NOTES, 0)).version


async def test_who_knows_nothing_is_told_that_all_may_have_changed(store: Store) -> None:
    """Without a version there are no names: every document of the kind is to be read."""
    assert (await store.changed(NOTES, 0)).keys is None
    await store.update(NOTES, "1", put(Note()))
    assert (await store.changed(NOTES, 0)).keys is None


async def test_the_documents_changed_since_are_named(store: Store) -> None:
    """New, changed and dropped documents are named once; what was only looked at is not."""
    for key in ("1", "2", "3"):
        await store.update(NOTES, key, put(Note()))
    version = await version_of(store)
    await store.update(NOTES, "1", keep)
    await store.get(NOTES, "3")
    await store.update(NOTES, "2", drop)
    await store.update(NOTES, "4", add_tag)
    await store.update(NOTES, "4", add_tag)
    assert (await store.changed(NOTES, version)).keys == frozenset({"2", "4"})


async def test_nothing_has_changed_after_the_last_answer(store: Store) -> None:
    """Asked again with the version of the answer, there is nothing, and the version stays."""
    await store.update(NOTES, "1", put(Note()))
    first = await store.changed(NOTES, await version_of(store))
    assert first.keys == frozenset()
    assert await store.changed(NOTES, first.version) == first


async def test_kinds_are_counted_apart(store: Store) -> None:
    """A change of another kind of document with the same key is none of this kind."""
    version = await version_of(store)
    await store.update(OTHERS, "1", put(Note()))
    assert (await store.changed(NOTES, version)).keys == frozenset()


async def test_a_commit_over_several_names_all_of_them(store: Store) -> None:
    """What was changed together is named, and what was only shown is not."""
    version = await version_of(store)
    refs = tuple(Ref(NOTES, key) for key in ("1", "2", "3"))

    def decide(_: View) -> Plan[None]:
        return Plan({ref: Put(Note()) for ref in refs[:2]}, None)

    await store.commit(refs, decide)
    assert (await store.changed(NOTES, version)).keys == frozenset({"1", "2"})


def test_only_so_many_changes_are_remembered() -> None:
    """Whoever did not look for longer than that is told that any document may have changed."""
    log = ChangeLog()
    version = log.since(0).version
    for number in range(CHANGES_KEPT):
        log.note(str(number))
    assert log.since(version).keys == frozenset({str(number) for number in range(CHANGES_KEPT)})
    log.note("last")
    assert log.since(version).keys is None
    assert log.since(version + CHANGES_KEPT).keys == frozenset({"last"})
