// @ts-check
import { ask, sentence } from './ask.js';
import { el } from './dom.js';
import { button } from './frame.js';
import { valueText } from './scope.js';
import { inLanguage, word } from './words.js';

/** What was asked for, and what came of it. */
let path = '';
/** @type {any[]} */
let items = [];
/** @type {any} */
let page = null;
/** @type {any} */
let problem = null;

/** @param {string} wanted @param {() => void} render */
async function load(wanted, render) {
  const more = wanted === path && page?.next;
  const { ok, body } = await ask(`${wanted}/impact?limit=50${more ? `&from=${page.next}` : ''}`);
  items = ok ? (more ? [...items, ...body.items] : body.items) : [];
  page = ok ? body : null;
  problem = ok ? null : body;
  path = wanted;
  render();
}

/** @param {any} change @param {Map<string, any>} parameters */
function row(change, parameters) {
  const part = [change.product, change.variant, change.lot, change.serial].filter(Boolean).join(' · ');
  const lines = change.values.map((/** @type {any} */ value) => {
    const parameter = parameters.get(value.parameter);
    return el('li', {}, `${inLanguage(parameter?.label, value.parameter)}: `, el('span.before', {}, valueText(value.before, parameter?.unit)), ' → ', el('span.after', {}, valueText(value.after, parameter?.unit)));
  });
  const state = change.matchedBefore === change.matchedAfter ? null : el('p.note', {}, word(change.matchedAfter ? 'impact.gained' : 'impact.lost'));
  return el('li.change', { 'data-product': change.product, 'data-machine': change.machine }, el('b', {}, part), ` ${change.machine} ${change.operation}`, state,
    el('ul', {}, ...lines), ...change.rejections.map((/** @type {any} */ rejection) => el('p.note.error', {}, inLanguage(rejection.message))));
}

/**
 * What would change if a version were released; asked for by a button, since it may take a moment.
 * @param {string} wanted the path of the version
 * @param {Map<string, any>} parameters
 * @param {() => void} render
 */
export function impact(wanted, parameters, render) {
  const here = path === wanted;
  return el('section.card', { id: 'impact' }, el('h2', {}, word('impact.title')),
    here && problem ? el('p.note.error', { role: 'alert' }, sentence(problem, inLanguage)) : null,
    here && page ? el('p.quiet', {}, items.length ? `${word('impact.cases')} ${page.cases}` : word('impact.none')) : null,
    here ? el('ol.changes', {}, ...items.map((change) => row(change, parameters))) : null,
    !here || page?.next ? el('div.actions', {}, button(here ? 'more' : 'impact.show', () => void load(wanted, render), '', 'show-impact')) : null);
}

/** After a change the answer no longer holds. */
export function forgetImpact() {
  path = '';
}
