/**
 * The line at the foot of a conversation in which a person writes: text, commands, edits, replies.
 */
import { summary } from "./bubble.js";
import { CommandList } from "./commands.js";
import { element, icon, iconButton } from "./dom.js";

const PLACEHOLDER = "Tulis pesan…";

/** The text field with its buttons. */
export class Composer {
  #actions;
  #about = null;
  #banner = element("div", { class: "banner", hidden: true });
  #list = new CommandList((command) => this.#submit(command), (command) => this.#fill(`${command} `));

  /**
   * @param {string} label for screen readers
   * @param {object} actions `send(text, more)`, `edit(id, text)`, `attach(button)`, `record()`,
   *   `toggleKeyboard()`, `lastOwn()`, `files(list)`
   */
  constructor(label, actions) {
    this.#actions = actions;
    this.field = element("textarea", {
      rows: 1, placeholder: PLACEHOLDER, "aria-label": label, enterkeyhint: "send", autocomplete: "off",
      maxlength: 4096, role: "combobox", "aria-expanded": "false", "aria-controls": this.#list.id, "aria-autocomplete": "list",
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event), onpaste: (event) => this.#paste(event),
      onblur: () => this.#list.close(),
    });
    this.menu = iconButton("slash", "Daftar perintah", () => this.#toggleCommands(), { class: "round commands-button", onpointerdown: (event) => event.preventDefault() });
    this.toggle = iconButton("keyboard", "Papan tombol", () => actions.toggleKeyboard(), { "aria-pressed": "false", hidden: true });
    this.attach = iconButton("attach", "Lampirkan", () => actions.attach(this.attach), { "aria-haspopup": "menu" });
    this.button = iconButton("mic", "Rekam suara", () => this.#main(), { class: "round main" });
    const row = element("div", { class: "composer-row" }, this.menu, this.field, this.toggle, this.attach, this.button);
    this.node = element("div", { class: "composer" }, this.#list.node, this.#banner, row);
  }

  set commands(commands) {
    this.#list.commands = commands;
    this.menu.hidden = !commands?.length;
  }

  set placeholder(text) {
    this.field.placeholder = text || PLACEHOLDER;
  }

  focus() {
    this.field.focus();
  }

  /** Lets the person change one of her messages. */
  edit(message) {
    this.#begin("edit", message, "pencil", "Mengubah pesan");
    this.#fill(message.text);
  }

  /** Lets the person answer a message. */
  reply(message, author) {
    this.#begin("reply", message, "reply", `Membalas ${author}`);
    this.focus();
  }

  #begin(kind, message, sign, title) {
    this.#about = { kind, message };
    const close = iconButton("close", "Batal", () => this.#end());
    const text = element("span", { class: "banner-text" }, element("b", {}, title), element("span", {}, summary(message)));
    this.#banner.replaceChildren(icon(sign), text, close);
    this.#banner.hidden = false;
  }

  #end() {
    if (this.#about?.kind === "edit") this.#fill("");
    this.#about = null;
    this.#banner.hidden = true;
    this.focus();
  }

  #fill(text) {
    this.field.value = text;
    this.focus();
    this.#typed();
  }

  #typed() {
    this.#list.narrow(this.field.value);
    this.#drawList();
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
    const isEmpty = this.field.value.trim() === "";
    this.button.replaceChildren(icon(isEmpty ? "mic" : "send"));
    const label = isEmpty ? "Rekam suara" : "Kirim";
    this.button.setAttribute("aria-label", label);
    this.button.title = label;
  }

  #drawList() {
    this.field.setAttribute("aria-expanded", String(this.#list.isOpen));
    this.field.setAttribute("aria-activedescendant", this.#list.activeId);
  }

  #toggleCommands() {
    this.focus();
    this.#list.toggle();
    this.#drawList();
  }

  #key(event) {
    if (event.isComposing) return;
    const isHandled = this.#list.key(event.key) || this.#ownKey(event);
    if (isHandled) event.preventDefault();
    this.#drawList();
  }

  #ownKey(event) {
    const isPlainEnter = event.key === "Enter" && !event.shiftKey && !event.altKey && !event.ctrlKey;
    if (isPlainEnter) this.#submit(this.field.value);
    else if (event.key === "Escape" && this.#about) this.#end();
    else if (event.key === "ArrowUp" && this.field.value === "" && this.#actions.lastOwn()) this.edit(this.#actions.lastOwn());
    else return false;
    return true;
  }

  #main() {
    if (this.field.value.trim() === "") this.#actions.record();
    else this.#submit(this.field.value);
  }

  async #submit(text) {
    this.#list.close();
    if (text.trim() === "") return;
    const about = this.#about;
    this.#about = null;
    this.#banner.hidden = true;
    this.#fill("");
    const isSent = about?.kind === "edit"
      ? await this.#actions.edit(about.message.message_id, text)
      : await this.#actions.send(text, about ? { reply_to: about.message.message_id } : {});
    if (!isSent && this.field.value === "") this.#fill(text);
  }

  #paste(event) {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    this.#actions.files(files);
  }
}
