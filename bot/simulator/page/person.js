/**
 * One person's phone: her conversation with the bot from the header to the text field. It carries
 * out what she does through the server and shows what the server's events say.
 */
import * as api from "./api.js";
import { Composer } from "./composer.js";
import { alertDialog, notice } from "./dialog.js";
import { avatar, element, fullName, icon, iconButton } from "./dom.js";
import { replyKeyboard } from "./keyboard.js";
import { startCommand } from "./links.js";
import { Log } from "./log.js";
import { openMenu } from "./menu.js";
import { record } from "./recorder.js";
import { Taps } from "./taps.js";
import { acceptDrops, chooseFile, uploadDialog } from "./upload.js";

const TYPING_SECONDS = 5;
const DOING = {
  typing: "sedang mengetik…", upload_photo: "mengirim foto…", upload_document: "mengirim dokumen…",
  upload_voice: "mengirim suara…", record_voice: "merekam suara…", find_location: "mencari lokasi…",
};
const ATTACHMENTS = [
  ["photo", "Foto"], ["document", "Dokumen"], ["mic", "Berkas suara"],
  ["sticker", "Stiker"], ["location", "Lokasi"], ["contact", "Kontak"],
];
const FILE_KINDS = { photo: "photo", document: "document", mic: "voice" };

/** A phone on the page. */
export class Phone {
  #bot = { first_name: "", username: "", commands: [] };
  #taps = new Taps(
    (id, data) => this.#try(api.tap(this.id, id, data)),
    (id, data, isWaiting) => this.log.setWaiting(id, data, isWaiting),
    () => this.#say("Bot belum menjawab tombol ini."),
  );
  #typingTimer = 0;
  #status = element("span", { class: "status" }, "bot");
  #title = element("h3", {});
  #face = element("span", { class: "bot-face" });
  #welcome = element("div", { class: "welcome", hidden: true });
  #notices = element("div", { class: "notices", role: "status" });
  #foot = element("div", { class: "foot" });
  #keys = element("div", { class: "keys", hidden: true });

  /**
   * @param {object} person from /sim/state
   * @param {(id: number) => void} hide takes this phone off the page
   */
  constructor(person, hide) {
    this.person = person;
    this.name = fullName(person);
    this.id = person.id;
    this.names = { person: this.name, bot: "Bot" };
    this.log = new Log(`Percakapan ${this.name}`, {
      names: this.names, isWaiting: (id, data) => this.#taps.isWaiting(id, data), actions: this.#messageActions(),
    });
    this.composer = new Composer(`Pesan dari ${this.name}`, this.#composerActions());
    this.node = this.#draw(hide);
    acceptDrops(this.node, (files) => this.#offer(files));
    this.#drawFoot();
  }

  /** Takes the bot's profile. */
  set bot(bot) {
    this.#bot = bot;
    this.names.bot = bot.first_name;
    this.#title.textContent = bot.first_name;
    this.#face.replaceChildren(avatar(bot.first_name, 0));
    this.composer.commands = bot.commands;
    this.#welcome.replaceChildren(
      avatar(bot.first_name, 0),
      element("h4", {}, bot.first_name),
      element("p", {}, bot.description || bot.short_description || "Tekan Mulai untuk menyapa bot ini."),
    );
  }

  /** Replaces the conversation by a snapshot, one of /sim/chats. */
  load(chat) {
    this.#taps.clear();
    this.log.load(chat.messages);
    this.#showTyping(chat.typing ? "typing" : null);
    this.#showKeyboard(chat.reply_keyboard);
    this.#drawFoot();
  }

  /** Takes a person changed elsewhere (blocked, renamed). */
  update(person) {
    this.person = person;
    this.#drawFoot();
  }

  /** Shows one event of the server. */
  receive(event) {
    const act = {
      message: () => this.#received(event.message),
      edited: () => this.log.put(event.message),
      reaction: () => this.log.react(event.message_id, event.emoji),
      deleted: () => this.log.remove(event.message_id),
      answer: () => this.#answer(event),
      typing: () => this.#showTyping(event.action),
      keyboard: () => this.#showKeyboard(event.reply_keyboard),
    }[event.type];
    act?.();
  }

  #received(message) {
    this.log.put(message);
    if (!message.out) {
      this.#showTyping(null);
      if (message.reply_markup?.force_reply) this.composer.reply(message, this.names.bot);
    }
    this.#drawFoot();
  }

  #draw(hide) {
    const menu = iconButton("more", `Menu percakapan ${this.name}`, () => this.#openHeaderMenu(menu, hide), { "aria-haspopup": "menu" });
    const owner = element("header", { class: "owner" }, avatar(this.name, this.id), element("h2", {}, this.name), element("span", { class: "quiet" }, this.person.note ?? ""));
    const header = element("div", { class: "chat-header" }, this.#face, element("div", { class: "bot-name" }, this.#title, this.#status), menu);
    const wall = element("div", { class: "wall" }, this.log.scroller, this.#welcome, this.log.newer, this.#notices, element("p", { class: "drop-hint", "aria-hidden": "true" }, icon("download"), "Lepaskan berkas di sini"));
    return element("section", { class: "phone", "data-person": this.id, "aria-label": `Ponsel ${this.name}` }, owner, header, wall, this.#foot, this.#keys);
  }

  /** The foot is the text field, or one button: to start, or to lift the block. */
  #drawFoot() {
    const isEmpty = this.log.isEmpty;
    this.#welcome.hidden = !isEmpty;
    let shown = this.composer.node;
    if (this.person.blocked) shown = bigButton("Buka blokir", () => this.#block(false));
    else if (isEmpty) shown = bigButton("Mulai", () => this.#send("/start"));
    if (this.#foot.firstElementChild === shown && this.#foot.childElementCount === 1) return;
    const hadFocus = this.#foot.contains(document.activeElement);
    this.#foot.replaceChildren(shown);
    if (hadFocus) (shown === this.composer.node ? this.composer.field : shown).focus();
  }

  #showTyping(action) {
    clearTimeout(this.#typingTimer);
    const doing = DOING[action];
    this.#status.textContent = doing ?? "bot";
    this.#status.classList.toggle("active", Boolean(doing));
    if (doing) this.#typingTimer = setTimeout(() => this.#showTyping(null), TYPING_SECONDS * 1000);
  }

  #showKeyboard(markup) {
    const hasKeys = Boolean(markup?.keyboard);
    this.composer.toggle.hidden = !hasKeys;
    this.composer.placeholder = markup?.input_field_placeholder;
    this.#keys.replaceChildren(...(hasKeys ? [replyKeyboard(markup, this.#keyActions(markup))] : []));
    this.#openKeys(hasKeys);
    if (markup?.force_reply) {
      const asked = this.log.last((message) => !message.out);
      if (asked) this.composer.reply(asked, this.names.bot);
    }
  }

  #openKeys(isOpen) {
    this.#keys.hidden = !isOpen;
    this.composer.toggle.setAttribute("aria-pressed", String(isOpen));
  }

  #keyActions(markup) {
    const after = () => markup.one_time_keyboard && this.#openKeys(false);
    return {
      press: (text) => this.#send(text).then(after),
      attach: (kind) => this.#try(api.attach(this.id, kind)).then(after),
      missing: () => this.#missing(),
    };
  }

  #messageActions() {
    return {
      tap: (id, data) => this.#taps.press(id, data),
      command: (text) => this.#send(text),
      follow: (address, event) => this.#follow(address, event),
      copy: (text) => this.#copy(text),
      missing: () => this.#missing(),
      jump: (id) => this.log.jump(id),
      menu: (message, place) => this.#openMessageMenu(message, place),
    };
  }

  #composerActions() {
    return {
      send: (text, more) => this.#send(text, more),
      edit: (id, text) => this.#try(api.edit(this.id, id, text)),
      attach: (anchor) => this.#openAttachMenu(anchor),
      record: () => this.#record(),
      toggleKeyboard: () => this.#openKeys(this.#keys.hidden),
      lastOwn: () => this.log.last((message) => message.out && message.text !== undefined),
      files: (files) => this.#offer(files),
    };
  }

  #openMessageMenu(message, place) {
    const { text } = message;
    const isOwnText = message.out && text !== undefined && !message.forward_origin;
    openMenu({ ...place, label: "Menu pesan" }, [
      { label: "Balas", icon: "reply", run: () => this.composer.reply(message, message.out ? this.name : this.names.bot) },
      ...(isOwnText ? [{ label: "Ubah", icon: "pencil", run: () => this.composer.edit(message) }] : []),
      ...(text ? [{ label: "Salin teks", icon: "copy", run: () => this.#copy(text) }] : []),
      ...(text ? [{ label: "Teruskan ke bot", icon: "forward", run: () => this.#send(text, { forward: true }) }] : []),
    ]);
  }

  #openHeaderMenu(anchor, hide) {
    const isBlocked = this.person.blocked;
    openMenu({ anchor, label: "Menu percakapan" }, [
      { label: "Unduh transkrip", icon: "download", href: api.transcriptAddress(this.id), download: `transkrip ${this.name}.txt` },
      { label: "Sembunyikan ponsel", icon: "eye-off", run: () => hide(this.id) },
      { label: isBlocked ? "Buka blokir bot" : "Blokir bot", icon: "block", danger: !isBlocked, run: () => this.#block(!isBlocked) },
    ]);
  }

  #openAttachMenu(anchor) {
    const items = ATTACHMENTS.map(([name, label]) => ({ label, icon: name, run: () => this.#attach(name) }));
    openMenu({ anchor, label: "Lampirkan" }, items);
  }

  #attach(name) {
    const kind = FILE_KINDS[name];
    if (kind) chooseFile(kind, (file) => this.#offer([file], kind));
    else this.#try(api.attach(this.id, name));
  }

  #offer([file], kind) {
    if (!file) return;
    if (this.person.blocked) this.#say("Buka blokir dahulu untuk mengirim berkas.");
    else uploadDialog(file, kind, (upload) => this.#try(api.upload(this.id, upload)));
  }

  async #record() {
    const show = (bar) => this.#foot.replaceChildren(bar);
    try {
      const file = await record(show);
      if (file) await this.#try(api.upload(this.id, { kind: "voice", file, name: file.name, caption: "" }));
    } catch {
      this.#say("Mikrofon tidak tersedia. Berkas suara dapat dikirim lewat Lampirkan.");
    }
    this.#drawFoot();
    this.composer.focus();
  }

  #send(text, more = {}) {
    this.log.toEnd();
    return this.#try(api.send(this.id, text, more));
  }

  async #block(isBlocked) {
    const person = await this.#try(api.block(this.id, isBlocked));
    if (person) this.update(person);
  }

  #answer({ callback_query_id: query, text, show_alert: isAlert }) {
    this.#taps.answer(query);
    if (!text) return;
    if (isAlert) alertDialog(this.names.bot, this.name, text);
    else this.#say(text);
  }

  #follow(address, event) {
    const command = startCommand(address, this.#bot.username);
    if (command === null) return;
    event.preventDefault();
    this.#send(command);
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#say("Teks disalin.");
    } catch {
      this.#say("Peramban tidak mengizinkan penyalinan.");
    }
  }

  #missing() {
    this.#say("Tombol jenis ini tidak ada di simulasi.");
  }

  #say(text) {
    notice(this.#notices, text);
  }

  /** The server's answer, or undefined after telling the person what went wrong. */
  async #try(promise) {
    try {
      return await promise;
    } catch (problem) {
      if (!(problem instanceof api.Refused)) throw problem;
      this.#say(problem.message);
      return undefined;
    }
  }
}

function bigButton(label, onclick) {
  return element("button", { type: "button", class: "big", onclick }, label);
}
