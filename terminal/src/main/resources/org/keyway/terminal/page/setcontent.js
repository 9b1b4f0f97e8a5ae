// @ts-check
import { conditionOf, conditionText, KEYS } from './scope.js';

/**
 * A set as it stands in the fields of the form.
 * @typedef {{name: string, kind: string, text: string, unit: string}} ValueRow
 * @typedef {{scope: Record<string, string>, trust: string, conditions: {name: string, text: string}[], values: ValueRow[],
 *   effective: Record<string, string>, layer: string, note: string, by: string, reason: string}} Content
 */

/** @param {any} document in the keys of workshop files @param {string} by @returns {Content} */
export function contentOf(document, by) {
  const scope = document.scope ?? {};
  return {
    scope: Object.fromEntries(KEYS.map((key) => [key, scope[key] ?? ''])),
    trust: scope.trust ?? '',
    conditions: Object.entries(scope.attributes ?? {}).map(([name, condition]) => ({ name, text: conditionText(condition) })),
    values: Object.entries(document.values ?? {}).map(([name, value]) => row(name, value)),
    effective: Object.fromEntries(['from', 'until', 'parts'].map((name) => [name, String(document.effective?.[name] ?? '')])),
    layer: document.layer ?? '',
    note: document.note ?? '',
    by,
    reason: '',
  };
}

/** @param {string} name @param {any} value @returns {ValueRow} */
function row(name, value) {
  const inner = value !== null && typeof value === 'object' && !Array.isArray(value);
  const kind = inner && 'formula' in value ? 'formula' : inner && 'offset' in value ? 'offset' : 'value';
  const plain = inner && kind in value ? value[kind] : value;
  return { name, kind, text: typeof plain === 'object' ? JSON.stringify(plain) : String(plain), unit: inner ? value.unit ?? '' : '' };
}

/**
 * What somebody wrote as a value: text where the parameter is one, else what it looks like.
 * @param {string} text
 * @param {any} parameter
 */
function plainOf(text, parameter) {
  if (parameter && /STRING|TEXT/i.test(parameter.type) && !/^\s*\[/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** @param {ValueRow} written @param {any} parameter */
function valueOf(written, parameter) {
  const unit = written.unit ? { unit: written.unit } : {};
  if (written.kind === 'formula') return { formula: written.text, ...unit };
  if (written.kind === 'offset') return { offset: plainOf(written.text.replace(/^\s*\+/, ''), null), ...unit };
  const value = plainOf(written.text, parameter);
  return written.unit ? { value, ...unit } : value;
}

/** The form's content in the keys of workshop files. @param {Content} content @param {Map<string, any>} parameters */
export function documentOf(content, parameters) {
  const names = Object.fromEntries(Object.entries(content.scope).map(([key, value]) => [key, value.trim()]).filter(([, value]) => value));
  const attributes = Object.fromEntries(content.conditions.filter((condition) => condition.name).map((condition) => [condition.name, conditionOf(condition.text)]));
  const { from, until, parts } = content.effective;
  const effective = { ...(from.trim() ? { from: from.trim() } : {}), ...(until.trim() ? { until: until.trim() } : {}), ...(parts.trim() ? { parts: plainOf(parts, null) } : {}) };
  return {
    scope: { ...names, ...(Object.keys(attributes).length ? { attributes } : {}), ...(content.trust ? { trust: content.trust } : {}) },
    values: Object.fromEntries(content.values.filter((value) => value.name).map((value) => [value.name, valueOf(value, parameters.get(value.name))])),
    ...(Object.keys(effective).length ? { effective } : {}),
    ...(content.layer.trim() ? { layer: content.layer.trim() } : {}),
    ...(content.note.trim() ? { note: content.note.trim() } : {}),
  };
}
