// Section A4 and A5: the companion models on the server are those of the standards' own NodeSet files, node for node.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttributeIds, NodeClass } from 'node-opcua-client';
import { nodeSet } from '../nodeset.mjs';
import { inSession } from '../plant.mjs';
import { attributes, browseAll } from '../walk.mjs';

const FILES = [
  'Opc.Ua.Di.NodeSet2.xml',
  'Opc.Ua.IA.NodeSet2.xml',
  'Opc.Ua.Machinery.NodeSet2.xml',
  'opc.ua.isa95-jobcontrol.nodeset2.xml',
  'Opc.Ua.Machinery.Jobs.Nodeset2.xml',
];
const NAMESPACES = 'i=11715';
const HAS_COMPONENT = 'ns=0;i=47';
const HAS_MODELLING_RULE = 'ns=0;i=37';

/** Every file, in the indices of a server. */
async function models(session) {
  const uris = await session.readNamespaceArray();
  const indexOf = (uri) => {
    assert.ok(uris.includes(uri), `the server does not know ${uri}`);
    return uris.indexOf(uri);
  };
  return FILES.map((file) => nodeSet(file, indexOf));
}

const written = ({ type, isForward, target }) => `${type} ${isForward ? '→' : '←'} ${target}`;
const shown = ({ referenceTypeId, isForward, nodeId }) =>
  written({ type: referenceTypeId.toString(), isForward, target: nodeId.toString() });

/** What a server has of a model that is not as the model says. */
async function differences(session, { nodes }) {
  const ids = nodes.map((node) => node.id);
  const read = (attribute) => attributes(session, ids, AttributeIds[attribute]);
  const [nodeClass, browseName, dataType, valueRank, isAbstract] = await Promise.all(
    ['NodeClass', 'BrowseName', 'DataType', 'ValueRank', 'IsAbstract'].map(read),
  );
  const references = await browseAll(session, ids);
  return nodes.flatMap((node, i) => {
    const facts = [
      ['NodeClass', NodeClass[nodeClass[i]], node.nodeClass],
      ['BrowseName', browseName[i] && `${browseName[i].namespaceIndex}:${browseName[i].name}`, node.browseName],
    ];
    if (node.nodeClass.startsWith('Variable')) {
      facts.push(['DataType', dataType[i]?.toString(), node.dataType], ['ValueRank', valueRank[i], node.valueRank]);
    }
    if (node.nodeClass.endsWith('Type')) facts.push(['IsAbstract', isAbstract[i], node.isAbstract]);
    const there = new Set(references[i].map(shown));
    const missing = node.references.map(written).filter((one) => !there.has(one));
    const rules = (all) => all.filter((one) => one.startsWith(HAS_MODELLING_RULE)).sort().join();
    facts.push(['ModellingRule', rules([...there]), rules(node.references.map(written))]);
    return [
      ...facts.filter(([, is, should]) => is !== should).map(([what, is, should]) => `${node.id} ${what} ${is}, not ${should}`),
      ...missing.map((one) => `${node.id} lacks ${one}`),
    ];
  });
}

test('every node of the NodeSets is there, with its class, name, type, rank, rule and references', () =>
  inSession(async (session) => {
    const all = await models(session);
    const wrong = [];
    for (const model of all) wrong.push(...(await differences(session, model)));
    assert.deepEqual(wrong, []);
    assert.ok(all.flatMap((model) => model.nodes).length > 1_000);
  }));

test('every namespace describes itself, with the version and the date of its NodeSet', () =>
  inSession(async (session) => {
    const [references] = await browseAll(session, [NAMESPACES]);
    const described = new Map();
    for (const one of references.filter((each) => each.isForward && each.referenceTypeId.toString() === HAS_COMPONENT)) {
      const [properties] = await browseAll(session, [one.nodeId.toString()]);
      const facts = properties.filter((each) => each.isForward && each.nodeClass === NodeClass.Variable);
      const values = await attributes(session, facts.map((each) => each.nodeId.toString()));
      const by = Object.fromEntries(facts.map((each, i) => [each.browseName.name, values[i]]));
      described.set(by.NamespaceUri, by);
    }
    for (const model of await models(session)) {
      const by = described.get(model.uri);
      assert.ok(by, model.uri);
      assert.equal(by.NamespaceVersion, model.version, model.uri);
      assert.equal(by.NamespacePublicationDate.getTime(), Date.parse(model.published), model.uri);
    }
    const types = described.get('urn:keyway:ua:types:v1');
    assert.match(types.NamespaceVersion, /^\d+\.\d+\.\d+$/);
    assert.ok(types.NamespacePublicationDate > new Date('2026-01-01'));
    assert.equal(described.get('urn:keyway:ua:machines').IsNamespaceSubset, false);
  }));
