"""Looks for what stands of somebody in documents of others, before her data are deleted.

It holds nothing meanwhile: what is found is looked at again by the commit. Must not change anything.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import structlog

from bot.domain.broadcast.erasing import is_meant_for, nameless, quotes
from bot.domain.roster.nudge_request import NudgeRequest
from bot.domain.school.access import Rights
from bot.errors import DocumentDamaged, DocumentTooNew
from bot.store.base import Kind, Ref, Store, T
from bot.store.codec.broadcasts import BROADCASTS, CHUNKS
from bot.store.codec.older_person import unnamed
from bot.store.codec.people import PEOPLE
from bot.store.codec.requests import REQUESTS
from bot.store.codec.schools import AUDIT

log = structlog.stdlib.get_logger(__name__)


@dataclass(slots=True)
class Traces:
    """What was looked through, and which of it holds something of hers."""

    seen: set[Ref[Any]] = field(default_factory=set)
    hers: set[Ref[Any]] = field(default_factory=set)

    def of(self, kind: Kind[T], keys: Iterable[str]) -> list[Ref[T]]:
        """Return what the commit has to look at: hers, and those of these that are not seen yet.

        That is for what bears names from its beginning only.
        """
        refs: set[Ref[T]] = {ref for ref in self.hers if ref.kind.name == kind.name}
        refs |= {ref for key in keys if (ref := Ref(kind, key)) not in self.seen}
        return sorted(refs, key=lambda ref: ref.key)


async def traces_of(store: Store, person: int, rights: Rights) -> Traces:
    """Look through broadcasts, their deliveries, what coordinators ask for, and the logs of schools.

    One that is damaged cannot be changed by anybody; it is named in the log, once for its words and
    once for what it quotes.
    """
    traces = Traces()
    letters: set[str] = set()
    heads = await store.find(BROADCASTS)

    def by_her(head: Any) -> bool:
        if head.by == person and head.is_letter:
            letters.add(head.id)
        return bool(head.by == person) or is_meant_for(head, person)

    await _look(store, traces, BROADCASTS, heads, by_her)
    known = set(heads)
    await _look(store, traces, BROADCASTS, heads, lambda head: quotes(head, letters, known))
    chunks = await store.find(CHUNKS)
    await _look(store, traces, CHUNKS, chunks, lambda one: nameless(one, person) != one)
    logs = await store.find(AUDIT)
    await _look(store, traces, AUDIT, logs, lambda one: one.without(person) != one)
    wishes = await store.find(REQUESTS)
    await _look(store, traces, REQUESTS, wishes, lambda one: names_in_wish(one, person))
    others = [str(one) for one in sorted(_who_may_name(rights) - {person})]
    await _look(store, traces, PEOPLE, others, lambda one: unnamed(one, person) != one)
    return traces


def _who_may_name(rights: Rights) -> set[int]:
    """Return whose documents may name somebody else: who looks after schools, or did, or runs the bot."""
    former = {one.id for school in rights.schools.values() for one in school.former}
    return {*rights.coordinators, *rights.admins} | former


async def _look(
    store: Store,
    traces: Traces,
    kind: Kind[T],
    keys: Iterable[str],
    is_hers: Callable[[T], bool],
) -> None:
    """Look through documents of a kind."""
    for key in keys:
        ref = Ref(kind, key)
        try:
            value = await store.get(kind, key)
        except (DocumentDamaged, DocumentTooNew) as error:
            log.warning("not_forgotten", kind=kind.name, key=key, reason=str(error))
            traces.seen.add(ref)
            continue
        traces.seen.add(ref)
        if value is not None and is_hers(value):
            traces.hers.add(ref)


def names_in_wish(wish: NudgeRequest, person: int) -> bool:
    """Say whether a request to remind is somebody's own, or about her."""
    return wish.by == person or wish.without(person) != wish
