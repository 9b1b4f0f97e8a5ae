// @ts-check
import { ask, sentence } from './ask.js';
import { el } from './dom.js';
import { button, field, input } from './frame.js';
import { when } from './scope.js';
import { problemsOf, rememberName, rememberedName } from './setsteps.js';
import { inLanguage, word } from './words.js';

/** @type {any[]} */
let items = [];
let text = '';
let by = '';
/** @type {any} */
let refusal = null;

/** @param {string} path of the version */
export async function loadComments(path) {
  const { ok, body } = await ask(`${path}/comments`);
  items = ok ? body.items : [];
  by ||= rememberedName();
}

/**
 * What people said about a version, and a field to say more.
 * @param {string} path of the version
 * @param {() => void} render
 */
export function comments(path, render) {
  const send = async () => {
    const { ok, body } = await ask(`${path}/comments`, { method: 'POST', body: { by, text } });
    refusal = ok ? null : body;
    if (ok) {
      items = body.items;
      text = '';
      rememberName(by);
    }
    render();
  };
  return el('section.card', { id: 'comments' }, el('h2', {}, word('comments.title')),
    el('ol.comments', {}, ...items.map((item) => el('li', {}, el('p', {}, item.text), el('span.quiet', {}, `${item.by}, ${when(item.at)}`)))),
    field(word('comments.text'), input('text', text, (value) => { text = value; }, { rows: '2', maxlength: '2000' }), problemsOf(refusal, 'text')),
    field(word('step.by'), input('by', by, (value) => { by = value; }, { maxlength: '64', autocomplete: 'name' }), problemsOf(refusal, 'by')),
    refusal && !refusal.errors?.length ? el('p.note.error', { role: 'alert' }, sentence(refusal, inLanguage)) : null,
    el('div.actions', {}, button('comments.send', () => void send())));
}
