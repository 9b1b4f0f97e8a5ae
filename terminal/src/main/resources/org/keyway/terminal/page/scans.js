// @ts-check
/** How long an answer is waited for, and how long a scan is tried again when the line is broken, in milliseconds. */
const WAIT = 10000;
const KEEP_TRYING = 6000;
const PAUSE = 400;

/**
 * Sends a scan. Tried again on a broken line under the same request id, so it never becomes two jobs.
 * @param {{station: string, data: string, symbology?: string | null, requestId: string}} scan
 * @returns {Promise<{job: any} | {problem: any} | {unsent: true}>}
 */
export async function sendScan(scan) {
  const began = Date.now();
  const body = JSON.stringify(scan);
  for (;;) {
    try {
      return await post(body);
    } catch {
      if (Date.now() - began > KEEP_TRYING) return { unsent: true };
      await new Promise((resume) => setTimeout(resume, PAUSE));
    }
  }
}

/** @param {string} body */
async function post(body) {
  const answer = await fetch(`/api/v1/scans?wait=${WAIT}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    signal: AbortSignal.timeout(WAIT + 5000),
  });
  if (answer.ok) return { job: await answer.json() };
  if (answer.status >= 500) throw new Error(`status ${answer.status}`);
  return { problem: await answer.json() };
}

/** A new request id; also where the page isn't a secure context. */
export function requestId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, '0')).join('');
}
