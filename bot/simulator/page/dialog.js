/**
 * Windows above the page and short notices: the bot's alerts, questions, pictures in full size.
 */
import { element, iconButton } from "./dom.js";

const NOTICE_SECONDS = 4;

/**
 * Opens a modal window; it leaves the page when it closes. Escape and the close button close it.
 * @param {{title: string, className?: string, onclose?: () => void}} options
 * @param {...Node} content
 * @returns {HTMLDialogElement}
 */
export function openDialog({ title, className = "", onclose }, ...content) {
  const dialog = element("dialog", { class: `dialog ${className}`, "aria-label": title }, ...content);
  dialog.addEventListener("close", () => {
    dialog.remove();
    onclose?.();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** The alert a bot shows for a tapped button. */
export function alertDialog(botName, personName, text) {
  const close = element("button", { type: "button", class: "primary", autofocus: true }, "OK");
  const dialog = openDialog(
    { title: `Pesan dari ${botName}`, className: "alert" },
    element("h2", {}, botName),
    element("p", { class: "alert-text" }, text),
    element("p", { class: "quiet" }, `untuk ${personName}`),
    element("div", { class: "dialog-buttons" }, close),
  );
  dialog.setAttribute("role", "alertdialog");
  close.addEventListener("click", () => dialog.close());
}

/** A picture in full size. */
export function pictureDialog(address, label) {
  const save = element("a", { class: "secondary", href: address, download: true }, "Unduh");
  const dialog = openDialog(
    { title: label, className: "picture" },
    element("img", { src: address, alt: label }),
    element("div", { class: "dialog-buttons" }, save, iconButton("close", "Tutup", () => dialog.close())),
  );
}

/**
 * Asks for a new person's name and description.
 * @param {(profile: {first_name: string, note: string}) => void} onsave
 */
export function personDialog(onsave) {
  const name = element("input", { name: "first_name", required: true, maxlength: 64, autocomplete: "off", autofocus: true });
  const note = element("input", { name: "note", maxlength: 64, autocomplete: "off", placeholder: "Guru SD" });
  const cancel = element("button", { type: "button", class: "secondary" }, "Batal");
  const form = element(
    "form",
    { method: "dialog" },
    element("h2", {}, "Tambah orang"),
    element("label", {}, "Nama", name),
    element("label", {}, "Keterangan", note),
    element("div", { class: "dialog-buttons" }, cancel, element("button", { class: "primary" }, "Tambah")),
  );
  const dialog = openDialog({ title: "Tambah orang" }, form);
  cancel.addEventListener("click", () => dialog.close());
  form.addEventListener("submit", () => {
    if (name.value.trim()) onsave({ first_name: name.value.trim(), note: note.value.trim() });
  });
}

/**
 * Shows a short notice in a live region; it goes by itself.
 * @param {HTMLElement} region
 * @param {string} text
 */
export function notice(region, text) {
  const box = element("p", { class: "notice" }, text);
  region.replaceChildren(box);
  setTimeout(() => box.remove(), NOTICE_SECONDS * 1000);
}
