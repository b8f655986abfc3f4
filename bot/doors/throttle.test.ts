import type { Incoming } from '../channels/channel.ts';
import { throttled } from './throttle.ts';

const from = (person: string, room = person): Incoming => ({
  ...{ id: 'x', channel: 'teams', person, formsInCards: true, did: { kind: 'said', text: '状況' } },
  room: { kind: room === person ? 'personal' : 'group', id: room, address: { channel: 'teams', id: room } },
  profile: async () => ({ emails: [] }),
});

let at = 0;
let done = 0;
const handle = throttled(
  async () => {
    done++;
    return undefined;
  },
  () => at,
  60,
);
const send = async (count: number, incoming: Incoming): Promise<number> => {
  done = 0;
  for (let i = 0; i < count; i++) {
    const answer = await handle(incoming);
    expect(answer === undefined).toBe(done === i + 1);
    if (answer) expect(answer.card.summary).toContain('少し待って');
  }
  return done;
};
beforeEach(() => {
  at += 3_600_000;
});

it('lets a person in as fast as a person is', async () => {
  expect(await send(40, from('a'))).toBe(40);
  expect(await send(3, from('a'))).toBe(0);
  at += 1_000;
  expect(await send(3, from('a'))).toBe(1);
});

it('one person takes nothing from another', async () => {
  await send(60, from('a'));
  expect(await send(40, from('b'))).toBe(40);
});

it('a room holds several people, and has an end too', async () => {
  let all = 0;
  for (const person of ['a', 'b', 'c', 'd', 'e']) all += await send(40, from(person, 'room'));
  expect(all).toBe(160);
});

it('a clock that is set back keeps nobody out', async () => {
  await send(60, from('a'));
  at -= 86_400_000;
  expect(await send(40, from('a'))).toBe(40);
});
