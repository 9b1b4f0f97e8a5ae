// Section F, point 3: a machine that holds another value than it was given is told, and that it was put right.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { listening, ofType } from '../events.mjs';
import { pause } from '../orders.mjs';
import { labels, scan, signedIn, value } from '../plant.mjs';

const MACHINE = 'HMC-02';
const MISMATCH = 'ns=7;i=1102';
const FIELDS = ['EventType', 'SourceNode', 'Severity', '7:JobOrderId', '7:ParameterName', '7:Expected', '7:Found', '7:Active'];
const faults = JSON.parse(process.env.KEYWAY_DEMO ?? '[]').find((line) => line.startsWith('faults '))?.split(/\s+/)[1];
const label = labels.find((one) => one.station === 'ST-11');

const clamp = () => fetch(`${faults}/${MACHINE}/faults?kind=CLAMP_ANSWER_GOOD&node=Stage/SpindleSpeed&operation=WRITE`, { method: 'POST' });
const repair = () => fetch(`${faults}/${MACHINE}/faults`, { method: 'DELETE' });
after(repair);

/** The job of a scan that the machine answers; what came before must be over. */
async function scanned(...states) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; await pause(1_000)) {
    const job = await scan(label);
    if (states.includes(job.state)) return job;
  }
  assert.fail(`no job came to ${states}`);
}

test('F3: a value that reads back as another is a mismatch until the machine holds what it should', () =>
  signedIn('mes', (session) =>
    listening(session, `ns=8;s=${MACHINE}`, FIELDS, [ofType(MISMATCH)], async (events, one) => {
      await clamp();
      const failed = await scanned('FAILED');
      const found = await one((event) => event.Active, 'of the mismatch');
      const wrong = failed.parameters.find((parameter) => parameter.name === found.ParameterName);
      assert.equal(found.ParameterName, 'spindleSpeed');
      assert.deepEqual([found.JobOrderId, found.Expected, found.Found], [failed.id, wrong.written, wrong.readBack]);
      assert.notEqual(found.Expected, found.Found);
      assert.equal(found.SourceNode.toString(), `ns=8;s=${MACHINE}`);
      assert.ok(found.Severity >= 500);
      assert.equal(await value(session, `${MACHINE}/Delivery/MismatchActive`), true);

      await repair();
      const good = await scanned('ACCEPTED', 'COMPLETED');
      const over = await one((event) => !event.Active, 'that it was put right');
      assert.deepEqual([over.JobOrderId, over.ParameterName], [good.id, 'spindleSpeed']);
      assert.ok(over.Severity < 500);
      assert.equal(over.Expected, over.Found);
      assert.equal(await value(session, `${MACHINE}/Delivery/MismatchActive`), false);
      assert.deepEqual(events.map((event) => event.Active), [true, false]);
    }),
  ));
