// Reads and browses of many nodes at once, in as few requests as the server's OperationLimits allow.
import assert from 'node:assert/strict';
import { AttributeIds, BrowseDirection, coerceNodeId, StatusCodes } from 'node-opcua-client';

const MAX_NODES_PER_READ = 'i=11705';
const MAX_NODES_PER_BROWSE = 'i=11710';
const ALL = 63;
/** What is below a node as a part of it; where a standard wants it in two places, Organizes and the like are not followed. */
const CHILDREN = ['ns=0;i=46', 'ns=0;i=47', 'ns=0;i=17604']; // HasProperty, HasComponent, HasAddIn

const limits = new WeakMap();

/** One of the server's OperationLimits, asked for once in a session. */
async function limit(session, node) {
  const known = limits.get(session) ?? {};
  limits.set(session, known);
  known[node] ??= (await session.read({ nodeId: node })).value.value;
  return known[node];
}

async function inParts(all, size, work) {
  const answers = [];
  for (let at = 0; at < all.length; at += size) answers.push(...(await work(all.slice(at, at + size))));
  return answers;
}

/** The answers to many reads, in their order. */
export async function readAll(session, reads) {
  return inParts(reads, await limit(session, MAX_NODES_PER_READ), (part) => session.read(part));
}

/** One attribute of many nodes: plain values, undefined where the server has none. */
export async function attributes(session, nodes, attributeId = AttributeIds.Value) {
  const answers = await readAll(session, nodes.map((nodeId) => ({ nodeId, attributeId })));
  return answers.map((one) => (one.statusCode === StatusCodes.Good ? one.value.value : undefined));
}

async function references(session, part) {
  const answers = await session.browse(
    part.map((nodeId) => ({
      nodeId,
      browseDirection: BrowseDirection.Both,
      referenceTypeId: 'i=31',
      includeSubtypes: true,
      resultMask: ALL,
    })),
  );
  assert.equal(answers.length, part.length, 'each node that is browsed has a result of its own');
  return Promise.all(
    answers.map(async (answer) => {
      const found = [...(answer.references ?? [])];
      let { continuationPoint } = answer;
      while (continuationPoint?.length) {
        const more = await session.browseNext(continuationPoint, false);
        found.push(...more.references);
        ({ continuationPoint } = more);
      }
      return found;
    }),
  );
}

/** Every reference of many nodes, in both directions. */
export async function browseAll(session, nodes) {
  return inParts(nodes, await limit(session, MAX_NODES_PER_BROWSE), (part) => references(session, part));
}

export const isChild = (reference) => reference.isForward && CHILDREN.includes(reference.referenceTypeId.toString());

/** The node that a reference of a kind leads to; undefined when there is none. */
export const target = (references, type, forward = true) =>
  references.find((one) => one.isForward === forward && one.referenceTypeId.toString() === type)?.nodeId.toString();

/** What is known of nodes by browsing, each browsed once. */
export class Known {
  #references = new Map();

  constructor(session) {
    this.session = session;
  }

  async learn(nodes) {
    const unknown = [...new Set(nodes)].filter((node) => !this.#references.has(node));
    const found = unknown.length > 0 ? await browseAll(this.session, unknown) : [];
    unknown.forEach((node, i) => this.#references.set(node, found[i]));
  }

  /** The references of a node that was learnt before. */
  of(node) {
    return this.#references.get(node);
  }

  /** Roots and everything below them that is a part of them. */
  async below(...roots) {
    const seen = new Set();
    let level = roots.map((root) => coerceNodeId(root).toString());
    while (level.length > 0) {
      level.forEach((node) => seen.add(node));
      await this.learn(level);
      const next = level.flatMap((node) => this.of(node).filter(isChild).map((one) => one.nodeId.toString()));
      level = [...new Set(next)].filter((node) => !seen.has(node));
    }
    return [...seen];
  }
}
