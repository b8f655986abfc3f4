import { pino } from 'pino';
import type { Incoming } from '../../bot/channels/channel.ts';
import { openLineWorks } from '../../bot/channels/line-works/open-line-works.ts';
import type { ReceivedEvent } from '../../programme/received-event.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import type { Collection } from '../../storage/store.ts';
import { metered } from '../bench/store-meter.ts';
import { signatureOf } from '../fakes/line-works/callbacks.ts';
import { type FakeLineWorks, startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';

const [SECOND, MINUTE] = [1_000, 60_000];
const START = new Date('2026-11-24T10:00:00+09:00');

let works: FakeLineWorks;
let { store, take, close } = fresh();
let said: string[] = [];
let closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  works = await startFakeLineWorks({ now: () => new Date() });
});
beforeEach(() => {
  // Requests to the product's server go through as they are.
  jest.useFakeTimers({ now: START, doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
  ({ store, take, close } = fresh());
  said = [];
  closing = [];
});
afterEach(async () => {
  for (const stop of closing) await stop();
  jest.useRealTimers();
  await close();
});
afterAll(() => works.stop());

function fresh() {
  const opened = openEmbedded(':memory:');
  return { ...metered(opened.store), close: opened.close };
}

type Over = {
  readonly received?: Collection<ReceivedEvent>;
  readonly handle?: (incoming: Incoming) => Promise<undefined>;
};

const hear = async ({ did }: Incoming): Promise<undefined> => {
  said.push(did.kind === 'said' ? did.text : did.kind);
};

/** One process at the door. Never stopped: it is killed. */
function process({ received = store.received, handle = hear }: Over = {}) {
  const log = pino({ level: 'silent' });
  const door = openLineWorks(works.config, handle, { log, now: () => new Date(), received });
  return {
    start() {
      door.start();
      closing.push(() => door.stop());
    },
    async tell(text: string, issued = new Date()) {
      const { userId, domainId } = works.enrol({ name: '名前', email: 'a@town.example.jp' });
      const source = { userId, domainId };
      const event = { type: 'message', source, issuedTime: issued.toISOString(), content: { type: 'text', text } };
      const body = Buffer.from(JSON.stringify(event));
      const signature = signatureOf(works.config.botSecrets[0] ?? '', body);
      const headers = { 'x-works-signature': signature, 'x-works-botid': works.config.botId };
      return (await door.route({ headers, body })).status;
    },
    idle: () => door.idle(),
  };
}

const never = () => new Promise<undefined>(() => undefined);

/** Time passes, second by second, and what it sets off goes on. */
async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= SECOND) {
    await jest.advanceTimersByTimeAsync(Math.min(SECOND, left));
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const queries = (): number => take().query;

it('asks the store nothing but now and then while nobody says anything', async () => {
  const { start } = process();
  start();
  await pass(MINUTE);
  expect(queries()).toBe(1);
  await pass(4 * 60 * MINUTE);
  expect(queries()).toBe(8);
});

it('looks once more some minutes after somebody has written, whatever they said in between', async () => {
  const { start, tell, idle } = process();
  start();
  await pass(MINUTE);
  take();
  for (let count = 0; count < 4; count++) {
    expect(await tell(`${count}`)).toBe(200);
    await idle();
    await pass(MINUTE);
  }
  expect(queries()).toBe(0);
  await pass(MINUTE);
  expect(queries()).toBe(1);
  await pass(20 * MINUTE);
  expect(queries()).toBe(0);
  expect(said).toEqual(['0', '1', '2', '3']);
});

it('what a process that was killed has kept is heard by the one that starts in its place, within its minute', async () => {
  expect(await process({ handle: never }).tell('切れた')).toBe(200);
  await pass(2 * SECOND);
  const heir = process();
  heir.start();
  await pass(50 * SECOND);
  expect(said).toEqual([]);
  await pass(10 * SECOND);
  expect(said).toEqual(['切れた']);
  take();
  await pass(10 * MINUTE);
  expect(queries()).toBe(0);
});

it('and by another one that goes on, within half an hour, or some minutes after somebody has written to it', async () => {
  const other = process();
  other.start();
  await pass(MINUTE);
  expect(await process({ handle: never }).tell('1')).toBe(200);
  await pass(31 * MINUTE);
  expect(said).toEqual(['1']);
  expect(await process({ handle: never }).tell('2')).toBe(200);
  await pass(2 * MINUTE);
  await other.tell('3');
  await pass(6 * MINUTE);
  expect(said).toEqual(['1', '3', '2']);
});

it('what could not be worked off is tried again when its time is over', async () => {
  let isBroken = true;
  const { start, tell } = process({
    async handle(incoming) {
      if (isBroken) throw new Error('broken');
      return hear(incoming);
    },
  });
  start();
  await pass(MINUTE);
  expect(await tell('もう一度')).toBe(200);
  await pass(30 * SECOND);
  isBroken = false;
  await pass(35 * SECOND);
  expect(said).toEqual(['もう一度']);
});

it('what came into the store though nobody heard so is heard', async () => {
  let isLost = true;
  const received: Collection<ReceivedEvent> = {
    ...store.received,
    async put(...args) {
      const result = await store.received.put(...args);
      if (isLost) throw new Error('no answer');
      return result;
    },
    async get(...args) {
      if (isLost) throw new Error('no answer');
      return store.received.get(...args);
    },
  };
  const { start, tell } = process({ received });
  start();
  const status = tell('届いた');
  await pass(5 * SECOND);
  expect(await status).toBe(503);
  isLost = false;
  await pass(62 * SECOND);
  expect(said).toEqual(['届いた']);
});

it('a look that could not be made is made again, and so is what it was about to look at', async () => {
  expect(await process({ handle: never }).tell('1')).toBe(200);
  await pass(20 * MINUTE);
  let isGone = true;
  const received: Collection<ReceivedEvent> = {
    ...store.received,
    async list(...args) {
      if (isGone) throw new Error('gone');
      return store.received.list(...args);
    },
  };
  const { start } = process({ received });
  start();
  await pass(3 * MINUTE);
  isGone = false;
  await pass(16 * SECOND);
  expect(said).toEqual(['1']);
});

it('what is taken up is begun, though the next could not be', async () => {
  for (const text of ['1', '2', '3']) {
    expect(await process({ handle: never }).tell(text)).toBe(200);
    await pass(MINUTE);
  }
  let puts = 0;
  const received: Collection<ReceivedEvent> = {
    ...store.received,
    async put(value, ...rest) {
      if (value.attempts > 1 && value.state === 'working' && ++puts === 2) throw new Error('gone');
      return store.received.put(value, ...rest);
    },
  };
  const { start } = process({ received });
  start();
  await pass(5 * SECOND);
  expect(said).toEqual(['1']);
  await pass(62 * SECOND);
  expect([...said].sort()).toEqual(['1', '2', '3']);
});

it('of what came long after it was said, too', async () => {
  const { start } = process();
  start();
  await pass(MINUTE);
  const issued = new Date(Date.now() - 3 * 60 * MINUTE);
  expect(await process({ handle: never }).tell('遅れた', issued)).toBe(200);
  await pass(6 * 60 * MINUTE);
  expect(said).toEqual(['遅れた']);
});
