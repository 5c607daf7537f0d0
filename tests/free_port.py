"""A port that nobody listens on. Tests nothing."""

import secrets
import socket

GIVEN_TO_NOBODY = range(20_000, 32_000)
"""Linux gives none of these to a connection, so that none is taken before a bot listens there."""


def free_port() -> int:
    """Return one that is free now."""
    while True:
        port = secrets.choice(GIVEN_TO_NOBODY)
        with socket.socket() as listener:
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
        return port
