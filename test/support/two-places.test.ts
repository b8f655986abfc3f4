import { EXPERT, HOME } from '../../demo/programme.ts';
import { currentVersion } from '../../programme/progress/item-record.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import { itemAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** Two places in one message are two reports: confirmed once, written in both, and taken back together. */
onBothChats({}, (house) => {
  let expert: Person;
  let other = { code: '', name: '' };
  let foreign = '';
  const store = () => house.service.store;
  const stage = async (item: string, town: string) => {
    const { partition, id } = itemAt(town, 2026, item);
    return currentVersion((await store().items.get(partition, id))?.value)?.stage;
  };
  const stages = async () => [await stage('S1-4', HOME), await stage('S1-4', other.code)];
  let before: unknown;

  beforeAll(async () => {
    expert = house.person(EXPERT);
    const own = (await store().members.list(MEMBERS)).find(({ value }) => value.email === EXPERT)?.value.municipalities;
    const towns = (await store().municipalities.list(PROGRAMME)).map(({ value }) => value);
    other = towns.find(({ code }) => code !== HOME && own?.includes(code)) ?? other;
    foreign = towns.find(({ code, supported }) => supported && !own?.includes(code))?.name ?? '';
    before = await stages();
  });

  it('are shown together and confirmed once', async () => {
    const shown = await expert.say(`小海町 S1-4 完了、${other.name} S1-4 検討中`);
    expect(shown.words).toContain('まだ記録していません');
    for (const name of ['小海町', other.name]) expect(shown.words).toContain(name);
    expect(await stages()).toEqual(before);
    const done = await expert.press('はい、まとめて報告');
    expect(done.words).toContain('報告を受け付けました');
    expect(await stages()).toEqual(['done', 'considering']);
  });

  it('are taken back together, by the button or by the word', async () => {
    await expert.press('まとめて取消');
    expect(await stages()).toEqual(before);
    await expert.say(`小海町 S1-4 完了、${other.name} S1-4 検討中`);
    await expert.press('はい、まとめて報告');
    expect((await expert.say('取消')).words).toContain('取り消しました');
    expect(await stages()).toEqual(before);
  });

  it('are written nowhere where one of them is not theirs, or cannot be', async () => {
    const refused = await expert.say(`小海町 S1-4 完了、${foreign} S1-4 完了`);
    expect(refused.words).toContain(`${foreign}は担当していない団体のため`);
    expect((await expert.say(`小海町 S1-4 完了、${other.name} S1-4`)).words).not.toContain('受け付けました');
    expect(await stages()).toEqual(before);
  });

  it('are written down in the audit of each', async () => {
    const entries = await Promise.all([HOME, other.code].map((code) => store().audit.list(`m-${code}-2026`)));
    for (const all of entries) expect(all.some(({ value }) => value.command === 'report-places')).toBe(true);
  });
});
