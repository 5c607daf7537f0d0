"""A disk that fails where a test says so, in front of a real store.

Must not decide what is right; the tests do.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bot.errors import StoreUnavailable
from bot.store.base import Decision, JointDecision, Keep, Kind, More, Plan, R, Ref, Store, T, View


def sound(kind: str, key: str, *, writing: bool) -> bool:
    """Say that nothing is broken."""
    del kind, key, writing
    return False


class BadDisk:
    """A store that cannot read or write the documents of which ``broken`` says so."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.broken: Callable[..., bool] = sound
        self.find, self.count, self.unreadable = store.find, store.count, store.unreadable
        self.open, self.close, self.changed = store.open, store.close, store.changed

    def _touch(self, kind: Kind[T], key: str, *, writing: bool) -> None:
        if self.broken(kind.name, key, writing=writing):
            raise StoreUnavailable(Path(kind.name, key), "no space left on device")

    async def get(self, kind: Kind[T], key: str) -> T | None:
        """Read, unless that is broken."""
        self._touch(kind, key, writing=False)
        return await self.store.get(kind, key)

    async def update(self, kind: Kind[T], key: str, decide: Decision[T, R]) -> R:
        """Change, unless reading or writing is broken."""
        self._touch(kind, key, writing=False)

        def refused(value: T | None) -> object:
            write, answer = decide(value)
            if not isinstance(write, Keep):
                self._touch(kind, key, writing=True)
            return write, answer

        return await self.store.update(kind, key, refused)  # type: ignore[arg-type] # as decided

    async def commit(
        self,
        refs: Iterable[Ref[Any]],
        decide: JointDecision[R],
        optional: Iterable[Ref[Any]] = (),
    ) -> R:
        """Change all, unless reading or writing one of them is broken."""

        def refused(view: View) -> Plan[R] | More:
            outcome = decide(view)
            if isinstance(outcome, Plan):
                for ref, write in outcome.writes.items():
                    if not isinstance(write, Keep):
                        self._touch(ref.kind, ref.key, writing=True)
            else:
                self._read((*outcome.refs, *outcome.optional))
            return outcome

        refs, optional = tuple(refs), tuple(optional)
        self._read((*refs, *optional))
        return await self.store.commit(refs, refused, optional)

    def _read(self, refs: Iterable[Ref[Any]]) -> None:
        for ref in refs:
            self._touch(ref.kind, ref.key, writing=False)
