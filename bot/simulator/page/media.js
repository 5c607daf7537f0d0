/**
 * The part of a message that is not text: photo, document, voice note, sticker, place, contact.
 */
import { fileAddress } from "./api.js";
import { pictureDialog } from "./dialog.js";
import { avatar, element, fullName, icon } from "./dom.js";
import { voicePlayer } from "./voice.js";

const UNITS = ["B", "kB", "MB", "GB"];
const FILES = ["document", "audio", "video", "animation", "video_note"];

/** "1,4 MB" */
export function fileSize(bytes) {
  if (bytes === undefined || bytes === null) return "";
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${size.toFixed(digits).replace(".", ",")} ${UNITS[unit]}`;
}

/**
 * The node for a message's attachment, or null when it is text only.
 * @param {object} message
 * @returns {HTMLElement|null}
 */
export function attachment(message) {
  if (message.photo?.length) return photo(message);
  const file = FILES.find((kind) => message[kind]);
  if (file) return fileLink(message[file]);
  if (message.voice) {
    const { file_id: id, duration } = message.voice;
    return voicePlayer(fileAddress(id), duration, message.voice.file_unique_id ?? id);
  }
  if (message.sticker) return sticker(message.sticker);
  if (message.location) return place(message.location);
  if (message.contact) return contact(message.contact);
  return "text" in message ? null : unknown();
}

function photo(message) {
  const { file_id: id, width, height } = message.photo.at(-1);
  const label = message.caption ? `Foto: ${message.caption}` : "Foto";
  const image = element("img", { src: fileAddress(id), alt: "", width, height, loading: "lazy" });
  const onclick = () => pictureDialog(fileAddress(id), label);
  return element("button", { type: "button", class: "photo", "aria-label": `${label}. Buka`, onclick }, image);
}

function fileLink(file) {
  const name = file.file_name ?? "berkas";
  const size = fileSize(file.file_size);
  const attributes = { class: "file", href: fileAddress(file.file_id), download: name, "aria-label": `Unduh ${name}, ${size}` };
  const label = element("span", { class: "file-label" }, element("b", {}, name), element("small", {}, size));
  return element("a", attributes, element("span", { class: "file-sign" }, icon("download")), label);
}

function sticker({ emoji }) {
  return element("div", { class: "sticker", role: "img", "aria-label": `Stiker ${emoji ?? ""}` }, emoji ?? "🙂");
}

function place({ latitude, longitude }) {
  const numbers = [latitude, longitude].map((degrees) => degrees.toFixed(4).replace(".", ",")).join("; ");
  const map = element("span", { class: "map", "aria-hidden": "true" }, icon("location"));
  return element("div", { class: "place" }, map, element("span", { class: "place-label" }, element("b", {}, "Lokasi"), element("small", {}, numbers)));
}

function contact(card) {
  const name = fullName(card) || "Kontak";
  const label = element("span", { class: "file-label" }, element("b", {}, name), element("small", {}, card.phone_number ?? ""));
  return element("div", { class: "file" }, avatar(name, card.user_id ?? 0), label);
}

function unknown() {
  return element("p", { class: "unknown" }, "Jenis pesan ini tidak ditampilkan di simulasi.");
}
