// Starts the demo, runs every check against it, ends it. Says why when one of them fails.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const PATIENCE = 120_000;

/** The demo, once it says that it is ready: its process and what it printed. */
async function demo(data) {
  const server = spawn(join(here, '..', 'keyway'), ['demo', '--http-port', '0', '--opcua-port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = [];
  const timer = setTimeout(() => server.kill('SIGTERM'), PATIENCE);
  for await (const line of createInterface({ input: server.stdout })) {
    lines.push(line);
    if (line.startsWith('keyway ready ')) {
      clearTimeout(timer);
      server.stdout.resume();
      return { server, lines };
    }
  }
  throw new Error(`the demo did not become ready: ${lines.join('\n')}`);
}

/** Lets the demo see our certificate, which it turns away, and trust it from then on: as an integrator does. */
async function introduce(data) {
  const { signedIn } = await import('./plant.mjs');
  await signedIn('mes', () => {}).then(
    () => { throw new Error('a certificate that nobody trusts was let in'); },
    () => {},
  );
  const keyway = (...args) => execFileSync(join(here, '..', 'keyway'), ['trust', ...args, '--pki', join(data, 'pki')], { encoding: 'utf8' });
  const thumbprint = /^rejected\s+([0-9a-f]+)/m.exec(keyway('list'))?.[1];
  keyway('accept', thumbprint);
}

const data = mkdtempSync(join(tmpdir(), 'keyway-interop-'));
const { server, lines } = await demo(data);
try {
  Object.assign(process.env, { KEYWAY_DEMO: JSON.stringify(lines), KEYWAY_DATA: data });
  await introduce(data);
  const checks = spawn(process.execPath, ['--no-warnings', '--test', '--test-concurrency=1', join(here, 'test')], {
    stdio: 'inherit',
  });
  const [code] = await once(checks, 'exit');
  process.exitCode = code ?? 1;
} finally {
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(data, { recursive: true, force: true });
}
