"""The process in which a running bot has one backup made: ``python -m bot.run.backup.once DATA FILE``.

With a database DATA is the word ``database``, and DATABASE_URL its address.

Links the data at once, so that nobody waits for long, and then takes the lowest priority. Ends with 1, and a
reason on standard error, when no backup was made. Imports next to nothing; see ``making``.
"""

import os
import sys
from pathlib import Path

from bot.errors import BotError
from bot.run.backup.making import make_backup, make_database_backup
from bot.run.start.startup import spare_the_start

DATABASE = "database"
ADDRESS = "DATABASE_URL"
RECIPIENT = "BACKUP_RECIPIENT"
NICENESS = 19
"""The least a process can be given: people are being answered on the same cores."""


def _step_back() -> None:
    """Leave the cores to those who answer people."""
    os.nice(NICENESS)


def main() -> None:
    """Make one backup."""
    data, file = map(Path, sys.argv[1:3])
    recipient = os.environ.get(RECIPIENT) or None
    try:
        if sys.argv[1] == DATABASE:
            _step_back()
            make_database_backup(os.environ[ADDRESS], file, recipient)
        else:
            make_backup(data, file, recipient, _step_back)
    except BotError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)


if __name__ == "__main__":
    spare_the_start()
    main()
