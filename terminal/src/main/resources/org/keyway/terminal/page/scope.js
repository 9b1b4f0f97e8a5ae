// @ts-check
import { shown } from './dom.js';
import { language, word } from './words.js';

export const KEYS = ['family', 'product', 'variant', 'lot', 'serial', 'order', 'machineClass', 'machine', 'operation'];

/** A condition as people read and write it: "B", "B, C", "90 … 110". @param {any} condition */
export function conditionText(condition) {
  if (Array.isArray(condition)) return condition.join(', ');
  if (condition !== null && typeof condition === 'object') return `${condition.from ?? ''} … ${condition.to ?? ''}`.trim();
  return String(condition);
}

/** What somebody wrote as a condition. @param {string} text */
export function conditionOf(text) {
  const interval = /^\s*(-?[\d.]*)\s*(?:…|\.\.\.?)\s*(-?[\d.]*)\s*$/.exec(text);
  if (interval && (interval[1] || interval[2])) {
    return { ...(interval[1] ? { from: Number(interval[1]) } : {}), ...(interval[2] ? { to: Number(interval[2]) } : {}) };
  }
  const values = text.split(/[,，]/).map((value) => value.trim()).filter(Boolean);
  return values.length === 1 ? values[0] : values;
}

/** An interval, or one value, as it is read. @param {any} condition */
function intervalWords(condition) {
  if (condition === null || typeof condition !== 'object') return `= ${condition}`;
  const { from = null, to = null } = condition;
  if (from !== null && to !== null) return `${from} … ${to}`;
  return from !== null ? `≥ ${from}` : `≤ ${to}`;
}

/** The scope of a set in words, each part by itself. @param {any} scope @returns {string[]} */
export function scopeWords(scope) {
  const names = KEYS.filter((key) => scope?.[key]).map((key) => `${word(`scope.${key}`)} ${scope[key]}`);
  const conditions = Object.entries(scope?.attributes ?? {}).map(([name, condition]) => {
    if (Array.isArray(condition)) return `${name}: ${condition.join(` ${word('scope.or')} `)}`;
    return `${name} ${intervalWords(condition)}`;
  });
  const trust = scope?.trust ? [`${word('scope.trust')} ${scope.trust}`] : [];
  const words = [...names, ...conditions, ...trust];
  return words.length ? words : [word('scope.any')];
}

/** A value of a set as people read it. @param {any} value @param {string | null | undefined} [unit] */
export function valueText(value, unit) {
  if (value === null || value === undefined) return '—';
  if (Array.isArray(value)) return `[${value.map((item) => shown(item)).join(', ')}]`;
  if (typeof value !== 'object') return typeof value === 'number' ? shown(value, unit) : String(value);
  if ('formula' in value) return `= ${value.formula}${value.unit ? ` ${value.unit}` : ''}`;
  if ('offset' in value) return `${value.offset >= 0 ? '+' : ''}${shown(value.offset, value.unit ?? unit)}`;
  return 'value' in value ? valueText(value.value, value.unit ?? unit) : JSON.stringify(value);
}

/** A time as people read it. @param {string | null | undefined} text */
export function when(text) {
  return text ? new Date(text).toLocaleString(language() === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }) : '—';
}

/** @param {any} signature */
export function signed(signature) {
  return signature ? `${signature.by}, ${when(signature.at)}` : '—';
}
