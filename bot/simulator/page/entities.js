/**
 * Turns a message's text and entities into page nodes. Entity offsets count UTF-16 units, as do
 * JavaScript's strings. Text stays text: nothing in it is ever read as markup.
 */
import { element } from "./dom.js";
import { safeAddress } from "./links.js";
import { moment } from "./time.js";

const PLAIN = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", blockquote: "blockquote",
};
const PREFIX = { url: "", email: "mailto:", phone_number: "tel:" };

/**
 * The nodes of a text.
 * @param {string} text
 * @param {object[]} entities
 * @param {{command: (text: string) => void, follow: (address: string, event: Event) => void}} actions
 * @returns {DocumentFragment}
 */
export function richText(text, entities, actions) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fill(fragment, { text, start: 0, end: text.length, entities: ordered, actions });
  return fragment;
}

function fill(parent, { text, start, end, entities, actions }) {
  let position = start;
  while (entities.length > 0) {
    const entity = entities.shift();
    const from = Math.max(entity.offset, position);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) continue;
    const inner = [];
    while (entities.length > 0 && entities[0].offset < to) inner.push(entities.shift());
    const node = wrapper(entity, text.slice(from, to), actions);
    parent.append(text.slice(position, from), node);
    fill(innermost(node), { text, start: from, end: to, entities: inner, actions });
    position = isBlock(node) && text[to] === "\n" ? to + 1 : to;
  }
  parent.append(text.slice(position, end));
}

/** A block ends its line by itself; the line break after it would show as an empty line. */
const isBlock = (node) => node.matches("pre, blockquote");

const innermost = (node) => node.querySelector("code") ?? node;

function wrapper(entity, part, actions) {
  const { type } = entity;
  if (type in PLAIN) return element(PLAIN[type]);
  if (type in PREFIX) return link(PREFIX[type] + part, actions);
  if (type === "text_link") return link(entity.url, actions);
  if (type === "pre") return code(entity.language);
  if (type === "spoiler") return spoiler();
  if (type === "expandable_blockquote") return expandable();
  if (type === "bot_command") {
    return element("button", { type: "button", class: "link", onclick: () => actions.command(part) });
  }
  if (type === "date_time") return clock(entity);
  const isName = type === "text_mention" || type === "mention" || type === "hashtag";
  return element("span", { class: isName ? "mention" : null });
}

function link(address, actions) {
  const href = safeAddress(address);
  if (href === null) return element("span", { class: "mention" });
  const onclick = (event) => actions.follow(href, event);
  return element("a", { href, target: "_blank", rel: "noopener noreferrer", onclick });
}

function code(language) {
  const inside = element("code");
  return element("pre", { tabindex: "0", "data-language": language }, inside);
}

/** A moment; apps show it by the reader's own clock, the page tells that on touch. */
function clock(entity) {
  const date = new Date(entity.unix_time * 1000);
  return element("time", { class: "moment", datetime: date.toISOString(), title: moment(date) });
}

function spoiler() {
  const node = element("span", {
    class: "spoiler", role: "button", tabindex: "0", "aria-label": "Teks tersembunyi, tekan untuk melihat",
  });
  const reveal = () => {
    node.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  onPress(node, reveal);
  return node;
}

function expandable() {
  const node = element("blockquote", { class: "expandable", tabindex: "0", role: "button", "aria-expanded": "false" });
  onPress(node, () => node.setAttribute("aria-expanded", String(node.classList.toggle("expanded"))));
  return node;
}

function onPress(node, action) {
  node.addEventListener("click", action);
  node.addEventListener("keydown", (event) => {
    if (event.target !== node || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    action();
  });
}
