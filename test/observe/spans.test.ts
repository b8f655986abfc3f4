import { type Span, trace } from '@opentelemetry/api';
import { createMetrics, startMetricsLine } from '../../bot/observe/metrics.ts';
import { startMonitor } from '../../bot/observe/monitor.ts';
import { type House, openHouse } from '../house.ts';

/** Whoever listens to OpenTelemetry: the names and attributes of every span, and whether it ended. */
const spans: { name: string; attributes: unknown; status?: unknown; ended: boolean }[] = [];
const listener = {
  startActiveSpan(name: string, { attributes }: { attributes: unknown }, work: (span: Span) => unknown) {
    const span = { name, attributes, ended: false };
    spans.push(span);
    return work({
      end: () => Object.assign(span, { ended: true }),
      setStatus: (status: unknown) => Object.assign(span, { status }),
    } as never);
  },
};

let house: House;
beforeAll(async () => {
  trace.setGlobalTracerProvider({ getTracer: () => listener as never });
  house = await openHouse({ history: false });
});
afterAll(async () => {
  await house.close();
  trace.disable();
});

it('a turn and the requests to the store within it are spans, which name nobody', async () => {
  spans.length = 0;
  await house.officer().say('KPI報告 K0-03 38/40');
  expect(spans[0]).toMatchObject({
    name: 'turn',
    attributes: { 'bansou.channel': 'teams', 'bansou.did': 'said' },
    ended: true,
  });
  // Notes are taken away by whoever plans, which is the house itself where nothing ticks.
  const names = spans.map(({ name }) => name).filter((name) => name !== 'store remove');
  expect(new Set(names)).toEqual(new Set(['turn', 'store get', 'store list', 'store put']));
  expect(spans.every(({ ended }) => ended)).toBe(true);
  const told = JSON.stringify(spans);
  for (const hidden of ['38/40', '山田', '203033', 'example.jp']) expect(told).not.toContain(hidden);
});

it('what happens by the clock is spans too', async () => {
  await house.officer().install();
  spans.length = 0;
  house.at('2026-11-30T10:00:00+09:00');
  await house.service.outbox.tick();
  await house.service.outbox.idle();
  const names = new Set(spans.map(({ name }) => name));
  for (const name of ['job due', 'job card', 'send']) expect(names).toContain(name);
  expect(house.logged()).toMatch(/"state":"sent","job":"weekly-check-in".*"msg":"delivery"/);
});

it('a minute is a line of figures, and the next begins with nothing', async () => {
  const metrics = createMetrics();
  for (const ms of [1, 2, 3, 100]) metrics.turn('answered', ms);
  metrics.turn('refused', 4);
  metrics.stored('get', 1.4);
  metrics.sent('teams', 'sent');
  const lines: object[] = [];
  const line = startMetricsLine(metrics, { info: (figures: object) => lines.push(figures) } as never, 5);
  for (let tries = 0; tries < 100 && lines.length < 2; tries++) await new Promise((resolve) => setTimeout(resolve, 5));
  line.stop();
  expect(lines[0]).toMatchObject({
    ...{ turns: { answered: 4, refused: 1 }, turnP50: 3, turnP95: 100 },
    ...{ store: { get: 1 }, storeMs: 1, sends: { 'teams sent': 1 }, heapMb: expect.any(Number) },
  });
  expect(lines[1]).toMatchObject({ turns: {}, turnP50: undefined, sends: {} });
});

it('without its package, Azure Monitor is missed in the log and nowhere else', async () => {
  const errors: unknown[] = [];
  const connectionString = 'InstrumentationKey=00000000-0000-0000-0000-000000000000';
  const log = { error: (...args: unknown[]) => errors.push(args) };
  const end = await startMonitor({ connectionString, identity: 'someone' }, log as never);
  await end();
  expect(JSON.stringify(errors)).toContain('could not be loaded');
  expect(JSON.stringify(errors)).not.toContain('InstrumentationKey');
});
