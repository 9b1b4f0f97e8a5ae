// Section D: an MES gives orders, as OPC 10031-4 and 40001-3 say it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DataType, makeBrowsePath, resolveNodeId, StatusCodes, VariantArrayType } from 'node-opcua-client';
import { call, labels, scan, signedIn, value } from './plant.mjs';

const MACHINE = 'HMC-01';
const CONTROL = `${MACHINE}/JobManagement/JobOrderControl`;
const RESULTS = `${MACHINE}/JobManagement/JobOrderResults`;
const JOB_ORDER = resolveNodeId('ns=5;i=3008');
const SUCCESS = [0, 1];
const UNKNOWN_ORDER = 1 << 1;
const WRONG_STATE = 1 << 3;

const noComment = { dataType: DataType.LocalizedText, arrayType: VariantArrayType.Array, value: [] };
const text = (words) => ({ dataType: DataType.String, value: words });
/** A 64 bit number comes as [high, low]. */
const bits = ([high, low]) => high * 2 ** 32 + low;
const control = async (session, method, id) => {
  const { status, out } = await call(session, CONTROL, method, text(id), noComment);
  assert.ok(!status.name.startsWith('Bad'), `${method}: ${status.name}`);
  return bits(out[0]);
};

async function order(session, fields) {
  const body = await session.constructExtensionObject(JOB_ORDER, fields);
  return { dataType: DataType.ExtensionObject, value: body };
}

const listed = async (session, id) =>
  ((await value(session, `${CONTROL}/JobOrderList`)) ?? []).find((entry) => entry.jobOrder.jobOrderID === id);

test('job management is found where OPC 40001-3 puts it', () =>
  signedIn('mes', async (session) => {
    const path = '/4:Machines/8:HMC-01/4:MachineryBuildingBlocks/6:JobManagement/6:JobOrderControl';
    const found = await session.translateBrowsePath(makeBrowsePath('ObjectsFolder', path));
    assert.equal(found.statusCode, StatusCodes.Good);
    assert.equal(found.targets[0].targetId.toString(), `ns=8;s=${CONTROL}`);
  }));

test('an order goes from Store to its response, by the scan of a part', () =>
  signedIn('mes', async (session) => {
    const id = `IOP-${Date.now()}`;
    const fields = {
      jobOrderID: id,
      priority: 5,
      materialRequirements: [{ materialDefinitionID: 'CB-150', materialUse: 'Material produced' }],
    };
    const stored = await call(session, CONTROL, 'Store', await order(session, fields), noComment);
    assert.equal(stored.status, StatusCodes.Good);
    assert.deepEqual([...stored.out[0]], SUCCESS);

    const entry = await listed(session, id);
    assert.equal(entry.jobOrder.priority, 5);
    assert.equal(entry.jobOrder.materialRequirements[0].materialDefinitionID, 'CB-150');
    assert.equal(entry.state[0].stateNumber, 1);

    assert.equal(await control(session, 'Start', id), 1);
    assert.equal((await listed(session, id)).state[0].stateNumber, 2);

    const job = await scan(labels.find((label) => label.station === 'ST-10'));
    assert.ok(['ACCEPTED', 'COMPLETED'].includes(job.state), JSON.stringify(job.refusal));
    const deadline = Date.now() + 30_000;
    while ((await listed(session, id)).state[0].stateNumber !== 5 && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    assert.equal((await listed(session, id)).state[0].stateNumber, 5);

    const asked = await call(session, RESULTS, 'RequestJobResponseByJobOrderID', text(id));
    assert.equal(asked.status, StatusCodes.Good);
    const response = asked.out.find((one) => one?.jobOrderID === id);
    assert.equal(response.jobOrderID, id);
    const speed = response.jobResponseData.find((one) => one.ID === 'boreSpindleSpeed');
    assert.ok(speed, JSON.stringify(response.jobResponseData));

    assert.equal(await control(session, 'Clear', id), 1);
    assert.equal(await listed(session, id), undefined);
  }));

test('what an MES gets wrong is told in bits, not as a fault of the call', () =>
  signedIn('mes', async (session) => {
    assert.equal(await control(session, 'Cancel', 'NO-SUCH-ORDER'), UNKNOWN_ORDER);
    const id = `IOP-W-${Date.now()}`;
    const stored = await call(session, CONTROL, 'Store', await order(session, { jobOrderID: id }), noComment);
    const accepted = bits(stored.out[0]) === 1;
    if (accepted) {
      assert.equal(await control(session, 'Clear', id), WRONG_STATE);
      assert.equal(await control(session, 'Cancel', id), 1);
    }
    const wrong = await call(session, CONTROL, 'Cancel', { dataType: DataType.Int32, value: 7 }, noComment);
    assert.equal(wrong.status, StatusCodes.BadInvalidArgument);
  }));
