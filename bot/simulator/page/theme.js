/**
 * Light or dark: as the device prefers, until the person chooses; her choice is kept in this browser.
 */
import { icon } from "./dom.js";

const KEY = "simulator.theme";
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

const current = () => localStorage.getItem(KEY) ?? (prefersDark.matches ? "dark" : "light");

/** Lets this button switch between light and dark. */
export function controlTheme(button) {
  const draw = () => {
    const theme = current();
    const label = theme === "dark" ? "Tampilan terang" : "Tampilan gelap";
    document.documentElement.dataset.theme = theme;
    button.replaceChildren(icon(theme === "dark" ? "sun" : "moon"));
    button.setAttribute("aria-label", label);
    button.title = label;
  };
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, current() === "dark" ? "light" : "dark");
    draw();
  });
  prefersDark.addEventListener("change", draw);
  draw();
}
