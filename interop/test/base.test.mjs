// Section A of what an independent client checks: the base that everything stands on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttributeIds, StatusCodes } from 'node-opcua-client';
import { connected, inSession, opcua, signedIn } from '../plant.mjs';

const NAMESPACES = [
  'http://opcfoundation.org/UA/DI/',
  'http://opcfoundation.org/UA/IA/',
  'http://opcfoundation.org/UA/Machinery/',
  'http://opcfoundation.org/UA/ISA95-JOBCONTROL_V2/',
  'http://opcfoundation.org/UA/Machinery/Jobs/',
  'urn:keyway:ua:types:v1',
  'urn:keyway:ua:machines',
];

test('every endpoint names a host that we know', () =>
  connected({}, async (client) => {
    const endpoints = await client.getEndpoints();
    assert.ok(endpoints.length > 0);
    for (const endpoint of endpoints) {
      assert.equal(new URL(endpoint.endpointUrl).host, new URL(opcua).host);
    }
  }));

test('the namespaces have their documented indices', () =>
  inSession(async (session) => {
    const namespaces = await session.readNamespaceArray();
    assert.deepEqual(namespaces.slice(2, 9), NAMESPACES);
  }));

test('more operations than the server allows are refused', () =>
  signedIn('mes', async (session) => {
    const limit = await session.read({
      nodeId: 'i=11705', // MaxNodesPerRead
      attributeId: AttributeIds.Value,
    });
    assert.ok(limit.value.value > 0);
    const tooMany = Array.from({ length: limit.value.value + 1 }, () => ({ nodeId: 'i=2258' }));
    await assert.rejects(session.read(tooMany), (error) => error.message.includes('BadTooManyOperations'));
  }));

test('a service level is told', () =>
  inSession(async (session) => {
    const level = await session.read({ nodeId: 'i=2267' });
    assert.equal(level.statusCode, StatusCodes.Good);
    assert.ok(level.value.value >= 200);
  }));
