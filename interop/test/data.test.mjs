// Section B: values with their types, units and limits, and what is promised about reading and writing them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttributeIds, DataType, StatusCodes } from 'node-opcua-client';
import { inSession, labels, scan, value } from '../plant.mjs';

const CEFACT = 'http://www.opcfoundation.org/UA/units/un/cefact';
const MACHINE = 'HMC-01';

/** The UnitId of a UNECE common code (OPC 10000-8 5.6.3.3), as a number. */
const unitId = (code) => [...code].reduce((id, character) => (id << 8) | character.charCodeAt(0), 0);

async function parameters(session) {
  const found = await session.browse(`ns=8;s=${MACHINE}/Parameters`);
  return found.references.filter((reference) => reference.nodeId.namespace === 8);
}

test('every number has a range, and every unit is one of the list', () =>
  inSession(async (session) => {
    const nodes = await parameters(session);
    assert.ok(nodes.length > 5);
    for (const { nodeId } of nodes) {
      const id = nodeId.toString();
      const { value: dataType } = await session.read({ nodeId: id, attributeId: AttributeIds.DataType });
      const path = id.slice('ns=8;s='.length);
      const unit = await value(session, `${path}/EngineeringUnits`);
      if (unit) {
        assert.ok([CEFACT, 'urn:keyway:ua:units'].includes(unit.namespaceUri), id);
      }
      if (Number(dataType.value.value) === DataType.Double) {
        const range = await value(session, `${path}/EURange`);
        assert.equal(typeof range.low, 'number', id);
      }
    }
    const spindle = await value(session, `${MACHINE}/Parameters/spindleSpeed/EngineeringUnits`);
    assert.equal(spindle.unitId, unitId('RPM'));
    assert.equal(spindle.displayName.text, 'r/min');
  }));

test('a scan shows its values, what the machine answered, and that they are the same', () =>
  inSession(async (session) => {
    const job = await scan(labels.find((label) => label.station === 'ST-10'));
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
      nodeId: `ns=8;s=${MACHINE}/Parameters/spindleSpeed`,
      attributeId: AttributeIds.Value,
      value: { value: { dataType: DataType.Double, value: 12000 } },
    });
    assert.ok([StatusCodes.BadNotWritable, StatusCodes.BadUserAccessDenied].includes(status), status.toString());
  }));
