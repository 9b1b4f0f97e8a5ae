// @ts-check
import { byId, el, onTap, printable } from './dom.js';
import { fillWords, inLanguage, loadWords, switchLanguage, word } from './words.js';
import { requestId, sendScan } from './scans.js';

const BAD = new Set(['REFUSED', 'FAILED', 'CANCELLED', 'EXPIRED']);

/** @type {any[]} */
let labels = [];
/** What each label's last scan came to. @type {Map<string, any>} */
const results = new Map();

/** @param {any} result */
function verdict(result) {
  if (!result) return el('p.result');
  if (result.working) return el('p.result', {}, '…');
  if (result.unsent) return el('p.result.bad', {}, `✕ ${word('unsent.word')}`);
  if (result.problem) return el('p.result.bad', {}, `✕ ${inLanguage(result.problem.message, result.problem.detail)}`);
  const { job } = result;
  const problem = job.refusal ?? job.failure;
  if (BAD.has(job.state)) return el('p.result.bad', {}, `✕ ${inLanguage(problem?.message, word('bad.word'))}`);
  if (job.awaiting) return el('p.result', {}, `… ${word('scan.word').replace('{name}', inLanguage(job.awaiting.name, job.awaiting.role))}`);
  const good = job.state === 'ACCEPTED' || job.state === 'COMPLETED';
  return el(good ? 'p.result.good' : 'p.result', {}, `${good ? '✓' : '…'} ${word(`job.${job.state}`)} · ${job.machine ?? ''}`);
}

/** @param {any} label */
function card(label) {
  const scan = el('button.button', { type: 'button' }, word('sheet.scan'));
  onTap(scan, () => void tap(label));
  return el('article.label', { 'data-label': label.id },
    el('img', { src: `/api/v1/labels/${label.id}/symbol.svg`, alt: printable(label.data) }),
    el('div.text', {},
      el('h2', {}, inLanguage(label.caption)),
      el('code', {}, `${label.symbology} ${printable(label.data)}`),
      el('p.meta', {}, `${word('sheet.station')} ${label.station} · ${word(`sheet.expect.${label.expect}`)}`),
      el('div.actions', {}, scan, el('a.button', { href: `/stations/${encodeURIComponent(label.station)}` }, word('sheet.open'))),
      verdict(results.get(label.id))));
}

/** @param {any} label */
async function tap(label) {
  results.set(label.id, { working: true });
  render();
  results.set(label.id, await sendScan({ station: label.station, data: label.data, symbology: label.symbology, requestId: requestId() }));
  render();
}

function render() {
  byId('labels').replaceChildren(...(labels.length ? labels.map(card) : [el('p', {}, word('sheet.empty'))]));
}

await loadWords('labels');
labels = (await (await fetch('/api/v1/labels')).json()).items;
fillWords();
render();
onTap(byId('language'), () => {
  switchLanguage();
  fillWords();
  render();
});
onTap(byId('print'), () => window.print());
