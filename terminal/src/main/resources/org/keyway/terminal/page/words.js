// @ts-check
/** @typedef {'en' | 'zh'} Language */

/** @type {Record<Language, Record<string, string>>} */
const catalogues = { en: {}, zh: {} };
/** @type {Language} */
let current = 'en';
let key = 'keyway.language';

/**
 * Loads both languages at once, so that a switch works without the server.
 * @param {string} place whose choice is remembered, such as a station's id
 */
export async function loadWords(place) {
  key = `keyway.language.${place}`;
  const [en, zh] = await Promise.all(['en', 'zh'].map(async (name) => (await fetch(`/assets/words.${name}.json`)).json()));
  catalogues.en = en;
  catalogues.zh = zh;
  const remembered = read();
  current = remembered === 'en' || remembered === 'zh' ? remembered : navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function read() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @returns {Language} */
export function language() {
  return current;
}

export function switchLanguage() {
  current = current === 'en' ? 'zh' : 'en';
  try {
    localStorage.setItem(key, current);
  } catch {
    // Private windows may not remember; the switch still works until the page is closed.
  }
}

/**
 * The words for a key, in the current language.
 * @param {string} name
 */
export function word(name) {
  return catalogues[current][name] ?? name;
}

/**
 * The right one of a pair of names or sentences.
 * @param {{en: string, zh: string} | null | undefined} pair
 * @param {string} [otherwise]
 */
export function inLanguage(pair, otherwise = '') {
  return pair ? pair[current] || pair.en : otherwise;
}

/** Puts the words of the current language on every element that names one. */
export function fillWords() {
  document.documentElement.lang = current === 'zh' ? 'zh-CN' : 'en';
  for (const element of document.querySelectorAll('[data-word]')) {
    element.textContent = word(/** @type {HTMLElement} */ (element).dataset.word ?? '');
  }
}
