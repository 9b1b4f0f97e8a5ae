// @ts-check
import { ask, sentence } from './ask.js';
import { byId, el } from './dom.js';
import { button, choice, field, frame, input } from './frame.js';
import { when } from './scope.js';
import { inLanguage, word } from './words.js';

const KINDS = ['parameter-sets', 'products', 'machines', 'machine-profiles', 'stations', 'product-families'];
const PAUSE = 250;

const query = new URLSearchParams(location.search);
/** @type {any[]} */
let items = [];
/** @type {string | null} */
let next = null;
/** @type {any} */
let problem = null;
let loaded = false;
let asked = 0;
let timer = 0;

function path() {
  const of = query.get('of');
  const id = query.get('id');
  return of && id ? `/api/v1/${of}/${encodeURIComponent(id)}/history` : '/api/v1/history';
}

/** @param {boolean} more */
async function load(more) {
  const mine = ++asked;
  const { ok, body } = await ask(`${path()}?limit=50${more && next ? `&before=${next}` : ''}`);
  if (mine !== asked) return;
  problem = ok ? null : body;
  items = ok ? (more ? [...items, ...body.items] : body.items) : [];
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
  timer = setTimeout(() => void load(false), PAUSE);
}

function renderFilters() {
  const kinds = /** @type {[string, string][]} */ ([['', word('history.all')], ...KINDS.map((kind) => [kind, word(`history.of.${kind}`)])]);
  byId('filters').replaceChildren(
    field(word('history.of'), choice('of', kinds, query.get('of') ?? '', (value) => filter('of', value))),
    field(word('history.id'), input('id', query.get('id') ?? '', (value) => filter('id', value.trim()), { type: 'search' })));
}

/** @param {any} entry */
function name(entry) {
  const text = entry.version === null ? entry.id : `${entry.id} v${entry.version}`;
  return entry.kind === 'ParameterSet'
    ? el('a', { href: `/sets/${encodeURIComponent(entry.id)}?version=${entry.version}` }, text)
    : el('b', {}, text);
}

/** What the change did to the thing; the fields of one that is new stand folded. @param {any} entry */
function differences(entry) {
  if (entry.note) return el('small.quiet', {}, inLanguage(entry.note));
  if (!entry.changes?.length) return null;
  const more = entry.more ? el('li', {}, word('history.more').replace('{n}', String(entry.more))) : null;
  const list = el('ul.changes', {}, ...entry.changes.map((/** @type {any} */ change) => el('li', {}, inLanguage(change.message))), more);
  return entry.before === null || entry.after === null
    ? el('details', {}, el('summary', {}, word('history.content')), list)
    : list;
}

/** @param {any} entry */
function row(entry) {
  return el('li.row.entry', { 'data-action': entry.action },
    el('span', {}, name(entry), el('small', {}, word(`history.kind.${entry.kind}`))),
    el('span.state', {}, word(`action.${entry.action}`)),
    el('span', {}, entry.by), el('span.quiet', {}, when(entry.at)),
    el('span.why', {}, entry.reason),
    differences(entry),
    el('code.quiet', { title: entry.hash }, `#${entry.seq} ${entry.hash.slice(0, 12)}`));
}

function renderList() {
  byId('list').replaceChildren(
    ...(problem ? [el('p.note.error', { role: 'alert' }, sentence(problem, inLanguage))] : []),
    ...(loaded && !items.length && !problem ? [el('p.note', {}, word('history.none'))] : []),
    el('ol.rows', {}, ...items.map(row)),
    ...(next ? [button('more', () => void load(true), '', 'more')] : []));
}

await frame(() => {
  renderFilters();
  renderList();
});
await load(false);
