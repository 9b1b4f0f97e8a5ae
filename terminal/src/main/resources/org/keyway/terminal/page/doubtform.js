// @ts-check
import { ask, sentence } from './ask.js';
import { el, onTap } from './dom.js';
import { doubtPath, doubtsOf } from './doubts.js';
import { FieldGuard } from './fieldguard.js';
import { field, input } from './frame.js';
import { inField } from './scanner.js';
import { inLanguage, language, word } from './words.js';

const FIELDS = ['reason', 'by', 'witness'];
/** As long as the server takes them, in characters. */
const LONGEST = '200';

/** The form in which two people end what a machine does not answer about. It stands above the page until it is sent or left. */
export class DoubtForm {
  /**
   * @param {((data: string) => void) | null} onScan takes what is scanned into the form; where null, nothing on the page takes scans
   * @param {(machine: string) => void} onEnded
   */
  constructor(onScan, onEnded) {
    this.onEnded = onEnded;
    this.dialog = /** @type {HTMLDialogElement} */ (el('dialog.doubt', { 'aria-labelledby': 'doubt-title' }));
    this.machine = '';
    /** @type {Record<string, string>} */
    this.answers = {};
    this.seen = false;
    /** @type {any} */
    this.refusal = null;
    this.busy = false;
    this.ended = false;
    document.body.append(this.dialog);
    this.dialog.addEventListener('cancel', () => this.forget());
    // Where the page takes scans itself, it takes those that arrive beside the fields.
    new FieldGuard((event) => this.dialog.open && (!onScan || inField(event)), onScan ?? (() => this.scanned())).listen(window);
  }

  /** @param {string} machine */
  open(machine) {
    if (machine !== this.machine || this.ended) this.forget();
    this.machine = machine;
    this.seen = false;
    this.refusal = null;
    this.render();
    if (!this.dialog.open) this.dialog.showModal();
    this.field('[name=reason]')?.focus();
  }

  /** Leaves the form; what was written stays until it is opened again. */
  close() {
    this.dialog.close();
  }

  forget() {
    this.answers = {};
    this.ended = false;
  }

  /** @param {string} selector */
  field(selector) {
    return /** @type {HTMLElement | null} */ (this.dialog.querySelector(selector));
  }

  /** What is in doubt is something else now: who has looked at the machine must look again. */
  changed() {
    const list = this.field('.open');
    if (this.busy || !this.dialog.open || !list || list.dataset.shown === this.shown()) return;
    if (!doubtsOf(this.machine).length) {
      this.close();
      return;
    }
    this.seen = false;
    const box = /** @type {HTMLInputElement | null} */ (this.field('[name=seen]'));
    if (box) box.checked = false;
    list.replaceWith(this.list());
  }

  /** There is nothing here that takes a scan. */
  scanned() {
    const note = this.field('.scanned');
    if (note) note.textContent = word('doubt.scanned');
  }

  shown() {
    return JSON.stringify([language(), doubtsOf(this.machine)]);
  }

  list() {
    return el('ul.open', { 'data-shown': this.shown() }, ...doubtsOf(this.machine).map((doubt) => el('li', { 'data-code': doubt.code },
      el('b', {}, inLanguage(doubt.message)),
      el('span', {}, [doubt.code, doubt.job && `${word('doubt.job')} ${doubt.job}`,
        doubt.since && `${word('doubt.since')} ${new Date(doubt.since).toLocaleString(language() === 'zh' ? 'zh-CN' : 'en-GB')}`].filter(Boolean).join(' · ')))));
  }

  render() {
    const title = el('h2', { id: 'doubt-title' }, `${this.machine}: ${word('doubt.title')}`);
    this.dialog.replaceChildren(this.ended ? el('div.body', {}, title, el('p.done', { role: 'status' }, word('doubt.ended')),
      el('div.actions', {}, this.button('close'))) : this.form(title));
  }

  /** @param {HTMLElement} title */
  form(title) {
    const form = el('form.body', { novalidate: '' }, title, this.list(), el('p.means', {}, word('doubt.means')),
      this.answer('reason'), el('div.names', {}, this.answer('by'), this.answer('witness')), this.looked(), this.note(), el('p.scanned', { role: 'alert' }),
      el('div.actions', {}, this.button('cancel'), el('button.button.danger', { type: 'submit' }, word('doubt.end'))));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.send();
    });
    return form;
  }

  /** @param {'close' | 'cancel'} name */
  button(name) {
    const made = el('button.button', { type: 'button' }, word(name));
    onTap(made, () => {
      this.forget();
      this.close();
    });
    return made;
  }

  /** @param {string} name */
  answer(name) {
    const problems = (this.refusal?.errors ?? []).filter((/** @type {any} */ error) => error.field === name)
      .map((/** @type {any} */ error) => `${inLanguage(error.message)} (${error.code})`);
    return field(word(`doubt.${name}`), input(name, this.answers[name] ?? '', (value) => { this.answers[name] = value; }, { maxlength: LONGEST }), problems);
  }

  looked() {
    const box = /** @type {HTMLInputElement} */ (el('input', { type: 'checkbox', name: 'seen' }));
    box.checked = this.seen;
    box.addEventListener('input', () => { this.seen = box.checked; });
    const missing = this.refusal?.unseen ? el('span.problem', { role: 'alert' }, word('doubt.unseen')) : null;
    return el('label.seen', {}, box, el('span', {}, word('doubt.seen'), missing));
  }

  /** What the server says against it that belongs to no field. */
  note() {
    const { refusal } = this;
    if (!refusal || refusal.unseen || refusal.errors?.length) return null;
    return el('p.problem', { role: 'alert' }, `${sentence(refusal, inLanguage)}${refusal.code ? ` (${refusal.code})` : ''}`);
  }

  async send() {
    if (this.busy) return;
    if (!this.seen) return this.refuse({ unseen: true });
    this.busy = true;
    const body = Object.fromEntries(FIELDS.map((name) => [name, this.answers[name] ?? '']));
    const answer = await ask(`${doubtPath(this.machine)}/end`, { method: 'POST', body });
    this.busy = false;
    if (!answer.ok) return this.refuse(answer.body);
    this.answers = {};
    this.ended = true;
    this.render();
    this.onEnded(this.machine);
  }

  /** @param {any} refusal */
  refuse(refusal) {
    this.refusal = refusal;
    this.render();
    this.field(refusal.unseen ? '[name=seen]' : '[aria-invalid]')?.focus();
  }
}

/**
 * The way to the form, where a machine has something to end.
 * @param {any} machine
 * @param {DoubtForm} form
 */
export function doubtButton(machine, form) {
  if (!doubtsOf(machine.id).length) return null;
  const made = el('button.button.doubt-open', { type: 'button', 'data-doubt': machine.id }, `${machine.id}: ${word('doubt.open')}`);
  onTap(made, () => form.open(machine.id));
  return made;
}
