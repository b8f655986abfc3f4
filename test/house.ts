import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../bot/config.ts';
import { collectionNames, readEverything } from '../bot/hand-over/everything.ts';
import { importWorkbook } from '../bot/hand-over/import/import-workbook.ts';
import { type Has, type Service, startService } from '../bot/service.ts';
import { writeHistory } from '../demo/history.ts';
import { fictionalProgramme, OFFICER, PREFECTURE_OFFICER } from '../demo/programme.ts';
import type { ProgrammeContent } from '../documents/workbook/content.ts';
import { readWorkbook } from '../documents/workbook/read.ts';
import type { ChannelName } from '../programme/channel.ts';
import { CHANGES, type Store } from '../storage/collections.ts';
import { openEmbedded } from '../storage/embedded.ts';
import type { Collection } from '../storage/store.ts';
import { type FakeLineWorks, startFakeLineWorks } from './fakes/line-works/fake-line-works.ts';
import type { Person } from './fakes/person.ts';
import { type FakeTeams, startFakeTeams } from './fakes/teams/fake-teams.ts';
import type { TeamsUser } from './fakes/teams/teams-user.ts';
import { lineWorksEnvironment } from './line-works/environment.ts';
import { createRecount } from './recount.ts';
import { ANY_KEY, startCosmosServer } from './storage/cosmos-server.ts';
import { bytesOf, type Rows, workbookOf } from './workbook/sample.ts';

/** The rows of 議事録 have the same fields; LINE WORKS asks for them by these words. */
export const HOMEWORK = Object.fromEntries(
  [0, 1, 2, 3, 4].flatMap((at) =>
    Object.entries({ what: 'すること', who: '担当', by: '期限' }).map(
      ([name, label]) => [`actions.${at}.${name}`, [`宿題${at + 1}`, label]] as const,
    ),
  ),
);

/** The pace of sending has tests of its own. */
export const UNLIMITED = Object.fromEntries(
  ['teams', 'line-works'].map((name) => [name, { conversation: [], overall: [], pauses: 'conversation' as const }]),
);

/** Tuesday, 24 November 2026, 10:00 in Japan; the day before was a holiday. */
const TUESDAY = '2026-11-24T10:00:00+09:00';

/**
 * The whole service as people meet it: a store on disk, the fictional programme, the HTTP door, and Teams on loopback.
 *
 *   const house = await openHouse();
 *   const hanako = house.officer();
 *   expect((await hanako.say('状況')).words).toContain('小海町の状況');
 *   await house.close();
 */
/** People of the roster in one chat product; one script serves for all of them. */
export type People = {
  /** The lead of 小海町, a prefecture officer, someone of the secretariat, or anyone else of the roster. */
  officer(): Person;
  prefecture(): Person;
  secretariat(): Person;
  person(email: string): Person;
};

export type House = {
  readonly teams: FakeTeams;
  /** Present where the house was opened with `lineWorks`. */
  readonly lineWorks: FakeLineWorks | undefined;
  /** The same people in this chat product. */
  on(chat: ChannelName): People;
  readonly service: Service;
  /** Stops the service and starts it again on what it has kept. */
  restart(): Promise<void>;
  readonly content: ProgrammeContent;
  /** Where the embedded store lies, for whoever works on it beside the service. */
  readonly file: string;
  /** Everything logged so far. */
  logged(): string;
  /** Sets the clock of the service. */
  at(moment: string): void;
  /** The lead of 小海町, a prefecture officer, someone of the secretariat, or anyone else of the roster. */
  officer(): TeamsUser;
  prefecture(): TeamsUser;
  secretariat(): TeamsUser;
  person(email: string): TeamsUser;
  close(): Promise<void>;
};

type Opening = {
  readonly history?: boolean;
  readonly now?: string;
  readonly cosmos?: boolean;
  readonly lineWorks?: boolean;
  readonly allInTeams?: boolean;
  /** The workbook of another programme than the fictional one. */
  readonly rows?: Rows;
  /** What there is, where it is not the product's own. */
  readonly has?: Has;
};

export async function openHouse({
  history = true,
  now = TUESDAY,
  cosmos = false,
  lineWorks: withLineWorks = false,
  allInTeams = false,
  rows,
  has,
}: Opening = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'bansou-house-'));
  const teams = await startFakeTeams();
  const server = cosmos ? await startCosmosServer() : undefined;
  let clock = runningFrom(now);
  const lineWorks = withLineWorks ? await startFakeLineWorks({ now: () => clock(), labels: HOMEWORK }) : undefined;
  const recount = createRecount(() => clock());
  let lines = '';
  const log = pino({ level: 'info' }, { write: (line: string) => (lines += line) });
  const file = join(folder, 'house.sqlite');
  const environment = {
    ...environmentOf(teams, file),
    ...(lineWorks && lineWorksEnvironment(lineWorks)),
    ...(server && { STORE: 'cosmos', COSMOS_ENDPOINT: server.endpoint, COSMOS_KEY: ANY_KEY }),
  };
  const start = async (): Promise<Service> => {
    const before = tokensAsked(lineWorks);
    const started = await startService(readConfig(environment), log, () => clock(), UNLIMITED, {
      ...(has && { has }),
      storeOfTurn: recount.storeOfTurn,
    });
    teams.connect(`http://127.0.0.1:${started.port}/api/messages`);
    lineWorks?.connect(`http://127.0.0.1:${started.port}/line-works/callback`, () => started.idle());
    if (lineWorks) await hasBegun(lineWorks, before);
    return started;
  };
  const content = rows ? await contentOf(rows) : programmeAt(new Date(now), allInTeams);
  const settle = async (store: Store): Promise<void> => {
    await importWorkbook(store, content, new Date(now));
    if (history) await writeHistory(store, content, new Date(now));
  };
  await furnish(file, JSON.stringify([now, allInTeams, history, rows]), settle);
  let service = await start();
  if (server) await moveIn(file, service.store, new Date(now));
  const who = (email: string) => ({
    name: content.members.find((member) => member.email === email)?.name ?? '名簿にない人',
    email,
  });
  const person = (email: string) => teams.person(who(email));
  const inLineWorks = (email: string) => {
    if (!lineWorks) throw new Error('open the house with lineWorks: true');
    return lineWorks.person(who(email));
  };
  return {
    teams,
    get service() {
      return service;
    },
    async restart() {
      // A store that is lost takes no lease back.
      await service.outbox.drain().catch(() => undefined);
      await service.stop();
      service = await start();
    },
    content,
    file,
    logged: () => lines,
    at: (moment) => {
      clock = runningFrom(moment);
    },
    on: (chat) => (chat === 'teams' ? peopleOf(person) : peopleOf(inLineWorks)),
    ...peopleOf(person),
    lineWorks,
    async close() {
      recount.agree();
      await service.stop();
      await teams.stop();
      await lineWorks?.stop();
      await server?.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** The same programme is imported once in a run of the tests; every house begins with a copy of its own. */
async function furnish(file: string, what: string, settle: (store: Store) => Promise<void>): Promise<void> {
  const run = process.env['BANSOU_TEST_RUN'];
  const kept = run && join(run, `house-${createHash('sha256').update(what).digest('hex').slice(0, 16)}.sqlite`);
  if (kept && existsSync(kept)) return copyFileSync(kept, file);
  const { store, close } = openEmbedded(file);
  await settle(store);
  // As when planning has looked at all of it.
  for (const { value, etag } of await store.changes.list(CHANGES)) await store.changes.remove(CHANGES, value.id, etag);
  await close();
  if (!kept) return;
  const mine = `${kept}.${process.pid}`;
  copyFileSync(file, mine);
  renameSync(mine, kept);
}

const ABREAST = 16;

/** What lies in a file is put into another store, as when planning has looked at all of it. */
async function moveIn(file: string, to: Store, now: Date): Promise<void> {
  const { store, close } = openEmbedded(file);
  const all = await readEverything(store, now);
  await close();
  for (const name of collectionNames) {
    const [docs, held] = [to[name] as unknown as Collection<unknown>, all[name]];
    for (let at = 0; at < held.length; at += ABREAST)
      await Promise.all(held.slice(at, at + ABREAST).map(({ value }) => docs.put(value, 'absent', [], 'unnoted')));
  }
}

/** The service asks for a token by itself; a clock that is set meanwhile would spoil it. */
export async function hasBegun(lineWorks: FakeLineWorks, before: number): Promise<void> {
  for (let look = 0; look < 250 && tokensAsked(lineWorks) === before; look++)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

export const tokensAsked = (lineWorks: FakeLineWorks | undefined): number =>
  lineWorks?.calls.filter(({ api, status }) => api === 'token' && status === 200).length ?? 0;

/** Whom the roster has in LINE WORKS is written to there by e-mail, slowly, as the product wants it. */
function programmeAt(now: Date, allInTeams: boolean): ProgrammeContent {
  const content = fictionalProgramme(now);
  if (!allInTeams) return content;
  return { ...content, members: content.members.map((member) => ({ ...member, chat: 'teams' })) };
}

async function contentOf(rows: Rows): Promise<ProgrammeContent> {
  const read = await readWorkbook(await bytesOf(workbookOf(rows)));
  if (!read.ok) throw new Error(read.faults.map(({ problem }) => problem).join('\n'));
  return read.content;
}

function peopleOf<P>(person: (email: string) => P) {
  return {
    officer: () => person(OFFICER),
    prefecture: () => person(PREFECTURE_OFFICER),
    secretariat: () => person('office-1@office.example.jp'),
    person,
  };
}

/** A clock that shows this moment now and goes on from there. */
function runningFrom(moment: string): () => Date {
  const [start, began] = [Date.parse(moment), Date.now()];
  return () => new Date(start + Date.now() - began);
}

/** The service's own settings, as an operator would write them. */
export function environmentOf({ config: { identity, cloud } }: FakeTeams, file: string) {
  return {
    PORT: '0',
    LOG_LEVEL: 'info',
    CLOCK: 'off',
    // Tests type faster than people.
    TURNS_PER_MINUTE: '1000000',
    EMBEDDED_FILE: file,
    MicrosoftAppId: identity?.appId,
    MicrosoftAppType: identity?.type,
    MicrosoftAppTenantId: identity?.tenantId,
    ToBotFromChannelOpenIdMetadataUrl: cloud?.openIdMetadataUrl,
    ToBotFromChannelTokenIssuer: cloud?.tokenIssuer,
    ToChannelFromBotLoginUrl: cloud?.loginUrl,
    ToChannelFromBotOAuthScope: cloud?.oAuthScope,
    OAuthUrl: cloud?.oAuthUrl,
  };
}
