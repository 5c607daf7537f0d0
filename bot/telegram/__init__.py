"""The edge to Telegram: updates in, screens out. The only room that imports ``telegram``.

Reading order: ``app`` (the table of contents), ``poll``, ``intake``, ``order``, ``handlers``,
``incoming``, ``deliver``, ``sending``, ``verdicts``, ``lanes``, ``bot``, ``request``.
"""

import os

# python-telegram-bot 22 warns whenever a 429 arrives unless durations may be timedeltas; from 23
# on they always are. This has to be said before the first answer is read.
os.environ.setdefault("PTB_TIMEDELTA", "true")
