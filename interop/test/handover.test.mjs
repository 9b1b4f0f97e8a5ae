// Section E: a PLC that isn't ours fetches its job, set up as docs/plc-integration.md says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttributeIds, DataType, StatusCodes, VariantArrayType } from 'node-opcua-client';
import { canonical, offerCrc } from '../crc.mjs';
import { asPlc, plant, scan } from '../plant.mjs';

const STAGED = 2;
const ACTIVE = 3;
const RUNNING = 4;
const DONE = 5;
const DROPPED = 7;
const READ = ['GatewayHeartbeat', 'OfferSeqBegin', 'OfferSeqEnd', 'RunsPlanned', 'RecipeRevision', 'ProgramNo', 'JobOrderId', 'ProductId',
  'SerialNumber', 'RecipeId', 'ProgramName', 'ParamCount', 'ParamNo', 'ParamValue', 'OfferCrc', 'CommitStageNo', 'CommitSeq', 'WithdrawSeq'];

/** A PLC in its smallest form: what it keeps, what it reads, what it reports. */
class Plc {
  memory = { boot: 1, stageNo: 0, activeSeq: 0, lastDoneSeq: 0, ackCounter: 0, runs: 0 };
  state = 0;
  stageSeq = 0;
  stageCrc = 0;
  beat = 0;

  constructor(session, distort = (offer) => offer) {
    this.session = session;
    this.distort = distort;
  }

  async read() {
    const values = await this.session.read(READ.map((name) => ({ nodeId: `ns=8;s=NR-90/Handover/${name}` })));
    for (const one of values) assert.equal(one.statusCode, StatusCodes.Good);
    return Object.fromEntries(READ.map((name, i) => [name, values[i].value.value]));
  }

  async write(values) {
    const nodes = Object.entries(values).map(([name, [dataType, value]]) => ({
      nodeId: `ns=8;s=NR-90/Handover/${name}`,
      attributeId: AttributeIds.Value,
      value: { value: { dataType, value, arrayType: VariantArrayType.Scalar } },
    }));
    const answers = await this.session.write(nodes);
    for (const [i, answer] of answers.entries()) assert.equal(answer, StatusCodes.Good, nodes[i].nodeId);
  }

  async report() {
    const { memory } = this;
    memory.ackCounter += 1;
    await this.write({
      PlcBootId: [DataType.UInt32, memory.boot],
      StageNo: [DataType.UInt32, memory.stageNo],
      StageCrc: [DataType.UInt32, this.stageCrc],
      PlcState: [DataType.Int32, this.state],
      StageSeq: [DataType.UInt32, this.stageSeq],
      ActiveSeq: [DataType.UInt32, memory.activeSeq],
      LastDoneSeq: [DataType.UInt32, memory.lastDoneSeq],
      RunsCompleted: [DataType.UInt32, memory.runs],
      PartsGood: [DataType.UInt32, memory.runs],
      AckCounter: [DataType.UInt32, memory.ackCounter],
    });
  }

  /** One cycle; true when a part was machined in it. */
  async cycle() {
    await this.write({ PlcHeartbeat: [DataType.UInt32, ++this.beat] });
    const offer = await this.read();
    const { memory } = this;
    if (offer.WithdrawSeq !== 0 && offer.WithdrawSeq !== memory.activeSeq) {
      this.state = offer.WithdrawSeq === memory.lastDoneSeq ? DONE : DROPPED;
      this.stageSeq = 0;
      await this.report();
    } else if (this.state === STAGED && offer.CommitSeq === this.stageSeq && offer.CommitStageNo === memory.stageNo) {
      memory.activeSeq = this.stageSeq;
      this.stageSeq = 0;
      this.stageCrc = 0;
      await this.become(ACTIVE);
      await this.become(RUNNING);
      memory.runs = 1;
      memory.lastDoneSeq = memory.activeSeq;
      memory.activeSeq = 0;
      await this.become(DONE);
      return true;
    } else if (offer.OfferSeqBegin !== 0 && offer.OfferSeqBegin === offer.OfferSeqEnd && offer.OfferSeqBegin !== memory.lastDoneSeq
        && offer.OfferSeqBegin !== this.stageSeq) {
      assert.equal(offerCrc(offer), offer.OfferCrc);
      this.staged = this.distort(offer);
      this.stageSeq = offer.OfferSeqBegin;
      this.stageCrc = offerCrc(this.staged);
      memory.stageNo += 1;
      await this.become(STAGED);
    }
    return false;
  }

  async become(state) {
    this.state = state;
    await this.report();
  }
}

async function run(plc, until, millis = 60_000) {
  const deadline = Date.now() + millis;
  while (!(await until()) && Date.now() < deadline) {
    await plc.cycle();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('the checksum of the documents comes out', () => {
  const offer = { OfferSeqBegin: 42, RunsPlanned: 1, RecipeRevision: 7, ProgramNo: 1234, ParamCount: 3, ParamNo: [1, 2, 10],
    ParamValue: [8000, 1250.5, 7], JobOrderId: 'JO-2026-000042', ProductId: 'GEAR_A', SerialNumber: 'SN0001', RecipeId: 'R-GEAR-A-OP20',
    ProgramName: 'GEAR_A_OP20' };
  assert.equal(canonical(offer).length, 158);
  assert.equal(offerCrc(offer), 379054909);
});

test('a PLC takes its job, machines it, and the job is done', () =>
  asPlc('90', async (session) => {
    const plc = new Plc(session);
    await plc.report();
    await run(plc, () => false, 1_500);
    let job;
    scan({ station: 'ST-90', data: 'P100-0001' }, plant.http).then((answer) => (job = answer));
    await run(plc, () => plc.memory.lastDoneSeq !== 0 && job);
    assert.ok(['ACCEPTED', 'COMPLETED'].includes(job.state), JSON.stringify(job.failure ?? job.refusal));
    assert.deepEqual([...plc.staged.ParamNo].slice(0, 2), [1, 2]);
    assert.deepEqual([...plc.staged.ParamValue].slice(0, 2), [12.5, 8]);
    await run(plc, async () => {
      job = await (await fetch(new URL(`/api/v1/jobs/${job.id}`, plant.http))).json();
      return job.state === 'COMPLETED';
    });
    assert.equal(job.state, 'COMPLETED');
  }));

test('a PLC that holds one other bit is never given its commit', () =>
  asPlc('90', async (session) => {
    const wrong = new Plc(session, (offer) => {
      const values = [...offer.ParamValue];
      values[0] += 1e-9;
      return { ...offer, ParamValue: values };
    });
    wrong.memory = { ...wrong.memory, boot: 2, stageNo: 1000, lastDoneSeq: 0, ackCounter: 1000 };
    const before = await wrong.read();
    wrong.memory.lastDoneSeq = before.OfferSeqBegin;
    await wrong.report();
    await run(wrong, () => false, 1_500);
    let job;
    scan({ station: 'ST-90', data: 'P100-0001' }, plant.http).then((answer) => (job = answer));
    await run(wrong, () => job);
    assert.ok(!['ACCEPTED', 'COMPLETED'].includes(job.state), JSON.stringify(job));
    assert.equal(wrong.memory.activeSeq, 0);
    assert.equal((await wrong.read()).CommitSeq, 0);
  }));
