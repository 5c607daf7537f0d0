/**
 * Draws one message: who, what, when, and the buttons under it.
 */
import { element, fullName, icon, iconButton } from "./dom.js";
import { richText } from "./entities.js";
import { inlineKeyboard } from "./keyboard.js";
import { attachment } from "./media.js";
import { timeOfDay } from "./time.js";

const LONG_PRESS = 500;
const EXCERPT = 90;

/** What a message says in one line, for quotations and banners. */
export function summary(message) {
  const text = message.text ?? message.caption;
  if (text) return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text;
  if (message.photo) return "Foto";
  if (message.document) return message.document.file_name ?? "Dokumen";
  if (message.voice) return "Pesan suara";
  if (message.sticker) return `Stiker ${message.sticker.emoji ?? ""}`;
  if (message.location) return "Lokasi";
  return message.contact ? "Kontak" : "Pesan";
}

/**
 * The node of a message.
 * @param {object} message Bot API Message with `out`
 * @param {{names: {person: string, bot: string}, isWaiting: (data: string) => boolean, actions: object}} context
 * @returns {HTMLElement}
 */
export function bubble(message, context) {
  const { names, actions, isWaiting } = context;
  const author = message.out ? names.person : names.bot;
  const body = element(
    "div",
    { class: "bubble" },
    element("span", { class: "unseen" }, `${author}: `),
    origin(message),
    quotation(message, context),
    attachment(message),
    words(message, actions),
    reaction(message),
    meta(message),
    iconButton("more", "Menu pesan", (event) => actions.menu(message, { anchor: event.currentTarget }), { class: "round bubble-menu", tabindex: "-1" }),
  );
  const side = message.out ? "out" : "in";
  const wide = message.sticker ? " bare" : "";
  const node = element(
    "article",
    { class: `message ${side}${wide}`, tabindex: "-1", "data-id": message.message_id },
    body,
    inlineKeyboard(message, isWaiting, actions),
  );
  openMenuByHand(node, body, (place) => actions.menu(message, place));
  return node;
}

function words(message, actions) {
  const text = message.text ?? message.caption;
  if (!text) return null;
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  return element("div", { class: "words" }, richText(text, entities, actions));
}

function reaction(message) {
  if (!message.reaction) return null;
  return element("span", { class: "reaction", role: "img", "aria-label": `Reaksi bot: ${message.reaction}` }, message.reaction);
}

function meta(message) {
  const time = timeOfDay(new Date(message.date * 1000));
  return element(
    "span",
    { class: "meta" },
    message.edit_date ? element("span", {}, "diedit ") : null,
    element("time", { datetime: new Date(message.date * 1000).toISOString() }, time),
    message.out ? icon("checks") : null,
  );
}

function origin(message) {
  const from = message.forward_origin;
  if (!from) return null;
  const name = from.sender_user ? fullName(from.sender_user) : from.sender_user_name ?? from.chat?.title ?? "lain";
  return element("p", { class: "origin" }, `Diteruskan dari ${name}`);
}

function quotation(message, { names, actions }) {
  const original = message.reply_to_message;
  if (!original) return null;
  const author = original.from?.is_bot ? names.bot : names.person;
  const onclick = () => actions.jump(original.message_id);
  return element("button", { type: "button", class: "quotation", onclick }, element("b", {}, author), element("span", {}, summary(original)));
}

/** Opens the message's menu by right click, by a long press and by Enter or the menu key. */
function openMenuByHand(node, body, open) {
  let timer = 0;
  const stop = () => clearTimeout(timer);
  body.addEventListener("contextmenu", (event) => {
    if (event.target.closest("a")) return;
    event.preventDefault();
    open({ anchor: body, x: event.clientX, y: event.clientY });
  });
  body.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch") return;
    timer = setTimeout(() => open({ anchor: body, x: event.clientX, y: event.clientY }), LONG_PRESS);
  });
  for (const name of ["pointerup", "pointermove", "pointercancel"]) body.addEventListener(name, stop);
  node.addEventListener("keydown", (event) => {
    if (event.target !== node || event.key !== "Enter") return;
    event.preventDefault();
    open({ anchor: body });
  });
}
