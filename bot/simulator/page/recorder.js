/**
 * Records a voice note with the microphone. The recording stays in the page until it is sent.
 */
import { element, iconButton } from "./dom.js";
import { duration } from "./time.js";

const TYPES = [["audio/ogg;codecs=opus", "ogg"], ["audio/webm;codecs=opus", "webm"], ["audio/mp4", "m4a"]];
const SHORTEST = 0.5;

/**
 * Records until the person sends or gives up.
 * @param {(bar: HTMLElement) => void} show puts the recording's own line on the page
 * @returns {Promise<File|null>} null when nothing was recorded
 * @throws {DOMException} when there is no microphone or it is not allowed
 */
export async function record(show) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const [type, ending] = TYPES.find(([name]) => MediaRecorder.isTypeSupported(name)) ?? ["", "webm"];
  const recorder = new MediaRecorder(stream, type ? { mimeType: type } : {});
  const parts = [];
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  recorder.start();
  const isWanted = await recordingBar(seconds, show);
  const length = seconds();
  await stopped(recorder);
  for (const track of stream.getTracks()) track.stop();
  if (!isWanted || length < SHORTEST) return null;
  const plain = recorder.mimeType.split(";")[0];
  return new File(parts, `suara.${ending}`, { type: plain });
}

function recordingBar(seconds, show) {
  return new Promise((resolve) => {
    const time = element("span", { class: "recording-time" }, "0:00");
    const ticking = setInterval(() => (time.textContent = duration(seconds())), 250);
    const finish = (isWanted) => {
      clearInterval(ticking);
      resolve(isWanted);
    };
    const bar = element(
      "div",
      { class: "composer-row recording", role: "group", "aria-label": "Merekam suara" },
      iconButton("bin", "Buang rekaman", () => finish(false)),
      element("span", { class: "recording-dot", "aria-hidden": "true" }),
      time,
      element("span", { class: "recording-hint" }, "Merekam suara…"),
      iconButton("send", "Kirim rekaman", () => finish(true), { class: "round main" }),
    );
    bar.addEventListener("keydown", ({ key }) => key === "Escape" && finish(false));
    show(bar);
    bar.lastElementChild.focus();
  });
}

function stopped(recorder) {
  return new Promise((resolve) => {
    recorder.addEventListener("stop", resolve, { once: true });
    recorder.stop();
  });
}
