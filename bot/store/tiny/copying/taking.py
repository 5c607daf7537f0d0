"""Takes possession of a data directory: locks it, and leaves nothing half done that was done to it as a whole.

Must not look at a document.
"""

import os
from pathlib import Path

import structlog

from bot.errors import StoreUnavailable
from bot.store.tiny.copying.restoring import finish
from bot.store.tiny.copying.view import clear
from bot.store.tiny.lock import take_lock

log = structlog.stdlib.get_logger(__name__)


def take_data(path: Path) -> int:
    """Lock a data directory and give the descriptor to be closed; makes the directory if need be.

    Finishes a restore that was cut off, and removes what a copy left. Raises StoreBusy, StoreUnavailable.
    """
    lock = take_lock(path)
    try:
        if finish(path):
            log.warning("restore_finished", path=str(path))
        clear(path)
    except OSError as error:
        os.close(lock)
        raise StoreUnavailable(path, str(error)) from error
    return lock
