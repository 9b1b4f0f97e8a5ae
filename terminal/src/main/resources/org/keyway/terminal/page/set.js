// @ts-check
import { all, ask, sentence } from './ask.js';
import { byId, el } from './dom.js';
import { editor, editing, startEditing } from './setedit.js';
import { frame, button } from './frame.js';
import { conditionText, scopeWords, signed, valueText, when } from './scope.js';
import { steps } from './setsteps.js';
import { forgetImpact, impact } from './setimpact.js';
import { comments, loadComments } from './setcomments.js';
import { fillWords, inLanguage, word } from './words.js';

const id = decodeURIComponent(location.pathname.split('/')[2] ?? '');
const path = `/api/v1/parameter-sets/${encodeURIComponent(id)}`;

/** The set as the server last told. @type {any} */
let set = null;
/** Which version is shown. */
let shownVersion = Number(new URLSearchParams(location.search).get('version')) || 0;
/** What differs from the version in force. @type {any} */
let diff = null;
/** @type {any} */
let problem = null;
/** Labels, units and types of parameters, by name. @type {Map<string, any>} */
const parameters = new Map();

function version() {
  return set?.versions.find((/** @type {any} */ one) => one.version === shownVersion) ?? set?.current;
}

/** Asks for everything again, and shows a version; the one being worked on when none is named. @param {number} [number] */
async function load(number) {
  const { ok, status, body } = await ask(path);
  set = ok ? body : null;
  problem = ok || status === 404 ? null : body;
  forgetImpact();
  shownVersion = number ?? (shownVersion || set?.current.version || 0);
  if (!set && !problem && !editing()) startEditing({ scope: {}, values: {} }, '');
  await Promise.all([loadDiff(), set ? loadComments(`${path}/versions/${version().version}`) : null]);
  render();
}

async function loadDiff() {
  const now = version();
  const against = now && (set.released !== null && set.released !== now.version ? set.released : now.basedOn);
  const answer = against && against !== now.version ? await ask(`${path}/diff?from=${against}&to=${now.version}`) : null;
  diff = answer?.ok ? answer.body : null;
}

/** @param {number} number */
function show(number) {
  shownVersion = number;
  history.replaceState(null, '', `${location.pathname}?version=${number}`);
  void load(number);
}

/** @param {any} one */
function versionLink(one) {
  const here = one.version === version().version;
  const made = el(here ? 'button.version.here' : 'button.version', { type: 'button', 'data-version': String(one.version), ...(here ? { 'aria-current': 'true' } : {}) },
    el('b', {}, `v${one.version}`), el('span.state', { 'data-state': one.state }, word(`set.state.${one.state}`)),
    el('span.quiet', {}, signed(one.changed)), one.reason ? el('span.why', {}, one.reason) : null);
  made.addEventListener('click', () => show(one.version));
  return el('li', {}, made);
}

/** @param {string} name @param {string | null | undefined} value */
function fact(name, value) {
  return value ? el('div', {}, el('dt', {}, word(name)), el('dd', {}, value)) : null;
}

/** @param {any} one */
function facts(one) {
  const { effective, layer, note } = one.document;
  return el('dl.facts', {},
    fact('set.created', signed(one.created)),
    one.submitted ? fact('set.submitted', signed(one.submitted)) : null,
    one.released ? fact('set.released', signed(one.released)) : null,
    fact('set.releaseAt', one.releaseAt && when(one.releaseAt)),
    one.retired ? fact('set.retired', signed(one.retired)) : null,
    fact('set.trial', one.trial && `${one.trial.machine}, ${one.trial.parts}`),
    fact('set.lastReason', one.reason),
    fact('set.from', effective?.from && when(effective.from)),
    fact('set.until', effective?.until && when(effective.until)),
    fact('set.parts', effective?.parts && String(effective.parts)),
    fact('set.layer', layer), fact('set.note', note));
}

/** @param {string} name */
function label(name) {
  return el('span', {}, inLanguage(parameters.get(name)?.label, name), el('small', {}, name));
}

/** @param {any} values */
function valuesTable(values) {
  const rows = Object.entries(values ?? {}).map(([name, value]) =>
    el('tr', { 'data-parameter': name }, el('th', { scope: 'row' }, label(name)), el('td', {}, valueText(value, parameters.get(name)?.unit))));
  return el('table', {}, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, word('parameter')), el('th', { scope: 'col' }, word('value')))), el('tbody', {}, ...rows));
}

/** @param {string} path as of workshop files */
function fieldName(path) {
  const last = path.split('.').pop() ?? path;
  return path.startsWith('scope.') ? word(`scope.${last}`) : word(`set.${last}`);
}

function diffTable() {
  if (!diff) return null;
  const line = (/** @type {any} */ one, /** @type {Node | string} */ name, /** @type {(side: any) => string} */ text) =>
    el('tr', { 'data-kind': one.kind, 'data-name': one.name }, el('th', { scope: 'row' }, name),
      el('td.before', {}, one.before === null ? '—' : text(one.before)), el('td.after', {}, one.after === null ? '—' : text(one.after)),
      el('td.quiet', {}, word(`diff.${one.kind}`)));
  const rows = [
    ...diff.fields.map((/** @type {any} */ one) => line(one, fieldName(one.name), String)),
    ...diff.conditions.map((/** @type {any} */ one) => line(one, one.name, conditionText)),
    ...diff.values.map((/** @type {any} */ one) => line(one, label(one.name), (side) => valueText(side, parameters.get(one.name)?.unit)))];
  const heads = [word('parameter'), `v${diff.from}`, `v${diff.to}`, ''].map((text) => el('th', { scope: 'col' }, text));
  return el('section.card', { id: 'diff' }, el('h2', {}, `${word('diff.title')} v${diff.from}`),
    rows.length ? el('div.scroll', {}, el('table', {}, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...rows))) : el('p.quiet', {}, word('diff.none')));
}

/** @param {any} one */
function details(one) {
  const begin = () => {
    startEditing(one.document, one.tag);
    render();
  };
  return [
    el('section.card', { id: 'version' },
      el('h2', {}, `v${one.version} `, el('span.state', { 'data-state': one.state }, word(`set.state.${one.state}`))),
      el('p.scope', {}, scopeWords(one.document.scope).join(' · ')),
      facts(one),
      ...one.warnings.map((/** @type {any} */ warning) => el('p.note', { role: 'status', 'data-warning': warning.code }, inLanguage(warning.message))),
      steps(path, one, set, begin, () => void load(0), render)),
    diffTable(),
    one.state === 'DRAFT' || one.state === 'SUBMITTED' || one.state === 'SCHEDULED' ? impact(`${path}/versions/${one.version}`, parameters, render) : null,
    el('section.card', {}, el('h2', {}, word('set.values')), el('div.scroll', {}, valuesTable(one.document.values))),
    comments(`${path}/versions/${one.version}`, render),
  ];
}

function render() {
  byId('title').textContent = id;
  document.title = id;
  if (problem) {
    byId('set').replaceChildren(el('p.note.error', { role: 'alert' }, sentence(problem, inLanguage)));
    return;
  }
  if (!set && !editing()) return;
  const form = editing() ? editor(id, path, parameters, (saved) => void load(saved), render) : null;
  const content = form ? [form] : details(version());
  byId('set').replaceChildren(el(set && !form ? 'div.set' : 'div', {},
    el('div', {}, ...content.filter((part) => part !== null)),
    set && !form ? el('aside', {}, el('h2', {}, word('set.versions')), el('ol.versions', {}, ...set.versions.map(versionLink)),
      el('a.button', { href: `/history?of=parameter-sets&id=${encodeURIComponent(id)}` }, word('set.history'))) : null));
}

await frame(() => {
  fillWords();
  render();
});
for (const profile of await all('/api/v1/machine-profiles')) {
  for (const parameter of profile.parameters) if (!parameters.has(parameter.name)) parameters.set(parameter.name, parameter);
}
await load();
