// Section B1 and what a scan shows: values with their types, units and ranges, which come from released data alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttributeIds, DataType, NodeClass, StatusCodes } from 'node-opcua-client';
import { standardUnits } from 'node-opcua-data-access';
import { inSession, labels, scan, value } from '../plant.mjs';
import { attributes, browseAll, Known } from '../walk.mjs';

const CEFACT = 'http://www.opcfoundation.org/UA/units/un/cefact';
const OURS = 'urn:keyway:ua:units';
const MACHINES = 'ns=4;i=1001';
const MACHINE = 'HMC-02';
const STATION = 'ST-11';
const NUMBERS = [DataType.SByte, DataType.Byte, DataType.Int16, DataType.UInt16, DataType.Int32, DataType.UInt32, DataType.Float, DataType.Double];

/** The UnitId of a UNECE common code (OPC 10000-8 5.6.3.3), as a number. */
const unitId = (code) => [...code].reduce((id, character) => (id << 8) | character.charCodeAt(0), 0);

/** The common code that a UnitId stands for. */
const codeOf = (id) => Buffer.from([id >>> 24, id >>> 16, id >>> 8, id].map((byte) => byte & 255).filter((byte) => byte)).toString('latin1');

/** The rows of the Foundation's table that node-opcua brings along: by UnitId, what units are called. */
const TABLE = new Map(Object.values(standardUnits).map((unit) => [unit.unitId, unit]));
/** Rows where node-opcua says of itself that it keeps another spelling than the table's. */
const SPELT_OTHERWISE = [unitId('P1')];

/** Every parameter of every machine: its id, type, and what is said of it. */
async function parameters(session) {
  const [machines] = await browseAll(session, [MACHINES]);
  const roots = machines.filter((one) => one.nodeId.namespace === 8).map((one) => `${one.nodeId}/Parameters`);
  const known = new Known(session);
  await known.learn(roots);
  const nodes = roots.flatMap((root) =>
    known.of(root).filter((one) => one.isForward && one.nodeClass === NodeClass.Variable).map((one) => one.nodeId.toString()),
  );
  const [types, units, ranges] = await Promise.all([
    attributes(session, nodes, AttributeIds.DataType),
    attributes(session, nodes.map((node) => `${node}/EngineeringUnits`)),
    attributes(session, nodes.map((node) => `${node}/EURange`)),
  ]);
  return nodes.map((id, i) => ({ id, type: types[i].value, unit: units[i], range: ranges[i] }));
}

test('every number has a range whose ends are in their order', () =>
  inSession(async (session) => {
    const numbers = (await parameters(session)).filter(({ type }) => NUMBERS.includes(type));
    assert.ok(numbers.length > 50);
    for (const { id, range } of numbers) {
      assert.ok(range, id);
      assert.ok(!(range.low > range.high), `${id}: ${range.low} to ${range.high}`);
    }
  }));

test('every number that is measured in something has its unit, and no Double is without', () =>
  inSession(async (session) => {
    const all = await parameters(session);
    for (const { id } of all.filter(({ type, unit }) => type === DataType.Double && !unit)) assert.fail(`${id} has no unit`);
    assert.ok(all.filter(({ unit }) => unit).length > 50);
  }));

test('every unit is of the list, by its code and by its row', () =>
  inSession(async (session) => {
    const units = new Map();
    for (const { unit } of await parameters(session)) if (unit) units.set(`${unit.namespaceUri} ${unit.unitId}`, unit);
    assert.ok(units.size > 5, `${units.size} units`);
    let rows = 0;
    for (const unit of units.values()) {
      const of = `${unit.namespaceUri} ${unit.unitId} ${unit.displayName.text}`;
      assert.ok([CEFACT, OURS].includes(unit.namespaceUri), of);
      assert.ok(unit.displayName.text && unit.description.text, of);
      if (unit.namespaceUri === OURS) {
        assert.ok(unit.unitId >= 1 && unit.unitId <= 8, of);
        continue;
      }
      assert.match(codeOf(unit.unitId), /^[A-Z0-9]{2,3}$/, of);
      assert.equal(unitId(codeOf(unit.unitId)), unit.unitId);
      const row = TABLE.get(unit.unitId);
      if (row && !SPELT_OTHERWISE.includes(unit.unitId)) {
        rows += 1;
        assert.deepEqual([unit.displayName.text, unit.description.text], [row.displayName.text, row.description.text]);
      }
    }
    assert.ok(rows > 4, `${rows} rows`);
  }));

test('a scan shows its values, what the machine answered, and that they are the same', () =>
  inSession(async (session) => {
    const job = await scan(labels.find((label) => label.station === STATION));
    assert.ok(['ACCEPTED', 'COMPLETED'].includes(job.state), JSON.stringify(job.refusal));
    for (const parameter of job.parameters.filter((one) => typeof one.value === 'number')) {
      const path = `${MACHINE}/Parameters/${parameter.name}`;
      assert.equal(await value(session, path), parameter.value, parameter.name);
      assert.equal(await value(session, `${path}/VerifyStatus`), 1, parameter.name);
    }
    assert.equal(await value(session, `${MACHINE}/Delivery/JobOrderId`), job.id);
  }));

test('nobody writes the values of a job over OPC UA', () =>
  inSession(async (session) => {
    const status = await session.write({
      nodeId: `ns=8;s=${MACHINE}/Parameters/boreSpindleSpeed`,
      attributeId: AttributeIds.Value,
      value: { value: { dataType: DataType.Double, value: 12000 } },
    });
    assert.equal(status, StatusCodes.BadNotWritable);
  }));
