/**
 * Keeps the page live: takes a snapshot, then listens to the server's events, and begins again with
 * a fresh snapshot whenever the connection breaks. Knows nothing of what the events mean.
 */
import * as api from "./api.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;

/**
 * Listens for ever.
 * @param {{
 *   restore: (state: object) => Promise<void>,
 *   receive: (event: object) => void,
 *   connected: (isConnected: boolean) => void,
 * }} listener `restore` puts a snapshot on the page before its events follow
 */
export function listen({ restore, receive, connected }) {
  let wait = FIRST_WAIT;
  let waiting = null;

  function again() {
    connected(false);
    waiting = setTimeout(start, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }

  function atOnce() {
    if (waiting === null) return;
    clearTimeout(waiting);
    wait = FIRST_WAIT;
    start();
  }

  async function start() {
    waiting = null;
    try {
      const state = await api.state();
      await restore(state);
      follow(state.last_event);
    } catch (problem) {
      if (!(problem instanceof api.Refused)) throw problem;
      again();
    }
  }

  function follow(since) {
    const source = new EventSource(api.eventsAddress(since));
    const leave = () => {
      source.close();
      removeEventListener("offline", leave);
      again();
    };
    addEventListener("offline", leave);
    source.addEventListener("open", () => {
      wait = FIRST_WAIT;
      connected(true);
    });
    source.addEventListener("error", leave);
    source.addEventListener("message", ({ data }) => {
      const event = JSON.parse(data);
      if (event.type === "reset") leave();
      else receive(event);
    });
  }

  addEventListener("online", atOnce);
  start();
}
