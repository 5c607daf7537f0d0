/**
 * The list of messages: order, day separators, scrolling, focus. It stays at the newest message
 * unless the reader has scrolled up by hand, for an edit or a picture drawn late moves it, too; then
 * a button tells of new ones.
 */
import { bubble } from "./bubble.js";
import { element, icon } from "./dom.js";
import { setWaiting } from "./keyboard.js";
import { day } from "./time.js";

const NEAR_END = 60;
const BY_HAND = ["wheel", "touchmove", "pointerdown", "keydown"];
const SWING = 2000;

/** The messages of one conversation on the page. */
export class Log {
  #messages = new Map();
  #nodes = new Map();
  #day;
  #context;
  #list = element("div", { class: "messages" });
  #atEnd = true;
  #missed = 0;
  #top = 0;
  #touched = -SWING;

  /** @param {string} label for screen readers  @param {object} context see bubble.js */
  constructor(label, context) {
    this.#context = context;
    const attributes = { class: "log", role: "log", "aria-live": "polite", "aria-label": label, tabindex: "0" };
    this.scroller = element("div", attributes, this.#list);
    this.newer = element("button", { type: "button", class: "newer", hidden: true, onclick: () => this.toEnd() });
    this.scroller.addEventListener("scroll", () => this.#scrolled());
    const touched = () => (this.#touched = performance.now());
    for (const name of BY_HAND) this.scroller.addEventListener(name, touched, { passive: true });
    this.scroller.addEventListener("keydown", (event) => this.#moveFocus(event));
    const follow = new ResizeObserver(() => this.#atEnd && this.#jumpToEnd());
    follow.observe(this.#list);
    follow.observe(this.scroller);
  }

  get isEmpty() {
    return this.#messages.size === 0;
  }

  get(id) {
    return this.#messages.get(id);
  }

  /** The newest message that fits `test`, or undefined. */
  last(test) {
    return [...this.#messages.values()].findLast(test);
  }

  /** Replaces everything. */
  load(messages) {
    this.scroller.setAttribute("aria-busy", "true");
    this.#messages.clear();
    this.#nodes.clear();
    this.#day = undefined;
    this.#list.replaceChildren();
    for (const message of messages) this.put(message);
    for (const node of this.#list.children) node.classList.add("still");
    this.scroller.removeAttribute("aria-busy");
    this.toEnd();
  }

  /** Shows a new message or a changed one. */
  put(message) {
    const known = this.#nodes.get(message.message_id);
    this.#messages.set(message.message_id, message);
    const node = bubble(message, { ...this.#context, isWaiting: (data) => this.#context.isWaiting(message.message_id, data) });
    this.#nodes.set(message.message_id, node);
    if (known) return replaceKeepingFocus(known, node);
    this.#separate(message);
    this.#list.append(node);
    if (message.out) this.#atEnd = true;
    if (!this.#atEnd) this.#missed += 1;
    return this.#showNewer();
  }

  /** Puts the bot's emoji under a message, or takes it away. */
  react(id, reaction) {
    const message = this.#messages.get(id);
    if (message) this.put({ ...message, reaction });
  }

  remove(id) {
    const node = this.#nodes.get(id);
    const { previousElementSibling: before, nextElementSibling: after } = node ?? {};
    this.#messages.delete(id);
    this.#nodes.delete(id);
    node?.remove();
    const isStranded = before?.matches(".day") && !after?.matches(".message");
    if (!isStranded) return;
    before.remove();
    this.#day = [...this.#list.querySelectorAll(".day")].at(-1);
  }

  setWaiting(id, data, isWaiting) {
    const node = this.#nodes.get(id);
    if (node) setWaiting(node, data, isWaiting);
  }

  /** Brings a message into view and lets it light up. */
  jump(id) {
    const node = this.#nodes.get(id);
    if (!node) return;
    this.#touched = performance.now();
    node.scrollIntoView({ block: "center" });
    node.classList.remove("lit");
    requestAnimationFrame(() => node.classList.add("lit"));
  }

  toEnd() {
    this.#atEnd = true;
    this.#missed = 0;
    this.#jumpToEnd();
    this.#showNewer();
  }

  #separate(message) {
    const label = day(new Date(message.date * 1000));
    if (this.#day?.textContent === label) return;
    this.#day = element("div", { class: "day" }, element("span", {}, label));
    this.#list.append(this.#day);
  }

  #jumpToEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_END;
    const isUpward = scrollTop < this.#top - 1 && performance.now() - this.#touched < SWING;
    this.#top = scrollTop;
    if (isNear) this.#atEnd = true;
    else if (isUpward) this.#atEnd = false;
    if (this.#atEnd) this.#missed = 0;
    this.#showNewer();
  }

  #showNewer() {
    const isHidden = this.#atEnd;
    this.newer.hidden = isHidden;
    const label = this.#missed > 0 ? `${this.#missed} pesan baru` : "Ke pesan terbaru";
    if (this.newer.getAttribute("aria-label") === label) return;
    this.newer.setAttribute("aria-label", label);
    this.newer.replaceChildren(icon("down"), ...(this.#missed > 0 ? [label] : []));
  }

  #moveFocus(event) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const isOurs = event.target === this.scroller || event.target.matches(".message");
    if (!step || !isOurs) return;
    const nodes = [...this.#list.querySelectorAll(".message")];
    const index = nodes.indexOf(event.target);
    const next = index < 0 ? nodes.at(-1) : nodes[index + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }
}

const FOCUSABLE = "button, a, [tabindex]";

function replaceKeepingFocus(old, node) {
  const focused = document.activeElement;
  const hadFocus = old.contains(focused);
  const index = [...old.querySelectorAll(FOCUSABLE)].indexOf(focused);
  const wasKey = focused?.matches(".key");
  node.classList.add("still");
  old.replaceWith(node);
  if (!hadFocus) return;
  const keys = [...node.querySelectorAll(".inline-keyboard .key")];
  const target = wasKey ? keys[0] : [...node.querySelectorAll(FOCUSABLE)][index];
  (target ?? node).focus({ preventScroll: true });
}
