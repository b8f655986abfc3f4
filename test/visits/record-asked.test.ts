import { overdueVisitRecords } from '../../bot/features/visits/read.ts';
import { HOME } from '../../demo/programme.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { EXPERT_MAIL, idOf } from './planted.ts';

/** What the clock does about the record of a visit, and what the secretariat finds overdue. */
onBothChats({ history: false, now: '2026-06-01T08:00:00+09:00', allInTeams: true }, (house) => {
  let expert: Person;
  beforeAll(async () => {
    expert = house.person(EXPERT_MAIL);
    await expert.install();
  });

  async function tick(moment: string): Promise<void> {
    house.at(`${moment}:00+09:00`);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  }
  const asked = () => expert.got().filter((words) => words.includes('訪問しなかった')).length;
  const plan = async (day: string) => {
    house.at(`${day}T08:30:00+09:00`);
    await expert.ask('plan-visit', { municipality: HOME, day, start: '10:00', end: '11:00', mode: 'in-person' });
  };
  async function overdue(moment: string) {
    const { store } = house.service;
    const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
    if (!programme) throw new Error('no programme');
    return overdueVisitRecords({ store, programme, now: new Date(`${moment}:00+09:00`) });
  }

  it('is asked for on the next open day at nine and two open days before it is due, then it is overdue', async () => {
    await plan('2026-06-05');
    await tick('2026-06-05T18:00');
    expect(asked()).toBe(0);
    await tick('2026-06-08T09:05');
    expect(asked()).toBe(1);
    expect(expert.got().at(-1)).toContain('期限 6/12(金)');
    await tick('2026-06-10T09:05');
    expect(asked()).toBe(2);
    expect(await overdue('2026-06-12T18:00')).toEqual([]);
    expect(await overdue('2026-06-13T09:00')).toMatchObject([{ municipality: HOME, due: '2026-06-12' }]);
    expect((await expert.say('なぜ')).words).toContain('訪問記録のお願い');
  });

  it('is not asked for once it is there, or the visit was called off, or while somebody is away', async () => {
    house.at('2026-06-13T09:00:00+09:00');
    await expert.say('訪問記録');
    await expert.press('記録する', { 対象項目: 'S1-3', 支援内容: '骨子を見直した' });
    expect(await overdue('2026-06-13T10:00')).toEqual([]);
    await plan('2026-06-16');
    house.at('2026-06-16T12:00:00+09:00');
    await expert.say('訪問記録');
    await expert.press('記録する', { 支援内容: '続きをした' });
    await plan('2026-06-17');
    house.at('2026-06-17T12:00:00+09:00');
    await expert.ask('cancel-visit', { visit: 'visit-meeting-20260617T0100Z-48f1133d', reason: '先方の都合' });
    await plan('2026-06-18');
    const { members } = house.service.store;
    const known = await members.get(MEMBERS, idOf(EXPERT_MAIL));
    if (known) await members.put({ ...known.value, leave: [{ from: '2026-06-19', until: '2026-06-26' }] }, known.etag);
    for (const day of ['18', '19', '23']) await tick(`2026-06-${day}T09:05`);
    expect(asked()).toBe(2);
    expect(await overdue('2026-06-26T09:00')).toMatchObject([{ due: '2026-06-25' }]);
  });
});
