import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../bot/config.ts';
import { importWorkbook } from '../bot/import.ts';
import { type Service, startService } from '../bot/service.ts';
import { writeHistory } from '../demo/history.ts';
import { fictionalProgramme, OFFICER, PREFECTURE_OFFICER } from '../demo/programme.ts';
import type { ProgrammeContent } from '../documents/workbook/content.ts';
import { type FakeTeams, startFakeTeams } from './fakes/teams/fake-teams.ts';
import type { TeamsUser } from './fakes/teams/teams-user.ts';
import { ANY_KEY, startCosmosServer } from './storage/cosmos-server.ts';

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
export type House = {
  readonly teams: FakeTeams;
  readonly service: Service;
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

export async function openHouse({ history = true, now = TUESDAY, cosmos = false } = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'bansou-house-'));
  const teams = await startFakeTeams();
  const server = cosmos ? await startCosmosServer() : undefined;
  let clock = runningFrom(now);
  let lines = '';
  const log = pino({ level: 'info' }, { write: (line: string) => (lines += line) });
  const file = join(folder, 'house.sqlite');
  const environment = {
    ...environmentOf(teams, file),
    ...(server && { STORE: 'cosmos', COSMOS_ENDPOINT: server.endpoint, COSMOS_KEY: ANY_KEY }),
  };
  const service = await startService(readConfig(environment), log, () => clock());
  const content = fictionalProgramme(new Date(now));
  await importWorkbook(service.store, content, new Date(now));
  if (history) await writeHistory(service.store, content, new Date(now));
  teams.connect(`http://127.0.0.1:${service.port}/api/messages`);
  const person = (email: string) => {
    const name = content.members.find((member) => member.email === email)?.name ?? '名簿にない人';
    return teams.person({ name, email });
  };
  return {
    teams,
    service,
    content,
    file,
    logged: () => lines,
    at: (moment) => {
      clock = runningFrom(moment);
    },
    officer: () => person(OFFICER),
    prefecture: () => person(PREFECTURE_OFFICER),
    secretariat: () => person('office-1@office.example.jp'),
    person,
    async close() {
      await service.stop();
      await teams.stop();
      await server?.close();
      rmSync(folder, { recursive: true });
    },
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
