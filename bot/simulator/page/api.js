/**
 * Talks to the people's side of the simulator's server. Returns its JSON; shows nothing.
 */

/** The server refused a request; the message is for the person and ends with the server's sentence. */
export class Refused extends Error {}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (cause) {
    throw new Refused("Simulator tidak dapat dihubungi.", { cause });
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(`Simulator menolak: ${answer.error ?? response.status}`);
  return answer;
}

function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return call(path, { method: "POST", headers, body: JSON.stringify(body) });
}

const person = (id) => `/sim/people/${id}`;

export const state = () => call("/sim/state");
export const chats = () => call("/sim/chats");
export const addPerson = (profile) => post("/sim/people", profile);
export const send = (id, text, more = {}) => post(`${person(id)}/send`, { text, ...more });
export const edit = (id, messageId, text) =>
  post(`${person(id)}/edit`, { message_id: messageId, text });
export const tap = (id, messageId, data) =>
  post(`${person(id)}/tap`, { message_id: messageId, data });
export const attach = (id, kind) => post(`${person(id)}/attach`, { kind });
export const block = (id, blocked) => post(`${person(id)}/block`, { blocked });
export const moveClock = (jump) => post("/sim/clock", jump);

/**
 * Sends a file as a photo, document or voice note.
 * @param {number} id
 * @param {{kind: string, file: Blob, name: string, caption: string}} upload
 */
export function upload(id, { kind, file, name, caption }) {
  const form = new FormData();
  form.append("kind", kind);
  form.append("caption", caption);
  form.append("file", file, name);
  return call(`${person(id)}/upload`, { method: "POST", body: form });
}

export const fileAddress = (fileId) => `/sim/files/${encodeURIComponent(fileId)}`;
export const transcriptAddress = (id) => `${person(id)}/transcript`;
export const eventsAddress = (since) => `/sim/events?since=${since}`;
