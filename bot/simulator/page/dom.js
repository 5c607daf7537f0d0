/**
 * Builds page elements. Data enters the page only as text or as attributes, never as markup,
 * so that nothing a person or the bot writes can become part of the page.
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with attributes, listeners and children.
 * @param {string} tag
 * @param {Object<string, unknown>} attributes `on…` keys are listeners; null, undefined and false are left out
 * @param {...(Node|string|null|false|undefined)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/**
 * Puts all drawings of icons.svg into the page: one that is first needed while the network is cut is there.
 */
export async function loadIcons() {
  const response = await fetch(new URL("icons.svg", import.meta.url));
  const drawings = new DOMParser().parseFromString(await response.text(), "image/svg+xml").documentElement;
  for (const symbol of drawings.querySelectorAll("symbol")) symbol.id = `icon-${symbol.id}`;
  drawings.setAttribute("class", "icons");
  document.body.append(document.importNode(drawings, true));
}

/**
 * A decorative drawing from icons.svg; the control around it carries the label.
 * @param {string} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#icon-${name}`);
  drawing.append(use);
  return drawing;
}

/**
 * A round button that shows an icon and carries its name for screen readers and as a tooltip.
 * @param {string} name icon
 * @param {string} label
 * @param {(event: Event) => void} onclick
 * @param {Object<string, unknown>} attributes
 */
export function iconButton(name, label, onclick, attributes = {}) {
  const more = { type: "button", class: "round", "aria-label": label, title: label, onclick };
  return element("button", { ...more, ...attributes }, icon(name));
}

/**
 * A coloured circle with initials.
 * @param {string} name
 * @param {number} id chooses the colour
 */
export function avatar(name, id) {
  const initials = name.split(/\s+/u).filter(Boolean).slice(0, 2).map((word) => [...word][0]).join("");
  const attributes = { class: "avatar", "data-hue": Math.abs(id) % 6, "aria-hidden": "true" };
  return element("span", attributes, initials.toLocaleUpperCase("id"));
}

/** The name under which a person is shown. */
export function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ");
}
