// @ts-check
import { el, shown } from './dom.js';
import { valueText } from './scope.js';
import { inLanguage, word } from './words.js';

/** @param {{set: string, version: number}} source */
export function setLink(source) {
  return el('a.source', { href: `/sets/${encodeURIComponent(source.set)}?version=${source.version}` }, `${source.set} v${source.version}`);
}

/** @param {string} name @param {...(Node | string)} content */
function line(name, ...content) {
  return el('div', {}, el('dt', {}, word(name)), el('dd', {}, ...content));
}

/** @param {any} parameter of the machine's profile */
function limits(parameter, unit = parameter.unit) {
  const { min = null, max = null } = parameter;
  if (min === null && max === null) return null;
  return line('why.limits', `${min === null ? '' : shown(min)} … ${max === null ? '' : shown(max, unit)}`);
}

/**
 * A value with where it came from: the winner, what it was computed from, what layers added, and who lost and why.
 * @param {any} value as the dry run answers it
 * @param {any} profile of the machine; undefined where it isn't known
 */
export function derivation(value, profile) {
  const parameter = profile?.parameters.find((/** @type {any} */ one) => one.name === value.name);
  const inputs = Object.entries(value.inputs ?? {}).map(([name, given]) => `${name} = ${valueText(given)}`).join(', ');
  const other = value.nodeUnit && value.nodeUnit !== value.unit;
  return el('details.derivation', { 'data-parameter': value.name },
    el('summary', {}, el('b', {}, inLanguage(value.label, value.name)), el('span.number', {}, shown(value.value, value.unit)), el('span.quiet', {}, `${value.source.set} v${value.source.version}`)),
    el('dl', {},
      line('why.winner', setLink(value.source)),
      value.formula ? line('why.formula', el('code', {}, value.formula)) : null,
      inputs ? line('why.inputs', inputs) : null,
      ...(value.offsets ?? []).map((/** @type {any} */ offset) => line('why.offset', `${offset.layer}: ${offset.amount >= 0 ? '+' : ''}${shown(offset.amount, value.unit)} `, setLink(offset.source))),
      parameter ? limits(parameter) : null,
      other ? line('why.written', shown(value.nodeValue, value.nodeUnit)) : null,
      line('why.node', el('code', {}, value.node))),
    losers(value));
}

/** @param {any} value */
function losers(value) {
  if (!value.losers.length) return el('p.quiet', {}, word('why.alone'));
  return el('div', {}, el('p.quiet', {}, word('why.losers')), el('ul.losers', {}, ...value.losers.map((/** @type {any} */ loser) =>
    el('li', {}, setLink(loser.source), ' ', word(`reason.${loser.reason}`), loser.detail ? ` (${loser.detail})` : ''))));
}

/** A parameter without a value, and why it has none. @param {any} value */
export function missing(value) {
  return el('details.derivation', { 'data-parameter': value.name },
    el('summary', {}, el('b', {}, inLanguage(value.label, value.name)), el('span.number', {}, '—'), el('span.quiet', {}, value.rejection ? value.rejection.code : '')),
    value.rejection ? el('p.note.error', {}, inLanguage(value.rejection.message)) : null,
    el('dl', {}, value.source ? line('why.winner', setLink(value.source)) : null, value.formula ? line('why.formula', el('code', {}, value.formula)) : null),
    losers(value));
}
