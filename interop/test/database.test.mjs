// Section A8: whoever asks how well the server is, is told when its database has stopped, and when it is back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { StatusCodes } from 'node-opcua-client';
import { connected } from '../plant.mjs';
import { Postgres } from '../postgres.mjs';
import { ended, Plant } from '../served.mjs';

const SERVICE_LEVEL = 'i=2267';
const STORE_ONLINE = 'ns=8;s=Keyway/RecipeStoreOnline';
const WELL = 255;
const NO_STORE = 100;
const PATIENCE = 30_000;

/** Reads until a value is as it should be; the last one that was read. */
async function becomes(session, nodeId, wanted) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const read = await session.read({ nodeId });
    assert.equal(read.statusCode, StatusCodes.Good);
    if (read.value.value === wanted || Date.now() > deadline) return read.value.value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const ready = async (http) => (await fetch(new URL('/health/ready', http))).status;

test(
  'the service level drops when the database is stopped, and rises when it is back',
  { skip: Postgres.isThere ? false : 'PostgreSQL is not installed here; ServiceLevelTest checks the same from inside' },
  async () => {
    const postgres = await Postgres.make();
    const plant = new Plant(', commissioning: true', postgres.section);
    let server;
    try {
      await postgres.start();
      server = await plant.start();
      await connected({ address: server.opcua }, async (client) => {
        const session = await client.createSession();
        assert.equal(await becomes(session, SERVICE_LEVEL, WELL), WELL);
        assert.equal(await ready(server.http), 200);

        await postgres.stop();
        assert.equal(await becomes(session, SERVICE_LEVEL, NO_STORE), NO_STORE);
        assert.equal(await becomes(session, STORE_ONLINE, false), false);
        assert.equal(await ready(server.http), 503);

        await postgres.start();
        assert.equal(await becomes(session, SERVICE_LEVEL, WELL), WELL);
        assert.equal(await becomes(session, STORE_ONLINE, true), true);
        await session.close();
      });
    } finally {
      if (server) await ended(server);
      plant.remove();
      await postgres.remove();
    }
  },
);
