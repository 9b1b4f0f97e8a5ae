// @ts-check
/**
 * Builds an element. Text is always set as text, so nothing from a label can become markup.
 * @param {string} tag name, with classes after dots: "div.tile.good"
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const [name, ...classes] = tag.split('.');
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const child of children) if (child) element.append(child);
  return element;
}

/**
 * The element with this id; a page without it is broken.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element #${id}`);
  return element;
}

/**
 * Lets a button act on touch and then gives up the focus, so that a scanner's Enter never presses it.
 * @param {HTMLElement} button
 * @param {() => void} action
 */
export function onTap(button, action) {
  button.addEventListener('click', () => {
    button.blur();
    action();
  });
}

/**
 * A value as people read it: numbers grouped, lists in brackets, a text with a locale without it, everything else as it is.
 * @param {unknown} value
 * @param {string | null | undefined} [unit]
 */
export function shown(value, unit) {
  if (Array.isArray(value)) {
    const items = `[${value.map((item) => shown(item)).join(', ')}]`;
    return unit ? `${items} ${unit}` : items;
  }
  if (typeof value === 'object' && value !== null && 'text' in value) return String(value.text);
  if (typeof value !== 'number') return String(value);
  const text = value.toLocaleString('en', { maximumFractionDigits: 6 }).replaceAll(',', '\u202f');
  return unit ? `${text} ${unit}` : text;
}

/** @type {Record<string, string>} */
const CONTROLS = { '\u001d': '<GS>', '\u001e': '<RS>', '\u0004': '<EOT>' };

/**
 * A label's data with its control characters made visible, in letters: not every screen has signs for them.
 * @param {string} data
 */
export function printable(data) {
  return data.replace(/[\u0000-\u001f]/g, (c) => CONTROLS[c] ?? '·');
}
