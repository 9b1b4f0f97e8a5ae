// Section F: what clients do is told to an administrator, and who listens gets what he asks for.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttributeIds, DataType, StatusCodes, TimestampsToReturn } from 'node-opcua-client';
import { atLeast, equals, listening, ofType } from '../events.mjs';
import { bits, DONE, noComment, Orders, pause, text } from '../orders.mjs';
import { call, labels, scan, signedIn, value } from '../plant.mjs';

const SERVER = 'i=2253';
const AUDIT = 'i=2052';
const WRITE_UPDATE = 'i=2100';
const UPDATE_METHOD = 'i=2127';
const PLC = 'NR-01';
const REFUSED = 600;
const AUDIT_FIELDS = ['EventType', 'SourceNode', 'Severity', 'Status', 'ClientUserId', 'MethodId', 'InputArguments', 'StatusCodeId',
  'AttributeId', 'OldValue', 'NewValue'];

const orderId = (event) => event.InputArguments?.[0]?.value;

test('F1: each call leaves one AuditUpdateMethodEvent, done or refused, and reading leaves none', () =>
  signedIn('admin', async (admin) => {
    assert.equal((await admin.read({ nodeId: 'i=2994' })).value.value, true, 'Server/Auditing');
    await listening(admin, SERVER, AUDIT_FIELDS, [ofType(AUDIT)], async (events, one) => {
      const control = 'HMC-01/JobManagement/JobOrderControl';
      await signedIn('mes', async (mes) => {
        for (let i = 0; i < 20; i++) await value(mes, `${control}/JobOrderList`);
        await mes.browse(`ns=8;s=${control}`);
        await new Orders(mes).command('Cancel', 'F1-done');
        for (let i = 0; i < 20; i++) await value(mes, `${control}/JobOrderList`);
      });
      await signedIn('operator', async (operator) => {
        await value(operator, 'HMC-01/Delivery/DeliveryState');
        assert.equal((await call(operator, control, 'Cancel', text('F1-refused'), noComment)).status, StatusCodes.BadUserAccessDenied);
      });
      const done = await one((event) => orderId(event) === 'F1-done', 'of the call');
      const refused = await one((event) => orderId(event) === 'F1-refused', 'of the refused call');
      for (const event of [done, refused]) {
        assert.equal(event.EventType.toString(), `ns=0;${UPDATE_METHOD}`);
        assert.equal(event.SourceNode.toString(), `ns=8;s=${control}`);
        assert.equal(event.MethodId.toString(), `ns=8;s=${control}/Cancel`);
      }
      assert.deepEqual([done.Status, done.ClientUserId, done.StatusCodeId], [true, 'mes', StatusCodes.Good]);
      assert.deepEqual([refused.Status, refused.ClientUserId, refused.StatusCodeId], [false, 'operator', StatusCodes.BadUserAccessDenied]);
      assert.equal(events.filter((event) => ['mes', 'operator'].includes(event.ClientUserId)).length, 2);
    });
  }));

/** Every value that a node of the PLC's block is given, as a client sees it, while work goes on. */
async function watching(session, name, work) {
  const subscription = await session.createSubscription2({
    requestedPublishingInterval: 50,
    requestedLifetimeCount: 1000,
    requestedMaxKeepAliveCount: 20,
    publishingEnabled: true,
  });
  try {
    const item = await subscription.monitor(
      { nodeId: `ns=8;s=${PLC}/Handover/${name}`, attributeId: AttributeIds.Value },
      { samplingInterval: 0, discardOldest: false, queueSize: 1000 },
      TimestampsToReturn.Both,
    );
    const seen = [];
    item.on('changed', (found) => seen.push(found.value.value));
    return await work(seen);
  } finally {
    await subscription.terminate();
  }
}

test('F1: each write of a PLC leaves an AuditWriteUpdateEvent with the value before and after', () =>
  signedIn('admin', (admin) =>
    listening(admin, SERVER, AUDIT_FIELDS, [ofType(WRITE_UPDATE)], (events, one) =>
      signedIn('supervisor', (observer) =>
        watching(observer, 'AckCounter', async (seen) => {
          const job = await scan(labels.find((label) => label.station === 'ST-90'));
          assert.ok(['ACCEPTED', 'COMPLETED'].includes(job.state), JSON.stringify(job.failure ?? job.refusal));
          await pause(300);
          const [first, ...written] = [...seen];
          assert.ok(written.length >= 2, `the PLC wrote ${seen}`);
          const of = (name) => (event) => event.SourceNode.toString() === `ns=8;s=${PLC}/Handover/${name}`;
          const last = written.at(-1);
          await one((event) => of('AckCounter')(event) && event.NewValue === last, `of AckCounter ${last}`);
          const told = events.filter(of('AckCounter')).filter((event) => event.OldValue >= first && event.NewValue <= last);
          assert.deepEqual(told.map((event) => event.NewValue), written);
          assert.deepEqual(told.map((event) => event.OldValue), [first, ...written.slice(0, -1)]);
          for (const event of told) {
            assert.deepEqual([event.Status, event.AttributeId, event.ClientUserId], [true, AttributeIds.Value, `control-${PLC}`]);
          }
          for (const name of ['PlcState', 'StageNo', 'PlcHeartbeat']) await one(of(name), `of ${name}`);
        }),
      ),
    ),
  ));

test('F2: a filter on the source lets events of one machine through, wherever they are listened to', () =>
  signedIn('mes', (session) =>
    listening(session, SERVER, ['SourceNode', '5:JobOrder'], [equals('SourceNode', DataType.NodeId, 'ns=8;s=HMC-02')], async (events, one) => {
      const [here, there] = [new Orders(session, 'HMC-01'), new Orders(session, 'HMC-02')];
      for (const mes of [here, there, here, there]) {
        const id = `F2-${mes === here ? 'one' : 'two'}-${events.length}-${Math.random()}`;
        assert.equal(await mes.give('Store', { jobOrderID: id }), DONE);
        assert.equal(await mes.command('Cancel', id), DONE);
      }
      await there.give('Store', { jobOrderID: 'F2-last' });
      await there.command('Cancel', 'F2-last');
      await one((event) => event.JobOrder?.jobOrderID === 'F2-last', 'of the last order');
      assert.equal(events.length, 3);
      assert.ok(events.every((event) => event.SourceNode.toString() === 'ns=8;s=HMC-02' && !event.JobOrder.jobOrderID.includes('one')));
    }),
  ));

const control = (machine) => `${machine}/JobManagement/JobOrderControl`;

test('F2: a filter on the severity lets what is grave through', () =>
  signedIn('admin', (admin) =>
    listening(admin, SERVER, AUDIT_FIELDS, [atLeast('Severity', DataType.UInt16, REFUSED)], async (events, one) => {
      await signedIn('mes', async (mes) => assert.equal(await new Orders(mes, 'HMC-02').command('Cancel', 'F2-done'), bits(1)));
      await signedIn('operator', async (operator) => {
        for (const machine of ['HMC-01', 'HMC-02']) await call(operator, control(machine), 'Cancel', text(`F2-${machine}`), noComment);
      });
      await one((event) => orderId(event) === 'F2-HMC-02', 'of the second call that was refused');
      assert.deepEqual(events.map(orderId).filter(Boolean), ['F2-HMC-01', 'F2-HMC-02']);
      assert.ok(events.every((event) => event.Severity >= REFUSED));
    }),
  ));

test('F2: an operator of filters that there is not is told when the item is made', () =>
  signedIn('mes', (session) =>
    listening(session, 'ns=8;s=HMC-02', ['SourceNode'], [atLeast('Severity', DataType.UInt16, 1), equals('SourceNode', DataType.NodeId, 'ns=8;s=HMC-02')],
      (events, one, item) => {
        const [and, ...conditions] = item.filterResult.whereClauseResult.elementResults;
        assert.equal(and.statusCode, StatusCodes.BadFilterOperatorUnsupported);
        assert.ok(conditions.every((result) => result.statusCode === StatusCodes.Good));
      },
    ),
  ));
