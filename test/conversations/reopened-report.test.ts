import { itemAt, kpiAt } from '../../storage/progress.ts';
import { onBothChats } from '../on-both-chats.ts';

const HOME = '203033';

/** 直す opens the form of a report with what was reported, and nothing is recorded before it is sent. */
onBothChats({}, (house) => {
  beforeAll(() => house.at('2026-11-24T10:00:00+09:00'));
  const value = async (id: string) => {
    const { partition, id: at } = kpiAt(HOME, 2026, id);
    return (await house.service.store.kpis.get(partition, at))?.value.entries.at(-1);
  };
  const stage = async (id: string) => {
    const { partition, id: at } = itemAt(HOME, 2026, id);
    return (await house.service.store.items.get(partition, at))?.value.versions.at(-1);
  };
  const isTeams = () => house.chat === 'teams';

  it('a value', async () => {
    const hanako = house.officer();
    const before = await value('K0-03');
    expect((await hanako.say('K0-03 3/31')).words).toContain('まだ記録していません');
    const form = await hanako.press('直す');
    if (!isTeams()) expect(form.words).toContain('そのまま（3）');
    expect(await value('K0-03')).toEqual(before);
    if (isTeams()) await hanako.press('報告する', { 修了者数: '27' });
    else {
      await hanako.say('27');
      expect(hanako.sees()).toContain('そのまま（31）');
      await hanako.press('そのまま（31）');
      await hanako.say('スキップ');
    }
    expect(await value('K0-03')).toMatchObject({ numerator: 27, denominator: 31 });
  });

  it('a stage, with what was said beside it', async () => {
    const hanako = house.officer();
    const before = await stage('S1-2');
    await hanako.say('S1-2 検討中 根拠 方針素案');
    const form = await hanako.press('直す');
    if (!isTeams()) expect(form.words).toContain('そのまま（検討中・準備中（25%））');
    expect(await stage('S1-2')).toEqual(before);
    if (isTeams()) await hanako.press('報告する', { 'ひとこと（任意）': '見直しのため' });
    else {
      await hanako.press('そのまま（検討中・準備中（25%））');
      await hanako.press('そのまま（方針素案）');
      await hanako.say('見直しのため');
    }
    await hanako.press('はい、記録する');
    expect(await stage('S1-2')).toMatchObject({ stage: 'considering', evidence: '方針素案', note: '見直しのため' });
  });

  it('a correction, with its reason', async () => {
    const hanako = house.officer();
    await hanako.say('訂正 K0-03 2/31 理由 数え間違い');
    expect(hanako.sees()).toContain('まだ記録していません');
    await hanako.press('直す');
    if (isTeams()) await hanako.press('訂正する', { 修了者数: '28' });
    else {
      await hanako.say('28');
      await hanako.press('そのまま（31）');
      await hanako.press('そのまま（数え間違い）');
    }
    expect(await value('K0-03')).toMatchObject({ numerator: 28, denominator: 31, reason: '数え間違い' });
  });
});
