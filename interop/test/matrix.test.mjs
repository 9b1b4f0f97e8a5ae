// Sections C1 and C3: for each role and each node, what the server says that one may do is what one may really do.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { AttributeIds, DataType, NodeClass, StatusCodes } from 'node-opcua-client';
import { asPlc, inSession, observing, plant, plcUsers, signedIn } from '../plant.mjs';
import { attributes, browseAll, Known, readAll } from '../walk.mjs';

const ROOTS = {
  demo: ['ns=8;s=CAM-01', 'ns=8;s=NR-01', 'ns=8;s=Keyway', 'ns=0;i=2274', 'ns=4;i=1012', 'ns=5;i=1002'],
  plant: ['ns=8;s=NR-90', 'ns=8;s=NR-91', 'ns=8;s=Keyway'],
};
const SIGN_INS = {
  'nobody, in clear text': { at: 'demo', enter: inSession },
  observer: { at: 'demo', enter: observing },
  operator: { at: 'demo', enter: (work) => signedIn('operator', work) },
  supervisor: { at: 'demo', enter: (work) => signedIn('supervisor', work) },
  'an MES': { at: 'demo', enter: (work) => signedIn('mes', work) },
  administrator: { at: 'demo', enter: (work) => signedIn('admin', work) },
  'a PLC': { at: 'demo', enter: (work) => signedIn(plcUsers[0], work) },
  'a PLC that fetches its jobs': { at: 'plant', enter: (work) => asPlc('91', work) },
  'observer of the plant': { at: 'plant', enter: (work) => observing(work, plant.opcua) },
};
/** Bits of PermissionType and of AccessLevel (OPC 10000-3 8.55 and 8.57). */
const BROWSE = 1;
const READ = 1 << 5;
const WRITE = 1 << 6;
const RECEIVE_EVENTS = 1 << 11;
const CALL = 1 << 12;
const CURRENT_READ = 1;
const CURRENT_WRITE = 2;
/** A node that a session may not see, or one of a session that is over. */
const DENIED = ['BadNodeIdUnknown', 'BadUserAccessDenied', 'BadNotWritable', 'BadSecurityModeInsufficient', 'BadNotExecutable'];
const AT_ONCE = 16;

const may = (status) => !DENIED.includes(status.name);
const everything = { demo: new Map(), plant: new Map() };

/** Does something for each of many, some at once. */
async function each(all, work) {
  let next = 0;
  const worker = async () => {
    while (next < all.length) await work(all[next++]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** All nodes that anybody sees: by id, the object that a method belongs to. */
before(async () => {
  for (const { at, enter } of Object.values(SIGN_INS)) {
    await enter(async (session) => {
      const known = new Known(session);
      const found = await known.below(...ROOTS[at]);
      for (const node of found) {
        if (!everything[at].has(node)) everything[at].set(node, undefined);
        for (const one of known.of(node).filter((child) => child.isForward && child.nodeClass === NodeClass.Method)) {
          everything[at].set(one.nodeId.toString(), node);
        }
      }
    });
  }
});

/** What the server says of the nodes: undefined where it doesn't say it to this session. */
async function told(session, nodes) {
  const facts = await Promise.all(
    ['NodeClass', 'AccessLevel', 'UserAccessLevel', 'UserExecutable', 'UserRolePermissions'].map((name) =>
      attributes(session, nodes, AttributeIds[name]),
    ),
  );
  return nodes.map((node, i) => {
    const [nodeClass, level, userLevel, executable, permissions] = facts.map((fact) => fact[i]);
    const bits = permissions?.reduce((all, one) => all | one.permissions, 0);
    return { node, nodeClass, level, userLevel, executable, bits };
  });
}

/** What really happens when the session tries. */
async function tried(session, nodes, parents) {
  const values = await readAll(session, nodes.map((nodeId) => ({ nodeId, attributeId: AttributeIds.Value })));
  const notifiers = await readAll(session, nodes.map((nodeId) => ({ nodeId, attributeId: AttributeIds.EventNotifier })));
  const browsed = await browseAll(session, nodes);
  const done = nodes.map((_, i) => ({ browse: browsed[i].length > 0, read: values[i].statusCode, notifier: notifiers[i].statusCode }));
  await each([...nodes.keys()], async (i) => {
    const value = values[i].value ?? { dataType: DataType.Null };
    done[i].write = await session.write({ nodeId: nodes[i], attributeId: AttributeIds.Value, value: { value } });
    const objectId = parents.get(nodes[i]);
    if (objectId) done[i].call = (await session.call({ objectId, methodId: nodes[i], inputArguments: [] })).statusCode;
  });
  return done;
}

/** Where what is told and what happens are not the same. */
function contradictions({ node, nodeClass, level, userLevel, executable, bits }, real, encrypted) {
  const facts = [['browse', real.browse, nodeClass !== undefined]];
  const says = (right) => (bits & right) !== 0;
  const permissions = encrypted && bits !== undefined;
  if (nodeClass === undefined) {
    facts.push(['read', may(real.read), false], ['write', may(real.write), false]);
    if (real.call) facts.push(['call', may(real.call), false]);
  } else if (nodeClass === NodeClass.Variable) {
    facts.push(['read', may(real.read), (userLevel & CURRENT_READ) !== 0], ['write', may(real.write), (userLevel & CURRENT_WRITE) !== 0]);
    if (permissions) {
      facts.push(['permission to read', (userLevel & CURRENT_READ) !== 0, says(READ)]);
      facts.push(['permission to write', (userLevel & CURRENT_WRITE) !== 0, (level & CURRENT_WRITE) !== 0 && says(WRITE)]);
    }
  } else if (nodeClass === NodeClass.Method && real.call) {
    facts.push(['call', may(real.call), executable]);
    if (permissions) facts.push(['permission to call', executable, says(CALL)]);
  } else if (nodeClass === NodeClass.Object && bits !== undefined) {
    facts.push(['events', real.notifier === StatusCodes.Good, says(RECEIVE_EVENTS)]);
  }
  if (bits !== undefined) facts.push(['permission to browse', nodeClass !== undefined, says(BROWSE)]);
  return facts.filter(([, is, should]) => is !== should).map(([what, is, should]) => `${node} ${what}: ${is}, and is told ${should}`);
}

const counts = {};

for (const [name, { at, enter }] of Object.entries(SIGN_INS)) {
  test(`${name}: what is told is what is so`, () =>
    enter(async (session) => {
      const parents = everything[at];
      const nodes = [...parents.keys()];
      assert.ok(nodes.length > 200, `${nodes.length} nodes`);
      const said = await told(session, nodes);
      const real = await tried(session, nodes, parents);
      assert.deepEqual(said.flatMap((one, i) => contradictions(one, real[i], enter !== inSession)), []);
      const count = (what) => real.filter((one) => one[what] && may(one[what])).length;
      const variables = said.filter((one) => one.nodeClass === NodeClass.Variable).length;
      counts[name] = { seen: said.filter((one) => one.nodeClass).length, variables, write: count('write'), call: count('call') };
    }));
}

test('an observer writes and calls nothing', () => {
  for (const name of ['nobody, in clear text', 'observer', 'observer of the plant']) {
    assert.ok(counts[name].variables > 100);
    assert.deepEqual([counts[name].write, counts[name].call], [0, 0], name);
  }
});

test('each role has what is its own, and nothing else', () => {
  const rights = Object.fromEntries(Object.entries(counts).map(([name, { write, call }]) => [name, [write > 0, call > 0]]));
  assert.deepEqual(rights, {
    'nobody, in clear text': [false, false],
    observer: [false, false],
    operator: [false, true],
    supervisor: [false, true],
    'an MES': [false, true],
    administrator: [false, false],
    'a PLC': [false, true],
    'a PLC that fetches its jobs': [true, true],
    'observer of the plant': [false, false],
  });
  assert.ok(counts.operator.call < counts.supervisor.call + counts['an MES'].call);
});
