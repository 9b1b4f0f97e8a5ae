// @ts-check
/**
 * What a key types on a US keyboard, by its place. Scanners type as such a keyboard; an input method or another layout of
 * the computer would garble that, so the place of the key counts, not what the system made of it.
 * @type {Record<string, string>}
 */
const KEYS = {
  Backquote: '`~', Minus: '-_', Equal: '=+', BracketLeft: '[{', BracketRight: ']}', Backslash: '\\|',
  Semicolon: ';:', Quote: '\'"', Comma: ',<', Period: '.>', Slash: '/?', Space: '  ',
  Digit1: '1!', Digit2: '2@', Digit3: '3#', Digit4: '4$', Digit5: '5%', Digit6: '6^', Digit7: '7&', Digit8: '8*', Digit9: '9(', Digit0: '0)',
  NumpadDecimal: '..', NumpadAdd: '++', NumpadSubtract: '--', NumpadMultiply: '**', NumpadDivide: '//',
};
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') KEYS[`Key${letter}`] = letter.toLowerCase() + letter;
for (const digit of '0123456789') KEYS[`Numpad${digit}`] = digit + digit;

/** @type {Record<string, string>} */
const CONTROL = {
  BracketRight: '\u001d', Digit6: '\u001e', Minus: '\u001f', Backslash: '\u001c', KeyD: '\u0004',
};

/** Scanners send F8 for GS and F9 for RS; some systems make the characters U+F70B and U+F70C of these keys. */
const GROUP_SEPARATORS = new Set(['\u001d', '\uf70b', 'F8']);
const RECORD_SEPARATORS = new Set(['\uf70c', 'F9']);

/**
 * The character that a key with Ctrl stands for on a scanner; letters other than D only within a burst, as they are also
 * the browser's shortcuts.
 * @param {KeyboardEvent} event
 * @param {boolean} inBurst
 */
export function controlCharacter(event, inBurst) {
  if (CONTROL[event.code]) return CONTROL[event.code];
  if (event.key === ']') return '\u001d';
  if (event.key === '^') return '\u001e';
  const letter = /^Key([A-Z])$/.exec(event.code);
  return inBurst && letter ? String.fromCharCode(letter[1].charCodeAt(0) - 64) : null;
}

/**
 * The separator that a key of its own stands for, or null when it stands for none.
 * @param {KeyboardEvent} event
 * @param {boolean} records whether the label can hold record separators; the key for them means GS where it can't
 */
export function separator(event, records) {
  if (GROUP_SEPARATORS.has(event.key) || event.code === 'F8') return '\u001d';
  if (RECORD_SEPARATORS.has(event.key) || event.code === 'F9') return records ? '\u001e' : '\u001d';
  return null;
}

/**
 * The character that a key without Ctrl or Alt types, or null when it types none.
 * @param {KeyboardEvent} event
 */
export function character(event) {
  const place = KEYS[event.code]?.[event.shiftKey ? 1 : 0] ?? null;
  const composed = event.isComposing || event.keyCode === 229 || ['Process', 'Unidentified', 'Dead'].includes(event.key);
  if (composed) return place;
  if (event.key.length !== 1) return null;
  // With Caps Lock on, letters by Shift alone: it would turn a label's case around.
  if (event.getModifierState('CapsLock') && /^[A-Za-z]$/.test(event.key)) return event.shiftKey ? event.key.toUpperCase() : event.key.toLowerCase();
  return event.key.charCodeAt(0) > 126 && place ? place : event.key;
}
