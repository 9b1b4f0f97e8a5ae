// Section A: the base that everything stands on. A4 and A5 are in models, A6 in instances, A8 in database.
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { test } from 'node:test';
import {
  ActivateSessionRequest,
  AnonymousIdentityToken,
  AttributeIds,
  BrowseDirection,
  CreateSessionRequest,
  DataType,
  MessageSecurityMode,
  MonitoringMode,
  StatusCodes,
  TimestampsToReturn,
} from 'node-opcua-client';
import { connected, inSession, opcua, plant, signedIn } from '../plant.mjs';
import { ended, Plant } from '../served.mjs';
import { attributes } from '../walk.mjs';

const NAMESPACES = [
  'http://opcfoundation.org/UA/DI/',
  'http://opcfoundation.org/UA/IA/',
  'http://opcfoundation.org/UA/Machinery/',
  'http://opcfoundation.org/UA/ISA95-JOBCONTROL_V2/',
  'http://opcfoundation.org/UA/Machinery/Jobs/',
  'urn:keyway:ua:types:v1',
  'urn:keyway:ua:machines',
];
const CLOCK = 'i=2258';
/** What a server says of how much it does in one request (OPC 10000-5 6.3.11), but for what Keyway doesn't serve. */
const LIMITS = {
  MaxNodesPerRead: 'i=11705',
  MaxNodesPerWrite: 'i=11707',
  MaxNodesPerMethodCall: 'i=11709',
  MaxNodesPerBrowse: 'i=11710',
  MaxNodesPerRegisterNodes: 'i=11711',
  MaxNodesPerTranslateBrowsePathsToNodeIds: 'i=11712',
  MaxMonitoredItemsPerCall: 'i=11714',
};

const many = (count, one) => Array.from({ length: count }, () => one);

/** The names and addresses that a certificate is for (RFC 5280 4.2.1.6). */
function namesOf(certificate) {
  const names = new X509Certificate(certificate).subjectAltName.split(', ').map((one) => /^[^:]+:(.*)$/.exec(one)[1]);
  assert.ok(names.some((name) => name.startsWith('urn:')));
  return names;
}

const create = (endpointUrl) => new CreateSessionRequest({ clientDescription: { applicationUri: 'urn:keyway:interop' }, endpointUrl });
const activate = () => new ActivateSessionRequest({ userIdentityToken: new AnonymousIdentityToken({ policyId: 'anonymous' }) });

/** Sends a request that node-opcua itself would not send there; why it is refused, or `Good`. */
const refusal = (address, request) =>
  connected({ address }, (client) =>
    new Promise((resolve) => {
      client.performMessageTransaction(request, (error, answer) =>
        resolve(error ? error.message : answer.responseHeader.serviceResult.name));
    }),
  );

test('every endpoint names a host that we know, and that our certificate names', () =>
  connected({}, async (client) => {
    const endpoints = await client.getEndpoints();
    assert.ok(endpoints.length > 0);
    for (const endpoint of endpoints) {
      const { host, hostname } = new URL(endpoint.endpointUrl);
      assert.equal(host, new URL(opcua).host);
      if (endpoint.serverCertificate?.length) assert.ok(namesOf(endpoint.serverCertificate).includes(hostname));
    }
  }));

test('in production nobody has a session without security, wherever he asks for it', async () => {
  const discovery = plant.opcua.replace(/\/keyway$/, '/discovery');
  for (const address of [discovery, plant.opcua]) {
    await connected({ address }, async (client) => {
      const endpoints = await client.getEndpoints();
      assert.ok(endpoints.length > 0);
      assert.ok(endpoints.every((one) => one.securityMode === MessageSecurityMode.SignAndEncrypt), address);
    });
    for (const request of [create(address), activate()]) {
      assert.match(await refusal(address, request), /BadSecurityPolicyRejected|BadServiceUnsupported|BadNotImplemented|disconnected/, address);
    }
  }
});

test('the namespaces have their documented indices', () =>
  inSession(async (session) => {
    const namespaces = await session.readNamespaceArray();
    assert.deepEqual(namespaces.slice(2), NAMESPACES);
  }));

test('the order of namespaces, and every host, are the same after three restarts', async () => {
  const known = ['127.0.0.1', 'localhost', 'keyway.plant.example'];
  const other = new Plant(`, commissioning: true, hostnames: [${known.join(', ')}]`);
  const seen = [];
  try {
    for (let start = 0; start < 4; start++) {
      const server = await other.start();
      try {
        await connected({ address: server.opcua }, async (client) => {
          const endpoints = await client.getEndpoints();
          assert.ok(endpoints.every((one) => known.includes(new URL(one.endpointUrl).hostname)));
          const certificate = endpoints.find((one) => one.serverCertificate?.length).serverCertificate;
          assert.deepEqual(namesOf(certificate).filter((name) => !name.startsWith('urn:')).sort(), [...known].sort());
          const session = await client.createSession();
          seen.push(await session.readNamespaceArray());
          await session.close();
        });
      } finally {
        await ended(server);
      }
    }
  } finally {
    other.remove();
  }
  assert.deepEqual(seen[0].slice(2), NAMESPACES);
  for (const later of seen) assert.deepEqual(later, seen[0]);
});

test('the limits of what is done in one request are told', () =>
  inSession(async (session) => {
    const values = await attributes(session, Object.values(LIMITS));
    Object.keys(LIMITS).forEach((name, i) => assert.ok(values[i] > 0, `${name} is ${values[i]}`));
  }));

test('one more than a limit is refused, each service', () =>
  signedIn('mes', async (session) => {
    const values = await attributes(session, Object.values(LIMITS));
    const limit = Object.fromEntries(Object.keys(LIMITS).map((name, i) => [name, values[i]]));
    const subscription = await session.createSubscription2({ requestedPublishingInterval: 1_000, publishingEnabled: true });
    const write = { nodeId: CLOCK, attributeId: AttributeIds.Value, value: { value: { dataType: DataType.Int32, value: 1 } } };
    const browse = { nodeId: 'i=85', browseDirection: BrowseDirection.Forward, resultMask: 1 };
    const path = { startingNode: 'i=85', relativePath: { elements: [] } };
    const item = { itemToMonitor: { nodeId: CLOCK, attributeId: AttributeIds.Value }, monitoringMode: MonitoringMode.Disabled };
    const requests = {
      MaxNodesPerRead: (count) => session.read(many(count, { nodeId: CLOCK })),
      MaxNodesPerWrite: (count) => session.write(many(count, write)),
      MaxNodesPerMethodCall: (count) => session.call(many(count, { objectId: 'i=2253', methodId: 'i=11492', inputArguments: [] })),
      MaxNodesPerBrowse: (count) => session.browse(many(count, browse)),
      MaxNodesPerRegisterNodes: (count) => session.registerNodes(many(count, CLOCK)),
      MaxNodesPerTranslateBrowsePathsToNodeIds: (count) => session.translateBrowsePath(many(count, path)),
      MaxMonitoredItemsPerCall: (count) =>
        session.createMonitoredItems({
          subscriptionId: subscription.subscriptionId,
          timestampsToReturn: TimestampsToReturn.Neither,
          itemsToCreate: many(count, item),
        }),
    };
    for (const [name, request] of Object.entries(requests)) {
      await assert.rejects(request(limit[name] + 1), /BadTooManyOperations/, name);
      assert.ok(await request(2), name);
    }
    await subscription.terminate();
  }));

test('a service level is told', () =>
  inSession(async (session) => {
    const level = await session.read({ nodeId: 'i=2267' });
    assert.equal(level.statusCode, StatusCodes.Good);
    assert.equal(level.value.value, 255);
  }));
