"""Langkah Guru: a coach for school teachers in Indonesia, on Telegram.

What each room and file is for stands in its head, and all heads in ``docs/map.md``. Which room may
import which is drawn in ``ARCHITECTURE.md`` and checked by ``make lint``.
"""

__version__ = "0.2.0"
"""The release; CHANGELOG.md says what each one changed."""
