// @ts-check
import { el, onTap } from './dom.js';
import { accept } from './patterns.js';
import { inLanguage, word } from './words.js';

/** What was changed in a proposal before it is accepted, by the proposal's expression. @type {Map<string, Draft>} */
const drafts = new Map();

/** @typedef {{name: string, expression: string, editing: boolean, refused: boolean, refusal: any, busy: boolean}} Draft */

/** @param {any} proposal @returns {Draft} */
function draftOf(proposal) {
  const draft = drafts.get(proposal.expression)
    ?? { name: proposal.name, expression: proposal.expression, editing: false, refused: false, refusal: null, busy: false };
  drafts.set(proposal.expression, draft);
  return draft;
}

export function forgetDrafts() {
  drafts.clear();
}

/**
 * A field that an engineer asked for; the scanner leaves it alone.
 * @param {string} kind
 * @param {string} label
 * @param {string} value
 * @param {(value: string) => void} changed
 */
function field(kind, label, value, changed) {
  const made = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (el(kind, { spellcheck: 'false', autocomplete: 'off', 'data-field': label }));
  made.value = value;
  made.addEventListener('input', () => changed(made.value));
  return el('label', {}, word(`teach.field.${label}`), made);
}

/**
 * The samples are the test codes. Of an expression that was changed nobody knows yet what its groups say.
 * @param {any} proposal
 * @param {Draft} draft
 */
function patternOf(proposal, draft) {
  if (draft.expression === proposal.expression) return proposal.pattern;
  const { readings, ...rest } = proposal.pattern;
  return { ...rest, expression: draft.expression, examples: Object.keys(readings) };
}

/**
 * What an engineer can do with a proposal.
 * @param {any} proposal
 * @param {() => void} render
 * @param {(name: string) => Promise<void>} accepted told when it is in force
 */
export function acceptance(proposal, render, accepted) {
  const draft = draftOf(proposal);
  const take = el('button.button.primary.accept', { type: 'button' }, word('teach.accept'));
  onTap(take, async () => {
    if (draft.busy) return;
    draft.busy = true;
    const { ok, message } = await accept(draft.name, patternOf(proposal, draft));
    draft.busy = false;
    draft.refused = !ok;
    draft.refusal = message;
    if (ok) await accepted(draft.name);
    else render();
  });
  const edit = el('button.button.edit', { type: 'button' }, word(draft.editing ? 'teach.edit.done' : 'teach.edit'));
  onTap(edit, () => {
    draft.editing = !draft.editing;
    render();
  });
  return el('div.acceptance', {},
    draft.editing ? field('input', 'name', draft.name, (value) => { draft.name = value; }) : null,
    draft.editing ? field('textarea', 'expression', draft.expression, (value) => { draft.expression = value; }) : null,
    draft.refused ? el('p.note.error', { role: 'alert' }, inLanguage(draft.refusal, word('teach.unsent'))) : null,
    el('div.actions', {}, take, edit));
}
