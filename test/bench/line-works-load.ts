import { setTimeout as pause } from 'node:timers/promises';
import type { FakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import type { LineWorksUser } from '../fakes/line-works/line-works-user.ts';
import { callbackOf } from './line-works-callback.ts';
import type { Load, Round } from './load.ts';
import type { ServerProcess } from './server-process.ts';

/** A bot may write 240 messages a minute, and a turn is answered with up to three. */
const TURNS_A_MINUTE = 80;
/** Until what follows an answer is written too. */
const AFTER_MS = 50;
const LONGEST_ANSWER_MS = 10_000;

/**
 * As `round` in Teams; but a callback is acknowledged before it is worked off, so a turn goes from the first byte sent to
 * the first message that was written. After as many turns as a minute takes, the server's clock goes on by one.
 */
export async function lineWorksRound(
  works: FakeLineWorks,
  server: ServerProcess,
  people: readonly LineWorksUser[],
  { turns, inFlight, longestMs, say = '状況' }: Load,
): Promise<Round> {
  works.forget();
  const url = `${new URL(server.url).origin}/line-works/callback`;
  const latenciesMs: number[] = [];
  const cpuBefore = await server.cpuMs();
  let [next, ms] = [0, 0];
  const ask = async (until: number): Promise<void> => {
    while (next < until) {
      const person = people[next++ % people.length];
      if (person === undefined) throw new Error('nobody to ask');
      const [sent, from] = [performance.now(), works.world.messages.length];
      const text = typeof say === 'string' ? say : say(next);
      const status = await callbackOf(works, url, person.account.userId, { type: 'text', text });
      if (status !== 200) throw new Error(`${server.name} answered ${status}`);
      await answerIn(works, person.room.id, from);
      latenciesMs.push(performance.now() - sent);
    }
  };
  while (next < turns && ms < longestMs) {
    const [began, until] = [performance.now(), Math.min(turns, next + TURNS_A_MINUTE)];
    await Promise.all(Array.from({ length: inFlight }, () => ask(until)));
    ms += performance.now() - began;
    await pause(AFTER_MS);
    await server.minute();
  }
  const cpuMs = (await server.cpuMs()) - cpuBefore;
  return { turns: latenciesMs.length, seconds: ms / 1_000, cpuMs, latenciesMs };
}

async function answerIn({ world }: FakeLineWorks, room: string, from: number): Promise<void> {
  const isThere = () => world.messages.slice(from).some((message) => message.room === room && message.from === 'bot');
  const until = performance.now() + LONGEST_ANSWER_MS;
  while (!isThere()) {
    if (performance.now() > until) throw new Error('a turn was not answered');
    await pause(1);
  }
}
