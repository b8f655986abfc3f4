import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import { wordsOf as wordsInLineWorks } from '../fakes/line-works/shown.ts';
import { wordsOf } from '../fakes/teams/card-reader.ts';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import { environmentOf } from '../house.ts';
import { lineWorksEnvironment } from '../line-works/environment.ts';
import { lineWorksRound } from './line-works-load.ts';
import { type Load, type Round, round } from './load.ts';
import { asText, reportOf } from './report.ts';
import { reportersOf } from './reports-said.ts';
import { seeded } from './seeded.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/**
 * `npm run bench [-- --strict] [--json] [--rounds 10] [--turns 300] [--say 状況] [--reports 0]
 * [--chat teams|line-works] [--profile DIR]`
 *
 * The CPU a full turn costs (状況, where nothing else is said), where so many of a hundred turns are reports, beside a
 * bare botbuilder + restify echo behind the same authentication. Both servers are built JavaScript, each in a process of
 * its own; this process is Teams, and LINE WORKS where we are spoken to there: it asks, takes the replies and signs.
 * `--strict` fails when a turn of ours costs more than the echo's.
 */
const { values } = parseArgs({
  options: {
    strict: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '10' },
    turns: { type: 'string', default: '300' },
    say: { type: 'string', default: '状況' },
    reports: { type: 'string', default: '0' },
    chat: { type: 'string', default: 'teams' },
    profile: { type: 'string' },
  },
});
if (values.chat !== 'teams' && values.chat !== 'line-works') throw new Error(`--chat teams or line-works`);
const LIMIT = 1;
const LONGEST_ROUND_MS = 1_500;
const LOAD: Load = { turns: Number(values.turns), inFlight: 4, longestMs: LONGEST_ROUND_MS };
const ROUNDS = Number(values.rounds);
/** What a server that has run for a minute is: compiled and filled. Not counted. */
const WARM_UP: Load = { ...LOAD, turns: 4_000, longestMs: 30_000 };

const folder = values.profile ?? mkdtempSync(join(tmpdir(), 'bansou-bench-'));
mkdirSync(folder, { recursive: true });
const file = join(folder, 'bench.sqlite');
const content = await seeded(file, new Date());
const teams = await startFakeTeams();
const works = values.chat === 'line-works' ? await startFakeLineWorks({ perMinute: 1_000_000 }) : undefined;
const officers = content.members.flatMap(({ name, email, role, municipalities: [town] }) =>
  role === 'municipal' && email !== undefined && town !== undefined ? [{ name, email, town }] : [],
);
const reporters = await reportersOf(
  file,
  content,
  officers.map(({ town }) => town),
);
const people = officers.map(({ name, email }) => teams.person({ name, email }));
const inLineWorks = works ? officers.map(({ name, email }) => works.person({ name, email })) : [];
const start = (name: string, script: string) =>
  startServer({
    name,
    script,
    // As in production: turns go by what planning knows.
    env: { ...environmentOf(teams, file), ...(works && lineWorksEnvironment(works)), CLOCK: 'on' },
    folder,
    goesAhead: works !== undefined && name === 'ours',
    profile: values.profile !== undefined,
  });
const servers: ServerProcess[] = [];
try {
  const ours = await start('ours', 'bot/main.js');
  const echo = await start('echo', 'test/bench/echo.js');
  servers.push(ours, echo);
  const rounds = await alternate(ours, echo);
  const report = reportOf(rounds.ours, rounds.echo);
  console.log(values.json ? JSON.stringify(report, undefined, 2) : asText(report));
  if (values.strict && report.ratio > LIMIT) process.exitCode = 1;
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await Promise.all([teams.stop(), works?.stop()]);
  if (values.profile === undefined) rmSync(folder, { recursive: true });
}

/** What everybody says to one server: so many of a hundred are reports, and each of these is written. */
function sayings(): (nth: number) => string {
  const report = reporters();
  const share = Number(values.reports);
  return (nth) => ((nth * share) % 100 < share ? report((nth - 1) % officers.length) : values.say);
}

/** Turn about, so that what else the machine does falls on both. */
async function alternate(ours: ServerProcess, echo: ServerProcess) {
  const rounds = { ours: [] as Round[], echo: [] as Round[] };
  const [toOurs, toEcho] = [sayings(), sayings()];
  const roundOfOurs = (load: Load): Promise<Round> =>
    works
      ? lineWorksRound(works, ours, inLineWorks, { ...load, say: toOurs })
      : round(teams, ours, people, { ...load, say: toOurs });
  const roundOfEcho = (load: Load): Promise<Round> => round(teams, echo, people, { ...load, say: toEcho });
  await roundOfOurs(WARM_UP);
  await roundOfEcho(WARM_UP);
  checkAnswers();
  for (let count = 0; count < ROUNDS; count++) {
    rounds.ours.push(await roundOfOurs(LOAD));
    rounds.echo.push(await roundOfEcho(LOAD));
  }
  return rounds;
}

/** A fast refusal would be no bargain: everybody got the card, and the echo its echo. */
function checkAnswers(): void {
  for (const [at, { room }] of people.entries()) {
    const messages = teams.connector.messages(room.id);
    const there = works && inLineWorks[at];
    const got = there
      ? works.messages(there.room).flatMap((message) => (message.from === 'bot' ? [wordsInLineWorks(message)] : []))
      : messages.flatMap(({ card }) => (card === undefined ? [] : [wordsOf(card)]));
    const isStatus = got.some(
      (words) => values.reports !== '0' || values.say !== '状況' || words.includes('ステップ3'),
    );
    const isEcho = messages.some(({ text }) => text?.startsWith('Echo: '));
    if (!isStatus || !isEcho) throw new Error('a turn was not answered as it should be');
  }
}
