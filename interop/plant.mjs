// What the checks share: where the demo is, and how node-opcua connects to it.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OPCUACertificateManager } from 'node-opcua-certificate-manager';
import { MessageSecurityMode, OPCUAClient, SecurityPolicy, UserTokenType } from 'node-opcua-client';
import { PASSWORD } from './served.mjs';

const lines = JSON.parse(process.env.KEYWAY_DEMO ?? '[]');
const ready = lines.find((line) => line.startsWith('keyway ready ')) ?? '';

/** The addresses that the demo printed. */
export const http = /http=(\S+)/.exec(ready)?.[1];
export const opcua = /opcua=(\S+)/.exec(ready)?.[1];

/** The addresses of the plant's own server, which has three machines that fetch their jobs. */
export const plant = JSON.parse(process.env.KEYWAY_PLANT ?? '{}');

/** Good labels, one for each station that the demo has. */
export const labels = lines
  .filter((line) => line.startsWith('label '))
  .map((line) => /station=(\S+) data=(.*)/.exec(line))
  .map(([, station, data]) => ({ station, data: JSON.parse(data) }));

/** The demo's sign-ins: by name, the password. */
const passwords = new Map(
  lines
    .filter((line) => line.startsWith('sign-in '))
    .map((line) => /user=(\S+) password=(\S+)/.exec(line))
    .map(([, user, password]) => [user, password]),
);

/** The name of the machine that has a PLC of its own account in the demo. */
export const plcUsers = [...passwords.keys()].filter((user) => user.startsWith('plc-'));

const APPLICATION = 'urn:keyway:interop';
const certificates = new OPCUACertificateManager({
  automaticallyAcceptUnknownCertificate: true,
  rootFolder: join(process.env.KEYWAY_DATA ?? tmpdir(), 'interop-pki'),
});

/** Runs work with a client that is connected, and disconnects it whatever happens. */
export async function connected({ address = opcua, ...options }, work) {
  await certificates.initialize();
  const client = OPCUAClient.create({
    applicationName: 'KeywayInterop',
    applicationUri: APPLICATION,
    clientCertificateManager: certificates,
    endpointMustExist: false,
    connectionStrategy: { maxRetry: 0 },
    securityMode: MessageSecurityMode.None,
    securityPolicy: SecurityPolicy.None,
    ...options,
  });
  try {
    await client.connect(address);
    return await work(client);
  } finally {
    await client.disconnect();
  }
}

/** Runs work in a session of nobody in particular, in clear text. */
export function inSession(work) {
  return connected({}, async (client) => sessionOf(client, undefined, work));
}

/** Runs work in a session of nobody in particular, signed and encrypted: an observer. */
export function observing(work, address = opcua) {
  const secured = { securityMode: MessageSecurityMode.SignAndEncrypt, securityPolicy: SecurityPolicy.Basic256Sha256 };
  return connected({ address, ...secured }, async (client) => sessionOf(client, undefined, work));
}

/** Runs work in a session of one of the demo's users, signed and encrypted. */
export function signedIn(user, work, policy = SecurityPolicy.Basic256Sha256) {
  const identity = { type: UserTokenType.UserName, userName: user, password: passwords.get(user) };
  return connected({ securityMode: MessageSecurityMode.SignAndEncrypt, securityPolicy: policy }, async (client) =>
    sessionOf(client, identity, work),
  );
}

/** Runs work in a session of a machine's PLC at the plant's server: of NR-90, and so on. */
export const asPlc = (no, work) => signedInAt(plant.opcua, `plc-${no}`, PASSWORD, work);

/** The same at another server, with a password that isn't the demo's. */
export function signedInAt(address, userName, password, work) {
  const identity = { type: UserTokenType.UserName, userName, password };
  const options = {
    address,
    securityMode: MessageSecurityMode.SignAndEncrypt,
    securityPolicy: SecurityPolicy.Basic256Sha256,
  };
  return connected(options, (client) => sessionOf(client, identity, work));
}

async function sessionOf(client, identity, work) {
  const session = await client.createSession(identity);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** Calls a method of an object, given by their paths of names; status and outputs as plain values. */
export async function call(session, object, method, ...inputArguments) {
  const answer = await session.call({
    objectId: `ns=8;s=${object}`,
    methodId: `ns=8;s=${object}/${method}`,
    inputArguments,
  });
  return { status: answer.statusCode, out: (answer.outputArguments ?? []).map((one) => one.value) };
}

/** The value of a variable, given by its path of names. */
export const value = async (session, path) => (await session.read({ nodeId: `ns=8;s=${path}` })).value?.value;

/** A scan as a station sends it; the job at rest. */
export async function scan({ station, data }, address = http) {
  const answer = await fetch(new URL('/api/v1/scans?wait=20000', address), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ station, data }),
  });
  return answer.json();
}
