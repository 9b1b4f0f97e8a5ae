// @ts-check
import { ask, all, sentence } from './ask.js';
import { byId, el } from './dom.js';
import { button, choice, field, frame, input, suggestions } from './frame.js';
import { scopeWords, signed } from './scope.js';
import { inLanguage, word } from './words.js';

const STATES = ['DRAFT', 'SUBMITTED', 'SCHEDULED', 'ON_TRIAL', 'RELEASED', 'RETIRED', 'DISCARDED'];
const PAUSE = 250;

const query = new URLSearchParams(location.search);
/** @type {any[]} */
let items = [];
/** @type {string | null} */
let next = null;
/** @type {any} */
let problem = null;
let loaded = false;
/** Counts the searches, so that a late answer to an earlier one is not shown. */
let asked = 0;
let timer = 0;
/** @type {{products: string[], families: string[], machines: any[]}} */
const names = { products: [], families: [], machines: [] };

/** @param {boolean} more */
async function search(more) {
  const mine = ++asked;
  const wanted = new URLSearchParams(query);
  wanted.set('limit', '50');
  if (more && next) wanted.set('after', next);
  const { ok, body } = await ask(`/api/v1/parameter-sets?${wanted}`);
  if (mine !== asked) return;
  problem = ok ? null : body;
  items = ok ? (more ? [...items, ...body.items] : body.items) : items;
  next = ok ? body.next : null;
  loaded = true;
  renderList();
}

/** @param {string} name @param {string} value */
function filter(name, value) {
  if (value) query.set(name, value);
  else query.delete(name);
  history.replaceState(null, '', `${location.pathname}${query.size ? `?${query}` : ''}`);
  clearTimeout(timer);
  timer = setTimeout(() => void search(false), PAUSE);
}

/** @param {string} name @param {Record<string, string>} [attributes] */
function text(name, attributes) {
  return field(word(`sets.filter.${name}`), input(name, query.get(name) ?? '', (value) => filter(name, value.trim()), attributes));
}

function renderFilters() {
  const any = /** @type {[string, string]} */ (['', word('sets.filter.any')]);
  const classes = [...new Set(names.machines.map((machine) => machine.machineClass))].sort();
  const chosen = (/** @type {string} */ name, /** @type {[string, string][]} */ options) =>
    field(word(`sets.filter.${name}`), choice(name, [any, ...options], query.get(name) ?? '', (value) => filter(name, value)));
  byId('filters').replaceChildren(
    text('text', { type: 'search' }),
    chosen('state', STATES.map((state) => [state, word(`set.state.${state}`)])),
    text('product', { list: 'products' }),
    text('family', { list: 'families' }),
    chosen('machineClass', classes.map((name) => [name, name])),
    chosen('machine', names.machines.map((machine) => [machine.id, machine.id])),
    suggestions('products', names.products),
    suggestions('families', names.families),
    newSet());
}

/** A set that isn't there yet has a page already: with an empty draft. */
function newSet() {
  let id = '';
  const go = () => {
    if (id.trim()) location.assign(`/sets/${encodeURIComponent(id.trim())}`);
  };
  const name = input('id', '', (value) => { id = value; }, { maxlength: '64' });
  name.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      go();
    }
  });
  return el('div.new', {}, field(word('sets.new.id'), name), button('sets.new', go, '.primary'));
}

/** @param {any} set */
function row(set) {
  const inForce = set.released === null ? word('sets.notInForce') : `${word('sets.inForce')} v${set.released}`;
  return el('a.row', { href: `/sets/${encodeURIComponent(set.id)}`, 'data-set': set.id },
    el('span', {}, el('b', {}, set.id), el('small', {}, inForce)),
    el('span.state', { 'data-state': set.state }, `${set.state === 'RELEASED' ? '' : `v${set.version} · `}${word(`set.state.${set.state}`)}`),
    el('span.quiet', {}, signed(set.changed)),
    el('span.scope', {}, scopeWords(set.scope).join(' · ')),
    el('span.quiet.names', {}, `${set.layer ? `${word('set.layer')} ${set.layer}: ` : ''}${set.parameters.join(', ')}`));
}

function renderList() {
  byId('list').replaceChildren(
    ...(problem ? [el('p.note.error', { role: 'alert' }, sentence(problem, inLanguage))] : []),
    ...(loaded && !items.length && !problem ? [el('p.note', {}, word('sets.none'))] : []),
    el('div.rows', {}, ...items.map(row)),
    ...(next ? [button('more', () => void search(true), '', 'more')] : []));
}

await frame(() => {
  renderFilters();
  renderList();
});
void search(false);
const [products, families, machines] = await Promise.all(['products', 'product-families', 'machines'].map((kind) => all(`/api/v1/${kind}`)));
names.products = products.map((product) => product.id);
names.families = families.map((family) => family.id);
names.machines = machines;
renderFilters();
