"""Langkah Guru: a coach for school teachers in Indonesia, on Telegram.

The map, in reading order. Each room may import only from those named before it.

1.  ``domain``    what the programme is about: Person, Programme, evaluation, reminders. Pure.
2.  ``content``   files in ``content/`` become domain values; every problem has a file and a line.
3.  ``chat``      the conversation: an Event and a Person become a Turn. Pure functions.
4.  ``store``     one document per person, durable when saved.
    ``reports``   pictures, workbooks and posters, made in processes of their own.
5.  ``outbox``    the messages the bot begins by itself: who is due, send, record. No Telegram.
6.  ``turns``     one event to its end: lock, load, decide, save, and what to show. No Telegram.
    It is served by ``directory`` (schools and roles), ``attempt_limit`` (tries with codes),
    ``reporter`` (recaps and files) and ``caretaker`` (how the bot fares).
7.  ``telegram``  the only room that knows Telegram: updates in, screens out.
8.  ``service``   the webhook, the health page, the tick, and what keeps broadcasts going.
9.  ``parts``     puts the pieces together; ``serve`` is the life of a running bot.
10. ``demo``      that bot against the simulator, with ``demo_school``; ``calendar_report`` prints
    what the calendar leads to. ``cli`` and ``__main__`` start everything.

``settings``, ``errors`` and ``logs`` stand beside the rooms. ``simulator`` is a small Telegram of
its own; it knows nothing of the other rooms.
"""
