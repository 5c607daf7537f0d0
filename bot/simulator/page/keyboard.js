/**
 * The two kinds of keyboards a bot sends: buttons under a message, and a keyboard in place of the
 * phone's own. What a button does is given by `actions`.
 */
import { element, icon } from "./dom.js";
import { safeAddress } from "./links.js";

/**
 * The buttons under a message, or null.
 * @param {object} message
 * @param {(data: string) => boolean} isWaiting whether this button waits for the bot's answer
 * @param {object} actions `tap`, `follow`, `copy`, `missing`
 */
export function inlineKeyboard(message, isWaiting, actions) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (rows.length === 0) return null;
  const cells = rows.map((row) =>
    element("div", { class: "key-row" }, ...row.map((key) => inlineKey(message, key, isWaiting, actions))),
  );
  return element("div", { class: "inline-keyboard", role: "group", "aria-label": "Tombol pesan" }, ...cells);
}

function inlineKey(message, key, isWaiting, actions) {
  const attributes = { class: "key", "data-style": key.style };
  if (key.url !== undefined) return linkKey(key, attributes, actions);
  if (key.callback_data !== undefined) {
    const data = key.callback_data;
    const busy = isWaiting(data) ? "true" : null;
    const onclick = () => actions.tap(message.message_id, data);
    return element("button", { ...attributes, type: "button", "data-data": data, "aria-busy": busy, onclick }, key.text);
  }
  const copied = key.copy_text?.text;
  const onclick = () => (copied === undefined ? actions.missing() : actions.copy(copied));
  const sign = copied === undefined ? null : icon("copy");
  return element("button", { ...attributes, type: "button", onclick }, key.text, sign);
}

function linkKey(key, attributes, actions) {
  const href = safeAddress(key.url);
  if (href === null) {
    return element("button", { ...attributes, type: "button", onclick: actions.missing }, key.text);
  }
  const onclick = (event) => actions.follow(href, event);
  const more = { href, target: "_blank", rel: "noopener noreferrer", onclick };
  return element("a", { ...attributes, ...more }, key.text, icon("open"));
}

/**
 * The keyboard in place of the phone's own.
 * @param {object} markup ReplyKeyboardMarkup
 * @param {object} actions `press(text)`, `attach(kind)`, `missing()`
 */
export function replyKeyboard(markup, actions) {
  const rows = markup.keyboard.map((row) =>
    element("div", { class: "key-row" }, ...row.map((key) => replyKey(key, actions))),
  );
  const size = markup.resize_keyboard ? "" : " tall";
  const attributes = { class: `reply-keyboard${size}`, role: "group", "aria-label": "Papan tombol dari bot" };
  return element("div", attributes, ...rows);
}

function replyKey(key, actions) {
  const text = typeof key === "string" ? key : key.text;
  const onclick = () => {
    if (key.request_contact) actions.attach("contact");
    else if (key.request_location) actions.attach("location");
    else if (key.web_app || key.request_poll || key.request_users || key.request_chat) actions.missing();
    else actions.press(text);
  };
  return element("button", { type: "button", class: "key", "data-style": key.style, onclick }, text);
}

/**
 * Marks a button as waiting for the bot's answer or as free again.
 * @param {HTMLElement} message the message's node
 */
export function setWaiting(message, data, isWaiting) {
  for (const key of message.querySelectorAll(".inline-keyboard .key")) {
    if (key.dataset.data !== data) continue;
    if (isWaiting) key.setAttribute("aria-busy", "true");
    else key.removeAttribute("aria-busy");
  }
}
