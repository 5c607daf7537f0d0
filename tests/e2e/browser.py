"""Which Chromium the tests of the page use.

`python -m tests.e2e.browser` prints it and fails where there is none. It must not install one.
"""

import asyncio
import shutil
import sys
from pathlib import Path

from playwright.async_api import Playwright, async_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium(playwright: Playwright) -> Path | None:
    """The Chromium of this machine, else the one Playwright installed, else None."""
    installed = next(filter(None, map(shutil.which, _NAMES)), None)
    found = Path(installed or playwright.chromium.executable_path)
    return found if found.is_file() else None


async def main() -> int:
    """Say which Chromium there is; the exit status."""
    async with async_playwright() as playwright:
        found = chromium(playwright)
    sys.stdout.write(f"{found or 'no Chromium here'}\n")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
