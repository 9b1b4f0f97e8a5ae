// Section D, point 12: orders are on record before they are answered, whatever becomes of the server.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DataType } from 'node-opcua-client';
import { DONE, Orders, plain } from '../orders.mjs';
import { signedInAt } from '../plant.mjs';

const KEYWAY = fileURLToPath(new URL('../../keyway', import.meta.url));
const PASSWORD = 'a-long-enough-password-4711';
const folder = mkdtempSync(join(tmpdir(), 'keyway-orders-'));
const config = join(folder, 'keyway.yaml');
let server;
let opcua;

async function serve() {
  server = spawn(KEYWAY, ['serve', '--config', config], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: server.stdout })) {
    opcua = /^keyway ready http=\S+ opcua=(\S+)/.exec(line)?.[1];
    if (opcua) break;
  }
  server.stdout.resume();
}

async function end(signal) {
  server.kill(signal);
  await once(server, 'exit');
}

before(async () => {
  writeFileSync(config, 'data: data\nhttp: {port: 0}\nopcua: {port: 0}\nworkshop: [workshop.yaml]\n');
  writeFileSync(join(folder, 'workshop.yaml'), `
kind: Station
id: ST-1
name: {en: Station, zh: 工位}
---
kind: MachineProfile
id: hosted
delivery: opcua-host
parameters:
  - {name: torque, type: Double, unit: N·m, min: 1, max: 60, node: "param=1", label: {en: Torque, zh: 扭矩}}
---
kind: Machine
id: NR-1
name: {en: Nutrunner, zh: 拧紧机}
class: NUTRUNNER
station: ST-1
operation: OP10
profile: hosted
`);
  execFileSync(KEYWAY, ['user', 'add', 'mes', '--role', 'MesClient', '--config', config], { input: `${PASSWORD}\n` });
  await serve();
  await assert.rejects(signedInAt(opcua, 'mes', PASSWORD, () => {}));
  const list = execFileSync(KEYWAY, ['trust', 'list', '--config', config], { encoding: 'utf8' });
  execFileSync(KEYWAY, ['trust', 'accept', /^rejected\s+([0-9a-f]+)/m.exec(list)[1], '--config', config]);
});

after(async () => {
  await end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const lists = (work = async () => {}) =>
  signedInAt(opcua, 'mes', PASSWORD, async (session) => {
    const mes = new Orders(session, 'NR-1');
    await work(mes);
    return plain({ orders: await mes.list(), responses: await mes.responses() });
  });

test('D12: both lists are the same after the server was ended, and after it was killed', async () => {
  const inner = { ID: 'mes:inner', value: { dataType: DataType.Double, value: 0.1 } };
  let known = await lists(async (mes) => {
    const full = {
      jobOrderID: 'D12-1',
      description: [{ locale: 'zh', text: '早班' }],
      startTime: new Date('2026-11-25T06:00:00.123Z'),
      priority: -3,
      jobOrderParameters: [{ ID: 'mes:outer', value: { dataType: DataType.String, value: 'x' }, subparameters: [inner] }],
    };
    assert.equal(await mes.give('Store', full), DONE);
    assert.equal(await mes.give('StoreAndStart', { jobOrderID: 'D12-2' }), DONE);
    assert.equal(await mes.give('Store', { jobOrderID: 'D12-3' }), DONE);
    assert.equal(await mes.command('Abort', 'D12-3'), DONE);
    assert.equal(await mes.give('Store', { jobOrderID: 'D12-4' }), DONE);
    assert.equal(await mes.command('Cancel', 'D12-4'), DONE);
  });
  assert.equal(known.orders.length, 3);
  assert.equal(known.responses.length, 1);
  await end('SIGTERM');
  await serve();
  assert.deepEqual(await lists(), known);

  known = await lists((mes) => mes.give('Store', { jobOrderID: 'D12-5' }));
  assert.equal(known.orders.length, 4);
  await end('SIGKILL');
  await serve();
  assert.deepEqual(await lists(), known);
});
