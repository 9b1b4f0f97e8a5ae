// @ts-check
import { ask, sentence } from './ask.js';
import { el } from './dom.js';
import { button, field, input } from './frame.js';
import { inLanguage, word } from './words.js';

/** The step whose form is open. */
let open = '';
/** What was written into it. @type {Record<string, string>} */
let answers = {};
/** Why the step was refused. @type {any} */
let refusal = null;
let busy = false;

const NAME = 'keyway.name';
/** Steps that end something, or put it in force. */
const GRAVE = new Set(['discard', 'retire', 'withdraw', 'reject']);
/** Steps whose address has another name. @type {Record<string, string>} */
const ADDRESSES = { schedule: 'release', revert: '', begin: '' };

/** Who last changed something on this computer: a proposal, until there is sign-in. */
export function rememberedName() {
  try {
    return localStorage.getItem(NAME) ?? '';
  } catch {
    return '';
  }
}

/** @param {string} name */
export function rememberName(name) {
  try {
    localStorage.setItem(NAME, name);
  } catch {
    // Private windows may not remember; the name is asked again.
  }
}

/** @param {string} path */
export function problemsAt(path) {
  return problemsOf(refusal, path);
}

/** What a refusal says of a field. @param {any} problem @param {string} path @returns {string[]} */
export function problemsOf(problem, path) {
  return (problem?.errors ?? []).filter((/** @type {any} */ error) => error.field === path).map((/** @type {any} */ error) => inLanguage(error.message));
}

/**
 * The steps that are possible now, and the form of the one that was chosen.
 * @param {string} path of the set
 * @param {any} version
 * @param {any} set
 * @param {() => void} edit
 * @param {() => void} done
 * @param {() => void} render
 */
export function steps(path, version, set, edit, done, render) {
  const begun = set.versions.some((/** @type {any} */ one) => one.state === 'DRAFT' || one.state === 'SUBMITTED');
  const possible = version.steps.filter((/** @type {string} */ step) => !(begun && (step === 'revert' || step === 'begin')));
  const buttons = possible.map((/** @type {string} */ step) => {
    const direct = step === 'edit' || step === 'begin';
    const primary = ['edit', 'submit', 'release', 'promote', 'begin'].includes(step) ? '.primary' : '';
    const made = button(`step.do.${step}`, direct ? edit : () => choose(step, render), primary);
    made.dataset.step = step;
    return made;
  });
  return el('div.steps', {}, el('div.actions', {}, ...buttons), possible.includes(open) ? form(path, version, done, render) : null);
}

/** @param {string} step @param {() => void} render */
function choose(step, render) {
  open = open === step ? '' : step;
  answers = { by: rememberedName() };
  refusal = null;
  render();
  /** @type {HTMLElement | null} */ (document.querySelector('.step-form input'))?.focus();
}

/** @param {string} name @param {Record<string, string>} [attributes] */
function answer(name, attributes) {
  return field(word(`step.${name}`), input(name, answers[name] ?? '', (value) => { answers[name] = value; }, attributes), problemsAt(name));
}

/** @param {string} path @param {any} version @param {() => void} done @param {() => void} render */
function form(path, version, done, render) {
  const made = el('form.step-form', { 'data-form': open, novalidate: '' },
    el('p', {}, word(`step.about.${open}`)),
    open === 'schedule' ? answer('at', { type: 'datetime-local' }) : null,
    open === 'trial' ? answer('machine', { maxlength: '64' }) : null,
    open === 'trial' ? answer('parts', { inputmode: 'numeric' }) : null,
    answer('by', { maxlength: '64', autocomplete: 'name' }),
    answer('reason', { rows: '2', maxlength: '500' }),
    refusalNote(),
    el('div.actions', {}, el(GRAVE.has(open) ? 'button.button.danger' : 'button.button.primary', { type: 'submit' }, word(`step.do.${open}`)),
      button('cancel', () => { open = ''; render(); })));
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    void take(path, version, done, render);
  });
  return made;
}

/** What stands against the step and belongs to no field of its form. */
function refusalNote() {
  if (!refusal) return null;
  const known = new Set(['by', 'reason', 'at', 'machine', 'parts']);
  const others = (refusal.errors ?? []).filter((/** @type {any} */ error) => !known.has(error.field));
  const about = refusal.current ? el('p', {}, `${word('conflict.reason')} ${refusal.current.reason}`) : null;
  if (refusal.errors?.length === 1 && !others.length) return null;
  return el('div.note.error', { role: 'alert' }, el('p', {}, sentence(refusal, inLanguage)), about,
    others.length > 1 ? el('ul', {}, ...others.map((/** @type {any} */ error) => el('li', {}, `${error.field ? `${error.field}: ` : ''}${inLanguage(error.message)}`))) : null);
}

/** @param {string} path @param {any} version @param {() => void} done @param {() => void} render */
async function take(path, version, done, render) {
  if (busy) return;
  busy = true;
  const { by = '', reason = '', at = '', machine = '', parts = '' } = answers;
  const extra = open === 'schedule' ? { at: at ? new Date(at).toISOString() : '' }
    : open === 'trial' ? { machine, parts: Number(parts) || 0 }
      : open === 'revert' ? { from: version.version } : {};
  const address = ADDRESSES[open] ?? open;
  const { ok, body } = await ask(open === 'revert' ? `${path}/versions` : `${path}/versions/${version.version}/${address}`,
    { method: 'POST', tag: version.tag, body: { by, reason, ...extra } });
  busy = false;
  refusal = ok ? null : body;
  if (ok) {
    rememberName(by);
    open = '';
    done();
  } else {
    render();
    /** @type {HTMLElement | null} */ (document.querySelector('.step-form [aria-invalid]'))?.focus();
  }
}
