// A server as a plant runs it: `keyway serve` with a configuration, a workshop and accounts of its own.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const KEYWAY = fileURLToPath(new URL('../keyway', import.meta.url));
const PATIENCE = 120_000;

/** What every PLC account of a plant signs in with. */
export const PASSWORD = 'a-long-enough-password-4711';

/** Starts `keyway` with arguments; once it says that it is ready, the process, its addresses and what it printed. */
export async function started(...args) {
  const server = spawn(KEYWAY, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = [];
  const timer = setTimeout(() => server.kill('SIGTERM'), PATIENCE);
  for await (const line of createInterface({ input: server.stdout })) {
    lines.push(line);
    const ready = /^keyway ready http=(\S+) opcua=(\S+)/.exec(line);
    if (ready) {
      clearTimeout(timer);
      server.stdout.resume();
      return { server, lines, http: ready[1], opcua: ready[2] };
    }
  }
  throw new Error(`keyway ${args[0]} did not become ready: ${lines.join('\n')}`);
}

/** Ends a server that was started, and waits until it is gone. */
export async function ended({ server }) {
  server.kill('SIGTERM');
  if (server.exitCode === null) await once(server, 'exit');
}

const family = `
kind: ProductFamily
id: F
name: {en: Family, zh: 产品族}
---
kind: Product
id: P-1
family: F
name: {en: Product, zh: 产品}
identifiers: ["plain:P100-0001"]
---
kind: MachineProfile
id: hosted
delivery: opcua-host
parameters:
  - {name: torque, type: Double, unit: N·m, min: 1, max: 60, required: true, node: "param=1", label: {en: Torque, zh: 扭矩}}
  - {name: count, type: UInt16, min: 1, max: 24, node: "param=2", label: {en: Bolts, zh: 螺栓}}
`;

/** A nutrunner that fetches its jobs: NR-90 at station ST-90, and so on. */
const hosted = (no) => `
---
kind: Station
id: ST-${no}
name: {en: Station ${no}, zh: 工位 ${no}}
rework: true
repeatWindow: 0s
---
kind: Machine
id: NR-${no}
name: {en: Nutrunner ${no}, zh: 拧紧机 ${no}}
class: NUTRUNNER
station: ST-${no}
operation: OP${no}
profile: hosted
---
kind: ParameterSet
id: P-1-OP${no}
scope: {product: P-1, machineClass: NUTRUNNER, operation: OP${no}}
values: {torque: 12.5, count: 8}
`;

/** A plant's folder: its configuration, its data, and whatever of it is run from the command line. */
export class Plant {
  folder = mkdtempSync(join(tmpdir(), 'keyway-plant-'));
  config = join(this.folder, 'keyway.yaml');

  /** Further lines of the configuration's section `opcua`, and of the whole. */
  constructor(opcua = '', rest = '') {
    writeFileSync(this.config, `data: data\nhttp: {port: 0}\nopcua: {port: 0${opcua}}\nworkshop: [workshop.yaml]\n${rest}`);
    writeFileSync(join(this.folder, 'workshop.yaml'), family);
  }

  keyway(args, input = '') {
    return execFileSync(KEYWAY, [...args, '--config', this.config], { encoding: 'utf8', input, stdio: ['pipe', 'pipe', 'pipe'] });
  }

  /** Machines that fetch their jobs, released, each with an account for its PLC, such as `plc-90` for `NR-90`. */
  equip(...numbers) {
    const workshop = join(this.folder, 'workshop.yaml');
    writeFileSync(workshop, family + numbers.map(hosted).join(''));
    this.keyway(['import', workshop, '--release']);
    for (const no of numbers) {
      this.keyway(['user', 'add', `plc-${no}`, '--role', 'MachineClient', '--machine', `NR-${no}`], `${PASSWORD}\n`);
    }
    return this;
  }

  start() {
    return started('serve', '--config', this.config);
  }

  /** Trusts whoever was turned away last. */
  trust() {
    this.keyway(['trust', 'accept', /^rejected\s+([0-9a-f]+)/m.exec(this.keyway(['trust', 'list']))[1]]);
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
