// @ts-check
import { ask } from './ask.js';

/** What only people can end, by machine. @type {Map<string, any[]>} */
const open = new Map();
/** How often was asked about a machine, so that a late answer doesn't count. @type {Map<string, number>} */
const asked = new Map();

/** @param {string} machine @returns {any[]} */
export function doubtsOf(machine) {
  return open.get(machine) ?? [];
}

/** @param {string} machine */
export function doubtPath(machine) {
  return `/api/v1/machines/${encodeURIComponent(machine)}/doubt`;
}

/**
 * Asks what is in doubt on a machine. Only where a PLC fetches its jobs is there anything that people can end.
 * @param {any} machine
 * @param {() => void} changed
 */
export async function lookForDoubts(machine, changed) {
  if (!machine?.handover) return;
  const mine = (asked.get(machine.id) ?? 0) + 1;
  asked.set(machine.id, mine);
  const { ok, body } = await ask(doubtPath(machine.id));
  if (!ok || asked.get(machine.id) !== mine) return;
  open.set(machine.id, body.items);
  changed();
}

/**
 * Asks when a job may have come into doubt, or out of it.
 * @param {any} job
 * @param {Map<string, any>} machines
 * @param {() => void} changed
 */
export function lookAfter(job, machines, changed) {
  if (job.state === 'FAILED' || doubtsOf(job.machine).length) void lookForDoubts(machines.get(job.machine), changed);
}
