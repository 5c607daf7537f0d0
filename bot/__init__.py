"""Langkah Guru: a coach for school teachers in Indonesia, on Telegram.

The map, in reading order. Each room may import only from those named before it.

1.  ``domain``    what the programme is about: Person, Programme, evaluation, reminders. Pure.
2.  ``content``   files in ``content/`` become domain values; every problem has a file and a line.
3.  ``chat``      the conversation: an Event and a Person become a Turn. Pure functions.
4.  ``store``     one document per person, durable when saved.
    ``reports``   pictures, drawn in a process of their own.
5.  ``outbox``    the messages the bot begins by itself: who is due, send, record. No Telegram.
6.  ``turns``     one event to its end: lock, load, decide, save, and what to show. No Telegram.
7.  ``telegram``  the only room that knows Telegram: updates in, screens out.
8.  ``service``   the webhook, the health page, and the tick that wakes the outbox.
9.  ``parts``     puts the pieces together. ``cli`` and ``__main__`` start them.

``simulator`` is a small Telegram of its own; it knows nothing of the other rooms.
"""
