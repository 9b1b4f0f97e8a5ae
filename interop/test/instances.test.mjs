// Section A6: every machine, and the gateway, has what its types say is mandatory; every method that is shown does something.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttributeIds, NodeClass } from 'node-opcua-client';
import { asPlc, signedIn } from '../plant.mjs';
import { attributes, isChild, Known, target } from '../walk.mjs';

const MACHINES = 'ns=4;i=1001';
const KEYWAY = 'ns=8;s=Keyway';
const HAS_TYPE_DEFINITION = 'ns=0;i=40';
const HAS_MODELLING_RULE = 'ns=0;i=37';
const HAS_SUBTYPE = 'ns=0;i=45';
const HAS_INTERFACE = 'ns=0;i=17603';
const MANDATORY = 'ns=0;i=78';
const BASE_DATA_TYPE = 'ns=0;i=24';
/** Its PLC is the demo's own. */
const OF_THE_DEMO = 'ns=8;s=NR-01/ReportState';

const id = (reference) => reference.nodeId.toString();
const name = (reference) => reference.browseName.toString();

/** Holds instances to their types: what is missing, and the pairs of a node and its declaration. */
class Instances {
  missing = [];
  pairs = [];

  constructor(session) {
    this.session = session;
    this.known = new Known(session);
  }

  async roots() {
    await this.known.learn([MACHINES]);
    const machines = this.known.of(MACHINES).filter((one) => one.isForward && one.nodeId.namespace === 8).map(id);
    assert.ok(machines.length > 0);
    return [...machines, KEYWAY];
  }

  /** Looks at everything below; the ids of what there is. */
  async check() {
    const all = await this.known.below(...(await this.roots()));
    for (const node of all) {
      const type = target(this.known.of(node), HAS_TYPE_DEFINITION);
      if (type) await this.fits(node, type);
    }
    return all;
  }

  /** Against a type, what it is a subtype of, and its interfaces. */
  async fits(node, type) {
    await this.known.learn([type]);
    await this.declared(node, type);
    for (const one of this.known.of(type)) {
      const kind = one.referenceTypeId.toString();
      if (kind === (one.isForward ? HAS_INTERFACE : HAS_SUBTYPE)) await this.fits(node, id(one));
    }
  }

  /** Against what is declared below a type, or below a declaration. */
  async declared(node, declaring) {
    const declarations = this.known.of(declaring).filter(isChild);
    await this.known.learn(declarations.map(id));
    const children = new Map(this.known.of(node).filter(isChild).map((one) => [name(one), id(one)]));
    for (const declaration of declarations) {
      const rule = target(this.known.of(id(declaration)), HAS_MODELLING_RULE);
      const child = children.get(name(declaration));
      if (rule && child) {
        this.pairs.push([child, id(declaration)]);
        await this.known.learn([child]);
        await this.declared(child, id(declaration));
      } else if (rule === MANDATORY) {
        this.missing.push(`${node} lacks ${name(declaration)}`);
      }
    }
  }

  /** What of the pairs has another class, data type or rank than was declared. */
  async otherShapes() {
    const read = (nodes, attribute) => attributes(this.session, nodes, attribute);
    const [nodes, declarations] = [0, 1].map((side) => this.pairs.map((pair) => pair[side]));
    const facts = async (of) => {
      const [nodeClass, dataType, rank] = await Promise.all(
        ['NodeClass', 'DataType', 'ValueRank'].map((attribute) => read(of, AttributeIds[attribute])),
      );
      return of.map((_, i) => ({ nodeClass: nodeClass[i], dataType: dataType[i]?.toString(), rank: rank[i] }));
    };
    const [is, should] = await Promise.all([facts(nodes), facts(declarations)]);
    const wrong = [];
    for (const [i, node] of nodes.entries()) {
      const variable = is[i].nodeClass === NodeClass.Variable;
      if (is[i].nodeClass !== should[i].nodeClass) wrong.push(`${node} is of another class`);
      else if (variable && !(await this.isOrBelow(is[i].dataType, should[i].dataType))) {
        wrong.push(`${node} has the type ${is[i].dataType}, not ${should[i].dataType}`);
      } else if (variable && should[i].rank >= -1 && is[i].rank !== should[i].rank) wrong.push(`${node} has another rank`);
    }
    return wrong;
  }

  async isOrBelow(type, above) {
    let each = type;
    while (each && each !== above && above !== BASE_DATA_TYPE) {
      await this.known.learn([each]);
      each = target(this.known.of(each), HAS_SUBTYPE, false);
    }
    return each !== undefined;
  }
}

/** What calls without arguments are answered, of every method that a session sees: by method, the status. */
async function calls(session) {
  const instances = new Instances(session);
  const all = await instances.known.below(...(await instances.roots()));
  const methods = all.flatMap((objectId) =>
    instances.known
      .of(objectId)
      .filter((one) => isChild(one) && one.nodeClass === NodeClass.Method)
      .map((one) => ({ objectId, methodId: id(one), inputArguments: [] })),
  );
  const answers = await Promise.all(methods.map((method) => session.call(method)));
  return new Map(methods.map(({ methodId }, i) => [methodId, answers[i].statusCode.name]));
}

test('every instance has what its type says is mandatory, as it was declared', () =>
  signedIn('operator', async (session) => {
    const instances = new Instances(session);
    const all = await instances.check();
    assert.ok(all.length > 1_000, `${all.length} nodes`);
    assert.ok(instances.pairs.length > 500, `${instances.pairs.length} declarations`);
    assert.deepEqual(instances.missing, []);
    assert.deepEqual(await instances.otherShapes(), []);
  }));

test('every method that is shown does something for somebody', async () => {
  const byMethod = new Map();
  const note = (answers) =>
    answers.forEach((status, method) => byMethod.set(method, [...(byMethod.get(method) ?? []), status]));
  for (const user of ['operator', 'mes', 'supervisor', 'admin']) note(await signedIn(user, calls));
  note(await asPlc('91', calls));
  assert.ok(byMethod.size > 50, `${byMethod.size} methods`);
  for (const [method, statuses] of byMethod) {
    assert.ok(!statuses.some((one) => ['BadNotImplemented', 'BadNotExecutable', 'BadInternalError'].includes(one)), method);
    assert.ok(
      statuses.some((one) => one !== 'BadUserAccessDenied') || method === OF_THE_DEMO,
      `${method}: ${statuses}`,
    );
  }
});
