/**
 * The page: brings the people, their phones, the clock and the server's events together. Read this
 * file first; each of the others draws or does one thing.
 */
import * as api from "./api.js";
import { Clock } from "./clock.js";
import { notice, personDialog } from "./dialog.js";
import { element, loadIcons } from "./dom.js";
import { listen } from "./events.js";
import { PeopleBar } from "./people.js";
import { Phone } from "./person.js";
import { controlTheme } from "./theme.js";

const KEY = "simulator.shown";
const STARTED = "simulator.started";
const COLUMN = 350;

const byId = (id) => document.getElementById(id);
const narrow = matchMedia("(max-width: 719px), (max-height: 519px)"); // as in the style sheets
const panels = byId("panels");
const notices = element("div", { class: "notices page-notices", role: "status" });
const nobody = element("p", { class: "nobody", hidden: true }, "Pilih orang di atas untuk membuka ponselnya.");

const phones = new Map();
const unread = new Map();
let shown = new Set();
let currentId = null;
let bot = null;

const clock = new Clock(byId("clock"), tell, () => [...visible()].filter((id) => id !== null));
const bar = new PeopleBar(byId("people"), choose, () => personDialog(addPerson));

panels.append(nobody);
document.body.append(notices);
controlTheme(byId("theme"));
loadIcons();
narrow.addEventListener("change", arrange);
listen({ restore, receive, connected });

/** Puts a snapshot of everything on the page. */
async function restore(state) {
  const isNew = tellRestart(state.started);
  clock.set(state.clock);
  takeBot(state.bot);
  takePeople(state.people);
  if (isNew) for (const id of phones.keys()) setUnread(id, 0);
  if (shown.size === 0) shown = firstShown(state.people);
  currentId = phones.has(currentId) ? currentId : state.people[0]?.id ?? null;
  const chats = await api.chats();
  for (const [id, phone] of phones) if (id in chats) phone.load(chats[id]);
  arrange();
}

/** After a restart the server knows none of the conversations that stood here. Returns whether it is one. */
function tellRestart(started) {
  const before = localStorage.getItem(STARTED);
  localStorage.setItem(STARTED, started);
  if (before === null || before === started) return false;
  notice(notices, "Simulasi dimulai ulang. Percakapan lama tidak ada lagi; ketuk Mulai untuk memulai dari awal.");
  return true;
}

function receive(event) {
  if (event.type === "clock") clock.set(event);
  else if (event.type === "profile") takeBot(event.bot);
  else if (event.type === "people") takePeople(event.people);
  else phones.get(event.person)?.receive(event);
  if (event.type === "message" && !event.message.out) count(event.person);
}

function connected(isConnected) {
  byId("connection").textContent = isConnected ? "" : "Terputus, menyambung lagi…";
}

function takeBot(profile) {
  bot = profile;
  byId("brand-name").textContent = profile.first_name;
  for (const phone of phones.values()) phone.bot = profile;
  title();
}

function takePeople(people) {
  const ids = new Set(people.map(({ id }) => id));
  for (const [id, phone] of phones) {
    if (ids.has(id)) continue;
    phone.node.remove();
    phones.delete(id);
  }
  for (const person of people) takePerson(person);
  bar.people = people;
  for (const [id, number] of unread) bar.unread(id, number);
  arrange();
}

function takePerson(person) {
  const known = phones.get(person.id);
  if (known) return known.update(person);
  const phone = new Phone(person, hide);
  phone.bot = bot;
  phones.set(person.id, phone);
  unread.set(person.id, person.unread ?? 0);
  return panels.append(phone.node);
}

async function addPerson(profile) {
  try {
    const person = await api.addPerson(profile);
    if (!phones.has(person.id)) takePeople([...[...phones.values()].map((phone) => phone.person), person]);
    shown.add(person.id);
    currentId = person.id;
    arrange();
    phones.get(person.id).node.scrollIntoView({ inline: "end" });
  } catch (problem) {
    tell(problem);
  }
}

function choose(id) {
  currentId = id;
  if (!narrow.matches) shown = toggled(shown, id);
  remember();
  arrange();
}

function hide(id) {
  shown.delete(id);
  remember();
  arrange();
}

const toggled = (ids, id) => (ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : new Set([...ids, id]));

const visible = () => (narrow.matches ? new Set([currentId]) : shown);

/** Shows the chosen phones and clears their badges. */
function arrange() {
  const ids = visible();
  for (const [id, phone] of phones) {
    const wasHidden = phone.node.hidden;
    phone.node.hidden = !ids.has(id);
    if (ids.has(id)) setUnread(id, 0);
    if (ids.has(id) && wasHidden) phone.log.toEnd();
  }
  nobody.hidden = [...phones.keys()].some((id) => ids.has(id));
  bar.shown = ids;
  if (narrow.matches) bar.reveal(currentId);
}

function count(id) {
  if (phones.has(id) && !visible().has(id)) setUnread(id, unread.get(id) + 1);
}

function setUnread(id, number) {
  unread.set(id, number);
  bar.unread(id, number);
  title();
}

function title() {
  const total = [...unread.values()].reduce((sum, number) => sum + number, 0);
  document.title = `${total > 0 ? `(${total}) ` : ""}${bot.first_name} · simulasi`;
}

function firstShown(people) {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
  const known = people.map(({ id }) => id);
  const first = people.filter(({ aside }) => !aside).map(({ id }) => id);
  const fitting = first.slice(0, Math.max(1, Math.floor(window.innerWidth / COLUMN)));
  const still = known.filter((id) => kept.includes(id));
  return new Set(still.length > 0 ? still : fitting);
}

function remember() {
  localStorage.setItem(KEY, JSON.stringify([...shown]));
}

function tell(problem) {
  notice(notices, problem.message);
}
