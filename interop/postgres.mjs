// A PostgreSQL server of this computer's own, for as long as a check takes. There is none where its programs aren't installed.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const VERSIONS = '/usr/lib/postgresql';
const PATIENCE = 30_000;

const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).map((one) => join(VERSIONS, one, 'bin')) : [];
const programs = [...process.env.PATH.split(delimiter), ...versions].find((folder) =>
  ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
);

/** PostgreSQL doesn't run as root. */
function owner() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

export class Postgres {
  static isThere = programs !== undefined;

  static async make() {
    const made = new Postgres();
    made.owner = owner();
    made.folder = mkdtempSync(join(tmpdir(), 'keyway-postgres-'));
    if (made.owner.uid) chownSync(made.folder, made.owner.uid, made.owner.gid);
    made.port = await freePort();
    const args = ['-D', made.folder, '-U', 'keyway', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    execFileSync(join(programs, 'initdb'), args, { ...made.owner, cwd: made.folder, stdio: 'pipe' });
    return made;
  }

  /** What Keyway's configuration says of it. */
  get section() {
    return `database: {url: "jdbc:postgresql://127.0.0.1:${this.port}/postgres", user: keyway}\n`;
  }

  async start() {
    const args = ['-D', this.folder, '-p', String(this.port), '-k', this.folder, '-c', 'listen_addresses=127.0.0.1'];
    this.server = spawn(join(programs, 'postgres'), args, { ...this.owner, cwd: this.folder, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    const timer = setTimeout(() => this.server.kill('SIGKILL'), PATIENCE);
    for await (const part of this.server.stderr.iterator({ destroyOnReturn: false })) {
      said += part;
      if (said.includes('ready to accept connections')) {
        clearTimeout(timer);
        this.server.stderr.resume();
        return;
      }
    }
    throw new Error(`PostgreSQL did not start: ${said}`);
  }

  /** Ends it as a power cut would: whoever is connected is cut off. */
  async stop() {
    this.server.kill('SIGQUIT');
    await once(this.server, 'exit');
  }

  async remove() {
    if (this.server && this.server.exitCode === null && this.server.signalCode === null) await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
