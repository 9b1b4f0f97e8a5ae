// @ts-check
import { el, onTap, printable, shown } from './dom.js';
import { inLanguage, language, word } from './words.js';
import { MACHINE_SYMBOLS } from './verdict.js';

const STEPS = ['IDENTIFIED', 'MATCHED', 'STAGED', 'VERIFIED', 'RELEASED', 'ACCEPTED'];
const BAD = new Set(['REFUSED', 'FAILED', 'CANCELLED', 'EXPIRED']);
const KEY_VALUES = 3;

/**
 * The whole verdict: the symbol, the word, what to do, and what it is about.
 * @param {import('./verdict.js').View} view
 * @param {(job: any) => void} onValues told when the operator wants to see all values
 */
export function verdictPanel(view, onValues) {
  const { job } = view;
  return [
    el('div.headline', {}, view.symbol && el('span.symbol', { 'aria-hidden': 'true' }, view.symbol), el('strong.word', {}, view.word)),
    el('p.hint', {}, view.hint),
    job?.awaiting ? identifiers(job.collection.identifiers, job.awaiting.role, job.identity) : null,
    view.kind === 'idle' && view.identifiers?.length ? identifiers(view.identifiers, view.identifiers[0].role) : null,
    view.kind === 'working' ? progress(job) : null,
    view.problem?.details?.parameter ? mismatch(view.problem.details, job) : null,
    job?.identity && view.kind !== 'collecting' && !job.awaiting ? facts(job) : null,
    view.kind === 'done' || job?.results?.length ? results(job) : null,
    ['good', 'neutral', 'warn'].includes(view.kind) ? keyValues(job, onValues) : null,
    view.code ? el('p.code', {}, view.code) : null,
    ['idle', 'collecting'].includes(view.kind) ? el('div.beam', { 'aria-hidden': 'true' }) : null,
  ].filter((part) => part !== null);
}

/** What one job needs scanned, in order: done ones ticked, the due one marked. @param {any[]} roles @param {string} due @param {any} [part] */
function identifiers(roles, due, part) {
  return el('ol.identifiers', {}, ...roles.map((role, i) => {
    const mark = role.data ? '✓' : String(i + 1);
    const about = role.data && el('span', {}, role.role === 'part' && part ? partName(part) : named(role));
    return el(role.data ? 'li.taken' : role.role === due ? 'li.due' : 'li', { 'data-role': role.role },
      el('span.mark', { 'aria-hidden': 'true' }, mark), el('div', {}, el('b', {}, inLanguage(role.name, role.role)), about));
  }));
}

/** @param {any} job */
function progress(job) {
  const reached = new Set((job?.steps ?? []).map((/** @type {any} */ step) => step.state));
  const steps = STEPS.map((state) => el(reached.has(state) ? 'li.reached' : 'li', {}, word(`step.${state}`)));
  return el('div.progress', {}, el('ol', {}, ...steps), el('output.elapsed', { id: 'elapsed' }));
}

/** @param {any} details @param {any} job */
function mismatch(details, job) {
  const parameter = job?.parameters?.find((/** @type {any} */ candidate) => candidate.name === details.parameter);
  const unit = details.unit ?? parameter?.unit;
  const pair = (/** @type {string} */ name) =>
    details[name] === undefined ? null : el('div', {}, el('span', {}, word(name)), el('b', {}, shown(details[name], unit)));
  return el('div.mismatch', {}, el('p', {}, inLanguage(parameter?.label, details.parameter)), pair('wanted'), pair('found'));
}

/** @param {any} job */
function facts(job) {
  const { identity } = job;
  const fact = (/** @type {string} */ name, /** @type {any} */ value) =>
    value ? el('div', {}, el('dt', {}, word(name)), el('dd', {}, value)) : null;
  return el('div.facts', {},
    el('p.product', {}, inLanguage(identity.name, identity.product)),
    el('dl', {}, fact('drawing', identity.product), fact('serial', identity.serial), fact('lot', identity.lot),
      fact('machine', job.machine), fact('operation', job.operation), fact('order', job.order),
      ...others(job),
      fact(identity.trust === 'CACHED_STALE' ? 'sourceAway' : 'source', source(identity))));
}

/** Who said what the label names, and when; nothing where the local registry did. @param {any} identity */
function source(identity) {
  return identity.source ? `${identity.source}, ${new Date(identity.asOf).toLocaleString(language())}` : null;
}

/** What was scanned beside the part: tool, fixture. @param {any} job */
function others(job) {
  return (job.collection?.identifiers ?? []).filter((/** @type {any} */ role) => role.role !== 'part' && role.data)
    .map((/** @type {any} */ role) => el('div', {}, el('dt', {}, inLanguage(role.name, role.role)), el('dd', {}, named(role))));
}

/** @param {any} identity */
function partName(identity) {
  return [inLanguage(identity.name, identity.product), identity.serial ?? identity.lot].filter(Boolean).join(' · ');
}

/** What a label in a role stands for. @param {any} role */
function named(role) {
  return Object.values(role.attributes ?? {})[0] ?? printable(role.data).slice(0, 40);
}

/** @param {any} job */
function results(job) {
  const items = job.results.map((/** @type {any} */ result) => {
    const mark = result.withinTolerance === false ? '✕' : result.withinTolerance ? '✓' : '';
    const name = result.kind.toLowerCase() === 'energy' ? word('energy') : inLanguage(result.label, result.name);
    const nominal = result.nominal === null ? null : el('small', {}, `${word('nominal')} ${shown(result.nominal)}`);
    return el(result.withinTolerance === false ? 'div.wrong' : 'div', {},
      el('span', {}, name), el('b', {}, `${shown(result.value, result.unit)} ${mark}`), nominal);
  });
  return el('div.values', {}, ...items);
}

/** @param {any} job @param {(job: any) => void} onValues */
function keyValues(job, onValues) {
  const numbers = job.parameters.filter((/** @type {any} */ parameter) => typeof parameter.value === 'number').slice(0, KEY_VALUES);
  if (!job.parameters.length) return null;
  const more = el('button.button.more', { type: 'button' }, `${word('allValues')} (${job.parameters.length})`);
  onTap(more, () => onValues(job));
  return el('div.values', {}, ...numbers.map((/** @type {any} */ parameter) =>
    el('div', {}, el('span', {}, inLanguage(parameter.label, parameter.name)),
      el('b', {}, shown(parameter.value, parameter.unit)), el('small', {}, parameter.verified ? `✓ ${word('job.VERIFIED')}` : ''))), more);
}

/** Every value of a job with what was read back. @param {any} job @param {() => void} onClose */
export function valuesSheet(job, onClose) {
  const rows = job.parameters.map((/** @type {any} */ parameter) =>
    el('tr', {},
      el('th', { scope: 'row' }, inLanguage(parameter.label, parameter.name)),
      el('td.number', {}, shown(parameter.value, parameter.unit)),
      el('td.number', {}, parameter.readBack === null ? '—' : `${shown(parameter.readBack)} ${parameter.verified ? '✓' : '✕'}`),
      el('td', {}, `${parameter.source.set} v${parameter.source.version}`)));
  const close = el('button.button', { type: 'button' }, word('close'));
  onTap(close, onClose);
  const heads = ['parameter', 'value', 'readBack', 'source'].map((name) => el('th', { scope: 'col' }, word(name)));
  return el('div.sheet-body', {},
    el('header', {}, el('h2', {}, word('allValues')), close),
    el('div.scroll', {}, el('table', {}, el('thead', {}, el('tr', {}, ...heads)), el('tbody', {}, ...rows))));
}

/** What a machine is doing, what somebody should look at, and whether it shows no value back. @param {any} machine */
export function machineChip(machine) {
  const { state, text, problem } = machine.status;
  const basic = machine.handover === 'BASIC'
    ? el('span.basic', { title: word('handover.basicMeans'), 'aria-label': `${word('handover.basic')}: ${word('handover.basicMeans')}` }, word('handover.basic'))
    : null;
  const trouble = problem
    ? el('span.trouble', { 'data-code': problem.code, title: problem.code }, `⚠ ${inLanguage(problem.message)}`)
    : null;
  return el(`div.machine.${state.toLowerCase()}`, { 'data-machine': machine.id, 'data-state': state },
    el('span.mark', { 'aria-hidden': 'true' }, MACHINE_SYMBOLS[state] ?? '?'),
    el('span.id', {}, machine.id), el('span.state', { title: text }, word(`state.${state}`)), basic, trouble);
}

/** A reader and whether codes come from it. @param {any} reader */
export function readerChip(reader) {
  const state = reader.feed === 'OFFLINE' ? 'OFFLINE' : 'READY';
  return el(`div.machine.${state.toLowerCase()}`, { 'data-reader': reader.id, 'data-state': state },
    el('span.mark', { 'aria-hidden': 'true' }, MACHINE_SYMBOLS[state] ?? '?'),
    el('span.id', {}, reader.id),
    el('span.state', { title: inLanguage(reader.problem?.message) }, word(state === 'OFFLINE' ? 'reader.offline' : 'reader.reads')));
}

/** One line of the last scans. @param {any} job */
export function historyRow(job) {
  const bad = BAD.has(job.state);
  const good = job.state === 'ACCEPTED' || job.state === 'COMPLETED';
  const problem = job.refusal ?? job.failure;
  const at = new Date(job.steps[0]?.at ?? Date.now());
  const time = at.toLocaleTimeString('en-GB');
  const name = job.identity ? inLanguage(job.identity.name, job.identity.product) : printable(job.data).slice(0, 40);
  const next = job.awaiting && inLanguage(job.awaiting.name, job.awaiting.role);
  const about = [job.identity?.serial ?? job.identity?.lot, bad && problem ? problem.code : next ? `→ ${next}` : job.machine];
  return el(bad ? 'li.bad' : good ? 'li.good' : 'li', { 'data-job': job.id },
    el('span.mark', { 'aria-hidden': 'true' }, bad ? '✕' : good ? '✓' : '…'),
    el('div', {}, el('b', {}, name), el('span', {}, about.filter(Boolean).join(' · '))),
    el('div.when', {}, el('time', {}, time), el('span', {}, word(`job.${job.state}`))));
}
