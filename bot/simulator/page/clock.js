/**
 * The simulated clock: shows its date and time and lets it jump, so that reminders can be seen
 * without waiting for them.
 */
import * as api from "./api.js";
import { element, icon } from "./dom.js";
import { day, hour, moment, nextQuarter, shortMoment } from "./time.js";

const HOUR = 3600;
const STEPS = [["+1 jam", HOUR], ["+1 hari", 24 * HOUR], ["+1 pekan", 7 * 24 * HOUR]];
const REAL = 5;

/** The clock in the page's head. */
export class Clock {
  #ahead = 0;
  #offset = 0;
  #date = element("span");
  #hour = element("span");
  #long = element("time", { class: "clock-long" }, this.#date, " ", this.#hour);
  #short = element("span", { class: "clock-short" });
  #status = element("p", { class: "unseen", role: "status" });
  #jumps = element("div", { class: "clock-jumps" });
  #now = element("button", { type: "button", class: "jump back", "aria-label": "Kembali ke sekarang", title: "Kembali ke sekarang", onclick: () => this.#toPresent() }, icon("back"), element("span", {}, "Kembali ke sekarang"));
  #toggle;
  #refused;
  #people;

  /**
   * @param {HTMLElement} node
   * @param {(problem: Error) => void} refused tells of a jump that failed
   * @param {() => number[]} people whose next message is jumped to
   */
  constructor(node, refused, people) {
    this.#refused = refused;
    this.#people = people;
    this.#toggle = element(
      "button",
      { type: "button", class: "clock-toggle", "aria-expanded": "false", "aria-label": "Jam simulasi", onclick: () => this.#open(!node.classList.contains("open")) },
      icon("clock"), this.#short,
    );
    const steps = STEPS.map(([label, seconds]) => this.#jump(label, () => ({ advance_seconds: seconds })));
    const message = this.#jump("Pesan berikut", () => this.#toMessage(false));
    const quarter = this.#jump("Triwulan berikut", () => this.#toMessage(true));
    this.#jumps.append(...steps, message, quarter, this.#now);
    const card = element("div", { class: "clock-card" }, element("p", { class: "clock-face" }, icon("clock"), this.#long), this.#jumps);
    node.replaceChildren(this.#toggle, card, this.#status);
    this.#open = (isOpen) => {
      node.classList.toggle("open", isOpen);
      this.#toggle.setAttribute("aria-expanded", String(isOpen));
    };
    document.addEventListener("pointerdown", ({ target }) => node.contains(target) || this.#open(false));
    node.addEventListener("keydown", ({ key }) => key === "Escape" && this.#open(false));
    setInterval(() => this.#draw(), 1000);
  }

  #open;

  /** The simulated moment. */
  now() {
    return new Date(Date.now() + this.#ahead);
  }

  /** Takes the server's clock. */
  set({ now, offset_seconds: offset }) {
    const isJump = Math.abs(offset - this.#offset) > REAL;
    this.#ahead = new Date(now).getTime() - Date.now();
    this.#offset = offset;
    this.#draw();
    if (isJump) this.#status.textContent = `Sekarang ${moment(this.now())}`;
  }

  #draw() {
    const now = this.now();
    this.#date.textContent = day(now);
    this.#hour.textContent = hour(now);
    this.#long.dateTime = now.toISOString();
    this.#short.textContent = shortMoment(now);
    const isPresent = Math.abs(this.#offset) < REAL;
    if (isPresent && document.activeElement === this.#now) this.#jumps.firstElementChild.focus();
    this.#now.hidden = isPresent;
  }

  #jump(label, target) {
    return element("button", { type: "button", class: "jump", onclick: () => this.#move(target()) }, label);
  }

  /** Shortly before the next message to those on the page; a milestone is what the bot behind it says is one. */
  #toMessage(milestone) {
    return { to: nextQuarter(this.now()).toISOString(), message_for: this.#people(), milestone };
  }

  #toPresent() {
    this.#move({ to: new Date().toISOString(), allow_back: true });
  }

  async #move(jump) {
    if (this.#jumps.getAttribute("aria-busy") === "true") return;
    this.#wait(true);
    try {
      this.set(await api.moveClock(jump));
    } catch (problem) {
      this.#refused(problem);
    } finally {
      this.#wait(false);
    }
  }

  /** While the clock is on its way it takes no other jump; the button pressed keeps the focus. */
  #wait(isBusy) {
    this.#jumps.setAttribute("aria-busy", String(isBusy));
    for (const button of this.#jumps.children) button.setAttribute("aria-disabled", String(isBusy));
  }
}
