"""A real browser for the tests of the simulator's page.

Tests that use it carry the marker `browser` and are skipped where there is no Chromium.
"""

import os
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Error, Page, async_playwright

from tests.e2e.browser import chromium

Visit = Callable[..., Awaitable[Page]]

GONE = ("net::ERR_CONNECTION_REFUSED", "net::ERR_INTERNET_DISCONNECTED")
"""What a page says that is left after the server of its test has ended, and one whose network a test cuts."""

NEEDLESS = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("PaintHolding", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "OptimizationHints"),
    *("NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch", "MediaRouter"),
    "DestroyProfileOnBrowserClose",
)
"""What Chromium is to do without: two pages behind its address bar, and what Playwright's own such list names."""

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(NEEDLESS)}",
)


UNPAINTED = """
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("html { opacity: 0 }");
    document.adoptedStyleSheets.push(sheet);
"""
"""Has a page laid out, but not painted: nobody looks at it. What is hidden so counts as visible, and can be tapped.

Pictures of the page are asked for by CYCLE_SCREENS alone.
"""


QUIET = """() => {
    window.fetch = () => new Promise(() => {});
    window.EventSource = class extends EventTarget { close() {} };
    Storage.prototype.setItem = () => {};
    localStorage.clear();
    dispatchEvent(new Event("offline"));
}"""
"""Has the page of a test ask and keep nothing more: to go to an empty page costs a third of a visit."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One headless Chromium for all tests of the page."""
    async with async_playwright() as playwright:
        path = chromium(playwright)
        if path is None:
            pytest.skip("no Chromium here: `make test-browser` installs one")
        browser = await playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        await browser.close()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def tab(browser: Browser) -> AsyncIterator[Page]:
    """One tab for all tests of the page: to begin a new one takes longer than most of them.

    Nothing moves in it, as on the device of who asked for that: pictures of movements were a third of the time.
    """
    context = await browser.new_context(accept_downloads=True, reduced_motion="reduce")
    if "CYCLE_SCREENS" not in os.environ:
        await context.add_init_script(UNPAINTED)
    page = await context.new_page()
    page.set_default_timeout(15_000)
    yield page
    await context.close()


@pytest.fixture(scope="session")
def port() -> Iterator[int]:
    """The port at which all simulators serve: the browser keeps the page's files, which are half of a visit.

    It is held without being listened at, so that nobody else gets it between two tests.
    """
    with socket.socket() as held:
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@pytest_asyncio.fixture(loop_scope="session")
async def visit(tab: Page) -> AsyncIterator[Visit]:
    """Opens an address in the tab; width, height and dark are optional. Nothing kept there outlives a test.

    The test fails at its end when the page reported an error or broke its security policy.
    """
    problems: list[str] = []

    def failed(error: Error) -> None:
        problems.append(str(error))

    def heard(line: ConsoleMessage) -> None:
        if line.type in {"error", "warning"} and not any(one in line.text for one in GONE):
            problems.append(line.text)

    async def open_tab(
        address: str, *, width: int = 1280, height: int = 860, dark: bool = False
    ) -> Page:
        await tab.set_viewport_size({"width": width, "height": height})
        await tab.emulate_media(color_scheme="dark" if dark else "light")
        await tab.goto(address)
        return tab

    tab.on("pageerror", failed)
    tab.on("console", heard)
    yield open_tab
    await tab.evaluate(QUIET)
    tab.remove_listener("pageerror", failed)
    tab.remove_listener("console", heard)
    assert problems == []
