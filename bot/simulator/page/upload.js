/**
 * Sending a file: the choice of file, a look at it, its kind and caption, dropping it on the page.
 */
import { openDialog } from "./dialog.js";
import { element, icon } from "./dom.js";
import { fileSize } from "./media.js";

const LABELS = { photo: "Foto", document: "Dokumen", voice: "Suara" };
const ACCEPT = { photo: "image/jpeg,image/png,image/gif", document: "", voice: "audio/*" };
const PHOTOS = new Set(["image/jpeg", "image/png", "image/gif"]);
const PREVIEW_WIDTH = 320;

/** Opens the browser's file chooser for one kind and hands the file on. */
export function chooseFile(kind, onfile) {
  const input = element("input", { type: "file", accept: ACCEPT[kind] || null, class: "unseen", "aria-label": `Pilih ${LABELS[kind].toLowerCase()}` });
  input.addEventListener("change", () => {
    if (input.files.length > 0) onfile(input.files[0]);
    input.remove();
  });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}

/** The kinds as which a file can be sent, the likeliest first. */
export function kindsOf(file) {
  if (PHOTOS.has(file.type)) return ["photo", "document"];
  return file.type.startsWith("audio/") ? ["voice", "document"] : ["document"];
}

/**
 * Shows the file and asks for kind and caption.
 * @param {File} file
 * @param {string} wanted the kind to offer first
 * @param {(upload: object) => void} onsend
 */
export function uploadDialog(file, wanted, onsend) {
  const kinds = kindsOf(file);
  const first = kinds.includes(wanted) ? wanted : kinds[0];
  const caption = element("textarea", { rows: 2, maxlength: 1024, placeholder: "Keterangan (boleh kosong)", "aria-label": "Keterangan", autofocus: true });
  const cancel = element("button", { type: "button", class: "secondary" }, "Batal");
  const form = element(
    "form",
    { method: "dialog" },
    element("h2", {}, "Kirim berkas"),
    preview(file),
    kindChoice(kinds, first),
    caption,
    element("div", { class: "dialog-buttons" }, cancel, element("button", { class: "primary" }, "Kirim")),
  );
  const dialog = openDialog({ title: "Kirim berkas", className: "upload" }, form);
  cancel.addEventListener("click", () => dialog.close());
  caption.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", () => {
    const kind = new FormData(form).get("kind");
    onsend({ kind, file, name: file.name || `${kind}`, caption: caption.value.trim() });
  });
}

function kindChoice(kinds, first) {
  const options = kinds.map((kind) =>
    element("label", {}, element("input", { type: "radio", name: "kind", value: kind, checked: kind === first }), LABELS[kind]),
  );
  return element("fieldset", { class: "kinds" }, element("legend", {}, "Kirim sebagai"), ...options);
}

function preview(file) {
  const name = element("span", { class: "file-label" }, element("b", {}, file.name || "berkas"), element("small", {}, fileSize(file.size)));
  const sign = element("span", { class: "file-sign" }, icon("document"));
  const node = element("div", { class: "file" }, sign, name);
  if (file.type.startsWith("image/")) {
    thumbnail(file).then((picture) => node.before(picture), () => undefined);
  }
  return node;
}

/** Drawn on a canvas because the page's security policy allows no blob: addresses. */
async function thumbnail(file) {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, PREVIEW_WIDTH / bitmap.width);
  const canvas = element("canvas", { width: Math.round(bitmap.width * scale), height: Math.round(bitmap.height * scale), class: "thumbnail", "aria-hidden": "true" });
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/**
 * Lets files be dropped on a conversation.
 * @param {HTMLElement} node
 * @param {(files: File[]) => void} onfiles
 */
export function acceptDrops(node, onfiles) {
  let depth = 0;
  const carriesFiles = (event) => event.dataTransfer.types.includes("Files");
  const mark = (change) => {
    depth = Math.max(0, depth + change);
    node.classList.toggle("dropping", depth > 0);
  };
  node.addEventListener("dragenter", (event) => carriesFiles(event) && mark(1));
  node.addEventListener("dragleave", (event) => carriesFiles(event) && mark(-1));
  node.addEventListener("dragover", (event) => carriesFiles(event) && event.preventDefault());
  node.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(-depth);
    onfiles([...event.dataTransfer.files]);
  });
}
