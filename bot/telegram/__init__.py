"""The edge to Telegram: updates in, screens out. The only room that imports ``telegram``.

Reading order: ``app`` (the table of contents) and ``run``; ``poll``, ``offsets``, ``webhook``,
``outage`` and ``doubt`` bring updates in; ``raw`` and ``valid`` read them; ``intake``, ``gather``,
``sequencer``, ``incoming`` (with ``formatting``), ``edits`` and ``handlers`` take their turns;
``deliver``, ``sending`` and ``verdicts`` show the screens; ``bot``, ``request`` and ``profile`` speak
to the Bot API; ``shutdown`` is how any of them ends the process.
"""

import os

# python-telegram-bot 22 warns whenever a 429 arrives unless durations may be timedeltas; from 23
# on they always are. This has to be said before the first answer is read.
os.environ.setdefault("PTB_TIMEDELTA", "true")
