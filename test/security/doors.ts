import { pino } from 'pino';
import { openLineWorks } from '../../bot/channels/line-works/open-line-works.ts';
import { openTeams } from '../../bot/channels/teams/open-teams.ts';
import { dispatch } from '../../bot/dispatch.ts';
import { createHttp } from '../../bot/doors/http.ts';
import { admission } from '../../bot/features/admission.ts';
import { commands } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { createMetrics } from '../../bot/observe/metrics.ts';
import { writeHistory } from '../../demo/history.ts';
import { fictionalProgramme, OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import type { Store } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { type FakeLineWorks, startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import type { Account } from '../fakes/line-works/world.ts';
import { type FakeTeams, startFakeTeams } from '../fakes/teams/fake-teams.ts';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import { dump } from '../storage/dump.ts';

type Headers = Readonly<Record<string, string | undefined>>;
type Line = { readonly level: number; readonly msg: string; readonly [name: string]: unknown };

/** Both doors with everything behind them, in this process and without a socket; and the same doors behind one. */
export type Doors = {
  readonly teams: FakeTeams;
  readonly works: FakeLineWorks;
  readonly store: Store;
  /** One of each role, and somebody the roster does not know. */
  readonly inTeams: readonly TeamsUser[];
  readonly inLineWorks: readonly Account[];
  readonly now: () => Date;
  postActivity(headers: Headers, body: string): Promise<number>;
  /** Until it is worked off. */
  postCallback(headers: Headers, body: string): Promise<number>;
  readonly url: string;
  /** Everything that is stored, and how much was asked of either product. */
  world(): Promise<unknown>;
  /** What was logged since the last time, warnings and worse. */
  lines(): readonly Line[];
  close(): Promise<void>;
};

const EMAILS = [
  ...[OFFICER, PREFECTURE_OFFICER, 'office-1@office.example.jp', 'expert-1@expert.example.jp'],
  ...['observer-202011@city.example.jp', 'stranger@else.example.jp'],
];
const WARNING = 40;

export async function openDoors(): Promise<Doors> {
  let at = Date.parse('2026-11-24T10:00:00+09:00');
  const now = () => new Date(at);
  const { store, close } = openEmbedded(':memory:');
  const content = fictionalProgramme(now());
  await importWorkbook(store, content, now());
  await writeHistory(store, content, now());
  const teams = await startFakeTeams();
  const works = await startFakeLineWorks({ now });
  works.limit(1e9);
  let lines: Line[] = [];
  const write = (line: string) => {
    const read: Line = JSON.parse(line);
    if (read.level >= WARNING) lines.push(read);
  };
  const log = pino({ level: 'info' }, { write });
  const bot = { store, commands, admission, jobs, now, log, metrics: createMetrics() };
  const activities = openTeams(teams.config, (incoming) => dispatch(bot, incoming), { log, now });
  const callbacks = openLineWorks(works.config, (incoming) => dispatch(bot, incoming), {
    ...{ log, now, received: store.received },
  });
  const http = createHttp({ log });
  for (const { path, route } of [activities, callbacks]) http.mount(path, route);
  const { port } = await http.start(0, '127.0.0.1');
  /** Time passes, so that a count of messages per minute is not in the way. */
  const later = () => {
    at += 700;
  };
  return {
    ...{ teams, works, store, now, url: `http://127.0.0.1:${port}` },
    inTeams: EMAILS.map((email) => teams.person({ name: '名前', email })),
    inLineWorks: EMAILS.map((email) => works.enrol({ name: '名前', email })),
    async postActivity(headers, body) {
      later();
      return (await activities.route({ headers, body: Buffer.from(body) })).status;
    },
    async postCallback(headers, body) {
      later();
      const { status } = await callbacks.route({ headers, body: Buffer.from(body) });
      await callbacks.idle();
      return status;
    },
    world: async () => ({ stored: await dump(store), teams: teams.connector.calls.length, works: works.calls.length }),
    lines() {
      const since = lines;
      lines = [];
      return since;
    },
    async close() {
      await callbacks.stop();
      await http.stop(100);
      await teams.stop();
      await works.stop();
      await close();
    },
  };
}
