"""The writer: a small process that reads, replaces and removes files for the store.

Each of these is a handful of system calls, and in the bot's own process a thread that comes back
from one has to win the interpreter's lock from a busy event loop. Here nobody is busy. Requests
come on standard input and are carried out by several threads at once, so that a slow disk merges
the fsyncs that wait; each is answered on standard output when it is durable.

Ends when its input ends, after all it has read is done: so it outlives a killed bot for a moment,
and holds the lock on the data directory until then. Knows nothing of documents, keeps nothing, and
imports next to nothing (12 MB, 10 ms): `signal`, `threading` and `contextlib` bring `enum`, `collections`
and `functools`, which take longer than Python itself. It ends outright, because whatever is answered is
on disk, and to take the interpreter apart would cost another tenth of the start.
"""

import _signal  # type: ignore[import-not-found] # typeshed has only what is made of it
import os
from _queue import SimpleQueue
from _thread import allocate_lock, start_new_thread
from errno import ENOMEM
from struct import Struct

from bot.store.writer.atomic import Folder, OpenedDirectory

READ, REPLACE, REMOVE, CHECK = 1, 2, 3, 4
PLACE = "WRITER_PLACE"  # in the environment: the identity and the path of the data directory
REQUEST = Struct("<IBHI")  # number, operation, length of the path, length of the content
REPLY = Struct("<IiI")  # number, errno or 0, length of the result or of the error's words

# On a slow disk the system merges the fsyncs that wait at the same time: one thread does
# 89 updates/s with fsyncs of 5 ms, 16 do 1,056 and 32 do 1,766. On a quick disk 32 do 1.5 times
# as much as 16, with less processor time for each. They begin as so many requests are under way.
THREADS = 32
STDIN, STDOUT = 0, 1
CHUNK = 1 << 18

Request = tuple[int, int, str, bytes]


def request(number: int, operation: int, path: str, content: bytes) -> bytes:
    """Give the bytes of one request."""
    name = path.encode()
    return b"".join((REQUEST.pack(number, operation, len(name), len(content)), name, content))


def take_requests(received: bytearray) -> "list[Request]":
    """Take all complete requests from the front of what was received."""
    requests, start = [], 0
    while len(received) - start >= REQUEST.size:
        number, operation, name, content = REQUEST.unpack_from(received, start)
        middle = start + REQUEST.size + name
        if len(received) < middle + content:
            break
        path = received[middle - name : middle].decode()
        requests.append((number, operation, path, bytes(received[middle : middle + content])))
        start = middle + content
    del received[:start]
    return requests


class Writer:
    """Carries out requests from one descriptor and answers on another."""

    def __init__(self, source: int, sink: int, place: "OpenedDirectory | None" = None) -> None:
        self._source = source
        self._sink = sink
        self._place = place
        self._requests: SimpleQueue[Request | None] = SimpleQueue()
        self._ended: SimpleQueue[None] = SimpleQueue()
        self._answering = allocate_lock()
        self._threads = self._asked = self._answered = 0

    def run(self) -> None:
        """Work until the input ends and everything is done."""
        received = bytearray()
        while chunk := os.read(self._source, CHUNK):
            received += chunk
            for each in take_requests(received):
                self._requests.put(each)
                self._asked += 1
                self._see_to_threads()
        for _ in range(self._threads):
            self._requests.put(None)
        for _ in range(self._threads):
            self._ended.get()

    def _see_to_threads(self) -> None:
        """Have a thread for each request under way, as far as there may be so many."""
        if self._threads < min(self._asked - self._answered, THREADS):
            try:
                start_new_thread(self._work, ())
            except RuntimeError:  # the system gives no more
                if not self._threads:
                    raise
            else:
                self._threads += 1

    def _work(self) -> None:
        try:
            self._serve()
        finally:
            self._ended.put(None)

    def _serve(self) -> None:
        while (each := self._requests.get()) is not None:
            number, operation, path, content = each
            try:
                fault, result = 0, self._carry_out(operation, path, content)
            except OSError as error:
                fault, result = error.errno or -1, str(error.strerror or error).encode()
            except MemoryError:  # the thread goes on
                fault, result = ENOMEM, b"Cannot allocate memory"
            self._answer(REPLY.pack(number, fault, len(result)) + result)

    def _carry_out(self, operation: int, path: str, content: bytes) -> bytes:
        place, _, name = path.rpartition("/")
        folder = Folder(place)
        if operation != READ and self._place:
            self._place.check()
        if operation == READ:
            found = folder.read(name)
            if found is None and self._place:
                self._place.check()
            if found is None:
                raise FileNotFoundError(2, "No such file or directory")
            return found
        if operation == REPLACE:
            return folder.replace(name, content).encode()
        if operation == CHECK:
            folder.check(name)
        else:
            folder.remove(name)
        return b""

    def _answer(self, reply: bytes) -> None:
        # Without a reader, because the bot was killed, the rest is done all the same.
        with self._answering:
            try:
                while reply:
                    reply = reply[os.write(self._sink, reply) :]
            except BrokenPipeError:
                pass
            self._answered += 1


def main() -> None:
    """Serve the process that started this one. Ctrl-C and SIGTERM are its business alone."""
    for number in (_signal.SIGINT, _signal.SIGTERM, _signal.SIGHUP):
        _signal.signal(number, _signal.SIG_IGN)
    identity, _, path = os.environ.get(PLACE, "").partition(":")
    Writer(STDIN, STDOUT, OpenedDirectory(path, identity) if path else None).run()
    os._exit(0)


if __name__ == "__main__":
    main()
