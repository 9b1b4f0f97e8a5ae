// What the checks share: where the demo is, and how node-opcua connects to it.
import { MessageSecurityMode, OPCUAClient, SecurityPolicy } from 'node-opcua-client';

const lines = JSON.parse(process.env.KEYWAY_DEMO ?? '[]');
const ready = lines.find((line) => line.startsWith('keyway ready ')) ?? '';

/** The addresses that the demo printed. */
export const http = /http=(\S+)/.exec(ready)?.[1];
export const opcua = /opcua=(\S+)/.exec(ready)?.[1];

/** Good labels, one for each station that the demo has. */
export const labels = lines
  .filter((line) => line.startsWith('label '))
  .map((line) => /station=(\S+) data=(.*)/.exec(line))
  .map(([, station, data]) => ({ station, data: JSON.parse(data) }));

/** Runs work with a client that is connected, and disconnects it whatever happens. */
export async function connected(options, work) {
  const client = OPCUAClient.create({
    applicationName: 'KeywayInterop',
    endpointMustExist: false,
    connectionStrategy: { maxRetry: 0 },
    securityMode: MessageSecurityMode.None,
    securityPolicy: SecurityPolicy.None,
    ...options,
  });
  await client.connect(opcua);
  try {
    return await work(client);
  } finally {
    await client.disconnect();
  }
}

/** Runs work in a session of a user; an anonymous one when none is named. */
export function inSession(work, user, options = {}) {
  return connected(options, async (client) => {
    const session = await client.createSession(user);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  });
}

/** A scan as a station sends it; the job at rest. */
export async function scan({ station, data }) {
  const answer = await fetch(new URL('/api/v1/scans?wait=20000', http), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ station, data }),
  });
  return answer.json();
}
