import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import type { DemoChat, DemoPeople } from './chat.ts';

/** A person the Playground can be; it knows people by e-mail and id as Teams does. */
export type PlaygroundUser = { readonly name: string; readonly email: string };

/** The chat window one person has open. Only this person can type in it; what is sent to others appears in theirs. */
export type Playground = { readonly url: string; stop(): void };

const START_MS = 30_000;
/** Of everybody in the playground. */
export const TENANT = '22222222-0000-0000-0000-000000000001';
const BOT = { id: '11111111-2222-3333-4444-555555555555', name: '伴走ボット' };

/** Teams, by its Playground: a window for each person, on ports that follow one another from `first` on. */
export function teamsChat({ windows, others }: DemoPeople, first: number): DemoChat {
  const ports = windows.map((_, at) => first + at);
  return {
    folder: 'demo',
    ports,
    environment: {},
    how: '「Personal Chat」で送ります',
    async open({ port, folder }) {
      const bot = `http://127.0.0.1:${port}/api/messages`;
      const open = await Promise.all(
        windows.map((who, at) => openPlayground(who, others, { port: first + at, bot, folder })),
      );
      return {
        urls: open.map(({ url }) => url),
        stop: async () => {
          for (const window of open) window.stop();
        },
      };
    },
  };
}

/** Says by name which ports are taken, before anything is started. */
export async function takenPorts(ports: readonly number[]): Promise<readonly number[]> {
  const taken = await Promise.all(ports.map(async (port) => ((await isFree(port)) ? [] : [port])));
  return taken.flat();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once('error', () => resolve(false))
      .once('listening', () => probe.close(() => resolve(true)))
      .listen(port);
  });
}

/**
 * Opens the Microsoft 365 Agents Playground as one person. A second person is a second one on another port.
 * @param others five more people of the same chat, for groups and mentions
 */
export async function openPlayground(
  who: PlaygroundUser,
  others: readonly PlaygroundUser[],
  at: { readonly port: number; readonly bot: string; readonly folder: string },
): Promise<Playground> {
  await mkdir(at.folder, { recursive: true });
  const file = `${at.folder}/playground-${at.port}.yml`;
  await writeFile(file, configuration(who, others, at.port));
  const child = spawn(
    process.execPath,
    [
      resolve('node_modules/.bin/agentsplayground'),
      '-e',
      at.bot,
      '-c',
      'msteams',
      '-p',
      String(at.port),
      '--disable-telemetry',
    ],
    {
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: resolve(file) },
      // It leaves files of its own where it runs.
      cwd: at.folder,
      stdio: 'ignore',
    },
  );
  process.once('exit', () => child.kill());
  const url = `http://localhost:${at.port}/`;
  await answering(url, child);
  return { url, stop: () => child.kill() };
}

/** It says "Listening" even when it is about to give up, so only an answer counts. */
async function answering(url: string, child: ChildProcess): Promise<void> {
  for (const end = Date.now() + START_MS; Date.now() < end; ) {
    if (child.exitCode !== null) break;
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill();
  throw new Error(`Playground を起動できませんでした（${url}）`);
}

/** JSON is YAML too. */
function configuration(who: PlaygroundUser, others: readonly PlaygroundUser[], port: number): string {
  return JSON.stringify({
    version: '0.1.1',
    tenantId: TENANT,
    bot: BOT,
    currentUser: account(who, port),
    users: others.slice(0, 5).map((other, at) => account(other, port + at + 1)),
    personalChat: { id: `personal-${port}` },
    groupChat: { id: `group-${port}`, name: '県・事務局' },
    team: {
      id: `team-${port}`,
      name: '伴走支援',
      aadGroupId: id('b', port),
      channels: [{ id: `channel-${port}`, name: '連絡' }],
    },
  });
}

function account({ name, email }: PlaygroundUser, at: number) {
  const [surname = name, givenName = name] = name.split(' ');
  // The tool's own spelling of its configuration.
  return { id: `user-${email}`, name, userPrincipleName: email, aadObjectId: id('a', at), givenName, surname, email };
}

const id = (letter: string, at: number) => `${letter.repeat(8)}-0000-0000-0000-${String(at).padStart(12, '0')}`;
