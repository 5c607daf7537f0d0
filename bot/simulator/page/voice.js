/**
 * Plays a voice note: one button, a row of bars that fills, the time.
 */
import { element, icon, iconButton } from "./dom.js";
import { duration } from "./time.js";

const BARS = 28;

/**
 * A player.
 * @param {string} address of the sound
 * @param {number} seconds length, 0 when not known
 * @param {string} seed draws the bars: the same note always looks the same
 */
export function voicePlayer(address, seconds, seed) {
  const sound = element("audio", { preload: "none", src: address });
  const time = element("span", { class: "voice-time" }, seconds ? duration(seconds) : "suara");
  const bars = element("span", { class: "voice-bars", "aria-hidden": "true" }, ...heights(seed).map(bar));
  const button = iconButton("play", "Putar pesan suara", () => (sound.paused ? play(sound) : sound.pause()));
  const total = () => (Number.isFinite(sound.duration) ? sound.duration : seconds) || 1;

  const show = (name, label) => {
    button.replaceChildren(icon(name));
    button.setAttribute("aria-label", label);
  };
  sound.addEventListener("play", () => show("pause", "Jeda pesan suara"));
  sound.addEventListener("pause", () => show("play", "Putar pesan suara"));
  sound.addEventListener("error", () => (time.textContent = "suara tidak dapat diputar"));
  sound.addEventListener("timeupdate", () => {
    const done = sound.ended ? 0 : sound.currentTime / total();
    time.textContent = duration(sound.ended ? total() : sound.currentTime);
    [...bars.children].forEach((one, index) => one.classList.toggle("played", index < done * BARS));
  });
  return element("div", { class: "voice" }, button, bars, time, sound);
}

function play(sound) {
  sound.play().catch(() => sound.dispatchEvent(new Event("error")));
}

function bar(height) {
  const node = element("i");
  node.style.height = `${height}px`;
  return node;
}

function heights(seed) {
  let state = 7;
  for (const letter of seed) state = (state * 31 + letter.codePointAt(0)) % 65_521;
  return Array.from({ length: BARS }, () => {
    state = (state * 75 + 74) % 65_537;
    return 4 + (state % 18);
  });
}
