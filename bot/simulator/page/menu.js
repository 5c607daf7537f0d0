/**
 * A small menu that opens beside its button or at the pointer: arrow keys move, Escape closes,
 * and the focus goes back to where it was.
 */
import { element, icon } from "./dom.js";

const MARGIN = 8;

/**
 * Opens a menu.
 * @param {{anchor: HTMLElement, x?: number, y?: number, label: string}} place
 * @param {{label: string, icon: string, run?: () => void, href?: string, download?: string, danger?: boolean}[]} items
 */
export function openMenu({ anchor, x, y, label }, items) {
  const before = document.activeElement;
  const menu = element("div", { class: "menu", role: "menu", popover: "auto", "aria-label": label });
  const close = () => menu.hidePopover();
  menu.append(...items.map((item) => menuItem(item, close)));
  menu.addEventListener("keydown", (event) => moveFocus(menu, event));
  menu.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed") return;
    const hadFocus = menu.contains(document.activeElement) || document.activeElement === document.body;
    menu.remove();
    if (hadFocus) before?.focus();
  });
  document.body.append(menu);
  menu.showPopover();
  place(menu, anchor.getBoundingClientRect(), x, y);
  menu.firstElementChild?.focus();
}

function menuItem(item, close) {
  const content = [icon(item.icon), item.label];
  const attributes = { role: "menuitem", class: item.danger ? "danger" : null, tabindex: "-1" };
  if (item.href) {
    return element("a", { ...attributes, href: item.href, download: item.download, onclick: close }, ...content);
  }
  const onclick = () => {
    close();
    item.run();
  };
  return element("button", { ...attributes, type: "button", onclick }, ...content);
}

function moveFocus(menu, event) {
  const items = [...menu.children];
  const index = items.indexOf(document.activeElement);
  const target = {
    ArrowDown: items[(index + 1) % items.length],
    ArrowUp: items[(index - 1 + items.length) % items.length],
    Home: items[0],
    End: items.at(-1),
  }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function place(menu, box, x, y) {
  const { offsetWidth: width, offsetHeight: height } = menu;
  const left = x ?? box.right - width;
  const below = y ?? box.bottom + 4;
  const fits = below + height + MARGIN <= window.innerHeight;
  const top = fits ? below : Math.max(MARGIN, (y ?? box.top - 4) - height);
  menu.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`;
  menu.style.top = `${top}px`;
}
