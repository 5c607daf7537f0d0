"""Orders to broadcasts, given by Made as her coordinator. Tests nothing."""

from datetime import datetime

from bot.app.changes.commit import Commits
from bot.app.changes.draft import CommitDraft, Unseen
from bot.app.changes.school import end_without_sender
from bot.app.directory import Directory
from bot.cluster.notifier import Notifier
from bot.domain.broadcast.order import Order, OrderBroadcast
from bot.domain.person.person import PersonId
from bot.domain.school.access import Rights
from bot.domain.school.school import SchoolId
from bot.store.base import More, Plan, Store, View
from bot.store.codec.broadcasts import BROADCASTS
from tests.delivery.schools import MADE


async def carry_out(
    store: Store,
    notifier: Notifier,
    school: SchoolId,
    broadcast: str,
    order: Order,
    *,
    now: datetime,
    at: datetime | None = None,
    disturbs: int = 0,
) -> bool:
    """Have an order carried out; say whether it fitted."""
    directory = Directory(store)
    await directory.load()
    before = await store.get(BROADCASTS, broadcast)
    wish = OrderBroadcast(school, broadcast, order, at=at, disturbs=disturbs)
    await Commits(store, directory, notifier).act(PersonId(MADE), wish, now)
    return await store.get(BROADCASTS, broadcast) != before


async def stop_without_sender(
    store: Store, school: SchoolId, rights: Rights, *, now: datetime
) -> None:
    """End what was planned by who is no coordinator any more."""

    def decide(view: View) -> Plan[None] | More:
        draft = CommitDraft(view, now, rights, str)
        try:
            end_without_sender(draft, rights.schools[school])
        except Unseen as unseen:
            return unseen.more
        return Plan(draft.writes, None)

    await store.commit((), decide)
