"""How many files and connections this process may have open: read and raised at start.

What the bot needs does not grow with the people it serves, but many systems begin with few (macOS with
256) and allow more to whoever asks. Must not fail a start.
"""

import resource

import structlog

log = structlog.stdlib.get_logger(__name__)

WANTED = 8_192
"""More than 64 turns at once, all connections of the web server and the writer's 64 can use."""

LEAST = 256
"""Below this, a burst of connections may be refused, which is worth a warning."""


def raise_open_files() -> int:
    """Raise the limit as far as it is allowed and wanted, say so in the log, and return it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = WANTED if hard == resource.RLIM_INFINITY else min(WANTED, hard)
    allowed = soft
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            allowed = wanted
        except (OSError, ValueError) as error:
            log.warning("open_files_not_raised", wanted=wanted, reason=str(error))
    log.info("open_files", before=soft, allowed=allowed)
    if 0 <= allowed < LEAST:  # RLIM_INFINITY is below zero here and there
        log.warning("few_open_files", allowed=allowed, wanted=LEAST)
    return allowed
