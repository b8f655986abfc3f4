import type { FakeTeams } from '../fakes/teams/fake-teams.ts';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import type { ServerProcess } from './server-process.ts';

/** What one server did in one round. */
export type Round = {
  readonly turns: number;
  readonly seconds: number;
  readonly cpuMs: number;
  /** Per turn, from the first byte sent to the 200: the reply has been written to the connector by then. */
  readonly latenciesMs: readonly number[];
};

export type Load = {
  readonly turns: number;
  /** How many people wait for an answer at the same time. */
  readonly inFlight: number;
  /** A round ends here at the latest, on however slow a machine. */
  readonly longestMs: number;
  /** What everybody says; where it is a function, in the nth turn. */
  readonly say?: string | ((nth: number) => string);
};

/** People ask in turn; every answer must be a 200 and a reply at the connector. */
export async function round(
  teams: FakeTeams,
  server: ServerProcess,
  people: readonly TeamsUser[],
  { turns, inFlight, longestMs, say = '状況' }: Load,
): Promise<Round> {
  // As the channel does, one token serves many requests; every one of them is checked in full.
  const authorization = `Bearer ${teams.identity.mint(teams.appId, teams.connector.serviceUrl)}`;
  const latenciesMs: number[] = [];
  const callsBefore = teams.connector.calls.length;
  let next = 0;
  teams.connect(server.url);
  const cpuBefore = await server.cpuMs();
  const start = performance.now();
  const worker = async () => {
    while (next < turns && performance.now() - start < longestMs) {
      const person = people[next++ % people.length];
      if (person === undefined) throw new Error('nobody to ask');
      const sent = performance.now();
      const { status } = await teams.post(
        question(teams, person, `${server.name}-${next}`, typeof say === 'string' ? say : say(next)),
        { authorization },
      );
      if (status !== 200) throw new Error(`${server.name} answered ${status}`);
      latenciesMs.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  const seconds = (performance.now() - start) / 1_000;
  const cpuMs = (await server.cpuMs()) - cpuBefore;
  const written = teams.connector.calls.slice(callsBefore).filter(({ message }) => message !== undefined);
  // Planning may have sent something besides.
  if (written.length < latenciesMs.length) {
    throw new Error(`${server.name}: ${latenciesMs.length} turns, but ${written.length} replies`);
  }
  return { turns: latenciesMs.length, seconds, cpuMs, latenciesMs };
}

const started = Date.now();

/** What Teams sends for a typed sentence, in full. */
function question(teams: FakeTeams, { account, room }: TeamsUser, number: string, say: string): unknown {
  const at = new Date();
  const tenant = { id: teams.config.identity?.tenantId };
  return {
    text: say,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: `<p>${say}</p>` }],
    type: 'message',
    timestamp: at.toISOString(),
    localTimestamp: new Date(at.getTime() + 9 * 3_600_000).toISOString().replace('Z', '+09:00'),
    id: `${number}-${started}-${at.getTime()}`,
    channelId: 'msteams',
    serviceUrl: teams.connector.serviceUrl,
    from: { id: account.id, name: account.name, aadObjectId: account.aadObjectId },
    conversation: { conversationType: 'personal', tenantId: tenant.id, id: room.id },
    recipient: { id: `28:${teams.appId}`, name: '伴走ボット' },
    entities: [{ locale: 'ja-JP', country: 'JP', platform: 'Windows', timezone: 'Asia/Tokyo', type: 'clientInfo' }],
    channelData: { tenant },
    locale: 'ja-JP',
    localTimezone: 'Asia/Tokyo',
  };
}
