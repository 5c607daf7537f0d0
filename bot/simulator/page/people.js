/**
 * The row of people: on a phone it switches between them, on a laptop it chooses whose phones lie
 * side by side. Badges count what the bot has sent meanwhile. Those who stand aside are behind one
 * button, so that a whole school does not hide the few one talks as.
 */
import { avatar, element, fullName, icon } from "./dom.js";

/** The row of people. */
export class PeopleBar {
  #chips = new Map();
  #aside = new Set();
  #unread = new Map();
  #isOpen = false;
  #others = element(
    "button", { type: "button", class: "chip others", "aria-expanded": "false", onclick: () => this.#toggle() },
    element("b", {}), element("span", { class: "badge", hidden: true }),
  );
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
    this.#aside = new Set(people.filter(({ aside }) => aside).map(({ id }) => id));
    const few = people.filter(({ id }) => !this.#aside.has(id)).map(({ id }) => this.#chips.get(id));
    const many = [...this.#aside].map((id) => this.#chips.get(id));
    this.#others.hidden = many.length === 0;
    this.#node.replaceChildren(...few, this.#others, ...many, this.#add);
    this.#open(this.#isOpen);
  }

  /** Marks those whose phone is on the page. */
  set shown(ids) {
    for (const [id, chip] of this.#chips) chip.setAttribute("aria-pressed", String(ids.has(id)));
    if ([...ids].some((id) => this.#aside.has(id))) this.#open(true);
  }

  /** Sets the number of unread messages of one person. */
  unread(id, count) {
    this.#unread.set(id, count);
    const badge = this.#chips.get(id)?.querySelector(".badge");
    if (!badge) return;
    showCount(badge, count);
    if (this.#aside.has(id)) this.#countOthers();
  }

  /** Brings a person's button into view. */
  reveal(id) {
    this.#chips.get(id)?.scrollIntoView({ block: "nearest", inline: "center" });
  }

  /** Shows or hides those who stand aside. */
  #open(isOpen) {
    this.#isOpen = isOpen;
    for (const id of this.#aside) this.#chips.get(id).hidden = !isOpen;
    this.#others.setAttribute("aria-expanded", String(isOpen));
    this.#others.querySelector("b").textContent = isOpen ? "−" : `+${this.#aside.size}`;
    this.#others.title = isOpen ? "Sembunyikan yang lain" : `${this.#aside.size} orang lain`;
    this.#countOthers();
  }

  #toggle() {
    this.#open(!this.#isOpen);
    if (this.#isOpen) this.#others.scrollIntoView({ block: "nearest", inline: "start" });
  }

  #countOthers() {
    const total = [...this.#aside].reduce((sum, id) => sum + (this.#unread.get(id) ?? 0), 0);
    showCount(this.#others.querySelector(".badge"), this.#isOpen ? 0 : total);
  }

  #chip(person) {
    const name = fullName(person);
    const label = element("span", { class: "chip-label" }, element("b", {}, person.first_name), element("small", {}, person.note ?? ""));
    const badge = element("span", { class: "badge", hidden: true });
    const attributes = { type: "button", class: "chip", title: [name, person.note].filter(Boolean).join(", "), "aria-pressed": "false", onclick: () => this.#choose(person.id) };
    return element("button", attributes, avatar(name, person.id), label, badge);
  }
}

function showCount(badge, count) {
  badge.hidden = count === 0;
  badge.textContent = count > 99 ? "99+" : String(count);
  badge.append(element("span", { class: "unseen" }, " pesan belum dibaca"));
}
