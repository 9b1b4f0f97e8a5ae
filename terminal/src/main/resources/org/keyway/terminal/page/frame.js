// @ts-check
import { byId, el } from './dom.js';
import { fillWords, loadWords, switchLanguage, word } from './words.js';

const LINKS = [['/', 'stations'], ['/sets', 'sets.title'], ['/coverage', 'coverage.title'], ['/try', 'try.title'], ['/history', 'history.title']];

/**
 * Sets up a page of the engineers: words, the way to the others, and the switch of languages.
 * @param {() => void} render shows the page anew
 */
export async function frame(render) {
  await loadWords('engineer');
  const show = () => {
    fillWords();
    byId('nav').replaceChildren(...LINKS.map(([href, name]) => {
      const here = href === location.pathname;
      return el(here ? 'a.button.here' : 'a.button', here ? { href, 'aria-current': 'page' } : { href }, word(name));
    }), button('language', () => {
      switchLanguage();
      show();
    }, '', 'language'));
    render();
  };
  show();
}

/**
 * A button. Unlike those of operators it keeps the focus: these pages are worked by keyboard too.
 * @param {string} name of its word
 * @param {() => void} action
 * @param {string} [kind] classes, such as ".primary"
 * @param {string} [id]
 */
export function button(name, action, kind = '', id = '') {
  const made = el(`button.button${kind}`, id ? { type: 'button', id } : { type: 'button' }, word(name));
  made.addEventListener('click', action);
  return made;
}

/**
 * A field with its label and, where it can't be taken, the reason below it.
 * @param {string} label as people read it
 * @param {HTMLElement} input
 * @param {string[]} [problems]
 */
export function field(label, input, problems = []) {
  const id = `f-${(fields += 1)}`;
  if (problems.length) {
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', id);
  }
  return el(problems.length ? 'label.field.wrong' : 'label.field', {}, el('span', {}, label), input,
    problems.length ? el('span.problem', { id }, problems.join(' ')) : null);
}

let fields = 0;

/**
 * A field to write in.
 * @param {string} name
 * @param {string} value
 * @param {(value: string) => void} changed
 * @param {Record<string, string>} [attributes]
 */
export function input(name, value, changed, attributes = {}) {
  const made = /** @type {HTMLInputElement} */ (el(attributes.rows ? 'textarea' : 'input',
    { name, autocomplete: 'off', spellcheck: 'false', ...attributes }));
  made.value = value;
  made.addEventListener('input', () => changed(made.value));
  return made;
}

/**
 * A choice of few.
 * @param {string} name
 * @param {[string, string][]} options values with what people read
 * @param {string} value
 * @param {(value: string) => void} changed
 */
export function choice(name, options, value, changed) {
  const made = /** @type {HTMLSelectElement} */ (el('select', { name },
    ...options.map(([key, text]) => el('option', { value: key }, text))));
  made.value = value;
  made.addEventListener('change', () => changed(made.value));
  return made;
}

/**
 * Names to choose from while writing.
 * @param {string} id
 * @param {string[]} names
 */
export function suggestions(id, names) {
  return el('datalist', { id }, ...names.map((name) => el('option', { value: name })));
}
