// What the checks of job orders share: an MES that gives orders to a machine and reads what becomes of them.
import assert from 'node:assert/strict';
import { DataType, resolveNodeId, VariantArrayType } from 'node-opcua-client';
import { call, value } from './plant.mjs';

export const MACHINE = 'HMC-01';
const JOB_ORDER = resolveNodeId('ns=5;i=3008');

/** Bits of a ReturnStatus, which has more of them than a number of this language can shift. */
export const bits = (...all) => all.reduce((sum, bit) => sum + 2 ** bit, 0);
export const DONE = 1;

export const text = (words) => ({ dataType: DataType.String, value: words });
export const noComment = { dataType: DataType.LocalizedText, arrayType: VariantArrayType.Array, value: [] };

/** What was decoded, or is to be encoded, as plain JSON: two that are equal field by field are equal in it. */
export const plain = (thing) => JSON.parse(JSON.stringify(thing));

/** A 64 bit number comes as [high, low]. */
const number = ([high, low]) => high * 2 ** 32 + low;

export class Orders {
  constructor(session, machine = MACHINE) {
    this.session = session;
    this.control = `${machine}/JobManagement/JobOrderControl`;
    this.results = `${machine}/JobManagement/JobOrderResults`;
  }

  order(fields) {
    return this.session.constructExtensionObject(JOB_ORDER, fields);
  }

  /** Calls of one method, as one request; the ReturnStatus of each. A bad status would carry none (OPC 10031-4 B.2). */
  async callAll(method, firsts) {
    const answers = await this.session.call(
      firsts.map((first) => ({
        objectId: `ns=8;s=${this.control}`,
        methodId: `ns=8;s=${this.control}/${method}`,
        inputArguments: [typeof first === 'string' ? text(first) : { dataType: DataType.ExtensionObject, value: first }, noComment],
      })),
    );
    return answers.map(({ statusCode, outputArguments }) => {
      assert.ok(!statusCode.name.startsWith('Bad'), `${method}: ${statusCode.name}`);
      return number(outputArguments[0].value);
    });
  }

  /** Store, StoreAndStart or Update of an order with these fields. */
  async give(method, fields) {
    return (await this.callAll(method, [await this.order(fields)]))[0];
  }

  async command(method, id) {
    return (await this.callAll(method, [id]))[0];
  }

  async list() {
    return (await value(this.session, `${this.control}/JobOrderList`)) ?? [];
  }

  async responses() {
    return (await value(this.session, `${this.results}/JobOrderResponseList`)) ?? [];
  }

  async find(id) {
    return (await this.list()).find((entry) => entry.jobOrder.jobOrderID === id);
  }

  /** The numbers of an order's states, the top one first; empty when it isn't listed. */
  async state(id) {
    return numbers((await this.find(id))?.state ?? []);
  }

  async until(id, top, millis = 30_000) {
    const deadline = Date.now() + millis;
    while ((await this.state(id))[0] !== top && Date.now() < deadline) {
      await pause(100);
    }
    assert.equal((await this.state(id))[0], top, id);
  }

  /** Fetches a response, which closes an order that is completed. */
  async response(id) {
    const { out } = await call(this.session, this.results, 'RequestJobResponseByJobOrderID', text(id));
    return { response: out[0], status: number(out[1]) };
  }

  /** Takes an order off the list, wherever it stands. */
  async forget(id) {
    await this.command('Abort', id);
    assert.equal(await this.command('Clear', id), DONE, id);
  }
}

export const numbers = (states) => states.map((state) => state.stateNumber);
export const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

/** An order for parts of the product that the label of the machine's station names. */
export const forParts = (id, runs = 1) => ({
  jobOrderID: id,
  jobOrderParameters: [{ ID: 'RunsPlanned', value: { dataType: DataType.UInt32, value: runs } }],
  materialRequirements: [{ materialDefinitionID: 'CB-150', materialUse: 'Material produced' }],
});
