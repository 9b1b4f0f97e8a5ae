// @ts-check
import { word } from './words.js';

/**
 * What the server answered.
 * @typedef {{ok: boolean, status: number, tag: string, body: any}} Answer
 */

/**
 * Asks the server. Without an answer, the problem says so in both languages.
 * @param {string} path
 * @param {{method?: string, body?: unknown, tag?: string}} [request]
 * @returns {Promise<Answer>}
 */
export async function ask(path, { method = 'GET', body, tag } = {}) {
  try {
    const answer = await fetch(path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(tag ? { 'If-Match': `"${tag}"` } : {}) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { ok: answer.ok, status: answer.status, tag: (answer.headers.get('ETag') ?? '').replaceAll('"', ''), body: text ? JSON.parse(text) : null };
  } catch {
    return { ok: false, status: 0, tag: '', body: { code: '', message: null, errors: [] } };
  }
}

/**
 * Every item of a list that comes in pages, up to a number that a choice can hold.
 * @param {string} path
 */
export async function all(path) {
  /** @type {any[]} */
  const items = [];
  let after = '';
  do {
    const { ok, body } = await ask(`${path}?limit=500${after && `&after=${encodeURIComponent(after)}`}`);
    if (!ok) break;
    items.push(...body.items);
    after = body.next ?? '';
  } while (after && items.length < 2000);
  return items;
}

/** What a problem says, in the current language. @param {any} problem @param {(pair: any) => string} inLanguage */
export function sentence(problem, inLanguage) {
  return problem?.message ? inLanguage(problem.message) : word('unanswered');
}
