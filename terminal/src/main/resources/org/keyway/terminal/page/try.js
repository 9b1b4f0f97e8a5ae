// @ts-check
import { all, ask, sentence } from './ask.js';
import { derivation, missing } from './derivation.js';
import { byId, el, printable } from './dom.js';
import { choice, field, frame, input } from './frame.js';
import { Scanner } from './scanner.js';
import { inLanguage, word } from './words.js';

const query = new URLSearchParams(location.search);
/** @type {any[]} */
let machines = [];
/** Labels to try, of the sheet. @type {any[]} */
let labels = [];
/** @type {Map<string, any>} */
const profiles = new Map();
let machine = query.get('machine') ?? '';
let operation = '';
let data = '';
/** @type {any} */
let answer = null;
/** @type {any} */
let problem = null;

/** @param {string} symbology */
async function send(symbology) {
  const { ok, body } = await ask('/api/v1/match', { method: 'POST', body: { data, machine, ...(symbology ? { symbology } : {}), ...(operation ? { operation } : {}) } });
  answer = ok ? body : null;
  problem = ok ? null : body;
  renderAnswer();
}

function renderAsk() {
  const options = /** @type {[string, string][]} */ (machines.map((one) => [one.id, `${one.id} · ${inLanguage(one.name)}`]));
  const samples = /** @type {[string, string][]} */ ([['', word('try.choose')], ...labels.map((label) => [label.id, inLanguage(label.caption)])]);
  byId('ask').replaceChildren(
    field(word('machine'), choice('machine', options, machine, (value) => { machine = value; })),
    field(word('operation'), input('operation', operation, (value) => { operation = value.trim(); })),
    field(word('try.sample'), choice('sample', samples, '', (value) => {
      const label = labels.find((one) => one.id === value);
      if (!label) return;
      ({ data } = label);
      machine = machines.find((one) => one.station === label.station)?.id ?? machine;
      renderAsk();
      void send(label.symbologyIdentifier ?? '');
    })),
    field(word('try.label'), input('data', printable(data), (value) => { data = value.replaceAll('<GS>', '\u001d').replaceAll('<RS>', '\u001e').replaceAll('<EOT>', '\u0004'); })),
    el('button.button.primary', { type: 'submit', id: 'go' }, word('try.go')));
}

function profile() {
  return profiles.get(machines.find((one) => one.id === machine)?.profile);
}

function identity() {
  if (!answer.identity) return null;
  const { product, name, family, serial, lot, attributes } = answer.identity;
  const parts = [inLanguage(name, product), product, family, serial, lot, ...Object.entries(attributes ?? {}).map(([key, value]) => `${key} ${value}`)];
  return el('p.scope', {}, parts.filter(Boolean).join(' · '));
}

function renderAnswer() {
  if (problem) {
    byId('answer').replaceChildren(el('p.note.error', { role: 'alert' }, sentence(problem, inLanguage)),
      el('ul', {}, ...(problem.errors ?? []).map((/** @type {any} */ error) => el('li', {}, `${error.field}: ${inLanguage(error.message)}`))));
    return;
  }
  if (!answer) {
    byId('answer').replaceChildren();
    return;
  }
  const good = answer.outcome === 'matched';
  byId('answer').replaceChildren(el('section.card', { 'data-outcome': answer.outcome },
    el('h2', {}, `${good ? '✓' : '✕'} ${word(`try.outcome.${answer.outcome}`)}`), identity(),
    ...answer.rejections.map((/** @type {any} */ rejection) => el('p.note.error', {}, `${inLanguage(rejection.message)} (${rejection.code})`)),
    good ? el('p.quiet', {}, word('try.values')) : null,
    ...answer.missing.map(missing),
    ...answer.values.map((/** @type {any} */ value) => derivation(value, profile()))));
}

await frame(() => {
  renderAsk();
  renderAnswer();
});
byId('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  void send('');
});
const [loadedMachines, loadedProfiles, sheet] = await Promise.all([all('/api/v1/machines'), all('/api/v1/machine-profiles'), ask('/api/v1/labels')]);
machines = loadedMachines;
for (const one of loadedProfiles) profiles.set(one.id, one);
labels = sheet.ok ? sheet.body.items : [];
machine = machine || machines[0]?.id || '';
renderAsk();
new Scanner((scanned) => {
  data = scanned;
  renderAsk();
  void send('');
}, () => {}, () => {}).listen(window);
