/**
 * The row of people: on a phone it switches between them, on a laptop it chooses whose phones lie
 * side by side. Badges count what the bot has sent meanwhile.
 */
import { avatar, element, fullName, icon } from "./dom.js";

/** The row of people. */
export class PeopleBar {
  #chips = new Map();
  #node;
  #choose;
  #add;

  /**
   * @param {HTMLElement} node
   * @param {(id: number) => void} choose
   * @param {() => void} add
   */
  constructor(node, choose, add) {
    this.#node = node;
    this.#choose = choose;
    this.#add = element("button", { type: "button", class: "chip add", onclick: add, title: "Tambah orang" }, icon("plus"), element("span", {}, "Tambah orang"));
  }

  /** Shows these people, in this order. */
  set people(people) {
    this.#chips = new Map(people.map((person) => [person.id, this.#chip(person)]));
    this.#node.replaceChildren(...this.#chips.values(), this.#add);
  }

  /** Marks those whose phone is on the page. */
  set shown(ids) {
    for (const [id, chip] of this.#chips) chip.setAttribute("aria-pressed", String(ids.has(id)));
  }

  /** Sets the number of unread messages of one person. */
  unread(id, count) {
    const badge = this.#chips.get(id)?.querySelector(".badge");
    if (!badge) return;
    badge.hidden = count === 0;
    badge.textContent = count > 99 ? "99+" : String(count);
    badge.append(element("span", { class: "unseen" }, " pesan belum dibaca"));
  }

  /** Brings a person's button into view. */
  reveal(id) {
    this.#chips.get(id)?.scrollIntoView({ block: "nearest", inline: "center" });
  }

  #chip(person) {
    const name = fullName(person);
    const label = element("span", { class: "chip-label" }, element("b", {}, person.first_name), element("small", {}, person.note ?? ""));
    const badge = element("span", { class: "badge", hidden: true });
    const attributes = { type: "button", class: "chip", title: [name, person.note].filter(Boolean).join(", "), "aria-pressed": "false", onclick: () => this.#choose(person.id) };
    return element("button", attributes, avatar(name, person.id), label, badge);
  }
}
