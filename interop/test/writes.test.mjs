// Sections B2 to B5, B7, C2 and C4: what a PLC may write, what it may not, and that a refusal changes nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttributeIds, DataType, MessageSecurityMode, StatusCodes, VariantArrayType } from 'node-opcua-client';
import { array, isArray, LENGTH, nodeOf, OFFER, PLC_SIDE, scalar, variant, writing } from '../handover.mjs';
import { asPlc, call, connected, inSession, plant } from '../plant.mjs';
import { attributes, Known, readAll } from '../walk.mjs';

const OWN = 'NR-91';
const OTHER = 'NR-90';
const NAMES = Object.keys(PLC_SIDE);
const NONATOMIC_READ = 1 << 8;
const NONATOMIC_WRITE = 1 << 9;
const WRITE_FULL_ARRAY = 1 << 10;
const NON_VOLATILE = 1 << 12;
const WRONG = {
  [DataType.Boolean]: true,
  [DataType.Byte]: 1,
  [DataType.Int16]: 1,
  [DataType.UInt16]: 1,
  [DataType.Int32]: 1,
  [DataType.UInt32]: 1,
  [DataType.Int64]: [0, 1],
  [DataType.Float]: 1,
  [DataType.Double]: 1,
  [DataType.String]: '1',
  [DataType.DateTime]: new Date(),
};

const values = async (session) => JSON.stringify(await attributes(session, NAMES.map((name) => nodeOf(OWN, name))));

/** Writes that must be refused, each in a request of its own, and leave every value as it was. */
async function refused(session, status, writes) {
  const before = await values(session);
  for (const [what, write] of writes) assert.equal((await session.write(write)).name, status, what);
  assert.equal(await values(session), before);
}

test('a PLC writes each node of its part, and reads what it wrote', () =>
  asPlc('91', async (session) => {
    for (const name of NAMES) {
      assert.equal(await session.write(writing(OWN, name, variant(name, 3))), StatusCodes.Good, name);
      const read = (await session.read({ nodeId: nodeOf(OWN, name) })).value;
      assert.deepEqual(read.value, variant(name, 3).value, name);
    }
  }));

test('what is no number, or not finite, is out of range and changes nothing', () =>
  asPlc('91', async (session) => {
    const arrays = ['EchoValue', 'EchoValueF'];
    const writes = arrays.flatMap((name) =>
      [NaN, Infinity, -Infinity].map((bad) => {
        const value = variant(name, 1);
        value.value[LENGTH - 1] = bad;
        return [`${name} ${bad}`, writing(OWN, name, value)];
      }),
    );
    await refused(session, 'BadOutOfRange', writes);
  }));

test('a parameter takes no value below, above or within its range: values come from released data alone', () =>
  asPlc('91', async (session) => {
    const nodeId = `ns=8;s=${OWN}/Parameters/torque`;
    const range = (await session.read({ nodeId: `${nodeId}/EURange` })).value.value;
    const before = (await session.read({ nodeId })).value.value;
    for (const value of [range.low - 1, range.high + 1, NaN, Infinity, (range.low + range.high) / 2]) {
      const write = { nodeId, attributeId: AttributeIds.Value, value: { value: scalar(DataType.Double, value) } };
      assert.equal(await session.write(write), StatusCodes.BadNotWritable);
    }
    assert.deepEqual((await session.read({ nodeId })).value.value, before);
  }));

test('a value of another type is a mismatch and changes nothing', () =>
  asPlc('91', async (session) => {
    const writes = NAMES.flatMap((name) =>
      Object.entries(WRONG)
        .map(([dataType, value]) => [Number(dataType), value])
        .filter(([dataType]) => dataType !== PLC_SIDE[name])
        .map(([dataType, value]) => {
          const wrong = isArray(name) ? array(dataType, value) : scalar(dataType, value);
          return [`${name} as ${DataType[dataType]}`, writing(OWN, name, wrong)];
        }),
    );
    assert.ok(writes.length > 150);
    await refused(session, 'BadTypeMismatch', writes);
  }));

test('a value of another rank or length is a mismatch and changes nothing', () =>
  asPlc('91', async (session) => {
    const writes = NAMES.flatMap((name) => {
      const dataType = PLC_SIDE[name];
      const matrix = { ...array(dataType, 1, 4), arrayType: VariantArrayType.Matrix, dimensions: [2, 2] };
      const lengths = [0, LENGTH - 1, LENGTH + 1].map((length) => array(dataType, 1, length));
      const wrong = isArray(name) ? [scalar(dataType, 1), ...lengths, matrix] : [array(dataType, 1, 1), matrix];
      return wrong.map((value) => [`${name} as ${VariantArrayType[value.arrayType]}`, writing(OWN, name, value)]);
    });
    await refused(session, 'BadTypeMismatch', writes);
  }));

test('no part of an array is written', () =>
  asPlc('91', async (session) => {
    const part = writing(OWN, 'EchoValue', array(DataType.Double, 7, 2));
    await refused(session, 'BadWriteNotSupported', [['two elements', { ...part, indexRange: '3:4' }]]);
  }));

test('a value whose status is not good is refused, and changes nothing', () =>
  asPlc('91', async (session) => {
    const statuses = [StatusCodes.BadSensorFailure, StatusCodes.UncertainLastUsableValue, StatusCodes.GoodClamped];
    const writes = NAMES.flatMap((name) =>
      statuses.map((statusCode) => [`${name} ${statusCode.name}`, writing(OWN, name, variant(name, 5), { statusCode })]),
    );
    await refused(session, 'BadWriteNotSupported', writes);
  }));

test('the time stamps of a client are not kept', () =>
  asPlc('91', async (session) => {
    const long = new Date('2001-02-03T04:05:06Z');
    const stamps = { sourceTimestamp: long, serverTimestamp: long };
    const before = Date.now() - 60_000;
    assert.equal(await session.write(writing(OWN, 'PartsGood', variant('PartsGood', 11), stamps)), StatusCodes.Good);
    const read = await session.read({ nodeId: nodeOf(OWN, 'PartsGood') });
    assert.equal(read.value.value, 11);
    assert.ok(read.sourceTimestamp.getTime() > before);
    assert.ok(read.serverTimestamp.getTime() > before);
  }));

test('the extended access level says what is promised', () =>
  asPlc('91', async (session) => {
    const known = new Known(session);
    const all = await known.below(`ns=8;s=${OWN}`, 'ns=8;s=Keyway');
    const [level, extended, rank] = await Promise.all(
      ['AccessLevel', 'AccessLevelEx', 'ValueRank'].map((name) => attributes(session, all, AttributeIds[name])),
    );
    const variables = all.map((id, i) => ({ id, level: level[i], extended: extended[i], rank: rank[i] })).filter((one) => one.rank !== undefined);
    assert.ok(variables.length > 50);
    const onRecord = new Set([...OFFER, 'OfferState', 'ParamValueF'].map((name) => nodeOf(OWN, name)));
    for (const one of variables) {
      assert.equal(one.extended & 255, one.level, one.id);
      assert.equal(one.extended & (NONATOMIC_READ | NONATOMIC_WRITE), 0, one.id);
      assert.equal((one.extended & WRITE_FULL_ARRAY) !== 0, one.rank >= 1, one.id);
      assert.equal((one.extended & NON_VOLATILE) !== 0, onRecord.has(one.id), one.id);
    }
  }));

test('one bad element of a write, and none of the machine is changed', () =>
  asPlc('91', async (session) => {
    const good = ['PlcState', 'StageNo', 'EchoNo', 'AckCounter'].map((name) => writing(OWN, name, variant(name, 8)));
    const bad = {
      BadTypeMismatch: writing(OWN, 'StageSeq', scalar(DataType.Int32, 1)),
      BadOutOfRange: writing(OWN, 'EchoValue', variant('EchoValue', NaN)),
      BadNotWritable: writing(OWN, 'CommitSeq', scalar(DataType.UInt32, 1)),
      BadWriteNotSupported: writing(OWN, 'StageSeq', variant('StageSeq', 1), { statusCode: StatusCodes.BadSensorFailure }),
    };
    const before = await values(session);
    for (const [status, write] of Object.entries(bad)) {
      for (let at = 0; at <= good.length; at++) {
        const answers = await session.write([...good.slice(0, at), write, ...good.slice(at)]);
        answers.forEach((answer, i) => assert.equal(answer.name, i === at ? status : 'BadInvalidState'));
      }
    }
    assert.equal(await values(session), before);
    assert.ok((await session.write(good)).every((answer) => answer === StatusCodes.Good));
    assert.notEqual(await values(session), before);
  }));

test('the PLC of one machine neither writes, reads nor reports another one, and its own is written all the same', () =>
  asPlc('91', async (session) => {
    const report = NAMES.map((name) => variant(name, 0));
    assert.deepEqual((await call(session, OTHER, 'ReportState', ...report)).status, StatusCodes.BadUserAccessDenied);
    for (const name of NAMES) {
      assert.equal(await session.write(writing(OTHER, name, variant(name, 1))), StatusCodes.BadUserAccessDenied, name);
    }
    const read = await readAll(session, [...NAMES, ...OFFER].map((name) => ({ nodeId: nodeOf(OTHER, name) })));
    assert.ok(read.every((one) => one.statusCode === StatusCodes.BadUserAccessDenied));
    const both = [writing(OTHER, 'StageNo', variant('StageNo', 21)), writing(OWN, 'StageNo', variant('StageNo', 21))];
    assert.deepEqual(await session.write(both), [StatusCodes.BadUserAccessDenied, StatusCodes.Good]);
  }));

test('without signing and encryption nobody writes or calls', async () => {
  await inSession(async (session) => {
    for (const name of NAMES) {
      const status = await session.write(writing('NR-01', name, variant(name, 1)));
      assert.equal(status, StatusCodes.BadSecurityModeInsufficient, name);
    }
    const { status } = await call(session, 'NR-01', 'ReportState', ...NAMES.map((name) => variant(name, 0)));
    assert.equal(status, StatusCodes.BadSecurityModeInsufficient);
  });
  for (const securityMode of [MessageSecurityMode.None, MessageSecurityMode.Sign]) {
    const securityPolicy = securityMode === MessageSecurityMode.None ? 'None' : 'Basic256Sha256';
    const entered = connected({ address: plant.opcua, securityMode, securityPolicy }, (client) => client.createSession());
    await assert.rejects(entered, /End point must exist|Cannot find an Endpoint|BadSecurityModeRejected|BadSecurityChecksFailed|disconnected/);
  }
});
