// @ts-check
import { byId, el, onTap } from './dom.js';
import { fillWords, loadWords, switchLanguage, word } from './words.js';
import { Scanner } from './scanner.js';
import { findingList, foundList } from './findings.js';

const PATIENCE = 8000;
const NOT_THE_TEST_LABEL = 'KW-ID-150';

const id = decodeURIComponent(location.pathname.split('/').at(-2) ?? '');
const station = `/api/v1/stations/${encodeURIComponent(id)}`;

/** @typedef {'ask' | 'found' | 'lost' | 'other' | 'saved' | 'proved' | 'failed' | 'unsent'} Step */
/** @type {Step} */
let step = 'ask';
/** What the last scan of the test label told. @type {any} */
let calibration = null;
let busy = false;

/** @param {string} path @param {string} method @param {unknown} body */
async function send(path, method, body) {
  const answer = await fetch(station + path, {
    method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  return answer.json();
}

/** One request at a time; without an answer the page says so. @param {() => Promise<void>} work */
async function once(work) {
  if (busy) return;
  busy = true;
  try {
    await work();
  } catch {
    step = 'unsent';
  }
  busy = false;
  render();
}

/** @param {string} data */
async function scanned(data) {
  const proving = step === 'saved' || step === 'failed';
  calibration = await send('/scanner-calibrations', 'POST', { data });
  if (proving) {
    step = calibration.proved ? 'proved' : 'failed';
  } else {
    const other = calibration.findings.some((/** @type {any} */ finding) => finding.code === NOT_THE_TEST_LABEL);
    step = other ? 'other' : calibration.profile && calibration.lossless ? 'found' : 'lost';
  }
}

async function save() {
  await send('/scanner-profile', 'PUT', calibration.profile);
  step = calibration.lossless ? 'saved' : 'lost';
  if (step === 'lost') again();
}

function again() {
  step = 'ask';
  calibration = null;
}

/** @param {string} name @param {() => Promise<void>} action @param {string} classes */
function button(name, action, classes = '') {
  const made = el(`button.button${classes}`, { type: 'button', id: name }, word(`scanner.${name}`));
  onTap(made, () => void once(action));
  return made;
}

function render() {
  const panel = byId('panel');
  panel.dataset.step = step;
  const saving = calibration?.profile && (step === 'found' || step === 'lost');
  panel.replaceChildren(
    el('strong.word', {}, word(`scanner.${step}.word`)),
    el('p.hint', {}, word(`scanner.${step}.hint`)),
    el('div.actions', {},
      saving ? button('save', save, step === 'found' ? '.primary' : '') : null,
      step === 'ask' || step === 'unsent' ? null : button('again', async () => again())),
    calibration && step !== 'saved' && step !== 'proved' ? findingList(calibration.findings) : '',
    calibration?.profile ? foundList(calibration) : '');
  byId('unfocused').hidden = document.hasFocus();
}

await loadWords(id);
document.title = `${id} · Keyway`;
byId('station-name').textContent = id;
byId('back').setAttribute('href', `/stations/${encodeURIComponent(id)}`);
fillWords();
render();
const scanner = new Scanner((data) => void once(() => scanned(data)), () => {}, () => {});
scanner.everySeparator = true;
scanner.listen(window);
onTap(byId('language'), () => {
  switchLanguage();
  fillWords();
  render();
});
onTap(byId('unfocused'), () => window.focus());
for (const type of ['focus', 'blur']) window.addEventListener(type, () => { byId('unfocused').hidden = document.hasFocus(); });
