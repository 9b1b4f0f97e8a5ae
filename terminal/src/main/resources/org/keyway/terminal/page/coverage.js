// @ts-check
import { all, ask, sentence } from './ask.js';
import { derivation, missing } from './derivation.js';
import { byId, el } from './dom.js';
import { choice, field, frame, input, suggestions } from './frame.js';
import { when } from './scope.js';
import { inLanguage, word } from './words.js';

const STATUSES = ['MATCHED', 'EXPIRING', 'GAP', 'AMBIGUOUS', 'MISSING', 'LIMIT'];
/** Not by color alone. @type {Record<string, string>} */
const SIGNS = { MATCHED: '✓', EXPIRING: '!', GAP: '–', AMBIGUOUS: '≠', MISSING: '?', LIMIT: '↕' };
const PAUSE = 250;
const MOST = 2000;

const query = new URLSearchParams(location.search);
/** @type {any[]} */
let cells = [];
let total = 0;
/** @type {any} */
let summary = null;
/** @type {any} */
let problem = null;
/** The cell that is open, and its derivation. @type {any} */
let chosen = null;
/** @type {any} */
let explanation = null;
let asked = 0;
let timer = 0;
/** @type {any[]} */
let families = [];
/** @type {any[]} */
let machines = [];
/** @type {any[]} */
let products = [];
/** @type {Map<string, any>} */
const profiles = new Map();

async function load() {
  const mine = ++asked;
  const days = query.get('days') ?? '30';
  const [page, counts] = await Promise.all([ask(`/api/v1/coverage?limit=${MOST}&${query}`), ask(`/api/v1/coverage/summary?days=${encodeURIComponent(days)}`)]);
  if (mine !== asked) return;
  problem = page.ok ? null : page.body;
  cells = page.ok ? page.body.items : [];
  total = page.ok ? page.body.total : 0;
  summary = counts.ok ? counts.body : null;
  render();
}

/** @param {string} name @param {string} value */
function filter(name, value) {
  if (value) query.set(name, value);
  else query.delete(name);
  history.replaceState(null, '', `${location.pathname}${query.size ? `?${query}` : ''}`);
  chosen = null;
  clearTimeout(timer);
  timer = setTimeout(() => void load(), PAUSE);
}

function renderFilters() {
  const any = /** @type {[string, string]} */ (['', word('sets.filter.any')]);
  const chosenOf = (/** @type {string} */ name, /** @type {string} */ label, /** @type {[string, string][]} */ options) =>
    field(label, choice(name, [any, ...options], query.get(name) ?? '', (value) => filter(name, value)));
  byId('filters').replaceChildren(
    chosenOf('family', word('sets.filter.family'), families.map((family) => [family.id, inLanguage(family.name, family.id)])),
    field(word('sets.filter.product'), input('product', query.get('product') ?? '', (value) => filter('product', value.trim()), { list: 'products' })),
    chosenOf('machine', word('machine'), machines.map((machine) => [machine.id, machine.id])),
    chosenOf('status', word('coverage.status'), STATUSES.map((status) => [status, word(`coverage.${status}`)])),
    field(word('coverage.days'), input('days', query.get('days') ?? '30', (value) => filter('days', value.trim()), { inputmode: 'numeric' })),
    suggestions('products', products.map((product) => product.id)));
}

/** @param {any} cell */
async function explain(cell) {
  chosen = cell;
  explanation = null;
  const wanted = new URLSearchParams({ product: cell.product, machine: cell.machine, operation: cell.operation, ...(cell.variant ? { variant: cell.variant } : {}) });
  render();
  const { ok, body } = await ask(`/api/v1/coverage/cell?${wanted}`);
  if (chosen !== cell) return;
  explanation = ok ? body : null;
  problem = ok ? null : body;
  render();
  byId('answer').scrollIntoView({ block: 'nearest' });
}

/** @param {any} cell */
function rowOf(cell) {
  return cell.variant ? `${cell.product} · ${cell.variant}` : cell.product;
}

/** @param {any} cell */
function columnOf(cell) {
  return `${cell.machine} ${cell.operation}`;
}

function matrix() {
  /** @type {Map<string, Map<string, any>>} */
  const rows = new Map();
  const columns = new Set();
  const all = query.get('status') === 'GAP' || query.get('machine');
  for (const cell of cells) {
    const row = rows.get(rowOf(cell)) ?? new Map();
    rows.set(rowOf(cell), row.set(columnOf(cell), cell));
    // A machine on which nothing of this is made has nothing to show.
    if (all || cell.status !== 'GAP') columns.add(columnOf(cell));
  }
  const names = [...columns];
  const head = names.map((name) => el('th', { scope: 'col' }, ...name.split(' ').map((part) => el('span', {}, part))));
  return el('table.matrix', {}, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, word('drawing')), ...head)),
    el('tbody', {}, ...[...rows].map(([name, row]) => el('tr', {}, el('th', { scope: 'row' }, name), ...names.map((column) => el('td', {}, one(row.get(column))))))));
}

/** @param {any} cell */
function one(cell) {
  if (!cell) return null;
  const label = `${rowOf(cell)}, ${columnOf(cell)}: ${word(`coverage.${cell.status}`)}`;
  const made = el('button.cell', { type: 'button', title: label, 'aria-label': label, 'data-status': cell.status, 'data-cell': `${rowOf(cell)} ${columnOf(cell)}`, ...(cell === chosen ? { 'aria-current': 'true' } : {}) },
    `${SIGNS[cell.status]}${cell.dependsOn.length ? '*' : ''}`);
  made.addEventListener('click', () => void explain(cell));
  return made;
}

function renderSummary() {
  if (!summary) return;
  byId('summary').replaceChildren(el('p.legend', {}, el('span', {}, word('coverage.whole')), ...STATUSES.map((status) =>
    el('span.count', { 'data-status': status }, `${SIGNS[status]} ${word(`coverage.${status}`)} ${summary.cells[status] ?? 0}`))),
  el('p.quiet', {}, `* ${word('coverage.open')}`),
  cells.length < total ? el('p.note', {}, `${word('coverage.cut')} ${cells.length} / ${total}`) : '');
}

function renderAnswer() {
  if (!chosen || !explanation) {
    byId('answer').replaceChildren();
    return;
  }
  const profile = profiles.get(machines.find((machine) => machine.id === chosen.machine)?.profile);
  byId('answer').replaceChildren(el('section.card', { 'data-explained': chosen.status },
    el('h2', {}, `${rowOf(chosen)}, ${columnOf(chosen)}: ${word(`coverage.${chosen.status}`)}`),
    chosen.lostAt ? el('p', {}, `${word('coverage.lostAt')} ${when(chosen.lostAt)}`) : null,
    chosen.dependsOn.length ? el('p.quiet', {}, `${word('coverage.dependsOn')} ${chosen.dependsOn.join(', ')}`) : null,
    ...explanation.rejections.map((/** @type {any} */ rejection) => el('p.note.error', {}, `${inLanguage(rejection.message)} (${rejection.code})`)),
    ...explanation.missing.map(missing),
    ...explanation.values.map((/** @type {any} */ value) => derivation(value, profile))));
}

function render() {
  renderSummary();
  byId('matrix').replaceChildren(...(problem ? [el('p.note.error', { role: 'alert' }, sentence(problem, inLanguage))] : [cells.length ? matrix() : el('p.note', {}, word('coverage.none'))]));
  renderAnswer();
}

await frame(() => {
  renderFilters();
  renderSummary();
  if (summary) render();
});
const [allFamilies, allMachines, allProducts, allProfiles] = await Promise.all(['product-families', 'machines', 'products', 'machine-profiles'].map((kind) => all(`/api/v1/${kind}`)));
families = allFamilies;
machines = allMachines;
products = allProducts;
for (const profile of allProfiles) profiles.set(profile.id, profile);
if (!query.size && products.length * machines.length > MOST / 4 && products[0]) query.set('family', products[0].family);
renderFilters();
await load();
