import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A measured server: built JavaScript in a process of its own, so that its CPU time is nobody else's. */
export type ServerProcess = {
  readonly name: string;
  readonly url: string;
  /** CPU time so far, user and system, of all its threads. */
  cpuMs(): Promise<number>;
  /** What it holds after everything was collected that could be. */
  memory(): Promise<NodeJS.MemoryUsage>;
  /** Its clock goes on by a minute, where it was started so that it can. */
  minute(): Promise<void>;
  stop(): Promise<void>;
};

export type Start = {
  readonly name: string;
  /** Under `dist/`. */
  readonly script: string;
  /** The checkout it is built in; this one unless it is another to compare with. */
  readonly root?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where its log goes, and its CPU profile. */
  readonly folder: string;
  readonly profile: boolean;
  /** With a clock that goes on by a minute when asked. */
  readonly goesAhead?: boolean;
};

/** On a machine with much else to do it takes long. */
const READY_MS = 60_000;
const STOP_MS = 15_000;

export async function startServer(start: Start): Promise<ServerProcess> {
  const { name, script, root = '.', env, folder, profile, goesAhead = false } = start;
  const port = await freePort();
  const child = fork(join(root, 'dist', script), {
    execArgv: [
      ...['--disable-warning=ExperimentalWarning', '--expose-gc'],
      ...(goesAhead ? ['--import', './dist/test/bench/minutes-ahead.js'] : []),
      ...['--import', './dist/test/bench/cpu-meter.js'],
      ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${folder}`, `--cpu-prof-name=${name}.cpuprofile`] : []),
    ],
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' },
    // A pipe, as a container's log is: a file would make the server wait for this machine's disk.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = createWriteStream(join(folder, `${name}.log`));
  for (const output of [child.stdout, child.stderr]) output?.pipe(log, { end: false });
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(`${url}/readyz`, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${name} did not start, see ${join(folder, `${name}.log`)}`, { cause: error });
  }
  return {
    name,
    url: `${url}/api/messages`,
    cpuMs: () => cpuOf(child),
    memory: () => memoryOf(child),
    minute: async () => void (await askFor(child, 'minute')),
    stop: () => stop(child),
  };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  const { user, system } = (await askFor(child, 'cpu')) as NodeJS.CpuUsage;
  return (user + system) / 1_000;
}

async function memoryOf(child: ChildProcess): Promise<NodeJS.MemoryUsage> {
  return (await askFor(child, 'memory')) as NodeJS.MemoryUsage;
}

async function askFor(child: ChildProcess, what: 'cpu' | 'memory' | 'minute'): Promise<unknown> {
  const told = once(child, 'message');
  child.send(what);
  const [answer] = await told;
  return answer;
}

/** Losing its parent ends it, and writes its profile. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  const cut = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  child.disconnect();
  await ended;
  clearTimeout(cut);
}

/** The echo has no `/readyz`: any answer but "not yet" will do. */
async function ready(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    );
    if (status !== 0 && status !== 503) return;
    await pause(50);
  }
  throw new Error('not ready in time');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
