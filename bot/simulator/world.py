"""Everything the simulator holds, and the few changes that both sides make to it.

It must not know HTTP; what the bot may do stands in `methods`, what people may do in `acts`.
"""

import secrets
from collections import OrderedDict, deque
from collections.abc import Hashable
from dataclasses import dataclass

from bot.simulator.bot import Bot
from bot.simulator.bot_side.queue import UpdateQueue
from bot.simulator.chat import Chat, Entry
from bot.simulator.clock import Clock
from bot.simulator.errors import Json, PersonError
from bot.simulator.events import Events
from bot.simulator.faults import Faults
from bot.simulator.limits import Limits, Throttle
from bot.simulator.message.files import Files
from bot.simulator.people import Human, Profile

_CALLS = 20_000
_QUERIES = 10_000
_FIRST_GROUP = -1_000
_IDS_END = 1 << 52
"""Telegram's ids have at most 52 significant bits."""


@dataclass(slots=True)
class Query:
    """A press that waits for its answer."""

    person: int
    message_id: int
    pressed: float


_FIRST_UPDATES = 1 << 28
"""Update ids begin anywhere, as Telegram's do after a quiet week: a bot that was running before
must not take the updates of a new simulator for old ones.
"""


class World:
    """The state of one simulator."""

    def __init__(self, bot: Bot, clock: Clock, limits: Limits | None) -> None:
        self.bot = bot
        self.clock = clock
        self.started = secrets.token_hex(8)
        """Names this run: whoever saw another one saw other conversations."""

        self.people: dict[int, Human] = {}
        self.chats: dict[int, Chat] = {}
        self.queue = UpdateQueue(clock, first_id=1 + secrets.randbelow(_FIRST_UPDATES))
        self.files = Files(clock)
        self.events = Events()
        self.faults = Faults()
        self.throttle = None if limits is None else Throttle(limits)
        self.calls: deque[tuple[str, dict[str, str]]] = deque(maxlen=_CALLS)
        self.refusals: deque[tuple[str, int, str]] = deque(maxlen=_CALLS)
        self.groups: list[Chat] = []
        self._answers: dict[int, deque[Json]] = {}
        self._queries: OrderedDict[str, Query] = OrderedDict()
        self._last_message_id = 0
        self._last_query = 0
        clock.watch(self._clock_moved)

    @property
    def last_message_id(self) -> int:
        """The newest message's number; numbers run through all chats, as in a bot's account."""
        return self._last_message_id

    def date(self) -> int:
        """Now, as the Bot API writes it."""
        return int(self.clock.seconds())

    def human(self, person: int) -> Human:
        """The person with this id. Raises PersonError 404."""
        human = self.people.get(person)
        if human is None:
            raise PersonError(f"there is no person {person}", status=404)
        return human

    def chat(self, chat_id: int) -> Chat:
        """The chat with this id. Raises PersonError 404."""
        chat = self.chats.get(chat_id)
        if chat is None:
            raise PersonError(f"there is no chat {chat_id}", status=404)
        return chat

    def admit(self, profile: Profile) -> Human:
        """Add a person. Raises PersonError when the id is taken or no person's."""
        taken = profile.id in self.people or profile.id == self.bot.id
        if taken or not 0 < profile.id < _IDS_END:
            raise PersonError(f"the id {profile.id} cannot be given to a person", status=409)
        human = self.people[profile.id] = Human(profile)
        self.chats[profile.id] = Chat(human.card)
        return human

    def found_group(self, title: str, people: list[int]) -> Chat:
        """Add a group with these people and the bot."""
        for person in people:
            self.human(person)
        group_id = _FIRST_GROUP - len(self.groups)
        chat = self.chats[group_id] = Chat({"id": group_id, "title": title, "type": "group"})
        chat.members.update(people)
        self.groups.append(chat)
        return chat

    def new_message(self, chat: Chat, sender: Json, content: Json) -> Json:
        """A message of this moment, not yet in its chat."""
        self._last_message_id += 1
        return {
            "message_id": self._last_message_id,
            "from": sender,
            "chat": chat.card,
            "date": self.date(),
            **content,
        }

    def post(self, chat: Chat, message: Json, *, out: bool, fixed: bool = False) -> None:
        """Put a message into its chat, where everyone sees it."""
        chat.put(Entry(message, out, fixed))
        if not out:
            chat.typing_until = 0.0
        self.events.add("message", person=chat.id, message={**message, "out": out})

    def correct(self, chat: Chat, entry: Entry, message: Json) -> None:
        """Put an edited message in the old one's place."""
        chat.replace(entry, message)
        self.events.add("edited", person=chat.id, message=entry.public())

    def react(self, chat: Chat, entry: Entry, emoji: str) -> None:
        """Put the bot's emoji under a message, or take it away."""
        if entry.reaction != emoji:
            chat.react(entry, emoji)
            message_id = entry.message["message_id"]
            self.events.add("reaction", person=chat.id, message_id=message_id, emoji=emoji)

    def show_keyboard(self, chat: Chat, keyboard: Json | None) -> None:
        """Show or take away the reply keyboard."""
        if chat.reply_keyboard != keyboard:
            chat.reply_keyboard = keyboard
            self.events.add("keyboard", person=chat.id, reply_keyboard=keyboard)

    def publish(self, kind: str, payload: Json, lane: Hashable) -> None:
        """Queue an update for the bot."""
        self.queue.add(kind, payload, lane)

    def open_query(self, person: int, message_id: int) -> str:
        """Begin a press; its identifier."""
        self._last_query += 1
        query_id = str((person << 32) + self._last_query)
        self._queries[query_id] = Query(person, message_id, self.clock.seconds())
        if len(self._queries) > _QUERIES:
            self._queries.popitem(last=False)
        return query_id

    def close_query(self, query_id: str) -> Query | None:
        """End a press; None when it is unknown or was ended before."""
        return self._queries.pop(query_id, None)

    def answers(self, person: int) -> deque[Json]:
        """The answers to a person's presses, oldest first."""
        return self._answers.setdefault(person, deque(maxlen=_QUERIES))

    def people_changed(self) -> None:
        """Tell those who watch that someone came, blocked or unblocked."""
        people = [human.public for human in self.people.values()]
        self.events.add("people", people=people)

    def profile_changed(self) -> None:
        """Tell those who watch that the bot's account changed."""
        self.events.add("profile", bot=self.bot.public)

    def clock_state(self) -> Json:
        """The clock as the people's side shows it."""
        now = self.clock.now().isoformat().replace("+00:00", "Z")
        return {"now": now, "offset_seconds": self.clock.offset_seconds}

    def _clock_moved(self) -> None:
        self.events.add("clock", **self.clock_state())
