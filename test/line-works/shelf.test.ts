import { pino } from 'pino';
import { createInbox, type Kept } from '../../bot/channels/line-works/inbox.ts';
import { createRounds } from '../../bot/channels/line-works/rounds.ts';
import { createShelf } from '../../bot/channels/line-works/shelf.ts';
import type { Work } from '../../bot/channels/line-works/work.ts';
import { openEmbedded } from '../../storage/embedded.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');

/** Something that works off events when told to, and has room for so many. */
function workFor(most: number) {
  const inHand: Kept[] = [];
  const seen: string[] = [];
  const begun: Promise<void>[] = [];
  const finish = async () => {
    for (const kept of inHand.splice(0)) {
      seen.push(`${kept.body}${kept.isSecondTry ? ' again' : ''}`);
      await kept.done();
    }
  };
  const work: Work = {
    bot: () => ({ id: 'b', name: '伴走ボット' }),
    room: () => most - inHand.length,
    learnName: async () => undefined,
    begin: (_event, keeping) => void begun.push(keeping.then((kept) => void (kept && inHand.push(kept)))),
    tellNotKept: async () => undefined,
    idle: async () => {
      await Promise.all(begun);
      await finish();
    },
  };
  return { work, seen, inHand };
}

it.each([1, 3, 7, 100])('what there is no room for is worked off in its order, once (room for %d)', async (most) => {
  const { store, close } = openEmbedded(':memory:');
  const rounds = createRounds(() => NOW);
  const inbox = createInbox(store.received, () => NOW, undefined, rounds.undone);
  const { work, seen, inHand } = workFor(most);
  const shelf = createShelf({ inbox, work, rounds, log: pino({ level: 'silent' }) });
  expect(shelf.isInUse()).toBe(false);
  const bodies = Array.from({ length: 20 }, (_, i) => `{"said":${i}}`);
  for (const [i, body] of bodies.entries()) await shelf.put(body, new Date(NOW.getTime() + i));
  // Told twice, kept once.
  await shelf.put(bodies[3] ?? '', new Date(NOW.getTime() + 3));
  expect(shelf.isInUse()).toBe(true);
  await shelf.sweep();
  await work.idle;
  expect(inHand.length).toBeLessThanOrEqual(most);
  await shelf.idle();
  expect(seen).toEqual(bodies);
  expect(shelf.isInUse()).toBe(false);
  await close();
});

it('a mark of a clock that was a year ahead holds nothing back', async () => {
  const { store, close } = openEmbedded(':memory:');
  const wrong = createInbox(store.received, () => new Date(NOW.getTime() + 366 * 86_400_000));
  await wrong.take('{"said":1}', NOW);
  expect(await createInbox(store.received, () => NOW).leftUndone(new Date(0))).toHaveLength(1);
  await close();
});
