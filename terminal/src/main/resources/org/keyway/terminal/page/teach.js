// @ts-check
import { byId, el, onTap, printable } from './dom.js';
import { acceptance, forgetDrafts } from './draft.js';
import { groupClass, groupName, isInUse, load, patternCards } from './patterns.js';
import { Scanner } from './scanner.js';
import { fillWords, inLanguage, loadWords, switchLanguage, word } from './words.js';

const MOST = 5;

/** @type {string[]} */
let samples = [];
/** What the server proposed for the samples. @type {any} */
let lesson = { proposals: [], issues: [] };
/** The pattern that was accepted last, until the next sample. */
let news = '';
/** Counts the requests, so that a late answer to earlier samples is not shown. */
let asked = 0;

/** @param {string} data */
function scanned(data) {
  byId('typed').hidden = true;
  if (samples.length === MOST || samples.includes(data)) return;
  samples = [...samples, data];
  news = '';
  void ask();
}

/** @param {string} name */
async function accepted(name) {
  samples = [];
  news = name;
  forgetDrafts();
  await load();
  await ask();
}

async function ask() {
  const mine = ++asked;
  render();
  const answer = samples.length ? await proposals(samples) : { proposals: [], issues: [] };
  if (mine !== asked) return;
  lesson = answer;
  render();
}

/** @param {string[]} all */
async function proposals(all) {
  try {
    const answer = await fetch('/api/v1/label-patterns/proposals', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ samples: all }),
    });
    const body = await answer.json();
    return answer.ok ? body : { proposals: [], issues: [{ severity: 'error', message: body.message }] };
  } catch {
    return { proposals: [], issues: [{ severity: 'error', message: null }] };
  }
}

/** @param {any} reading */
function colored(reading) {
  const line = el('code.reading');
  let at = 0;
  for (const part of reading.parts) {
    line.append(reading.sample.slice(at, part.from));
    line.append(el(`span.group.${groupClass(part.group)}`, { title: groupName(part.group) }, part.value));
    at = part.to;
  }
  line.append(reading.sample.slice(at));
  return line;
}

/** @param {any} proposal */
function legend(proposal) {
  const groups = proposal.readings[0].parts.map((/** @type {any} */ part) => part.group);
  return el('div.legend', {}, ...groups.map((/** @type {string} */ group) => el(`span.group.${groupClass(group)}`, {}, groupName(group))));
}

/**
 * @param {any} proposal
 * @param {number} index
 */
function card(proposal, index) {
  const text = el('pre', {}, proposal.snippet);
  const copy = el('button.button', { type: 'button' }, word('teach.copy'));
  onTap(copy, () => void copied(copy, text));
  return el('article.proposal', { 'data-proposal': String(index + 1) },
    el('h2', {}, `${word('teach.proposal')} ${index + 1}`),
    legend(proposal),
    ...proposal.readings.map(colored),
    el('ul', {}, ...proposal.reasons.map((/** @type {any} */ reason) => el('li', {}, inLanguage(reason.message)))),
    acceptance(proposal, render, accepted),
    el('details', {}, el('summary', {}, word('teach.file')), text, el('div', {}, copy)));
}

/**
 * Where the page is no secure context there is no clipboard: then the text is selected, to be copied by hand.
 * @param {HTMLElement} button
 * @param {HTMLElement} text
 */
async function copied(button, text) {
  try {
    await navigator.clipboard.writeText(text.textContent ?? '');
    button.textContent = word('teach.copied');
  } catch {
    getSelection()?.selectAllChildren(text);
    button.textContent = word('teach.selected');
  }
}

/**
 * @param {string} data
 * @param {number} index
 */
function sample(data, index) {
  const remove = el('button.button', { type: 'button', 'aria-label': word('teach.remove') }, '✕');
  onTap(remove, () => {
    samples = samples.filter((_, other) => other !== index);
    void ask();
  });
  return el('li', {}, el('b', {}, String(index + 1)), el('code', {}, printable(data)), remove);
}

function render() {
  const full = samples.length === MOST;
  byId('samples').replaceChildren(...samples.map(sample), ...(full ? [] : [el('li.empty', {}, word(samples.length ? 'teach.more' : 'teach.scan'))]));
  byId('issues').replaceChildren(...lesson.issues.map((/** @type {any} */ issue) =>
    el(issue.severity === 'error' ? 'p.note.error' : 'p.note', {}, inLanguage(issue.message, word('teach.unsent')))));
  byId('news').hidden = !isInUse(news);
  byId('news').textContent = `${news}: ${word('teach.accepted')}`;
  byId('patterns').replaceChildren(...patternCards(render));
  byId('proposals').replaceChildren(...lesson.proposals.map(card));
}

await loadWords('labels');
await load();
fillWords();
render();
onTap(byId('language'), () => {
  switchLanguage();
  fillWords();
  render();
});
onTap(byId('clear'), () => {
  samples = [];
  news = '';
  forgetDrafts();
  void ask();
});
new Scanner(scanned, () => { byId('typed').hidden = false; }, () => {}).listen(window);
