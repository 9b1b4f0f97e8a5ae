// Listens to events as an independent client does: with the fields and the filter that it asks for.
import assert from 'node:assert/strict';
import {
  AttributeIds,
  constructEventFilter,
  DataType,
  ElementOperand,
  FilterOperator,
  LiteralOperand,
  resolveNodeId,
  SimpleAttributeOperand,
  TimestampsToReturn,
  ContentFilter,
  ContentFilterElement,
} from 'node-opcua-client';

const PATIENCE = 15_000;

/** The field of every event that has this name. */
const field = (name) =>
  new SimpleAttributeOperand({ typeDefinitionId: 'i=2041', browsePath: [{ name, namespaceIndex: 0 }], attributeId: AttributeIds.Value });
const place = (index) => new ElementOperand({ index });
const literal = (dataType, value) =>
  new LiteralOperand({ value: { dataType, value: dataType === DataType.NodeId ? resolveNodeId(value) : value } });

/** Where clauses: a field compared with a value. */
export const equals = (name, dataType, value) => [FilterOperator.Equals, field(name), literal(dataType, value)];
export const atLeast = (name, dataType, value) => [FilterOperator.GreaterThanOrEqual, field(name), literal(dataType, value)];
export const ofType = (type) => [FilterOperator.OfType, literal(DataType.NodeId, type)];

/** All of these: an And over them, two at a time, each element naming the next by its place. */
function allOf(clauses) {
  const elements = [];
  const ands = clauses.length - 1;
  clauses.forEach((_, i) => {
    if (i < ands) {
      const rest = i === ands - 1 ? ands + i + 1 : i + 1;
      elements.push(new ContentFilterElement({ filterOperator: FilterOperator.And, filterOperands: [place(ands + i), place(rest)] }));
    }
  });
  clauses.forEach(([filterOperator, ...filterOperands]) => elements.push(new ContentFilterElement({ filterOperator, filterOperands })));
  return new ContentFilter({ elements });
}

/**
 * Runs work while events are listened to.
 *
 * @param notifier at which object
 * @param names of the fields, with the index of their namespace where it isn't 0
 * @param clauses that an event must meet, all of them
 * @param work gets the events, each by its names, as they come, what waits for one, and the item
 */
export async function listening(session, notifier, names, clauses, work) {
  const subscription = await session.createSubscription2({
    requestedPublishingInterval: 50,
    requestedLifetimeCount: 1000,
    requestedMaxKeepAliveCount: 20,
    maxNotificationsPerPublish: 0,
    publishingEnabled: true,
    priority: 0,
  });
  const events = [];
  const heard = [];
  try {
    const filter = constructEventFilter(names);
    if (clauses.length > 0) {
      filter.whereClause = allOf(clauses);
    }
    const item = await subscription.monitor(
      { nodeId: notifier, attributeId: AttributeIds.EventNotifier },
      { samplingInterval: 0, discardOldest: true, queueSize: 1000, filter },
      TimestampsToReturn.Both,
    );
    item.on('changed', (values) => {
      events.push(Object.fromEntries(names.map((name, i) => [name.replace(/^\d+:/, ''), values[i].value])));
      heard.splice(0).forEach((wake) => wake());
    });
    /** The first event that meets a condition. */
    const one = async (condition, what) => {
      const deadline = Date.now() + PATIENCE;
      while (!events.some(condition)) {
        assert.ok(Date.now() < deadline, `no event: ${what}`);
        await Promise.race([new Promise((wake) => heard.push(wake)), new Promise((wake) => setTimeout(wake, 500))]);
      }
      return events.find(condition);
    };
    return await work(events, one, item);
  } finally {
    await subscription.terminate();
  }
}
