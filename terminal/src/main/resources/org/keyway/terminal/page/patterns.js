// @ts-check
import { el, onTap } from './dom.js';
import { inLanguage, language, word } from './words.js';

const ALL = '/api/v1/label-patterns';
const NAMED = new Set(['product', 'serial', 'lot', 'producedOn']);

/** @type {any[]} */
let patterns = [];
/** Why a pattern could not be withdrawn, by its name. @type {Map<string, any>} */
const notes = new Map();
/** The pattern whose withdrawal was asked for once. */
let asked = '';

/** @param {string} group */
export function groupClass(group) {
  return group === 'product' || group === 'serial' || group === 'lot' ? group : 'other';
}

/** @param {string} group */
export function groupName(group) {
  return NAMED.has(group) ? word(`teach.group.${group}`) : group;
}

/**
 * @param {string} name
 * @param {string} method
 * @param {Record<string, string>} headers
 * @param {unknown} [body]
 * @returns {Promise<{ok: boolean, message: any}>} what came of it; without a message when the server did not answer
 */
async function send(name, method, headers, body) {
  try {
    const answer = await fetch(`${ALL}/${encodeURIComponent(name)}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { ok: answer.ok, message: answer.ok ? null : (await answer.json()).message };
  } catch {
    return { ok: false, message: null };
  }
}

/**
 * Has a pattern accepted whose name nobody has.
 * @param {string} name
 * @param {any} pattern
 */
export async function accept(name, pattern) {
  return send(name, 'PUT', {}, pattern);
}

/** Asks the server for the patterns in use. */
export async function load() {
  try {
    const answer = await fetch(ALL);
    if (answer.ok) patterns = (await answer.json()).patterns;
  } catch {
    // The list stays as it was; whatever is tried next says that the server does not answer.
  }
}

/** @param {any} pattern @param {() => void} render */
async function withdraw(pattern, render) {
  notes.delete(pattern.name);
  const { ok, message } = await send(pattern.name, 'DELETE', { 'If-Match': `"${pattern.version}"` });
  if (!ok) notes.set(pattern.name, message);
  await load();
  render();
}

/** @param {string} tag @param {string} name @param {() => void} action */
function button(tag, name, action) {
  const made = el(tag, { type: 'button' }, word(name));
  onTap(made, action);
  return made;
}

/** Asked twice: nobody withdraws a pattern by brushing the screen. @param {any} pattern @param {() => void} render */
function withdrawal(pattern, render) {
  const ask = button('button.button.ask', 'teach.withdraw', () => { asked = pattern.name; render(); });
  if (asked !== pattern.name) return el('div.actions', {}, ask);
  const sure = button('button.button.danger', 'teach.withdraw.sure', () => { asked = ''; void withdraw(pattern, render); });
  const keep = button('button.button', 'teach.withdraw.not', () => { asked = ''; render(); });
  return el('div.actions', {}, sure, keep);
}

/** @param {any} test */
function testLine(test) {
  const values = Object.entries(test.groups).map(([group, value]) =>
    el(`span.group.${groupClass(group)}`, { title: groupName(group) }, `${groupName(group)} ${value}`));
  return el('li', {}, el('code', {}, test.code), ...values);
}

/** @param {any} pattern */
function origin(pattern) {
  if (pattern.origin === 'configuration') return word('teach.configured');
  const at = new Date(pattern.acceptedAt).toLocaleString(language() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  return `${word('teach.accepted.at')} ${at}`;
}

/** @param {any} pattern @param {() => void} render */
function card(pattern, render) {
  return el('article.pattern', { 'data-pattern': pattern.name, 'data-origin': pattern.origin },
    el('header', {}, el('h3', {}, pattern.name), el('small', {}, origin(pattern))),
    pattern.fault ? el('p.note.error', {}, inLanguage(pattern.fault.message)) : null,
    el('code.expression', {}, pattern.pattern.expression),
    el('ul.tests', {}, ...pattern.tests.map(testLine)),
    notes.has(pattern.name) ? el('p.note.error', { role: 'alert' }, inLanguage(notes.get(pattern.name), word('teach.unsent'))) : null,
    pattern.version === null ? null : withdrawal(pattern, render));
}

/** Whether a pattern of this name is in use. @param {string} name */
export function isInUse(name) {
  return patterns.some((pattern) => pattern.name === name && !pattern.fault);
}

/**
 * The patterns in use, those that can be withdrawn first.
 * @param {() => void} render shows the page anew
 */
export function patternCards(render) {
  const accepted = patterns.filter((pattern) => pattern.version !== null);
  const configured = patterns.filter((pattern) => pattern.version === null);
  return [...accepted, ...configured].map((pattern) => card(pattern, render));
}
