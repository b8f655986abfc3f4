import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Answer, Channel, Incoming } from '../../bot/channels/channel.ts';
import { openTeams } from '../../bot/channels/teams/open-teams.ts';
import { createHttp } from '../../bot/doors/http.ts';
import { buttons, type Card, card, text } from '../../cards/card.ts';
import { type FakeTeams, startFakeTeams } from '../fakes/teams/fake-teams.ts';

/** A Teams door with nothing behind it but a handler that a test can change. */
export type Door = {
  readonly teams: FakeTeams;
  readonly channel: Channel;
  readonly url: string;
  /** What the handler was given. */
  readonly incoming: Incoming[];
  /** What it answers next; by default the text it was given, as a new card. */
  answer: (incoming: Incoming) => Promise<Answer | undefined> | Answer | undefined;
  /** Everything logged and printed so far. */
  logged(): string;
  stop(): Promise<void>;
};

/** @param options.tenants whose people are let in beside the bot's own tenant */
export async function openDoor(options: { open?: boolean; tenants?: readonly string[] } = {}): Promise<Door> {
  const teams = await startFakeTeams(options);
  let lines = '';
  const sink = new Writable({
    write(chunk, _, done) {
      lines += String(chunk);
      done();
    },
  });
  const log = pino({ level: 'debug' }, sink);
  const printed = jest.spyOn(console, 'error').mockImplementation((...what) => {
    lines += what.map(String).join(' ');
  });
  const incoming: Incoming[] = [];
  const door: { answer: Door['answer'] } = { answer: (each) => ({ card: echo(each), how: 'new' }) };
  const http = createHttp({ log, parts: { teams: () => opened.channel.ready() } });
  const tenants = options.tenants && [teams.tenant, ...options.tenants];
  const opened = openTeams(
    { ...teams.config, tenants },
    async (each) => {
      incoming.push(each);
      return door.answer(each);
    },
    { log, now: () => new Date() },
  );
  http.mount(opened.path, opened.route);
  const { port } = await http.start(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  teams.connect(`${url}${opened.path}`);
  return Object.assign(door, {
    teams,
    channel: opened.channel,
    url,
    incoming,
    logged: () => lines,
    stop: async () => {
      await http.stop(100);
      await teams.stop();
      printed.mockRestore();
    },
  });
}

const echo = ({ did }: Incoming): Card =>
  card(
    'こだま',
    'こだまです',
    text(did.kind === 'said' ? did.text : did.kind),
    buttons({ label: '次へ', ask: { command: 'help', input: {} } }),
  );
