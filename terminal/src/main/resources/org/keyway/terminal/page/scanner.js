// @ts-check
import { character, controlCharacter, separator } from './keymap.js';

/** A key later than this after the one before it was not sent by the scanner in one go, in milliseconds; a busy computer stalls. */
export const LONGEST_GAP = 200;
/** Silence that ends a scan of a scanner that sends no Enter, in milliseconds. */
const SILENCE = 220;
/** A hand is slower than this on average, in milliseconds for each key. */
const SLOWEST_AVERAGE = 40;
const SHORTEST = 3;
const LONGEST = 60000;
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'ScrollLock', 'Fn']);
/** An ISO 15434 message, behind a prefix of the scanner and a symbology identifier where it sends them. */
const ENVELOPE = /^[^]{0,40}?\[\)>/;
/** What no label holds; a character that can't be told becomes it, so that the label is refused. */
const UNKNOWN = '\ufffd';
const LARGEST_BYTE = 255;
const END_OF_TRANSMISSION = '\u0004';

/**
 * Whether a key goes into a field that somebody opened to write in.
 * @param {Event} event
 */
export function inField(event) {
  return event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
}

/**
 * Listens for a scanner that types as a keyboard. There is no field to focus: keys are taken wherever they arrive in the
 * window, before anything else on the page sees them; what a hand types is not taken.
 */
export class Scanner {
  /**
   * @param {(data: string) => void} onScan
   * @param {() => void} onTyped told when somebody typed by hand and pressed Enter
   * @param {(on: boolean) => void} onCapsLock
   */
  constructor(onScan, onTyped, onCapsLock) {
    this.onScan = onScan;
    this.onTyped = onTyped;
    this.onCapsLock = onCapsLock;
    this.data = '';
    this.keys = 0;
    this.fresh = 0;
    this.began = 0;
    this.last = -Infinity;
    this.altDigits = '';
    /** Whether the key for record separators means them in every label, not in ISO 15434 messages alone. */
    this.everySeparator = false;
    this.timer = 0;
    this.alone = 0;
  }

  /** @param {Window} target */
  listen(target) {
    target.addEventListener('keydown', (event) => inField(event) || this.down(event), { capture: true });
    target.addEventListener('keyup', (event) => inField(event) || this.up(event), { capture: true });
    target.addEventListener('keypress', (event) => this.keys > 0 && event.preventDefault(), { capture: true });
  }

  /** @param {KeyboardEvent} event */
  down(event) {
    this.onCapsLock(event.getModifierState('CapsLock'));
    if (MODIFIERS.has(event.key)) return;
    const inBurst = this.keys > 0 && event.timeStamp - this.last <= LONGEST_GAP;
    if (event.altKey && !event.ctrlKey && /^Numpad[0-9]$/.test(event.code)) {
      this.altDigits += event.code.slice(-1);
      this.swallow(event);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.end(event, inBurst);
    } else {
      this.take(event, inBurst);
    }
  }

  /** @param {KeyboardEvent} event */
  up(event) {
    if (event.key !== 'Alt' || !this.altDigits) return;
    const code = Number(this.altDigits);
    this.altDigits = '';
    this.swallow(event);
    // A larger number is a character in an encoding of the scanner's choice.
    if (code > 0) this.add(code <= LARGEST_BYTE ? String.fromCharCode(code) : UNKNOWN, event.timeStamp, false);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {boolean} inBurst
   */
  take(event, inBurst) {
    if (event.metaKey || (event.altKey && !event.ctrlKey)) return;
    const altGraph = event.getModifierState('AltGraph');
    const records = this.everySeparator || (inBurst && ENVELOPE.test(this.data));
    const taken = separator(event, records) ?? (event.ctrlKey && !altGraph ? controlCharacter(event, inBurst) : character(event));
    if (taken === null) return;
    this.swallow(event);
    this.add(taken, event.timeStamp, event.repeat);
  }

  /**
   * @param {string} taken
   * @param {number} time
   * @param {boolean} repeat
   */
  add(taken, time, repeat) {
    if (time - this.last > LONGEST_GAP) this.clear();
    if (this.keys === 0) this.began = time;
    if (this.data.length < LONGEST) this.data += taken;
    this.keys += 1;
    this.fresh += repeat ? 0 : 1;
    this.last = time;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.finish(false), SILENCE);
  }

  /**
   * Enter or Tab: the end of a scan, save within an ISO 15434 message, which holds its own end.
   * @param {KeyboardEvent} event
   * @param {boolean} inBurst
   */
  end(event, inBurst) {
    if (this.keys === 0) return;
    this.swallow(event);
    if (inBurst && event.key === 'Enter' && ENVELOPE.test(this.data) && !this.data.includes(END_OF_TRANSMISSION)) {
      this.add('\r', event.timeStamp, false);
    } else {
      this.last = inBurst ? event.timeStamp : this.last;
      this.finish(true);
    }
  }

  /** Whether the keys so far are too fast for a hand, and no key held down. @param {boolean} entered whether Enter or Tab ends them */
  isScan(entered) {
    const { keys, fresh } = this;
    const average = keys > 1 ? (this.last - this.began) / (keys - 1) : Infinity;
    return keys >= SHORTEST && average <= SLOWEST_AVERAGE && !(keys > 2 && fresh === 1);
  }

  /** @param {boolean} entered */
  finish(entered) {
    const { data, keys } = this;
    const scan = this.isScan(entered);
    this.clear();
    if (scan) {
      this.onScan(ENVELOPE.test(data) ? data.replace(/[\r\n]+$/, '') : data);
      this.alone = 0;
    } else {
      this.alone += keys;
      if (entered || this.alone > SHORTEST) this.onTyped();
    }
  }

  clear() {
    clearTimeout(this.timer);
    this.data = '';
    this.keys = 0;
    this.fresh = 0;
    this.last = -Infinity;
  }

  /** @param {KeyboardEvent} event */
  swallow(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
