// @ts-check
import { ask, sentence } from './ask.js';
import { el } from './dom.js';
import { contentOf, documentOf } from './setcontent.js';
import { button, choice, field, input, suggestions } from './frame.js';
import { KEYS, valueText } from './scope.js';
import { problemsOf, rememberName, rememberedName } from './setsteps.js';
import { inLanguage, word } from './words.js';

/** What is being written; null when nobody edits. @type {import('./setcontent.js').Content | null} */
let content = null;
/** The revision that it is written upon; empty for a new set. */
let tag = '';
/** @type {any} */
let refusal = null;
let busy = false;

export function editing() {
  return content !== null;
}

/** @param {any} document @param {string} seen */
export function startEditing(document, seen) {
  content = contentOf(document, rememberedName());
  tag = seen;
  refusal = null;
}

/** @param {string} path */
function problems(path) {
  return problemsOf(refusal, path);
}

/** What stands under a path and has no field of its own there. @param {string} path */
function under(path) {
  return (refusal?.errors ?? []).filter((/** @type {any} */ error) => error.field === path || error.field.startsWith(`${path}.`))
    .map((/** @type {any} */ error) => inLanguage(error.message));
}

/** @param {any} at @param {string} name @param {string} label @param {string} path @param {Record<string, string>} [attributes] */
function text(at, name, label, path, attributes) {
  return field(label, input(path, at[name], (value) => { at[name] = value; }, attributes), problems(path));
}

/** @param {any[]} rows @param {number} index @param {() => void} render */
function remove(rows, index, render) {
  const made = button('edit.remove', () => {
    rows.splice(index, 1);
    render();
  }, '.remove');
  made.setAttribute('aria-label', `${word('edit.remove')} ${rows[index].name}`);
  return made;
}

/** @param {any} row @param {number} index @param {any[]} rows @param {Map<string, any>} parameters @param {() => void} render */
function valueRow(row, index, rows, parameters, render) {
  const parameter = parameters.get(row.name);
  const kinds = /** @type {[string, string][]} */ (['value', 'formula', 'offset'].map((kind) => [kind, word(`edit.kind.${kind}`)]));
  const wrong = under(`values.${row.name}`);
  return el('fieldset.value', { 'data-value': row.name }, el('legend', {}, inLanguage(parameter?.label, row.name)),
    field(word('parameter'), input(`name-${index}`, row.name, (value) => { row.name = value.trim(); }, { list: 'parameters' })),
    field(word('edit.kind'), choice(`kind-${index}`, kinds, row.kind, (value) => { row.kind = value; })),
    field(word('value'), input(`value-${index}`, row.text, (value) => { row.text = value; }), wrong),
    field(word('edit.unit'), input(`unit-${index}`, row.unit, (value) => { row.unit = value.trim(); }, { placeholder: parameter?.unit ?? '' })),
    remove(rows, index, render));
}

/** @param {any} row @param {number} index @param {any[]} rows @param {() => void} render */
function conditionRow(row, index, rows, render) {
  return el('fieldset.condition', {},
    field(word('edit.attribute'), input(`attribute-${index}`, row.name, (value) => { row.name = value.trim(); })),
    field(word('edit.condition'), input(`condition-${index}`, row.text, (value) => { row.text = value; }), under(`scope.attributes.${row.name}`)),
    remove(rows, index, render));
}

/** The row that was just added waits to be written in. @param {string} rows */
function focusLast(rows) {
  const all = document.querySelectorAll(rows);
  /** @type {HTMLElement | null | undefined} */ (all[all.length - 1]?.querySelector('input'))?.focus();
}

/** What was refused and belongs to no field. @param {import('./setcontent.js').Content} written */
function others(written) {
  const known = ['by', 'reason', 'note', 'layer', 'effective.from', 'effective.until', 'effective.parts',
    ...KEYS.map((key) => `scope.${key}`), ...written.values.map((row) => `values.${row.name}`), ...written.conditions.map((row) => `scope.attributes.${row.name}`)];
  const left = (refusal.errors ?? []).filter((/** @type {any} */ error) => !known.some((path) => error.field === path || error.field.startsWith(`${path}.`)));
  return left.map((/** @type {any} */ error) => el('li', {}, `${error.field ? `${error.field}: ` : ''}${inLanguage(error.message)}`));
}

/** Both sides of a conflict: what is there now, and what was written here. @param {import('./setcontent.js').Content} written @param {Map<string, any>} parameters */
function conflict(written, parameters) {
  const mine = documentOf(written, parameters);
  const theirs = refusal.current.document;
  const flat = (/** @type {any} */ document) => new Map([
    ...Object.entries(document.scope ?? {}).map(([key, value]) => /** @type {[string, string]} */ ([`scope.${key}`, valueText(value)])),
    ...Object.entries(document.effective ?? {}).map(([key, value]) => /** @type {[string, string]} */ ([`effective.${key}`, String(value)])),
    ...Object.entries(document.values ?? {}).map(([key, value]) => /** @type {[string, string]} */ ([key, valueText(value, parameters.get(key)?.unit)]))]);
  const here = flat(mine);
  const there = flat(theirs);
  const rows = [...new Set([...there.keys(), ...here.keys()])].filter((key) => here.get(key) !== there.get(key)).map((key) =>
    el('tr', { 'data-name': key }, el('th', { scope: 'row' }, key), el('td.before', {}, there.get(key) ?? '—'), el('td.after', {}, here.get(key) ?? '—')));
  const heads = ['parameter', 'conflict.theirs', 'conflict.mine'].map((name) => el('th', { scope: 'col' }, word(name)));
  return el('div.scroll', {}, el('table', { id: 'conflict' }, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...rows)));
}

/** @param {import('./setcontent.js').Content} written @param {Map<string, any>} parameters @param {() => void} render */
function refusalNote(written, parameters, render) {
  if (!refusal) return null;
  const now = refusal.current;
  return el('div.note.error', { role: 'alert', id: 'refusal' }, el('p', {}, sentence(refusal, inLanguage)),
    el('ul', {}, ...others(written)),
    now ? el('p', {}, `${word('conflict.reason')} ${now.reason}`) : null,
    now ? conflict(written, parameters) : null,
    now ? el('div.actions', {},
      button('conflict.take', () => { startEditing(now.document, now.tag); render(); }, '.take'),
      now.state === 'DRAFT' ? button('conflict.keep', () => { tag = now.tag; refusal = null; render(); }, '.keep') : null) : null);
}

/**
 * The form in which a draft is written.
 * @param {string} id
 * @param {string} path of the set
 * @param {Map<string, any>} parameters
 * @param {(version: number) => void} saved told with the version that was kept; 0 when editing was given up
 * @param {() => void} render
 */
export function editor(id, path, parameters, saved, render) {
  const written = /** @type {import('./setcontent.js').Content} */ (content);
  const save = async () => {
    if (busy) return;
    busy = true;
    const { ok, body } = await ask(path, { method: 'PUT', tag, body: { ...documentOf(written, parameters), by: written.by, reason: written.reason } });
    busy = false;
    refusal = ok ? null : body;
    if (ok) {
      rememberName(written.by);
      content = null;
      saved(body.version);
    } else {
      render();
      document.querySelector('#refusal')?.scrollIntoView({ block: 'center' });
      /** @type {HTMLElement | null} */ (document.querySelector('#edit [aria-invalid]'))?.focus({ preventScroll: Boolean(body?.current) });
    }
  };
  const stop = () => {
    content = null;
    if (tag) saved(0);
    else location.assign('/sets');
  };
  const form = el('form.card.edit', { novalidate: '', id: 'edit' },
    el('h2', {}, tag ? word('edit.title') : word('edit.new')), refusalNote(written, parameters, render),
    suggestions('parameters', [...parameters.keys()]),
    el('h3', {}, word('set.scope')),
    el('div.grid', {}, ...KEYS.map((key) => text(written.scope, key, word(`scope.${key}`), `scope.${key}`, { maxlength: '64' }))),
    ...written.conditions.map((row, index) => conditionRow(row, index, written.conditions, render)),
    el('div.actions', {}, button('edit.addCondition', () => {
      written.conditions.push({ name: '', text: '' });
      render();
      focusLast('fieldset.condition');
    })),
    el('h3', {}, word('set.values')),
    ...written.values.map((row, index) => valueRow(row, index, written.values, parameters, render)),
    el('div.actions', {}, button('edit.addValue', () => {
      written.values.push({ name: '', kind: 'value', text: '', unit: '' });
      render();
      focusLast('fieldset.value');
    }, '', 'add-value')),
    el('h3', {}, word('set.effective')),
    el('div.grid', {}, ...['from', 'until', 'parts'].map((name) => text(written.effective, name, word(`set.${name}`), `effective.${name}`, name === 'parts' ? { inputmode: 'numeric' } : { placeholder: '2026-01-31T08:00:00Z' })),
      text(written, 'layer', word('set.layer'), 'layer'), text(written, 'note', word('set.note'), 'note')),
    el('h3', {}, word('edit.who')),
    el('div.grid', {}, text(written, 'by', word('step.by'), 'by', { maxlength: '64', autocomplete: 'name' }), text(written, 'reason', word('step.reason'), 'reason', { maxlength: '500' })),
    el('div.actions', {}, el('button.button.primary', { type: 'submit', id: 'save' }, word('edit.save')), button('cancel', stop)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save();
  });
  return form;
}
