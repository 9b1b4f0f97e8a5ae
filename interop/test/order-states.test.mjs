// Section D, points 6, 7, 9, 10 and 11: where orders stand, what may be done to them there, and who is told.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { DataType } from 'node-opcua-client';
import { equals, listening } from '../events.mjs';
// On the same machine, so in turn with what is here.
import '../order-life.mjs';
import { bits, DONE, forParts, MACHINE, numbers, Orders, pause, plain } from '../orders.mjs';
import { http, labels, scan, signedIn, value } from '../plant.mjs';

const faults = JSON.parse(process.env.KEYWAY_DEMO ?? '[]').find((line) => line.startsWith('faults '))?.split(/\s+/)[1];
const blocks = labels.filter((label) => label.station === 'ST-10').slice(0, 4);
let scans = 0;

const switchMachine = (query) => fetch(`${faults}/${MACHINE}?${query}`, { method: 'PUT' });
after(() => switchMachine('cycleTime=3'));

/** The machine takes the next part; scanned again as long as it is still at the one before. */
async function machineOne(order) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const job = await scan(blocks[scans++ % blocks.length]);
    if (['ACCEPTED', 'COMPLETED'].includes(job.state)) {
      assert.equal(job.order ?? undefined, order);
      return job;
    }
    await pause(500);
  }
  assert.fail('the machine takes no part');
}

async function done(job) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const now = await (await fetch(new URL(`/api/v1/jobs/${job.id}`, http))).json();
    if (now.state === 'COMPLETED') return;
    await pause(100);
  }
  assert.fail(`${job.id} is not completed`);
}

/** OPC 40001-3: every response has an order, every order beyond the first two states a response, and both say the same state. */
async function consistent(mes) {
  const [orders, responses] = [await mes.list(), await mes.responses()];
  const stood = new Map(responses.map((response) => [response.jobOrderID, plain(response.jobState)]));
  for (const { jobOrder, state } of orders) {
    const begun = state[0].stateNumber > 2;
    assert.equal(stood.has(jobOrder.jobOrderID), begun, jobOrder.jobOrderID);
    if (begun) assert.deepEqual(stood.get(jobOrder.jobOrderID), plain(state));
    stood.delete(jobOrder.jobOrderID);
  }
  assert.deepEqual([...stood.keys()], []);
}

/** What may be done from each state (OPC 10031-4 6.2.1), and where it leads; nothing where the order disappears. */
const LEGAL = {
  1: { Start: [2, 1], Update: [1, 1], Cancel: [], Abort: [6] },
  2: { RevokeStart: [1, 1], Update: [2, 1], Cancel: [], Abort: [6] },
  3: { Stop: [5, 1], Abort: [6] },
  4: { Stop: [5, 1], Abort: [6] },
  5: { Clear: [] },
  6: { Clear: [] },
};
const METHODS = ['Start', 'RevokeStart', 'Update', 'Stop', 'Abort', 'Cancel', 'Clear'];

const act = (mes, method, id) => (method === 'Update' ? mes.give('Update', { jobOrderID: id, priority: 9 }) : mes.command(method, id));

/** Everything that isn't legal is bit 3 and changes nothing. */
async function refusesTheRest(mes, top, id) {
  const before = plain(await mes.find(id));
  assert.equal(before.state[0].stateNumber, top);
  const unchanged = async (answer, expected, method) => {
    assert.equal(answer, expected, `${method} from ${top}`);
    assert.deepEqual(plain(await mes.find(id)), before, `${method} from ${top}`);
  };
  for (const method of METHODS.filter((one) => !LEGAL[top][one])) {
    await unchanged(await act(mes, method, id), bits(3), method);
  }
  for (const method of ['Store', 'StoreAndStart']) {
    await unchanged(await mes.give(method, { jobOrderID: id, priority: 77 }), bits(4, 37), method);
  }
  await consistent(mes);
}

async function leads(mes, top, method, id) {
  assert.equal((await mes.state(id))[0], top);
  assert.equal(await act(mes, method, id), DONE, `${method} from ${top}`);
  assert.deepEqual(await mes.state(id), LEGAL[top][method], `${method} from ${top}`);
  await consistent(mes);
}

/** An order of two parts that goes before those that were given before it, and the first of its parts. */
async function begun(mes, id) {
  assert.equal(await mes.give('StoreAndStart', { ...forParts(id, 2), priority: (priority += 1) }), DONE);
  return machineOne(id);
}
let priority = 100;

test('Pause and Resume, which no machine of ours can do, are not shown', () =>
  signedIn('mes', async (session) => {
    const mes = new Orders(session);
    const shown = (await session.browse(`ns=8;s=${mes.control}`)).references.map((one) => one.browseName.name);
    for (const method of ['Pause', 'Resume']) assert.ok(!shown.includes(method), method);
    for (const method of ['Store', 'StoreAndStart', ...METHODS]) assert.ok(shown.includes(method), method);
  }));

test('D6, D7: where an order waits, what is legal leads where it should, and all else is bit 3 and no change', () =>
  signedIn('mes', async (session) => {
    const mes = new Orders(session);
    for (const [top, store] of [[1, 'Store'], [2, 'StoreAndStart']]) {
      for (const [i, method] of Object.keys(LEGAL[top]).entries()) {
        const id = `D6-${top}-${i}`;
        assert.equal(await mes.give(store, { jobOrderID: id }), DONE);
        if (i === 0) await refusesTheRest(mes, top, id);
        await leads(mes, top, method, id);
        if (method === 'Abort') {
          await refusesTheRest(mes, 6, id);
          await leads(mes, 6, 'Clear', id);
        } else if (method !== 'Cancel') {
          assert.equal(await mes.command('Cancel', id), DONE);
        }
      }
    }
  }));

test('D6, D7: the same where it runs, is interrupted, and has ended', () =>
  signedIn('mes', async (session) => {
    const mes = new Orders(session);
    // One of two parts is made: an order runs until the second is.
    for (const [id, end] of [['D6-3-0', 'Stop'], ['D6-3-1', 'Abort']]) {
      await done(await begun(mes, id));
      await refusesTheRest(mes, 3, id);
      await leads(mes, 3, end, id);
      const ended = end === 'Stop' ? 5 : 6;
      await refusesTheRest(mes, ended, id);
      await leads(mes, ended, 'Clear', id);
    }
    await switchMachine('cycleTime=5');
    for (const [id, end] of [['D6-4-0', 'Stop'], ['D6-4-1', 'Abort']]) {
      const job = await begun(mes, id);
      await switchMachine('state=Alarm');
      await mes.until(id, 4);
      assert.deepEqual(await mes.state(id), [4, 1]);
      await refusesTheRest(mes, 4, id);
      await leads(mes, 4, end, id);
      await done(job);
      assert.equal(await mes.command('Clear', id), DONE);
    }
    await switchMachine('cycleTime=3');
  }));

const STATES = {
  1: ['NotAllowedToStart', { 1: 'Waiting', 2: 'Ready', 3: 'Loaded' }],
  2: ['AllowedToStart', { 1: 'Waiting', 2: 'Ready', 3: 'Loaded' }],
  3: ['Running', {}],
  4: ['Interrupted', { 1: 'Held', 2: 'Suspended' }],
  5: ['Ended', { 1: 'Completed', 2: 'Closed' }],
  6: ['Aborted', {}],
};

/** The top state first, without a path, by its number and text; then its substate, by the path to its machine. */
function wellFormed(state) {
  const [top, sub] = state;
  const [name, substates] = STATES[top.stateNumber];
  assert.equal((top.browsePath.elements ?? []).length, 0);
  assert.equal(top.stateText.text, name);
  assert.equal(state.length, Object.keys(substates).length > 0 ? 2 : 1, name);
  if (sub) {
    assert.equal(sub.stateText.text, substates[sub.stateNumber], name);
    assert.deepEqual(sub.browsePath.elements.map((one) => [one.targetName.namespaceIndex, one.targetName.name]), [[5, `${name}Substates`]]);
  }
}

/** Listens at the machine to the status events of orders, while work goes on. */
const statusEvents = (session, work) =>
  listening(session, `ns=8;s=${MACHINE}`, ['EventType', 'SourceNode', '5:JobOrder', '5:JobState', '5:JobResponse'],
    [equals('SourceNode', DataType.NodeId, `ns=8;s=${MACHINE}`)],
    (events, one) => {
      const of = (id) => events.filter((event) => event.JobOrder?.jobOrderID === id);
      return work(of, (id, ...state) => one((event) => event.JobOrder?.jobOrderID === id && `${numbers(event.JobState)}` === `${state}`, `${id} ${state}`));
    });

test('D9, D10, D11: an order tells each of its states, the same in event, response and list', () =>
  signedIn('mes', (session) => statusEvents(session, async (of, told) => {
    const mes = new Orders(session);
    const id = 'D10';
    const step = async (...state) => {
      const event = await told(id, ...state);
      assert.equal(event.EventType.toString(), 'ns=7;i=1101');
      wellFormed(event.JobState);
      assert.equal(event.JobResponse.jobOrderID, id);
      assert.deepEqual(plain(event.JobResponse.jobState), plain(event.JobState));
      const response = (await mes.responses()).find((one) => one.jobOrderID === id);
      if (response && `${numbers(response.jobState)}` === `${state}`) {
        assert.deepEqual(plain(response.jobState), plain(event.JobState));
      }
      await consistent(mes);
    };
    await mes.give('Store', forParts(id));
    await step(1, 1);
    await mes.command('Start', id);
    await step(2, 1);
    await mes.command('RevokeStart', id);
    await mes.command('Start', id);
    const job = await machineOne(id);
    for (const state of [[2, 2], [2, 3], [3]]) await step(...state);
    await done(job);
    await step(5, 1);
    assert.equal((await mes.response(id)).status, DONE);
    await step(5, 2);
    assert.deepEqual(of(id).map((event) => `${numbers(event.JobState)}`), ['1,1', '2,1', '1,1', '2,1', '2,2', '2,3', '3', '5,1', '5,2']);
    await mes.command('Clear', id);
    assert.deepEqual(await mes.state(id), []);
    await consistent(mes);
  })));

test('section 5.2: a scan that takes no order is listed as one, goes its way and ends with a response', () =>
  signedIn('mes', (session) => statusEvents(session, async (of, told) => {
    const mes = new Orders(session);
    const job = await machineOne(undefined);
    await told(job.id, 3);
    await consistent(mes);
    const { jobOrder } = await mes.find(job.id);
    assert.match(jobOrder.workMasterID[0].ID, /^.+@[0-9]+$/);
    const given = new Map(jobOrder.jobOrderParameters.map((one) => [one.ID, one]));
    assert.equal(given.get('RunsPlanned').value.value, 1);
    assert.equal(given.get('JobExecutionMode').value.value, 2);
    for (const parameter of job.parameters) {
      const found = given.get(parameter.name);
      assert.equal(found.value.value, parameter.value, parameter.name);
      const type = await session.read({ nodeId: `ns=8;s=${MACHINE}/Parameters/${parameter.name}`, attributeId: 14 });
      assert.equal(found.value.dataType, type.value.value.value, parameter.name);
      const unit = await value(session, `${MACHINE}/Parameters/${parameter.name}/EngineeringUnits`);
      assert.equal(found.engineeringUnits?.unitId, unit?.unitId, parameter.name);
    }
    const [part] = jobOrder.materialRequirements;
    assert.deepEqual([part.materialDefinitionID, part.materialUse, part.quantity], [job.identity.product, 'Material produced', '1']);
    assert.equal(part.engineeringUnits.unitId, 4732983, 'H87, piece');
    const identification = part.properties.find((one) => one.ID === 'Identification').value.value;
    assert.deepEqual([identification.itemNumber, identification.serialNumber], [job.identity.product, job.identity.serial]);
    await done(job);
    await told(job.id, 5, 1);
    const { response } = await mes.response(job.id);
    assert.equal(response.jobResponseData.find((one) => one.ID === 'JobResult').value.value, 1);
    await told(job.id, 5, 2);
    assert.deepEqual(plain(response.materialActuals), plain(jobOrder.materialRequirements));
    assert.deepEqual(of(job.id).map((event) => `${numbers(event.JobState)}`), ['2,2', '2,3', '3', '5,1', '5,2']);
    assert.equal(await mes.command('Clear', job.id), DONE);
    await consistent(mes);
  })));
