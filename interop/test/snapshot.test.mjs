// Section B6: what changed together is seen together, by Reads and by subscriptions, however often it changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AttributeIds, StatusCodes, TimestampsToReturn } from 'node-opcua-client';
import { offerCrc } from '../crc.mjs';
import { nodeOf, OFFER, PLC_SIDE, variant, writing } from '../handover.mjs';
import { asPlc, plant, scan } from '../plant.mjs';

const MACHINE = 'NR-92';
const READS = 10_000;
/** Reads under way at once in each of the sessions that read. */
const IN_FLIGHT = 8;
const IDLE = 0;
const REJECTED = 6;
const OTHER_REASON = 99;
/** What the PLC writes in each request, with one and the same number. */
const TOGETHER = ['StageCrc', 'EchoCount', 'EchoNo', 'EchoValue', 'EchoValueF', 'RunsCompleted', 'PartsGood', 'ResultCode'];
const NAMES = [...OFFER, ...TOGETHER];
/** Numbers that each of the types holds exactly. */
const MOST = 60_000;

const publications = { reports: 0, offers: new Set() };

async function write(session, values) {
  const answers = await session.write(Object.entries(values).map(([name, value]) => writing(MACHINE, name, variant(name, value))));
  for (const answer of answers) assert.equal(answer, StatusCodes.Good);
}

/** A PLC that reports without a pause, and turns every offer down so that the next one comes. */
async function report(session, until) {
  let ack = Date.now() % 1_000_000_000;
  let answered;
  for (let number = 1; !until(); number = (number % MOST) + 1) {
    await write(session, Object.fromEntries([...TOGETHER, 'PlcHeartbeat'].map((name) => [name, number])));
    publications.reports += 1;
    const offer = (await session.read({ nodeId: nodeOf(MACHINE, 'OfferSeqEnd') })).value.value;
    if (offer !== answered) {
      answered = offer;
      ack += 1;
      const state = offer === 0 ? IDLE : REJECTED;
      await write(session, { PlcState: state, StageSeq: offer, RejectCode: OTHER_REASON, PlcBootId: 1, AckCounter: ack });
    }
  }
}

/** Scans one label after another, so that offers come and go. */
async function scanning(until) {
  while (!until()) await scan({ station: 'ST-92', data: 'P100-0001' }, plant.http);
}

/** Why what was seen can't have been at one time; undefined when it can. */
function torn(seen) {
  const numbers = new Set(TOGETHER.flatMap((name) => (ArrayBuffer.isView(seen[name]) ? [...seen[name]] : [seen[name]])));
  if (numbers.size !== 1) return `reports ${[...numbers]}`;
  if (seen.OfferSeqBegin !== seen.OfferSeqEnd) return `offers ${seen.OfferSeqBegin} and ${seen.OfferSeqEnd}`;
  publications.offers.add(seen.OfferSeqEnd);
  if (seen.OfferSeqEnd === 0) return seen.OfferCrc === 0 && seen.JobOrderId === '' && seen.ParamCount === 0 ? undefined : 'a rest of an offer';
  return offerCrc(seen) === seen.OfferCrc ? undefined : `offer ${seen.OfferSeqEnd} with another checksum`;
}

/** Reads all nodes in one request again and again; how many reads were torn. */
async function read(session, count) {
  const faults = [];
  let left = count;
  const nodes = NAMES.map((name) => ({ nodeId: nodeOf(MACHINE, name), attributeId: AttributeIds.Value }));
  const reading = async () => {
    while (left-- > 0) {
      const values = await session.read(nodes);
      const fault = torn(Object.fromEntries(NAMES.map((name, i) => [name, values[i].value.value])));
      if (fault) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, reading));
  return faults;
}

/** Subscribes to all nodes; what each notification leaves behind is looked at. */
async function watch(session) {
  const subscription = await session.createSubscription2({
    requestedPublishingInterval: 50,
    requestedLifetimeCount: 600,
    requestedMaxKeepAliveCount: 20,
    publishingEnabled: true,
  });
  const seen = {};
  const faults = [];
  const early = [];
  const byHandle = new Map();
  let messages = 0;
  const look = ({ notificationData }) => {
    for (const { monitoredItems } of notificationData ?? []) {
      for (const { clientHandle, value } of monitoredItems ?? []) seen[byHandle.get(clientHandle)] = value.value.value;
    }
    if (!NAMES.every((name) => name in seen)) return; // the first values may come in parts
    messages += 1;
    const fault = torn(seen);
    if (fault) faults.push(fault);
  };
  subscription.on('raw_notification', (message) => (byHandle.size > 0 ? look(message) : early.push(message)));
  const group = await subscription.monitorItems(
    NAMES.map((name) => ({ nodeId: nodeOf(MACHINE, name), attributeId: AttributeIds.Value })),
    { samplingInterval: 0, discardOldest: true, queueSize: 1 },
    TimestampsToReturn.Neither,
  );
  group.monitoredItems.forEach((item, i) => byHandle.set(item.monitoringParameters.clientHandle, NAMES[i]));
  early.forEach(look);
  return { faults, messages: () => messages, end: () => subscription.terminate() };
}

test('of ten thousand reads and every notification meanwhile, none is torn', () =>
  asPlc('92', (plc) =>
    asPlc('92', (watching) =>
      asPlc('92', async (reader) => {
        let over = false;
        const until = () => over;
        const busy = [report(plc, until), scanning(until)];
        let watched;
        let faults;
        try {
          watched = await watch(watching);
          faults = await read(reader, READS);
          await watched.end();
        } finally {
          over = true;
          await Promise.all(busy);
        }
        assert.deepEqual(faults.slice(0, 5), []);
        assert.deepEqual(watched.faults.slice(0, 5), []);
        assert.ok(publications.reports > 200, `${publications.reports} reports`);
        assert.ok(publications.offers.size > 5, `${publications.offers.size} offers`);
        assert.ok(watched.messages() > 20, `${watched.messages()} notifications`);
        console.log(`${READS} reads, ${watched.messages()} notifications; ${publications.reports} reports, ${publications.offers.size - 1} offers`);
      }),
    ),
  ));
