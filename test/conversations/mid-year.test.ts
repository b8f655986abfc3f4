import { HOME } from '../../demo/programme.ts';
import { CHANGES, MEMBERS, municipal, PROGRAMME } from '../../storage/collections.ts';
import { itemAt, kpiAt } from '../../storage/records.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** What the secretariat changes in the middle of the year: shown, confirmed, undone, and for nobody else. */
onBothChats({}, (house) => {
  let office: Person;
  let minute = 0;
  /** Each at a minute of its own: what is taken back is the last of them. */
  const say = (words: string, who = office) => {
    minute += 1;
    house.at(new Date(Date.parse('2026-11-24T10:00:00+09:00') + minute * 60_000).toISOString());
    return who.say(words);
  };
  const yes = () => office.press('はい、変える');
  const store = () => house.service.store;
  const programme = async () => (await store().programmes.get(PROGRAMME, 'programme'))?.value;
  const item = async (id: string) => (await store().items.get(...placed(itemAt(HOME, id))))?.value;
  const kpi = async (id: string) => (await store().kpis.get(...placed(kpiAt(HOME, id))))?.value;
  const placed = ({ partition, id }: { partition: string; id: string }) => [partition, id] as const;
  const people = async () => (await store().members.list(MEMBERS)).map(({ value }) => value);
  const person = async (name: string) => (await people()).find((one) => one.name === name);
  const changes = async () => (await store().settingChanges.list(CHANGES)).map(({ value }) => value);

  beforeAll(() => {
    minute = 0;
    office = house.secretariat();
  });

  describe('a target of a KPI', () => {
    it('is shown before → after, changed when confirmed, and taken back', async () => {
      const before = await kpi('K0-03');
      const shown = await say('KPI設定 K0-03 目標 95 小海町');
      expect(shown.words).toMatch(/小海町[\s\S]*K0-03 目標値[\s\S]*95/);
      expect(shown.words).toContain('まだ変えていません');
      expect(await kpi('K0-03')).toEqual(before);
      expect((await yes()).words).toContain('変えました');
      expect(await kpi('K0-03')).toMatchObject({ target: 95, entries: before?.entries });
      expect((await office.press('取消')).words).toContain('取り消しました');
      expect(await kpi('K0-03')).toEqual(before);
    });

    it('lies in the other direction: said so before it is taken', async () => {
      expect((await say('KPI設定 K0-03 目標 10 基準 50 小海町')).words).toMatch(
        /目標値が基準値より低く[\s\S]*高いほどよい/,
      );
      expect((await office.press('やめる')).words).toContain('何も');
    });

    it('is none of that KPI: said so, and asked again', async () => {
      const before = await kpi('K0-03');
      expect((await say('KPI設定 K0-03 目標 180 小海町')).words).toContain('値にできません');
      await say('やめる');
      expect(await kpi('K0-03')).toEqual(before);
    });

    it('can be looked at with those of the municipality', async () => {
      expect((await say('KPI設定 小海町')).words).toMatch(/K0-03[\s\S]*目標/);
    });
  });
});
