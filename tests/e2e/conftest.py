"""A real browser for the tests of the simulator's page.

Tests that use it carry the marker `browser` and are skipped where there is no Chromium.
"""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, async_playwright

from tests.e2e.browser import chromium

Visit = Callable[..., Awaitable[Page]]

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One headless Chromium for all tests of the page; each test gets a context of its own."""
    async with async_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            pytest.skip("no Chromium here: `make test-browser` installs one")
        browser = await playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def visit(browser: Browser) -> AsyncIterator[Visit]:
    """Opens an address in a tab of its own; width, height and dark are optional.

    The test fails at its end when a page reported an error or broke its security policy.
    """
    problems: list[str] = []
    contexts: list[BrowserContext] = []

    def heard(line: ConsoleMessage) -> None:
        if line.type in {"error", "warning"}:
            problems.append(line.text)

    async def open_tab(
        address: str, *, width: int = 1280, height: int = 860, dark: bool = False
    ) -> Page:
        context = await browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
        )
        contexts.append(context)
        page = await context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", heard)
        await page.goto(address)
        return page

    yield open_tab
    for context in contexts:
        await context.close()
    assert problems == []
