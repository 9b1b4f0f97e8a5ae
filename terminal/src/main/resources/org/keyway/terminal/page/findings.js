// @ts-check
import { el, printable } from './dom.js';
import { inLanguage, word } from './words.js';

/** The code of the finding that full-width characters arrived. */
const FULL_WIDTH = 'KW-ID-163';

/** @param {string} name @param {'ok' | 'note' | 'bad'} how @param {string} text */
function row(name, how, text) {
  return [el('dt', {}, name), el(`dd.${how}`, {}, text)];
}

/** @param {string} text */
function visible(text) {
  return printable(text).replaceAll(' ', '␣');
}

/** How one control character arrives. @param {string} name @param {string} form @param {string} itself @param {boolean} spoilt */
function separator(name, form, itself, spoilt) {
  if (!form) return row(name, name === 'GS' ? 'bad' : 'note', word('scanner.lost'));
  if (form === itself) return row(name, 'ok', word('scanner.asPrinted'));
  return row(name, spoilt ? 'bad' : 'ok', `${word('scanner.arrivesAs')} ${visible(form)}`);
}

/**
 * What was found about a scanner, line by line, whatever the language of the reader.
 * @param {any} calibration
 */
export function foundList(calibration) {
  const { profile, findings } = calibration;
  const { gs, rs, eot } = profile.separators;
  const codes = new Set(findings.map((/** @type {any} */ finding) => finding.code));
  const foreign = profile.layout.received.length + profile.layout.unreadable.length;
  const wide = codes.has(FULL_WIDTH);
  return el('dl.found', {},
    ...separator('GS', gs, '\u001d', !calibration.lossless),
    ...separator('RS', rs, '\u001e', false),
    ...separator('EOT', eot, '\u0004', false),
    ...row(word('scanner.prefix'), 'ok', visible(profile.prefix) || word('scanner.none')),
    ...row(word('scanner.suffix'), 'ok', visible(profile.suffix) || word('scanner.none')),
    ...row(word('scanner.case'), profile.caseSwapped ? 'note' : 'ok', word(profile.caseSwapped ? 'scanner.caseSwapped' : 'scanner.asPrinted')),
    ...row(word('scanner.keyboard'), foreign ? 'note' : 'ok', foreign ? word('scanner.keyboardForeign') : word('scanner.asPrinted')),
    ...row(word('scanner.inputMethod'), wide ? 'note' : 'ok', wide ? word('scanner.inputMethodOn') : word('scanner.inputMethodOff')),
    ...row(word('scanner.identifier'), profile.symbologySent ? 'ok' : 'note', word(profile.symbologySent ? 'scanner.sent' : 'scanner.notSent')));
}

/**
 * What is wrong and what to do about it, each sentence with its code.
 * @param {any[]} findings
 */
export function findingList(findings) {
  return el('ol.findings', {}, ...findings.map((finding) => el(`li.${finding.severity}`, {}, inLanguage(finding.message), el('small', {}, finding.code))));
}
