// @ts-check
/** @type {AudioContext | null} */
let audio = null;

function context() {
  audio ??= new AudioContext();
  return audio;
}

/** Whether the browser lets us be heard yet; most want one touch or key first. */
export function soundReady() {
  return context().state === 'running';
}

/** To be called on a touch or key: that is when a browser allows sound. */
export async function unlockSound() {
  if (!soundReady()) await context().resume();
}

/**
 * @param {number} frequency in Hz
 * @param {OscillatorType} shape
 * @param {number} delay in seconds
 * @param {number} length in seconds
 */
function tone(frequency, shape, delay, length) {
  const output = context();
  const start = output.currentTime + delay;
  const oscillator = output.createOscillator();
  const gain = output.createGain();
  oscillator.type = shape;
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.0001, start);
  gain.gain.exponentialRampToValueAtTime(0.6, start + 0.01);
  gain.gain.setValueAtTime(0.6, start + length - 0.03);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + length);
  oscillator.connect(gain).connect(output.destination);
  oscillator.start(start);
  oscillator.stop(start + length);
}

/** One high tone. */
export function soundGood() {
  tone(1175, 'sine', 0, 0.22);
}

/** Two low tones. */
export function soundBad() {
  tone(196, 'square', 0, 0.24);
  tone(196, 'square', 0.34, 0.24);
}
