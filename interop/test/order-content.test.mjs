// Section D, points 2 to 5 and 8: what an MES sends comes back as it was sent, and what can't be taken is told in bits.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { coerceNodeId, DataType, DataValue, QualifiedName, StatusCodes, Variant, VariantArrayType } from 'node-opcua-client';
import { bits, DONE, Orders, plain } from '../orders.mjs';
import { signedIn, value } from '../plant.mjs';

const AT_ONCE = 64;
const english = (words) => ({ locale: 'en', text: words });
const MMT = {
  namespaceUri: 'http://www.opcfoundation.org/UA/units/un/cefact',
  unitId: 5066068,
  displayName: english('mm'),
  description: english('millimetre'),
};

/** The ten optional fields, in the order of the standard. */
const OPTIONAL = {
  description: [english('for the first shift'), { locale: 'zh', text: '早班' }],
  workMasterID: [{ ID: 'RCP-7', description: english('recipe'), parameters: [{ ID: 'a', value: { dataType: DataType.Double, value: 1.5 } }] }],
  startTime: new Date('2026-11-25T06:00:00.123Z'),
  endTime: new Date('2026-11-25T14:00:00Z'),
  priority: -7,
  jobOrderParameters: [{ ID: 'mes:batch', value: { dataType: DataType.String, value: '批次 7' }, engineeringUnits: MMT }],
  personnelRequirements: [{ ID: 'W-1', personnelUse: 'operator', quantity: '2' }],
  equipmentRequirements: [{ ID: 'E-1', quantity: '1', engineeringUnits: MMT }],
  physicalAssetRequirements: [{ ID: 'A-1', description: [english('fixture')], physicalAssetUse: 'clamping' }],
  materialRequirements: [{ materialLotID: 'L-9', materialUse: 'Material consumed', quantity: '3.50' }],
};
const FIELDS = Object.keys(OPTIONAL);

const subset = (mask) => Object.fromEntries(FIELDS.filter((_, bit) => mask & (1 << bit)).map((field) => [field, OPTIONAL[field]]));

test('D2: an order comes back field by field, for each of the 1,024 sets of optional fields', () =>
  signedIn('mes', async (session) => {
    const mes = new Orders(session);
    for (let first = 0; first < 1 << FIELDS.length; first += AT_ONCE) {
      const masks = Array.from({ length: AT_ONCE }, (_, i) => first + i);
      const sent = await Promise.all(masks.map((mask) => mes.order({ jobOrderID: `D2-${mask}`, ...subset(mask) })));
      assert.deepEqual(new Set(await mes.callAll('Store', sent)), new Set([DONE]));
      const listed = new Map((await mes.list()).map((entry) => [entry.jobOrder.jobOrderID, entry.jobOrder]));
      for (const [i, mask] of masks.entries()) {
        const found = listed.get(`D2-${mask}`);
        assert.deepEqual(plain(found), plain(sent[i]), `fields ${mask.toString(2)}`);
        for (const [bit, field] of FIELDS.entries()) {
          assert.equal(found[field] !== undefined && found[field] !== null, (mask & (1 << bit)) !== 0, `${field} of ${mask}`);
        }
      }
      assert.deepEqual(new Set(await mes.callAll('Cancel', masks.map((mask) => `D2-${mask}`))), new Set([DONE]));
    }
  }));

/** A value of each type that a Variant can have (OPC 10000-6 5.1.2). */
const SCALARS = [
  [DataType.Boolean, true],
  [DataType.SByte, -128],
  [DataType.Byte, 255],
  [DataType.Int16, -32768],
  [DataType.UInt16, 65535],
  [DataType.Int32, -2147483648],
  [DataType.UInt32, 4294967295],
  [DataType.Int64, [0x80000000, 1]],
  [DataType.UInt64, [0xffffffff, 0xffffffff]],
  [DataType.Float, 0.5],
  [DataType.Double, -1.7976931348623157e308],
  [DataType.String, '齿轮 \u0001 \u{1f600}'],
  [DataType.DateTime, new Date('2026-11-25T06:00:00.123Z')],
  [DataType.Guid, '72962B91-FA75-4AE6-8D28-B404DC7DAF63'],
  [DataType.ByteString, Buffer.from([0, 255, 1])],
  [DataType.XmlElement, '<a b="c">齿</a>'],
  [DataType.NodeId, coerceNodeId('ns=5;s=a;b')],
  [DataType.ExpandedNodeId, coerceNodeId('ns=2;i=7')],
  [DataType.StatusCode, StatusCodes.BadOutOfRange],
  [DataType.QualifiedName, new QualifiedName({ namespaceIndex: 5, name: 'q' })],
  [DataType.LocalizedText, { locale: 'zh', text: '扭矩' }],
  [DataType.DataValue, new DataValue({ value: new Variant({ dataType: DataType.Int32, value: 3 }), statusCode: StatusCodes.Good })],
];

/** Parameters with each scalar, an array of it, an empty array, and the two kinds of numbers in two dimensions. */
async function everyType(mes) {
  const body = await mes.order({ jobOrderID: 'inner', priority: 3 });
  const all = [...SCALARS, [DataType.ExtensionObject, body]];
  const of = (id, shape) => ({ ID: `mes:${id}`, value: new Variant(shape) });
  return [
    ...all.map(([dataType, one]) => of(DataType[dataType], { dataType, arrayType: VariantArrayType.Scalar, value: one })),
    ...all.map(([dataType, one]) => of(`${DataType[dataType]}[]`, { dataType, arrayType: VariantArrayType.Array, value: [one, one] })),
    of('String[0]', { dataType: DataType.String, arrayType: VariantArrayType.Array, value: [] }),
    of('Variant[]', {
      dataType: DataType.Variant,
      arrayType: VariantArrayType.Array,
      value: [new Variant({ dataType: DataType.Int32, value: 1 }), new Variant({ dataType: DataType.String, value: 'b' })],
    }),
    ...[DataType.Int32, DataType.Double].map((dataType) =>
      of(`${DataType[dataType]}[2,3]`, { dataType, arrayType: VariantArrayType.Matrix, dimensions: [2, 3], value: [1, 2, 3, 4, 5, 6] }),
    ),
    { ID: 'mes:none', value: new Variant({ dataType: DataType.Null }) },
  ];
}

test('D3: parameters three deep, of every type of a Variant and arrays of it, come back as they were sent', () =>
  signedIn('mes', async (session) => {
    const mes = new Orders(session);
    const values = await everyType(mes);
    const nested = { ID: 'mes:1', value: values[0].value, subparameters: [{ ID: 'mes:2', value: values[1].value, engineeringUnits: MMT, subparameters: values }] };
    const sent = await mes.order({ jobOrderID: 'D3', priority: 1, jobOrderParameters: [nested] });
    assert.deepEqual(await mes.callAll('Store', [sent]), [DONE]);
    const found = (await mes.find('D3')).jobOrder;
    assert.deepEqual(plain(found), plain(sent));
    const deepest = found.jobOrderParameters[0].subparameters[0].subparameters;
    assert.deepEqual(
      deepest.map((one) => [one.ID, one.value.dataType, one.value.arrayType, one.subparameters ?? null]),
      values.map((one) => [one.ID, one.value.dataType, one.value.arrayType, null]),
    );
    assert.equal(await mes.command('Cancel', 'D3'), DONE);
  }));

test('D4: the same order again is done already; something else under its id is not', () =>
  signedIn('mes', async (session) => {
    const mes = new Orders(session);
    const order = { jobOrderID: 'D4', priority: 5 };
    assert.equal(await mes.give('Store', order), DONE);
    const before = plain(await mes.list());
    assert.equal(await mes.give('Store', order), DONE);
    for (const other of [{ priority: 6 }, { priority: undefined }, { priority: 5, description: [english('x')] }]) {
      assert.equal(await mes.give('Store', { ...order, ...other }), bits(4, 37));
    }
    assert.deepEqual(plain(await mes.list()), before);
    assert.equal(await mes.command('Cancel', 'D4'), DONE);
  }));

test('D5: an order that nobody knows is bit 1, in a call that is Good and has its outputs', () =>
  signedIn('mes', async (session) => {
    const mes = new Orders(session);
    for (const method of ['Start', 'RevokeStart', 'Stop', 'Abort', 'Cancel', 'Clear']) {
      assert.equal(await mes.command(method, 'D5-NOBODY'), bits(1), method);
    }
    assert.equal(await mes.give('Update', { jobOrderID: 'D5-NOBODY' }), bits(1));
    const { response, status } = await mes.response('D5-NOBODY');
    assert.equal(status, bits(1));
    assert.equal(response ?? null, null);
  }));

test('D8: one order more than MaxDownloadableJobOrders is bit 4, and one fewer makes room', () =>
  signedIn('mes', async (session) => {
    const mes = new Orders(session);
    const most = await value(session, `${mes.control}/MaxDownloadableJobOrders`);
    const ids = Array.from({ length: most }, (_, i) => `D8-${i}`);
    try {
      const answers = await mes.callAll('Store', await Promise.all(ids.map((id) => mes.order({ jobOrderID: id }))));
      assert.ok(answers.every((answer) => answer === DONE));
      assert.equal(await mes.give('Store', { jobOrderID: 'D8-X' }), bits(4));
      assert.deepEqual(await mes.state('D8-X'), []);
      assert.equal(await mes.command('Cancel', 'D8-0'), DONE);
      assert.equal(await mes.give('Store', { jobOrderID: 'D8-X' }), DONE);
    } finally {
      await mes.callAll('Cancel', [...ids, 'D8-X']);
    }
  }));
