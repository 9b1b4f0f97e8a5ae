// Starts the demo and a plant's server, runs every check against them, ends them. Says why when one of them fails.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ended, PASSWORD, Plant, started } from './served.mjs';

const here = dirname(fileURLToPath(import.meta.url));
/** Files of checks that run at once: most of the time is the PLCs' and machines' own. */
const AT_ONCE = 2;

/** Lets a server see our certificate, which it turns away, and trust it from then on: as an integrator does. */
async function introduce(enter, trust) {
  await enter().then(
    () => { throw new Error('a certificate that nobody trusts was let in'); },
    () => {},
  );
  trust();
}

function trustInDemo(data) {
  const keyway = (...args) => execFileSync(join(here, '..', 'keyway'), ['trust', ...args, '--pki', join(data, 'pki')], { encoding: 'utf8' });
  keyway('accept', /^rejected\s+([0-9a-f]+)/m.exec(keyway('list'))?.[1]);
}

const data = mkdtempSync(join(tmpdir(), 'keyway-interop-'));
const plant = new Plant();
const running = [];
const note = (one) => {
  running.push(one);
  return one;
};
try {
  // one after the other: whoever starts first builds what is missing
  const demo = note(await started('demo', '--http-port', '0', '--opcua-port', '0', '--data', data));
  const { http, opcua } = note(await plant.equip('90', '91', '92').start());
  Object.assign(process.env, {
    KEYWAY_DEMO: JSON.stringify(demo.lines),
    KEYWAY_DATA: data,
    KEYWAY_PLANT: JSON.stringify({ http, opcua }),
  });
  const { signedIn, signedInAt } = await import('./plant.mjs');
  await introduce(() => signedIn('mes', () => {}), () => trustInDemo(data));
  await introduce(() => signedInAt(opcua, 'plc-90', PASSWORD, () => {}), () => plant.trust());
  const checks = spawn(process.execPath, ['--no-warnings', '--test', `--test-concurrency=${AT_ONCE}`, join(here, 'test')], {
    stdio: 'inherit',
  });
  const [code] = await once(checks, 'exit');
  process.exitCode = code ?? 1;
} finally {
  await Promise.all(running.map(ended));
  rmSync(data, { recursive: true, force: true });
  plant.remove();
}
