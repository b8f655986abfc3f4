import { begunNewYear, carryOutNewYear } from '../../bot/hand-over/new-year/carry-out.ts';
import { prepare } from '../../bot/hand-over/new-year/prepare.ts';
import { HOME } from '../../demo/programme.ts';
import type { ProgrammeContent } from '../../documents/workbook/content.ts';
import { dayOf } from '../../programme/day.ts';
import { reasonText } from '../../programme/delivery-words.ts';
import { MEMBERS, municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';

const NEIGHBOUR = '203041';

let house: House;
let hanako: Person;
beforeAll(async () => {
  house = await openHouse({ now: '2027-03-12T10:00:00+09:00', allInTeams: true });
  hanako = house.officer();
  await hanako.install();
  await house.person(`lead-${NEIGHBOUR}@town.example.jp`).install();
});
afterAll(() => house.close());

/** The next year of the same people; only 小海町 is asked for anything every week, and that for another KPI. */
const nextYear = (): ProgrammeContent => ({
  ...house.content,
  programme: { ...house.content.programme, fiscalYear: 2027, start: '2027-04-01', end: '2028-03-10', closures: [] },
  items: [{ municipality: HOME, item: 'S2-1', year: 'this', due: '2028-02-25' }],
  kpis: [{ municipality: HOME, kpi: 'K1-01', target: 100, weekly: true }],
  meetings: [],
});

async function tickAt(moment: string): Promise<void> {
  house.at(moment);
  for (const _ of [1, 2]) {
    await house.service.outbox.tick();
    await house.service.outbox.idle();
  }
}

/** What the clock has planned for a day. */
const promptsOn = async (day: string, code = HOME) =>
  (await house.service.store.deliveries.list(municipal(code)))
    .map(({ value }) => value)
    .filter(({ job, slot }) => job === 'weekly-check-in' && dayOf(new Date(slot)) === day);

it('asks nothing of the old year any more; what waited is withdrawn with a reason', async () => {
  await tickAt('2027-03-15T08:59:00+09:00');
  expect((await promptsOn('2027-03-15')).map(({ state }) => state)).toEqual(['waiting']);
  const { store } = house.service;
  const now = new Date('2027-03-15T08:59:30+09:00');
  await carryOutNewYear(store, await prepare(store, nextYear(), []), { now, operator: '山田' });
  const before = hanako.got().length;
  await tickAt('2027-03-15T09:00:00+09:00');
  await tickAt('2027-03-17T09:00:00+09:00');
  // A meeting that was agreed for these days is still held.
  expect(
    hanako
      .got()
      .slice(before)
      .filter((words) => !words.includes('まもなく会議です')),
  ).toEqual([]);
  expect((await promptsOn('2027-03-15')).map((one) => [one.state, reasonText(one)])).toEqual([
    ['withdrawn', expect.stringContaining('予定から外れました')],
  ]);
});

it('asks about the new year, of whom it asks anything, from its first week on', async () => {
  const before = hanako.got().length;
  await tickAt('2027-04-05T08:59:00+09:00');
  await tickAt('2027-04-05T09:00:00+09:00');
  const [asked] = hanako.got().slice(before);
  expect(asked).toContain('K1-01');
  expect(asked).not.toContain('K0-03');
  expect(await promptsOn('2027-04-05', NEIGHBOUR)).toEqual([]);
});

it('answers for the year that is closed, and shows where an item of the new one comes from', async () => {
  expect((await hanako.say('状況 令和8年度')).words).toContain('令和8年度');
  const { words } = await hanako.say('項目 S2-1');
  expect(words).toContain('令和9年度に実施');
  expect(words).toContain('令和8年度は実施中・試行（50%）・理由: 取込表による');
  expect((await hanako.say('項目 S1-1')).words).toContain('令和8年度に完了');
});

it('says of a step that was finished in the year that is closed when that was', async () => {
  const { words } = await hanako.say('状況');
  expect(words).toContain('4つのステップのうち1つを達成しています');
  expect(words).toContain('達成（令和8年度）。今年度の項目なし');
  // All of its items were done, and a KPI was still below its target.
  expect(words).toContain('全項目が完了（令和8年度）。今年度の項目なし');
  expect((await hanako.say('状況 ステップ0')).words).toContain('このステップは令和8年度に達成しています');
  expect((await hanako.say('状況 ステップ1')).words).toContain(
    'このステップの項目は、令和8年度までに全て完了しています',
  );
});

describe('a change of the year that died right after the programme had changed', () => {
  let left: House;
  beforeAll(async () => {
    left = await openHouse({ now: '2027-03-31T10:00:00+09:00' });
  });
  afterAll(() => left.close());

  it('is finished by a service that goes on, within the hour', async () => {
    const { store, outbox } = left.service;
    await outbox.tick();
    const leaves = left.content.members.find(({ email }) => email === `lead-${NEIGHBOUR}@town.example.jp`)?.name;
    const content = {
      ...left.content,
      programme: { ...left.content.programme, fiscalYear: 2027, start: '2027-04-01', end: '2028-03-10', closures: [] },
      members: left.content.members.filter(({ name }) => name !== leaves),
      ...{ items: [], kpis: [], meetings: [] },
    };
    const { members } = store;
    const dying = {
      ...store,
      members: { ...members, put: () => Promise.reject(new Error('died')) },
    } satisfies typeof store;
    const now = new Date('2027-03-31T10:01:00+09:00');
    const prepared = await prepare(store, content, []);
    await expect(carryOutNewYear(dying, prepared, { now, operator: '山田' })).rejects.toThrow('died');
    const isActive = async () =>
      (await store.members.list(MEMBERS)).find(({ value }) => value.name === leaves)?.value.active;
    left.at('2027-03-31T10:30:00+09:00');
    await outbox.tick();
    expect([await isActive(), await begunNewYear(store)]).toEqual([
      true,
      expect.objectContaining({ fiscalYear: 2027 }),
    ]);
    left.at('2027-03-31T11:01:00+09:00');
    await outbox.tick();
    expect([await isActive(), await begunNewYear(store)]).toEqual([false, undefined]);
  });
});
