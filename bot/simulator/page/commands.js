/**
 * The list of the bot's commands: opened by the "/" button, narrowed while a command is typed.
 * The focus stays in the text field; the list is driven from there.
 */
import { element } from "./dom.js";

let lists = 0;

/** A list of commands above the text field. */
export class CommandList {
  #commands = [];
  #active = -1;
  #choose;
  #complete;

  /**
   * @param {(command: string) => void} choose sends a command ("/mulai")
   * @param {(command: string) => void} complete puts it into the text field
   */
  constructor(choose, complete) {
    this.#choose = choose;
    this.#complete = complete;
    this.id = `commands-${(lists += 1)}`;
    this.node = element("div", { class: "commands", role: "listbox", id: this.id, "aria-label": "Perintah bot", hidden: true });
  }

  set commands(commands) {
    this.#commands = commands ?? [];
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** The id of the chosen line, for aria-activedescendant. */
  get activeId() {
    return this.isOpen && this.#active >= 0 ? `${this.id}-${this.#active}` : "";
  }

  /** Shows what fits the text of the field, or closes. */
  narrow(text) {
    const typed = /^\/(\w*)$/u.exec(text);
    if (typed) this.#show(this.#commands.filter(({ command }) => command.startsWith(typed[1].toLowerCase())));
    else this.close();
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.#show(this.#commands);
  }

  close() {
    this.node.hidden = true;
    this.#active = -1;
  }

  /** Handles a key of the text field; true when it was meant for the list. */
  key(name) {
    if (!this.isOpen) return false;
    const lines = [...this.node.children];
    const move = { ArrowDown: 1, ArrowUp: -1 }[name];
    if (move) this.#activate((this.#active + move + lines.length) % lines.length);
    else if (name === "Escape") this.close();
    else if (name === "Tab") this.#complete(lines[Math.max(this.#active, 0)].dataset.command);
    else if (name === "Enter" && this.#active >= 0) this.#choose(lines[this.#active].dataset.command);
    else return false;
    return true;
  }

  #show(commands) {
    this.#active = -1;
    this.node.replaceChildren(...commands.map((command, index) => this.#line(command, index)));
    this.node.hidden = commands.length === 0;
  }

  #line({ command, description }, index) {
    const attributes = {
      role: "option", id: `${this.id}-${index}`, "data-command": `/${command}`, "aria-selected": "false",
      onpointerdown: (event) => event.preventDefault(),
      onclick: () => this.#choose(`/${command}`),
    };
    return element("div", attributes, element("b", {}, `/${command}`), element("span", {}, description));
  }

  #activate(index) {
    this.#active = index;
    [...this.node.children].forEach((line, position) => {
      line.setAttribute("aria-selected", String(position === index));
      if (position === index) line.scrollIntoView({ block: "nearest" });
    });
  }
}
