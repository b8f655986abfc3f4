import { FILINGS } from '../../programme/filing.ts';
import { type Meeting, meetingId } from '../../programme/meetings/meeting.ts';
import type { Duty } from '../../programme/member.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';

/** A 進捗状況確認会議 on Friday, 27 November 2026; the draft is made on the 19th. None is planned in October. */
describe('what the PM is told by the clock', () => {
  let house: House;
  let pm: Person;
  let colleague: Person;
  beforeAll(async () => {
    house = await openHouse({ history: false, allInTeams: true, now: '2026-11-09T10:00:00+09:00' });
    const { store } = house.service;
    for (const { value, etag } of await store.members.list(MEMBERS)) {
      const duties: Duty[] = value.email === 'office-1@office.example.jp' ? ['pm'] : [];
      await store.members.put({ ...value, duties }, etag);
    }
    pm = house.secretariat();
    colleague = house.person('office-2@office.example.jp');
    for (const each of [pm, colleague]) await each.install();
  });
  afterAll(() => house.close());

  async function at(moment: string, person: Person = pm): Promise<string> {
    house.at(`${moment}:00+09:00`);
    const before = person.got().length;
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
    return person.got().slice(before).join('\n');
  }
  const report = async () => (await house.service.store.monthlyReports.get(FILINGS, 'monthly-2026-11'))?.value;
  async function meet(day: string): Promise<void> {
    const slot = { title: '第2回 進捗状況確認会議', day, start: '14:00', end: '15:30' };
    const more = { kind: 'progress', place: '県庁', audience: ['prefecture', 'secretariat'] } as const;
    const meeting: Meeting = { ...slot, ...more, id: meetingId(slot), audience: [...more.audience] };
    await house.service.store.meetings.put(meeting, 'absent');
  }

  it('on its 10th, that no meeting is planned in the month: once, and nobody else', async () => {
    expect(await at('2026-11-10T08:50')).not.toContain('進捗状況確認会議');
    expect(await at('2026-11-10T09:05')).toContain('令和8年11月の進捗状況確認会議が、まだ予定にありません');
    expect(await at('2026-11-11T09:05')).not.toContain('まだ予定にありません');
    expect(colleague.got().join('')).not.toContain('まだ予定にありません');
  });

  it('five open days before the meeting, that the draft is there', async () => {
    await meet('2026-11-27');
    expect(await at('2026-11-18T09:05')).not.toContain('月次報告');
    expect(await report()).toBeUndefined();
    expect(await at('2026-11-19T09:05')).toContain('令和8年11月の月次報告の下書きを、記録から作りました');
    const made = await report();
    expect(made?.drafts).toHaveLength(1);
    expect(made?.drafts[0]?.until).toBe('2026-11-19');
    expect(made?.submissions).toBeUndefined();
    expect((await pm.say('月次報告')).words).toContain('下書き（11/19(木)までの記録）');
    expect(colleague.got().join('')).not.toContain('月次報告');
  });

  it('not again the day after, and not where the month was handed in before', async () => {
    expect(await at('2026-11-20T09:05')).not.toContain('月次報告');
    expect(await at('2026-12-10T09:05')).not.toContain('まだ予定にありません');
    await pm.say('月次報告提出 12月');
    await pm.press('はい、提出する');
    for (const day of ['2026-12-11', '2026-12-14', '2026-12-15', '2026-12-16', '2026-12-17', '2026-12-18'])
      expect(await at(`${day}T09:05`)).not.toContain('下書きを、記録から');
  });

  it('the deliveries hold the month, and nothing of what is in it', async () => {
    const all = await house.service.store.deliveries.list(PROGRAMME);
    const own = all.filter(({ value }) => value.job.startsWith('monthly-'));
    expect(own.length).toBeGreaterThan(1);
    for (const { value } of own) expect(Object.keys(value.item as object)).toEqual(['from']);
  });
});
