// @ts-check
import { LONGEST_GAP, Scanner } from './scanner.js';

/** As many keys as this in one go, without Enter at the end, no hand types. */
const SURE = 6;

/** @param {Element | null} element */
function held(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    ? { element, value: element.value, checked: element instanceof HTMLInputElement && element.checked } : null;
}

/**
 * Looks after the fields of an open form: what a hand types goes into them; what a scanner types there is taken out again and
 * handed on as a scan, and the scanner's Enter sends no form.
 */
export class FieldGuard extends Scanner {
  /**
   * @param {(event: Event) => boolean} concerns whether a key may be meant for the form
   * @param {(data: string) => void} onScan
   */
  constructor(concerns, onScan) {
    super(onScan, () => {}, () => {});
    this.concerns = concerns;
    /** What the field held before the keys that may be a scan. @type {ReturnType<typeof held>} */
    this.before = null;
  }

  /** @param {Window} target */
  listen(target) {
    target.addEventListener('keydown', (event) => void (this.concerns(event) && this.down(event)), { capture: true });
    target.addEventListener('keyup', (event) => void (this.concerns(event) && this.up(event)), { capture: true });
  }

  /**
   * @param {string} taken
   * @param {number} time
   * @param {boolean} repeat
   */
  add(taken, time, repeat) {
    if (this.keys === 0 || time - this.last > LONGEST_GAP) this.before = held(document.activeElement);
    super.add(taken, time, repeat);
  }

  /**
   * A hand's Enter sends the form, and its Tab goes on to the next field.
   * @param {KeyboardEvent} event
   * @param {boolean} inBurst
   */
  end(event, inBurst) {
    if (this.isScan(true)) super.end(event, inBurst);
    else this.clear();
  }

  /** @param {boolean} entered */
  isScan(entered) {
    return super.isScan(entered) && (entered || this.keys >= SURE);
  }

  /** @param {boolean} entered */
  finish(entered) {
    if (this.isScan(entered) && this.before) {
      const { element, value, checked } = this.before;
      element.value = value;
      if (element instanceof HTMLInputElement) element.checked = checked;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }
    super.finish(entered);
  }

  /** Characters go into the field until it is known that they are a scan. @param {KeyboardEvent} event */
  swallow(event) {
    if (event.ctrlKey || ['Enter', 'Tab', 'F8', 'F9'].includes(event.key)) super.swallow(event);
  }
}
