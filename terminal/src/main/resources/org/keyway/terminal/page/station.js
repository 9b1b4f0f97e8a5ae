// @ts-check
import { byId, el, onTap } from './dom.js';
import { fillWords, inLanguage, language, loadWords, switchLanguage, word } from './words.js';
import { Scanner } from './scanner.js';
import { requestId, sendScan } from './scans.js';
import { listen } from './live.js';
import { viewOf } from './verdict.js';
import { historyRow, machineChip, readerChip, valuesSheet, verdictPanel } from './panels.js';
import { DoubtForm, doubtButton } from './doubtform.js';
import { lookAfter, lookForDoubts } from './doubts.js';
import { soundBad, soundGood, soundReady, unlockSound } from './sound.js';

const LAST_SCANS = 12;
const SHOW_ELAPSED_AFTER = 500;
const HINT_FOR = 4000;

const id = decodeURIComponent(location.pathname.split('/').at(-1) ?? '');

/** How things stand; every change ends in render(). */
const stand = {
  /** @type {{since: number, requestId: string} | null} */ pending: null,
  /** @type {any} */ answer: null,
  /** @type {any} */ job: null,
  since: 0,
  old: false,
  /** @type {any} */ station: null,
  /** @type {Map<string, any>} */ machines: new Map(),
};
/** @type {Map<string, any>} */
const jobs = new Map();
/** @type {Map<string, any>} */
let readers = new Map();
/** @type {any} */
let station = null;
/** @type {'' | 'lost' | 'unknown'} */
let lost = '';
let typedUntil = 0;
let capsLock = false;
let sounded = '';
let drawn = '';

/** How far a job has come: it only ever gains steps and scans. @param {any} job */
function reached(job) {
  return job.steps.length + (job.collection?.scans ?? 0);
}

/** Keeps the newer of two accounts of a job. @param {any} job */
function keep(job) {
  const known = jobs.get(job.id);
  if (known && reached(known) > reached(job)) return known;
  jobs.set(job.id, job);
  if (jobs.size > 4 * LAST_SCANS) jobs.delete([...jobs.keys()].sort()[0]);
  return job;
}

/** Shows a job if it is the newest at this station. @param {any} job */
function take(job) {
  const kept = keep(job);
  const newer = !stand.job || kept.id > stand.job.id;
  const own = stand.pending?.requestId === kept.requestId && stand.pending !== null;
  if (stand.pending && !own) return render();
  if (newer || own || kept.id === stand.job?.id) {
    if (own && kept.state === 'RECEIVED' && !kept.awaiting) return render();
    if (stand.job?.id !== kept.id || stand.job.state !== kept.state || reached(stand.job) !== reached(kept)) stand.since = Date.now();
    if (newer || own) stand.old = false;
    if (own) stand.pending = null;
    stand.answer = null;
    stand.job = kept;
  }
  render();
}

/** @param {string} data */
async function scanned(data) {
  const pending = { since: Date.now(), requestId: requestId() };
  stand.pending = pending;
  stand.answer = null;
  sounded = '';
  closeValues();
  doubtForm.close();
  render();
  const result = await sendScan({ station: id, data, requestId: pending.requestId });
  if ('job' in result) {
    repeated(result.job, pending);
  } else if (stand.pending === pending) {
    stand.pending = null;
    stand.answer = result;
    stand.job = null;
  } else {
    soundBad();
  }
  render();
}

/** The answer to our own scan; it may be an earlier job that this scan repeats. @param {any} job @param {{requestId: string}} pending */
function repeated(job, pending) {
  const kept = keep(job);
  if (stand.pending === pending) {
    stand.pending = null;
    stand.since = Date.now();
    stand.old = false;
    stand.answer = null;
    stand.job = kept;
  } else {
    take(kept);
  }
}

function render() {
  const now = Date.now();
  const view = viewOf(stand, now);
  const key = JSON.stringify([language(), view.kind, view.word, view.hint, view.job]);
  if (key !== drawn) {
    drawn = key;
    byId('verdict').dataset.kind = view.kind;
    byId('verdict').replaceChildren(...verdictPanel(view, openValues));
    byId('machines').replaceChildren(...[...stand.machines.values()].flatMap((machine) => [machineChip(machine), doubtButton(machine, doubtForm) ?? '']), ...[...readers.values()].map(readerChip));
    const rows = [...jobs.values()].sort((a, b) => (a.id < b.id ? 1 : -1)).slice(0, LAST_SCANS).map(historyRow);
    byId('history').replaceChildren(...(rows.length ? rows : [el('li.empty', {}, word('noScans'))]));
    byId('station-name').replaceChildren(el('b', {}, id), ' ', el('span', {}, inLanguage(station?.name)));
  }
  sound(view);
  elapsed(now);
  overlays(now);
}

/** One sound for each verdict, never for one that was there before. @param {import('./verdict.js').View} view */
function sound(view) {
  const of = view.job?.awaiting ? `${view.job.id} ${view.job.collection.scans}` : view.job?.id ?? 'none';
  const verdict = view.kind === 'good' || view.kind === 'bad' ? `${view.kind} ${of}` : '';
  if (verdict && verdict !== sounded && !stand.old && soundReady()) (view.kind === 'good' ? soundGood : soundBad)();
  if (verdict) sounded = verdict;
}

/** @param {number} now */
function elapsed(now) {
  const output = document.getElementById('elapsed');
  const since = stand.pending?.since ?? stand.since;
  if (output && now - since > SHOW_ELAPSED_AFTER) output.textContent = `${((now - since) / 1000).toFixed(1)} ${word('seconds')}`;
}

/** @param {number} now */
function overlays(now) {
  const name = lost === 'unknown' ? 'unknownStation' : 'offline';
  const offline = byId('offline');
  offline.hidden = !lost;
  if (lost && offline.dataset.shown !== name + language()) {
    offline.dataset.shown = name + language();
    const back = lost === 'unknown' ? el('a.button', { href: '/' }, word('stations')) : null;
    offline.replaceChildren(el('span.symbol', { 'aria-hidden': 'true' }, '⊘'), el('strong.word', {}, word(`${name}.word`)),
      el('p.hint', {}, word(`${name}.hint`)), back ?? '');
  }
  byId('unfocused').hidden = document.hasFocus() || Boolean(lost);
  const hints = [
    soundReady() ? '' : word('soundLocked'),
    capsLock ? word('capsLock') : '',
    now < typedUntil ? word('typed') : '',
  ].filter(Boolean);
  const shown = hints.join('\n');
  if (byId('hints').dataset.shown !== shown) {
    byId('hints').dataset.shown = shown;
    byId('hints').replaceChildren(...hints.map((hint) => el('p', {}, hint)));
  }
}

/** @param {any} job */
function openValues(job) {
  byId('values').replaceChildren(valuesSheet(job, closeValues));
  byId('values').hidden = false;
}

function closeValues() {
  byId('values').hidden = true;
}

/** Everything afresh after a (re)connection; what ended before is history, never a verdict. @param {any} snapshot */
function start(snapshot) {
  lost = '';
  station = snapshot.station;
  stand.station = station;
  stand.machines = new Map(snapshot.machines.map((/** @type {any} */ machine) => [machine.id, machine]));
  readers = new Map(snapshot.readers.map((/** @type {any} */ reader) => [reader.id, reader]));
  snapshot.jobs.forEach(keep);
  const newest = snapshot.jobs[0];
  const running = newest && ['ACCEPTED', 'RECEIVED', 'IDENTIFIED', 'MATCHED', 'STAGED', 'VERIFIED', 'RELEASED'].includes(newest.state);
  if (!stand.pending && !stand.answer) {
    stand.job = running ? newest : null;
    stand.old = running && (newest.state === 'ACCEPTED' || Boolean(newest.awaiting));
    stand.since = Date.now();
  }
  drawn = '';
  render();
  stand.machines.forEach((machine) => void lookForDoubts(machine, doubtsChanged));
}

function doubtsChanged() {
  drawn = '';
  render();
  doubtForm.changed();
}

/** @param {any} machine */
function machineChanged(machine) {
  const known = stand.machines.get(machine.id);
  if (known && known.status.since > machine.status.since) return;
  stand.machines.set(machine.id, machine);
  drawn = '';
  render();
  void lookForDoubts(machine, doubtsChanged);
}

/** @param {any} reader */
function readerChanged(reader) {
  readers.set(reader.id, reader);
  drawn = '';
  render();
}

/** @param {'lost' | 'unknown'} how */
function connectionLost(how) {
  lost = how;
  stand.job = null;
  closeValues();
  doubtForm.close();
  drawn = '';
  render();
}

/** @param {any} job */
function jobChanged(job) {
  take(job);
  lookAfter(job, stand.machines, doubtsChanged);
}

await loadWords(id);
const doubtForm = new DoubtForm((data) => void scanned(data), (machine) => void lookForDoubts(stand.machines.get(machine), doubtsChanged));
fillWords();
document.title = `${id} · Keyway`;
byId('scanner').setAttribute('href', `/stations/${encodeURIComponent(id)}/scanner`);
render();
new Scanner(
  (data) => void scanned(data),
  () => { typedUntil = Date.now() + HINT_FOR; },
  (on) => { capsLock = on; },
).listen(window);
const path = `/api/v1/stations/${encodeURIComponent(id)}`;
listen(`${path}/events`, path, { snapshot: start, job: jobChanged, machine: machineChanged, reader: readerChanged }, connectionLost);
onTap(byId('language'), () => {
  switchLanguage();
  fillWords();
  closeValues();
  render();
});
onTap(byId('unfocused'), () => window.focus());
for (const type of ['pointerdown', 'keydown']) window.addEventListener(type, () => void unlockSound(), { capture: true });
for (const type of ['focus', 'blur']) window.addEventListener(type, render);
setInterval(render, 100);
