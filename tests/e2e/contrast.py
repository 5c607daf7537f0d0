"""How much text differs from its ground on the page, as a browser has coloured both.

Grounds are followed to the first one that is opaque; of a gradient its first colour counts.
"""

from playwright.async_api import Page

from bot.chat.model import Screen
from tests.e2e.shown import message

CONTRAST = """async messages => {
    const { bubble } = await import("/page/bubble.js");
    const list = document.querySelector(".phone .messages");
    const nothing = () => {};
    const actions = new Proxy({}, { get: () => nothing });
    const names = { person: "Sari", bot: "Langkah Guru" };
    list.append(...messages.map((message) => bubble(message, { names, actions, isWaiting: () => false })));
    const numbers = (text) => text.match(/[\\d.]+/g).map(Number);
    const read = (text) => {
        const [red, green, blue, alpha = 1] = numbers(text);
        const most = text.startsWith("color(") ? 255 : 1;
        return [red * most, green * most, blue * most, alpha];
    };
    const over = (above, below) => [0, 1, 2].map((at) => above[at] * above[3] + below[at] * (1 - above[3]));
    const light = (colour) => {
        const [red, green, blue] = colour.map((value) =>
            value / 255 <= 0.03928 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const ground = (node) => {
        const layers = [];
        for (let part = node; part; part = part.parentElement) {
            const { backgroundColor, backgroundImage } = getComputedStyle(part);
            if (read(backgroundColor)[3] > 0) layers.push(read(backgroundColor));
            const first = backgroundImage.match(/gradient.*?((?:rgba?|color)\\([^)]*\\))/);
            if (first) layers.push([...read(first[1]).slice(0, 3), 1]);
            if (layers.at(-1)?.[3] === 1) break;
        }
        return layers.reverse().reduce((below, above) => over(above, below), [255, 255, 255]);
    };
    const found = {};
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || node.closest("script, style, template") || !node.checkVisibility()) continue;
        const below = ground(node);
        const [low, high] = [light(over(read(getComputedStyle(node).color), below)), light(below)].sort((a, b) => a - b);
        const name = `${node.tagName}.${node.className} ${node.dataset.style ?? ""}`;
        found[name] = Math.min(found[name] ?? 21, (high + 0.05) / (low + 0.05));
    }
    return found;
}"""
"""The least contrast (WCAG 2: from 1 to 21) of each kind of node that holds text."""


async def contrasts(page: Page, screens: list[Screen]) -> dict[str, float]:
    """Draw screens on the page, once from the bot and once as her own, and return the contrast of all text."""
    sent = [message(one) for one in screens]
    found: dict[str, float] = await page.evaluate(
        CONTRAST, [*sent, *({**one, "out": True} for one in sent)]
    )
    return found
