// @ts-check
import { doubtsOf } from './doubts.js';
import { word, inLanguage } from './words.js';

/** A scan out of order is red this long before what is due shows again, in milliseconds. */
const RED_FOR = 4000;
/** A verdict stays green at least this long, even if the machine starts at once, in milliseconds. */
const GREEN_AT_LEAST = 4000;
/** After this a finished job makes room for the next scan, in milliseconds. */
const DONE_FOR = 20000;

/**
 * @typedef {'idle' | 'collecting' | 'working' | 'good' | 'neutral' | 'warn' | 'done' | 'bad'} Kind
 * @typedef {{kind: Kind, word: string, hint: string, symbol: string, code?: string, job?: any, problem?: any, identifiers?: any[]}} View
 * @typedef {{pending: {since: number} | null, answer: any, job: any, since: number, old: boolean, station?: any, machines: Map<string, any>}} Stand
 */

/** What each state's machine chip and symbol look like; a shape for each, so that colour is never needed. */
export const MACHINE_SYMBOLS = /** @type {Record<string, string>} */ ({
  READY: '○', RUNNING: '▶', ALARM: '▲', OFFLINE: '⊘', UNKNOWN: '?',
});

/**
 * What the operator is to see, from how things stand. The newest scan counts, whatever came before it.
 * @param {Stand} stand
 * @param {number} now
 * @returns {View}
 */
export function viewOf(stand, now) {
  if (stand.pending) return working(null);
  if (stand.answer) return answered(stand.answer);
  if (!stand.job) return idle(stand);
  return ofJob(stand, now);
}

/** @param {any} job @returns {View} */
function working(job) {
  return { kind: 'working', word: word('working.word'), hint: word('working.hint'), symbol: '', job };
}

/** @param {Stand} stand @returns {View} */
function idle(stand) {
  const machines = [...stand.machines.values()];
  const first = stand.station?.identifiers?.[0];
  const doubtful = machines.find((machine) => doubtsOf(machine.id).length);
  const ready = machines.length === 0 || machines.some((machine) => machine.status.state === 'READY' && !doubtsOf(machine.id).length);
  const obstacle = doubtful ? word('doubt.todo').replace('{machine}', doubtful.id) : word('idle.notReady');
  return { kind: 'idle', word: first ? toScan(first) : word('idle.word'), hint: ready ? word('idle.hint') : obstacle, symbol: '', identifiers: stand.station?.identifiers };
}

/** @param {any} identifier */
function toScan(identifier) {
  return word('scan.word').replace('{name}', inLanguage(identifier.name, identifier.role));
}

/** A job that waits for its next scan; a refused one is red for a while, and what was scanned stays. @param {Stand} stand @param {number} now @returns {View} */
function collecting(stand, now) {
  const { job } = stand;
  const { refused } = job.collection;
  if (refused && now - stand.since < RED_FOR && !stand.old) {
    return { kind: 'bad', word: word('bad.word'), hint: inLanguage(refused.message), symbol: '✕', code: refused.code, job };
  }
  return { kind: 'collecting', word: toScan(job.awaiting), hint: refused ? inLanguage(refused.message) : word('scan.hint'), symbol: '', job };
}

/** @param {any} answer @returns {View} */
function answered(answer) {
  if (answer.unsent) {
    return { kind: 'bad', word: word('unsent.word'), hint: word('unsent.hint'), symbol: '✕' };
  }
  const { problem } = answer;
  return { kind: 'bad', word: word('bad.word'), hint: inLanguage(problem.message, problem.detail), symbol: '✕', code: problem.code };
}

/** @param {Stand} stand @param {number} now @returns {View} */
function ofJob(stand, now) {
  const { job } = stand;
  if (job.awaiting) return collecting(stand, now);
  switch (job.state) {
    case 'ACCEPTED':
      return accepted(stand, now);
    case 'COMPLETED':
      return completed(stand, now);
    case 'REFUSED':
    case 'FAILED':
    case 'CANCELLED':
    case 'EXPIRED':
      return bad(job);
    default:
      return working(job);
  }
}

/** @param {any} job @returns {View} */
function bad(job) {
  const problem = job.refusal ?? job.failure;
  return {
    kind: 'bad', word: word('bad.word'), hint: inLanguage(problem?.message, word('bad.unknown')), symbol: '✕',
    code: problem?.code, job, problem,
  };
}

/** @param {Stand} stand @param {number} now @returns {View} */
function accepted(stand, now) {
  const { job } = stand;
  const status = stand.machines.get(job.machine)?.status;
  const state = status?.state ?? 'OFFLINE';
  // What was verified no longer holds, or nobody knows: nothing green beside that.
  if (status?.problem) return { kind: 'bad', word: word('bad.word'), hint: inLanguage(status.problem.message), symbol: '✕', code: status.problem.code, job };
  if (state === 'OFFLINE') return shown('warn', 'lostMachine', '⊘', job);
  if (state === 'ALARM') return shown('warn', 'alarm', '▲', job);
  const running = state === 'RUNNING';
  if (!stand.old && !(running && now - stand.since > GREEN_AT_LEAST)) return shown('good', 'good', '✓', job);
  if (running) return shown('neutral', 'machining', '▶', job);
  return { kind: 'neutral', word: word('job.ACCEPTED'), hint: word('accepted.hint'), symbol: '✓', job };
}

/** @param {Stand} stand @param {number} now @returns {View} */
function completed(stand, now) {
  const { job } = stand;
  const wrong = job.results.some((/** @type {any} */ result) => result.withinTolerance === false);
  if (wrong) return shown('bad', 'outOfTolerance', '✕', job);
  if (stand.old || now - stand.since > DONE_FOR) return idle(stand);
  return shown('done', 'done', '✓', job);
}

/** @param {Kind} kind @param {string} name @param {string} symbol @param {any} job @returns {View} */
function shown(kind, name, symbol, job) {
  return { kind, word: word(`${name}.word`), hint: word(`${name}.hint`), symbol, job };
}
