import { HOME, OFFICER } from '../../demo/programme.ts';
import { instantOf } from '../../programme/day.ts';
import { deliveriesFrom } from '../../programme/delivery.ts';
import { ACQUAINTANCES, MEMBERS, municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import { type House, openHouse } from '../house.ts';

/** One person on both chats: one member with one history, who is written to where they like, else where it is possible. */
let house: House;
let inTeams: TeamsUser;
let inLineWorks: Person;
/** On the roster in LINE WORKS, and never heard of. */
let stranger: Person;
let strangers: { readonly email: string; readonly municipality: string };

beforeAll(async () => {
  house = await openHouse({ history: false, lineWorks: true, now: '2026-11-27T10:00:00+09:00' });
  inTeams = house.officer();
  inLineWorks = house.on('line-works').officer();
  const found = house.content.members.find(
    ({ role, chat, lead }) => role === 'municipal' && chat === 'line-works' && lead,
  );
  strangers = { email: found?.email ?? '', municipality: found?.municipalities[0] ?? '' };
  stranger = house.on('line-works').person(strangers.email);
  // Nobody else is asked anything, and nobody reminded of anything else, which would take its time.
  const { members, items } = house.service.store;
  for (const { value, etag } of await members.list(MEMBERS))
    if (![OFFICER, strangers.email].includes(value.email ?? '')) await members.put({ ...value, active: false }, etag);
  for (const code of [HOME, strangers.municipality])
    for (const { value, etag } of await items.list(municipal(code))) await items.put({ ...value, year: 'later' }, etag);
});
afterAll(() => house.close());

/** What came of the weekly card of a week, and what both chats got meanwhile. */
async function weekly(monday: string, municipality = HOME) {
  house.at(`${monday}T09:00:00+09:00`);
  const before = [inTeams.got().length, inLineWorks.got().length] as const;
  for (const _ of [1, 2]) {
    await house.service.outbox.tick();
    await house.service.outbox.idle();
  }
  const slots = deliveriesFrom(instantOf(monday));
  const all = (await house.service.store.deliveries.list(municipal(municipality), slots)).map(({ value }) => value);
  const cards = (person: Person, from: number) =>
    person
      .got()
      .slice(from)
      .filter((card) => card.includes('の週の報告'));
  return {
    delivery: all.find(({ job, round }) => job === 'weekly-check-in' && round === 1),
    teams: cards(inTeams, before[0]),
    lineWorks: cards(inLineWorks, before[1]),
  };
}
const account = (how: { readonly isSuspended?: boolean; readonly isDeleted?: boolean }) =>
  house.lineWorks?.enrol({ name: inTeams.account.name, email: OFFICER, isSuspended: false, isDeleted: false, ...how });

it('reaches by e-mail whom the roster has in LINE WORKS and who has never written, and knows them then', async () => {
  const { delivery } = await weekly('2026-11-30', strangers.municipality);
  expect(delivery).toMatchObject({ state: 'sent', channel: 'line-works' });
  expect(stranger.got()[0]).toContain('11/30(月)の週の報告');
  const paths = house.lineWorks?.calls.filter(({ api }) => api === 'send').map(({ path }) => decodeURIComponent(path));
  expect(paths).toContainEqual(expect.stringContaining(`/users/${strangers.email}/`));
  await house.lineWorks?.idle();
  const known = (await house.service.store.acquaintances.list(ACQUAINTANCES)).map(({ value }) => value);
  expect(known).toMatchObject([{ channel: 'line-works', member: delivery?.recipient.id, home: expect.any(String) }]);
  expect((await stranger.say('KPI報告 K0-03 3/10')).words).toContain('30%（3/10）');
});

it('is one member with two acquaintances, and one history that tells the chats apart', async () => {
  await inTeams.say('KPI報告 K0-03 30/40');
  expect((await inLineWorks.say('KPI報告 K0-03')).words).toContain('75%（30/40）');
  await inLineWorks.say('やめる');
  await inLineWorks.say('KPI報告 K0-03 31/40');
  const history = (await inTeams.say('履歴 K0-03')).words;
  expect(history).toMatch(/山田 花子（Teams）/);
  expect(history).toMatch(/山田 花子（LINE WORKS）/);
  const known = (await house.service.store.acquaintances.list(ACQUAINTANCES)).map(({ value }) => value);
  const people = [inTeams.account.id, house.lineWorks?.world.find(OFFICER)?.userId];
  const own = known.filter(({ person }) => people.includes(person));
  expect(own.map(({ channel }) => channel).toSorted()).toEqual(['line-works', 'teams']);
  expect(new Set(own.map(({ member }) => member)).size).toBe(1);
});

it('takes back in one chat what was reported in the other', async () => {
  await inTeams.say('KPI報告 K1-03 3/10');
  expect((await inLineWorks.say('取消')).words).toContain('取り消しました');
});

it('is written to in the chat of the roster, then in the one that was chosen, and in one only', async () => {
  const first = await weekly('2026-12-07');
  expect([first.teams.length, first.lineWorks.length]).toEqual([1, 0]);
  expect(first.delivery).toMatchObject({ state: 'sent', channel: 'teams' });
  await inTeams.say('設定');
  const chosen = await inTeams.press('設定を変える', { 届けるチャット: 'LINE WORKS' });
  expect(chosen.words).not.toContain('まだボットとの1対1のチャットがありません');
  const second = await weekly('2026-12-14');
  expect([second.teams.length, second.lineWorks.length]).toEqual([0, 1]);
  expect(second.delivery).toMatchObject({ state: 'sent', channel: 'line-works' });
});

it.each([
  ['403', '2026-12-21', { isSuspended: true }],
  ['404', '2027-01-04', { isDeleted: true }],
])('is written to in the other chat when the chosen one says %s', async (status, monday, how) => {
  account(how);
  const { delivery, teams, lineWorks } = await weekly(monday);
  account({});
  expect([teams.length, lineWorks.length]).toEqual([1, 0]);
  expect(delivery).toMatchObject({ state: 'sent', channel: 'teams', tried: ['line-works'] });
  expect(house.lineWorks?.calls.some((call) => call.api === 'send' && String(call.status) === status)).toBe(true);
});

it('is not written to in the other chat while it may have arrived in the chosen one', async () => {
  house.lineWorks?.failNext('send', 'drop-after');
  const { delivery, teams, lineWorks } = await weekly('2027-01-18');
  expect([teams.length, lineWorks.length]).toEqual([0, 1]);
  expect(delivery).toMatchObject({ state: 'unknown', channel: 'line-works' });
  expect((await weekly('2027-01-18')).teams).toEqual([]);
});

it('is written to in LINE WORKS when Teams is the chosen one and has thrown the bot out', async () => {
  await inLineWorks.say('設定');
  await inLineWorks.press('標準に戻す');
  house.teams.connector.block(inTeams.room.id);
  const { delivery, teams, lineWorks } = await weekly('2027-01-25');
  expect([teams.length, lineWorks.length]).toEqual([0, 1]);
  expect(delivery).toMatchObject({ state: 'sent', channel: 'line-works', tried: ['teams'] });
});

it('has failed when neither can deliver it', async () => {
  account({ isSuspended: true });
  const { delivery } = await weekly('2027-02-01');
  expect(delivery).toMatchObject({ state: 'failed', channel: 'line-works', tried: ['teams'] });
});
