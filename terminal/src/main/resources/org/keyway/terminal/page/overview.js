// @ts-check
import { byId, el, onTap } from './dom.js';
import { fillWords, inLanguage, loadWords, switchLanguage, word } from './words.js';
import { listen } from './live.js';
import { DoubtForm, doubtButton } from './doubtform.js';
import { doubtsOf, lookAfter, lookForDoubts } from './doubts.js';
import { machineChip, readerChip } from './panels.js';

/** @type {any[]} */
let stations = [];
/** @type {Map<string, any>} */
const machines = new Map();
/** @type {Map<string, any>} */
let readers = new Map();
let connected = false;

/** @param {any} reader */
function readerKey(reader) {
  return `${reader.station} ${reader.id}`;
}

function render() {
  document.body.classList.toggle('lost', !connected);
  const tiles = stations.map((station) => el('a.tile', { href: `/stations/${encodeURIComponent(station.id)}` },
    el('b', {}, station.id), el('span.name', {}, inLanguage(station.name)),
    el('div.machines', {}, ...station.machines.map((/** @type {string} */ id) => machines.get(id)).filter(Boolean).map(machineChip),
      ...[...readers.values()].filter((reader) => reader.station === station.id).map(readerChip))));
  byId('tiles').replaceChildren(...(tiles.length ? tiles : [el('p', {}, word('noStations'))]));
  renderDoubts();
}

function renderDoubts() {
  const open = connected ? [...machines.values()].filter((machine) => doubtsOf(machine.id).length) : [];
  byId('doubts').hidden = !open.length;
  byId('doubts').replaceChildren(...open.map((machine) => el('div.row', {},
    el('p', {}, el('b', {}, `⚠ ${inLanguage(doubtsOf(machine.id)[0].message)}`), ' ', word('doubt.todo').replace('{machine}', machine.id)), doubtButton(machine, form))));
  form.changed();
}

/** @param {any} machine */
function look(machine) {
  void lookForDoubts(machine, renderDoubts);
}

async function loadStations() {
  const answer = await fetch('/api/v1/stations?limit=500');
  stations = (await answer.json()).items;
}

await loadWords('overview');
await loadStations();
const form = new DoubtForm(null, (id) => look(machines.get(id)));
fillWords();
render();
listen('/api/v1/events', '/api/v1/stations', {
  snapshot: (snapshot) => {
    connected = true;
    snapshot.machines.forEach((/** @type {any} */ machine) => machines.set(machine.id, machine));
    readers = new Map(snapshot.readers.map((/** @type {any} */ reader) => [readerKey(reader), reader]));
    render();
    snapshot.machines.forEach(look);
  },
  machine: (machine) => {
    machines.set(machine.id, machine);
    render();
    look(machine);
  },
  job: (job) => lookAfter(job, machines, renderDoubts),
  reader: (reader) => {
    readers.set(readerKey(reader), reader);
    render();
  },
}, () => {
  connected = false;
  for (const machine of machines.values()) machine.status.state = 'UNKNOWN';
  form.close();
  render();
});
onTap(byId('language'), () => {
  switchLanguage();
  fillWords();
  render();
});
