// Section C: who may do what, and that the server says so beforehand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttributeIds, DataType, SecurityPolicy, StatusCodes } from 'node-opcua-client';
import { call, connected, inSession, plcUsers, signedIn } from '../plant.mjs';

const CONTROL = 'HMC-01/JobManagement/JobOrderControl';

test('each of the secure policies lets a user in', async () => {
  for (const policy of ['Basic256Sha256', 'Aes128_Sha256_RsaOaep', 'Aes256_Sha256_RsaPss']) {
    await signedIn('mes', (session) => session.read({ nodeId: 'i=2258' }), SecurityPolicy[policy]);
  }
});

test('a wrong password lets nobody in', async () => {
  await assert.rejects(
    connected({ securityMode: 3, securityPolicy: SecurityPolicy.Basic256Sha256 }, (client) =>
      client.createSession({ type: 1, userName: 'nobody-knows-him', password: 'wrong' }),
    ),
    /BadUserAccessDenied|BadIdentityTokenInvalid|BadIdentityTokenRejected/,
  );
});

test('who has no name, or not the right, can call nothing', async () => {
  const clear = (session) => call(session, CONTROL, 'Cancel', { dataType: DataType.String, value: 'X' }, comment());
  const { status } = await inSession(clear);
  assert.ok([StatusCodes.BadUserAccessDenied, StatusCodes.BadSecurityModeInsufficient].includes(status), status.name);
  const operator = await signedIn('operator', clear);
  assert.equal(operator.status, StatusCodes.BadUserAccessDenied);
});

test('what is executable for a user is told to him', async () => {
  const executable = (session) =>
    session.read({ nodeId: `ns=8;s=${CONTROL}/Cancel`, attributeId: AttributeIds.UserExecutable });
  assert.equal((await signedIn('mes', executable)).value.value, true);
  assert.equal((await signedIn('operator', executable)).value.value, false);
});

test('the control of a machine sees its own machine, no orders, and writes nothing beyond its hand-over', async () => {
  assert.ok(plcUsers.length > 0);
  const own = plcUsers[0].slice('plc-'.length);
  await signedIn(plcUsers[0], async (session) => {
    const status = async (path) => (await session.read({ nodeId: `ns=8;s=${path}` })).statusCode;
    assert.equal(await status(`${own}/Delivery/DeliveryState`), StatusCodes.Good);
    assert.equal(await status('HMC-01/Delivery/DeliveryState'), StatusCodes.BadUserAccessDenied);
    assert.equal(await status(`${CONTROL}/JobOrderList`), StatusCodes.BadUserAccessDenied);
    const written = await session.write({
      nodeId: `ns=8;s=${own}/Delivery/DeliveryState`,
      attributeId: AttributeIds.Value,
      value: { value: { dataType: DataType.Int32, value: 8 } },
    });
    assert.ok([StatusCodes.BadNotWritable, StatusCodes.BadUserAccessDenied].includes(written), written.name);
  });
});

test('what a label would bring to another machine is not told to the control of a machine', async () => {
  const [user] = plcUsers;
  const resolve = (session, machine) =>
    call(session, 'Keyway', 'ResolveIdentifier', ...['', '88.118.7/CB-150', machine, ''].map((value) => ({ dataType: DataType.String, value })));
  await signedIn(user, async (session) => {
    assert.equal((await resolve(session, 'HMC-01')).status, StatusCodes.BadUserAccessDenied);
    assert.equal((await resolve(session, user.slice('plc-'.length))).status, StatusCodes.Good);
  });
});

function comment() {
  return { dataType: DataType.LocalizedText, arrayType: 1, value: [] };
}
